; A test that waits for ever, after one that passed.
; ORI-EXPECT: ended timed_out
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker timed out after 2s

declare i32 @pause()

define i32 @test_before() {
  ret i32 0
}

define i32 @test_endless_sleep() {
  %v = call i32 @pause()
  ret i32 0
}
