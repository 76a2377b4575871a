#!/bin/bash
# Isolation changes no result: for every file of the spec suite the counts of its cell are those of one process doing all of it,
# and the suite is what it is said to be.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'isolation changes no result'
need_worker

cp -R "$top/tests/spec" . || exit 99
run "$ORI_LLVM_WORKER" test --backend=llvm --json spec
expect_status 0
sed -n '/^---ORI_JSON_BEGIN---$/,/^---ORI_JSON_END---$/{/^---/d;p}' out >together.json
run "$ORI_PLAN" --cell="$ORI_CELL" spec -- "$ORI_LLVM_WORKER" test --backend=llvm --json
expect_status 0
run make -j2 -k -f results/check.mk
expect_status 0
run "$ORI_MERGE" --strict --json=apart.json results
expect_status 0

# One line a file: its path and its counts. The report sorts files by path.
counts() {
    local i=0 file=$1 base=$2
    while path=$("$ORI_JSON" "$file" "$base$i.path" 2>/dev/null); do
        echo "$path $(for counter in passed failed skipped skipped_unchanged llvm_compile_fail backend_crash; do
            "$ORI_JSON" "$file" "$base$i.$counter"
        done | tr '\n' ' ')"
        i=$((i + 1))
    done | LC_ALL=C sort
}
"$ORI_MERGE" --json=together-report.json together.json >/dev/null || fail 'the run in one process is not green'
counts together-report.json files. >together
counts apart.json files. >apart
cmp together apart || fail "the counts differ: $(diff together apart)"
[ "$(wc -l <apart)" -ge 60 ] || fail "only $(wc -l <apart) files"
[ "$("$ORI_JSON" apart.json passed)" -ge 400 ] || fail "only $("$ORI_JSON" apart.json passed) tests"
exit 0
