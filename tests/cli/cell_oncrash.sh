#!/bin/bash
# --on-crash runs once after a crash, knows what crashed, and what it prints is in the record.
# shellcheck disable=SC2016 # the inner shell expands it
. "${srcdir:-.}/tests/cli/lib.sh"
begin '--on-crash runs once after a crash, knows what crashed, and what it prints is in the record'

record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}
report='echo once >>calls; echo "$ORI_CRASH_SIGNAL $ORI_CRASH_WORKER $ORI_CRASH_PATH"; test "$ORI_CRASH_PID" -gt 1'
run "$ORI_CELL" -o r.json --path=t --on-crash="$report" --retries=2 -- sh -c 'kill -SEGV $$'
expect_status 0
record cell.backtrace "SIGSEGV $(command -v sh) t"
expect_line_count calls 1

begin 'the command line is that of the run, quoted'
# The command line is that of the run, quoted; the next attempt's worker knows nothing of it.
run "$ORI_CELL" -o r.json --retries=1 --on-crash='eval "printf \"<%s>\" $ORI_CRASH_COMMAND"' -- \
    sh -c 'env | grep ^ORI_CRASH >>seen; kill -SEGV $$' "it's" '' '$x "y"'
record cell.backtrace '<sh><-c><env | grep ^ORI_CRASH >>seen; kill -SEGV $$><it'"'"'s><><$x "y">'
[ -s seen ] && fail "a worker saw $(cat seen)"

begin "a core that lies there is not the worker's"
echo 'no core' >core
run "$ORI_CELL" -o r.json --limit=core=0 --on-crash='echo "<$ORI_CRASH_CORE>"' -- sh -c 'kill -SEGV $$'
record cell.backtrace '<>'
rm -f core

begin 'not after a failure, a success, or when there was no worker'
for script in 'exit 0' 'exit 1'; do
    run "$ORI_CELL" -o r.json --protocol=exit --on-crash="$report" -- sh -c "$script"
    grep -q backtrace r.json && fail 'there was no crash'
done
run "$ORI_CELL" -o r.json --on-crash="$report" -- ./no-such-worker
expect_status 127
expect_line_count calls 1

begin 'what it leaves behind is ended, and its output is bounded'
run "$ORI_CELL" -o r.json --on-crash='head -c 1000000 /dev/zero | tr "\0" x; sleep 98765 & exit 3' -- sh -c 'kill -SEGV $$'
expect_status 0
[ "$("$ORI_JSON" r.json cell.backtrace | wc -c)" -lt 70000 ] || fail 'the backtrace is not bounded'
pgrep -f '[s]leep 98765' && fail 'it has left a process behind'

run "$ORI_CELL" -o r.json --on-crash= -- true
expect_status 64

begin 'without a core the culprit runs again under a debugger'
command -v gdb >/dev/null || skip 'gdb is not here'
is_sanitized && skip 'a sanitizer writes no core'
run "$ORI_CELL" -o r.json --limit=core=0 \
    --on-crash='eval "gdb -q -batch -ex run -ex bt --args $ORI_CRASH_COMMAND"' -- sh -c 'kill -SEGV $$'
"$ORI_JSON" r.json cell.backtrace | grep -q '^#0 ' || fail "no backtrace: $("$ORI_JSON" r.json cell.backtrace)"

begin 'the recipe of ori-cell(1), on a real core where the system writes one into the directory'
run "$ORI_CELL" -o r.json --limit=core=unlimited \
    --on-crash='gdb -q -batch -ex bt -c "$ORI_CRASH_CORE" "$ORI_CRASH_WORKER"' -- sh -c 'kill -SEGV $$'
[ "$("$ORI_JSON" r.json cell.ended.core_dumped)" = true ] || skip 'the system writes no core'
case $(cat /proc/sys/kernel/core_pattern) in core*) ;; *) skip 'cores go elsewhere' ;; esac
"$ORI_JSON" r.json cell.backtrace | grep -q '^#0 ' || fail "no backtrace: $("$ORI_JSON" r.json cell.backtrace)"

begin 'many that crash in one directory'
# Many that crash in one directory: whatever core is told is that worker's own.
for i in $(seq 30); do
    "$ORI_CELL" -q -o "many-$i.json" --limit=core=unlimited --on-crash='
        test -n "$ORI_CRASH_CORE" || { echo none; exit; }
        gdb -q -batch -ex "info inferiors" -c "$ORI_CRASH_CORE" "$ORI_CRASH_WORKER" 2>/dev/null |
            grep -q "process $ORI_CRASH_PID " && echo own || echo other' -- sh -c 'kill -SEGV $$' &
done
wait
own=0
for i in $(seq 30); do
    case $("$ORI_JSON" "many-$i.json" cell.backtrace) in
    own*) own=$((own + 1)) ;;
    none*) ;;
    *) fail "cell $i was told the core of another" ;;
    esac
done
[ "$own" -gt 0 ] || fail 'no cell found its core'
exit 0
