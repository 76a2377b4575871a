; IR that no verifier has seen: a landing pad that nothing unwinds to, in a function without a personality.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-NO-VERIFY

define i32 @test_malformed_landing_pad() {
  %v = landingpad { ptr, i32 } cleanup
  ret i32 0
}
