; i13 and i24 live in registers with spare bits above them, which no operation
; may let through into a result.

define i13 @add_i13(i13 %lhs, i13 %rhs) noinline {
  %sum = add i13 %lhs, %rhs
  ret i13 %sum
}

define i13 @sub_i13(i13 %lhs, i13 %rhs) noinline {
  %difference = sub i13 %lhs, %rhs
  ret i13 %difference
}

define i13 @mul_i13(i13 %lhs, i13 %rhs) noinline {
  %product = mul i13 %lhs, %rhs
  ret i13 %product
}

define i13 @sdiv_i13(i13 %lhs, i13 %rhs) noinline {
  %quotient = sdiv i13 %lhs, %rhs
  ret i13 %quotient
}

define i13 @srem_i13(i13 %lhs, i13 %rhs) noinline {
  %remainder = srem i13 %lhs, %rhs
  ret i13 %remainder
}

define i13 @udiv_i13(i13 %lhs, i13 %rhs) noinline {
  %quotient = udiv i13 %lhs, %rhs
  ret i13 %quotient
}

define i13 @urem_i13(i13 %lhs, i13 %rhs) noinline {
  %remainder = urem i13 %lhs, %rhs
  ret i13 %remainder
}

define i13 @shl_i13(i13 %lhs, i13 %rhs) noinline {
  %shifted = shl i13 %lhs, %rhs
  ret i13 %shifted
}

define i13 @lshr_i13(i13 %lhs, i13 %rhs) noinline {
  %shifted = lshr i13 %lhs, %rhs
  ret i13 %shifted
}

define i13 @ashr_i13(i13 %lhs, i13 %rhs) noinline {
  %shifted = ashr i13 %lhs, %rhs
  ret i13 %shifted
}

define i32 @test_add_sub_i13() {
  %got1 = call i13 @add_i13(i13 4095, i13 1)
  %r1 = call i32 @check_i13(i32 0, i32 1, i13 %got1, i13 -4096)
  %got2 = call i13 @sub_i13(i13 4095, i13 1)
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %got2, i13 4094)
  %got3 = call i13 @add_i13(i13 -4096, i13 -1)
  %r3 = call i32 @check_i13(i32 %r2, i32 3, i13 %got3, i13 4095)
  %got4 = call i13 @sub_i13(i13 -4096, i13 -1)
  %r4 = call i32 @check_i13(i32 %r3, i32 4, i13 %got4, i13 -4095)
  %got5 = call i13 @add_i13(i13 4095, i13 4095)
  %r5 = call i32 @check_i13(i32 %r4, i32 5, i13 %got5, i13 -2)
  %got6 = call i13 @sub_i13(i13 4095, i13 4095)
  %r6 = call i32 @check_i13(i32 %r5, i32 6, i13 %got6, i13 0)
  %got7 = call i13 @add_i13(i13 -1366, i13 7)
  %r7 = call i32 @check_i13(i32 %r6, i32 7, i13 %got7, i13 -1359)
  %got8 = call i13 @sub_i13(i13 -1366, i13 7)
  %r8 = call i32 @check_i13(i32 %r7, i32 8, i13 %got8, i13 -1373)
  %got9 = call i13 @add_i13(i13 3279, i13 -11)
  %r9 = call i32 @check_i13(i32 %r8, i32 9, i13 %got9, i13 3268)
  %got10 = call i13 @sub_i13(i13 3279, i13 -11)
  %r10 = call i32 @check_i13(i32 %r9, i32 10, i13 %got10, i13 3290)
  ret i32 %r10
}

define i32 @test_mul_i13() {
  %got1 = call i13 @mul_i13(i13 4095, i13 1)
  %r1 = call i32 @check_i13(i32 0, i32 1, i13 %got1, i13 4095)
  %got2 = call i13 @mul_i13(i13 -4096, i13 -1)
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %got2, i13 -4096)
  %got3 = call i13 @mul_i13(i13 4095, i13 4095)
  %r3 = call i32 @check_i13(i32 %r2, i32 3, i13 %got3, i13 1)
  %got4 = call i13 @mul_i13(i13 -1366, i13 7)
  %r4 = call i32 @check_i13(i32 %r3, i32 4, i13 %got4, i13 -1370)
  %got5 = call i13 @mul_i13(i13 3279, i13 -11)
  %r5 = call i32 @check_i13(i32 %r4, i32 5, i13 %got5, i13 -3301)
  ret i32 %r5
}

define i32 @test_sdiv_srem_i13() {
  %got1 = call i13 @sdiv_i13(i13 4095, i13 1)
  %r1 = call i32 @check_i13(i32 0, i32 1, i13 %got1, i13 4095)
  %got2 = call i13 @srem_i13(i13 4095, i13 1)
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %got2, i13 0)
  %got3 = call i13 @sdiv_i13(i13 4095, i13 4095)
  %r3 = call i32 @check_i13(i32 %r2, i32 3, i13 %got3, i13 1)
  %got4 = call i13 @srem_i13(i13 4095, i13 4095)
  %r4 = call i32 @check_i13(i32 %r3, i32 4, i13 %got4, i13 0)
  %got5 = call i13 @sdiv_i13(i13 -1366, i13 7)
  %r5 = call i32 @check_i13(i32 %r4, i32 5, i13 %got5, i13 -195)
  %got6 = call i13 @srem_i13(i13 -1366, i13 7)
  %r6 = call i32 @check_i13(i32 %r5, i32 6, i13 %got6, i13 -1)
  %got7 = call i13 @sdiv_i13(i13 3279, i13 -11)
  %r7 = call i32 @check_i13(i32 %r6, i32 7, i13 %got7, i13 -298)
  %got8 = call i13 @srem_i13(i13 3279, i13 -11)
  %r8 = call i32 @check_i13(i32 %r7, i32 8, i13 %got8, i13 1)
  ret i32 %r8
}

define i32 @test_udiv_urem_i13() {
  %got1 = call i13 @udiv_i13(i13 4095, i13 1)
  %r1 = call i32 @check_i13(i32 0, i32 1, i13 %got1, i13 4095)
  %got2 = call i13 @urem_i13(i13 4095, i13 1)
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %got2, i13 0)
  %got3 = call i13 @udiv_i13(i13 -4096, i13 -1)
  %r3 = call i32 @check_i13(i32 %r2, i32 3, i13 %got3, i13 0)
  %got4 = call i13 @urem_i13(i13 -4096, i13 -1)
  %r4 = call i32 @check_i13(i32 %r3, i32 4, i13 %got4, i13 -4096)
  %got5 = call i13 @udiv_i13(i13 4095, i13 4095)
  %r5 = call i32 @check_i13(i32 %r4, i32 5, i13 %got5, i13 1)
  %got6 = call i13 @urem_i13(i13 4095, i13 4095)
  %r6 = call i32 @check_i13(i32 %r5, i32 6, i13 %got6, i13 0)
  %got7 = call i13 @udiv_i13(i13 -1366, i13 7)
  %r7 = call i32 @check_i13(i32 %r6, i32 7, i13 %got7, i13 975)
  %got8 = call i13 @urem_i13(i13 -1366, i13 7)
  %r8 = call i32 @check_i13(i32 %r7, i32 8, i13 %got8, i13 1)
  %got9 = call i13 @udiv_i13(i13 3279, i13 -11)
  %r9 = call i32 @check_i13(i32 %r8, i32 9, i13 %got9, i13 0)
  %got10 = call i13 @urem_i13(i13 3279, i13 -11)
  %r10 = call i32 @check_i13(i32 %r9, i32 10, i13 %got10, i13 3279)
  ret i32 %r10
}

define i32 @test_shifts_i13() {
  %got1 = call i13 @shl_i13(i13 2951, i13 1)
  %r1 = call i32 @check_i13(i32 0, i32 1, i13 %got1, i13 -2290)
  %got2 = call i13 @shl_i13(i13 2951, i13 6)
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %got2, i13 448)
  %got3 = call i13 @shl_i13(i13 2951, i13 12)
  %r3 = call i32 @check_i13(i32 %r2, i32 3, i13 %got3, i13 -4096)
  %got4 = call i13 @lshr_i13(i13 2951, i13 1)
  %r4 = call i32 @check_i13(i32 %r3, i32 4, i13 %got4, i13 1475)
  %got5 = call i13 @lshr_i13(i13 2951, i13 6)
  %r5 = call i32 @check_i13(i32 %r4, i32 5, i13 %got5, i13 46)
  %got6 = call i13 @lshr_i13(i13 2951, i13 12)
  %r6 = call i32 @check_i13(i32 %r5, i32 6, i13 %got6, i13 0)
  %got7 = call i13 @ashr_i13(i13 2951, i13 1)
  %r7 = call i32 @check_i13(i32 %r6, i32 7, i13 %got7, i13 1475)
  %got8 = call i13 @ashr_i13(i13 2951, i13 6)
  %r8 = call i32 @check_i13(i32 %r7, i32 8, i13 %got8, i13 46)
  %got9 = call i13 @ashr_i13(i13 2951, i13 12)
  %r9 = call i32 @check_i13(i32 %r8, i32 9, i13 %got9, i13 0)
  ret i32 %r9
}

define i32 @test_compare_i13() {
  %low = call i13 @opaque_i13(i13 -4096)
  %high = call i13 @opaque_i13(i13 4095)
  %minus.one = call i13 @opaque_i13(i13 -1)
  %slt.low.high = icmp slt i13 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i13 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i13 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i13 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i13 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i13 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i13 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i13 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

define i24 @add_i24(i24 %lhs, i24 %rhs) noinline {
  %sum = add i24 %lhs, %rhs
  ret i24 %sum
}

define i24 @sub_i24(i24 %lhs, i24 %rhs) noinline {
  %difference = sub i24 %lhs, %rhs
  ret i24 %difference
}

define i24 @mul_i24(i24 %lhs, i24 %rhs) noinline {
  %product = mul i24 %lhs, %rhs
  ret i24 %product
}

define i24 @sdiv_i24(i24 %lhs, i24 %rhs) noinline {
  %quotient = sdiv i24 %lhs, %rhs
  ret i24 %quotient
}

define i24 @srem_i24(i24 %lhs, i24 %rhs) noinline {
  %remainder = srem i24 %lhs, %rhs
  ret i24 %remainder
}

define i24 @udiv_i24(i24 %lhs, i24 %rhs) noinline {
  %quotient = udiv i24 %lhs, %rhs
  ret i24 %quotient
}

define i24 @urem_i24(i24 %lhs, i24 %rhs) noinline {
  %remainder = urem i24 %lhs, %rhs
  ret i24 %remainder
}

define i24 @shl_i24(i24 %lhs, i24 %rhs) noinline {
  %shifted = shl i24 %lhs, %rhs
  ret i24 %shifted
}

define i24 @lshr_i24(i24 %lhs, i24 %rhs) noinline {
  %shifted = lshr i24 %lhs, %rhs
  ret i24 %shifted
}

define i24 @ashr_i24(i24 %lhs, i24 %rhs) noinline {
  %shifted = ashr i24 %lhs, %rhs
  ret i24 %shifted
}

define i32 @test_add_sub_i24() {
  %got1 = call i24 @add_i24(i24 8388607, i24 1)
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %got1, i24 -8388608)
  %got2 = call i24 @sub_i24(i24 8388607, i24 1)
  %r2 = call i32 @check_i24(i32 %r1, i32 2, i24 %got2, i24 8388606)
  %got3 = call i24 @add_i24(i24 -8388608, i24 -1)
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %got3, i24 8388607)
  %got4 = call i24 @sub_i24(i24 -8388608, i24 -1)
  %r4 = call i32 @check_i24(i32 %r3, i32 4, i24 %got4, i24 -8388607)
  %got5 = call i24 @add_i24(i24 8388607, i24 8388607)
  %r5 = call i32 @check_i24(i32 %r4, i32 5, i24 %got5, i24 -2)
  %got6 = call i24 @sub_i24(i24 8388607, i24 8388607)
  %r6 = call i32 @check_i24(i32 %r5, i32 6, i24 %got6, i24 0)
  %got7 = call i24 @add_i24(i24 -2796203, i24 7)
  %r7 = call i32 @check_i24(i32 %r6, i32 7, i24 %got7, i24 -2796196)
  %got8 = call i24 @sub_i24(i24 -2796203, i24 7)
  %r8 = call i32 @check_i24(i32 %r7, i32 8, i24 %got8, i24 -2796210)
  %got9 = call i24 @add_i24(i24 6710887, i24 -11)
  %r9 = call i32 @check_i24(i32 %r8, i32 9, i24 %got9, i24 6710876)
  %got10 = call i24 @sub_i24(i24 6710887, i24 -11)
  %r10 = call i32 @check_i24(i32 %r9, i32 10, i24 %got10, i24 6710898)
  ret i32 %r10
}

define i32 @test_mul_i24() {
  %got1 = call i24 @mul_i24(i24 8388607, i24 1)
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %got1, i24 8388607)
  %got2 = call i24 @mul_i24(i24 -8388608, i24 -1)
  %r2 = call i32 @check_i24(i32 %r1, i32 2, i24 %got2, i24 -8388608)
  %got3 = call i24 @mul_i24(i24 8388607, i24 8388607)
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %got3, i24 1)
  %got4 = call i24 @mul_i24(i24 -2796203, i24 7)
  %r4 = call i32 @check_i24(i32 %r3, i32 4, i24 %got4, i24 -2796205)
  %got5 = call i24 @mul_i24(i24 6710887, i24 -11)
  %r5 = call i32 @check_i24(i32 %r4, i32 5, i24 %got5, i24 -6710893)
  ret i32 %r5
}

define i32 @test_sdiv_srem_i24() {
  %got1 = call i24 @sdiv_i24(i24 8388607, i24 1)
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %got1, i24 8388607)
  %got2 = call i24 @srem_i24(i24 8388607, i24 1)
  %r2 = call i32 @check_i24(i32 %r1, i32 2, i24 %got2, i24 0)
  %got3 = call i24 @sdiv_i24(i24 8388607, i24 8388607)
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %got3, i24 1)
  %got4 = call i24 @srem_i24(i24 8388607, i24 8388607)
  %r4 = call i32 @check_i24(i32 %r3, i32 4, i24 %got4, i24 0)
  %got5 = call i24 @sdiv_i24(i24 -2796203, i24 7)
  %r5 = call i32 @check_i24(i32 %r4, i32 5, i24 %got5, i24 -399457)
  %got6 = call i24 @srem_i24(i24 -2796203, i24 7)
  %r6 = call i32 @check_i24(i32 %r5, i32 6, i24 %got6, i24 -4)
  %got7 = call i24 @sdiv_i24(i24 6710887, i24 -11)
  %r7 = call i32 @check_i24(i32 %r6, i32 7, i24 %got7, i24 -610080)
  %got8 = call i24 @srem_i24(i24 6710887, i24 -11)
  %r8 = call i32 @check_i24(i32 %r7, i32 8, i24 %got8, i24 7)
  ret i32 %r8
}

define i32 @test_udiv_urem_i24() {
  %got1 = call i24 @udiv_i24(i24 8388607, i24 1)
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %got1, i24 8388607)
  %got2 = call i24 @urem_i24(i24 8388607, i24 1)
  %r2 = call i32 @check_i24(i32 %r1, i32 2, i24 %got2, i24 0)
  %got3 = call i24 @udiv_i24(i24 -8388608, i24 -1)
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %got3, i24 0)
  %got4 = call i24 @urem_i24(i24 -8388608, i24 -1)
  %r4 = call i32 @check_i24(i32 %r3, i32 4, i24 %got4, i24 -8388608)
  %got5 = call i24 @udiv_i24(i24 8388607, i24 8388607)
  %r5 = call i32 @check_i24(i32 %r4, i32 5, i24 %got5, i24 1)
  %got6 = call i24 @urem_i24(i24 8388607, i24 8388607)
  %r6 = call i32 @check_i24(i32 %r5, i32 6, i24 %got6, i24 0)
  %got7 = call i24 @udiv_i24(i24 -2796203, i24 7)
  %r7 = call i32 @check_i24(i32 %r6, i32 7, i24 %got7, i24 1997287)
  %got8 = call i24 @urem_i24(i24 -2796203, i24 7)
  %r8 = call i32 @check_i24(i32 %r7, i32 8, i24 %got8, i24 4)
  %got9 = call i24 @udiv_i24(i24 6710887, i24 -11)
  %r9 = call i32 @check_i24(i32 %r8, i32 9, i24 %got9, i24 0)
  %got10 = call i24 @urem_i24(i24 6710887, i24 -11)
  %r10 = call i32 @check_i24(i32 %r9, i32 10, i24 %got10, i24 6710887)
  ret i32 %r10
}

define i32 @test_shifts_i24() {
  %got1 = call i24 @shl_i24(i24 2968455, i24 1)
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %got1, i24 5936910)
  %got2 = call i24 @shl_i24(i24 2968455, i24 12)
  %r2 = call i32 @check_i24(i32 %r1, i32 2, i24 %got2, i24 -4689920)
  %got3 = call i24 @shl_i24(i24 2968455, i24 23)
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %got3, i24 -8388608)
  %got4 = call i24 @lshr_i24(i24 2968455, i24 1)
  %r4 = call i32 @check_i24(i32 %r3, i32 4, i24 %got4, i24 1484227)
  %got5 = call i24 @lshr_i24(i24 2968455, i24 12)
  %r5 = call i32 @check_i24(i32 %r4, i32 5, i24 %got5, i24 724)
  %got6 = call i24 @lshr_i24(i24 2968455, i24 23)
  %r6 = call i32 @check_i24(i32 %r5, i32 6, i24 %got6, i24 0)
  %got7 = call i24 @ashr_i24(i24 2968455, i24 1)
  %r7 = call i32 @check_i24(i32 %r6, i32 7, i24 %got7, i24 1484227)
  %got8 = call i24 @ashr_i24(i24 2968455, i24 12)
  %r8 = call i32 @check_i24(i32 %r7, i32 8, i24 %got8, i24 724)
  %got9 = call i24 @ashr_i24(i24 2968455, i24 23)
  %r9 = call i32 @check_i24(i32 %r8, i32 9, i24 %got9, i24 0)
  ret i32 %r9
}

define i32 @test_compare_i24() {
  %low = call i24 @opaque_i24(i24 -8388608)
  %high = call i24 @opaque_i24(i24 8388607)
  %minus.one = call i24 @opaque_i24(i24 -1)
  %slt.low.high = icmp slt i24 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i24 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i24 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i24 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i24 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i24 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i24 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i24 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i13 @opaque_i13(i13 %value) noinline {
  %slot = alloca i13
  store volatile i13 %value, ptr %slot
  %seen = load volatile i13, ptr %slot
  ret i13 %seen
}

define internal i24 @opaque_i24(i24 %value) noinline {
  %slot = alloca i24
  store volatile i24 %value, ptr %slot
  %seen = load volatile i24, ptr %slot
  ret i24 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i13(i32 %prior, i32 %code, i13 %got, i13 %want) noinline {
  %same = icmp eq i13 %got, %want
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

define internal i32 @check_i24(i32 %prior, i32 %code, i24 %got, i24 %want) noinline {
  %same = icmp eq i24 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
