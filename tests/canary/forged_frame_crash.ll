; A test that prints a whole frame in which all is well, and dies: what it claims does not hide the crash.
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts passed=1 backend_crash=1

declare i32 @printf(ptr, ...)
declare void @abort()
declare i32 @fflush(ptr)
@text = constant [103 x i8] c"---ORI_JSON_BEGIN---\0A[{\22results\22:[{\22name\22:\22forged\22,\22outcome\22:{\22type\22:\22Passed\22}}]}]\0A---ORI_JSON_END---\0A\00"

define i32 @test_forged_frame_crash() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  call void @abort()
  ret i32 0
}
