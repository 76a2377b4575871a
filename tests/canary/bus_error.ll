; A page of a mapped file that lies behind the end of the file.
; ORI-EXPECT: ended signaled SIGBUS
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGBUS (signal 7)
; ORI-EXPECT: errors none

declare ptr @tmpfile()
declare i32 @fileno(ptr)
declare ptr @mmap(ptr, i64, i32, i32, i32, i64)

define i32 @test_bus_error() {
  %file = call ptr @tmpfile()
  %fd = call i32 @fileno(ptr %file)
  %p = call ptr @mmap(ptr null, i64 4096, i32 1, i32 1, i32 %fd, i64 0)
  %v = load volatile i32, ptr %p
  ret i32 %v
}
