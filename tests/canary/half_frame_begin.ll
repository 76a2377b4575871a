; A test that prints the begin of a frame, and some of it: the true frame starts anew.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts passed=1
; ORI-EXPECT: errors none

declare i32 @printf(ptr, ...)
declare i32 @fflush(ptr)
@text = constant [35 x i8] c"---ORI_JSON_BEGIN---\0A[{\22results\22:\0A\00"

define i32 @test_half_frame_begin() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  ret i32 0
}
