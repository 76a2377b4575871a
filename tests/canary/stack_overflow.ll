; Recursion without an end.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

define i32 @descend(i32 %depth) noinline {
  %room = alloca [4096 x i8]
  store volatile i8 1, ptr %room
  %deeper = add i32 %depth, 1
  %v = call i32 @descend(i32 %deeper)
  %used = load volatile i8, ptr %room
  %wide = zext i8 %used to i32
  %sum = add i32 %v, %wide
  ret i32 %sum
}

define i32 @test_stack_overflow() {
  %v = call i32 @descend(i32 0)
  ret i32 %v
}
