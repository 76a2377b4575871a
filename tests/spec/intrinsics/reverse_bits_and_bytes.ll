; llvm.bswap and llvm.bitreverse on 8 to 64 bits, on 48 bits and on vectors.

define i32 @test_bswap_i16() {
  %value = call i16 @opaque_i16(i16 4660)
  %got1 = call i16 @llvm.bswap.i16(i16 %value)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 13330)
  %sign = call i16 @opaque_i16(i16 -256)
  %got2 = call i16 @llvm.bswap.i16(i16 %sign)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 255)
  ret i32 %r2
}

define i32 @test_bswap_i32() {
  %value = call i32 @opaque_i32(i32 305419896)
  %swapped = call i32 @llvm.bswap.i32(i32 %value)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %swapped, i32 2018915346)
  %back = call i32 @llvm.bswap.i32(i32 %swapped)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %back, i32 305419896)
  ret i32 %r2
}

define i32 @test_bswap_i64() {
  %value = call i64 @opaque_i64(i64 81985529216486895)
  %got1 = call i64 @llvm.bswap.i64(i64 %value)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 -1167088121787636991)
  ret i32 %r1
}

; Six bytes, so the swapped value has to be moved down from the top of a register.
define i32 @test_bswap_i48() {
  %value = call i48 @opaque_i48(i48 1108152157446)
  %got1 = call i48 @llvm.bswap.i48(i48 %value)
  %r1 = call i32 @check_i48(i32 0, i32 1, i48 %got1, i48 6618611909121)
  ret i32 %r1
}

define i32 @test_bswap_v4i32() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 65536, i32 -1, i32 305419896>)
  %got1 = call <4 x i32> @llvm.bswap.v4i32(<4 x i32> %value)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 16777216, i32 256, i32 -1, i32 2018915346>)
  ret i32 %r1
}

define i32 @test_bitreverse_i8() {
  %value = call i8 @opaque_i8(i8 1)
  %got1 = call i8 @llvm.bitreverse.i8(i8 %value)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 -128)
  %mixed = call i8 @opaque_i8(i8 18)
  %got2 = call i8 @llvm.bitreverse.i8(i8 %mixed)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 72)
  ret i32 %r2
}

define i32 @test_bitreverse_i16_i32() {
  %half = call i16 @opaque_i16(i16 3)
  %got1 = call i16 @llvm.bitreverse.i16(i16 %half)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 -16384)
  %word = call i32 @opaque_i32(i32 305419896)
  %reversed = call i32 @llvm.bitreverse.i32(i32 %word)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %reversed, i32 510274632)
  %back = call i32 @llvm.bitreverse.i32(i32 %reversed)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %back, i32 305419896)
  ret i32 %r3
}

define i32 @test_bitreverse_i64() {
  %value = call i64 @opaque_i64(i64 13)
  %got1 = call i64 @llvm.bitreverse.i64(i64 %value)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 -5764607523034234880)
  ret i32 %r1
}

define i32 @test_bitreverse_odd_width_i5() {
  %value = call i5 @opaque_i5(i5 6)
  %got1 = call i5 @llvm.bitreverse.i5(i5 %value)
  %r1 = call i32 @check_i5(i32 0, i32 1, i5 %got1, i5 12)
  %low = call i5 @opaque_i5(i5 1)
  %got2 = call i5 @llvm.bitreverse.i5(i5 %low)
  %r2 = call i32 @check_i5(i32 %r1, i32 2, i5 %got2, i5 -16)
  ret i32 %r2
}

define i32 @test_bitreverse_v16i8() {
  %value = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 1, i8 2, i8 4, i8 8, i8 16, i8 32, i8 64, i8 -128, i8 3, i8 5, i8 15, i8 -16, i8 0, i8 -1, i8 127, i8 90>)
  %got1 = call <16 x i8> @llvm.bitreverse.v16i8(<16 x i8> %value)
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %got1, <16 x i8> <i8 -128, i8 64, i8 32, i8 16, i8 8, i8 4, i8 2, i8 1, i8 -64, i8 -96, i8 -16, i8 15, i8 0, i8 -1, i8 -2, i8 90>)
  ret i32 %r1
}

; Reversing the bits of each byte after bswap is the same as bitreverse.
define i32 @test_all_of_them_agree() {
  %value = call i32 @opaque_i32(i32 -19088744)
  %swapped = call i32 @llvm.bswap.i32(i32 %value)
  %bytes = bitcast i32 %swapped to <4 x i8>
  %turned = call <4 x i8> @llvm.bitreverse.v4i8(<4 x i8> %bytes)
  %combined = bitcast <4 x i8> %turned to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %combined, i32 425540479)
  %direct = call i32 @llvm.bitreverse.i32(i32 %value)
  %same = icmp eq i32 %combined, %direct
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %same, i1 true)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i48 @opaque_i48(i48 %value) noinline {
  %slot = alloca i48
  store volatile i48 %value, ptr %slot
  %seen = load volatile i48, ptr %slot
  ret i48 %seen
}

define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

define internal i5 @opaque_i5(i5 %value) noinline {
  %slot = alloca i5
  store volatile i5 %value, ptr %slot
  %seen = load volatile i5, ptr %slot
  ret i5 %seen
}

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i48(i32 %prior, i32 %code, i48 %got, i48 %want) noinline {
  %same = icmp eq i48 %got, %want
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

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i5(i32 %prior, i32 %code, i5 %got, i5 %want) noinline {
  %same = icmp eq i5 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v16i8(i32 %prior, i32 %code, <16 x i8> %got, <16 x i8> %want) noinline {
  %lanes = icmp eq <16 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v16i1(<16 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i16 @llvm.bswap.i16(i16)
declare i32 @llvm.bswap.i32(i32)
declare i64 @llvm.bswap.i64(i64)
declare i48 @llvm.bswap.i48(i48)
declare <4 x i32> @llvm.bswap.v4i32(<4 x i32>)
declare i8 @llvm.bitreverse.i8(i8)
declare i16 @llvm.bitreverse.i16(i16)
declare i32 @llvm.bitreverse.i32(i32)
declare i64 @llvm.bitreverse.i64(i64)
declare i5 @llvm.bitreverse.i5(i5)
declare <16 x i8> @llvm.bitreverse.v16i8(<16 x i8>)
declare <4 x i8> @llvm.bitreverse.v4i8(<4 x i8>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
