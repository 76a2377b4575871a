; atomicrmw xchg, add and sub on i32 and i64: each gives the old value and
; leaves the new one in memory, wrapping on overflow.
; ORI-TARGETS: test_count_in_loop count_up

@shared = internal global i64 100, align 8

define i32 @test_xchg_i32() {
  %cell = alloca i32, align 4
  %new = call i32 @opaque_i32(i32 -5)
  store volatile i32 17, ptr %cell
  %old = atomicrmw xchg ptr %cell, i32 %new seq_cst
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %old, i32 17)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 -5)
  ret i32 %r2
}

define i32 @test_add_i32() {
  %cell = alloca i32, align 4
  %amount = call i32 @opaque_i32(i32 30)
  store volatile i32 12, ptr %cell
  %old = atomicrmw add ptr %cell, i32 %amount seq_cst
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %old, i32 12)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 42)
  ret i32 %r2
}

define i32 @test_sub_i64() {
  %cell = alloca i64, align 8
  %amount = call i64 @opaque_i64(i64 5000000000)
  store volatile i64 1, ptr %cell
  %old = atomicrmw sub ptr %cell, i64 %amount acq_rel
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %old, i64 1)
  %now = load volatile i64, ptr %cell
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %now, i64 -4999999999)
  ret i32 %r2
}

define i32 @test_add_wraps() {
  %cell = alloca i32, align 4
  %one = call i32 @opaque_i32(i32 1)
  store volatile i32 2147483647, ptr %cell
  %old = atomicrmw add ptr %cell, i32 %one monotonic
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %old, i32 2147483647)
  %now = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %now, i32 -2147483648)
  ret i32 %r2
}

; Without a user the back end may drop the old value, not the update.
define i32 @test_unused_result() {
  %amount = call i64 @opaque_i64(i64 11)
  store volatile i64 100, ptr @shared
  %ignored = atomicrmw add ptr @shared, i64 %amount seq_cst
  %after.add = load volatile i64, ptr @shared
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %after.add, i64 111)
  %ignored.too = atomicrmw sub ptr @shared, i64 1 release
  %after.sub = load volatile i64, ptr @shared
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %after.sub, i64 110)
  ret i32 %r2
}

; The shape that becomes a locked instruction followed by a flag test.
define i32 @test_result_compared_with_zero() {
  %cell = alloca i32, align 4
  store volatile i32 1, ptr %cell
  %old = atomicrmw sub ptr %cell, i32 1 seq_cst
  %was.last = icmp eq i32 %old, 1
  br i1 %was.last, label %last, label %others

others:
  ret i32 100

last:
  %now = load volatile i32, ptr %cell
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %now, i32 0)
  ret i32 %r1
}

define i32 @test_count_in_loop() {
  %cell = alloca i32, align 4
  store volatile i32 0, ptr %cell
  call void @count_up(ptr %cell, i32 1000)
  %now = load volatile i32, ptr %cell
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %now, i32 1000)
  call void @count_up(ptr %cell, i32 1)
  %then = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %then, i32 1001)
  ret i32 %r2
}

define void @count_up(ptr %cell, i32 %times) noinline {
entry:
  br label %loop

loop:
  %left = phi i32 [ %times, %entry ], [ %left.next, %loop ]
  %old = atomicrmw add ptr %cell, i32 1 seq_cst
  %left.next = sub i32 %left, 1
  %done = icmp eq i32 %left.next, 0
  br i1 %done, label %out, label %loop

out:
  ret void
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
