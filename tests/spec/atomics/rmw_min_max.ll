; atomicrmw max, min, umax and umin: signed and unsigned order differ, and a
; losing operand leaves memory as it was.
; ORI-TARGETS: test_max_i32 max_i32
; ORI-TARGETS: test_umin_i32 umin_i32

define i32 @test_max_i32() {
  %cell = alloca i32, align 4
  store volatile i32 -3, ptr %cell
  %got1 = call i32 @max_i32(ptr %cell, i32 -7)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -3)
  %got2 = call i32 @max_i32(ptr %cell, i32 9)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -3)
  %got3 = call i32 @max_i32(ptr %cell, i32 -2147483648)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 9)
  %now = load volatile i32, ptr %cell
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %now, i32 9)
  ret i32 %r4
}

define i32 @test_min_i32() {
  %cell = alloca i32, align 4
  %lower = call i32 @opaque_i32(i32 -20)
  %higher = call i32 @opaque_i32(i32 20)
  store volatile i32 5, ptr %cell
  %kept = atomicrmw min ptr %cell, i32 %higher seq_cst
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %kept, i32 5)
  %replaced = atomicrmw min ptr %cell, i32 %lower seq_cst
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %replaced, i32 5)
  %now = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %now, i32 -20)
  ret i32 %r3
}

; -1 is the largest unsigned value.
define i32 @test_umax_i32() {
  %cell = alloca i32, align 4
  %ones = call i32 @opaque_i32(i32 -1)
  store volatile i32 2147483647, ptr %cell
  %old = atomicrmw umax ptr %cell, i32 %ones seq_cst
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %old, i32 2147483647)
  %kept = atomicrmw umax ptr %cell, i32 5 seq_cst
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %kept, i32 -1)
  %now = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %now, i32 -1)
  ret i32 %r3
}

define i32 @test_umin_i32() {
  %cell = alloca i32, align 4
  store volatile i32 -2147483648, ptr %cell
  %got1 = call i32 @umin_i32(ptr %cell, i32 -1)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -2147483648)
  %got2 = call i32 @umin_i32(ptr %cell, i32 2147483647)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483648)
  %got3 = call i32 @umin_i32(ptr %cell, i32 -5)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 2147483647)
  %now = load volatile i32, ptr %cell
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %now, i32 2147483647)
  ret i32 %r4
}

define i32 @test_signed_i64() {
  %cell = alloca i64, align 8
  %large = call i64 @opaque_i64(i64 4294967296)
  store volatile i64 4294967295, ptr %cell
  %first = atomicrmw max ptr %cell, i64 %large acq_rel
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %first, i64 4294967295)
  %second = atomicrmw min ptr %cell, i64 -4294967296 acq_rel
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %second, i64 4294967296)
  %now = load volatile i64, ptr %cell
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %now, i64 -4294967296)
  ret i32 %r3
}

define i32 @test_unsigned_i64() {
  %cell = alloca i64, align 8
  %top = call i64 @opaque_i64(i64 -9223372036854775808)
  store volatile i64 7, ptr %cell
  %first = atomicrmw umax ptr %cell, i64 %top monotonic
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %first, i64 7)
  %second = atomicrmw umin ptr %cell, i64 -1 monotonic
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %second, i64 -9223372036854775808)
  %now = load volatile i64, ptr %cell
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %now, i64 -9223372036854775808)
  ret i32 %r3
}

define i32 @test_equal_operand_changes_nothing() {
  %cell = alloca i32, align 4
  %same = call i32 @opaque_i32(i32 -8)
  store volatile i32 -8, ptr %cell
  %a = atomicrmw max ptr %cell, i32 %same seq_cst
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %a, i32 -8)
  %b = atomicrmw umin ptr %cell, i32 %same seq_cst
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %b, i32 -8)
  %now = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %now, i32 -8)
  ret i32 %r3
}

define i32 @max_i32(ptr %cell, i32 %operand) noinline {
  %old = atomicrmw max ptr %cell, i32 %operand seq_cst
  ret i32 %old
}

define i32 @umin_i32(ptr %cell, i32 %operand) noinline {
  %old = atomicrmw umin ptr %cell, i32 %operand seq_cst
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
