; A test that kills its whole process group, in which the cell must not be.
; ORI-EXPECT: ended signaled SIGKILL
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGKILL (signal 9)
; ORI-EXPECT: errors none

declare i32 @kill(i32, i32)

define i32 @test_kill_group() {
  %v = call i32 @kill(i32 0, i32 9)
  ret i32 0
}
