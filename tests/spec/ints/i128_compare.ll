; icmp on i128: the high halves decide, and when they are equal the low halves
; do so as unsigned numbers.

define i1 @slt_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp slt i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_slt_i128() {
  %got1 = call i1 @slt_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @slt_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @slt_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @slt_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @slt_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @slt_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  ret i32 %r6
}

define i1 @sge_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp sge i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_sge_i128() {
  %got1 = call i1 @sge_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @sge_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @sge_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @sge_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @sge_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @sge_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  ret i32 %r6
}

define i1 @sgt_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp sgt i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_sgt_i128() {
  %got1 = call i1 @sgt_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @sgt_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @sgt_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @sgt_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @sgt_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @sgt_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  ret i32 %r6
}

define i1 @sle_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp sle i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_sle_i128() {
  %got1 = call i1 @sle_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @sle_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @sle_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @sle_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @sle_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @sle_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  ret i32 %r6
}

define i1 @ult_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp ult i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ult_i128() {
  %got1 = call i1 @ult_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ult_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ult_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ult_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ult_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ult_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  ret i32 %r6
}

define i1 @uge_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp uge i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_uge_i128() {
  %got1 = call i1 @uge_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @uge_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @uge_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @uge_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @uge_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @uge_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  ret i32 %r6
}

define i1 @ugt_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp ugt i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ugt_i128() {
  %got1 = call i1 @ugt_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ugt_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ugt_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @ugt_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @ugt_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ugt_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  ret i32 %r6
}

define i1 @ule_i128(i128 %lhs, i128 %rhs) noinline {
  %holds = icmp ule i128 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ule_i128() {
  %got1 = call i1 @ule_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ule_i128(i128 u0x00000000000000010000000000000001, i128 u0x00000000000000010000000000000002)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ule_i128(i128 -1, i128 0)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ule_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0xFFFFFFFFFFFFFFFF8000000000000000)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ule_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x80000000000000000000000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ule_i128(i128 9, i128 9)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  ret i32 %r6
}

; The sign sits in the high half alone.
define i32 @test_compare_with_zero() {
  %low.top = call i128 @opaque_i128(i128 9223372036854775808)
  %low.negative = icmp slt i128 %low.top, 0
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %low.negative, i1 false)
  %high.top = call i128 @opaque_i128(i128 -170141183460469231731687303715884105728)
  %high.negative = icmp slt i128 %high.top, 0
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %high.negative, i1 true)
  %positive = icmp sgt i128 %low.top, -1
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %positive, i1 true)
  ret i32 %r3
}

define i128 @largest_unsigned(i128 %a, i128 %b, i128 %c) noinline {
  %a.above = icmp ugt i128 %a, %b
  %ab = select i1 %a.above, i128 %a, i128 %b
  %ab.above = icmp ugt i128 %ab, %c
  %abc = select i1 %ab.above, i128 %ab, i128 %c
  ret i128 %abc
}

; ORI-TARGETS: test_select_largest largest_unsigned
define i32 @test_select_largest() {
  %got1 = call i128 @largest_unsigned(i128 1, i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0x00000000000000010000000000000000)
  %got2 = call i128 @largest_unsigned(i128 -1, i128 5, i128 -2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 -1)
  %got3 = call i128 @largest_unsigned(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 3, i128 u0x80000000000000000000000000000000)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x80000000000000000000000000000000)
  %got4 = call i128 @largest_unsigned(i128 0, i128 0, i128 0)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 0)
  ret i32 %r4
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i128 @opaque_i128(i128 %value) noinline {
  %slot = alloca i128
  store volatile i128 %value, ptr %slot
  %seen = load volatile i128, ptr %slot
  ret i128 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
