; fadd, fsub, fmul, fdiv and fneg on double: exact results, results rounded to
; nearest even and simple series.

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

define i32 @test_fadd_double() {
  %got1 = call double @fadd_double(double 1.5, double 2.25)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 3.75)
  %got2 = call double @fadd_double(double -1.5, double 0.5)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -1.0)
  %got3 = call double @fadd_double(double 0x4202A05F20000000, double 0.25)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x4202A05F20020000)
  %got4 = call double @fadd_double(double 0x3FB999999999999A, double 0x3FC999999999999A)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x3FD3333333333334)
  ret i32 %r4
}

define i32 @test_fsub_double() {
  %got1 = call double @fsub_double(double 1.5, double 2.25)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double -0.75)
  %got2 = call double @fsub_double(double 2.0, double 0.5)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 1.5)
  %got3 = call double @fsub_double(double 0x3FD3333333333333, double 0x3FB999999999999A)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x3FC9999999999999)
  %got4 = call double @fsub_double(double -7.0, double -7.5)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0.5)
  ret i32 %r4
}

; The last two results are rounded.
define i32 @test_fmul_double() {
  %got1 = call double @fmul_double(double 1.5, double 2.5)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 3.75)
  %got2 = call double @fmul_double(double -3.0, double 0.125)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.375)
  %got3 = call double @fmul_double(double 0x3FB999999999999A, double 3.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x3FD3333333333334)
  %got4 = call double @fmul_double(double 0x3FF199999999999A, double 0x3FF199999999999A)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x3FF35C28F5C28F5D)
  ret i32 %r4
}

; The last two results are rounded.
define i32 @test_fdiv_double() {
  %got1 = call double @fdiv_double(double 7.5, double 2.5)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 3.0)
  %got2 = call double @fdiv_double(double 1.0, double -8.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.125)
  %got3 = call double @fdiv_double(double 1.0, double 3.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x3FD5555555555555)
  %got4 = call double @fdiv_double(double 22.0, double 7.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x4009249249249249)
  ret i32 %r4
}

; 2^53 + 1 and 2^53 + 3 lie halfway between neighbours.
define i32 @test_ties_to_even() {
  %got1 = call double @fadd_double(double 0x4340000000000000, double 1.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x4340000000000000)
  %got2 = call double @fadd_double(double 0x4340000000000000, double 3.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0x4340000000000002)
  %got3 = call double @fadd_double(double 0x4340000000000001, double 1.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x4340000000000002)
  %got4 = call double @fadd_double(double 0xC340000000000000, double -1.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0xC340000000000000)
  %got5 = call double @fadd_double(double 0x4340000000000000, double 0x3FF0000100000000)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x4340000000000001)
  ret i32 %r5
}

define i32 @test_fneg() {
  %x = call double @opaque_double(double 2.5)
  %negated = fneg double %x
  %r1 = call i32 @check_double(i32 0, i32 1, double %negated, double -2.5)
  %zero = call double @opaque_double(double 0.0)
  %minus.zero = fneg double %zero
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %minus.zero, double -0.0)
  %back = fneg double %minus.zero
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %back, double 0.0)
  ret i32 %r3
}

; 2 x^3 - 3 x^2 + x / 2 + 4.
define double @horner(double %x) noinline {
  %c2 = fmul double %x, 2.0
  %s2 = fadd double %c2, -3.0
  %c1 = fmul double %s2, %x
  %s1 = fadd double %c1, 0.5
  %c0 = fmul double %s1, %x
  %s0 = fadd double %c0, 4.0
  ret double %s0
}

; ORI-TARGETS: test_polynomial horner
define i32 @test_polynomial() {
  %got1 = call double @horner(double 0.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 4.0)
  %got2 = call double @horner(double 1.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 3.5)
  %got3 = call double @horner(double -2.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double -25.0)
  %got4 = call double @horner(double 0.5)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 3.75)
  %got5 = call double @horner(double 10.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 1709.0)
  ret i32 %r5
}

; Adds 1/1 + 1/2 + ... in this order, rounding at every step.
define double @harmonic(i32 %terms) noinline {
entry:
  br label %loop

loop:
  %k = phi i32 [ 1, %entry ], [ %k.next, %loop ]
  %sum = phi double [ 0.0, %entry ], [ %sum.next, %loop ]
  %k.real = sitofp i32 %k to double
  %term = fdiv double 1.0, %k.real
  %sum.next = fadd double %sum, %term
  %k.next = add i32 %k, 1
  %more = icmp sle i32 %k.next, %terms
  br i1 %more, label %loop, label %exit

exit:
  ret double %sum.next
}

; The order of additions shows in the last bits.
; ORI-TARGETS: test_harmonic_series harmonic
define i32 @test_harmonic_series() {
  %got1 = call double @harmonic(i32 1)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 1.0)
  %got2 = call double @harmonic(i32 2)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 1.5)
  %got3 = call double @harmonic(i32 1000)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x401DF11F45F4E618)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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
