#!/bin/bash
# Whatever a worker does, the record is right, it comes in time, the cell's memory does not grow, and nothing of the worker
# is left. The ways, and what is right for each, are those of tests/helper/misbehave.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "whatever a worker does, the record is right, it comes in time, the cell's memory does not grow, and nothing of the worker is left"

helper=$build/tests/helper
max_kib=8192
seconds=60 # for what ends after 2.5 s at most: far from any machine's speed, and far from for ever
if is_sanitized; then
    max_kib=999999999
    export ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0" # it cannot look for leaks in a process that is traced
fi
"$helper/peak" peak.kib /bin/true || skip 'a process cannot be traced here'

runs=0 worst=0 modes=''
while IFS=$'\t' read -r mode number options status leaks line; do
    what="$mode $number"
    begin "$what"
    case $mode in parent-without-memory | parent-without-data) if is_sanitized; then continue; fi ;; esac # it has a way of its own
    tag="MISBEHAVE_TAG=$$.$runs"
    mkdir -p doomed
    rm -f r.json
    read -ra options <<<"$options"
    got=0
    timeout -s KILL $seconds env "$tag" "$helper/peak" peak.kib "$ORI_CELL" -o r.json --path=m --leak-grace=0.1 "${options[@]}" -- \
        "$helper/misbehave" "$mode" "$number" </dev/null >out 2>err || got=$?

    if [[ $line == \?* ]]; then
        line=${line#\?}
        if [ "$got" = 74 ]; then
            status=74 line=-
            grep -q '^ori-cell: ' err || fail "$what: does not say why there is no record"
        fi
    fi
    [ "$got" = "$status" ] || fail "$what: status $got instead of $status"
    # shellcheck disable=SC2053 # it is a pattern
    if [ "$line" = - ]; then
        [ ! -s out ] || fail "$what: prints a line"
        [ ! -e r.json ] || fail "$what: leaves a record"
    else
        [[ $(cat out) == $line ]] || fail "$what: prints another line than $line"
        run "$ORI_MERGE" -q r.json
        case $line in PASS*) expect_status 0 ;; \**) ;; *) expect_status 1 ;; esac
        [ "$leaks" = 0 ] || grep -q '"leaked"' r.json || fail "$what: nothing is noted as left behind"
    fi
    [ -z "$(find . -name '*.tmp')" ] || fail "$what: leaves half a record"
    kib=$(cat peak.kib)
    [ "$kib" -le $max_kib ] || fail "$what: the cell's memory has grown to $kib KiB"
    [ "$kib" -le "$worst" ] || worst=$kib
    [ -z "$(processes_with "$tag")" ] || fail "$what: survivors"
    runs=$((runs + 1))
    case " $modes " in *" $mode "*) ;; *) modes="$modes $mode" ;; esac
done < <("$helper/misbehave" --list)
read -ra modes <<<"$modes"
begin 'there are many ways'
[ ${#modes[@]} -ge 110 ] || fail "only ${#modes[@]} modes were run"
note "${#modes[@]} modes in $runs runs; the largest cell had $worst KiB"
exit 0
