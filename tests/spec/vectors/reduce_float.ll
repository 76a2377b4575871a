; llvm.vector.reduce.f* : ordered sums and products with a start value, and
; the extremes.

define i32 @test_reduce_fadd_start_value() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 2.0, float 3.0, float 4.5>)
  %got1 = call float @llvm.vector.reduce.fadd.v4f32(float 0.0, <4 x float> %value)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 10.5)
  %got2 = call float @llvm.vector.reduce.fadd.v4f32(float 100.0, <4 x float> %value)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 110.5)
  ret i32 %r2
}

; 2^24 + 1 rounds back to 2^24, so that only the order
; ((2^24 + 1) + 1) + 1 gives 2^24; any tree of sums gives more.
define i32 @test_reduce_fadd_is_sequential() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 16777216.0, float 1.0, float 1.0, float 1.0>)
  %got1 = call float @llvm.vector.reduce.fadd.v4f32(float 0.0, <4 x float> %value)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 16777216.0)
  ret i32 %r1
}

; The start value takes part before lane 0, not after the last lane.
define i32 @test_reduce_fadd_start_comes_first() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 1.0, float 1.0, float 1.0>)
  %start = call float @opaque_float(float 16777216.0)
  %got1 = call float @llvm.vector.reduce.fadd.v4f32(float %start, <4 x float> %value)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 16777216.0)
  ret i32 %r1
}

; With reassoc any order is allowed; these sums are exact in every order.
define i32 @test_reduce_fadd_reassociated() {
  %value = call <8 x float> @opaque_v8f32(<8 x float> <float 1.0, float 2.0, float 4.0, float 8.0, float 16.0, float 32.0, float 64.0, float 128.0>)
  %sum = call reassoc float @llvm.vector.reduce.fadd.v8f32(float 0.5, <8 x float> %value)
  %r1 = call i32 @check_float(i32 0, i32 1, float %sum, float 255.5)
  ret i32 %r1
}

define i32 @test_reduce_fmul() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 2.0, float -3.0, float 0.5, float 4.0>)
  %got1 = call float @llvm.vector.reduce.fmul.v4f32(float 1.0, <4 x float> %value)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -12.0)
  %pair = call <2 x double> @opaque_v2f64(<2 x double> <double 1.5, double 8.0>)
  %got2 = call double @llvm.vector.reduce.fmul.v2f64(double 0.25, <2 x double> %pair)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 3.0)
  ret i32 %r2
}

define i32 @test_reduce_fmax_fmin() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float -2.0, float 7.5, float -9.25, float 1.0>)
  %got1 = call float @llvm.vector.reduce.fmax.v4f32(<4 x float> %value)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 7.5)
  %got2 = call float @llvm.vector.reduce.fmin.v4f32(<4 x float> %value)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -9.25)
  %pair = call <2 x double> @opaque_v2f64(<2 x double> <double -0.5, double -0.25>)
  %got3 = call double @llvm.vector.reduce.fmax.v2f64(<2 x double> %pair)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double -0.25)
  %got4 = call double @llvm.vector.reduce.fmin.v2f64(<2 x double> %pair)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double -0.5)
  ret i32 %r4
}

; Padding lanes must be neutral for each operation.
define i32 @test_reduce_odd_length() {
  %value = call <3 x double> @opaque_v3f64(<3 x double> <double -3.0, double -5.0, double -7.0>)
  %got1 = call double @llvm.vector.reduce.fadd.v3f64(double 0.0, <3 x double> %value)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double -15.0)
  %got2 = call double @llvm.vector.reduce.fmul.v3f64(double 1.0, <3 x double> %value)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -105.0)
  %got3 = call double @llvm.vector.reduce.fmax.v3f64(<3 x double> %value)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double -3.0)
  %got4 = call double @llvm.vector.reduce.fmin.v3f64(<3 x double> %value)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double -7.0)
  ret i32 %r4
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x float> @opaque_v4f32(<4 x float> %value) noinline {
  %slot = alloca <4 x float>
  store volatile <4 x float> %value, ptr %slot
  %seen = load volatile <4 x float>, ptr %slot
  ret <4 x float> %seen
}

define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}

define internal <8 x float> @opaque_v8f32(<8 x float> %value) noinline {
  %slot = alloca <8 x float>
  store volatile <8 x float> %value, ptr %slot
  %seen = load volatile <8 x float>, ptr %slot
  ret <8 x float> %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
}

define internal <3 x double> @opaque_v3f64(<3 x double> %value) noinline {
  %slot = alloca <3 x double>
  store volatile <3 x double> %value, ptr %slot
  %seen = load volatile <3 x double>, ptr %slot
  ret <3 x double> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %same = fcmp oeq float %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %same = fcmp oeq double %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare float @llvm.vector.reduce.fadd.v4f32(float, <4 x float>)
declare float @llvm.vector.reduce.fadd.v8f32(float, <8 x float>)
declare float @llvm.vector.reduce.fmul.v4f32(float, <4 x float>)
declare double @llvm.vector.reduce.fmul.v2f64(double, <2 x double>)
declare float @llvm.vector.reduce.fmax.v4f32(<4 x float>)
declare float @llvm.vector.reduce.fmin.v4f32(<4 x float>)
declare double @llvm.vector.reduce.fmax.v2f64(<2 x double>)
declare double @llvm.vector.reduce.fmin.v2f64(<2 x double>)
declare double @llvm.vector.reduce.fadd.v3f64(double, <3 x double>)
declare double @llvm.vector.reduce.fmul.v3f64(double, <3 x double>)
declare double @llvm.vector.reduce.fmax.v3f64(<3 x double>)
declare double @llvm.vector.reduce.fmin.v3f64(<3 x double>)
