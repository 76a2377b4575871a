; llvm.{s,u}{add,sub}.with.overflow: the wrapped result and the overflow bit at
; and around the limits, for 8 to 64 bits and an odd width.
; ORI-TARGETS: test_sadd_i32 sadd_i32
; ORI-TARGETS: test_usub_i32 usub_i32

define i32 @test_sadd_i32() {
  %got1 = call { i32, i1 } @sadd_i32(i32 5, i32 -9)
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %got1, i32 -4, i1 false)
  %got2 = call { i32, i1 } @sadd_i32(i32 2147483647, i32 0)
  %r2 = call i32 @check_flagged_i32(i32 %r1, i32 2, { i32, i1 } %got2, i32 2147483647, i1 false)
  %got3 = call { i32, i1 } @sadd_i32(i32 2147483647, i32 1)
  %r3 = call i32 @check_flagged_i32(i32 %r2, i32 3, { i32, i1 } %got3, i32 -2147483648, i1 true)
  %got4 = call { i32, i1 } @sadd_i32(i32 -2147483648, i32 -1)
  %r4 = call i32 @check_flagged_i32(i32 %r3, i32 4, { i32, i1 } %got4, i32 2147483647, i1 true)
  %got5 = call { i32, i1 } @sadd_i32(i32 -2147483648, i32 2147483647)
  %r5 = call i32 @check_flagged_i32(i32 %r4, i32 5, { i32, i1 } %got5, i32 -1, i1 false)
  ret i32 %r5
}

define i32 @test_uadd_i32() {
  %large = call i32 @opaque_i32(i32 -1)
  %one = call i32 @opaque_i32(i32 1)
  %wrapped = call { i32, i1 } @llvm.uadd.with.overflow.i32(i32 %large, i32 %one)
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %wrapped, i32 0, i1 true)
  %doubled = call { i32, i1 } @llvm.uadd.with.overflow.i32(i32 %large, i32 %large)
  %r2 = call i32 @check_flagged_i32(i32 %r1, i32 2, { i32, i1 } %doubled, i32 -2, i1 true)
  %two = call { i32, i1 } @llvm.uadd.with.overflow.i32(i32 %one, i32 %one)
  %r3 = call i32 @check_flagged_i32(i32 %r2, i32 3, { i32, i1 } %two, i32 2, i1 false)
  ret i32 %r3
}

define i32 @test_ssub_i64() {
  %low = call i64 @opaque_i64(i64 -9223372036854775808)
  %one = call i64 @opaque_i64(i64 1)
  %below = call { i64, i1 } @llvm.ssub.with.overflow.i64(i64 %low, i64 %one)
  %r1 = call i32 @check_flagged_i64(i32 0, i32 1, { i64, i1 } %below, i64 9223372036854775807, i1 true)
  %negated = call { i64, i1 } @llvm.ssub.with.overflow.i64(i64 0, i64 %low)
  %r2 = call i32 @check_flagged_i64(i32 %r1, i32 2, { i64, i1 } %negated, i64 -9223372036854775808, i1 true)
  %plain = call { i64, i1 } @llvm.ssub.with.overflow.i64(i64 %one, i64 5)
  %r3 = call i32 @check_flagged_i64(i32 %r2, i32 3, { i64, i1 } %plain, i64 -4, i1 false)
  ret i32 %r3
}

; Borrowing is overflow; equal operands do not borrow.
define i32 @test_usub_i32() {
  %got1 = call { i32, i1 } @usub_i32(i32 7, i32 7)
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %got1, i32 0, i1 false)
  %got2 = call { i32, i1 } @usub_i32(i32 7, i32 8)
  %r2 = call i32 @check_flagged_i32(i32 %r1, i32 2, { i32, i1 } %got2, i32 -1, i1 true)
  %got3 = call { i32, i1 } @usub_i32(i32 -1, i32 1)
  %r3 = call i32 @check_flagged_i32(i32 %r2, i32 3, { i32, i1 } %got3, i32 -2, i1 false)
  %got4 = call { i32, i1 } @usub_i32(i32 0, i32 -1)
  %r4 = call i32 @check_flagged_i32(i32 %r3, i32 4, { i32, i1 } %got4, i32 1, i1 true)
  ret i32 %r4
}

define i32 @test_sadd_ssub_i8() {
  %high = call i8 @opaque_i8(i8 127)
  %low = call i8 @opaque_i8(i8 -128)
  %one = call i8 @opaque_i8(i8 1)
  %above = call { i8, i1 } @llvm.sadd.with.overflow.i8(i8 %high, i8 %one)
  %r1 = call i32 @check_flagged_i8(i32 0, i32 1, { i8, i1 } %above, i8 -128, i1 true)
  %across = call { i8, i1 } @llvm.sadd.with.overflow.i8(i8 %high, i8 %low)
  %r2 = call i32 @check_flagged_i8(i32 %r1, i32 2, { i8, i1 } %across, i8 -1, i1 false)
  %spread = call { i8, i1 } @llvm.ssub.with.overflow.i8(i8 %high, i8 %low)
  %r3 = call i32 @check_flagged_i8(i32 %r2, i32 3, { i8, i1 } %spread, i8 -1, i1 true)
  %edge = call { i8, i1 } @llvm.ssub.with.overflow.i8(i8 -1, i8 %low)
  %r4 = call i32 @check_flagged_i8(i32 %r3, i32 4, { i8, i1 } %edge, i8 127, i1 false)
  ret i32 %r4
}

define i32 @test_uadd_usub_i16() {
  %high = call i16 @opaque_i16(i16 -1)
  %small = call i16 @opaque_i16(i16 3)
  %above = call { i16, i1 } @llvm.uadd.with.overflow.i16(i16 %high, i16 %small)
  %r1 = call i32 @check_flagged_i16(i32 0, i32 1, { i16, i1 } %above, i16 2, i1 true)
  %left = call { i16, i1 } @llvm.usub.with.overflow.i16(i16 %high, i16 %small)
  %r2 = call i32 @check_flagged_i16(i32 %r1, i32 2, { i16, i1 } %left, i16 -4, i1 false)
  %borrowed = call { i16, i1 } @llvm.usub.with.overflow.i16(i16 %small, i16 4)
  %r3 = call i32 @check_flagged_i16(i32 %r2, i32 3, { i16, i1 } %borrowed, i16 -1, i1 true)
  ret i32 %r3
}

; The limits are those of 24 bits, whatever register holds the value.
define i32 @test_odd_width_i24() {
  %high = call i24 @opaque_i24(i24 8388607)
  %ones = call i24 @opaque_i24(i24 -1)
  %signed = call { i24, i1 } @llvm.sadd.with.overflow.i24(i24 %high, i24 1)
  %r1 = call i32 @check_flagged_i24(i32 0, i32 1, { i24, i1 } %signed, i24 -8388608, i1 true)
  %unsigned = call { i24, i1 } @llvm.uadd.with.overflow.i24(i24 %ones, i24 1)
  %r2 = call i32 @check_flagged_i24(i32 %r1, i32 2, { i24, i1 } %unsigned, i24 0, i1 true)
  %fits = call { i24, i1 } @llvm.uadd.with.overflow.i24(i24 %high, i24 1)
  %r3 = call i32 @check_flagged_i24(i32 %r2, i32 3, { i24, i1 } %fits, i24 -8388608, i1 false)
  ret i32 %r3
}

; (2^64 - 1, 2^64 - 1) + (1, 0), low words first, carries out of both words.
define i32 @test_carry_chain_makes_128_bits() {
  %low = call i64 @opaque_i64(i64 -1)
  %high = call i64 @opaque_i64(i64 -1)
  %low.sum = call { i64, i1 } @llvm.uadd.with.overflow.i64(i64 %low, i64 1)
  %r1 = call i32 @check_flagged_i64(i32 0, i32 1, { i64, i1 } %low.sum, i64 0, i1 true)
  %carry = extractvalue { i64, i1 } %low.sum, 1
  %carry.word = zext i1 %carry to i64
  %high.sum = call { i64, i1 } @llvm.uadd.with.overflow.i64(i64 %high, i64 %carry.word)
  %r2 = call i32 @check_flagged_i64(i32 %r1, i32 2, { i64, i1 } %high.sum, i64 0, i1 true)
  ret i32 %r2
}

define i32 @test_branch_on_overflow() {
  %value = call i32 @opaque_i32(i32 2000000000)
  %sum = call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %value, i32 %value)
  %overflowed = extractvalue { i32, i1 } %sum, 1
  br i1 %overflowed, label %wrapped, label %missed

missed:
  ret i32 100

wrapped:
  %bits = extractvalue { i32, i1 } %sum, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %bits, i32 -294967296)
  ret i32 %r1
}

define { i32, i1 } @sadd_i32(i32 %lhs, i32 %rhs) noinline {
  %sum = call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %lhs, i32 %rhs)
  ret { i32, i1 } %sum
}

define { i32, i1 } @usub_i32(i32 %lhs, i32 %rhs) noinline {
  %difference = call { i32, i1 } @llvm.usub.with.overflow.i32(i32 %lhs, i32 %rhs)
  ret { i32, i1 } %difference
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

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

define internal i24 @opaque_i24(i24 %value) noinline {
  %slot = alloca i24
  store volatile i24 %value, ptr %slot
  %seen = load volatile i24, ptr %slot
  ret i24 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i32(i32 %prior, i32 %code, { i32, i1 } %got, i32 %want, i1 %flag) noinline {
  %got.value = extractvalue { i32, i1 } %got, 0
  %got.flag = extractvalue { i32, i1 } %got, 1
  %same.value = icmp eq i32 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i64(i32 %prior, i32 %code, { i64, i1 } %got, i64 %want, i1 %flag) noinline {
  %got.value = extractvalue { i64, i1 } %got, 0
  %got.flag = extractvalue { i64, i1 } %got, 1
  %same.value = icmp eq i64 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i8(i32 %prior, i32 %code, { i8, i1 } %got, i8 %want, i1 %flag) noinline {
  %got.value = extractvalue { i8, i1 } %got, 0
  %got.flag = extractvalue { i8, i1 } %got, 1
  %same.value = icmp eq i8 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i16(i32 %prior, i32 %code, { i16, i1 } %got, i16 %want, i1 %flag) noinline {
  %got.value = extractvalue { i16, i1 } %got, 0
  %got.flag = extractvalue { i16, i1 } %got, 1
  %same.value = icmp eq i16 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i24(i32 %prior, i32 %code, { i24, i1 } %got, i24 %want, i1 %flag) noinline {
  %got.value = extractvalue { i24, i1 } %got, 0
  %got.flag = extractvalue { i24, i1 } %got, 1
  %same.value = icmp eq i24 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare { i32, i1 } @llvm.uadd.with.overflow.i32(i32, i32)
declare { i64, i1 } @llvm.ssub.with.overflow.i64(i64, i64)
declare { i8, i1 } @llvm.sadd.with.overflow.i8(i8, i8)
declare { i8, i1 } @llvm.ssub.with.overflow.i8(i8, i8)
declare { i16, i1 } @llvm.uadd.with.overflow.i16(i16, i16)
declare { i16, i1 } @llvm.usub.with.overflow.i16(i16, i16)
declare { i24, i1 } @llvm.sadd.with.overflow.i24(i24, i24)
declare { i24, i1 } @llvm.uadd.with.overflow.i24(i24, i24)
declare { i64, i1 } @llvm.uadd.with.overflow.i64(i64, i64)
declare { i32, i1 } @llvm.sadd.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.usub.with.overflow.i32(i32, i32)
