; getelementptr into structs: plain, nested, packed, and arrays of them, with
; the values found where they were initialised.

%point = type { i32, i32 }
%segment = type { i8, %point, %point }
%packed = type <{ i8, i32, i16, i64 }>
%chain = type { i32, ptr }
@segments = internal global [2 x %segment] [%segment { i8 1, %point { i32 2, i32 3 }, %point { i32 4, i32 5 } }, %segment { i8 6, %point { i32 7, i32 8 }, %point { i32 9, i32 10 } }]
@tight = internal global [2 x %packed] [%packed <{ i8 1, i32 -2, i16 3, i64 -4 }>, %packed <{ i8 5, i32 -6, i16 7, i64 -8 }>]
@last = internal global %chain { i32 30, ptr null }
@middle = internal global %chain { i32 20, ptr @last }
@first = internal global %chain { i32 10, ptr @middle }

define i32 @test_nested_field() {
  %index = call i64 @opaque_i64(i64 1)
  %head.at = getelementptr inbounds [2 x %segment], ptr @segments, i64 0, i64 %index, i32 0
  %head = load i8, ptr %head.at
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %head, i8 6)
  %from.y.at = getelementptr inbounds [2 x %segment], ptr @segments, i64 0, i64 %index, i32 1, i32 1
  %from.y = load i32, ptr %from.y.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %from.y, i32 8)
  %to.x.at = getelementptr inbounds [2 x %segment], ptr @segments, i64 0, i64 %index, i32 2, i32 0
  %to.x = load i32, ptr %to.x.at
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %to.x, i32 9)
  ret i32 %r3
}

define i32 @test_packed_fields_are_unaligned() {
  %index = call i64 @opaque_i64(i64 1)
  %word.at = getelementptr inbounds [2 x %packed], ptr @tight, i64 0, i64 %index, i32 1
  %word = load i32, ptr %word.at, align 1
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %word, i32 -6)
  %half.at = getelementptr inbounds [2 x %packed], ptr @tight, i64 0, i64 %index, i32 2
  %half = load i16, ptr %half.at, align 1
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %half, i16 7)
  %quad.at = getelementptr inbounds [2 x %packed], ptr @tight, i64 0, i64 %index, i32 3
  %quad = load i64, ptr %quad.at, align 1
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %quad, i64 -8)
  ret i32 %r3
}

define i32 @test_packed_store_keeps_neighbours() {
  %record = alloca %packed, align 1
  store volatile %packed <{ i8 -1, i32 0, i16 -1, i64 -1 }>, ptr %record, align 1
  %word.at = getelementptr inbounds %packed, ptr %record, i64 0, i32 1
  %value = call i32 @opaque_i32(i32 305419896)
  store i32 %value, ptr %word.at, align 1
  %whole = load volatile %packed, ptr %record, align 1
  %byte = extractvalue %packed %whole, 0
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %byte, i8 -1)
  %word = extractvalue %packed %whole, 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %word, i32 305419896)
  %half = extractvalue %packed %whole, 2
  %r3 = call i32 @check_i16(i32 %r2, i32 3, i16 %half, i16 -1)
  %quad = extractvalue %packed %whole, 3
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %quad, i64 -1)
  ret i32 %r4
}

define i32 @test_linked_list_walk() {
  %start = call ptr @opaque_ptr(ptr @first)
  br label %loop

loop:
  %node = phi ptr [ %start, %0 ], [ %next, %loop ]
  %total = phi i32 [ 0, %0 ], [ %total.next, %loop ]
  %value = load i32, ptr %node
  %total.next = add i32 %total, %value
  %next.at = getelementptr inbounds %chain, ptr %node, i64 0, i32 1
  %next = load ptr, ptr %next.at
  %at.end = icmp eq ptr %next, null
  br i1 %at.end, label %out, label %loop

out:
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %total.next, i32 60)
  ret i32 %r1
}

; Field by field or in one go, the address is the same.
define i32 @test_gep_in_two_steps() {
  %index = call i64 @opaque_i64(i64 1)
  %segment.at = getelementptr inbounds [2 x %segment], ptr @segments, i64 0, i64 %index
  %point.at = getelementptr inbounds %segment, ptr %segment.at, i64 0, i32 2
  %stepwise = getelementptr inbounds %point, ptr %point.at, i64 0, i32 1
  %direct = getelementptr inbounds [2 x %segment], ptr @segments, i64 0, i64 %index, i32 2, i32 1
  %same = icmp eq ptr %stepwise, %direct
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %same, i1 true)
  %value = load i32, ptr %stepwise
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %value, i32 10)
  ret i32 %r2
}

define i32 @test_array_inside_struct() {
  %record = alloca { i16, [3 x i64], i8 }
  %index = call i64 @opaque_i64(i64 2)
  %tail.at = getelementptr inbounds { i16, [3 x i64], i8 }, ptr %record, i64 0, i32 2
  store volatile i8 77, ptr %tail.at
  %element.at = getelementptr inbounds { i16, [3 x i64], i8 }, ptr %record, i64 0, i32 1, i64 %index
  store volatile i64 -1, ptr %element.at
  %tail = load volatile i8, ptr %tail.at
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %tail, i8 77)
  %element = load volatile i64, ptr %element.at
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %element, i64 -1)
  ret i32 %r2
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
