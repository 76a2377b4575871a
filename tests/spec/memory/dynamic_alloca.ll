; alloca with a size known only at run time, and llvm.stacksave with
; llvm.stackrestore giving the space back.
; ORI-TARGETS: test_array_of_run_time_length sum_of_squares

define i32 @test_array_of_run_time_length() {
  %got1 = call i64 @sum_of_squares(i64 1)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @sum_of_squares(i64 5)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 30)
  %got3 = call i64 @sum_of_squares(i64 500)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 41541750)
  ret i32 %r3
}

; Static slots stay addressable after the stack pointer has moved.
define i32 @test_fixed_slots_survive() {
  %before = alloca i32
  store volatile i32 11, ptr %before
  %count = call i64 @opaque_i64(i64 37)
  %array = alloca i16, i64 %count
  %last.at = getelementptr inbounds i16, ptr %array, i64 36
  store volatile i16 -3, ptr %last.at
  store volatile i16 -4, ptr %array
  %before.back = load volatile i32, ptr %before
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %before.back, i32 11)
  %last = load volatile i16, ptr %last.at
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %last, i16 -3)
  %first = load volatile i16, ptr %array
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %first, i16 -4)
  ret i32 %r3
}

define i32 @test_dynamic_blocks_do_not_overlap() {
  %count = call i64 @opaque_i64(i64 3)
  %left = alloca i64, i64 %count
  %right = alloca i64, i64 %count
  call void @llvm.memset.p0.i64(ptr %left, i8 1, i64 24, i1 true)
  call void @llvm.memset.p0.i64(ptr %right, i8 2, i64 24, i1 true)
  %left.last.at = getelementptr inbounds i64, ptr %left, i64 2
  %left.last = load volatile i64, ptr %left.last.at
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %left.last, i64 72340172838076673)
  %left.first = load volatile i64, ptr %left
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %left.first, i64 72340172838076673)
  %right.first = load volatile i64, ptr %right
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %right.first, i64 144680345676153346)
  ret i32 %r3
}

define i32 @test_dynamic_alignment() {
  %count = call i64 @opaque_i64(i64 5)
  %odd = alloca i8, i64 %count
  %aligned = alloca i8, i64 %count, align 128
  store volatile i8 1, ptr %odd
  store volatile i8 2, ptr %aligned
  %address = ptrtoint ptr %aligned to i64
  %rest = and i64 %address, 127
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %rest, i64 0)
  %odd.back = load volatile i8, ptr %odd
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %odd.back, i8 1)
  ret i32 %r2
}

; Only what was allocated after the save goes away.
define i32 @test_restore_keeps_older_blocks() {
  %fixed = alloca i32
  store volatile i32 31, ptr %fixed
  %size = call i64 @opaque_i64(i64 256)
  %older = alloca i8, i64 %size
  %older.last.at = getelementptr inbounds i8, ptr %older, i64 255
  store volatile i8 1, ptr %older
  store volatile i8 2, ptr %older.last.at
  %saved = call ptr @llvm.stacksave()
  %inner = alloca i8, i64 %size
  call void @llvm.memset.p0.i64(ptr %inner, i8 -1, i64 %size, i1 true)
  call void @llvm.stackrestore(ptr %saved)
  %newer = alloca i8, i64 %size
  call void @llvm.memset.p0.i64(ptr %newer, i8 -2, i64 %size, i1 true)
  %older.first = load volatile i8, ptr %older
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %older.first, i8 1)
  %older.last = load volatile i8, ptr %older.last.at
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %older.last, i8 2)
  %newer.first = load volatile i8, ptr %newer
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %newer.first, i8 -2)
  %fixed.back = load volatile i32, ptr %fixed
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %fixed.back, i32 31)
  ret i32 %r4
}

; A million blocks of 4 KiB only fit when each is given back.
define i32 @test_loop_with_restore_stays_bounded() {
  %size = call i64 @opaque_i64(i64 4096)
  %total = alloca i32
  store volatile i32 0, ptr %total
  br label %loop

loop:
  %index = phi i32 [ 0, %0 ], [ %index.next, %loop ]
  %saved = call ptr @llvm.stacksave()
  %block = alloca i8, i64 %size
  store volatile i8 1, ptr %block
  %byte = load volatile i8, ptr %block
  %one = zext i8 %byte to i32
  %old = load volatile i32, ptr %total
  %new = add i32 %old, %one
  store volatile i32 %new, ptr %total
  call void @llvm.stackrestore(ptr %saved)
  %index.next = add i32 %index, 1
  %done = icmp eq i32 %index.next, 1000000
  br i1 %done, label %out, label %loop

out:
  %count = load volatile i32, ptr %total
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %count, i32 1000000)
  ret i32 %r1
}

; Squares 0 to count - 1 in a stack array of that length, and their sum.
define i64 @sum_of_squares(i64 %count) noinline {
entry:
  %squares = alloca i64, i64 %count
  br label %fill

fill:
  %index = phi i64 [ 0, %entry ], [ %index.next, %fill ]
  %square = mul i64 %index, %index
  %at = getelementptr inbounds i64, ptr %squares, i64 %index
  store volatile i64 %square, ptr %at
  %index.next = add i64 %index, 1
  %filled = icmp eq i64 %index.next, %count
  br i1 %filled, label %sum, label %fill

sum:
  %left = phi i64 [ %count, %fill ], [ %left.next, %sum ]
  %total = phi i64 [ 0, %fill ], [ %total.next, %sum ]
  %left.next = sub i64 %left, 1
  %from = getelementptr inbounds i64, ptr %squares, i64 %left.next
  %value = load volatile i64, ptr %from
  %total.next = add i64 %total, %value
  %done = icmp eq i64 %left.next, 0
  br i1 %done, label %out, label %sum

out:
  ret i64 %total.next
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
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

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare ptr @llvm.stacksave()
declare void @llvm.stackrestore(ptr)
