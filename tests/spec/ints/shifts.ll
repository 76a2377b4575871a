; shl, lshr and ashr in the machine widths by variable and constant amounts,
; up to the largest amount each width allows.

define i8 @shl_i8(i8 %lhs, i8 %rhs) noinline {
  %shifted = shl i8 %lhs, %rhs
  ret i8 %shifted
}

define i16 @shl_i16(i16 %lhs, i16 %rhs) noinline {
  %shifted = shl i16 %lhs, %rhs
  ret i16 %shifted
}

define i32 @shl_i32(i32 %lhs, i32 %rhs) noinline {
  %shifted = shl i32 %lhs, %rhs
  ret i32 %shifted
}

define i64 @shl_i64(i64 %lhs, i64 %rhs) noinline {
  %shifted = shl i64 %lhs, %rhs
  ret i64 %shifted
}

define i8 @lshr_i8(i8 %lhs, i8 %rhs) noinline {
  %shifted = lshr i8 %lhs, %rhs
  ret i8 %shifted
}

define i16 @lshr_i16(i16 %lhs, i16 %rhs) noinline {
  %shifted = lshr i16 %lhs, %rhs
  ret i16 %shifted
}

define i32 @lshr_i32(i32 %lhs, i32 %rhs) noinline {
  %shifted = lshr i32 %lhs, %rhs
  ret i32 %shifted
}

define i64 @lshr_i64(i64 %lhs, i64 %rhs) noinline {
  %shifted = lshr i64 %lhs, %rhs
  ret i64 %shifted
}

define i8 @ashr_i8(i8 %lhs, i8 %rhs) noinline {
  %shifted = ashr i8 %lhs, %rhs
  ret i8 %shifted
}

define i16 @ashr_i16(i16 %lhs, i16 %rhs) noinline {
  %shifted = ashr i16 %lhs, %rhs
  ret i16 %shifted
}

define i32 @ashr_i32(i32 %lhs, i32 %rhs) noinline {
  %shifted = ashr i32 %lhs, %rhs
  ret i32 %shifted
}

define i64 @ashr_i64(i64 %lhs, i64 %rhs) noinline {
  %shifted = ashr i64 %lhs, %rhs
  ret i64 %shifted
}

define i32 @test_shl_variable() {
  %got1 = call i8 @shl_i8(i8 -91, i8 0)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -91)
  %got2 = call i8 @shl_i8(i8 -91, i8 3)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 40)
  %got3 = call i8 @shl_i8(i8 -91, i8 7)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -128)
  %got4 = call i16 @shl_i16(i16 -23131, i16 0)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -23131)
  %got5 = call i16 @shl_i16(i16 -23131, i16 7)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 -11648)
  %got6 = call i16 @shl_i16(i16 -23131, i16 15)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 -32768)
  %got7 = call i32 @shl_i32(i32 -1515870811, i32 0)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 -1515870811)
  %got8 = call i32 @shl_i32(i32 -1515870811, i32 15)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 -757956608)
  %got9 = call i32 @shl_i32(i32 -1515870811, i32 31)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 -2147483648)
  %got10 = call i64 @shl_i64(i64 -6510615555426900571, i64 0)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 -6510615555426900571)
  %got11 = call i64 @shl_i64(i64 -6510615555426900571, i64 31)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 -3255307779102998528)
  %got12 = call i64 @shl_i64(i64 -6510615555426900571, i64 63)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -9223372036854775808)
  ret i32 %r12
}

define i32 @test_lshr_variable() {
  %got1 = call i8 @lshr_i8(i8 -91, i8 0)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -91)
  %got2 = call i8 @lshr_i8(i8 -91, i8 3)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 20)
  %got3 = call i8 @lshr_i8(i8 -91, i8 7)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 1)
  %got4 = call i16 @lshr_i16(i16 -23131, i16 0)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -23131)
  %got5 = call i16 @lshr_i16(i16 -23131, i16 7)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 331)
  %got6 = call i16 @lshr_i16(i16 -23131, i16 15)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 1)
  %got7 = call i32 @lshr_i32(i32 -1515870811, i32 0)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 -1515870811)
  %got8 = call i32 @lshr_i32(i32 -1515870811, i32 15)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 84811)
  %got9 = call i32 @lshr_i32(i32 -1515870811, i32 31)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 1)
  %got10 = call i64 @lshr_i64(i64 -6510615555426900571, i64 0)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 -6510615555426900571)
  %got11 = call i64 @lshr_i64(i64 -6510615555426900571, i64 31)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 5558192971)
  %got12 = call i64 @lshr_i64(i64 -6510615555426900571, i64 63)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 1)
  ret i32 %r12
}

define i32 @test_ashr_variable() {
  %got1 = call i8 @ashr_i8(i8 -91, i8 0)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -91)
  %got2 = call i8 @ashr_i8(i8 -91, i8 3)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -12)
  %got3 = call i8 @ashr_i8(i8 -91, i8 7)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -1)
  %got4 = call i16 @ashr_i16(i16 -23131, i16 0)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -23131)
  %got5 = call i16 @ashr_i16(i16 -23131, i16 7)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 -181)
  %got6 = call i16 @ashr_i16(i16 -23131, i16 15)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 -1)
  %got7 = call i32 @ashr_i32(i32 -1515870811, i32 0)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 -1515870811)
  %got8 = call i32 @ashr_i32(i32 -1515870811, i32 15)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 -46261)
  %got9 = call i32 @ashr_i32(i32 -1515870811, i32 31)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 -1)
  %got10 = call i64 @ashr_i64(i64 -6510615555426900571, i64 0)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 -6510615555426900571)
  %got11 = call i64 @ashr_i64(i64 -6510615555426900571, i64 31)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 -3031741621)
  %got12 = call i64 @ashr_i64(i64 -6510615555426900571, i64 63)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -1)
  ret i32 %r12
}

define i32 @test_ashr_keeps_positive_sign() {
  %got1 = call i8 @ashr_i8(i8 127, i8 6)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 1)
  %got2 = call i8 @ashr_i8(i8 127, i8 7)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 0)
  %got3 = call i8 @ashr_i8(i8 -1, i8 7)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -1)
  %got4 = call i16 @ashr_i16(i16 32767, i16 14)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 1)
  %got5 = call i16 @ashr_i16(i16 32767, i16 15)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 0)
  %got6 = call i16 @ashr_i16(i16 -1, i16 15)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 -1)
  %got7 = call i32 @ashr_i32(i32 2147483647, i32 30)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 1)
  %got8 = call i32 @ashr_i32(i32 2147483647, i32 31)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 0)
  %got9 = call i32 @ashr_i32(i32 -1, i32 31)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 -1)
  %got10 = call i64 @ashr_i64(i64 9223372036854775807, i64 62)
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %got10, i64 1)
  %got11 = call i64 @ashr_i64(i64 9223372036854775807, i64 63)
  %r11 = call i32 @check_i64(i32 %r10, i32 11, i64 %got11, i64 0)
  %got12 = call i64 @ashr_i64(i64 -1, i64 63)
  %r12 = call i32 @check_i64(i32 %r11, i32 12, i64 %got12, i64 -1)
  ret i32 %r12
}

define i32 @test_shifts_by_constants() {
  %x = call i32 @opaque_i32(i32 -1985229329)
  %left = shl i32 %x, 12
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %left, i32 -1126240256)
  %logical = lshr i32 %x, 12
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %logical, i32 563900)
  %arithmetic = ashr i32 %x, 12
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %arithmetic, i32 -484676)
  %top = lshr i32 %x, 31
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %top, i32 1)
  %fill = ashr i32 %x, 31
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %fill, i32 -1)
  ret i32 %r5
}

; Compares shifts with products and quotients by powers of two.
define i32 @count_bad_shifts_i64(i64 %value) noinline {
entry:
  br label %loop

loop:
  %amount = phi i64 [ 0, %entry ], [ %amount.next, %loop ]
  %power = phi i64 [ 1, %entry ], [ %power.next, %loop ]
  %bad = phi i32 [ 0, %entry ], [ %bad.next, %loop ]
  %shifted = shl i64 %value, %amount
  %multiplied = mul i64 %value, %power
  %bad.left = icmp ne i64 %shifted, %multiplied
  %bad.left.bit = zext i1 %bad.left to i32
  %down = lshr i64 %value, %amount
  %divided = udiv i64 %value, %power
  %bad.right = icmp ne i64 %down, %divided
  %bad.right.bit = zext i1 %bad.right to i32
  %bad.pair = add i32 %bad.left.bit, %bad.right.bit
  %bad.next = add i32 %bad, %bad.pair
  %power.next = add i64 %power, %power
  %amount.next = add i64 %amount, 1
  %more = icmp ult i64 %amount.next, 64
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_shifts_match_powers_of_two count_bad_shifts_i64
define i32 @test_shifts_match_powers_of_two() {
  %got1 = call i32 @count_bad_shifts_i64(i64 1)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @count_bad_shifts_i64(i64 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @count_bad_shifts_i64(i64 81985529216486895)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @count_bad_shifts_i64(i64 -9223372036854775808)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  ret i32 %r4
}

; The and keeps the amount in range; a backend may drop it but not the meaning.
define i32 @test_masked_amount() {
  %value = call i32 @opaque_i32(i32 1)
  %amount = call i32 @opaque_i32(i32 37)
  %masked = and i32 %amount, 31
  %shifted = shl i32 %value, %masked
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %shifted, i32 32)
  %minus = call i64 @opaque_i64(i64 -1)
  %wide.amount = call i64 @opaque_i64(i64 124)
  %wide.masked = and i64 %wide.amount, 63
  %wide.shifted = lshr i64 %minus, %wide.masked
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %wide.shifted, i64 15)
  %byte.amount = call i8 @opaque_i8(i8 11)
  %byte.masked = and i8 %byte.amount, 7
  %byte = call i8 @opaque_i8(i8 -127)
  %byte.shifted = ashr i8 %byte, %byte.masked
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %byte.shifted, i8 -16)
  ret i32 %r3
}

; A left then a right shift isolates bits 8 to 15, with and without sign.
define i32 @test_shift_pair_extracts_field() {
  %x = call i32 @opaque_i32(i32 305441741)
  %up = shl i32 %x, 16
  %unsigned = lshr i32 %up, 24
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %unsigned, i32 171)
  %signed = ashr i32 %up, 24
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %signed, i32 -85)
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
