; Recursive functions, direct and mutual, keep every activation's values apart.

define i32 @fib(i32 %n) noinline {
entry:
  %small = icmp ult i32 %n, 2
  br i1 %small, label %base, label %recurse

base:
  ret i32 %n

recurse:
  %n1 = sub i32 %n, 1
  %n2 = sub i32 %n, 2
  %f1 = call i32 @fib(i32 %n1)
  %f2 = call i32 @fib(i32 %n2)
  %sum = add i32 %f1, %f2
  ret i32 %sum
}

; ORI-TARGETS: test_fibonacci fib
define i32 @test_fibonacci() {
  %zero = call i32 @opaque_i32(i32 0)
  %one = call i32 @opaque_i32(i32 1)
  %twenty = call i32 @opaque_i32(i32 20)
  %f0 = call i32 @fib(i32 %zero)
  %f1 = call i32 @fib(i32 %one)
  %f20 = call i32 @fib(i32 %twenty)
  %ok.1 = icmp eq i32 %f0, 0
  %ok.2 = icmp eq i32 %f1, 1
  %ok.3 = icmp eq i32 %f20, 6765
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @ackermann(i32 %m, i32 %n) noinline {
entry:
  %m.zero = icmp eq i32 %m, 0
  br i1 %m.zero, label %successor, label %check.n

successor:
  %n.plus = add i32 %n, 1
  ret i32 %n.plus

check.n:
  %m.less = sub i32 %m, 1
  %n.zero = icmp eq i32 %n, 0
  br i1 %n.zero, label %from.one, label %nested

from.one:
  %single = call i32 @ackermann(i32 %m.less, i32 1)
  ret i32 %single

nested:
  %n.less = sub i32 %n, 1
  %inner = call i32 @ackermann(i32 %m, i32 %n.less)
  %outer = call i32 @ackermann(i32 %m.less, i32 %inner)
  ret i32 %outer
}

; ORI-TARGETS: test_ackermann ackermann
define i32 @test_ackermann() {
  %two = call i32 @opaque_i32(i32 2)
  %three = call i32 @opaque_i32(i32 3)
  %a22 = call i32 @ackermann(i32 %two, i32 %two)
  %a23 = call i32 @ackermann(i32 %two, i32 %three)
  %a33 = call i32 @ackermann(i32 %three, i32 %three)
  %ok.1 = icmp eq i32 %a22, 7
  %ok.2 = icmp eq i32 %a23, 9
  %ok.3 = icmp eq i32 %a33, 61
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@peg.sizes = internal global [3 x i32] zeroinitializer
@disc.moves = internal global i32 0

; Moves a tower and keeps count of the discs on every peg.
define void @hanoi(i32 %discs, i64 %from, i64 %to, i64 %spare) noinline {
entry:
  %none = icmp eq i32 %discs, 0
  br i1 %none, label %leave, label %move

move:
  %fewer = sub i32 %discs, 1
  call void @hanoi(i32 %fewer, i64 %from, i64 %spare, i64 %to)
  %source = getelementptr inbounds [3 x i32], ptr @peg.sizes, i64 0, i64 %from
  %target = getelementptr inbounds [3 x i32], ptr @peg.sizes, i64 0, i64 %to
  %source.size = load i32, ptr %source
  %target.size = load i32, ptr %target
  %source.left = sub i32 %source.size, 1
  %target.now = add i32 %target.size, 1
  store i32 %source.left, ptr %source
  store i32 %target.now, ptr %target
  %moves = load i32, ptr @disc.moves
  %moves.next = add i32 %moves, 1
  store i32 %moves.next, ptr @disc.moves
  call void @hanoi(i32 %fewer, i64 %spare, i64 %to, i64 %from)
  br label %leave

leave:
  ret void
}

; ORI-TARGETS: test_hanoi hanoi
define i32 @test_hanoi() {
  %discs = call i32 @opaque_i32(i32 9)
  store i32 0, ptr @disc.moves
  store [3 x i32] [i32 9, i32 0, i32 0], ptr @peg.sizes
  call void @hanoi(i32 %discs, i64 0, i64 2, i64 1)
  %moves = load i32, ptr @disc.moves
  %pegs = load [3 x i32], ptr @peg.sizes
  %first = extractvalue [3 x i32] %pegs, 0
  %last = extractvalue [3 x i32] %pegs, 2
  %ok.1 = icmp eq i32 %moves, 511
  %ok.2 = icmp eq i32 %first, 0
  %ok.3 = icmp eq i32 %last, 9
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i1 @is_even(i32 %n) noinline {
entry:
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %yes, label %ask

yes:
  ret i1 true

ask:
  %less = sub i32 %n, 1
  %answer = call i1 @is_odd(i32 %less)
  ret i1 %answer
}

define i1 @is_odd(i32 %n) noinline {
entry:
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %no, label %ask

no:
  ret i1 false

ask:
  %less = sub i32 %n, 1
  %answer = call i1 @is_even(i32 %less)
  ret i1 %answer
}

; ORI-TARGETS: test_mutual_parity is_even is_odd
define i32 @test_mutual_parity() {
  %n40 = call i32 @opaque_i32(i32 40)
  %n41 = call i32 @opaque_i32(i32 41)
  %even40 = call i1 @is_even(i32 %n40)
  %odd40 = call i1 @is_odd(i32 %n40)
  %even41 = call i1 @is_even(i32 %n41)
  %odd41 = call i1 @is_odd(i32 %n41)
  %ok.1 = icmp eq i1 %even40, true
  %ok.2 = icmp eq i1 %odd40, false
  %ok.3 = icmp eq i1 %even41, false
  %ok.4 = icmp eq i1 %odd41, true
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Hofstadter's female and male sequences, each defined by the other.
define internal i32 @hofstadter_f(i32 %n) noinline {
entry:
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %base, label %recurse

base:
  ret i32 1

recurse:
  %less = sub i32 %n, 1
  %f = call i32 @hofstadter_f(i32 %less)
  %m = call i32 @hofstadter_m(i32 %f)
  %value = sub i32 %n, %m
  ret i32 %value
}

define internal i32 @hofstadter_m(i32 %n) noinline {
entry:
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %base, label %recurse

base:
  ret i32 0

recurse:
  %less = sub i32 %n, 1
  %m = call i32 @hofstadter_m(i32 %less)
  %f = call i32 @hofstadter_f(i32 %m)
  %value = sub i32 %n, %f
  ret i32 %value
}

define i32 @test_mutual_hofstadter() {
  %n3 = call i32 @opaque_i32(i32 3)
  %n12 = call i32 @opaque_i32(i32 12)
  %f3 = call i32 @hofstadter_f(i32 %n3)
  %f12 = call i32 @hofstadter_f(i32 %n12)
  %m12 = call i32 @hofstadter_m(i32 %n12)
  %ok.1 = icmp eq i32 %f3, 2
  %ok.2 = icmp eq i32 %f12, 8
  %ok.3 = icmp eq i32 %m12, 7
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Every activation has its own alloca: the frames are summed through a chain of
; pointers that leads from the innermost frame to the outermost.
define internal i32 @sum_frames(i32 %depth, ptr %outer) noinline {
entry:
  %frame = alloca { i32, ptr }
  store i32 %depth, ptr %frame
  %link = getelementptr inbounds { i32, ptr }, ptr %frame, i64 0, i32 1
  store ptr %outer, ptr %link
  %innermost = icmp eq i32 %depth, 0
  br i1 %innermost, label %walk, label %deeper

deeper:
  %less = sub i32 %depth, 1
  %below = call i32 @sum_frames(i32 %less, ptr %frame)
  ret i32 %below

walk:
  %node = phi ptr [ %frame, %entry ], [ %next, %walk ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %walk ]
  %value = load i32, ptr %node
  %sum.next = add i32 %sum, %value
  %next.place = getelementptr inbounds { i32, ptr }, ptr %node, i64 0, i32 1
  %next = load ptr, ptr %next.place
  %end = icmp eq ptr %next, null
  br i1 %end, label %leave, label %walk

leave:
  ret i32 %sum.next
}

define i32 @test_frames_are_separate() {
  %depth = call i32 @opaque_i32(i32 50)
  %sum = call i32 @sum_frames(i32 %depth, ptr null)
  %ok = icmp eq i32 %sum, 1275
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Binomial coefficients by Pascal's rule, in 64 bits.
define internal i64 @choose(i32 %n, i32 %k) noinline {
entry:
  %k.zero = icmp eq i32 %k, 0
  %k.all = icmp eq i32 %k, %n
  %edge = or i1 %k.zero, %k.all
  br i1 %edge, label %one, label %recurse

one:
  ret i64 1

recurse:
  %n1 = sub i32 %n, 1
  %k1 = sub i32 %k, 1
  %left = call i64 @choose(i32 %n1, i32 %k1)
  %right = call i64 @choose(i32 %n1, i32 %k)
  %sum = add i64 %left, %right
  ret i64 %sum
}

define i32 @test_pascal_recursion() {
  %n = call i32 @opaque_i32(i32 16)
  %k = call i32 @opaque_i32(i32 8)
  %middle = call i64 @choose(i32 %n, i32 %k)
  %row.end = call i64 @choose(i32 %n, i32 %n)
  %ok.1 = icmp eq i64 %middle, 12870
  %ok.2 = icmp eq i64 %row.end, 1
  %code.2 = select i1 %ok.2, i32 0, i32 2
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
