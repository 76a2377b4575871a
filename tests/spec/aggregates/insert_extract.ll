; The insertvalue and extractvalue instructions change and read one member of an
; aggregate, at any depth, and leave all the others alone.

%inner = type { i16, [3 x i32] }
%outer = type { i64, %inner, double }

@template = internal global %outer { i64 1, %inner { i16 2, [3 x i32] [i32 3, i32 4, i32 5] }, double 6.0 }

define i32 @test_insert_flat() {
  %a = call i32 @opaque_i32(i32 11)
  %b = call i32 @opaque_i32(i32 22)
  %c = call i32 @opaque_i32(i32 33)
  %v0 = insertvalue { i32, i32, i32 } undef, i32 %a, 0
  %v1 = insertvalue { i32, i32, i32 } %v0, i32 %b, 1
  %v2 = insertvalue { i32, i32, i32 } %v1, i32 %c, 2
  %first = extractvalue { i32, i32, i32 } %v2, 0
  %second = extractvalue { i32, i32, i32 } %v2, 1
  %third = extractvalue { i32, i32, i32 } %v2, 2
  %ok.1 = icmp eq i32 %first, 11
  %ok.2 = icmp eq i32 %second, 22
  %ok.3 = icmp eq i32 %third, 33
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_extract_nested() {
  %whole = load volatile %outer, ptr @template
  %id = extractvalue %outer %whole, 0
  %tag = extractvalue %outer %whole, 1, 0
  %last = extractvalue %outer %whole, 1, 1, 2
  %real = extractvalue %outer %whole, 2
  %ok.1 = icmp eq i64 %id, 1
  %ok.2 = icmp eq i16 %tag, 2
  %ok.3 = icmp eq i32 %last, 5
  %ok.4 = fcmp oeq double %real, 6.0
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Replacing one deep member leaves its neighbours and the original as they were.
define i32 @test_insert_nested() {
  %whole = load volatile %outer, ptr @template
  %new = call i32 @opaque_i32(i32 44)
  %changed = insertvalue %outer %whole, i32 %new, 1, 1, 1
  %before = extractvalue %outer %changed, 1, 1, 0
  %middle = extractvalue %outer %changed, 1, 1, 1
  %after = extractvalue %outer %changed, 1, 1, 2
  %original = extractvalue %outer %whole, 1, 1, 1
  %ok.1 = icmp eq i32 %before, 3
  %ok.2 = icmp eq i32 %middle, 44
  %ok.3 = icmp eq i32 %after, 5
  %ok.4 = icmp eq i32 %original, 4
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A whole sub-aggregate is taken out of one place and put into another.
define i32 @test_move_sub_aggregate() {
  %whole = load volatile %outer, ptr @template
  %part = extractvalue %outer %whole, 1
  %tag = call i16 @opaque_i16(i16 99)
  %part.changed = insertvalue %inner %part, i16 %tag, 0
  %pair0 = insertvalue { %inner, %inner } undef, %inner %part.changed, 0
  %pair1 = insertvalue { %inner, %inner } %pair0, %inner %part, 1
  %first.tag = extractvalue { %inner, %inner } %pair1, 0, 0
  %first.last = extractvalue { %inner, %inner } %pair1, 0, 1, 2
  %second.tag = extractvalue { %inner, %inner } %pair1, 1, 0
  %ok.1 = icmp eq i16 %first.tag, 99
  %ok.2 = icmp eq i32 %first.last, 5
  %ok.3 = icmp eq i16 %second.tag, 2
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The last of several insertions at one index wins.
define i32 @test_overwrite_member() {
  %x = call i64 @opaque_i64(i64 5)
  %y = call i64 @opaque_i64(i64 6)
  %v0 = insertvalue [2 x i64] zeroinitializer, i64 %x, 1
  %v1 = insertvalue [2 x i64] %v0, i64 %y, 1
  %untouched = extractvalue [2 x i64] %v1, 0
  %last = extractvalue [2 x i64] %v1, 1
  %earlier = extractvalue [2 x i64] %v0, 1
  %ok.1 = icmp eq i64 %untouched, 0
  %ok.2 = icmp eq i64 %last, 6
  %ok.3 = icmp eq i64 %earlier, 5
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Members of different kinds: a vector, a pointer, a flag and a float.
define i32 @test_mixed_members() {
  %cell = alloca i32
  store i32 8, ptr %cell
  %yes = call i1 @opaque_i1(i1 true)
  %quarter = call float @opaque_float(float 0.25)
  %v0 = insertvalue { <2 x i32>, ptr, i1, float } zeroinitializer, <2 x i32> <i32 3, i32 4>, 0
  %v1 = insertvalue { <2 x i32>, ptr, i1, float } %v0, ptr %cell, 1
  %v2 = insertvalue { <2 x i32>, ptr, i1, float } %v1, i1 %yes, 2
  %v3 = insertvalue { <2 x i32>, ptr, i1, float } %v2, float %quarter, 3
  %slot = alloca { <2 x i32>, ptr, i1, float }
  store volatile { <2 x i32>, ptr, i1, float } %v3, ptr %slot
  %back = load volatile { <2 x i32>, ptr, i1, float }, ptr %slot
  %vector = extractvalue { <2 x i32>, ptr, i1, float } %back, 0
  %lane = extractelement <2 x i32> %vector, i32 1
  %pointer = extractvalue { <2 x i32>, ptr, i1, float } %back, 1
  %pointed = load i32, ptr %pointer
  %flag = extractvalue { <2 x i32>, ptr, i1, float } %back, 2
  %real = extractvalue { <2 x i32>, ptr, i1, float } %back, 3
  %ok.1 = icmp eq i32 %lane, 4
  %ok.2 = icmp eq i32 %pointed, 8
  %ok.3 = icmp eq i1 %flag, true
  %ok.4 = fcmp oeq float %real, 0.25
  %code.4 = select i1 %ok.4, i32 0, i32 4
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

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

define internal float @opaque_float(float %value) noinline {
  %slot = alloca float
  store volatile float %value, ptr %slot
  %seen = load volatile float, ptr %slot
  ret float %seen
}
