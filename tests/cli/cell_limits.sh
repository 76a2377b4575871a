#!/bin/bash
# Limits are in force in the worker, are in the record, and one that ends it is named.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'limits are in force in the worker, are in the record, and one that ends it is named'

message() {
    "$ORI_JSON" r.json results.0.outcome.message | head -n 1
}

run "$ORI_CELL" -o r.json --limit=cpu=1 -- sh -c 'while :; do :; done'
expect_status 0
[ "$(message)" = 'worker killed by SIGXCPU (signal 24): cpu limit 1s' ] || fail "cpu gives: $(message)"
[ "$("$ORI_JSON" r.json cell.limits.cpu)" = 1 ] || fail 'the record does not tell the limit'
[ "$("$ORI_JSON" r.json cell.limits.core)" = 0 ] || fail 'core dumps are not off'

begin 'the worker itself passes the limit'
# The worker itself passes the limit; a file system without a disk does not count what is written.
run "$ORI_CELL" -o r.json --limit=fsize=64K -- dd if=/dev/zero of=file bs=100K count=1
expect_status 0
case $(stat -f -c %T .) in
tmpfs | ramfs) expected='worker killed by SIGXFSZ (signal 25)' ;;
*) expected='worker killed by SIGXFSZ (signal 25): file size limit 64K' ;;
esac
[ "$(message)" = "$expected" ] || fail "fsize gives: $(message)"
[ "$(stat -c %s file)" = 65536 ] || fail 'the limit was not in force'

begin 'nothing was reached'
# Nothing was reached: the signals are somebody's own.
run "$ORI_CELL" -o r.json --limit=cpu=100 --limit=fsize=64K -- sh -c 'kill -s XCPU $$'
[ "$(message)" = 'worker killed by SIGXCPU (signal 24)' ] || fail "a signal alone gives: $(message)"
run "$ORI_CELL" -o r.json --limit=cpu=100 --limit=fsize=64K -- sh -c 'kill -s XFSZ $$'
[ "$(message)" = 'worker killed by SIGXFSZ (signal 25)' ] || fail "a signal alone gives: $(message)"
run "$ORI_CELL" -o r.json --limit=cpu=100 -- sh -c 'kill -s KILL $$'
[ "$(message)" = 'worker killed by SIGKILL (signal 9)' ] || fail "a signal alone gives: $(message)"

if [ "$(uname -s)" = Linux ]; then
    run "$ORI_CELL" -o x.json --limit=rss=1G -- true
    expect_status 64
    expect_line_count err 1
    expect_err '--limit=rss=1G: Linux '
fi

run "$ORI_CELL" -o r.json --limit=nofile=64 -- sh -c 'ulimit -n >&2; ulimit -c >&2; exit 3'
[ "$("$ORI_JSON" r.json cell.stderr_tail.0) $("$ORI_JSON" r.json cell.stderr_tail.1)" = "64 0" ] || fail 'nofile is not in force'

run "$ORI_CELL" -o r.json --timeout=1h --timeout-factor=0.00003 -- sleep 999
[[ "$(message)" = 'worker timed out after 0.108s ('*'% of a CPU)' ]] || fail "the factor gives: $(message)"
ORI_TIMEOUT_FACTOR=0.5 run "$ORI_CELL" -o r.json --timeout=0.4 -- sleep 999
[[ "$(message)" = 'worker timed out after 0.2s ('*'% of a CPU)' ]] || fail "the variable gives: $(message)"
