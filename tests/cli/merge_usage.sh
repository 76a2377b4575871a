#!/bin/bash
# A command line that cannot be meant, and reports that cannot be written.
. "${srcdir:-.}/tests/cli/lib.sh"

refuses() {
    local text=$1
    shift
    run "$ORI_MERGE" "$@"
    expect_status 64
    expect_line_count err 1
    expect_err "$text"
    [ ! -s out ] || fail 'stdout is not empty'
}
refuses 'no record or directory named'
refuses '--nosuch is not an option' --nosuch .
refuses '-x is not an option' -x .
refuses '--plan needs an argument' --plan
refuses '--json=: the file' --json= .

echo '{"results":[{"name":"t","outcome":{"type":"Passed"}}]}' >good.json
run "$ORI_MERGE" --json=no/such/file good.json
expect_status 74
expect_line_count err 1
expect_err 'cannot write no/such/file: No such file or directory'
expect_out OK
"$ORI_MERGE" good.json >/dev/full 2>err
status=$?
expect_status 74
expect_line_count err 1
expect_err 'stdout: No space left on device'
"$ORI_MERGE" good.json >&- 2>err
status=$?
expect_status 74
run "$ORI_MERGE" nosuch
expect_status 1
expect_out '  LOST: missing'
run "$ORI_MERGE" --help
expect_status 0
expect_out 'Usage: ori-merge'
run "$ORI_MERGE" --version
expect_status 0
exit 0
