; i128 add and sub: carries and borrows between the two halves, wrap-around
; and chains of additions.

define i128 @add_i128(i128 %lhs, i128 %rhs) noinline {
  %sum = add i128 %lhs, %rhs
  ret i128 %sum
}

define i128 @sub_i128(i128 %lhs, i128 %rhs) noinline {
  %difference = sub i128 %lhs, %rhs
  ret i128 %difference
}

; A carry must cross from bit 63 to bit 64.
define i32 @test_add_carries() {
  %got1 = call i128 @add_i128(i128 1, i128 2)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 3)
  %got2 = call i128 @add_i128(i128 u0x0000000000000000FFFFFFFFFFFFFFFF, i128 1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x00000000000000010000000000000000)
  %got3 = call i128 @add_i128(i128 u0x0000000000000000FFFFFFFFFFFFFFFF, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x0000000000000001FFFFFFFFFFFFFFFE)
  %got4 = call i128 @add_i128(i128 u0x00000000000000008000000000000000, i128 u0x00000000000000008000000000000000)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0x00000000000000010000000000000000)
  %got5 = call i128 @add_i128(i128 -1, i128 1)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 0)
  %got6 = call i128 @add_i128(i128 u0xFFFFFFFFFFFFFFFF0000000000000000, i128 u0x00000000000000010000000000000000)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 0)
  ret i32 %r6
}

define i32 @test_add_wraps() {
  %got1 = call i128 @add_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 1)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0x80000000000000000000000000000000)
  %got2 = call i128 @add_i128(i128 u0x80000000000000000000000000000000, i128 -1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF)
  %got3 = call i128 @add_i128(i128 u0x80000000000000000000000000000000, i128 u0x80000000000000000000000000000000)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 0)
  %got4 = call i128 @add_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 -2)
  ret i32 %r4
}

define i32 @test_sub_borrows() {
  %got1 = call i128 @sub_i128(i128 u0x00000000000000010000000000000000, i128 1)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %got2 = call i128 @sub_i128(i128 0, i128 1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 -1)
  %got3 = call i128 @sub_i128(i128 u0x00000000000000010000000000000000, i128 u0x0000000000000000FFFFFFFFFFFFFFFF)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 1)
  %got4 = call i128 @sub_i128(i128 u0x00000000000000030000000000000000, i128 u0x00000000000000010000000000000001)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0x0000000000000001FFFFFFFFFFFFFFFF)
  %got5 = call i128 @sub_i128(i128 5, i128 7)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 -2)
  ret i32 %r5
}

define i32 @test_sub_wraps() {
  %got1 = call i128 @sub_i128(i128 u0x80000000000000000000000000000000, i128 1)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF)
  %got2 = call i128 @sub_i128(i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, i128 -1)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x80000000000000000000000000000000)
  %got3 = call i128 @sub_i128(i128 0, i128 u0x80000000000000000000000000000000)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x80000000000000000000000000000000)
  %got4 = call i128 @sub_i128(i128 u0x80000000000000000000000000000000, i128 u0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 1)
  ret i32 %r4
}

; Constants with either half zero.
define i32 @test_add_constant() {
  %x = call i128 @opaque_i128(i128 u0x0123456789ABCDEFFEDCBA9876543210)
  %low = add i128 %x, u0x00000000000000000123456789ABCDF0
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %low, i128 u0x0123456789ABCDF00000000000000000)
  %high = add i128 %x, u0xFFFFFFFFFFFFFFFF0000000000000000
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %high, i128 u0x0123456789ABCDEEFEDCBA9876543210)
  %both = sub i128 %x, u0x0000000000000001FFFFFFFFFFFFFFFF
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %both, i128 u0x0123456789ABCDEDFEDCBA9876543211)
  ret i32 %r3
}

define i128 @fibonacci_i128(i32 %index) noinline {
entry:
  br label %head

head:
  %left = phi i32 [ %index, %entry ], [ %left.next, %body ]
  %this = phi i128 [ 0, %entry ], [ %next, %body ]
  %next = phi i128 [ 1, %entry ], [ %sum, %body ]
  %done = icmp eq i32 %left, 0
  br i1 %done, label %exit, label %body

body:
  %sum = add i128 %this, %next
  %left.next = sub i32 %left, 1
  br label %head

exit:
  ret i128 %this
}

; F(186) is the last to fit; F(187) wraps.
; ORI-TARGETS: test_fibonacci fibonacci_i128
define i32 @test_fibonacci() {
  %got1 = call i128 @fibonacci_i128(i32 10)
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %got1, i128 55)
  %got2 = call i128 @fibonacci_i128(i32 93)
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %got2, i128 u0x0000000000000000A94FAD42221F2702)
  %got3 = call i128 @fibonacci_i128(i32 94)
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %got3, i128 u0x000000000000000111F38AD0840BF6BF)
  %got4 = call i128 @fibonacci_i128(i32 184)
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %got4, i128 u0x5FA3F064B2608603988FEDE34BB9A36B)
  %got5 = call i128 @fibonacci_i128(i32 186)
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %got5, i128 u0xFA63C8D9FA216A8FC8A7213B333270F8)
  %got6 = call i128 @fibonacci_i128(i32 187)
  %r6 = call i32 @check_i128(i32 %r5, i32 6, i128 %got6, i128 u0x9523A14F41E24F1BF8BE54931AAB3E85)
  ret i32 %r6
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
