; A test that prints the begin of a frame, and exits: a half frame is none.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker exited 0 with no JSON output

declare i32 @printf(ptr, ...)
declare void @exit(i32)
declare i32 @fflush(ptr)
@text = constant [39 x i8] c"---ORI_JSON_BEGIN---\0A[{\22results\22:[]}]\0A\00"

define i32 @test_half_frame_exit() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  call void @exit(i32 0)
  ret i32 0
}
