; i1 as the smallest integer: its arithmetic is modulo two and its true is -1
; when read as signed.

define i1 @and_i1(i1 %lhs, i1 %rhs) noinline {
  %bits = and i1 %lhs, %rhs
  ret i1 %bits
}

define i32 @test_and_i1() {
  %got1 = call i1 @and_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @and_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @and_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @and_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  ret i32 %r4
}

define i1 @or_i1(i1 %lhs, i1 %rhs) noinline {
  %bits = or i1 %lhs, %rhs
  ret i1 %bits
}

define i32 @test_or_i1() {
  %got1 = call i1 @or_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @or_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @or_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @or_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  ret i32 %r4
}

define i1 @xor_i1(i1 %lhs, i1 %rhs) noinline {
  %bits = xor i1 %lhs, %rhs
  ret i1 %bits
}

define i32 @test_xor_i1() {
  %got1 = call i1 @xor_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @xor_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @xor_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @xor_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  ret i32 %r4
}

define i1 @add_i1(i1 %lhs, i1 %rhs) noinline {
  %sum = add i1 %lhs, %rhs
  ret i1 %sum
}

define i32 @test_add_i1() {
  %got1 = call i1 @add_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @add_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @add_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @add_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  ret i32 %r4
}

define i1 @sub_i1(i1 %lhs, i1 %rhs) noinline {
  %difference = sub i1 %lhs, %rhs
  ret i1 %difference
}

define i32 @test_sub_i1() {
  %got1 = call i1 @sub_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @sub_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @sub_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @sub_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  ret i32 %r4
}

define i1 @mul_i1(i1 %lhs, i1 %rhs) noinline {
  %product = mul i1 %lhs, %rhs
  ret i1 %product
}

define i32 @test_mul_i1() {
  %got1 = call i1 @mul_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @mul_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @mul_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @mul_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  ret i32 %r4
}

define i1 @slt_i1(i1 %lhs, i1 %rhs) noinline {
  %holds = icmp slt i1 %lhs, %rhs
  ret i1 %holds
}

define i1 @ult_i1(i1 %lhs, i1 %rhs) noinline {
  %holds = icmp ult i1 %lhs, %rhs
  ret i1 %holds
}

define i1 @sge_i1(i1 %lhs, i1 %rhs) noinline {
  %holds = icmp sge i1 %lhs, %rhs
  ret i1 %holds
}

define i1 @uge_i1(i1 %lhs, i1 %rhs) noinline {
  %holds = icmp uge i1 %lhs, %rhs
  ret i1 %holds
}

; true is -1, so it is below false.
define i32 @test_signed_order() {
  %got1 = call i1 @slt_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @slt_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @slt_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @slt_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @sge_i1(i1 false, i1 false)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @sge_i1(i1 false, i1 true)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @sge_i1(i1 true, i1 false)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @sge_i1(i1 true, i1 true)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_unsigned_order() {
  %got1 = call i1 @ult_i1(i1 false, i1 false)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ult_i1(i1 false, i1 true)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ult_i1(i1 true, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ult_i1(i1 true, i1 true)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @uge_i1(i1 false, i1 false)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @uge_i1(i1 false, i1 true)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @uge_i1(i1 true, i1 false)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @uge_i1(i1 true, i1 true)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

; zext of true is 1, sext of true is -1.
define i32 @test_extension() {
  %t = call i1 @opaque_i1(i1 true)
  %f = call i1 @opaque_i1(i1 false)
  %t.zext = zext i1 %t to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %t.zext, i32 1)
  %t.sext = sext i1 %t to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %t.sext, i32 -1)
  %f.zext = zext i1 %f to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %f.zext, i64 0)
  %f.sext = sext i1 %f to i64
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %f.sext, i64 0)
  %t.wide = sext i1 %t to i128
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %t.wide, i128 -1)
  ret i32 %r5
}

; Only the lowest bit counts.
define i32 @test_truncation() {
  %even = call i32 @opaque_i32(i32 254)
  %odd = call i32 @opaque_i32(i32 255)
  %high = call i64 @opaque_i64(i64 -9223372036854775808)
  %even.bit = trunc i32 %even to i1
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %even.bit, i1 false)
  %odd.bit = trunc i32 %odd to i1
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %odd.bit, i1 true)
  %high.bit = trunc i64 %high to i1
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %high.bit, i1 false)
  ret i32 %r3
}

; A stored i1 fills its byte with 0 or 1.
define i32 @test_in_memory() {
  %slot = alloca i8
  store i8 -1, ptr %slot
  %f = call i1 @opaque_i1(i1 false)
  store volatile i1 %f, ptr %slot
  %f.byte = load volatile i8, ptr %slot
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %f.byte, i8 0)
  %t = call i1 @opaque_i1(i1 true)
  store volatile i1 %t, ptr %slot
  %t.byte = load volatile i8, ptr %slot
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %t.byte, i8 1)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

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

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
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

define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
