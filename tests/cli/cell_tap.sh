#!/bin/bash
# TAP: what fails is what fails to prove(1), and a file that skips all of its tests has not passed.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'TAP: what fails is what fails to prove(1), and a file that skips all of its tests has not passed'

# tap LINE...: a file with these tests, through a cell.
tap() {
    { echo "1..$#" && printf '%s\n' "$@"; } >tap
    run "$ORI_CELL" --fail -o r.json --path=m --protocol=tap -- cat tap
}

tap 'ok 1 - a # SKIP no network' 'ok 2 - b # skip' 'ok 3 - c # SKIP: later'
expect_out 'SKIP  m  3 tests skipped  '
tap 'ok 1 # SKIP x'
expect_out 'SKIP  m  1 test skipped  '
tap 'ok 1 - a # SKIP x' 'ok 2 - b'
expect_out 'PASS  m  2 tests  '
run "$ORI_CELL" -o r.json --path=m --protocol=exit -- sh -c 'exit 77'
expect_out 'SKIP  m  1 test skipped  '

command -v prove >/dev/null || exit 0
while IFS= read -r line; do
    tap "$line"
    cell=$status
    run prove -q --exec cat tap
    [ "$cell" = "$status" ] || fail "the cell says $cell to: $line"
done <<'T'
ok 1
not ok 1
not ok 1 - focuses #skip-link
ok 1 - focuses #skip-link
not ok 1 - skipped # skipped all
not ok 1 - a # SKIP no network
not ok 1 - a #skip
ok 1 - a # SKIP no network
not ok 1 - a # TODO later
not ok 1 - a # todo
not ok 1 - a # ToDo: later
not ok 1 - a # TODO
ok 1 - a # TODO done already
not ok 1 - a # TODOS
not ok 1 - a # TODO_LATER
not ok 1 - a \# TODO later
not ok 1 - a \\ # TODO later
not ok 1 - a (issue #360)
ok 1 - a (issue #360)
not ok 1 - a (issue #360) # TODO later
not ok 1 - a (issue #360) # SKIP later
ok 1 - a (issue #360) # SKIP later
not ok 1 - a (issue \#360) # TODO later
not ok 1 # TODO
not ok # TODO
not ok 1 - # TODO
not ok 1 - todo
not ok 1 - a # of todo
T
exit 0
