; i65 and i100 take two registers each; arithmetic carries between them and
; stops at the top bit of the value.

define i65 @add_i65(i65 %lhs, i65 %rhs) noinline {
  %sum = add i65 %lhs, %rhs
  ret i65 %sum
}

define i65 @sub_i65(i65 %lhs, i65 %rhs) noinline {
  %difference = sub i65 %lhs, %rhs
  ret i65 %difference
}

define i65 @mul_i65(i65 %lhs, i65 %rhs) noinline {
  %product = mul i65 %lhs, %rhs
  ret i65 %product
}

define i65 @udiv_i65(i65 %lhs, i65 %rhs) noinline {
  %quotient = udiv i65 %lhs, %rhs
  ret i65 %quotient
}

define i65 @srem_i65(i65 %lhs, i65 %rhs) noinline {
  %remainder = srem i65 %lhs, %rhs
  ret i65 %remainder
}

define i65 @shl_i65(i65 %lhs, i65 %rhs) noinline {
  %shifted = shl i65 %lhs, %rhs
  ret i65 %shifted
}

define i65 @lshr_i65(i65 %lhs, i65 %rhs) noinline {
  %shifted = lshr i65 %lhs, %rhs
  ret i65 %shifted
}

define i65 @ashr_i65(i65 %lhs, i65 %rhs) noinline {
  %shifted = ashr i65 %lhs, %rhs
  ret i65 %shifted
}

define i32 @test_add_sub_i65() {
  %got1 = call i65 @add_i65(i65 18446744073709551615, i65 1)
  %r1 = call i32 @check_i65(i32 0, i32 1, i65 %got1, i65 -18446744073709551616)
  %got2 = call i65 @sub_i65(i65 18446744073709551615, i65 1)
  %r2 = call i32 @check_i65(i32 %r1, i32 2, i65 %got2, i65 18446744073709551614)
  %got3 = call i65 @add_i65(i65 18446744073709551615, i65 1)
  %r3 = call i32 @check_i65(i32 %r2, i32 3, i65 %got3, i65 -18446744073709551616)
  %got4 = call i65 @sub_i65(i65 18446744073709551615, i65 1)
  %r4 = call i32 @check_i65(i32 %r3, i32 4, i65 %got4, i65 18446744073709551614)
  %got5 = call i65 @add_i65(i65 -18446744073709551616, i65 -1)
  %r5 = call i32 @check_i65(i32 %r4, i32 5, i65 %got5, i65 18446744073709551615)
  %got6 = call i65 @sub_i65(i65 -18446744073709551616, i65 -1)
  %r6 = call i32 @check_i65(i32 %r5, i32 6, i65 %got6, i65 -18446744073709551615)
  %got7 = call i65 @add_i65(i65 -15905192667998458111, i65 68414056839)
  %r7 = call i32 @check_i65(i32 %r6, i32 7, i65 %got7, i65 -15905192599584401272)
  %got8 = call i65 @sub_i65(i65 -15905192667998458111, i65 68414056839)
  %r8 = call i32 @check_i65(i32 %r7, i32 8, i65 %got8, i65 -15905192736412514950)
  %got9 = call i65 @add_i65(i65 -12345678901234567890, i65 98765432109)
  %r9 = call i32 @check_i65(i32 %r8, i32 9, i65 %got9, i65 -12345678802469135781)
  %got10 = call i65 @sub_i65(i65 -12345678901234567890, i65 98765432109)
  %r10 = call i32 @check_i65(i32 %r9, i32 10, i65 %got10, i65 -12345678999999999999)
  ret i32 %r10
}

define i32 @test_mul_i65() {
  %got1 = call i65 @mul_i65(i65 18446744073709551615, i65 1)
  %r1 = call i32 @check_i65(i32 0, i32 1, i65 %got1, i65 18446744073709551615)
  %got2 = call i65 @mul_i65(i65 18446744073709551615, i65 1)
  %r2 = call i32 @check_i65(i32 %r1, i32 2, i65 %got2, i65 18446744073709551615)
  %got3 = call i65 @mul_i65(i65 -18446744073709551616, i65 -1)
  %r3 = call i32 @check_i65(i32 %r2, i32 3, i65 %got3, i65 -18446744073709551616)
  %got4 = call i65 @mul_i65(i65 -15905192667998458111, i65 68414056839)
  %r4 = call i32 @check_i65(i32 %r3, i32 4, i65 %got4, i65 -17708893001785560441)
  %got5 = call i65 @mul_i65(i65 -12345678901234567890, i65 98765432109)
  %r5 = call i32 @check_i65(i32 %r4, i32 5, i65 %got5, i65 14209329571724869398)
  ret i32 %r5
}

define i32 @test_srem_i65() {
  %got1 = call i65 @srem_i65(i65 18446744073709551615, i65 1)
  %r1 = call i32 @check_i65(i32 0, i32 1, i65 %got1, i65 0)
  %got2 = call i65 @srem_i65(i65 18446744073709551615, i65 1)
  %r2 = call i32 @check_i65(i32 %r1, i32 2, i65 %got2, i65 0)
  %got3 = call i65 @srem_i65(i65 -15905192667998458111, i65 68414056839)
  %r3 = call i32 @check_i65(i32 %r2, i32 3, i65 %got3, i65 -58732580869)
  %got4 = call i65 @srem_i65(i65 -12345678901234567890, i65 98765432109)
  %r4 = call i32 @check_i65(i32 %r3, i32 4, i65 %got4, i65 -85140432108)
  ret i32 %r4
}

define i32 @test_udiv_i65() {
  %got1 = call i65 @udiv_i65(i65 18446744073709551615, i65 1)
  %r1 = call i32 @check_i65(i32 0, i32 1, i65 %got1, i65 18446744073709551615)
  %got2 = call i65 @udiv_i65(i65 18446744073709551615, i65 1)
  %r2 = call i32 @check_i65(i32 %r1, i32 2, i65 %got2, i65 18446744073709551615)
  %got3 = call i65 @udiv_i65(i65 -18446744073709551616, i65 -1)
  %r3 = call i32 @check_i65(i32 %r2, i32 3, i65 %got3, i65 0)
  %got4 = call i65 @udiv_i65(i65 -15905192667998458111, i65 68414056839)
  %r4 = call i32 @check_i65(i32 %r3, i32 4, i65 %got4, i65 306783378)
  %got5 = call i65 @udiv_i65(i65 -12345678901234567890, i65 98765432109)
  %r5 = call i32 @check_i65(i32 %r4, i32 5, i65 %got5, i65 248546568)
  ret i32 %r5
}

define i32 @test_shifts_i65() {
  %got1 = call i65 @shl_i65(i65 3263851307459600655, i65 1)
  %r1 = call i32 @check_i65(i32 0, i32 1, i65 %got1, i65 6527702614919201310)
  %got2 = call i65 @shl_i65(i65 3263851307459600655, i65 63)
  %r2 = call i32 @check_i65(i32 %r1, i32 2, i65 %got2, i65 -9223372036854775808)
  %got3 = call i65 @shl_i65(i65 3263851307459600655, i65 64)
  %r3 = call i32 @check_i65(i32 %r2, i32 3, i65 %got3, i65 -18446744073709551616)
  %got4 = call i65 @lshr_i65(i65 3263851307459600655, i65 1)
  %r4 = call i32 @check_i65(i32 %r3, i32 4, i65 %got4, i65 1631925653729800327)
  %got5 = call i65 @lshr_i65(i65 3263851307459600655, i65 63)
  %r5 = call i32 @check_i65(i32 %r4, i32 5, i65 %got5, i65 0)
  %got6 = call i65 @lshr_i65(i65 3263851307459600655, i65 64)
  %r6 = call i32 @check_i65(i32 %r5, i32 6, i65 %got6, i65 0)
  %got7 = call i65 @ashr_i65(i65 3263851307459600655, i65 1)
  %r7 = call i32 @check_i65(i32 %r6, i32 7, i65 %got7, i65 1631925653729800327)
  %got8 = call i65 @ashr_i65(i65 3263851307459600655, i65 63)
  %r8 = call i32 @check_i65(i32 %r7, i32 8, i65 %got8, i65 0)
  %got9 = call i65 @ashr_i65(i65 3263851307459600655, i65 64)
  %r9 = call i32 @check_i65(i32 %r8, i32 9, i65 %got9, i65 0)
  ret i32 %r9
}

define i32 @test_compare_i65() {
  %low = call i65 @opaque_i65(i65 -18446744073709551616)
  %high = call i65 @opaque_i65(i65 18446744073709551615)
  %minus.one = call i65 @opaque_i65(i65 -1)
  %slt.low.high = icmp slt i65 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i65 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i65 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i65 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i65 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i65 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i65 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i65 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

define i100 @add_i100(i100 %lhs, i100 %rhs) noinline {
  %sum = add i100 %lhs, %rhs
  ret i100 %sum
}

define i100 @sub_i100(i100 %lhs, i100 %rhs) noinline {
  %difference = sub i100 %lhs, %rhs
  ret i100 %difference
}

define i100 @mul_i100(i100 %lhs, i100 %rhs) noinline {
  %product = mul i100 %lhs, %rhs
  ret i100 %product
}

define i100 @udiv_i100(i100 %lhs, i100 %rhs) noinline {
  %quotient = udiv i100 %lhs, %rhs
  ret i100 %quotient
}

define i100 @srem_i100(i100 %lhs, i100 %rhs) noinline {
  %remainder = srem i100 %lhs, %rhs
  ret i100 %remainder
}

define i100 @shl_i100(i100 %lhs, i100 %rhs) noinline {
  %shifted = shl i100 %lhs, %rhs
  ret i100 %shifted
}

define i100 @lshr_i100(i100 %lhs, i100 %rhs) noinline {
  %shifted = lshr i100 %lhs, %rhs
  ret i100 %shifted
}

define i100 @ashr_i100(i100 %lhs, i100 %rhs) noinline {
  %shifted = ashr i100 %lhs, %rhs
  ret i100 %shifted
}

define i32 @test_add_sub_i100() {
  %got1 = call i100 @add_i100(i100 18446744073709551615, i100 1)
  %r1 = call i32 @check_i100(i32 0, i32 1, i100 %got1, i100 18446744073709551616)
  %got2 = call i100 @sub_i100(i100 18446744073709551615, i100 1)
  %r2 = call i32 @check_i100(i32 %r1, i32 2, i100 %got2, i100 18446744073709551614)
  %got3 = call i100 @add_i100(i100 633825300114114700748351602687, i100 1)
  %r3 = call i32 @check_i100(i32 %r2, i32 3, i100 %got3, i100 -633825300114114700748351602688)
  %got4 = call i100 @sub_i100(i100 633825300114114700748351602687, i100 1)
  %r4 = call i32 @check_i100(i32 %r3, i32 4, i100 %got4, i100 633825300114114700748351602686)
  %got5 = call i100 @add_i100(i100 -633825300114114700748351602688, i100 -1)
  %r5 = call i32 @check_i100(i32 %r4, i32 5, i100 %got5, i100 633825300114114700748351602687)
  %got6 = call i100 @sub_i100(i100 -633825300114114700748351602688, i100 -1)
  %r6 = call i32 @check_i100(i32 %r5, i32 6, i100 %got6, i100 -633825300114114700748351602687)
  %got7 = call i100 @add_i100(i100 20988295479420645121, i100 68414056839)
  %r7 = call i32 @check_i100(i32 %r6, i32 7, i100 %got7, i100 20988295547834701960)
  %got8 = call i100 @sub_i100(i100 20988295479420645121, i100 68414056839)
  %r8 = call i32 @check_i100(i32 %r7, i32 8, i100 %got8, i100 20988295411006588282)
  %got9 = call i100 @add_i100(i100 -12345678901234567890, i100 98765432109)
  %r9 = call i32 @check_i100(i32 %r8, i32 9, i100 %got9, i100 -12345678802469135781)
  %got10 = call i100 @sub_i100(i100 -12345678901234567890, i100 98765432109)
  %r10 = call i32 @check_i100(i32 %r9, i32 10, i100 %got10, i100 -12345678999999999999)
  ret i32 %r10
}

define i32 @test_mul_i100() {
  %got1 = call i100 @mul_i100(i100 18446744073709551615, i100 1)
  %r1 = call i32 @check_i100(i32 0, i32 1, i100 %got1, i100 18446744073709551615)
  %got2 = call i100 @mul_i100(i100 633825300114114700748351602687, i100 1)
  %r2 = call i32 @check_i100(i32 %r1, i32 2, i100 %got2, i100 633825300114114700748351602687)
  %got3 = call i100 @mul_i100(i100 -633825300114114700748351602688, i100 -1)
  %r3 = call i32 @check_i100(i32 %r2, i32 3, i100 %got3, i100 -633825300114114700748351602688)
  %got4 = call i100 @mul_i100(i100 20988295479420645121, i100 68414056839)
  %r4 = call i32 @check_i100(i32 %r3, i32 4, i100 %got4, i100 168243839654581368601438827143)
  %got5 = call i100 @mul_i100(i100 -12345678901234567890, i100 98765432109)
  %r5 = call i32 @check_i100(i32 %r4, i32 5, i100 %got5, i100 48324288868832970272956825366)
  ret i32 %r5
}

define i32 @test_srem_i100() {
  %got1 = call i100 @srem_i100(i100 18446744073709551615, i100 1)
  %r1 = call i32 @check_i100(i32 0, i32 1, i100 %got1, i100 0)
  %got2 = call i100 @srem_i100(i100 633825300114114700748351602687, i100 1)
  %r2 = call i32 @check_i100(i32 %r1, i32 2, i100 %got2, i100 0)
  %got3 = call i100 @srem_i100(i100 20988295479420645121, i100 68414056839)
  %r3 = call i32 @check_i100(i32 %r2, i32 3, i100 %got3, i100 19668222979)
  %got4 = call i100 @srem_i100(i100 -12345678901234567890, i100 98765432109)
  %r4 = call i32 @check_i100(i32 %r3, i32 4, i100 %got4, i100 -85140432108)
  ret i32 %r4
}

define i32 @test_udiv_i100() {
  %got1 = call i100 @udiv_i100(i100 18446744073709551615, i100 1)
  %r1 = call i32 @check_i100(i32 0, i32 1, i100 %got1, i100 18446744073709551615)
  %got2 = call i100 @udiv_i100(i100 633825300114114700748351602687, i100 1)
  %r2 = call i32 @check_i100(i32 %r1, i32 2, i100 %got2, i100 633825300114114700748351602687)
  %got3 = call i100 @udiv_i100(i100 -633825300114114700748351602688, i100 -1)
  %r3 = call i32 @check_i100(i32 %r2, i32 3, i100 %got3, i100 0)
  %got4 = call i100 @udiv_i100(i100 20988295479420645121, i100 68414056839)
  %r4 = call i32 @check_i100(i32 %r3, i32 4, i100 %got4, i100 306783378)
  %got5 = call i100 @udiv_i100(i100 -12345678901234567890, i100 98765432109)
  %r5 = call i32 @check_i100(i32 %r4, i32 5, i100 %got5, i100 12834962325855799720)
  ret i32 %r5
}

define i32 @test_shifts_i100() {
  %got1 = call i100 @shl_i100(i100 456672862284048232978855420175, i100 1)
  %r1 = call i32 @check_i100(i32 0, i32 1, i100 %got1, i100 -354304875660132935538992365026)
  %got2 = call i100 @shl_i100(i100 456672862284048232978855420175, i100 50)
  %r2 = call i32 @check_i100(i32 %r1, i32 2, i100 %got2, i100 -149207044696114580065620066304)
  %got3 = call i100 @shl_i100(i100 456672862284048232978855420175, i100 64)
  %r3 = call i32 @check_i100(i32 %r2, i32 3, i100 %got3, i100 -577863061114993709475386359808)
  %got4 = call i100 @shl_i100(i100 456672862284048232978855420175, i100 99)
  %r4 = call i32 @check_i100(i32 %r3, i32 4, i100 %got4, i100 -633825300114114700748351602688)
  %got5 = call i100 @lshr_i100(i100 456672862284048232978855420175, i100 1)
  %r5 = call i32 @check_i100(i32 %r4, i32 5, i100 %got5, i100 228336431142024116489427710087)
  %got6 = call i100 @lshr_i100(i100 456672862284048232978855420175, i100 50)
  %r6 = call i32 @check_i100(i32 %r5, i32 6, i100 %got6, i100 405606981143378)
  %got7 = call i100 @lshr_i100(i100 456672862284048232978855420175, i100 64)
  %r7 = call i32 @check_i100(i32 %r6, i32 7, i100 %got7, i100 24756285470)
  %got8 = call i100 @lshr_i100(i100 456672862284048232978855420175, i100 99)
  %r8 = call i32 @check_i100(i32 %r7, i32 8, i100 %got8, i100 0)
  %got9 = call i100 @ashr_i100(i100 456672862284048232978855420175, i100 1)
  %r9 = call i32 @check_i100(i32 %r8, i32 9, i100 %got9, i100 228336431142024116489427710087)
  %got10 = call i100 @ashr_i100(i100 456672862284048232978855420175, i100 50)
  %r10 = call i32 @check_i100(i32 %r9, i32 10, i100 %got10, i100 405606981143378)
  %got11 = call i100 @ashr_i100(i100 456672862284048232978855420175, i100 64)
  %r11 = call i32 @check_i100(i32 %r10, i32 11, i100 %got11, i100 24756285470)
  %got12 = call i100 @ashr_i100(i100 456672862284048232978855420175, i100 99)
  %r12 = call i32 @check_i100(i32 %r11, i32 12, i100 %got12, i100 0)
  ret i32 %r12
}

define i32 @test_compare_i100() {
  %low = call i100 @opaque_i100(i100 -633825300114114700748351602688)
  %high = call i100 @opaque_i100(i100 633825300114114700748351602687)
  %minus.one = call i100 @opaque_i100(i100 -1)
  %slt.low.high = icmp slt i100 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i100 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i100 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i100 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i100 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i100 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i100 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i100 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i65 @opaque_i65(i65 %value) noinline {
  %slot = alloca i65
  store volatile i65 %value, ptr %slot
  %seen = load volatile i65, ptr %slot
  ret i65 %seen
}

define internal i100 @opaque_i100(i100 %value) noinline {
  %slot = alloca i100
  store volatile i100 %value, ptr %slot
  %seen = load volatile i100, ptr %slot
  ret i100 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i65(i32 %prior, i32 %code, i65 %got, i65 %want) noinline {
  %same = icmp eq i65 %got, %want
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

define internal i32 @check_i100(i32 %prior, i32 %code, i100 %got, i100 %want) noinline {
  %same = icmp eq i100 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
