; IR that parses and does not verify: a value is used where its definition does not reach.
; ORI-EXPECT: ended exited 1
; ORI-EXPECT: counts llvm_compile_fail=2
; ORI-EXPECT: result test_verifier_error LlvmCompileFail Instruction does not dominate all uses
; ORI-EXPECT: result test_innocent LlvmCompileFail Instruction does not dominate all uses
; ORI-EXPECT: error Instruction does not dominate all uses
; ORI-EXPECT: compile_error

define i32 @test_verifier_error() {
  %a = add i32 %b, 1
  %b = add i32 1, 2
  ret i32 %a
}

define i32 @test_innocent() {
  ret i32 0
}
