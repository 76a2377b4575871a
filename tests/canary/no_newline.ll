; A test that prints without a newline: its text is glued to the begin of the frame.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts passed=1
; ORI-EXPECT: errors none

declare i32 @printf(ptr, ...)
declare i32 @fflush(ptr)
@text = constant [22 x i8] c"no newline after this\00"

define i32 @test_no_newline() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  ret i32 0
}
