; llvm.{s,u}{add,sub}.sat: ordinary results inside the range, the nearest limit
; outside it, on scalars and vectors.
; ORI-TARGETS: test_sadd_sat_i32 sadd_sat_i32

define i32 @test_sadd_sat_i32() {
  %got1 = call i32 @sadd_sat_i32(i32 3, i32 -8)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -5)
  %got2 = call i32 @sadd_sat_i32(i32 2147483600, i32 100)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 2147483647)
  %got3 = call i32 @sadd_sat_i32(i32 -2147483600, i32 -100)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -2147483648)
  %got4 = call i32 @sadd_sat_i32(i32 2147483647, i32 -2147483648)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1)
  ret i32 %r4
}

define i32 @test_uadd_sat_i32() {
  %near = call i32 @opaque_i32(i32 -10)
  %got1 = call i32 @llvm.uadd.sat.i32(i32 %near, i32 9)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1)
  %got2 = call i32 @llvm.uadd.sat.i32(i32 %near, i32 10)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -1)
  %got3 = call i32 @llvm.uadd.sat.i32(i32 %near, i32 1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -9)
  %got4 = call i32 @llvm.uadd.sat.i32(i32 %near, i32 %near)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1)
  ret i32 %r4
}

define i32 @test_ssub_sat_i64() {
  %low = call i64 @opaque_i64(i64 -9223372036854775807)
  %high = call i64 @opaque_i64(i64 9223372036854775807)
  %got1 = call i64 @llvm.ssub.sat.i64(i64 %low, i64 2)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 -9223372036854775808)
  %got2 = call i64 @llvm.ssub.sat.i64(i64 %high, i64 -1)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 9223372036854775807)
  %got3 = call i64 @llvm.ssub.sat.i64(i64 %low, i64 %low)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 0)
  %got4 = call i64 @llvm.ssub.sat.i64(i64 0, i64 %low)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 9223372036854775807)
  ret i32 %r4
}

define i32 @test_usub_sat_i32() {
  %small = call i32 @opaque_i32(i32 5)
  %got1 = call i32 @llvm.usub.sat.i32(i32 %small, i32 6)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @llvm.usub.sat.i32(i32 %small, i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @llvm.usub.sat.i32(i32 %small, i32 2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 3)
  %got4 = call i32 @llvm.usub.sat.i32(i32 -1, i32 %small)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -6)
  ret i32 %r4
}

define i32 @test_sat_i8() {
  %high = call i8 @opaque_i8(i8 120)
  %low = call i8 @opaque_i8(i8 -120)
  %got1 = call i8 @llvm.sadd.sat.i8(i8 %high, i8 %high)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 127)
  %got2 = call i8 @llvm.sadd.sat.i8(i8 %low, i8 %low)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -128)
  %got3 = call i8 @llvm.ssub.sat.i8(i8 %low, i8 %high)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 -128)
  %got4 = call i8 @llvm.uadd.sat.i8(i8 %high, i8 %low)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 -1)
  %got5 = call i8 @llvm.usub.sat.i8(i8 %high, i8 %low)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 0)
  ret i32 %r5
}

; The limits of 20 bits: -524288 and 524287.
define i32 @test_sat_odd_width_i20() {
  %high = call i20 @opaque_i20(i20 524000)
  %got1 = call i20 @llvm.sadd.sat.i20(i20 %high, i20 %high)
  %r1 = call i32 @check_i20(i32 0, i32 1, i20 %got1, i20 524287)
  %low = call i20 @opaque_i20(i20 -524000)
  %got2 = call i20 @llvm.ssub.sat.i20(i20 %low, i20 %high)
  %r2 = call i32 @check_i20(i32 %r1, i32 2, i20 %got2, i20 -524288)
  %got3 = call i20 @llvm.uadd.sat.i20(i20 %high, i20 %low)
  %r3 = call i32 @check_i20(i32 %r2, i32 3, i20 %got3, i20 -1)
  %got4 = call i20 @llvm.usub.sat.i20(i20 %high, i20 %low)
  %r4 = call i32 @check_i20(i32 %r3, i32 4, i20 %got4, i20 0)
  ret i32 %r4
}

define i32 @test_sat_v8i16() {
  %lhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 32767, i16 -32768, i16 100, i16 -100, i16 30000, i16 -30000, i16 0, i16 1>)
  %rhs = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 -1, i16 100, i16 -100, i16 10000, i16 -10000, i16 -32768, i16 -1>)
  %got1 = call <8 x i16> @llvm.sadd.sat.v8i16(<8 x i16> %lhs, <8 x i16> %rhs)
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %got1, <8 x i16> <i16 32767, i16 -32768, i16 200, i16 -200, i16 32767, i16 -32768, i16 -32768, i16 0>)
  %got2 = call <8 x i16> @llvm.ssub.sat.v8i16(<8 x i16> %lhs, <8 x i16> %rhs)
  %r2 = call i32 @check_v8i16(i32 %r1, i32 2, <8 x i16> %got2, <8 x i16> <i16 32766, i16 -32767, i16 0, i16 0, i16 20000, i16 -20000, i16 32767, i16 2>)
  ret i32 %r2
}

define i32 @test_sat_unsigned_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 5, i32 0, i32 -2147483648>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 6, i32 0, i32 -2147483648>)
  %got1 = call <4 x i32> @llvm.uadd.sat.v4i32(<4 x i32> %lhs, <4 x i32> %rhs)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 -1, i32 11, i32 0, i32 -1>)
  %got2 = call <4 x i32> @llvm.usub.sat.v4i32(<4 x i32> %lhs, <4 x i32> %rhs)
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %got2, <4 x i32> <i32 -2, i32 0, i32 0, i32 0>)
  ret i32 %r2
}

define i32 @sadd_sat_i32(i32 %lhs, i32 %rhs) noinline {
  %sum = call i32 @llvm.sadd.sat.i32(i32 %lhs, i32 %rhs)
  ret i32 %sum
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

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

define internal i20 @opaque_i20(i20 %value) noinline {
  %slot = alloca i20
  store volatile i20 %value, ptr %slot
  %seen = load volatile i20, ptr %slot
  ret i20 %seen
}

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
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

define internal i32 @check_i20(i32 %prior, i32 %code, i20 %got, i20 %want) noinline {
  %same = icmp eq i20 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
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

declare i32 @llvm.uadd.sat.i32(i32, i32)
declare i64 @llvm.ssub.sat.i64(i64, i64)
declare i32 @llvm.usub.sat.i32(i32, i32)
declare i8 @llvm.sadd.sat.i8(i8, i8)
declare i8 @llvm.ssub.sat.i8(i8, i8)
declare i8 @llvm.uadd.sat.i8(i8, i8)
declare i8 @llvm.usub.sat.i8(i8, i8)
declare i20 @llvm.sadd.sat.i20(i20, i20)
declare i20 @llvm.ssub.sat.i20(i20, i20)
declare i20 @llvm.uadd.sat.i20(i20, i20)
declare i20 @llvm.usub.sat.i20(i20, i20)
declare <8 x i16> @llvm.sadd.sat.v8i16(<8 x i16>, <8 x i16>)
declare <8 x i16> @llvm.ssub.sat.v8i16(<8 x i16>, <8 x i16>)
declare <4 x i32> @llvm.uadd.sat.v4i32(<4 x i32>, <4 x i32>)
declare <4 x i32> @llvm.usub.sat.v4i32(<4 x i32>, <4 x i32>)
declare i32 @llvm.sadd.sat.i32(i32, i32)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
