; llvm.smul.with.overflow and llvm.umul.with.overflow: low bits of the product
; and the overflow bit, for 8 to 64 bits.
; ORI-TARGETS: test_smul_i32 smul_i32
; ORI-TARGETS: test_umul_i32 umul_i32

define i32 @test_smul_i32() {
  %got1 = call { i32, i1 } @smul_i32(i32 -6, i32 7)
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %got1, i32 -42, i1 false)
  %got2 = call { i32, i1 } @smul_i32(i32 46341, i32 46341)
  %r2 = call i32 @check_flagged_i32(i32 %r1, i32 2, { i32, i1 } %got2, i32 -2147479015, i1 true)
  %got3 = call { i32, i1 } @smul_i32(i32 46340, i32 46340)
  %r3 = call i32 @check_flagged_i32(i32 %r2, i32 3, { i32, i1 } %got3, i32 2147395600, i1 false)
  %got4 = call { i32, i1 } @smul_i32(i32 -2147483648, i32 -1)
  %r4 = call i32 @check_flagged_i32(i32 %r3, i32 4, { i32, i1 } %got4, i32 -2147483648, i1 true)
  %got5 = call { i32, i1 } @smul_i32(i32 -2147483648, i32 1)
  %r5 = call i32 @check_flagged_i32(i32 %r4, i32 5, { i32, i1 } %got5, i32 -2147483648, i1 false)
  ret i32 %r5
}

define i32 @test_umul_i32() {
  %got1 = call { i32, i1 } @umul_i32(i32 65536, i32 65535)
  %r1 = call i32 @check_flagged_i32(i32 0, i32 1, { i32, i1 } %got1, i32 -65536, i1 false)
  %got2 = call { i32, i1 } @umul_i32(i32 65536, i32 65536)
  %r2 = call i32 @check_flagged_i32(i32 %r1, i32 2, { i32, i1 } %got2, i32 0, i1 true)
  %got3 = call { i32, i1 } @umul_i32(i32 -1, i32 2)
  %r3 = call i32 @check_flagged_i32(i32 %r2, i32 3, { i32, i1 } %got3, i32 -2, i1 true)
  %got4 = call { i32, i1 } @umul_i32(i32 -1, i32 1)
  %r4 = call i32 @check_flagged_i32(i32 %r3, i32 4, { i32, i1 } %got4, i32 -1, i1 false)
  %got5 = call { i32, i1 } @umul_i32(i32 -1, i32 0)
  %r5 = call i32 @check_flagged_i32(i32 %r4, i32 5, { i32, i1 } %got5, i32 0, i1 false)
  ret i32 %r5
}

define i32 @test_smul_i64() {
  %root = call i64 @opaque_i64(i64 3037000499)
  %fits = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %root, i64 %root)
  %r1 = call i32 @check_flagged_i64(i32 0, i32 1, { i64, i1 } %fits, i64 9223372030926249001, i1 false)
  %root.up = add i64 %root, 1
  %over = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %root.up, i64 %root.up)
  %r2 = call i32 @check_flagged_i64(i32 %r1, i32 2, { i64, i1 } %over, i64 -9223372036709301616, i1 true)
  %low = call i64 @opaque_i64(i64 -9223372036854775808)
  %negated = call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %low, i64 -1)
  %r3 = call i32 @check_flagged_i64(i32 %r2, i32 3, { i64, i1 } %negated, i64 -9223372036854775808, i1 true)
  ret i32 %r3
}

define i32 @test_umul_i64() {
  %left = call i64 @opaque_i64(i64 4294967296)
  %right = call i64 @opaque_i64(i64 4294967295)
  %fits = call { i64, i1 } @llvm.umul.with.overflow.i64(i64 %left, i64 %right)
  %r1 = call i32 @check_flagged_i64(i32 0, i32 1, { i64, i1 } %fits, i64 -4294967296, i1 false)
  %over = call { i64, i1 } @llvm.umul.with.overflow.i64(i64 %left, i64 %left)
  %r2 = call i32 @check_flagged_i64(i32 %r1, i32 2, { i64, i1 } %over, i64 0, i1 true)
  ret i32 %r2
}

define i32 @test_smul_i8() {
  %ten = call i8 @opaque_i8(i8 10)
  %low = call i8 @opaque_i8(i8 -128)
  %fits = call { i8, i1 } @llvm.smul.with.overflow.i8(i8 %ten, i8 -12)
  %r1 = call i32 @check_flagged_i8(i32 0, i32 1, { i8, i1 } %fits, i8 -120, i1 false)
  %over = call { i8, i1 } @llvm.smul.with.overflow.i8(i8 %ten, i8 -13)
  %r2 = call i32 @check_flagged_i8(i32 %r1, i32 2, { i8, i1 } %over, i8 126, i1 true)
  %doubled = call { i8, i1 } @llvm.smul.with.overflow.i8(i8 %low, i8 2)
  %r3 = call i32 @check_flagged_i8(i32 %r2, i32 3, { i8, i1 } %doubled, i8 0, i1 true)
  ret i32 %r3
}

define i32 @test_umul_i16() {
  %value = call i16 @opaque_i16(i16 255)
  %fits = call { i16, i1 } @llvm.umul.with.overflow.i16(i16 %value, i16 257)
  %r1 = call i32 @check_flagged_i16(i32 0, i32 1, { i16, i1 } %fits, i16 -1, i1 false)
  %over = call { i16, i1 } @llvm.umul.with.overflow.i16(i16 %value, i16 258)
  %r2 = call i32 @check_flagged_i16(i32 %r1, i32 2, { i16, i1 } %over, i16 254, i1 true)
  ret i32 %r2
}

; 12! is the largest factorial that fits in 32 signed bits.
define i32 @test_factorial_until_overflow() {
  %start = call i32 @opaque_i32(i32 1)
  br label %loop

loop:
  %n = phi i32 [ %start, %0 ], [ %n.next, %more ]
  %factorial = phi i32 [ %start, %0 ], [ %product, %more ]
  %n.next = add i32 %n, 1
  %step = call { i32, i1 } @llvm.smul.with.overflow.i32(i32 %factorial, i32 %n.next)
  %product = extractvalue { i32, i1 } %step, 0
  %overflowed = extractvalue { i32, i1 } %step, 1
  br i1 %overflowed, label %out, label %more

more:
  %endless = icmp sgt i32 %n.next, 40
  br i1 %endless, label %out, label %loop

out:
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %n, i32 12)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %factorial, i32 479001600)
  ret i32 %r2
}

define { i32, i1 } @smul_i32(i32 %lhs, i32 %rhs) noinline {
  %product = call { i32, i1 } @llvm.smul.with.overflow.i32(i32 %lhs, i32 %rhs)
  ret { i32, i1 } %product
}

define { i32, i1 } @umul_i32(i32 %lhs, i32 %rhs) noinline {
  %product = call { i32, i1 } @llvm.umul.with.overflow.i32(i32 %lhs, i32 %rhs)
  ret { i32, i1 } %product
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

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

define internal i32 @check_flagged_i32(i32 %prior, i32 %code, { i32, i1 } %got, i32 %want, i1 %flag) noinline {
  %got.value = extractvalue { i32, i1 } %got, 0
  %got.flag = extractvalue { i32, i1 } %got, 1
  %same.value = icmp eq i32 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i64(i32 %prior, i32 %code, { i64, i1 } %got, i64 %want, i1 %flag) noinline {
  %got.value = extractvalue { i64, i1 } %got, 0
  %got.flag = extractvalue { i64, i1 } %got, 1
  %same.value = icmp eq i64 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i8(i32 %prior, i32 %code, { i8, i1 } %got, i8 %want, i1 %flag) noinline {
  %got.value = extractvalue { i8, i1 } %got, 0
  %got.flag = extractvalue { i8, i1 } %got, 1
  %same.value = icmp eq i8 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_flagged_i16(i32 %prior, i32 %code, { i16, i1 } %got, i16 %want, i1 %flag) noinline {
  %got.value = extractvalue { i16, i1 } %got, 0
  %got.flag = extractvalue { i16, i1 } %got, 1
  %same.value = icmp eq i16 %got.value, %want
  %same.flag = icmp eq i1 %got.flag, %flag
  %same = and i1 %same.value, %same.flag
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64)
declare { i64, i1 } @llvm.umul.with.overflow.i64(i64, i64)
declare { i8, i1 } @llvm.smul.with.overflow.i8(i8, i8)
declare { i16, i1 } @llvm.umul.with.overflow.i16(i16, i16)
declare { i32, i1 } @llvm.smul.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.umul.with.overflow.i32(i32, i32)
