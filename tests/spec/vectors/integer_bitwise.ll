; Lane-wise and, or, xor and the three shifts, with uniform, per-lane and
; variable shift amounts.

define i32 @test_and_or_xor_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 12, i32 255, i32 -1, i32 0>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 3855, i32 65535, i32 -1>)
  %both = and <4 x i32> %lhs, %rhs
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %both, <4 x i32> <i32 8, i32 15, i32 65535, i32 0>)
  %either = or <4 x i32> %lhs, %rhs
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %either, <4 x i32> <i32 14, i32 4095, i32 -1, i32 -1>)
  %one = xor <4 x i32> %lhs, %rhs
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %one, <4 x i32> <i32 6, i32 4080, i32 -65536, i32 -1>)
  ret i32 %r3
}

define i32 @test_not_v16i8() {
  %bits = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7, i8 -1, i8 -2, i8 -3, i8 -4, i8 -5, i8 -6, i8 -7, i8 -8>)
  %inverted = xor <16 x i8> %bits, <i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1, i8 -1>
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %inverted, <16 x i8> <i8 -1, i8 -2, i8 -3, i8 -4, i8 -5, i8 -6, i8 -7, i8 -8, i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7>)
  ret i32 %r1
}

define i32 @test_shl_v4i32_per_lane() {
  %bits = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 1, i32 3, i32 -1>)
  %amount = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 31, i32 4, i32 16>)
  %shifted = shl <4 x i32> %bits, %amount
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %shifted, <4 x i32> <i32 1, i32 -2147483648, i32 48, i32 -65536>)
  ret i32 %r1
}

define i32 @test_lshr_v4i32_per_lane() {
  %bits = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 -1, i32 -2147483648, i32 255>)
  %amount = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 28, i32 0, i32 31, i32 4>)
  %shifted = lshr <4 x i32> %bits, %amount
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %shifted, <4 x i32> <i32 15, i32 -1, i32 1, i32 15>)
  ret i32 %r1
}

define i32 @test_ashr_v4i32_per_lane() {
  %bits = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -16, i32 16, i32 -2147483648, i32 -1>)
  %amount = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 2, i32 2, i32 31, i32 7>)
  %shifted = ashr <4 x i32> %bits, %amount
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %shifted, <4 x i32> <i32 -4, i32 4, i32 -1, i32 -1>)
  ret i32 %r1
}

; A 64-bit arithmetic shift, often without an instruction of its own.
define i32 @test_ashr_v2i64() {
  %bits = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 -9223372036854775808, i64 4611686018427387904>)
  %amount = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 63, i64 61>)
  %varying = ashr <2 x i64> %bits, %amount
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %varying, <2 x i64> <i64 -1, i64 2>)
  %uniform = ashr <2 x i64> %bits, <i64 40, i64 40>
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %uniform, <2 x i64> <i64 -8388608, i64 4194304>)
  ret i32 %r2
}

; Byte shifts must not leak bits into the next byte.
define i32 @test_shifts_v16i8() {
  %bits = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 -1, i8 1, i8 -128, i8 127, i8 -1, i8 1, i8 -128, i8 127, i8 -1, i8 1, i8 -128, i8 127, i8 -1, i8 1, i8 -128, i8 127>)
  %left = shl <16 x i8> %bits, <i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3>
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %left, <16 x i8> <i8 -8, i8 8, i8 0, i8 -8, i8 -8, i8 8, i8 0, i8 -8, i8 -8, i8 8, i8 0, i8 -8, i8 -8, i8 8, i8 0, i8 -8>)
  %right = lshr <16 x i8> %bits, <i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3>
  %r2 = call i32 @check_v16i8(i32 %r1, i32 2, <16 x i8> %right, <16 x i8> <i8 31, i8 0, i8 16, i8 15, i8 31, i8 0, i8 16, i8 15, i8 31, i8 0, i8 16, i8 15, i8 31, i8 0, i8 16, i8 15>)
  %signed = ashr <16 x i8> %bits, <i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3, i8 3>
  %r3 = call i32 @check_v16i8(i32 %r2, i32 3, <16 x i8> %signed, <16 x i8> <i8 -1, i8 0, i8 -16, i8 15, i8 -1, i8 0, i8 -16, i8 15, i8 -1, i8 0, i8 -16, i8 15, i8 -1, i8 0, i8 -16, i8 15>)
  ret i32 %r3
}

define i32 @test_shifts_v8i16_per_lane() {
  %bits = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 1, i16 1, i16 1, i16 -32768, i16 -32768, i16 -32768, i16 -32768>)
  %amount = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 0, i16 5, i16 10, i16 15, i16 0, i16 5, i16 10, i16 15>)
  %left = shl <8 x i16> %bits, %amount
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %left, <8 x i16> <i16 1, i16 32, i16 1024, i16 -32768, i16 -32768, i16 0, i16 0, i16 0>)
  %right = lshr <8 x i16> %bits, %amount
  %r2 = call i32 @check_v8i16(i32 %r1, i32 2, <8 x i16> %right, <8 x i16> <i16 1, i16 0, i16 0, i16 0, i16 -32768, i16 1024, i16 32, i16 1>)
  ret i32 %r2
}

; A rotate spelled as shl, lshr and or; back ends like to fuse it.
define i32 @test_rotate_v4i32_by_parts() {
  %bits = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -2147483647, i32 1, i32 15, i32 305419896>)
  %high = shl <4 x i32> %bits, <i32 8, i32 8, i32 8, i32 8>
  %low = lshr <4 x i32> %bits, <i32 24, i32 24, i32 24, i32 24>
  %rotated = or <4 x i32> %high, %low
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %rotated, <4 x i32> <i32 384, i32 256, i32 3840, i32 878082066>)
  ret i32 %r1
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
}

define internal <2 x i64> @opaque_v2i64(<2 x i64> %value) noinline {
  %slot = alloca <2 x i64>
  store volatile <2 x i64> %value, ptr %slot
  %seen = load volatile <2 x i64>, ptr %slot
  ret <2 x i64> %seen
}

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
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

define internal i32 @check_v16i8(i32 %prior, i32 %code, <16 x i8> %got, <16 x i8> %want) noinline {
  %lanes = icmp eq <16 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v16i1(<16 x i1> %lanes)
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

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
