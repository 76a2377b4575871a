#!/bin/bash
# Each way a worker can end gives its record and its line, and the cell's status is 0 all the same.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "each way a worker can end gives its record and its line, and the cell's status is 0 all the same"

# worker SCRIPT OPTION...: runs it in a cell with a one second deadline.
worker() {
    local script=$1
    shift
    begin "$script $*"
    run "$ORI_CELL" -t 1 -o r.json --path=dir/t.ll "$@" -- sh -c "$script"
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
[[ "$("$ORI_JSON" r.json results.0.outcome.message)" = 'worker timed out after 1s ('*'% of a CPU)' ]] || fail 'another message'
record cell.ended.how timed_out
record cell.ended.after_ms 1000
record cell.limits.timeout_ms 1000

worker 'cat good; exit 42'
record errors.0 'worker exited 42 after reporting'
expect_out 'ERROR dir/t.ll  worker exited 42 after reporting'

worker 'exit 0'
record results.0.outcome.message 'worker exited 0 with no JSON output'

begin 'many things that go wrong exit 2'
# Many things that go wrong exit 2: it says that there are no tests only where that is agreed on.
worker 'exit 2'
record results.0.outcome.message 'worker exited 2 with no JSON output'
expect_out 'CRASH dir/t.ll  worker exited 2 with no JSON output  '
worker 'exit 2' --empty-exit=2
record results.length 0
record errors.length 0
expect_out 'EMPTY dir/t.ll  0 tests'
worker 'exit 2' --empty-exit=3
record backend_crash 1
worker 'exit 3' --empty-exit=3
record results.length 0
for end in 'exit 0' 'exit 1' 'kill -SEGV $$' 'sleep 99'; do
    worker "$end" --empty-exit=2
    record backend_crash 1
done
worker 'echo ---ORI_JSON_BEGIN---; echo "[]"; echo ---ORI_JSON_END---; exit 2'
expect_out 'EMPTY dir/t.ll  0 tests'
worker 'echo "@@ori-test done"; exit 2'
expect_out 'EMPTY dir/t.ll  0 tests'
for status in 0 256 -1 x 2K ''; do
    run "$ORI_CELL" -o x.json --empty-exit=$status -- true
    expect_status 64
    expect_line_count err 1
done

worker 'printf "%s\n" "---ORI_JSON_BEGIN---" "[" "---ORI_JSON_END---"'
record results.0.outcome.message 'worker exited 0 with malformed JSON output: it ends too early at byte 1'

worker 'cat bad'
record errors.0 'worker exited 0 though its results hold a failure'

begin 'a report that has begun is not none, whatever the status says'
for begun in 'echo "---ORI_JSON_BEGIN---"; echo "{\"results\":["' 'printf "@@ori-test plan a"'; do
    worker "$begun; exit 2" --empty-exit=2
    record backend_crash 1
    record results.0.outcome.message 'worker exited 2 with no JSON output'
done

begin 'events that no honest worker sends are errors beside a frame too'
for events in 'plan a|result a pass 1|result a pass 1|done' 'plan a|result a pass 1|done|done' 'result a pass 1|done'; do
    frame '[{"results":[{"name":"a","outcome":{"type":"Passed"}}]}]' >both
    worker "echo '$events' | tr '|' '\n' | sed 's/^/@@ori-test /'; cat both"
    record errors.length 1
done

begin 'by auto a worker may report in both ways, if it says the same'
said='echo "@@ori-test plan a"; echo "@@ori-test start a"; echo "@@ori-test result a'
worker "$said pass 1\"; echo '@@ori-test done'; cat good"
record passed 1
record errors.length 0
worker "$said fail 1\"; echo '@@ori-test done'; cat good"
expect_out 'ERROR dir/t.ll  frame and events contradict each other: a is Passed in the frame and Failed in the events'
worker "echo '@@ori-test plan a'; echo '@@ori-test start a'; cat good"
record errors.0 'frame and events contradict each other: a is Passed in the frame and has no result in the events, and 1 more'
worker "$said fail 1\"; cat good" --protocol=frame
record errors.length 0
worker "$said pass 1\"; echo '@@ori-test done'; exit 1"
record errors.0 'worker exited 1 though nothing failed'

# A frame of another test file is none of ours.
of() {
    frame "[{\"path\":\"$1\",\"results\":[{\"name\":\"a\",\"outcome\":{\"type\":\"Passed\"}}]}]" >of
}
: >real.ll
for path in dir/t.ll ./dir/t.ll '' real.ll "$PWD/real.ll"; do
    of "$path"
    run "$ORI_CELL" -o r.json --path=dir/t.ll -- sh -c 'cat of' sh real.ll
    record passed 1
done
for path in other.ll dir/t.ll.x t.ll /dir/t.ll; do
    of "$path"
    run "$ORI_CELL" -o r.json --path=dir/t.ll -- sh -c 'cat of' sh real.ll
    record passed 0
    record results.0.outcome.message "worker exited 0 with malformed JSON output: of the test file $path"
done
frame '[{"path":"dir/t.ll","results":[]},{"path":"other.ll","results":[]}]' >of
worker 'cat of'
record backend_crash 1

run "$ORI_CELL" -o x.json --run=$'a\xffb' -- true
expect_status 64
expect_line_count err 1
expect_err '--run: the id is no UTF-8'
