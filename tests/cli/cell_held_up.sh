#!/bin/bash
# Nothing that a worker does to its cell holds the cell up, ends it, or makes it end what is not its family.
. "${srcdir:-.}/tests/cli/lib.sh"

seconds=30 # far from what any of these takes
# cell OPTION... -- WORKER...: in time, with a record.
cell() {
    rm -f r.json
    run timeout -s KILL $seconds "$ORI_CELL" -o r.json --path=m --protocol=exit "$@"
    [ "$status" != 137 ] || fail 'the cell never ends'
}

begin 'a signal that the worker sends is noted and not obeyed'
for signal in TERM QUIT USR1 TSTP ALRM HUP; do
    # shellcheck disable=SC2016
    cell -- sh -c 'kill -'$signal' $PPID; exit 0'
    expect_status 0
    expect_out 'PASS  m'
    [ "$("$ORI_JSON" r.json cell.signals_ignored.0.signal)" = SIG$signal ] || fail "SIG$signal is not noted"
done

begin "nobody can be kept from stopping a process of his own user's"
# Nobody can be kept from stopping a process of his own user's. The kernel continues the cell when it should have acted, and
# that is told: whether the worker hangs, has passed meanwhile, or goes on stopping it.
# shellcheck disable=SC2016
cell --timeout=0.3 -- sh -c 'kill -STOP $PPID; exec sleep 999'
expect_out 'CRASH m  worker timed out after 0.3s'
[ "$("$ORI_JSON" r.json cell.stopped)" = 1 ] || fail 'a stop is not told'
# shellcheck disable=SC2016
cell --timeout=0.3 -- sh -c 'kill -STOP $PPID; exit 0'
expect_out 'PASS  m'
[ "$("$ORI_JSON" r.json cell.stopped)" = 1 ] || fail 'the stop of a cell whose worker passes is not told'
if [ -n "${STORMS:-}" ]; then # it takes 12 s at worst, until the worker's own alarm
    # shellcheck disable=SC2016
    cell --timeout=0.3 -- sh -c 'while :; do kill -STOP $PPID; done'
    expect_out 'CRASH m  worker '
fi
# shellcheck disable=SC2016
cell --timeout=0.2 --retries=1 -- sh -c 'kill -STOP $PPID; exec sleep 999'
expect_out 'CRASH m  worker timed out after 0.2s'
if [ "$(id -u)" = 0 ] && [ "$(uname -s)" = Linux ]; then # a tracer that has gone leaves its tracee stopped
    cell --timeout=0.3 -- "$build/tests/helper/misbehave" attach-to-parent 1
    expect_out 'PASS  m'
fi

begin 'children from before are none of the family'
if [ "$(uname -s)" = Linux ]; then
    # shellcheck disable=SC2016
    run bash -c 'sleep 9961 & (sleep 9962 & wait) & exec "$0" --leak=fail --leak-grace=0 -o r.json --path=m --protocol=exit -- sh -c "setsid sleep 9963 >/dev/null & exit 0"' "$ORI_CELL"
    expect_out 'ERROR m  worker left 1 process behind: '
    pgrep -f '^sleep 9961$' >/dev/null || fail 'a child from before was killed'
    pgrep -f '^sleep 9962$' >/dev/null || fail 'a grandchild from before was killed'
    pgrep -f '^sleep 9963$' >/dev/null && fail 'one of the family lives'
    pkill -f '^sleep 996[12]$'
    # shellcheck disable=SC2016
    run bash -c 'exec > >(cat >log); exec "$0" -o r.json --path=m --protocol=exit -- true' "$ORI_CELL"
    expect_status 0
    until grep -q 'PASS  m' log; do :; done
fi

begin '--total-timeout bounds the leak grace too'
cell --timeout=1 --total-timeout=1 --leak-grace=1h -- sh -c 'sleep 993 & exit 0'
expect_out 'PASS  m'

begin 'the worker has no terminal, and a session of its own'
# shellcheck disable=SC2016
cell -- sh -c 'test "$(ps -o sid= -p $$ | tr -d " ")" = $$ && ! (exec </dev/tty)'
expect_out 'PASS  m'

begin 'standard input closed is /dev/null all the same'
rm -f r.json
status=0
# shellcheck disable=SC2016
"$ORI_CELL" -o r.json --path=m --protocol=exit -- sh -c 'test "$(readlink /proc/self/fd/0)" = /dev/null && ! read -r x' <&- >out 2>err || status=$?
expect_out 'PASS  m'

begin 'signals that are ignored where the cell is started are at their default in the worker'
if [ -r /proc/self/status ]; then
    (
        # shellcheck disable=SC2172 # these have no names
        trap '' HUP INT QUIT USR1 USR2 PIPE TERM 40 50 64
        run "$ORI_CELL" -o r.json --path=m --protocol=exit -- grep -E '^Sig(Ign|Blk):' /proc/self/status
        expect_status 0
    ) || exit 1
    run "$ORI_JSON" r.json results.0.outcome.type
    (
        # shellcheck disable=SC2172 # these have no names
        trap '' HUP INT QUIT USR1 USR2 PIPE TERM 40 50 64
        exec "$ORI_CELL" -q -o r.json --path=m --protocol=exit -- sh -c "grep -q '^SigIgn:.0*\$' /proc/self/status"
    )
    [ "$("$ORI_JSON" r.json results.0.outcome.type)" = Passed ] || fail 'the worker ignores signals'
fi

begin "a process group of the worker's family in an outer /proc's pids is not looked for"
# A process group of the worker's family in an outer /proc's pids is not looked for: innocent processes live.
if unshare -pf true 2>/dev/null; then
    sleep 996 &
    innocent=$!
    run unshare -pf "$ORI_CELL" -o r.json --path=m --protocol=exit --leak-grace=0 -- sh -c 'setsid sleep 997 >/dev/null 2>&1 & exit 0'
    expect_out 'PASS  m'
    [ "$("$ORI_JSON" r.json cell.leaked_count)" = 1 ] || fail 'a process left behind in a pid namespace is not noted'
    kill -0 $innocent || fail 'an innocent process was killed'
    kill $innocent
fi
# A worker that covers /proc hides nothing.
if unshare -m true 2>/dev/null; then
    tag=HELD_UP_TAG=$$
    run env "$tag" unshare -m "$ORI_CELL" -o r.json --path=m --protocol=exit --leak-grace=0 -- \
        sh -c 'mount -t tmpfs none /proc && (setsid sleep 998 >/dev/null 2>&1 &)'
    expect_out 'PASS  m'
    [ "$("$ORI_JSON" r.json cell.leaked_count)" = 1 ] || fail 'what is behind a covered /proc is not noted'
    [ -z "$(processes_with "$tag")" ] || fail 'it survives'
fi

begin 'a worker that cannot be killed is told of, and not waited for'
freezer=/sys/fs/cgroup/freezer/ori-test.$$
if mkdir "$freezer" 2>/dev/null; then
    # shellcheck disable=SC2016
    cell -t 0.5 -- sh -c 'echo $$ >"$1/cgroup.procs"; echo FROZEN >"$1/freezer.state"; sleep 997' sh "$freezer"
    echo THAWED >"$freezer/freezer.state"
    expect_out 'CRASH m  worker timed out after 0.5s'
    [ "$("$ORI_JSON" r.json cell.ended.survived)" = true ] || fail 'the record does not say that it survived'
    grep -q 'the worker, pid [0-9]*, could not be ended' r.json || fail 'it is no error'
    until rmdir "$freezer" 2>/dev/null; do :; done
fi

begin 'the time for all attempts is bounded, and what was left out is said'
cell -t 0.3 --retries=50 --total-timeout=1 -- sleep 999
expect_out 'CRASH m'
grep -q 'total-timeout left no time for another attempt' r.json || fail 'the attempts that were left out are not told of'
exit 0
