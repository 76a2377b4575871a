; A test that stops its process, which so takes no signal but SIGKILL.
; ORI-EXPECT: ended timed_out
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker timed out after 2s

declare i32 @raise(i32)

define i32 @test_stopped() {
  %v = call i32 @raise(i32 19)
  ret i32 0
}
