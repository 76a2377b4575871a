; fptosi drops the fraction towards zero. Only values that fit are converted,
; including the largest that do.

define i8 @fptosi_float_i8(float %value) noinline {
  %whole = fptosi float %value to i8
  ret i8 %whole
}

define i16 @fptosi_float_i16(float %value) noinline {
  %whole = fptosi float %value to i16
  ret i16 %whole
}

define i32 @fptosi_float_i32(float %value) noinline {
  %whole = fptosi float %value to i32
  ret i32 %whole
}

define i64 @fptosi_float_i64(float %value) noinline {
  %whole = fptosi float %value to i64
  ret i64 %whole
}

define i8 @fptosi_double_i8(double %value) noinline {
  %whole = fptosi double %value to i8
  ret i8 %whole
}

define i16 @fptosi_double_i16(double %value) noinline {
  %whole = fptosi double %value to i16
  ret i16 %whole
}

define i32 @fptosi_double_i32(double %value) noinline {
  %whole = fptosi double %value to i32
  ret i32 %whole
}

define i64 @fptosi_double_i64(double %value) noinline {
  %whole = fptosi double %value to i64
  ret i64 %whole
}

define i32 @test_to_i8() {
  %got1 = call i8 @fptosi_float_i8(float 2.75)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 2)
  %got2 = call i8 @fptosi_float_i8(float -2.75)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -2)
  %got3 = call i8 @fptosi_float_i8(float -0.0)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 0)
  %got4 = call i8 @fptosi_float_i8(float 0x405FFFFFE0000000)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 127)
  %got5 = call i8 @fptosi_float_i8(float 0xC0601FFFE0000000)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 -128)
  %got6 = call i8 @fptosi_double_i8(double 2.75)
  %r6 = call i32 @check_i8(i32 %r5, i32 6, i8 %got6, i8 2)
  %got7 = call i8 @fptosi_double_i8(double -2.75)
  %r7 = call i32 @check_i8(i32 %r6, i32 7, i8 %got7, i8 -2)
  %got8 = call i8 @fptosi_double_i8(double -0.0)
  %r8 = call i32 @check_i8(i32 %r7, i32 8, i8 %got8, i8 0)
  %got9 = call i8 @fptosi_double_i8(double 0x405FFFFFFFFFFFFF)
  %r9 = call i32 @check_i8(i32 %r8, i32 9, i8 %got9, i8 127)
  %got10 = call i8 @fptosi_double_i8(double 0xC0601FFFFFFFFFFF)
  %r10 = call i32 @check_i8(i32 %r9, i32 10, i8 %got10, i8 -128)
  ret i32 %r10
}

define i32 @test_to_i16() {
  %got1 = call i16 @fptosi_float_i16(float 2.75)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 2)
  %got2 = call i16 @fptosi_float_i16(float -2.75)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -2)
  %got3 = call i16 @fptosi_float_i16(float -0.0)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 0)
  %got4 = call i16 @fptosi_float_i16(float 0x40DFFFFFE0000000)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 32767)
  %got5 = call i16 @fptosi_float_i16(float 0xC0E0001FE0000000)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 -32768)
  %got6 = call i16 @fptosi_double_i16(double 2.75)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 2)
  %got7 = call i16 @fptosi_double_i16(double -2.75)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 -2)
  %got8 = call i16 @fptosi_double_i16(double -0.0)
  %r8 = call i32 @check_i16(i32 %r7, i32 8, i16 %got8, i16 0)
  %got9 = call i16 @fptosi_double_i16(double 0x40DFFFFFFFFFFFFD)
  %r9 = call i32 @check_i16(i32 %r8, i32 9, i16 %got9, i16 32767)
  %got10 = call i16 @fptosi_double_i16(double 0xC0E0001FFFFFFFFF)
  %r10 = call i32 @check_i16(i32 %r9, i32 10, i16 %got10, i16 -32768)
  ret i32 %r10
}

define i32 @test_to_i32() {
  %got1 = call i32 @fptosi_float_i32(float 2.75)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2)
  %got2 = call i32 @fptosi_float_i32(float -2.75)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2)
  %got3 = call i32 @fptosi_float_i32(float -0.0)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @fptosi_float_i32(float 2147483520.0)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 2147483520)
  %got5 = call i32 @fptosi_float_i32(float 0xC1E0000000000000)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -2147483648)
  %got6 = call i32 @fptosi_double_i32(double 2.75)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 2)
  %got7 = call i32 @fptosi_double_i32(double -2.75)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 -2)
  %got8 = call i32 @fptosi_double_i32(double -0.0)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 0)
  %got9 = call i32 @fptosi_double_i32(double 0x41DFFFFFFFFFFFFF)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 2147483647)
  %got10 = call i32 @fptosi_double_i32(double 0xC1E00000001FFFFF)
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %got10, i32 -2147483648)
  ret i32 %r10
}

define i32 @test_to_i64() {
  %got1 = call i64 @fptosi_float_i64(float 2.75)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 2)
  %got2 = call i64 @fptosi_float_i64(float -2.75)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -2)
  %got3 = call i64 @fptosi_float_i64(float -0.0)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 0)
  %got4 = call i64 @fptosi_float_i64(float 0x43DFFFFFE0000000)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 9223371487098961920)
  %got5 = call i64 @fptosi_float_i64(float 0xC3E0000000000000)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -9223372036854775808)
  %got6 = call i64 @fptosi_double_i64(double 2.75)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 2)
  %got7 = call i64 @fptosi_double_i64(double -2.75)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 -2)
  %got8 = call i64 @fptosi_double_i64(double -0.0)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 0)
  %got9 = call i64 @fptosi_double_i64(double 0x43DFFFFFFFFFFFFF)
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %got9, i64 9223372036854774784)
  %got10 = call i64 @fptosi_double_i64(double 0xC3E0000000000000)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 -9223372036854775808)
  ret i32 %r10
}

define i32 @test_fractions_become_zero() {
  %got1 = call i32 @fptosi_float_i32(float 0.5)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @fptosi_float_i32(float -0.5)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @fptosi_float_i32(float 0.9921875)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @fptosi_float_i32(float -0.9921875)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  %got5 = call i32 @fptosi_float_i32(float 0x3730000000000000)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  %got6 = call i32 @fptosi_double_i32(double 0.5)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 0)
  %got7 = call i32 @fptosi_double_i32(double -0.5)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 0)
  %got8 = call i32 @fptosi_double_i32(double 0.9921875)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 0)
  %got9 = call i32 @fptosi_double_i32(double -0.9921875)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 0)
  %got10 = call i32 @fptosi_double_i32(double 0x3730000000000000)
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %got10, i32 0)
  ret i32 %r10
}

define i32 @test_to_odd_widths() {
  %x = call double @opaque_double(double -4095.75)
  %small = fptosi double %x to i13
  %r1 = call i32 @check_i13(i32 0, i32 1, i13 %small, i13 -4095)
  %y = call double @opaque_double(double 140737488355327.0)
  %large = fptosi double %y to i48
  %r2 = call i32 @check_i48(i32 %r1, i32 2, i48 %large, i48 140737488355327)
  %z = call float @opaque_float(float -4.5)
  %tiny = fptosi float %z to i3
  %r3 = call i32 @check_i3(i32 %r2, i32 3, i3 %tiny, i3 -4)
  ret i32 %r3
}

define double @whole_part(double %value) noinline {
  %whole = fptosi double %value to i64
  %back = sitofp i64 %whole to double
  ret double %back
}

; The way through an integer is truncation and loses the sign of zero.
; ORI-TARGETS: test_there_and_back whole_part
define i32 @test_there_and_back() {
  %got1 = call double @whole_part(double 0x400FEB851EB851EC)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 3.0)
  %got2 = call double @whole_part(double 0xC00FEB851EB851EC)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -3.0)
  %got3 = call double @whole_part(double -0.25)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0.0)
  %got4 = call double @whole_part(double 0x4340000000000001)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x4340000000000001)
  %got5 = call double @whole_part(double 0x430C6BF526340004)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x430C6BF526340000)
  ret i32 %r5
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

define internal i32 @check_i3(i32 %prior, i32 %code, i3 %got, i3 %want) noinline {
  %same = icmp eq i3 %got, %want
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
