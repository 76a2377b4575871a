; llvm.memset with constant and run-time lengths and values: exactly the asked
; bytes are set.
; ORI-TARGETS: test_zero_constant_length count_equal
; ORI-TARGETS: test_value_known_at_run_time count_equal

define i32 @test_zero_constant_length() {
  %buffer = alloca [40 x i8], align 1
  call void @llvm.memset.p0.i64(ptr %buffer, i8 -1, i64 40, i1 true)
  call void @llvm.memset.p0.i64(ptr %buffer, i8 0, i64 33, i1 false)
  %got1 = call i64 @count_equal(ptr %buffer, i64 40, i8 0)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 33)
  %got2 = call i64 @count_equal(ptr %buffer, i64 33, i8 0)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 33)
  %got3 = call i64 @count_equal(ptr %buffer, i64 40, i8 -1)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 7)
  ret i32 %r3
}

; The byte has to be spread over wide stores.
define i32 @test_value_known_at_run_time() {
  %buffer = alloca [24 x i8], align 1
  call void @llvm.memset.p0.i64(ptr %buffer, i8 0, i64 24, i1 true)
  %value = call i8 @opaque_i8(i8 -91)
  call void @llvm.memset.p0.i64(ptr %buffer, i8 %value, i64 19, i1 false)
  %got1 = call i64 @count_equal(ptr %buffer, i64 19, i8 -91)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 19)
  %got2 = call i64 @count_equal(ptr %buffer, i64 24, i8 0)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 5)
  ret i32 %r2
}

define i32 @test_length_known_at_run_time() {
  %buffer = alloca [300 x i8], align 1
  %length = call i64 @opaque_i64(i64 300)
  call void @llvm.memset.p0.i64(ptr %buffer, i8 1, i64 %length, i1 false)
  %shorter = call i64 @opaque_i64(i64 299)
  call void @llvm.memset.p0.i64(ptr %buffer, i8 2, i64 %shorter, i1 false)
  %got1 = call i64 @count_equal(ptr %buffer, i64 300, i8 2)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 299)
  %got2 = call i64 @count_equal(ptr %buffer, i64 300, i8 1)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 1)
  ret i32 %r2
}

define i32 @test_length_zero() {
  %slot = alloca i32
  store volatile i32 -1, ptr %slot
  %length = call i64 @opaque_i64(i64 0)
  call void @llvm.memset.p0.i64(ptr %slot, i8 0, i64 %length, i1 false)
  %value = load volatile i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 -1)
  ret i32 %r1
}

define i32 @test_words_made_of_bytes() {
  %slot = alloca i64, align 8
  %byte = call i8 @opaque_i8(i8 18)
  call void @llvm.memset.p0.i64(ptr align 8 %slot, i8 %byte, i64 8, i1 false)
  %quad = load volatile i64, ptr %slot
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %quad, i64 1302123111085380114)
  ret i32 %r1
}

define i32 @test_unaligned_start() {
  %buffer = alloca [32 x i8], align 16
  call void @llvm.memset.p0.i64(ptr align 16 %buffer, i8 0, i64 32, i1 true)
  %base = call ptr @opaque_ptr(ptr %buffer)
  %at = getelementptr inbounds i8, ptr %base, i64 5
  call void @llvm.memset.p0.i64(ptr %at, i8 9, i64 21, i1 false)
  %got1 = call i64 @count_equal(ptr %base, i64 5, i8 0)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 5)
  %got2 = call i64 @count_equal(ptr %at, i64 21, i8 9)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 21)
  %got3 = call i64 @count_equal(ptr %base, i64 32, i8 0)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 11)
  ret i32 %r3
}

; How many of the first length bytes have the given value.
define i64 @count_equal(ptr %bytes, i64 %length, i8 %value) noinline {
entry:
  br label %loop

loop:
  %index = phi i64 [ 0, %entry ], [ %index.next, %loop ]
  %count = phi i64 [ 0, %entry ], [ %count.next, %loop ]
  %at = getelementptr inbounds i8, ptr %bytes, i64 %index
  %byte = load volatile i8, ptr %at
  %equal = icmp eq i8 %byte, %value
  %one = zext i1 %equal to i64
  %count.next = add i64 %count, %one
  %index.next = add i64 %index, 1
  %done = icmp eq i64 %index.next, %length
  br i1 %done, label %out, label %loop

out:
  ret i64 %count.next
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
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
define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
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

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
