; malloc, calloc, realloc and free called from IR, with the blocks used through
; typed accesses.
; ORI-SKIP: test_malloc_of_nothing whether malloc(0) gives null or a block is up to the C library

define i32 @test_malloc_holds_values() {
  %block = call ptr @malloc(i64 16)
  %second.at = getelementptr inbounds i64, ptr %block, i64 1
  store volatile i64 -5, ptr %block
  store volatile i64 6000000000, ptr %second.at
  %first = load volatile i64, ptr %block
  %second = load volatile i64, ptr %second.at
  call void @free(ptr %block)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %first, i64 -5)
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %second, i64 6000000000)
  ret i32 %r2
}

define i32 @test_blocks_are_distinct() {
  %left = call ptr @malloc(i64 4)
  %right = call ptr @malloc(i64 4)
  store volatile i32 1, ptr %left
  store volatile i32 2, ptr %right
  %left.value = load volatile i32, ptr %left
  %right.value = load volatile i32, ptr %right
  %distinct = icmp ne ptr %left, %right
  call void @free(ptr %left)
  call void @free(ptr %right)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %left.value, i32 1)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %right.value, i32 2)
  %r3 = call i32 @check_i1(i32 %r2, i32 3, i1 %distinct, i1 true)
  ret i32 %r3
}

define i32 @test_calloc_is_zeroed() {
  %count = call i64 @opaque_i64(i64 25)
  %block = call ptr @calloc(i64 %count, i64 4)
  %last.at = getelementptr inbounds i32, ptr %block, i64 24
  %first = load volatile i32, ptr %block
  %last = load volatile i32, ptr %last.at
  call void @free(ptr %block)
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %first, i32 0)
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %last, i32 0)
  ret i32 %r2
}

define i32 @test_realloc_keeps_contents() {
  %small = call ptr @malloc(i64 8)
  store volatile i64 1234567890123, ptr %small
  %size = call i64 @opaque_i64(i64 100000)
  %large = call ptr @realloc(ptr %small, i64 %size)
  %last.at = getelementptr inbounds i8, ptr %large, i64 99999
  store volatile i8 17, ptr %last.at
  %kept = load volatile i64, ptr %large
  %last = load volatile i8, ptr %last.at
  call void @free(ptr %large)
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %kept, i64 1234567890123)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %last, i8 17)
  ret i32 %r2
}

define i32 @test_realloc_of_null_allocates() {
  %nothing = call ptr @opaque_ptr(ptr null)
  %block = call ptr @realloc(ptr %nothing, i64 32)
  %allocated = icmp ne ptr %block, null
  call void @llvm.memset.p0.i64(ptr %block, i8 3, i64 32, i1 false)
  %last.at = getelementptr inbounds i8, ptr %block, i64 31
  %last = load volatile i8, ptr %last.at
  call void @free(ptr %block)
  %r1 = call i32 @check_i1(i32 0, i32 1, i1 %allocated, i1 true)
  %r2 = call i32 @check_i8(i32 %r1, i32 2, i8 %last, i8 3)
  ret i32 %r2
}

; Freeing the answer is allowed in both cases.
define i32 @test_malloc_of_nothing() {
  %size = call i64 @opaque_i64(i64 0)
  %block = call ptr @malloc(i64 %size)
  call void @free(ptr %block)
  ret i32 0
}

; Ten nodes { value, next } are pushed, summed and freed.
define i32 @test_linked_list_on_heap() {
  br label %push

push:
  %count = phi i32 [ 1, %0 ], [ %count.next, %push ]
  %tail = phi ptr [ null, %0 ], [ %node, %push ]
  %node = call ptr @malloc(i64 16)
  store i32 %count, ptr %node
  %next.at = getelementptr inbounds { i32, ptr }, ptr %node, i64 0, i32 1
  store ptr %tail, ptr %next.at
  %count.next = add i32 %count, 1
  %full = icmp eq i32 %count.next, 11
  br i1 %full, label %pop, label %push

pop:
  %head = phi ptr [ %node, %push ], [ %rest, %pop ]
  %total = phi i32 [ 0, %push ], [ %total.next, %pop ]
  %value = load i32, ptr %head
  %total.next = add i32 %total, %value
  %rest.at = getelementptr inbounds { i32, ptr }, ptr %head, i64 0, i32 1
  %rest = load ptr, ptr %rest.at
  call void @free(ptr %head)
  %empty = icmp eq ptr %rest, null
  br i1 %empty, label %out, label %pop

out:
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %total.next, i32 55)
  ret i32 %r1
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal ptr @opaque_ptr(ptr %value) noinline {
  %slot = alloca ptr
  store volatile ptr %value, ptr %slot
  %seen = load volatile ptr, ptr %slot
  ret ptr %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i1(i32 %prior, i32 %code, i1 %got, i1 %want) noinline {
  %same = icmp eq i1 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @calloc(i64, i64)
declare ptr @realloc(ptr, i64)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
