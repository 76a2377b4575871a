; trunc keeps the low bits and drops the rest, between machine widths, odd
; widths and i128.

define i32 @test_trunc_i64() {
  %x = call i64 @opaque_i64(i64 -81985529216486880)
  %to32 = trunc i64 %x to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %to32, i32 1985229344)
  %to16 = trunc i64 %x to i16
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %to16, i16 12832)
  %to8 = trunc i64 %x to i8
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %to8, i8 32)
  %to48 = trunc i64 %x to i48
  %r4 = call i32 @check_i48(i32 %r3, i32 4, i48 %to48, i48 -76310993685984)
  %to33 = trunc i64 %x to i33
  %r5 = call i32 @check_i33(i32 %r4, i32 5, i33 %to33, i33 1985229344)
  %to7 = trunc i64 %x to i7
  %r6 = call i32 @check_i7(i32 %r5, i32 6, i7 %to7, i7 32)
  ret i32 %r6
}

define i32 @test_trunc_i32() {
  %x = call i32 @opaque_i32(i32 305460901)
  %to24 = trunc i32 %x to i24
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %to24, i24 3471013)
  %to16 = trunc i32 %x to i16
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %to16, i16 -2395)
  %to13 = trunc i32 %x to i13
  %r3 = call i32 @check_i13(i32 %r2, i32 3, i13 %to13, i13 -2395)
  %to8 = trunc i32 %x to i8
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %to8, i8 -91)
  %to3 = trunc i32 %x to i3
  %r5 = call i32 @check_i3(i32 %r4, i32 5, i3 %to3, i3 -3)
  ret i32 %r5
}

define i32 @test_trunc_i128() {
  %x = call i128 @opaque_i128(i128 u0x8123456789ABCDEF7EDCBA98F6543210)
  %to127 = trunc i128 %x to i127
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %to127, i127 1512366075204170938108983334975844880)
  %to100 = trunc i128 %x to i100
  %r2 = call i32 @check_i100(i32 %r1, i32 2, i100 %to100, i100 597204282763570947562614829584)
  %to65 = trunc i128 %x to i65
  %r3 = call i32 @check_i65(i32 %r2, i32 3, i65 %to65, i65 -9305357563923779056)
  %to64 = trunc i128 %x to i64
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %to64, i64 9141386509785772560)
  %to32 = trunc i128 %x to i32
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %to32, i32 -162254320)
  ret i32 %r5
}

; The new top bit is an ordinary bit of the old value.
define i32 @test_sign_may_change() {
  %small = call i32 @opaque_i32(i32 200)
  %byte = trunc i32 %small to i8
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %byte, i8 -56)
  %large = call i64 @opaque_i64(i64 -4294967295)
  %word = trunc i64 %large to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %word, i32 1)
  %half = call i64 @opaque_i64(i64 2147483648)
  %minimum = trunc i64 %half to i32
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %minimum, i32 -2147483648)
  ret i32 %r3
}

; Each byte of a word in turn.
define i32 @test_trunc_after_shift() {
  %x = call i64 @opaque_i64(i64 1147797409030816545)
  %down0 = lshr i64 %x, 0
  %byte0 = trunc i64 %down0 to i8
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %byte0, i8 33)
  %down1 = lshr i64 %x, 8
  %byte1 = trunc i64 %down1 to i8
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %byte1, i8 67)
  %down3 = lshr i64 %x, 24
  %byte3 = trunc i64 %down3 to i8
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %byte3, i8 -121)
  %down5 = lshr i64 %x, 40
  %byte5 = trunc i64 %down5 to i8
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %byte5, i8 -53)
  %down7 = lshr i64 %x, 56
  %byte7 = trunc i64 %down7 to i8
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %byte7, i8 15)
  ret i32 %r5
}

; The last decimal digit as a character.
define i8 @low_digit(i64 %number) noinline {
  %digit = urem i64 %number, 10
  %byte = trunc i64 %digit to i8
  %letter = add i8 %byte, 48
  ret i8 %letter
}

; Wrap-around of the sum happens in the narrow type.
; ORI-TARGETS: test_trunc_then_arithmetic low_digit
define i32 @test_trunc_then_arithmetic() {
  %got1 = call i8 @low_digit(i64 9876543217)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 55)
  %got2 = call i8 @low_digit(i64 0)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 48)
  %x = call i32 @opaque_i32(i32 511)
  %byte = trunc i32 %x to i8
  %sum = add i8 %byte, 1
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %sum, i8 0)
  %wide = zext i8 %sum to i32
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %wide, i32 0)
  ret i32 %r4
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal i128 @opaque_i128(i128 %value) noinline {
  %slot = alloca i128
  store volatile i128 %value, ptr %slot
  %seen = load volatile i128, ptr %slot
  ret i128 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
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

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i48(i32 %prior, i32 %code, i48 %got, i48 %want) noinline {
  %same = icmp eq i48 %got, %want
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

define internal i32 @check_i7(i32 %prior, i32 %code, i7 %got, i7 %want) noinline {
  %same = icmp eq i7 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i24(i32 %prior, i32 %code, i24 %got, i24 %want) noinline {
  %same = icmp eq i24 %got, %want
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

define internal i32 @check_i3(i32 %prior, i32 %code, i3 %got, i3 %want) noinline {
  %same = icmp eq i3 %got, %want
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

define internal i32 @check_i100(i32 %prior, i32 %code, i100 %got, i100 %want) noinline {
  %same = icmp eq i100 %got, %want
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
