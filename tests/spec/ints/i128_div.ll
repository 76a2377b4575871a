; i128 division, which most machines leave to a run-time routine: signs,
; operands of very different sizes and constant divisors.

define i128 @sdiv_i128(i128 %lhs, i128 %rhs) noinline {
  %quotient = sdiv i128 %lhs, %rhs
  ret i128 %quotient
}

define i128 @srem_i128(i128 %lhs, i128 %rhs) noinline {
  %remainder = srem i128 %lhs, %rhs
  ret i128 %remainder
}

define i128 @udiv_i128(i128 %lhs, i128 %rhs) noinline {
  %quotient = udiv i128 %lhs, %rhs
  ret i128 %quotient
}

define i128 @urem_i128(i128 %lhs, i128 %rhs) noinline {
  %remainder = urem i128 %lhs, %rhs
  ret i128 %remainder
}

define i32 @test_sdiv_i128() {
  %got1 = call i128 @sdiv_i128(i128 7, i128 2)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 3)
  %got2 = call i128 @sdiv_i128(i128 -7, i128 2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 -3)
  %got3 = call i128 @sdiv_i128(i128 7, i128 -2)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 -3)
  %got4 = call i128 @sdiv_i128(i128 -7, i128 -2)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 3)
  %got5 = call i128 @sdiv_i128(i128 100000000000000000000000000000000000000, i128 10000000000000000000)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 10000000000000000000)
  %got6 = call i128 @sdiv_i128(i128 -100000000000000000000000000000000000000, i128 10000000000000000009)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 -9999999999999999991)
  %got7 = call i128 @sdiv_i128(i128 -170141183460469231731687303715884105728, i128 3)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 -56713727820156410577229101238628035242)
  %got8 = call i128 @sdiv_i128(i128 170141183460469231731687303715884105727, i128 -1)
  %r8 = call i32 @check_i128(i32 %r7, i32 8, i128 %got8, i128 -170141183460469231731687303715884105727)
  %got9 = call i128 @sdiv_i128(i128 -170141183460469231731687303715884105728, i128 170141183460469231731687303715884105727)
  %r9 = call i32 @check_i128(i32 %r8, i32 9, i128 %got9, i128 -1)
  ret i32 %r9
}

define i32 @test_srem_i128() {
  %got1 = call i128 @srem_i128(i128 7, i128 2)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 1)
  %got2 = call i128 @srem_i128(i128 -7, i128 2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 -1)
  %got3 = call i128 @srem_i128(i128 7, i128 -2)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 1)
  %got4 = call i128 @srem_i128(i128 -7, i128 -2)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 -1)
  %got5 = call i128 @srem_i128(i128 100000000000000000000000000000000000000, i128 10000000000000000000)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 0)
  %got6 = call i128 @srem_i128(i128 -100000000000000000000000000000000000000, i128 10000000000000000009)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 -81)
  %got7 = call i128 @srem_i128(i128 -170141183460469231731687303715884105728, i128 3)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 -2)
  %got8 = call i128 @srem_i128(i128 170141183460469231731687303715884105727, i128 -1)
  %r8 = call i32 @check_i128(i32 %r7, i32 8, i128 %got8, i128 0)
  %got9 = call i128 @srem_i128(i128 -170141183460469231731687303715884105728, i128 170141183460469231731687303715884105727)
  %r9 = call i32 @check_i128(i32 %r8, i32 9, i128 %got9, i128 -1)
  ret i32 %r9
}

; -1 is 2^128 - 1 here.
define i32 @test_udiv_i128() {
  %got1 = call i128 @udiv_i128(i128 7, i128 2)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 3)
  %got2 = call i128 @udiv_i128(i128 -1, i128 2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 170141183460469231731687303715884105727)
  %got3 = call i128 @udiv_i128(i128 -1, i128 18446744073709551615)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 18446744073709551617)
  %got4 = call i128 @udiv_i128(i128 -1, i128 18446744073709551617)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 18446744073709551615)
  %got5 = call i128 @udiv_i128(i128 100000000000000000000000000000000000000, i128 10000000000000000000)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 10000000000000000000)
  %got6 = call i128 @udiv_i128(i128 5, i128 -1)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 0)
  %got7 = call i128 @udiv_i128(i128 -2, i128 -1)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 0)
  %got8 = call i128 @udiv_i128(i128 -170141183460469231731687303715884105728, i128 1000000000000000000000000000000)
  %r8 = call i32 @check_i128(i32 %r7, i32 8, i128 %got8, i128 170141183)
  ret i32 %r8
}

define i32 @test_urem_i128() {
  %got1 = call i128 @urem_i128(i128 7, i128 2)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 1)
  %got2 = call i128 @urem_i128(i128 -1, i128 2)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 1)
  %got3 = call i128 @urem_i128(i128 -1, i128 18446744073709551615)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 0)
  %got4 = call i128 @urem_i128(i128 -1, i128 18446744073709551617)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 0)
  %got5 = call i128 @urem_i128(i128 100000000000000000000000000000000000000, i128 10000000000000000000)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 0)
  %got6 = call i128 @urem_i128(i128 5, i128 -1)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 5)
  %got7 = call i128 @urem_i128(i128 -2, i128 -1)
  %r7 = call i32 @check_i128(i32 %r6, i32 7, i128 %got7, i128 -2)
  %got8 = call i128 @urem_i128(i128 -170141183460469231731687303715884105728, i128 1000000000000000000000000000000)
  %r8 = call i32 @check_i128(i32 %r7, i32 8, i128 %got8, i128 460469231731687303715884105728)
  ret i32 %r8
}

define i32 @test_div_by_powers_of_two() {
  %x = call i128 @opaque_i128(i128 -170141183460469231731687303715884093382)
  %sdiv.0 = sdiv i128 %x, 2
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %sdiv.0, i128 -85070591730234615865843651857942046691)
  %sdiv.1 = sdiv i128 %x, 18446744073709551616
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %sdiv.1, i128 -9223372036854775807)
  %udiv.2 = udiv i128 %x, 36893488147419103232
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %udiv.2, i128 4611686018427387904)
  %srem.3 = srem i128 %x, 18446744073709551616
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %srem.3, i128 -18446744073709539270)
  %urem.4 = urem i128 %x, 1180591620717411303424
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %urem.4, i128 12346)
  ret i32 %r5
}

define i32 @test_div_by_constants() {
  %x = call i128 @opaque_i128(i128 -170141183460469231731687303715884093382)
  %sdiv.3 = sdiv i128 %x, 3
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %sdiv.3, i128 -56713727820156410577229101238628031127)
  %srem.10 = srem i128 %x, 10
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %srem.10, i128 -2)
  %udiv.10 = udiv i128 %x, 10
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %udiv.10, i128 17014118346046923173168730371588411807)
  %urem.1000000007 = urem i128 %x, 1000000007
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %urem.1000000007, i128 639828488)
  ret i32 %r4
}

; Writes decimal digits backwards, ending at last; returns how many.
define i32 @decimal_digits(i128 %number, ptr %last) noinline {
entry:
  br label %loop

loop:
  %rest = phi i128 [ %number, %entry ], [ %rest.next, %loop ]
  %count = phi i32 [ 0, %entry ], [ %count.next, %loop ]
  %digit = urem i128 %rest, 10
  %digit.byte = trunc i128 %digit to i8
  %letter = add i8 %digit.byte, 48
  %count.next = add i32 %count, 1
  %back = sub i32 0, %count
  %back.wide = sext i32 %back to i64
  %place = getelementptr inbounds i8, ptr %last, i64 %back.wide
  store i8 %letter, ptr %place
  %rest.next = udiv i128 %rest, 10
  %more = icmp ne i128 %rest.next, 0
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %count.next
}

@largest = internal constant [39 x i8] c"340282366920938463463374607431768211455"

; All 39 digits of 2^128 - 1.
; ORI-TARGETS: test_print_largest decimal_digits
define i32 @test_print_largest() {
  %text = alloca [39 x i8]
  %last = getelementptr inbounds [39 x i8], ptr %text, i64 0, i64 38
  %number = call i128 @opaque_i128(i128 -1)
  %count = call i32 @decimal_digits(i128 %number, ptr %last)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %count, i32 39)
  %order = call i32 @memcmp(ptr %text, ptr @largest, i64 39)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %order, i32 0)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i128 @opaque_i128(i128 %value) noinline {
  %slot = alloca i128
  store volatile i128 %value, ptr %slot
  %seen = load volatile i128, ptr %slot
  ret i128 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i32 @memcmp(ptr, ptr, i64)
