; llvm.trap, which is an illegal instruction on some machines and a breakpoint on others.
; ORI-EXPECT: ended signaled SIGILL|SIGTRAP
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: errors none

declare void @llvm.trap()

define i32 @test_trap() {
  call void @llvm.trap()
  ret i32 0
}
