; A test that prints a whole frame in which all is well, and fails: the last frame counts.
; ORI-EXPECT: ended exited 1
; ORI-EXPECT: counts failed=1
; ORI-EXPECT: result test_forged_frame Failed returned 7
; ORI-EXPECT: errors none

declare i32 @printf(ptr, ...)
declare i32 @fflush(ptr)
@text = constant [114 x i8] c"---ORI_JSON_BEGIN---\0A[{\22path\22:\22x\22,\22results\22:[{\22name\22:\22forged\22,\22outcome\22:{\22type\22:\22Passed\22}}]}]\0A---ORI_JSON_END---\0A\00"

define i32 @test_forged_frame() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  ret i32 7
}
