#!/bin/bash
# test-all.sh passes when all passes, fails when anything does not, tells the same numbers as JSON, and takes part in the jobserver
# of a make around it without a warning.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'test-all.sh passes when all passes, fails when anything does not, tells the same numbers as JSON, and takes part in the jobserver of a make around it without a warning'
need_worker

mkdir good bad
printf 'define i32 @test_testall_good() {\n  ret i32 0\n}\n' >good/good.ll
printf 'define i32 @test_testall_bad() {\n  call void @abort()\n  ret i32 0\n}\ndeclare void @abort()\n' >bad/bad.ll

# all SPEC ARG...: the filter leaves the suites of this project with one quick test at most, and is a part of the tests' names above.
all() {
    local spec=$1
    shift
    run env -C "$build" SPEC="$PWD/$spec" RESULTS="$PWD/results" "$top/test-all.sh" "$@"
}
all good --filter=testall_good --parallel-workers=2
expect_status 0
expect_out 'LLVM spec             1        0        0        0        0'
expect_out 'Total                 1        0        0        0        0'
[ "$(tail -n 1 out)" = OK ] || fail 'not OK'

all bad --filter=testall_ba -s
expect_status 1
expect_out 'LLVM spec             0        0        0        0        1'
[ "$(tail -n 1 out)" = FAILED ] || fail 'a crash passes'
expect_err 'worker killed by SIGABRT (signal 6)'

all bad --filter=testall_bad --worker-timeout=9 --json
expect_status 1
[ "$("$ORI_JSON" out verdict) $("$ORI_JSON" out suites.2.backend_crash)" = 'FAILED 1' ] || fail 'the JSON differs'
all good --filter=testall_good --json="$PWD/report.json" --verbose
expect_status 0
[ "$("$ORI_JSON" report.json suites.2.passed)" = 1 ] || fail 'the JSON file differs'
expect_err 'Test Summary:'

begin 'numbers that cannot be had are no success'
all nosuch --filter=testall_good
expect_status 1
all good --filter=no_test_is_called_so
expect_status 1
all good --filter=testall_good --json=/no/such/file
expect_status 1
for option in --nosuch --parallel-workers=0 --parallel-workers=x --worker-timeout=1x --json=; do
    all good $option
    expect_status 1
    expect_line_count err 1
done

begin 'on the slots of a make around it'
cat >outer.mk <<'M'
all:
	+@cd "$(BUILD)" && "$(TOP)/test-all.sh" --filter=testall_good --verbose
M
run env SPEC="$PWD/good" RESULTS="$PWD/results" make -j2 -f outer.mk BUILD="$build" TOP="$top"
expect_status 0
grep -i 'warning' err out && fail 'make warns about its jobserver'
exit 0
