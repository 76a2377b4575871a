; An endless loop that has every signal blocked which can be.
; Where processor time is limited, SIGKILL at the hard limit and the deadline are equally fast.
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT[!cpu]: ended timed_out

declare i32 @sigfillset(ptr)
declare i32 @sigprocmask(i32, ptr, ptr)

define i32 @test_endless_loop_signals_blocked() {
  %all = alloca [256 x i8], align 16
  %a = call i32 @sigfillset(ptr %all)
  %b = call i32 @sigprocmask(i32 0, ptr %all, ptr null)
  br label %again

again:
  %n = load volatile i8, ptr %all
  br label %again
}
