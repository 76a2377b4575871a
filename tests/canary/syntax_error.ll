; Text that is no LLVM IR. Its test is known all the same.
; ORI-EXPECT: ended exited 1
; ORI-EXPECT: counts llvm_compile_fail=1
; ORI-EXPECT: result test_syntax_error LlvmCompileFail expected
; ORI-EXPECT: error expected
; ORI-EXPECT: compile_error

define i32 @test_syntax_error() {
  %v = ad i32 1, 2
  ret i32 %v
}
