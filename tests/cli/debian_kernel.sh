#!/bin/bash
# What this machine's kernel may lack holds on Debian's own: the cases of tests/kernel/cases.sh, in an emulator.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "what this machine's kernel may lack holds on Debian's own"
programs=("$ORI_CELL" "$build/tests/helper/misbehave")
[ ! -x "$build/tests/unit/test_cgroup" ] || programs+=("$build/tests/unit/test_cgroup")
run env builddir="$build" "$top/scripts/debian-kernel" -t 600 "$top/tests/kernel/cases.sh" "${programs[@]}"
[ "$status" != 77 ] || skip "$(cat err)"
expect_status 0
[ "$(grep -cE '^(not )?ok ' out)" = "$(grep -c '^case_' "$top/tests/kernel/cases.sh")" ] || fail 'not every case was run'

cp out cases
while read -r name; do # each of them is one here too
    begin "$name"
    grep -q "^ok .*$name" cases || fail 'it does not hold'
done < <(sed -nE 's/^(not )?ok [0-9]* *-* *//p' cases)
exit 0
