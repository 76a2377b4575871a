#!/bin/bash
# --on-crash runs once after a crash, knows what crashed, and what it prints is in the record.
# shellcheck disable=SC2016 # the inner shell expands it
. "${srcdir:-.}/tests/cli/lib.sh"

record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}
report='echo once >>calls; echo "$ORI_CRASH_SIGNAL $ORI_CRASH_WORKER $ORI_CRASH_PATH"; test "$ORI_CRASH_PID" -gt 1'
run "$ORI_CELL" -o r.json --path=t --on-crash="$report" --retries=2 -- sh -c 'kill -SEGV $$'
expect_status 0
record cell.backtrace 'SIGSEGV sh t'
expect_line_count calls 1

# Not after a failure, a success, or when there was no worker.
for script in 'exit 0' 'exit 1'; do
    run "$ORI_CELL" -o r.json --protocol=exit --on-crash="$report" -- sh -c "$script"
    grep -q backtrace r.json && fail 'there was no crash'
done
run "$ORI_CELL" -o r.json --on-crash="$report" -- ./no-such-worker
expect_status 127
expect_line_count calls 1

# What it leaves behind is ended, and its output is bounded.
run "$ORI_CELL" -o r.json --on-crash='head -c 1000000 /dev/zero | tr "\0" x; sleep 987 & exit 3' -- sh -c 'kill -SEGV $$'
expect_status 0
[ "$("$ORI_JSON" r.json cell.backtrace | wc -c)" -lt 70000 ] || fail 'the backtrace is not bounded'
pgrep -f '[s]leep 987' && fail 'it has left a process behind'

run "$ORI_CELL" -o r.json --on-crash= -- true
expect_status 64

# The recipe of ori-cell(1), on a real core where the system writes one into the directory.
command -v gdb >/dev/null || skip 'gdb is not here'
is_sanitized && skip 'a sanitizer writes no core'
run "$ORI_CELL" -o r.json --limit=core=unlimited \
    --on-crash='gdb -q -batch -ex bt -c "$ORI_CRASH_CORE" "$(command -v "$ORI_CRASH_WORKER")"' -- sh -c 'kill -SEGV $$'
[ "$("$ORI_JSON" r.json cell.ended.core_dumped)" = true ] || skip 'the system writes no core'
case $(cat /proc/sys/kernel/core_pattern) in core*) ;; *) skip 'cores go elsewhere' ;; esac
"$ORI_JSON" r.json cell.backtrace | grep -q '^#0 ' || fail "no backtrace: $("$ORI_JSON" r.json cell.backtrace)"
exit 0
