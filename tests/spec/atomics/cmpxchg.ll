; cmpxchg: success writes, failure only reads; the pair holds the value seen and
; the flag. Weak forms are retried until they succeed.
; ORI-TARGETS: test_weak_in_retry_loop multiply_cell

@owner = internal global ptr null, align 8

define i32 @test_success_i32() {
  %cell = alloca i32, align 4
  %expected = call i32 @opaque_i32(i32 5)
  %new = call i32 @opaque_i32(i32 9)
  store volatile i32 5, ptr %cell
  %pair = cmpxchg ptr %cell, i32 %expected, i32 %new seq_cst seq_cst
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %pair, i32 5, i1 true)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 9)
  ret i32 %r2
}

define i32 @test_failure_i32() {
  %cell = alloca i32, align 4
  %expected = call i32 @opaque_i32(i32 6)
  %new = call i32 @opaque_i32(i32 9)
  store volatile i32 5, ptr %cell
  %pair = cmpxchg ptr %cell, i32 %expected, i32 %new acq_rel monotonic
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %pair, i32 5, i1 false)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 5)
  ret i32 %r2
}

; The expected value is right in its low half only.
define i32 @test_i64_compares_all_bits() {
  %cell = alloca i64, align 8
  %expected = call i64 @opaque_i64(i64 1)
  store volatile i64 4294967297, ptr %cell
  %wrong = cmpxchg ptr %cell, i64 %expected, i64 -1 seq_cst acquire
  %r1 = call i32 @check_flagged_i64(i32 0, i32 1, { i64, i1 } %wrong, i64 4294967297, i1 false)
  %right.value = add i64 %expected, 4294967296
  %right = cmpxchg ptr %cell, i64 %right.value, i64 -1 seq_cst acquire
  %r2 = call i32 @check_flagged_i64(i32 %r1, i32 2, { i64, i1 } %right, i64 4294967297, i1 true)
  %now = load volatile i64, ptr %cell
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %now, i64 -1)
  ret i32 %r3
}

; Only the first of two claims wins.
define i32 @test_pointer_cell() {
  %mine = call ptr @opaque_ptr(ptr @owner)
  store volatile ptr null, ptr @owner
  %first = cmpxchg ptr @owner, ptr null, ptr %mine acq_rel acquire
  %first.won = extractvalue { ptr, i1 } %first, 1
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %first.won, i1 true)
  %other = alloca i8
  %second = cmpxchg ptr @owner, ptr null, ptr %other acq_rel acquire
  %second.won = extractvalue { ptr, i1 } %second, 1
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %second.won, i1 false)
  %holder = extractvalue { ptr, i1 } %second, 0
  %r3 = call i32 @check_ptr(i32 %r2, i32 3, ptr %holder, ptr @owner)
  ret i32 %r3
}

; A weak cmpxchg with a wrong expectation always fails.
define i32 @test_weak_failure_reads() {
  %cell = alloca i32, align 4
  %expected = call i32 @opaque_i32(i32 1)
  store volatile i32 2, ptr %cell
  %pair = cmpxchg weak ptr %cell, i32 %expected, i32 3 monotonic monotonic
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %pair, i32 2, i1 false)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 2)
  ret i32 %r2
}

define i32 @test_weak_in_retry_loop() {
  %cell = alloca i32, align 4
  store volatile i32 6, ptr %cell
  %got1 = call i32 @multiply_cell(ptr %cell, i32 7)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 6)
  %got2 = call i32 @multiply_cell(ptr %cell, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 42)
  %now = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %now, i32 -42)
  ret i32 %r3
}

define i32 @test_branch_on_flag() {
  %cell = alloca i32, align 4
  %expected = call i32 @opaque_i32(i32 0)
  store volatile i32 0, ptr %cell
  %lock = cmpxchg ptr %cell, i32 %expected, i32 1 acquire monotonic
  %locked = extractvalue { i32, i1 } %lock, 1
  br i1 %locked, label %held, label %missed

missed:
  ret i32 100

held:
  %again = cmpxchg ptr %cell, i32 %expected, i32 1 acquire monotonic
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %again, i32 1, i1 false)
  store atomic i32 0, ptr %cell release, align 4
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 0)
  ret i32 %r2
}

define i32 @test_volatile_cmpxchg() {
  %cell = alloca i64, align 8
  %expected = call i64 @opaque_i64(i64 -3)
  store volatile i64 -3, ptr %cell
  %pair = cmpxchg volatile ptr %cell, i64 %expected, i64 3 release monotonic
  %r1 = call i32 @check_flagged_i64(i32 0, i32 1, { i64, i1 } %pair, i64 -3, i1 true)
  %now = load volatile i64, ptr %cell
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %now, i64 3)
  ret i32 %r2
}

; Multiplies the cell and returns what it held before.
define i32 @multiply_cell(ptr %cell, i32 %factor) noinline {
entry:
  %start = load atomic i32, ptr %cell monotonic, align 4
  br label %retry

retry:
  %seen = phi i32 [ %start, %entry ], [ %actual, %retry ]
  %wanted = mul i32 %seen, %factor
  %pair = cmpxchg weak ptr %cell, i32 %seen, i32 %wanted acq_rel monotonic
  %actual = extractvalue { i32, i1 } %pair, 0
  %stored = extractvalue { i32, i1 } %pair, 1
  br i1 %stored, label %out, label %retry

out:
  ret i32 %seen
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

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
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

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_ptr(i32 %prior, i32 %code, ptr %got, ptr %want) noinline {
  %same = icmp eq ptr %got, %want
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
