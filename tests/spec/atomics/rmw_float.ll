; atomicrmw fadd, fsub and xchg on float and double.
; ORI-TARGETS: test_fadd_accumulates accumulate

define i32 @test_fadd_float() {
  %cell = alloca float, align 4
  %amount = call float @opaque_float(float 2.25)
  store volatile float 1.5, ptr %cell
  %old = atomicrmw fadd ptr %cell, float %amount seq_cst
  %r1 = call i32 @check_float(i32 0, i32 1, float %old, float 1.5)
  %now = load volatile float, ptr %cell
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %now, float 3.75)
  ret i32 %r2
}

define i32 @test_fadd_double() {
  %cell = alloca double, align 8
  %amount = call double @opaque_double(double -0.125)
  store volatile double 1024.0, ptr %cell
  %old = atomicrmw fadd ptr %cell, double %amount acq_rel
  %r1 = call i32 @check_double(i32 0, i32 1, double %old, double 1024.0)
  %now = load volatile double, ptr %cell
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %now, double 1023.875)
  ret i32 %r2
}

; Cell minus operand, not the other way round.
define i32 @test_fsub_float() {
  %cell = alloca float, align 4
  %amount = call float @opaque_float(float 10.0)
  store volatile float 4.0, ptr %cell
  %old = atomicrmw fsub ptr %cell, float %amount seq_cst
  %r1 = call i32 @check_float(i32 0, i32 1, float %old, float 4.0)
  %now = load volatile float, ptr %cell
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %now, float -6.0)
  ret i32 %r2
}

define i32 @test_fsub_double() {
  %cell = alloca double, align 8
  %amount = call double @opaque_double(double -1.5)
  store volatile double -1.5, ptr %cell
  %old = atomicrmw fsub ptr %cell, double %amount monotonic
  %r1 = call i32 @check_double(i32 0, i32 1, double %old, double -1.5)
  %now = load volatile double, ptr %cell
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %now, double 0.0)
  ret i32 %r2
}

; An exchange moves bits and must not touch the payload of a NaN.
define i32 @test_xchg_keeps_nan_bits() {
  %cell = alloca double, align 8
  %quiet = call i64 @opaque_i64(i64 9221120237041095111)
  %nan = bitcast i64 %quiet to double
  store volatile double 8.5, ptr %cell
  %old = atomicrmw xchg ptr %cell, double %nan seq_cst
  %r1 = call i32 @check_double(i32 0, i32 1, double %old, double 8.5)
  %now = load volatile i64, ptr %cell
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %now, i64 9221120237041095111)
  ret i32 %r2
}

define i32 @test_fadd_accumulates() {
  %cell = alloca double, align 8
  store volatile double 0.0, ptr %cell
  call void @accumulate(ptr %cell, double 0.25, i32 100)
  %now = load volatile double, ptr %cell
  %r1 = call i32 @check_double(i32 0, i32 1, double %now, double 25.0)
  ret i32 %r1
}

define void @accumulate(ptr %cell, double %amount, i32 %times) noinline {
entry:
  br label %loop

loop:
  %left = phi i32 [ %times, %entry ], [ %left.next, %loop ]
  %old = atomicrmw fadd ptr %cell, double %amount seq_cst
  %left.next = sub i32 %left, 1
  %done = icmp eq i32 %left.next, 0
  br i1 %done, label %out, label %loop

out:
  ret void
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
