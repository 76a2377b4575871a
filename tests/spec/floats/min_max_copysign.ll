; minnum, maxnum, fabs and copysign. minnum and maxnum pass over a quiet NaN,
; fabs and copysign change the sign bit and nothing else.

define float @minnum_float(float %lhs, float %rhs) noinline {
  %chosen = call float @llvm.minnum.f32(float %lhs, float %rhs)
  ret float %chosen
}

define float @maxnum_float(float %lhs, float %rhs) noinline {
  %chosen = call float @llvm.maxnum.f32(float %lhs, float %rhs)
  ret float %chosen
}

define float @copysign_float(float %lhs, float %rhs) noinline {
  %signed = call float @llvm.copysign.f32(float %lhs, float %rhs)
  ret float %signed
}

define float @fabs_float(float %value) noinline {
  %magnitude = call float @llvm.fabs.f32(float %value)
  ret float %magnitude
}

define double @minnum_double(double %lhs, double %rhs) noinline {
  %chosen = call double @llvm.minnum.f64(double %lhs, double %rhs)
  ret double %chosen
}

define double @maxnum_double(double %lhs, double %rhs) noinline {
  %chosen = call double @llvm.maxnum.f64(double %lhs, double %rhs)
  ret double %chosen
}

define double @copysign_double(double %lhs, double %rhs) noinline {
  %signed = call double @llvm.copysign.f64(double %lhs, double %rhs)
  ret double %signed
}

define double @fabs_double(double %value) noinline {
  %magnitude = call double @llvm.fabs.f64(double %value)
  ret double %magnitude
}

define i32 @test_minnum() {
  %got1 = call float @minnum_float(float 1.5, float -2.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -2.5)
  %got2 = call float @minnum_float(float -2.5, float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -2.5)
  %got3 = call float @minnum_float(float 3.0, float 3.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 3.0)
  %got4 = call float @minnum_float(float 0xFFF0000000000000, float 7.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0xFFF0000000000000)
  %got5 = call float @minnum_float(float 0x7FF0000000000000, float 7.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 7.0)
  %got6 = call double @minnum_double(double 1.5, double -2.5)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double -2.5)
  %got7 = call double @minnum_double(double -2.5, double 1.5)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double -2.5)
  %got8 = call double @minnum_double(double 3.0, double 3.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 3.0)
  %got9 = call double @minnum_double(double 0xFFF0000000000000, double 7.0)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 0xFFF0000000000000)
  %got10 = call double @minnum_double(double 0x7FF0000000000000, double 7.0)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 7.0)
  ret i32 %r10
}

; A number beats a quiet NaN on either side.
define i32 @test_minnum_with_nan() {
  %got1 = call float @minnum_float(float 0x7FF8000000000000, float 4.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 4.0)
  %got2 = call float @minnum_float(float 4.0, float 0x7FF8000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 4.0)
  %got3 = call float @minnum_float(float 0x7FF8000000000000, float 0xFFF0000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0xFFF0000000000000)
  %got4 = call float @minnum_float(float 0x7FF8000000000000, float 0x7FF8000000000000)
  %r4 = call i32 @check_nan_float(i32 %r3, i32 4, float %got4)
  %got5 = call double @minnum_double(double 0x7FF8000000000000, double 4.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 4.0)
  %got6 = call double @minnum_double(double 4.0, double 0x7FF8000000000000)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 4.0)
  %got7 = call double @minnum_double(double 0x7FF8000000000000, double 0xFFF0000000000000)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0xFFF0000000000000)
  %got8 = call double @minnum_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r8 = call i32 @check_nan_double(i32 %r7, i32 8, double %got8)
  ret i32 %r8
}

define i32 @test_maxnum() {
  %got1 = call float @maxnum_float(float 1.5, float -2.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.5)
  %got2 = call float @maxnum_float(float -2.5, float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.5)
  %got3 = call float @maxnum_float(float 3.0, float 3.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 3.0)
  %got4 = call float @maxnum_float(float 0xFFF0000000000000, float 7.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 7.0)
  %got5 = call float @maxnum_float(float 0x7FF0000000000000, float 7.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0x7FF0000000000000)
  %got6 = call double @maxnum_double(double 1.5, double -2.5)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 1.5)
  %got7 = call double @maxnum_double(double -2.5, double 1.5)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 1.5)
  %got8 = call double @maxnum_double(double 3.0, double 3.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 3.0)
  %got9 = call double @maxnum_double(double 0xFFF0000000000000, double 7.0)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 7.0)
  %got10 = call double @maxnum_double(double 0x7FF0000000000000, double 7.0)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 0x7FF0000000000000)
  ret i32 %r10
}

; A number beats a quiet NaN on either side.
define i32 @test_maxnum_with_nan() {
  %got1 = call float @maxnum_float(float 0x7FF8000000000000, float 4.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 4.0)
  %got2 = call float @maxnum_float(float 4.0, float 0x7FF8000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 4.0)
  %got3 = call float @maxnum_float(float 0x7FF8000000000000, float 0xFFF0000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0xFFF0000000000000)
  %got4 = call float @maxnum_float(float 0x7FF8000000000000, float 0x7FF8000000000000)
  %r4 = call i32 @check_nan_float(i32 %r3, i32 4, float %got4)
  %got5 = call double @maxnum_double(double 0x7FF8000000000000, double 4.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 4.0)
  %got6 = call double @maxnum_double(double 4.0, double 0x7FF8000000000000)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 4.0)
  %got7 = call double @maxnum_double(double 0x7FF8000000000000, double 0xFFF0000000000000)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0xFFF0000000000000)
  %got8 = call double @maxnum_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r8 = call i32 @check_nan_double(i32 %r7, i32 8, double %got8)
  ret i32 %r8
}

define i32 @test_fabs() {
  %got1 = call float @fabs_float(float -2.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 2.5)
  %got2 = call float @fabs_float(float 2.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.5)
  %got3 = call float @fabs_float(float -0.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0.0)
  %got4 = call float @fabs_float(float 0xFFF0000000000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x7FF0000000000000)
  %got5 = call float @fabs_float(float 0x7FF8000000000000)
  %r5 = call i32 @check_nan_float(i32 %r4, i32 5, float %got5)
  %got6 = call double @fabs_double(double -2.5)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 2.5)
  %got7 = call double @fabs_double(double 2.5)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 2.5)
  %got8 = call double @fabs_double(double -0.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @fabs_double(double 0xFFF0000000000000)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 0x7FF0000000000000)
  %got10 = call double @fabs_double(double 0x7FF8000000000000)
  %r10 = call i32 @check_nan_double(i32 %r9, i32 10, double %got10)
  ret i32 %r10
}

define i32 @test_copysign() {
  %got1 = call float @copysign_float(float 2.5, float -1.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -2.5)
  %got2 = call float @copysign_float(float -2.5, float 0.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.5)
  %got3 = call float @copysign_float(float 2.5, float -0.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float -2.5)
  %got4 = call float @copysign_float(float 0.0, float 0xFFF0000000000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @copysign_float(float 0xFFF0000000000000, float 7.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0x7FF0000000000000)
  %got6 = call double @copysign_double(double 2.5, double -1.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double -2.5)
  %got7 = call double @copysign_double(double -2.5, double 0.0)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 2.5)
  %got8 = call double @copysign_double(double 2.5, double -0.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double -2.5)
  %got9 = call double @copysign_double(double 0.0, double 0xFFF0000000000000)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double -0.0)
  %got10 = call double @copysign_double(double 0xFFF0000000000000, double 7.0)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 0x7FF0000000000000)
  ret i32 %r10
}

; The sign of a NaN is copied from, and set, like any other.
define i32 @test_copysign_of_nan() {
  %nan.bits = call i64 @opaque_i64(i64 -2251799813685248)
  %nan = bitcast i64 %nan.bits to double
  %negative = call double @llvm.copysign.f64(double 3.0, double %nan)
  %r1 = call i32 @check_double(i32 0, i32 1, double %negative, double -3.0)
  %cleared = call double @llvm.copysign.f64(double %nan, double 1.0)
  %cleared.bits = bitcast double %cleared to i64
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %cleared.bits, i64 9221120237041090560)
  %absolute = call double @llvm.fabs.f64(double %nan)
  %absolute.bits = bitcast double %absolute to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %absolute.bits, i64 9221120237041090560)
  ret i32 %r3
}

; fneg of fabs sets the sign bit.
define i32 @test_negative_absolute() {
  %x = call float @opaque_float(float 2.5)
  %magnitude = call float @llvm.fabs.f32(float %x)
  %negative = fneg float %magnitude
  %r1 = call i32 @check_float(i32 0, i32 1, float %negative, float -2.5)
  %y = call double @opaque_double(double -0.0)
  %y.magnitude = call double @llvm.fabs.f64(double %y)
  %y.negative = fneg double %y.magnitude
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %y.negative, double -0.0)
  ret i32 %r2
}

define double @clamp(double %value, double %low, double %high) noinline {
  %raised = call double @llvm.maxnum.f64(double %value, double %low)
  %clamped = call double @llvm.minnum.f64(double %raised, double %high)
  ret double %clamped
}

; ORI-TARGETS: test_clamp clamp
define i32 @test_clamp() {
  %got1 = call double @clamp(double 0.5, double 0.0, double 1.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.5)
  %got2 = call double @clamp(double -3.0, double 0.0, double 1.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0.0)
  %got3 = call double @clamp(double 9.0, double 0.0, double 1.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 1.0)
  %got4 = call double @clamp(double 0x7FF8000000000000, double 0.0, double 1.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0.0)
  %got5 = call double @clamp(double 0x7FF0000000000000, double 0.0, double 1.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 1.0)
  ret i32 %r5
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

; The same for a NaN of any sign and payload.
define internal i32 @check_nan_float(i32 %prior, i32 %code, float %got) noinline {
  %bits = bitcast float %got to i32
  %magnitude = and i32 %bits, 2147483647
  %nan = icmp ugt i32 %magnitude, 2139095040
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_nan_double(i32 %prior, i32 %code, double %got) noinline {
  %bits = bitcast double %got to i64
  %magnitude = and i64 %bits, 9223372036854775807
  %nan = icmp ugt i64 %magnitude, 9218868437227405312
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare float @llvm.minnum.f32(float, float)
declare float @llvm.maxnum.f32(float, float)
declare float @llvm.copysign.f32(float, float)
declare float @llvm.fabs.f32(float)
declare double @llvm.minnum.f64(double, double)
declare double @llvm.maxnum.f64(double, double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fabs.f64(double)
