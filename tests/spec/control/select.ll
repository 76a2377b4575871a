; The select instruction yields its first value on a true condition and its
; second on a false one, for every kind of value and lane by lane for vectors.

define internal i32 @clamp(i32 %value, i32 %low, i32 %high) noinline {
  %under = icmp slt i32 %value, %low
  %raised = select i1 %under, i32 %low, i32 %value
  %over = icmp sgt i32 %raised, %high
  %clamped = select i1 %over, i32 %high, i32 %raised
  ret i32 %clamped
}

define i32 @test_clamp() {
  %low = call i32 @opaque_i32(i32 -10)
  %high = call i32 @opaque_i32(i32 10)
  %inside = call i32 @clamp(i32 3, i32 %low, i32 %high)
  %under = call i32 @clamp(i32 -2147483648, i32 %low, i32 %high)
  %over = call i32 @clamp(i32 11, i32 %low, i32 %high)
  %edge = call i32 @clamp(i32 -10, i32 %low, i32 %high)
  %ok.1 = icmp eq i32 %inside, 3
  %ok.2 = icmp eq i32 %under, -10
  %ok.3 = icmp eq i32 %over, 10
  %ok.4 = icmp eq i32 %edge, -10
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The same bits order differently as signed and as unsigned numbers.
define i32 @test_signed_and_unsigned_minimum() {
  %a = call i32 @opaque_i32(i32 -1)
  %b = call i32 @opaque_i32(i32 1)
  %signed.less = icmp slt i32 %a, %b
  %unsigned.less = icmp ult i32 %a, %b
  %signed.min = select i1 %signed.less, i32 %a, i32 %b
  %unsigned.min = select i1 %unsigned.less, i32 %a, i32 %b
  %ok.1 = icmp eq i32 %signed.min, -1
  %ok.2 = icmp eq i32 %unsigned.min, 1
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_select_double() {
  %x = call double @opaque_double(double -3.5)
  %negative = fcmp olt double %x, 0.0
  %flipped = fneg double %x
  %magnitude = select i1 %negative, double %flipped, double %x
  %again = fcmp olt double %magnitude, 0.0
  %kept = select i1 %again, double 0.0, double %magnitude
  %ok.1 = fcmp oeq double %magnitude, 3.5
  %ok.2 = fcmp oeq double %kept, 3.5
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; An unordered comparison with a NaN takes the false side.
define i32 @test_select_on_nan() {
  %nan = call double @opaque_double(double 0x7FF8000000000000)
  %one = call double @opaque_double(double 1.0)
  %less = fcmp olt double %nan, %one
  %not.less = fcmp uge double %nan, %one
  %ordered = select i1 %less, i32 1, i32 2
  %unordered = select i1 %not.less, i32 3, i32 4
  %ok.1 = icmp eq i32 %ordered, 2
  %ok.2 = icmp eq i32 %unordered, 3
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Chosen pointers may be stored through.
define i32 @test_select_pointer() {
  %left = alloca i32
  %right = alloca i32
  store i32 1, ptr %left
  store i32 2, ptr %right
  %yes = call i1 @opaque_i1(i1 true)
  %no = call i1 @opaque_i1(i1 false)
  %first = select i1 %yes, ptr %left, ptr %right
  %second = select i1 %no, ptr %left, ptr %right
  store i32 30, ptr %first
  %seen = load i32, ptr %second
  %now = load i32, ptr %left
  %ok.1 = icmp eq i32 %seen, 2
  %ok.2 = icmp eq i32 %now, 30
  %ok.3 = icmp eq ptr %second, %right
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A vector of conditions chooses each lane by itself.
define i32 @test_select_vector_lanes() {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> <i32 5, i32 -6, i32 7, i32 -8>, ptr %slot
  %v = load volatile <4 x i32>, ptr %slot
  %negative = icmp slt <4 x i32> %v, zeroinitializer
  %flipped = sub <4 x i32> zeroinitializer, %v
  %absolute = select <4 x i1> %negative, <4 x i32> %flipped, <4 x i32> %v
  %lane0 = extractelement <4 x i32> %absolute, i32 0
  %lane1 = extractelement <4 x i32> %absolute, i32 1
  %lane2 = extractelement <4 x i32> %absolute, i32 2
  %lane3 = extractelement <4 x i32> %absolute, i32 3
  %ok.1 = icmp eq i32 %lane0, 5
  %ok.2 = icmp eq i32 %lane1, 6
  %ok.3 = icmp eq i32 %lane2, 7
  %ok.4 = icmp eq i32 %lane3, 8
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; One scalar condition chooses a whole vector.
define i32 @test_select_whole_vector() {
  %slot = alloca <2 x i64>
  store volatile <2 x i64> <i64 100, i64 200>, ptr %slot
  %v = load volatile <2 x i64>, ptr %slot
  %no = call i1 @opaque_i1(i1 false)
  %w = select i1 %no, <2 x i64> zeroinitializer, <2 x i64> %v
  %lane0 = extractelement <2 x i64> %w, i32 0
  %lane1 = extractelement <2 x i64> %w, i32 1
  %ok.1 = icmp eq i64 %lane0, 100
  %ok.2 = icmp eq i64 %lane1, 200
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A chain of selects finds the median of three.
define internal i32 @median(i32 %a, i32 %b, i32 %c) noinline {
  %ab = icmp sgt i32 %a, %b
  %low = select i1 %ab, i32 %b, i32 %a
  %high = select i1 %ab, i32 %a, i32 %b
  %c.above.low = icmp sgt i32 %c, %low
  %upper = select i1 %c.above.low, i32 %c, i32 %low
  %upper.below = icmp slt i32 %upper, %high
  %middle = select i1 %upper.below, i32 %upper, i32 %high
  ret i32 %middle
}

define i32 @test_select_chain_median() {
  %x = call i32 @opaque_i32(i32 -5)
  %y = call i32 @opaque_i32(i32 40)
  %z = call i32 @opaque_i32(i32 17)
  %xyz = call i32 @median(i32 %x, i32 %y, i32 %z)
  %zyx = call i32 @median(i32 %z, i32 %y, i32 %x)
  %yxz = call i32 @median(i32 %y, i32 %x, i32 %z)
  %yyx = call i32 @median(i32 %y, i32 %y, i32 %x)
  %ok.1 = icmp eq i32 %xyz, 17
  %ok.2 = icmp eq i32 %zyx, 17
  %ok.3 = icmp eq i32 %yxz, 17
  %ok.4 = icmp eq i32 %yyx, 40
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A select of i1 values works as a short-circuit and.
define i32 @test_select_boolean() {
  %t = call i1 @opaque_i1(i1 true)
  %f = call i1 @opaque_i1(i1 false)
  %t.and.f = select i1 %t, i1 %f, i1 false
  %t.and.t = select i1 %t, i1 %t, i1 false
  %f.or.t = select i1 %f, i1 true, i1 %t
  %ok.1 = icmp eq i1 %t.and.f, false
  %ok.2 = icmp eq i1 %t.and.t, true
  %ok.3 = icmp eq i1 %f.or.t, true
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

declare i32 @getpagesize()

; ORI-SKIP: test_select_page_size the size of a page depends on the platform
define i32 @test_select_page_size() {
  %size = call i32 @getpagesize()
  %usual = icmp eq i32 %size, 4096
  %shown = select i1 %usual, i32 0, i32 1
  ret i32 %shown
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal double @opaque_double(double %value) noinline {
  %slot = alloca double
  store volatile double %value, ptr %slot
  %seen = load volatile double, ptr %slot
  ret double %seen
}

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}
