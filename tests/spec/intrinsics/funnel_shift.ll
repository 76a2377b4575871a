; llvm.fshl and llvm.fshr: joining two values, rotation, and shift amounts taken
; modulo the bit width.
; ORI-TARGETS: test_fshl_i32 fshl_i32
; ORI-TARGETS: test_fshr_i32 fshr_i32

define i32 @test_fshl_i32() {
  %got1 = call i32 @fshl_i32(i32 305419896, i32 -1698898192, i32 8)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 878082202)
  %got2 = call i32 @fshl_i32(i32 305419896, i32 -1698898192, i32 0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 305419896)
  %got3 = call i32 @fshl_i32(i32 1, i32 -2147483648, i32 1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 3)
  %got4 = call i32 @fshl_i32(i32 1, i32 1, i32 31)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -2147483648)
  ret i32 %r4
}

define i32 @test_fshr_i32() {
  %got1 = call i32 @fshr_i32(i32 305419896, i32 -1698898192, i32 8)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2023406814)
  %got2 = call i32 @fshr_i32(i32 305419896, i32 -1698898192, i32 0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -1698898192)
  %got3 = call i32 @fshr_i32(i32 1, i32 0, i32 1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -2147483648)
  %got4 = call i32 @fshr_i32(i32 1, i32 -2147483648, i32 31)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 3)
  ret i32 %r4
}

define i32 @test_amount_is_modulo_width() {
  %got1 = call i32 @fshl_i32(i32 5, i32 7, i32 32)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 5)
  %got2 = call i32 @fshr_i32(i32 5, i32 7, i32 32)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 7)
  %got3 = call i32 @fshl_i32(i32 1, i32 0, i32 36)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 16)
  %got4 = call i32 @fshr_i32(i32 0, i32 256, i32 68)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 16)
  %got5 = call i32 @fshl_i32(i32 1, i32 -2147483648, i32 -31)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 3)
  ret i32 %r5
}

define i32 @test_rotate_i8() {
  %bits = call i8 @opaque_i8(i8 -106)
  %three = call i8 @opaque_i8(i8 3)
  %got1 = call i8 @llvm.fshl.i8(i8 %bits, i8 %bits, i8 %three)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -76)
  %got2 = call i8 @llvm.fshr.i8(i8 %bits, i8 %bits, i8 %three)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -46)
  %got3 = call i8 @llvm.fshl.i8(i8 %bits, i8 %bits, i8 11)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -76)
  ret i32 %r3
}

define i32 @test_funnel_i16() {
  %high = call i16 @opaque_i16(i16 4660)
  %low = call i16 @opaque_i16(i16 22136)
  %four = call i16 @opaque_i16(i16 4)
  %got1 = call i16 @llvm.fshl.i16(i16 %high, i16 %low, i16 %four)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 9029)
  %got2 = call i16 @llvm.fshr.i16(i16 %high, i16 %low, i16 %four)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 17767)
  ret i32 %r2
}

define i32 @test_funnel_i64() {
  %high = call i64 @opaque_i64(i64 81985529216486895)
  %low = call i64 @opaque_i64(i64 -81985529216486896)
  %got1 = call i64 @llvm.fshl.i64(i64 %high, i64 %low, i64 16)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 5001117282205695708)
  %got2 = call i64 @llvm.fshr.i64(i64 %high, i64 %low, i64 16)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 -3607384552523663788)
  %got3 = call i64 @llvm.fshl.i64(i64 %high, i64 %low, i64 64)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 81985529216486895)
  ret i32 %r3
}

; Modulo 24 is no mere masking of the amount.
define i32 @test_odd_width_i24() {
  %bits = call i24 @opaque_i24(i24 1193046)
  %amount = call i24 @opaque_i24(i24 28)
  %got1 = call i24 @llvm.fshl.i24(i24 %bits, i24 %bits, i24 %amount)
  %r1 = call i32 @check_i24(i32 0, i32 1, i24 %got1, i24 2311521)
  %got2 = call i24 @llvm.fshr.i24(i24 %bits, i24 %bits, i24 %amount)
  %r2 = call i32 @check_i24(i32 %r1, i32 2, i24 %got2, i24 6366021)
  ret i32 %r2
}

; Every lane has its own amount.
define i32 @test_funnel_v4i32() {
  %high = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 1, i32 1, i32 1>)
  %low = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -2147483648, i32 -2147483648, i32 -2147483648, i32 -2147483648>)
  %amount = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 1, i32 4, i32 33>)
  %got1 = call <4 x i32> @llvm.fshl.v4i32(<4 x i32> %high, <4 x i32> %low, <4 x i32> %amount)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 1, i32 3, i32 24, i32 3>)
  %got2 = call <4 x i32> @llvm.fshr.v4i32(<4 x i32> %high, <4 x i32> %low, <4 x i32> %amount)
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %got2, <4 x i32> <i32 -2147483648, i32 -1073741824, i32 402653184, i32 -1073741824>)
  ret i32 %r2
}

define i32 @fshl_i32(i32 %high, i32 %low, i32 %amount) noinline {
  %shifted = call i32 @llvm.fshl.i32(i32 %high, i32 %low, i32 %amount)
  ret i32 %shifted
}

define i32 @fshr_i32(i32 %high, i32 %low, i32 %amount) noinline {
  %shifted = call i32 @llvm.fshr.i32(i32 %high, i32 %low, i32 %amount)
  ret i32 %shifted
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i24 @opaque_i24(i24 %value) noinline {
  %slot = alloca i24
  store volatile i24 %value, ptr %slot
  %seen = load volatile i24, ptr %slot
  ret i24 %seen
}

define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i24(i32 %prior, i32 %code, i24 %got, i24 %want) noinline {
  %same = icmp eq i24 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i8 @llvm.fshl.i8(i8, i8, i8)
declare i8 @llvm.fshr.i8(i8, i8, i8)
declare i16 @llvm.fshl.i16(i16, i16, i16)
declare i16 @llvm.fshr.i16(i16, i16, i16)
declare i64 @llvm.fshl.i64(i64, i64, i64)
declare i64 @llvm.fshr.i64(i64, i64, i64)
declare i24 @llvm.fshl.i24(i24, i24, i24)
declare i24 @llvm.fshr.i24(i24, i24, i24)
declare <4 x i32> @llvm.fshl.v4i32(<4 x i32>, <4 x i32>, <4 x i32>)
declare <4 x i32> @llvm.fshr.v4i32(<4 x i32>, <4 x i32>, <4 x i32>)
declare i32 @llvm.fshl.i32(i32, i32, i32)
declare i32 @llvm.fshr.i32(i32, i32, i32)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
