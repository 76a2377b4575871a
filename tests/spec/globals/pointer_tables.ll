; Globals whose initialisers hold addresses: of other globals, of places inside
; them, of functions, of themselves and of each other.

@red = private unnamed_addr constant [4 x i8] c"red\00"
@green = private unnamed_addr constant [6 x i8] c"green\00"
@blue = private unnamed_addr constant [5 x i8] c"blue\00"
@colours = internal constant [3 x ptr] [ptr @red, ptr @green, ptr @blue]

declare i64 @strlen(ptr)

define i32 @test_table_of_strings() {
entry:
  %count = call i64 @opaque_i64(i64 3)
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %digits = phi i64 [ 0, %entry ], [ %digits.next, %loop ]
  %place = getelementptr inbounds [3 x ptr], ptr @colours, i64 0, i64 %i
  %text = load volatile ptr, ptr %place
  %length = call i64 @strlen(ptr %text)
  %shifted = mul i64 %digits, 10
  %digits.next = add i64 %shifted, %length
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  %ok = icmp eq i64 %digits.next, 354
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A pointer into the middle of an array.
@primes = internal global [6 x i32] [i32 2, i32 3, i32 5, i32 7, i32 11, i32 13]
@fourth.prime = internal global ptr getelementptr inbounds ([6 x i32], ptr @primes, i64 0, i64 3)

define i32 @test_pointer_into_array() {
  %place = load volatile ptr, ptr @fourth.prime
  %value = load i32, ptr %place
  %before.place = getelementptr inbounds i32, ptr %place, i64 -1
  %before = load i32, ptr %before.place
  %after.place = getelementptr inbounds i32, ptr %place, i64 2
  %after = load i32, ptr %after.place
  %ok.1 = icmp eq i32 %value, 7
  %ok.2 = icmp eq i32 %before, 5
  %ok.3 = icmp eq i32 %after, 13
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Two nodes point at each other, though one of them must be defined first.
%node = type { i32, ptr }
@ring.first = internal global %node { i32 10, ptr @ring.second }
@ring.second = internal global %node { i32 20, ptr @ring.third }
@ring.third = internal global %node { i32 30, ptr @ring.first }

define i32 @test_mutual_references() {
entry:
  %steps = call i32 @opaque_i32(i32 7)
  br label %loop

loop:
  %node = phi ptr [ @ring.first, %entry ], [ %next, %loop ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %loop ]
  %value = load i32, ptr %node
  %sum.next = add i32 %sum, %value
  %link = getelementptr inbounds %node, ptr %node, i64 0, i32 1
  %next = load volatile ptr, ptr %link
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %steps
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = icmp eq i32 %sum.next, 130
  %ok.2 = icmp eq ptr %next, @ring.second
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@selfish = internal global ptr @selfish

define i32 @test_self_reference() {
  %once = load volatile ptr, ptr @selfish
  %twice = load volatile ptr, ptr %once
  %ok.1 = icmp eq ptr %once, @selfish
  %ok.2 = icmp eq ptr %twice, @selfish
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The distance between two addresses of one global, worked out by the linker.
@span = internal global i64 sub (
  i64 ptrtoint (ptr getelementptr inbounds ([6 x i32], ptr @primes, i64 0, i64 5) to i64),
  i64 ptrtoint (ptr @primes to i64)
)

define i32 @test_address_difference() {
  %distance = load volatile i64, ptr @span
  %ok = icmp eq i64 %distance, 20
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Functions of different types side by side in one structure.
%driver = type { ptr, i32, ptr }
@driver = internal constant %driver { ptr @scale_int, i32 6, ptr @scale_real }

define i32 @scale_int(i32 %value, i32 %factor) {
  %scaled = mul i32 %value, %factor
  ret i32 %scaled
}

define double @scale_real(double %value, i32 %factor) {
  %factor.real = sitofp i32 %factor to double
  %scaled = fdiv double %value, %factor.real
  ret double %scaled
}

; ORI-TARGETS: test_functions_in_struct scale_int scale_real
define i32 @test_functions_in_struct() {
  %factor.place = getelementptr inbounds %driver, ptr @driver, i64 0, i32 1
  %real.place = getelementptr inbounds %driver, ptr @driver, i64 0, i32 2
  %int.function = load volatile ptr, ptr @driver
  %real.function = load volatile ptr, ptr %real.place
  %factor = load volatile i32, ptr %factor.place
  %int.result = call i32 %int.function(i32 -7, i32 %factor)
  %real.result = call double %real.function(double 15.0, i32 %factor)
  %ok.1 = icmp eq i32 %int.result, -42
  %ok.2 = fcmp oeq double %real.result, 2.5
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A table may be rewritten while the program runs.
@current = internal global ptr @red

define i32 @test_table_is_writable() {
  %first = load volatile ptr, ptr @current
  store volatile ptr @blue, ptr @current
  %second = load volatile ptr, ptr @current
  store volatile ptr @red, ptr @current
  %first.char = load i8, ptr %first
  %second.char = load i8, ptr %second
  %ok.1 = icmp eq i8 %first.char, 114
  %ok.2 = icmp eq i8 %second.char, 98
  %code.2 = select i1 %ok.2, i32 0, i32 2
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

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
