; The rounding intrinsics on float and double: halves, signs of zero, numbers
; too large for a fraction, infinities.

define float @floor_float(float %value) noinline {
  %rounded = call float @llvm.floor.f32(float %value)
  ret float %rounded
}

define double @floor_double(double %value) noinline {
  %rounded = call double @llvm.floor.f64(double %value)
  ret double %rounded
}

define i32 @test_floor() {
  %got1 = call float @floor_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @floor_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @floor_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 2.0)
  %got4 = call float @floor_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -1.0)
  %got5 = call float @floor_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -2.0)
  %got6 = call float @floor_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -3.0)
  %got7 = call float @floor_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0.0)
  %got8 = call double @floor_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @floor_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 1.0)
  %got10 = call double @floor_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 2.0)
  %got11 = call double @floor_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -1.0)
  %got12 = call double @floor_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -2.0)
  %got13 = call double @floor_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -3.0)
  %got14 = call double @floor_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 0.0)
  ret i32 %r14
}

define float @ceil_float(float %value) noinline {
  %rounded = call float @llvm.ceil.f32(float %value)
  ret float %rounded
}

define double @ceil_double(double %value) noinline {
  %rounded = call double @llvm.ceil.f64(double %value)
  ret double %rounded
}

define i32 @test_ceil() {
  %got1 = call float @ceil_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.0)
  %got2 = call float @ceil_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @ceil_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 3.0)
  %got4 = call float @ceil_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @ceil_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -1.0)
  %got6 = call float @ceil_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -2.0)
  %got7 = call float @ceil_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 1.0)
  %got8 = call double @ceil_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 1.0)
  %got9 = call double @ceil_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 2.0)
  %got10 = call double @ceil_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 3.0)
  %got11 = call double @ceil_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -0.0)
  %got12 = call double @ceil_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -1.0)
  %got13 = call double @ceil_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -2.0)
  %got14 = call double @ceil_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 1.0)
  ret i32 %r14
}

define float @trunc_float(float %value) noinline {
  %rounded = call float @llvm.trunc.f32(float %value)
  ret float %rounded
}

define double @trunc_double(double %value) noinline {
  %rounded = call double @llvm.trunc.f64(double %value)
  ret double %rounded
}

define i32 @test_trunc() {
  %got1 = call float @trunc_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @trunc_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @trunc_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 2.0)
  %got4 = call float @trunc_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @trunc_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -1.0)
  %got6 = call float @trunc_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -2.0)
  %got7 = call float @trunc_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0.0)
  %got8 = call double @trunc_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @trunc_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 1.0)
  %got10 = call double @trunc_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 2.0)
  %got11 = call double @trunc_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -0.0)
  %got12 = call double @trunc_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -1.0)
  %got13 = call double @trunc_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -2.0)
  %got14 = call double @trunc_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 0.0)
  ret i32 %r14
}

define float @rint_float(float %value) noinline {
  %rounded = call float @llvm.rint.f32(float %value)
  ret float %rounded
}

define double @rint_double(double %value) noinline {
  %rounded = call double @llvm.rint.f64(double %value)
  ret double %rounded
}

; The default rounding mode takes halves to the even neighbour.
define i32 @test_rint() {
  %got1 = call float @rint_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @rint_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @rint_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 2.0)
  %got4 = call float @rint_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @rint_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -2.0)
  %got6 = call float @rint_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -3.0)
  %got7 = call float @rint_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0.0)
  %got8 = call double @rint_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @rint_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 2.0)
  %got10 = call double @rint_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 2.0)
  %got11 = call double @rint_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -0.0)
  %got12 = call double @rint_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -2.0)
  %got13 = call double @rint_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -3.0)
  %got14 = call double @rint_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 0.0)
  ret i32 %r14
}

define float @nearbyint_float(float %value) noinline {
  %rounded = call float @llvm.nearbyint.f32(float %value)
  ret float %rounded
}

define double @nearbyint_double(double %value) noinline {
  %rounded = call double @llvm.nearbyint.f64(double %value)
  ret double %rounded
}

define i32 @test_nearbyint() {
  %got1 = call float @nearbyint_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @nearbyint_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @nearbyint_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 2.0)
  %got4 = call float @nearbyint_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @nearbyint_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -2.0)
  %got6 = call float @nearbyint_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -3.0)
  %got7 = call float @nearbyint_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0.0)
  %got8 = call double @nearbyint_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @nearbyint_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 2.0)
  %got10 = call double @nearbyint_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 2.0)
  %got11 = call double @nearbyint_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -0.0)
  %got12 = call double @nearbyint_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -2.0)
  %got13 = call double @nearbyint_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -3.0)
  %got14 = call double @nearbyint_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 0.0)
  ret i32 %r14
}

define float @round_float(float %value) noinline {
  %rounded = call float @llvm.round.f32(float %value)
  ret float %rounded
}

define double @round_double(double %value) noinline {
  %rounded = call double @llvm.round.f64(double %value)
  ret double %rounded
}

; Halves go away from zero.
define i32 @test_round() {
  %got1 = call float @round_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.0)
  %got2 = call float @round_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @round_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 3.0)
  %got4 = call float @round_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -1.0)
  %got5 = call float @round_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -2.0)
  %got6 = call float @round_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -3.0)
  %got7 = call float @round_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0.0)
  %got8 = call double @round_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 1.0)
  %got9 = call double @round_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 2.0)
  %got10 = call double @round_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 3.0)
  %got11 = call double @round_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -1.0)
  %got12 = call double @round_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -2.0)
  %got13 = call double @round_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -3.0)
  %got14 = call double @round_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 0.0)
  ret i32 %r14
}

define float @roundeven_float(float %value) noinline {
  %rounded = call float @llvm.roundeven.f32(float %value)
  ret float %rounded
}

define double @roundeven_double(double %value) noinline {
  %rounded = call double @llvm.roundeven.f64(double %value)
  ret double %rounded
}

; Halves go to the even neighbour.
define i32 @test_roundeven() {
  %got1 = call float @roundeven_float(float 0.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @roundeven_float(float 1.5)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @roundeven_float(float 2.5)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 2.0)
  %got4 = call float @roundeven_float(float -0.5)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @roundeven_float(float -1.5)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float -2.0)
  %got6 = call float @roundeven_float(float -2.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -3.0)
  %got7 = call float @roundeven_float(float 0.25)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0.0)
  %got8 = call double @roundeven_double(double 0.5)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0.0)
  %got9 = call double @roundeven_double(double 1.5)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 2.0)
  %got10 = call double @roundeven_double(double 2.5)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 2.0)
  %got11 = call double @roundeven_double(double -0.5)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double -0.0)
  %got12 = call double @roundeven_double(double -1.5)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double -2.0)
  %got13 = call double @roundeven_double(double -2.75)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double -3.0)
  %got14 = call double @roundeven_double(double 0.25)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double 0.0)
  ret i32 %r14
}

; Adding one half and truncating would round this up.
define i32 @test_just_below_half() {
  %got1 = call double @round_double(double 0x3FDFFFFFFFFFFFFF)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.0)
  %got2 = call double @round_double(double 0xBFDFFFFFFFFFFFFF)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.0)
  %got3 = call double @round_double(double 0x4330000000000001)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x4330000000000001)
  %got4 = call float @round_float(float 0x3FDFFFFFE0000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0.0)
  %got5 = call float @round_float(float 8388609.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 8388609.0)
  ret i32 %r5
}

; 2^52 and above have no fraction; infinities stay, NaN stays NaN.
define i32 @test_already_whole() {
  %got1 = call double @floor_double(double 0x4330000000000001)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x4330000000000001)
  %got2 = call double @floor_double(double 0x7E37E43C8800759C)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0x7E37E43C8800759C)
  %got3 = call double @floor_double(double 0xFFF0000000000000)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0xFFF0000000000000)
  %got4 = call double @floor_double(double -0.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double -0.0)
  %got5 = call double @floor_double(double 0x7FF8000000000000)
  %r5 = call i32 @check_nan_double(i32 %r4, i32 5, double %got5)
  %got6 = call double @ceil_double(double 0x4330000000000001)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0x4330000000000001)
  %got7 = call double @ceil_double(double 0x7E37E43C8800759C)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0x7E37E43C8800759C)
  %got8 = call double @ceil_double(double 0xFFF0000000000000)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0xFFF0000000000000)
  %got9 = call double @ceil_double(double -0.0)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double -0.0)
  %got10 = call double @ceil_double(double 0x7FF8000000000000)
  %r10 = call i32 @check_nan_double(i32 %r9, i32 10, double %got10)
  %got11 = call double @trunc_double(double 0x4330000000000001)
  %r11 = call i32 @check_double(i32 %r10, i32 11, double %got11, double 0x4330000000000001)
  %got12 = call double @trunc_double(double 0x7E37E43C8800759C)
  %r12 = call i32 @check_double(i32 %r11, i32 12, double %got12, double 0x7E37E43C8800759C)
  %got13 = call double @trunc_double(double 0xFFF0000000000000)
  %r13 = call i32 @check_double(i32 %r12, i32 13, double %got13, double 0xFFF0000000000000)
  %got14 = call double @trunc_double(double -0.0)
  %r14 = call i32 @check_double(i32 %r13, i32 14, double %got14, double -0.0)
  %got15 = call double @trunc_double(double 0x7FF8000000000000)
  %r15 = call i32 @check_nan_double(i32 %r14, i32 15, double %got15)
  %got16 = call double @rint_double(double 0x4330000000000001)
  %r16 = call i32 @check_double(i32 %r15, i32 16, double %got16, double 0x4330000000000001)
  %got17 = call double @rint_double(double 0x7E37E43C8800759C)
  %r17 = call i32 @check_double(i32 %r16, i32 17, double %got17, double 0x7E37E43C8800759C)
  %got18 = call double @rint_double(double 0xFFF0000000000000)
  %r18 = call i32 @check_double(i32 %r17, i32 18, double %got18, double 0xFFF0000000000000)
  %got19 = call double @rint_double(double -0.0)
  %r19 = call i32 @check_double(i32 %r18, i32 19, double %got19, double -0.0)
  %got20 = call double @rint_double(double 0x7FF8000000000000)
  %r20 = call i32 @check_nan_double(i32 %r19, i32 20, double %got20)
  ret i32 %r20
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

; The same for a NaN of any sign and payload.
define internal i32 @check_nan_double(i32 %prior, i32 %code, double %got) noinline {
  %bits = bitcast double %got to i64
  %magnitude = and i64 %bits, 9223372036854775807
  %nan = icmp ugt i64 %magnitude, 9218868437227405312
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare float @llvm.floor.f32(float)
declare double @llvm.floor.f64(double)
declare float @llvm.ceil.f32(float)
declare double @llvm.ceil.f64(double)
declare float @llvm.trunc.f32(float)
declare double @llvm.trunc.f64(double)
declare float @llvm.rint.f32(float)
declare double @llvm.rint.f64(double)
declare float @llvm.nearbyint.f32(float)
declare double @llvm.nearbyint.f64(double)
declare float @llvm.round.f32(float)
declare double @llvm.round.f64(double)
declare float @llvm.roundeven.f32(float)
declare double @llvm.roundeven.f64(double)
