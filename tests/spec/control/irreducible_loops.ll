; Control flow that no structured language writes down: loops with two entries,
; long chains of branches, crossing diamonds and blocks out of textual order.

; A loop of two blocks that may be entered at either; appends the digit 1 on each
; visit of %left and 2 on each visit of %right.
define i32 @two_entry_loop(i1 %start.left, i32 %visits) noinline {
entry:
  br i1 %start.left, label %left, label %right

left:
  %trace.l = phi i32 [ 0, %entry ], [ %trace.r.next, %right ]
  %count.l = phi i32 [ 0, %entry ], [ %count.r.next, %right ]
  %shift.l = mul i32 %trace.l, 10
  %trace.l.next = add i32 %shift.l, 1
  %count.l.next = add i32 %count.l, 1
  %done.l = icmp uge i32 %count.l.next, %visits
  br i1 %done.l, label %exit, label %right

right:
  %trace.r = phi i32 [ 0, %entry ], [ %trace.l.next, %left ]
  %count.r = phi i32 [ 0, %entry ], [ %count.l.next, %left ]
  %shift.r = mul i32 %trace.r, 10
  %trace.r.next = add i32 %shift.r, 2
  %count.r.next = add i32 %count.r, 1
  %done.r = icmp uge i32 %count.r.next, %visits
  br i1 %done.r, label %exit, label %left

exit:
  %trace = phi i32 [ %trace.l.next, %left ], [ %trace.r.next, %right ]
  ret i32 %trace
}

; ORI-TARGETS: test_enter_left two_entry_loop
define i32 @test_enter_left() {
  %left = call i1 @opaque_i1(i1 true)
  %five = call i32 @opaque_i32(i32 5)
  %one = call i32 @opaque_i32(i32 1)
  %long = call i32 @two_entry_loop(i1 %left, i32 %five)
  %short = call i32 @two_entry_loop(i1 %left, i32 %one)
  %ok.1 = icmp eq i32 %long, 12121
  %ok.2 = icmp eq i32 %short, 1
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_enter_right two_entry_loop
define i32 @test_enter_right() {
  %left = call i1 @opaque_i1(i1 false)
  %six = call i32 @opaque_i32(i32 6)
  %one = call i32 @opaque_i32(i32 1)
  %long = call i32 @two_entry_loop(i1 %left, i32 %six)
  %short = call i32 @two_entry_loop(i1 %left, i32 %one)
  %ok.1 = icmp eq i32 %long, 212121
  %ok.2 = icmp eq i32 %short, 2
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Three blocks, every one an entry and every one joined to every other; the
; remainder by three chooses the next, until the value falls below three.
define internal i32 @three_entry_web(i32 %value) noinline {
entry:
  %r0 = urem i32 %value, 3
  switch i32 %r0, label %two [
    i32 0, label %zero
    i32 1, label %one
  ]

zero:
  %z = phi i32 [ %value, %entry ], [ %o.next, %one ], [ %t.next, %two ], [ %z.next, %zero ]
  %z.next = udiv i32 %z, 3
  %z.rest = urem i32 %z.next, 3
  %z.done = icmp ult i32 %z.next, 3
  %z.key = select i1 %z.done, i32 9, i32 %z.rest
  switch i32 %z.key, label %exit [
    i32 0, label %zero
    i32 1, label %one
    i32 2, label %two
  ]

one:
  %o = phi i32 [ %value, %entry ], [ %z.next, %zero ], [ %t.next, %two ], [ %o.next, %one ]
  %o.next = sub i32 %o, 2
  %o.rest = urem i32 %o.next, 3
  %o.done = icmp ult i32 %o.next, 3
  %o.key = select i1 %o.done, i32 9, i32 %o.rest
  switch i32 %o.key, label %exit [
    i32 0, label %zero
    i32 1, label %one
    i32 2, label %two
  ]

two:
  %t = phi i32 [ %value, %entry ], [ %z.next, %zero ], [ %o.next, %one ], [ %t.next, %two ]
  %t.next = add i32 %t, 1
  %t.rest = urem i32 %t.next, 3
  %t.done = icmp ult i32 %t.next, 3
  %t.key = select i1 %t.done, i32 9, i32 %t.rest
  switch i32 %t.key, label %exit [
    i32 0, label %zero
    i32 1, label %one
    i32 2, label %two
  ]

exit:
  %left = phi i32 [ %z.next, %zero ], [ %o.next, %one ], [ %t.next, %two ]
  ret i32 %left
}

; 54 -> 18 -> 6 -> 2;  100 -> 98 -> 99 -> 33 -> 11 -> 12 -> 4 -> 2;
; 8 -> 9 -> 3 -> 1.
define i32 @test_three_entries() {
  %a = call i32 @opaque_i32(i32 54)
  %b = call i32 @opaque_i32(i32 100)
  %c = call i32 @opaque_i32(i32 8)
  %ra = call i32 @three_entry_web(i32 %a)
  %rb = call i32 @three_entry_web(i32 %b)
  %rc = call i32 @three_entry_web(i32 %c)
  %ok.1 = icmp eq i32 %ra, 2
  %ok.2 = icmp eq i32 %rb, 2
  %ok.3 = icmp eq i32 %rc, 1
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Unconditional branches through blocks written in no order at all.
define i32 @test_branch_chain_out_of_order() {
entry:
  %x0 = call i32 @opaque_i32(i32 3)
  br label %first

fourth:
  %x4 = sub i32 %x3, 5
  br label %fifth

second:
  %x2 = mul i32 %x1, 10
  br label %third

fifth:
  %ok = icmp eq i32 %x4, 51
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code

first:
  %x1 = add i32 %x0, 4
  br label %second

third:
  %x3 = xor i32 %x2, 126
  br label %fourth
}

; A ladder of conditional branches grades a score.
define internal i32 @grade(i32 %score) noinline {
entry:
  %below60 = icmp slt i32 %score, 60
  br i1 %below60, label %fail, label %try70

try70:
  %below70 = icmp slt i32 %score, 70
  br i1 %below70, label %join, label %try80

try80:
  %below80 = icmp slt i32 %score, 80
  br i1 %below80, label %join, label %try90

try90:
  %below90 = icmp slt i32 %score, 90
  br i1 %below90, label %join, label %top

top:
  br label %join

fail:
  br label %join

join:
  %letter = phi i32 [ 68, %try70 ], [ 67, %try80 ], [ 66, %try90 ], [ 65, %top ], [ 70, %fail ]
  ret i32 %letter
}

define i32 @test_branch_ladder() {
  %s59 = call i32 @opaque_i32(i32 59)
  %s60 = call i32 @opaque_i32(i32 60)
  %s79 = call i32 @opaque_i32(i32 79)
  %s89 = call i32 @opaque_i32(i32 89)
  %s90 = call i32 @opaque_i32(i32 90)
  %g59 = call i32 @grade(i32 %s59)
  %g60 = call i32 @grade(i32 %s60)
  %g79 = call i32 @grade(i32 %s79)
  %g89 = call i32 @grade(i32 %s89)
  %g90 = call i32 @grade(i32 %s90)
  %ok.1 = icmp eq i32 %g59, 70
  %ok.2 = icmp eq i32 %g60, 68
  %ok.3 = icmp eq i32 %g79, 67
  %ok.4 = icmp eq i32 %g89, 66
  %ok.5 = icmp eq i32 %g90, 65
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Both arms of one diamond cross into both arms of the next.
define internal i32 @crossed_diamonds(i1 %p, i1 %q) noinline {
entry:
  br i1 %p, label %a, label %b

a:
  br i1 %q, label %c, label %d

b:
  br i1 %q, label %d, label %c

c:
  %vc = phi i32 [ 1, %a ], [ 2, %b ]
  br label %end

d:
  %vd = phi i32 [ 4, %b ], [ 3, %a ]
  br label %end

end:
  %v = phi i32 [ %vc, %c ], [ %vd, %d ]
  ret i32 %v
}

define i32 @test_crossed_diamonds() {
  %t = call i1 @opaque_i1(i1 true)
  %f = call i1 @opaque_i1(i1 false)
  %tt = call i32 @crossed_diamonds(i1 %t, i1 %t)
  %tf = call i32 @crossed_diamonds(i1 %t, i1 %f)
  %ft = call i32 @crossed_diamonds(i1 %f, i1 %t)
  %ff = call i32 @crossed_diamonds(i1 %f, i1 %f)
  %ok.1 = icmp eq i32 %tt, 1
  %ok.2 = icmp eq i32 %tf, 3
  %ok.3 = icmp eq i32 %ft, 4
  %ok.4 = icmp eq i32 %ff, 2
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A conditional branch whose two edges meet the same block.
define i32 @test_both_edges_same_block() {
entry:
  %flag = call i1 @opaque_i1(i1 true)
  %value = call i32 @opaque_i32(i32 9)
  br i1 %flag, label %join, label %join

join:
  %same = phi i32 [ %value, %entry ], [ %value, %entry ]
  %ok = icmp eq i32 %same, 9
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
