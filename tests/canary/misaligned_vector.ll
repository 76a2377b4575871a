; A vector store that claims an alignment which the address has not.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

@bytes = global [64 x i8] zeroinitializer, align 16
@offset = global i64 1

define i32 @test_misaligned_vector() {
  %o = load volatile i64, ptr @offset
  %p = getelementptr i8, ptr @bytes, i64 %o
  store volatile <4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>, ptr %p, align 16
  ret i32 0
}
