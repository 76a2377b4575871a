; lround, llround, lrint and llrint: rounding and conversion to an integer in
; one step.

define i64 @lround_float(float %value) noinline {
  %rounded = call i64 @llvm.lround.i64.f32(float %value)
  ret i64 %rounded
}

define i64 @lround_double(double %value) noinline {
  %rounded = call i64 @llvm.lround.i64.f64(double %value)
  ret i64 %rounded
}

; Halves go away from zero.
define i32 @test_lround() {
  %got1 = call i64 @lround_float(float 0.5)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 1)
  %got2 = call i64 @lround_float(float -0.5)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -1)
  %got3 = call i64 @lround_float(float 1.5)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 2)
  %got4 = call i64 @lround_float(float 2.5)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 3)
  %got5 = call i64 @lround_float(float -2.5)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -3)
  %got6 = call i64 @lround_float(float 1048576.5)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1048577)
  %got7 = call i64 @lround_float(float -7.25)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 -7)
  %got8 = call i64 @lround_double(double 0.5)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 1)
  %got9 = call i64 @lround_double(double -0.5)
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %got9, i64 -1)
  %got10 = call i64 @lround_double(double 1.5)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 2)
  %got11 = call i64 @lround_double(double 2.5)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 3)
  %got12 = call i64 @lround_double(double -2.5)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -3)
  %got13 = call i64 @lround_double(double 1048576.5)
  %r13 = call i32 @check_i64(i32 %r12, i32 13, i64 %got13, i64 1048577)
  %got14 = call i64 @lround_double(double -7.25)
  %r14 = call i32 @check_i64(i32 %r13, i32 14, i64 %got14, i64 -7)
  ret i32 %r14
}

define i64 @llround_float(float %value) noinline {
  %rounded = call i64 @llvm.llround.i64.f32(float %value)
  ret i64 %rounded
}

define i64 @llround_double(double %value) noinline {
  %rounded = call i64 @llvm.llround.i64.f64(double %value)
  ret i64 %rounded
}

define i32 @test_llround() {
  %got1 = call i64 @llround_float(float 0.5)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 1)
  %got2 = call i64 @llround_float(float -0.5)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -1)
  %got3 = call i64 @llround_float(float 1.5)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 2)
  %got4 = call i64 @llround_float(float 2.5)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 3)
  %got5 = call i64 @llround_float(float -2.5)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -3)
  %got6 = call i64 @llround_float(float 1048576.5)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1048577)
  %got7 = call i64 @llround_float(float -7.25)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 -7)
  %got8 = call i64 @llround_double(double 0.5)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 1)
  %got9 = call i64 @llround_double(double -0.5)
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %got9, i64 -1)
  %got10 = call i64 @llround_double(double 1.5)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 2)
  %got11 = call i64 @llround_double(double 2.5)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 3)
  %got12 = call i64 @llround_double(double -2.5)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -3)
  %got13 = call i64 @llround_double(double 1048576.5)
  %r13 = call i32 @check_i64(i32 %r12, i32 13, i64 %got13, i64 1048577)
  %got14 = call i64 @llround_double(double -7.25)
  %r14 = call i32 @check_i64(i32 %r13, i32 14, i64 %got14, i64 -7)
  ret i32 %r14
}

define i64 @lrint_float(float %value) noinline {
  %rounded = call i64 @llvm.lrint.i64.f32(float %value)
  ret i64 %rounded
}

define i64 @lrint_double(double %value) noinline {
  %rounded = call i64 @llvm.lrint.i64.f64(double %value)
  ret i64 %rounded
}

; Halves go to the even neighbour.
define i32 @test_lrint() {
  %got1 = call i64 @lrint_float(float 0.5)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @lrint_float(float -0.5)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %got3 = call i64 @lrint_float(float 1.5)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 2)
  %got4 = call i64 @lrint_float(float 2.5)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 2)
  %got5 = call i64 @lrint_float(float -2.5)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -2)
  %got6 = call i64 @lrint_float(float 1048576.5)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1048576)
  %got7 = call i64 @lrint_float(float -7.25)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 -7)
  %got8 = call i64 @lrint_double(double 0.5)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 0)
  %got9 = call i64 @lrint_double(double -0.5)
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %got9, i64 0)
  %got10 = call i64 @lrint_double(double 1.5)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 2)
  %got11 = call i64 @lrint_double(double 2.5)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 2)
  %got12 = call i64 @lrint_double(double -2.5)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -2)
  %got13 = call i64 @lrint_double(double 1048576.5)
  %r13 = call i32 @check_i64(i32 %r12, i32 13, i64 %got13, i64 1048576)
  %got14 = call i64 @lrint_double(double -7.25)
  %r14 = call i32 @check_i64(i32 %r13, i32 14, i64 %got14, i64 -7)
  ret i32 %r14
}

define i64 @llrint_float(float %value) noinline {
  %rounded = call i64 @llvm.llrint.i64.f32(float %value)
  ret i64 %rounded
}

define i64 @llrint_double(double %value) noinline {
  %rounded = call i64 @llvm.llrint.i64.f64(double %value)
  ret i64 %rounded
}

define i32 @test_llrint() {
  %got1 = call i64 @llrint_float(float 0.5)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @llrint_float(float -0.5)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %got3 = call i64 @llrint_float(float 1.5)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 2)
  %got4 = call i64 @llrint_float(float 2.5)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 2)
  %got5 = call i64 @llrint_float(float -2.5)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -2)
  %got6 = call i64 @llrint_float(float 1048576.5)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1048576)
  %got7 = call i64 @llrint_float(float -7.25)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 -7)
  %got8 = call i64 @llrint_double(double 0.5)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 0)
  %got9 = call i64 @llrint_double(double -0.5)
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %got9, i64 0)
  %got10 = call i64 @llrint_double(double 1.5)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 2)
  %got11 = call i64 @llrint_double(double 2.5)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 2)
  %got12 = call i64 @llrint_double(double -2.5)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -2)
  %got13 = call i64 @llrint_double(double 1048576.5)
  %r13 = call i32 @check_i64(i32 %r12, i32 13, i64 %got13, i64 1048576)
  %got14 = call i64 @llrint_double(double -7.25)
  %r14 = call i32 @check_i64(i32 %r13, i32 14, i64 %got14, i64 -7)
  ret i32 %r14
}

define i32 @test_large_values() {
  %got1 = call i64 @llround_double(double 0x4330000000000001)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 4503599627370497)
  %got2 = call i64 @llround_double(double 0xC3E0000000000000)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -9223372036854775808)
  %got3 = call i64 @llround_double(double 0x43D0000000000000)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 4611686018427387904)
  %got4 = call i64 @llrint_double(double 0x4340000000000001)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 9007199254740994)
  %got5 = call i64 @llrint_double(double 0xC3E0000000000000)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -9223372036854775808)
  %got6 = call i64 @llrint_float(float 0x4270000000000000)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1099511627776)
  ret i32 %r6
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i64 @llvm.lround.i64.f32(float)
declare i64 @llvm.lround.i64.f64(double)
declare i64 @llvm.llround.i64.f32(float)
declare i64 @llvm.llround.i64.f64(double)
declare i64 @llvm.lrint.i64.f32(float)
declare i64 @llvm.lrint.i64.f64(double)
declare i64 @llvm.llrint.i64.f32(float)
declare i64 @llvm.llrint.i64.f64(double)
