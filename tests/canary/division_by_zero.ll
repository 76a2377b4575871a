; An integer division by zero.
; ORI-EXPECT: ended signaled SIGFPE
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGFPE (signal 8)
; ORI-EXPECT: errors none

@zero = global i32 0

define i32 @test_division_by_zero() {
  %d = load volatile i32, ptr @zero
  %q = sdiv i32 7, %d
  ret i32 %q
}
