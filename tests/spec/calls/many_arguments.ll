; Argument lists longer than the registers of any target, with integer and
; floating-point parameters of different widths mixed together.

; Weights every argument by its position, so that no two can change places.
define i64 @weigh_twelve(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f, i64 %g, i64 %h, i64 %i, i64 %j, i64 %k, i64 %l) noinline {
  %b2 = mul i64 %b, 2
  %c3 = mul i64 %c, 3
  %d4 = mul i64 %d, 4
  %e5 = mul i64 %e, 5
  %f6 = mul i64 %f, 6
  %g7 = mul i64 %g, 7
  %h8 = mul i64 %h, 8
  %i9 = mul i64 %i, 9
  %j10 = mul i64 %j, 10
  %k11 = mul i64 %k, 11
  %l12 = mul i64 %l, 12
  %s1 = add i64 %a, %b2
  %s2 = add i64 %s1, %c3
  %s3 = add i64 %s2, %d4
  %s4 = add i64 %s3, %e5
  %s5 = add i64 %s4, %f6
  %s6 = add i64 %s5, %g7
  %s7 = add i64 %s6, %h8
  %s8 = add i64 %s7, %i9
  %s9 = add i64 %s8, %j10
  %s10 = add i64 %s9, %k11
  %s11 = add i64 %s10, %l12
  ret i64 %s11
}

; ORI-TARGETS: test_twelve_integers weigh_twelve
define i32 @test_twelve_integers() {
  %x = call i64 @opaque_i64(i64 1000)
  %y = add i64 %x, 1
  %same = call i64 @weigh_twelve(i64 1, i64 1, i64 1, i64 1, i64 1, i64 1, i64 1, i64 1, i64 1, i64 1, i64 1, i64 %x)
  %rising = call i64 @weigh_twelve(i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7, i64 8, i64 9, i64 10, i64 11, i64 12)
  %mixed = call i64 @weigh_twelve(i64 %x, i64 0, i64 0, i64 0, i64 0, i64 0, i64 %y, i64 0, i64 0, i64 0, i64 -1, i64 0)
  %ok.1 = icmp eq i64 %same, 12066
  %ok.2 = icmp eq i64 %rising, 650
  %ok.3 = icmp eq i64 %mixed, 7996
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Ten doubles: the digits of the result tell the order in which they arrived.
define double @digits_of_ten(double %a, double %b, double %c, double %d, double %e, double %f, double %g, double %h, double %i, double %j) noinline {
  %a10 = fmul double %a, 10.0
  %ab = fadd double %a10, %b
  %ab10 = fmul double %ab, 10.0
  %abc = fadd double %ab10, %c
  %abc10 = fmul double %abc, 10.0
  %abcd = fadd double %abc10, %d
  %abcd10 = fmul double %abcd, 10.0
  %abcde = fadd double %abcd10, %e
  %abcde10 = fmul double %abcde, 10.0
  %to.f = fadd double %abcde10, %f
  %to.f10 = fmul double %to.f, 10.0
  %to.g = fadd double %to.f10, %g
  %to.g10 = fmul double %to.g, 10.0
  %to.h = fadd double %to.g10, %h
  %to.h10 = fmul double %to.h, 10.0
  %to.i = fadd double %to.h10, %i
  %to.i10 = fmul double %to.i, 10.0
  %to.j = fadd double %to.i10, %j
  ret double %to.j
}

; ORI-TARGETS: test_ten_doubles digits_of_ten
define i32 @test_ten_doubles() {
  %four = call double @opaque_double(double 4.0)
  %nine = call double @opaque_double(double 9.0)
  %number = call double @digits_of_ten(double 1.0, double 2.0, double 3.0, double %four, double 5.0, double 6.0, double 7.0, double 8.0, double %nine, double 0.0)
  %value = fptoui double %number to i64
  %ok = icmp eq i64 %value, 1234567890
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Integers and doubles alternate; each kind has registers of its own.
define i64 @alternate(i32 %i0, double %d0, i64 %i1, float %f1, i8 signext %i2, double %d2, i16 zeroext %i3, float %f3) noinline {
  %i0.wide = sext i32 %i0 to i64
  %i2.wide = sext i8 %i2 to i64
  %i3.wide = zext i16 %i3 to i64
  %i01 = add i64 %i0.wide, %i1
  %i23 = add i64 %i2.wide, %i3.wide
  %integers = add i64 %i01, %i23
  %d02 = fadd double %d0, %d2
  %f13 = fadd float %f1, %f3
  %f13.wide = fpext float %f13 to double
  %reals = fmul double %d02, %f13.wide
  %reals.int = fptosi double %reals to i64
  %result = sub i64 %reals.int, %integers
  ret i64 %result
}

; ORI-TARGETS: test_alternating_kinds alternate
define i32 @test_alternating_kinds() {
  %i0 = call i32 @opaque_i32(i32 -7)
  %d0 = call double @opaque_double(double 2.5)
  %f1 = call float @opaque_float(float 0.5)
  %i2 = call i8 @opaque_i8(i8 -128)
  %i3 = call i16 @opaque_i16(i16 -1)
  %result = call i64 @alternate(i32 %i0, double %d0, i64 10000000000, float %f1, i8 signext %i2, double 7.5, i16 zeroext %i3, float 99.5)
  %ok = icmp eq i64 %result, -10000064400
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Narrow parameters beyond the registers keep their sign.
define i32 @last_narrow(i32 %a, i32 %b, i32 %c, i32 %d, i32 %e, i32 %f, i32 %g, i32 %h, i8 signext %small, i16 zeroext %medium, i1 zeroext %flag) noinline {
  %small.wide = sext i8 %small to i32
  %medium.wide = zext i16 %medium to i32
  %sum = add i32 %small.wide, %medium.wide
  %negated = sub i32 0, %sum
  %chosen = select i1 %flag, i32 %sum, i32 %negated
  %result = add i32 %chosen, %h
  ret i32 %result
}

; ORI-TARGETS: test_narrow_stack_arguments last_narrow
define i32 @test_narrow_stack_arguments() {
  %small = call i8 @opaque_i8(i8 -100)
  %medium = call i16 @opaque_i16(i16 -36)
  %yes = call i1 @opaque_i1(i1 true)
  %no = call i1 @opaque_i1(i1 false)
  %plus = call i32 @last_narrow(i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7, i32 8, i8 signext %small, i16 zeroext %medium, i1 zeroext %yes)
  %minus = call i32 @last_narrow(i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7, i32 8, i8 signext %small, i16 zeroext %medium, i1 zeroext %no)
  %ok.1 = icmp eq i32 %plus, 65408
  %ok.2 = icmp eq i32 %minus, -65392
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Results of calls are arguments of the call around them.
define internal i32 @combine(i32 %a, i32 %b, i32 %c) noinline {
  %a100 = mul i32 %a, 100
  %b10 = mul i32 %b, 10
  %ab = add i32 %a100, %b10
  %abc = add i32 %ab, %c
  ret i32 %abc
}

define i32 @test_nested_call_arguments() {
  %one = call i32 @opaque_i32(i32 1)
  %two = call i32 @opaque_i32(i32 2)
  %inner1 = call i32 @combine(i32 %one, i32 %two, i32 3)
  %inner2 = call i32 @combine(i32 %two, i32 %one, i32 %two)
  %outer = call i32 @combine(i32 %inner1, i32 %inner2, i32 %inner1)
  %ok = icmp eq i32 %outer, 14543
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Values held across a call must survive it.
define i32 @test_values_live_across_calls() {
  %a = call i32 @opaque_i32(i32 3)
  %b = call i32 @opaque_i32(i32 5)
  %c = call i32 @opaque_i32(i32 7)
  %d = call i32 @opaque_i32(i32 11)
  %e = call i32 @opaque_i32(i32 13)
  %f = call i32 @opaque_i32(i32 17)
  %x = call double @opaque_double(double 0.5)
  %before = mul i32 %a, %b
  %called = call i32 @combine(i32 %c, i32 %d, i32 %e)
  %scaled = fmul double %x, 84.0
  %again = call i32 @combine(i32 %f, i32 %e, i32 %d)
  %whole = fptosi double %scaled to i32
  %total = add i32 %before, %again
  %ok.1 = icmp eq i32 %called, 823
  %ok.2 = icmp eq i32 %total, 1856
  %ok.3 = icmp eq i32 %whole, 42
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}

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

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}
