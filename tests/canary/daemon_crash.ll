; A daemon in a session of its own that holds stdout, and a crash.
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts backend_crash=1

declare void @abort()
declare i32 @fork()
declare i32 @setsid()
declare i32 @pause()
declare i32 @close(i32)
declare void @_exit(i32)

define void @linger() noreturn {
  br label %again

again:
  %v = call i32 @pause()
  br label %again
}

define i32 @test_daemon_crash() {
  %pid = call i32 @fork()
  %is.child = icmp eq i32 %pid, 0
  br i1 %is.child, label %child, label %parent

child:
  %sid = call i32 @setsid()
  call void @linger()
  unreachable

parent:
  call void @abort()
  ret i32 0
}
