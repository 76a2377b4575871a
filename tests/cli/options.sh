#!/bin/bash
# Every option of a program stands in its manual, and the manual names no other; each line of --help fits a terminal.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'every option of a program stands in its manual, and the manual names no other'

# in_help PROGRAM, in_manual PAGE: the names of the options, one a line.
in_help() {
    "$1" --help | sed -nE 's/^  (-[a-z],|   ) --([a-z_-]+).*/\2/p' | sort -u
}
# Each option begins an item of a list.
in_manual() {
    sed -nE -e 's/^\.It Fl ([a-z] , )?-([a-z_-]+).*/\2/p' "$1" | sort -u
}

for program in "$ORI_CELL" "$ORI_PLAN" "$ORI_MERGE" "$ORI_LLVM_WORKER"; do
    [ -x "$program" ] || continue
    page="$top/doc/$(basename "$program").1"
    in_help "$program" >help
    in_manual "$page" >manual
    [ "$(wc -l <help)" -ge 5 ] || fail "$program: --help names only $(wc -l <help) options"
    diff help manual >differ || fail "$program: --help (<) and the manual (>) differ: $(grep '^[<>]' differ | tr '\n' ' ')"
    "$program" --help | awk 'length > 100' | grep -q . && fail "$program: a line of --help is longer than 100 columns"
done
exit 0
