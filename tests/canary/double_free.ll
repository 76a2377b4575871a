; The C library finds the heap corrupted, says so on stderr and aborts.
; ORI-EXPECT: ended signaled SIGABRT
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGABRT (signal 6)
; ORI-EXPECT: errors none
; ORI-EXPECT: result llvm_backend_crash BackendCrash free(): double free detected
declare ptr @malloc(i64)
declare void @free(ptr)

@kept = global ptr null

define i32 @test_double_free() {
  %p = call ptr @malloc(i64 40)
  store volatile ptr %p, ptr @kept
  %first = load volatile ptr, ptr @kept
  call void @free(ptr %first)
  %second = load volatile ptr, ptr @kept
  call void @free(ptr %second)
  ret i32 0
}
