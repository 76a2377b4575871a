; llvm.smul.fix, umul.fix, their saturating forms and sdiv.fix, udiv.fix; the
; operands are chosen so that no result needs rounding.

; With scale 16, 1.5 * -2.25 is -3.375.
define i32 @test_smul_fix_i32() {
  %lhs = call i32 @opaque_i32(i32 98304)
  %rhs = call i32 @opaque_i32(i32 -147456)
  %got1 = call i32 @llvm.smul.fix.i32(i32 %lhs, i32 %rhs, i32 16)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -221184)
  %got2 = call i32 @llvm.smul.fix.i32(i32 %rhs, i32 %rhs, i32 16)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 331776)
  ret i32 %r2
}

; Scale zero is plain multiplication.
define i32 @test_smul_fix_scale_zero() {
  %lhs = call i32 @opaque_i32(i32 -1234)
  %got1 = call i32 @llvm.smul.fix.i32(i32 %lhs, i32 1000, i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1234000)
  ret i32 %r1
}

; With scale 8, 200.5 * 100.25 has bits above the middle of the product.
define i32 @test_umul_fix_i32() {
  %lhs = call i32 @opaque_i32(i32 51328)
  %rhs = call i32 @opaque_i32(i32 25664)
  %got1 = call i32 @llvm.umul.fix.i32(i32 %lhs, i32 %rhs, i32 8)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 5145632)
  %large = call i32 @opaque_i32(i32 -2147483648)
  %got2 = call i32 @llvm.umul.fix.i32(i32 %large, i32 128, i32 8)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 1073741824)
  ret i32 %r2
}

define i32 @test_smul_fix_i64() {
  %lhs = call i64 @opaque_i64(i64 -6442450944)
  %rhs = call i64 @opaque_i64(i64 10737418240)
  %got1 = call i64 @llvm.smul.fix.i64(i64 %lhs, i64 %rhs, i32 32)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 -16106127360)
  ret i32 %r1
}

define i32 @test_smul_fix_i16() {
  %lhs = call i16 @opaque_i16(i16 384)
  %rhs = call i16 @opaque_i16(i16 -1024)
  %got1 = call i16 @llvm.smul.fix.i16(i16 %lhs, i16 %rhs, i32 8)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 -1536)
  ret i32 %r1
}

define i32 @test_smul_fix_sat_i32() {
  %large = call i32 @opaque_i32(i32 1073741824)
  %minus = call i32 @opaque_i32(i32 -262144)
  %got1 = call i32 @llvm.smul.fix.sat.i32(i32 %large, i32 %large, i32 16)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 2147483647)
  %got2 = call i32 @llvm.smul.fix.sat.i32(i32 %large, i32 %minus, i32 16)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 -2147483648)
  %got3 = call i32 @llvm.smul.fix.sat.i32(i32 %minus, i32 %minus, i32 16)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1048576)
  ret i32 %r3
}

define i32 @test_umul_fix_sat_i32() {
  %large = call i32 @opaque_i32(i32 -65536)
  %got1 = call i32 @llvm.umul.fix.sat.i32(i32 %large, i32 131072, i32 16)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -1)
  %got2 = call i32 @llvm.umul.fix.sat.i32(i32 %large, i32 32768, i32 16)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 2147450880)
  ret i32 %r2
}

; With scale 8, 7.5 / -2.5 is -3 and 300 / 0.5 is 600.
define i32 @test_divide_fix_i32() {
  %dividend = call i32 @opaque_i32(i32 1920)
  %divisor = call i32 @opaque_i32(i32 -640)
  %got1 = call i32 @llvm.sdiv.fix.i32(i32 %dividend, i32 %divisor, i32 8)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 -768)
  %whole = call i32 @opaque_i32(i32 76800)
  %got2 = call i32 @llvm.udiv.fix.i32(i32 %whole, i32 128, i32 8)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 153600)
  ret i32 %r2
}

define i32 @test_smul_fix_v4i32() {
  %lhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 256, i32 -512, i32 128, i32 0>)
  %rhs = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 768, i32 384, i32 128, i32 -256>)
  %got1 = call <4 x i32> @llvm.smul.fix.v4i32(<4 x i32> %lhs, <4 x i32> %rhs, i32 8)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 768, i32 -768, i32 64, i32 0>)
  ret i32 %r1
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

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
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

declare i32 @llvm.smul.fix.i32(i32, i32, i32)
declare i32 @llvm.umul.fix.i32(i32, i32, i32)
declare i64 @llvm.smul.fix.i64(i64, i64, i32)
declare i16 @llvm.smul.fix.i16(i16, i16, i32)
declare i32 @llvm.smul.fix.sat.i32(i32, i32, i32)
declare i32 @llvm.umul.fix.sat.i32(i32, i32, i32)
declare i32 @llvm.sdiv.fix.i32(i32, i32, i32)
declare i32 @llvm.udiv.fix.i32(i32, i32, i32)
declare <4 x i32> @llvm.smul.fix.v4i32(<4 x i32>, <4 x i32>, i32)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
