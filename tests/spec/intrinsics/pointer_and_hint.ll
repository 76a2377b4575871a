; Intrinsics that carry hints or work on pointers: expect, assume, objectsize,
; ptrmask and memcpy.inline.
; ORI-SKIP: test_objectsize_of_alloca whether the size is known depends on the optimisation level

@source = internal global [16 x i8] c"funnel the bytes", align 16

; Right or wrong, the guess must not change the value.
define i32 @test_expect_returns_its_operand() {
  %value = call i32 @opaque_i32(i32 7)
  %got1 = call i32 @llvm.expect.i32(i32 %value, i32 7)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 7)
  %got2 = call i32 @llvm.expect.i32(i32 %value, i32 0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 7)
  %odd = trunc i32 %value to i1
  %got3 = call i1 @llvm.expect.i1(i1 %odd, i1 false)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  ret i32 %r3
}

define i32 @test_expect_wrong_guess_still_branches() {
  %value = call i64 @opaque_i64(i64 3)
  %is.three = icmp eq i64 %value, 3
  %hinted = call i1 @llvm.expect.i1(i1 %is.three, i1 false)
  br i1 %hinted, label %unlikely, label %likely

likely:
  ret i32 100

unlikely:
  %guess = call i64 @llvm.expect.i64(i64 %value, i64 9)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %guess, i64 3)
  ret i32 %r1
}

define i32 @test_assume_keeps_value() {
  %value = call i32 @opaque_i32(i32 40)
  %positive = icmp sgt i32 %value, 0
  call void @llvm.assume(i1 %positive)
  %quarter = sdiv i32 %value, 4
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %quarter, i32 10)
  ret i32 %r1
}

; Nothing is known of a pointer read back from volatile memory.
define i32 @test_objectsize_unknown() {
  %slot = alloca ptr
  store volatile ptr @source, ptr %slot
  %unknown = load volatile ptr, ptr %slot
  %got1 = call i64 @llvm.objectsize.i64.p0(ptr %unknown, i1 false, i1 false, i1 false)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 -1)
  %got2 = call i64 @llvm.objectsize.i64.p0(ptr %unknown, i1 true, i1 false, i1 false)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %got3 = call i32 @llvm.objectsize.i32.p0(ptr %unknown, i1 false, i1 true, i1 false)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -1)
  ret i32 %r3
}

; Either the exact size or "unknown" is a right answer.
define i32 @test_objectsize_of_alloca() {
  %object = alloca [24 x i8], align 8
  store volatile i8 1, ptr %object
  %size = call i64 @llvm.objectsize.i64.p0(ptr %object, i1 false, i1 false, i1 false)
  %exact = icmp eq i64 %size, 24
  %unknown = icmp eq i64 %size, -1
  %right = or i1 %exact, %unknown
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %right, i1 true)
  ret i32 %r1
}

; Masking inside one object gives back the start of its 16-byte block.
define i32 @test_ptrmask_rounds_down() {
  %block = alloca [32 x i8], align 32
  %inside = getelementptr inbounds [32 x i8], ptr %block, i64 0, i64 27
  %pointer = call ptr @opaque_ptr(ptr %inside)
  %mask = call i64 @opaque_i64(i64 -16)
  %down = call ptr @llvm.ptrmask.p0.i64(ptr %pointer, i64 %mask)
  %base.address = ptrtoint ptr %block to i64
  %down.address = ptrtoint ptr %down to i64
  %distance = sub i64 %down.address, %base.address
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %distance, i64 16)
  %start = call ptr @llvm.ptrmask.p0.i64(ptr %pointer, i64 -32)
  %is.start = icmp eq ptr %start, %block
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %is.start, i1 true)
  ret i32 %r2
}

define i32 @test_ptrmask_result_is_usable() {
  %word = alloca i64, align 16
  store volatile i64 123456789, ptr %word
  %third = getelementptr inbounds i8, ptr %word, i64 3
  %pointer = call ptr @opaque_ptr(ptr %third)
  %aligned = call ptr @llvm.ptrmask.p0.i64(ptr %pointer, i64 -8)
  %value = load volatile i64, ptr %aligned
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %value, i64 123456789)
  ret i32 %r1
}

; Thirteen bytes arrive and the fourteenth is left alone.
define i32 @test_memcpy_inline() {
  %target = alloca [16 x i8], align 1
  call void @llvm.memset.p0.i64(ptr %target, i8 42, i64 16, i1 true)
  %from = call ptr @opaque_ptr(ptr @source)
  call void @llvm.memcpy.inline.p0.p0.i64(ptr %target, ptr %from, i64 13, i1 false)
  %compared = call i32 @memcmp(ptr %target, ptr %from, i64 13)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %compared, i32 0)
  %next.at = getelementptr inbounds [16 x i8], ptr %target, i64 0, i64 13
  %next = load volatile i8, ptr %next.at
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %next, i8 42)
  ret i32 %r2
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

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i32 @llvm.expect.i32(i32, i32)
declare i1 @llvm.expect.i1(i1, i1)
declare i64 @llvm.expect.i64(i64, i64)
declare void @llvm.assume(i1)
declare i64 @llvm.objectsize.i64.p0(ptr, i1, i1, i1)
declare i32 @llvm.objectsize.i32.p0(ptr, i1, i1, i1)
declare ptr @llvm.ptrmask.p0.i64(ptr, i64)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare void @llvm.memcpy.inline.p0.p0.i64(ptr, ptr, i64, i1)
declare i32 @memcmp(ptr, ptr, i64)
