; Whole-vector loads and stores: aligned and unaligned, lane order in memory,
; and vectors inside arrays and structs.

@table = internal global [3 x <4 x i32>] [<4 x i32> <i32 1, i32 2, i32 3, i32 4>, <4 x i32> <i32 5, i32 6, i32 7, i32 8>, <4 x i32> <i32 9, i32 10, i32 11, i32 12>], align 16
@bytes = internal global [20 x i8] c"\00\01\02\03\04\05\06\07\08\09\0A\0B\0C\0D\0E\0F\10\11\12\13", align 16

define i32 @test_lane_zero_is_at_lowest_address() {
  %slot = alloca <4 x i32>, align 16
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 20, i32 30, i32 40>)
  store <4 x i32> %value, ptr %slot, align 16
  %first = load volatile i32, ptr %slot
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 10)
  %third.at = getelementptr inbounds i32, ptr %slot, i64 2
  %third = load volatile i32, ptr %third.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %third, i32 30)
  ret i32 %r2
}

define i32 @test_unaligned_load_v16i8() {
  %start = getelementptr inbounds i8, ptr @bytes, i64 3
  %from = call ptr @opaque_ptr(ptr %start)
  %loaded = load <16 x i8>, ptr %from, align 1
  %r1 = call i32 @check_v16i8(i32 0, i32 1, <16 x i8> %loaded, <16 x i8> <i8 3, i8 4, i8 5, i8 6, i8 7, i8 8, i8 9, i8 10, i8 11, i8 12, i8 13, i8 14, i8 15, i8 16, i8 17, i8 18>)
  ret i32 %r1
}

; Stores 16 bytes at offset 5 and looks at the bytes on either side.
define i32 @test_unaligned_store_v4i32() {
  %buffer = alloca [24 x i8], align 16
  call void @llvm.memset.p0.i64(ptr %buffer, i8 85, i64 24, i1 true)
  %at = getelementptr inbounds i8, ptr %buffer, i64 5
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 -1, i32 2, i32 -2>)
  store <4 x i32> %value, ptr %at, align 1
  %back = load volatile <4 x i32>, ptr %at, align 1
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %back, <4 x i32> <i32 1, i32 -1, i32 2, i32 -2>)
  %before.at = getelementptr inbounds i8, ptr %buffer, i64 4
  %before = load volatile i8, ptr %before.at
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %before, i8 85)
  %after.at = getelementptr inbounds i8, ptr %buffer, i64 21
  %after = load volatile i8, ptr %after.at
  %r3 = call i32 @check_i8(i32 %r2, i32 3, i8 %after, i8 85)
  ret i32 %r3
}

define i32 @test_array_of_vectors() {
  %row = call i64 @opaque_i64(i64 2)
  %at = getelementptr inbounds [3 x <4 x i32>], ptr @table, i64 0, i64 %row
  %vector = load <4 x i32>, ptr %at
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %vector, <4 x i32> <i32 9, i32 10, i32 11, i32 12>)
  %lane.at = getelementptr inbounds [3 x <4 x i32>], ptr @table, i64 0, i64 1, i64 %row
  %lane = load volatile i32, ptr %lane.at
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %lane, i32 7)
  ret i32 %r2
}

define i32 @test_vector_in_struct() {
  %record = alloca { i32, <2 x double>, i32 }, align 16
  %middle = call <2 x double> @opaque_v2f64(<2 x double> <double 1.5, double -1.5>)
  store volatile i32 111, ptr %record
  %pair.at = getelementptr inbounds { i32, <2 x double>, i32 }, ptr %record, i64 0, i32 1
  %tail.at = getelementptr inbounds { i32, <2 x double>, i32 }, ptr %record, i64 0, i32 2
  store volatile i32 222, ptr %tail.at
  store <2 x double> %middle, ptr %pair.at
  %pair = load volatile <2 x double>, ptr %pair.at
  %r1 = call i32 @check_v2f64(i32 0, i32 1, <2 x double> %pair, <2 x double> <double 1.5, double -1.5>)
  %head = load volatile i32, ptr %record
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %head, i32 111)
  %tail = load volatile i32, ptr %tail.at
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %tail, i32 222)
  ret i32 %r3
}

define i32 @test_store_wide_read_halves() {
  %slot = alloca <8 x i32>, align 32
  %value = call <8 x i32> @opaque_v8i32(<8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>)
  store volatile <8 x i32> %value, ptr %slot
  %low = load <4 x i32>, ptr %slot, align 16
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %low, <4 x i32> <i32 0, i32 1, i32 2, i32 3>)
  %high.at = getelementptr inbounds <4 x i32>, ptr %slot, i64 1
  %high = load <4 x i32>, ptr %high.at, align 16
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %high, <4 x i32> <i32 4, i32 5, i32 6, i32 7>)
  ret i32 %r2
}

define i32 @test_bit_vector_survives_memory() {
  %value = call <8 x i32> @opaque_v8i32(<8 x i32> <i32 1, i32 0, i32 0, i32 1, i32 1, i32 1, i32 0, i32 1>)
  %slot = alloca <8 x i1>
  %flags = icmp ne <8 x i32> %value, zeroinitializer
  store volatile <8 x i1> %flags, ptr %slot
  %loaded = load volatile <8 x i1>, ptr %slot
  %words = zext <8 x i1> %loaded to <8 x i32>
  %r1 = call i32 @check_v8i32(i32 0, i32 1, <8 x i32> %words, <8 x i32> <i32 1, i32 0, i32 0, i32 1, i32 1, i32 1, i32 0, i32 1>)
  ret i32 %r1
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
}

define internal <8 x i32> @opaque_v8i32(<8 x i32> %value) noinline {
  %slot = alloca <8 x i32>
  store volatile <8 x i32> %value, ptr %slot
  %seen = load volatile <8 x i32>, ptr %slot
  ret <8 x i32> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v16i8(i32 %prior, i32 %code, <16 x i8> %got, <16 x i8> %want) noinline {
  %lanes = icmp eq <16 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v16i1(<16 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v2f64(i32 %prior, i32 %code, <2 x double> %got, <2 x double> %want) noinline {
  %lanes = fcmp oeq <2 x double> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v2i1(<2 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v8i32(i32 %prior, i32 %code, <8 x i32> %got, <8 x i32> %want) noinline {
  %lanes = icmp eq <8 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
