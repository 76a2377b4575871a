; i127, one bit short of two registers: that bit must neither leak into
; quotients and comparisons nor be taken for the sign.

define i127 @add_i127(i127 %lhs, i127 %rhs) noinline {
  %sum = add i127 %lhs, %rhs
  ret i127 %sum
}

define i127 @sub_i127(i127 %lhs, i127 %rhs) noinline {
  %difference = sub i127 %lhs, %rhs
  ret i127 %difference
}

define i127 @mul_i127(i127 %lhs, i127 %rhs) noinline {
  %product = mul i127 %lhs, %rhs
  ret i127 %product
}

define i127 @sdiv_i127(i127 %lhs, i127 %rhs) noinline {
  %quotient = sdiv i127 %lhs, %rhs
  ret i127 %quotient
}

define i127 @srem_i127(i127 %lhs, i127 %rhs) noinline {
  %remainder = srem i127 %lhs, %rhs
  ret i127 %remainder
}

define i127 @udiv_i127(i127 %lhs, i127 %rhs) noinline {
  %quotient = udiv i127 %lhs, %rhs
  ret i127 %quotient
}

define i127 @urem_i127(i127 %lhs, i127 %rhs) noinline {
  %remainder = urem i127 %lhs, %rhs
  ret i127 %remainder
}

define i127 @shl_i127(i127 %lhs, i127 %rhs) noinline {
  %shifted = shl i127 %lhs, %rhs
  ret i127 %shifted
}

define i127 @lshr_i127(i127 %lhs, i127 %rhs) noinline {
  %shifted = lshr i127 %lhs, %rhs
  ret i127 %shifted
}

define i127 @ashr_i127(i127 %lhs, i127 %rhs) noinline {
  %shifted = ashr i127 %lhs, %rhs
  ret i127 %shifted
}

define i32 @test_add_sub_i127() {
  %got1 = call i127 @add_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %got1, i127 -85070591730234615865843651857942052864)
  %got2 = call i127 @sub_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %got2, i127 85070591730234615865843651857942052862)
  %got3 = call i127 @add_i127(i127 -85070591730234615865843651857942052864, i127 -1)
  %r3 = call i32 @check_i127(i32 %r2, i32 3, i127 %got3, i127 85070591730234615865843651857942052863)
  %got4 = call i127 @sub_i127(i127 -85070591730234615865843651857942052864, i127 -1)
  %r4 = call i32 @check_i127(i32 %r3, i32 4, i127 %got4, i127 -85070591730234615865843651857942052863)
  %got5 = call i127 @add_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r5 = call i32 @check_i127(i32 %r4, i32 5, i127 %got5, i127 -2)
  %got6 = call i127 @sub_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r6 = call i32 @check_i127(i32 %r5, i32 6, i127 %got6, i127 0)
  %got7 = call i127 @add_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r7 = call i32 @check_i127(i32 %r6, i32 7, i127 %got7, i127 -85070591730234615865843651857942052861)
  %got8 = call i127 @sub_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r8 = call i32 @check_i127(i32 %r7, i32 8, i127 %got8, i127 85070591730234615865843651857942052861)
  %got9 = call i127 @add_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r9 = call i32 @check_i127(i32 %r8, i32 9, i127 %got9, i127 -999999999999999998999999999961)
  %got10 = call i127 @sub_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r10 = call i32 @check_i127(i32 %r9, i32 10, i127 %got10, i127 -1000000000000000001000000000039)
  ret i32 %r10
}

define i32 @test_mul_i127() {
  %got1 = call i127 @mul_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %got1, i127 85070591730234615865843651857942052863)
  %got2 = call i127 @mul_i127(i127 -85070591730234615865843651857942052864, i127 -1)
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %got2, i127 -85070591730234615865843651857942052864)
  %got3 = call i127 @mul_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r3 = call i32 @check_i127(i32 %r2, i32 3, i127 %got3, i127 1)
  %got4 = call i127 @mul_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r4 = call i32 @check_i127(i32 %r3, i32 4, i127 %got4, i127 -85070591730234615865843651857942052864)
  %got5 = call i127 @mul_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r5 = call i32 @check_i127(i32 %r4, i32 5, i127 %got5, i127 -80264841822325112873716061749110636544)
  ret i32 %r5
}

define i32 @test_sdiv_srem_i127() {
  %got1 = call i127 @sdiv_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %got1, i127 85070591730234615865843651857942052863)
  %got2 = call i127 @srem_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %got2, i127 0)
  %got3 = call i127 @sdiv_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r3 = call i32 @check_i127(i32 %r2, i32 3, i127 %got3, i127 1)
  %got4 = call i127 @srem_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r4 = call i32 @check_i127(i32 %r3, i32 4, i127 %got4, i127 0)
  %got5 = call i127 @sdiv_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r5 = call i32 @check_i127(i32 %r4, i32 5, i127 %got5, i127 -28356863910078205288614550619314017621)
  %got6 = call i127 @srem_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r6 = call i32 @check_i127(i32 %r5, i32 6, i127 %got6, i127 -1)
  %got7 = call i127 @sdiv_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r7 = call i32 @check_i127(i32 %r6, i32 7, i127 %got7, i127 -999999999961000000)
  %got8 = call i127 @srem_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r8 = call i32 @check_i127(i32 %r7, i32 8, i127 %got8, i127 -1521000000)
  ret i32 %r8
}

define i32 @test_udiv_urem_i127() {
  %got1 = call i127 @udiv_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %got1, i127 85070591730234615865843651857942052863)
  %got2 = call i127 @urem_i127(i127 85070591730234615865843651857942052863, i127 1)
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %got2, i127 0)
  %got3 = call i127 @udiv_i127(i127 -85070591730234615865843651857942052864, i127 -1)
  %r3 = call i32 @check_i127(i32 %r2, i32 3, i127 %got3, i127 0)
  %got4 = call i127 @urem_i127(i127 -85070591730234615865843651857942052864, i127 -1)
  %r4 = call i32 @check_i127(i32 %r3, i32 4, i127 %got4, i127 -85070591730234615865843651857942052864)
  %got5 = call i127 @udiv_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r5 = call i32 @check_i127(i32 %r4, i32 5, i127 %got5, i127 1)
  %got6 = call i127 @urem_i127(i127 85070591730234615865843651857942052863, i127 85070591730234615865843651857942052863)
  %r6 = call i32 @check_i127(i32 %r5, i32 6, i127 %got6, i127 0)
  %got7 = call i127 @udiv_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r7 = call i32 @check_i127(i32 %r6, i32 7, i127 %got7, i127 28356863910078205288614550619314017621)
  %got8 = call i127 @urem_i127(i127 -85070591730234615865843651857942052864, i127 3)
  %r8 = call i32 @check_i127(i32 %r7, i32 8, i127 %got8, i127 1)
  %got9 = call i127 @udiv_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r9 = call i32 @check_i127(i32 %r8, i32 9, i127 %got9, i127 170141182453833725615987788)
  %got10 = call i127 @urem_i127(i127 -1000000000000000000000000000000, i127 1000000000039)
  %r10 = call i32 @check_i127(i32 %r9, i32 10, i127 %got10, i127 416860581996)
  ret i32 %r10
}

define i32 @test_shifts_i127() {
  %got1 = call i127 @shl_i127(i127 -50031807636584445010400631989587056037, i127 1)
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %got1, i127 70077568187300341710886039736709993654)
  %got2 = call i127 @shl_i127(i127 -50031807636584445010400631989587056037, i127 63)
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %got2, i127 79450713078514785843213705529276760064)
  %got3 = call i127 @shl_i127(i127 -50031807636584445010400631989587056037, i127 64)
  %r3 = call i32 @check_i127(i32 %r2, i32 3, i127 %got3, i127 -11239757303439660045259892657330585600)
  %got4 = call i127 @shl_i127(i127 -50031807636584445010400631989587056037, i127 126)
  %r4 = call i32 @check_i127(i32 %r3, i32 4, i127 %got4, i127 -85070591730234615865843651857942052864)
  %got5 = call i127 @lshr_i127(i127 -50031807636584445010400631989587056037, i127 1)
  %r5 = call i32 @check_i127(i32 %r4, i32 5, i127 %got5, i127 60054687911942393360643335863148524845)
  %got6 = call i127 @lshr_i127(i127 -50031807636584445010400631989587056037, i127 63)
  %r6 = call i32 @check_i127(i32 %r5, i32 6, i127 %got6, i127 13022284620413380976)
  %got7 = call i127 @lshr_i127(i127 -50031807636584445010400631989587056037, i127 64)
  %r7 = call i32 @check_i127(i32 %r6, i32 7, i127 %got7, i127 6511142310206690488)
  %got8 = call i127 @lshr_i127(i127 -50031807636584445010400631989587056037, i127 126)
  %r8 = call i32 @check_i127(i32 %r7, i32 8, i127 %got8, i127 1)
  %got9 = call i127 @ashr_i127(i127 -50031807636584445010400631989587056037, i127 1)
  %r9 = call i32 @check_i127(i32 %r8, i32 9, i127 %got9, i127 -25015903818292222505200315994793528019)
  %got10 = call i127 @ashr_i127(i127 -50031807636584445010400631989587056037, i127 63)
  %r10 = call i32 @check_i127(i32 %r9, i32 10, i127 %got10, i127 -5424459453296170640)
  %got11 = call i127 @ashr_i127(i127 -50031807636584445010400631989587056037, i127 64)
  %r11 = call i32 @check_i127(i32 %r10, i32 11, i127 %got11, i127 -2712229726648085320)
  %got12 = call i127 @ashr_i127(i127 -50031807636584445010400631989587056037, i127 126)
  %r12 = call i32 @check_i127(i32 %r11, i32 12, i127 %got12, i127 -1)
  ret i32 %r12
}

define i32 @test_compare_i127() {
  %low = call i127 @opaque_i127(i127 -85070591730234615865843651857942052864)
  %high = call i127 @opaque_i127(i127 85070591730234615865843651857942052863)
  %minus.one = call i127 @opaque_i127(i127 -1)
  %slt.low.high = icmp slt i127 %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %slt.low.high, i1 true)
  %ult.low.high = icmp ult i127 %low, %high
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ult.low.high, i1 false)
  %sgt.minus.one.low = icmp sgt i127 %minus.one, %low
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %sgt.minus.one.low, i1 true)
  %ugt.minus.one.low = icmp ugt i127 %minus.one, %low
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %ugt.minus.one.low, i1 true)
  %sle.high.minus.one = icmp sle i127 %high, %minus.one
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %sle.high.minus.one, i1 false)
  %uge.high.minus.one = icmp uge i127 %high, %minus.one
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %uge.high.minus.one, i1 false)
  %eq.minus.one.minus.one = icmp eq i127 %minus.one, %minus.one
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %eq.minus.one.minus.one, i1 true)
  %ne.low.minus.one = icmp ne i127 %low, %minus.one
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ne.low.minus.one, i1 true)
  ret i32 %r8
}

; Bit 126 is the sign.
define i32 @test_extension_from_i127() {
  %x = call i127 @opaque_i127(i127 -85070591730234615865843651857942052864)
  %signed = sext i127 %x to i128
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %signed, i128 -85070591730234615865843651857942052864)
  %unsigned = zext i127 %x to i128
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %unsigned, i128 85070591730234615865843651857942052864)
  ret i32 %r2
}

; Greatest common divisor by repeated remainders.
define i127 @gcd_i127(i127 %first, i127 %second) noinline {
entry:
  br label %loop

loop:
  %a = phi i127 [ %first, %entry ], [ %b, %body ]
  %b = phi i127 [ %second, %entry ], [ %rest, %body ]
  %done = icmp eq i127 %b, 0
  br i1 %done, label %exit, label %body

body:
  %rest = urem i127 %a, %b
  br label %loop

exit:
  ret i127 %a
}

; ORI-TARGETS: test_gcd_i127 gcd_i127
define i32 @test_gcd_i127() {
  %got1 = call i127 @gcd_i127(i127 85070591730234615865843651857942052863, i127 9223372036854775807)
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %got1, i127 9223372036854775807)
  %got2 = call i127 @gcd_i127(i127 13367494538843734067838845976576, i127 1000000000000000000000000000000)
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %got2, i127 1073741824)
  %got3 = call i127 @gcd_i127(i127 618970019642690137449562111, i127 2305843009213693951)
  %r3 = call i32 @check_i127(i32 %r2, i32 3, i127 %got3, i127 1)
  %got4 = call i127 @gcd_i127(i127 0, i127 77)
  %r4 = call i32 @check_i127(i32 %r3, i32 4, i127 %got4, i127 77)
  ret i32 %r4
}

; Stored and loaded values keep all 127 bits and no more.
define i32 @test_memory_i127() {
  %slot = alloca i127
  %x = call i127 @opaque_i127(i127 -2)
  store volatile i127 %x, ptr %slot
  %again = load volatile i127, ptr %slot
  %r1 = call i32 @check_i127(i32 0, i32 1, i127 %again, i127 -2)
  %top = lshr i127 %again, 126
  %r2 = call i32 @check_i127(i32 %r1, i32 2, i127 %top, i127 1)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i127 @opaque_i127(i127 %value) noinline {
  %slot = alloca i127
  store volatile i127 %value, ptr %slot
  %seen = load volatile i127, ptr %slot
  ret i127 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i127(i32 %prior, i32 %code, i127 %got, i127 %want) noinline {
  %same = icmp eq i127 %got, %want
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

define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
