#!/bin/bash
# Through make check-llvm: crashing files among good ones are all reported, the run ends with status 1 and never that of a signal,
# and a crash alone fails the gate.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'through make check-llvm'
need_worker

mkdir spec crash
for n in 1 2 3 4 5; do
    printf 'define i32 @test_good_%s() {\n  ret i32 0\n}\n' $n >spec/good$n.ll
done
for name in null_load abort division_by_zero; do
    cp "$top/tests/canary/$name.ll" spec/
done
cp "$top/tests/canary/null_load.ll" crash/

# gate VARIABLE=VALUE...: make's own status is 2 when a recipe fails.
gate() {
    run make -s -C "$build" check-llvm RESULTS="$PWD/results" "$@"
}
gate -j2 SPEC="$PWD/spec"
expect_status 2
expect_out '  5 passed, 0 failed, 0 skipped, 0 llvm compile fail, 3 backend crash'
expect_out '  CRASH: llvm_backend_crash - worker killed by SIGSEGV (signal 11)'
expect_out '  CRASH: llvm_backend_crash - worker killed by SIGABRT (signal 6)'
expect_out '  CRASH: llvm_backend_crash - worker killed by SIGFPE (signal 8)'
for name in null_load abort division_by_zero; do
    grep -q "^CRASH .*/spec/$name.ll  worker killed" out || fail "$name is not named when it ends"
    grep -q "^/.*/spec/$name.ll\$" out || fail "$name is not named in the report"
done
[ "$(tail -n 1 out)" = FAILED ] || fail 'the last line is not the verdict'
expect_err 'Error 1'
run "$ORI_MERGE" results
expect_status 1

gate SPEC="$PWD/crash"
expect_status 2
[ "$(tail -n 1 out)" = FAILED ] || fail 'a crash alone is not FAILED'

gate SPEC="$PWD/spec" FILTER=good
[ "$(tail -n 1 out)" = OK ] || fail 'the filter is not handed on'
expect_status 0
gate SPEC="$PWD/spec/good1.ll $PWD/spec/good2.ll" CELL_FLAGS='--limit=as=unlimited -q' MERGE_FLAGS=-v
expect_status 0
expect_out '  PASS: test_good_2'
grep -q '^PASS  ' out && fail 'CELL_FLAGS are not handed on'
gate SPEC="$PWD/nosuch"
expect_status 2
expect_err 'cannot read'
gate SPEC="$PWD/spec/good1.ll" ORI="$PWD/no-such-worker"
expect_status 2
expect_out 'cannot run'

begin 'make -n runs nothing'
rm -rf results
gate -n SPEC="$PWD/spec"
expect_status 0
[ ! -e results ] || fail 'make -n writes'
exit 0
