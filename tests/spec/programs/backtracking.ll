; Search programs: queens on a board, permutations, subset sums, ways to make
; change, and the longest common subsequence of two words.

; Counts the ways to place the remaining queens; the masks tell which columns and
; diagonals are under attack in the current row.
define i32 @place_queens(i32 %full, i32 %columns, i32 %left, i32 %right) noinline {
entry:
  %finished = icmp eq i32 %columns, %full
  br i1 %finished, label %one, label %start

one:
  ret i32 1

start:
  %both = or i32 %left, %right
  %attacked = or i32 %both, %columns
  %open = xor i32 %attacked, -1
  %free = and i32 %open, %full
  br label %loop

loop:
  %choices = phi i32 [ %free, %start ], [ %choices.next, %place ]
  %ways = phi i32 [ 0, %start ], [ %ways.next, %place ]
  %none = icmp eq i32 %choices, 0
  br i1 %none, label %exit, label %place

place:
  %negated = sub i32 0, %choices
  %queen = and i32 %choices, %negated
  %choices.next = xor i32 %choices, %queen
  %columns.next = or i32 %columns, %queen
  %left.taken = or i32 %left, %queen
  %left.next = shl i32 %left.taken, 1
  %right.taken = or i32 %right, %queen
  %right.next = lshr i32 %right.taken, 1
  %below = call i32 @place_queens(i32 %full, i32 %columns.next, i32 %left.next, i32 %right.next)
  %ways.next = add i32 %ways, %below
  br label %loop

exit:
  ret i32 %ways
}

; ORI-TARGETS: test_n_queens place_queens
define i32 @test_n_queens() {
  %board4 = call i32 @opaque_i32(i32 15)
  %board6 = call i32 @opaque_i32(i32 63)
  %board8 = call i32 @opaque_i32(i32 255)
  %board3 = call i32 @opaque_i32(i32 7)
  %ways4 = call i32 @place_queens(i32 %board4, i32 0, i32 0, i32 0)
  %ways6 = call i32 @place_queens(i32 %board6, i32 0, i32 0, i32 0)
  %ways8 = call i32 @place_queens(i32 %board8, i32 0, i32 0, i32 0)
  %ways3 = call i32 @place_queens(i32 %board3, i32 0, i32 0, i32 0)
  %ok.1 = icmp eq i32 %ways4, 2
  %ok.2 = icmp eq i32 %ways6, 4
  %ok.3 = icmp eq i32 %ways8, 92
  %ok.4 = icmp eq i32 %ways3, 0
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Visits every permutation of %items and counts those without a fixed point.
define i32 @derangements(ptr %items, i64 %at, i64 %count) noinline {
entry:
  %complete = icmp eq i64 %at, %count
  br i1 %complete, label %one, label %loop

one:
  ret i32 1

loop:
  %i = phi i64 [ %at, %entry ], [ %i.next, %next ]
  %found = phi i32 [ 0, %entry ], [ %found.next, %next ]
  %at.place = getelementptr inbounds i64, ptr %items, i64 %at
  %i.place = getelementptr inbounds i64, ptr %items, i64 %i
  %at.value = load i64, ptr %at.place
  %i.value = load i64, ptr %i.place
  %fixed = icmp eq i64 %i.value, %at
  br i1 %fixed, label %next, label %descend

descend:
  %at.next = add i64 %at, 1
  store i64 %i.value, ptr %at.place
  store i64 %at.value, ptr %i.place
  %below = call i32 @derangements(ptr %items, i64 %at.next, i64 %count)
  store i64 %at.value, ptr %at.place
  store i64 %i.value, ptr %i.place
  %found.more = add i32 %found, %below
  br label %next

next:
  %found.next = phi i32 [ %found, %loop ], [ %found.more, %descend ]
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %found.next
}

@six = internal global [6 x i64] [i64 0, i64 1, i64 2, i64 3, i64 4, i64 5]

; ORI-TARGETS: test_derangements derangements
define i32 @test_derangements() {
  %items = alloca [6 x i64]
  %all = load [6 x i64], ptr @six
  store [6 x i64] %all, ptr %items
  %count = call i64 @opaque_i64(i64 6)
  %found = call i32 @derangements(ptr %items, i64 0, i64 %count)
  %last.place = getelementptr inbounds [6 x i64], ptr %items, i64 0, i64 5
  %restored = load i64, ptr %last.place
  %ok.1 = icmp eq i32 %found, 265
  %ok.2 = icmp eq i64 %restored, 5
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@weights = internal global [8 x i32] [i32 3, i32 34, i32 4, i32 12, i32 5, i32 2, i32 17, i32 9]

; Counts the subsets of the weights with the wanted sum, one mask after another.
define internal i32 @count_subsets(i32 %wanted) noinline {
entry:
  br label %subset

subset:
  %mask = phi i32 [ 0, %entry ], [ %mask.next, %judge ]
  %found = phi i32 [ 0, %entry ], [ %found.next, %judge ]
  br label %bit

bit:
  %i = phi i32 [ 0, %subset ], [ %i.next, %bit ]
  %sum = phi i32 [ 0, %subset ], [ %sum.next, %bit ]
  %shifted = lshr i32 %mask, %i
  %chosen = trunc i32 %shifted to i1
  %i.wide = zext i32 %i to i64
  %place = getelementptr inbounds [8 x i32], ptr @weights, i64 0, i64 %i.wide
  %weight = load i32, ptr %place
  %part = select i1 %chosen, i32 %weight, i32 0
  %sum.next = add i32 %sum, %part
  %i.next = add i32 %i, 1
  %bits.left = icmp ult i32 %i.next, 8
  br i1 %bits.left, label %bit, label %judge

judge:
  %hit = icmp eq i32 %sum.next, %wanted
  %hit.int = zext i1 %hit to i32
  %found.next = add i32 %found, %hit.int
  %mask.next = add i32 %mask, 1
  %more = icmp ult i32 %mask.next, 256
  br i1 %more, label %subset, label %exit

exit:
  ret i32 %found.next
}

define i32 @test_subset_sums() {
  %nine = call i32 @opaque_i32(i32 9)
  %total = call i32 @opaque_i32(i32 86)
  %never = call i32 @opaque_i32(i32 85)
  %ways.nine = call i32 @count_subsets(i32 %nine)
  %ways.total = call i32 @count_subsets(i32 %total)
  %ways.never = call i32 @count_subsets(i32 %never)
  %ok.1 = icmp eq i32 %ways.nine, 3
  %ok.2 = icmp eq i32 %ways.total, 1
  %ok.3 = icmp eq i32 %ways.never, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@coins = internal global [8 x i64] [i64 1, i64 2, i64 5, i64 10, i64 20, i64 50, i64 100, i64 200]

; The ways to pay 200 with the eight coins of the table, by dynamic programming.
define i32 @test_coin_change() {
entry:
  %ways = alloca [201 x i32]
  store [201 x i32] zeroinitializer, ptr %ways
  store i32 1, ptr %ways
  %amount = call i64 @opaque_i64(i64 200)
  br label %coin.loop

coin.loop:
  %c = phi i64 [ 0, %entry ], [ %c.next, %coin.end ]
  %coin.place = getelementptr inbounds [8 x i64], ptr @coins, i64 0, i64 %c
  %coin = load volatile i64, ptr %coin.place
  br label %pay

pay:
  %sum = phi i64 [ %coin, %coin.loop ], [ %sum.next, %pay ]
  %before = sub i64 %sum, %coin
  %before.place = getelementptr inbounds [201 x i32], ptr %ways, i64 0, i64 %before
  %sum.place = getelementptr inbounds [201 x i32], ptr %ways, i64 0, i64 %sum
  %without = load i32, ptr %sum.place
  %with = load i32, ptr %before.place
  %both = add i32 %without, %with
  store i32 %both, ptr %sum.place
  %sum.next = add i64 %sum, 1
  %more = icmp ule i64 %sum.next, %amount
  br i1 %more, label %pay, label %coin.end

coin.end:
  %c.next = add i64 %c, 1
  %coins.left = icmp ult i64 %c.next, 8
  br i1 %coins.left, label %coin.loop, label %exit

exit:
  %at10.place = getelementptr inbounds [201 x i32], ptr %ways, i64 0, i64 10
  %at200.place = getelementptr inbounds [201 x i32], ptr %ways, i64 0, i64 %amount
  %at10 = load i32, ptr %at10.place
  %at200 = load i32, ptr %at200.place
  %ok.1 = icmp eq i32 %at10, 11
  %ok.2 = icmp eq i32 %at200, 73682
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@word.one = private unnamed_addr constant [7 x i8] c"AGGTAB\00"
@word.two = private unnamed_addr constant [8 x i8] c"GXTXAYB\00"

; The length of the longest common subsequence of two words, by plain recursion.
define i32 @common_length(ptr %a, ptr %b) noinline {
entry:
  %x = load i8, ptr %a
  %y = load i8, ptr %b
  %a.end = icmp eq i8 %x, 0
  %b.end = icmp eq i8 %y, 0
  %end = or i1 %a.end, %b.end
  br i1 %end, label %none, label %compare

none:
  ret i32 0

compare:
  %a.rest = getelementptr inbounds i8, ptr %a, i64 1
  %b.rest = getelementptr inbounds i8, ptr %b, i64 1
  %same = icmp eq i8 %x, %y
  br i1 %same, label %match, label %branch

match:
  %rest = call i32 @common_length(ptr %a.rest, ptr %b.rest)
  %longer = add i32 %rest, 1
  ret i32 %longer

branch:
  %skip.a = call i32 @common_length(ptr %a.rest, ptr %b)
  %skip.b = call i32 @common_length(ptr %a, ptr %b.rest)
  %a.better = icmp sgt i32 %skip.a, %skip.b
  %best = select i1 %a.better, i32 %skip.a, i32 %skip.b
  ret i32 %best
}

; ORI-TARGETS: test_common_subsequence common_length
define i32 @test_common_subsequence() {
  %five = call i64 @opaque_i64(i64 5)
  %tail = getelementptr inbounds i8, ptr @word.one, i64 %five
  %length = call i32 @common_length(ptr @word.one, ptr @word.two)
  %tail.length = call i32 @common_length(ptr %tail, ptr @word.two)
  %self = call i32 @common_length(ptr @word.two, ptr @word.two)
  %ok.1 = icmp eq i32 %length, 4
  %ok.2 = icmp eq i32 %tail.length, 1
  %ok.3 = icmp eq i32 %self, 7
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
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
