#!/bin/bash
# A command line that cannot be meant, and reports that cannot be written.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a command line that cannot be meant, and reports that cannot be written'

refuses() {
    local text=$1
    shift
    begin "refuses $*"
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
refuses '--json=: the argument is empty' --json= .
refuses '--text=: the argument is empty' --text= .
refuses '--json and --text: only one of them can be on stdout' --json --text .

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

begin 'a directory without a record and without a plan'
# A directory without a record and without a plan: what was to be in it has not arrived.
mkdir here gone
cp good.json here
run "$ORI_MERGE" here
expect_status 0
for operand in gone gone/ "$PWD/gone"; do
    run "$ORI_MERGE" here "$operand"
    expect_status 1
    expect_err "ori-merge: $operand: a directory without a record and without a plan"
    expect_line_count err 1
    [ "$(tail -n 1 out)" = FAILED ] || fail 'not FAILED'
done
run "$ORI_MERGE" --no-plan gone here
expect_status 1
run "$ORI_MERGE" --json gone here
expect_status 1
[ "$("$ORI_JSON" out faults.0)" = 'gone: a directory without a record and without a plan' ] || fail 'the JSON does not say why'
[ "$("$ORI_JSON" out verdict)" = FAILED ] || fail 'the JSON is not FAILED'
printf '{"schema":"ori-plan/1","run":"r","cells":0}\n' >gone/plan.jsonl
run "$ORI_MERGE" here gone
expect_status 0
echo nonsense >gone/plan.jsonl
run "$ORI_MERGE" --json here gone
expect_status 1
case $("$ORI_JSON" out faults.0) in 'the plan gone/plan.jsonl cannot be trusted: '*) ;; *) fail 'the JSON does not say why' ;; esac

# Each reason for which the gate fails is in each report, and not on stderr alone.
echo '{"path":"lcf","results":[{"name":"t","outcome":{"type":"LlvmCompileFail","message":"no gc"}}]}' >lcf.json
mkdir strays
cp good.json strays/stray.json
printf '{"schema":"ori-plan/1","run":"r","cells":0}\n' >strays/plan.jsonl
# tells KIND TEXT OPERAND...: it is on stderr, in the text where it is told of the run as a whole, and in the JSON.
tells() {
    local kind=$1 text=$2
    shift 2
    begin "tells: $text"
    run "$ORI_MERGE" --json=report.json "$@"
    expect_err "$text"
    expect_out "$(printf 'The run as a whole:\n  %s: %s' "$kind" "$text")"
    [ "$(tail -n 5 out | head -n 1)" = 'Test Summary:' ] || fail 'the summary is not where it should be'
    case $kind in
    FAULT) expect_status 1 ;;
    WARNING) expect_status 0 ;;
    esac
    case $("$ORI_JSON" report.json "$(tr '[:upper:]' '[:lower:]' <<<"$kind")s.0") in "$text"*) ;; *) fail 'the JSON does not say why' ;; esac
}
mkdir nothing
tells FAULT 'nothing: a directory without a record and without a plan' nothing good.json
tells FAULT 'the plan gone/plan.jsonl cannot be trusted: line 1: ' gone good.json
tells FAULT 'the plan nosuch cannot be trusted: No such file or directory' --plan=nosuch good.json
tells FAULT '1 file that LLVM cannot compile, and --strict is given' --strict lcf.json good.json
tells WARNING 'strays/stray.json is not planned and not counted' strays good.json
rm -r strays nothing lcf.json report.json

begin 'any number of reports at once, each in a file of its own'
# Any number of reports at once, each in a file of its own; without one on stdout there is the text.
run "$ORI_MERGE" --json=one.json --json=two.json --text=three good.json
expect_status 0
expect_out 'Test Summary:'
cmp one.json two.json || fail 'the two differ'
cmp out three || fail 'the text differs'
run "$ORI_MERGE" --json --text=three good.json
cmp out one.json || fail 'the JSON differs'
run "$ORI_MERGE" -q --text --json=two.json good.json
expect_line_count out 5
rm one.json two.json three

begin 'files without a test are listed, and fail where that is asked for'
echo '{"path":"none","results":[]}' >none.json
echo '[]' >nothing.json
run "$ORI_MERGE" good.json none.json nothing.json
expect_status 0
expect_out "$(printf 'none\n  EMPTY: no tests')"
expect_out "$(printf 'nothing.json\n  EMPTY: no tests')"
expect_out '  3 files in'
run "$ORI_MERGE" -q good.json none.json
expect_line_count out 5
run "$ORI_MERGE" --json --no-empty good.json none.json nothing.json
expect_status 1
expect_err 'ori-merge: 2 files without a test, and --no-empty is given'
[ "$("$ORI_JSON" out empty_files) $("$ORI_JSON" out verdict)" = '2 FAILED' ] || fail 'the JSON does not count them'
[ "$("$ORI_JSON" out faults.0)" = '2 files without a test, and --no-empty is given' ] || fail 'the JSON does not say why'
run "$ORI_MERGE" --no-empty good.json
expect_status 0

begin 'what is no honest record is one file that fails, whatever it is'
mkdir hostile hostile/directory.json
mkfifo hostile/fifo.json
ln -s loop.json hostile/loop.json
ln -s nowhere hostile/dangling.json
cp good.json hostile
expect_one_lost() { # for every file but the good one
    expect_status 1
    expect_out "  1 passed, 0 failed, 0 skipped, 0 llvm compile fail, $1 backend crash"
    [ "$(grep -c '^  LOST: ' out)" = "$1" ] || fail "not $1 lost files"
}
run "$ORI_MERGE" hostile
expect_one_lost 4
expect_out 'Too many levels of symbolic links'
awk 'BEGIN { printf "{\"results\":[],\"x\":"; for (i = 0; i < 1000000; i++) printf "["; }' >hostile/deep.json
run "$ORI_MERGE" hostile
expect_one_lost 5
awk 'BEGIN { printf "{\"results\":[{\"name\":\""; for (i = 0; i < 100000; i++) printf "long long \\"; print "" }' >hostile/name.json
run "$ORI_MERGE" hostile
expect_one_lost 6
name=$(head -c 1000000 /dev/zero | tr '\0' n)
printf '{"results":[{"name":"%s","outcome":{"type":"Failed"},"duration_ms":1e400}],"duration_ms":%s}' "$name" 99999999999999999999 >big.json
run "$ORI_MERGE" big.json big.json good.json
expect_status 1
expect_out '  1 passed, 1 failed'

run "$ORI_MERGE" --help
expect_status 0
expect_out 'Usage: ori-merge'
run "$ORI_MERGE" --version
expect_status 0
exit 0
