; Every operation rounds to its own type: no wider intermediate results, no
; reordering and no fusing without fast-math flags.

define double @mul_add_double(double %a, double %b, double %c) noinline {
  %product = fmul double %a, %b
  %sum = fadd double %product, %c
  ret double %sum
}

; A fused operation would give -2^-60 here.
; ORI-TARGETS: test_no_contraction mul_add_double
define i32 @test_no_contraction() {
  %got1 = call double @mul_add_double(double 0x3FF0000000400000, double 0x3FEFFFFFFF800000, double -1.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.0)
  %got2 = call double @mul_add_double(double 3.0, double 4.0, double 5.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 17.0)
  ret i32 %r2
}

define float @sum_left_float(float %a, float %b, float %c) noinline {
  %ab = fadd float %a, %b
  %abc = fadd float %ab, %c
  ret float %abc
}

define float @sum_right_float(float %a, float %b, float %c) noinline {
  %bc = fadd float %b, %c
  %abc = fadd float %a, %bc
  ret float %abc
}

; ORI-TARGETS: test_no_reassociation sum_left_float sum_right_float
define i32 @test_no_reassociation() {
  %got1 = call float @sum_left_float(float 16777216.0, float 1.0, float 1.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 16777216.0)
  %got2 = call float @sum_left_float(float 0x4630000000000000, float 0xC630000000000000, float 1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @sum_right_float(float 16777216.0, float 1.0, float 1.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 16777218.0)
  %got4 = call float @sum_right_float(float 0x4630000000000000, float 0xC630000000000000, float 1.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0.0)
  ret i32 %r4
}

; 0.1f + 0.2f rounds to float before it is widened.
define i32 @test_float_is_not_double() {
  %tenth = call float @opaque_float(float 0x3FB99999A0000000)
  %fifth = call float @opaque_float(float 0x3FC99999A0000000)
  %sum = fadd float %tenth, %fifth
  %wide = fpext float %sum to double
  %r1 = call i32 @check_double(i32 0, i32 1, double %wide, double 0x3FD3333340000000)
  %tenth.wide = fpext float %tenth to double
  %fifth.wide = fpext float %fifth to double
  %wide.sum = fadd double %tenth.wide, %fifth.wide
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %wide.sum, double 0x3FD3333338000000)
  ret i32 %r2
}

; Overflow happens in double, not later.
define i32 @test_no_double_extended() {
  %huge = call double @opaque_double(double 0x7FE0000000000000)
  %doubled = fmul double %huge, 2.0
  %halved = fmul double %doubled, 0.5
  %r1 = call i32 @check_double(i32 0, i32 1, double %halved, double 0x7FF0000000000000)
  %big = call float @opaque_float(float 0x47E0000000000000)
  %big.doubled = fmul float %big, 2.0
  %big.halved = fmul float %big.doubled, 0.5
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %big.halved, float 0x7FF0000000000000)
  ret i32 %r2
}

; What a rounded sum has lost; algebra would say always zero.
define double @two_sum_error(double %a, double %b) noinline {
  %sum = fadd double %a, %b
  %b.virtual = fsub double %sum, %a
  %a.virtual = fsub double %sum, %b.virtual
  %b.round = fsub double %b, %b.virtual
  %a.round = fsub double %a, %a.virtual
  %error = fadd double %a.round, %b.round
  ret double %error
}

; ORI-TARGETS: test_two_sum two_sum_error
define i32 @test_two_sum() {
  %got1 = call double @two_sum_error(double 1.0, double 0x3C30000000000000)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x3C30000000000000)
  %got2 = call double @two_sum_error(double 0x3FB999999999999A, double 0x3FC999999999999A)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0xBC80000000000000)
  %got3 = call double @two_sum_error(double 0x4341C37937E08000, double 1.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 1.0)
  %got4 = call double @two_sum_error(double 0x4340000000000000, double 1.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 1.0)
  %got5 = call double @two_sum_error(double 3.0, double 4.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0.0)
  ret i32 %r5
}

; Exponent of the smallest power of two that changes 1.0 when added.
define i32 @epsilon_exponent() noinline {
entry:
  br label %loop

loop:
  %epsilon = phi double [ 1.0, %entry ], [ %half, %loop ]
  %exponent = phi i32 [ 0, %entry ], [ %exponent.next, %loop ]
  %half = fmul double %epsilon, 0.5
  %sum = fadd double 1.0, %half
  %exponent.next = sub i32 %exponent, 1
  %larger = fcmp ogt double %sum, 1.0
  br i1 %larger, label %loop, label %exit

exit:
  ret i32 %exponent
}

; ORI-TARGETS: test_machine_epsilon epsilon_exponent
define i32 @test_machine_epsilon() {
  %got1 = call i32 @epsilon_exponent()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -52)
  ret i32 %r1
}

; A division must not turn into a product with a rounded reciprocal.
define i32 @test_division_is_not_reciprocal() {
  %one = call double @opaque_double(double 1.0)
  %divisor = call double @opaque_double(double 49.0)
  %reciprocal = fdiv double %one, %divisor
  %restored = fmul double %reciprocal, %divisor
  %r1 = call i32 @check_double(i32 0, i32 1, double %restored, double 0x3FEFFFFFFFFFFFFF)
  %x = call double @opaque_double(double 5.0)
  %quotient = fdiv double %x, 10.0
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %quotient, double 0.5)
  %y = call double @opaque_double(double 3.0)
  %third = fdiv double %y, 10.0
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %third, double 0x3FD3333333333333)
  %estimate = fmul double %y, 0x3FB999999999999A
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %estimate, double 0x3FD3333333333334)
  ret i32 %r4
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

; Keeps the first failure: prior when non-zero, else code when got and want
; differ in any bit, the sign of zero included.
define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %got.bits = bitcast double %got to i64
  %want.bits = bitcast double %want to i64
  %same = icmp eq i64 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %got.bits = bitcast float %got to i32
  %want.bits = bitcast float %want to i32
  %same = icmp eq i32 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
