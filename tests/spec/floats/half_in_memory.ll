; half as a storage type: moved, selected and reinterpreted without any change
; of its 16 bits. Arithmetic on it needs run-time routines on some machines.

@one.and.a.half = internal global half 0xH3E00
@numbers = internal global [4 x half] [half 0xH0000, half 0xH8000, half 0xH7C00, half 0xHFBFF]

; 1.5 is 0x3E00.
define i32 @test_load_bits() {
  %value = load volatile half, ptr @one.and.a.half
  %bits = bitcast half %value to i16
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %bits, i16 15872)
  ret i32 %r1
}

define i32 @test_store_bits() {
  %slot = alloca half
  %bits = call i16 @opaque_i16(i16 -17408)
  %value = bitcast i16 %bits to half
  store volatile half %value, ptr %slot
  %again = load volatile i16, ptr %slot
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %again, i16 -17408)
  ret i32 %r1
}

; Elements are two bytes apart.
define i32 @test_array_layout() {
  %second.place = getelementptr inbounds [4 x half], ptr @numbers, i64 0, i64 1
  %second = load volatile i16, ptr %second.place
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %second, i16 -32768)
  %all = load volatile i64, ptr @numbers
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %all, i64 -288375509539094528)
  %first = ptrtoint ptr @numbers to i64
  %second.address = ptrtoint ptr %second.place to i64
  %step = sub i64 %second.address, %first
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %step, i64 2)
  ret i32 %r3
}

define void @copy_halves(ptr %target, ptr %source, i64 %count) noinline {
entry:
  br label %loop

loop:
  %index = phi i64 [ 0, %entry ], [ %index.next, %loop ]
  %from = getelementptr inbounds half, ptr %source, i64 %index
  %to = getelementptr inbounds half, ptr %target, i64 %index
  %value = load half, ptr %from
  store half %value, ptr %to
  %index.next = add i64 %index, 1
  %more = icmp ult i64 %index.next, %count
  br i1 %more, label %loop, label %exit

exit:
  ret void
}

; ORI-TARGETS: test_copy_loop copy_halves
define i32 @test_copy_loop() {
  %target = alloca [4 x half], align 8
  call void @copy_halves(ptr %target, ptr @numbers, i64 4)
  %all = load volatile i64, ptr %target
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %all, i64 -288375509539094528)
  ret i32 %r1
}

; The place is selected, then the half is moved.
define i32 @test_select_between_places() {
  %fourth.place = getelementptr inbounds [4 x half], ptr @numbers, i64 0, i64 3
  %yes = call i1 @opaque_i1(i1 true)
  %place = select i1 %yes, ptr %fourth.place, ptr @one.and.a.half
  %value = load half, ptr %place
  %bits = bitcast half %value to i16
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %bits, i16 -1025)
  %no = call i1 @opaque_i1(i1 false)
  %other.place = select i1 %no, ptr %fourth.place, ptr @one.and.a.half
  %other = load half, ptr %other.place
  %other.bits = bitcast half %other to i16
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %other.bits, i16 15872)
  ret i32 %r2
}

; A signalling pattern survives a move.
define i32 @test_nan_payload_kept() {
  %slot = alloca i16
  %copy = alloca half
  store volatile i16 31745, ptr %slot
  %value = load half, ptr %slot
  store half %value, ptr %copy
  %bits = load volatile i16, ptr %copy
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %bits, i16 31745)
  ret i32 %r1
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
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
