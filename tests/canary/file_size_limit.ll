; Four megabytes into a file: a signal where its size is limited. Where it is not the test says so.
; ORI-LIMITS: --limit=fsize=1M
; ORI-EXPECT[fsize]: ended signaled SIGXFSZ
; ORI-EXPECT[fsize]: counts backend_crash=1
; ORI-EXPECT[fsize]: result llvm_backend_crash BackendCrash file size limit 1M
; ORI-EXPECT[!fsize]: ended exited 1
; ORI-EXPECT[!fsize]: counts failed=1

declare ptr @tmpfile()
declare i32 @fileno(ptr)
declare i64 @write(i32, ptr, i64)

@piece = global [65536 x i8] zeroinitializer

define i32 @test_file_size_limit() {
  %file = call ptr @tmpfile()
  %fd = call i32 @fileno(ptr %file)
  br label %again

again:
  %i = phi i32 [ 0, %0 ], [ %next, %again ]
  %n = call i64 @write(i32 %fd, ptr @piece, i64 65536)
  %next = add i32 %i, 1
  %done = icmp eq i32 %next, 64
  br i1 %done, label %unlimited, label %again

unlimited:
  ret i32 1
}
