; abort(3) itself as a handler of the exit.
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts passed=1 backend_crash=1

declare i32 @on_exit(ptr, ptr)
declare void @abort()

define i32 @test_abort_in_exit_handler() {
  %v = call i32 @on_exit(ptr @abort, ptr null)
  ret i32 %v
}
