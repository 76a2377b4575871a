#!/bin/bash
# Events, exit and tap as protocols; what is kept of the rest of the output.
# shellcheck disable=SC2016 # the inner shell expands it
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'events, exit and tap as protocols'

# worker PROTOCOL SCRIPT [OPTION]...
worker() {
    local protocol=$1 script=$2
    shift 2
    begin "$protocol: ${script:0:60} $*"
    run "$ORI_CELL" -t 2 -o r.json --path=t --protocol="$protocol" "$@" -- sh -c "$script"
    expect_status 0
}
record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}

cat >crash.sh <<'S'
e='@@ori-test'
echo "$e plan a"; echo "$e plan b"; echo "$e plan c"
echo "$e start a"; echo "$e result a pass 2000000"
printf 'printed by b'; echo "$e start b"; echo last words >&2; kill -SEGV $$
S
for protocol in events auto; do
    worker $protocol '. ./crash.sh'
    expect_out 'CRASH t  worker killed by SIGSEGV (signal 11)  '
    record cell.protocol events
    record passed 1
    record backend_crash 2
    record results.0.duration_ms 2
    record results.1.name b
    record results.1.outcome.message 'worker killed by SIGSEGV (signal 11)
last words'
    record results.2.outcome.message "not run: worker crashed during 'b'"
    record cell.output.stdout.head 'printed by b'
    record cell.output.stderr.head 'last words'
done
# Asked for a frame, events are none.
worker frame '. ./crash.sh'
record results.length 1
record results.0.name llvm_backend_crash

worker events 'echo "@@ori-test plan a"; echo "@@ori-test start a"; sleep 999' --timeout=0.3
record results.0.name a
[[ "$("$ORI_JSON" r.json results.0.outcome.message)" = 'worker timed out after 0.3s ('*'% of a CPU)' ]] || fail 'another message'

begin 'output is kept only when something failed, its begin and its end, and what is missing is counted'
worker exit 'echo fine'
record passed 1
record cell.output.stdout.head ''
record cell.protocol exit
expect_out 'PASS  t  1 test  '
worker exit 'printf 0123456789abcdefghij; printf "\377" >&2; exit 1' --keep-output=4
record failed 1
record results.0.outcome.message "worker exited 1
$(printf '\357\277\275')"
record cell.output.stdout.head 0123
record cell.output.stdout.omitted_bytes 12
record cell.output.stdout.tail ghij
worker exit 'printf 01234567; exit 1' --keep-output=4
record cell.output.stdout.head 01234567
record cell.output.stdout.omitted_bytes 0
worker exit 'echo no; exit 1' --keep-output=0
grep -q '"output"' r.json && fail 'output is kept unasked'
worker exit 'exit 77'
record skipped 1
worker exit 'exit 99'
record errors.0 'worker exited 99'
expect_out 'ERROR t  worker exited 99  '
worker exit 'kill -TERM $$'
record backend_crash 1

worker tap 'echo 1..3; echo "ok 1 - a"; echo "not ok 2 - b"; echo "ok 3 - c # SKIP later"'
record passed 1
record failed 1
record skipped 1
record cell.protocol tap
worker tap 'echo 1..3; echo "ok 1 - a"'
record errors.0 '3 tests were planned, and 1 were run'
worker tap 'echo 1..2; echo "ok 1 - a"; kill -ABRT $$'
record results.1.outcome.message 'worker killed by SIGABRT (signal 6)'

begin 'where the time went'
# Where the time went: a line more, also with -q, and a number in the record.
run "$ORI_CELL" -o r.json --protocol=exit --timing -q -- true
expect_status 0
expect_line_count out 1
grep -qE '^      start [0-9.]+ ms, worker [0-9.]+ ms, drain [0-9.]+ ms, record [0-9.]+ ms$' out || fail 'no timing'
[ "$("$ORI_JSON" r.json cell.overhead_us)" -gt 0 ] || fail 'no overhead'

begin 'a frame larger than what is kept in memory needs no directory for temporary files'
{
    echo ---ORI_JSON_BEGIN---
    echo '{"results":[{"name":"a","outcome":{"type":"Passed"}}],"x":"'
    head -c 5M /dev/zero | tr '\0' x
    printf '"}\n%s\n' ---ORI_JSON_END---
} | tr -d '\n' | sed 's/^---ORI_JSON_BEGIN---/&\n/; s/---ORI_JSON_END---$/\n&\n/' >large
for directory in /no/such "$PWD" ''; do
    TMPDIR=$directory worker auto 'cat large'
    record passed 1
done

(ulimit -S -f 1000 && exec "$ORI_CELL" -q -o r.json --path=t -- cat large) || fail 'the cell fails where files are limited'
record passed 1

# As many lines of stderr as were asked for, or a word on what is missing.
lines() { # N LINE-LENGTH OPTION...: a worker that prints N lines of that length
    local count=$1 length=$2
    shift 2
    worker exit "i=0; while [ \$i -lt $count ]; do printf '%0${length}d\n' \$i; i=\$((i + 1)); done >&2; exit 1" "$@"
    "$ORI_JSON" r.json results.0.outcome.message >message
}
lines 1500 100 --stderr-lines=1000
record cell.stderr_tail.length 1000
record cell.stderr_tail.0 "$(printf %0100d 500)"
record cell.stderr_tail.999 "$(printf %0100d 1499)"
expect_line_count message 1001
lines 1000 900 --stderr-lines=1000 --keep-output=0
record cell.stderr_tail.length 1000
record cell.stderr_tail.0 "$(printf %0900d 0)"
lines 300 5000 --stderr-lines=1000
record cell.stderr_tail.0 '… 476300 bytes before this were not kept'
record cell.stderr_tail.length 206
[ "$(sed -n 2p message)" = '… 476300 bytes before this were not kept' ] || fail 'the message does not say so'
lines 10 5000
record cell.stderr_tail.0 '… 33626 bytes before this were not kept'
record cell.stderr_tail.length 5
for byte in '\n' '\0'; do
    worker exit "head -c 100K /dev/zero | tr '\\0' '$byte' >&2; exit 1"
    record cell.stderr_tail.length 1
    record cell.stderr_tail.0 '… 86016 bytes before this were not kept'
done
worker exit 'printf "a\0b\n\0\nc\n" >&2; exit 1'
record cell.stderr_tail.length 2
record cell.stderr_tail.0 ab
lines 1000 5
record cell.stderr_tail.length 5
record cell.stderr_tail.0 00995
lines 1000 100 --stderr-lines=1000 --keep-output=10
record cell.output.stderr.omitted_bytes 100980
record cell.output.stderr.tail 000000999

run "$ORI_CELL" -o r.json --protocol=nosuch -- true
expect_status 64
expect_err "--protocol=nosuch: there is no such protocol"
run "$ORI_CELL" -o r.json --keep-output=x -- true
expect_status 64
exit 0
