#!/bin/bash
# A command line that cannot be meant: one line that names the thing and the reason, status 64, no record.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a command line that cannot be meant'

# refuses TEXT ARG...: the line holds TEXT.
refuses() {
    local text=$1
    shift
    begin "refuses $*"
    run "$ORI_CELL" "$@"
    expect_status 64
    expect_line_count err 1
    expect_err "$text"
    expect_err "try 'ori-cell --help'"
    [ ! -s out ] || fail 'stdout is not empty'
    [ ! -e r.json ] || fail 'a record was written'
}

refuses 'no record named with -o'
refuses 'no record named with -o' true
refuses 'no worker to run' -o r.json
refuses 'no worker to run' -o r.json --
refuses "the worker's name is empty" -o r.json ''
refuses '--nosuch is not an option' -o r.json --nosuch true
refuses '-Z is not an option' -Z -o r.json true
refuses '--timeout needs an argument' --timeout
refuses '-o needs an argument' -o
refuses '--fail=1 takes no argument' -o r.json --fail=1 true
refuses '--timeout=1x: not a duration' -o r.json --timeout=1x true
refuses '--timeout=-1: not a duration' -o r.json -t -1 true
refuses '--kill-after=: not a duration' -o r.json --kill-after= true
refuses '--signal=FOO: there is no such signal' -o r.json --signal=FOO true
refuses '--limit=nosuch=1: no such resource' -o r.json --limit=nosuch=1 true
refuses '--limit=as: not of the form RES=VALUE' -o r.json --limit=as true
refuses '--protocol=xml: there is no such protocol' -o r.json --protocol=xml true
refuses '--stderr-lines=x: not a number' -o r.json --stderr-lines=x true
refuses '--leak=maybe: there is no such leak' -o r.json --leak=maybe true
refuses '--timeout-factor=0: not a factor' -o r.json --timeout-factor=0 true
ORI_TIMEOUT_FACTOR=much refuses 'ORI_TIMEOUT_FACTOR=much: not a factor' -o r.json true

run "$ORI_CELL" --help
expect_status 0
expect_out 'Usage: ori-cell'
run "$ORI_CELL" --version
expect_status 0
expect_out 'ori-cell'
"$ORI_CELL" --help >/dev/full 2>err && fail '--help to a full disk succeeds'
grep -q 'stdout: No space left' err || fail "--help to a full disk says: $(cat err)"
