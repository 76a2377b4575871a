#!/bin/bash
# A frame of a million small things costs the cell a few times its size, and not hundreds of times.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a frame of a million small things costs the cell a few times its size, and not hundreds of times'

helper=$build/tests/helper
is_sanitized && skip 'a sanitizer takes memory of its own'
"$helper/peak" peak.kib /bin/true || skip 'a process cannot be traced here'
[ "$(cat peak.kib)" -gt 0 ] || skip 'a process cannot be looked at here'

# frame BYTES BEGIN UNIT END: a frame of so many bytes, a few more or less, with the unit again and again.
frame() {
    printf -- '---ORI_JSON_BEGIN---\n%s' "$2"
    yes "$3," | head -n $(($1 / (${#3} + 1))) | tr -d '\n'
    printf '%s%s\n---ORI_JSON_END---\n' "$3" "$4"
}
# costs PERCENT BYTES BEGIN UNIT END: the cell's peak is no more than so much of the frame, and 2 MiB.
costs() {
    local percent=$1 kib=$(($2 / 1024)) peak
    frame "${@:2}" >printed
    "$helper/peak" peak.kib "$ORI_CELL" -q -t 0 --path=t -o r.json -- cat printed || fail 'the cell fails'
    peak=$(cat peak.kib)
    [ "$peak" -le $((kib * percent / 100 + 2048)) ] || fail "$peak KiB for a frame of $kib KiB: $3$4 …"
}
mib=$((1 << 20))
for bytes in $((4 * mib)) $((60 * mib)); do
    # The record of the smallest results there can be is twice as long as their frame.
    costs 300 $bytes '[{"results":[' '{"name":"","outcome":{"type":"Passed"}}' ']}]'
    [ "$(grep -o '"passed": [0-9]*' r.json)" = "\"passed\": $((bytes / 40 + 1))" ] || fail 'not all of them are in the record'
    costs 300 $bytes '[{"results":[{"name":"t","outcome":{"type":"Passed"},"targets":[' '""' ']}]}]'
    costs 300 $bytes '[{"results":[],"errors":[' '""' ']}]'
    costs 300 $bytes '[{"results":[],' '"a":1' '}]'
    costs 300 $bytes '[' '{"results":[]}' ']'
done
exit 0
