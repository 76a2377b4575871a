; i128 mul: the low 128 bits of the product, made of three partial products
; of the halves.

define i128 @mul_i128(i128 %lhs, i128 %rhs) noinline {
  %product = mul i128 %lhs, %rhs
  ret i128 %product
}

define i32 @test_mul_small() {
  %got1 = call i128 @mul_i128(i128 6, i128 7)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 42)
  %got2 = call i128 @mul_i128(i128 -6, i128 7)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 -42)
  %got3 = call i128 @mul_i128(i128 -6, i128 -7)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 42)
  %got4 = call i128 @mul_i128(i128 0, i128 -1)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 0)
  %got5 = call i128 @mul_i128(i128 -1, i128 -1)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 1)
  ret i32 %r5
}

; The full product of two unsigned 64-bit numbers.
define i32 @test_mul_low_halves() {
  %got1 = call i128 @mul_i128(i128 18446744073709551615, i128 18446744073709551615)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 -36893488147419103231)
  %got2 = call i128 @mul_i128(i128 9223372036854775808, i128 2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 18446744073709551616)
  %got3 = call i128 @mul_i128(i128 9223372036854775808, i128 9223372036854775808)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 85070591730234615865843651857942052864)
  %got4 = call i128 @mul_i128(i128 12345678901234567890, i128 9876543210987654321)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 121932631137021795223746380111126352690)
  ret i32 %r4
}

; Low times high and high times low both count.
define i32 @test_mul_cross_products() {
  %got1 = call i128 @mul_i128(i128 55340232221128654848, i128 5)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 276701161105643274240)
  %got2 = call i128 @mul_i128(i128 5, i128 55340232221128654848)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 276701161105643274240)
  %got3 = call i128 @mul_i128(i128 129127208515966861313, i128 202914184810805067777)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 332041393326771929089)
  %got4 = call i128 @mul_i128(i128 -18446744073709551616, i128 9223372036854775809)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 170141183460469231713240559642174554112)
  ret i32 %r4
}

define i32 @test_mul_drops_high_product() {
  %got1 = call i128 @mul_i128(i128 18446744073709551616, i128 18446744073709551616)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 0)
  %got2 = call i128 @mul_i128(i128 -170141183460469231731687303715884105728, i128 2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 0)
  %got3 = call i128 @mul_i128(i128 170141183460469231731687303715884105727, i128 170141183460469231731687303715884105727)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 1)
  %got4 = call i128 @mul_i128(i128 -170141183460469231731687303715884105728, i128 -1)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 -170141183460469231731687303715884105728)
  %got5 = call i128 @mul_i128(i128 1267650600228229401496703205379, i128 1267650600228229401496703205381)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 10141204801825835211973625643023)
  ret i32 %r5
}

define i32 @test_mul_by_constants() {
  %x = call i128 @opaque_i128(i128 u0x0F1E2D3C4B5A69788796A5B4C3D2E1F0)
  %by.three = mul i128 %x, 3
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %by.three, i128 u0x2D5A87B4E20F3C6996C3F11E4B78A5D0)
  %by.ten = mul i128 %x, 10
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %by.ten, i128 u0x972DC45AF1881EB54BE2790FA63CD360)
  %by.minus.one = mul i128 %x, -1
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %by.minus.one, i128 u0xF0E1D2C3B4A5968778695A4B3C2D1E10)
  %by.power = mul i128 %x, 1180591620717411303424
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %by.power, i128 u0xE5A96D30F4B87C000000000000000000)
  %by.large = mul i128 %x, 47026247687942121848144207491837523525
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %by.large, i128 u0x5643D0228F22E9610362B605883385B0)
  ret i32 %r5
}

define i128 @factorial_i128(i128 %number) noinline {
entry:
  br label %head

head:
  %factor = phi i128 [ 2, %entry ], [ %factor.next, %body ]
  %product = phi i128 [ 1, %entry ], [ %product.next, %body ]
  %more = icmp ule i128 %factor, %number
  br i1 %more, label %body, label %exit

body:
  %product.next = mul i128 %product, %factor
  %factor.next = add i128 %factor, 1
  br label %head

exit:
  ret i128 %product
}

; 33! is the last factorial below 2^127; 34! still fits unsigned, 35! wraps.
; ORI-TARGETS: test_factorial factorial_i128
define i32 @test_factorial() {
  %got1 = call i128 @factorial_i128(i128 0)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 1)
  %got2 = call i128 @factorial_i128(i128 20)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 2432902008176640000)
  %got3 = call i128 @factorial_i128(i128 21)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 51090942171709440000)
  %got4 = call i128 @factorial_i128(i128 33)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 8683317618811886495518194401280000000)
  %got5 = call i128 @factorial_i128(i128 34)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 -45049567881334322615755997788248211456)
  %got6 = call i128 @factorial_i128(i128 35)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 124676958757991025765413114570153656320)
  ret i32 %r6
}

define i64 @signed_high_half(i64 %lhs, i64 %rhs) noinline {
  %wide.lhs = sext i64 %lhs to i128
  %wide.rhs = sext i64 %rhs to i128
  %product = mul i128 %wide.lhs, %wide.rhs
  %high = ashr i128 %product, 64
  %half = trunc i128 %high to i64
  ret i64 %half
}

define i64 @unsigned_high_half(i64 %lhs, i64 %rhs) noinline {
  %wide.lhs = zext i64 %lhs to i128
  %wide.rhs = zext i64 %rhs to i128
  %product = mul i128 %wide.lhs, %wide.rhs
  %high = lshr i128 %product, 64
  %half = trunc i128 %high to i64
  ret i64 %half
}

; ORI-TARGETS: test_signed_high_half signed_high_half
define i32 @test_signed_high_half() {
  %got1 = call i64 @signed_high_half(i64 -1, i64 -1)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @signed_high_half(i64 -1, i64 1)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -1)
  %got3 = call i64 @signed_high_half(i64 -9223372036854775808, i64 -9223372036854775808)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 4611686018427387904)
  %got4 = call i64 @signed_high_half(i64 9223372036854775807, i64 9223372036854775807)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 4611686018427387903)
  %got5 = call i64 @signed_high_half(i64 1311768467463790320, i64 -1147797409030816545)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -81621149086635843)
  ret i32 %r5
}

; ORI-TARGETS: test_unsigned_high_half unsigned_high_half
define i32 @test_unsigned_high_half() {
  %got1 = call i64 @unsigned_high_half(i64 -1, i64 -1)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 -2)
  %got2 = call i64 @unsigned_high_half(i64 -1, i64 1)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %got3 = call i64 @unsigned_high_half(i64 -9223372036854775808, i64 -9223372036854775808)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 4611686018427387904)
  %got4 = call i64 @unsigned_high_half(i64 9223372036854775807, i64 9223372036854775807)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 4611686018427387903)
  %got5 = call i64 @unsigned_high_half(i64 1311768467463790320, i64 -1147797409030816545)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 1230147318377154477)
  ret i32 %r5
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i128 @opaque_i128(i128 %value) noinline {
  %slot = alloca i128
  store volatile i128 %value, ptr %slot
  %seen = load volatile i128, ptr %slot
  ret i128 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
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
