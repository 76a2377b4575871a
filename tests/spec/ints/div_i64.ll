; All four divisions on i64, with operands beyond 32 bits, which a divider that
; tries 32 bits first must not get wrong.

define i64 @sdiv_i64(i64 %lhs, i64 %rhs) noinline {
  %quotient = sdiv i64 %lhs, %rhs
  ret i64 %quotient
}

define i64 @srem_i64(i64 %lhs, i64 %rhs) noinline {
  %remainder = srem i64 %lhs, %rhs
  ret i64 %remainder
}

define i64 @udiv_i64(i64 %lhs, i64 %rhs) noinline {
  %quotient = udiv i64 %lhs, %rhs
  ret i64 %quotient
}

define i64 @urem_i64(i64 %lhs, i64 %rhs) noinline {
  %remainder = urem i64 %lhs, %rhs
  ret i64 %remainder
}

define i32 @test_sdiv_i64() {
  %got1 = call i64 @sdiv_i64(i64 1000000000000000000, i64 7)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 142857142857142857)
  %got2 = call i64 @sdiv_i64(i64 -1000000000000000000, i64 7)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -142857142857142857)
  %got3 = call i64 @sdiv_i64(i64 1000000000000000000, i64 -1000000000)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 -1000000000)
  %got4 = call i64 @sdiv_i64(i64 9223372036854775807, i64 -1)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -9223372036854775807)
  %got5 = call i64 @sdiv_i64(i64 -9223372036854775808, i64 3)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -3074457345618258602)
  %got6 = call i64 @sdiv_i64(i64 -9223372036854775808, i64 -9223372036854775808)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1)
  %got7 = call i64 @sdiv_i64(i64 123, i64 4294967296)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 0)
  ret i32 %r7
}

define i32 @test_srem_i64() {
  %got1 = call i64 @srem_i64(i64 1000000000000000000, i64 7)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 1)
  %got2 = call i64 @srem_i64(i64 -1000000000000000000, i64 7)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -1)
  %got3 = call i64 @srem_i64(i64 1000000000000000000, i64 -1000000000)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 0)
  %got4 = call i64 @srem_i64(i64 9223372036854775807, i64 -1)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 0)
  %got5 = call i64 @srem_i64(i64 -9223372036854775808, i64 3)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -2)
  %got6 = call i64 @srem_i64(i64 -9223372036854775808, i64 -9223372036854775808)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 0)
  %got7 = call i64 @srem_i64(i64 123, i64 4294967296)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 123)
  ret i32 %r7
}

define i32 @test_udiv_i64() {
  %got1 = call i64 @udiv_i64(i64 1000000000000000000, i64 7)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 142857142857142857)
  %got2 = call i64 @udiv_i64(i64 -1000000000000000000, i64 7)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 2492392010529935945)
  %got3 = call i64 @udiv_i64(i64 1000000000000000000, i64 -1000000000)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 0)
  %got4 = call i64 @udiv_i64(i64 9223372036854775807, i64 -1)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 0)
  %got5 = call i64 @udiv_i64(i64 -9223372036854775808, i64 3)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 3074457345618258602)
  %got6 = call i64 @udiv_i64(i64 -9223372036854775808, i64 -9223372036854775808)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 1)
  %got7 = call i64 @udiv_i64(i64 123, i64 4294967296)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 0)
  ret i32 %r7
}

define i32 @test_urem_i64() {
  %got1 = call i64 @urem_i64(i64 1000000000000000000, i64 7)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 1)
  %got2 = call i64 @urem_i64(i64 -1000000000000000000, i64 7)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 1)
  %got3 = call i64 @urem_i64(i64 1000000000000000000, i64 -1000000000)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 1000000000000000000)
  %got4 = call i64 @urem_i64(i64 9223372036854775807, i64 -1)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 9223372036854775807)
  %got5 = call i64 @urem_i64(i64 -9223372036854775808, i64 3)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 2)
  %got6 = call i64 @urem_i64(i64 -9223372036854775808, i64 -9223372036854775808)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 0)
  %got7 = call i64 @urem_i64(i64 123, i64 4294967296)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 123)
  ret i32 %r7
}

; Operands on either side of the 32-bit boundary.
define i32 @test_mixed_halves() {
  %got1 = call i64 @udiv_i64(i64 4294967295, i64 3)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 1431655765)
  %got2 = call i64 @udiv_i64(i64 4294967296, i64 3)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 1431655765)
  %got3 = call i64 @udiv_i64(i64 4294967296, i64 4294967295)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 1)
  %got4 = call i64 @udiv_i64(i64 4294967295, i64 4294967296)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 0)
  %got5 = call i64 @urem_i64(i64 4294967296, i64 4294967295)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 1)
  %got6 = call i64 @urem_i64(i64 4294967295, i64 4294967296)
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %got6, i64 4294967295)
  ret i32 %r6
}

define i32 @test_sdiv_i64_by_constants() {
  %first = call i64 @opaque_i64(i64 -9223372036854775808)
  %first.by3 = sdiv i64 %first, 3
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %first.by3, i64 -3074457345618258602)
  %first.by10 = sdiv i64 %first, 10
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %first.by10, i64 -922337203685477580)
  %first.by64 = sdiv i64 %first, 64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %first.by64, i64 -144115188075855872)
  %first.by.minus.9 = sdiv i64 %first, -9
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %first.by.minus.9, i64 1024819115206086200)
  %first.by1e9 = sdiv i64 %first, 1000000000
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %first.by1e9, i64 -9223372036)
  %second = call i64 @opaque_i64(i64 1000000000000000001)
  %second.by3 = sdiv i64 %second, 3
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %second.by3, i64 333333333333333333)
  %second.by10 = sdiv i64 %second, 10
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %second.by10, i64 100000000000000000)
  %second.by64 = sdiv i64 %second, 64
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %second.by64, i64 15625000000000000)
  %second.by.minus.9 = sdiv i64 %second, -9
  %r9 = call i32 @check_i64(i32 %r8, i32 9, i64 %second.by.minus.9, i64 -111111111111111111)
  %second.by1e9 = sdiv i64 %second, 1000000000
  %r10 = call i32 @check_i64(i32 %r9, i32 10, i64 %second.by1e9, i64 1000000000)
  ret i32 %r10
}

define i32 @test_udiv_i64_by_constants() {
  %first = call i64 @opaque_i64(i64 -1)
  %first.by3 = udiv i64 %first, 3
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %first.by3, i64 6148914691236517205)
  %first.by7 = udiv i64 %first, 7
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %first.by7, i64 2635249153387078802)
  %first.by10 = udiv i64 %first, 10
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %first.by10, i64 1844674407370955161)
  %first.by4096 = udiv i64 %first, 4096
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %first.by4096, i64 4503599627370495)
  %second = call i64 @opaque_i64(i64 -9223372036854775803)
  %second.by3 = udiv i64 %second, 3
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %second.by3, i64 3074457345618258604)
  %second.by7 = udiv i64 %second, 7
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %second.by7, i64 1317624576693539401)
  %second.by10 = udiv i64 %second, 10
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %second.by10, i64 922337203685477581)
  %second.by4096 = udiv i64 %second, 4096
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %second.by4096, i64 2251799813685248)
  ret i32 %r8
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
