; Alignment of globals and allocas is honoured, accesses of lesser alignment are
; correct, and structures are laid out with the padding their fields ask for.

@aligned16 = internal global i8 1, align 16
@aligned64 = internal global [3 x i8] c"abc", align 64
@aligned256 = internal global i32 9, align 256
@bytes = internal global [12 x i8] c"\01\02\03\04\05\06\07\08\09\0A\0B\0C", align 8
@padded = internal global { i8, i32, i16 } { i8 1, i32 -2, i16 3 }
@packed = internal global <{ i8, i64, i16 }> <{ i8 1, i64 -2, i16 3 }>

define internal i64 @low_bits(ptr %address, i64 %alignment) noinline {
  %number = ptrtoint ptr %address to i64
  %mask = sub i64 %alignment, 1
  %bits = and i64 %number, %mask
  ret i64 %bits
}

; The pointer comes out of volatile memory, so that its bits are really looked at.
define internal ptr @opaque_address(ptr %address) noinline {
  %slot = alloca ptr
  store volatile ptr %address, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

define i32 @test_global_alignment() {
  %a16 = call ptr @opaque_address(ptr @aligned16)
  %a64 = call ptr @opaque_address(ptr @aligned64)
  %a256 = call ptr @opaque_address(ptr @aligned256)
  %rest16 = call i64 @low_bits(ptr %a16, i64 16)
  %rest64 = call i64 @low_bits(ptr %a64, i64 64)
  %rest256 = call i64 @low_bits(ptr %a256, i64 256)
  %ok.1 = icmp eq i64 %rest16, 0
  %ok.2 = icmp eq i64 %rest64, 0
  %ok.3 = icmp eq i64 %rest256, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_alloca_alignment() {
  %small = alloca i8, align 1
  %large = alloca [5 x i8], align 128
  %other = alloca i32, align 32
  store volatile i8 1, ptr %small
  %large.seen = call ptr @opaque_address(ptr %large)
  %other.seen = call ptr @opaque_address(ptr %other)
  %large.rest = call i64 @low_bits(ptr %large.seen, i64 128)
  %other.rest = call i64 @low_bits(ptr %other.seen, i64 32)
  %ok.1 = icmp eq i64 %large.rest, 0
  %ok.2 = icmp eq i64 %other.rest, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A word stored at an odd address is read back whole, and its neighbours stay.
define i32 @test_unaligned_access() {
  %copy = alloca [12 x i8], align 8
  %all = load [12 x i8], ptr @bytes
  store [12 x i8] %all, ptr %copy
  %value = call i32 @opaque_i32(i32 -559038737)
  %odd = getelementptr inbounds i8, ptr %copy, i64 3
  store volatile i32 %value, ptr %odd, align 1
  %back = load volatile i32, ptr %odd, align 1
  %before.place = getelementptr inbounds i8, ptr %copy, i64 2
  %after.place = getelementptr inbounds i8, ptr %copy, i64 7
  %before = load volatile i8, ptr %before.place
  %after = load volatile i8, ptr %after.place
  %ok.1 = icmp eq i32 %back, -559038737
  %ok.2 = icmp eq i8 %before, 3
  %ok.3 = icmp eq i8 %after, 8
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_natural_padding() {
  %start = call ptr @opaque_address(ptr @padded)
  %word.place = getelementptr inbounds { i8, i32, i16 }, ptr %start, i64 0, i32 1
  %next = getelementptr inbounds { i8, i32, i16 }, ptr %start, i64 1
  %word.rest = call i64 @low_bits(ptr %word.place, i64 4)
  %start.number = ptrtoint ptr %start to i64
  %next.number = ptrtoint ptr %next to i64
  %word.number = ptrtoint ptr %word.place to i64
  %size = sub i64 %next.number, %start.number
  %offset = sub i64 %word.number, %start.number
  %word = load i32, ptr %word.place
  %ok.1 = icmp eq i64 %word.rest, 0
  %ok.2 = icmp eq i64 %size, 12
  %ok.3 = icmp eq i64 %offset, 4
  %ok.4 = icmp eq i32 %word, -2
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_packed_has_no_padding() {
  %start = call ptr @opaque_address(ptr @packed)
  %long.place = getelementptr inbounds <{ i8, i64, i16 }>, ptr %start, i64 0, i32 1
  %next = getelementptr inbounds <{ i8, i64, i16 }>, ptr %start, i64 1
  %start.number = ptrtoint ptr %start to i64
  %next.number = ptrtoint ptr %next to i64
  %long.number = ptrtoint ptr %long.place to i64
  %size = sub i64 %next.number, %start.number
  %offset = sub i64 %long.number, %start.number
  %long = load i64, ptr %long.place, align 1
  %ok.1 = icmp eq i64 %size, 11
  %ok.2 = icmp eq i64 %offset, 1
  %ok.3 = icmp eq i64 %long, -2
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; ORI-SKIP: test_byte_order the first byte of a word depends on the byte order
define i32 @test_byte_order() {
  %word = alloca i32
  store volatile i32 67305985, ptr %word
  %first = load volatile i8, ptr %word
  %ok = icmp eq i8 %first, 1
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
