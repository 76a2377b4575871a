#!/bin/bash
# The cell's own status is never the worker's: 0, or what its table says.
. "${srcdir:-.}/tests/cli/lib.sh"

run "$ORI_CELL" -o r.json -- sh -c 'exit 3'
expect_status 0

run "$ORI_CELL" --fail -o r.json -- sh -c 'exit 3'
expect_status 1

run "$ORI_CELL" --fail -q --empty-exit=2 -o r.json -- sh -c 'exit 2'
expect_status 0
[ ! -s out ] || fail "-q prints"

run "$ORI_CELL" -o r.json -- ./no-such-worker file.ll
expect_status 127
expect_line_count err 1
expect_err 'cannot run ./no-such-worker: No such file or directory'
[ "$("$ORI_JSON" r.json errors.0)" = 'cannot run ./no-such-worker: No such file or directory' ] || fail 'the record does not say so'
[ "$("$ORI_JSON" r.json cell.ended.how)" = not_started ] || fail 'the record does not say not_started'

run "$ORI_CELL" -o r.json -- /tmp
expect_status 126
expect_err 'cannot run /tmp: '

rm -f r.json
run "$ORI_CELL" -o no/such/dir/r.json -- true
expect_status 74
expect_line_count err 1
expect_err 'cannot write no/such/dir/r.json: No such file or directory'

mkdir r.json
run "$ORI_CELL" -o r.json -- true
expect_status 74
expect_err 'cannot write r.json: '
[ "$(ls -A r.json)" = '' ] || fail 'something was left in the directory'
[ "$(find . -name '*.tmp')" = '' ] || fail 'a half record was left behind'
