#!/bin/bash
# WORKER_MODE=events: the very test that crashed is named, what came before it is kept, and with --rerun-rest the counts
# are those of a process that could survive its own crashes.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'WORKER_MODE=events'
need_worker

mkdir spec
cat >spec/mixed.ll <<'L'
declare void @abort()
define i32 @test_one() {
  ret i32 0
}
define i32 @test_two() {
  call void @abort()
  ret i32 0
}
define i32 @test_three() {
  ret i32 3
}
define i32 @test_four() {
  store volatile i32 1, ptr null
  ret i32 0
}
define i32 @test_five() {
  ret i32 0
}
L
printf 'define i32 @test_bad() {\n  ret i32 nonsense\n}\n' >spec/bad.ll
gate() {
    run make -s -C "$build" check-llvm RESULTS="$PWD/results" SPEC="$PWD/spec" "$@"
}
gate WORKER_MODE=events
expect_status 2
expect_out '  1 passed, 0 failed, 0 skipped, 1 llvm compile fail, 4 backend crash'
expect_out '  CRASH: test_two - worker killed by SIGABRT (signal 6)'
expect_out "  CRASH: test_five - not run: worker crashed during 'test_two'"

gate WORKER_MODE=events CELL_FLAGS=--rerun-rest
expect_status 2
expect_out '  2 passed, 1 failed, 0 skipped, 1 llvm compile fail, 2 backend crash'
expect_out '  FAIL: test_three - returned 3'
expect_out '  CRASH: test_four - worker killed by SIGSEGV (signal 11)'

gate WORKER_MODE=nosuch
expect_status 2
expect_err 'WORKER_MODE=nosuch: it is frame or events'

begin 'per test the same as by frame, for all of the suite'
run make -s -C "$build" check-llvm RESULTS="$PWD/frame" MERGE_FLAGS=-v
expect_status 0
grep -E '^(/|tests|\.)|^  (PASS|SKIP):' out >frame.txt
run make -s -C "$build" check-llvm RESULTS="$PWD/events" MERGE_FLAGS=-v WORKER_MODE=events
expect_status 0
grep -E '^(/|tests|\.)|^  (PASS|SKIP):' out >events.txt
cmp frame.txt events.txt || fail 'the two modes differ'
[ "$(grep -c PASS: frame.txt)" -gt 400 ] || fail 'the suite is not whole'
exit 0
