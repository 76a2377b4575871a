; llvm.masked.load, store, gather, scatter, expandload and compressstore: lanes
; switched off by the mask are neither read nor written.

@source = internal global [8 x i32] [i32 100, i32 101, i32 102, i32 103, i32 104, i32 105, i32 106, i32 107], align 16

define i32 @test_masked_load_v4i32() {
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 0, i32 1, i32 0>)
  %fallback = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 -2, i32 -3, i32 -4>)
  %mask = icmp ne <4 x i32> %key, zeroinitializer
  %loaded = call <4 x i32> @llvm.masked.load.v4i32.p0(ptr @source, i32 16, <4 x i1> %mask, <4 x i32> %fallback)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %loaded, <4 x i32> <i32 100, i32 -2, i32 102, i32 -4>)
  ret i32 %r1
}

; With no lane on, even the null pointer is not dereferenced.
define i32 @test_masked_load_all_off_reads_nothing() {
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 0, i32 0, i32 0>)
  %nowhere = call ptr @opaque_ptr(ptr null)
  %fallback = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 5, i32 6, i32 7, i32 8>)
  %mask = icmp ne <4 x i32> %key, zeroinitializer
  %loaded = call <4 x i32> @llvm.masked.load.v4i32.p0(ptr %nowhere, i32 4, <4 x i1> %mask, <4 x i32> %fallback)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %loaded, <4 x i32> <i32 5, i32 6, i32 7, i32 8>)
  ret i32 %r1
}

define i32 @test_masked_store_v4i32() {
  %target = alloca <4 x i32>, align 16
  store volatile <4 x i32> <i32 1, i32 2, i32 3, i32 4>, ptr %target
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 9, i32 9, i32 0>)
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -10, i32 -20, i32 -30, i32 -40>)
  %mask = icmp eq <4 x i32> %key, <i32 9, i32 9, i32 9, i32 9>
  call void @llvm.masked.store.v4i32.p0(<4 x i32> %value, ptr %target, i32 16, <4 x i1> %mask)
  %after = load volatile <4 x i32>, ptr %target
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %after, <4 x i32> <i32 1, i32 -20, i32 -30, i32 4>)
  ret i32 %r1
}

define i32 @test_masked_store_v8i16() {
  %target = alloca <8 x i16>, align 16
  store volatile <8 x i16> zeroinitializer, ptr %target
  %value = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 2, i16 3, i16 4, i16 5, i16 6, i16 7, i16 8>)
  %odd = trunc <8 x i16> %value to <8 x i1>
  call void @llvm.masked.store.v8i16.p0(<8 x i16> %value, ptr %target, i32 2, <8 x i1> %odd)
  %after = load volatile <8 x i16>, ptr %target
  %r1 = call i32 @check_v8i16(i32 0, i32 1, <8 x i16> %after, <8 x i16> <i16 1, i16 0, i16 3, i16 0, i16 5, i16 0, i16 7, i16 0>)
  ret i32 %r1
}

define i32 @test_masked_load_v2f64() {
  %memory = alloca <2 x double>, align 16
  store volatile <2 x double> <double 1.25, double 2.5>, ptr %memory
  %key = call <2 x i64> @opaque_v2i64(<2 x i64> <i64 0, i64 1>)
  %fallback = call <2 x double> @opaque_v2f64(<2 x double> <double -8.0, double -16.0>)
  %mask = icmp ne <2 x i64> %key, zeroinitializer
  %loaded = call <2 x double> @llvm.masked.load.v2f64.p0(ptr %memory, i32 8, <2 x i1> %mask, <2 x double> %fallback)
  %r1 = call i32 @check_v2f64(i32 0, i32 1, <2 x double> %loaded, <2 x double> <double -8.0, double 2.5>)
  ret i32 %r1
}

; Lane addresses are out of order, one is repeated and one is off.
define i32 @test_gather_v4i32() {
  %index = call <4 x i64> @opaque_v4i64(<4 x i64> <i64 7, i64 2, i64 2, i64 0>)
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 1, i32 1, i32 0>)
  %mask = icmp ne <4 x i32> %key, zeroinitializer
  %addresses = getelementptr i32, ptr @source, <4 x i64> %index
  %gathered = call <4 x i32> @llvm.masked.gather.v4i32.v4p0(<4 x ptr> %addresses, i32 4, <4 x i1> %mask, <4 x i32> <i32 -1, i32 -1, i32 -1, i32 -1>)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %gathered, <4 x i32> <i32 107, i32 102, i32 102, i32 -1>)
  ret i32 %r1
}

define i32 @test_scatter_v4i32() {
  %target = alloca [4 x i32], align 16
  store volatile <4 x i32> zeroinitializer, ptr %target
  %index = call <4 x i64> @opaque_v4i64(<4 x i64> <i64 3, i64 1, i64 0, i64 2>)
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 30, i32 10, i32 99, i32 20>)
  %mask = icmp ne <4 x i32> %value, <i32 99, i32 99, i32 99, i32 99>
  %addresses = getelementptr i32, ptr %target, <4 x i64> %index
  call void @llvm.masked.scatter.v4i32.v4p0(<4 x i32> %value, <4 x ptr> %addresses, i32 4, <4 x i1> %mask)
  %after = load volatile <4 x i32>, ptr %target
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %after, <4 x i32> <i32 0, i32 10, i32 20, i32 30>)
  ret i32 %r1
}

; Consecutive memory words fill the lanes that are on.
define i32 @test_expandload_v4i32() {
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 0, i32 1, i32 0, i32 1>)
  %fallback = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 -1, i32 -2, i32 -3, i32 -4>)
  %mask = icmp ne <4 x i32> %key, zeroinitializer
  %expanded = call <4 x i32> @llvm.masked.expandload.v4i32(ptr @source, <4 x i1> %mask, <4 x i32> %fallback)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %expanded, <4 x i32> <i32 -1, i32 100, i32 -3, i32 101>)
  ret i32 %r1
}

; Lanes that are on are written next to each other, nothing after them.
define i32 @test_compressstore_v4i32() {
  %target = alloca <4 x i32>, align 16
  store volatile <4 x i32> <i32 -9, i32 -9, i32 -9, i32 -9>, ptr %target
  %key = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 0, i32 1, i32 1>)
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 1, i32 2, i32 3, i32 4>)
  %mask = icmp ne <4 x i32> %key, zeroinitializer
  call void @llvm.masked.compressstore.v4i32(<4 x i32> %value, ptr %target, <4 x i1> %mask)
  %after = load volatile <4 x i32>, ptr %target
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %after, <4 x i32> <i32 1, i32 3, i32 4, i32 -9>)
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

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
}

define internal <2 x i64> @opaque_v2i64(<2 x i64> %value) noinline {
  %slot = alloca <2 x i64>
  store volatile <2 x i64> %value, ptr %slot
  %seen = load volatile <2 x i64>, ptr %slot
  ret <2 x i64> %seen
}

define internal <2 x double> @opaque_v2f64(<2 x double> %value) noinline {
  %slot = alloca <2 x double>
  store volatile <2 x double> %value, ptr %slot
  %seen = load volatile <2 x double>, ptr %slot
  ret <2 x double> %seen
}

define internal <4 x i64> @opaque_v4i64(<4 x i64> %value) noinline {
  %slot = alloca <4 x i64>
  store volatile <4 x i64> %value, ptr %slot
  %seen = load volatile <4 x i64>, ptr %slot
  ret <4 x i64> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_v4i32(i32 %prior, i32 %code, <4 x i32> %got, <4 x i32> %want) noinline {
  %lanes = icmp eq <4 x i32> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v8i16(i32 %prior, i32 %code, <8 x i16> %got, <8 x i16> %want) noinline {
  %lanes = icmp eq <8 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v8i1(<8 x i1> %lanes)
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

declare <4 x i32> @llvm.masked.load.v4i32.p0(ptr, i32, <4 x i1>, <4 x i32>)
declare void @llvm.masked.store.v4i32.p0(<4 x i32>, ptr, i32, <4 x i1>)
declare void @llvm.masked.store.v8i16.p0(<8 x i16>, ptr, i32, <8 x i1>)
declare <2 x double> @llvm.masked.load.v2f64.p0(ptr, i32, <2 x i1>, <2 x double>)
declare <4 x i32> @llvm.masked.gather.v4i32.v4p0(<4 x ptr>, i32, <4 x i1>, <4 x i32>)
declare void @llvm.masked.scatter.v4i32.v4p0(<4 x i32>, <4 x ptr>, i32, <4 x i1>)
declare <4 x i32> @llvm.masked.expandload.v4i32(ptr, <4 x i1>, <4 x i32>)
declare void @llvm.masked.compressstore.v4i32(<4 x i32>, ptr, <4 x i1>)
declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v8i1(<8 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
