; An endless loop: the processor time runs out where it is limited, and the deadline passes where it is not.
; ORI-LIMITS: --limit=cpu=1
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT[cpu]: ended signaled SIGXCPU
; ORI-EXPECT[cpu]: result llvm_backend_crash BackendCrash worker killed by SIGXCPU (signal 24): cpu limit 1s
; ORI-EXPECT[!cpu]: ended timed_out

@turns = global i64 0

define i32 @test_cpu_limit() {
  br label %again

again:
  %n = load volatile i64, ptr @turns
  %m = add i64 %n, 1
  store volatile i64 %m, ptr @turns
  br label %again
}
