; Loops inside loops: trip counts, early exits from the inner loop, continue
; edges, counting downwards and loops that never run.

; Counts the pairs (i, j) with 0 <= j < i < n.
define i32 @count_triangle(i32 %n) noinline {
entry:
  br label %outer

outer:
  %i = phi i32 [ 0, %entry ], [ %i.next, %outer.latch ]
  %count = phi i32 [ 0, %entry ], [ %inner.count, %outer.latch ]
  %outer.more = icmp slt i32 %i, %n
  br i1 %outer.more, label %inner, label %exit

inner:
  %j = phi i32 [ 0, %outer ], [ %j.next, %inner.body ]
  %inner.count = phi i32 [ %count, %outer ], [ %inner.count.next, %inner.body ]
  %inner.more = icmp slt i32 %j, %i
  br i1 %inner.more, label %inner.body, label %outer.latch

inner.body:
  %j.next = add i32 %j, 1
  %inner.count.next = add i32 %inner.count, 1
  br label %inner

outer.latch:
  %i.next = add i32 %i, 1
  br label %outer

exit:
  ret i32 %count
}

; ORI-TARGETS: test_triangle_count count_triangle
define i32 @test_triangle_count() {
  %n10 = call i32 @opaque_i32(i32 10)
  %n100 = call i32 @opaque_i32(i32 100)
  %count10 = call i32 @count_triangle(i32 %n10)
  %count100 = call i32 @count_triangle(i32 %n100)
  %ok.1 = icmp eq i32 %count10, 45
  %ok.2 = icmp eq i32 %count100, 4950
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_zero_trip_loops count_triangle
define i32 @test_zero_trip_loops() {
  %zero = call i32 @opaque_i32(i32 0)
  %one = call i32 @opaque_i32(i32 1)
  %negative = call i32 @opaque_i32(i32 -5)
  %count0 = call i32 @count_triangle(i32 %zero)
  %count1 = call i32 @count_triangle(i32 %one)
  %countn = call i32 @count_triangle(i32 %negative)
  %ok.1 = icmp eq i32 %count0, 0
  %ok.2 = icmp eq i32 %count1, 0
  %ok.3 = icmp eq i32 %countn, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Finds the first (i, j), in row order, with i * j == target; returns i * 100 + j,
; or -1. Success leaves both loops at once.
define internal i32 @find_factors(i32 %target, i32 %limit) noinline {
entry:
  br label %row

row:
  %i = phi i32 [ 2, %entry ], [ %i.next, %row.latch ]
  br label %column

column:
  %j = phi i32 [ 2, %row ], [ %j.next, %column.latch ]
  %product = mul i32 %i, %j
  %hit = icmp eq i32 %product, %target
  br i1 %hit, label %found, label %column.latch

column.latch:
  %j.next = add i32 %j, 1
  %column.done = icmp eq i32 %j.next, %limit
  br i1 %column.done, label %row.latch, label %column

row.latch:
  %i.next = add i32 %i, 1
  %row.done = icmp eq i32 %i.next, %limit
  br i1 %row.done, label %missing, label %row

found:
  %high = mul i32 %i, 100
  %packed = add i32 %high, %j
  ret i32 %packed

missing:
  ret i32 -1
}

define i32 @test_exit_two_loops() {
  %composite = call i32 @opaque_i32(i32 91)
  %prime = call i32 @opaque_i32(i32 97)
  %limit = call i32 @opaque_i32(i32 50)
  %factors = call i32 @find_factors(i32 %composite, i32 %limit)
  %none = call i32 @find_factors(i32 %prime, i32 %limit)
  %ok.1 = icmp eq i32 %factors, 713
  %ok.2 = icmp eq i32 %none, -1
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Skips multiples of three by a continue edge and stops above a limit.
define i32 @test_continue_and_break() {
entry:
  %stop = call i32 @opaque_i32(i32 20)
  br label %loop

loop:
  %i = phi i32 [ 1, %entry ], [ %i.next, %latch ]
  %sum = phi i32 [ 0, %entry ], [ %sum.out, %latch ]
  %past = icmp ugt i32 %i, %stop
  br i1 %past, label %exit, label %body

body:
  %rest = urem i32 %i, 3
  %multiple = icmp eq i32 %rest, 0
  br i1 %multiple, label %latch, label %work

work:
  %sum.next = add i32 %sum, %i
  br label %latch

latch:
  %sum.out = phi i32 [ %sum, %body ], [ %sum.next, %work ]
  %i.next = add i32 %i, 1
  br label %loop

exit:
  %ok.1 = icmp eq i32 %sum, 147
  %ok.2 = icmp eq i32 %i, 21
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A signed counter runs down through zero to a negative bound in steps of seven.
define i32 @test_count_down() {
entry:
  %start = call i32 @opaque_i32(i32 25)
  %bound = call i32 @opaque_i32(i32 -25)
  br label %loop

loop:
  %i = phi i32 [ %start, %entry ], [ %i.next, %loop ]
  %trips = phi i32 [ 0, %entry ], [ %trips.next, %loop ]
  %trips.next = add i32 %trips, 1
  %i.next = sub i32 %i, 7
  %more = icmp sgt i32 %i.next, %bound
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = icmp eq i32 %trips.next, 8
  %ok.2 = icmp eq i32 %i, -24
  %ok.3 = icmp eq i32 %i.next, -31
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Three levels: each innermost step adds i * j * k, for 1 <= i, j, k <= n.
define i32 @test_three_levels() {
entry:
  %n = call i64 @opaque_i64(i64 6)
  br label %level1

level1:
  %i = phi i64 [ 1, %entry ], [ %i.next, %latch1 ]
  %sum1 = phi i64 [ 0, %entry ], [ %sum3.next, %latch1 ]
  br label %level2

level2:
  %j = phi i64 [ 1, %level1 ], [ %j.next, %latch2 ]
  %sum2 = phi i64 [ %sum1, %level1 ], [ %sum3.next, %latch2 ]
  %ij = mul i64 %i, %j
  br label %level3

level3:
  %k = phi i64 [ 1, %level2 ], [ %k.next, %level3 ]
  %sum3 = phi i64 [ %sum2, %level2 ], [ %sum3.next, %level3 ]
  %ijk = mul i64 %ij, %k
  %sum3.next = add i64 %sum3, %ijk
  %k.next = add i64 %k, 1
  %more3 = icmp ule i64 %k.next, %n
  br i1 %more3, label %level3, label %latch2

latch2:
  %j.next = add i64 %j, 1
  %more2 = icmp ule i64 %j.next, %n
  br i1 %more2, label %level2, label %latch1

latch1:
  %i.next = add i64 %i, 1
  %more1 = icmp ule i64 %i.next, %n
  br i1 %more1, label %level1, label %exit

exit:
  %ok = icmp eq i64 %sum3.next, 9261
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; An i8 counter wraps past 255 to reach its end value.
define i32 @test_wrapping_counter() {
entry:
  %start = call i8 @opaque_i8(i8 -6)
  %end = call i8 @opaque_i8(i8 5)
  br label %loop

loop:
  %i = phi i8 [ %start, %entry ], [ %i.next, %loop ]
  %trips = phi i32 [ 0, %entry ], [ %trips.next, %loop ]
  %i.next = add i8 %i, 1
  %trips.next = add i32 %trips, 1
  %done = icmp eq i8 %i.next, %end
  br i1 %done, label %exit, label %loop

exit:
  %ok = icmp eq i32 %trips.next, 11
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

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}
