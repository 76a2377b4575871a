; Numbers below the smallest normal one: they must be neither flushed to zero
; nor lose bits that fit.

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

; Smallest normal halves into the denormals; the smallest denormal halves to 0.
define i32 @test_halving_float() {
  %got1 = call float @fmul_float(float 0x3810000000000000, float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x3800000000000000)
  %got2 = call float @fmul_float(float 0x36B0000000000000, float 0.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x36A0000000000000)
  %got3 = call float @fmul_float(float 0x36A0000000000000, float 0.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0.0)
  %got4 = call float @fmul_float(float 0x36B8000000000000, float 0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x36B0000000000000)
  %got5 = call float @fmul_float(float 0xB6A0000000000000, float 0.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -0.0)
  ret i32 %r5
}

; The half of three units is a tie and goes to the even two.
define i32 @test_halving_double() {
  %got1 = call double @fmul_double(double 0x0010000000000000, double 0.5)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x0008000000000000)
  %got2 = call double @fmul_double(double 0x0000000000000002, double 0.5)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0x0000000000000001)
  %got3 = call double @fmul_double(double 0x0000000000000001, double 0.5)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0.0)
  %got4 = call double @fmul_double(double 0x0000000000000003, double 0.5)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x0000000000000002)
  %got5 = call double @fmul_double(double 0x8000000000000001, double 0.5)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double -0.0)
  ret i32 %r5
}

; x - y is zero only when x equals y.
define i32 @test_gradual_underflow() {
  %got1 = call float @fsub_float(float 0x3810000020000000, float 0x3810000000000000)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x36A0000000000000)
  %got2 = call float @fsub_float(float 0x3810000000000000, float 0x380FFFFFC0000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x36A0000000000000)
  %got3 = call double @fsub_double(double 0x0010000000000001, double 0x0010000000000000)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x0000000000000001)
  %got4 = call double @fsub_double(double 0x0010000000000000, double 0x000FFFFFFFFFFFFF)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x0000000000000001)
  %got5 = call double @fsub_double(double 0x0000000000000001, double 0x0000000000000001)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0.0)
  ret i32 %r5
}

define i32 @test_denormal_sums() {
  %got1 = call float @fadd_float(float 0x36A0000000000000, float 0x36A0000000000000)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x36B0000000000000)
  %got2 = call float @fadd_float(float 0x380FFFFFC0000000, float 0x36A0000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x3810000000000000)
  %got3 = call float @fadd_float(float 1.0, float 0x36A0000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 1.0)
  %got4 = call double @fadd_double(double 0x0000000000000001, double 0x0000000000000001)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x0000000000000002)
  %got5 = call double @fadd_double(double 0x000FFFFFFFFFFFFF, double 0x0000000000000001)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x0010000000000000)
  %got6 = call double @fadd_double(double 1.0, double 0x0000000000000001)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 1.0)
  ret i32 %r6
}

define i32 @test_denormal_quotients() {
  %got1 = call float @fdiv_float(float 0x36A0000000000000, float 0x36A0000000000000)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.0)
  %got2 = call float @fdiv_float(float 0x36C8000000000000, float 2.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x36B8000000000000)
  %got3 = call float @fdiv_float(float 1.0, float 0x47E0000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x3800000000000000)
  %got4 = call double @fdiv_double(double 0x0000000000000001, double 0x0000000000000001)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 1.0)
  %got5 = call double @fdiv_double(double 0x0000000000000006, double 2.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x0000000000000003)
  %got6 = call double @fdiv_double(double 0x0000000000000001, double 0x0010000000000000)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0x3CB0000000000000)
  ret i32 %r6
}

define i32 @test_denormal_compare() {
  %tiny = call float @opaque_float(float 0x36A0000000000000)
  %above = fcmp ogt float %tiny, 0.0
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %above, i1 true)
  %equal = fcmp oeq float %tiny, 0.0
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %equal, i1 false)
  %wee = call double @opaque_double(double 0x0000000000000001)
  %wee.above = fcmp ogt double %wee, 0.0
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %wee.above, i1 true)
  %negated = fneg double %wee
  %below = fcmp olt double %negated, 0.0
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %below, i1 true)
  ret i32 %r4
}

; The smallest denormal has just the last bit set.
define i32 @test_denormal_bits() {
  %tiny.bits = call i32 @opaque_i32(i32 1)
  %tiny = bitcast i32 %tiny.bits to float
  %doubled = fadd float %tiny, %tiny
  %bits = bitcast float %doubled to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %bits, i32 2)
  %wee.bits = call i64 @opaque_i64(i64 4503599627370495)
  %wee = bitcast i64 %wee.bits to double
  %next = fadd double %wee, 0x0000000000000001
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %next, double 0x0010000000000000)
  ret i32 %r2
}

define i32 @halvings_to_zero(double %start) noinline {
entry:
  br label %loop

loop:
  %x = phi double [ %start, %entry ], [ %half, %loop ]
  %count = phi i32 [ 0, %entry ], [ %count.next, %loop ]
  %half = fmul double %x, 0.5
  %count.next = add i32 %count, 1
  %alive = fcmp one double %half, 0.0
  br i1 %alive, label %loop, label %exit

exit:
  ret i32 %count.next
}

; From 1.0 there are 1074 steps to the smallest number and one more to 0.
; ORI-TARGETS: test_halvings_to_zero halvings_to_zero
define i32 @test_halvings_to_zero() {
  %got1 = call i32 @halvings_to_zero(double 1.0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 1075)
  %got2 = call i32 @halvings_to_zero(double 0x0000000000000001)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1)
  %got3 = call i32 @halvings_to_zero(double 0x0170000000000000)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 75)
  ret i32 %r3
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

define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
