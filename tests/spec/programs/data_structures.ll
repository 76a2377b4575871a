; Linked lists, a hash table with chains, a binary search tree, a ring buffer and
; a stack machine, built from nodes that come from malloc.

declare ptr @malloc(i64)
declare void @free(ptr)

%cell = type { i32, ptr }

define ptr @push(ptr %list, i32 %value) noinline {
  %node = call ptr @malloc(i64 16)
  %link = getelementptr inbounds %cell, ptr %node, i64 0, i32 1
  store i32 %value, ptr %node
  store ptr %list, ptr %link
  ret ptr %node
}

; Builds the list n, n - 1, ..., 1.
define internal ptr @build_list(i32 %n) noinline {
entry:
  br label %loop

loop:
  %i = phi i32 [ 1, %entry ], [ %i.next, %grow ]
  %list = phi ptr [ null, %entry ], [ %longer, %grow ]
  %more = icmp sle i32 %i, %n
  br i1 %more, label %grow, label %exit

grow:
  %longer = call ptr @push(ptr %list, i32 %i)
  %i.next = add i32 %i, 1
  br label %loop

exit:
  ret ptr %list
}

; The values of a list as decimal digits; the nodes are freed on the way.
define internal i32 @consume_digits(ptr %list) noinline {
entry:
  br label %loop

loop:
  %node = phi ptr [ %list, %entry ], [ %next, %take ]
  %digits = phi i32 [ 0, %entry ], [ %digits.next, %take ]
  %end = icmp eq ptr %node, null
  br i1 %end, label %exit, label %take

take:
  %link = getelementptr inbounds %cell, ptr %node, i64 0, i32 1
  %value = load i32, ptr %node
  %next = load ptr, ptr %link
  call void @free(ptr %node)
  %scaled = mul i32 %digits, 10
  %digits.next = add i32 %scaled, %value
  br label %loop

exit:
  ret i32 %digits
}

define ptr @reverse_list(ptr %list) noinline {
entry:
  br label %loop

loop:
  %node = phi ptr [ %list, %entry ], [ %next, %turn ]
  %reversed = phi ptr [ null, %entry ], [ %node, %turn ]
  %end = icmp eq ptr %node, null
  br i1 %end, label %exit, label %turn

turn:
  %link = getelementptr inbounds %cell, ptr %node, i64 0, i32 1
  %next = load ptr, ptr %link
  store ptr %reversed, ptr %link
  br label %loop

exit:
  ret ptr %reversed
}

; ORI-TARGETS: test_list_build_and_reverse push reverse_list
define i32 @test_list_build_and_reverse() {
  %n = call i32 @opaque_i32(i32 7)
  %falling = call ptr @build_list(i32 %n)
  %falling.digits = call i32 @consume_digits(ptr %falling)
  %another = call ptr @build_list(i32 %n)
  %rising = call ptr @reverse_list(ptr %another)
  %rising.digits = call i32 @consume_digits(ptr %rising)
  %nothing = call ptr @reverse_list(ptr null)
  %ok.1 = icmp eq i32 %falling.digits, 7654321
  %ok.2 = icmp eq i32 %rising.digits, 1234567
  %ok.3 = icmp eq ptr %nothing, null
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Removes every even value, by way of a pointer to the link that leads to a node.
define void @remove_even(ptr %head) noinline {
entry:
  br label %loop

loop:
  %link = phi ptr [ %head, %entry ], [ %link, %remove ], [ %own.link, %keep ]
  %node = load ptr, ptr %link
  %end = icmp eq ptr %node, null
  br i1 %end, label %exit, label %look

look:
  %value = load i32, ptr %node
  %own.link = getelementptr inbounds %cell, ptr %node, i64 0, i32 1
  %odd = trunc i32 %value to i1
  br i1 %odd, label %keep, label %remove

remove:
  %after = load ptr, ptr %own.link
  store ptr %after, ptr %link
  call void @free(ptr %node)
  br label %loop

keep:
  br label %loop

exit:
  ret void
}

; ORI-TARGETS: test_list_remove_even remove_even push
define i32 @test_list_remove_even() {
  %head = alloca ptr
  %n = call i32 @opaque_i32(i32 8)
  %list = call ptr @build_list(i32 %n)
  store ptr %list, ptr %head
  call void @remove_even(ptr %head)
  %left = load ptr, ptr %head
  %digits = call i32 @consume_digits(ptr %left)
  %ok = icmp eq i32 %digits, 7531
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A hash table of sixteen chains from keys to counts.
%entry = type { i32, i32, ptr }
@buckets = internal global [16 x ptr] zeroinitializer

; Returns the place of the count for %key, making a new entry when there is none.
define ptr @count_place(i32 %key) noinline {
entry:
  %mixed = mul i32 %key, -1640531527
  %top = lshr i32 %mixed, 28
  %index = zext i32 %top to i64
  %bucket = getelementptr inbounds [16 x ptr], ptr @buckets, i64 0, i64 %index
  %chain = load ptr, ptr %bucket
  br label %search

search:
  %node = phi ptr [ %chain, %entry ], [ %next, %advance ]
  %end = icmp eq ptr %node, null
  br i1 %end, label %create, label %compare

compare:
  %node.key = load i32, ptr %node
  %same = icmp eq i32 %node.key, %key
  br i1 %same, label %exit, label %advance

advance:
  %next.place = getelementptr inbounds %entry, ptr %node, i64 0, i32 2
  %next = load ptr, ptr %next.place
  br label %search

create:
  %fresh = call ptr @malloc(i64 16)
  %fresh.next = getelementptr inbounds %entry, ptr %fresh, i64 0, i32 2
  %fresh.count = getelementptr inbounds %entry, ptr %fresh, i64 0, i32 1
  store i32 %key, ptr %fresh
  store i32 0, ptr %fresh.count
  store ptr %chain, ptr %fresh.next
  store ptr %fresh, ptr %bucket
  br label %exit

exit:
  %found = phi ptr [ %node, %compare ], [ %fresh, %create ]
  %place = getelementptr inbounds %entry, ptr %found, i64 0, i32 1
  ret ptr %place
}

; Frees every chain.
define internal void @empty_table() noinline {
entry:
  br label %table

table:
  %index = phi i64 [ 0, %entry ], [ %index.next, %emptied ]
  %bucket = getelementptr inbounds [16 x ptr], ptr @buckets, i64 0, i64 %index
  %chain = load ptr, ptr %bucket
  store ptr null, ptr %bucket
  br label %walk

walk:
  %node = phi ptr [ %chain, %table ], [ %next, %drop ]
  %end = icmp eq ptr %node, null
  br i1 %end, label %emptied, label %drop

drop:
  %next.place = getelementptr inbounds %entry, ptr %node, i64 0, i32 2
  %next = load ptr, ptr %next.place
  call void @free(ptr %node)
  br label %walk

emptied:
  %index.next = add i64 %index, 1
  %more = icmp ult i64 %index.next, 16
  br i1 %more, label %table, label %exit

exit:
  ret void
}

; Counts the squares of 0 .. 999 modulo 97: zero occurs 11 times, and every other
; square comes from two roots.
; ORI-TARGETS: test_hash_table_counts count_place
define i32 @test_hash_table_counts() {
entry:
  %n = call i32 @opaque_i32(i32 1000)
  store [16 x ptr] zeroinitializer, ptr @buckets
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %square = mul i32 %i, %i
  %key = urem i32 %square, 97
  %place = call ptr @count_place(i32 %key)
  %old = load i32, ptr %place
  %new = add i32 %old, 1
  store i32 %new, ptr %place
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %zero.place = call ptr @count_place(i32 0)
  %one.place = call ptr @count_place(i32 1)
  %five.place = call ptr @count_place(i32 5)
  %zero.count = load i32, ptr %zero.place
  %one.count = load i32, ptr %one.place
  %five.count = load i32, ptr %five.place
  call void @empty_table()
  %ok.1 = icmp eq i32 %zero.count, 11
  %ok.2 = icmp eq i32 %one.count, 21
  %ok.3 = icmp eq i32 %five.count, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A binary search tree; equal values are kept once.
%tree = type { i32, ptr, ptr }

define void @tree_insert(ptr %root, i32 %value) noinline {
entry:
  br label %descend

descend:
  %link = phi ptr [ %root, %entry ], [ %child, %choose ]
  %node = load ptr, ptr %link
  %vacant = icmp eq ptr %node, null
  br i1 %vacant, label %attach, label %compare

compare:
  %here = load i32, ptr %node
  %same = icmp eq i32 %here, %value
  br i1 %same, label %exit, label %choose

choose:
  %less = icmp slt i32 %value, %here
  %left = getelementptr inbounds %tree, ptr %node, i64 0, i32 1
  %right = getelementptr inbounds %tree, ptr %node, i64 0, i32 2
  %child = select i1 %less, ptr %left, ptr %right
  br label %descend

attach:
  %fresh = call ptr @malloc(i64 24)
  %fresh.left = getelementptr inbounds %tree, ptr %fresh, i64 0, i32 1
  %fresh.right = getelementptr inbounds %tree, ptr %fresh, i64 0, i32 2
  store i32 %value, ptr %fresh
  store ptr null, ptr %fresh.left
  store ptr null, ptr %fresh.right
  store ptr %fresh, ptr %link
  br label %exit

exit:
  ret void
}

; Walks the tree in order and appends every value as two decimal digits.
define i64 @tree_digits(ptr %node, i64 %digits) noinline {
entry:
  %vacant = icmp eq ptr %node, null
  br i1 %vacant, label %empty, label %visit

empty:
  ret i64 %digits

visit:
  %left.place = getelementptr inbounds %tree, ptr %node, i64 0, i32 1
  %right.place = getelementptr inbounds %tree, ptr %node, i64 0, i32 2
  %left = load ptr, ptr %left.place
  %right = load ptr, ptr %right.place
  %before = call i64 @tree_digits(ptr %left, i64 %digits)
  %value = load i32, ptr %node
  %value.wide = zext i32 %value to i64
  %scaled = mul i64 %before, 100
  %with = add i64 %scaled, %value.wide
  %after = call i64 @tree_digits(ptr %right, i64 %with)
  ret i64 %after
}

define internal void @tree_free(ptr %node) noinline {
entry:
  %vacant = icmp eq ptr %node, null
  br i1 %vacant, label %exit, label %below

below:
  %left = getelementptr inbounds %tree, ptr %node, i64 0, i32 1
  %right = getelementptr inbounds %tree, ptr %node, i64 0, i32 2
  %left.node = load ptr, ptr %left
  %right.node = load ptr, ptr %right
  call void @tree_free(ptr %left.node)
  call void @tree_free(ptr %right.node)
  call void @free(ptr %node)
  br label %exit

exit:
  ret void
}

@tree.values = internal global [8 x i32] [i32 50, i32 20, i32 70, i32 10, i32 30, i32 60, i32 20, i32 80]

; ORI-TARGETS: test_tree_in_order tree_insert tree_digits
define i32 @test_tree_in_order() {
entry:
  %root = alloca ptr
  store ptr null, ptr %root
  %count = call i64 @opaque_i64(i64 8)
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %place = getelementptr inbounds [8 x i32], ptr @tree.values, i64 0, i64 %i
  %value = load i32, ptr %place
  call void @tree_insert(ptr %root, i32 %value)
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  %top = load ptr, ptr %root
  %digits = call i64 @tree_digits(ptr %top, i64 0)
  call void @tree_free(ptr %top)
  %ok = icmp eq i64 %digits, 10203050607080
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Everyone in a ring of 41 counts to three and leaves: the Josephus problem on a
; ring buffer, where the last to stay is number 31.
define i32 @josephus(i32 %people, i32 %step) noinline {
entry:
  %queue = alloca [64 x i32]
  br label %fill

fill:
  %f = phi i32 [ 0, %entry ], [ %number, %fill ]
  %number = add i32 %f, 1
  %f.wide = zext i32 %f to i64
  %f.place = getelementptr inbounds [64 x i32], ptr %queue, i64 0, i64 %f.wide
  store i32 %number, ptr %f.place
  %filling = icmp ult i32 %number, %people
  br i1 %filling, label %fill, label %turn

turn:
  %head = phi i32 [ 0, %fill ], [ %head.next, %turn.end ]
  %tail = phi i32 [ %people, %fill ], [ %tail.next, %turn.end ]
  %called = phi i32 [ 1, %fill ], [ %called.next, %turn.end ]
  %head.slot = and i32 %head, 63
  %head.wide = zext i32 %head.slot to i64
  %head.place = getelementptr inbounds [64 x i32], ptr %queue, i64 0, i64 %head.wide
  %person = load i32, ptr %head.place
  %head.next = add i32 %head, 1
  %last = icmp eq i32 %head.next, %tail
  br i1 %last, label %exit, label %count

count:
  %out = icmp eq i32 %called, %step
  br i1 %out, label %turn.end, label %requeue

requeue:
  %tail.slot = and i32 %tail, 63
  %tail.wide = zext i32 %tail.slot to i64
  %tail.place = getelementptr inbounds [64 x i32], ptr %queue, i64 0, i64 %tail.wide
  store i32 %person, ptr %tail.place
  %tail.more = add i32 %tail, 1
  %called.more = add i32 %called, 1
  br label %turn.end

turn.end:
  %tail.next = phi i32 [ %tail, %count ], [ %tail.more, %requeue ]
  %called.next = phi i32 [ 1, %count ], [ %called.more, %requeue ]
  br label %turn

exit:
  ret i32 %person
}

; ORI-TARGETS: test_josephus_ring josephus
define i32 @test_josephus_ring() {
  %people = call i32 @opaque_i32(i32 41)
  %step = call i32 @opaque_i32(i32 3)
  %survivor = call i32 @josephus(i32 %people, i32 %step)
  %second = call i32 @josephus(i32 10, i32 2)
  %ok.1 = icmp eq i32 %survivor, 31
  %ok.2 = icmp eq i32 %second, 5
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A stack machine for postfix arithmetic over single digits.
@postfix = internal global [12 x i8] c"93-25+*8/7-\00"

define i32 @evaluate_postfix(ptr %text) noinline {
entry:
  %stack = alloca [16 x i32]
  br label %loop

loop:
  %place = phi ptr [ %text, %entry ], [ %place.next, %digit ], [ %place.next, %store ]
  %depth = phi i64 [ 0, %entry ], [ %deeper, %digit ], [ %right.index, %store ]
  %char = load i8, ptr %place
  %place.next = getelementptr inbounds i8, ptr %place, i64 1
  %top.index = sub i64 %depth, 2
  %right.index = sub i64 %depth, 1
  switch i8 %char, label %digit [
    i8 0, label %exit
    i8 43, label %operate
    i8 45, label %operate
    i8 42, label %operate
    i8 47, label %operate
  ]

digit:
  %char.wide = zext i8 %char to i32
  %value = sub i32 %char.wide, 48
  %free.place = getelementptr inbounds [16 x i32], ptr %stack, i64 0, i64 %depth
  store i32 %value, ptr %free.place
  %deeper = add i64 %depth, 1
  br label %loop

operate:
  %left.place = getelementptr inbounds [16 x i32], ptr %stack, i64 0, i64 %top.index
  %right.place = getelementptr inbounds [16 x i32], ptr %stack, i64 0, i64 %right.index
  %left = load i32, ptr %left.place
  %right = load i32, ptr %right.place
  switch i8 %char, label %divide [
    i8 43, label %plus
    i8 45, label %minus
    i8 42, label %times
  ]

plus:
  %sum = add i32 %left, %right
  br label %store

minus:
  %difference = sub i32 %left, %right
  br label %store

times:
  %product = mul i32 %left, %right
  br label %store

divide:
  %quotient = sdiv i32 %left, %right
  br label %store

store:
  %result = phi i32 [ %sum, %plus ], [ %difference, %minus ], [ %product, %times ], [ %quotient, %divide ]
  store i32 %result, ptr %left.place
  br label %loop

exit:
  %answer = load i32, ptr %stack
  ret i32 %answer
}

; ((9 - 3) * (2 + 5)) / 8 - 7 is 5 - 7.
; ORI-TARGETS: test_postfix_machine evaluate_postfix
define i32 @test_postfix_machine() {
  %answer = call i32 @evaluate_postfix(ptr @postfix)
  %ok = icmp eq i32 %answer, -2
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}
