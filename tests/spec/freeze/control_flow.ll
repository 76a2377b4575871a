; freeze in front of branches, switches, selects and phis: a frozen condition
; is decided once, so that all its uses go the same way.

; Both branches on the same frozen bit agree.
define i32 @test_branch_twice_on_frozen() {
entry:
  %maximum = call i32 @opaque_i32(i32 2147483647)
  %sum = add nsw i32 %maximum, 1
  %negative = icmp slt i32 %sum, 0
  %condition = freeze i1 %negative
  br i1 %condition, label %left, label %right

left:
  br label %join

right:
  br label %join

join:
  %side = phi i32 [ 1, %left ], [ 2, %right ]
  br i1 %condition, label %left.again, label %right.again

left.again:
  %left.wrong = icmp ne i32 %side, 1
  %left.code = zext i1 %left.wrong to i32
  ret i32 %left.code

right.again:
  %right.wrong = icmp ne i32 %side, 2
  %right.code = select i1 %right.wrong, i32 2, i32 0
  ret i32 %right.code
}

define i32 @test_select_agrees_with_branch() {
entry:
  %maximum = call i32 @opaque_i32(i32 2147483647)
  %sum = add nsw i32 %maximum, 1
  %some = freeze i32 %sum
  %small = icmp ult i32 %some, 1000
  %chosen = select i1 %small, i32 7, i32 8
  br i1 %small, label %below, label %above

below:
  %below.ok = icmp eq i32 %chosen, 7
  %below.code = select i1 %below.ok, i32 0, i32 1
  ret i32 %below.code

above:
  %above.ok = icmp eq i32 %chosen, 8
  %above.code = select i1 %above.ok, i32 0, i32 2
  ret i32 %above.code
}

; Each case sees the value it names.
define i32 @test_switch_on_frozen() {
entry:
  %one.bit = call i2 @opaque_i2(i2 1)
  %sum = add nsw i2 %one.bit, 1
  %some = freeze i2 %sum
  switch i2 %some, label %other [
  i2 0, label %zero
  i2 1, label %one
  ]

zero:
  %zero.wrong = icmp ne i2 %some, 0
  %zero.code = select i1 %zero.wrong, i32 1, i32 0
  ret i32 %zero.code

one:
  %one.wrong = icmp ne i2 %some, 1
  %one.code = select i1 %one.wrong, i32 2, i32 0
  ret i32 %one.code

other:
  %top = lshr i2 %some, 1
  %other.wrong = icmp ne i2 %top, 1
  %other.code = select i1 %other.wrong, i32 3, i32 0
  ret i32 %other.code
}

; Divides unless the divisor is zero.
define i32 @guarded_quotient(i32 %numerator, i32 %divisor) noinline {
entry:
  %divisor.fixed = freeze i32 %divisor
  %zero = icmp eq i32 %divisor.fixed, 0
  br i1 %zero, label %skip, label %divide

divide:
  %quotient = udiv i32 %numerator, %divisor.fixed
  br label %skip

skip:
  %result = phi i32 [ -1, %entry ], [ %quotient, %divide ]
  %result.fixed = freeze i32 %result
  ret i32 %result.fixed
}

; The value that was tested is the value that divides.
; ORI-TARGETS: test_guarded_division guarded_quotient
define i32 @test_guarded_division() {
  %got1 = call i32 @guarded_quotient(i32 100, i32 7)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 14)
  %got2 = call i32 @guarded_quotient(i32 100, i32 0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -1)
  %got3 = call i32 @guarded_quotient(i32 -1, i32 2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 2147483647)
  %got4 = call i32 @guarded_quotient(i32 0, i32 5)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  ret i32 %r4
}

define i32 @frozen_sum(i32 %limit) noinline {
entry:
  %limit.fixed = freeze i32 %limit
  br label %head

head:
  %index = phi i32 [ 0, %entry ], [ %index.next, %body ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %body ]
  %more = icmp ult i32 %index, %limit.fixed
  %more.fixed = freeze i1 %more
  br i1 %more.fixed, label %body, label %exit

body:
  %sum.next = add i32 %sum, %index
  %index.next = add i32 %index, 1
  br label %head

exit:
  ret i32 %sum
}

; ORI-TARGETS: test_loop_bound frozen_sum
define i32 @test_loop_bound() {
  %got1 = call i32 @frozen_sum(i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @frozen_sum(i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @frozen_sum(i32 10)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 45)
  %got4 = call i32 @frozen_sum(i32 1000)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 499500)
  ret i32 %r4
}

; A frozen bit does not change between rounds.
define i32 @test_loop_with_frozen_invariant() {
entry:
  %maximum = call i32 @opaque_i32(i32 2147483647)
  %sum = add nsw i32 %maximum, 1
  %negative = icmp slt i32 %sum, 0
  %condition = freeze i1 %negative
  br label %loop

loop:
  %index = phi i32 [ 0, %entry ], [ %index.next, %next ]
  %taken = phi i32 [ 0, %entry ], [ %taken.next, %next ]
  br i1 %condition, label %yes, label %next

yes:
  %taken.up = add i32 %taken, 1
  br label %next

next:
  %taken.next = phi i32 [ %taken, %loop ], [ %taken.up, %yes ]
  %index.next = add i32 %index, 1
  %more = icmp ult i32 %index.next, 10
  br i1 %more, label %loop, label %exit

exit:
  %none = icmp eq i32 %taken.next, 0
  %all = icmp eq i32 %taken.next, 10
  %constant = or i1 %none, %all
  %code = select i1 %constant, i32 0, i32 1
  ret i32 %code
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i2 @opaque_i2(i2 %value) noinline {
  %slot = alloca i2
  store volatile i2 %value, ptr %slot
  %seen = load volatile i2, ptr %slot
  ret i2 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
