#!/bin/bash
# --isolate=cgroup: each worker has a cgroup of its own, which ends its family and is gone when the cell is, whatever happens. A limit that
# only a cgroup can enforce is in force, or the worker does not run. Whoever lacks a controller here: tests/kernel/cases.sh has them all.
. "${srcdir:-.}/tests/cli/lib.sh"
is_sanitized && skip 'a sanitizer knows nothing of the stack that the keeper runs on'

begin 'what cannot be is said at the command line'
for limit in memory=1G pids=9; do
    for level in '' --isolate=none --isolate=pid; do
        # shellcheck disable=SC2086 # no word or one
        run "$ORI_CELL" $level -o r.json --limit=$limit -- true
        expect_status 64
        expect_err "--limit=${limit%=*}: only a cgroup can enforce it"
        [ ! -e r.json ] || fail 'there is a record'
    done
done
run "$ORI_CELL" -o r.json --limit=memory=unlimited --protocol=exit -- true
expect_status 0
for levels in everything 'pid,' cgroup,auto none,pid pid,cgroup,x ''; do
    run "$ORI_CELL" --isolate="$levels" -o r.json -- true
    expect_status 64
    expect_line_count err 1
done

begin 'a limit that cannot be enforced is not left out, whatever was asked for'
for level in cgroup auto; do
    for limit in memory=1G pids=100; do
        rm -f ran
        run "$ORI_CELL" --isolate=$level -o r.json --path=m --protocol=exit --limit=$limit -- touch ran
        case $status in
        0)
            [ -e ran ] || fail 'it says that the worker ran'
            [ "$("$ORI_JSON" r.json cell.limits.${limit%=*})" -ge 100 ] || fail 'the limit is not in the record'
            grep -q '"containment": .*"cgroup"' r.json || fail 'a limit without a cgroup'
            ;;
        126)
            [ ! -e ran ] || fail 'the worker ran without its limit'
            expect_out "ERROR m  cannot run touch: --limit=${limit%=*}: "
            ;;
        *) fail "status $status" ;;
        esac
    done
done

if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then # nobody has no cgroup, unless somebody gave it one
    chmod 777 . && cp "$ORI_CELL" cell && chmod 755 cell
    run setpriv --reuid=65534 --regid=65534 --clear-groups ./cell --isolate=cgroup -o r.json --path=m --protocol=exit -- true
    if [ "$status" = 126 ]; then
        expect_out 'ERROR m  cannot run true: cgroup: '
        run setpriv --reuid=65534 --regid=65534 --clear-groups ./cell --isolate=auto -o r.json --path=m --protocol=exit -- true
        expect_status 0
        [ ! -s err ] || fail 'auto says something'
        ! grep -q '"cgroup"' r.json || fail 'the record claims a cgroup'
    fi
fi

run "$ORI_CELL" --isolate=cgroup -o r.json --path=m --protocol=exit -- true
[ "$status" = 0 ] || skip "no cgroup can be had here: $(cat err)"
expect_out 'PASS  m'
[ "$("$ORI_JSON" r.json cell.containment.0)$("$ORI_JSON" r.json cell.containment.1)" = subreapercgroup ] ||
    fail 'the record does not say what held'

# Each worker leaves its cgroup's path in the file; none of them is still there.
note='sed -n s/^0:://p /proc/self/cgroup >>groups;'
unified=$(awk '$0 ~ / - cgroup2 / { print $5; exit }' /proc/self/mountinfo)
groups_are_gone() {
    local group count=0
    while read -r group; do
        count=$((count + 1))
        case $group in
        */ori-cell.*) ;;
        *) fail "the worker was in $group" ;;
        esac
        [ -z "$(find "$unified" -name "${group##*/}")" ] || fail "$group is left over"
    done <groups
    [ "$count" = "$1" ] || fail "$count workers ran instead of $1"
    rm groups
}

run "$ORI_CELL" --isolate=cgroup -o r.json --path=m -- sh -c "$note echo out; kill -SEGV \$\$"
expect_out 'CRASH m  worker killed by SIGSEGV (signal 11)'
[ "$("$ORI_JSON" r.json cell.output.stdout.head)" = 'out' ] || fail 'stdout is lost'
groups_are_gone 1
run "$ORI_CELL" --isolate=cgroup -t 0.3 -o r.json --path=m -- sh -c "$note sleep 999"
expect_out 'worker timed out after 0.3s'
groups_are_gone 1
run "$ORI_CELL" --isolate=cgroup --retries=3 -o r.json --path=m --protocol=exit -- sh -c "$note exit 1"
groups_are_gone 4
run "$ORI_CELL" --isolate=cgroup -o r.json --path=m -- sh -c "$note echo '@@ori-test plan a'; echo '@@ori-test plan b'
    echo '@@ori-test start a'; kill -ABRT \$\$"
groups_are_gone 1
run "$ORI_CELL" --isolate=cgroup -o r.json --path=m -- ./no-such-worker
expect_status 127

begin 'what is left behind is noted and gone, wherever it hid'
tag=CGROUP_TAG=$$
run env "$tag" "$ORI_CELL" --isolate=cgroup --leak-grace=0 -o r.json --path=m --protocol=exit -- \
    sh -c "$note setsid sleep 987 >/dev/null 2>&1 & exit 0"
groups_are_gone 1
expect_out 'PASS  m'
[ "$("$ORI_JSON" r.json cell.leaked_count)" = 1 ] || fail 'what it left behind is not noted'
[ -z "$(processes_with "$tag")" ] || fail 'survivors'

# A cell that is asked to end leaves nothing; one that is killed leaves its cgroup, and what flees from the worker's group in it, to the
# next one.
start() {
    rm -f begun
    env "$tag" "$ORI_CELL" --isolate=cgroup -t 0 -o killed.json -- sh -c "$note setsid sleep 981 & echo >begun; sleep 982" &
    until [ -e begun ]; do :; done
}
begin 'a cell that is ended or killed'
start
kill -TERM $!
wait $! 2>/dev/null
groups_are_gone 1
[ -z "$(processes_with "$tag")" ] || fail 'survivors of a cell that was ended'
start
kill -KILL $!
wait $! 2>/dev/null
group=$(cat groups)
[ -n "$(find "$unified" -name "${group##*/}")" ] || fail 'who has removed it?'
run "$ORI_CELL" --isolate=cgroup -o r.json --path=m --protocol=exit -- true
expect_status 0
groups_are_gone 1
for ((i = 0; i < 1000000; i++)); do
    [ -n "$(processes_with "$tag")" ] || break
done
[ -z "$(processes_with "$tag")" ] || fail 'survivors of a cell that was killed'

begin "many at once do not clear each other's"
for ((i = 0; i < 40; i++)); do
    "$ORI_CELL" --isolate=cgroup -o "r$i.json" --path=$i --protocol=exit -- sh -c "$note exit 0" >>lines 2>&1 &
done
wait
[ "$(grep -c PASS lines)" = 40 ] || fail "not all have passed: $(cat lines)"
groups_are_gone 40

begin 'both levels together'
run "$ORI_CELL" --isolate=pid,cgroup -o r.json --path=m --protocol=exit -- sh -c "$note exit 0"
if [ "$status" = 0 ] && ! is_sanitized; then
    grep -q '"containment": \["subreaper", "pid", "cgroup"\]' r.json || fail 'the record does not say what held'
    groups_are_gone 1
fi
exit 0
