#!/bin/bash
# Records, bare summaries and arrays are counted by their results, whatever their counters claim; what cannot be read fails.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'records, bare summaries and arrays are counted by their results, whatever their counters claim'

# summary PATH TYPE...: a summary with a result of each type, whose own counters lie.
summary() {
    local path=$1 comma='' type
    shift
    printf '{"path":"%s","results":[' "$path"
    for type; do
        printf '%s{"name":"t_%s","targets":[],"outcome":{"type":"%s","message":"said\\u001b[31m so"},"duration_ms":1}' \
            "$comma" "$type" "$type"
        comma=,
    done
    printf '],"passed":99,"failed":0,"duration_ms":5,"errors":[],"llvm_compile_error":false}'
}
expect_counts() {
    [ "$(tail -n 5 out | head -n 1)" = 'Test Summary:' ] || fail 'the summary is not where it should be'
    [ "$(tail -n 4 out | head -n 1)" = "  $1" ] || fail "counts: $(tail -n 4 out | head -n 1)"
    [ "$(tail -n 1 out)" = "$2" ] || fail "verdict: $(tail -n 1 out)"
}

summary good Passed Passed Skipped SkippedUnchanged >good.json
summary bad Passed Failed >bad.json
summary crash BackendCrash >crash.json
summary lcf LlvmCompileFail >lcf.json
printf '[%s,%s]' "$(summary one Passed)" "$(summary two Passed)" >array.json
summary nothing >nothing.json

run "$ORI_MERGE" good.json
expect_status 0
expect_counts '2 passed, 0 failed, 2 skipped, 0 llvm compile fail, 0 backend crash' OK
expect_out '  1 file in 0.01 s'
run "$ORI_MERGE" good.json bad.json
expect_status 1
expect_counts '3 passed, 1 failed, 2 skipped, 0 llvm compile fail, 0 backend crash' FAILED
expect_out '  FAIL: t_Failed - said?[31m so'
grep -q $'\033' out && fail 'an escape sequence passes'
run "$ORI_MERGE" crash.json
expect_status 1
expect_counts '0 passed, 0 failed, 0 skipped, 0 llvm compile fail, 1 backend crash' FAILED
expect_out '  CRASH: t_BackendCrash - said'
run "$ORI_MERGE" lcf.json good.json
expect_status 0
expect_out '  1 file: said'
run "$ORI_MERGE" --strict lcf.json good.json
expect_status 1
run "$ORI_MERGE" array.json array.json ./array.json
expect_status 0
expect_counts '2 passed, 0 failed, 0 skipped, 0 llvm compile fail, 0 backend crash' OK
run "$ORI_MERGE" nothing.json
expect_status 2
expect_counts '0 passed, 0 failed, 0 skipped, 0 llvm compile fail, 0 backend crash' 'NO TESTS FOUND'
run "$ORI_MERGE" -v good.json
expect_out '  PASS: t_Passed'
expect_out '  SKIP: t_Skipped - said'
run "$ORI_MERGE" -q bad.json
expect_line_count out 5

begin 'as JSON, alone and beside the text'
run "$ORI_MERGE" --json good.json bad.json
expect_status 1
[ "$("$ORI_JSON" out verdict) $("$ORI_JSON" out failed) $("$ORI_JSON" out passed)" = 'FAILED 1 3' ] || fail 'the JSON differs'
[ "$("$ORI_JSON" out files.0.results.0.name)" = t_Failed ] || fail 'the JSON does not tell what failed'
run "$ORI_MERGE" --json=report.json good.json
expect_status 0
expect_out 'Test Summary:'
[ "$("$ORI_JSON" report.json verdict)" = OK ] || fail 'the JSON file differs'
rm report.json

begin 'what cannot be read is lost, and a lost cell fails beside any number of good ones'
: >empty.json
head -c 50 good.json >torn.json
echo 'not JSON' >foreign.json
echo '{"schema":"ori-record/7","results":[]}' >future.json
echo '{"some":"object"}' >other.json
mkfifo fifo.json
mkdir directory.json
for case in 'empty.json:empty' 'torn.json:torn or no JSON' 'foreign.json:torn or no JSON' 'missing.json:missing' \
    'fifo.json:not a regular file' "future.json:no record: schema 'ori-record/7'" 'other.json:no record: a summary has no results'; do
    run "$ORI_MERGE" good.json "${case%%:*}"
    expect_status 1
    expect_out "  LOST: ${case#*:}"
    expect_counts '2 passed, 0 failed, 2 skipped, 0 llvm compile fail, 1 backend crash' FAILED
done
run "$ORI_MERGE" .
expect_status 1
expect_out '  LOST: cannot read: Is a directory'

begin 'a record that a cell has written, and what its parts say once they are changed'
rm -rf directory.json fifo.json ./*.json
"$ORI_CELL" -q -o r.json --path=t --protocol=exit -- true || exit 99
run "$ORI_MERGE" r.json
expect_status 0
for change in 's/"code": 0/"code": 3/' 's/"how": "exited"/"how": "signaled"/' 's/"passed": 1/"passed": 2/' 's/"flaky": 0/"flaky": 1/' \
    's/"cell": {/"sell": {/' 's/"name": "t"/"name": "llvm_backend_crash"/' \
    's/"duration_ms": [0-9]*}/"duration_ms": 0, "flaky": "m"}/'; do
    sed "$change" r.json >changed.json
    cmp -s r.json changed.json && fail "no change: $change"
    run "$ORI_MERGE" changed.json
    expect_status 1
    expect_out '  ERROR: the record contradicts itself: '
done
for change in 's/"ended": {/"ended": 0, "end": {/' 's/"wall_ms": [0-9]*/"wall_ms": "1"/' 's/"code": 0/"code": 0.9/'; do
    sed "$change" r.json >changed.json
    run "$ORI_MERGE" changed.json
    expect_status 1
    expect_out '  LOST: no record: a '
done

begin 'what is told of it is UTF-8 in the JSON, wherever it is cut'
printf '{"results":[{"name":"n","outcome":{"type":"%s"}}]}' "x$(printf '\303\251%.0s' $(seq 30))" >cut.json
run "$ORI_MERGE" --json cut.json
expect_status 1
iconv -f UTF-8 -t UTF-8 out >/dev/null || fail 'the JSON is no UTF-8'
exit 0
