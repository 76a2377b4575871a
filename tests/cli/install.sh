#!/bin/bash
# make install: what is installed runs from there, finds its parts, and can be removed again.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'make install'

run make -s -C "$build" install DESTDIR="$PWD/root" prefix=/opt/ori
expect_status 0
bin=$PWD/root/opt/ori/bin
man=$PWD/root/opt/ori/share/man
for page in man1/ori-cell.1 man1/ori-plan.1 man1/ori-merge.1 man1/ori-llvm-worker.1 man5/ori-record.5 man7/ori-protocol.7; do
    [ -s "$man/$page" ] || fail "$page is not installed"
done
programs='ori-cell ori-plan ori-merge'
[ -x "$ORI_LLVM_WORKER" ] && programs="$programs ori-llvm-worker"
for program in $programs; do
    run "$bin/$program" --version
    expect_status 0
    expect_out "$program (ori-cell) "
    run "$bin/$program" --help
    expect_status 0
    expect_out "Usage: $program "
    # Each option that --help tells of is in the page.
    mapfile -t options < <(grep '^  ' out | grep -oE -- '--[a-z][a-z-]*' | sort -u)
    for option in "${options[@]}"; do
        grep -qE -- "(Fl|,) -${option#--}( |\$|,|=)|, ${option#--}( |\$)" "$man/man1/$program.1" ||
            fail "$program.1 does not tell of $option"
    done
done

begin 'a plan made by the installed program calls the installed cell'
mkdir spec
touch spec/a.ori
run "$bin/ori-plan" --cell-option=--empty-exit=2 spec -- sh -c 'exit 2'
expect_status 0
grep -qF "@$bin/ori-cell " results/check.mk || fail 'the plan calls another ori-cell'
run make -s -k -f results/check.mk
expect_status 0
run "$bin/ori-merge" results
expect_status 2

run make -s -C "$build" uninstall DESTDIR="$PWD/root" prefix=/opt/ori
expect_status 0
[ -z "$(find root -type f)" ] || fail "left behind: $(find root -type f)"
exit 0
