; Vectors whose length is no power of two, or is one: arithmetic, comparison
; and memory must neither drop the last lane nor touch a lane past it.

define i32 @test_add_v3i32() {
  %lhs = call <3 x i32> @opaque_v3i32(<3 x i32> <i32 1, i32 2, i32 3>)
  %rhs = call <3 x i32> @opaque_v3i32(<3 x i32> <i32 10, i32 20, i32 -3>)
  %sum = add <3 x i32> %lhs, %rhs
  %r1 = call i32 @check_v3i32(i32 0, i32 1, <3 x i32> %sum, <3 x i32> <i32 11, i32 22, i32 0>)
  ret i32 %r1
}

define i32 @test_arithmetic_v5i16() {
  %lhs = call <5 x i16> @opaque_v5i16(<5 x i16> <i16 1, i16 -2, i16 300, i16 -400, i16 32767>)
  %rhs = call <5 x i16> @opaque_v5i16(<5 x i16> <i16 2, i16 3, i16 100, i16 -1, i16 1>)
  %product = mul <5 x i16> %lhs, %rhs
  %r1 = call i32 @check_v5i16(i32 0, i32 1, <5 x i16> %product, <5 x i16> <i16 2, i16 -6, i16 30000, i16 400, i16 32767>)
  %sum = add <5 x i16> %lhs, %rhs
  %r2 = call i32 @check_v5i16(i32 %r1, i32 2, <5 x i16> %sum, <5 x i16> <i16 3, i16 1, i16 400, i16 -401, i16 -32768>)
  ret i32 %r2
}

define i32 @test_xor_v7i8() {
  %lhs = call <7 x i8> @opaque_v7i8(<7 x i8> <i8 1, i8 2, i8 4, i8 8, i8 16, i8 32, i8 64>)
  %rhs = call <7 x i8> @opaque_v7i8(<7 x i8> <i8 -1, i8 2, i8 5, i8 0, i8 31, i8 33, i8 127>)
  %mixed = xor <7 x i8> %lhs, %rhs
  %r1 = call i32 @check_v7i8(i32 0, i32 1, <7 x i8> %mixed, <7 x i8> <i8 -2, i8 0, i8 1, i8 8, i8 15, i8 1, i8 63>)
  ret i32 %r1
}

define i32 @test_multiply_v3f32() {
  %lhs = call <3 x float> @opaque_v3f32(<3 x float> <float 1.5, float -2.0, float 8.0>)
  %rhs = call <3 x float> @opaque_v3f32(<3 x float> <float 2.0, float 0.25, float 0.125>)
  %product = fmul <3 x float> %lhs, %rhs
  %r1 = call i32 @check_v3f32(i32 0, i32 1, <3 x float> %product, <3 x float> <float 3.0, float -0.5, float 1.0>)
  ret i32 %r1
}

define i32 @test_single_lane_v1i64() {
  %value = call <1 x i64> @opaque_v1i64(<1 x i64> <i64 41>)
  %next = add <1 x i64> %value, <i64 1>
  %r1 = call i32 @check_v1i64(i32 0, i32 1, <1 x i64> %next, <1 x i64> <i64 42>)
  %lane = extractelement <1 x i64> %next, i32 0
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %lane, i64 42)
  ret i32 %r2
}

define i32 @test_divide_v6i32() {
  %dividend = call <6 x i32> @opaque_v6i32(<6 x i32> <i32 100, i32 -100, i32 99, i32 -99, i32 7, i32 0>)
  %divisor = call <6 x i32> @opaque_v6i32(<6 x i32> <i32 7, i32 7, i32 -10, i32 -10, i32 7, i32 3>)
  %quotient = sdiv <6 x i32> %dividend, %divisor
  %r1 = call i32 @check_v6i32(i32 0, i32 1, <6 x i32> %quotient, <6 x i32> <i32 14, i32 -14, i32 -9, i32 9, i32 1, i32 0>)
  ret i32 %r1
}

; Twelve bytes are stored; the word after them keeps its value.
define i32 @test_store_v3i32_leaves_neighbour() {
  %buffer = alloca [4 x i32], align 16
  %fourth = getelementptr inbounds [4 x i32], ptr %buffer, i64 0, i64 3
  store volatile i32 777, ptr %fourth
  %value = call <3 x i32> @opaque_v3i32(<3 x i32> <i32 7, i32 8, i32 9>)
  store <3 x i32> %value, ptr %buffer, align 4
  %after = load volatile i32, ptr %fourth
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %after, i32 777)
  %third = getelementptr inbounds [4 x i32], ptr %buffer, i64 0, i64 2
  %last = load volatile i32, ptr %third
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %last, i32 9)
  ret i32 %r2
}

define i32 @test_load_v7i8_unaligned() {
  %buffer = alloca i64, align 8
  store volatile i64 578437695752307201, ptr %buffer
  %second = getelementptr inbounds i8, ptr %buffer, i64 1
  %bytes = load <7 x i8>, ptr %second, align 1
  %r1 = call i32 @check_v7i8(i32 0, i32 1, <7 x i8> %bytes, <7 x i8> <i8 2, i8 3, i8 4, i8 5, i8 6, i8 7, i8 8>)
  ret i32 %r1
}

define i32 @test_v9i32_spans_registers() {
  %lhs = call <9 x i32> @opaque_v9i32(<9 x i32> <i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7, i32 8, i32 9>)
  %sum = add <9 x i32> %lhs, %lhs
  %reversed = shufflevector <9 x i32> %sum, <9 x i32> poison, <9 x i32> <i32 8, i32 7, i32 6, i32 5, i32 4, i32 3, i32 2, i32 1, i32 0>
  %r1 = call i32 @check_v9i32(i32 0, i32 1, <9 x i32> %reversed, <9 x i32> <i32 18, i32 16, i32 14, i32 12, i32 10, i32 8, i32 6, i32 4, i32 2>)
  ret i32 %r1
}

define i32 @test_compare_v3i32() {
  %lhs = call <3 x i32> @opaque_v3i32(<3 x i32> <i32 1, i32 5, i32 -1>)
  %rhs = call <3 x i32> @opaque_v3i32(<3 x i32> <i32 2, i32 5, i32 1>)
  %below = icmp slt <3 x i32> %lhs, %rhs
  %flags = zext <3 x i1> %below to <3 x i32>
  %r1 = call i32 @check_v3i32(i32 0, i32 1, <3 x i32> %flags, <3 x i32> <i32 1, i32 0, i32 1>)
  ret i32 %r1
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <3 x i32> @opaque_v3i32(<3 x i32> %value) noinline {
  %slot = alloca <3 x i32>
  store volatile <3 x i32> %value, ptr %slot
  %seen = load volatile <3 x i32>, ptr %slot
  ret <3 x i32> %seen
}

define internal <5 x i16> @opaque_v5i16(<5 x i16> %value) noinline {
  %slot = alloca <5 x i16>
  store volatile <5 x i16> %value, ptr %slot
  %seen = load volatile <5 x i16>, ptr %slot
  ret <5 x i16> %seen
}

define internal <7 x i8> @opaque_v7i8(<7 x i8> %value) noinline {
  %slot = alloca <7 x i8>
  store volatile <7 x i8> %value, ptr %slot
  %seen = load volatile <7 x i8>, ptr %slot
  ret <7 x i8> %seen
}

define internal <3 x float> @opaque_v3f32(<3 x float> %value) noinline {
  %slot = alloca <3 x float>
  store volatile <3 x float> %value, ptr %slot
  %seen = load volatile <3 x float>, ptr %slot
  ret <3 x float> %seen
}

define internal <1 x i64> @opaque_v1i64(<1 x i64> %value) noinline {
  %slot = alloca <1 x i64>
  store volatile <1 x i64> %value, ptr %slot
  %seen = load volatile <1 x i64>, ptr %slot
  ret <1 x i64> %seen
}

define internal <6 x i32> @opaque_v6i32(<6 x i32> %value) noinline {
  %slot = alloca <6 x i32>
  store volatile <6 x i32> %value, ptr %slot
  %seen = load volatile <6 x i32>, ptr %slot
  ret <6 x i32> %seen
}

define internal <9 x i32> @opaque_v9i32(<9 x i32> %value) noinline {
  %slot = alloca <9 x i32>
  store volatile <9 x i32> %value, ptr %slot
  %seen = load volatile <9 x i32>, ptr %slot
  ret <9 x i32> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_v3i32(i32 %prior, i32 %code, <3 x i32> %got, <3 x i32> %want) noinline {
  %lanes = icmp eq <3 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v3i1(<3 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v5i16(i32 %prior, i32 %code, <5 x i16> %got, <5 x i16> %want) noinline {
  %lanes = icmp eq <5 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v5i1(<5 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v7i8(i32 %prior, i32 %code, <7 x i8> %got, <7 x i8> %want) noinline {
  %lanes = icmp eq <7 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v7i1(<7 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v3f32(i32 %prior, i32 %code, <3 x float> %got, <3 x float> %want) noinline {
  %lanes = fcmp oeq <3 x float> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v3i1(<3 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v1i64(i32 %prior, i32 %code, <1 x i64> %got, <1 x i64> %want) noinline {
  %lanes = icmp eq <1 x i64> %got, %want
  %same = extractelement <1 x i1> %lanes, i32 0
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

define internal i32 @check_v6i32(i32 %prior, i32 %code, <6 x i32> %got, <6 x i32> %want) noinline {
  %lanes = icmp eq <6 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v6i1(<6 x i1> %lanes)
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

define internal i32 @check_v9i32(i32 %prior, i32 %code, <9 x i32> %got, <9 x i32> %want) noinline {
  %lanes = icmp eq <9 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v9i1(<9 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v3i1(<3 x i1>)
declare i1 @llvm.vector.reduce.and.v5i1(<5 x i1>)
declare i1 @llvm.vector.reduce.and.v7i1(<7 x i1>)
declare i1 @llvm.vector.reduce.and.v6i1(<6 x i1>)
declare i1 @llvm.vector.reduce.and.v9i1(<9 x i1>)
