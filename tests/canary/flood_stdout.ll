; A hundred megabytes on stdout, without a newline, before the frame.
; ORI-EXPECT: ended exited 0
; ORI-EXPECT: counts passed=1
; ORI-EXPECT: errors none

declare i64 @write(i32, ptr, i64)

@piece = global [1048576 x i8] zeroinitializer

define i32 @test_flood_stdout() {
  br label %again

again:
  %i = phi i32 [ 0, %0 ], [ %next, %again ]
  %n = call i64 @write(i32 1, ptr @piece, i64 1048576)
  %next = add i32 %i, 1
  %done = icmp eq i32 %next, 100
  br i1 %done, label %end, label %again

end:
  ret i32 0
}
