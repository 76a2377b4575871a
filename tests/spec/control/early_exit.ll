; Returns from the middle of loops, guards in front of calls that never return,
; and unreachable blocks that must stay unreached.

declare void @abort() noreturn
declare void @exit(i32) noreturn

; Returns the index of the first %wanted byte, or -1 when a zero comes first.
define i32 @index_of_byte(ptr %text, i8 %wanted) noinline {
entry:
  br label %loop

loop:
  %index = phi i32 [ 0, %entry ], [ %index.next, %next ]
  %offset = sext i32 %index to i64
  %place = getelementptr inbounds i8, ptr %text, i64 %offset
  %byte = load i8, ptr %place
  %hit = icmp eq i8 %byte, %wanted
  br i1 %hit, label %found, label %check.end

check.end:
  %end = icmp eq i8 %byte, 0
  br i1 %end, label %missing, label %next

next:
  %index.next = add i32 %index, 1
  br label %loop

found:
  ret i32 %index

missing:
  ret i32 -1
}

@sample = internal global [12 x i8] c"hello world\00"

; ORI-TARGETS: test_return_inside_loop index_of_byte
define i32 @test_return_inside_loop() {
  %o = call i8 @opaque_i8(i8 111)
  %z = call i8 @opaque_i8(i8 122)
  %nul = call i8 @opaque_i8(i8 0)
  %first.o = call i32 @index_of_byte(ptr @sample, i8 %o)
  %no.z = call i32 @index_of_byte(ptr @sample, i8 %z)
  %at.end = call i32 @index_of_byte(ptr @sample, i8 %nul)
  %ok.1 = icmp eq i32 %first.o, 4
  %ok.2 = icmp eq i32 %no.z, -1
  %ok.3 = icmp eq i32 %at.end, 11
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Division guarded by a call to abort, which ends in unreachable.
define i32 @divide_or_abort(i32 %numerator, i32 %denominator) noinline {
entry:
  %zero = icmp eq i32 %denominator, 0
  br i1 %zero, label %die, label %divide

divide:
  %quotient = sdiv i32 %numerator, %denominator
  ret i32 %quotient

die:
  call void @abort()
  unreachable
}

; ORI-TARGETS: test_guard_before_abort divide_or_abort
define i32 @test_guard_before_abort() {
  %n = call i32 @opaque_i32(i32 -100)
  %d = call i32 @opaque_i32(i32 7)
  %minus = call i32 @opaque_i32(i32 -1)
  %q = call i32 @divide_or_abort(i32 %n, i32 %d)
  %r = call i32 @divide_or_abort(i32 %n, i32 %minus)
  %ok.1 = icmp eq i32 %q, -14
  %ok.2 = icmp eq i32 %r, 100
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The dead default of a switch: the masked key always names one of the cases.
define i32 @test_unreachable_default() {
entry:
  %raw = call i32 @opaque_i32(i32 14)
  %key = and i32 %raw, 3
  switch i32 %key, label %never [
    i32 0, label %join
    i32 1, label %one
    i32 2, label %two
    i32 3, label %three
  ]

one:
  br label %join

two:
  br label %join

three:
  br label %join

never:
  unreachable

join:
  %value = phi i32 [ 500, %entry ], [ 501, %one ], [ 502, %two ], [ 503, %three ]
  %ok = icmp eq i32 %value, 502
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each guard of the ladder leaves with its own code.
define internal i32 @validate(i32 %length, i8 %kind, double %weight) noinline {
entry:
  %too.short = icmp ult i32 %length, 3
  br i1 %too.short, label %bad.length, label %check.kind

check.kind:
  %known = icmp ult i8 %kind, 4
  br i1 %known, label %check.weight, label %bad.kind

check.weight:
  %heavy = fcmp ogt double %weight, 9.5
  br i1 %heavy, label %bad.weight, label %good

bad.length:
  ret i32 10

bad.kind:
  ret i32 20

bad.weight:
  ret i32 30

good:
  ret i32 40
}

define i32 @test_guard_ladder() {
  %length = call i32 @opaque_i32(i32 3)
  %kind = call i8 @opaque_i8(i8 3)
  %weight = call double @opaque_double(double 9.5)
  %good = call i32 @validate(i32 %length, i8 %kind, double %weight)
  %bad.length = call i32 @validate(i32 2, i8 9, double 10.0)
  %bad.kind = call i32 @validate(i32 %length, i8 -1, double 10.0)
  %bad.weight = call i32 @validate(i32 %length, i8 %kind, double 9.625)
  %ok.1 = icmp eq i32 %good, 40
  %ok.2 = icmp eq i32 %bad.length, 10
  %ok.3 = icmp eq i32 %bad.kind, 20
  %ok.4 = icmp eq i32 %bad.weight, 30
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Side effects stop at the point of return.
define internal void @fill_until(ptr %counter, i32 %limit) noinline {
entry:
  br label %loop

loop:
  %old = load i32, ptr %counter
  %new = add i32 %old, 2
  %past = icmp sgt i32 %new, %limit
  br i1 %past, label %leave, label %keep

leave:
  ret void

keep:
  store i32 %new, ptr %counter
  br label %loop
}

define i32 @test_return_void_from_loop() {
  %counter = alloca i32
  store i32 1, ptr %counter
  %limit = call i32 @opaque_i32(i32 10)
  call void @fill_until(ptr %counter, i32 %limit)
  %first = load i32, ptr %counter
  call void @fill_until(ptr %counter, i32 %limit)
  %second = load i32, ptr %counter
  %ok.1 = icmp eq i32 %first, 9
  %ok.2 = icmp eq i32 %second, 9
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A hand-written noreturn function stands behind a guard that never opens.
define internal void @fail_with(i32 %status) noinline noreturn {
  call void @exit(i32 %status)
  unreachable
}

define i32 @test_guarded_noreturn() {
entry:
  %limit = call i32 @opaque_i32(i32 64)
  br label %loop

loop:
  %value = phi i32 [ 1, %entry ], [ %doubled, %safe ]
  %steps = phi i32 [ 0, %entry ], [ %steps.next, %safe ]
  %overrun = icmp ugt i32 %value, %limit
  br i1 %overrun, label %fail, label %safe

safe:
  %doubled = shl i32 %value, 1
  %steps.next = add i32 %steps, 1
  %done = icmp eq i32 %doubled, %limit
  br i1 %done, label %exit, label %loop

fail:
  call void @fail_with(i32 99)
  unreachable

exit:
  %ok.1 = icmp eq i32 %steps.next, 6
  %ok.2 = icmp eq i32 %value, 32
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

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
