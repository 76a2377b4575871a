; Sorting and searching programs: insertion sort, selection sort, quicksort and
; merging agree on the same data, and binary search finds its way in the result.

@numbers = internal global [10 x i32] [i32 42, i32 -7, i32 1000000, i32 0, i32 13, i32 13, i32 -2147483648, i32 99, i32 5, i32 -8]
@expected = internal global [10 x i32] [i32 -2147483648, i32 -8, i32 -7, i32 0, i32 5, i32 13, i32 13, i32 42, i32 99, i32 1000000]

declare i32 @memcmp(ptr, ptr, i64)
declare ptr @memcpy(ptr, ptr, i64)

define void @insertion_sort(ptr %array, i64 %count) noinline {
entry:
  br label %outer

outer:
  %i = phi i64 [ 1, %entry ], [ %i.next, %insert ]
  %more = icmp slt i64 %i, %count
  br i1 %more, label %take, label %exit

take:
  %key.place = getelementptr inbounds i32, ptr %array, i64 %i
  %key = load i32, ptr %key.place
  br label %inner

inner:
  %hole = phi i64 [ %i, %take ], [ %left, %shift ]
  %left = sub i64 %hole, 1
  %at.start = icmp eq i64 %hole, 0
  br i1 %at.start, label %insert, label %compare

compare:
  %left.place = getelementptr inbounds i32, ptr %array, i64 %left
  %left.value = load i32, ptr %left.place
  %greater = icmp sgt i32 %left.value, %key
  br i1 %greater, label %shift, label %insert

shift:
  %hole.place = getelementptr inbounds i32, ptr %array, i64 %hole
  store i32 %left.value, ptr %hole.place
  br label %inner

insert:
  %target = getelementptr inbounds i32, ptr %array, i64 %hole
  store i32 %key, ptr %target
  %i.next = add i64 %i, 1
  br label %outer

exit:
  ret void
}

; ORI-TARGETS: test_insertion_sort insertion_sort
define i32 @test_insertion_sort() {
  %copy = alloca [10 x i32]
  %count = call i64 @opaque_i64(i64 10)
  %filled = call ptr @memcpy(ptr %copy, ptr @numbers, i64 40)
  call void @insertion_sort(ptr %copy, i64 %count)
  %order = call i32 @memcmp(ptr %copy, ptr @expected, i64 40)
  %ok = icmp eq i32 %order, 0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

define void @selection_sort(ptr %array, i64 %count) noinline {
entry:
  br label %outer

outer:
  %i = phi i64 [ 0, %entry ], [ %i.next, %swap ]
  %i.next = add i64 %i, 1
  %more = icmp slt i64 %i.next, %count
  br i1 %more, label %inner, label %exit

inner:
  %j = phi i64 [ %i.next, %outer ], [ %j.next, %inner ]
  %least = phi i64 [ %i, %outer ], [ %least.next, %inner ]
  %least.place = getelementptr inbounds i32, ptr %array, i64 %least
  %j.place = getelementptr inbounds i32, ptr %array, i64 %j
  %least.value = load i32, ptr %least.place
  %j.value = load i32, ptr %j.place
  %less = icmp slt i32 %j.value, %least.value
  %least.next = select i1 %less, i64 %j, i64 %least
  %j.next = add i64 %j, 1
  %inner.more = icmp slt i64 %j.next, %count
  br i1 %inner.more, label %inner, label %swap

swap:
  %a.place = getelementptr inbounds i32, ptr %array, i64 %i
  %b.place = getelementptr inbounds i32, ptr %array, i64 %least.next
  %a = load i32, ptr %a.place
  %b = load i32, ptr %b.place
  store i32 %b, ptr %a.place
  store i32 %a, ptr %b.place
  br label %outer

exit:
  ret void
}

; ORI-TARGETS: test_selection_sort selection_sort
define i32 @test_selection_sort() {
  %copy = alloca [10 x i32]
  %count = call i64 @opaque_i64(i64 10)
  %filled = call ptr @memcpy(ptr %copy, ptr @numbers, i64 40)
  call void @selection_sort(ptr %copy, i64 %count)
  %order = call i32 @memcmp(ptr %copy, ptr @expected, i64 40)
  %ok = icmp eq i32 %order, 0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Quicksort with the last element as the pivot (Lomuto's partition).
define void @quicksort(ptr %array, i64 %low, i64 %high) noinline {
entry:
  %trivial = icmp sge i64 %low, %high
  br i1 %trivial, label %leave, label %start

start:
  %pivot.place = getelementptr inbounds i32, ptr %array, i64 %high
  %pivot = load i32, ptr %pivot.place
  br label %scan

scan:
  %i = phi i64 [ %low, %start ], [ %i.next, %scan.next ]
  %wall = phi i64 [ %low, %start ], [ %wall.next, %scan.next ]
  %i.place = getelementptr inbounds i32, ptr %array, i64 %i
  %wall.place = getelementptr inbounds i32, ptr %array, i64 %wall
  %value = load i32, ptr %i.place
  %below = icmp slt i32 %value, %pivot
  br i1 %below, label %swap, label %scan.next

swap:
  %wall.value = load i32, ptr %wall.place
  store i32 %value, ptr %wall.place
  store i32 %wall.value, ptr %i.place
  %wall.moved = add i64 %wall, 1
  br label %scan.next

scan.next:
  %wall.next = phi i64 [ %wall, %scan ], [ %wall.moved, %swap ]
  %i.next = add i64 %i, 1
  %more = icmp slt i64 %i.next, %high
  br i1 %more, label %scan, label %divide

divide:
  %middle.place = getelementptr inbounds i32, ptr %array, i64 %wall.next
  %middle = load i32, ptr %middle.place
  store i32 %pivot, ptr %middle.place
  store i32 %middle, ptr %pivot.place
  %left.high = sub i64 %wall.next, 1
  %right.low = add i64 %wall.next, 1
  call void @quicksort(ptr %array, i64 %low, i64 %left.high)
  call void @quicksort(ptr %array, i64 %right.low, i64 %high)
  br label %leave

leave:
  ret void
}

; ORI-TARGETS: test_quicksort quicksort
define i32 @test_quicksort() {
  %copy = alloca [10 x i32]
  %high = call i64 @opaque_i64(i64 9)
  %filled = call ptr @memcpy(ptr %copy, ptr @numbers, i64 40)
  call void @quicksort(ptr %copy, i64 0, i64 %high)
  %order = call i32 @memcmp(ptr %copy, ptr @expected, i64 40)
  %ok = icmp eq i32 %order, 0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A range in the middle is sorted; what lies outside stays in its place.
; ORI-TARGETS: test_quicksort_part quicksort
define i32 @test_quicksort_part() {
  %copy = alloca [10 x i32]
  %low = call i64 @opaque_i64(i64 1)
  %high = call i64 @opaque_i64(i64 4)
  %filled = call ptr @memcpy(ptr %copy, ptr @numbers, i64 40)
  call void @quicksort(ptr %copy, i64 %low, i64 %high)
  %all = load [10 x i32], ptr %copy
  %e0 = extractvalue [10 x i32] %all, 0
  %e1 = extractvalue [10 x i32] %all, 1
  %e2 = extractvalue [10 x i32] %all, 2
  %e4 = extractvalue [10 x i32] %all, 4
  %e6 = extractvalue [10 x i32] %all, 6
  %ok.1 = icmp eq i32 %e0, 42
  %ok.2 = icmp eq i32 %e1, -7
  %ok.3 = icmp eq i32 %e2, 0
  %ok.4 = icmp eq i32 %e4, 1000000
  %ok.5 = icmp eq i32 %e6, -2147483648
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Merges two sorted runs into %out, taking from the left run when equal.
define void @merge_runs(ptr %left, i64 %left.count, ptr %right, i64 %right.count, ptr %out) noinline {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %store ]
  %j = phi i64 [ 0, %entry ], [ %j.next, %store ]
  %k = add i64 %i, %j
  %left.done = icmp eq i64 %i, %left.count
  %right.done = icmp eq i64 %j, %right.count
  br i1 %left.done, label %check.right, label %have.left

check.right:
  br i1 %right.done, label %exit, label %take.right

have.left:
  br i1 %right.done, label %take.left, label %compare

compare:
  %a.place = getelementptr inbounds i32, ptr %left, i64 %i
  %b.place = getelementptr inbounds i32, ptr %right, i64 %j
  %a = load i32, ptr %a.place
  %b = load i32, ptr %b.place
  %right.less = icmp slt i32 %b, %a
  br i1 %right.less, label %take.right, label %take.left

take.left:
  %l.place = getelementptr inbounds i32, ptr %left, i64 %i
  %l = load i32, ptr %l.place
  %i.moved = add i64 %i, 1
  br label %store

take.right:
  %r.place = getelementptr inbounds i32, ptr %right, i64 %j
  %r = load i32, ptr %r.place
  %j.moved = add i64 %j, 1
  br label %store

store:
  %value = phi i32 [ %l, %take.left ], [ %r, %take.right ]
  %i.next = phi i64 [ %i.moved, %take.left ], [ %i, %take.right ]
  %j.next = phi i64 [ %j, %take.left ], [ %j.moved, %take.right ]
  %out.place = getelementptr inbounds i32, ptr %out, i64 %k
  store i32 %value, ptr %out.place
  br label %loop

exit:
  ret void
}

; ORI-TARGETS: test_merge_sorted_halves merge_runs insertion_sort
define i32 @test_merge_sorted_halves() {
  %copy = alloca [10 x i32]
  %merged = alloca [10 x i32]
  %split = call i64 @opaque_i64(i64 4)
  %rest = sub i64 10, %split
  %filled = call ptr @memcpy(ptr %copy, ptr @numbers, i64 40)
  %right = getelementptr inbounds i32, ptr %copy, i64 %split
  call void @insertion_sort(ptr %copy, i64 %split)
  call void @insertion_sort(ptr %right, i64 %rest)
  call void @merge_runs(ptr %copy, i64 %split, ptr %right, i64 %rest, ptr %merged)
  %order = call i32 @memcmp(ptr %merged, ptr @expected, i64 40)
  %ok = icmp eq i32 %order, 0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; The index of the first element that is not below %key.
define i64 @lower_bound(ptr %array, i64 %count, i32 %key) noinline {
entry:
  br label %loop

loop:
  %low = phi i64 [ 0, %entry ], [ %low.next, %narrow ]
  %high = phi i64 [ %count, %entry ], [ %high.next, %narrow ]
  %open = icmp ult i64 %low, %high
  br i1 %open, label %narrow, label %exit

narrow:
  %sum = add i64 %low, %high
  %middle = lshr i64 %sum, 1
  %place = getelementptr inbounds i32, ptr %array, i64 %middle
  %value = load i32, ptr %place
  %below = icmp slt i32 %value, %key
  %after = add i64 %middle, 1
  %low.next = select i1 %below, i64 %after, i64 %low
  %high.next = select i1 %below, i64 %high, i64 %middle
  br label %loop

exit:
  ret i64 %low
}

; ORI-TARGETS: test_binary_search lower_bound
define i32 @test_binary_search() {
  %count = call i64 @opaque_i64(i64 10)
  %k13 = call i32 @opaque_i32(i32 13)
  %k43 = call i32 @opaque_i32(i32 43)
  %first = call i64 @lower_bound(ptr @expected, i64 %count, i32 -2147483648)
  %repeated = call i64 @lower_bound(ptr @expected, i64 %count, i32 %k13)
  %between = call i64 @lower_bound(ptr @expected, i64 %count, i32 %k43)
  %beyond = call i64 @lower_bound(ptr @expected, i64 %count, i32 2147483647)
  %ok.1 = icmp eq i64 %first, 0
  %ok.2 = icmp eq i64 %repeated, 5
  %ok.3 = icmp eq i64 %between, 8
  %ok.4 = icmp eq i64 %beyond, 10
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
