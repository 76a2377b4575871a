; IR that no verifier has seen: a branch to the entry block, and LLVM dies.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-NO-VERIFY

define i32 @test_malformed_loop_to_entry() {
entry:
  br label %entry

dead:
  ret i32 0
}
