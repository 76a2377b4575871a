; insertelement and extractelement with constant indices and with indices
; known only at run time.
; ORI-TARGETS: test_extract_at_variable_index lane_of_v4i32
; ORI-TARGETS: test_insert_at_variable_index with_lane_of_v4i32

define i32 @test_extract_constant_index() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 20, i32 30, i32 40>)
  %first = extractelement <4 x i32> %value, i32 0
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 10)
  %second = extractelement <4 x i32> %value, i32 1
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %second, i32 20)
  %last = extractelement <4 x i32> %value, i64 3
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %last, i32 40)
  ret i32 %r3
}

define i32 @test_insert_constant_index() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 20, i32 30, i32 40>)
  %new = call i32 @opaque_i32(i32 -1)
  %changed = insertelement <4 x i32> %value, i32 %new, i32 2
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %changed, <4 x i32> <i32 10, i32 20, i32 -1, i32 40>)
  %again = insertelement <4 x i32> %changed, i32 %new, i32 0
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %again, <4 x i32> <i32 -1, i32 20, i32 -1, i32 40>)
  ret i32 %r2
}

define i32 @test_extract_at_variable_index() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 20, i32 30, i32 40>)
  %got1 = call i32 @lane_of_v4i32(<4 x i32> %value, i32 0)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %got1, i32 10)
  %got2 = call i32 @lane_of_v4i32(<4 x i32> %value, i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %got2, i32 20)
  %got3 = call i32 @lane_of_v4i32(<4 x i32> %value, i32 2)
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %got3, i32 30)
  %got4 = call i32 @lane_of_v4i32(<4 x i32> %value, i32 3)
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %got4, i32 40)
  ret i32 %r4
}

define i32 @test_insert_at_variable_index() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 10, i32 20, i32 30, i32 40>)
  %got1 = call <4 x i32> @with_lane_of_v4i32(<4 x i32> %value, i32 0, i32 7)
  %r1 = call i32 @check_v4i32(i32 0, i32 1, <4 x i32> %got1, <4 x i32> <i32 7, i32 20, i32 30, i32 40>)
  %got2 = call <4 x i32> @with_lane_of_v4i32(<4 x i32> %value, i32 2, i32 7)
  %r2 = call i32 @check_v4i32(i32 %r1, i32 2, <4 x i32> %got2, <4 x i32> <i32 10, i32 20, i32 7, i32 40>)
  %got3 = call <4 x i32> @with_lane_of_v4i32(<4 x i32> %value, i32 3, i32 9)
  %r3 = call i32 @check_v4i32(i32 %r2, i32 3, <4 x i32> %got3, <4 x i32> <i32 10, i32 20, i32 30, i32 9>)
  ret i32 %r3
}

define i32 @test_variable_index_v16i8() {
  %value = call <16 x i8> @opaque_v16i8(<16 x i8> <i8 0, i8 -1, i8 -2, i8 -3, i8 -4, i8 -5, i8 -6, i8 -7, i8 -8, i8 -9, i8 -10, i8 -11, i8 -12, i8 -13, i8 -14, i8 -15>)
  %index = call i64 @opaque_i64(i64 13)
  %lane = extractelement <16 x i8> %value, i64 %index
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %lane, i8 -13)
  %changed = insertelement <16 x i8> %value, i8 99, i64 %index
  %r2 = call i32 @check_v16i8(i32 %r1, i32 2, <16 x i8> %changed, <16 x i8> <i8 0, i8 -1, i8 -2, i8 -3, i8 -4, i8 -5, i8 -6, i8 -7, i8 -8, i8 -9, i8 -10, i8 -11, i8 -12, i8 99, i8 -14, i8 -15>)
  ret i32 %r2
}

define i32 @test_build_from_scalars() {
  %x = call double @opaque_double(double 1.5)
  %y = call double @opaque_double(double -2.5)
  %partial = insertelement <2 x double> poison, double %x, i32 0
  %pair = insertelement <2 x double> %partial, double %y, i32 1
  %r1 = call i32 @check_v2f64(i32 0, i32 1, <2 x double> %pair, <2 x double> <double 1.5, double -2.5>)
  %swapped.partial = insertelement <2 x double> %pair, double %y, i32 0
  %swapped = insertelement <2 x double> %swapped.partial, double %x, i32 1
  %r2 = call i32 @check_v2f64(i32 %r1, i32 2, <2 x double> %swapped, <2 x double> <double -2.5, double 1.5>)
  ret i32 %r2
}

define i32 @test_move_lane_between_vectors() {
  %from = call <8 x i16> @opaque_v8i16(<8 x i16> <i16 1, i16 2, i16 3, i16 4, i16 5, i16 6, i16 7, i16 8>)
  %to = call <4 x i16> @opaque_v4i16(<4 x i16> <i16 0, i16 0, i16 0, i16 0>)
  %lane = extractelement <8 x i16> %from, i32 6
  %moved = insertelement <4 x i16> %to, i16 %lane, i32 1
  %r1 = call i32 @check_v4i16(i32 0, i32 1, <4 x i16> %moved, <4 x i16> <i16 0, i16 7, i16 0, i16 0>)
  ret i32 %r1
}

define i32 @test_variable_index_v3f32() {
  %value = call <3 x float> @opaque_v3f32(<3 x float> <float 0.5, float 1.5, float 2.5>)
  %index = call i32 @opaque_i32(i32 2)
  %lane = extractelement <3 x float> %value, i32 %index
  %r1 = call i32 @check_float(i32 0, i32 1, float %lane, float 2.5)
  %changed = insertelement <3 x float> %value, float -8.0, i32 %index
  %r2 = call i32 @check_v3f32(i32 %r1, i32 2, <3 x float> %changed, <3 x float> <float 0.5, float 1.5, float -8.0>)
  ret i32 %r2
}

; Walks a vector with a run-time index, weighting each lane by its position.
define i32 @test_index_loop_sums_lanes() {
  %value = call <4 x i32> @opaque_v4i32(<4 x i32> <i32 5, i32 6, i32 7, i32 8>)
  br label %loop

loop:
  %index = phi i32 [ 0, %0 ], [ %index.next, %loop ]
  %total = phi i32 [ 0, %0 ], [ %total.next, %loop ]
  %lane = extractelement <4 x i32> %value, i32 %index
  %index.next = add i32 %index, 1
  %weighted = mul i32 %lane, %index.next
  %total.next = add i32 %total, %weighted
  %done = icmp eq i32 %index.next, 4
  br i1 %done, label %out, label %loop

out:
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %total.next, i32 70)
  ret i32 %r1
}

define i32 @lane_of_v4i32(<4 x i32> %value, i32 %index) noinline {
  %lane = extractelement <4 x i32> %value, i32 %index
  ret i32 %lane
}

define <4 x i32> @with_lane_of_v4i32(<4 x i32> %value, i32 %index, i32 %new) noinline {
  %changed = insertelement <4 x i32> %value, i32 %new, i32 %index
  ret <4 x i32> %changed
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal <4 x i32> @opaque_v4i32(<4 x i32> %value) noinline {
  %slot = alloca <4 x i32>
  store volatile <4 x i32> %value, ptr %slot
  %seen = load volatile <4 x i32>, ptr %slot
  ret <4 x i32> %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal <16 x i8> @opaque_v16i8(<16 x i8> %value) noinline {
  %slot = alloca <16 x i8>
  store volatile <16 x i8> %value, ptr %slot
  %seen = load volatile <16 x i8>, ptr %slot
  ret <16 x i8> %seen
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

define internal <8 x i16> @opaque_v8i16(<8 x i16> %value) noinline {
  %slot = alloca <8 x i16>
  store volatile <8 x i16> %value, ptr %slot
  %seen = load volatile <8 x i16>, ptr %slot
  ret <8 x i16> %seen
}

define internal <4 x i16> @opaque_v4i16(<4 x i16> %value) noinline {
  %slot = alloca <4 x i16>
  store volatile <4 x i16> %value, ptr %slot
  %seen = load volatile <4 x i16>, ptr %slot
  ret <4 x i16> %seen
}

define internal <3 x float> @opaque_v3f32(<3 x float> %value) noinline {
  %slot = alloca <3 x float>
  store volatile <3 x float> %value, ptr %slot
  %seen = load volatile <3 x float>, ptr %slot
  ret <3 x float> %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
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

define internal i32 @check_v16i8(i32 %prior, i32 %code, <16 x i8> %got, <16 x i8> %want) noinline {
  %lanes = icmp eq <16 x i8> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v16i1(<16 x i1> %lanes)
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

define internal i32 @check_v4i16(i32 %prior, i32 %code, <4 x i16> %got, <4 x i16> %want) noinline {
  %lanes = icmp eq <4 x i16> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v4i1(<4 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_float(i32 %prior, i32 %code, float %got, float %want) noinline {
  %same = fcmp oeq float %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_v3f32(i32 %prior, i32 %code, <3 x float> %got, <3 x float> %want) noinline {
  %lanes = fcmp oeq <3 x float> %got, %want
  %same = call i1 @llvm.vector.reduce.and.v3i1(<3 x i1> %lanes)
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare i1 @llvm.vector.reduce.and.v4i1(<4 x i1>)
declare i1 @llvm.vector.reduce.and.v16i1(<16 x i1>)
declare i1 @llvm.vector.reduce.and.v2i1(<2 x i1>)
declare i1 @llvm.vector.reduce.and.v3i1(<3 x i1>)
