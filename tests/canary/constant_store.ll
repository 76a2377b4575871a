; A store to a constant, which lies in memory that cannot be written.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

@fixed = constant [4 x i32] [i32 1, i32 2, i32 3, i32 4]
@where = global ptr @fixed

define i32 @test_constant_store() {
  %p = load volatile ptr, ptr @where
  store volatile i32 9, ptr %p
  ret i32 0
}
