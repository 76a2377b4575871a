; A test that closes stdout: the worker cannot report, and must not be taken to have passed.
; ORI-EXPECT: ended exited 74
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker exited 74 with no JSON output

declare i32 @close(i32)

define i32 @test_closed_stdout() {
  %v = call i32 @close(i32 1)
  ret i32 %v
}
