; A test that kills its own process: SIGKILL that the cell did not send is a crash like any other.
; ORI-EXPECT: ended signaled SIGKILL
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGKILL (signal 9)
; ORI-EXPECT: errors none

declare i32 @raise(i32)

define i32 @test_kill_self() {
  %v = call i32 @raise(i32 9)
  ret i32 0
}
