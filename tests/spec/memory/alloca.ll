; Stack slots: separate storage for every alloca, array and struct slots, and
; slots that are fresh in every activation of a recursive function.
; ORI-TARGETS: test_slots_of_recursive_calls sum_down_to_zero
; ORI-TARGETS: test_callee_writes_through_pointer store_twice

define i32 @test_slots_do_not_overlap() {
  %byte = alloca i8
  %word = alloca i32
  %quad = alloca i64
  %real = alloca double
  store volatile i8 -1, ptr %byte
  store volatile i32 305419896, ptr %word
  store volatile i64 -2, ptr %quad
  store volatile double 0.5, ptr %real
  %byte.back = load volatile i8, ptr %byte
  %word.back = load volatile i32, ptr %word
  %quad.back = load volatile i64, ptr %quad
  %real.back = load volatile double, ptr %real
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %byte.back, i8 -1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %word.back, i32 305419896)
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %quad.back, i64 -2)
  %r4 = call i32 @check_double(i32 %r3, i32 4, double %real.back, double 0.5)
  ret i32 %r4
}

define i32 @test_array_slot() {
  %array = alloca [5 x i16]
  br label %fill

fill:
  %index = phi i64 [ 0, %0 ], [ %index.next, %fill ]
  %square = mul i64 %index, %index
  %value = trunc i64 %square to i16
  %at = getelementptr inbounds [5 x i16], ptr %array, i64 0, i64 %index
  store volatile i16 %value, ptr %at
  %index.next = add i64 %index, 1
  %filled = icmp eq i64 %index.next, 5
  br i1 %filled, label %out, label %fill

out:
  %second.at = getelementptr inbounds [5 x i16], ptr %array, i64 0, i64 1
  %second = load volatile i16, ptr %second.at
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %second, i16 1)
  %last.at = getelementptr inbounds [5 x i16], ptr %array, i64 0, i64 4
  %last = load volatile i16, ptr %last.at
  %r2 = call i32 @check_i16(i32 %r1, i32 2, i16 %last, i16 16)
  ret i32 %r2
}

; alloca with a constant element count.
define i32 @test_counted_slot() {
  %words = alloca i32, i32 3
  %second.at = getelementptr inbounds i32, ptr %words, i64 1
  %third.at = getelementptr inbounds i32, ptr %words, i64 2
  store volatile i32 10, ptr %words
  store volatile i32 20, ptr %second.at
  store volatile i32 30, ptr %third.at
  %first = load volatile i32, ptr %words
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 10)
  %second = load volatile i32, ptr %second.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 20)
  %third = load volatile i32, ptr %third.at
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %third, i32 30)
  ret i32 %r3
}

define i32 @test_whole_struct_store_and_load() {
  %slot = alloca { i32, i8, i64 }
  %word = call i32 @opaque_i32(i32 -7)
  %quad = call i64 @opaque_i64(i64 5000000000)
  %first = insertvalue { i32, i8, i64 } { i32 0, i8 9, i64 0 }, i32 %word, 0
  %full = insertvalue { i32, i8, i64 } %first, i64 %quad, 2
  store volatile { i32, i8, i64 } %full, ptr %slot
  %loaded = load volatile { i32, i8, i64 }, ptr %slot
  %word.back = extractvalue { i32, i8, i64 } %loaded, 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %word.back, i32 -7)
  %byte.back = extractvalue { i32, i8, i64 } %loaded, 1
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %byte.back, i8 9)
  %quad.back = extractvalue { i32, i8, i64 } %loaded, 2
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %quad.back, i64 5000000000)
  ret i32 %r3
}

define i32 @test_callee_writes_through_pointer() {
  %slot = alloca i32
  store i32 21, ptr %slot
  call void @store_twice(ptr %slot)
  %doubled = load i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %doubled, i32 42)
  ret i32 %r1
}

; Each activation keeps its own value alive across the inner call.
define i32 @test_slots_of_recursive_calls() {
  %got1 = call i32 @sum_down_to_zero(i32 10)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 55)
  %got2 = call i32 @sum_down_to_zero(i32 1000)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 500500)
  ret i32 %r2
}

define i32 @test_odd_width_slot() {
  %slot = alloca i37
  %value = call i37 @opaque_i37(i37 -34359738369)
  store volatile i37 %value, ptr %slot
  %back = load volatile i37, ptr %slot
  %wide = sext i37 %back to i64
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %wide, i64 -34359738369)
  ret i32 %r1
}

define void @store_twice(ptr %slot) noinline {
  %value = load i32, ptr %slot
  %doubled = shl i32 %value, 1
  store i32 %doubled, ptr %slot
  ret void
}

define i32 @sum_down_to_zero(i32 %n) noinline {
  %mine = alloca i32
  store volatile i32 %n, ptr %mine
  %done = icmp eq i32 %n, 0
  br i1 %done, label %out, label %inner

inner:
  %below = sub i32 %n, 1
  %rest = call i32 @sum_down_to_zero(i32 %below)
  %own = load volatile i32, ptr %mine
  %sum = add i32 %own, %rest
  ret i32 %sum

out:
  ret i32 0
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
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

define internal i37 @opaque_i37(i37 %value) noinline {
  %slot = alloca i37
  store volatile i37 %value, ptr %slot
  %seen = load volatile i37, ptr %slot
  ret i37 %seen
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

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_double(i32 %prior, i32 %code, double %got, double %want) noinline {
  %same = fcmp oeq double %got, %want
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
