; llvm.sshl.sat and llvm.ushl.sat: a left shift that loses no bits is exact,
; any other one yields the nearest limit.
; ORI-TARGETS: test_sshl_sat_i32 sshl_sat_i32
; ORI-TARGETS: test_ushl_sat_i32 ushl_sat_i32

define i32 @test_sshl_sat_i32() {
  %got1 = call i32 @sshl_sat_i32(i32 3, i32 4)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 48)
  %got2 = call i32 @sshl_sat_i32(i32 1, i32 30)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1073741824)
  %got3 = call i32 @sshl_sat_i32(i32 1, i32 31)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 2147483647)
  %got4 = call i32 @sshl_sat_i32(i32 -1, i32 31)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -2147483648)
  %got5 = call i32 @sshl_sat_i32(i32 -2, i32 31)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -2147483648)
  %got6 = call i32 @sshl_sat_i32(i32 0, i32 31)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 0)
  ret i32 %r6
}

define i32 @test_ushl_sat_i32() {
  %got1 = call i32 @ushl_sat_i32(i32 3, i32 4)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 48)
  %got2 = call i32 @ushl_sat_i32(i32 1, i32 31)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483648)
  %got3 = call i32 @ushl_sat_i32(i32 2, i32 31)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 -1)
  %got4 = call i32 @ushl_sat_i32(i32 -1, i32 1)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 -1)
  %got5 = call i32 @ushl_sat_i32(i32 -1, i32 0)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 -1)
  ret i32 %r5
}

define i32 @test_sshl_sat_i8() {
  %value = call i8 @opaque_i8(i8 -5)
  %got1 = call i8 @llvm.sshl.sat.i8(i8 %value, i8 4)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -80)
  %got2 = call i8 @llvm.sshl.sat.i8(i8 %value, i8 5)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 -128)
  %positive = call i8 @opaque_i8(i8 5)
  %got3 = call i8 @llvm.sshl.sat.i8(i8 %positive, i8 4)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 80)
  %got4 = call i8 @llvm.sshl.sat.i8(i8 %positive, i8 5)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 127)
  ret i32 %r4
}

define i32 @test_ushl_sat_i16() {
  %value = call i16 @opaque_i16(i16 4095)
  %got1 = call i16 @llvm.ushl.sat.i16(i16 %value, i16 4)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 -16)
  %got2 = call i16 @llvm.ushl.sat.i16(i16 %value, i16 5)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 -1)
  ret i32 %r2
}

define i32 @test_shl_sat_i64() {
  %value = call i64 @opaque_i64(i64 1234567890123)
  %got1 = call i64 @llvm.sshl.sat.i64(i64 %value, i64 22)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 5178153039814459392)
  %got2 = call i64 @llvm.sshl.sat.i64(i64 %value, i64 23)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 9223372036854775807)
  %got3 = call i64 @llvm.ushl.sat.i64(i64 %value, i64 23)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 -8090437994080632832)
  %got4 = call i64 @llvm.ushl.sat.i64(i64 %value, i64 24)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 -1)
  ret i32 %r4
}

define i32 @test_sshl_sat_v4i32() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 -1, i32 1000, i32 -1000>)
  %amount = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 31, i32 31, i32 3, i32 30>)
  %got1 = call <4 x i32> @llvm.sshl.sat.v4i32(<4 x i32> %value, <4 x i32> %amount)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 2147483647, i32 -2147483648, i32 8000, i32 -2147483648>)
  ret i32 %r1
}

define i32 @sshl_sat_i32(i32 %value, i32 %amount) noinline {
  %shifted = call i32 @llvm.sshl.sat.i32(i32 %value, i32 %amount)
  ret i32 %shifted
}

define i32 @ushl_sat_i32(i32 %value, i32 %amount) noinline {
  %shifted = call i32 @llvm.ushl.sat.i32(i32 %value, i32 %amount)
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

define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i8 @llvm.sshl.sat.i8(i8, i8)
declare i16 @llvm.ushl.sat.i16(i16, i16)
declare i64 @llvm.sshl.sat.i64(i64, i64)
declare i64 @llvm.ushl.sat.i64(i64, i64)
declare <4 x i32> @llvm.sshl.sat.v4i32(<4 x i32>, <4 x i32>)
declare i32 @llvm.sshl.sat.i32(i32, i32)
declare i32 @llvm.ushl.sat.i32(i32, i32)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
