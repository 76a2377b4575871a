; Structures cross a call by value, through sret memory, as byval copies and as
; first-class results, and i128 values cross it whole.

%point = type { i32, i32 }
%record = type { i64, double, i32, [3 x i16] }

define %point @make_point(i32 %x, i32 %y) noinline {
  %partial = insertvalue %point undef, i32 %x, 0
  %whole = insertvalue %point %partial, i32 %y, 1
  ret %point %whole
}

; ORI-TARGETS: test_return_small_struct make_point
define i32 @test_return_small_struct() {
  %x = call i32 @opaque_i32(i32 -8)
  %y = call i32 @opaque_i32(i32 77)
  %point = call %point @make_point(i32 %x, i32 %y)
  %px = extractvalue %point %point, 0
  %py = extractvalue %point %point, 1
  %ok.1 = icmp eq i32 %px, -8
  %ok.2 = icmp eq i32 %py, 77
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define internal i32 @point_weight(%point %p, i32 %scale) noinline {
  %x = extractvalue %point %p, 0
  %y = extractvalue %point %p, 1
  %difference = sub i32 %x, %y
  %scaled = mul i32 %difference, %scale
  ret i32 %scaled
}

define i32 @test_pass_struct_by_value() {
  %x = call i32 @opaque_i32(i32 30)
  %y = call i32 @opaque_i32(i32 9)
  %scale = call i32 @opaque_i32(i32 5)
  %point = call %point @make_point(i32 %x, i32 %y)
  %weight = call i32 @point_weight(%point %point, i32 %scale)
  %ok = icmp eq i32 %weight, 105
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

define void @fill_record(ptr noalias sret(%record) %out, i64 %id, double %rate) noinline {
  %rate.place = getelementptr inbounds %record, ptr %out, i64 0, i32 1
  %count.place = getelementptr inbounds %record, ptr %out, i64 0, i32 2
  %tail.place = getelementptr inbounds %record, ptr %out, i64 0, i32 3, i64 2
  %count = trunc i64 %id to i32
  %tail = trunc i64 %id to i16
  store i64 %id, ptr %out
  store double %rate, ptr %rate.place
  store i32 %count, ptr %count.place
  store i16 %tail, ptr %tail.place
  ret void
}

; ORI-TARGETS: test_sret_memory fill_record
define i32 @test_sret_memory() {
  %out = alloca %record
  %id = call i64 @opaque_i64(i64 4295098371)
  %rate = call double @opaque_double(double 1.5)
  call void @fill_record(ptr sret(%record) %out, i64 %id, double %rate)
  %seen.id = load i64, ptr %out
  %rate.place = getelementptr inbounds %record, ptr %out, i64 0, i32 1
  %count.place = getelementptr inbounds %record, ptr %out, i64 0, i32 2
  %tail.place = getelementptr inbounds %record, ptr %out, i64 0, i32 3, i64 2
  %seen.rate = load double, ptr %rate.place
  %seen.count = load i32, ptr %count.place
  %seen.tail = load i16, ptr %tail.place
  %ok.1 = icmp eq i64 %seen.id, 4295098371
  %ok.2 = fcmp oeq double %seen.rate, 1.5
  %ok.3 = icmp eq i32 %seen.count, 131075
  %ok.4 = icmp eq i16 %seen.tail, 3
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The callee scribbles over its byval copy; the caller's original must not change.
define i32 @consume_copy(ptr byval([6 x i32]) %numbers) noinline {
  %last = getelementptr inbounds [6 x i32], ptr %numbers, i64 0, i64 5
  %first.value = load i32, ptr %numbers
  %last.value = load i32, ptr %last
  %sum = add i32 %first.value, %last.value
  store volatile i32 -1, ptr %numbers
  store volatile i32 -1, ptr %last
  ret i32 %sum
}

; ORI-TARGETS: test_byval_copy consume_copy
define i32 @test_byval_copy() {
  %numbers = alloca [6 x i32]
  %first = call i32 @opaque_i32(i32 40)
  %last = call i32 @opaque_i32(i32 600)
  %last.place = getelementptr inbounds [6 x i32], ptr %numbers, i64 0, i64 5
  store [6 x i32] zeroinitializer, ptr %numbers
  store i32 %first, ptr %numbers
  store i32 %last, ptr %last.place
  %once = call i32 @consume_copy(ptr byval([6 x i32]) %numbers)
  %twice = call i32 @consume_copy(ptr byval([6 x i32]) %numbers)
  %first.after = load i32, ptr %numbers
  %last.after = load i32, ptr %last.place
  %ok.1 = icmp eq i32 %once, 640
  %ok.2 = icmp eq i32 %twice, 640
  %ok.3 = icmp eq i32 %first.after, 40
  %ok.4 = icmp eq i32 %last.after, 600
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define { i64, i1 } @checked_subtract(i64 %a, i64 %b) noinline {
  %difference = sub i64 %a, %b
  %borrow = icmp ult i64 %a, %b
  %partial = insertvalue { i64, i1 } undef, i64 %difference, 0
  %whole = insertvalue { i64, i1 } %partial, i1 %borrow, 1
  ret { i64, i1 } %whole
}

; ORI-TARGETS: test_return_value_and_flag checked_subtract
define i32 @test_return_value_and_flag() {
  %small = call i64 @opaque_i64(i64 5)
  %large = call i64 @opaque_i64(i64 9000000000)
  %down = call { i64, i1 } @checked_subtract(i64 %large, i64 %small)
  %wrapped = call { i64, i1 } @checked_subtract(i64 %small, i64 %large)
  %down.value = extractvalue { i64, i1 } %down, 0
  %down.borrow = extractvalue { i64, i1 } %down, 1
  %wrapped.value = extractvalue { i64, i1 } %wrapped, 0
  %wrapped.borrow = extractvalue { i64, i1 } %wrapped, 1
  %ok.1 = icmp eq i64 %down.value, 8999999995
  %ok.2 = icmp eq i1 %down.borrow, false
  %ok.3 = icmp eq i64 %wrapped.value, -8999999995
  %ok.4 = icmp eq i1 %wrapped.borrow, true
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; i128 arguments between narrow neighbours, and an i128 result.
define i128 @scale_wide(i32 %before, i128 %wide, i32 %after) noinline {
  %before.wide = zext i32 %before to i128
  %after.wide = zext i32 %after to i128
  %product = mul i128 %wide, %before.wide
  %sum = add i128 %product, %after.wide
  ret i128 %sum
}

; ORI-TARGETS: test_i128_arguments scale_wide
define i32 @test_i128_arguments() {
  %low.seed = call i64 @opaque_i64(i64 -1)
  %high.seed = call i64 @opaque_i64(i64 1)
  %low = zext i64 %low.seed to i128
  %high = zext i64 %high.seed to i128
  %high.shifted = shl i128 %high, 64
  %wide = or i128 %high.shifted, %low
  %result = call i128 @scale_wide(i32 3, i128 %wide, i32 10)
  %result.low = trunc i128 %result to i64
  %result.top = lshr i128 %result, 64
  %result.high = trunc i128 %result.top to i64
  %ok.1 = icmp eq i64 %result.low, 7
  %ok.2 = icmp eq i64 %result.high, 6
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Four i128 values do not fit into the registers; the last ones lie in memory.
define internal i128 @pick_wide(i128 %a, i128 %b, i128 %c, i128 %d) noinline {
  %ab = sub i128 %a, %b
  %cd = sub i128 %c, %d
  %all = xor i128 %ab, %cd
  ret i128 %all
}

define i32 @test_i128_on_stack() {
  %x = call i64 @opaque_i64(i64 7)
  %x.wide = sext i64 %x to i128
  %a = shl i128 %x.wide, 100
  %b = shl i128 %x.wide, 64
  %c = shl i128 %x.wide, 33
  %r = call i128 @pick_wide(i128 %a, i128 %b, i128 %c, i128 %x.wide)
  %r.low = trunc i128 %r to i64
  %r.top = lshr i128 %r, 64
  %r.high = trunc i128 %r.top to i64
  %ok.1 = icmp eq i64 %r.low, 60129542137
  %ok.2 = icmp eq i64 %r.high, 481036337145
  %code.2 = select i1 %ok.2, i32 0, i32 2
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

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}
