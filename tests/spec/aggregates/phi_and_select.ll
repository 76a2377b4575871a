; Whole aggregates flow through phi, select and return like any other value.

%pair = type { i64, i32 }

define internal %pair @make_pair(i64 %first, i32 %second) noinline {
  %partial = insertvalue %pair undef, i64 %first, 0
  %whole = insertvalue %pair %partial, i32 %second, 1
  ret %pair %whole
}

define i32 @test_select_aggregate() {
  %yes = call i1 @opaque_i1(i1 true)
  %no = call i1 @opaque_i1(i1 false)
  %a = call %pair @make_pair(i64 1, i32 2)
  %b = call %pair @make_pair(i64 30000000000, i32 -4)
  %chosen.a = select i1 %yes, %pair %a, %pair %b
  %chosen.b = select i1 %no, %pair %a, %pair %b
  %a0 = extractvalue %pair %chosen.a, 0
  %a1 = extractvalue %pair %chosen.a, 1
  %b0 = extractvalue %pair %chosen.b, 0
  %b1 = extractvalue %pair %chosen.b, 1
  %ok.1 = icmp eq i64 %a0, 1
  %ok.2 = icmp eq i32 %a1, 2
  %ok.3 = icmp eq i64 %b0, 30000000000
  %ok.4 = icmp eq i32 %b1, -4
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define internal i64 @joined(i1 %left, i64 %seed) noinline {
entry:
  br i1 %left, label %on.left, label %on.right

on.left:
  %l = call %pair @make_pair(i64 %seed, i32 5)
  br label %join

on.right:
  %twice = shl i64 %seed, 1
  %r = call %pair @make_pair(i64 %twice, i32 -5)
  br label %join

join:
  %whole = phi %pair [ %l, %on.left ], [ %r, %on.right ]
  %first = extractvalue %pair %whole, 0
  %second = extractvalue %pair %whole, 1
  %second.wide = sext i32 %second to i64
  %sum = add i64 %first, %second.wide
  ret i64 %sum
}

define i32 @test_phi_aggregate() {
  %yes = call i1 @opaque_i1(i1 true)
  %no = call i1 @opaque_i1(i1 false)
  %left = call i64 @joined(i1 %yes, i64 1000)
  %right = call i64 @joined(i1 %no, i64 1000)
  %ok.1 = icmp eq i64 %left, 1005
  %ok.2 = icmp eq i64 %right, 1995
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The state of the loop is one structure that a function steps forward.
define %pair @advance(%pair %state) noinline {
  %value = extractvalue %pair %state, 0
  %count = extractvalue %pair %state, 1
  %tripled = mul i64 %value, 3
  %counted = add i32 %count, 1
  %next0 = insertvalue %pair %state, i64 %tripled, 0
  %next = insertvalue %pair %next0, i32 %counted, 1
  ret %pair %next
}

; ORI-TARGETS: test_loop_carried_struct advance
define i32 @test_loop_carried_struct() {
entry:
  %n = call i32 @opaque_i32(i32 25)
  %start = call %pair @make_pair(i64 1, i32 0)
  br label %loop

loop:
  %state = phi %pair [ %start, %entry ], [ %state.next, %loop ]
  %state.next = call %pair @advance(%pair %state)
  %count = extractvalue %pair %state.next, 1
  %more = icmp slt i32 %count, %n
  br i1 %more, label %loop, label %exit

exit:
  %power = extractvalue %pair %state.next, 0
  %before = extractvalue %pair %state, 0
  %ok.1 = icmp eq i64 %power, 847288609443
  %ok.2 = icmp eq i64 %before, 282429536481
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Two aggregate phis exchange their values on every trip.
define i32 @test_swap_aggregates() {
entry:
  %n = call i32 @opaque_i32(i32 7)
  %x = call %pair @make_pair(i64 11, i32 12)
  %y = call %pair @make_pair(i64 21, i32 22)
  br label %loop

loop:
  %a = phi %pair [ %x, %entry ], [ %b, %loop ]
  %b = phi %pair [ %y, %entry ], [ %a, %loop ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %a0 = extractvalue %pair %a, 0
  %a1 = extractvalue %pair %a, 1
  %b0 = extractvalue %pair %b, 0
  %b1 = extractvalue %pair %b, 1
  %ok.1 = icmp eq i64 %a0, 11
  %ok.2 = icmp eq i32 %a1, 12
  %ok.3 = icmp eq i64 %b0, 21
  %ok.4 = icmp eq i32 %b1, 22
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; An array too large for registers is returned by value.
define [5 x i64] @powers_of(i64 %base) noinline {
  %p2 = mul i64 %base, %base
  %p3 = mul i64 %p2, %base
  %p4 = mul i64 %p3, %base
  %v0 = insertvalue [5 x i64] undef, i64 1, 0
  %v1 = insertvalue [5 x i64] %v0, i64 %base, 1
  %v2 = insertvalue [5 x i64] %v1, i64 %p2, 2
  %v3 = insertvalue [5 x i64] %v2, i64 %p3, 3
  %v4 = insertvalue [5 x i64] %v3, i64 %p4, 4
  ret [5 x i64] %v4
}

; ORI-TARGETS: test_return_large_array powers_of
define i32 @test_return_large_array() {
  %base = call i64 @opaque_i64(i64 -13)
  %powers = call [5 x i64] @powers_of(i64 %base)
  %p0 = extractvalue [5 x i64] %powers, 0
  %p1 = extractvalue [5 x i64] %powers, 1
  %p3 = extractvalue [5 x i64] %powers, 3
  %p4 = extractvalue [5 x i64] %powers, 4
  %ok.1 = icmp eq i64 %p0, 1
  %ok.2 = icmp eq i64 %p1, -13
  %ok.3 = icmp eq i64 %p3, -2197
  %ok.4 = icmp eq i64 %p4, 28561
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A structure within a structure comes back from a call, floats and all.
define { { double, i8 }, i64 } @describe(double %x) noinline {
  %negative = fcmp olt double %x, 0.0
  %sign = select i1 %negative, i8 45, i8 43
  %flipped = fneg double %x
  %size = select i1 %negative, double %flipped, double %x
  %whole = fptoui double %size to i64
  %v0 = insertvalue { { double, i8 }, i64 } undef, double %size, 0, 0
  %v1 = insertvalue { { double, i8 }, i64 } %v0, i8 %sign, 0, 1
  %v2 = insertvalue { { double, i8 }, i64 } %v1, i64 %whole, 1
  ret { { double, i8 }, i64 } %v2
}

; ORI-TARGETS: test_return_nested_struct describe
define i32 @test_return_nested_struct() {
  %x = call double @opaque_double(double -12.75)
  %result = call { { double, i8 }, i64 } @describe(double %x)
  %size = extractvalue { { double, i8 }, i64 } %result, 0, 0
  %sign = extractvalue { { double, i8 }, i64 } %result, 0, 1
  %whole = extractvalue { { double, i8 }, i64 } %result, 1
  %ok.1 = fcmp oeq double %size, 12.75
  %ok.2 = icmp eq i8 %sign, 45
  %ok.3 = icmp eq i64 %whole, 12
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

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

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}
