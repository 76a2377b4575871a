#!/bin/bash
# Each way a worker can end gives its record and its line, and the cell's status is 0 all the same.
. "${srcdir:-.}/tests/cli/lib.sh"

# worker SCRIPT: runs it in a cell with a one second deadline.
worker() {
    run "$ORI_CELL" -t 1 -o r.json --path=dir/t.ll -- sh -c "$1"
    expect_status 0
}
# record PATH VALUE: what the record holds there.
record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}
frame() {
    printf -- '---ORI_JSON_BEGIN---\n%s\n---ORI_JSON_END---\n' "$1"
}

frame '[{"results":[{"name":"a","targets":["f"],"outcome":{"type":"Passed"},"duration_ms":1}],"passed":7}]' >good
frame '[{"results":[{"name":"a","outcome":{"type":"Failed","message":"bad"}}]}]' >bad

worker 'cat good'
record passed 1
record path dir/t.ll
record schema ori-record/1
record results.0.targets.0 f
record cell.ended.how exited
record cell.ended.code 0
record cell.protocol frame
expect_out 'PASS  dir/t.ll  1 test  '

worker 'cat bad; exit 1'
record failed 1
record results.0.outcome.message bad
expect_out 'FAIL  dir/t.ll  1 of 1 test failed  '

worker 'echo one >&2; echo two >&2; kill -SEGV $$'
record backend_crash 1
record results.length 1
record results.0.name llvm_backend_crash
record results.0.outcome.message "worker killed by SIGSEGV (signal 11)
one
two"
record cell.ended.how signaled
record cell.ended.name SIGSEGV
record cell.ended.core_dumped false
record cell.stderr_tail.1 two
expect_out 'CRASH dir/t.ll  worker killed by SIGSEGV (signal 11)  '

worker 'kill -ABRT $$'
record results.0.outcome.message 'worker killed by SIGABRT (signal 6)'

worker 'cat good; kill -SEGV $$'
record passed 1
record backend_crash 1

worker 'sleep 999'
record results.0.outcome.message 'worker timed out after 1s'
record cell.ended.how timed_out
record cell.ended.after_ms 1000
record cell.limits.timeout_ms 1000

worker 'cat good; exit 42'
record errors.0 'worker exited 42 after reporting'
expect_out 'ERROR dir/t.ll  worker exited 42 after reporting'

worker 'exit 0'
record results.0.outcome.message 'worker exited 0 with no JSON output'

worker 'exit 2'
record results.length 0
record errors.length 0
expect_out 'EMPTY dir/t.ll  0 tests'

worker 'printf "%s\n" "---ORI_JSON_BEGIN---" "[" "---ORI_JSON_END---"'
record results.0.outcome.message 'worker exited 0 with malformed JSON output: it ends too early at byte 1'

worker 'cat bad'
record errors.0 'worker exited 0 though its results hold a failure'
