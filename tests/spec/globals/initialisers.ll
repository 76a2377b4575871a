; Global variables start with the values they are given: scalars of every width,
; floating point, arrays, strings, structures, and zero where it says so.

@byte = internal global i8 -2
@half = internal global i16 -300
@word = internal global i32 305419896
@long = internal global i64 -81985529216486896
@wide = internal global i128 1208925819614629174706177
@odd = internal global i24 -5
@flag = internal global i1 true
@single = internal global float 0.15625
@real = internal global double -1024.5
@table = internal global [5 x i32] [i32 2, i32 3, i32 5, i32 7, i32 11]
@matrix = internal global [2 x [3 x i16]] [[3 x i16] [i16 1, i16 2, i16 3], [3 x i16] [i16 -4, i16 -5, i16 -6]]
@message = internal global [9 x i8] c"tab\09q\22z\5C\00"
@blank = internal global [4096 x i8] zeroinitializer
@zero.pair = internal global { i32, double } zeroinitializer
@lanes = internal global <4 x i16> <i16 10, i16 -20, i16 30, i16 -40>
@nothing = internal global ptr null

define i32 @test_integer_initialisers() {
  %b = load volatile i8, ptr @byte
  %h = load volatile i16, ptr @half
  %w = load volatile i32, ptr @word
  %l = load volatile i64, ptr @long
  %f = load volatile i1, ptr @flag
  %ok.1 = icmp eq i8 %b, -2
  %ok.2 = icmp eq i16 %h, -300
  %ok.3 = icmp eq i32 %w, 305419896
  %ok.4 = icmp eq i64 %l, -81985529216486896
  %ok.5 = icmp eq i1 %f, true
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; 2^80 + 1 in 128 bits, and a negative number in 24.
define i32 @test_odd_width_initialisers() {
  %w = load volatile i128, ptr @wide
  %w.low = trunc i128 %w to i64
  %w.top = lshr i128 %w, 64
  %w.high = trunc i128 %w.top to i64
  %o = load volatile i24, ptr @odd
  %o.wide = sext i24 %o to i32
  %ok.1 = icmp eq i64 %w.low, 1
  %ok.2 = icmp eq i64 %w.high, 65536
  %ok.3 = icmp eq i32 %o.wide, -5
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_floating_initialisers() {
  %s = load volatile float, ptr @single
  %r = load volatile double, ptr @real
  %s.bits = bitcast float %s to i32
  %r.bits = bitcast double %r to i64
  %ok.1 = icmp eq i32 %s.bits, 1042284544
  %ok.2 = fcmp oeq double %r, -1024.5
  %ok.3 = icmp eq i64 %r.bits, -4571151422757797888
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_array_initialiser() {
entry:
  %count = call i64 @opaque_i64(i64 5)
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %sum.next, %loop ]
  %place = getelementptr inbounds [5 x i32], ptr @table, i64 0, i64 %i
  %value = load volatile i32, ptr %place
  %shifted = mul i32 %sum, 3
  %sum.next = add i32 %shifted, %value
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  %ok = icmp eq i32 %sum.next, 320
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Rows of a matrix follow one another without gaps.
define i32 @test_matrix_initialiser() {
  %row = call i64 @opaque_i64(i64 1)
  %column = call i64 @opaque_i64(i64 2)
  %corner.place = getelementptr inbounds [2 x [3 x i16]], ptr @matrix, i64 0, i64 %row, i64 %column
  %corner = load i16, ptr %corner.place
  %origin = ptrtoint ptr @matrix to i64
  %address = ptrtoint ptr %corner.place to i64
  %distance = sub i64 %address, %origin
  %middle.place = getelementptr inbounds [2 x [3 x i16]], ptr @matrix, i64 0, i64 0, i64 %row
  %middle = load i16, ptr %middle.place
  %ok.1 = icmp eq i16 %corner, -6
  %ok.2 = icmp eq i64 %distance, 10
  %ok.3 = icmp eq i16 %middle, 2
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Escapes in a string constant stand for single bytes.
define i32 @test_string_escapes() {
  %at3 = getelementptr inbounds [9 x i8], ptr @message, i64 0, i64 3
  %at5 = getelementptr inbounds [9 x i8], ptr @message, i64 0, i64 5
  %at7 = getelementptr inbounds [9 x i8], ptr @message, i64 0, i64 7
  %at8 = getelementptr inbounds [9 x i8], ptr @message, i64 0, i64 8
  %tab = load volatile i8, ptr %at3
  %quote = load volatile i8, ptr %at5
  %backslash = load volatile i8, ptr %at7
  %end = load volatile i8, ptr %at8
  %ok.1 = icmp eq i8 %tab, 9
  %ok.2 = icmp eq i8 %quote, 34
  %ok.3 = icmp eq i8 %backslash, 92
  %ok.4 = icmp eq i8 %end, 0
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_zero_initialiser() {
entry:
  %size = call i64 @opaque_i64(i64 4096)
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %bits = phi i8 [ 0, %entry ], [ %bits.next, %loop ]
  %place = getelementptr inbounds [4096 x i8], ptr @blank, i64 0, i64 %i
  %byte = load volatile i8, ptr %place
  %bits.next = or i8 %bits, %byte
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %size
  br i1 %more, label %loop, label %exit

exit:
  %pair.double = getelementptr inbounds { i32, double }, ptr @zero.pair, i64 0, i32 1
  %first = load volatile i32, ptr @zero.pair
  %second = load volatile double, ptr %pair.double
  %second.bits = bitcast double %second to i64
  %pointer = load volatile ptr, ptr @nothing
  %ok.1 = icmp eq i8 %bits.next, 0
  %ok.2 = icmp eq i32 %first, 0
  %ok.3 = icmp eq i64 %second.bits, 0
  %ok.4 = icmp eq ptr %pointer, null
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_vector_initialiser() {
  %v = load volatile <4 x i16>, ptr @lanes
  %lane1 = extractelement <4 x i16> %v, i32 1
  %lane2 = extractelement <4 x i16> %v, i32 2
  %lane3 = extractelement <4 x i16> %v, i32 3
  %ok.1 = icmp eq i16 %lane1, -20
  %ok.2 = icmp eq i16 %lane2, 30
  %ok.3 = icmp eq i16 %lane3, -40
  %code.3 = select i1 %ok.3, i32 0, i32 3
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
