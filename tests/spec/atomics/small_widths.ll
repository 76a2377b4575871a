; Atomic operations on i8 and i16 cells that sit inside a word: the operation
; works in its own width and never touches the bytes around it.
; ORI-TARGETS: test_add_i8_inside_word add_second_byte

define i32 @test_add_i8_inside_word() {
  %bytes = alloca [4 x i8], align 4
  store volatile [4 x i8] [i8 1, i8 -2, i8 3, i8 4], ptr %bytes
  %got1 = call i8 @add_second_byte(ptr %bytes, i8 5)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -2)
  %all = load volatile [4 x i8], ptr %bytes
  %left = extractvalue [4 x i8] %all, 0
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %left, i8 1)
  %changed = extractvalue [4 x i8] %all, 1
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %changed, i8 3)
  %right = extractvalue [4 x i8] %all, 2
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %right, i8 3)
  ret i32 %r4
}

define i32 @test_sub_i16_inside_word() {
  %halves = alloca [2 x i16], align 4
  store volatile [2 x i16] [i16 0, i16 7], ptr %halves
  %amount = call i16 @opaque_i16(i16 1)
  %old = atomicrmw sub ptr %halves, i16 %amount seq_cst
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %old, i16 0)
  %all = load volatile [2 x i16], ptr %halves
  %first = extractvalue [2 x i16] %all, 0
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %first, i16 -1)
  %second = extractvalue [2 x i16] %all, 1
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %second, i16 7)
  ret i32 %r3
}

define i32 @test_nand_xchg_i8() {
  %cell = alloca i8, align 1
  %mask = call i8 @opaque_i8(i8 15)
  store volatile i8 -4, ptr %cell
  %before.nand = atomicrmw nand ptr %cell, i8 %mask seq_cst
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %before.nand, i8 -4)
  %before.xchg = atomicrmw xchg ptr %cell, i8 %mask seq_cst
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %before.xchg, i8 -13)
  %now = load volatile i8, ptr %cell
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %now, i8 15)
  ret i32 %r3
}

; Signed and unsigned order of the same bits.
define i32 @test_min_max_i8() {
  %cell = alloca i8, align 1
  %low = call i8 @opaque_i8(i8 -100)
  store volatile i8 100, ptr %cell
  %a = atomicrmw max ptr %cell, i8 %low seq_cst
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %a, i8 100)
  %b = atomicrmw umax ptr %cell, i8 %low seq_cst
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %b, i8 100)
  %c = atomicrmw umin ptr %cell, i8 -99 seq_cst
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %c, i8 -100)
  %d = atomicrmw min ptr %cell, i8 127 seq_cst
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %d, i8 -100)
  %now = load volatile i8, ptr %cell
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %now, i8 -100)
  ret i32 %r5
}

define i32 @test_min_max_i16() {
  %cell = alloca i16, align 2
  %top = call i16 @opaque_i16(i16 -32768)
  store volatile i16 5, ptr %cell
  %a = atomicrmw umax ptr %cell, i16 %top acq_rel
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %a, i16 5)
  %b = atomicrmw max ptr %cell, i16 -1 acq_rel
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %b, i16 -32768)
  %c = atomicrmw umin ptr %cell, i16 300 acq_rel
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %c, i16 -1)
  %d = atomicrmw min ptr %cell, i16 %top acq_rel
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %d, i16 300)
  %now = load volatile i16, ptr %cell
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %now, i16 -32768)
  ret i32 %r5
}

define i32 @test_bitwise_i16() {
  %cell = alloca i16, align 2
  %mask = call i16 @opaque_i16(i16 4080)
  store volatile i16 -1, ptr %cell
  %a = atomicrmw and ptr %cell, i16 %mask monotonic
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %a, i16 -1)
  %b = atomicrmw xor ptr %cell, i16 255 monotonic
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %b, i16 4080)
  %c = atomicrmw or ptr %cell, i16 -32768 monotonic
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %c, i16 3855)
  %now = load volatile i16, ptr %cell
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %now, i16 -28913)
  ret i32 %r4
}

; The bytes next to the cell must take no part in the comparison.
define i32 @test_cmpxchg_i8() {
  %bytes = alloca [4 x i8], align 4
  store volatile [4 x i8] [i8 9, i8 9, i8 -6, i8 9], ptr %bytes
  %third = getelementptr inbounds [4 x i8], ptr %bytes, i64 0, i64 2
  %expected = call i8 @opaque_i8(i8 -6)
  %won = cmpxchg ptr %third, i8 %expected, i8 50 seq_cst seq_cst
  %r1 = call i32 @check_flagged_i8(i32 0, i32 1, { i8, i1 } %won, i8 -6, i1 true)
  %lost = cmpxchg ptr %third, i8 %expected, i8 60 seq_cst seq_cst
  %r2 = call i32 @check_flagged_i8(i32 %r1, i32 2, { i8, i1 } %lost, i8 50, i1 false)
  %all = load volatile [4 x i8], ptr %bytes
  %left = extractvalue [4 x i8] %all, 1
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %left, i8 9)
  %changed = extractvalue [4 x i8] %all, 2
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %changed, i8 50)
  %right = extractvalue [4 x i8] %all, 3
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %right, i8 9)
  ret i32 %r5
}

define i32 @test_cmpxchg_i16() {
  %cell = alloca i16, align 2
  %expected = call i16 @opaque_i16(i16 -1)
  store volatile i16 -1, ptr %cell
  %won = cmpxchg ptr %cell, i16 %expected, i16 258 acq_rel acquire
  %r1 = call i32 @check_flagged_i16(i32 0, i32 1, { i16, i1 } %won, i16 -1, i1 true)
  %lost = cmpxchg ptr %cell, i16 2, i16 7 acq_rel acquire
  %r2 = call i32 @check_flagged_i16(i32 %r1, i32 2, { i16, i1 } %lost, i16 258, i1 false)
  %now = load volatile i16, ptr %cell
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %now, i16 258)
  ret i32 %r3
}

define i32 @test_load_store_small() {
  %bytes = alloca [2 x i8], align 2
  store volatile i16 0, ptr %bytes
  %second = getelementptr inbounds [2 x i8], ptr %bytes, i64 0, i64 1
  %value = call i8 @opaque_i8(i8 -128)
  store atomic i8 %value, ptr %second seq_cst, align 1
  %back = load atomic i8, ptr %second acquire, align 1
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %back, i8 -128)
  %first = load atomic i8, ptr %bytes monotonic, align 1
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %first, i8 0)
  store atomic i16 -2, ptr %bytes release, align 2
  %half = load atomic i16, ptr %bytes seq_cst, align 2
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %half, i16 -2)
  ret i32 %r3
}

define i8 @add_second_byte(ptr %bytes, i8 %amount) noinline {
  %second = getelementptr inbounds [4 x i8], ptr %bytes, i64 0, i64 1
  %old = atomicrmw add ptr %second, i8 %amount seq_cst
  ret i8 %old
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
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
