; Memory from malloc, calloc and realloc, and libc's qsort and bsearch over
; structures and strings with comparison functions of our own.

declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @realloc(ptr, i64)
declare void @free(ptr)
declare void @qsort(ptr, i64, i64, ptr)
declare ptr @bsearch(ptr, ptr, i64, i64, ptr)
declare i32 @strcmp(ptr, ptr)

%item = type { i32, i8, double }

@items = internal constant [5 x %item] [
  %item { i32 40, i8 100, double 1.0 },
  %item { i32 10, i8 97, double 4.0 },
  %item { i32 30, i8 99, double 2.0 },
  %item { i32 50, i8 101, double 0.5 },
  %item { i32 20, i8 98, double 3.0 }
]

@pear = private unnamed_addr constant [5 x i8] c"pear\00"
@fig = private unnamed_addr constant [4 x i8] c"fig\00"
@plum = private unnamed_addr constant [5 x i8] c"plum\00"
@lime = private unnamed_addr constant [5 x i8] c"lime\00"
@fruit = internal constant [4 x ptr] [ptr @pear, ptr @fig, ptr @plum, ptr @lime]

define i32 @by_number(ptr %left, ptr %right) {
  %a = load i32, ptr %left
  %b = load i32, ptr %right
  %difference = sub i32 %a, %b
  ret i32 %difference
}

define i32 @by_weight_down(ptr %left, ptr %right) {
  %left.place = getelementptr inbounds %item, ptr %left, i64 0, i32 2
  %right.place = getelementptr inbounds %item, ptr %right, i64 0, i32 2
  %a = load double, ptr %left.place
  %b = load double, ptr %right.place
  %less = fcmp olt double %a, %b
  %greater = fcmp ogt double %a, %b
  %less.int = zext i1 %less to i32
  %greater.int = zext i1 %greater to i32
  %order = sub i32 %less.int, %greater.int
  ret i32 %order
}

define i32 @by_text(ptr %left, ptr %right) {
  %a = load ptr, ptr %left
  %b = load ptr, ptr %right
  %order = call i32 @strcmp(ptr %a, ptr %b)
  ret i32 %order
}

; ORI-TARGETS: test_sort_structs by_number by_weight_down
define i32 @test_sort_structs() {
  %copy = alloca [5 x %item]
  %all = load [5 x %item], ptr @items
  store [5 x %item] %all, ptr %copy
  %count = call i64 @opaque_i64(i64 5)
  call void @qsort(ptr %copy, i64 %count, i64 16, ptr @by_number)
  %rising = load [5 x %item], ptr %copy
  call void @qsort(ptr %copy, i64 %count, i64 16, ptr @by_weight_down)
  %falling = load [5 x %item], ptr %copy
  %first.number = extractvalue [5 x %item] %rising, 0, 0
  %first.letter = extractvalue [5 x %item] %rising, 0, 1
  %last.weight = extractvalue [5 x %item] %rising, 4, 2
  %heaviest = extractvalue [5 x %item] %falling, 0, 2
  %third.letter = extractvalue [5 x %item] %falling, 2, 1
  %ok.1 = icmp eq i32 %first.number, 10
  %ok.2 = icmp eq i8 %first.letter, 97
  %ok.3 = fcmp oeq double %last.weight, 0.5
  %ok.4 = fcmp oeq double %heaviest, 4.0
  %ok.5 = icmp eq i8 %third.letter, 99
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_sort_strings by_text
define i32 @test_sort_strings() {
  %copy = alloca [4 x ptr]
  %all = load [4 x ptr], ptr @fruit
  store [4 x ptr] %all, ptr %copy
  %count = call i64 @opaque_i64(i64 4)
  call void @qsort(ptr %copy, i64 %count, i64 8, ptr @by_text)
  %sorted = load [4 x ptr], ptr %copy
  %s0 = extractvalue [4 x ptr] %sorted, 0
  %s1 = extractvalue [4 x ptr] %sorted, 1
  %s2 = extractvalue [4 x ptr] %sorted, 2
  %s3 = extractvalue [4 x ptr] %sorted, 3
  %c0 = load i8, ptr %s0
  %c1 = load i8, ptr %s1
  %c3.place = getelementptr inbounds i8, ptr %s3, i64 1
  %c3 = load i8, ptr %c3.place
  %order = call i32 @strcmp(ptr %s2, ptr @pear)
  %ok.1 = icmp eq i8 %c0, 102
  %ok.2 = icmp eq i8 %c1, 108
  %ok.3 = icmp eq i32 %order, 0
  %ok.4 = icmp eq i8 %c3, 108
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-TARGETS: test_search_structs by_number
define i32 @test_search_structs() {
  %copy = alloca [5 x %item]
  %all = load [5 x %item], ptr @items
  store [5 x %item] %all, ptr %copy
  call void @qsort(ptr %copy, i64 5, i64 16, ptr @by_number)
  %key = alloca %item
  store volatile i32 30, ptr %key
  %found = call ptr @bsearch(ptr %key, ptr %copy, i64 5, i64 16, ptr @by_number)
  store volatile i32 35, ptr %key
  %missing = call ptr @bsearch(ptr %key, ptr %copy, i64 5, i64 16, ptr @by_number)
  %third = getelementptr inbounds [5 x %item], ptr %copy, i64 0, i64 2
  %ok.1 = icmp eq ptr %found, %third
  %ok.2 = icmp eq ptr %missing, null
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; What was written before realloc is still there afterwards.
define i32 @test_realloc_keeps_contents() {
entry:
  %block = call ptr @malloc(i64 40)
  br label %write

write:
  %i = phi i64 [ 0, %entry ], [ %i.next, %write ]
  %square = mul i64 %i, %i
  %value = trunc i64 %square to i32
  %place = getelementptr inbounds i32, ptr %block, i64 %i
  store i32 %value, ptr %place
  %i.next = add i64 %i, 1
  %writing = icmp ult i64 %i.next, 10
  br i1 %writing, label %write, label %grow

grow:
  %size = call i64 @opaque_i64(i64 40000)
  %larger = call ptr @realloc(ptr %block, i64 %size)
  %end = getelementptr inbounds i32, ptr %larger, i64 9999
  store i32 1, ptr %end
  br label %read

read:
  %j = phi i64 [ 0, %grow ], [ %j.next, %read ]
  %sum = phi i32 [ 0, %grow ], [ %sum.next, %read ]
  %read.place = getelementptr inbounds i32, ptr %larger, i64 %j
  %read.value = load i32, ptr %read.place
  %sum.next = add i32 %sum, %read.value
  %j.next = add i64 %j, 1
  %reading = icmp ult i64 %j.next, 10
  br i1 %reading, label %read, label %exit

exit:
  call void @free(ptr %larger)
  %ok = icmp eq i32 %sum.next, 285
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

define i32 @test_calloc_is_zero() {
entry:
  %count = call i64 @opaque_i64(i64 1000)
  %block = call ptr @calloc(i64 %count, i64 8)
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %bits = phi i64 [ 0, %entry ], [ %bits.next, %loop ]
  %place = getelementptr inbounds i64, ptr %block, i64 %i
  %value = load volatile i64, ptr %place
  %bits.next = or i64 %bits, %value
  store volatile i64 -1, ptr %place
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  %last.place = getelementptr inbounds i64, ptr %block, i64 999
  %last = load volatile i64, ptr %last.place
  call void @free(ptr %block)
  %ok.1 = icmp eq i64 %bits.next, 0
  %ok.2 = icmp eq i64 %last, -1
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Two live blocks never overlap.
define i32 @test_blocks_are_separate() {
  %size = call i64 @opaque_i64(i64 24)
  %first = call ptr @malloc(i64 %size)
  %second = call ptr @malloc(i64 %size)
  store volatile i64 111, ptr %first
  store volatile i64 222, ptr %second
  %first.end = getelementptr inbounds i64, ptr %first, i64 2
  %second.end = getelementptr inbounds i64, ptr %second, i64 2
  store volatile i64 333, ptr %first.end
  store volatile i64 444, ptr %second.end
  %a = load volatile i64, ptr %first
  %b = load volatile i64, ptr %second
  %c = load volatile i64, ptr %first.end
  %d = load volatile i64, ptr %second.end
  call void @free(ptr %first)
  call void @free(ptr %second)
  %ok.1 = icmp eq i64 %a, 111
  %ok.2 = icmp eq i64 %b, 222
  %ok.3 = icmp eq i64 %c, 333
  %ok.4 = icmp eq i64 %d, 444
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
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
