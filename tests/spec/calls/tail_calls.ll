; Tail calls: musttail recursion a million frames deep runs in constant stack,
; between functions, through function pointers and with swapped arguments.

define i64 @sum_down(i64 %n, i64 %total) noinline {
entry:
  %done = icmp eq i64 %n, 0
  br i1 %done, label %finish, label %again

finish:
  ret i64 %total

again:
  %less = sub i64 %n, 1
  %more = add i64 %total, %n
  %result = musttail call i64 @sum_down(i64 %less, i64 %more)
  ret i64 %result
}

; ORI-TARGETS: test_musttail_million sum_down
define i32 @test_musttail_million() {
  %n = call i64 @opaque_i64(i64 1000000)
  %sum = call i64 @sum_down(i64 %n, i64 0)
  %ok = icmp eq i64 %sum, 500000500000
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Two functions bounce a counter a million times and count their own turns.
define i32 @ping(i32 %n, i32 %pings, i32 %pongs) noinline {
entry:
  %done = icmp eq i32 %n, 0
  br i1 %done, label %finish, label %bounce

finish:
  %difference = sub i32 %pings, %pongs
  ret i32 %difference

bounce:
  %less = sub i32 %n, 1
  %count = add i32 %pings, 3
  %result = musttail call i32 @pong(i32 %less, i32 %count, i32 %pongs)
  ret i32 %result
}

define i32 @pong(i32 %n, i32 %pings, i32 %pongs) noinline {
entry:
  %done = icmp eq i32 %n, 0
  br i1 %done, label %finish, label %bounce

finish:
  %difference = sub i32 %pings, %pongs
  ret i32 %difference

bounce:
  %less = sub i32 %n, 1
  %count = add i32 %pongs, 1
  %result = musttail call i32 @ping(i32 %less, i32 %pings, i32 %count)
  ret i32 %result
}

; ORI-TARGETS: test_musttail_mutual ping pong
define i32 @test_musttail_mutual() {
  %n = call i32 @opaque_i32(i32 1000001)
  %difference = call i32 @ping(i32 %n, i32 0, i32 0)
  %ok = icmp eq i32 %difference, 1000003
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Swapping the arguments in place must not lose either of them.
define internal i32 @swap_down(i32 %n, i32 %a, i32 %b) noinline {
entry:
  %done = icmp eq i32 %n, 0
  br i1 %done, label %finish, label %again

finish:
  %high = mul i32 %a, 1000
  %packed = add i32 %high, %b
  ret i32 %packed

again:
  %less = sub i32 %n, 1
  %result = musttail call i32 @swap_down(i32 %less, i32 %b, i32 %a)
  ret i32 %result
}

define i32 @test_musttail_swapped_arguments() {
  %odd = call i32 @opaque_i32(i32 100001)
  %even = call i32 @opaque_i32(i32 100000)
  %swapped = call i32 @swap_down(i32 %odd, i32 12, i32 345)
  %same = call i32 @swap_down(i32 %even, i32 12, i32 345)
  %ok.1 = icmp eq i32 %swapped, 345012
  %ok.2 = icmp eq i32 %same, 12345
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Continuations: each step is a musttail call through a function pointer that was
; loaded from a table.
@step.table = internal global [3 x ptr] [ptr @step_add, ptr @step_double, ptr @step_finish]

define internal i32 @step_add(i64 %index, i32 %value) {
  %value.next = add i32 %value, 5
  %index.next = add i64 %index, 1
  %place = getelementptr inbounds [3 x ptr], ptr @step.table, i64 0, i64 %index.next
  %next = load volatile ptr, ptr %place
  %result = musttail call i32 %next(i64 %index.next, i32 %value.next)
  ret i32 %result
}

define internal i32 @step_double(i64 %index, i32 %value) {
  %value.next = shl i32 %value, 1
  %index.next = add i64 %index, 1
  %place = getelementptr inbounds [3 x ptr], ptr @step.table, i64 0, i64 %index.next
  %next = load volatile ptr, ptr %place
  %result = musttail call i32 %next(i64 %index.next, i32 %value.next)
  ret i32 %result
}

define internal i32 @step_finish(i64 %index, i32 %value) {
  %position = trunc i64 %index to i32
  %negative = sub i32 %position, %value
  ret i32 %negative
}

define i32 @test_musttail_indirect() {
  %value = call i32 @opaque_i32(i32 16)
  %first = load volatile ptr, ptr @step.table
  %result = call i32 %first(i64 0, i32 %value)
  %ok = icmp eq i32 %result, -40
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A tail hint on an ordinary call changes nothing in the result.
define internal i32 @square(i32 %x) noinline {
  %squared = mul i32 %x, %x
  ret i32 %squared
}

define internal i32 @square_plus(i32 %x) noinline {
  %less = sub i32 %x, 1
  %result = tail call i32 @square(i32 %less)
  ret i32 %result
}

define i32 @test_tail_hint() {
  %x = call i32 @opaque_i32(i32 -11)
  %result = call i32 @square_plus(i32 %x)
  %kept = notail call i32 @square(i32 %x)
  %ok.1 = icmp eq i32 %result, 144
  %ok.2 = icmp eq i32 %kept, 121
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The greatest common divisor by musttail steps of Euclid's algorithm.
define internal i64 @gcd_step(i64 %a, i64 %b) noinline {
entry:
  %done = icmp eq i64 %b, 0
  br i1 %done, label %finish, label %again

finish:
  ret i64 %a

again:
  %rest = urem i64 %a, %b
  %result = musttail call i64 @gcd_step(i64 %b, i64 %rest)
  ret i64 %result
}

define i32 @test_musttail_gcd() {
  %a = call i64 @opaque_i64(i64 1836311903)
  %b = call i64 @opaque_i64(i64 1134903170)
  %c = call i64 @opaque_i64(i64 1071000000)
  %d = call i64 @opaque_i64(i64 462000000)
  %coprime = call i64 @gcd_step(i64 %a, i64 %b)
  %common = call i64 @gcd_step(i64 %c, i64 %d)
  %ok.1 = icmp eq i64 %coprime, 1
  %ok.2 = icmp eq i64 %common, 21000000
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Floating-point arguments travel along a musttail chain as well.
define internal double @halve_until(double %value, i32 %count) noinline {
entry:
  %small = fcmp ole double %value, 1.0
  br i1 %small, label %finish, label %again

finish:
  %steps = sitofp i32 %count to double
  %result = fadd double %steps, %value
  ret double %result

again:
  %half = fmul double %value, 0.5
  %more = add i32 %count, 1
  %deeper = musttail call double @halve_until(double %half, i32 %more)
  ret double %deeper
}

define i32 @test_musttail_double() {
  %value = call double @opaque_double(double 768.0)
  %result = call double @halve_until(double %value, i32 0)
  %ok = fcmp oeq double %result, 10.75
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
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

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}
