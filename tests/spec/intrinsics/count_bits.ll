; llvm.ctpop, llvm.ctlz and llvm.cttz on 8 to 64 bits, on an odd width and on
; vectors, including the defined result for zero.
; ORI-TARGETS: test_ctpop_i32 ctpop_i32
; ORI-TARGETS: test_ctlz_i32 ctlz_i32
; ORI-TARGETS: test_cttz_i32 cttz_i32

define i32 @test_ctpop_i32() {
  %got1 = call i32 @ctpop_i32(i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 0)
  %got2 = call i32 @ctpop_i32(i32 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 32)
  %got3 = call i32 @ctpop_i32(i32 -2147483648)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 1)
  %got4 = call i32 @ctpop_i32(i32 252645135)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 16)
  ret i32 %r4
}

define i32 @test_ctlz_i32() {
  %got1 = call i32 @ctlz_i32(i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 32)
  %got2 = call i32 @ctlz_i32(i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 31)
  %got3 = call i32 @ctlz_i32(i32 -1)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 0)
  %got4 = call i32 @ctlz_i32(i32 65535)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 16)
  ret i32 %r4
}

define i32 @test_cttz_i32() {
  %got1 = call i32 @cttz_i32(i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 32)
  %got2 = call i32 @cttz_i32(i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 0)
  %got3 = call i32 @cttz_i32(i32 -2147483648)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 31)
  %got4 = call i32 @cttz_i32(i32 96)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 5)
  ret i32 %r4
}

; Counting happens in eight bits, also where the machine counts in more.
define i32 @test_counts_i8() {
  %zero = call i8 @opaque_i8(i8 0)
  %bits = call i8 @opaque_i8(i8 40)
  %got1 = call i8 @llvm.ctlz.i8(i8 %zero, i1 false)
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %got1, i8 8)
  %got2 = call i8 @llvm.cttz.i8(i8 %zero, i1 false)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %got2, i8 8)
  %got3 = call i8 @llvm.ctlz.i8(i8 %bits, i1 false)
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %got3, i8 2)
  %got4 = call i8 @llvm.cttz.i8(i8 %bits, i1 false)
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %got4, i8 3)
  %got5 = call i8 @llvm.ctpop.i8(i8 %bits)
  %r5 = call i32 @check_i8(i32 %r4, i32 5, i8 %got5, i8 2)
  ret i32 %r5
}

define i32 @test_counts_i16() {
  %zero = call i16 @opaque_i16(i16 0)
  %bits = call i16 @opaque_i16(i16 -4096)
  %got1 = call i16 @llvm.cttz.i16(i16 %zero, i1 false)
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %got1, i16 16)
  %got2 = call i16 @llvm.cttz.i16(i16 %bits, i1 false)
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %got2, i16 12)
  %got3 = call i16 @llvm.ctpop.i16(i16 %bits)
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %got3, i16 4)
  %got4 = call i16 @llvm.ctlz.i16(i16 %zero, i1 false)
  %r4 = call i32 @check_i16(i32 %r3, i32 4, i16 %got4, i16 16)
  ret i32 %r4
}

define i32 @test_counts_i64() {
  %zero = call i64 @opaque_i64(i64 0)
  %bits = call i64 @opaque_i64(i64 1099511627776)
  %got1 = call i64 @llvm.ctlz.i64(i64 %bits, i1 false)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 23)
  %got2 = call i64 @llvm.cttz.i64(i64 %bits, i1 false)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 40)
  %got3 = call i64 @llvm.ctlz.i64(i64 %zero, i1 false)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 64)
  %got4 = call i64 @llvm.cttz.i64(i64 %zero, i1 false)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 64)
  %ones = call i64 @opaque_i64(i64 -2)
  %got5 = call i64 @llvm.ctpop.i64(i64 %ones)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 63)
  ret i32 %r5
}

; With the flag set and a non-zero operand the counts are the same.
define i32 @test_zero_is_poison_form() {
  %bits = call i32 @opaque_i32(i32 6291456)
  %got1 = call i32 @llvm.ctlz.i32(i32 %bits, i1 true)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 9)
  %got2 = call i32 @llvm.cttz.i32(i32 %bits, i1 true)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 21)
  ret i32 %r2
}

define i32 @test_counts_odd_width_i37() {
  %zero = call i37 @opaque_i37(i37 0)
  %bits = call i37 @opaque_i37(i37 4294967296)
  %got1 = call i37 @llvm.ctlz.i37(i37 %zero, i1 false)
  %r1 = call i32 @check_i37(i32 0, i32 1, i37 %got1, i37 37)
  %got2 = call i37 @llvm.cttz.i37(i37 %zero, i1 false)
  %r2 = call i32 @check_i37(i32 %r1, i32 2, i37 %got2, i37 37)
  %got3 = call i37 @llvm.ctlz.i37(i37 %bits, i1 false)
  %r3 = call i32 @check_i37(i32 %r2, i32 3, i37 %got3, i37 4)
  %got4 = call i37 @llvm.cttz.i37(i37 %bits, i1 false)
  %r4 = call i32 @check_i37(i32 %r3, i32 4, i37 %got4, i37 32)
  %ones = call i37 @opaque_i37(i37 -1)
  %got5 = call i37 @llvm.ctpop.i37(i37 %ones)
  %r5 = call i32 @check_i37(i32 %r4, i32 5, i37 %got5, i37 37)
  ret i32 %r5
}

define i32 @test_counts_v4i32() {
  %bits = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 1, i32 -1, i32 4080>)
  %got1 = call <4 x i32> @llvm.ctpop.v4i32(<4 x i32> %bits)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 0, i32 1, i32 32, i32 8>)
  %got2 = call <4 x i32> @llvm.ctlz.v4i32(<4 x i32> %bits, i1 false)
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %got2, <4 x i32> <i32 32, i32 31, i32 0, i32 20>)
  %got3 = call <4 x i32> @llvm.cttz.v4i32(<4 x i32> %bits, i1 false)
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %got3, <4 x i32> <i32 32, i32 0, i32 0, i32 4>)
  ret i32 %r3
}

define i32 @test_ctpop_v16i8() {
  %bits = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 1, i8 2, i8 3, i8 4, i8 5, i8 6, i8 7, i8 8, i8 15, i8 31, i8 63, i8 127, i8 -1, i8 -128, i8 85>)
  %got1 = call <16 x i8> @llvm.ctpop.v16i8(<16 x i8> %bits)
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %got1, <16 x i8> <i8 0, i8 1, i8 1, i8 2, i8 1, i8 2, i8 2, i8 3, i8 1, i8 4, i8 5, i8 6, i8 7, i8 8, i8 1, i8 4>)
  ret i32 %r1
}

define i32 @ctpop_i32(i32 %bits) noinline {
  %count = call i32 @llvm.ctpop.i32(i32 %bits)
  ret i32 %count
}

define i32 @ctlz_i32(i32 %bits) noinline {
  %count = call i32 @llvm.ctlz.i32(i32 %bits, i1 false)
  ret i32 %count
}

define i32 @cttz_i32(i32 %bits) noinline {
  %count = call i32 @llvm.cttz.i32(i32 %bits, i1 false)
  ret i32 %count
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

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i37 @opaque_i37(i37 %value) noinline {
  %slot = alloca i37
  store volatile i37 %value, ptr %slot
  %seen = load volatile i37, ptr %slot
  ret i37 %seen
}

define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
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

define internal i32 @check_i37(i32 %prior, i32 %code, i37 %got, i37 %want) noinline {
  %same = icmp eq i37 %got, %want
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

define internal i32 @check_v16i8(i32 %prior, i32 %code, <16 x i8> %got, <16 x i8> %want) noinline {
  %lanes = icmp eq <16 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v16i1(<16 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i8 @llvm.ctlz.i8(i8, i1)
declare i8 @llvm.cttz.i8(i8, i1)
declare i8 @llvm.ctpop.i8(i8)
declare i16 @llvm.cttz.i16(i16, i1)
declare i16 @llvm.ctpop.i16(i16)
declare i16 @llvm.ctlz.i16(i16, i1)
declare i64 @llvm.ctlz.i64(i64, i1)
declare i64 @llvm.cttz.i64(i64, i1)
declare i64 @llvm.ctpop.i64(i64)
declare i32 @llvm.ctlz.i32(i32, i1)
declare i32 @llvm.cttz.i32(i32, i1)
declare i37 @llvm.ctlz.i37(i37, i1)
declare i37 @llvm.cttz.i37(i37, i1)
declare i37 @llvm.ctpop.i37(i37)
declare <4 x i32> @llvm.ctpop.v4i32(<4 x i32>)
declare <4 x i32> @llvm.ctlz.v4i32(<4 x i32>, i1)
declare <4 x i32> @llvm.cttz.v4i32(<4 x i32>, i1)
declare <16 x i8> @llvm.ctpop.v16i8(<16 x i8>)
declare i32 @llvm.ctpop.i32(i32)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
