; llvm.fma rounds once, after the addition; llvm.fmuladd may round once or
; twice, so its operands here make every step exact.

; With x = 1 + 2^-30, x*x - (1 + 2^-29) is 2^-60;
; a product rounded by itself would lose it.
define i32 @test_fma_f64_rounds_once() {
  %x = call double @opaque_double(double 0x3FF0000000400000)
  %minus = call double @opaque_double(double 0xBFF0000000800000)
  %got1 = call double @llvm.fma.f64(double %x, double %x, double %minus)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x3C30000000000000)
  ret i32 %r1
}

; The same with x = 1 + 2^-12 in single precision: 2^-24 remains.
define i32 @test_fma_f32_rounds_once() {
  %x = call float @opaque_float(float 0x3FF0010000000000)
  %minus = call float @opaque_float(float 0xBFF0020000000000)
  %got1 = call float @llvm.fma.f32(float %x, float %x, float %minus)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x3E70000000000000)
  ret i32 %r1
}

; Without contraction allowed, separate instructions must not be fused.
define i32 @test_fmul_and_fadd_round_twice() {
  %x = call double @opaque_double(double 0x3FF0000000400000)
  %minus = call double @opaque_double(double 0xBFF0000000800000)
  %product = fmul double %x, %x
  %sum = fadd double %product, %minus
  %r1 = call i32 @check_double(i32 0, i32 1, double %sum, double 0.0)
  ret i32 %r1
}

define i32 @test_fma_plain_values() {
  %a = call double @opaque_double(double 3.0)
  %b = call double @opaque_double(double -4.5)
  %c = call double @opaque_double(double 20.0)
  %got1 = call double @llvm.fma.f64(double %a, double %b, double %c)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 6.5)
  %negated = fneg double %c
  %got2 = call double @llvm.fma.f64(double %a, double %b, double %negated)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -33.5)
  ret i32 %r2
}

define i32 @test_fma_infinities() {
  %infinite = call double @opaque_double(double 0x7FF0000000000000)
  %two = call double @opaque_double(double 2.0)
  %got1 = call double @llvm.fma.f64(double %infinite, double %two, double -1.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x7FF0000000000000)
  %result = call double @llvm.fma.f64(double %infinite, double 0.0, double 1.0)
  %is.nan = fcmp uno double %result, %result
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %is.nan, i1 true)
  ret i32 %r2
}

; The product alone would overflow; the sum does not.
define i32 @test_fma_avoids_overflow() {
  %huge = call double @opaque_double(double 0x7FE0000000000000)
  %minus = call double @opaque_double(double 0xFFE0000000000000)
  %got1 = call double @llvm.fma.f64(double %huge, double 2.0, double %minus)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x7FE0000000000000)
  ret i32 %r1
}

define i32 @test_fma_v4f32() {
  %a = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 2.0, float 3.0, float 0x3FF0010000000000>)
  %b = call <4 x float> @opaque_v4f32(<4 x float> <float 0.5, float 0.5, float -1.0, float 0x3FF0010000000000>)
  %c = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 1.0, float 1.0, float 0xBFF0020000000000>)
  %got1 = call <4 x float> @llvm.fma.v4f32(<4 x float> %a, <4 x float> %b, <4 x float> %c)
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %got1, <4 x float> <float 1.5, float 2.0, float -2.0, float 0x3E70000000000000>)
  ret i32 %r1
}

define i32 @test_fmuladd_exact_operands() {
  %a = call float @opaque_float(float 1.5)
  %b = call float @opaque_float(float 2.0)
  %c = call float @opaque_float(float -4.25)
  %got1 = call float @llvm.fmuladd.f32(float %a, float %b, float %c)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -1.25)
  %wide = call <2 x double> @opaque_v2f64(<2 x double> <double 8.0, double -0.5>)
  %got2 = call <2 x double> @llvm.fmuladd.v2f64(<2 x double> %wide, <2 x double> %wide, <2 x double> %wide)
  %r2 = call i32 @check_v2f64(i32 %r1, i32 2, <2 x double> %got2, <2 x double> <double 72.0, double -0.25>)
  ret i32 %r2
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

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %same = fcmp oeq double %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %same = fcmp oeq float %got, %want
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

declare double @llvm.fma.f64(double, double, double)
declare float @llvm.fma.f32(float, float, float)
declare <4 x float> @llvm.fma.v4f32(<4 x float>, <4 x float>, <4 x float>)
declare float @llvm.fmuladd.f32(float, float, float)
declare <2 x double> @llvm.fmuladd.v2f64(<2 x double>, <2 x double>, <2 x double>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
