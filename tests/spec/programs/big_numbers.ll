; Arithmetic on numbers longer than any register: decimal addition, factorials,
; powers of two digit by digit, and 256-bit sums and products in 64-bit limbs.

declare i32 @strcmp(ptr, ptr)
declare ptr @memset(ptr, i32, i64)

@addend.one = internal global [21 x i8] c"99999999999999999999\00"
@addend.two = internal global [21 x i8] c"00000000000000000001\00"
@addend.three = internal global [21 x i8] c"31415926535897932384\00"
@sum.carry = private unnamed_addr constant [22 x i8] c"100000000000000000000\00"
@sum.plain = private unnamed_addr constant [22 x i8] c"031415926535897932385\00"

; Adds two decimal strings of %length digits into one of %length + 1.
define void @add_decimal(ptr %a, ptr %b, ptr %out, i64 %length) noinline {
entry:
  %end.index = add i64 %length, 1
  %end.place = getelementptr inbounds i8, ptr %out, i64 %end.index
  store i8 0, ptr %end.place
  br label %loop

loop:
  %left = phi i64 [ %length, %entry ], [ %index, %loop ]
  %carry = phi i8 [ 0, %entry ], [ %carry.next, %loop ]
  %index = sub i64 %left, 1
  %a.place = getelementptr inbounds i8, ptr %a, i64 %index
  %b.place = getelementptr inbounds i8, ptr %b, i64 %index
  %a.char = load i8, ptr %a.place
  %b.char = load i8, ptr %b.place
  %a.digit = sub i8 %a.char, 48
  %b.digit = sub i8 %b.char, 48
  %both = add i8 %a.digit, %b.digit
  %sum = add i8 %both, %carry
  %over = icmp ugt i8 %sum, 9
  %reduced = sub i8 %sum, 10
  %digit = select i1 %over, i8 %reduced, i8 %sum
  %carry.next = zext i1 %over to i8
  %char = add i8 %digit, 48
  %out.place = getelementptr inbounds i8, ptr %out, i64 %left
  store i8 %char, ptr %out.place
  %done = icmp eq i64 %index, 0
  br i1 %done, label %exit, label %loop

exit:
  %first = add i8 %carry.next, 48
  store i8 %first, ptr %out
  ret void
}

; ORI-TARGETS: test_add_decimal add_decimal
define i32 @test_add_decimal() {
  %out = alloca [24 x i8]
  %length = call i64 @opaque_i64(i64 20)
  call void @add_decimal(ptr @addend.one, ptr @addend.two, ptr %out, i64 %length)
  %carried = call i32 @strcmp(ptr %out, ptr @sum.carry)
  call void @add_decimal(ptr @addend.three, ptr @addend.two, ptr %out, i64 %length)
  %plain = call i32 @strcmp(ptr %out, ptr @sum.plain)
  %ok.1 = icmp eq i32 %carried, 0
  %ok.2 = icmp eq i32 %plain, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Multiplies a number of %count decimal digits, lowest first, by a small factor.
define void @scale_digits(ptr %digits, i64 %count, i32 %factor) noinline {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %carry = phi i32 [ 0, %entry ], [ %carry.next, %loop ]
  %place = getelementptr inbounds i8, ptr %digits, i64 %i
  %digit = load i8, ptr %place
  %digit.wide = zext i8 %digit to i32
  %product = mul i32 %digit.wide, %factor
  %sum = add i32 %product, %carry
  %low = urem i32 %sum, 10
  %carry.next = udiv i32 %sum, 10
  %low.byte = trunc i32 %low to i8
  store i8 %low.byte, ptr %place
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  ret void
}

define internal i32 @sum_digits(ptr %digits, i64 %count) noinline {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %loop ]
  %place = getelementptr inbounds i8, ptr %digits, i64 %i
  %digit = load i8, ptr %place
  %digit.wide = zext i8 %digit to i32
  %sum.next = add i32 %sum, %digit.wide
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %sum.next
}

; The digits of 100! add up to 648, and its last 24 digits are zero.
; ORI-TARGETS: test_factorial_digits scale_digits
define i32 @test_factorial_digits() {
entry:
  %digits = alloca [160 x i8]
  %cleared = call ptr @memset(ptr %digits, i32 0, i64 160)
  store i8 1, ptr %digits
  %n = call i32 @opaque_i32(i32 100)
  br label %loop

loop:
  %i = phi i32 [ 1, %entry ], [ %i.next, %loop ]
  call void @scale_digits(ptr %digits, i64 160, i32 %i)
  %i.next = add i32 %i, 1
  %more = icmp ule i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %sum = call i32 @sum_digits(ptr %digits, i64 160)
  %zeros = call i32 @sum_digits(ptr %digits, i64 24)
  %first.place = getelementptr inbounds [160 x i8], ptr %digits, i64 0, i64 157
  %first = load i8, ptr %first.place
  %ok.1 = icmp eq i32 %sum, 648
  %ok.2 = icmp eq i32 %zeros, 0
  %ok.3 = icmp eq i8 %first, 9
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The digits of 2^1000 add up to 1366.
; ORI-TARGETS: test_power_of_two_digits scale_digits
define i32 @test_power_of_two_digits() {
entry:
  %digits = alloca [304 x i8]
  %cleared = call ptr @memset(ptr %digits, i32 0, i64 304)
  store i8 1, ptr %digits
  %n = call i32 @opaque_i32(i32 1000)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  call void @scale_digits(ptr %digits, i64 304, i32 2)
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  %sum = call i32 @sum_digits(ptr %digits, i64 304)
  %last = load i8, ptr %digits
  %ok.1 = icmp eq i32 %sum, 1366
  %ok.2 = icmp eq i8 %last, 6
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Adds two numbers of %count limbs, lowest limb first; returns the last carry.
define i64 @add_limbs(ptr %a, ptr %b, ptr %out, i64 %count) noinline {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %carry = phi i64 [ 0, %entry ], [ %carry.next, %loop ]
  %a.place = getelementptr inbounds i64, ptr %a, i64 %i
  %b.place = getelementptr inbounds i64, ptr %b, i64 %i
  %out.place = getelementptr inbounds i64, ptr %out, i64 %i
  %x = load i64, ptr %a.place
  %y = load i64, ptr %b.place
  %partial = add i64 %x, %y
  %over.one = icmp ult i64 %partial, %x
  %sum = add i64 %partial, %carry
  %over.two = icmp ult i64 %sum, %partial
  %over = or i1 %over.one, %over.two
  %carry.next = zext i1 %over to i64
  store i64 %sum, ptr %out.place
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  ret i64 %carry.next
}

@limbs.ones = internal global [4 x i64] [i64 -1, i64 -1, i64 -1, i64 7]
@limbs.one = internal global [4 x i64] [i64 1, i64 0, i64 0, i64 0]
@limbs.full = internal global [4 x i64] [i64 -1, i64 -1, i64 -1, i64 -1]

; ORI-TARGETS: test_add_limbs add_limbs
define i32 @test_add_limbs() {
  %out = alloca [4 x i64]
  %count = call i64 @opaque_i64(i64 4)
  %carry = call i64 @add_limbs(ptr @limbs.ones, ptr @limbs.one, ptr %out, i64 %count)
  %sum = load [4 x i64], ptr %out
  %full.carry = call i64 @add_limbs(ptr @limbs.full, ptr @limbs.full, ptr %out, i64 %count)
  %full.sum = load [4 x i64], ptr %out
  %limb0 = extractvalue [4 x i64] %sum, 0
  %limb2 = extractvalue [4 x i64] %sum, 2
  %limb3 = extractvalue [4 x i64] %sum, 3
  %full0 = extractvalue [4 x i64] %full.sum, 0
  %full3 = extractvalue [4 x i64] %full.sum, 3
  %ok.1 = icmp eq i64 %carry, 0
  %ok.2 = icmp eq i64 %limb0, 0
  %ok.3 = icmp eq i64 %limb2, 0
  %ok.4 = icmp eq i64 %limb3, 8
  %ok.5 = icmp eq i64 %full.carry, 1
  %ok.6 = icmp eq i64 %full0, -2
  %ok.7 = icmp eq i64 %full3, -1
  %code.7 = select i1 %ok.7, i32 0, i32 7
  %code.6 = select i1 %ok.6, i32 %code.7, i32 6
  %code.5 = select i1 %ok.5, i32 %code.6, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Two 64-bit numbers into one of 128 bits, from four products of 32-bit halves.
define { i64, i64 } @multiply_halves(i64 %a, i64 %b) noinline {
  %a.low = and i64 %a, 4294967295
  %a.high = lshr i64 %a, 32
  %b.low = and i64 %b, 4294967295
  %b.high = lshr i64 %b, 32
  %low.low = mul i64 %a.low, %b.low
  %low.high = mul i64 %a.low, %b.high
  %high.low = mul i64 %a.high, %b.low
  %high.high = mul i64 %a.high, %b.high
  %low.top = lshr i64 %low.low, 32
  %first = add i64 %low.high, %low.top
  %first.low = and i64 %first, 4294967295
  %first.top = lshr i64 %first, 32
  %second = add i64 %high.low, %first.low
  %second.top = lshr i64 %second, 32
  %high.part = add i64 %high.high, %first.top
  %high = add i64 %high.part, %second.top
  %low = mul i64 %a, %b
  %r0 = insertvalue { i64, i64 } undef, i64 %low, 0
  %r1 = insertvalue { i64, i64 } %r0, i64 %high, 1
  ret { i64, i64 } %r1
}

; The halves must agree with the product in i128.
; ORI-TARGETS: test_multiply_halves multiply_halves
define i32 @test_multiply_halves() {
  %a = call i64 @opaque_i64(i64 -1)
  %b = call i64 @opaque_i64(i64 1234567890123456789)
  %c = call i64 @opaque_i64(i64 -8070450532247928832)
  %square = call { i64, i64 } @multiply_halves(i64 %a, i64 %a)
  %product = call { i64, i64 } @multiply_halves(i64 %b, i64 %c)
  %square.high = extractvalue { i64, i64 } %square, 1
  %product.low = extractvalue { i64, i64 } %product, 0
  %product.high = extractvalue { i64, i64 } %product, 1
  %b.wide = zext i64 %b to i128
  %c.wide = zext i64 %c to i128
  %wide = mul i128 %b.wide, %c.wide
  %wide.low = trunc i128 %wide to i64
  %wide.top = lshr i128 %wide, 64
  %wide.high = trunc i128 %wide.top to i64
  %ok.1 = icmp eq i64 %square.high, -2
  %ok.2 = icmp eq i64 %product.low, %wide.low
  %ok.3 = icmp eq i64 %product.high, %wide.high
  %ok.4 = icmp eq i64 %product.high, 694444438194444443
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
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
