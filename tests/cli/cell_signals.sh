#!/bin/bash
# A cell that is ended by a signal ends its family, leaves no record behind and dies by that signal.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a cell that is ended by a signal ends its family, leaves no record behind and dies by that signal'

for signal in INT TERM HUP; do
    rm -f pid r.json
    # An asynchronous command of a shell has SIGINT ignored; a job of an interactive one has not.
    set -m
    # shellcheck disable=SC2016 # the worker's shell expands it
    "$ORI_CELL" -t 0 -o r.json -- sh -c 'setsid sleep 999 & echo $! >pid.tmp; mv pid.tmp pid; sleep 998' &
    cell=$!
    set +m
    until [ -s pid ]; do :; done
    kill -s "$signal" "$cell"
    wait "$cell"
    status=$?
    [ "$status" = $((128 + $(kill -l "$signal"))) ] || fail "SIG$signal gives status $status"
    kill -0 "$(cat pid)" 2>/dev/null && fail "a process is left after SIG$signal"
    [ "$(find . -name 'r.json*')" = '' ] || fail "a record is left after SIG$signal"
done

begin 'a worker dies with a cell that is killed outright, and all of its group, also who has become another user since (where the test may become one)'
# A worker dies with a cell that is killed outright, and all of its group, also who has become another user since (where
# the test may become one). Who has fled to a session of its own stays: nothing but a pid namespace or a cgroup holds it.
as_other=''
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null && [ "$(uname -s)" = Linux ]; then
    as_other='setpriv --reuid=65534 --clear-groups'
fi
cat >members <<W
#!/bin/sh
sleep 997 &
$as_other sleep 996 &
setsid sleep 995 &
until [ "\$(tr '\\0' ' ' <"/proc/\$!/cmdline")" = 'sleep 995 ' ]; do :; done
: >ready
$as_other sleep 994
W
chmod +x members
rm -f ready
tag="CELL_SIGNALS=$$"
env "$tag" "$ORI_CELL" -t 0 -o r.json -- ./members &
cell=$!
until [ -e ready ]; do :; done
kill -KILL "$cell"
wait "$cell" 2>/dev/null
until [ "$(processes_with "$tag" | wc -l)" -le 1 ]; do :; done
left=$(processes_with "$tag")
[[ $(tr '\0' ' ' <"${left%/environ}/cmdline") == 'sleep 995 ' ]] || fail "another than who has fled is left: $left"
left=${left#/proc/}
kill "${left%/environ}"
[ ! -e r.json ] || fail 'a killed cell wrote a record'

begin 'every deadly signal from outside'
# Every deadly signal from outside. What the cell hands to its own worker, and what the C library keeps, is left out; so is
# what stops, and what does nothing by default.
for ((number = 1; number <= 64; number++)); do
    case $number in
    9 | 14 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 28 | 32 | 33 | 34) continue ;;
    esac
    rm -f pid r.json
    set -m
    # shellcheck disable=SC2016
    "$ORI_CELL" -t 0 -o r.json -- sh -c 'setsid sleep 999 & echo $! >pid.tmp; mv pid.tmp pid; sleep 998' 2>/dev/null &
    cell=$!
    set +m
    until [ -s pid ]; do :; done
    kill -s "$number" "$cell"
    status=0
    wait "$cell" 2>/dev/null || status=$?
    [ "$status" = $((128 + number)) ] || fail "signal $number gives status $status"
    kill -0 "$(cat pid)" 2>/dev/null && fail "a process is left after signal $number"
    [ "$(find . -name 'r.json*')" = '' ] || fail "a record is left after signal $number"
done

# A pass that is told on request: the worker says that it is there, waits for the file "go", and passes.
cat >passes <<'W'
#!/bin/sh
: >here
until [ -e go ]; do :; done
echo '---ORI_JSON_BEGIN---
[{"results":[{"name":"a","outcome":{"type":"Passed"}}],"errors":[]}]
---ORI_JSON_END---'
W
chmod +x passes

begin 'SIGALRM from outside is no time-out, and is told'
rm -f r.json here go
"$ORI_CELL" -t 600 -o r.json --path=m -- ./passes >out 2>err &
cell=$!
until [ -e here ]; do :; done
for ((i = 0; i < 20; i++)); do kill -ALRM "$cell"; done
: >go
wait "$cell" || fail "a cell with SIGALRM from outside ends with $?"
expect_out 'PASS  m  1 test  '
grep -q '"signals_ignored": .*SIGALRM' r.json || fail 'SIGALRM is not told'

# state PID: its state, as /proc has it.
state() {
    sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null
}

begin "a cell that is stopped from before the worker's pass until after its deadline finds the death first, and says that it was stopped"
# A cell that is stopped from before the worker's pass until after its deadline finds the death first, and says that it was
# stopped. (A machine so slow that the deadline comes before the stop has shown nothing; it is tried again.)
if [ -d "/proc/$$" ]; then
    for ((try = 0; ; try++)); do
        rm -f r.json here go
        "$ORI_CELL" --timeout=0.5 -o r.json --path=m -- ./passes >out 2>err &
        cell=$!
        until [ -e here ]; do :; done
        worker=$(pgrep -P "$cell")
        kill -STOP "$cell"
        until [ "$(state "$cell")" = T ]; do :; done
        began=$(date +%s%N)
        : >go
        until [ "$(state "$worker")" = Z ] || [ -z "$(state "$worker")" ]; do :; done
        until [ $(($(date +%s%N) - began)) -gt 600000000 ]; do :; done
        kill -CONT "$cell"
        wait "$cell"
        grep -q '^PASS  m  1 test  ' out && break
        [ $try -lt 5 ] || fail 'a pass before the deadline is lost when the cell was stopped'
    done
    grep -q '"stopped": [1-9]' r.json || fail 'it is not told that the cell was stopped'
fi

begin 'what the worker sends is not obeyed, and is told'
# shellcheck disable=SC2016
run "$ORI_CELL" -o r.json --path=m --protocol=exit -- sh -c 'kill -s TERM $PPID; kill -s USR1 $PPID; kill -s USR1 $PPID; kill -s QUIT $PPID'
expect_status 0
expect_out 'PASS  m  1 test  '
for signal in TERM USR1 QUIT; do
    grep -q "\"signals_ignored\".*$signal" r.json || fail "SIG$signal from the worker is not told"
done
exit 0
