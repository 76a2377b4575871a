; Lane-wise floating-point arithmetic on <4 x float>, <8 x float> and
; <2 x double>; all expected values are exact.

define i32 @test_add_sub_v4f32() {
  %lhs = call <4 x float> @opaque_v4f32(<4 x float> <float 1.5, float -2.25, float 0.0, float 1024.0>)
  %rhs = call <4 x float> @opaque_v4f32(<4 x float> <float 0.25, float 2.25, float -8.0, float 0.5>)
  %sum = fadd <4 x float> %lhs, %rhs
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %sum, <4 x float> <float 1.75, float 0.0, float -8.0, float 1024.5>)
  %difference = fsub <4 x float> %lhs, %rhs
  %r2 = call i32 @check_v4f32(i32 %r1, i32 2, <4 x float> %difference, <4 x float> <float 1.25, float -4.5, float 8.0, float 1023.5>)
  ret i32 %r2
}

define i32 @test_mul_div_v2f64() {
  %lhs = call <2 x double> @opaque_v2f64(<2 x double> <double 3.0, double -10.0>)
  %rhs = call <2 x double> @opaque_v2f64(<2 x double> <double 0.5, double 4.0>)
  %product = fmul <2 x double> %lhs, %rhs
  %r1 = call i32 @check_v2f64(i32 0, i32 1, <2 x double> %product, <2 x double> <double 1.5, double -40.0>)
  %quotient = fdiv <2 x double> %lhs, %rhs
  %r2 = call i32 @check_v2f64(i32 %r1, i32 2, <2 x double> %quotient, <2 x double> <double 6.0, double -2.5>)
  ret i32 %r2
}

define i32 @test_mul_v8f32() {
  %lhs = call <8 x float> @opaque_v8f32(<8 x float> <float 0.0, float 1.0, float 2.0, float 3.0, float 4.0, float 5.0, float 6.0, float 7.0>)
  %square = fmul <8 x float> %lhs, %lhs
  %r1 = call i32 @check_v8f32(i32 0, i32 1, <8 x float> %square, <8 x float> <float 0.0, float 1.0, float 4.0, float 9.0, float 16.0, float 25.0, float 36.0, float 49.0>)
  ret i32 %r1
}

; The remainder carries the sign of the dividend.
define i32 @test_frem_v4f32() {
  %dividend = call <4 x float> @opaque_v4f32(<4 x float> <float 5.5, float -5.5, float 5.5, float 8.0>)
  %divisor = call <4 x float> @opaque_v4f32(<4 x float> <float 2.0, float 2.0, float -2.0, float 4.0>)
  %remainder = frem <4 x float> %dividend, %divisor
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %remainder, <4 x float> <float 1.5, float -1.5, float 1.5, float 0.0>)
  ret i32 %r1
}

; Compared as bits, so that 0.0 and -0.0 differ.
define i32 @test_fneg_flips_only_the_sign() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 0.0, float -0.0, float 1.0, float 0xFFF0000000000000>)
  %negated = fneg <4 x float> %value
  %bits = bitcast <4 x float> %negated to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %bits, <4 x i32> <i32 -2147483648, i32 0, i32 -1082130432, i32 2139095040>)
  ret i32 %r1
}

define i32 @test_sqrt_and_fabs_v2f64() {
  %value = call <2 x double> @opaque_v2f64(<2 x double> <double 2.25, double 144.0>)
  %root = call <2 x double> @llvm.sqrt.v2f64(<2 x double> %value)
  %r1 = call i32 @check_v2f64(i32 0, i32 1, <2 x double> %root, <2 x double> <double 1.5, double 12.0>)
  %signed = call <2 x double> @opaque_v2f64(<2 x double> <double -3.5, double 3.5>)
  %magnitude = call <2 x double> @llvm.fabs.v2f64(<2 x double> %signed)
  %r2 = call i32 @check_v2f64(i32 %r1, i32 2, <2 x double> %magnitude, <2 x double> <double 3.5, double 3.5>)
  ret i32 %r2
}

define i32 @test_rounding_intrinsics_v4f32() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 1.5, float -1.5, float 2.25, float -2.75>)
  %down = call <4 x float> @llvm.floor.v4f32(<4 x float> %value)
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %down, <4 x float> <float 1.0, float -2.0, float 2.0, float -3.0>)
  %up = call <4 x float> @llvm.ceil.v4f32(<4 x float> %value)
  %r2 = call i32 @check_v4f32(i32 %r1, i32 2, <4 x float> %up, <4 x float> <float 2.0, float -1.0, float 3.0, float -2.0>)
  %toward.zero = call <4 x float> @llvm.trunc.v4f32(<4 x float> %value)
  %r3 = call i32 @check_v4f32(i32 %r2, i32 3, <4 x float> %toward.zero, <4 x float> <float 1.0, float -1.0, float 2.0, float -2.0>)
  ret i32 %r3
}

; With one NaN operand the other operand is the answer.
define i32 @test_minnum_maxnum_v4f32() {
  %lhs = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float -4.0, float 0x7FF8000000000000, float 9.0>)
  %rhs = call <4 x float> @opaque_v4f32(<4 x float> <float 2.0, float -8.0, float 3.0, float 0x7FF8000000000000>)
  %least = call <4 x float> @llvm.minnum.v4f32(<4 x float> %lhs, <4 x float> %rhs)
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %least, <4 x float> <float 1.0, float -8.0, float 3.0, float 9.0>)
  %most = call <4 x float> @llvm.maxnum.v4f32(<4 x float> %lhs, <4 x float> %rhs)
  %r2 = call i32 @check_v4f32(i32 %r1, i32 2, <4 x float> %most, <4 x float> <float 2.0, float -4.0, float 3.0, float 9.0>)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x float> @opaque_v4f32(<4 x float> %value) noinline {
  %slot = alloca <4 x float>
  store volatile <4 x float> %value, ptr %slot
  %seen = load volatile <4 x float>, ptr %slot
  ret <4 x float> %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
}

define internal <8 x float> @opaque_v8f32(<8 x float> %value) noinline {
  %slot = alloca <8 x float>
  store volatile <8 x float> %value, ptr %slot
  %seen = load volatile <8 x float>, ptr %slot
  ret <8 x float> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_v4f32(i32 %prior, i32 %code, <4 x float> %got, <4 x float> %want) noinline {
  %lanes = fcmp oeq <4 x float> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v2f64(i32 %prior, i32 %code, <2 x double> %got, <2 x double> %want) noinline {
  %lanes = fcmp oeq <2 x double> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v2i1(<2 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v8f32(i32 %prior, i32 %code, <8 x float> %got, <8 x float> %want) noinline {
  %lanes = fcmp oeq <8 x float> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare <2 x double> @llvm.sqrt.v2f64(<2 x double>)
declare <2 x double> @llvm.fabs.v2f64(<2 x double>)
declare <4 x float> @llvm.floor.v4f32(<4 x float>)
declare <4 x float> @llvm.ceil.v4f32(<4 x float>)
declare <4 x float> @llvm.trunc.v4f32(<4 x float>)
declare <4 x float> @llvm.minnum.v4f32(<4 x float>, <4 x float>)
declare <4 x float> @llvm.maxnum.v4f32(<4 x float>, <4 x float>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
