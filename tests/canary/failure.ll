; A test that fails as tests do.
; ORI-EXPECT: ended exited 1
; ORI-EXPECT: counts passed=1 failed=1 skipped=1
; ORI-EXPECT: result test_failure Failed returned -3
; ORI-EXPECT: result test_skipped Skipped would crash
; ORI-EXPECT: errors none
; ORI-SKIP: test_skipped would crash

declare void @abort()

define i32 @test_success() {
  ret i32 0
}

define i32 @test_failure() {
  ret i32 -3
}

define i32 @test_skipped() {
  call void @abort()
  ret i32 0
}
