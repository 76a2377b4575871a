#!/bin/bash
# A make inside a worker knows nothing of the make around the cell: no token, no descriptor, no warning.
# shellcheck disable=SC2016 # the inner shell expands it
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a make inside a worker knows nothing of the make around the cell'

cat >inner.mk <<'MAKE'
all: a b
a b: ; @echo done $@ >&2
MAKE
cat >outer.mk <<'MAKE'
all:
	+@"$(ORI_CELL)" $(PASS) -o r.json -- sh -c 'echo "flags:$$MAKEFLAGS level:$$MAKELEVEL" >&2; $(MAKE) -s -f inner.mk -j2; exit 3'
MAKE
export ORI_CELL
run make -s -j2 -f outer.mk
expect_status 0
tail=$("$ORI_JSON" r.json cell.stderr_tail)
case $tail in
*warning*) fail "a warning: $tail" ;;
*flags:\ level:*done*) ;;
*) fail "the worker saw: $tail" ;;
esac

sed 's/ -j2; exit/; exit/' outer.mk >passing.mk
run make -s -j2 -f passing.mk PASS=--jobserver=pass
tail=$("$ORI_JSON" r.json cell.stderr_tail)
case $tail in
*warning*) fail "passed on, a warning: $tail" ;;
*jobserver-auth=*done*) ;;
*) fail "passed on, the worker saw: $tail" ;;
esac

begin 'the same with a named pipe, whose tokens stay, with one that is gone, with descriptors that are closed, and without make'
mkfifo tokens
exec 9<>tokens
printf 'ab' >&9
for flags in " -j3 --jobserver-auth=fifo:$PWD/tokens" ' -j3 --jobserver-auth=fifo:/no/such/pipe' \
    ' -j3 --jobserver-auth=97,98' ' -j3 --jobserver-fds=97,98 -j' ''; do
    run env MAKEFLAGS="$flags" MAKELEVEL=1 "$ORI_CELL" -o r.json -- \
        sh -c 'echo "flags:$MAKEFLAGS level:$MAKELEVEL" >&2; make -s -f inner.mk -j2; exit 3'
    expect_status 0
    tail=$("$ORI_JSON" r.json cell.stderr_tail)
    case $tail in
    *warning*) fail "with '$flags', a warning: $tail" ;;
    *flags:\ level:*done*) ;;
    *) fail "with '$flags', the worker saw: $tail" ;;
    esac
done
read -rN 2 -t 1 left <&9 || fail 'a token was taken'
[ "$left" = ab ] || fail "the tokens are '$left'"
exit 0
