; The ordered fcmp predicates on double and float: smaller, larger, equal, both
; zeros, infinities, and false as soon as one operand is a NaN.

define i1 @oeq_double(double %lhs, double %rhs) noinline {
  %holds = fcmp oeq double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_oeq_double() {
  %got1 = call i1 @oeq_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @oeq_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @oeq_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @oeq_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @oeq_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @oeq_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @oeq_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @oeq_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @oeq_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i1 @one_double(double %lhs, double %rhs) noinline {
  %holds = fcmp one double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_one_double() {
  %got1 = call i1 @one_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @one_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @one_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @one_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @one_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @one_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @one_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @one_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @one_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i1 @olt_double(double %lhs, double %rhs) noinline {
  %holds = fcmp olt double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_olt_double() {
  %got1 = call i1 @olt_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @olt_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @olt_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @olt_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @olt_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @olt_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @olt_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @olt_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @olt_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i1 @ole_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ole double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ole_double() {
  %got1 = call i1 @ole_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ole_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ole_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @ole_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ole_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ole_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @ole_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ole_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @ole_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i1 @ogt_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ogt double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ogt_double() {
  %got1 = call i1 @ogt_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ogt_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ogt_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ogt_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @ogt_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ogt_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @ogt_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ogt_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @ogt_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i1 @oge_double(double %lhs, double %rhs) noinline {
  %holds = fcmp oge double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_oge_double() {
  %got1 = call i1 @oge_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @oge_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @oge_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @oge_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @oge_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @oge_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @oge_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @oge_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @oge_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i1 @ord_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ord double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ord_double() {
  %got1 = call i1 @ord_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ord_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ord_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @ord_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ord_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ord_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @ord_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 false)
  %got8 = call i1 @ord_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 false)
  %got9 = call i1 @ord_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 false)
  ret i32 %r9
}

define i32 @test_ordered_float() {
  %low = call float @opaque_float(float -1.5)
  %high = call float @opaque_float(float 3.25)
  %nan = call float @opaque_float(float 0x7FF8000000000000)
  %oeq.numbers = fcmp oeq float %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %oeq.numbers, i1 false)
  %oeq.nan = fcmp oeq float %high, %nan
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %oeq.nan, i1 false)
  %one.numbers = fcmp one float %low, %high
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %one.numbers, i1 true)
  %one.nan = fcmp one float %high, %nan
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %one.nan, i1 false)
  %olt.numbers = fcmp olt float %low, %high
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %olt.numbers, i1 true)
  %olt.nan = fcmp olt float %high, %nan
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %olt.nan, i1 false)
  %ole.numbers = fcmp ole float %low, %high
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %ole.numbers, i1 true)
  %ole.nan = fcmp ole float %high, %nan
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ole.nan, i1 false)
  %ogt.numbers = fcmp ogt float %low, %high
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %ogt.numbers, i1 false)
  %ogt.nan = fcmp ogt float %high, %nan
  %r10 = call i32 @check_i1(i32 %r9, i32 10, i1 %ogt.nan, i1 false)
  %oge.numbers = fcmp oge float %low, %high
  %r11 = call i32 @check_i1(i32 %r10, i32 11, i1 %oge.numbers, i1 false)
  %oge.nan = fcmp oge float %high, %nan
  %r12 = call i32 @check_i1(i32 %r11, i32 12, i1 %oge.nan, i1 false)
  %ord.numbers = fcmp ord float %low, %high
  %r13 = call i32 @check_i1(i32 %r12, i32 13, i1 %ord.numbers, i1 true)
  %ord.nan = fcmp ord float %high, %nan
  %r14 = call i32 @check_i1(i32 %r13, i32 14, i1 %ord.nan, i1 false)
  ret i32 %r14
}

define i32 @branch_on_less(double %lhs, double %rhs) noinline {
entry:
  %less = fcmp olt double %lhs, %rhs
  br i1 %less, label %yes, label %no

yes:
  ret i32 10

no:
  ret i32 20
}

; ORI-TARGETS: test_branch_olt branch_on_less
define i32 @test_branch_olt() {
  %got1 = call i32 @branch_on_less(double 1.0, double 2.0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 10)
  %got2 = call i32 @branch_on_less(double 2.0, double 1.0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 20)
  %got3 = call i32 @branch_on_less(double 1.5, double 1.5)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 20)
  %got4 = call i32 @branch_on_less(double 0.0, double -0.0)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 20)
  %got5 = call i32 @branch_on_less(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i32(i32 %r4, i32 5, i32 %got5, i32 20)
  %got6 = call i32 @branch_on_less(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i32(i32 %r5, i32 6, i32 %got6, i32 10)
  %got7 = call i32 @branch_on_less(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 20)
  %got8 = call i32 @branch_on_less(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 20)
  %got9 = call i32 @branch_on_less(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 20)
  ret i32 %r9
}

define float @pick_greater(float %lhs, float %rhs) noinline {
  %greater = fcmp ogt float %lhs, %rhs
  %picked = select i1 %greater, float %lhs, float %rhs
  ret float %picked
}

; A machine maximum may stand in only where it agrees about NaN and zeros.
; ORI-TARGETS: test_select_ogt pick_greater
define i32 @test_select_ogt() {
  %got1 = call float @pick_greater(float 1.0, float 2.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 2.0)
  %got2 = call float @pick_greater(float 2.0, float 1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @pick_greater(float -0.0, float 0.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0.0)
  %got4 = call float @pick_greater(float 0.0, float -0.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @pick_greater(float 0x7FF8000000000000, float 1.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 1.0)
  %got6 = call float @pick_greater(float 1.0, float 0x7FF8000000000000)
  %r6 = call i32 @check_nan_float(i32 %r5, i32 6, float %got6)
  ret i32 %r6
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
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

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %got.bits = bitcast float %got to i32
  %want.bits = bitcast float %want to i32
  %same = icmp eq i32 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

; The same for a NaN of any sign and payload.
define internal i32 @check_nan_float(i32 %prior, i32 %code, float %got) noinline {
  %bits = bitcast float %got to i32
  %magnitude = and i32 %bits, 2147483647
  %nan = icmp ugt i32 %magnitude, 2139095040
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
