#!/bin/bash
# Every canary's record is as the canary says, without limits and with them; the gate fails; and nothing of them is left.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "every canary's record is as the canary says, without limits and with them"
need_worker
is_sanitized && skip 'a sanitizer changes how the canaries die'

# A mark in the environment of all that this run starts, by which it is known in /proc.
export ORI_TEST_MARK=$$-canary
cp -R "$top/tests/canary" . || exit 99
chmod -R u+w canary

# survivors: what still runs and carries the mark, but for this shell.
survivors() {
    local environ
    for environ in /proc/[0-9]*/environ; do
        case $environ in /proc/$$/* | /proc/$BASHPID/*) continue ;; esac
        grep -qz "^ORI_TEST_MARK=$ORI_TEST_MARK\$" "$environ" 2>/dev/null && echo "${environ%/environ}"
    done
}

# canaries CELL-OPTION...
canaries() {
    run "$ORI_PLAN" --cell-option=--timeout=2 "$@" canary -- "$ORI_LLVM_WORKER" test --backend=llvm --json
    expect_status 0
    run make -k -j2 -f results/check.mk
    expect_status 0
    for file in canary/*.ll; do
        "$ORI_EXPECT" "$file" "results/canary~${file##*/}.json" || failed=1
    done
    run "$ORI_MERGE" results
    expect_status 1
    [ "$(tail -n 1 out)" = FAILED ] || fail 'the verdict is not FAILED'
    [ "$(survivors)" = '' ] || fail "left behind: $(survivors)"
}

failed=0
count=$(find canary -name '*.ll' | wc -l)
[ "$count" -ge 30 ] || fail "only $count canaries"
canaries
canaries --cell-option=--limit=cpu=1 --cell-option=--limit=fsize=1M --cell-option=--limit=as=2G
[ $failed = 0 ] || fail 'see above'
