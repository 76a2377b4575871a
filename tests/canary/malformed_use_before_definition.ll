; IR that no verifier has seen: a value is used before it is defined, and LLVM dies selecting instructions.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-NO-VERIFY

define i32 @test_malformed_use_before_definition() {
  %a = add i32 %b, 1
  %b = mul i32 1, 2
  ret i32 %a
}
