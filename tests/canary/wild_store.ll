; A store to an address that nobody has mapped.
; ORI-EXPECT: ended signaled SIGSEGV
; ORI-EXPECT: counts backend_crash=1
; ORI-EXPECT: result llvm_backend_crash BackendCrash worker killed by SIGSEGV (signal 11)
; ORI-EXPECT: errors none

@address = global i64 3735928559000

define i32 @test_wild_store() {
  %a = load volatile i64, ptr @address
  %p = inttoptr i64 %a to ptr
  store volatile i64 1, ptr %p
  ret i32 0
}
