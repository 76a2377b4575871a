#!/bin/bash
# A cell that is ended by a signal ends its family, leaves no record behind and dies by that signal.
. "${srcdir:-.}/tests/cli/lib.sh"

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

# The worker dies with a cell that is killed.
rm -f pid
# shellcheck disable=SC2016
"$ORI_CELL" -t 0 -o r.json -- sh -c 'echo $$ >pid.tmp; mv pid.tmp pid; exec sleep 997' &
cell=$!
until [ -s pid ]; do :; done
kill -KILL "$cell"
wait "$cell" 2>/dev/null
until ! kill -0 "$(cat pid)" 2>/dev/null || grep -q '^State:.Z' "/proc/$(cat pid)/status" 2>/dev/null; do :; done
[ ! -e r.json ] || fail 'a killed cell wrote a record'
