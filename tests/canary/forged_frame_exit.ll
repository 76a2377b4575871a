; A test that prints a whole frame with a failure in it, and exits with 0 before the true one.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts failed=1
; ORI-EXPECT: error worker exited 0 though its results hold a failure

declare i32 @printf(ptr, ...)
declare void @exit(i32)
declare i32 @fflush(ptr)
@text = constant [103 x i8] c"---ORI_JSON_BEGIN---\0A[{\22results\22:[{\22name\22:\22forged\22,\22outcome\22:{\22type\22:\22Failed\22}}]}]\0A---ORI_JSON_END---\0A\00"

define i32 @test_forged_frame_exit() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  call void @exit(i32 0)
  ret i32 0
}
