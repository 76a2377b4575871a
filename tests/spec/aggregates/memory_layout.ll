; Aggregates in memory: arrays of structures, packed structures, whole-aggregate
; loads and stores, and member addresses worked out by getelementptr.

%particle = type { i32, double, i8 }
%header = type <{ i8, i32, i16, i64 }>

@particles = internal global [3 x %particle] [
  %particle { i32 100, double 0.5, i8 1 },
  %particle { i32 200, double 1.5, i8 2 },
  %particle { i32 300, double 2.5, i8 3 }
]

; Sums i * weight over the whole array.
define i32 @test_array_of_structs() {
entry:
  %count = call i64 @opaque_i64(i64 3)
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %total = phi double [ 0.0, %entry ], [ %total.next, %loop ]
  %tags = phi i32 [ 0, %entry ], [ %tags.next, %loop ]
  %mass.place = getelementptr inbounds [3 x %particle], ptr @particles, i64 0, i64 %i, i32 0
  %speed.place = getelementptr inbounds [3 x %particle], ptr @particles, i64 0, i64 %i, i32 1
  %tag.place = getelementptr inbounds [3 x %particle], ptr @particles, i64 0, i64 %i, i32 2
  %mass = load volatile i32, ptr %mass.place
  %speed = load volatile double, ptr %speed.place
  %tag = load volatile i8, ptr %tag.place
  %mass.real = sitofp i32 %mass to double
  %momentum = fmul double %mass.real, %speed
  %total.next = fadd double %total, %momentum
  %tag.wide = zext i8 %tag to i32
  %shifted = mul i32 %tags, 10
  %tags.next = add i32 %shifted, %tag.wide
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %count
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = fcmp oeq double %total.next, 1100.0
  %ok.2 = icmp eq i32 %tags.next, 123
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A structure loaded whole and stored whole elsewhere is the same structure.
define i32 @test_copy_struct() {
  %copy = alloca %particle
  %index = call i64 @opaque_i64(i64 1)
  %source = getelementptr inbounds [3 x %particle], ptr @particles, i64 0, i64 %index
  %whole = load %particle, ptr %source
  store %particle %whole, ptr %copy
  %speed.place = getelementptr inbounds %particle, ptr %copy, i64 0, i32 1
  %tag.place = getelementptr inbounds %particle, ptr %copy, i64 0, i32 2
  %mass = load volatile i32, ptr %copy
  %speed = load volatile double, ptr %speed.place
  %tag = load volatile i8, ptr %tag.place
  %ok.1 = icmp eq i32 %mass, 200
  %ok.2 = fcmp oeq double %speed, 1.5
  %ok.3 = icmp eq i8 %tag, 2
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Packed members lie next to each other and are read back across odd addresses.
define i32 @test_packed_struct() {
  %header = alloca %header
  %kind = call i8 @opaque_i8(i8 -3)
  %size = call i32 @opaque_i32(i32 -123456789)
  %check = call i16 @opaque_i16(i16 -21555)
  %stamp = call i64 @opaque_i64(i64 1311768467463790320)
  %h0 = insertvalue %header undef, i8 %kind, 0
  %h1 = insertvalue %header %h0, i32 %size, 1
  %h2 = insertvalue %header %h1, i16 %check, 2
  %h3 = insertvalue %header %h2, i64 %stamp, 3
  store %header %h3, ptr %header, align 1
  %size.place = getelementptr inbounds i8, ptr %header, i64 1
  %check.place = getelementptr inbounds i8, ptr %header, i64 5
  %stamp.place = getelementptr inbounds i8, ptr %header, i64 7
  %size.back = load volatile i32, ptr %size.place, align 1
  %check.back = load volatile i16, ptr %check.place, align 1
  %stamp.back = load volatile i64, ptr %stamp.place, align 1
  %ok.1 = icmp eq i32 %size.back, -123456789
  %ok.2 = icmp eq i16 %check.back, -21555
  %ok.3 = icmp eq i64 %stamp.back, 1311768467463790320
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; An array of packed structures has a stride without padding.
define i32 @test_packed_stride() {
  %headers = alloca [4 x %header]
  %index = call i64 @opaque_i64(i64 3)
  %place = getelementptr inbounds [4 x %header], ptr %headers, i64 0, i64 %index, i32 3
  %start = ptrtoint ptr %headers to i64
  %address = ptrtoint ptr %place to i64
  %offset = sub i64 %address, %start
  store i64 77, ptr %place, align 1
  %back = load volatile i64, ptr %place, align 1
  %ok.1 = icmp eq i64 %offset, 52
  %ok.2 = icmp eq i64 %back, 77
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A matrix transposed in place through computed addresses.
define i32 @test_transpose_matrix() {
entry:
  %matrix = alloca [3 x [3 x i32]]
  %seed = call i32 @opaque_i32(i32 1)
  br label %fill

fill:
  %f = phi i64 [ 0, %entry ], [ %f.next, %fill ]
  %value = phi i32 [ %seed, %entry ], [ %value.next, %fill ]
  %cell = getelementptr inbounds i32, ptr %matrix, i64 %f
  store i32 %value, ptr %cell
  %value.next = add i32 %value, 1
  %f.next = add i64 %f, 1
  %filling = icmp ult i64 %f.next, 9
  br i1 %filling, label %fill, label %row

row:
  %i = phi i64 [ 1, %fill ], [ %i.next, %row.latch ]
  br label %column

column:
  %j = phi i64 [ 0, %row ], [ %j.next, %column ]
  %low = getelementptr inbounds [3 x [3 x i32]], ptr %matrix, i64 0, i64 %i, i64 %j
  %high = getelementptr inbounds [3 x [3 x i32]], ptr %matrix, i64 0, i64 %j, i64 %i
  %low.value = load i32, ptr %low
  %high.value = load i32, ptr %high
  store i32 %high.value, ptr %low
  store i32 %low.value, ptr %high
  %j.next = add i64 %j, 1
  %column.more = icmp ult i64 %j.next, %i
  br i1 %column.more, label %column, label %row.latch

row.latch:
  %i.next = add i64 %i, 1
  %row.more = icmp ult i64 %i.next, 3
  br i1 %row.more, label %row, label %exit

exit:
  %rows = load [3 x [3 x i32]], ptr %matrix
  %e01 = extractvalue [3 x [3 x i32]] %rows, 0, 1
  %e02 = extractvalue [3 x [3 x i32]] %rows, 0, 2
  %e11 = extractvalue [3 x [3 x i32]] %rows, 1, 1
  %e12 = extractvalue [3 x [3 x i32]] %rows, 1, 2
  %e20 = extractvalue [3 x [3 x i32]] %rows, 2, 0
  %ok.1 = icmp eq i32 %e01, 4
  %ok.2 = icmp eq i32 %e02, 7
  %ok.3 = icmp eq i32 %e11, 5
  %ok.4 = icmp eq i32 %e12, 8
  %ok.5 = icmp eq i32 %e20, 3
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A structure that holds an array of structures, indexed at both levels.
%team = type { i16, [2 x { i8, i32 }] }

define i32 @test_nested_addresses() {
  %teams = alloca [2 x %team]
  store [2 x %team] zeroinitializer, ptr %teams
  %one = call i64 @opaque_i64(i64 1)
  %score = getelementptr inbounds [2 x %team], ptr %teams, i64 0, i64 %one, i32 1, i64 %one, i32 1
  store i32 900, ptr %score
  %all = load [2 x %team], ptr %teams
  %set = extractvalue [2 x %team] %all, 1, 1, 1, 1
  %beside = extractvalue [2 x %team] %all, 1, 1, 0, 1
  %other = extractvalue [2 x %team] %all, 0, 1, 1, 1
  %ok.1 = icmp eq i32 %set, 900
  %ok.2 = icmp eq i32 %beside, 0
  %ok.3 = icmp eq i32 %other, 0
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

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}
