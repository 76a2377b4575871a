; icmp eq and ne from i1 to i128 and on pointers: single differing bits at
; either end, comparisons with zero and results combined with logic.

define i1 @eq_i8(i8 %lhs, i8 %rhs) noinline {
  %equal = icmp eq i8 %lhs, %rhs
  ret i1 %equal
}

define i1 @ne_i8(i8 %lhs, i8 %rhs) noinline {
  %differ = icmp ne i8 %lhs, %rhs
  ret i1 %differ
}

define i1 @eq_i16(i16 %lhs, i16 %rhs) noinline {
  %equal = icmp eq i16 %lhs, %rhs
  ret i1 %equal
}

define i1 @ne_i16(i16 %lhs, i16 %rhs) noinline {
  %differ = icmp ne i16 %lhs, %rhs
  ret i1 %differ
}

define i1 @eq_i32(i32 %lhs, i32 %rhs) noinline {
  %equal = icmp eq i32 %lhs, %rhs
  ret i1 %equal
}

define i1 @ne_i32(i32 %lhs, i32 %rhs) noinline {
  %differ = icmp ne i32 %lhs, %rhs
  ret i1 %differ
}

define i1 @eq_i64(i64 %lhs, i64 %rhs) noinline {
  %equal = icmp eq i64 %lhs, %rhs
  ret i1 %equal
}

define i1 @ne_i64(i64 %lhs, i64 %rhs) noinline {
  %differ = icmp ne i64 %lhs, %rhs
  ret i1 %differ
}

define i1 @eq_i128(i128 %lhs, i128 %rhs) noinline {
  %equal = icmp eq i128 %lhs, %rhs
  ret i1 %equal
}

define i1 @ne_i128(i128 %lhs, i128 %rhs) noinline {
  %differ = icmp ne i128 %lhs, %rhs
  ret i1 %differ
}

define i32 @test_equality_i8() {
  %got1 = call i1 @eq_i8(i8 33, i8 33)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ne_i8(i8 33, i8 33)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @eq_i8(i8 33, i8 32)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ne_i8(i8 33, i8 32)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @eq_i8(i8 33, i8 -95)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ne_i8(i8 33, i8 -95)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @eq_i8(i8 33, i8 49)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ne_i8(i8 33, i8 49)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_equality_i16() {
  %got1 = call i1 @eq_i16(i16 17185, i16 17185)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ne_i16(i16 17185, i16 17185)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @eq_i16(i16 17185, i16 17184)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ne_i16(i16 17185, i16 17184)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @eq_i16(i16 17185, i16 -15583)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ne_i16(i16 17185, i16 -15583)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @eq_i16(i16 17185, i16 16929)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ne_i16(i16 17185, i16 16929)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_equality_i32() {
  %got1 = call i1 @eq_i32(i32 -2023406815, i32 -2023406815)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ne_i32(i32 -2023406815, i32 -2023406815)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @eq_i32(i32 -2023406815, i32 -2023406816)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ne_i32(i32 -2023406815, i32 -2023406816)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @eq_i32(i32 -2023406815, i32 124076833)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ne_i32(i32 -2023406815, i32 124076833)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @eq_i32(i32 -2023406815, i32 -2023472351)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ne_i32(i32 -2023406815, i32 -2023472351)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_equality_i64() {
  %got1 = call i1 @eq_i64(i64 1147797409030816545, i64 1147797409030816545)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ne_i64(i64 1147797409030816545, i64 1147797409030816545)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @eq_i64(i64 1147797409030816545, i64 1147797409030816544)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ne_i64(i64 1147797409030816545, i64 1147797409030816544)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @eq_i64(i64 1147797409030816545, i64 -8075574627823959263)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ne_i64(i64 1147797409030816545, i64 -8075574627823959263)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @eq_i64(i64 1147797409030816545, i64 1147797404735849249)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ne_i64(i64 1147797409030816545, i64 1147797404735849249)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_equality_i128() {
  %got1 = call i1 @eq_i128(i128 1512366075204170930115394234220888865, i128 1512366075204170930115394234220888865)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ne_i128(i128 1512366075204170930115394234220888865, i128 1512366075204170930115394234220888865)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @eq_i128(i128 1512366075204170930115394234220888865, i128 1512366075204170930115394234220888864)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ne_i128(i128 1512366075204170930115394234220888865, i128 1512366075204170930115394234220888864)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @eq_i128(i128 1512366075204170930115394234220888865, i128 -168628817385265060801571909481663216863)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ne_i128(i128 1512366075204170930115394234220888865, i128 -168628817385265060801571909481663216863)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @eq_i128(i128 1512366075204170930115394234220888865, i128 1512366075204170911668650160511337249)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ne_i128(i128 1512366075204170930115394234220888865, i128 1512366075204170911668650160511337249)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  ret i32 %r8
}

define i32 @test_equality_with_zero() {
  %zero = call i64 @opaque_i64(i64 0)
  %high = call i64 @opaque_i64(i64 4294967296)
  %zero.eq = icmp eq i64 %zero, 0
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %zero.eq, i1 true)
  %high.eq = icmp eq i64 %high, 0
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %high.eq, i1 false)
  %high.ne = icmp ne i64 %high, 0
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %high.ne, i1 true)
  %low = trunc i64 %high to i32
  %low.eq = icmp eq i32 %low, 0
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %low.eq, i1 true)
  ret i32 %r4
}

@left = internal global i32 1
@right = internal global i32 1

; Distinct objects have distinct addresses, equal contents or not.
define i32 @test_equality_of_pointers() {
  %left = call ptr @opaque_ptr(ptr @left)
  %left.again = call ptr @opaque_ptr(ptr @left)
  %right = call ptr @opaque_ptr(ptr @right)
  %same = icmp eq ptr %left, %left.again
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %same, i1 true)
  %other = icmp eq ptr %left, %right
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %other, i1 false)
  %null = icmp ne ptr %left, null
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %null, i1 true)
  ret i32 %r3
}

; On i1, eq is xnor and ne is xor.
define i32 @test_equality_of_i1() {
  %t = call i1 @opaque_i1(i1 true)
  %f = call i1 @opaque_i1(i1 false)
  %tt = icmp eq i1 %t, true
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %tt, i1 true)
  %tf = icmp eq i1 %t, %f
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %tf, i1 false)
  %ff = icmp ne i1 %f, %f
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %ff, i1 false)
  %ft = icmp ne i1 %f, %t
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ft, i1 true)
  ret i32 %r4
}

define i1 @all_equal(i32 %a, i32 %b, i32 %c) noinline {
  %ab = icmp eq i32 %a, %b
  %bc = icmp eq i32 %b, %c
  %all = and i1 %ab, %bc
  ret i1 %all
}

; ORI-TARGETS: test_chained_equality all_equal
define i32 @test_chained_equality() {
  %got1 = call i1 @all_equal(i32 4, i32 4, i32 4)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @all_equal(i32 4, i32 4, i32 5)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @all_equal(i32 5, i32 4, i32 4)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @all_equal(i32 4, i32 5, i32 4)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @all_equal(i32 -1, i32 -1, i32 -1)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  ret i32 %r5
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
