; i3 and i7, widths below a byte: every pair of operands against the same
; operation done on i32, plus a few known values.

define i32 @count_bad_add_i3() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 0, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i3
  %rhs = trunc i32 %b to i3
  %got = add i3 %lhs, %rhs
  %wide.lhs = zext i3 %lhs to i32
  %wide.rhs = zext i3 %rhs to i32
  %wide = add i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i3
  %wrong = icmp ne i3 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 8
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 8
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_add_i3_exhaustive count_bad_add_i3
define i32 @test_add_i3_exhaustive() {
  %got1 = call i32 @count_bad_add_i3()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_mul_i3() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 0, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i3
  %rhs = trunc i32 %b to i3
  %got = mul i3 %lhs, %rhs
  %wide.lhs = zext i3 %lhs to i32
  %wide.rhs = zext i3 %rhs to i32
  %wide = mul i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i3
  %wrong = icmp ne i3 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 8
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 8
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_mul_i3_exhaustive count_bad_mul_i3
define i32 @test_mul_i3_exhaustive() {
  %got1 = call i32 @count_bad_mul_i3()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_sdiv_i3() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 1, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i3
  %rhs = trunc i32 %b to i3
  %minimum = icmp eq i3 %lhs, -4
  %minus.one = icmp eq i3 %rhs, -1
  %overflow = and i1 %minimum, %minus.one
  %divisor = select i1 %overflow, i3 1, i3 %rhs
  %got = sdiv i3 %lhs, %divisor
  %wide.lhs = sext i3 %lhs to i32
  %wide.rhs = sext i3 %divisor to i32
  %wide = sdiv i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i3
  %wrong = icmp ne i3 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 8
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 8
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_sdiv_i3_exhaustive count_bad_sdiv_i3
define i32 @test_sdiv_i3_exhaustive() {
  %got1 = call i32 @count_bad_sdiv_i3()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_urem_i3() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 1, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i3
  %rhs = trunc i32 %b to i3
  %got = urem i3 %lhs, %rhs
  %wide.lhs = zext i3 %lhs to i32
  %wide.rhs = zext i3 %rhs to i32
  %wide = urem i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i3
  %wrong = icmp ne i3 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 8
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 8
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_urem_i3_exhaustive count_bad_urem_i3
define i32 @test_urem_i3_exhaustive() {
  %got1 = call i32 @count_bad_urem_i3()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_sub_i7() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 0, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i7
  %rhs = trunc i32 %b to i7
  %got = sub i7 %lhs, %rhs
  %wide.lhs = zext i7 %lhs to i32
  %wide.rhs = zext i7 %rhs to i32
  %wide = sub i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i7
  %wrong = icmp ne i7 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 128
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 128
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_sub_i7_exhaustive count_bad_sub_i7
define i32 @test_sub_i7_exhaustive() {
  %got1 = call i32 @count_bad_sub_i7()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_srem_i7() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 1, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i7
  %rhs = trunc i32 %b to i7
  %minimum = icmp eq i7 %lhs, -64
  %minus.one = icmp eq i7 %rhs, -1
  %overflow = and i1 %minimum, %minus.one
  %divisor = select i1 %overflow, i7 1, i7 %rhs
  %got = srem i7 %lhs, %divisor
  %wide.lhs = sext i7 %lhs to i32
  %wide.rhs = sext i7 %divisor to i32
  %wide = srem i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i7
  %wrong = icmp ne i7 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 128
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 128
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_srem_i7_exhaustive count_bad_srem_i7
define i32 @test_srem_i7_exhaustive() {
  %got1 = call i32 @count_bad_srem_i7()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_udiv_i7() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 1, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i7
  %rhs = trunc i32 %b to i7
  %got = udiv i7 %lhs, %rhs
  %wide.lhs = zext i7 %lhs to i32
  %wide.rhs = zext i7 %rhs to i32
  %wide = udiv i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i7
  %wrong = icmp ne i7 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 128
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 128
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_udiv_i7_exhaustive count_bad_udiv_i7
define i32 @test_udiv_i7_exhaustive() {
  %got1 = call i32 @count_bad_udiv_i7()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_shl_i7() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 0, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i7
  %rhs = trunc i32 %b to i7
  %got = shl i7 %lhs, %rhs
  %wide.lhs = zext i7 %lhs to i32
  %wide.rhs = zext i7 %rhs to i32
  %wide = shl i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i7
  %wrong = icmp ne i7 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 7
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 128
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_shl_i7_exhaustive count_bad_shl_i7
define i32 @test_shl_i7_exhaustive() {
  %got1 = call i32 @count_bad_shl_i7()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_ashr_i7() noinline {
entry:
  br label %outer

outer:
  %a = phi i32 [ 0, %entry ], [ %a.next, %outer.next ]
  %bad.a = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %b = phi i32 [ 0, %outer ], [ %b.next, %inner ]
  %bad = phi i32 [ %bad.a, %outer ], [ %bad.next, %inner ]
  %lhs = trunc i32 %a to i7
  %rhs = trunc i32 %b to i7
  %got = ashr i7 %lhs, %rhs
  %wide.lhs = sext i7 %lhs to i32
  %wide.rhs = zext i7 %rhs to i32
  %wide = ashr i32 %wide.lhs, %wide.rhs
  %want = trunc i32 %wide to i7
  %wrong = icmp ne i7 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %b.next = add i32 %b, 1
  %more.b = icmp ult i32 %b.next, 7
  br i1 %more.b, label %inner, label %outer.next

outer.next:
  %a.next = add i32 %a, 1
  %more.a = icmp ult i32 %a.next, 128
  br i1 %more.a, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_ashr_i7_exhaustive count_bad_ashr_i7
define i32 @test_ashr_i7_exhaustive() {
  %got1 = call i32 @count_bad_ashr_i7()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

; Anchors the comparisons above: i3 holds -4 to 3.
define i32 @test_known_values_i3() {
  %three = call i3 @opaque_i3(i3 3)
  %minus.four = call i3 @opaque_i3(i3 -4)
  %sum = add i3 %three, 1
  %r1 = call i32 @check_i3(i32 0, i32 1, i3 %sum, i3 -4)
  %wide.sum = sext i3 %sum to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %wide.sum, i32 -4)
  %unsigned.sum = zext i3 %sum to i32
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %unsigned.sum, i32 4)
  %product = mul i3 %three, %three
  %r4 = call i32 @check_i3(i32 %r3, i32 4, i3 %product, i3 1)
  %half = sdiv i3 %minus.four, 2
  %r5 = call i32 @check_i3(i32 %r4, i32 5, i3 %half, i3 -2)
  %below = icmp slt i3 %minus.four, %three
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %below, i1 true)
  %above = icmp ugt i3 %minus.four, %three
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %above, i1 true)
  ret i32 %r7
}

define i32 @test_known_values_i7() {
  %x = call i7 @opaque_i7(i7 -64)
  %less = sub i7 %x, 1
  %r1 = call i32 @check_i7(i32 0, i32 1, i7 %less, i7 63)
  %third = udiv i7 %x, 3
  %r2 = call i32 @check_i7(i32 %r1, i32 2, i7 %third, i7 21)
  %rest = srem i7 %x, 7
  %r3 = call i32 @check_i7(i32 %r2, i32 3, i7 %rest, i7 -1)
  %down = ashr i7 %x, 3
  %r4 = call i32 @check_i7(i32 %r3, i32 4, i7 %down, i7 -8)
  %down.zero = lshr i7 %x, 3
  %r5 = call i32 @check_i7(i32 %r4, i32 5, i7 %down.zero, i7 8)
  %up = shl i7 %x, 1
  %r6 = call i32 @check_i7(i32 %r5, i32 6, i7 %up, i7 0)
  ret i32 %r6
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i3 @opaque_i3(i3 %value) noinline {
  %slot = alloca i3
  store volatile i3 %value, ptr %slot
  %seen = load volatile i3, ptr %slot
  ret i3 %seen
}

define internal i7 @opaque_i7(i7 %value) noinline {
  %slot = alloca i7
  store volatile i7 %value, ptr %slot
  %seen = load volatile i7, ptr %slot
  ret i7 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i3(i32 %prior, i32 %code, i3 %got, i3 %want) noinline {
  %same = icmp eq i3 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i7(i32 %prior, i32 %code, i7 %got, i7 %want) noinline {
  %same = icmp eq i7 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
