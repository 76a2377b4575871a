; Conversions between vector types: extension, truncation, integer to floating
; point and back, saturating conversion, and bitcast.

define i32 @test_extend_v4i8() {
  %value = call <4 x i8> @opaque_v4i8(<4 x i8> <i8 1, i8 -1, i8 127, i8 -128>)
  %signed = sext <4 x i8> %value to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %signed, <4 x i32> <i32 1, i32 -1, i32 127, i32 -128>)
  %unsigned = zext <4 x i8> %value to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %unsigned, <4 x i32> <i32 1, i32 255, i32 127, i32 128>)
  ret i32 %r2
}

define i32 @test_extend_v2i32_to_v2i64() {
  %value = call <2 x i32> @opaque_v2i32(<2 x i32> <i32 -2147483648, i32 5>)
  %signed = sext <2 x i32> %value to <2 x i64>
  %r1 = call i32 @check_v2i64(i32 0, i32 1, <2 x i64> %signed, <2 x i64> <i64 -2147483648, i64 5>)
  %unsigned = zext <2 x i32> %value to <2 x i64>
  %r2 = call i32 @check_v2i64(i32 %r1, i32 2, <2 x i64> %unsigned, <2 x i64> <i64 2147483648, i64 5>)
  ret i32 %r2
}

define i32 @test_truncate_v8i32_to_v8i16() {
  %value = call <8 x i32> @opaque_v8i32(<8 x i32> <i32 0, i32 65535, i32 65536, i32 -1, i32 32768, i32 305419896, i32 -32769, i32 7>)
  %narrow = trunc <8 x i32> %value to <8 x i16>
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %narrow, <8 x i16> <i16 0, i16 -1, i16 0, i16 -1, i16 -32768, i16 22136, i16 32767, i16 7>)
  ret i32 %r1
}

define i32 @test_truncate_v4i64_to_v4i8() {
  %value = call <4 x i64> @opaque_v4i64(<4 x i64> <i64 256, i64 511, i64 -129, i64 1152921504606846977>)
  %narrow = trunc <4 x i64> %value to <4 x i8>
  %r1 = call i32 @check_v4i8(i32 0, i32 1, <4 x i8> %narrow, <4 x i8> <i8 0, i8 -1, i8 127, i8 1>)
  ret i32 %r1
}

define i32 @test_signed_integer_to_float() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 -1, i32 16777216, i32 -2147483648>)
  %real = sitofp <4 x i32> %value to <4 x float>
  %r1 = call i32 @check_v4f32(i32 0, i32 1, <4 x float> %real, <4 x float> <float 0.0, float -1.0, float 16777216.0, float -2147483648.0>)
  %wide = sitofp <4 x i32> %value to <4 x double>
  %r2 = call i32 @check_v4f64(i32 %r1, i32 2, <4 x double> %wide, <4 x double> <double 0.0, double -1.0, double 16777216.0, double -2147483648.0>)
  ret i32 %r2
}

define i32 @test_unsigned_integer_to_float() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 -2147483648, i32 1, i32 0>)
  %wide = uitofp <4 x i32> %value to <4 x double>
  %r1 = call i32 @check_v4f64(i32 0, i32 1, <4 x double> %wide, <4 x double> <double 4294967295.0, double 2147483648.0, double 1.0, double 0.0>)
  %quads = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 -9223372036854775808, i64 3>)
  %real = uitofp <2 x i64> %quads to <2 x double>
  %r2 = call i32 @check_v2f64(i32 %r1, i32 2, <2 x double> %real, <2 x double> <double 9223372036854775808.0, double 3.0>)
  ret i32 %r2
}

define i32 @test_float_to_integer_truncates() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 1.75, float -1.75, float 0.5, float -100.0>)
  %whole = fptosi <4 x float> %value to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %whole, <4 x i32> <i32 1, i32 -1, i32 0, i32 -100>)
  %large = call <2 x double> @opaque_v2f64(<2 x double> <double 4294967295.0, double 2.5>)
  %unsigned = fptoui <2 x double> %large to <2 x i32>
  %r2 = call i32 @check_v2i32(i32 %r1, i32 2, <2 x i32> %unsigned, <2 x i32> <i32 -1, i32 2>)
  ret i32 %r2
}

; The odd constant is the float nearest to 0.1.
define i32 @test_float_widths() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 0x3FB99999A0000000, float 1.5, float -2.0, float 65536.0>)
  %wide = fpext <4 x float> %value to <4 x double>
  %r1 = call i32 @check_v4f64(i32 0, i32 1, <4 x double> %wide, <4 x double> <double 0x3FB99999A0000000, double 1.5, double -2.0, double 65536.0>)
  %exact = call <2 x double> @opaque_v2f64(<2 x double> <double 0.1, double -0.375>)
  %narrow = fptrunc <2 x double> %exact to <2 x float>
  %r2 = call i32 @check_v2f32(i32 %r1, i32 2, <2 x float> %narrow, <2 x float> <float 0x3FB99999A0000000, float -0.375>)
  ret i32 %r2
}

; Out-of-range lanes clamp and NaN becomes zero.
define i32 @test_saturating_float_to_integer() {
  %value = call <4 x float> @opaque_v4f32(<4 x float> <float 0x4200000000000000, float 0xC200000000000000, float 0x7FF8000000000000, float -3.5>)
  %signed = call <4 x i32> @llvm.fptosi.sat.v4i32.v4f32(<4 x float> %value)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %signed, <4 x i32> <i32 2147483647, i32 -2147483648, i32 0, i32 -3>)
  %unsigned = call <4 x i32> @llvm.fptoui.sat.v4i32.v4f32(<4 x float> %value)
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %unsigned, <4 x i32> <i32 -1, i32 0, i32 0, i32 0>)
  ret i32 %r2
}

; There and back again, and a float's bits as integers.
define i32 @test_bitcast_between_lane_widths() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 -2, i32 3, i32 -4>)
  %bytes = bitcast <4 x i32> %value to <16 x i8>
  %words = bitcast <16 x i8> %bytes to <4 x i32>
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %words, <4 x i32> <i32 1, i32 -2, i32 3, i32 -4>)
  %real = call <4 x float> @opaque_v4f32(<4 x float> <float 1.0, float -2.0, float 0.5, float 0.0>)
  %bits = bitcast <4 x float> %real to <4 x i32>
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %bits, <4 x i32> <i32 1065353216, i32 -1073741824, i32 1056964608, i32 0>)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i8> @opaque_v4i8(<4 x i8> %value) noinline {
  %slot = alloca <4 x i8>
  store volatile <4 x i8> %value, ptr %slot
  %seen = load volatile <4 x i8>, ptr %slot
  ret <4 x i8> %seen
}

define internal <2 x i32> @opaque_v2i32(<2 x i32> %value) noinline {
  %slot = alloca <2 x i32>
  store volatile <2 x i32> %value, ptr %slot
  %seen = load volatile <2 x i32>, ptr %slot
  ret <2 x i32> %seen
}

define internal <8 x i32> @opaque_v8i32(<8 x i32> %value) noinline {
  %slot = alloca <8 x i32>
  store volatile <8 x i32> %value, ptr %slot
  %seen = load volatile <8 x i32>, ptr %slot
  ret <8 x i32> %seen
}

define internal <4 x i64> @opaque_v4i64(<4 x i64> %value) noinline {
  %slot = alloca <4 x i64>
  store volatile <4 x i64> %value, ptr %slot
  %seen = load volatile <4 x i64>, ptr %slot
  ret <4 x i64> %seen
}

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

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v4i8(i32 %prior, i32 %code, <4 x i8> %got, <4 x i8> %want) noinline {
  %lanes = icmp eq <4 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
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

define internal i32 @check_v4f64(i32 %prior, i32 %code, <4 x double> %got, <4 x double> %want) noinline {
  %lanes = fcmp oeq <4 x double> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
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

define internal i32 @check_v2i32(i32 %prior, i32 %code, <2 x i32> %got, <2 x i32> %want) noinline {
  %lanes = icmp eq <2 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v2i1(<2 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v2f32(i32 %prior, i32 %code, <2 x float> %got, <2 x float> %want) noinline {
  %lanes = fcmp oeq <2 x float> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v2i1(<2 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare <4 x i32> @llvm.fptosi.sat.v4i32.v4f32(<4 x float>)
declare <4 x i32> @llvm.fptoui.sat.v4i32.v4f32(<4 x float>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
