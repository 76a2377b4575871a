; sdiv and srem on i32: quotients round towards zero, the remainder has the
; sign of the dividend, by variables and by constants.

define i32 @sdiv_i32(i32 %lhs, i32 %rhs) noinline {
  %quotient = sdiv i32 %lhs, %rhs
  ret i32 %quotient
}

define i32 @srem_i32(i32 %lhs, i32 %rhs) noinline {
  %remainder = srem i32 %lhs, %rhs
  ret i32 %remainder
}

define i32 @test_sdiv_signs() {
  %got1 = call i32 @sdiv_i32(i32 7, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 3)
  %got2 = call i32 @sdiv_i32(i32 -7, i32 2)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -3)
  %got3 = call i32 @sdiv_i32(i32 7, i32 -2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -3)
  %got4 = call i32 @sdiv_i32(i32 -7, i32 -2)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 3)
  %got5 = call i32 @sdiv_i32(i32 0, i32 -5)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  %got6 = call i32 @sdiv_i32(i32 1, i32 2)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 0)
  %got7 = call i32 @sdiv_i32(i32 -1, i32 2)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 0)
  ret i32 %r7
}

define i32 @test_srem_signs() {
  %got1 = call i32 @srem_i32(i32 7, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 1)
  %got2 = call i32 @srem_i32(i32 -7, i32 2)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -1)
  %got3 = call i32 @srem_i32(i32 7, i32 -2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1)
  %got4 = call i32 @srem_i32(i32 -7, i32 -2)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1)
  %got5 = call i32 @srem_i32(i32 0, i32 -5)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  %got6 = call i32 @srem_i32(i32 6, i32 3)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 0)
  %got7 = call i32 @srem_i32(i32 -6, i32 3)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 0)
  ret i32 %r7
}

define i32 @test_sdiv_extremes() {
  %got1 = call i32 @sdiv_i32(i32 2147483647, i32 1)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2147483647)
  %got2 = call i32 @sdiv_i32(i32 2147483647, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483647)
  %got3 = call i32 @sdiv_i32(i32 -2147483648, i32 1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -2147483648)
  %got4 = call i32 @sdiv_i32(i32 -2147483648, i32 2)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1073741824)
  %got5 = call i32 @sdiv_i32(i32 -2147483648, i32 -2147483648)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 1)
  %got6 = call i32 @sdiv_i32(i32 2147483647, i32 -2147483648)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 0)
  %got7 = call i32 @sdiv_i32(i32 -2147483648, i32 2147483647)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 -1)
  ret i32 %r7
}

define i32 @test_srem_extremes() {
  %got1 = call i32 @srem_i32(i32 2147483647, i32 10)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 7)
  %got2 = call i32 @srem_i32(i32 2147483647, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @srem_i32(i32 -2147483648, i32 10)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -8)
  %got4 = call i32 @srem_i32(i32 -2147483648, i32 -2147483648)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  %got5 = call i32 @srem_i32(i32 2147483647, i32 -2147483648)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 2147483647)
  %got6 = call i32 @srem_i32(i32 -2147483648, i32 2147483647)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 -1)
  %got7 = call i32 @srem_i32(i32 -2147483647, i32 2)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 -1)
  ret i32 %r7
}

; Multiplication by a reciprocal must round towards zero for both signs.
define i32 @test_sdiv_by_constants() {
  %first = call i32 @opaque_i32(i32 1000000)
  %first.by3 = sdiv i32 %first, 3
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.by3, i32 333333)
  %first.by7 = sdiv i32 %first, 7
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %first.by7, i32 142857)
  %first.by10 = sdiv i32 %first, 10
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %first.by10, i32 100000)
  %first.by641 = sdiv i32 %first, 641
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %first.by641, i32 1560)
  %first.by.minus.5 = sdiv i32 %first, -5
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %first.by.minus.5, i32 -200000)
  %second = call i32 @opaque_i32(i32 -1000001)
  %second.by3 = sdiv i32 %second, 3
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %second.by3, i32 -333333)
  %second.by7 = sdiv i32 %second, 7
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %second.by7, i32 -142857)
  %second.by10 = sdiv i32 %second, 10
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %second.by10, i32 -100000)
  %second.by641 = sdiv i32 %second, 641
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %second.by641, i32 -1560)
  %second.by.minus.5 = sdiv i32 %second, -5
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %second.by.minus.5, i32 200000)
  ret i32 %r10
}

; A plain arithmetic shift would give the wrong quotient for -7.
define i32 @test_sdiv_by_powers_of_two() {
  %first = call i32 @opaque_i32(i32 -7)
  %first.by2 = sdiv i32 %first, 2
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.by2, i32 -3)
  %first.by4 = sdiv i32 %first, 4
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %first.by4, i32 -1)
  %first.by1024 = sdiv i32 %first, 1024
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %first.by1024, i32 0)
  %first.by.minus.8 = sdiv i32 %first, -8
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %first.by.minus.8, i32 0)
  %second = call i32 @opaque_i32(i32 -2147483648)
  %second.by2 = sdiv i32 %second, 2
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %second.by2, i32 -1073741824)
  %second.by4 = sdiv i32 %second, 4
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %second.by4, i32 -536870912)
  %second.by1024 = sdiv i32 %second, 1024
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %second.by1024, i32 -2097152)
  %second.by.minus.8 = sdiv i32 %second, -8
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %second.by.minus.8, i32 268435456)
  ret i32 %r8
}

define i32 @test_srem_by_constants() {
  %first = call i32 @opaque_i32(i32 -1000001)
  %first.by2 = srem i32 %first, 2
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.by2, i32 -1)
  %first.by3 = srem i32 %first, 3
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %first.by3, i32 -2)
  %first.by10 = srem i32 %first, 10
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %first.by10, i32 -1)
  %first.by64 = srem i32 %first, 64
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %first.by64, i32 -1)
  %first.by.minus.7 = srem i32 %first, -7
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %first.by.minus.7, i32 -2)
  %second = call i32 @opaque_i32(i32 2147483647)
  %second.by2 = srem i32 %second, 2
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %second.by2, i32 1)
  %second.by3 = srem i32 %second, 3
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %second.by3, i32 1)
  %second.by10 = srem i32 %second, 10
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %second.by10, i32 7)
  %second.by64 = srem i32 %second, 64
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %second.by64, i32 63)
  %second.by.minus.7 = srem i32 %second, -7
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %second.by.minus.7, i32 1)
  ret i32 %r10
}

; With exact only multiples are divided.
define i32 @test_exact_sdiv() {
  %forty.two = call i32 @opaque_i32(i32 42)
  %six = sdiv exact i32 %forty.two, 7
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %six, i32 6)
  %minus.forty = call i32 @opaque_i32(i32 -40)
  %minus.five = sdiv exact i32 %minus.forty, 8
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %minus.five, i32 -5)
  ret i32 %r2
}

; Counts n for which n != n / d * d + n % d or n % d has the wrong sign.
define i32 @count_broken_identities(i32 %divisor) noinline {
entry:
  br label %loop

loop:
  %n = phi i32 [ -5000, %entry ], [ %n.next, %loop ]
  %bad = phi i32 [ 0, %entry ], [ %bad.next, %loop ]
  %quotient = sdiv i32 %n, %divisor
  %remainder = srem i32 %n, %divisor
  %product = mul i32 %quotient, %divisor
  %sum = add i32 %product, %remainder
  %wrong = icmp ne i32 %sum, %n
  %wrong.bit = zext i1 %wrong to i32
  %signs = xor i32 %remainder, %n
  %opposite = icmp slt i32 %signs, 0
  %nonzero = icmp ne i32 %remainder, 0
  %bad.sign = and i1 %opposite, %nonzero
  %bad.sign.bit = zext i1 %bad.sign to i32
  %bad.sum = add i32 %bad, %wrong.bit
  %bad.next = add i32 %bad.sum, %bad.sign.bit
  %n.next = add i32 %n, 7
  %more = icmp sle i32 %n.next, 5000
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %bad.next
}

; ORI-TARGETS: test_quotient_remainder_identity count_broken_identities
define i32 @test_quotient_remainder_identity() {
  %got1 = call i32 @count_broken_identities(i32 3)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @count_broken_identities(i32 -3)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @count_broken_identities(i32 16)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @count_broken_identities(i32 -17)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  %got5 = call i32 @count_broken_identities(i32 4999)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  ret i32 %r5
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
