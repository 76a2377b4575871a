; Functions called through pointers: tables, arguments, returned pointers, and
; callbacks that libc's qsort and bsearch make into JIT-compiled code.

declare void @qsort(ptr, i64, i64, ptr)
declare ptr @bsearch(ptr, ptr, i64, i64, ptr)
declare i32 @abs(i32)

define i32 @op_add(i32 %a, i32 %b) {
  %r = add i32 %a, %b
  ret i32 %r
}

define i32 @op_sub(i32 %a, i32 %b) {
  %r = sub i32 %a, %b
  ret i32 %r
}

define i32 @op_mul(i32 %a, i32 %b) {
  %r = mul i32 %a, %b
  ret i32 %r
}

@operations = internal constant [3 x ptr] [ptr @op_add, ptr @op_sub, ptr @op_mul]

; ORI-TARGETS: test_function_table op_add op_sub op_mul
define i32 @test_function_table() {
  %a = call i32 @opaque_i32(i32 12)
  %b = call i32 @opaque_i32(i32 -5)
  %add.place = getelementptr inbounds [3 x ptr], ptr @operations, i64 0, i64 0
  %sub.place = getelementptr inbounds [3 x ptr], ptr @operations, i64 0, i64 1
  %mul.place = getelementptr inbounds [3 x ptr], ptr @operations, i64 0, i64 2
  %add.function = load volatile ptr, ptr %add.place
  %sub.function = load volatile ptr, ptr %sub.place
  %mul.function = load volatile ptr, ptr %mul.place
  %sum = call i32 %add.function(i32 %a, i32 %b)
  %difference = call i32 %sub.function(i32 %a, i32 %b)
  %product = call i32 %mul.function(i32 %a, i32 %b)
  %ok.1 = icmp eq i32 %sum, 7
  %ok.2 = icmp eq i32 %difference, 17
  %ok.3 = icmp eq i32 %product, -60
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Folds 1 .. %n with the given operation.
define i32 @fold_range(ptr %operation, i32 %start, i32 %n) noinline {
entry:
  br label %loop

loop:
  %i = phi i32 [ 1, %entry ], [ %i.next, %loop ]
  %value = phi i32 [ %start, %entry ], [ %value.next, %loop ]
  %value.next = call i32 %operation(i32 %value, i32 %i)
  %i.next = add i32 %i, 1
  %more = icmp sle i32 %i.next, %n
  br i1 %more, label %loop, label %exit

exit:
  ret i32 %value.next
}

; ORI-TARGETS: test_function_argument fold_range op_add op_sub op_mul
define i32 @test_function_argument() {
  %n = call i32 @opaque_i32(i32 10)
  %sum = call i32 @fold_range(ptr @op_add, i32 0, i32 %n)
  %rest = call i32 @fold_range(ptr @op_sub, i32 100, i32 %n)
  %factorial = call i32 @fold_range(ptr @op_mul, i32 1, i32 %n)
  %ok.1 = icmp eq i32 %sum, 55
  %ok.2 = icmp eq i32 %rest, 45
  %ok.3 = icmp eq i32 %factorial, 3628800
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define internal ptr @choose_operation(i8 %symbol) noinline {
entry:
  switch i8 %symbol, label %none [
    i8 43, label %plus
    i8 45, label %minus
  ]

plus:
  ret ptr @op_add

minus:
  ret ptr @op_sub

none:
  ret ptr null
}

define i32 @test_returned_function() {
  %plus = call i8 @opaque_i8(i8 43)
  %minus = call i8 @opaque_i8(i8 45)
  %star = call i8 @opaque_i8(i8 42)
  %add.function = call ptr @choose_operation(i8 %plus)
  %sub.function = call ptr @choose_operation(i8 %minus)
  %no.function = call ptr @choose_operation(i8 %star)
  %sum = call i32 %add.function(i32 20, i32 22)
  %difference = call i32 %sub.function(i32 20, i32 22)
  %ok.1 = icmp eq i32 %sum, 42
  %ok.2 = icmp eq i32 %difference, -2
  %ok.3 = icmp eq ptr %no.function, null
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @ascending(ptr %left, ptr %right) {
  %a = load i32, ptr %left
  %b = load i32, ptr %right
  %greater = icmp sgt i32 %a, %b
  %less = icmp slt i32 %a, %b
  %greater.int = zext i1 %greater to i32
  %less.int = zext i1 %less to i32
  %order = sub i32 %greater.int, %less.int
  ret i32 %order
}

@unsorted = internal global [8 x i32] [i32 5, i32 -3, i32 2147483647, i32 0, i32 17, i32 -2147483648, i32 5, i32 9]

; ORI-TARGETS: test_qsort_callback ascending
define i32 @test_qsort_callback() {
  %copy = alloca [8 x i32]
  %numbers = load [8 x i32], ptr @unsorted
  store [8 x i32] %numbers, ptr %copy
  call void @qsort(ptr %copy, i64 8, i64 4, ptr @ascending)
  %sorted = load [8 x i32], ptr %copy
  %n0 = extractvalue [8 x i32] %sorted, 0
  %n1 = extractvalue [8 x i32] %sorted, 1
  %n2 = extractvalue [8 x i32] %sorted, 2
  %n4 = extractvalue [8 x i32] %sorted, 4
  %n5 = extractvalue [8 x i32] %sorted, 5
  %n7 = extractvalue [8 x i32] %sorted, 7
  %ok.1 = icmp eq i32 %n0, -2147483648
  %ok.2 = icmp eq i32 %n1, -3
  %ok.3 = icmp eq i32 %n2, 0
  %ok.4 = icmp eq i32 %n4, 5
  %ok.5 = icmp eq i32 %n5, 9
  %ok.6 = icmp eq i32 %n7, 2147483647
  %code.6 = select i1 %ok.6, i32 0, i32 6
  %code.5 = select i1 %ok.5, i32 %code.6, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@squares = internal global [7 x i32] [i32 1, i32 4, i32 9, i32 16, i32 25, i32 36, i32 49]

; ORI-TARGETS: test_bsearch_callback ascending
define i32 @test_bsearch_callback() {
  %present = alloca i32
  %absent = alloca i32
  store volatile i32 25, ptr %present
  store volatile i32 26, ptr %absent
  %found = call ptr @bsearch(ptr %present, ptr @squares, i64 7, i64 4, ptr @ascending)
  %missing = call ptr @bsearch(ptr %absent, ptr @squares, i64 7, i64 4, ptr @ascending)
  %expected = getelementptr inbounds [7 x i32], ptr @squares, i64 0, i64 4
  %ok.1 = icmp eq ptr %found, %expected
  %ok.2 = icmp eq ptr %missing, null
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A structure of data and function: the object passes itself to its method.
%counter = type { i32, i32, ptr }

define internal i32 @counter_advance(ptr %self) {
  %step.place = getelementptr inbounds %counter, ptr %self, i64 0, i32 1
  %value = load i32, ptr %self
  %step = load i32, ptr %step.place
  %next = add i32 %value, %step
  store i32 %next, ptr %self
  ret i32 %next
}

@by.seven = internal global %counter { i32 100, i32 7, ptr @counter_advance }

define i32 @test_method_in_struct() {
  %counter = alloca %counter
  %initial = load %counter, ptr @by.seven
  store %counter %initial, ptr %counter
  %method.place = getelementptr inbounds %counter, ptr %counter, i64 0, i32 2
  %method = load volatile ptr, ptr %method.place
  %first = call i32 %method(ptr %counter)
  %second = call i32 %method(ptr %counter)
  %stored = load i32, ptr %counter
  %ok.1 = icmp eq i32 %first, 107
  %ok.2 = icmp eq i32 %second, 114
  %ok.3 = icmp eq i32 %stored, 114
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A function of libc is called through a pointer just as well.
@library.table = internal global [2 x ptr] [ptr @abs, ptr @op_add]

define i32 @test_library_function_pointer() {
  %value = call i32 @opaque_i32(i32 -31)
  %function = load volatile ptr, ptr @library.table
  %magnitude = call i32 %function(i32 %value)
  %ok = icmp eq i32 %magnitude, 31
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}
