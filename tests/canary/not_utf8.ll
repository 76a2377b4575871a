; Bytes that are no UTF-8 on stderr, and then a crash: its message is valid text all the same.
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash café �� end

declare i64 @write(i32, ptr, i64)
declare void @abort()

@text = constant [13 x i8] c"caf\C3\A9 \FF\FE end\0A"

define i32 @test_not_utf8() {
  %n = call i64 @write(i32 2, ptr @text, i64 13)
  call void @abort()
  ret i32 0
}
