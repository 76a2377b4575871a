; fadd, fsub, fmul, fdiv and fneg on float: exact results, results rounded to
; nearest even and simple series.

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

define i32 @test_fadd_float() {
  %got1 = call float @fadd_float(float 1.5, float 2.25)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 3.75)
  %got2 = call float @fadd_float(float -1.5, float 0.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -1.0)
  %got3 = call float @fadd_float(float 1048576.0, float 0.25)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 1048576.25)
  %got4 = call float @fadd_float(float 0x3FB99999A0000000, float 0x3FC99999A0000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x3FD3333340000000)
  ret i32 %r4
}

define i32 @test_fsub_float() {
  %got1 = call float @fsub_float(float 1.5, float 2.25)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -0.75)
  %got2 = call float @fsub_float(float 2.0, float 0.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.5)
  %got3 = call float @fsub_float(float 0x3FD3333340000000, float 0x3FB99999A0000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x3FC99999C0000000)
  %got4 = call float @fsub_float(float -7.0, float -7.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0.5)
  ret i32 %r4
}

; The last two results are rounded.
define i32 @test_fmul_float() {
  %got1 = call float @fmul_float(float 1.5, float 2.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 3.75)
  %got2 = call float @fmul_float(float -3.0, float 0.125)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -0.375)
  %got3 = call float @fmul_float(float 0x3FB99999A0000000, float 3.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x3FD3333340000000)
  %got4 = call float @fmul_float(float 0x3FF19999A0000000, float 0x3FF19999A0000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x3FF35C2900000000)
  ret i32 %r4
}

; The last two results are rounded.
define i32 @test_fdiv_float() {
  %got1 = call float @fdiv_float(float 7.5, float 2.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 3.0)
  %got2 = call float @fdiv_float(float 1.0, float -8.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -0.125)
  %got3 = call float @fdiv_float(float 1.0, float 3.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x3FD5555560000000)
  %got4 = call float @fdiv_float(float 22.0, float 7.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x4009249240000000)
  ret i32 %r4
}

; 2^24 + 1 and 2^24 + 3 lie halfway between neighbours.
define i32 @test_ties_to_even() {
  %got1 = call float @fadd_float(float 16777216.0, float 1.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 16777216.0)
  %got2 = call float @fadd_float(float 16777216.0, float 3.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 16777220.0)
  %got3 = call float @fadd_float(float 16777218.0, float 1.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 16777220.0)
  %got4 = call float @fadd_float(float -16777216.0, float -1.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -16777216.0)
  %got5 = call float @fadd_float(float 16777216.0, float 0x3FF0000100000000)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 16777218.0)
  ret i32 %r5
}

define i32 @test_fneg() {
  %x = call float @opaque_float(float 2.5)
  %negated = fneg float %x
  %r1 = call i32 @check_float(i32 0, i32 1, float %negated, float -2.5)
  %zero = call float @opaque_float(float 0.0)
  %minus.zero = fneg float %zero
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %minus.zero, float -0.0)
  %back = fneg float %minus.zero
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %back, float 0.0)
  ret i32 %r3
}

; 2 x^3 - 3 x^2 + x / 2 + 4.
define float @horner(float %x) noinline {
  %c2 = fmul float %x, 2.0
  %s2 = fadd float %c2, -3.0
  %c1 = fmul float %s2, %x
  %s1 = fadd float %c1, 0.5
  %c0 = fmul float %s1, %x
  %s0 = fadd float %c0, 4.0
  ret float %s0
}

; ORI-TARGETS: test_polynomial horner
define i32 @test_polynomial() {
  %got1 = call float @horner(float 0.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 4.0)
  %got2 = call float @horner(float 1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 3.5)
  %got3 = call float @horner(float -2.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float -25.0)
  %got4 = call float @horner(float 0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 3.75)
  %got5 = call float @horner(float 10.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 1709.0)
  ret i32 %r5
}

; Adds 1/1 + 1/2 + ... in this order, rounding at every step.
define float @harmonic(i32 %terms) noinline {
entry:
  br label %loop

loop:
  %k = phi i32 [ 1, %entry ], [ %k.next, %loop ]
  %sum = phi float [ 0.0, %entry ], [ %sum.next, %loop ]
  %k.real = sitofp i32 %k to float
  %term = fdiv float 1.0, %k.real
  %sum.next = fadd float %sum, %term
  %k.next = add i32 %k, 1
  %more = icmp sle i32 %k.next, %terms
  br i1 %more, label %loop, label %exit

exit:
  ret float %sum.next
}

; The order of additions shows in the last bits.
; ORI-TARGETS: test_harmonic_series harmonic
define i32 @test_harmonic_series() {
  %got1 = call float @harmonic(i32 1)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.0)
  %got2 = call float @harmonic(i32 2)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.5)
  %got3 = call float @harmonic(i32 1000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x401DF12140000000)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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
