; The string and memory functions of libc, called with strings that live in
; constants, in globals and on the stack.

declare i64 @strlen(ptr)
declare i32 @strcmp(ptr, ptr)
declare i32 @strncmp(ptr, ptr, i64)
declare ptr @strcpy(ptr, ptr)
declare ptr @strcat(ptr, ptr)
declare ptr @strchr(ptr, i32)
declare ptr @strrchr(ptr, i32)
declare ptr @strstr(ptr, ptr)
declare i64 @strspn(ptr, ptr)
declare i64 @strcspn(ptr, ptr)
declare ptr @strtok(ptr, ptr)
declare ptr @memcpy(ptr, ptr, i64)
declare ptr @memmove(ptr, ptr, i64)
declare ptr @memset(ptr, i32, i64)
declare ptr @memchr(ptr, i32, i64)
declare i32 @memcmp(ptr, ptr, i64)

@path = private unnamed_addr constant [13 x i8] c"usr/lib/llvm\00"
@apple = private unnamed_addr constant [6 x i8] c"apple\00"
@apply = private unnamed_addr constant [6 x i8] c"apply\00"
@lib = private unnamed_addr constant [4 x i8] c"lib\00"
@slash = private unnamed_addr constant [2 x i8] c"/\00"
@vowels = private unnamed_addr constant [6 x i8] c"aeiou\00"
@letters = internal global [9 x i8] c"abcdefgh\00"
@shifted = private unnamed_addr constant [9 x i8] c"ababcdgh\00"

define i32 @test_strlen_and_strcmp() {
  %length = call i64 @strlen(ptr @path)
  %offset = call i64 @opaque_i64(i64 4)
  %tail = getelementptr inbounds i8, ptr @path, i64 %offset
  %tail.length = call i64 @strlen(ptr %tail)
  %before = call i32 @strcmp(ptr @apple, ptr @apply)
  %after = call i32 @strcmp(ptr @apply, ptr @apple)
  %equal = call i32 @strncmp(ptr @apple, ptr @apply, i64 4)
  %ok.1 = icmp eq i64 %length, 12
  %ok.2 = icmp eq i64 %tail.length, 8
  %ok.3 = icmp slt i32 %before, 0
  %ok.4 = icmp sgt i32 %after, 0
  %ok.5 = icmp eq i32 %equal, 0
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_searching() {
  %char = call i32 @opaque_i32(i32 47)
  %first = call ptr @strchr(ptr @path, i32 %char)
  %last = call ptr @strrchr(ptr @path, i32 %char)
  %word = call ptr @strstr(ptr @path, ptr @lib)
  %none = call ptr @strstr(ptr @path, ptr @apple)
  %at3 = getelementptr inbounds i8, ptr @path, i64 3
  %at4 = getelementptr inbounds i8, ptr @path, i64 4
  %at7 = getelementptr inbounds i8, ptr @path, i64 7
  %ok.1 = icmp eq ptr %first, %at3
  %ok.2 = icmp eq ptr %last, %at7
  %ok.3 = icmp eq ptr %word, %at4
  %ok.4 = icmp eq ptr %none, null
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_copy_and_append() {
  %buffer = alloca [32 x i8]
  %copied = call ptr @strcpy(ptr %buffer, ptr @apple)
  %appended = call ptr @strcat(ptr %buffer, ptr @path)
  %length = call i64 @strlen(ptr %buffer)
  %join.place = getelementptr inbounds [32 x i8], ptr %buffer, i64 0, i64 5
  %join = load volatile i8, ptr %join.place
  %ok.1 = icmp eq ptr %copied, %buffer
  %ok.2 = icmp eq ptr %appended, %buffer
  %ok.3 = icmp eq i64 %length, 17
  %ok.4 = icmp eq i8 %join, 117
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Overlapping memory: memmove must copy as if through a third place.
define i32 @test_memmove_overlap() {
  %buffer = alloca [9 x i8]
  %filled = call ptr @memcpy(ptr %buffer, ptr @letters, i64 9)
  %length = call i64 @opaque_i64(i64 4)
  %target = getelementptr inbounds i8, ptr %buffer, i64 2
  %moved = call ptr @memmove(ptr %target, ptr %buffer, i64 %length)
  %order = call i32 @memcmp(ptr %buffer, ptr @shifted, i64 9)
  %ok.1 = icmp eq i32 %order, 0
  %ok.2 = icmp eq ptr %moved, %target
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; memset takes the low byte of its argument and stops at the length.
define i32 @test_memset_range() {
  %buffer = alloca [16 x i8]
  %cleared = call ptr @memset(ptr %buffer, i32 0, i64 16)
  %char = call i32 @opaque_i32(i32 4930)
  %start = getelementptr inbounds i8, ptr %buffer, i64 5
  %filled = call ptr @memset(ptr %start, i32 %char, i64 6)
  %before.place = getelementptr inbounds i8, ptr %buffer, i64 4
  %last.place = getelementptr inbounds i8, ptr %buffer, i64 10
  %before = load volatile i8, ptr %before.place
  %first = load volatile i8, ptr %start
  %last = load volatile i8, ptr %last.place
  %run = call i64 @strlen(ptr %start)
  %ok.1 = icmp eq i8 %before, 0
  %ok.2 = icmp eq i8 %first, 66
  %ok.3 = icmp eq i8 %last, 66
  %ok.4 = icmp eq i64 %run, 6
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_spans() {
  %consonants = call i64 @strcspn(ptr @path, ptr @slash)
  %tail = getelementptr inbounds i8, ptr @apple, i64 3
  %until.vowel = call i64 @strcspn(ptr %tail, ptr @vowels)
  %vowel.run = call i64 @strspn(ptr @apple, ptr @vowels)
  %byte = call i32 @opaque_i32(i32 121)
  %found = call ptr @memchr(ptr @apply, i32 %byte, i64 5)
  %not.reached = call ptr @memchr(ptr @apply, i32 %byte, i64 4)
  %at4 = getelementptr inbounds i8, ptr @apply, i64 4
  %ok.1 = icmp eq i64 %consonants, 3
  %ok.2 = icmp eq i64 %until.vowel, 1
  %ok.3 = icmp eq i64 %vowel.run, 1
  %ok.4 = icmp eq ptr %found, %at4
  %ok.5 = icmp eq ptr %not.reached, null
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Splits the path at its slashes and packs the lengths of the parts as digits.
define i32 @test_strtok_loop() {
entry:
  %buffer = alloca [32 x i8]
  %copied = call ptr @strcpy(ptr %buffer, ptr @path)
  %head = call ptr @strtok(ptr %buffer, ptr @slash)
  br label %loop

loop:
  %part = phi ptr [ %head, %entry ], [ %next, %count ]
  %digits = phi i64 [ 0, %entry ], [ %digits.next, %count ]
  %end = icmp eq ptr %part, null
  br i1 %end, label %exit, label %count

count:
  %length = call i64 @strlen(ptr %part)
  %scaled = mul i64 %digits, 10
  %digits.next = add i64 %scaled, %length
  %next = call ptr @strtok(ptr null, ptr @slash)
  br label %loop

exit:
  %ok = icmp eq i64 %digits, 334
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
