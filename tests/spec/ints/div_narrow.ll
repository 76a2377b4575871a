; Division on i8 and i16: every i8 pair against the same division done on i32,
; and chosen i16 pairs.

; -128 / -1 is the one pair without a result and is replaced by -128 / 1.
define i32 @count_bad_sdiv_i8() noinline {
entry:
  br label %outer

outer:
  %n = phi i32 [ 0, %entry ], [ %n.next, %outer.next ]
  %bad.n = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %d = phi i32 [ 1, %outer ], [ %d.next, %inner ]
  %bad = phi i32 [ %bad.n, %outer ], [ %bad.next, %inner ]
  %n8 = trunc i32 %n to i8
  %d8 = trunc i32 %d to i8
  %minimum = icmp eq i8 %n8, -128
  %minus.one = icmp eq i8 %d8, -1
  %overflow = and i1 %minimum, %minus.one
  %safe.d8 = select i1 %overflow, i8 1, i8 %d8
  %got = sdiv i8 %n8, %safe.d8
  %wide.n = sext i8 %n8 to i32
  %wide.d = sext i8 %safe.d8 to i32
  %wide = sdiv i32 %wide.n, %wide.d
  %want = trunc i32 %wide to i8
  %wrong = icmp ne i8 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %d.next = add i32 %d, 1
  %more.d = icmp ult i32 %d.next, 256
  br i1 %more.d, label %inner, label %outer.next

outer.next:
  %n.next = add i32 %n, 1
  %more.n = icmp ult i32 %n.next, 256
  br i1 %more.n, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_sdiv_i8_exhaustive count_bad_sdiv_i8
define i32 @test_sdiv_i8_exhaustive() {
  %got1 = call i32 @count_bad_sdiv_i8()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_srem_i8() noinline {
entry:
  br label %outer

outer:
  %n = phi i32 [ 0, %entry ], [ %n.next, %outer.next ]
  %bad.n = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %d = phi i32 [ 1, %outer ], [ %d.next, %inner ]
  %bad = phi i32 [ %bad.n, %outer ], [ %bad.next, %inner ]
  %n8 = trunc i32 %n to i8
  %d8 = trunc i32 %d to i8
  %minimum = icmp eq i8 %n8, -128
  %minus.one = icmp eq i8 %d8, -1
  %overflow = and i1 %minimum, %minus.one
  %safe.d8 = select i1 %overflow, i8 1, i8 %d8
  %got = srem i8 %n8, %safe.d8
  %wide.n = sext i8 %n8 to i32
  %wide.d = sext i8 %safe.d8 to i32
  %wide = srem i32 %wide.n, %wide.d
  %want = trunc i32 %wide to i8
  %wrong = icmp ne i8 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %d.next = add i32 %d, 1
  %more.d = icmp ult i32 %d.next, 256
  br i1 %more.d, label %inner, label %outer.next

outer.next:
  %n.next = add i32 %n, 1
  %more.n = icmp ult i32 %n.next, 256
  br i1 %more.n, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_srem_i8_exhaustive count_bad_srem_i8
define i32 @test_srem_i8_exhaustive() {
  %got1 = call i32 @count_bad_srem_i8()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_udiv_i8() noinline {
entry:
  br label %outer

outer:
  %n = phi i32 [ 0, %entry ], [ %n.next, %outer.next ]
  %bad.n = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %d = phi i32 [ 1, %outer ], [ %d.next, %inner ]
  %bad = phi i32 [ %bad.n, %outer ], [ %bad.next, %inner ]
  %n8 = trunc i32 %n to i8
  %d8 = trunc i32 %d to i8
  %got = udiv i8 %n8, %d8
  %wide.n = zext i8 %n8 to i32
  %wide.d = zext i8 %d8 to i32
  %wide = udiv i32 %wide.n, %wide.d
  %want = trunc i32 %wide to i8
  %wrong = icmp ne i8 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %d.next = add i32 %d, 1
  %more.d = icmp ult i32 %d.next, 256
  br i1 %more.d, label %inner, label %outer.next

outer.next:
  %n.next = add i32 %n, 1
  %more.n = icmp ult i32 %n.next, 256
  br i1 %more.n, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_udiv_i8_exhaustive count_bad_udiv_i8
define i32 @test_udiv_i8_exhaustive() {
  %got1 = call i32 @count_bad_udiv_i8()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i32 @count_bad_urem_i8() noinline {
entry:
  br label %outer

outer:
  %n = phi i32 [ 0, %entry ], [ %n.next, %outer.next ]
  %bad.n = phi i32 [ 0, %entry ], [ %bad.next, %outer.next ]
  br label %inner

inner:
  %d = phi i32 [ 1, %outer ], [ %d.next, %inner ]
  %bad = phi i32 [ %bad.n, %outer ], [ %bad.next, %inner ]
  %n8 = trunc i32 %n to i8
  %d8 = trunc i32 %d to i8
  %got = urem i8 %n8, %d8
  %wide.n = zext i8 %n8 to i32
  %wide.d = zext i8 %d8 to i32
  %wide = urem i32 %wide.n, %wide.d
  %want = trunc i32 %wide to i8
  %wrong = icmp ne i8 %got, %want
  %wrong.bit = zext i1 %wrong to i32
  %bad.next = add i32 %bad, %wrong.bit
  %d.next = add i32 %d, 1
  %more.d = icmp ult i32 %d.next, 256
  br i1 %more.d, label %inner, label %outer.next

outer.next:
  %n.next = add i32 %n, 1
  %more.n = icmp ult i32 %n.next, 256
  br i1 %more.n, label %outer, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_urem_i8_exhaustive count_bad_urem_i8
define i32 @test_urem_i8_exhaustive() {
  %got1 = call i32 @count_bad_urem_i8()
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  ret i32 %r1
}

define i16 @sdiv_i16(i16 %lhs, i16 %rhs) noinline {
  %quotient = sdiv i16 %lhs, %rhs
  ret i16 %quotient
}

define i16 @srem_i16(i16 %lhs, i16 %rhs) noinline {
  %remainder = srem i16 %lhs, %rhs
  ret i16 %remainder
}

define i16 @udiv_i16(i16 %lhs, i16 %rhs) noinline {
  %quotient = udiv i16 %lhs, %rhs
  ret i16 %quotient
}

define i16 @urem_i16(i16 %lhs, i16 %rhs) noinline {
  %remainder = urem i16 %lhs, %rhs
  ret i16 %remainder
}

define i32 @test_sdiv_i16() {
  %got1 = call i16 @sdiv_i16(i16 1000, i16 7)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 142)
  %got2 = call i16 @sdiv_i16(i16 -1000, i16 7)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -142)
  %got3 = call i16 @sdiv_i16(i16 1000, i16 -7)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 -142)
  %got4 = call i16 @sdiv_i16(i16 -32768, i16 255)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -128)
  %got5 = call i16 @sdiv_i16(i16 32767, i16 -1)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 -32767)
  %got6 = call i16 @sdiv_i16(i16 -1, i16 -2)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 0)
  %got7 = call i16 @sdiv_i16(i16 3, i16 -32768)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 0)
  ret i32 %r7
}

define i32 @test_srem_i16() {
  %got1 = call i16 @srem_i16(i16 1000, i16 7)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 6)
  %got2 = call i16 @srem_i16(i16 -1000, i16 7)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -6)
  %got3 = call i16 @srem_i16(i16 1000, i16 -7)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 6)
  %got4 = call i16 @srem_i16(i16 -32768, i16 255)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 -128)
  %got5 = call i16 @srem_i16(i16 32767, i16 -1)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 0)
  %got6 = call i16 @srem_i16(i16 -1, i16 -2)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 -1)
  %got7 = call i16 @srem_i16(i16 3, i16 -32768)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 3)
  ret i32 %r7
}

define i32 @test_udiv_i16() {
  %got1 = call i16 @udiv_i16(i16 1000, i16 7)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 142)
  %got2 = call i16 @udiv_i16(i16 -1000, i16 7)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 9219)
  %got3 = call i16 @udiv_i16(i16 1000, i16 -7)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 0)
  %got4 = call i16 @udiv_i16(i16 -32768, i16 255)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 128)
  %got5 = call i16 @udiv_i16(i16 32767, i16 -1)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 0)
  %got6 = call i16 @udiv_i16(i16 -1, i16 -2)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 1)
  %got7 = call i16 @udiv_i16(i16 3, i16 -32768)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 0)
  ret i32 %r7
}

define i32 @test_urem_i16() {
  %got1 = call i16 @urem_i16(i16 1000, i16 7)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 6)
  %got2 = call i16 @urem_i16(i16 -1000, i16 7)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 3)
  %got3 = call i16 @urem_i16(i16 1000, i16 -7)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 1000)
  %got4 = call i16 @urem_i16(i16 -32768, i16 255)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 128)
  %got5 = call i16 @urem_i16(i16 32767, i16 -1)
  %r5 = call i32 @check_i16(i32 %r4, i32 5, i16 %got5, i16 32767)
  %got6 = call i16 @urem_i16(i16 -1, i16 -2)
  %r6 = call i32 @check_i16(i32 %r5, i32 6, i16 %got6, i16 1)
  %got7 = call i16 @urem_i16(i16 3, i16 -32768)
  %r7 = call i32 @check_i16(i32 %r6, i32 7, i16 %got7, i16 3)
  ret i32 %r7
}

; Anchors the exhaustive comparison to known quotients.
define i32 @test_i8_known_values() {
  %a = call i8 @opaque_i8(i8 -100)
  %signed = sdiv i8 %a, 7
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %signed, i8 -14)
  %signed.rest = srem i8 %a, 7
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %signed.rest, i8 -2)
  %unsigned = udiv i8 %a, 7
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %unsigned, i8 22)
  %unsigned.rest = urem i8 %a, 7
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %unsigned.rest, i8 2)
  ret i32 %r4
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
