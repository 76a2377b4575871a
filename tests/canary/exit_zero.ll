; A test that ends the worker with status 0, as if all were well.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker exited 0 with no JSON output

declare void @exit(i32)

define i32 @test_exit_zero() {
  call void @exit(i32 0)
  ret i32 0
}
