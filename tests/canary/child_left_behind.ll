; A child that holds the worker's stdout and stderr and never ends.
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

define i32 @test_child_left_behind() {
  %pid = call i32 @fork()
  %is.child = icmp eq i32 %pid, 0
  br i1 %is.child, label %child, label %parent

child:
  call void @linger()
  unreachable

parent:
  ret i32 0
}
