; A handler that changes the status of the exit after the report.
; ORI-EXPECT: ended exited 42
; ORI-EXPECT: counts passed=1
; ORI-EXPECT: error worker exited 42 after reporting

declare i32 @on_exit(ptr, ptr)
declare void @_exit(i32)

define void @leave() {
  call void @_exit(i32 42)
  ret void
}

define i32 @test_exit_odd_after_report() {
  %v = call i32 @on_exit(ptr @leave, ptr null)
  ret i32 %v
}
