; getelementptr over arrays: element scaling, several dimensions, negative and
; narrow indices, and vectors of addresses.
; ORI-TARGETS: test_element_scaling byte_distance

@grid = internal global [3 x [4 x i32]] [[4 x i32] [i32 0, i32 1, i32 2, i32 3], [4 x i32] [i32 10, i32 11, i32 12, i32 13], [4 x i32] [i32 20, i32 21, i32 22, i32 23]]
@cube = internal global [2 x [2 x [2 x i16]]] [[2 x [2 x i16]] [[2 x i16] [i16 1, i16 2], [2 x i16] [i16 3, i16 4]], [2 x [2 x i16]] [[2 x i16] [i16 5, i16 6], [2 x i16] [i16 7, i16 8]]]

; The index is multiplied by the size of the element type.
define i32 @test_element_scaling() {
  %base = alloca [64 x i8], align 16
  %index = call i64 @opaque_i64(i64 3)
  %as.byte = getelementptr i8, ptr %base, i64 %index
  %got1 = call i64 @byte_distance(ptr %base, ptr %as.byte)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 3)
  %as.half = getelementptr i16, ptr %base, i64 %index
  %got2 = call i64 @byte_distance(ptr %base, ptr %as.half)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 6)
  %as.word = getelementptr i32, ptr %base, i64 %index
  %got3 = call i64 @byte_distance(ptr %base, ptr %as.word)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 12)
  %as.double = getelementptr double, ptr %base, i64 %index
  %got4 = call i64 @byte_distance(ptr %base, ptr %as.double)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 24)
  %as.array = getelementptr [5 x i8], ptr %base, i64 %index
  %got5 = call i64 @byte_distance(ptr %base, ptr %as.array)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 15)
  ret i32 %r5
}

define i32 @test_two_dimensions() {
  %row = call i64 @opaque_i64(i64 2)
  %column = call i64 @opaque_i64(i64 1)
  %at = getelementptr inbounds [3 x [4 x i32]], ptr @grid, i64 0, i64 %row, i64 %column
  %value = load i32, ptr %at
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 21)
  %swapped.at = getelementptr inbounds [3 x [4 x i32]], ptr @grid, i64 0, i64 %column, i64 %row
  %swapped = load i32, ptr %swapped.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %swapped, i32 12)
  ret i32 %r2
}

define i32 @test_three_dimensions() {
  %a = call i64 @opaque_i64(i64 1)
  %b = call i64 @opaque_i64(i64 0)
  %at = getelementptr inbounds [2 x [2 x [2 x i16]]], ptr @cube, i64 0, i64 %a, i64 %b, i64 %a
  %value = load i16, ptr %at
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %value, i16 6)
  %other.at = getelementptr inbounds [2 x [2 x [2 x i16]]], ptr @cube, i64 0, i64 %b, i64 %a, i64 %b
  %other = load i16, ptr %other.at
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %other, i16 3)
  ret i32 %r2
}

define i32 @test_negative_index() {
  %middle = getelementptr inbounds [3 x [4 x i32]], ptr @grid, i64 0, i64 1, i64 2
  %back = call i64 @opaque_i64(i64 -5)
  %at = getelementptr inbounds i32, ptr %middle, i64 %back
  %value = load i32, ptr %at
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 1)
  ret i32 %r1
}

; Indices narrower than a pointer are sign-extended.
define i32 @test_narrow_index_is_signed() {
  %middle = getelementptr inbounds [3 x [4 x i32]], ptr @grid, i64 0, i64 1, i64 1
  %byte = call i8 @opaque_i8(i8 -1)
  %left.at = getelementptr inbounds i32, ptr %middle, i8 %byte
  %left = load i32, ptr %left.at
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %left, i32 10)
  %word = call i32 @opaque_i32(i32 -3)
  %above.at = getelementptr inbounds i32, ptr %middle, i32 %word
  %above = load i32, ptr %above.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %above, i32 2)
  ret i32 %r2
}

define i32 @test_first_index_steps_over_rows() {
  %row = call i64 @opaque_i64(i64 2)
  %at = getelementptr inbounds [4 x i32], ptr @grid, i64 %row, i64 3
  %value = load i32, ptr %at
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %value, i32 23)
  ret i32 %r1
}

define i32 @test_vector_of_addresses() {
  %rows = call <3 x i64> @opaque_v3i64(<3 x i64> <i64 0, i64 1, i64 2>)
  %addresses = getelementptr [4 x i32], ptr @grid, <3 x i64> %rows, i64 2
  %middle.at = extractelement <3 x ptr> %addresses, i32 1
  %middle = load i32, ptr %middle.at
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %middle, i32 12)
  %last.at = extractelement <3 x ptr> %addresses, i32 2
  %last = load i32, ptr %last.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %last, i32 22)
  ret i32 %r2
}

; A pointer induction variable visits all twelve elements.
define i32 @test_sum_by_walking_pointer() {
  %begin = call ptr @opaque_ptr(ptr @grid)
  %end = getelementptr inbounds i32, ptr %begin, i64 12
  br label %loop

loop:
  %cursor = phi ptr [ %begin, %0 ], [ %next, %loop ]
  %total = phi i32 [ 0, %0 ], [ %total.next, %loop ]
  %value = load i32, ptr %cursor
  %total.next = add i32 %total, %value
  %next = getelementptr inbounds i32, ptr %cursor, i64 1
  %done = icmp eq ptr %next, %end
  br i1 %done, label %out, label %loop

out:
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %total.next, i32 138)
  ret i32 %r1
}

define i64 @byte_distance(ptr %from, ptr %to) noinline {
  %from.address = ptrtoint ptr %from to i64
  %to.address = ptrtoint ptr %to to i64
  %distance = sub i64 %to.address, %from.address
  ret i64 %distance
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal <3 x i64> @opaque_v3i64(<3 x i64> %value) noinline {
  %slot = alloca <3 x i64>
  store volatile <3 x i64> %value, ptr %slot
  %seen = load volatile <3 x i64>, ptr %slot
  ret <3 x i64> %seen
}

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
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

define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
