; Field offsets and sizes as getelementptr and ptrtoint show them, against the
; layout of the 64-bit System V ABI.
; ORI-TARGETS: test_padding_before_wider_field offset_from

%mixed = type { i8, i16, i8, i32, i8, i64 }
%tail.padded = type { i64, i8 }
%packed = type <{ i8, i64, i16, i32 }>
%nested = type { i8, %tail.padded, i8 }
%reals = type { float, double, i8, float }
%tagged = type { i8, [3 x i16], i32 }

define i32 @test_padding_before_wider_field() {
  %base = alloca %mixed
  %half = getelementptr inbounds %mixed, ptr %base, i64 0, i32 1
  %got1 = call i64 @offset_from(ptr %base, ptr %half)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 2)
  %byte = getelementptr inbounds %mixed, ptr %base, i64 0, i32 2
  %got2 = call i64 @offset_from(ptr %base, ptr %byte)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 4)
  %word = getelementptr inbounds %mixed, ptr %base, i64 0, i32 3
  %got3 = call i64 @offset_from(ptr %base, ptr %word)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 8)
  %late.byte = getelementptr inbounds %mixed, ptr %base, i64 0, i32 4
  %got4 = call i64 @offset_from(ptr %base, ptr %late.byte)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 12)
  %quad = getelementptr inbounds %mixed, ptr %base, i64 0, i32 5
  %got5 = call i64 @offset_from(ptr %base, ptr %quad)
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %got5, i64 16)
  ret i32 %r5
}

define i32 @test_tail_padding_counts_in_arrays() {
  %base = alloca [3 x %tail.padded]
  %second = getelementptr inbounds [3 x %tail.padded], ptr %base, i64 0, i64 1
  %got1 = call i64 @offset_from(ptr %base, ptr %second)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 16)
  %third.byte = getelementptr inbounds [3 x %tail.padded], ptr %base, i64 0, i64 2, i32 1
  %got2 = call i64 @offset_from(ptr %base, ptr %third.byte)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 40)
  ret i32 %r2
}

define i32 @test_packed_has_no_padding() {
  %base = alloca [2 x %packed]
  %quad = getelementptr inbounds %packed, ptr %base, i64 0, i32 1
  %got1 = call i64 @offset_from(ptr %base, ptr %quad)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 1)
  %half = getelementptr inbounds %packed, ptr %base, i64 0, i32 2
  %got2 = call i64 @offset_from(ptr %base, ptr %half)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 9)
  %word = getelementptr inbounds %packed, ptr %base, i64 0, i32 3
  %got3 = call i64 @offset_from(ptr %base, ptr %word)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 11)
  %second = getelementptr inbounds [2 x %packed], ptr %base, i64 0, i64 1
  %got4 = call i64 @offset_from(ptr %base, ptr %second)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 15)
  ret i32 %r4
}

define i32 @test_nested_keeps_its_own_padding() {
  %base = alloca %nested
  %inner = getelementptr inbounds %nested, ptr %base, i64 0, i32 1
  %got1 = call i64 @offset_from(ptr %base, ptr %inner)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 8)
  %inner.byte = getelementptr inbounds %nested, ptr %base, i64 0, i32 1, i32 1
  %got2 = call i64 @offset_from(ptr %base, ptr %inner.byte)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 16)
  %after = getelementptr inbounds %nested, ptr %base, i64 0, i32 2
  %got3 = call i64 @offset_from(ptr %base, ptr %after)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 24)
  %end = getelementptr %nested, ptr %base, i64 1
  %got4 = call i64 @offset_from(ptr %base, ptr %end)
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %got4, i64 32)
  ret i32 %r4
}

define i32 @test_floating_point_fields() {
  %base = alloca %reals
  %wide = getelementptr inbounds %reals, ptr %base, i64 0, i32 1
  %got1 = call i64 @offset_from(ptr %base, ptr %wide)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 8)
  %narrow = getelementptr inbounds %reals, ptr %base, i64 0, i32 3
  %got2 = call i64 @offset_from(ptr %base, ptr %narrow)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 20)
  %end = getelementptr %reals, ptr %base, i64 1
  %got3 = call i64 @offset_from(ptr %base, ptr %end)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 24)
  ret i32 %r3
}

define i32 @test_array_field_aligns_as_its_element() {
  %base = alloca %tagged
  %array = getelementptr inbounds %tagged, ptr %base, i64 0, i32 1
  %got1 = call i64 @offset_from(ptr %base, ptr %array)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 2)
  %last = getelementptr inbounds %tagged, ptr %base, i64 0, i32 1, i64 2
  %got2 = call i64 @offset_from(ptr %base, ptr %last)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 6)
  %word = getelementptr inbounds %tagged, ptr %base, i64 0, i32 2
  %got3 = call i64 @offset_from(ptr %base, ptr %word)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 8)
  ret i32 %r3
}

define i32 @test_pointer_field() {
  %base = alloca { i32, ptr, i32 }
  %pointer = getelementptr inbounds { i32, ptr, i32 }, ptr %base, i64 0, i32 1
  %got1 = call i64 @offset_from(ptr %base, ptr %pointer)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %got1, i64 8)
  %word = getelementptr inbounds { i32, ptr, i32 }, ptr %base, i64 0, i32 2
  %got2 = call i64 @offset_from(ptr %base, ptr %word)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %got2, i64 16)
  %end = getelementptr { i32, ptr, i32 }, ptr %base, i64 1
  %got3 = call i64 @offset_from(ptr %base, ptr %end)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %got3, i64 24)
  ret i32 %r3
}

define i64 @offset_from(ptr %base, ptr %field) noinline {
  %base.address = ptrtoint ptr %base to i64
  %field.address = ptrtoint ptr %field to i64
  %offset = sub i64 %field.address, %base.address
  ret i64 %offset
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
