; llvm.vector.reduce.* over integer vectors of even and odd lengths.

define i32 @test_reduce_add() {
  %words = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 20, i32 300, i32 -4000>)
  %got1 = call i32 @llvm.vector.reduce.add.v4i32(<4 x i32> %words)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -3679)
  %bytes = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 10, i8 20, i8 30, i8 40, i8 50, i8 60, i8 70, i8 80, i8 90, i8 100, i8 110, i8 120, i8 1, i8 2, i8 3, i8 4>)
  %got2 = call i8 @llvm.vector.reduce.add.v16i8(<16 x i8> %bytes)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 22)
  %quads = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 9223372036854775807, i64 2>)
  %got3 = call i64 @llvm.vector.reduce.add.v2i64(<2 x i64> %quads)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 -9223372036854775807)
  ret i32 %r3
}

define i32 @test_reduce_mul() {
  %words = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 3, i32 -5, i32 7, i32 11>)
  %got1 = call i32 @llvm.vector.reduce.mul.v4i32(<4 x i32> %words)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1155)
  %halves = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 2, i16 3, i16 4, i16 5, i16 6, i16 7, i16 8>)
  %got2 = call i16 @llvm.vector.reduce.mul.v8i16(<8 x i16> %halves)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -25216)
  ret i32 %r2
}

define i32 @test_reduce_and_or_xor() {
  %words = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 15, i32 7, i32 14, i32 255>)
  %got1 = call i32 @llvm.vector.reduce.and.v4i32(<4 x i32> %words)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 6)
  %got2 = call i32 @llvm.vector.reduce.or.v4i32(<4 x i32> %words)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 255)
  %got3 = call i32 @llvm.vector.reduce.xor.v4i32(<4 x i32> %words)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 249)
  ret i32 %r3
}

define i32 @test_reduce_signed_extremes() {
  %words = call <8 x i32> @opaque_v8i32(<8 x i32> <i32 3, i32 -7, i32 2147483647, i32 0, i32 -2147483648, i32 12, i32 5, i32 -1>)
  %got1 = call i32 @llvm.vector.reduce.smax.v8i32(<8 x i32> %words)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2147483647)
  %got2 = call i32 @llvm.vector.reduce.smin.v8i32(<8 x i32> %words)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483648)
  ret i32 %r2
}

; -1 is the largest value when unsigned.
define i32 @test_reduce_unsigned_extremes() {
  %bytes = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 3, i8 4, i8 5, i8 6, i8 7, i8 8, i8 9, i8 2, i8 -1, i8 100, i8 120, i8 -128, i8 11, i8 12, i8 13, i8 14>)
  %got1 = call i8 @llvm.vector.reduce.umax.v16i8(<16 x i8> %bytes)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -1)
  %got2 = call i8 @llvm.vector.reduce.umin.v16i8(<16 x i8> %bytes)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 2)
  ret i32 %r2
}

; An odd length must not let a padding lane into the result.
define i32 @test_reduce_v3i32() {
  %words = call <3 x i32> @opaque_v3i32(<3 x i32> <i32 -4, i32 -6, i32 -8>)
  %got1 = call i32 @llvm.vector.reduce.add.v3i32(<3 x i32> %words)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -18)
  %got2 = call i32 @llvm.vector.reduce.mul.v3i32(<3 x i32> %words)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -192)
  %got3 = call i32 @llvm.vector.reduce.smax.v3i32(<3 x i32> %words)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -4)
  %got4 = call i32 @llvm.vector.reduce.umin.v3i32(<3 x i32> %words)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -8)
  %got5 = call i32 @llvm.vector.reduce.and.v3i32(<3 x i32> %words)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -8)
  ret i32 %r5
}

define i32 @test_reduce_v5i64() {
  %quads = call <5 x i64> @opaque_v5i64(<5 x i64> <i64 1, i64 10, i64 100, i64 1000, i64 10000000000>)
  %got1 = call i64 @llvm.vector.reduce.add.v5i64(<5 x i64> %quads)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 10000001111)
  %got2 = call i64 @llvm.vector.reduce.smin.v5i64(<5 x i64> %quads)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 1)
  %got3 = call i64 @llvm.vector.reduce.umax.v5i64(<5 x i64> %quads)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 10000000000)
  ret i32 %r3
}

; Any, all and parity over lanes of a comparison.
define i32 @test_reduce_conditions() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 2, i32 3, i32 4>)
  %above.two = icmp sgt <4 x i32> %value, <i32 2, i32 2, i32 2, i32 2>
  %got1 = call i1 @llvm.vector.reduce.or.v4i1(<4 x i1> %above.two)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %above.two)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %above.one = icmp sgt <4 x i32> %value, <i32 1, i32 1, i32 1, i32 1>
  %got3 = call i1 @llvm.vector.reduce.xor.v4i1(<4 x i1> %above.one)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  ret i32 %r3
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

define internal <8 x i32> @opaque_v8i32(<8 x i32> %value) noinline {
  %slot = alloca <8 x i32>
  store volatile <8 x i32> %value, ptr %slot
  %seen = load volatile <8 x i32>, ptr %slot
  ret <8 x i32> %seen
}

define internal <3 x i32> @opaque_v3i32(<3 x i32> %value) noinline {
  %slot = alloca <3 x i32>
  store volatile <3 x i32> %value, ptr %slot
  %seen = load volatile <3 x i32>, ptr %slot
  ret <3 x i32> %seen
}

define internal <5 x i64> @opaque_v5i64(<5 x i64> %value) noinline {
  %slot = alloca <5 x i64>
  store volatile <5 x i64> %value, ptr %slot
  %seen = load volatile <5 x i64>, ptr %slot
  ret <5 x i64> %seen
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i32 @llvm.vector.reduce.add.v4i32(<4 x i32>)
declare i8 @llvm.vector.reduce.add.v16i8(<16 x i8>)
declare i64 @llvm.vector.reduce.add.v2i64(<2 x i64>)
declare i32 @llvm.vector.reduce.mul.v4i32(<4 x i32>)
declare i16 @llvm.vector.reduce.mul.v8i16(<8 x i16>)
declare i32 @llvm.vector.reduce.and.v4i32(<4 x i32>)
declare i32 @llvm.vector.reduce.or.v4i32(<4 x i32>)
declare i32 @llvm.vector.reduce.xor.v4i32(<4 x i32>)
declare i32 @llvm.vector.reduce.smax.v8i32(<8 x i32>)
declare i32 @llvm.vector.reduce.smin.v8i32(<8 x i32>)
declare i8 @llvm.vector.reduce.umax.v16i8(<16 x i8>)
declare i8 @llvm.vector.reduce.umin.v16i8(<16 x i8>)
declare i32 @llvm.vector.reduce.add.v3i32(<3 x i32>)
declare i32 @llvm.vector.reduce.mul.v3i32(<3 x i32>)
declare i32 @llvm.vector.reduce.smax.v3i32(<3 x i32>)
declare i32 @llvm.vector.reduce.umin.v3i32(<3 x i32>)
declare i32 @llvm.vector.reduce.and.v3i32(<3 x i32>)
declare i64 @llvm.vector.reduce.add.v5i64(<5 x i64>)
declare i64 @llvm.vector.reduce.smin.v5i64(<5 x i64>)
declare i64 @llvm.vector.reduce.umax.v5i64(<5 x i64>)
declare i1 @llvm.vector.reduce.or.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.xor.v4i1(<4 x i1>)
