; icmp ult, ule, ugt and uge in the machine widths, at the places where
; a signed comparison would decide otherwise; results as values, as branches and as selects.

define i1 @ult_i32(i32 %lhs, i32 %rhs) noinline {
  %holds = icmp ult i32 %lhs, %rhs
  ret i1 %holds
}

define i1 @ule_i32(i32 %lhs, i32 %rhs) noinline {
  %holds = icmp ule i32 %lhs, %rhs
  ret i1 %holds
}

define i1 @ugt_i32(i32 %lhs, i32 %rhs) noinline {
  %holds = icmp ugt i32 %lhs, %rhs
  ret i1 %holds
}

define i1 @uge_i32(i32 %lhs, i32 %rhs) noinline {
  %holds = icmp uge i32 %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ult_i32() {
  %got1 = call i1 @ult_i32(i32 1, i32 2)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ult_i32(i32 2, i32 1)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ult_i32(i32 5, i32 5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ult_i32(i32 -1, i32 0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @ult_i32(i32 0, i32 -1)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ult_i32(i32 -2147483648, i32 2147483647)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @ult_i32(i32 2147483647, i32 -2147483648)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @ult_i32(i32 -1, i32 -2)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  ret i32 %r8
}

define i32 @test_ule_i32() {
  %got1 = call i1 @ule_i32(i32 1, i32 2)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ule_i32(i32 2, i32 1)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ule_i32(i32 5, i32 5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @ule_i32(i32 -1, i32 0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @ule_i32(i32 0, i32 -1)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ule_i32(i32 -2147483648, i32 2147483647)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @ule_i32(i32 2147483647, i32 -2147483648)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @ule_i32(i32 -1, i32 -2)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  ret i32 %r8
}

define i32 @test_ugt_i32() {
  %got1 = call i1 @ugt_i32(i32 1, i32 2)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ugt_i32(i32 2, i32 1)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ugt_i32(i32 5, i32 5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ugt_i32(i32 -1, i32 0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ugt_i32(i32 0, i32 -1)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ugt_i32(i32 -2147483648, i32 2147483647)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @ugt_i32(i32 2147483647, i32 -2147483648)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ugt_i32(i32 -1, i32 -2)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_uge_i32() {
  %got1 = call i1 @uge_i32(i32 1, i32 2)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @uge_i32(i32 2, i32 1)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @uge_i32(i32 5, i32 5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @uge_i32(i32 -1, i32 0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @uge_i32(i32 0, i32 -1)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @uge_i32(i32 -2147483648, i32 2147483647)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @uge_i32(i32 2147483647, i32 -2147483648)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @uge_i32(i32 -1, i32 -2)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_unsigned_i8() {
  %low = call i8 @opaque_i8(i8 -128)
  %high = call i8 @opaque_i8(i8 127)
  %minus.one = call i8 @opaque_i8(i8 -1)
  %one = call i8 @opaque_i8(i8 1)
  %ult.low.high = icmp ult i8 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %ult.low.high, i1 false)
  %ule.one.one = icmp ule i8 %one, %one
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ule.one.one, i1 true)
  %ugt.high.minus.one = icmp ugt i8 %high, %minus.one
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %ugt.high.minus.one, i1 false)
  %uge.low.minus.one = icmp uge i8 %low, %minus.one
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %uge.low.minus.one, i1 false)
  %ult.minus.one.one = icmp ult i8 %minus.one, %one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %ult.minus.one.one, i1 false)
  %ule.minus.one.low = icmp ule i8 %minus.one, %low
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %ule.minus.one.low, i1 false)
  %ugt.high.low = icmp ugt i8 %high, %low
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %ugt.high.low, i1 false)
  %uge.one.high = icmp uge i8 %one, %high
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %uge.one.high, i1 false)
  ret i32 %r8
}

define i32 @test_unsigned_i16() {
  %low = call i16 @opaque_i16(i16 -32768)
  %high = call i16 @opaque_i16(i16 32767)
  %minus.one = call i16 @opaque_i16(i16 -1)
  %one = call i16 @opaque_i16(i16 1)
  %ult.low.high = icmp ult i16 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %ult.low.high, i1 false)
  %ule.one.one = icmp ule i16 %one, %one
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ule.one.one, i1 true)
  %ugt.high.minus.one = icmp ugt i16 %high, %minus.one
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %ugt.high.minus.one, i1 false)
  %uge.low.minus.one = icmp uge i16 %low, %minus.one
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %uge.low.minus.one, i1 false)
  %ult.minus.one.one = icmp ult i16 %minus.one, %one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %ult.minus.one.one, i1 false)
  %ule.minus.one.low = icmp ule i16 %minus.one, %low
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %ule.minus.one.low, i1 false)
  %ugt.high.low = icmp ugt i16 %high, %low
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %ugt.high.low, i1 false)
  %uge.one.high = icmp uge i16 %one, %high
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %uge.one.high, i1 false)
  ret i32 %r8
}

define i32 @test_unsigned_i64() {
  %low = call i64 @opaque_i64(i64 -9223372036854775808)
  %high = call i64 @opaque_i64(i64 9223372036854775807)
  %minus.one = call i64 @opaque_i64(i64 -1)
  %one = call i64 @opaque_i64(i64 1)
  %ult.low.high = icmp ult i64 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %ult.low.high, i1 false)
  %ule.one.one = icmp ule i64 %one, %one
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ule.one.one, i1 true)
  %ugt.high.minus.one = icmp ugt i64 %high, %minus.one
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %ugt.high.minus.one, i1 false)
  %uge.low.minus.one = icmp uge i64 %low, %minus.one
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %uge.low.minus.one, i1 false)
  %ult.minus.one.one = icmp ult i64 %minus.one, %one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %ult.minus.one.one, i1 false)
  %ule.minus.one.low = icmp ule i64 %minus.one, %low
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %ule.minus.one.low, i1 false)
  %ugt.high.low = icmp ugt i64 %high, %low
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %ugt.high.low, i1 false)
  %uge.one.high = icmp uge i64 %one, %high
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %uge.one.high, i1 false)
  ret i32 %r8
}

; Comparison and select make a minimum and a maximum.
define i64 @clamp_i64(i64 %value, i64 %low, i64 %high) noinline {
  %below = icmp ult i64 %value, %low
  %raised = select i1 %below, i64 %low, i64 %value
  %above = icmp ugt i64 %raised, %high
  %clamped = select i1 %above, i64 %high, i64 %raised
  ret i64 %clamped
}

; ORI-TARGETS: test_clamp_by_select clamp_i64
define i32 @test_clamp_by_select() {
  %got1 = call i64 @clamp_i64(i64 5, i64 0, i64 10)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 5)
  %got2 = call i64 @clamp_i64(i64 -5, i64 0, i64 10)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 10)
  %got3 = call i64 @clamp_i64(i64 50, i64 0, i64 10)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 10)
  %got4 = call i64 @clamp_i64(i64 -9223372036854775808, i64 3, i64 -3)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -9223372036854775808)
  %got5 = call i64 @clamp_i64(i64 9223372036854775807, i64 -3, i64 -2)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 -3)
  ret i32 %r5
}

; Comparisons with constants next to the ends of the range.
define i32 @test_compare_with_constants() {
  %x = call i32 @opaque_i32(i32 -1)
  %y = call i32 @opaque_i32(i32 2147483647)
  %x.ult.1 = icmp ult i32 %x, 0
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %x.ult.1, i1 false)
  %x.ugt.2 = icmp ugt i32 %x, -2
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %x.ugt.2, i1 true)
  %y.uge.3 = icmp uge i32 %y, -1
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %y.uge.3, i1 false)
  %y.ule.4 = icmp ule i32 %y, 2147483646
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %y.ule.4, i1 false)
  %x.uge.5 = icmp uge i32 %x, -2147483648
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %x.uge.5, i1 true)
  %y.ult.6 = icmp ult i32 %y, -2147483648
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %y.ult.6, i1 true)
  ret i32 %r6
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
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
