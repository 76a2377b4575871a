; fpext is exact; fptrunc rounds to nearest even, overflows to infinity and
; underflows gradually.

define double @widen(float %value) noinline {
  %wide = fpext float %value to double
  ret double %wide
}

define float @narrow(double %value) noinline {
  %thin = fptrunc double %value to float
  ret float %thin
}

define i32 @test_fpext_exact() {
  %got1 = call double @widen(float 1.5)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 1.5)
  %got2 = call double @widen(float -0.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double -0.0)
  %got3 = call double @widen(float 0x3FB99999A0000000)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x3FB99999A0000000)
  %got4 = call double @widen(float 0x36A0000000000000)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x36A0000000000000)
  %got5 = call double @widen(float 0x47EFFFFFE0000000)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x47EFFFFFE0000000)
  %got6 = call double @widen(float 0x7FF0000000000000)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0x7FF0000000000000)
  %got7 = call double @widen(float 0xFFF0000000000000)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0xFFF0000000000000)
  ret i32 %r7
}

define i32 @test_fptrunc_exact() {
  %got1 = call float @narrow(double 1.5)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.5)
  %got2 = call float @narrow(double -0.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float -0.0)
  %got3 = call float @narrow(double -2.75)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float -2.75)
  %got4 = call float @narrow(double 0x3810000000000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x3810000000000000)
  %got5 = call float @narrow(double 0x47E0000000000000)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0x47E0000000000000)
  %got6 = call float @narrow(double 0x7FF0000000000000)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0x7FF0000000000000)
  %got7 = call float @narrow(double 0xFFF0000000000000)
  %r7 = call i32 @check_float(i32 %r6, i32 7, float %got7, float 0xFFF0000000000000)
  ret i32 %r7
}

; 1 + 2^-24 is a tie.
define i32 @test_fptrunc_rounds() {
  %got1 = call float @narrow(double 0x3FF0000010000000)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 1.0)
  %got2 = call float @narrow(double 0x3FF0000010000004)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x3FF0000020000000)
  %got3 = call float @narrow(double 0x3FF0000030000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x3FF0000040000000)
  %got4 = call float @narrow(double 0x3FB999999999999A)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x3FB99999A0000000)
  %got5 = call float @narrow(double 0xBFD5555555555555)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0xBFD5555560000000)
  %got6 = call float @narrow(double 0x4170000010000000)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 16777216.0)
  ret i32 %r6
}

; The bound is half a unit above the largest float.
define i32 @test_fptrunc_overflow() {
  %got1 = call float @narrow(double 0x48078287F49C4A1D)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x7FF0000000000000)
  %got2 = call float @narrow(double 0xFE37E43C8800759C)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0xFFF0000000000000)
  %got3 = call float @narrow(double 0x47EFFFFFEFFFFFFF)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x47EFFFFFE0000000)
  %got4 = call float @narrow(double 0x47EFFFFFF0000000)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x7FF0000000000000)
  ret i32 %r4
}

define i32 @test_fptrunc_underflow() {
  %got1 = call float @narrow(double 0x36A0000000000000)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x36A0000000000000)
  %got2 = call float @narrow(double 0x3690000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0.0)
  %got3 = call float @narrow(double 0x3698000000000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x36A0000000000000)
  %got4 = call float @narrow(double 0xB379B604AAACA626)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call float @narrow(double 0x3800000020000000)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 0x3800000000000000)
  %got6 = call float @narrow(double 0x0000000000000001)
  %r6 = call i32 @check_float(i32 %r5, i32 6, float %got6, float 0.0)
  ret i32 %r6
}

define i32 @test_nan_stays_nan() {
  %got1 = call double @widen(float 0x7FF8000000000000)
  %r1 = call i32 @check_nan_double(i32 0, i32 1, double %got1)
  %got2 = call float @narrow(double 0x7FF8000000000000)
  %r2 = call i32 @check_nan_float(i32 %r1, i32 2, float %got2)
  ret i32 %r2
}

define double @through_float(double %value) noinline {
  %thin = fptrunc double %value to float
  %wide = fpext float %thin to double
  ret double %wide
}

; A round trip through float must really lose the low bits.
; ORI-TARGETS: test_round_trip through_float
define i32 @test_round_trip() {
  %got1 = call double @through_float(double 0.5)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0.5)
  %got2 = call double @through_float(double 0x3FB999999999999A)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %got2, double 0x3FB99999A0000000)
  %got3 = call double @through_float(double 0x400921FB54442D18)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x400921FB60000000)
  %got4 = call double @through_float(double 0x419D6F3454000000)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 123456792.0)
  %got5 = call double @through_float(double 0xB7A16C262777579C)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0xB7A16C2000000000)
  ret i32 %r5
}

; Keeps the first failure: prior when non-zero, else code when got and want
; differ in any bit, the sign of zero included.
define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %got.bits = bitcast double %got to i64
  %want.bits = bitcast double %want to i64
  %same = icmp eq i64 %got.bits, %want.bits
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
define internal i32 @check_nan_double(i32 %prior, i32 %code, double %got) noinline {
  %bits = bitcast double %got to i64
  %magnitude = and i64 %bits, 9223372036854775807
  %nan = icmp ugt i64 %magnitude, 9218868437227405312
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_nan_float(i32 %prior, i32 %code, float %got) noinline {
  %bits = bitcast float %got to i32
  %magnitude = and i32 %bits, 2147483647
  %nan = icmp ugt i32 %magnitude, 2139095040
  %verdict = select i1 %nan, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
