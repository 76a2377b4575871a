; A daemon, by the book: forked twice, in a session of its own, all descriptors closed.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts passed=1
; ORI-EXPECT: errors none

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

define i32 @test_daemon() {
  %pid = call i32 @fork()
  %is.child = icmp eq i32 %pid, 0
  br i1 %is.child, label %child, label %parent

child:
  %sid = call i32 @setsid()
  %second = call i32 @fork()
  %is.daemon = icmp eq i32 %second, 0
  br i1 %is.daemon, label %daemon, label %between

daemon:
  %a = call i32 @close(i32 0)
  %b = call i32 @close(i32 1)
  %c = call i32 @close(i32 2)
  call void @linger()
  unreachable

between:
  call void @_exit(i32 0)
  unreachable

parent:
  ret i32 0
}
