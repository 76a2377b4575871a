; i33 and i48, between the machine widths: carries cross bit 31 and must stop
; at the top of the value.

define i33 @add_i33(i33 %lhs, i33 %rhs) noinline {
  %sum = add i33 %lhs, %rhs
  ret i33 %sum
}

define i33 @sub_i33(i33 %lhs, i33 %rhs) noinline {
  %difference = sub i33 %lhs, %rhs
  ret i33 %difference
}

define i33 @mul_i33(i33 %lhs, i33 %rhs) noinline {
  %product = mul i33 %lhs, %rhs
  ret i33 %product
}

define i33 @sdiv_i33(i33 %lhs, i33 %rhs) noinline {
  %quotient = sdiv i33 %lhs, %rhs
  ret i33 %quotient
}

define i33 @srem_i33(i33 %lhs, i33 %rhs) noinline {
  %remainder = srem i33 %lhs, %rhs
  ret i33 %remainder
}

define i33 @udiv_i33(i33 %lhs, i33 %rhs) noinline {
  %quotient = udiv i33 %lhs, %rhs
  ret i33 %quotient
}

define i33 @urem_i33(i33 %lhs, i33 %rhs) noinline {
  %remainder = urem i33 %lhs, %rhs
  ret i33 %remainder
}

define i33 @shl_i33(i33 %lhs, i33 %rhs) noinline {
  %shifted = shl i33 %lhs, %rhs
  ret i33 %shifted
}

define i33 @lshr_i33(i33 %lhs, i33 %rhs) noinline {
  %shifted = lshr i33 %lhs, %rhs
  ret i33 %shifted
}

define i33 @ashr_i33(i33 %lhs, i33 %rhs) noinline {
  %shifted = ashr i33 %lhs, %rhs
  ret i33 %shifted
}

define i32 @test_add_sub_i33() {
  %got1 = call i33 @add_i33(i33 4294967295, i33 1)
  %r1 = call i32 @check_i33(i32 0, i32 1, i33 %got1, i33 -4294967296)
  %got2 = call i33 @sub_i33(i33 4294967295, i33 1)
  %r2 = call i32 @check_i33(i32 %r1, i32 2, i33 %got2, i33 4294967294)
  %got3 = call i33 @add_i33(i33 -4294967296, i33 -1)
  %r3 = call i32 @check_i33(i32 %r2, i32 3, i33 %got3, i33 4294967295)
  %got4 = call i33 @sub_i33(i33 -4294967296, i33 -1)
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %got4, i33 -4294967295)
  %got5 = call i33 @add_i33(i33 4294967295, i33 4294967295)
  %r5 = call i32 @check_i33(i32 %r4, i32 5, i33 %got5, i33 -2)
  %got6 = call i33 @sub_i33(i33 4294967295, i33 4294967295)
  %r6 = call i32 @check_i33(i32 %r5, i32 6, i33 %got6, i33 0)
  %got7 = call i33 @add_i33(i33 -1431655766, i33 7)
  %r7 = call i32 @check_i33(i32 %r6, i32 7, i33 %got7, i33 -1431655759)
  %got8 = call i33 @sub_i33(i33 -1431655766, i33 7)
  %r8 = call i32 @check_i33(i32 %r7, i32 8, i33 %got8, i33 -1431655773)
  %got9 = call i33 @add_i33(i33 3435973839, i33 -11)
  %r9 = call i32 @check_i33(i32 %r8, i32 9, i33 %got9, i33 3435973828)
  %got10 = call i33 @sub_i33(i33 3435973839, i33 -11)
  %r10 = call i32 @check_i33(i32 %r9, i32 10, i33 %got10, i33 3435973850)
  ret i32 %r10
}

define i32 @test_mul_i33() {
  %got1 = call i33 @mul_i33(i33 4294967295, i33 1)
  %r1 = call i32 @check_i33(i32 0, i32 1, i33 %got1, i33 4294967295)
  %got2 = call i33 @mul_i33(i33 -4294967296, i33 -1)
  %r2 = call i32 @check_i33(i32 %r1, i32 2, i33 %got2, i33 -4294967296)
  %got3 = call i33 @mul_i33(i33 4294967295, i33 4294967295)
  %r3 = call i32 @check_i33(i32 %r2, i32 3, i33 %got3, i33 1)
  %got4 = call i33 @mul_i33(i33 -1431655766, i33 7)
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %got4, i33 -1431655770)
  %got5 = call i33 @mul_i33(i33 3435973839, i33 -11)
  %r5 = call i32 @check_i33(i32 %r4, i32 5, i33 %got5, i33 -3435973861)
  ret i32 %r5
}

define i32 @test_sdiv_srem_i33() {
  %got1 = call i33 @sdiv_i33(i33 4294967295, i33 1)
  %r1 = call i32 @check_i33(i32 0, i32 1, i33 %got1, i33 4294967295)
  %got2 = call i33 @srem_i33(i33 4294967295, i33 1)
  %r2 = call i32 @check_i33(i32 %r1, i32 2, i33 %got2, i33 0)
  %got3 = call i33 @sdiv_i33(i33 4294967295, i33 4294967295)
  %r3 = call i32 @check_i33(i32 %r2, i32 3, i33 %got3, i33 1)
  %got4 = call i33 @srem_i33(i33 4294967295, i33 4294967295)
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %got4, i33 0)
  %got5 = call i33 @sdiv_i33(i33 -1431655766, i33 7)
  %r5 = call i32 @check_i33(i32 %r4, i32 5, i33 %got5, i33 -204522252)
  %got6 = call i33 @srem_i33(i33 -1431655766, i33 7)
  %r6 = call i32 @check_i33(i32 %r5, i32 6, i33 %got6, i33 -2)
  %got7 = call i33 @sdiv_i33(i33 3435973839, i33 -11)
  %r7 = call i32 @check_i33(i32 %r6, i32 7, i33 %got7, i33 -312361258)
  %got8 = call i33 @srem_i33(i33 3435973839, i33 -11)
  %r8 = call i32 @check_i33(i32 %r7, i32 8, i33 %got8, i33 1)
  ret i32 %r8
}

define i32 @test_udiv_urem_i33() {
  %got1 = call i33 @udiv_i33(i33 4294967295, i33 1)
  %r1 = call i32 @check_i33(i32 0, i32 1, i33 %got1, i33 4294967295)
  %got2 = call i33 @urem_i33(i33 4294967295, i33 1)
  %r2 = call i32 @check_i33(i32 %r1, i32 2, i33 %got2, i33 0)
  %got3 = call i33 @udiv_i33(i33 -4294967296, i33 -1)
  %r3 = call i32 @check_i33(i32 %r2, i32 3, i33 %got3, i33 0)
  %got4 = call i33 @urem_i33(i33 -4294967296, i33 -1)
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %got4, i33 -4294967296)
  %got5 = call i33 @udiv_i33(i33 4294967295, i33 4294967295)
  %r5 = call i32 @check_i33(i32 %r4, i32 5, i33 %got5, i33 1)
  %got6 = call i33 @urem_i33(i33 4294967295, i33 4294967295)
  %r6 = call i32 @check_i33(i32 %r5, i32 6, i33 %got6, i33 0)
  %got7 = call i33 @udiv_i33(i33 -1431655766, i33 7)
  %r7 = call i32 @check_i33(i32 %r6, i32 7, i33 %got7, i33 1022611260)
  %got8 = call i33 @urem_i33(i33 -1431655766, i33 7)
  %r8 = call i32 @check_i33(i32 %r7, i32 8, i33 %got8, i33 6)
  %got9 = call i33 @udiv_i33(i33 3435973839, i33 -11)
  %r9 = call i32 @check_i33(i32 %r8, i32 9, i33 %got9, i33 0)
  %got10 = call i33 @urem_i33(i33 3435973839, i33 -11)
  %r10 = call i32 @check_i33(i32 %r9, i32 10, i33 %got10, i33 3435973839)
  ret i32 %r10
}

define i32 @test_shifts_i33() {
  %got1 = call i33 @shl_i33(i33 506284935, i33 1)
  %r1 = call i32 @check_i33(i32 0, i32 1, i33 %got1, i33 1012569870)
  %got2 = call i33 @shl_i33(i33 506284935, i33 16)
  %r2 = call i32 @check_i33(i32 %r1, i32 2, i33 %got2, i33 -3027828736)
  %got3 = call i33 @shl_i33(i33 506284935, i33 32)
  %r3 = call i32 @check_i33(i32 %r2, i32 3, i33 %got3, i33 -4294967296)
  %got4 = call i33 @lshr_i33(i33 506284935, i33 1)
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %got4, i33 253142467)
  %got5 = call i33 @lshr_i33(i33 506284935, i33 16)
  %r5 = call i32 @check_i33(i32 %r4, i32 5, i33 %got5, i33 7725)
  %got6 = call i33 @lshr_i33(i33 506284935, i33 32)
  %r6 = call i32 @check_i33(i32 %r5, i32 6, i33 %got6, i33 0)
  %got7 = call i33 @ashr_i33(i33 506284935, i33 1)
  %r7 = call i32 @check_i33(i32 %r6, i32 7, i33 %got7, i33 253142467)
  %got8 = call i33 @ashr_i33(i33 506284935, i33 16)
  %r8 = call i32 @check_i33(i32 %r7, i32 8, i33 %got8, i33 7725)
  %got9 = call i33 @ashr_i33(i33 506284935, i33 32)
  %r9 = call i32 @check_i33(i32 %r8, i32 9, i33 %got9, i33 0)
  ret i32 %r9
}

define i32 @test_compare_i33() {
  %low = call i33 @opaque_i33(i33 -4294967296)
  %high = call i33 @opaque_i33(i33 4294967295)
  %minus.one = call i33 @opaque_i33(i33 -1)
  %slt.low.high = icmp slt i33 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i33 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i33 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i33 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i33 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i33 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i33 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i33 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

define i48 @add_i48(i48 %lhs, i48 %rhs) noinline {
  %sum = add i48 %lhs, %rhs
  ret i48 %sum
}

define i48 @sub_i48(i48 %lhs, i48 %rhs) noinline {
  %difference = sub i48 %lhs, %rhs
  ret i48 %difference
}

define i48 @mul_i48(i48 %lhs, i48 %rhs) noinline {
  %product = mul i48 %lhs, %rhs
  ret i48 %product
}

define i48 @sdiv_i48(i48 %lhs, i48 %rhs) noinline {
  %quotient = sdiv i48 %lhs, %rhs
  ret i48 %quotient
}

define i48 @srem_i48(i48 %lhs, i48 %rhs) noinline {
  %remainder = srem i48 %lhs, %rhs
  ret i48 %remainder
}

define i48 @udiv_i48(i48 %lhs, i48 %rhs) noinline {
  %quotient = udiv i48 %lhs, %rhs
  ret i48 %quotient
}

define i48 @urem_i48(i48 %lhs, i48 %rhs) noinline {
  %remainder = urem i48 %lhs, %rhs
  ret i48 %remainder
}

define i48 @shl_i48(i48 %lhs, i48 %rhs) noinline {
  %shifted = shl i48 %lhs, %rhs
  ret i48 %shifted
}

define i48 @lshr_i48(i48 %lhs, i48 %rhs) noinline {
  %shifted = lshr i48 %lhs, %rhs
  ret i48 %shifted
}

define i48 @ashr_i48(i48 %lhs, i48 %rhs) noinline {
  %shifted = ashr i48 %lhs, %rhs
  ret i48 %shifted
}

define i32 @test_add_sub_i48() {
  %got1 = call i48 @add_i48(i48 140737488355327, i48 1)
  %r1 = call i32 @check_i48(i32 0, i32 1, i48 %got1, i48 -140737488355328)
  %got2 = call i48 @sub_i48(i48 140737488355327, i48 1)
  %r2 = call i32 @check_i48(i32 %r1, i32 2, i48 %got2, i48 140737488355326)
  %got3 = call i48 @add_i48(i48 -140737488355328, i48 -1)
  %r3 = call i32 @check_i48(i32 %r2, i32 3, i48 %got3, i48 140737488355327)
  %got4 = call i48 @sub_i48(i48 -140737488355328, i48 -1)
  %r4 = call i32 @check_i48(i32 %r3, i32 4, i48 %got4, i48 -140737488355327)
  %got5 = call i48 @add_i48(i48 140737488355327, i48 140737488355327)
  %r5 = call i32 @check_i48(i32 %r4, i32 5, i48 %got5, i48 -2)
  %got6 = call i48 @sub_i48(i48 140737488355327, i48 140737488355327)
  %r6 = call i32 @check_i48(i32 %r5, i32 6, i48 %got6, i48 0)
  %got7 = call i48 @add_i48(i48 -46912496118443, i48 7)
  %r7 = call i32 @check_i48(i32 %r6, i32 7, i48 %got7, i48 -46912496118436)
  %got8 = call i48 @sub_i48(i48 -46912496118443, i48 7)
  %r8 = call i32 @check_i48(i32 %r7, i32 8, i48 %got8, i48 -46912496118450)
  %got9 = call i48 @add_i48(i48 112589990684263, i48 -11)
  %r9 = call i32 @check_i48(i32 %r8, i32 9, i48 %got9, i48 112589990684252)
  %got10 = call i48 @sub_i48(i48 112589990684263, i48 -11)
  %r10 = call i32 @check_i48(i32 %r9, i32 10, i48 %got10, i48 112589990684274)
  ret i32 %r10
}

define i32 @test_mul_i48() {
  %got1 = call i48 @mul_i48(i48 140737488355327, i48 1)
  %r1 = call i32 @check_i48(i32 0, i32 1, i48 %got1, i48 140737488355327)
  %got2 = call i48 @mul_i48(i48 -140737488355328, i48 -1)
  %r2 = call i32 @check_i48(i32 %r1, i32 2, i48 %got2, i48 -140737488355328)
  %got3 = call i48 @mul_i48(i48 140737488355327, i48 140737488355327)
  %r3 = call i32 @check_i48(i32 %r2, i32 3, i48 %got3, i48 1)
  %got4 = call i48 @mul_i48(i48 -46912496118443, i48 7)
  %r4 = call i32 @check_i48(i32 %r3, i32 4, i48 %got4, i48 -46912496118445)
  %got5 = call i48 @mul_i48(i48 112589990684263, i48 -11)
  %r5 = call i32 @check_i48(i32 %r4, i32 5, i48 %got5, i48 -112589990684269)
  ret i32 %r5
}

define i32 @test_sdiv_srem_i48() {
  %got1 = call i48 @sdiv_i48(i48 140737488355327, i48 1)
  %r1 = call i32 @check_i48(i32 0, i32 1, i48 %got1, i48 140737488355327)
  %got2 = call i48 @srem_i48(i48 140737488355327, i48 1)
  %r2 = call i32 @check_i48(i32 %r1, i32 2, i48 %got2, i48 0)
  %got3 = call i48 @sdiv_i48(i48 140737488355327, i48 140737488355327)
  %r3 = call i32 @check_i48(i32 %r2, i32 3, i48 %got3, i48 1)
  %got4 = call i48 @srem_i48(i48 140737488355327, i48 140737488355327)
  %r4 = call i32 @check_i48(i32 %r3, i32 4, i48 %got4, i48 0)
  %got5 = call i48 @sdiv_i48(i48 -46912496118443, i48 7)
  %r5 = call i32 @check_i48(i32 %r4, i32 5, i48 %got5, i48 -6701785159777)
  %got6 = call i48 @srem_i48(i48 -46912496118443, i48 7)
  %r6 = call i32 @check_i48(i32 %r5, i32 6, i48 %got6, i48 -4)
  %got7 = call i48 @sdiv_i48(i48 112589990684263, i48 -11)
  %r7 = call i32 @check_i48(i32 %r6, i32 7, i48 %got7, i48 -10235453698569)
  %got8 = call i48 @srem_i48(i48 112589990684263, i48 -11)
  %r8 = call i32 @check_i48(i32 %r7, i32 8, i48 %got8, i48 4)
  ret i32 %r8
}

define i32 @test_udiv_urem_i48() {
  %got1 = call i48 @udiv_i48(i48 140737488355327, i48 1)
  %r1 = call i32 @check_i48(i32 0, i32 1, i48 %got1, i48 140737488355327)
  %got2 = call i48 @urem_i48(i48 140737488355327, i48 1)
  %r2 = call i32 @check_i48(i32 %r1, i32 2, i48 %got2, i48 0)
  %got3 = call i48 @udiv_i48(i48 -140737488355328, i48 -1)
  %r3 = call i32 @check_i48(i32 %r2, i32 3, i48 %got3, i48 0)
  %got4 = call i48 @urem_i48(i48 -140737488355328, i48 -1)
  %r4 = call i32 @check_i48(i32 %r3, i32 4, i48 %got4, i48 -140737488355328)
  %got5 = call i48 @udiv_i48(i48 140737488355327, i48 140737488355327)
  %r5 = call i32 @check_i48(i32 %r4, i32 5, i48 %got5, i48 1)
  %got6 = call i48 @urem_i48(i48 140737488355327, i48 140737488355327)
  %r6 = call i32 @check_i48(i32 %r5, i32 6, i48 %got6, i48 0)
  %got7 = call i48 @udiv_i48(i48 -46912496118443, i48 7)
  %r7 = call i32 @check_i48(i32 %r6, i32 7, i48 %got7, i48 33508925798887)
  %got8 = call i48 @urem_i48(i48 -46912496118443, i48 7)
  %r8 = call i32 @check_i48(i32 %r7, i32 8, i48 %got8, i48 4)
  %got9 = call i48 @udiv_i48(i48 112589990684263, i48 -11)
  %r9 = call i32 @check_i48(i32 %r8, i32 9, i48 %got9, i48 0)
  %got10 = call i48 @urem_i48(i48 112589990684263, i48 -11)
  %r10 = call i32 @check_i48(i32 %r9, i32 10, i48 %got10, i48 112589990684263)
  ret i32 %r10
}

define i32 @test_shifts_i48() {
  %got1 = call i48 @shl_i48(i48 -115516934108281, i48 1)
  %r1 = call i32 @check_i48(i32 0, i32 1, i48 %got1, i48 50441108494094)
  %got2 = call i48 @shl_i48(i48 -115516934108281, i48 24)
  %r2 = call i32 @check_i48(i32 %r1, i32 2, i48 %got2, i48 49802410721280)
  %got3 = call i48 @shl_i48(i48 -115516934108281, i48 47)
  %r3 = call i32 @check_i48(i32 %r2, i32 3, i48 %got3, i48 -140737488355328)
  %got4 = call i48 @lshr_i48(i48 -115516934108281, i48 1)
  %r4 = call i32 @check_i48(i32 %r3, i32 4, i48 %got4, i48 82979021301187)
  %got5 = call i48 @lshr_i48(i48 -115516934108281, i48 24)
  %r5 = call i32 @check_i48(i32 %r4, i32 5, i48 %got5, i48 9891870)
  %got6 = call i48 @lshr_i48(i48 -115516934108281, i48 47)
  %r6 = call i32 @check_i48(i32 %r5, i32 6, i48 %got6, i48 1)
  %got7 = call i48 @ashr_i48(i48 -115516934108281, i48 1)
  %r7 = call i32 @check_i48(i32 %r6, i32 7, i48 %got7, i48 -57758467054141)
  %got8 = call i48 @ashr_i48(i48 -115516934108281, i48 24)
  %r8 = call i32 @check_i48(i32 %r7, i32 8, i48 %got8, i48 -6885346)
  %got9 = call i48 @ashr_i48(i48 -115516934108281, i48 47)
  %r9 = call i32 @check_i48(i32 %r8, i32 9, i48 %got9, i48 -1)
  ret i32 %r9
}

define i32 @test_compare_i48() {
  %low = call i48 @opaque_i48(i48 -140737488355328)
  %high = call i48 @opaque_i48(i48 140737488355327)
  %minus.one = call i48 @opaque_i48(i48 -1)
  %slt.low.high = icmp slt i48 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i48 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i48 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i48 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i48 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i48 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i48 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i48 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i33 @opaque_i33(i33 %value) noinline {
  %slot = alloca i33
  store volatile i33 %value, ptr %slot
  %seen = load volatile i33, ptr %slot
  ret i33 %seen
}

define internal i48 @opaque_i48(i48 %value) noinline {
  %slot = alloca i48
  store volatile i48 %value, ptr %slot
  %seen = load volatile i48, ptr %slot
  ret i48 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i33(i32 %prior, i32 %code, i33 %got, i33 %want) noinline {
  %same = icmp eq i33 %got, %want
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

define internal i32 @check_i48(i32 %prior, i32 %code, i48 %got, i48 %want) noinline {
  %same = icmp eq i48 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
