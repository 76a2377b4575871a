; Alignment promised by alloca and by globals is kept, and under-aligned loads
; and stores of every width still work.
; ORI-TARGETS: test_alloca_alignment misalignment

@line = internal global i8 7, align 64
@page = internal global [3 x i8] c"abc", align 256
@bytes = internal global [16 x i8] c"\01\02\03\04\05\06\07\08\09\0A\0B\0C\0D\0E\0F\10", align 16

define i32 @test_alloca_alignment() {
  %sixteen = alloca i8, align 16
  %thirty.two = alloca i8, align 32
  %sixty.four = alloca [3 x i8], align 64
  %got1 = call i64 @misalignment(ptr %sixteen, i64 16)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @misalignment(ptr %thirty.two, i64 32)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %got3 = call i64 @misalignment(ptr %sixty.four, i64 64)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 0)
  ret i32 %r3
}

; More than the stack itself is aligned to.
define i32 @test_over_aligned_alloca() {
  %huge = alloca i32, align 512
  store volatile i32 99, ptr %huge
  %got1 = call i64 @misalignment(ptr %huge, i64 512)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %value = load volatile i32, ptr %huge
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %value, i32 99)
  ret i32 %r2
}

define i32 @test_global_alignment() {
  %got1 = call i64 @misalignment(ptr @line, i64 64)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %got2 = call i64 @misalignment(ptr @page, i64 256)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  %value = load volatile i8, ptr @line
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %value, i8 7)
  ret i32 %r3
}

define i32 @test_natural_alignment_of_fields() {
  %record = alloca { i8, i32, i8, i64 }
  %word.at = getelementptr inbounds { i8, i32, i8, i64 }, ptr %record, i64 0, i32 1
  %got1 = call i64 @misalignment(ptr %word.at, i64 4)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 0)
  %quad.at = getelementptr inbounds { i8, i32, i8, i64 }, ptr %record, i64 0, i32 3
  %got2 = call i64 @misalignment(ptr %quad.at, i64 8)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 0)
  ret i32 %r2
}

; Compared as memory images, so that either byte order is right.
define i32 @test_unaligned_loads() {
  %source = call ptr @opaque_ptr(ptr @bytes)
  %at = getelementptr inbounds i8, ptr %source, i64 3
  %loaded = load i32, ptr %at, align 1
  %image = alloca i32
  store volatile i32 %loaded, ptr %image
  %compared = call i32 @memcmp(ptr %image, ptr %at, i64 4)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %compared, i32 0)
  %quad.at = getelementptr inbounds i8, ptr %source, i64 5
  %quad = load i64, ptr %quad.at, align 1
  %quad.image = alloca i64
  store volatile i64 %quad, ptr %quad.image
  %quad.compared = call i32 @memcmp(ptr %quad.image, ptr %quad.at, i64 8)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %quad.compared, i32 0)
  ret i32 %r2
}

define i32 @test_unaligned_stores() {
  %buffer = alloca [16 x i8], align 16
  call void @llvm.memset.p0.i64(ptr align 16 %buffer, i8 0, i64 16, i1 true)
  %base = call ptr @opaque_ptr(ptr %buffer)
  %half.at = getelementptr inbounds i8, ptr %base, i64 1
  store i16 -1, ptr %half.at, align 1
  %real.at = getelementptr inbounds i8, ptr %base, i64 5
  %real = call double @opaque_double(double -2.5)
  store double %real, ptr %real.at, align 1
  %half = load volatile i16, ptr %half.at, align 1
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %half, i16 -1)
  %real.back = load volatile double, ptr %real.at, align 1
  %r2 = call i32 @check_double(i32 %r1, i32 2, double %real.back, double -2.5)
  %gap.at = getelementptr inbounds i8, ptr %base, i64 3
  %gap = load volatile i16, ptr %gap.at, align 1
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %gap, i16 0)
  %rest.at = getelementptr inbounds i8, ptr %base, i64 13
  %rest = load volatile i8, ptr %rest.at
  %r4 = call i32 @check_i8(i32 %r3, i32 4, i8 %rest, i8 0)
  ret i32 %r4
}

define i64 @misalignment(ptr %pointer, i64 %alignment) noinline {
  %address = ptrtoint ptr %pointer to i64
  %rest = urem i64 %address, %alignment
  ret i64 %rest
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
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

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %same = fcmp oeq double %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i32 @memcmp(ptr, ptr, i64)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
