; fence with every ordering and both scopes: plain memory around a fence is
; read and written as the program says.
; ORI-TARGETS: test_message_passing publish consume

@payload = internal global i32 0
@ready = internal global i32 0

; Written before the release fence, visible after the acquire fence.
define i32 @test_message_passing() {
  store i32 0, ptr @payload
  store i32 0, ptr @ready
  %got1 = call i32 @consume()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1)
  call void @publish(i32 123)
  %got2 = call i32 @consume()
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 123)
  call void @publish(i32 -456)
  %got3 = call i32 @consume()
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -456)
  ret i32 %r3
}

define i32 @test_every_ordering() {
  %cell = alloca i32
  %value = call i32 @opaque_i32(i32 1)
  store i32 %value, ptr %cell
  fence acquire
  %first = load i32, ptr %cell
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 1)
  %two = add i32 %first, 1
  store i32 %two, ptr %cell
  fence release
  %second = load i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 2)
  store i32 5, ptr %cell
  fence acq_rel
  %third = load i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %third, i32 5)
  store i32 6, ptr %cell
  fence seq_cst
  %fourth = load i32, ptr %cell
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %fourth, i32 6)
  ret i32 %r4
}

define i32 @test_single_thread_scope() {
  %cell = alloca i64
  %value = call i64 @opaque_i64(i64 -2)
  store i64 %value, ptr %cell
  fence syncscope("singlethread") seq_cst
  %back = load i64, ptr %cell
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %back, i64 -2)
  store i64 7, ptr %cell
  fence syncscope("singlethread") release
  %again = load i64, ptr %cell
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %again, i64 7)
  ret i32 %r2
}

; The store-load order only a full fence gives, seen from one thread.
define i32 @test_store_then_load_elsewhere() {
  store i32 0, ptr @payload
  store i32 0, ptr @ready
  %alias = call ptr @opaque_ptr(ptr @payload)
  store atomic i32 1, ptr %alias monotonic, align 4
  fence seq_cst
  %other = load atomic i32, ptr @ready monotonic, align 4
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %other, i32 0)
  %own = load atomic i32, ptr @payload monotonic, align 4
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %own, i32 1)
  ret i32 %r2
}

; Values in registers must survive it.
define i32 @test_values_live_across_fence() {
  %a = call i32 @opaque_i32(i32 3)
  %b = call i64 @opaque_i64(i64 -4)
  %c = call double @opaque_double(double 0.5)
  fence seq_cst
  %wide = sext i32 %a to i64
  %product = mul i64 %wide, %b
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %product, i64 -12)
  %twice = fadd double %c, %c
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %twice, double 1.0)
  ret i32 %r2
}

define void @publish(i32 %value) noinline {
  store i32 %value, ptr @payload
  fence release
  store atomic i32 1, ptr @ready monotonic, align 4
  ret void
}

; The payload, or -1 when nothing has been published.
define i32 @consume() noinline {
  %flag = load atomic i32, ptr @ready monotonic, align 4
  fence acquire
  %set = icmp eq i32 %flag, 1
  br i1 %set, label %take, label %empty

take:
  %value = load i32, ptr @payload
  ret i32 %value

empty:
  ret i32 -1
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

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
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

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %same = fcmp oeq double %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
