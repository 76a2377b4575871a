#!/bin/bash
# What several attempts come to: each way to go wrong first, with each way to end later, in each protocol. A crash fails the
# file for good, what fails and passes later is flaky, and what never passes is not OK.
# shellcheck disable=SC2016,SC2317 # the inner shell expands it; functions are called by name
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'what several attempts come to'

record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "$what: record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}
holds() {
    grep -qF -e "$1" r.json || fail "$what: the record does not hold: $1"
}

# The worker does what the file first says the first time, and what later says then.
cat >worker <<'W'
#!/bin/sh
frame() {
    echo "---ORI_JSON_BEGIN---"
    echo "{\"results\":[$1]$2}"
    echo "---ORI_JSON_END---"
}
result() {
    echo "{\"name\":\"t\",\"outcome\":{\"type\":\"$1\",\"message\":\"m\"}$2}"
}
if test -e ran; then . ./later; else : >ran; . ./first; fi
W
chmod +x worker

# try PROTOCOL FIRST LATER OPTION...: the status is that of --fail.
try() {
    local protocol=$1
    what="$1: $2 | $3"
    begin "$what"
    printf '%s\n' "$2" >first
    printf '%s\n' "$3" >later
    shift 3
    rm -f ran r.json
    run "$ORI_CELL" --fail -o r.json --path=t --protocol="$protocol" --retries=1 --empty-exit=2 "$@" -- ./worker
    [ "$("$ORI_JSON" r.json cell.attempts.length)" = 2 ] || fail "$what: it was not tried again"
}
fails() {
    try "$@"
    [ "$status" = 1 ] || fail "$what: status $status"
}
is_flaky() {
    try "$@"
    [ "$status" = 0 ] || fail "$what: status $status"
    record flaky 1
}

e='echo "@@ori-test'
plan="$e plan t\"; $e start t\"; "
declare -A pass skip same uncompiled absent broken

crash='kill -SEGV $$'

pass=([exit]='exit 0' [frame]='frame "$(result Passed)"' [events]="$plan $e result t pass 0\"; $e done\"" [tap]='echo 1..1; echo ok 1 - t')
skip=([exit]='exit 77' [frame]='frame "$(result Skipped)"' [events]="$plan $e result t skip 0 m\"; $e done\"" [tap]='echo 1..1; echo "ok 1 - t # SKIP m"')
same=([frame]='frame "$(result SkippedUnchanged)"' [events]="$plan $e result t skip-unchanged 0\"; $e done\"")
uncompiled=([frame]='frame "$(result LlvmCompileFail)"' [events]="$plan $e result t llvm-compile-fail 0 m\"; $e done\"")
absent=([frame]='frame ""' [events]="$e done\"" [tap]='echo 1..0')
broken=([frame]='frame "" ",\"errors\":[\"bad\"],\"llvm_compile_error\":true"; exit 1' [events]="$e file-error bad\"; $e llvm-compile-error\"; $e done\"; exit 1")
declare -A failure dead error odd
failure=([exit]='exit 1' [frame]='frame "$(result Failed)"; exit 1' [events]="$plan $e result t fail 0 m\"; $e done\"; exit 1" [tap]='echo 1..1; echo not ok 1 - t')
dead=([exit]=$crash [frame]='frame "$(result BackendCrash)"; exit 1' [events]="$plan $crash" [tap]="echo 1..1; $crash")
error=([exit]='exit 99' [frame]='frame "" ",\"errors\":[\"lost\"]"; exit 1' [events]="$e file-error lost\"; $e done\"; exit 1" [tap]='echo "Bail out! lost"')
odd=([frame]='frame "$(result Passed)"; exit 42' [events]="$plan $e result t pass 0\"; $e done\"; exit 42" [tap]='echo 1..1; echo ok 1 - t; exit 42')

for protocol in exit frame events tap; do
    # What passes later.
    is_flaky $protocol "${failure[$protocol]}" "${pass[$protocol]}"
    is_flaky $protocol "${error[$protocol]}" "${pass[$protocol]}"
    for first in "${dead[$protocol]}" "$crash" 'sleep 99'; do
        fails $protocol "$first" "${pass[$protocol]}" -t 1
        record passed 1
        record flaky 1
        holds 'crashed'
    done
    [ $protocol = exit ] || is_flaky $protocol "${odd[$protocol]}" "${pass[$protocol]}"

    # What never passes.
    for later in "${skip[$protocol]}" "${same[$protocol]}" "${uncompiled[$protocol]}" "${absent[$protocol]}" "${broken[$protocol]}"; do
        [ -n "$later" ] || continue
        for first in "${failure[$protocol]}" "${dead[$protocol]}" "${error[$protocol]}" "$crash" "${odd[$protocol]}"; do
            [ -n "$first" ] || continue
            fails $protocol "$first" "$later"
            record flaky 0
        done
        fails $protocol 'sleep 99' "$later" -t 1
        record backend_crash 1
    done
done

begin 'the earlier result is kept, and says what became of it'
fails exit "$crash" 'exit 77'
record results.0.outcome.message 'worker killed by SIGSEGV (signal 11); skipped in a later attempt'
record results.length 1
record backend_crash 1
record skipped 0
record cell.attempts.0.ended.how signaled
record cell.attempts.0.errors 0
fails exit 'exit 1' 'exit 77'
record failed 1
record results.0.outcome.message 'worker exited 1; skipped in a later attempt'
fails frame "${failure[frame]}" "${same[frame]}"
record results.0.outcome.message 'm; skipped as unchanged in a later attempt'
fails frame "${failure[frame]}" "${uncompiled[frame]}"
record results.0.outcome.message 'm; did not compile in a later attempt'
fails frame "${failure[frame]}" 'exit 2'
record results.0.outcome.message 'm; absent from a later attempt'
fails frame "$crash" 'exit 2'
record results.0.outcome.message 'worker killed by SIGSEGV (signal 11); nothing passed in a later attempt'
fails frame "${dead[frame]}" "${failure[frame]}"
record results.0.outcome.message 'm; crashed in an attempt before: m'
fails frame "${error[frame]}" 'exit 2'
record errors.0 lost
record cell.attempts.0.errors 1

fails frame 'frame "" ",\"errors\":[\"lost\"]"; exit 1' 'frame "" ",\"errors\":[\"lost\"],\"llvm_compile_error\":true"; exit 1'
record llvm_compile_error false

begin 'a crash of the file is known as what it is, whatever tests are called'
for outcome in Skipped Passed SkippedUnchanged LlvmCompileFail; do
    fails frame "$crash" 'frame "{\"name\":\"llvm_backend_crash\",\"outcome\":{\"type\":\"'$outcome'\",\"message\":\"\"}}"'
done
fails frame 'frame "{\"name\":\"llvm_backend_crash\",\"outcome\":{\"type\":\"BackendCrash\",\"message\":\"own\"}}"; exit 1' "${pass[frame]}"
record backend_crash 1
record flaky 0

begin "a worker's own word on what is flaky is not believed"
try frame 'frame "$(result Failed)"; exit 1' 'frame "$(result Passed ",\"flaky\":\"own\"")"'
record results.0.flaky m
try frame 'frame "$(result Failed)"; exit 1' 'frame "$(result Failed ",\"flaky\":\"own\"")"; exit 1'
record flaky 0

begin 'a compile failure is no failure to the gate, but what passes after one is flaky'
two='frame "{\"name\":\"u\",\"outcome\":{\"type\":\"Failed\",\"message\":\"u\"}},$(result LlvmCompileFail)"; exit 1'
try frame "$two" 'frame "{\"name\":\"u\",\"outcome\":{\"type\":\"Passed\"}},$(result Passed)"'
expect_status 0
record flaky 2
record results.1.flaky m

begin 'of tests of one name the first is the first, and the second the second'
try frame 'frame "$(result Passed),$(result Failed),$(result Failed)"; exit 1' 'frame "$(result Passed),$(result Passed),$(result Skipped)"'
expect_status 1
record results.0.outcome.type Passed
grep -c '"flaky": "m"' r.json >count
[ "$(cat count)" = 1 ] || fail 'the wrong one is flaky'
record results.1.flaky m
record results.2.outcome.message 'm; skipped in a later attempt'

begin 'in three attempts'
# In three attempts: what went wrong and has passed since need not run again.
what='three attempts'
printf '%s\n' 'frame "$(result Failed),{\"name\":\"u\",\"outcome\":{\"type\":\"Failed\",\"message\":\"u\"}}"; exit 1' >first
cat >later <<'W'
if test -e again; then frame '{"name":"u","outcome":{"type":"Passed"}}'; exit 0; fi
: >again
frame "$(result Passed),{\"name\":\"u\",\"outcome\":{\"type\":\"Failed\",\"message\":\"u\"}}"
exit 1
W
rm -f ran again
run "$ORI_CELL" --fail -o r.json --path=t --retries=5 -- ./worker
expect_status 0
record cell.attempts.length 3
record passed 2
record flaky 2

begin 'errors of the file that stay are told once'
# Errors of the file that stay are told once; a new one is no excuse for the old.
fails frame "${odd[frame]}" "${odd[frame]}"
record errors.length 1
record flaky 0
fails frame "${error[frame]}" "${odd[frame]}"
record errors.length 2
fails frame 'frame "$(result Passed)"; sleep 99 &' 'frame "$(result Skipped)"' --leak=fail --leak-grace=0
is_flaky frame 'frame "$(result Passed)"; sleep 99 &' 'frame "$(result Passed)"' --leak=fail --leak-grace=0
exit 0
