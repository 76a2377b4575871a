; add and sub in the machine widths: plain sums, carries across bytes and
; wrap-around at both ends of the range.

define i8 @add_i8(i8 %lhs, i8 %rhs) noinline {
  %sum = add i8 %lhs, %rhs
  ret i8 %sum
}

define i8 @sub_i8(i8 %lhs, i8 %rhs) noinline {
  %difference = sub i8 %lhs, %rhs
  ret i8 %difference
}

define i16 @add_i16(i16 %lhs, i16 %rhs) noinline {
  %sum = add i16 %lhs, %rhs
  ret i16 %sum
}

define i16 @sub_i16(i16 %lhs, i16 %rhs) noinline {
  %difference = sub i16 %lhs, %rhs
  ret i16 %difference
}

define i32 @add_i32(i32 %lhs, i32 %rhs) noinline {
  %sum = add i32 %lhs, %rhs
  ret i32 %sum
}

define i32 @sub_i32(i32 %lhs, i32 %rhs) noinline {
  %difference = sub i32 %lhs, %rhs
  ret i32 %difference
}

define i64 @add_i64(i64 %lhs, i64 %rhs) noinline {
  %sum = add i64 %lhs, %rhs
  ret i64 %sum
}

define i64 @sub_i64(i64 %lhs, i64 %rhs) noinline {
  %difference = sub i64 %lhs, %rhs
  ret i64 %difference
}

define i32 @test_add_i8() {
  %got1 = call i8 @add_i8(i8 40, i8 2)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 42)
  %got2 = call i8 @add_i8(i8 -40, i8 2)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -38)
  %got3 = call i8 @add_i8(i8 127, i8 1)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -128)
  %got4 = call i8 @add_i8(i8 -128, i8 -1)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 127)
  %got5 = call i8 @add_i8(i8 100, i8 27)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 127)
  %got6 = call i8 @add_i8(i8 -1, i8 -1)
  %r6 = call i32 @check_i8(i32 %r5, i32 6, i8 %got6, i8 -2)
  ret i32 %r6
}

define i32 @test_sub_i8() {
  %got1 = call i8 @sub_i8(i8 40, i8 2)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 38)
  %got2 = call i8 @sub_i8(i8 2, i8 40)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -38)
  %got3 = call i8 @sub_i8(i8 -128, i8 1)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 127)
  %got4 = call i8 @sub_i8(i8 127, i8 -1)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 -128)
  %got5 = call i8 @sub_i8(i8 0, i8 -128)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 -128)
  %got6 = call i8 @sub_i8(i8 127, i8 100)
  %r6 = call i32 @check_i8(i32 %r5, i32 6, i8 %got6, i8 27)
  ret i32 %r6
}

define i32 @test_add_i16() {
  %got1 = call i16 @add_i16(i16 40, i16 2)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 42)
  %got2 = call i16 @add_i16(i16 -40, i16 2)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -38)
  %got3 = call i16 @add_i16(i16 32767, i16 1)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 -32768)
  %got4 = call i16 @add_i16(i16 -32768, i16 -1)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 32767)
  %got5 = call i16 @add_i16(i16 255, i16 1)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 256)
  %got6 = call i16 @add_i16(i16 -1, i16 -1)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 -2)
  ret i32 %r6
}

define i32 @test_sub_i16() {
  %got1 = call i16 @sub_i16(i16 40, i16 2)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 38)
  %got2 = call i16 @sub_i16(i16 2, i16 40)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -38)
  %got3 = call i16 @sub_i16(i16 -32768, i16 1)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 32767)
  %got4 = call i16 @sub_i16(i16 32767, i16 -1)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -32768)
  %got5 = call i16 @sub_i16(i16 0, i16 -32768)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 -32768)
  %got6 = call i16 @sub_i16(i16 256, i16 255)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 1)
  ret i32 %r6
}

define i32 @test_add_i32() {
  %got1 = call i32 @add_i32(i32 40, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 42)
  %got2 = call i32 @add_i32(i32 -40, i32 2)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -38)
  %got3 = call i32 @add_i32(i32 2147483647, i32 1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -2147483648)
  %got4 = call i32 @add_i32(i32 -2147483648, i32 -1)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 2147483647)
  %got5 = call i32 @add_i32(i32 65535, i32 1)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 65536)
  %got6 = call i32 @add_i32(i32 -1, i32 -1)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 -2)
  ret i32 %r6
}

define i32 @test_sub_i32() {
  %got1 = call i32 @sub_i32(i32 40, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 38)
  %got2 = call i32 @sub_i32(i32 2, i32 40)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -38)
  %got3 = call i32 @sub_i32(i32 -2147483648, i32 1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 2147483647)
  %got4 = call i32 @sub_i32(i32 2147483647, i32 -1)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -2147483648)
  %got5 = call i32 @sub_i32(i32 0, i32 -2147483648)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -2147483648)
  %got6 = call i32 @sub_i32(i32 65536, i32 65535)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 1)
  ret i32 %r6
}

define i32 @test_add_i64() {
  %got1 = call i64 @add_i64(i64 40, i64 2)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 42)
  %got2 = call i64 @add_i64(i64 -40, i64 2)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -38)
  %got3 = call i64 @add_i64(i64 9223372036854775807, i64 1)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 -9223372036854775808)
  %got4 = call i64 @add_i64(i64 -9223372036854775808, i64 -1)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 9223372036854775807)
  %got5 = call i64 @add_i64(i64 4294967295, i64 1)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 4294967296)
  %got6 = call i64 @add_i64(i64 -1, i64 -1)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 -2)
  ret i32 %r6
}

define i32 @test_sub_i64() {
  %got1 = call i64 @sub_i64(i64 40, i64 2)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 38)
  %got2 = call i64 @sub_i64(i64 2, i64 40)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -38)
  %got3 = call i64 @sub_i64(i64 -9223372036854775808, i64 1)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 9223372036854775807)
  %got4 = call i64 @sub_i64(i64 9223372036854775807, i64 -1)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -9223372036854775808)
  %got5 = call i64 @sub_i64(i64 0, i64 -9223372036854775808)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -9223372036854775808)
  %got6 = call i64 @sub_i64(i64 4294967296, i64 4294967295)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1)
  ret i32 %r6
}

; The smallest value of each width is its own negation.
define i32 @test_negate_minimum() {
  %min8 = call i8 @opaque_i8(i8 -128)
  %neg8 = sub i8 0, %min8
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %neg8, i8 -128)
  %min32 = call i32 @opaque_i32(i32 -2147483648)
  %neg32 = sub i32 0, %min32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %neg32, i32 -2147483648)
  %min64 = call i64 @opaque_i64(i64 -9223372036854775808)
  %neg64 = sub i64 0, %min64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %neg64, i64 -9223372036854775808)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

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
