; freeze of vectors, structures and arrays: defined parts stay as they are even
; when other parts are undef or poison.

define i32 @test_defined_vector() {
  %x = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 -2, i32 3, i32 -4>)
  %fixed = freeze <4 x i32> %x
  %first = extractelement <4 x i32> %fixed, i32 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 1)
  %second = extractelement <4 x i32> %fixed, i32 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 -2)
  %last = extractelement <4 x i32> %fixed, i32 3
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %last, i32 -4)
  ret i32 %r3
}

; Lanes 0 and 2 are defined.
define i32 @test_partly_undef_vector() {
  %fixed = freeze <4 x i32> <i32 7, i32 undef, i32 9, i32 poison>
  %zero = call i64 @opaque_i64(i64 0)
  %two = call i64 @opaque_i64(i64 2)
  %first = extractelement <4 x i32> %fixed, i64 %zero
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 7)
  %third = extractelement <4 x i32> %fixed, i64 %two
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %third, i32 9)
  ret i32 %r2
}

; Lane 0 is defined, lane 1 is an overflowed sum.
define i32 @test_poison_lane_is_fixed() {
  %numbers = call <2 x i32> @opaque_v2i32(<2 x i32> <i32 4, i32 2147483647>)
  %partly = add nsw <2 x i32> %numbers, <i32 1, i32 1>
  %fixed = freeze <2 x i32> %partly
  %first = extractelement <2 x i32> %fixed, i32 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 5)
  %second = extractelement <2 x i32> %fixed, i32 1
  %slot = alloca <2 x i32>
  store volatile <2 x i32> %fixed, ptr %slot
  %stored = load volatile <2 x i32>, ptr %slot
  %second.stored = extractelement <2 x i32> %stored, i32 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second.stored, i32 %second)
  ret i32 %r2
}

define i32 @test_vector_of_bits() {
  %x = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 5, i32 0, i32 -7>)
  %negative = icmp slt <4 x i32> %x, zeroinitializer
  %fixed = freeze <4 x i1> %negative
  %chosen = select <4 x i1> %fixed, <4 x i32> <i32 1, i32 2, i32 3, i32 4>, <4 x i32> zeroinitializer
  %first = extractelement <4 x i32> %chosen, i32 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 1)
  %second = extractelement <4 x i32> %chosen, i32 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 0)
  %last = extractelement <4 x i32> %chosen, i32 3
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %last, i32 4)
  ret i32 %r3
}

define i32 @test_vector_of_doubles() {
  %x = call <2 x double> @opaque_v2f64(<2 x double> <double -0.0, double 2.5>)
  %fixed = freeze <2 x double> %x
  %first = extractelement <2 x double> %fixed, i32 0
  %r1 = call i32 @check_double(i32 0, i32 1, double %first, double -0.0)
  %second = extractelement <2 x double> %fixed, i32 1
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %second, double 2.5)
  ret i32 %r2
}

%record = type { i32, double, i8 }

@stored.record = internal global %record { i32 -9, double 1.25, i8 33 }
@stored.array = internal global [3 x i16] [i16 100, i16 -200, i16 300]

define i32 @test_structure() {
  %whole = load volatile %record, ptr @stored.record
  %fixed = freeze %record %whole
  %number = extractvalue %record %fixed, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %number, i32 -9)
  %real = extractvalue %record %fixed, 1
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %real, double 1.25)
  %byte = extractvalue %record %fixed, 2
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %byte, i8 33)
  ret i32 %r3
}

; Fields 0 and 1 are set, field 2 is an overflowed sum.
define i32 @test_partly_poison_structure() {
  %number = call i32 @opaque_i32(i32 42)
  %real = call double @opaque_double(double -0.5)
  %byte = call i8 @opaque_i8(i8 127)
  %sum = add nsw i8 %byte, 1
  %one.set = insertvalue %record undef, i32 %number, 0
  %two.set = insertvalue %record %one.set, double %real, 1
  %all.set = insertvalue %record %two.set, i8 %sum, 2
  %fixed = freeze %record %all.set
  %first = extractvalue %record %fixed, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 42)
  %second = extractvalue %record %fixed, 1
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %second, double -0.5)
  %third = extractvalue %record %fixed, 2
  %complement = xor i8 %third, -1
  %overlap = and i8 %third, %complement
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %overlap, i8 0)
  ret i32 %r3
}

define i32 @test_array() {
  %whole = load volatile [3 x i16], ptr @stored.array
  %fixed = freeze [3 x i16] %whole
  %second = extractvalue [3 x i16] %fixed, 1
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %second, i16 -200)
  %third = extractvalue [3 x i16] %fixed, 2
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %third, i16 300)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal <2 x i32> @opaque_v2i32(<2 x i32> %value) noinline {
  %slot = alloca <2 x i32>
  store volatile <2 x i32> %value, ptr %slot
  %seen = load volatile <2 x i32>, ptr %slot
  ret <2 x i32> %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
