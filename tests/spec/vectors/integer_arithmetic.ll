; Lane-wise integer add, sub, mul and division on vectors of 64 to 256 bits,
; including wrap-around in every lane width.

define i32 @test_add_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 -2, i32 2147483647, i32 -2147483648>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 -20, i32 1, i32 -1>)
  %sum = add <4 x i32> %lhs, %rhs
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %sum, <4 x i32> <i32 11, i32 -22, i32 -2147483648, i32 2147483647>)
  %twice = add <4 x i32> %sum, %sum
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %twice, <4 x i32> <i32 22, i32 -44, i32 0, i32 -2>)
  ret i32 %r2
}

define i32 @test_sub_v2i64() {
  %lhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 0, i64 -9223372036854775808>)
  %rhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 1, i64 1>)
  %difference = sub <2 x i64> %lhs, %rhs
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %difference, <2 x i64> <i64 -1, i64 9223372036854775807>)
  ret i32 %r1
}

; Every lane wraps on its own, no carry crosses into a neighbour.
define i32 @test_add_v16i8_wraps() {
  %lhs = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 -1, i8 0, i8 127, i8 -128, i8 1, i8 2, i8 3, i8 4, i8 100, i8 101, i8 102, i8 103, i8 -1, i8 -2, i8 -3, i8 -4>)
  %rhs = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 1, i8 0, i8 1, i8 -128, i8 1, i8 2, i8 3, i8 4, i8 100, i8 100, i8 100, i8 100, i8 -1, i8 -2, i8 -3, i8 -4>)
  %sum = add <16 x i8> %lhs, %rhs
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %sum, <16 x i8> <i8 0, i8 0, i8 -128, i8 0, i8 2, i8 4, i8 6, i8 8, i8 -56, i8 -55, i8 -54, i8 -53, i8 -2, i8 -4, i8 -6, i8 -8>)
  ret i32 %r1
}

define i32 @test_mul_v8i16() {
  %lhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 0, i16 1, i16 300, i16 -300, i16 256, i16 181, i16 -1, i16 32767>)
  %rhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 9, i16 -1, i16 300, i16 300, i16 256, i16 181, i16 -1, i16 2>)
  %product = mul <8 x i16> %lhs, %rhs
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %product, <8 x i16> <i16 0, i16 -1, i16 24464, i16 -24464, i16 0, i16 32761, i16 1, i16 -2>)
  ret i32 %r1
}

; There is no byte multiply on many machines, so this one is expanded.
define i32 @test_mul_v16i8() {
  %lhs = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7, i8 8, i8 9, i8 10, i8 11, i8 12, i8 13, i8 14, i8 15>)
  %product = mul <16 x i8> %lhs, %lhs
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %product, <16 x i8> <i8 0, i8 1, i8 4, i8 9, i8 16, i8 25, i8 36, i8 49, i8 64, i8 81, i8 100, i8 121, i8 -112, i8 -87, i8 -60, i8 -31>)
  ret i32 %r1
}

; 0x100000001 * 0x100000001 keeps the low 64 bits 0x200000001.
define i32 @test_mul_v2i64() {
  %lhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 4294967297, i64 -3>)
  %rhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 4294967297, i64 5000000000>)
  %product = mul <2 x i64> %lhs, %rhs
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %product, <2 x i64> <i64 8589934593, i64 -15000000000>)
  ret i32 %r1
}

define i32 @test_mul_v8i32_by_constant() {
  %lhs = call <8 x i32> @opaque_v8i32(<8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 -1, i32 -2, i32 1000000, i32 2147483647>)
  %product = mul <8 x i32> %lhs, <i32 10, i32 10, i32 10, i32 10, i32 10, i32 10, i32 10, i32 10>
  %r1 = call i32 @check_v8i32(i32 0, i32 1, <8 x i32> %product, <8 x i32> <i32 0, i32 10, i32 20, i32 30, i32 -10, i32 -20, i32 10000000, i32 -10>)
  ret i32 %r1
}

; Signed division truncates towards zero; the remainder has the dividend's sign.
define i32 @test_sdiv_srem_v4i32() {
  %dividend = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 7, i32 -7, i32 7, i32 -7>)
  %divisor = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 2, i32 2, i32 -2, i32 -2>)
  %quotient = sdiv <4 x i32> %dividend, %divisor
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %quotient, <4 x i32> <i32 3, i32 -3, i32 -3, i32 3>)
  %remainder = srem <4 x i32> %dividend, %divisor
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %remainder, <4 x i32> <i32 1, i32 -1, i32 1, i32 -1>)
  ret i32 %r2
}

define i32 @test_udiv_urem_v4i32() {
  %dividend = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 100, i32 9, i32 0>)
  %divisor = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 16, i32 7, i32 -1, i32 5>)
  %quotient = udiv <4 x i32> %dividend, %divisor
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %quotient, <4 x i32> <i32 268435455, i32 14, i32 0, i32 0>)
  %remainder = urem <4 x i32> %dividend, %divisor
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %remainder, <4 x i32> <i32 15, i32 2, i32 9, i32 0>)
  ret i32 %r2
}

; A different constant divisor in each lane, one of them a power of two.
define i32 @test_division_by_constant_lanes() {
  %dividend = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -100, i32 -100, i32 -100, i32 -100>)
  %quotient = sdiv <4 x i32> %dividend, <i32 3, i32 7, i32 8, i32 -10>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %quotient, <4 x i32> <i32 -33, i32 -14, i32 -12, i32 10>)
  %remainder = srem <4 x i32> %dividend, <i32 3, i32 7, i32 8, i32 -10>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %remainder, <4 x i32> <i32 -1, i32 -2, i32 -4, i32 0>)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal <2 x i64> @opaque_v2i64(<2 x i64> %value) noinline {
  %slot = alloca <2 x i64>
  store volatile <2 x i64> %value, ptr %slot
  %seen = load volatile <2 x i64>, ptr %slot
  ret <2 x i64> %seen
}

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
}

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
}

define internal <8 x i32> @opaque_v8i32(<8 x i32> %value) noinline {
  %slot = alloca <8 x i32>
  store volatile <8 x i32> %value, ptr %slot
  %seen = load volatile <8 x i32>, ptr %slot
  ret <8 x i32> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v2i64(i32 %prior, i32 %code, <2 x i64> %got, <2 x i64> %want) noinline {
  %lanes = icmp eq <2 x i64> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v2i1(<2 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v16i8(i32 %prior, i32 %code, <16 x i8> %got, <16 x i8> %want) noinline {
  %lanes = icmp eq <16 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v16i1(<16 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v8i32(i32 %prior, i32 %code, <8 x i32> %got, <8 x i32> %want) noinline {
  %lanes = icmp eq <8 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
