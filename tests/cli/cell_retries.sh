#!/bin/bash
# --retries: every attempt is recorded, what passes later is flaky and counted as such, and a crash is never green.
# shellcheck disable=SC2016 # the inner shell expands it
. "${srcdir:-.}/tests/cli/lib.sh"
begin '--retries'

# worker SCRIPT OPTION...: $n in it is the number of the attempt.
worker() {
    local script=$1
    shift
    rm -f n
    begin "$script $*"
    run "$ORI_CELL" -t 1 -o r.json --path=t "$@" -- sh -c 'n=$(($(cat n 2>/dev/null || echo 0) + 1)); echo $n >n; '"$script"
    expect_status 0
}
record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}

worker '[ $n = 3 ]' --protocol=exit --retries=5 --retry-on=fail
expect_out 'PASS  t  1 test, 1 flaky  '
record passed 1
record flaky 1
record results.0.flaky 'worker exited 1'
record cell.attempts.length 3
record cell.attempts.0.reason first
record cell.attempts.0.ended.code 1
record cell.attempts.0.failed 1
record cell.attempts.2.reason retry
record cell.attempts.2.passed 1
run "$ORI_MERGE" r.json
expect_status 0
expect_out '  FLAKY: t - worker exited 1'
expect_out '  1 flaky'
expect_out '  1 passed, 0 failed, 0 skipped, 0 llvm compile fail, 0 backend crash'
run "$ORI_MERGE" --json r.json
[ "$("$ORI_JSON" out flaky)" = 1 ] || fail 'the report does not count it'

begin 'no more attempts than asked for, and none for what was not asked for'
worker 'exit 1' --protocol=exit --retries=2
record failed 1
record cell.attempts.length 3
worker 'exit 1' --protocol=exit --retries=2 --retry-on=crash,timeout
[ "$(cat n)" = 1 ] || fail 'a failure was tried again'
grep -q '"attempts"' r.json && fail 'one attempt is listed'
worker '[ $n = 2 ] || sleep 99' --protocol=exit --retries=2 --retry-on=crash -t 0.2
[ "$(cat n)" = 1 ] || fail 'a time-out was tried again'
worker 'exit 0' --protocol=exit --retries=2
[ "$(cat n)" = 1 ] || fail 'a success was tried again'

begin 'what crashed first and passed then is flaky, and fails the gate'
worker '[ $n = 2 ] || kill -SEGV $$' --protocol=exit --retries=1 --retry-on=crash
record passed 1
record flaky 1
record errors.0 't crashed before it passed: worker killed by SIGSEGV (signal 11)'
run "$ORI_MERGE" r.json
expect_status 1
worker '[ $n = 2 ] || sleep 99' --protocol=exit --retries=1 --retry-on=timeout -t 0.2
record flaky 1
record cell.attempts.0.ended.how timed_out
run "$ORI_MERGE" r.json
expect_status 1

begin 'a crash of the file as a whole was one of each of its tests'
frame='{"results":[{"name":"a","outcome":{"type":"Passed"}},{"name":"b","outcome":{"type":"Skipped","message":""}}]}'
worker '[ $n = 2 ] || exit 1; printf -- "---ORI_JSON_BEGIN---\n%s\n---ORI_JSON_END---\n" '"'$frame'" --retries=1
record flaky 1
record results.0.flaky 'worker exited 1 with no JSON output'
record errors.0 'an attempt before crashed: worker exited 1 with no JSON output'

for option in --retries=-1 --retries=x --retry-on=nosuch --retry-on= "--retry-on=crash,"; do
    run "$ORI_CELL" -o x.json $option -- true
    expect_status 64
    expect_line_count err 1
    [ ! -e x.json ] || fail 'something was run'
done
exit 0
