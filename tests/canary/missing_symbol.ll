; A call to a function that nobody defines: the module compiles and does not link.
; ORI-EXPECT: ended exited 1
; ORI-EXPECT: counts llvm_compile_fail=1
; ORI-EXPECT: result test_missing_symbol LlvmCompileFail Symbols not found
; ORI-EXPECT: compile_error
declare i32 @no_such_function_anywhere()

define i32 @test_missing_symbol() {
  %v = call i32 @no_such_function_anywhere()
  ret i32 %v
}
