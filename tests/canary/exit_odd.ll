; A test that ends the worker with a status that means nothing.
; ORI-EXPECT: ended exited 42
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker exited 42 with no JSON output

declare void @exit(i32)

define i32 @test_exit_odd() {
  call void @exit(i32 42)
  ret i32 0
}
