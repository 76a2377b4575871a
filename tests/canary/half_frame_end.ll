; A test that prints the end of a frame.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts passed=1
; ORI-EXPECT: errors none

declare i32 @printf(ptr, ...)
declare i32 @fflush(ptr)
@text = constant [20 x i8] c"---ORI_JSON_END---\0A\00"

define i32 @test_half_frame_end() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  ret i32 0
}
