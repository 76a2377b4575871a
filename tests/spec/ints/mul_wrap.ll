; mul in the machine widths keeps the low bits, whatever the signs, both with
; two variables and with constants that turn into shifts and adds.

define i8 @mul_i8(i8 %lhs, i8 %rhs) noinline {
  %product = mul i8 %lhs, %rhs
  ret i8 %product
}

define i16 @mul_i16(i16 %lhs, i16 %rhs) noinline {
  %product = mul i16 %lhs, %rhs
  ret i16 %product
}

define i32 @mul_i32(i32 %lhs, i32 %rhs) noinline {
  %product = mul i32 %lhs, %rhs
  ret i32 %product
}

define i64 @mul_i64(i64 %lhs, i64 %rhs) noinline {
  %product = mul i64 %lhs, %rhs
  ret i64 %product
}

define i32 @test_mul_i8() {
  %got1 = call i8 @mul_i8(i8 7, i8 6)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 42)
  %got2 = call i8 @mul_i8(i8 -7, i8 6)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -42)
  %got3 = call i8 @mul_i8(i8 -7, i8 -6)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 42)
  %got4 = call i8 @mul_i8(i8 16, i8 16)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 0)
  %got5 = call i8 @mul_i8(i8 15, i8 17)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 -1)
  %got6 = call i8 @mul_i8(i8 -128, i8 -1)
  %r6 = call i32 @check_i8(i32 %r5, i32 6, i8 %got6, i8 -128)
  ret i32 %r6
}

define i32 @test_mul_i16() {
  %got1 = call i16 @mul_i16(i16 123, i16 100)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 12300)
  %got2 = call i16 @mul_i16(i16 -123, i16 100)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -12300)
  %got3 = call i16 @mul_i16(i16 256, i16 256)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 0)
  %got4 = call i16 @mul_i16(i16 255, i16 257)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -1)
  %got5 = call i16 @mul_i16(i16 -32768, i16 -1)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 -32768)
  %got6 = call i16 @mul_i16(i16 181, i16 181)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 32761)
  ret i32 %r6
}

define i32 @test_mul_i32() {
  %got1 = call i32 @mul_i32(i32 12345, i32 6789)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 83810205)
  %got2 = call i32 @mul_i32(i32 -12345, i32 6789)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -83810205)
  %got3 = call i32 @mul_i32(i32 65536, i32 65536)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @mul_i32(i32 65535, i32 65537)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1)
  %got5 = call i32 @mul_i32(i32 -2147483648, i32 -1)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -2147483648)
  %got6 = call i32 @mul_i32(i32 46341, i32 46341)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 -2147479015)
  ret i32 %r6
}

define i32 @test_mul_i64() {
  %got1 = call i64 @mul_i64(i64 123456789, i64 987654321)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 121932631112635269)
  %got2 = call i64 @mul_i64(i64 -123456789, i64 987654321)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -121932631112635269)
  %got3 = call i64 @mul_i64(i64 4294967296, i64 4294967296)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 0)
  %got4 = call i64 @mul_i64(i64 4294967295, i64 4294967297)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -1)
  %got5 = call i64 @mul_i64(i64 -9223372036854775808, i64 -1)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -9223372036854775808)
  %got6 = call i64 @mul_i64(i64 3037000500, i64 3037000500)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 -9223372036709301616)
  ret i32 %r6
}

; Constants that a backend decomposes in different ways.
define i32 @test_mul_by_constants_i32() {
  %x = call i32 @opaque_i32(i32 -123457)
  %by.three = mul i32 %x, 3
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %by.three, i32 -370371)
  %by.five = mul i32 %x, 5
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %by.five, i32 -617285)
  %by.seven = mul i32 %x, 7
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %by.seven, i32 -864199)
  %by.ten = mul i32 %x, 10
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %by.ten, i32 -1234570)
  %by.minus.eight = mul i32 %x, -8
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %by.minus.eight, i32 987656)
  %by.thousand = mul i32 %x, 1000
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %by.thousand, i32 -123457000)
  %by.odd = mul i32 %x, -1640531527
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %by.odd, i32 1622918663)
  ret i32 %r7
}

define i32 @test_mul_by_constants_i64() {
  %x = call i64 @opaque_i64(i64 81985529216486895)
  %by.nine = mul i64 %x, 9
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %by.nine, i64 737869762948382055)
  %by.fifteen = mul i64 %x, 15
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %by.fifteen, i64 1229782938247303425)
  %by.minus.one = mul i64 %x, -1
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %by.minus.one, i64 -81985529216486895)
  %by.power = mul i64 %x, 1099511627776
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %by.power, i64 -6066930339719151616)
  %by.wide = mul i64 %x, 6364136223846793005
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %by.wide, i64 1791783545744114691)
  ret i32 %r5
}

; base to the power of exponent, modulo 2^32.
define i32 @power_i32(i32 %base, i32 %exponent) noinline {
entry:
  br label %head

head:
  %left = phi i32 [ %exponent, %entry ], [ %left.next, %body ]
  %power = phi i32 [ 1, %entry ], [ %power.next, %body ]
  %done = icmp eq i32 %left, 0
  br i1 %done, label %exit, label %body

body:
  %power.next = mul i32 %power, %base
  %left.next = sub i32 %left, 1
  br label %head

exit:
  ret i32 %power
}

; ORI-TARGETS: test_repeated_mul_wraps power_i32
define i32 @test_repeated_mul_wraps() {
  %got1 = call i32 @power_i32(i32 3, i32 20)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -808182895)
  %got2 = call i32 @power_i32(i32 3, i32 21)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1870418611)
  %got3 = call i32 @power_i32(i32 -7, i32 13)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1895237401)
  %got4 = call i32 @power_i32(i32 2, i32 31)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -2147483648)
  %got5 = call i32 @power_i32(i32 2, i32 32)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  %got6 = call i32 @power_i32(i32 12345, i32 0)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 1)
  ret i32 %r6
}

; 0xAAAAAAAAAAAAAAAB is the inverse of 3 modulo 2^64.
define i32 @test_mul_inverse_i64() {
  %x = call i64 @opaque_i64(i64 1234567890123456789)
  %inverse = call i64 @opaque_i64(i64 -6148914691236517205)
  %tripled = mul i64 %x, 3
  %restored = mul i64 %tripled, %inverse
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %restored, i64 1234567890123456789)
  %one = mul i64 %inverse, 3
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %one, i64 1)
  ret i32 %r2
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

; Keeps the first failure: prior when non-zero, else code when got is not want.
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
