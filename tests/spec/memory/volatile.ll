; Volatile accesses read and write the real memory, in order and in their own
; width, even where an ordinary access could be removed.
; ORI-TARGETS: test_read_after_call bump

@counter = internal global i32 0
@flags = internal global [4 x i8] zeroinitializer, align 4

define i32 @test_last_store_wins() {
  %slot = alloca i32
  store volatile i32 1, ptr %slot
  store volatile i32 2, ptr %slot
  store volatile i32 3, ptr %slot
  %value = load volatile i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 3)
  ret i32 %r1
}

; The second read must not reuse the value of the first.
define i32 @test_read_after_call() {
  store volatile i32 10, ptr @counter
  %before = load volatile i32, ptr @counter
  call void @bump(i32 5)
  %after = load volatile i32, ptr @counter
  call void @bump(i32 -20)
  %last = load volatile i32, ptr @counter
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %before, i32 10)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %after, i32 15)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %last, i32 -5)
  ret i32 %r3
}

define i32 @test_narrow_store_touches_one_byte() {
  store volatile i32 -1, ptr @flags
  %third.at = getelementptr inbounds [4 x i8], ptr @flags, i64 0, i64 2
  store volatile i8 0, ptr %third.at
  %second.at = getelementptr inbounds [4 x i8], ptr @flags, i64 0, i64 1
  %second = load volatile i8, ptr %second.at
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %second, i8 -1)
  %third = load volatile i8, ptr %third.at
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %third, i8 0)
  %fourth.at = getelementptr inbounds [4 x i8], ptr @flags, i64 0, i64 3
  %fourth = load volatile i8, ptr %fourth.at
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %fourth, i8 -1)
  ret i32 %r3
}

define i32 @test_loop_counter_in_memory() {
  %counter = alloca i32
  %total = alloca i32
  store volatile i32 0, ptr %counter
  store volatile i32 0, ptr %total
  br label %loop

loop:
  %count = load volatile i32, ptr %counter
  %sum = load volatile i32, ptr %total
  %sum.next = add i32 %sum, %count
  store volatile i32 %sum.next, ptr %total
  %count.next = add i32 %count, 1
  store volatile i32 %count.next, ptr %counter
  %done = icmp eq i32 %count.next, 101
  br i1 %done, label %out, label %loop

out:
  %result = load volatile i32, ptr %total
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %result, i32 5050)
  ret i32 %r1
}

; Two pointers to one slot that the compiler cannot tell are equal.
define i32 @test_access_through_alias() {
  %slot = alloca i32
  %alias = call ptr @opaque_ptr(ptr %slot)
  store volatile i32 7, ptr %slot
  store volatile i32 8, ptr %alias
  %value = load volatile i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 8)
  ret i32 %r1
}

define i32 @test_every_width() {
  %slot = alloca i64, align 8
  store volatile i64 -1, ptr %slot
  store volatile i8 0, ptr %slot
  %byte = load volatile i8, ptr %slot
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %byte, i8 0)
  store volatile i16 4660, ptr %slot
  %half = load volatile i16, ptr %slot
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %half, i16 4660)
  store volatile float 0.75, ptr %slot
  %single = load volatile float, ptr %slot
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %single, float 0.75)
  store volatile double -1.5, ptr %slot
  %real = load volatile double, ptr %slot
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %real, double -1.5)
  ret i32 %r4
}

define i32 @test_volatile_memcpy() {
  %source = alloca [3 x i32]
  %target = alloca [3 x i32]
  store volatile [3 x i32] [i32 4, i32 5, i32 6], ptr %source
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr %source, i64 12, i1 true)
  %copied = load volatile [3 x i32], ptr %target
  %first = extractvalue [3 x i32] %copied, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 4)
  %last = extractvalue [3 x i32] %copied, 2
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %last, i32 6)
  ret i32 %r2
}

define void @bump(i32 %amount) noinline {
  %old = load volatile i32, ptr @counter
  %new = add i32 %old, %amount
  store volatile i32 %new, ptr @counter
  ret void
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %same = fcmp oeq float %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %same = fcmp oeq double %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
