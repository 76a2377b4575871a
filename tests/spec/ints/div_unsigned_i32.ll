; udiv and urem on i32 treat every bit pattern as a number from 0 to 2^32 - 1,
; by variables and by constants.

define i32 @udiv_i32(i32 %lhs, i32 %rhs) noinline {
  %quotient = udiv i32 %lhs, %rhs
  ret i32 %quotient
}

define i32 @urem_i32(i32 %lhs, i32 %rhs) noinline {
  %remainder = urem i32 %lhs, %rhs
  ret i32 %remainder
}

define i32 @test_udiv_small() {
  %got1 = call i32 @udiv_i32(i32 7, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 3)
  %got2 = call i32 @udiv_i32(i32 0, i32 9)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @udiv_i32(i32 1, i32 2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @udiv_i32(i32 100, i32 10)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 10)
  %got5 = call i32 @udiv_i32(i32 99, i32 100)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 0)
  ret i32 %r5
}

define i32 @test_urem_small() {
  %got1 = call i32 @urem_i32(i32 7, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 1)
  %got2 = call i32 @urem_i32(i32 0, i32 9)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @urem_i32(i32 1, i32 2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1)
  %got4 = call i32 @urem_i32(i32 100, i32 10)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 0)
  %got5 = call i32 @urem_i32(i32 99, i32 100)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 99)
  ret i32 %r5
}

; -1 is 4294967295 here.
define i32 @test_udiv_high_bit() {
  %got1 = call i32 @udiv_i32(i32 -1, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2147483647)
  %got2 = call i32 @udiv_i32(i32 -1, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1)
  %got3 = call i32 @udiv_i32(i32 -2, i32 -1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @udiv_i32(i32 -1, i32 -2)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 1)
  %got5 = call i32 @udiv_i32(i32 -2147483648, i32 3)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 715827882)
  %got6 = call i32 @udiv_i32(i32 -1, i32 65537)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 65535)
  %got7 = call i32 @udiv_i32(i32 5, i32 -1)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 0)
  ret i32 %r7
}

define i32 @test_urem_high_bit() {
  %got1 = call i32 @urem_i32(i32 -1, i32 2)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 1)
  %got2 = call i32 @urem_i32(i32 -1, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @urem_i32(i32 -2, i32 -1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -2)
  %got4 = call i32 @urem_i32(i32 -1, i32 -2)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 1)
  %got5 = call i32 @urem_i32(i32 -2147483648, i32 3)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 2)
  %got6 = call i32 @urem_i32(i32 -1, i32 10)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 5)
  %got7 = call i32 @urem_i32(i32 5, i32 -1)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 5)
  ret i32 %r7
}

; The reciprocal of 7 takes 33 bits.
define i32 @test_udiv_by_constants() {
  %first = call i32 @opaque_i32(i32 -1)
  %first.by3 = udiv i32 %first, 3
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.by3, i32 1431655765)
  %first.by7 = udiv i32 %first, 7
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %first.by7, i32 613566756)
  %first.by10 = udiv i32 %first, 10
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %first.by10, i32 429496729)
  %first.by641 = udiv i32 %first, 641
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %first.by641, i32 6700416)
  %first.by.high = udiv i32 %first, -2147483647
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %first.by.high, i32 1)
  %second = call i32 @opaque_i32(i32 -2147483648)
  %second.by3 = udiv i32 %second, 3
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %second.by3, i32 715827882)
  %second.by7 = udiv i32 %second, 7
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %second.by7, i32 306783378)
  %second.by10 = udiv i32 %second, 10
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %second.by10, i32 214748364)
  %second.by641 = udiv i32 %second, 641
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %second.by641, i32 3350208)
  %second.by.high = udiv i32 %second, -2147483647
  %r10 = call i32 @check_i32(i32 %r9, i32 10, i32 %second.by.high, i32 0)
  ret i32 %r10
}

define i32 @test_udiv_by_powers_of_two() {
  %first = call i32 @opaque_i32(i32 -1)
  %first.by2 = udiv i32 %first, 2
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.by2, i32 2147483647)
  %first.by16 = udiv i32 %first, 16
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %first.by16, i32 268435455)
  %first.by65536 = udiv i32 %first, 65536
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %first.by65536, i32 65535)
  %first.by.top = udiv i32 %first, -2147483648
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %first.by.top, i32 1)
  %second = call i32 @opaque_i32(i32 -2147483640)
  %second.by2 = udiv i32 %second, 2
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %second.by2, i32 1073741828)
  %second.by16 = udiv i32 %second, 16
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %second.by16, i32 134217728)
  %second.by65536 = udiv i32 %second, 65536
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %second.by65536, i32 32768)
  %second.by.top = udiv i32 %second, -2147483648
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %second.by.top, i32 1)
  ret i32 %r8
}

define i32 @test_urem_by_constants() {
  %first = call i32 @opaque_i32(i32 -1)
  %first.by3 = urem i32 %first, 3
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first.by3, i32 0)
  %first.by7 = urem i32 %first, 7
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %first.by7, i32 3)
  %first.by32 = urem i32 %first, 32
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %first.by32, i32 31)
  %first.by1000 = urem i32 %first, 1000
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %first.by1000, i32 295)
  %second = call i32 @opaque_i32(i32 -1294967296)
  %second.by3 = urem i32 %second, 3
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %second.by3, i32 0)
  %second.by7 = urem i32 %second, 7
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %second.by7, i32 4)
  %second.by32 = urem i32 %second, 32
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %second.by32, i32 0)
  %second.by1000 = urem i32 %second, 1000
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %second.by1000, i32 0)
  ret i32 %r8
}

; Adds up the decimal digits of an unsigned number.
define i32 @digit_sum(i32 %number) noinline {
entry:
  br label %loop

loop:
  %rest = phi i32 [ %number, %entry ], [ %rest.next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %loop ]
  %digit = urem i32 %rest, 10
  %sum.next = add i32 %sum, %digit
  %rest.next = udiv i32 %rest, 10
  %more = icmp ne i32 %rest.next, 0
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %sum.next
}

; ORI-TARGETS: test_digit_sum digit_sum
define i32 @test_digit_sum() {
  %got1 = call i32 @digit_sum(i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @digit_sum(i32 9)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 9)
  %got3 = call i32 @digit_sum(i32 1234567890)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 45)
  %got4 = call i32 @digit_sum(i32 -1)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 57)
  %got5 = call i32 @digit_sum(i32 -2147483648)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 47)
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
