; Atomic loads and stores with every ordering they allow, on integers, floating
; point and pointers.

@target = internal global i32 77, align 4

define i32 @test_store_orderings() {
  %cell = alloca i32, align 4
  %value = call i32 @opaque_i32(i32 4)
  store atomic i32 1, ptr %cell unordered, align 4
  %first = load volatile i32, ptr %cell
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 1)
  store atomic i32 2, ptr %cell monotonic, align 4
  %second = load volatile i32, ptr %cell
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 2)
  store atomic i32 3, ptr %cell release, align 4
  %third = load volatile i32, ptr %cell
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %third, i32 3)
  store atomic i32 %value, ptr %cell seq_cst, align 4
  %fourth = load volatile i32, ptr %cell
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %fourth, i32 4)
  ret i32 %r4
}

define i32 @test_load_orderings() {
  %cell = alloca i64, align 8
  store volatile i64 10, ptr %cell
  %unordered = load atomic i64, ptr %cell unordered, align 8
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %unordered, i64 10)
  store volatile i64 -20, ptr %cell
  %monotonic = load atomic i64, ptr %cell monotonic, align 8
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %monotonic, i64 -20)
  store volatile i64 30000000000, ptr %cell
  %acquire = load atomic i64, ptr %cell acquire, align 8
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %acquire, i64 30000000000)
  store volatile i64 -1, ptr %cell
  %seq.cst = load atomic i64, ptr %cell seq_cst, align 8
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %seq.cst, i64 -1)
  ret i32 %r4
}

define i32 @test_float_and_double() {
  %single = alloca float, align 4
  %real = alloca double, align 8
  %half = call float @opaque_float(float 0.5)
  %third = call double @opaque_double(double -3.25)
  store atomic float %half, ptr %single release, align 4
  store atomic double %third, ptr %real seq_cst, align 8
  %single.back = load atomic float, ptr %single acquire, align 4
  %r1 = call i32 @check_float(i32 0, i32 1, float %single.back, float 0.5)
  %real.back = load atomic double, ptr %real seq_cst, align 8
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %real.back, double -3.25)
  ret i32 %r2
}

define i32 @test_pointer_publication() {
  %slot = alloca ptr, align 8
  store atomic ptr @target, ptr %slot release, align 8
  %published = load atomic ptr, ptr %slot acquire, align 8
  %value = load volatile i32, ptr %published
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 77)
  ret i32 %r1
}

define i32 @test_volatile_atomic() {
  %cell = alloca i32, align 4
  %value = call i32 @opaque_i32(i32 -9)
  store atomic volatile i32 %value, ptr %cell seq_cst, align 4
  %back = load atomic volatile i32, ptr %cell acquire, align 4
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %back, i32 -9)
  ret i32 %r1
}

define i32 @test_neighbours_untouched() {
  %cells = alloca [3 x i32], align 4
  store volatile [3 x i32] [i32 1, i32 2, i32 3], ptr %cells
  %middle = getelementptr inbounds [3 x i32], ptr %cells, i64 0, i64 1
  %value = call i32 @opaque_i32(i32 -1)
  store atomic i32 %value, ptr %middle seq_cst, align 4
  %all = load volatile [3 x i32], ptr %cells
  %left = extractvalue [3 x i32] %all, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %left, i32 1)
  %changed = extractvalue [3 x i32] %all, 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %changed, i32 -1)
  %right = extractvalue [3 x i32] %all, 2
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %right, i32 3)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
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
