#!/bin/bash
# --isolate=pid: the family is in a pid namespace of its own, sees and signals nobody else, and dies as a whole, also with a cell that is
# killed. --isolate=auto takes it where it can be had, and says in the record what held.
. "${srcdir:-.}/tests/cli/lib.sh"
begin '--isolate=pid'

if is_sanitized; then skip 'a sanitizer knows nothing of the stack that the keeper runs on'; fi

run "$ORI_CELL" --isolate=pid -o r.json --path=m --protocol=exit -- true
[ "$status" = 0 ] || skip "no pid namespace can be had here: $(cat err)"
expect_out 'PASS  m'
[ "$("$ORI_JSON" r.json cell.containment.0)$("$ORI_JSON" r.json cell.containment.1)" = subreaperpid ] ||
    fail 'the record does not say what held'

begin 'what a verdict rests on comes through'
# What a verdict rests on comes through: status, signal, deadline, output, usage, a worker that is not there.
run "$ORI_CELL" --isolate=pid -o r.json --path=m -- sh -c 'echo out; echo err >&2; kill -SEGV $$'
expect_out 'CRASH m  worker killed by SIGSEGV (signal 11)'
[ "$("$ORI_JSON" r.json cell.output.stdout.head)" = 'out' ] || fail 'stdout is lost'
run "$ORI_CELL" --isolate=pid -o r.json --path=m -- sh -c 'kill -ABRT $$' # would be ignored by the first process
expect_out 'worker killed by SIGABRT (signal 6)'
run "$ORI_CELL" --isolate=pid -o r.json --path=m -- sh -c 'exit 9'
expect_out 'worker exited 9 with no JSON output'
run "$ORI_CELL" --isolate=pid -t 0.3 -o r.json --path=m -- sleep 999
expect_out 'worker timed out after 0.3s'
run "$ORI_CELL" --isolate=pid -t 0.3 -s TERM -o r.json --path=m -- sh -c 'trap "exit 3" TERM; while :; do :; done'
expect_out 'worker timed out after 0.3s'
[ "$("$ORI_JSON" r.json cell.ended.code)" = 3 ] || fail 'the deadline'"'"'s signal does not reach it'
run "$ORI_CELL" --isolate=pid -o r.json --path=m -- ./no-such-worker
expect_status 127
run "$ORI_CELL" --isolate=pid --retries=2 -o r.json --path=m --protocol=exit -- \
    sh -c 'test -e ran && exit 0; touch ran; exit 1'
expect_out 'PASS  m  1 test, 1 flaky'

begin 'a worker that is traced, by its keeper or by its child'
helper=$build/tests/helper/misbehave
run timeout -s KILL 30 "$ORI_CELL" --isolate=pid -t 0.5 --empty-exit=2 -o r.json --path=m -- "$helper" trace-me 2
expect_out 'CRASH m  worker timed out after 0.5s'
for mode in $("$helper" --list | cut -f 1 | grep '^traced-by-child' | sort -u); do
    number=$("$helper" --list | grep "^$mode	" | head -n 1 | cut -f 2)
    line=$("$helper" --list | grep "^$mode	" | head -n 1 | cut -f 6)
    run timeout -s KILL 30 "$ORI_CELL" --isolate=pid --leak-grace=0.1 -t 1 -o r.json --path=m -- "$helper" "$mode" "$number"
    expect_status 0
    # shellcheck disable=SC2053 # it is a pattern
    [[ $(cat out) == $line ]] || fail "$mode prints another line than $line"
done

begin 'it sees its family alone, and the cell is none of it'
# shellcheck disable=SC2016
run "$ORI_CELL" --isolate=pid -o r.json --path=m --protocol=exit -- \
    sh -c 'set -- /proc/[0-9]*; test $# = 2 && test "$(cat /proc/1/comm)" = ori-cell && ! kill -KILL 1 2>/dev/null; kill -KILL -1; exit 0'
expect_status 0
[ -e r.json ] || fail 'the cell was killed'

begin 'no signal that it sends to its parent ends it'
# shellcheck disable=SC2016
run "$ORI_CELL" --isolate=pid -o r.json --path=m --protocol=exit -- \
    sh -c 'for i in $(seq 64) $(seq 64); do kill -$i $PPID; done 2>/dev/null; for i in $(seq 20); do ls >/dev/null; done; exit 0'
expect_out 'PASS  m'

begin 'what is left behind is noted and gone, wherever it hid'
tag=ISOLATE_TAG=$$
run env "$tag" "$ORI_CELL" --isolate=pid --leak-grace=0 -o r.json --path=m --protocol=exit -- \
    sh -c 'setsid sleep 987 >/dev/null 2>&1 & exit 0'
expect_out 'PASS  m'
[ "$("$ORI_JSON" r.json cell.leaked_count)" = 1 ] || fail 'what it left behind is not noted'
[ -z "$(processes_with "$tag")" ] || fail 'survivors'

begin 'a cell that is killed takes all of it along'
# A cell that is killed takes all of it along: its group, other sessions, other users.
change=
[ "$(id -u)" != 0 ] || ! command -v setpriv >/dev/null || change='setpriv --reuid=65534 --clear-groups'
env "$tag" "$ORI_CELL" --isolate=pid -t 0 -o killed.json -- \
    sh -c "$change sleep 981 & setsid sleep 982 & sleep 983 & echo >begun; exec $change sleep 984" &
until [ -e begun ]; do :; done
kill -KILL $!
wait $! 2>/dev/null
for ((i = 0; i < 1000000; i++)); do
    [ -n "$(processes_with "$tag")" ] || break
done
[ -z "$(processes_with "$tag")" ] || fail 'survivors of a cell that was killed'

begin 'auto falls back, silently'
# auto falls back, silently; pid does not.
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null && unshare -Ur true 2>/dev/null; then
    # shellcheck disable=SC2016
    nothing='echo 0 >/proc/sys/user/max_user_namespaces && exec setpriv --bounding-set=-sys_admin "$@"'
    run unshare -Ur sh -c "$nothing" sh "$ORI_CELL" --isolate=auto -o r.json --path=m --protocol=exit -- true
    expect_status 0
    expect_out 'PASS  m'
    [ ! -s err ] || fail 'auto says something'
    ! grep -q '"pid"]' r.json || fail 'the record claims a namespace'
    run unshare -Ur sh -c "$nothing" sh "$ORI_CELL" --isolate=pid -o r.json --path=m --protocol=exit -- true
    expect_status 126
    expect_out 'ERROR m  cannot run true: pid namespace'
fi
run "$ORI_CELL" --isolate=everything -o r.json -- true
expect_status 64
exit 0
