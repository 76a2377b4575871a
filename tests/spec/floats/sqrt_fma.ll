; sqrt is correctly rounded; fma rounds once where fmul and fadd round twice.

define float @sqrt_float(float %value) noinline {
  %root = call float @llvm.sqrt.f32(float %value)
  ret float %root
}

define float @fma_float(float %a, float %b, float %c) noinline {
  %sum = call float @llvm.fma.f32(float %a, float %b, float %c)
  ret float %sum
}

define double @sqrt_double(double %value) noinline {
  %root = call double @llvm.sqrt.f64(double %value)
  ret double %root
}

define double @fma_double(double %a, double %b, double %c) noinline {
  %sum = call double @llvm.fma.f64(double %a, double %b, double %c)
  ret double %sum
}

define i32 @test_sqrt_exact() {
  %got1 = call float @sqrt_float(float 0.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0.0)
  %got2 = call float @sqrt_float(float 1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 1.0)
  %got3 = call float @sqrt_float(float 2.25)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 1.5)
  %got4 = call float @sqrt_float(float 16777216.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 4096.0)
  %got5 = call float @sqrt_float(float 150.0625)
  %r5 = call i32 @check_float(i32 %r4, i32 5, float %got5, float 12.25)
  %got6 = call double @sqrt_double(double 0.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @sqrt_double(double 1.0)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 1.0)
  %got8 = call double @sqrt_double(double 2.25)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 1.5)
  %got9 = call double @sqrt_double(double 16777216.0)
  %r9 = call i32 @check_double(i32 %r8, i32 9, double %got9, double 4096.0)
  %got10 = call double @sqrt_double(double 150.0625)
  %r10 = call i32 @check_double(i32 %r9, i32 10, double %got10, double 12.25)
  ret i32 %r10
}

define i32 @test_sqrt_rounded() {
  %got1 = call float @sqrt_float(float 2.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x3FF6A09E60000000)
  %got2 = call float @sqrt_float(float 3.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x3FFBB67AE0000000)
  %got3 = call float @sqrt_float(float 0x3FB99999A0000000)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0x3FD43D1360000000)
  %got4 = call float @sqrt_float(float 10.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float 0x40094C5840000000)
  %got5 = call double @sqrt_double(double 2.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x3FF6A09E667F3BCD)
  %got6 = call double @sqrt_double(double 3.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0x3FFBB67AE8584CAA)
  %got7 = call double @sqrt_double(double 0x3FB999999999999A)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0x3FD43D136248490F)
  %got8 = call double @sqrt_double(double 10.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double 0x40094C583ADA5B53)
  ret i32 %r8
}

; The root of -0.0 is -0.0, roots of other negative numbers are NaN.
define i32 @test_sqrt_special() {
  %got1 = call float @sqrt_float(float -0.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float -0.0)
  %got2 = call float @sqrt_float(float 0x7FF0000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x7FF0000000000000)
  %got3 = call float @sqrt_float(float -1.0)
  %r3 = call i32 @check_nan_float(i32 %r2, i32 3, float %got3)
  %got4 = call float @sqrt_float(float 0xFFF0000000000000)
  %r4 = call i32 @check_nan_float(i32 %r3, i32 4, float %got4)
  %got5 = call float @sqrt_float(float 0x7FF8000000000000)
  %r5 = call i32 @check_nan_float(i32 %r4, i32 5, float %got5)
  %got6 = call double @sqrt_double(double -0.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double -0.0)
  %got7 = call double @sqrt_double(double 0x7FF0000000000000)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0x7FF0000000000000)
  %got8 = call double @sqrt_double(double -1.0)
  %r8 = call i32 @check_nan_double(i32 %r7, i32 8, double %got8)
  %got9 = call double @sqrt_double(double 0xFFF0000000000000)
  %r9 = call i32 @check_nan_double(i32 %r8, i32 9, double %got9)
  %got10 = call double @sqrt_double(double 0x7FF8000000000000)
  %r10 = call i32 @check_nan_double(i32 %r9, i32 10, double %got10)
  ret i32 %r10
}

define i32 @test_sqrt_extremes() {
  %got1 = call float @sqrt_float(float 0x36B0000000000000)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x3B50000000000000)
  %got2 = call float @sqrt_float(float 0x47D0000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x43E0000000000000)
  %got3 = call double @sqrt_double(double 0x0000000000000004)
  %r3 = call i32 @check_double(i32 %r2, i32 3, double %got3, double 0x1E70000000000000)
  %got4 = call double @sqrt_double(double 0x7FD0000000000000)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %got4, double 0x5FE0000000000000)
  ret i32 %r4
}

define i32 @test_fma_exact() {
  %got1 = call float @fma_float(float 2.0, float 3.0, float 4.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 10.0)
  %got2 = call float @fma_float(float -1.5, float 2.0, float 3.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0.0)
  %got3 = call float @fma_float(float 0.5, float 0.5, float -0.25)
  %r3 = call i32 @check_float(i32 %r2, i32 3, float %got3, float 0.0)
  %got4 = call float @fma_float(float -1.0, float 0.0, float -0.0)
  %r4 = call i32 @check_float(i32 %r3, i32 4, float %got4, float -0.0)
  %got5 = call double @fma_double(double 2.0, double 3.0, double 4.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 10.0)
  %got6 = call double @fma_double(double -1.5, double 2.0, double 3.0)
  %r6 = call i32 @check_double(i32 %r5, i32 6, double %got6, double 0.0)
  %got7 = call double @fma_double(double 0.5, double 0.5, double -0.25)
  %r7 = call i32 @check_double(i32 %r6, i32 7, double %got7, double 0.0)
  %got8 = call double @fma_double(double -1.0, double 0.0, double -0.0)
  %r8 = call i32 @check_double(i32 %r7, i32 8, double %got8, double -0.0)
  ret i32 %r8
}

; (1 + e)(1 - e) - 1 is -e^2, although the product alone rounds to 1.
define i32 @test_fma_keeps_low_product() {
  %got1 = call double @fma_double(double 0x3FF0000000400000, double 0x3FEFFFFFFF800000, double -1.0)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0xBC30000000000000)
  %got2 = call float @fma_float(float 0x3FF0008000000000, float 0x3FEFFF0000000000, float -1.0)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0xBE50000000000000)
  ret i32 %r2
}

define i32 @test_two_roundings_differ() {
  %a = call double @opaque_double(double 0x3FF0000000400000)
  %b = call double @opaque_double(double 0x3FEFFFFFFF800000)
  %product = fmul double %a, %b
  %sum = fadd double %product, -1.0
  %r1 = call i32 @check_double(i32 0, i32 1, double %sum, double 0.0)
  %fused = call double @llvm.fma.f64(double %a, double %b, double -1.0)
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %fused, double 0xBC30000000000000)
  ret i32 %r2
}

define i32 @test_fma_no_early_overflow() {
  %got1 = call double @fma_double(double 0x7FE0000000000000, double 2.0, double 0xFFE0000000000000)
  %r1 = call i32 @check_double(i32 0, i32 1, double %got1, double 0x7FE0000000000000)
  %got2 = call float @fma_float(float 0x47E0000000000000, float 2.0, float 0xC7E0000000000000)
  %r2 = call i32 @check_float(i32 %r1, i32 2, float %got2, float 0x47E0000000000000)
  ret i32 %r2
}

define i32 @test_fma_special() {
  %got1 = call float @fma_float(float 0x7FF0000000000000, float 2.0, float 5.0)
  %r1 = call i32 @check_float(i32 0, i32 1, float %got1, float 0x7FF0000000000000)
  %got2 = call float @fma_float(float 0x7FF0000000000000, float 0.0, float 1.0)
  %r2 = call i32 @check_nan_float(i32 %r1, i32 2, float %got2)
  %got3 = call float @fma_float(float 0x7FF0000000000000, float 1.0, float 0xFFF0000000000000)
  %r3 = call i32 @check_nan_float(i32 %r2, i32 3, float %got3)
  %got4 = call float @fma_float(float 1.0, float 1.0, float 0x7FF8000000000000)
  %r4 = call i32 @check_nan_float(i32 %r3, i32 4, float %got4)
  %got5 = call double @fma_double(double 0x7FF0000000000000, double 2.0, double 5.0)
  %r5 = call i32 @check_double(i32 %r4, i32 5, double %got5, double 0x7FF0000000000000)
  %got6 = call double @fma_double(double 0x7FF0000000000000, double 0.0, double 1.0)
  %r6 = call i32 @check_nan_double(i32 %r5, i32 6, double %got6)
  %got7 = call double @fma_double(double 0x7FF0000000000000, double 1.0, double 0xFFF0000000000000)
  %r7 = call i32 @check_nan_double(i32 %r6, i32 7, double %got7)
  %got8 = call double @fma_double(double 1.0, double 1.0, double 0x7FF8000000000000)
  %r8 = call i32 @check_nan_double(i32 %r7, i32 8, double %got8)
  ret i32 %r8
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
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

declare float @llvm.sqrt.f32(float)
declare float @llvm.fma.f32(float, float, float)
declare double @llvm.sqrt.f64(double)
declare double @llvm.fma.f64(double, double, double)
