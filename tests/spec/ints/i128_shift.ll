; i128 shl, lshr and ashr: amounts below, at and above 64, where bits cross
; from one half to the other.

define i128 @shl_i128(i128 %lhs, i128 %rhs) noinline {
  %shifted = shl i128 %lhs, %rhs
  ret i128 %shifted
}

define i128 @lshr_i128(i128 %lhs, i128 %rhs) noinline {
  %shifted = lshr i128 %lhs, %rhs
  ret i128 %shifted
}

define i128 @ashr_i128(i128 %lhs, i128 %rhs) noinline {
  %shifted = ashr i128 %lhs, %rhs
  ret i128 %shifted
}

; Amount 0 keeps the value, 127 leaves one bit.
define i32 @test_shl_i128() {
  %got1 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 0)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0xF123456789ABCDEF0FEDCBA987654321)
  %got2 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0xE2468ACF13579BDE1FDB97530ECA8642)
  %got3 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 63)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x87F6E5D4C3B2A1908000000000000000)
  %got4 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 64)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0x0FEDCBA9876543210000000000000000)
  %got5 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 65)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 u0x1FDB97530ECA86420000000000000000)
  %got6 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 100)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 u0x76543210000000000000000000000000)
  %got7 = call i128 @shl_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 127)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 u0x80000000000000000000000000000000)
  ret i32 %r7
}

define i32 @test_lshr_i128() {
  %got1 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 0)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0xF123456789ABCDEF0FEDCBA987654321)
  %got2 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x7891A2B3C4D5E6F787F6E5D4C3B2A190)
  %got3 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 63)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x0000000000000001E2468ACF13579BDE)
  %got4 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 64)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0x0000000000000000F123456789ABCDEF)
  %got5 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 65)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 u0x00000000000000007891A2B3C4D5E6F7)
  %got6 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 100)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 252851286)
  %got7 = call i128 @lshr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 127)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 1)
  ret i32 %r7
}

define i32 @test_ashr_i128() {
  %got1 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 0)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0xF123456789ABCDEF0FEDCBA987654321)
  %got2 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0xF891A2B3C4D5E6F787F6E5D4C3B2A190)
  %got3 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 63)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0xFFFFFFFFFFFFFFFFE2468ACF13579BDE)
  %got4 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 64)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0xFFFFFFFFFFFFFFFFF123456789ABCDEF)
  %got5 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 65)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 u0xFFFFFFFFFFFFFFFFF891A2B3C4D5E6F7)
  %got6 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 100)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 -15584170)
  %got7 = call i128 @ashr_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 127)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 -1)
  ret i32 %r7
}

define i32 @test_shift_by_constants() {
  %x = call i128 @opaque_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321)
  %shl.4 = shl i128 %x, 4
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %shl.4, i128 u0x123456789ABCDEF0FEDCBA9876543210)
  %shl.64 = shl i128 %x, 64
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %shl.64, i128 u0x0FEDCBA9876543210000000000000000)
  %lshr.68 = lshr i128 %x, 68
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %lshr.68, i128 u0x00000000000000000F123456789ABCDE)
  %lshr.60 = lshr i128 %x, 60
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %lshr.60, i128 u0x000000000000000F123456789ABCDEF0)
  %ashr.64 = ashr i128 %x, 64
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %ashr.64, i128 u0xFFFFFFFFFFFFFFFFF123456789ABCDEF)
  %ashr.120 = ashr i128 %x, 120
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %ashr.120, i128 u0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF1)
  ret i32 %r6
}

define i32 @test_ashr_of_positive() {
  %got1 = call i128 @ashr_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 1)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0x3FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF)
  %got2 = call i128 @ashr_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 64)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x00000000000000007FFFFFFFFFFFFFFF)
  %got3 = call i128 @ashr_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 126)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 1)
  %got4 = call i128 @ashr_i128(i128 u0x00000000000000010000000000000000, i128 64)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 1)
  %got5 = call i128 @ashr_i128(i128 u0x0000000000000000FFFFFFFFFFFFFFFF, i128 64)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 0)
  ret i32 %r5
}

; Two words become one value and come apart again.
define i32 @test_join_halves() {
  %high = call i64 @opaque_i64(i64 -81985529216486896)
  %low = call i64 @opaque_i64(i64 -2)
  %high.wide = zext i64 %high to i128
  %low.wide = zext i64 %low to i128
  %high.up = shl i128 %high.wide, 64
  %joined = or i128 %high.up, %low.wide
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %joined, i128 u0xFEDCBA9876543210FFFFFFFFFFFFFFFE)
  %high.down = lshr i128 %joined, 64
  %high.again = trunc i128 %high.down to i64
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %high.again, i64 -81985529216486896)
  %low.again = trunc i128 %joined to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %low.again, i64 -2)
  ret i32 %r3
}

define i128 @rotate_left_i128(i128 %value, i128 %amount) noinline {
  %back = sub i128 0, %amount
  %left.amount = and i128 %amount, 127
  %right.amount = and i128 %back, 127
  %high = shl i128 %value, %left.amount
  %low = lshr i128 %value, %right.amount
  %rotated = or i128 %high, %low
  ret i128 %rotated
}

; ORI-TARGETS: test_rotate_i128 rotate_left_i128
define i32 @test_rotate_i128() {
  %got1 = call i128 @rotate_left_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 0)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0xF123456789ABCDEF0FEDCBA987654321)
  %got2 = call i128 @rotate_left_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 8)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x23456789ABCDEF0FEDCBA987654321F1)
  %got3 = call i128 @rotate_left_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 64)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x0FEDCBA987654321F123456789ABCDEF)
  %got4 = call i128 @rotate_left_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 72)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0xEDCBA987654321F123456789ABCDEF0F)
  %got5 = call i128 @rotate_left_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 127)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 u0xF891A2B3C4D5E6F787F6E5D4C3B2A190)
  %got6 = call i128 @rotate_left_i128(i128 u0xF123456789ABCDEF0FEDCBA987654321, i128 128)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 u0xF123456789ABCDEF0FEDCBA987654321)
  ret i32 %r6
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i128 @opaque_i128(i128 %value) noinline {
  %slot = alloca i128
  store volatile i128 %value, ptr %slot
  %seen = load volatile i128, ptr %slot
  ret i128 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
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
