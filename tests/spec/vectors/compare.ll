; Vector icmp and fcmp with every family of predicates; the lane results are
; widened with sext, so that true shows as -1.

define i32 @test_icmp_equality_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 2, i32 -3, i32 0>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 3, i32 -3, i32 -2147483648>)
  %equal = icmp eq <4 x i32> %lhs, %rhs
  %equal.mask = sext <4 x i1> %equal to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %equal.mask, <4 x i32> <i32 -1, i32 0, i32 -1, i32 0>)
  %unequal = icmp ne <4 x i32> %lhs, %rhs
  %unequal.mask = sext <4 x i1> %unequal to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %unequal.mask, <4 x i32> <i32 0, i32 -1, i32 0, i32 -1>)
  ret i32 %r2
}

define i32 @test_icmp_signed_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 5, i32 -2147483648, i32 7>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 5, i32 2147483647, i32 -7>)
  %less = icmp slt <4 x i32> %lhs, %rhs
  %less.mask = sext <4 x i1> %less to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %less.mask, <4 x i32> <i32 -1, i32 0, i32 -1, i32 0>)
  %at.least = icmp sge <4 x i32> %lhs, %rhs
  %at.least.mask = sext <4 x i1> %at.least to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %at.least.mask, <4 x i32> <i32 0, i32 -1, i32 0, i32 -1>)
  %greater = icmp sgt <4 x i32> %lhs, %rhs
  %greater.mask = sext <4 x i1> %greater to <4 x i32>
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %greater.mask, <4 x i32> <i32 0, i32 0, i32 0, i32 -1>)
  ret i32 %r3
}

; The same bit patterns order differently when unsigned.
define i32 @test_icmp_unsigned_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 5, i32 -2147483648, i32 7>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 5, i32 2147483647, i32 -7>)
  %less = icmp ult <4 x i32> %lhs, %rhs
  %less.mask = sext <4 x i1> %less to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %less.mask, <4 x i32> <i32 0, i32 0, i32 0, i32 -1>)
  %at.most = icmp ule <4 x i32> %lhs, %rhs
  %at.most.mask = sext <4 x i1> %at.most to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %at.most.mask, <4 x i32> <i32 0, i32 -1, i32 0, i32 -1>)
  %greater = icmp ugt <4 x i32> %lhs, %rhs
  %greater.mask = sext <4 x i1> %greater to <4 x i32>
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %greater.mask, <4 x i32> <i32 -1, i32 0, i32 -1, i32 0>)
  ret i32 %r3
}

define i32 @test_icmp_unsigned_v16i8() {
  %lhs = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 1, i8 127, i8 -128, i8 -1, i8 0, i8 5, i8 5, i8 9, i8 9, i8 9, i8 9, i8 100, i8 -100, i8 1, i8 -1>)
  %rhs = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 0, i8 -128, i8 127, i8 0, i8 -1, i8 6, i8 4, i8 9, i8 9, i8 9, i8 9, i8 -100, i8 100, i8 -1, i8 1>)
  %greater = icmp ugt <16 x i8> %lhs, %rhs
  %mask = sext <16 x i1> %greater to <16 x i8>
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %mask, <16 x i8> <i8 0, i8 -1, i8 0, i8 -1, i8 -1, i8 0, i8 0, i8 -1, i8 0, i8 0, i8 0, i8 0, i8 0, i8 -1, i8 0, i8 -1>)
  ret i32 %r1
}

; The deciding difference is once in the high half and once in the low half.
define i32 @test_icmp_v2i64() {
  %lhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 4294967296, i64 2>)
  %rhs = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 1, i64 3>)
  %signed = icmp sgt <2 x i64> %lhs, %rhs
  %signed.mask = sext <2 x i1> %signed to <2 x i64>
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %signed.mask, <2 x i64> <i64 -1, i64 0>)
  %negative = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 -1, i64 0>)
  %unsigned = icmp ult <2 x i64> %negative, %rhs
  %unsigned.mask = sext <2 x i1> %unsigned to <2 x i64>
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %unsigned.mask, <2 x i64> <i64 0, i64 -1>)
  ret i32 %r2
}

; No ordered predicate holds when an operand is NaN.
define i32 @test_fcmp_ordered_v4f32() {
  %lhs = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 2.0, float 0x7FF8000000000000, float -0.0>)
  %rhs = call <4 x float> @opaque_v4f32(<4 x float> <float 2.0, float 2.0, float 2.0, float 0.0>)
  %less = fcmp olt <4 x float> %lhs, %rhs
  %less.mask = sext <4 x i1> %less to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %less.mask, <4 x i32> <i32 -1, i32 0, i32 0, i32 0>)
  %equal = fcmp oeq <4 x float> %lhs, %rhs
  %equal.mask = sext <4 x i1> %equal to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %equal.mask, <4 x i32> <i32 0, i32 -1, i32 0, i32 -1>)
  %ordered = fcmp ord <4 x float> %lhs, %rhs
  %ordered.mask = sext <4 x i1> %ordered to <4 x i32>
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %ordered.mask, <4 x i32> <i32 -1, i32 -1, i32 0, i32 -1>)
  ret i32 %r3
}

; Every unordered predicate holds when an operand is NaN.
define i32 @test_fcmp_unordered_v4f32() {
  %lhs = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float 2.0, float 0x7FF8000000000000, float 3.0>)
  %rhs = call <4 x float> @opaque_v4f32(<4 x float> <float 2.0, float 2.0, float 2.0, float 0x7FF8000000000000>)
  %greater = fcmp ugt <4 x float> %lhs, %rhs
  %greater.mask = sext <4 x i1> %greater to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %greater.mask, <4 x i32> <i32 0, i32 0, i32 -1, i32 -1>)
  %unequal = fcmp une <4 x float> %lhs, %rhs
  %unequal.mask = sext <4 x i1> %unequal to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %unequal.mask, <4 x i32> <i32 -1, i32 0, i32 -1, i32 -1>)
  %one = fcmp one <4 x float> %lhs, %rhs
  %one.mask = sext <4 x i1> %one to <4 x i32>
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %one.mask, <4 x i32> <i32 -1, i32 0, i32 0, i32 0>)
  %equal = fcmp ueq <4 x float> %lhs, %rhs
  %equal.mask = sext <4 x i1> %equal to <4 x i32>
  %r4 = call i32 @check_v4i32(i32 %r3, i32 4, <4 x i32> %equal.mask, <4 x i32> <i32 0, i32 -1, i32 -1, i32 -1>)
  ret i32 %r4
}

define i32 @test_fcmp_v2f64() {
  %lhs = call <2 x double> @opaque_v2f64(<2 x double> <double 0x7FF0000000000000, double 0.5>)
  %rhs = call <2 x double> @opaque_v2f64(<2 x double> <double 1.0, double 0x7FF8000000000000>)
  %at.least = fcmp oge <2 x double> %lhs, %rhs
  %at.least.mask = sext <2 x i1> %at.least to <2 x i64>
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %at.least.mask, <2 x i64> <i64 -1, i64 0>)
  %unordered = fcmp uno <2 x double> %lhs, %rhs
  %unordered.mask = sext <2 x i1> %unordered to <2 x i64>
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %unordered.mask, <2 x i64> <i64 0, i64 -1>)
  ret i32 %r2
}

; Lane i of a comparison becomes bit i of an integer.
define i32 @test_mask_as_bits() {
  %lhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 0, i16 1, i16 1, i16 0, i16 0, i16 1, i16 0>)
  %set = icmp ne <8 x i16> %lhs, zeroinitializer
  %bits = bitcast <8 x i1> %set to i8
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %bits, i8 77)
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

define internal <4 x float> @opaque_v4f32(<4 x float> %value) noinline {
  %slot = alloca <4 x float>
  store volatile <4 x float> %value, ptr %slot
  %seen = load volatile <4 x float>, ptr %slot
  ret <4 x float> %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
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

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
