; llvm.smax, smin, umax, umin and llvm.abs on scalars and vectors.
; ORI-TARGETS: test_signed_i32 smax_i32 smin_i32
; ORI-TARGETS: test_unsigned_i32 umax_i32 umin_i32

define i32 @test_signed_i32() {
  %got1 = call i32 @smax_i32(i32 -1, i32 1)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 1)
  %got2 = call i32 @smin_i32(i32 -1, i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -1)
  %got3 = call i32 @smax_i32(i32 -2147483648, i32 2147483647)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 2147483647)
  %got4 = call i32 @smin_i32(i32 -2147483648, i32 2147483647)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -2147483648)
  %got5 = call i32 @smax_i32(i32 4, i32 4)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 4)
  ret i32 %r5
}

define i32 @test_unsigned_i32() {
  %got1 = call i32 @umax_i32(i32 -1, i32 1)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1)
  %got2 = call i32 @umin_i32(i32 -1, i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1)
  %got3 = call i32 @umax_i32(i32 -2147483648, i32 2147483647)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -2147483648)
  %got4 = call i32 @umin_i32(i32 -2147483648, i32 2147483647)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 2147483647)
  ret i32 %r4
}

define i32 @test_min_max_i8() {
  %negative = call i8 @opaque_i8(i8 -100)
  %positive = call i8 @opaque_i8(i8 100)
  %got1 = call i8 @llvm.smax.i8(i8 %negative, i8 %positive)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 100)
  %got2 = call i8 @llvm.umax.i8(i8 %negative, i8 %positive)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -100)
  %got3 = call i8 @llvm.smin.i8(i8 %negative, i8 %positive)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -100)
  %got4 = call i8 @llvm.umin.i8(i8 %negative, i8 %positive)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 100)
  ret i32 %r4
}

; The operands differ only above bit 31.
define i32 @test_min_max_i64() {
  %large = call i64 @opaque_i64(i64 17179869184)
  %larger = call i64 @opaque_i64(i64 -9223372019674906624)
  %got1 = call i64 @llvm.smax.i64(i64 %large, i64 %larger)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 17179869184)
  %got2 = call i64 @llvm.umax.i64(i64 %large, i64 %larger)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -9223372019674906624)
  %got3 = call i64 @llvm.smin.i64(i64 %large, i64 %larger)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 -9223372019674906624)
  %got4 = call i64 @llvm.umin.i64(i64 %large, i64 %larger)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 17179869184)
  ret i32 %r4
}

define i32 @test_clamp_by_min_of_max() {
  %value = call i32 @opaque_i32(i32 -70)
  %limit = call i32 @opaque_i32(i32 255)
  %floored = call i32 @llvm.smax.i32(i32 %value, i32 0)
  %clamped = call i32 @llvm.smin.i32(i32 %floored, i32 255)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %clamped, i32 0)
  %doubled = shl i32 %limit, 1
  %floored.high = call i32 @llvm.smax.i32(i32 %doubled, i32 0)
  %clamped.high = call i32 @llvm.smin.i32(i32 %floored.high, i32 255)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %clamped.high, i32 255)
  ret i32 %r2
}

define i32 @test_min_max_v8i16() {
  %lhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 -1, i16 32767, i16 -32768, i16 0, i16 5, i16 -5, i16 100>)
  %rhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 2, i16 -2, i16 -32768, i16 32767, i16 0, i16 -5, i16 5, i16 99>)
  %got1 = call <8 x i16> @llvm.smax.v8i16(<8 x i16> %lhs, <8 x i16> %rhs)
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %got1, <8 x i16> <i16 2, i16 -1, i16 32767, i16 32767, i16 0, i16 5, i16 5, i16 100>)
  %got2 = call <8 x i16> @llvm.umin.v8i16(<8 x i16> %lhs, <8 x i16> %rhs)
  %r2 = call i32 @check_v8i16(i32 %r1, i32 2, <8 x i16> %got2, <8 x i16> <i16 1, i16 -2, i16 32767, i16 32767, i16 0, i16 5, i16 5, i16 99>)
  ret i32 %r2
}

define i32 @test_min_max_v2i64() {
  %lhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 -1, i64 4294967296>)
  %rhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 1, i64 4294967295>)
  %got1 = call <2 x i64> @llvm.smin.v2i64(<2 x i64> %lhs, <2 x i64> %rhs)
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %got1, <2 x i64> <i64 -1, i64 4294967295>)
  %got2 = call <2 x i64> @llvm.umax.v2i64(<2 x i64> %lhs, <2 x i64> %rhs)
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %got2, <2 x i64> <i64 -1, i64 4294967296>)
  ret i32 %r2
}

; The most negative value has no positive counterpart and stays as it is.
define i32 @test_abs_scalar() {
  %negative = call i32 @opaque_i32(i32 -42)
  %got1 = call i32 @llvm.abs.i32(i32 %negative, i1 false)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 42)
  %lowest = call i32 @opaque_i32(i32 -2147483648)
  %got2 = call i32 @llvm.abs.i32(i32 %lowest, i1 false)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483648)
  %byte = call i8 @opaque_i8(i8 -128)
  %got3 = call i8 @llvm.abs.i8(i8 %byte, i1 false)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -128)
  %quad = call i64 @opaque_i64(i64 -9000000000)
  %got4 = call i64 @llvm.abs.i64(i64 %quad, i1 true)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 9000000000)
  ret i32 %r4
}

define i32 @test_abs_vectors() {
  %words = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 0, i32 7, i32 -2147483647>)
  %got1 = call <4 x i32> @llvm.abs.v4i32(<4 x i32> %words, i1 true)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 1, i32 0, i32 7, i32 2147483647>)
  %quads = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 -4294967297, i64 -9223372036854775808>)
  %got2 = call <2 x i64> @llvm.abs.v2i64(<2 x i64> %quads, i1 false)
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %got2, <2 x i64> <i64 4294967297, i64 -9223372036854775808>)
  ret i32 %r2
}

define i32 @smax_i32(i32 %lhs, i32 %rhs) noinline {
  %larger = call i32 @llvm.smax.i32(i32 %lhs, i32 %rhs)
  ret i32 %larger
}

define i32 @smin_i32(i32 %lhs, i32 %rhs) noinline {
  %smaller = call i32 @llvm.smin.i32(i32 %lhs, i32 %rhs)
  ret i32 %smaller
}

define i32 @umax_i32(i32 %lhs, i32 %rhs) noinline {
  %larger = call i32 @llvm.umax.i32(i32 %lhs, i32 %rhs)
  ret i32 %larger
}

define i32 @umin_i32(i32 %lhs, i32 %rhs) noinline {
  %smaller = call i32 @llvm.umin.i32(i32 %lhs, i32 %rhs)
  ret i32 %smaller
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
}

define internal <2 x i64> @opaque_v2i64(<2 x i64> %value) noinline {
  %slot = alloca <2 x i64>
  store volatile <2 x i64> %value, ptr %slot
  %seen = load volatile <2 x i64>, ptr %slot
  ret <2 x i64> %seen
}

define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
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

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
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

define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i8 @llvm.smax.i8(i8, i8)
declare i8 @llvm.umax.i8(i8, i8)
declare i8 @llvm.smin.i8(i8, i8)
declare i8 @llvm.umin.i8(i8, i8)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.umax.i64(i64, i64)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.umin.i64(i64, i64)
declare i32 @llvm.smax.i32(i32, i32)
declare i32 @llvm.smin.i32(i32, i32)
declare <8 x i16> @llvm.smax.v8i16(<8 x i16>, <8 x i16>)
declare <8 x i16> @llvm.umin.v8i16(<8 x i16>, <8 x i16>)
declare <2 x i64> @llvm.smin.v2i64(<2 x i64>, <2 x i64>)
declare <2 x i64> @llvm.umax.v2i64(<2 x i64>, <2 x i64>)
declare i32 @llvm.abs.i32(i32, i1)
declare i8 @llvm.abs.i8(i8, i1)
declare i64 @llvm.abs.i64(i64, i1)
declare <4 x i32> @llvm.abs.v4i32(<4 x i32>, i1)
declare <2 x i64> @llvm.abs.v2i64(<2 x i64>, i1)
declare i32 @llvm.umax.i32(i32, i32)
declare i32 @llvm.umin.i32(i32, i32)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
