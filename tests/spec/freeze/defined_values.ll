; freeze of a value that is neither undef nor poison is that value, for
; integers of every kind, floating point and pointers.

define i1 @freeze_i1(i1 %value) noinline {
  %fixed = freeze i1 %value
  ret i1 %fixed
}

define i8 @freeze_i8(i8 %value) noinline {
  %fixed = freeze i8 %value
  ret i8 %fixed
}

define i32 @freeze_i32(i32 %value) noinline {
  %fixed = freeze i32 %value
  ret i32 %fixed
}

define i64 @freeze_i64(i64 %value) noinline {
  %fixed = freeze i64 %value
  ret i64 %fixed
}

define i32 @test_machine_integers() {
  %got1 = call i1 @freeze_i1(i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @freeze_i1(i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i8 @freeze_i8(i8 -128)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -128)
  %got4 = call i8 @freeze_i8(i8 127)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 127)
  %got5 = call i32 @freeze_i32(i32 -1)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -1)
  %got6 = call i32 @freeze_i32(i32 2147483647)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 2147483647)
  %got7 = call i64 @freeze_i64(i64 -9223372036854775808)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 -9223372036854775808)
  %got8 = call i64 @freeze_i64(i64 1)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 1)
  ret i32 %r8
}

define i32 @test_odd_and_wide_integers() {
  %x3 = call i3 @opaque_i3(i3 -3)
  %fixed3 = freeze i3 %x3
  %r1 = call i32 @check_i3(i32 0, i32 1, i3 %fixed3, i3 -3)
  %x13 = call i13 @opaque_i13(i13 4095)
  %fixed13 = freeze i13 %x13
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %fixed13, i13 4095)
  %x33 = call i33 @opaque_i33(i33 -4294967296)
  %fixed33 = freeze i33 %x33
  %r3 = call i32 @check_i33(i32 %r2, i32 3, i33 %fixed33, i33 -4294967296)
  %x65 = call i65 @opaque_i65(i65 -18446744073709551616)
  %fixed65 = freeze i65 %x65
  %r4 = call i32 @check_i65(i32 %r3, i32 4, i65 %fixed65, i65 -18446744073709551616)
  %x127 = call i127 @opaque_i127(i127 -1)
  %fixed127 = freeze i127 %x127
  %r5 = call i32 @check_i127(i32 %r4, i32 5, i127 %fixed127, i127 -1)
  %x128 = call i128 @opaque_i128(i128 -170141183460469231731687303715884105728)
  %fixed128 = freeze i128 %x128
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %fixed128, i128 -170141183460469231731687303715884105728)
  ret i32 %r6
}

; The sign of zero, infinities and the bits of a NaN survive.
define i32 @test_floating_point() {
  %zero = call double @opaque_double(double -0.0)
  %zero.fixed = freeze double %zero
  %r1 = call i32 @check_double(i32 0, i32 1, double %zero.fixed, double -0.0)
  %infinity = call float @opaque_float(float 0x7FF0000000000000)
  %infinity.fixed = freeze float %infinity
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %infinity.fixed, float 0x7FF0000000000000)
  %nan.bits = call i64 @opaque_i64(i64 9221120237041090577)
  %nan = bitcast i64 %nan.bits to double
  %nan.fixed = freeze double %nan
  %bits = bitcast double %nan.fixed to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %bits, i64 9221120237041090577)
  ret i32 %r3
}

@cell = internal global i32 77

define i32 @test_pointers() {
  %place = call ptr @opaque_ptr(ptr @cell)
  %fixed = freeze ptr %place
  %value = load volatile i32, ptr %fixed
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 77)
  %same = icmp eq ptr %fixed, @cell
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %same, i1 true)
  %null = call ptr @opaque_ptr(ptr null)
  %null.fixed = freeze ptr %null
  %still.null = icmp eq ptr %null.fixed, null
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %still.null, i1 true)
  ret i32 %r3
}

; Freezing a frozen value changes nothing.
define i32 @test_twice() {
  %x = call i64 @opaque_i64(i64 -81985529216486896)
  %once = freeze i64 %x
  %again = freeze i64 %once
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %again, i64 -81985529216486896)
  ret i32 %r1
}

define i32 @test_between_operations() {
  %x = call i32 @opaque_i32(i32 1000)
  %sum = add nsw i32 %x, 24
  %fixed = freeze i32 %sum
  %half = sdiv i32 %fixed, 2
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %half, i32 512)
  %narrow = trunc i32 %fixed to i8
  %narrow.fixed = freeze i8 %narrow
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %narrow.fixed, i8 0)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i3 @opaque_i3(i3 %value) noinline {
  %slot = alloca i3
  store volatile i3 %value, ptr %slot
  %seen = load volatile i3, ptr %slot
  ret i3 %seen
}

define internal i13 @opaque_i13(i13 %value) noinline {
  %slot = alloca i13
  store volatile i13 %value, ptr %slot
  %seen = load volatile i13, ptr %slot
  ret i13 %seen
}

define internal i33 @opaque_i33(i33 %value) noinline {
  %slot = alloca i33
  store volatile i33 %value, ptr %slot
  %seen = load volatile i33, ptr %slot
  ret i33 %seen
}

define internal i65 @opaque_i65(i65 %value) noinline {
  %slot = alloca i65
  store volatile i65 %value, ptr %slot
  %seen = load volatile i65, ptr %slot
  ret i65 %seen
}

define internal i127 @opaque_i127(i127 %value) noinline {
  %slot = alloca i127
  store volatile i127 %value, ptr %slot
  %seen = load volatile i127, ptr %slot
  ret i127 %seen
}

define internal i128 @opaque_i128(i128 %value) noinline {
  %slot = alloca i128
  store volatile i128 %value, ptr %slot
  %seen = load volatile i128, ptr %slot
  ret i128 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
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

define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
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

define internal i32 @check_i3(i32 %prior, i32 %code, i3 %got, i3 %want) noinline {
  %same = icmp eq i3 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i13(i32 %prior, i32 %code, i13 %got, i13 %want) noinline {
  %same = icmp eq i13 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i33(i32 %prior, i32 %code, i33 %got, i33 %want) noinline {
  %same = icmp eq i33 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i65(i32 %prior, i32 %code, i65 %got, i65 %want) noinline {
  %same = icmp eq i65 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i127(i32 %prior, i32 %code, i127 %got, i127 %want) noinline {
  %same = icmp eq i127 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
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

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %got.bits = bitcast float %got to i32
  %want.bits = bitcast float %want to i32
  %same = icmp eq i32 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
