#!/bin/bash
# --on-timeout is run while the worker still lives, and may attach to it; it is bounded, and what it prints is the record's backtrace.
. "${srcdir:-.}/tests/cli/lib.sh"
begin '--on-timeout is run while the worker still lives, and may attach to it'

backtrace() { "$ORI_JSON" r.json cell.backtrace; }

# shellcheck disable=SC2016 # the command's shell expands it
run "$ORI_CELL" -t 0.3 -o r.json --path=t.ll \
    --on-timeout='kill -0 $ORI_TIMEOUT_PID && tr "\0" " " </proc/$ORI_TIMEOUT_PID/cmdline; echo of $ORI_TIMEOUT_PATH; echo and stderr >&2' -- \
    sleep 991
expect_status 0
expect_out 'CRASH t.ll  worker timed out after 0.3s ('
[ "$(backtrace)" = 'sleep 991 of t.ll
and stderr' ] || fail "the backtrace is $(backtrace)"

begin "what passes in time has none, and what --on-timeout does is no time of the worker's"
run "$ORI_CELL" -t 60 -o r.json --protocol=exit --on-timeout='echo no' -- true
expect_out PASS
! grep -q backtrace r.json || fail 'it was run without a time-out'
# shellcheck disable=SC2016
run "$ORI_CELL" -t 0.3 -o r.json --on-timeout='i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done' -- sleep 991
case $(cat out) in *'(0% of a CPU)'*) ;; *'('[1-9]'% of a CPU)'*) ;; *) fail 'its time is taken for the worker'"'"'s' ;; esac

begin 'one that does not end is ended by --total-timeout, with all that it has started'
# One that does not end is ended by --total-timeout, with all that it has started; the worker is killed after it.
tag=ONTIMEOUT_TAG=$$
run env "$tag" "$ORI_CELL" -t 0.2 --total-timeout=0.6 -o r.json --on-timeout='echo first; setsid sleep 992 & sleep 993' -- sleep 991
expect_status 0
expect_err '--on-timeout took too long and was killed'
expect_out 'worker timed out after 0.2s'
[ "$(backtrace)" = first ] || fail "the backtrace is $(backtrace)"
[ -z "$(processes_with "$tag")" ] || fail 'survivors'

begin 'a signal to the cell meanwhile ends all of it at once'
"$ORI_CELL" -t 0.2 -o gone.json --on-timeout='echo >begun; sleep 994' -- sleep 991 &
until [ -e begun ]; do :; done
kill -TERM $!
wait $!
[ $? = 143 ] || fail 'a signal does not end it'
[ ! -e gone.json ] || fail 'a record is left'

run "$ORI_CELL" -o r.json --on-timeout= -- true
expect_status 64
command -v gdb >/dev/null || skip 'there is no gdb'
# shellcheck disable=SC2016
run "$ORI_CELL" -t 0.3 -o r.json --on-timeout='gdb -q -batch -p $ORI_TIMEOUT_PID -ex "info inferiors"' -- sleep 995
case $(backtrace) in *'process '*) ;; *) fail "gdb could not attach: $(backtrace)" ;; esac
exit 0
