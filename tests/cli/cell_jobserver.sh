#!/bin/bash
# A make inside a worker knows nothing of the make around the cell: no token, no descriptor, no warning.
. "${srcdir:-.}/tests/cli/lib.sh"

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
