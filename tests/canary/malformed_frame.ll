; A test that prints a frame which is no JSON, and exits.
; ORI-EXPECT: ended exited 1
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker exited 1 with malformed JSON output

declare i32 @printf(ptr, ...)
declare void @exit(i32)
declare i32 @fflush(ptr)
@text = constant [44 x i8] c"---ORI_JSON_BEGIN---\0A[{\0A---ORI_JSON_END---\0A\00"

define i32 @test_malformed_frame() {
  %a = call i32 (ptr, ...) @printf(ptr @text)
  %b = call i32 @fflush(ptr null)
  call void @exit(i32 1)
  ret i32 0
}
