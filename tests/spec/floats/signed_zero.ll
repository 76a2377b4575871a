; Zeros carry a sign through arithmetic although they compare equal; every
; result is checked bit by bit.

define float @fadd_float(float %lhs, float %rhs) noinline {
  %sum = fadd float %lhs, %rhs
  ret float %sum
}

define float @fsub_float(float %lhs, float %rhs) noinline {
  %difference = fsub float %lhs, %rhs
  ret float %difference
}

define float @fmul_float(float %lhs, float %rhs) noinline {
  %product = fmul float %lhs, %rhs
  ret float %product
}

define float @fdiv_float(float %lhs, float %rhs) noinline {
  %quotient = fdiv float %lhs, %rhs
  ret float %quotient
}

; Only equal signs keep the minus; x - x is +0.
define i32 @test_sums_float() {
  %got1 = call float @fadd_float(float 0.0, float 0.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @fadd_float(float -0.0, float -0.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -0.0)
  %got3 = call float @fadd_float(float 0.0, float -0.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0.0)
  %got4 = call float @fadd_float(float -0.0, float 0.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0.0)
  %got5 = call float @fadd_float(float 5.0, float -5.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0.0)
  %got6 = call float @fsub_float(float 0.0, float 0.0)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0.0)
  %got7 = call float @fsub_float(float -0.0, float 0.0)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float -0.0)
  %got8 = call float @fsub_float(float 0.0, float -0.0)
  %r8 = call i32 @check_float(i32 %r7, i32 8, float %got8, float 0.0)
  %got9 = call float @fsub_float(float -0.0, float -0.0)
  %r9 = call i32 @check_float(i32 %r8, i32 9, float %got9, float 0.0)
  ret i32 %r9
}

define i32 @test_products_float() {
  %got1 = call float @fmul_float(float 0.0, float -1.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -0.0)
  %got2 = call float @fmul_float(float -0.0, float -1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0.0)
  %got3 = call float @fmul_float(float -0.0, float 3.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float -0.0)
  %got4 = call float @fmul_float(float -0.0, float -0.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0.0)
  %got5 = call float @fdiv_float(float 0.0, float -2.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -0.0)
  %got6 = call float @fdiv_float(float -0.0, float -2.0)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0.0)
  %got7 = call float @fdiv_float(float -0.0, float 2.0)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float -0.0)
  ret i32 %r7
}

define double @fadd_double(double %lhs, double %rhs) noinline {
  %sum = fadd double %lhs, %rhs
  ret double %sum
}

define double @fsub_double(double %lhs, double %rhs) noinline {
  %difference = fsub double %lhs, %rhs
  ret double %difference
}

define double @fmul_double(double %lhs, double %rhs) noinline {
  %product = fmul double %lhs, %rhs
  ret double %product
}

define double @fdiv_double(double %lhs, double %rhs) noinline {
  %quotient = fdiv double %lhs, %rhs
  ret double %quotient
}

; Only equal signs keep the minus; x - x is +0.
define i32 @test_sums_double() {
  %got1 = call double @fadd_double(double 0.0, double 0.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.0)
  %got2 = call double @fadd_double(double -0.0, double -0.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.0)
  %got3 = call double @fadd_double(double 0.0, double -0.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0.0)
  %got4 = call double @fadd_double(double -0.0, double 0.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0.0)
  %got5 = call double @fadd_double(double 5.0, double -5.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0.0)
  %got6 = call double @fsub_double(double 0.0, double 0.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @fsub_double(double -0.0, double 0.0)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double -0.0)
  %got8 = call double @fsub_double(double 0.0, double -0.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @fsub_double(double -0.0, double -0.0)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 0.0)
  ret i32 %r9
}

define i32 @test_products_double() {
  %got1 = call double @fmul_double(double 0.0, double -1.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double -0.0)
  %got2 = call double @fmul_double(double -0.0, double -1.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0.0)
  %got3 = call double @fmul_double(double -0.0, double 3.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double -0.0)
  %got4 = call double @fmul_double(double -0.0, double -0.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0.0)
  %got5 = call double @fdiv_double(double 0.0, double -2.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double -0.0)
  %got6 = call double @fdiv_double(double -0.0, double -2.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @fdiv_double(double -0.0, double 2.0)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double -0.0)
  ret i32 %r7
}

; x + 0.0 turns -0.0 into 0.0, while x + -0.0 and x - 0.0 keep x.
define i32 @test_add_zero_is_not_identity() {
  %x = call double @opaque_double(double -0.0)
  %plus = fadd double %x, 0.0
  %r1 = call i32 @check_double(i32 0, i32 1, double %plus, double 0.0)
  %plus.minus = fadd double %x, -0.0
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %plus.minus, double -0.0)
  %minus = fsub double %x, 0.0
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %minus, double -0.0)
  %from.zero = fsub double 0.0, %x
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %from.zero, double 0.0)
  %from.minus.zero = fsub double -0.0, %x
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %from.minus.zero, double 0.0)
  ret i32 %r5
}

; fneg flips the sign of zero, subtraction from 0.0 does not.
define i32 @test_zero_minus_x_is_not_fneg() {
  %x = call float @opaque_float(float 0.0)
  %difference = fsub float 0.0, %x
  %r1 = call i32 @check_float(i32 0, i32 1, float %difference, float 0.0)
  %negation = fneg float %x
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %negation, float -0.0)
  ret i32 %r2
}

; x * 0.0 is not always 0.0.
define i32 @test_mul_by_zero_keeps_sign() {
  %x = call double @opaque_double(double -3.0)
  %product = fmul double %x, 0.0
  %r1 = call i32 @check_double(i32 0, i32 1, double %product, double -0.0)
  %y = call double @opaque_double(double 3.0)
  %other = fmul double %y, 0.0
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %other, double 0.0)
  ret i32 %r2
}

define i32 @test_zeros_compare_equal() {
  %plus = call double @opaque_double(double 0.0)
  %minus = call double @opaque_double(double -0.0)
  %equal = fcmp oeq double %plus, %minus
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %equal, i1 true)
  %less = fcmp olt double %minus, %plus
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %less, i1 false)
  %plus.bits = bitcast double %plus to i64
  %minus.bits = bitcast double %minus to i64
  %same.bits = icmp eq i64 %plus.bits, %minus.bits
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %same.bits, i1 false)
  ret i32 %r3
}

define i32 @test_underflow_keeps_sign() {
  %got1 = call double @fmul_double(double 0x96687E92154EF7AC, double 0x16687E92154EF7AC)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double -0.0)
  %got2 = call double @fmul_double(double 0x96687E92154EF7AC, double 0x96687E92154EF7AC)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0.0)
  %got3 = call float @fmul_float(float 0xB9B0000000000000, float 0x39B0000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float -0.0)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}

; Keeps the first failure: prior when non-zero, else code when got and want
; differ in any bit, the sign of zero included.
define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %got.bits = bitcast float %got to i32
  %want.bits = bitcast float %want to i32
  %same = icmp eq i32 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %got.bits = bitcast double %got to i64
  %want.bits = bitcast double %want to i64
  %same = icmp eq i64 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
