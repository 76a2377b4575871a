; frem: an exact remainder with the sign of the dividend, computed by the run
; time library on most machines.

define float @frem_float(float %lhs, float %rhs) noinline {
  %remainder = frem float %lhs, %rhs
  ret float %remainder
}

; The sign is that of the first operand.
define i32 @test_frem_float() {
  %got1 = call float @frem_float(float 5.5, float 2.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.5)
  %got2 = call float @frem_float(float -5.5, float 2.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -1.5)
  %got3 = call float @frem_float(float 5.5, float -2.0)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 1.5)
  %got4 = call float @frem_float(float -5.5, float -2.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -1.5)
  %got5 = call float @frem_float(float 1.0, float 4.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 1.0)
  %got6 = call float @frem_float(float 7.0, float 0.75)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0.25)
  ret i32 %r6
}

define i32 @test_frem_special_float() {
  %got1 = call float @frem_float(float 6.0, float 3.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @frem_float(float -6.0, float 3.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -0.0)
  %got3 = call float @frem_float(float 3.0, float 0x7FF0000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 3.0)
  %got4 = call float @frem_float(float 3.0, float 0.0)
  %r4 = call i32 @check_nan_float(i32 %r3, i32 4, float %got4)
  %got5 = call float @frem_float(float 0x7FF0000000000000, float 3.0)
  %r5 = call i32 @check_nan_float(i32 %r4, i32 5, float %got5)
  %got6 = call float @frem_float(float -0.0, float 5.0)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float -0.0)
  ret i32 %r6
}

define double @frem_double(double %lhs, double %rhs) noinline {
  %remainder = frem double %lhs, %rhs
  ret double %remainder
}

; The sign is that of the first operand.
define i32 @test_frem_double() {
  %got1 = call double @frem_double(double 5.5, double 2.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 1.5)
  %got2 = call double @frem_double(double -5.5, double 2.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -1.5)
  %got3 = call double @frem_double(double 5.5, double -2.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 1.5)
  %got4 = call double @frem_double(double -5.5, double -2.0)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double -1.5)
  %got5 = call double @frem_double(double 1.0, double 4.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 1.0)
  %got6 = call double @frem_double(double 7.0, double 0.75)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.25)
  ret i32 %r6
}

define i32 @test_frem_special_double() {
  %got1 = call double @frem_double(double 6.0, double 3.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.0)
  %got2 = call double @frem_double(double -6.0, double 3.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.0)
  %got3 = call double @frem_double(double 3.0, double 0x7FF0000000000000)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 3.0)
  %got4 = call double @frem_double(double 3.0, double 0.0)
  %r4 = call i32 @check_nan_double(i32 %r3, i32 4, double %got4)
  %got5 = call double @frem_double(double 0x7FF0000000000000, double 3.0)
  %r5 = call i32 @check_nan_double(i32 %r4, i32 5, double %got5)
  %got6 = call double @frem_double(double -0.0, double 5.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double -0.0)
  ret i32 %r6
}

; No bit is lost over a wide gap of exponents.
define i32 @test_frem_is_exact() {
  %got1 = call double @frem_double(double 0x7E37E43C8800759C, double 3.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.0)
  %got2 = call double @frem_double(double 0x7E70000000000000, double 7.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 2.0)
  %got3 = call double @frem_double(double 0x43ABC16D674EC800, double 0x3FB999999999999A)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x3FB6BECAFC099A78)
  %got4 = call double @frem_double(double 0x0028000000000000, double 0x0000000000000007)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x0000000000000006)
  %got5 = call float @frem_float(float 0x4630000000000000, float 3.0)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 1.0)
  %got6 = call float @frem_float(float 16777216.0, float 0x3FB99999A0000000)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0x3FA99999C0000000)
  ret i32 %r6
}

; Greatest common divisor of two whole numbers.
define double @gcd(double %first, double %second) noinline {
entry:
  br label %loop

loop:
  %a = phi double [ %first, %entry ], [ %b, %body ]
  %b = phi double [ %second, %entry ], [ %rest, %body ]
  %done = fcmp oeq double %b, 0.0
  br i1 %done, label %exit, label %body

body:
  %rest = frem double %a, %b
  br label %loop

exit:
  ret double %a
}

; ORI-TARGETS: test_gcd gcd
define i32 @test_gcd() {
  %got1 = call double @gcd(double 1071.0, double 462.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 21.0)
  %got2 = call double @gcd(double 0x4310000000000000, double 1536.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 512.0)
  %got3 = call double @gcd(double 17.0, double 0.0)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 17.0)
  ret i32 %r3
}

; Keeps the first failure: prior when non-zero, else code when got and want
; differ in any bit, the sign of zero included.
define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %got.bits = bitcast float %got to i32
  %want.bits = bitcast float %want to i32
  %same = icmp eq i32 %got.bits, %want.bits
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %got.bits = bitcast double %got to i64
  %want.bits = bitcast double %want to i64
  %same = icmp eq i64 %got.bits, %want.bits
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

define internal i32 @check_nan_double(i32 %prior, i32 %code, double %got) noinline {
  %bits = bitcast double %got to i64
  %magnitude = and i64 %bits, 9223372036854775807
  %nan = icmp ugt i64 %magnitude, 9218868437227405312
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
