; Programs on matrices: multiplication in integers and doubles, powers of a
; matrix, a determinant by elimination and a walk along a spiral.

@left = internal global [3 x [3 x i32]] [
  [3 x i32] [i32 1, i32 2, i32 3],
  [3 x i32] [i32 4, i32 5, i32 6],
  [3 x i32] [i32 7, i32 8, i32 9]
]
@right = internal global [3 x [3 x i32]] [
  [3 x i32] [i32 -1, i32 0, i32 2],
  [3 x i32] [i32 3, i32 1, i32 -4],
  [3 x i32] [i32 0, i32 5, i32 1]
]
@identity = internal global [3 x [3 x i32]] [
  [3 x i32] [i32 1, i32 0, i32 0],
  [3 x i32] [i32 0, i32 1, i32 0],
  [3 x i32] [i32 0, i32 0, i32 1]
]
@system = internal global [3 x [3 x double]] [
  [3 x double] [double 2.0, double 1.0, double 3.0],
  [3 x double] [double 4.0, double 4.0, double 10.0],
  [3 x double] [double 8.0, double 6.0, double 7.0]
]

declare i32 @memcmp(ptr, ptr, i64)

; Multiplies two square matrices of %n rows that lie row by row in memory.
define void @multiply(ptr %a, ptr %b, ptr %out, i64 %n) noinline {
entry:
  br label %row

row:
  %i = phi i64 [ 0, %entry ], [ %i.next, %row.end ]
  %row.start = mul i64 %i, %n
  br label %column

column:
  %j = phi i64 [ 0, %row ], [ %j.next, %column.end ]
  br label %dot

dot:
  %k = phi i64 [ 0, %column ], [ %k.next, %dot ]
  %sum = phi i32 [ 0, %column ], [ %sum.next, %dot ]
  %a.index = add i64 %row.start, %k
  %b.row = mul i64 %k, %n
  %b.index = add i64 %b.row, %j
  %a.place = getelementptr inbounds i32, ptr %a, i64 %a.index
  %b.place = getelementptr inbounds i32, ptr %b, i64 %b.index
  %x = load i32, ptr %a.place
  %y = load i32, ptr %b.place
  %product = mul i32 %x, %y
  %sum.next = add i32 %sum, %product
  %k.next = add i64 %k, 1
  %dot.more = icmp ult i64 %k.next, %n
  br i1 %dot.more, label %dot, label %column.end

column.end:
  %out.index = add i64 %row.start, %j
  %out.place = getelementptr inbounds i32, ptr %out, i64 %out.index
  store i32 %sum.next, ptr %out.place
  %j.next = add i64 %j, 1
  %column.more = icmp ult i64 %j.next, %n
  br i1 %column.more, label %column, label %row.end

row.end:
  %i.next = add i64 %i, 1
  %row.more = icmp ult i64 %i.next, %n
  br i1 %row.more, label %row, label %exit

exit:
  ret void
}

; ORI-TARGETS: test_multiply multiply
define i32 @test_multiply() {
  %out = alloca [3 x [3 x i32]]
  %n = call i64 @opaque_i64(i64 3)
  call void @multiply(ptr @left, ptr @right, ptr %out, i64 %n)
  %all = load [3 x [3 x i32]], ptr %out
  %e00 = extractvalue [3 x [3 x i32]] %all, 0, 0
  %e02 = extractvalue [3 x [3 x i32]] %all, 0, 2
  %e11 = extractvalue [3 x [3 x i32]] %all, 1, 1
  %e20 = extractvalue [3 x [3 x i32]] %all, 2, 0
  %e22 = extractvalue [3 x [3 x i32]] %all, 2, 2
  %ok.1 = icmp eq i32 %e00, 5
  %ok.2 = icmp eq i32 %e02, -3
  %ok.3 = icmp eq i32 %e11, 35
  %ok.4 = icmp eq i32 %e20, 17
  %ok.5 = icmp eq i32 %e22, -9
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_multiply_by_identity multiply
define i32 @test_multiply_by_identity() {
  %before = alloca [3 x [3 x i32]]
  %after = alloca [3 x [3 x i32]]
  %n = call i64 @opaque_i64(i64 3)
  call void @multiply(ptr @identity, ptr @right, ptr %before, i64 %n)
  call void @multiply(ptr @right, ptr @identity, ptr %after, i64 %n)
  %order.before = call i32 @memcmp(ptr %before, ptr @right, i64 36)
  %order.after = call i32 @memcmp(ptr %after, ptr @right, i64 36)
  %ok.1 = icmp eq i32 %order.before, 0
  %ok.2 = icmp eq i32 %order.after, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Fibonacci numbers by squaring the matrix ((1, 1), (1, 0)), kept as the three
; different entries (a, b, d) of a symmetric matrix.
%symmetric = type { i64, i64, i64 }

define %symmetric @symmetric_product(%symmetric %x, %symmetric %y) noinline {
  %xa = extractvalue %symmetric %x, 0
  %xb = extractvalue %symmetric %x, 1
  %xd = extractvalue %symmetric %x, 2
  %ya = extractvalue %symmetric %y, 0
  %yb = extractvalue %symmetric %y, 1
  %yd = extractvalue %symmetric %y, 2
  %aa = mul i64 %xa, %ya
  %ab = mul i64 %xa, %yb
  %bb = mul i64 %xb, %yb
  %bd = mul i64 %xb, %yd
  %dd = mul i64 %xd, %yd
  %a = add i64 %aa, %bb
  %b = add i64 %ab, %bd
  %d = add i64 %bb, %dd
  %r0 = insertvalue %symmetric undef, i64 %a, 0
  %r1 = insertvalue %symmetric %r0, i64 %b, 1
  %r2 = insertvalue %symmetric %r1, i64 %d, 2
  ret %symmetric %r2
}

; ORI-TARGETS: test_fibonacci_by_matrix symmetric_product
define i32 @test_fibonacci_by_matrix() {
entry:
  %n = call i32 @opaque_i32(i32 90)
  br label %loop

loop:
  %left = phi i32 [ %n, %entry ], [ %left.next, %square ]
  %power = phi %symmetric [ { i64 1, i64 1, i64 0 }, %entry ], [ %power.next, %square ]
  %result = phi %symmetric [ { i64 1, i64 0, i64 1 }, %entry ], [ %result.out, %square ]
  %odd = trunc i32 %left to i1
  br i1 %odd, label %include, label %square

include:
  %result.next = call %symmetric @symmetric_product(%symmetric %result, %symmetric %power)
  br label %square

square:
  %result.out = phi %symmetric [ %result, %loop ], [ %result.next, %include ]
  %power.next = call %symmetric @symmetric_product(%symmetric %power, %symmetric %power)
  %left.next = lshr i32 %left, 1
  %done = icmp eq i32 %left.next, 0
  br i1 %done, label %exit, label %loop

exit:
  %fib90 = extractvalue %symmetric %result.out, 1
  %fib91 = extractvalue %symmetric %result.out, 0
  %ok.1 = icmp eq i64 %fib90, 2880067194370816120
  %ok.2 = icmp eq i64 %fib91, 4660046610375530309
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Gaussian elimination without exchange of rows; all the quotients are exact.
define double @determinant(ptr %rows) noinline {
entry:
  br label %pivot

pivot:
  %p = phi i64 [ 0, %entry ], [ %p.next, %pivot.end ]
  %product = phi double [ 1.0, %entry ], [ %product.next, %pivot.end ]
  %p.place = getelementptr inbounds [3 x double], ptr %rows, i64 %p, i64 %p
  %p.value = load double, ptr %p.place
  %product.next = fmul double %product, %p.value
  %p.next = add i64 %p, 1
  br label %row

row:
  %i = phi i64 [ %p.next, %pivot ], [ %i.next, %row.end ]
  %row.more = icmp ult i64 %i, 3
  br i1 %row.more, label %row.start, label %pivot.end

row.start:
  %head.place = getelementptr inbounds [3 x double], ptr %rows, i64 %i, i64 %p
  %head = load double, ptr %head.place
  %factor = fdiv double %head, %p.value
  br label %column

column:
  %j = phi i64 [ %p, %row.start ], [ %j.next, %column ]
  %above.place = getelementptr inbounds [3 x double], ptr %rows, i64 %p, i64 %j
  %cell.place = getelementptr inbounds [3 x double], ptr %rows, i64 %i, i64 %j
  %above = load double, ptr %above.place
  %cell = load double, ptr %cell.place
  %scaled = fmul double %above, %factor
  %reduced = fsub double %cell, %scaled
  store double %reduced, ptr %cell.place
  %j.next = add i64 %j, 1
  %column.more = icmp ult i64 %j.next, 3
  br i1 %column.more, label %column, label %row.end

row.end:
  %i.next = add i64 %i, 1
  br label %row

pivot.end:
  %done = icmp eq i64 %p.next, 3
  br i1 %done, label %exit, label %pivot

exit:
  ret double %product.next
}

; ORI-TARGETS: test_determinant determinant
define i32 @test_determinant() {
  %copy = alloca [3 x [3 x double]]
  %all = load volatile [3 x [3 x double]], ptr @system
  store [3 x [3 x double]] %all, ptr %copy
  %value = call double @determinant(ptr %copy)
  %ok = fcmp oeq double %value, -36.0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Walks the matrix along a spiral, turning right at borders and visited cells, and
; reads its digits: 1 2 3 6 9 8 7 4 5.
@turns.down = internal constant [4 x i64] [i64 0, i64 1, i64 0, i64 -1]
@turns.right = internal constant [4 x i64] [i64 1, i64 0, i64 -1, i64 0]

define i32 @test_spiral_walk() {
entry:
  %seen = alloca [3 x [3 x i8]]
  store [3 x [3 x i8]] zeroinitializer, ptr %seen
  %cells = call i32 @opaque_i32(i32 9)
  br label %visit

visit:
  %row = phi i64 [ 0, %entry ], [ %row.next, %move ]
  %column = phi i64 [ 0, %entry ], [ %column.next, %move ]
  %heading = phi i64 [ 0, %entry ], [ %heading.now, %move ]
  %count = phi i32 [ 0, %entry ], [ %count.next, %move ]
  %digits = phi i32 [ 0, %entry ], [ %digits.next, %move ]
  %cell.place = getelementptr inbounds [3 x [3 x i32]], ptr @left, i64 0, i64 %row, i64 %column
  %seen.place = getelementptr inbounds [3 x [3 x i8]], ptr %seen, i64 0, i64 %row, i64 %column
  %digit = load volatile i32, ptr %cell.place
  store i8 1, ptr %seen.place
  %shifted = mul i32 %digits, 10
  %digits.next = add i32 %shifted, %digit
  %count.next = add i32 %count, 1
  %done = icmp eq i32 %count.next, %cells
  br i1 %done, label %exit, label %look

look:
  %heading.now = phi i64 [ %heading, %visit ], [ %turned, %turn ]
  %down.place = getelementptr inbounds [4 x i64], ptr @turns.down, i64 0, i64 %heading.now
  %right.place = getelementptr inbounds [4 x i64], ptr @turns.right, i64 0, i64 %heading.now
  %down = load i64, ptr %down.place
  %right = load i64, ptr %right.place
  %row.next = add i64 %row, %down
  %column.next = add i64 %column, %right
  %row.out = icmp ugt i64 %row.next, 2
  %column.out = icmp ugt i64 %column.next, 2
  %outside = or i1 %row.out, %column.out
  br i1 %outside, label %turn, label %check.seen

check.seen:
  %next.place = getelementptr inbounds [3 x [3 x i8]], ptr %seen, i64 0, i64 %row.next, i64 %column.next
  %mark = load i8, ptr %next.place
  %visited = icmp ne i8 %mark, 0
  br i1 %visited, label %turn, label %move

turn:
  %heading.more = add i64 %heading.now, 1
  %turned = and i64 %heading.more, 3
  br label %look

move:
  br label %visit

exit:
  %ok = icmp eq i32 %digits.next, 123698745
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
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
