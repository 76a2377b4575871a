; A store through a null pointer, in the second of three tests: the file is one crash.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

@nowhere = global ptr null

define i32 @test_before() {
  ret i32 0
}

define i32 @test_null_store() {
  %p = load volatile ptr, ptr @nowhere
  store volatile i32 1, ptr %p
  ret i32 0
}

define i32 @test_after() {
  ret i32 0
}
