; llvm.fptoui.sat: values out of range stop at the nearest end, NaN becomes 0,
; everything else converts as fptoui does.

define i8 @fptoui_sat_float_i8(float %value) noinline {
  %whole = call i8 @llvm.fptoui.sat.i8.f32(float %value)
  ret i8 %whole
}

define i16 @fptoui_sat_float_i16(float %value) noinline {
  %whole = call i16 @llvm.fptoui.sat.i16.f32(float %value)
  ret i16 %whole
}

define i32 @fptoui_sat_float_i32(float %value) noinline {
  %whole = call i32 @llvm.fptoui.sat.i32.f32(float %value)
  ret i32 %whole
}

define i64 @fptoui_sat_float_i64(float %value) noinline {
  %whole = call i64 @llvm.fptoui.sat.i64.f32(float %value)
  ret i64 %whole
}

define i8 @fptoui_sat_double_i8(double %value) noinline {
  %whole = call i8 @llvm.fptoui.sat.i8.f64(double %value)
  ret i8 %whole
}

define i16 @fptoui_sat_double_i16(double %value) noinline {
  %whole = call i16 @llvm.fptoui.sat.i16.f64(double %value)
  ret i16 %whole
}

define i32 @fptoui_sat_double_i32(double %value) noinline {
  %whole = call i32 @llvm.fptoui.sat.i32.f64(double %value)
  ret i32 %whole
}

define i64 @fptoui_sat_double_i64(double %value) noinline {
  %whole = call i64 @llvm.fptoui.sat.i64.f64(double %value)
  ret i64 %whole
}

define i32 @test_to_i8() {
  %got1 = call i8 @fptoui_sat_float_i8(float 2.75)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 2)
  %got2 = call i8 @fptoui_sat_float_i8(float -2.75)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 0)
  %got3 = call i8 @fptoui_sat_float_i8(float 256.0)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -1)
  %got4 = call i8 @fptoui_sat_float_i8(float 128.0)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 -128)
  %got5 = call i8 @fptoui_sat_float_i8(float -256.0)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 0)
  %got6 = call i8 @fptoui_sat_float_i8(float -512.0)
  %r6 = call i32 @check_i8(i32 %r5, i32 6, i8 %got6, i8 0)
  %got7 = call i8 @fptoui_sat_double_i8(double 2.75)
  %r7 = call i32 @check_i8(i32 %r6, i32 7, i8 %got7, i8 2)
  %got8 = call i8 @fptoui_sat_double_i8(double -2.75)
  %r8 = call i32 @check_i8(i32 %r7, i32 8, i8 %got8, i8 0)
  %got9 = call i8 @fptoui_sat_double_i8(double 256.0)
  %r9 = call i32 @check_i8(i32 %r8, i32 9, i8 %got9, i8 -1)
  %got10 = call i8 @fptoui_sat_double_i8(double 128.0)
  %r10 = call i32 @check_i8(i32 %r9, i32 10, i8 %got10, i8 -128)
  %got11 = call i8 @fptoui_sat_double_i8(double -256.0)
  %r11 = call i32 @check_i8(i32 %r10, i32 11, i8 %got11, i8 0)
  %got12 = call i8 @fptoui_sat_double_i8(double -512.0)
  %r12 = call i32 @check_i8(i32 %r11, i32 12, i8 %got12, i8 0)
  ret i32 %r12
}

define i32 @test_to_i16() {
  %got1 = call i16 @fptoui_sat_float_i16(float 2.75)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 2)
  %got2 = call i16 @fptoui_sat_float_i16(float -2.75)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 0)
  %got3 = call i16 @fptoui_sat_float_i16(float 65536.0)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 -1)
  %got4 = call i16 @fptoui_sat_float_i16(float 32768.0)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -32768)
  %got5 = call i16 @fptoui_sat_float_i16(float -65536.0)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 0)
  %got6 = call i16 @fptoui_sat_float_i16(float -131072.0)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 0)
  %got7 = call i16 @fptoui_sat_double_i16(double 2.75)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 2)
  %got8 = call i16 @fptoui_sat_double_i16(double -2.75)
  %r8 = call i32 @check_i16(i32 %r7, i32 8, i16 %got8, i16 0)
  %got9 = call i16 @fptoui_sat_double_i16(double 65536.0)
  %r9 = call i32 @check_i16(i32 %r8, i32 9, i16 %got9, i16 -1)
  %got10 = call i16 @fptoui_sat_double_i16(double 32768.0)
  %r10 = call i32 @check_i16(i32 %r9, i32 10, i16 %got10, i16 -32768)
  %got11 = call i16 @fptoui_sat_double_i16(double -65536.0)
  %r11 = call i32 @check_i16(i32 %r10, i32 11, i16 %got11, i16 0)
  %got12 = call i16 @fptoui_sat_double_i16(double -131072.0)
  %r12 = call i32 @check_i16(i32 %r11, i32 12, i16 %got12, i16 0)
  ret i32 %r12
}

define i32 @test_to_i32() {
  %got1 = call i32 @fptoui_sat_float_i32(float 2.75)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2)
  %got2 = call i32 @fptoui_sat_float_i32(float -2.75)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @fptoui_sat_float_i32(float 4294967296.0)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -1)
  %got4 = call i32 @fptoui_sat_float_i32(float 2147483648.0)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -2147483648)
  %got5 = call i32 @fptoui_sat_float_i32(float 0xC1F0000000000000)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  %got6 = call i32 @fptoui_sat_float_i32(float 0xC200000000000000)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 0)
  %got7 = call i32 @fptoui_sat_double_i32(double 2.75)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 2)
  %got8 = call i32 @fptoui_sat_double_i32(double -2.75)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 0)
  %got9 = call i32 @fptoui_sat_double_i32(double 4294967296.0)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 -1)
  %got10 = call i32 @fptoui_sat_double_i32(double 2147483648.0)
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %got10, i32 -2147483648)
  %got11 = call i32 @fptoui_sat_double_i32(double 0xC1F0000000000000)
  %r11 = call i32 @check_i32(i32 %r10, i32 11, i32 %got11, i32 0)
  %got12 = call i32 @fptoui_sat_double_i32(double 0xC200000000000000)
  %r12 = call i32 @check_i32(i32 %r11, i32 12, i32 %got12, i32 0)
  ret i32 %r12
}

define i32 @test_to_i64() {
  %got1 = call i64 @fptoui_sat_float_i64(float 2.75)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 2)
  %got2 = call i64 @fptoui_sat_float_i64(float -2.75)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %got3 = call i64 @fptoui_sat_float_i64(float 0x43F0000000000000)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 -1)
  %got4 = call i64 @fptoui_sat_float_i64(float 0x43E0000000000000)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -9223372036854775808)
  %got5 = call i64 @fptoui_sat_float_i64(float 0xC3F0000000000000)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 0)
  %got6 = call i64 @fptoui_sat_float_i64(float 0xC400000000000000)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 0)
  %got7 = call i64 @fptoui_sat_double_i64(double 2.75)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 2)
  %got8 = call i64 @fptoui_sat_double_i64(double -2.75)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 0)
  %got9 = call i64 @fptoui_sat_double_i64(double 0x43F0000000000000)
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %got9, i64 -1)
  %got10 = call i64 @fptoui_sat_double_i64(double 0x43E0000000000000)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 -9223372036854775808)
  %got11 = call i64 @fptoui_sat_double_i64(double 0xC3F0000000000000)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 0)
  %got12 = call i64 @fptoui_sat_double_i64(double 0xC400000000000000)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 0)
  ret i32 %r12
}

define i32 @test_nan_becomes_zero() {
  %got1 = call i8 @fptoui_sat_float_i8(float 0x7FF8000000000000)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 0)
  %got2 = call i16 @fptoui_sat_float_i16(float 0x7FF8000000000000)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 0)
  %got3 = call i32 @fptoui_sat_float_i32(float 0x7FF8000000000000)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i64 @fptoui_sat_float_i64(float 0x7FF8000000000000)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 0)
  %got5 = call i8 @fptoui_sat_double_i8(double 0x7FF8000000000000)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 0)
  %got6 = call i16 @fptoui_sat_double_i16(double 0x7FF8000000000000)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 0)
  %got7 = call i32 @fptoui_sat_double_i32(double 0x7FF8000000000000)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 0)
  %got8 = call i64 @fptoui_sat_double_i64(double 0x7FF8000000000000)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 0)
  ret i32 %r8
}

define i32 @test_infinities() {
  %got1 = call i8 @fptoui_sat_float_i8(float 0x7FF0000000000000)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -1)
  %got2 = call i8 @fptoui_sat_float_i8(float 0xFFF0000000000000)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 0)
  %got3 = call i32 @fptoui_sat_float_i32(float 0x7FF0000000000000)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -1)
  %got4 = call i32 @fptoui_sat_float_i32(float 0xFFF0000000000000)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  %got5 = call i64 @fptoui_sat_float_i64(float 0x7FF0000000000000)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -1)
  %got6 = call i64 @fptoui_sat_float_i64(float 0xFFF0000000000000)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 0)
  %got7 = call i8 @fptoui_sat_double_i8(double 0x7FF0000000000000)
  %r7 = call i32 @check_i8(i32 %r6, i32 7, i8 %got7, i8 -1)
  %got8 = call i8 @fptoui_sat_double_i8(double 0xFFF0000000000000)
  %r8 = call i32 @check_i8(i32 %r7, i32 8, i8 %got8, i8 0)
  %got9 = call i32 @fptoui_sat_double_i32(double 0x7FF0000000000000)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 -1)
  %got10 = call i32 @fptoui_sat_double_i32(double 0xFFF0000000000000)
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %got10, i32 0)
  %got11 = call i64 @fptoui_sat_double_i64(double 0x7FF0000000000000)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 -1)
  %got12 = call i64 @fptoui_sat_double_i64(double 0xFFF0000000000000)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 0)
  ret i32 %r12
}

; The last values before saturation.
define i32 @test_just_inside() {
  %got1 = call i16 @fptoui_sat_float_i16(float 0x40EFFFFFE0000000)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 -1)
  %got2 = call i16 @fptoui_sat_float_i16(float 0.5)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 0)
  %got3 = call i32 @fptoui_sat_float_i32(float 4294967040.0)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -256)
  %got4 = call i32 @fptoui_sat_float_i32(float 0.5)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  %got5 = call i64 @fptoui_sat_float_i64(float 0x43EFFFFFE0000000)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -1099511627776)
  %got6 = call i64 @fptoui_sat_float_i64(float 0.5)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 0)
  %got7 = call i16 @fptoui_sat_double_i16(double 0x40EFFFFFFFFFFFFF)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 -1)
  %got8 = call i16 @fptoui_sat_double_i16(double 0.5)
  %r8 = call i32 @check_i16(i32 %r7, i32 8, i16 %got8, i16 0)
  %got9 = call i32 @fptoui_sat_double_i32(double 0x41EFFFFFFFFFFFFF)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 -1)
  %got10 = call i32 @fptoui_sat_double_i32(double 0.5)
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %got10, i32 0)
  %got11 = call i64 @fptoui_sat_double_i64(double 0x43EFFFFFFFFFFFFF)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 -2048)
  %got12 = call i64 @fptoui_sat_double_i64(double 0.5)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 0)
  ret i32 %r12
}

define i32 @test_odd_widths() {
  %large = call double @opaque_double(double 1000000000.0)
  %negative = call double @opaque_double(double 0xC415AF1D78B58C40)
  %w3.0 = call i3 @llvm.fptoui.sat.i3.f64(double %large)
  %r1 = call i32 @check_i3(i32 0, i32 1, i3 %w3.0, i3 -1)
  %w3.1 = call i3 @llvm.fptoui.sat.i3.f64(double %negative)
  %r2 = call i32 @check_i3(i32 %r1, i32 2, i3 %w3.1, i3 0)
  %w7.0 = call i7 @llvm.fptoui.sat.i7.f64(double %large)
  %r3 = call i32 @check_i7(i32 %r2, i32 3, i7 %w7.0, i7 -1)
  %w7.1 = call i7 @llvm.fptoui.sat.i7.f64(double %negative)
  %r4 = call i32 @check_i7(i32 %r3, i32 4, i7 %w7.1, i7 0)
  %w13.0 = call i13 @llvm.fptoui.sat.i13.f64(double %large)
  %r5 = call i32 @check_i13(i32 %r4, i32 5, i13 %w13.0, i13 -1)
  %w13.1 = call i13 @llvm.fptoui.sat.i13.f64(double %negative)
  %r6 = call i32 @check_i13(i32 %r5, i32 6, i13 %w13.1, i13 0)
  %w48.0 = call i48 @llvm.fptoui.sat.i48.f64(double %large)
  %r7 = call i32 @check_i48(i32 %r6, i32 7, i48 %w48.0, i48 1000000000)
  %w48.1 = call i48 @llvm.fptoui.sat.i48.f64(double %negative)
  %r8 = call i32 @check_i48(i32 %r7, i32 8, i48 %w48.1, i48 0)
  ret i32 %r8
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i3(i32 %prior, i32 %code, i3 %got, i3 %want) noinline {
  %same = icmp eq i3 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i7(i32 %prior, i32 %code, i7 %got, i7 %want) noinline {
  %same = icmp eq i7 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i13(i32 %prior, i32 %code, i13 %got, i13 %want) noinline {
  %same = icmp eq i13 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i48(i32 %prior, i32 %code, i48 %got, i48 %want) noinline {
  %same = icmp eq i48 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i8 @llvm.fptoui.sat.i8.f32(float)
declare i16 @llvm.fptoui.sat.i16.f32(float)
declare i32 @llvm.fptoui.sat.i32.f32(float)
declare i64 @llvm.fptoui.sat.i64.f32(float)
declare i8 @llvm.fptoui.sat.i8.f64(double)
declare i16 @llvm.fptoui.sat.i16.f64(double)
declare i32 @llvm.fptoui.sat.i32.f64(double)
declare i64 @llvm.fptoui.sat.i64.f64(double)
declare i3 @llvm.fptoui.sat.i3.f64(double)
declare i7 @llvm.fptoui.sat.i7.f64(double)
declare i13 @llvm.fptoui.sat.i13.f64(double)
declare i48 @llvm.fptoui.sat.i48.f64(double)
