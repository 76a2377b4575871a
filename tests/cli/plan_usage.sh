#!/bin/bash
# What ori-plan cannot do it says in one line, with the status of its table, and it writes nothing then.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'what ori-plan cannot do it says in one line, with the status of its table, and it writes nothing then'

mkdir spec empty
: >spec/a.ll
: >spec/b.ori
: >spec/c.txt
: >spec/.hidden.ll

# refuses STATUS TEXT ARG...
refuses() {
    local want=$1 text=$2
    shift 2
    begin "refuses $*"
    run "$ORI_PLAN" "$@"
    expect_status "$want"
    expect_line_count err 1
    expect_err "$text"
    [ ! -s out ] || fail 'stdout is not empty'
    [ ! -e results ] || fail 'something was written'
}

refuses 64 'no path to find test files in'
refuses 64 '--nosuch is not an option' --nosuch spec
refuses 64 '--suffix needs an argument' spec --suffix
refuses 64 '--suffix=: the argument is empty' --suffix= spec
refuses 64 'no worker after --' spec --
refuses 64 '--run=a b: an id is made of' --run='a b' spec
refuses 66 'cannot read nosuch: No such file or directory' nosuch
refuses 66 'cannot read nosuch: No such file or directory' spec nosuch
refuses 2 'empty: no test files' empty
refuses 2 'spec: no test files' --suffix=.none spec
: >$'spec/new\nline.ll'
refuses 66 'its name holds a newline' spec
rm $'spec/new\nline.ll'

run "$ORI_PLAN" spec
expect_status 0
[ ! -s out ] || fail 'a plan that was written prints'
[ "$(head -n 1 results/plan.jsonl | grep -c '"cells":2}')" = 1 ] || fail 'not the two files that are tests are planned'
grep -q "ori test --backend=llvm --json spec/a.ll" results/check.mk || fail 'the worker is not ori'
run "$ORI_PLAN" spec/c.txt ./spec//a.ll spec/a.ll
[ "$(wc -l <results/plan.jsonl)" = 3 ] || fail 'a file named, or a file named twice, is not planned once'

begin 'an earlier plan stays whole when a new one cannot be made'
cp results/plan.jsonl before
run "$ORI_PLAN" nosuch
cmp -s before results/plan.jsonl || fail 'the earlier plan is gone'
: >file
run "$ORI_PLAN" --results=file/results spec
expect_status 74
expect_line_count err 1
expect_err 'cannot make file/results: Not a directory'
run "$ORI_PLAN" -o no/such/check.mk spec
expect_status 74
expect_err 'cannot write no/such/check.mk: No such file or directory'
cmp -s before results/plan.jsonl || fail 'a plan without its makefile was written'

begin 'the records of the plan before are gone, and nothing else is'
run "$ORI_PLAN" --cell="$ORI_CELL" spec -- true
run make -f results/check.mk
: >results/mine.json
run "$ORI_PLAN" --cell="$ORI_CELL" spec -- true
[ "$(cd results && ls ./*.json)" = ./mine.json ] || fail "left in results: $(ls results)"

begin 'make -n runs nothing, and two plans have two ids'
run make -n -f results/check.mk
[ "$(cd results && ls ./*.json)" = ./mine.json ] || fail 'make -n runs cells'
head -n 1 results/plan.jsonl >one
run "$ORI_PLAN" spec
cmp -s one <(head -n 1 results/plan.jsonl) && fail 'two runs share an id'

run "$ORI_PLAN" --help
expect_status 0
expect_out 'Usage: ori-plan'
exit 0
