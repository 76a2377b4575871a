#!/bin/bash
# test-all.sh: the gate. Runs the suites through make, prints one table, and exits 0 only when all of them are known to
# have passed.
set -u

usage() {
    cat <<'EOF'
Usage: ./test-all.sh [OPTION]...
Run the unit tests, the command-line tests and the LLVM spec suite, and print one table.

  -v, --verbose             show what the suites print
  -s, --sequential, --no-parallel
                            one job at a time
      --parallel-workers=N  N jobs at a time (default: one a processor)
      --worker-timeout=N    seconds that one worker may take, default 60
      --filter=TEXT         only tests with TEXT in their names
      --json[=FILE]         the same numbers as JSON, in FILE or instead of the table
      --help                print this and exit

Inside a make recipe it runs on that make's slots. Exit status: 0 all passed, 1 otherwise.
EOF
}

die() {
    echo "test-all.sh: $1; try './test-all.sh --help'" >&2
    exit 1
}
is_number() { [[ $1 =~ ^[1-9][0-9]{0,5}$ ]]; }

verbose=false jobs=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN || echo 1)
timeout=60 filter='' json='' json_file='' jobs_given=false
while [ $# -gt 0 ]; do
    case $1 in
    -v | --verbose) verbose=true ;;
    -s | --sequential | --no-parallel) jobs=1 jobs_given=true ;;
    --parallel-workers=*) jobs=${1#*=} jobs_given=true ;;
    --worker-timeout=*) timeout=${1#*=} ;;
    --filter=*) filter=${1#*=} ;;
    --json) json=yes json_file='' ;;
    --json=?*) json=yes json_file=${1#*=} ;;
    --help)
        usage
        exit 0
        ;;
    *) die "$1 is not an option" ;;
    esac
    shift
done
is_number "$jobs" || die "--parallel-workers=$jobs: not a number of jobs"
is_number "$timeout" || die "--worker-timeout=$timeout: not a number of seconds"
[[ $filter != *$'\n'* ]] || die '--filter: a newline cannot stand in it'

top=$(cd "$(dirname "$0")" && pwd) || exit 1
if [ ! -e Makefile ] || ! grep -q '^check-llvm:' Makefile; then
    if [ -e "$top/Makefile" ]; then
        cd "$top" || exit 1
    else
        echo 'test-all.sh: there is no build here: run ./bootstrap first' >&2
        exit 1
    fi
fi

# Inside make -jN the slots are make's: a -j of ours would make a jobserver of its own, and make would say so.
job_option=("-j$jobs")
case " ${MAKEFLAGS:-}" in
*' --jobserver-auth='* | *' --jobserver-fds='*) $jobs_given && [ "$jobs" = 1 ] || job_option=() ;;
esac
read -ra make <<<"${MAKE:-make}"

log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

# loud COMMAND...: runs it; what it prints goes to the log, and with --verbose to stderr as well.
loud() {
    if $verbose; then
        "$@" 2>&1 </dev/null | tee "$log" >&2
        return "${PIPESTATUS[0]}"
    fi
    "$@" >"$log" 2>&1 </dev/null
}

# A suite's row: name, passed, failed, skipped, compile failures, crashes. What cannot be counted is a crash of the suite.
rows=() ok=true
add_row() {
    rows+=("$1 $2 $3 $4 $5 $6")
    [ "$3" = 0 ] && [ "$6" = 0 ] || ok=false
}

# tests_of SUITE: its tests, of those that the filter leaves.
tests_of() {
    local test
    "${make[@]}" -s --no-print-directory "list-$1-tests" | while IFS= read -r test; do
        [[ $test == *"$filter"* ]] && echo "$test"
    done
}

# check_suite NAME SUITE: runs it, and counts what each of its tests has left in its .trs file.
check_suite() {
    local tests test file status passed=0 failed=0 skipped=0 crashed=0
    tests=$(tests_of "$2")
    if [ -z "$tests" ]; then
        [ -n "$filter" ] || crashed=1
        add_row "$1" 0 0 0 0 $crashed
        return
    fi
    for test in $tests; do
        rm -f "${test%.sh}.trs"
    done
    loud "${make[@]}" -s --no-print-directory "${job_option[@]}" check "TESTS=${tests//$'\n'/ }"
    status=$?
    for test in $tests; do
        file=${test%.sh}.trs
        if ! grep -q '^:test-result:' "$file" 2>/dev/null; then
            crashed=$((crashed + 1))
            continue
        fi
        passed=$((passed + $(grep -cE '^:test-result: (PASS|XFAIL)' "$file")))
        failed=$((failed + $(grep -cE '^:test-result: (FAIL|XPASS)' "$file")))
        skipped=$((skipped + $(grep -cE '^:test-result: SKIP' "$file")))
        crashed=$((crashed + $(grep -cE '^:test-result: ERROR' "$file")))
    done
    if [ $status != 0 ] && [ $((failed + crashed)) = 0 ]; then
        crashed=1 # make failed, and no test says why
    fi
    [ $status = 0 ] || cat "$log" >&2
    add_row "$1" $passed $failed $skipped 0 $crashed
}

# number NAME FILE: the last counter of that name in ori-merge's report, which is that of the run.
number() {
    sed -n "s/.*\"$1\": \([0-9][0-9]*\)[,}].*/\1/p" "$2" | tail -n 1
}

llvm_suite() {
    local report status passed failed skipped unchanged uncompiled crashed errors
    report=$(mktemp) || exit 1
    : >"$report"
    FILTER=$filter WORKER_TIMEOUT=$timeout MERGE_FLAGS="--json=$report" \
        loud "${make[@]}" -s --no-print-directory "${job_option[@]}" check-llvm
    status=$?
    passed=$(number passed "$report") failed=$(number failed "$report") skipped=$(number skipped "$report")
    unchanged=$(number skipped_unchanged "$report") uncompiled=$(number llvm_compile_fail "$report")
    crashed=$(number backend_crash "$report") errors=$(number errors "$report")
    rm -f "$report"
    if [ -z "$passed$failed" ] || [ -z "$errors" ] || [ -z "$crashed" ]; then
        cat "$log" >&2
        add_row 'LLVM spec' 0 0 0 0 1
        return
    fi
    if [ $status != 0 ] && [ $((failed + crashed)) = 0 ] && [ $((passed + skipped + unchanged + errors)) != 0 ]; then
        failed=$((errors > 0 ? errors : 1)) # an error of a file, which is of no test
    fi
    [ $status = 0 ] || cat "$log" >&2
    add_row 'LLVM spec' "$passed" "$failed" $((skipped + unchanged)) "$uncompiled" "$crashed"
}

table() {
    local row name p f s l c tp=0 tf=0 ts=0 tl=0 tc=0
    printf '%-14s %8s %8s %8s %8s %8s\n' Suite Passed Failed Skipped LCFail Crash
    for row in "${rows[@]}"; do
        read -r p f s l c <<<"${row#"${row%% [0-9]*}" }"
        name=${row%% [0-9]*}
        printf '%-14s %8d %8d %8d %8d %8d\n' "$name" "$p" "$f" "$s" "$l" "$c"
        tp=$((tp + p)) tf=$((tf + f)) ts=$((ts + s)) tl=$((tl + l)) tc=$((tc + c))
    done
    printf '%-14s %8d %8d %8d %8d %8d\n\n' Total $tp $tf $ts $tl $tc
    if $ok; then echo OK; else echo FAILED; fi
}

# The same rows. Nothing in them needs an escape.
to_json() {
    local row p f s l c comma='' verdict=FAILED
    $ok && verdict=OK
    printf '{"schema": "ori-test-all/1", "verdict": "%s", "suites": [' "$verdict"
    for row in "${rows[@]}"; do
        read -r p f s l c <<<"${row#"${row%% [0-9]*}" }"
        printf '%s\n {"name": "%s", "passed": %d, "failed": %d, "skipped": %d, "llvm_compile_fail": %d, "backend_crash": %d}' \
            "$comma" "${row%% [0-9]*}" "$p" "$f" "$s" "$l" "$c"
        comma=,
    done
    printf ']}\n'
}

check_suite 'unit' unit
check_suite 'command line' cli
llvm_suite
# Nothing at all was run: a filter that fits no test passes nothing.
if [[ "${rows[*]#* }" != *[1-9]* ]]; then
    echo "test-all.sh: --filter=$filter: no test has that in its name" >&2
    ok=false
fi

if [ -n "$json_file" ]; then
    to_json >"$json_file" || ok=false
    table || ok=false
elif [ -n "$json" ]; then
    to_json || ok=false
else
    table || ok=false
fi
$ok
