#!/bin/bash
# What this machine's kernel may lack holds on Debian's own: the cases of tests/kernel/cases.sh, in an emulator.
. "${srcdir:-.}/tests/cli/lib.sh"

programs=("$ORI_CELL" "$build/tests/helper/misbehave")
[ ! -x "$build/tests/unit/test_cgroup" ] || programs+=("$build/tests/unit/test_cgroup")
run env builddir="$build" "$top/scripts/debian-kernel" -t 600 "$top/tests/kernel/cases.sh" "${programs[@]}"
[ "$status" != 77 ] || skip "$(cat err)"
expect_status 0
[ "$(grep -c '^ok ' out)" = "$(grep -c '^case_' "$top/tests/kernel/cases.sh")" ] || fail 'not every case was run'
cat out
exit 0
