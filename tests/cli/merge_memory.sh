#!/bin/bash
# ori-merge's memory does not grow with what is in the records that it reads, and little with how many there are.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "ori-merge's memory does not grow with what is in the records that it reads, and little with how many there are"

helper=$build/tests/helper
is_sanitized && skip 'a sanitizer takes memory of its own'
"$helper/peak" peak.kib /bin/true || skip 'a process cannot be traced here'
[ "$(cat peak.kib)" -gt 0 ] || skip 'a process cannot be looked at here'

# merges KIB STATUS ARG...: it ends with the status, and its peak is no more than that.
merges() {
    local kib=$1
    run "$helper/peak" peak.kib "$ORI_MERGE" "${@:3}"
    expect_status "$2"
    [ "$(cat peak.kib)" -le "$kib" ] || fail "$(cat peak.kib) KiB instead of $kib: ori-merge ${*:3}"
}

begin '2,000 records with 200 tests each, all of which passed'
# 2,000 records with 200 tests each, all of which passed: 40 MB, read one after the other.
mkdir records records/0
awk 'BEGIN {
    printf "{\"path\":\"p\",\"results\":["
    for (i = 0; i < 200; i++) {
        printf "%s{\"name\":\"a_test_with_a_name_%d\",\"targets\":[\"a_function_that_it_is_about\"],", comma, i
        printf "\"outcome\":{\"type\":\"Passed\"},\"duration_ms\":1}"
        comma = ","
    }
    printf "]}"
}' >records/0/0.json
for ((i = 1; i < 50; i++)); do ln records/0/0.json records/0/$i.json || skip 'no links can be made'; done
for ((i = 1; i < 40; i++)); do cp -lr records/0 records/$i || exit 99; done
merges 8192 0 records/*
expect_out '  400000 passed, 0 failed'
merges 8192 0 --json=report.json --text=report records/*
merges 8192 0 -v --json records/*

begin '100,000 planned cells, of which no record has come'
# 100,000 planned cells, of which no record has come: what there is to remember of each is its name and its path.
mkdir planned
awk 'BEGIN {
    print "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":100000}"
    for (i = 0; i < 100000; i++) {
        k = i * 7919 % 100000
        printf "{\"record\":\"tests~spec~a~directory~test_%06d.json\",\"path\":\"tests/spec/a/directory/test_%06d\"}\n", k, k
    }
}' >planned/plan.jsonl
merges 24576 1 -q --json=report.json planned
expect_out '  0 passed, 0 failed, 0 skipped, 0 llvm compile fail, 100000 backend crash'
[ "$("$ORI_JSON" report.json files.99999.path)" = tests/spec/a/directory/test_099999 ] || fail 'the files are not in order'
exit 0
