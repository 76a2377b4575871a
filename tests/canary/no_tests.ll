; A file without a test is no failure, and no success either.
; ORI-EXPECT: ended exited 2
; ORI-EXPECT: counts
; ORI-EXPECT: errors none

define i32 @helper(i32 %x) {
  ret i32 %x
}
