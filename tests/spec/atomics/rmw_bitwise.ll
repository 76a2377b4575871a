; atomicrmw and, or, xor and nand on i32 and i64, with and without a use of
; the old value.
; ORI-TARGETS: test_nand_i32 nand_i32

define i32 @test_and_i32() {
  %cell = alloca i32, align 4
  %mask = call i32 @opaque_i32(i32 252)
  store volatile i32 4095, ptr %cell
  %old = atomicrmw and ptr %cell, i32 %mask seq_cst
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %old, i32 4095)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 252)
  ret i32 %r2
}

define i32 @test_or_i64() {
  %cell = alloca i64, align 8
  %mask = call i64 @opaque_i64(i64 -9223372036854775808)
  store volatile i64 5, ptr %cell
  %old = atomicrmw or ptr %cell, i64 %mask seq_cst
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %old, i64 5)
  %now = load volatile i64, ptr %cell
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %now, i64 -9223372036854775803)
  ret i32 %r2
}

define i32 @test_xor_i32_twice_restores() {
  %cell = alloca i32, align 4
  %mask = call i32 @opaque_i32(i32 -1431655766)
  store volatile i32 305419896, ptr %cell
  %first = atomicrmw xor ptr %cell, i32 %mask acq_rel
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 305419896)
  %second = atomicrmw xor ptr %cell, i32 %mask acq_rel
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 -1197540142)
  %now = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %now, i32 305419896)
  ret i32 %r3
}

; The new value is not (old and operand).
define i32 @test_nand_i32() {
  %cell = alloca i32, align 4
  store volatile i32 12, ptr %cell
  %got1 = call i32 @nand_i32(ptr %cell, i32 10)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 12)
  %got2 = call i32 @nand_i32(ptr %cell, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -9)
  %now = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %now, i32 8)
  ret i32 %r3
}

define i32 @test_nand_i64() {
  %cell = alloca i64, align 8
  %mask = call i64 @opaque_i64(i64 -4294967296)
  store volatile i64 -1, ptr %cell
  %old = atomicrmw nand ptr %cell, i64 %mask monotonic
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %old, i64 -1)
  %now = load volatile i64, ptr %cell
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %now, i64 4294967295)
  ret i32 %r2
}

; The old value is only used for the very bit being changed.
define i32 @test_test_and_set_bit() {
  %cell = alloca i32, align 4
  store volatile i32 5, ptr %cell
  %first = atomicrmw or ptr %cell, i32 8 seq_cst
  %first.bit = and i32 %first, 8
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.bit, i32 0)
  %second = atomicrmw or ptr %cell, i32 8 seq_cst
  %second.bit = and i32 %second, 8
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second.bit, i32 8)
  %third = atomicrmw and ptr %cell, i32 -5 seq_cst
  %third.bit = and i32 %third, 4
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %third.bit, i32 4)
  %now = load volatile i32, ptr %cell
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %now, i32 9)
  ret i32 %r4
}

define i32 @test_unused_results() {
  %cell = alloca i64, align 8
  %high = call i64 @opaque_i64(i64 1099511627776)
  store volatile i64 3, ptr %cell
  %a = atomicrmw or ptr %cell, i64 %high release
  %b = atomicrmw and ptr %cell, i64 -3 acquire
  %c = atomicrmw xor ptr %cell, i64 -1 seq_cst
  %now = load volatile i64, ptr %cell
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %now, i64 -1099511627778)
  ret i32 %r1
}

define i32 @nand_i32(ptr %cell, i32 %mask) noinline {
  %old = atomicrmw nand ptr %cell, i32 %mask seq_cst
  ret i32 %old
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
