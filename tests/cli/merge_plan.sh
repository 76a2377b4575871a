#!/bin/bash
# A plan says what is demanded: a record that is missing, empty, torn, of another run or of another file fails, one that is
# not planned is named and not counted, and a plan that is broken makes nothing green.
# shellcheck disable=SC2016 # names and scripts are meant as they stand
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a plan says what is demanded'

frame='---ORI_JSON_BEGIN---\n[{"results":[{"name":"t","outcome":{"type":"Passed"}}]}]\n---ORI_JSON_END---\n'
mkdir spec
: >spec/a.ll
: >spec/b.ll
: >spec/c.ll
plan() {
    rm -rf results
    "$ORI_PLAN" --cell="$ORI_CELL" spec -- printf "$frame" || exit 99
    make -s -f results/check.mk >/dev/null || exit 99
}
# loses WHY: status 1, the other two are counted, and WHY is told.
loses() {
    local form
    for form in results 'results/*.json'; do
        # shellcheck disable=SC2086 # the shell finds the records
        run "$ORI_MERGE" $form
        expect_status 1
        expect_out "  LOST: $1"
        expect_out '  2 passed, 0 failed, 0 skipped, 0 llvm compile fail, 1 backend crash'
        expect_out '  3 files in'
        [ "$(tail -n 1 out)" = FAILED ] || fail 'not FAILED'
    done
}
b=results/spec~b.ll.json

plan
run "$ORI_MERGE" results
expect_status 0
cp out directory
run "$ORI_MERGE" results/*.json
expect_status 0
cmp out directory || fail 'results/ and results/*.json differ'
run "$ORI_MERGE" results/spec~a.ll.json
cmp out directory || fail 'one record of a plan stands for less than the plan'

rm $b
loses missing
plan
: >$b
loses empty
plan
head -c 100 $b >torn && cp torn $b
loses 'torn or no JSON'
plan
sed -i 's/"run": "[^"]*"/"run": "yesterday"/' $b
loses 'of run yesterday, not of '
plan
sed -i 's/"path": "spec.b.ll"/"path": "spec\/x.ll"/' $b
loses 'of the test file spec/x.ll'
plan
rm $b && mkdir $b
run "$ORI_MERGE" results
expect_status 1
expect_out '  LOST: cannot read: Is a directory'

# A record of the run before does not count.
plan
cp $b old.json
plan
cp old.json $b
loses 'of run '

begin 'not planned'
# Not planned: named, and not counted.
plan
cp $b results/stray.json
run "$ORI_MERGE" results
expect_status 0
expect_err 'results/stray.json is not planned and not counted'
expect_out '  3 passed, 0 failed'
run "$ORI_MERGE" --no-plan results
expect_status 0
expect_out '  4 passed, 0 failed'

begin 'another plan'
cp results/plan.jsonl other.jsonl
mkdir moved && mv results/*.json moved
run "$ORI_MERGE" --plan=other.jsonl moved
expect_status 0
expect_out '  3 passed, 0 failed'
run "$ORI_MERGE" moved/spec~a.ll.json --plan=other.jsonl
expect_status 1
expect_out '  LOST: missing'

begin 'broken plans'
for damage in 'sed -i $d' 'sed -i 1d' 'truncate -s -5' 'truncate -s 0' 'sed -i s/ori-plan.1/ori-plan\/2/' 'sed -i s/spec~a/..\/a/'; do
    plan
    $damage results/plan.jsonl
    run "$ORI_MERGE" results
    expect_status 1
    expect_err 'the plan results/plan.jsonl cannot be trusted: '
    expect_line_count err 1
    [ "$(tail -n 1 out)" = FAILED ] || fail "not FAILED after: $damage"
done
run "$ORI_MERGE" --plan=nosuch results
expect_status 1
expect_err 'the plan nosuch cannot be trusted: No such file or directory'

begin 'nothing ran at all'
plan
rm results/*.json
run "$ORI_MERGE" results
expect_status 1
expect_out '  0 passed, 0 failed, 0 skipped, 0 llvm compile fail, 3 backend crash'
exit 0
