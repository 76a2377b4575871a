; Three gigabytes, a megabyte at a time and none of it touched: an allocation fails where memory is limited, and the
; test aborts. Where it is not the test says so.
; ORI-LIMITS: --limit=as=2G
; ORI-EXPECT[as]: ended signaled SIGABRT
; ORI-EXPECT[as]: counts backend_crash=1
; ORI-EXPECT[!as]: ended exited 1
; ORI-EXPECT[!as]: counts failed=1
; ORI-EXPECT[!as]: result test_memory_limit Failed returned 1

declare ptr @malloc(i64)
declare void @abort()

@kept = global ptr null

define i32 @test_memory_limit() {
  br label %again

again:
  %i = phi i32 [ 0, %0 ], [ %next, %more ]
  %p = call ptr @malloc(i64 1048576)
  store volatile ptr %p, ptr @kept
  %none = icmp eq ptr %p, null
  br i1 %none, label %out, label %more

more:
  %next = add i32 %i, 1
  %done = icmp eq i32 %next, 3072
  br i1 %done, label %unlimited, label %again

out:
  call void @abort()
  unreachable

unlimited:
  ret i32 1
}
