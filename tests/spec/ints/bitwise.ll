; and, or and xor in the machine widths, with the idioms that backends turn
; into other instructions: complements, rotations, bit tests and selects.

define i8 @and_i8(i8 %lhs, i8 %rhs) noinline {
  %bits = and i8 %lhs, %rhs
  ret i8 %bits
}

define i16 @and_i16(i16 %lhs, i16 %rhs) noinline {
  %bits = and i16 %lhs, %rhs
  ret i16 %bits
}

define i32 @and_i32(i32 %lhs, i32 %rhs) noinline {
  %bits = and i32 %lhs, %rhs
  ret i32 %bits
}

define i64 @and_i64(i64 %lhs, i64 %rhs) noinline {
  %bits = and i64 %lhs, %rhs
  ret i64 %bits
}

define i8 @or_i8(i8 %lhs, i8 %rhs) noinline {
  %bits = or i8 %lhs, %rhs
  ret i8 %bits
}

define i16 @or_i16(i16 %lhs, i16 %rhs) noinline {
  %bits = or i16 %lhs, %rhs
  ret i16 %bits
}

define i32 @or_i32(i32 %lhs, i32 %rhs) noinline {
  %bits = or i32 %lhs, %rhs
  ret i32 %bits
}

define i64 @or_i64(i64 %lhs, i64 %rhs) noinline {
  %bits = or i64 %lhs, %rhs
  ret i64 %bits
}

define i8 @xor_i8(i8 %lhs, i8 %rhs) noinline {
  %bits = xor i8 %lhs, %rhs
  ret i8 %bits
}

define i16 @xor_i16(i16 %lhs, i16 %rhs) noinline {
  %bits = xor i16 %lhs, %rhs
  ret i16 %bits
}

define i32 @xor_i32(i32 %lhs, i32 %rhs) noinline {
  %bits = xor i32 %lhs, %rhs
  ret i32 %bits
}

define i64 @xor_i64(i64 %lhs, i64 %rhs) noinline {
  %bits = xor i64 %lhs, %rhs
  ret i64 %bits
}

define i32 @test_and() {
  %got1 = call i8 @and_i8(i8 15, i8 51)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 3)
  %got2 = call i8 @and_i8(i8 -1, i8 51)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 51)
  %got3 = call i16 @and_i16(i16 3870, i16 13260)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 780)
  %got4 = call i16 @and_i16(i16 -1, i16 13260)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 13260)
  %got5 = call i32 @and_i32(i32 253635900, i32 869029290)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 51119400)
  %got6 = call i32 @and_i32(i32 -1, i32 869029290)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 869029290)
  %got7 = call i64 @and_i64(i64 1089357896855742840, i64 3732452380083529155)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 219556151380943168)
  %got8 = call i64 @and_i64(i64 -1, i64 3732452380083529155)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 3732452380083529155)
  ret i32 %r8
}

define i32 @test_or() {
  %got1 = call i8 @or_i8(i8 15, i8 51)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 63)
  %got2 = call i8 @or_i8(i8 -1, i8 51)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -1)
  %got3 = call i16 @or_i16(i16 3870, i16 13260)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 16350)
  %got4 = call i16 @or_i16(i16 -1, i16 13260)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -1)
  %got5 = call i32 @or_i32(i32 253635900, i32 869029290)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 1071545790)
  %got6 = call i32 @or_i32(i32 -1, i32 869029290)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 -1)
  %got7 = call i64 @or_i64(i64 1089357896855742840, i64 3732452380083529155)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 4602254125558328827)
  %got8 = call i64 @or_i64(i64 -1, i64 3732452380083529155)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 -1)
  ret i32 %r8
}

define i32 @test_xor() {
  %got1 = call i8 @xor_i8(i8 15, i8 51)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 60)
  %got2 = call i8 @xor_i8(i8 -1, i8 51)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -52)
  %got3 = call i16 @xor_i16(i16 3870, i16 13260)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 15570)
  %got4 = call i16 @xor_i16(i16 -1, i16 13260)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -13261)
  %got5 = call i32 @xor_i32(i32 253635900, i32 869029290)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 1020426390)
  %got6 = call i32 @xor_i32(i32 -1, i32 869029290)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 -869029291)
  %got7 = call i64 @xor_i64(i64 1089357896855742840, i64 3732452380083529155)
  %r7 = call i32 @check_i64(i32 %r6, i32 7, i64 %got7, i64 4382697974177385659)
  %got8 = call i64 @xor_i64(i64 -1, i64 3732452380083529155)
  %r8 = call i32 @check_i64(i32 %r7, i32 8, i64 %got8, i64 -3732452380083529156)
  ret i32 %r8
}

; The complement may become part of an and-not instruction.
define i32 @test_and_with_complement() {
  %x = call i32 @opaque_i32(i32 -559038737)
  %mask = call i32 @opaque_i32(i32 16776960)
  %complement = xor i32 %mask, -1
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %complement, i32 -16776961)
  %outside = and i32 %x, %complement
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %outside, i32 -570425105)
  %filled = or i32 %x, %complement
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %filled, i32 -5390593)
  ret i32 %r3
}

; The usual rotation, defined for every amount.
define i32 @rotate_left_i32(i32 %value, i32 %amount) noinline {
  %back = sub i32 0, %amount
  %left.amount = and i32 %amount, 31
  %right.amount = and i32 %back, 31
  %high = shl i32 %value, %left.amount
  %low = lshr i32 %value, %right.amount
  %rotated = or i32 %high, %low
  ret i32 %rotated
}

define i32 @test_rotate_idiom() {
  %got1 = call i32 @rotate_left_i32(i32 -1985229329, i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1985229329)
  %got2 = call i32 @rotate_left_i32(i32 -1985229329, i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 324508639)
  %got3 = call i32 @rotate_left_i32(i32 -1985229329, i32 4)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -1698898184)
  %got4 = call i32 @rotate_left_i32(i32 -1985229329, i32 16)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -839939669)
  %got5 = call i32 @rotate_left_i32(i32 -1985229329, i32 31)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -992614665)
  %got6 = call i32 @rotate_left_i32(i32 -1985229329, i32 32)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 -1985229329)
  %got7 = call i32 @rotate_left_i32(i32 -1985229329, i32 35)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 1298034556)
  ret i32 %r7
}

; Counts set bits by clearing the lowest one each round.
define i32 @set_bits_i64(i64 %value) noinline {
entry:
  br label %head

head:
  %rest = phi i64 [ %value, %entry ], [ %rest.next, %body ]
  %count = phi i32 [ 0, %entry ], [ %count.next, %body ]
  %empty = icmp eq i64 %rest, 0
  br i1 %empty, label %exit, label %body

body:
  %less = sub i64 %rest, 1
  %rest.next = and i64 %rest, %less
  %count.next = add i32 %count, 1
  br label %head

exit:
  ret i32 %count
}

; ORI-TARGETS: test_clear_lowest_bit_loop set_bits_i64
define i32 @test_clear_lowest_bit_loop() {
  %got1 = call i32 @set_bits_i64(i64 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @set_bits_i64(i64 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1)
  %got3 = call i32 @set_bits_i64(i64 -1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 64)
  %got4 = call i32 @set_bits_i64(i64 -9223372036854775808)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 1)
  %got5 = call i32 @set_bits_i64(i64 81985529216486895)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 32)
  ret i32 %r5
}

define i32 @test_isolate_lowest_bit() {
  %x = call i32 @opaque_i32(i32 -1024)
  %negated = sub i32 0, %x
  %lowest = and i32 %x, %negated
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %lowest, i32 1024)
  %y = call i64 @opaque_i64(i64 -9223372036854775808)
  %y.negated = sub i64 0, %y
  %y.lowest = and i64 %y, %y.negated
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %y.lowest, i64 -9223372036854775808)
  ret i32 %r2
}

define i32 @test_xor_swap() {
  %first = call i64 @opaque_i64(i64 1311768467463790320)
  %second = call i64 @opaque_i64(i64 -81985529216486896)
  %both = xor i64 %first, %second
  %second.now = xor i64 %both, %second
  %first.now = xor i64 %both, %second.now
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %second.now, i64 1311768467463790320)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %first.now, i64 -81985529216486896)
  ret i32 %r2
}

; Takes each bit from ones where the mask is set, else from zeros.
define i32 @merge_i32(i32 %mask, i32 %ones, i32 %zeros) noinline {
  %differ = xor i32 %ones, %zeros
  %chosen = and i32 %differ, %mask
  %merged = xor i32 %zeros, %chosen
  ret i32 %merged
}

define i32 @test_masked_merge() {
  %got1 = call i32 @merge_i32(i32 -16711936, i32 287454020, i32 -1430532899)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 297481181)
  %got2 = call i32 @merge_i32(i32 0, i32 1, i32 2)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 2)
  %got3 = call i32 @merge_i32(i32 -1, i32 1, i32 2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1)
  %got4 = call i32 @merge_i32(i32 252645135, i32 -1, i32 0)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 252645135)
  ret i32 %r4
}

define i32 @test_bit_test_branch() {
entry:
  %word = call i32 @opaque_i32(i32 1048576)
  %bit = and i32 %word, 1048576
  %set = icmp ne i32 %bit, 0
  br i1 %set, label %other.bit, label %first.wrong

first.wrong:
  ret i32 1

other.bit:
  %neighbour = and i32 %word, 524288
  %clear = icmp eq i32 %neighbour, 0
  br i1 %clear, label %good, label %second.wrong

second.wrong:
  ret i32 2

good:
  ret i32 0
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
