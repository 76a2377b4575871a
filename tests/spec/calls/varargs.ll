; Variadic functions: snprintf formats what it is passed, and a variadic function
; of our own hands its arguments on to vsnprintf through a va_list.

declare i32 @snprintf(ptr, i64, ptr, ...)
declare i32 @vsnprintf(ptr, i64, ptr, ptr)
declare i32 @sscanf(ptr, ptr, ...)
declare i32 @strcmp(ptr, ptr)
declare void @llvm.va_start(ptr)
declare void @llvm.va_end(ptr)
declare void @llvm.va_copy(ptr, ptr)

@format.ints = private unnamed_addr constant [9 x i8] c"%d/%u/%x\00"
@expect.ints = private unnamed_addr constant [19 x i8] c"-5/4294967295/beef\00"
@format.mixed = private unnamed_addr constant [18 x i8] c"%d %.2f %s %c %ld\00"
@expect.mixed = private unnamed_addr constant [26 x i8] c"1 2.50 three 4 5000000000\00"
@format.doubles = private unnamed_addr constant [50 x i8] c"%.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f\00"
@expect.doubles = private unnamed_addr constant [21 x i8] c"1 2 3 4 5 6 7 8 9 10\00"
@format.many = private unnamed_addr constant [30 x i8] c"%d,%d,%d,%d,%d,%d,%d,%d,%d,%d\00"
@expect.many = private unnamed_addr constant [31 x i8] c"10,20,30,40,50,60,70,80,90,100\00"
@format.pair = private unnamed_addr constant [6 x i8] c"%s=%d\00"
@expect.pair = private unnamed_addr constant [10 x i8] c"answer=42\00"
@word.three = private unnamed_addr constant [6 x i8] c"three\00"
@word.answer = private unnamed_addr constant [7 x i8] c"answer\00"
@format.scan = private unnamed_addr constant [10 x i8] c"%d %lf %x\00"
@input.scan = private unnamed_addr constant [13 x i8] c"-17 0.125 ff\00"

define i32 @test_snprintf_integers() {
  %buffer = alloca [64 x i8]
  %minus = call i32 @opaque_i32(i32 -5)
  %all = call i32 @opaque_i32(i32 -1)
  %hex = call i32 @opaque_i32(i32 48879)
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 64, ptr @format.ints, i32 %minus, i32 %all, i32 %hex)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.ints)
  %ok.1 = icmp eq i32 %length, 18
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_snprintf_mixed() {
  %buffer = alloca [64 x i8]
  %one = call i32 @opaque_i32(i32 1)
  %half = call double @opaque_double(double 2.5)
  %char = call i32 @opaque_i32(i32 52)
  %big = call i64 @opaque_i64(i64 5000000000)
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 64, ptr @format.mixed, i32 %one, double %half, ptr @word.three, i32 %char, i64 %big)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.mixed)
  %ok.1 = icmp eq i32 %length, 25
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; More doubles than there are argument registers for them.
define i32 @test_snprintf_ten_doubles() {
  %buffer = alloca [64 x i8]
  %one = call double @opaque_double(double 1.0)
  %two = fadd double %one, %one
  %three = fadd double %two, %one
  %four = fadd double %two, %two
  %five = fadd double %four, %one
  %six = fadd double %four, %two
  %seven = fadd double %four, %three
  %eight = fadd double %four, %four
  %nine = fadd double %five, %four
  %ten = fadd double %five, %five
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 64, ptr @format.doubles,
    double %one, double %two, double %three, double %four, double %five,
    double %six, double %seven, double %eight, double %nine, double %ten)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.doubles)
  %ok.1 = icmp eq i32 %length, 20
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; More integers than there are argument registers for them.
define i32 @test_snprintf_ten_integers() {
  %buffer = alloca [64 x i8]
  %ten = call i32 @opaque_i32(i32 10)
  %twenty = add i32 %ten, 10
  %thirty = add i32 %ten, 20
  %forty = add i32 %ten, 30
  %fifty = add i32 %ten, 40
  %sixty = add i32 %ten, 50
  %seventy = add i32 %ten, 60
  %eighty = add i32 %ten, 70
  %ninety = add i32 %ten, 80
  %hundred = add i32 %ten, 90
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 64, ptr @format.many,
    i32 %ten, i32 %twenty, i32 %thirty, i32 %forty, i32 %fifty,
    i32 %sixty, i32 %seventy, i32 %eighty, i32 %ninety, i32 %hundred)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.many)
  %ok.1 = icmp eq i32 %length, 30
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The va_list is kept in a block large enough for every supported target.
define i32 @format_into(ptr %buffer, i64 %size, ptr %format, ...) noinline {
  %list = alloca [32 x i8], align 16
  call void @llvm.va_start(ptr %list)
  %length = call i32 @vsnprintf(ptr %buffer, i64 %size, ptr %format, ptr %list)
  call void @llvm.va_end(ptr %list)
  ret i32 %length
}

; ORI-TARGETS: test_own_variadic format_into
define i32 @test_own_variadic() {
  %buffer = alloca [64 x i8]
  %value = call i32 @opaque_i32(i32 42)
  %length = call i32 (ptr, i64, ptr, ...) @format_into(ptr %buffer, i64 64, ptr @format.pair, ptr @word.answer, i32 %value)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.pair)
  %ok.1 = icmp eq i32 %length, 9
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_own_variadic_mixed format_into
define i32 @test_own_variadic_mixed() {
  %buffer = alloca [64 x i8]
  %one = call i32 @opaque_i32(i32 1)
  %half = call double @opaque_double(double 2.5)
  %char = call i32 @opaque_i32(i32 52)
  %big = call i64 @opaque_i64(i64 5000000000)
  %length = call i32 (ptr, i64, ptr, ...) @format_into(ptr %buffer, i64 64, ptr @format.mixed, i32 %one, double %half, ptr @word.three, i32 %char, i64 %big)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.mixed)
  %ok.1 = icmp eq i32 %length, 25
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A va_copy can be read after the original has been used up.
define i32 @format_twice(ptr %first, ptr %second, ptr %format, ...) noinline {
  %list = alloca [32 x i8], align 16
  %copy = alloca [32 x i8], align 16
  call void @llvm.va_start(ptr %list)
  call void @llvm.va_copy(ptr %copy, ptr %list)
  %length1 = call i32 @vsnprintf(ptr %first, i64 64, ptr %format, ptr %list)
  %length2 = call i32 @vsnprintf(ptr %second, i64 64, ptr %format, ptr %copy)
  call void @llvm.va_end(ptr %copy)
  call void @llvm.va_end(ptr %list)
  %sum = add i32 %length1, %length2
  ret i32 %sum
}

; ORI-TARGETS: test_va_copy format_twice
define i32 @test_va_copy() {
  %first = alloca [64 x i8]
  %second = alloca [64 x i8]
  %minus = call i32 @opaque_i32(i32 -5)
  %all = call i32 @opaque_i32(i32 -1)
  %hex = call i32 @opaque_i32(i32 48879)
  %sum = call i32 (ptr, ptr, ptr, ...) @format_twice(ptr %first, ptr %second, ptr @format.ints, i32 %minus, i32 %all, i32 %hex)
  %order1 = call i32 @strcmp(ptr %first, ptr @expect.ints)
  %order2 = call i32 @strcmp(ptr %second, ptr @expect.ints)
  %ok.1 = icmp eq i32 %sum, 36
  %ok.2 = icmp eq i32 %order1, 0
  %ok.3 = icmp eq i32 %order2, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; sscanf writes through the pointers passed as variadic arguments.
define i32 @test_sscanf_pointers() {
  %integer = alloca i32
  %real = alloca double
  %hex = alloca i32
  %fields = call i32 (ptr, ptr, ...) @sscanf(ptr @input.scan, ptr @format.scan, ptr %integer, ptr %real, ptr %hex)
  %i = load i32, ptr %integer
  %r = load double, ptr %real
  %h = load i32, ptr %hex
  %ok.1 = icmp eq i32 %fields, 3
  %ok.2 = icmp eq i32 %i, -17
  %ok.3 = fcmp oeq double %r, 0.125
  %ok.4 = icmp eq i32 %h, 255
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}
