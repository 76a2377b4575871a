; A load through a null pointer.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

@nowhere = global ptr null

define i32 @test_null_load() {
  %p = load volatile ptr, ptr @nowhere
  %v = load volatile i32, ptr %p
  ret i32 %v
}
