; freeze of a poison value made at run time is some value, but one and the same
; at every use; only facts that hold for all values are checked.

; The sum is poison; its frozen value is fixed.
define i32 @test_overflowed_add() {
  %maximum = call i32 @opaque_i32(i32 2147483647)
  %sum = add nsw i32 %maximum, 1
  %fixed = freeze i32 %sum
  %slot = alloca i32
  store volatile i32 %fixed, ptr %slot
  %stored = load volatile i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %stored, i32 %fixed)
  %parity = and i32 %stored, 1
  %parity.fixed = and i32 %fixed, 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %parity, i32 %parity.fixed)
  ret i32 %r2
}

; Adding and taking away one restores any value.
define i32 @test_overflowed_mul() {
  %large = call i64 @opaque_i64(i64 6148914691236517205)
  %product = mul nuw nsw i64 %large, 5
  %fixed = freeze i64 %product
  %one = call i64 @opaque_i64(i64 1)
  %up = add i64 %fixed, %one
  %back = sub i64 %up, %one
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %back, i64 %fixed)
  %equal = icmp eq i64 %up, %fixed
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %equal, i1 false)
  ret i32 %r2
}

; Shifting by the width is poison; a mask after freeze bounds it.
define i32 @test_oversized_shift() {
  %one = call i32 @opaque_i32(i32 1)
  %amount = call i32 @opaque_i32(i32 32)
  %shifted = shl i32 %one, %amount
  %fixed = freeze i32 %shifted
  %masked = and i32 %fixed, 15
  %below = icmp ult i32 %masked, 16
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %below, i1 true)
  %high = and i32 %fixed, -16
  %rejoined = or i32 %high, %masked
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %rejoined, i32 %fixed)
  ret i32 %r2
}

; An exact division that leaves a remainder is poison.
define i32 @test_inexact_division() {
  %seven = call i32 @opaque_i32(i32 7)
  %quotient = udiv exact i32 %seven, 2
  %fixed = freeze i32 %quotient
  %complement = xor i32 %fixed, -1
  %overlap = and i32 %fixed, %complement
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %overlap, i32 0)
  %union = or i32 %fixed, %complement
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %union, i32 -1)
  ret i32 %r2
}

; Both extensions of a frozen byte start from the same byte.
define i32 @test_frozen_byte_range() {
  %high = call i8 @opaque_i8(i8 127)
  %sum = add nsw i8 %high, %high
  %fixed = freeze i8 %sum
  %wide = zext i8 %fixed to i32
  %fits = icmp ult i32 %wide, 256
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %fits, i1 true)
  %signed = sext i8 %fixed to i32
  %low = and i32 %signed, 255
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %low, i32 %wide)
  ret i32 %r2
}

; Exactly one of a frozen bit and its negation holds.
define i32 @test_frozen_condition() {
  %minimum = call i32 @opaque_i32(i32 -2147483648)
  %less = sub nsw i32 %minimum, 1
  %negative = icmp slt i32 %less, 0
  %fixed = freeze i1 %negative
  %other = xor i1 %fixed, true
  %count.fixed = zext i1 %fixed to i32
  %count.other = zext i1 %other to i32
  %count = add i32 %count.fixed, %count.other
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %count, i32 1)
  ret i32 %r1
}

; Without a set bit left, the frozen operand no longer matters.
define i32 @test_poison_stops_at_freeze() {
  %maximum = call i64 @opaque_i64(i64 9223372036854775807)
  %sum = add nsw i64 %maximum, %maximum
  %fixed = freeze i64 %sum
  %none = call i64 @opaque_i64(i64 0)
  %cleared = and i64 %fixed, %none
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %cleared, i64 0)
  %all = call i64 @opaque_i64(i64 -1)
  %filled = or i64 %fixed, %all
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %filled, i64 -1)
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
