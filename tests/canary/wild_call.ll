; A call through a pointer that leads to no code.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

@address = global i64 16

define i32 @test_wild_call() {
  %a = load volatile i64, ptr @address
  %f = inttoptr i64 %a to ptr
  %v = call i32 %f()
  ret i32 %v
}
