; The unordered fcmp predicates on double and float: smaller, larger, equal, both
; zeros, infinities, and true as soon as one operand is a NaN (uno is that alone).

define i1 @ueq_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ueq double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ueq_double() {
  %got1 = call i1 @ueq_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ueq_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ueq_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @ueq_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ueq_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ueq_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @ueq_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @ueq_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @ueq_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i1 @une_double(double %lhs, double %rhs) noinline {
  %holds = fcmp une double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_une_double() {
  %got1 = call i1 @une_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @une_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @une_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @une_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @une_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @une_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @une_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @une_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @une_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i1 @ult_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ult double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ult_double() {
  %got1 = call i1 @ult_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ult_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ult_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ult_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @ult_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ult_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @ult_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @ult_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @ult_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i1 @ule_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ule double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ule_double() {
  %got1 = call i1 @ule_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 true)
  %got2 = call i1 @ule_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @ule_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @ule_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @ule_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @ule_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 true)
  %got7 = call i1 @ule_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @ule_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @ule_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i1 @ugt_double(double %lhs, double %rhs) noinline {
  %holds = fcmp ugt double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_ugt_double() {
  %got1 = call i1 @ugt_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @ugt_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @ugt_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @ugt_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @ugt_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @ugt_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @ugt_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @ugt_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @ugt_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i1 @uge_double(double %lhs, double %rhs) noinline {
  %holds = fcmp uge double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_uge_double() {
  %got1 = call i1 @uge_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @uge_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 true)
  %got3 = call i1 @uge_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 true)
  %got4 = call i1 @uge_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 true)
  %got5 = call i1 @uge_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 true)
  %got6 = call i1 @uge_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @uge_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @uge_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @uge_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i1 @uno_double(double %lhs, double %rhs) noinline {
  %holds = fcmp uno double %lhs, %rhs
  ret i1 %holds
}

define i32 @test_uno_double() {
  %got1 = call i1 @uno_double(double 1.0, double 2.0)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %got1, i1 false)
  %got2 = call i1 @uno_double(double 2.0, double 1.0)
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %got2, i1 false)
  %got3 = call i1 @uno_double(double 1.5, double 1.5)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %got3, i1 false)
  %got4 = call i1 @uno_double(double 0.0, double -0.0)
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %got4, i1 false)
  %got5 = call i1 @uno_double(double 0x7FF0000000000000, double 0x7FF0000000000000)
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %got5, i1 false)
  %got6 = call i1 @uno_double(double 0xFFF0000000000000, double 1.0)
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %got6, i1 false)
  %got7 = call i1 @uno_double(double 0x7FF8000000000000, double 1.0)
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %got7, i1 true)
  %got8 = call i1 @uno_double(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %got8, i1 true)
  %got9 = call i1 @uno_double(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %got9, i1 true)
  ret i32 %r9
}

define i32 @test_unordered_float() {
  %low = call float @opaque_float(float -1.5)
  %high = call float @opaque_float(float 3.25)
  %nan = call float @opaque_float(float 0x7FF8000000000000)
  %ueq.numbers = fcmp ueq float %low, %high
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %ueq.numbers, i1 false)
  %ueq.nan = fcmp ueq float %high, %nan
  %r2 = call i32 @check_i1(i32 %r1, i32 2, i1 %ueq.nan, i1 true)
  %une.numbers = fcmp une float %low, %high
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %une.numbers, i1 true)
  %une.nan = fcmp une float %high, %nan
  %r4 = call i32 @check_i1(i32 %r3, i32 4, i1 %une.nan, i1 true)
  %ult.numbers = fcmp ult float %low, %high
  %r5 = call i32 @check_i1(i32 %r4, i32 5, i1 %ult.numbers, i1 true)
  %ult.nan = fcmp ult float %high, %nan
  %r6 = call i32 @check_i1(i32 %r5, i32 6, i1 %ult.nan, i1 true)
  %ule.numbers = fcmp ule float %low, %high
  %r7 = call i32 @check_i1(i32 %r6, i32 7, i1 %ule.numbers, i1 true)
  %ule.nan = fcmp ule float %high, %nan
  %r8 = call i32 @check_i1(i32 %r7, i32 8, i1 %ule.nan, i1 true)
  %ugt.numbers = fcmp ugt float %low, %high
  %r9 = call i32 @check_i1(i32 %r8, i32 9, i1 %ugt.numbers, i1 false)
  %ugt.nan = fcmp ugt float %high, %nan
  %r10 = call i32 @check_i1(i32 %r9, i32 10, i1 %ugt.nan, i1 true)
  %uge.numbers = fcmp uge float %low, %high
  %r11 = call i32 @check_i1(i32 %r10, i32 11, i1 %uge.numbers, i1 false)
  %uge.nan = fcmp uge float %high, %nan
  %r12 = call i32 @check_i1(i32 %r11, i32 12, i1 %uge.nan, i1 true)
  %uno.numbers = fcmp uno float %low, %high
  %r13 = call i32 @check_i1(i32 %r12, i32 13, i1 %uno.numbers, i1 false)
  %uno.nan = fcmp uno float %high, %nan
  %r14 = call i32 @check_i1(i32 %r13, i32 14, i1 %uno.nan, i1 true)
  ret i32 %r14
}

define i32 @branch_on_less(double %lhs, double %rhs) noinline {
entry:
  %less = fcmp ult double %lhs, %rhs
  br i1 %less, label %yes, label %no

yes:
  ret i32 10

no:
  ret i32 20
}

; ORI-TARGETS: test_branch_ult branch_on_less
define i32 @test_branch_ult() {
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
  %r7 = call i32 @check_i32(i32 %r6, i32 7, i32 %got7, i32 10)
  %got8 = call i32 @branch_on_less(double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_i32(i32 %r7, i32 8, i32 %got8, i32 10)
  %got9 = call i32 @branch_on_less(double 0x7FF8000000000000, double 0x7FF8000000000000)
  %r9 = call i32 @check_i32(i32 %r8, i32 9, i32 %got9, i32 10)
  ret i32 %r9
}

define float @pick_greater(float %lhs, float %rhs) noinline {
  %greater = fcmp ugt float %lhs, %rhs
  %picked = select i1 %greater, float %lhs, float %rhs
  ret float %picked
}

; A machine maximum may stand in only where it agrees about NaN and zeros.
; ORI-TARGETS: test_select_ugt pick_greater
define i32 @test_select_ugt() {
  %got1 = call float @pick_greater(float 1.0, float 2.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 2.0)
  %got2 = call float @pick_greater(float 2.0, float 1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 2.0)
  %got3 = call float @pick_greater(float -0.0, float 0.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0.0)
  %got4 = call float @pick_greater(float 0.0, float -0.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @pick_greater(float 0x7FF8000000000000, float 1.0)
  %r5 = call i32 @check_nan_float(i32 %r4, i32 5, float %got5)
  %got6 = call float @pick_greater(float 1.0, float 0x7FF8000000000000)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 1.0)
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
