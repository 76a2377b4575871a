; bitcast between floating point, integers and vectors of the same size: the
; bits stay, whatever they mean.

define i32 @float_bits(float %value) noinline {
  %bits = bitcast float %value to i32
  ret i32 %bits
}

define i64 @double_bits(double %value) noinline {
  %bits = bitcast double %value to i64
  ret i64 %bits
}

define float @float_from_bits(i32 %bits) noinline {
  %value = bitcast i32 %bits to float
  ret float %value
}

define double @double_from_bits(i64 %bits) noinline {
  %value = bitcast i64 %bits to double
  ret double %value
}

define i32 @test_float_to_bits() {
  %got1 = call i32 @float_bits(float 0.0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @float_bits(float -0.0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483648)
  %got3 = call i32 @float_bits(float 1.0)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1065353216)
  %got4 = call i32 @float_bits(float -2.5)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1071644672)
  %got5 = call i32 @float_bits(float 0x7FF0000000000000)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 2139095040)
  %got6 = call i32 @float_bits(float 0x36A0000000000000)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 1)
  ret i32 %r6
}

define i32 @test_bits_to_float() {
  %got1 = call float @float_from_bits(i32 0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @float_from_bits(i32 -2147483648)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -0.0)
  %got3 = call float @float_from_bits(i32 1065353216)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 1.0)
  %got4 = call float @float_from_bits(i32 -1071644672)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -2.5)
  %got5 = call float @float_from_bits(i32 2139095040)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0x7FF0000000000000)
  %got6 = call float @float_from_bits(i32 1)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0x36A0000000000000)
  ret i32 %r6
}

define i32 @test_double_to_bits() {
  %got1 = call i64 @double_bits(double 0.0)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @double_bits(double -0.0)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -9223372036854775808)
  %got3 = call i64 @double_bits(double 1.0)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 4607182418800017408)
  %got4 = call i64 @double_bits(double -2.5)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -4610560118520545280)
  %got5 = call i64 @double_bits(double 0xFFF0000000000000)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -4503599627370496)
  %got6 = call i64 @double_bits(double 0x0000000000000001)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1)
  ret i32 %r6
}

define i32 @test_bits_to_double() {
  %got1 = call double @double_from_bits(i64 0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.0)
  %got2 = call double @double_from_bits(i64 -9223372036854775808)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.0)
  %got3 = call double @double_from_bits(i64 4607182418800017408)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 1.0)
  %got4 = call double @double_from_bits(i64 -4610560118520545280)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double -2.5)
  %got5 = call double @double_from_bits(i64 -4503599627370496)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0xFFF0000000000000)
  %got6 = call double @double_from_bits(i64 1)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0x0000000000000001)
  ret i32 %r6
}

; Bits of a NaN come back as they went in.
define i32 @test_nan_payload_kept() {
  %payload = call i32 @opaque_i32(i32 2143338923)
  %nan = bitcast i32 %payload to float
  %bits = bitcast float %nan to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %bits, i32 2143338923)
  %wide.payload = call i64 @opaque_i64(i64 -2251799813678371)
  %wide.nan = bitcast i64 %wide.payload to double
  %wide.bits = bitcast double %wide.nan to i64
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %wide.bits, i64 -2251799813678371)
  ret i32 %r2
}

; Clearing, setting and flipping the sign by integer operations.
define i32 @test_sign_bit_arithmetic() {
  %x = call double @opaque_double(double -6.25)
  %bits = bitcast double %x to i64
  %cleared = and i64 %bits, 9223372036854775807
  %absolute = bitcast i64 %cleared to double
  %r1 = call i32 @check_double(i32 0, i32 1, double %absolute, double 6.25)
  %flipped = xor i64 %bits, -9223372036854775808
  %negated = bitcast i64 %flipped to double
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %negated, double 6.25)
  %set = or i64 %cleared, -9223372036854775808
  %negative = bitcast i64 %set to double
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %negative, double -6.25)
  ret i32 %r3
}

define i32 @exponent(double %value) noinline {
  %bits = bitcast double %value to i64
  %down = lshr i64 %bits, 52
  %field = and i64 %down, 2047
  %unbiased = sub i64 %field, 1023
  %narrow = trunc i64 %unbiased to i32
  ret i32 %narrow
}

; ORI-TARGETS: test_exponent_field exponent
define i32 @test_exponent_field() {
  %got1 = call i32 @exponent(double 1.0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @exponent(double -8.0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 3)
  %got3 = call i32 @exponent(double 0.75)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -1)
  %got4 = call i32 @exponent(double 0x7E37E43C8800759C)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 996)
  %got5 = call i32 @exponent(double 0.0)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -1023)
  %got6 = call i32 @exponent(double 0x7FF0000000000000)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 1024)
  ret i32 %r6
}

; A bitcast is a store and a load: memory order decides, so check by memory.
define i32 @test_vector_and_integer() {
  %slot = alloca <4 x i8>
  %lanes = call <4 x i8> @opaque_v4i8(<4 x i8> <i8 1, i8 2, i8 3, i8 4>)
  %word = bitcast <4 x i8> %lanes to i32
  store <4 x i8> %lanes, ptr %slot
  %stored = load volatile i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %word, i32 %stored)
  %again = bitcast i32 %word to <4 x i8>
  %last = extractelement <4 x i8> %again, i32 3
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %last, i8 4)
  %pair = call <2 x float> @opaque_v2f32(<2 x float> <float 1.0, float -2.0>)
  %both = bitcast <2 x float> %pair to <2 x i32>
  %second = extractelement <2 x i32> %both, i32 1
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %second, i32 -1073741824)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal <4 x i8> @opaque_v4i8(<4 x i8> %value) noinline {
  %slot = alloca <4 x i8>
  store volatile <4 x i8> %value, ptr %slot
  %seen = load volatile <4 x i8>, ptr %slot
  ret <4 x i8> %seen
}

define internal <2 x float> @opaque_v2f32(<2 x float> %value) noinline {
  %slot = alloca <2 x float>
  store volatile <2 x float> %value, ptr %slot
  %seen = load volatile <2 x float>, ptr %slot
  ret <2 x float> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %got.bits = bitcast float %got to i32
  %want.bits = bitcast float %want to i32
  %same = icmp eq i32 %got.bits, %want.bits
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

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %got.bits = bitcast double %got to i64
  %want.bits = bitcast double %want to i64
  %same = icmp eq i64 %got.bits, %want.bits
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
