; Functions under fastcc and coldcc, and attributes on calls, give the same
; results as the C calling convention does.

define fastcc i32 @fast_mix(i32 %a, i32 %b, i32 %c) noinline {
  %shifted = shl i32 %a, 4
  %mixed = xor i32 %shifted, %b
  %result = sub i32 %mixed, %c
  ret i32 %result
}

define coldcc i32 @cold_mix(i32 %a, i32 %b, i32 %c) noinline {
  %shifted = shl i32 %a, 4
  %mixed = xor i32 %shifted, %b
  %result = sub i32 %mixed, %c
  ret i32 %result
}

; ORI-TARGETS: test_fastcc fast_mix
define i32 @test_fastcc() {
  %a = call i32 @opaque_i32(i32 9)
  %b = call i32 @opaque_i32(i32 255)
  %c = call i32 @opaque_i32(i32 200)
  %r = call fastcc i32 @fast_mix(i32 %a, i32 %b, i32 %c)
  %ok = icmp eq i32 %r, -89
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; ORI-TARGETS: test_coldcc cold_mix
define i32 @test_coldcc() {
  %a = call i32 @opaque_i32(i32 9)
  %b = call i32 @opaque_i32(i32 255)
  %c = call i32 @opaque_i32(i32 200)
  %r = call coldcc i32 @cold_mix(i32 %a, i32 %b, i32 %c)
  %ok = icmp eq i32 %r, -89
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; fastcc with more arguments than registers, of both kinds.
define internal fastcc double @fast_many(i32 %a, double %b, i32 %c, double %d, i32 %e, double %f, i32 %g, double %h, i32 %i, double %j, i32 %k, i32 %l) noinline {
  %ac = sub i32 %a, %c
  %eg = sub i32 %e, %g
  %ik = mul i32 %i, %k
  %aceg = mul i32 %ac, %eg
  %sum = add i32 %aceg, %ik
  %all = sub i32 %sum, %l
  %integers = sitofp i32 %all to double
  %bd = fmul double %b, %d
  %fh = fsub double %f, %h
  %reals = fadd double %bd, %fh
  %reals.all = fmul double %reals, %j
  %result = fadd double %reals.all, %integers
  ret double %result
}

define i32 @test_fastcc_many_arguments() {
  %i = call i32 @opaque_i32(i32 10)
  %d = call double @opaque_double(double 2.0)
  %r = call fastcc double @fast_many(i32 %i, double %d, i32 3, double 1.5, i32 8, double 9.0, i32 2, double 1.0, i32 %i, double 4.0, i32 6, i32 1)
  %ok = fcmp oeq double %r, 145.0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; fastcc recursion: the number of ways to write %sum from parts up to %largest.
define internal fastcc i32 @partitions(i32 %sum, i32 %largest) noinline {
entry:
  %exact = icmp eq i32 %sum, 0
  br i1 %exact, label %one, label %check

one:
  ret i32 1

check:
  %over = icmp slt i32 %sum, 0
  %empty = icmp eq i32 %largest, 0
  %dead = or i1 %over, %empty
  br i1 %dead, label %none, label %split

none:
  ret i32 0

split:
  %less = sub i32 %sum, %largest
  %smaller = sub i32 %largest, 1
  %with = call fastcc i32 @partitions(i32 %less, i32 %largest)
  %without = call fastcc i32 @partitions(i32 %sum, i32 %smaller)
  %ways = add i32 %with, %without
  ret i32 %ways
}

define i32 @test_fastcc_recursion() {
  %n = call i32 @opaque_i32(i32 20)
  %ways = call fastcc i32 @partitions(i32 %n, i32 %n)
  %ok = icmp eq i32 %ways, 627
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; One function of each convention calls the next.
define internal coldcc i64 @outer_cold(i64 %x, double %y) noinline {
  %middle = call fastcc i64 @middle_fast(i64 %x, double %y)
  %result = add i64 %middle, %x
  ret i64 %result
}

define internal fastcc i64 @middle_fast(i64 %x, double %y) noinline {
  %inner = call i64 @inner_c(double %y, i64 %x)
  %result = mul i64 %inner, 10
  ret i64 %result
}

define internal i64 @inner_c(double %y, i64 %x) noinline {
  %whole = fptosi double %y to i64
  %result = sub i64 %whole, %x
  ret i64 %result
}

define i32 @test_conventions_in_a_chain() {
  %x = call i64 @opaque_i64(i64 33)
  %y = call double @opaque_double(double 100.75)
  %r = call coldcc i64 @outer_cold(i64 %x, double %y)
  %ok = icmp eq i64 %r, 703
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A fastcc function called through a pointer from memory.
@fast.pointer = internal global ptr @fast_mix

; ORI-TARGETS: test_fastcc_indirect fast_mix
define i32 @test_fastcc_indirect() {
  %function = load volatile ptr, ptr @fast.pointer
  %r = call fastcc i32 %function(i32 1, i32 7, i32 100)
  %ok = icmp eq i32 %r, -77
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A parameter marked returned is the very value that comes back.
define internal ptr @bump(ptr returned %cell, i32 %by) noinline {
  %old = load i32, ptr %cell
  %new = add i32 %old, %by
  store i32 %new, ptr %cell
  ret ptr %cell
}

define i32 @test_returned_parameter() {
  %cell = alloca i32
  %start = call i32 @opaque_i32(i32 5)
  store i32 %start, ptr %cell
  %once = call ptr @bump(ptr %cell, i32 10)
  %twice = call ptr @bump(ptr %once, i32 20)
  %value = load i32, ptr %twice
  %ok.1 = icmp eq ptr %twice, %cell
  %ok.2 = icmp eq i32 %value, 35
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}
