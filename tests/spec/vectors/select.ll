; select on vectors: lane-wise with a vector condition and whole with a scalar
; condition.

define i32 @test_lanewise_v4i32() {
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 0, i32 0, i32 1>)
  %on = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 20, i32 30, i32 40>)
  %off = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -10, i32 -20, i32 -30, i32 -40>)
  %cond = icmp ne <4 x i32> %key, zeroinitializer
  %chosen = select <4 x i1> %cond, <4 x i32> %on, <4 x i32> %off
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %chosen, <4 x i32> <i32 10, i32 -20, i32 -30, i32 40>)
  ret i32 %r1
}

define i32 @test_scalar_condition_takes_all() {
  %flag = call i32 @opaque_i32(i32 3)
  %on = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 2, i32 3, i32 4>)
  %off = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 5, i32 6, i32 7, i32 8>)
  %is.three = icmp eq i32 %flag, 3
  %first = select i1 %is.three, <4 x i32> %on, <4 x i32> %off
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %first, <4 x i32> <i32 1, i32 2, i32 3, i32 4>)
  %is.four = icmp eq i32 %flag, 4
  %second = select i1 %is.four, <4 x i32> %on, <4 x i32> %off
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %second, <4 x i32> <i32 5, i32 6, i32 7, i32 8>)
  ret i32 %r2
}

define i32 @test_maximum_v8i16_by_select() {
  %lhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 -1, i16 32767, i16 -32768, i16 5, i16 6, i16 7, i16 8>)
  %rhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 2, i16 -2, i16 -32768, i16 32767, i16 5, i16 5, i16 8, i16 7>)
  %greater = icmp sgt <8 x i16> %lhs, %rhs
  %largest = select <8 x i1> %greater, <8 x i16> %lhs, <8 x i16> %rhs
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %largest, <8 x i16> <i16 2, i16 -1, i16 32767, i16 32767, i16 5, i16 6, i16 8, i16 8>)
  ret i32 %r1
}

define i32 @test_lanewise_v16i8() {
  %value = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 -8, i8 -7, i8 -6, i8 -5, i8 -4, i8 -3, i8 -2, i8 -1, i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7>)
  %negative = icmp slt <16 x i8> %value, zeroinitializer
  %clamped = select <16 x i1> %negative, <16 x i8> zeroinitializer, <16 x i8> %value
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %clamped, <16 x i8> <i8 0, i8 0, i8 0, i8 0, i8 0, i8 0, i8 0, i8 0, i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7>)
  ret i32 %r1
}

define i32 @test_lanewise_v2f64() {
  %lhs = call <2 x double> @opaque_v2f64(<2 x double> <double 1.0, double 8.0>)
  %rhs = call <2 x double> @opaque_v2f64(<2 x double> <double 2.0, double 4.0>)
  %less = fcmp olt <2 x double> %lhs, %rhs
  %least = select <2 x i1> %less, <2 x double> %lhs, <2 x double> %rhs
  %r1 = call i32 @check_v2f64(i32 0, i32 1, <2 x double> %least, <2 x double> <double 1.0, double 4.0>)
  ret i32 %r1
}

; The compared type is narrower than the selected one.
define i32 @test_lanewise_v3i64() {
  %key = call <3 x i8> @opaque_v3i8(<3 x i8> <i8 5, i8 -5, i8 5>)
  %on = call <3 x i64> @opaque_v3i64(<3 x i64> <i64 1, i64 2, i64 3>)
  %off = call <3 x i64> @opaque_v3i64(<3 x i64> <i64 -1, i64 -2, i64 -3>)
  %positive = icmp sgt <3 x i8> %key, zeroinitializer
  %chosen = select <3 x i1> %positive, <3 x i64> %on, <3 x i64> %off
  %r1 = call i32 @check_v3i64(i32 0, i32 1, <3 x i64> %chosen, <3 x i64> <i64 1, i64 -2, i64 3>)
  ret i32 %r1
}

define i32 @test_conditions_combined() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 5, i32 10, i32 15>)
  %above = icmp sgt <4 x i32> %value, <i32 2, i32 2, i32 2, i32 2>
  %below = icmp slt <4 x i32> %value, <i32 12, i32 12, i32 12, i32 12>
  %inside = and <4 x i1> %above, %below
  %kept = select <4 x i1> %inside, <4 x i32> %value, <4 x i32> zeroinitializer
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %kept, <4 x i32> <i32 0, i32 5, i32 10, i32 0>)
  %outside = xor <4 x i1> %inside, <i1 true, i1 true, i1 true, i1 true>
  %dropped = select <4 x i1> %outside, <4 x i32> %value, <4 x i32> zeroinitializer
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %dropped, <4 x i32> <i32 1, i32 0, i32 0, i32 15>)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
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

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
}

define internal <3 x i8> @opaque_v3i8(<3 x i8> %value) noinline {
  %slot = alloca <3 x i8>
  store volatile <3 x i8> %value, ptr %slot
  %seen = load volatile <3 x i8>, ptr %slot
  ret <3 x i8> %seen
}

define internal <3 x i64> @opaque_v3i64(<3 x i64> %value) noinline {
  %slot = alloca <3 x i64>
  store volatile <3 x i64> %value, ptr %slot
  %seen = load volatile <3 x i64>, ptr %slot
  ret <3 x i64> %seen
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

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
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

define internal i32 @check_v2f64(i32 %prior, i32 %code, <2 x double> %got, <2 x double> %want) noinline {
  %lanes = fcmp oeq <2 x double> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v2i1(<2 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v3i64(i32 %prior, i32 %code, <3 x i64> %got, <3 x i64> %want) noinline {
  %lanes = icmp eq <3 x i64> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v3i1(<3 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v3i1(<3 x i1>)
