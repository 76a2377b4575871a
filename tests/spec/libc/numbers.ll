; Numbers to text and back: strtol and its family, snprintf, and the functions
; of the maths library whose results are exact.

declare i64 @strtol(ptr, ptr, i32)
declare i64 @strtoull(ptr, ptr, i32)
declare double @strtod(ptr, ptr)
declare i32 @atoi(ptr)
declare i32 @snprintf(ptr, i64, ptr, ...)
declare i32 @strcmp(ptr, ptr)
declare i64 @labs(i64)
declare i32 @toupper(i32)
declare i32 @isdigit(i32)
declare double @sqrt(double)
declare double @floor(double)
declare double @ceil(double)
declare double @fmod(double, double)
declare double @ldexp(double, i32)
declare double @frexp(double, ptr)
declare double @pow(double, double)
declare double @fabs(double)

@decimal = private unnamed_addr constant [12 x i8] c"  -4096rest\00"
@hexadecimal = private unnamed_addr constant [7 x i8] c"0x7fff\00"
@binary = private unnamed_addr constant [7 x i8] c"101102\00"
@huge = private unnamed_addr constant [21 x i8] c"18446744073709551615\00"
@not.a.number = private unnamed_addr constant [5 x i8] c"none\00"
@real = private unnamed_addr constant [9 x i8] c"-6.25e2;\00"
@format.long = private unnamed_addr constant [18 x i8] c"%05ld|%-6d|%+d|%o\00"
@expect.long = private unnamed_addr constant [20 x i8] c"-0042|17    |+8|777\00"
@format.hex = private unnamed_addr constant [14 x i8] c"%#x %llx %08X\00"
@expect.hex = private unnamed_addr constant [30 x i8] c"0xff 123456789abcdef 0000CAFE\00"
@format.text = private unnamed_addr constant [10 x i8] c"%.3s%%%5s\00"
@expect.text = private unnamed_addr constant [10 x i8] c"  -%  one\00"
@one = private unnamed_addr constant [4 x i8] c"one\00"

define i32 @test_strtol_bases() {
  %end = alloca ptr
  %base = call i32 @opaque_i32(i32 10)
  %minus = call i64 @strtol(ptr @decimal, ptr %end, i32 %base)
  %stop = load ptr, ptr %end
  %stop.char = load i8, ptr %stop
  %hex = call i64 @strtol(ptr @hexadecimal, ptr null, i32 16)
  %guessed = call i64 @strtol(ptr @hexadecimal, ptr null, i32 0)
  %bits = call i64 @strtol(ptr @binary, ptr null, i32 2)
  %ok.1 = icmp eq i64 %minus, -4096
  %ok.2 = icmp eq i8 %stop.char, 114
  %ok.3 = icmp eq i64 %hex, 32767
  %ok.4 = icmp eq i64 %guessed, 32767
  %ok.5 = icmp eq i64 %bits, 22
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_strtoull_and_failure() {
  %end = alloca ptr
  %base = call i32 @opaque_i32(i32 10)
  %largest = call i64 @strtoull(ptr @huge, ptr null, i32 %base)
  %nothing = call i64 @strtol(ptr @not.a.number, ptr %end, i32 %base)
  %stop = load ptr, ptr %end
  %small = call i32 @atoi(ptr @decimal)
  %ok.1 = icmp eq i64 %largest, -1
  %ok.2 = icmp eq i64 %nothing, 0
  %ok.3 = icmp eq ptr %stop, @not.a.number
  %ok.4 = icmp eq i32 %small, -4096
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_strtod() {
  %end = alloca ptr
  %value = call double @strtod(ptr @real, ptr %end)
  %stop = load ptr, ptr %end
  %expected = getelementptr inbounds i8, ptr @real, i64 7
  %ok.1 = fcmp oeq double %value, -625.0
  %ok.2 = icmp eq ptr %stop, %expected
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_snprintf_flags() {
  %buffer = alloca [64 x i8]
  %long = call i64 @opaque_i64(i64 -42)
  %seventeen = call i32 @opaque_i32(i32 17)
  %octal = call i32 @opaque_i32(i32 511)
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 64, ptr @format.long, i64 %long, i32 %seventeen, i32 8, i32 %octal)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.long)
  %ok.1 = icmp eq i32 %length, 19
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_snprintf_hexadecimal() {
  %buffer = alloca [64 x i8]
  %byte = call i32 @opaque_i32(i32 255)
  %long = call i64 @opaque_i64(i64 81985529216486895)
  %word = call i32 @opaque_i32(i32 51966)
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 64, ptr @format.hex, i32 %byte, i64 %long, i32 %word)
  %order = call i32 @strcmp(ptr %buffer, ptr @expect.hex)
  %ok.1 = icmp eq i32 %length, 29
  %ok.2 = icmp eq i32 %order, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The text is cut to the buffer, yet the full length is returned.
define i32 @test_snprintf_truncates() {
  %buffer = alloca [8 x i8]
  store volatile [8 x i8] c"########", ptr %buffer
  %whole = alloca [16 x i8]
  %size = call i64 @opaque_i64(i64 4)
  %wanted = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %buffer, i64 %size, ptr @format.text, ptr @decimal, ptr @one)
  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %whole, i64 16, ptr @format.text, ptr @decimal, ptr @one)
  %order = call i32 @strcmp(ptr %whole, ptr @expect.text)
  %end.place = getelementptr inbounds i8, ptr %buffer, i64 3
  %beyond.place = getelementptr inbounds i8, ptr %buffer, i64 4
  %end = load volatile i8, ptr %end.place
  %beyond = load volatile i8, ptr %beyond.place
  %ok.1 = icmp eq i32 %wanted, 9
  %ok.2 = icmp eq i32 %length, 9
  %ok.3 = icmp eq i32 %order, 0
  %ok.4 = icmp eq i8 %end, 0
  %ok.5 = icmp eq i8 %beyond, 35
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_rounding_functions() {
  %x = call double @opaque_double(double -2.5)
  %down = call double @floor(double %x)
  %up = call double @ceil(double %x)
  %size = call double @fabs(double %x)
  %rest = call double @fmod(double -7.25, double %x)
  %ok.1 = fcmp oeq double %down, -3.0
  %ok.2 = fcmp oeq double %up, -2.0
  %ok.3 = fcmp oeq double %size, 2.5
  %ok.4 = fcmp oeq double %rest, -2.25
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_exact_maths() {
  %exponent = alloca i32
  %x = call double @opaque_double(double 1522756.0)
  %n = call i32 @opaque_i32(i32 -3)
  %root = call double @sqrt(double %x)
  %scaled = call double @ldexp(double 40.0, i32 %n)
  %fraction = call double @frexp(double 96.0, ptr %exponent)
  %power = load i32, ptr %exponent
  %three = call double @opaque_double(double 3.0)
  %cubed = call double @pow(double %three, double %three)
  %ok.1 = fcmp oeq double %root, 1234.0
  %ok.2 = fcmp oeq double %scaled, 5.0
  %ok.3 = fcmp oeq double %fraction, 0.75
  %ok.4 = icmp eq i32 %power, 7
  %ok.5 = fcmp oeq double %cubed, 27.0
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_characters_and_labs() {
  %q = call i32 @opaque_i32(i32 113)
  %seven = call i32 @opaque_i32(i32 55)
  %minus = call i64 @opaque_i64(i64 -9000000000)
  %upper = call i32 @toupper(i32 %q)
  %unchanged = call i32 @toupper(i32 %seven)
  %digit = call i32 @isdigit(i32 %seven)
  %letter = call i32 @isdigit(i32 %q)
  %size = call i64 @labs(i64 %minus)
  %ok.1 = icmp eq i32 %upper, 81
  %ok.2 = icmp eq i32 %unchanged, 55
  %ok.3 = icmp ne i32 %digit, 0
  %ok.4 = icmp eq i32 %letter, 0
  %ok.5 = icmp eq i64 %size, 9000000000
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
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
