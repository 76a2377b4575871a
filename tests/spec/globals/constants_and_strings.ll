; Constants in read-only memory, and strings that functions walk, compare and copy.

@digits = private unnamed_addr constant [17 x i8] c"0123456789abcdef\00"
@word.level = private unnamed_addr constant [6 x i8] c"level\00"
@word.levels = private unnamed_addr constant [7 x i8] c"levels\00"
@empty = private unnamed_addr constant [1 x i8] zeroinitializer
@not.terminated = private unnamed_addr constant [4 x i8] c"four"
@powers = internal constant [4 x double] [double 1.0, double 0.5, double 0.25, double 0.125]
@inside.zero = internal constant [7 x i8] c"ab\00cd\00\00"

define i64 @length_of(ptr %text) noinline {
entry:
  br label %loop

loop:
  %length = phi i64 [ 0, %entry ], [ %length.next, %next ]
  %place = getelementptr inbounds i8, ptr %text, i64 %length
  %byte = load i8, ptr %place
  %end = icmp eq i8 %byte, 0
  br i1 %end, label %exit, label %next

next:
  %length.next = add i64 %length, 1
  br label %loop

exit:
  ret i64 %length
}

; ORI-TARGETS: test_string_lengths length_of
define i32 @test_string_lengths() {
  %none = call i64 @length_of(ptr @empty)
  %five = call i64 @length_of(ptr @word.level)
  %sixteen = call i64 @length_of(ptr @digits)
  %cut = call i64 @length_of(ptr @inside.zero)
  %ok.1 = icmp eq i64 %none, 0
  %ok.2 = icmp eq i64 %five, 5
  %ok.3 = icmp eq i64 %sixteen, 16
  %ok.4 = icmp eq i64 %cut, 2
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Looks the digits of a number up in a constant string.
define internal void @write_hex(i32 %number, ptr %out) noinline {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %rest = phi i32 [ %number, %entry ], [ %rest.next, %loop ]
  %nibble = lshr i32 %rest, 28
  %index = zext i32 %nibble to i64
  %digit.place = getelementptr inbounds [17 x i8], ptr @digits, i64 0, i64 %index
  %digit = load i8, ptr %digit.place
  %place = getelementptr inbounds i8, ptr %out, i64 %i
  store i8 %digit, ptr %place
  %rest.next = shl i32 %rest, 4
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, 8
  br i1 %more, label %loop, label %exit

exit:
  ret void
}

@hex.expected = private unnamed_addr constant [8 x i8] c"c0ffee07"
declare i32 @memcmp(ptr, ptr, i64)

define i32 @test_digit_lookup() {
  %out = alloca [8 x i8]
  %number = call i32 @opaque_i32(i32 -1056969209)
  call void @write_hex(i32 %number, ptr %out)
  %order = call i32 @memcmp(ptr %out, ptr @hex.expected, i64 8)
  %ok = icmp eq i32 %order, 0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Compares a string with its own reverse.
define i1 @is_palindrome(ptr %text) noinline {
entry:
  %length = call i64 @length_of(ptr %text)
  br label %loop

loop:
  %left = phi i64 [ 0, %entry ], [ %left.next, %same ]
  %right.end = sub i64 %length, %left
  %right = sub i64 %right.end, 1
  %met = icmp sge i64 %left, %right
  br i1 %met, label %yes, label %compare

compare:
  %left.place = getelementptr inbounds i8, ptr %text, i64 %left
  %right.place = getelementptr inbounds i8, ptr %text, i64 %right
  %left.byte = load i8, ptr %left.place
  %right.byte = load i8, ptr %right.place
  %equal = icmp eq i8 %left.byte, %right.byte
  br i1 %equal, label %same, label %no

same:
  %left.next = add i64 %left, 1
  br label %loop

yes:
  ret i1 true

no:
  ret i1 false
}

; ORI-TARGETS: test_palindromes is_palindrome length_of
define i32 @test_palindromes() {
  %level = call i1 @is_palindrome(ptr @word.level)
  %levels = call i1 @is_palindrome(ptr @word.levels)
  %empty = call i1 @is_palindrome(ptr @empty)
  %ok.1 = icmp eq i1 %level, true
  %ok.2 = icmp eq i1 %levels, false
  %ok.3 = icmp eq i1 %empty, true
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A string constant without a final zero has exactly its characters.
define i32 @test_unterminated_string() {
  %word = load volatile [4 x i8], ptr @not.terminated
  %first = extractvalue [4 x i8] %word, 0
  %last = extractvalue [4 x i8] %word, 3
  %ok.1 = icmp eq i8 %first, 102
  %ok.2 = icmp eq i8 %last, 114
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_constant_doubles() {
  %i1 = call i64 @opaque_i64(i64 1)
  %i3 = call i64 @opaque_i64(i64 3)
  %place1 = getelementptr inbounds [4 x double], ptr @powers, i64 0, i64 %i1
  %place3 = getelementptr inbounds [4 x double], ptr @powers, i64 0, i64 %i3
  %half = load double, ptr %place1
  %eighth = load double, ptr %place3
  %sum = fadd double %half, %eighth
  %ok = fcmp oeq double %sum, 0.625
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A zero byte inside a constant is data like any other.
define i32 @test_embedded_zero() {
  %three = call i64 @opaque_i64(i64 3)
  %tail = getelementptr inbounds [7 x i8], ptr @inside.zero, i64 0, i64 %three
  %length = call i64 @length_of(ptr %tail)
  %first = load i8, ptr %tail
  %ok.1 = icmp eq i64 %length, 2
  %ok.2 = icmp eq i8 %first, 99
  %code.2 = select i1 %ok.2, i32 0, i32 2
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
