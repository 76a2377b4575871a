; Phi nodes read all of their incoming values on the edge, before any of them
; is overwritten: swaps, rotations and values live past the loop survive.

; Swaps (a, b) on every one of %n iterations and returns a * 100 + b.
define i32 @phi_swap_loop(i32 %a0, i32 %b0, i32 %n) noinline {
entry:
  br label %head

head:
  %a = phi i32 [ %a0, %entry ], [ %b, %body ]
  %b = phi i32 [ %b0, %entry ], [ %a, %body ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %body ]
  %more = icmp ult i32 %i, %n
  br i1 %more, label %body, label %exit

body:
  %i.next = add i32 %i, 1
  br label %head

exit:
  %high = mul i32 %a, 100
  %packed = add i32 %high, %b
  ret i32 %packed
}

; Rotates (a, b, c) leftwards %n times and returns the three decimal digits.
define i32 @phi_rotate_loop(i32 %n) noinline {
entry:
  br label %head

head:
  %a = phi i32 [ 1, %entry ], [ %b, %body ]
  %b = phi i32 [ 2, %entry ], [ %c, %body ]
  %c = phi i32 [ 3, %entry ], [ %a, %body ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %body ]
  %more = icmp ult i32 %i, %n
  br i1 %more, label %body, label %exit

body:
  %i.next = add i32 %i, 1
  br label %head

exit:
  %a100 = mul i32 %a, 100
  %b10 = mul i32 %b, 10
  %ab = add i32 %a100, %b10
  %abc = add i32 %ab, %c
  ret i32 %abc
}

; ORI-TARGETS: test_phi_swap phi_swap_loop
define i32 @test_phi_swap() {
  %odd = call i32 @opaque_i32(i32 5)
  %even = call i32 @opaque_i32(i32 8)
  %swapped = call i32 @phi_swap_loop(i32 11, i32 22, i32 %odd)
  %restored = call i32 @phi_swap_loop(i32 11, i32 22, i32 %even)
  %untouched = call i32 @phi_swap_loop(i32 11, i32 22, i32 0)
  %ok.1 = icmp eq i32 %swapped, 2211
  %ok.2 = icmp eq i32 %restored, 1122
  %ok.3 = icmp eq i32 %untouched, 1122
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_phi_rotate phi_rotate_loop
define i32 @test_phi_rotate() {
  %one = call i32 @opaque_i32(i32 1)
  %two = call i32 @opaque_i32(i32 2)
  %many = call i32 @opaque_i32(i32 300)
  %r1 = call i32 @phi_rotate_loop(i32 %one)
  %r2 = call i32 @phi_rotate_loop(i32 %two)
  %r300 = call i32 @phi_rotate_loop(i32 %many)
  %ok.1 = icmp eq i32 %r1, 231
  %ok.2 = icmp eq i32 %r2, 312
  %ok.3 = icmp eq i32 %r300, 123
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The lost-copy problem: the phi itself, not its successor, is used after the loop.
define i32 @test_phi_lost_copy() {
entry:
  %n = call i32 @opaque_i32(i32 7)
  br label %loop

loop:
  %x = phi i32 [ 1, %entry ], [ %x.next, %loop ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %x.next = add i32 %x, 3
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = icmp eq i32 %x, 19
  %ok.2 = icmp eq i32 %x.next, 22
  %ok.3 = icmp eq i32 %i, 6
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_phi_fibonacci_pair() {
entry:
  %n = call i32 @opaque_i32(i32 40)
  br label %loop

loop:
  %low = phi i64 [ 0, %entry ], [ %high, %loop ]
  %high = phi i64 [ 1, %entry ], [ %sum, %loop ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %sum = add i64 %low, %high
  %i.next = add i32 %i, 1
  %done = icmp eq i32 %i.next, %n
  br i1 %done, label %exit, label %loop

exit:
  %ok.1 = icmp eq i64 %high, 102334155
  %ok.2 = icmp eq i64 %sum, 165580141
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Integer and floating-point phis take turns in one loop header.
define i32 @test_phi_mixed_types() {
entry:
  %n = call i32 @opaque_i32(i32 10)
  %step = call double @opaque_double(double 0.25)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %total = phi double [ 0.0, %entry ], [ %total.next, %loop ]
  %mask = phi i8 [ 1, %entry ], [ %mask.next, %loop ]
  %total.next = fadd double %total, %step
  %mask.next = mul i8 %mask, 3
  %i.next = add i32 %i, 1
  %more = icmp slt i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = fcmp oeq double %total.next, 2.5
  %ok.2 = icmp eq i8 %mask.next, -87
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Two switch edges lead from one block to the same successor, so the phi names
; that block once per edge.
define internal i32 @doubled_edges(i32 %key) noinline {
entry:
  switch i32 %key, label %other [
    i32 3, label %join
    i32 9, label %join
  ]

other:
  %negated = sub i32 0, %key
  br label %join

join:
  %value = phi i32 [ 70, %entry ], [ 70, %entry ], [ %negated, %other ]
  ret i32 %value
}

define i32 @test_phi_repeated_predecessor() {
  %k3 = call i32 @opaque_i32(i32 3)
  %k9 = call i32 @opaque_i32(i32 9)
  %k4 = call i32 @opaque_i32(i32 4)
  %first = call i32 @doubled_edges(i32 %k3)
  %second = call i32 @doubled_edges(i32 %k9)
  %third = call i32 @doubled_edges(i32 %k4)
  %ok.1 = icmp eq i32 %first, 70
  %ok.2 = icmp eq i32 %second, 70
  %ok.3 = icmp eq i32 %third, -4
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A phi of pointers walks two cells alternately.
define i32 @test_phi_pointers() {
entry:
  %left = alloca i32
  %right = alloca i32
  store i32 0, ptr %left
  store i32 0, ptr %right
  %n = call i32 @opaque_i32(i32 9)
  br label %loop

loop:
  %here = phi ptr [ %left, %entry ], [ %there, %loop ]
  %there = phi ptr [ %right, %entry ], [ %here, %loop ]
  %i = phi i32 [ 1, %entry ], [ %i.next, %loop ]
  %old = load i32, ptr %here
  %new = add i32 %old, %i
  store i32 %new, ptr %here
  %i.next = add i32 %i, 1
  %more = icmp ule i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %odd.sum = load i32, ptr %left
  %even.sum = load i32, ptr %right
  %ok.1 = icmp eq i32 %odd.sum, 25
  %ok.2 = icmp eq i32 %even.sum, 20
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
