; shufflevector: reversals, rotations, interleaving, splats, widening and
; narrowing, for element widths from 8 to 64 bits.

define i32 @test_reverse_v4i32() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 2, i32 3, i32 4>)
  %reversed = shufflevector <4 x i32> %value, <4 x i32> poison, <4 x i32> <i32 3, i32 2, i32 1, i32 0>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %reversed, <4 x i32> <i32 4, i32 3, i32 2, i32 1>)
  ret i32 %r1
}

define i32 @test_splat_each_lane() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 11, i32 22, i32 33, i32 44>)
  %first = shufflevector <4 x i32> %value, <4 x i32> poison, <4 x i32> <i32 0, i32 0, i32 0, i32 0>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %first, <4 x i32> <i32 11, i32 11, i32 11, i32 11>)
  %third = shufflevector <4 x i32> %value, <4 x i32> poison, <4 x i32> <i32 2, i32 2, i32 2, i32 2>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %third, <4 x i32> <i32 33, i32 33, i32 33, i32 33>)
  ret i32 %r2
}

define i32 @test_interleave_two_vectors() {
  %even = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 2, i32 4, i32 6>)
  %odd = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 3, i32 5, i32 7>)
  %low = shufflevector <4 x i32> %even, <4 x i32> %odd, <4 x i32> <i32 0, i32 4, i32 1, i32 5>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %low, <4 x i32> <i32 0, i32 1, i32 2, i32 3>)
  %high = shufflevector <4 x i32> %even, <4 x i32> %odd, <4 x i32> <i32 2, i32 6, i32 3, i32 7>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %high, <4 x i32> <i32 4, i32 5, i32 6, i32 7>)
  ret i32 %r2
}

define i32 @test_deinterleave_v8i16() {
  %mixed = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 0, i16 100, i16 1, i16 101, i16 2, i16 102, i16 3, i16 103>)
  %even = shufflevector <8 x i16> %mixed, <8 x i16> poison, <4 x i32> <i32 0, i32 2, i32 4, i32 6>
  %r1 = call i32 @check_v4i16(i32 0, i32 1, <4 x i16> %even, <4 x i16> <i16 0, i16 1, i16 2, i16 3>)
  %odd = shufflevector <8 x i16> %mixed, <8 x i16> poison, <4 x i32> <i32 1, i32 3, i32 5, i32 7>
  %r2 = call i32 @check_v4i16(i32 %r1, i32 2, <4 x i16> %odd, <4 x i16> <i16 100, i16 101, i16 102, i16 103>)
  ret i32 %r2
}

define i32 @test_rotate_v16i8() {
  %value = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7, i8 8, i8 9, i8 10, i8 11, i8 12, i8 13, i8 14, i8 15>)
  %rotated = shufflevector <16 x i8> %value, <16 x i8> poison, <16 x i32> <i32 5, i32 6, i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15, i32 0, i32 1, i32 2, i32 3, i32 4>
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %rotated, <16 x i8> <i8 5, i8 6, i8 7, i8 8, i8 9, i8 10, i8 11, i8 12, i8 13, i8 14, i8 15, i8 0, i8 1, i8 2, i8 3, i8 4>)
  ret i32 %r1
}

; A mask with no pattern, drawing on both operands.
define i32 @test_arbitrary_bytes_from_both() {
  %left = call <8 x i8> @opaque_v8i8(<8 x i8> <i8 10, i8 11, i8 12, i8 13, i8 14, i8 15, i8 16, i8 17>)
  %right = call <8 x i8> @opaque_v8i8(<8 x i8> <i8 20, i8 21, i8 22, i8 23, i8 24, i8 25, i8 26, i8 27>)
  %picked = shufflevector <8 x i8> %left, <8 x i8> %right, <8 x i32> <i32 15, i32 0, i32 9, i32 7, i32 3, i32 12, i32 0, i32 8>
  %r1 = call i32 @check_v8i8(i32 0, i32 1, <8 x i8> %picked, <8 x i8> <i8 27, i8 10, i8 21, i8 17, i8 13, i8 24, i8 10, i8 20>)
  ret i32 %r1
}

define i32 @test_concatenate_and_halve() {
  %low = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 1, i64 2>)
  %high = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 3, i64 4>)
  %wide = shufflevector <2 x i64> %low, <2 x i64> %high, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %r1 = call i32 @check_v4i64(i32 0, i32 1, <4 x i64> %wide, <4 x i64> <i64 1, i64 2, i64 3, i64 4>)
  %middle = shufflevector <4 x i64> %wide, <4 x i64> poison, <2 x i32> <i32 1, i32 2>
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %middle, <2 x i64> <i64 2, i64 3>)
  ret i32 %r2
}

; Each lane stays in place and only the source changes.
define i32 @test_blend_v4f32() {
  %left = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>)
  %right = call <4 x float> @opaque_v4f32(<4 x float> <float -1.0, float -2.0, float -3.0, float -4.0>)
  %blended = shufflevector <4 x float> %left, <4 x float> %right, <4 x i32> <i32 0, i32 5, i32 6, i32 3>
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %blended, <4 x float> <float 1.0, float -2.0, float -3.0, float 4.0>)
  ret i32 %r1
}

define i32 @test_narrow_to_v3i32() {
  %left = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 2, i32 3, i32 4>)
  %right = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 5, i32 6, i32 7, i32 8>)
  %three = shufflevector <4 x i32> %left, <4 x i32> %right, <3 x i32> <i32 7, i32 0, i32 5>
  %r1 = call i32 @check_v3i32(i32 0, i32 1, <3 x i32> %three, <3 x i32> <i32 8, i32 1, i32 6>)
  ret i32 %r1
}

define i32 @test_transpose_2x2_v4f64() {
  %matrix = call <4 x double> @opaque_v4f64(<4 x double> <double 1.0, double 2.0, double 3.0, double 4.0>)
  %transposed = shufflevector <4 x double> %matrix, <4 x double> poison, <4 x i32> <i32 0, i32 2, i32 1, i32 3>
  %r1 = call i32 @check_v4f64(i32 0, i32 1, <4 x double> %transposed, <4 x double> <double 1.0, double 3.0, double 2.0, double 4.0>)
  ret i32 %r1
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
}

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
}

define internal <8 x i8> @opaque_v8i8(<8 x i8> %value) noinline {
  %slot = alloca <8 x i8>
  store volatile <8 x i8> %value, ptr %slot
  %seen = load volatile <8 x i8>, ptr %slot
  ret <8 x i8> %seen
}

define internal <2 x i64> @opaque_v2i64(<2 x i64> %value) noinline {
  %slot = alloca <2 x i64>
  store volatile <2 x i64> %value, ptr %slot
  %seen = load volatile <2 x i64>, ptr %slot
  ret <2 x i64> %seen
}

define internal <4 x float> @opaque_v4f32(<4 x float> %value) noinline {
  %slot = alloca <4 x float>
  store volatile <4 x float> %value, ptr %slot
  %seen = load volatile <4 x float>, ptr %slot
  ret <4 x float> %seen
}

define internal <4 x double> @opaque_v4f64(<4 x double> %value) noinline {
  %slot = alloca <4 x double>
  store volatile <4 x double> %value, ptr %slot
  %seen = load volatile <4 x double>, ptr %slot
  ret <4 x double> %seen
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

define internal i32 @check_v4i16(i32 %prior, i32 %code, <4 x i16> %got, <4 x i16> %want) noinline {
  %lanes = icmp eq <4 x i16> %got, %want
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

define internal i32 @check_v8i8(i32 %prior, i32 %code, <8 x i8> %got, <8 x i8> %want) noinline {
  %lanes = icmp eq <8 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v4i64(i32 %prior, i32 %code, <4 x i64> %got, <4 x i64> %want) noinline {
  %lanes = icmp eq <4 x i64> %got, %want
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

define internal i32 @check_v4f32(i32 %prior, i32 %code, <4 x float> %got, <4 x float> %want) noinline {
  %lanes = fcmp oeq <4 x float> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v3i32(i32 %prior, i32 %code, <3 x i32> %got, <3 x i32> %want) noinline {
  %lanes = icmp eq <3 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v3i1(<3 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v4f64(i32 %prior, i32 %code, <4 x double> %got, <4 x double> %want) noinline {
  %lanes = fcmp oeq <4 x double> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v3i1(<3 x i1>)
