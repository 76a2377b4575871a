; llvm.memcpy and llvm.memmove with constant and run-time lengths, overlap in
; both directions, and the bytes on either side left alone.

@alphabet = internal constant [27 x i8] c"abcdefghijklmnopqrstuvwxyz\00"
@moved.up = internal constant [27 x i8] c"abcabcdefghijnopqrstuvwxyz\00"
@moved.down = internal constant [27 x i8] c"defghijklmklmnopqrstuvwxyz\00"

; Lengths that are no power of two are put together from several moves.
define i32 @test_memcpy_short_constant_lengths() {
  %target = alloca [32 x i8], align 1
  call void @llvm.memset.p0.i64(ptr %target, i8 46, i64 32, i1 true)
  %from = call ptr @opaque_ptr(ptr @alphabet)
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr %from, i64 7, i1 false)
  %seven = call i32 @memcmp(ptr %target, ptr %from, i64 7)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %seven, i32 0)
  %eighth.at = getelementptr inbounds [32 x i8], ptr %target, i64 0, i64 7
  %eighth = load volatile i8, ptr %eighth.at
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %eighth, i8 46)
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr %from, i64 15, i1 false)
  %fifteen = call i32 @memcmp(ptr %target, ptr %from, i64 15)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %fifteen, i32 0)
  %sixteenth.at = getelementptr inbounds [32 x i8], ptr %target, i64 0, i64 15
  %sixteenth = load volatile i8, ptr %sixteenth.at
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %sixteenth, i8 46)
  ret i32 %r4
}

define i32 @test_memcpy_run_time_length() {
  %target = alloca [32 x i8], align 1
  call void @llvm.memset.p0.i64(ptr %target, i8 0, i64 32, i1 true)
  %length = call i64 @opaque_i64(i64 26)
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr @alphabet, i64 %length, i1 false)
  %copied = call i64 @strlen(ptr %target)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %copied, i64 26)
  %compared = call i32 @memcmp(ptr %target, ptr @alphabet, i64 26)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %compared, i32 0)
  ret i32 %r2
}

; Nothing is written, neither for a constant nor for a computed zero.
define i32 @test_memcpy_length_zero() {
  %target = alloca i64
  store volatile i64 -1, ptr %target
  %length = call i64 @opaque_i64(i64 0)
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr @alphabet, i64 %length, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr @alphabet, i64 0, i1 false)
  %value = load volatile i64, ptr %target
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %value, i64 -1)
  ret i32 %r1
}

define i32 @test_memcpy_32_bit_length() {
  %target = alloca [8 x i8]
  %length = call i32 @opaque_i32(i32 8)
  call void @llvm.memcpy.p0.p0.i32(ptr %target, ptr @alphabet, i32 %length, i1 false)
  %compared = call i32 @memcmp(ptr %target, ptr @alphabet, i64 8)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %compared, i32 0)
  ret i32 %r1
}

; The target begins inside the source, so the copy has to run backwards.
define i32 @test_memmove_up() {
  %buffer = alloca [27 x i8]
  call void @llvm.memcpy.p0.p0.i64(ptr %buffer, ptr @alphabet, i64 27, i1 false)
  %to = getelementptr inbounds i8, ptr %buffer, i64 3
  %length = call i64 @opaque_i64(i64 10)
  call void @llvm.memmove.p0.p0.i64(ptr %to, ptr %buffer, i64 %length, i1 false)
  %compared = call i32 @memcmp(ptr %buffer, ptr @moved.up, i64 27)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %compared, i32 0)
  ret i32 %r1
}

define i32 @test_memmove_down() {
  %buffer = alloca [27 x i8]
  call void @llvm.memcpy.p0.p0.i64(ptr %buffer, ptr @alphabet, i64 27, i1 false)
  %from = getelementptr inbounds i8, ptr %buffer, i64 3
  %length = call i64 @opaque_i64(i64 10)
  call void @llvm.memmove.p0.p0.i64(ptr %buffer, ptr %from, i64 %length, i1 false)
  %compared = call i32 @memcmp(ptr %buffer, ptr @moved.down, i64 27)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %compared, i32 0)
  ret i32 %r1
}

; A constant length is expanded in line and must load everything before it stores.
define i32 @test_memmove_constant_overlap() {
  %buffer = alloca [6 x i32], align 16
  store volatile [6 x i32] [i32 1, i32 2, i32 3, i32 4, i32 5, i32 6], ptr %buffer
  %second = getelementptr inbounds i32, ptr %buffer, i64 1
  call void @llvm.memmove.p0.p0.i64(ptr %second, ptr %buffer, i64 20, i1 false)
  %words = load volatile [6 x i32], ptr %buffer
  %w0 = extractvalue [6 x i32] %words, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %w0, i32 1)
  %w1 = extractvalue [6 x i32] %words, 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %w1, i32 1)
  %w3 = extractvalue [6 x i32] %words, 3
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %w3, i32 3)
  %w5 = extractvalue [6 x i32] %words, 5
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %w5, i32 5)
  ret i32 %r4
}

; 4 KiB filled with a pattern, copied and compared.
define i32 @test_memcpy_large_block() {
  %source = alloca [4096 x i8], align 16
  %target = alloca [4096 x i8], align 16
  br label %fill

fill:
  %index = phi i64 [ 0, %0 ], [ %index.next, %fill ]
  %mixed = mul i64 %index, 37
  %byte = trunc i64 %mixed to i8
  %at = getelementptr inbounds i8, ptr %source, i64 %index
  store volatile i8 %byte, ptr %at
  %index.next = add i64 %index, 1
  %filled = icmp eq i64 %index.next, 4096
  br i1 %filled, label %copy, label %fill

copy:
  call void @llvm.memcpy.p0.p0.i64(ptr align 16 %target, ptr align 16 %source, i64 4096, i1 false)
  %compared = call i32 @memcmp(ptr %target, ptr %source, i64 4096)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %compared, i32 0)
  %last.at = getelementptr inbounds i8, ptr %target, i64 4095
  %last = load volatile i8, ptr %last.at
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %last, i8 -37)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare i32 @memcmp(ptr, ptr, i64)
declare i64 @strlen(ptr)
declare void @llvm.memcpy.p0.p0.i32(ptr, ptr, i32, i1)
declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
