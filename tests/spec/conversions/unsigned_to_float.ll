; uitofp: exact where the unsigned integer fits the significand, else rounded to
; nearest with ties to even.

define float @uitofp_i8_float(i8 %value) noinline {
  %real = uitofp i8 %value to float
  ret float %real
}

define float @uitofp_i16_float(i16 %value) noinline {
  %real = uitofp i16 %value to float
  ret float %real
}

define float @uitofp_i32_float(i32 %value) noinline {
  %real = uitofp i32 %value to float
  ret float %real
}

define float @uitofp_i64_float(i64 %value) noinline {
  %real = uitofp i64 %value to float
  ret float %real
}

define double @uitofp_i8_double(i8 %value) noinline {
  %real = uitofp i8 %value to double
  ret double %real
}

define double @uitofp_i16_double(i16 %value) noinline {
  %real = uitofp i16 %value to double
  ret double %real
}

define double @uitofp_i32_double(i32 %value) noinline {
  %real = uitofp i32 %value to double
  ret double %real
}

define double @uitofp_i64_double(i64 %value) noinline {
  %real = uitofp i64 %value to double
  ret double %real
}

define i32 @test_from_i8() {
  %got1 = call float @uitofp_i8_float(i8 0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @uitofp_i8_float(i8 1)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @uitofp_i8_float(i8 -1)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 255.0)
  %got4 = call float @uitofp_i8_float(i8 127)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 127.0)
  %got5 = call float @uitofp_i8_float(i8 -128)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 128.0)
  %got6 = call double @uitofp_i8_double(i8 0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @uitofp_i8_double(i8 1)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 1.0)
  %got8 = call double @uitofp_i8_double(i8 -1)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 255.0)
  %got9 = call double @uitofp_i8_double(i8 127)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 127.0)
  %got10 = call double @uitofp_i8_double(i8 -128)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 128.0)
  ret i32 %r10
}

define i32 @test_from_i16() {
  %got1 = call float @uitofp_i16_float(i16 0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @uitofp_i16_float(i16 1)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @uitofp_i16_float(i16 -1)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 65535.0)
  %got4 = call float @uitofp_i16_float(i16 32767)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 32767.0)
  %got5 = call float @uitofp_i16_float(i16 -32768)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 32768.0)
  %got6 = call double @uitofp_i16_double(i16 0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @uitofp_i16_double(i16 1)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 1.0)
  %got8 = call double @uitofp_i16_double(i16 -1)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 65535.0)
  %got9 = call double @uitofp_i16_double(i16 32767)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 32767.0)
  %got10 = call double @uitofp_i16_double(i16 -32768)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 32768.0)
  ret i32 %r10
}

define i32 @test_from_i32() {
  %got1 = call float @uitofp_i32_float(i32 0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @uitofp_i32_float(i32 1)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @uitofp_i32_float(i32 -1)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 4294967296.0)
  %got4 = call float @uitofp_i32_float(i32 2147483647)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 2147483648.0)
  %got5 = call float @uitofp_i32_float(i32 -2147483648)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 2147483648.0)
  %got6 = call double @uitofp_i32_double(i32 0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @uitofp_i32_double(i32 1)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 1.0)
  %got8 = call double @uitofp_i32_double(i32 -1)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0x41EFFFFFFFE00000)
  %got9 = call double @uitofp_i32_double(i32 2147483647)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 0x41DFFFFFFFC00000)
  %got10 = call double @uitofp_i32_double(i32 -2147483648)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 2147483648.0)
  ret i32 %r10
}

define i32 @test_from_i64() {
  %got1 = call float @uitofp_i64_float(i64 0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @uitofp_i64_float(i64 1)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @uitofp_i64_float(i64 -1)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x43F0000000000000)
  %got4 = call float @uitofp_i64_float(i64 9223372036854775807)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x43E0000000000000)
  %got5 = call float @uitofp_i64_float(i64 -9223372036854775808)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0x43E0000000000000)
  %got6 = call double @uitofp_i64_double(i64 0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @uitofp_i64_double(i64 1)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 1.0)
  %got8 = call double @uitofp_i64_double(i64 -1)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0x43F0000000000000)
  %got9 = call double @uitofp_i64_double(i64 9223372036854775807)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 0x43E0000000000000)
  %got10 = call double @uitofp_i64_double(i64 -9223372036854775808)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 0x43E0000000000000)
  ret i32 %r10
}

; 2^24 + 1 and 2^24 + 3 are ties.
define i32 @test_ties_to_even_float() {
  %got1 = call float @uitofp_i32_float(i32 16777216)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 16777216.0)
  %got2 = call float @uitofp_i32_float(i32 16777217)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 16777216.0)
  %got3 = call float @uitofp_i32_float(i32 16777218)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 16777218.0)
  %got4 = call float @uitofp_i32_float(i32 16777219)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 16777220.0)
  %got5 = call float @uitofp_i32_float(i32 33554433)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 33554432.0)
  ret i32 %r5
}

; 2^53 + 1 and 2^53 + 3 are ties.
define i32 @test_ties_to_even_double() {
  %got1 = call double @uitofp_i64_double(i64 9007199254740992)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x4340000000000000)
  %got2 = call double @uitofp_i64_double(i64 9007199254740993)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0x4340000000000000)
  %got3 = call double @uitofp_i64_double(i64 9007199254740994)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x4340000000000001)
  %got4 = call double @uitofp_i64_double(i64 9007199254740995)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x4340000000000002)
  %got5 = call double @uitofp_i64_double(i64 18014398509481986)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x4350000000000000)
  %got6 = call double @uitofp_i64_double(i64 18014398509481987)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0x4350000000000001)
  ret i32 %r6
}

; Values above 2^63, just beside the ties between floats.
define i32 @test_no_double_rounding() {
  %got1 = call float @uitofp_i64_float(i64 -9223371487098961919)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x43E0000020000000)
  %got2 = call float @uitofp_i64_float(i64 -9223371487098961920)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x43E0000000000000)
  %got3 = call float @uitofp_i64_float(i64 -1)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x43F0000000000000)
  %got4 = call float @uitofp_i64_float(i64 -9223370387587334145)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x43E0000020000000)
  ret i32 %r4
}

define i32 @test_from_odd_widths() {
  %x3 = call i3 @opaque_i3(i3 -3)
  %real3 = uitofp i3 %x3 to double
  %r1 = call i32 @check_double(i32 0, i32 1, double %real3, double 5.0)
  %x7 = call i7 @opaque_i7(i7 -64)
  %real7 = uitofp i7 %x7 to double
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %real7, double 64.0)
  %x13 = call i13 @opaque_i13(i13 -1)
  %real13 = uitofp i13 %x13 to double
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %real13, double 8191.0)
  %x33 = call i33 @opaque_i33(i33 -4294967296)
  %real33 = uitofp i33 %x33 to double
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %real33, double 4294967296.0)
  %x48 = call i48 @opaque_i48(i48 -2)
  %real48 = uitofp i48 %x48 to double
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %real48, double 0x42EFFFFFFFFFFFC0)
  %bit = call i1 @opaque_i1(i1 true)
  %bit.real = uitofp i1 %bit to float
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %bit.real, float 1.0)
  ret i32 %r6
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i3 @opaque_i3(i3 %value) noinline {
  %slot = alloca i3
  store volatile i3 %value, ptr %slot
  %seen = load volatile i3, ptr %slot
  ret i3 %seen
}

define internal i7 @opaque_i7(i7 %value) noinline {
  %slot = alloca i7
  store volatile i7 %value, ptr %slot
  %seen = load volatile i7, ptr %slot
  ret i7 %seen
}

define internal i13 @opaque_i13(i13 %value) noinline {
  %slot = alloca i13
  store volatile i13 %value, ptr %slot
  %seen = load volatile i13, ptr %slot
  ret i13 %seen
}

define internal i33 @opaque_i33(i33 %value) noinline {
  %slot = alloca i33
  store volatile i33 %value, ptr %slot
  %seen = load volatile i33, ptr %slot
  ret i33 %seen
}

define internal i48 @opaque_i48(i48 %value) noinline {
  %slot = alloca i48
  store volatile i48 %value, ptr %slot
  %seen = load volatile i48, ptr %slot
  ret i48 %seen
}

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
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
