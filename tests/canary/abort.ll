; A test that calls abort(3).
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGABRT (signal 6)
; ORI-EXPECT: errors none

declare void @abort()

define i32 @test_abort() {
  call void @abort()
  ret i32 0
}
