; A null pointer in a handler that runs after the report: the results stay, and so does the crash.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts passed=2 backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: result test_other Passed

declare i32 @on_exit(ptr, ptr)

@nowhere = global ptr null

define void @crash() {
  %p = load volatile ptr, ptr @nowhere
  store volatile i32 1, ptr %p
  ret void
}

define i32 @test_crash_after_results() {
  %v = call i32 @on_exit(ptr @crash, ptr null)
  ret i32 %v
}

define i32 @test_other() {
  ret i32 0
}
