; Death by a real-time signal, which has no name of its own.
; ORI-EXPECT: ended signaled SIGRTMIN+1
; ORI-EXPECT: counts backend_crash=1

declare i32 @__libc_current_sigrtmin()
declare i32 @raise(i32)

define i32 @test_realtime_signal() {
  %first = call i32 @__libc_current_sigrtmin()
  %next = add i32 %first, 1
  %v = call i32 @raise(i32 %next)
  ret i32 0
}
