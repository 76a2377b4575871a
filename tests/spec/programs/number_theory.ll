; Small programs about whole numbers: sieve, greatest common divisor, Collatz
; chains, modular powers, integer square roots and perfect numbers.

@composite = internal global [1000 x i8] zeroinitializer

; Counts the primes below %limit, which may not exceed 1000.
define i32 @count_primes(i64 %limit) noinline {
entry:
  store [1000 x i8] zeroinitializer, ptr @composite
  br label %candidate

candidate:
  %n = phi i64 [ 2, %entry ], [ %n.next, %next ]
  %count = phi i32 [ 0, %entry ], [ %count.out, %next ]
  %more = icmp ult i64 %n, %limit
  br i1 %more, label %look, label %exit

look:
  %place = getelementptr inbounds [1000 x i8], ptr @composite, i64 0, i64 %n
  %mark = load i8, ptr %place
  %crossed = icmp ne i8 %mark, 0
  br i1 %crossed, label %next, label %prime

prime:
  %count.next = add i32 %count, 1
  %square = mul i64 %n, %n
  br label %cross

cross:
  %multiple = phi i64 [ %square, %prime ], [ %multiple.next, %cross.out ]
  %inside = icmp ult i64 %multiple, %limit
  br i1 %inside, label %cross.out, label %next

cross.out:
  %multiple.place = getelementptr inbounds [1000 x i8], ptr @composite, i64 0, i64 %multiple
  store i8 1, ptr %multiple.place
  %multiple.next = add i64 %multiple, %n
  br label %cross

next:
  %count.out = phi i32 [ %count, %look ], [ %count.next, %cross ]
  %n.next = add i64 %n, 1
  br label %candidate

exit:
  ret i32 %count
}

; ORI-TARGETS: test_sieve count_primes
define i32 @test_sieve() {
  %limit = call i64 @opaque_i64(i64 1000)
  %small.limit = call i64 @opaque_i64(i64 30)
  %none.limit = call i64 @opaque_i64(i64 2)
  %many = call i32 @count_primes(i64 %limit)
  %few = call i32 @count_primes(i64 %small.limit)
  %none = call i32 @count_primes(i64 %none.limit)
  %ok.1 = icmp eq i32 %many, 168
  %ok.2 = icmp eq i32 %few, 10
  %ok.3 = icmp eq i32 %none, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i64 @gcd(i64 %a, i64 %b) noinline {
entry:
  br label %loop

loop:
  %x = phi i64 [ %a, %entry ], [ %y, %step ]
  %y = phi i64 [ %b, %entry ], [ %rest, %step ]
  %done = icmp eq i64 %y, 0
  br i1 %done, label %exit, label %step

step:
  %rest = urem i64 %x, %y
  br label %loop

exit:
  ret i64 %x
}

; ORI-TARGETS: test_gcd gcd
define i32 @test_gcd() {
  %a = call i64 @opaque_i64(i64 1071)
  %b = call i64 @opaque_i64(i64 462)
  %common = call i64 @gcd(i64 %a, i64 %b)
  %swapped = call i64 @gcd(i64 %b, i64 %a)
  %whole = call i64 @gcd(i64 %a, i64 0)
  %large = call i64 @gcd(i64 6000000000000, i64 4500000000000)
  %ok.1 = icmp eq i64 %common, 21
  %ok.2 = icmp eq i64 %swapped, 21
  %ok.3 = icmp eq i64 %whole, 1071
  %ok.4 = icmp eq i64 %large, 1500000000000
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Returns the number of steps down to 1 and the highest value on the way.
define { i32, i64 } @collatz(i64 %start) noinline {
entry:
  br label %loop

loop:
  %n = phi i64 [ %start, %entry ], [ %n.next, %step ]
  %steps = phi i32 [ 0, %entry ], [ %steps.next, %step ]
  %highest = phi i64 [ %start, %entry ], [ %highest.next, %step ]
  %done = icmp eq i64 %n, 1
  br i1 %done, label %exit, label %step

step:
  %low.bit = trunc i64 %n to i1
  %half = lshr i64 %n, 1
  %triple = mul i64 %n, 3
  %up = add i64 %triple, 1
  %n.next = select i1 %low.bit, i64 %up, i64 %half
  %rising = icmp ugt i64 %n.next, %highest
  %highest.next = select i1 %rising, i64 %n.next, i64 %highest
  %steps.next = add i32 %steps, 1
  br label %loop

exit:
  %r0 = insertvalue { i32, i64 } undef, i32 %steps, 0
  %r1 = insertvalue { i32, i64 } %r0, i64 %highest, 1
  ret { i32, i64 } %r1
}

; ORI-TARGETS: test_collatz collatz
define i32 @test_collatz() {
  %n27 = call i64 @opaque_i64(i64 27)
  %n871 = call i64 @opaque_i64(i64 871)
  %r27 = call { i32, i64 } @collatz(i64 %n27)
  %r871 = call { i32, i64 } @collatz(i64 %n871)
  %steps27 = extractvalue { i32, i64 } %r27, 0
  %highest27 = extractvalue { i32, i64 } %r27, 1
  %steps871 = extractvalue { i32, i64 } %r871, 0
  %ok.1 = icmp eq i32 %steps27, 111
  %ok.2 = icmp eq i64 %highest27, 9232
  %ok.3 = icmp eq i32 %steps871, 178
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The base to the power of the exponent, modulo the modulus, by squaring; the
; products need 128 bits.
define i64 @power_modulo(i64 %base, i64 %exponent, i64 %modulus) noinline {
entry:
  %wide.modulus = zext i64 %modulus to i128
  br label %loop

loop:
  %result = phi i64 [ 1, %entry ], [ %result.next, %step ]
  %square = phi i64 [ %base, %entry ], [ %square.next, %step ]
  %left = phi i64 [ %exponent, %entry ], [ %left.next, %step ]
  %done = icmp eq i64 %left, 0
  br i1 %done, label %exit, label %step

step:
  %wide.square = zext i64 %square to i128
  %wide.result = zext i64 %result to i128
  %product = mul i128 %wide.result, %wide.square
  %product.rest = urem i128 %product, %wide.modulus
  %multiplied = trunc i128 %product.rest to i64
  %odd = trunc i64 %left to i1
  %result.next = select i1 %odd, i64 %multiplied, i64 %result
  %squared = mul i128 %wide.square, %wide.square
  %squared.rest = urem i128 %squared, %wide.modulus
  %square.next = trunc i128 %squared.rest to i64
  %left.next = lshr i64 %left, 1
  br label %loop

exit:
  ret i64 %result
}

; By Fermat's little theorem, a^(p-1) is 1 modulo the prime p = 2^61 - 1.
; ORI-TARGETS: test_power_modulo power_modulo
define i32 @test_power_modulo() {
  %base = call i64 @opaque_i64(i64 123456789123456789)
  %exponent = call i64 @opaque_i64(i64 2305843009213693950)
  %prime = call i64 @opaque_i64(i64 2305843009213693951)
  %fermat = call i64 @power_modulo(i64 %base, i64 %exponent, i64 %prime)
  %small = call i64 @power_modulo(i64 4, i64 13, i64 497)
  %nothing = call i64 @power_modulo(i64 %base, i64 0, i64 %prime)
  %ok.1 = icmp eq i64 %fermat, 1
  %ok.2 = icmp eq i64 %small, 445
  %ok.3 = icmp eq i64 %nothing, 1
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The largest whole number whose square does not exceed %n, bit by bit.
define i32 @square_root(i64 %n) noinline {
entry:
  br label %loop

loop:
  %root = phi i64 [ 0, %entry ], [ %root.next, %loop ]
  %bit = phi i64 [ 2147483648, %entry ], [ %bit.next, %loop ]
  %trial = or i64 %root, %bit
  %square = mul i64 %trial, %trial
  %fits = icmp ule i64 %square, %n
  %root.next = select i1 %fits, i64 %trial, i64 %root
  %bit.next = lshr i64 %bit, 1
  %more = icmp ne i64 %bit.next, 0
  br i1 %more, label %loop, label %exit

exit:
  %result = trunc i64 %root.next to i32
  ret i32 %result
}

; ORI-TARGETS: test_square_root square_root
define i32 @test_square_root() {
  %exact = call i64 @opaque_i64(i64 15241578750190521)
  %below = call i64 @opaque_i64(i64 15241578750190520)
  %largest = call i64 @opaque_i64(i64 -1)
  %one = call i64 @opaque_i64(i64 1)
  %r1 = call i32 @square_root(i64 %exact)
  %r2 = call i32 @square_root(i64 %below)
  %r3 = call i32 @square_root(i64 %largest)
  %r4 = call i32 @square_root(i64 %one)
  %ok.1 = icmp eq i32 %r1, 123456789
  %ok.2 = icmp eq i32 %r2, 123456788
  %ok.3 = icmp eq i32 %r3, -1
  %ok.4 = icmp eq i32 %r4, 1
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define internal i32 @sum_of_divisors(i32 %n) noinline {
entry:
  br label %loop

loop:
  %d = phi i32 [ 1, %entry ], [ %d.next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %loop ]
  %rest = urem i32 %n, %d
  %divides = icmp eq i32 %rest, 0
  %part = select i1 %divides, i32 %d, i32 0
  %sum.next = add i32 %sum, %part
  %d.next = add i32 %d, 1
  %more = icmp ult i32 %d.next, %n
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %sum.next
}

; Adds up the perfect numbers between 2 and the limit: 6, 28 and 496.
define i32 @test_perfect_numbers() {
entry:
  %limit = call i32 @opaque_i32(i32 600)
  br label %loop

loop:
  %n = phi i32 [ 2, %entry ], [ %n.next, %loop ]
  %total = phi i32 [ 0, %entry ], [ %total.next, %loop ]
  %sum = call i32 @sum_of_divisors(i32 %n)
  %perfect = icmp eq i32 %sum, %n
  %part = select i1 %perfect, i32 %n, i32 0
  %total.next = add i32 %total, %part
  %n.next = add i32 %n, 1
  %more = icmp ult i32 %n.next, %limit
  br i1 %more, label %loop, label %exit

exit:
  %ok = icmp eq i32 %total.next, 530
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
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
