; A fatal error inside LLVM: an intrinsic of another machine, for which the backend has no instruction.
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGABRT (signal 6)
; ORI-EXPECT: errors none
; ORI-EXPECT: result llvm_backend_crash BackendCrash LLVM ERROR: Cannot select
declare i32 @llvm.aarch64.crc32b(i32, i32)

define i32 @test_backend_fatal_error() {
  %v = call i32 @llvm.aarch64.crc32b(i32 1, i32 2)
  ret i32 %v
}
