#!/bin/bash
# Without LLVM all but the worker is built, and check-llvm tells what to do; with a worker of one's own it runs.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'without LLVM all but the worker is built, and check-llvm tells what to do'

mkdir build spec
touch spec/a.ori
configure=$top/configure
[ -x "$configure" ] || skip 'there is no configure beside the sources'
[ ! -e "$top/config.status" ] || configure=  # a source tree that is configured allows no second build
if [ -n "$configure" ]; then
    run env -C build "$configure" -q --without-llvm
    expect_status 0
    run make -s -C build
    expect_status 0
    [ -x build/ori-merge ] || fail 'ori-merge is not built'
    [ ! -e build/ori-llvm-worker ] || fail 'the worker is built without LLVM'
    run make -s -C build check-llvm RESULTS="$PWD/results"
else
    run make -s -C "$build" check-llvm ORI= RESULTS="$PWD/results"
fi
expect_status 2
expect_err 'check-llvm: ori-llvm-worker is not built'
expect_err 'ORI=PROGRAM'
[ ! -e results ] || fail 'something was run'

cat >ori <<'O'
#!/bin/sh
echo '---ORI_JSON_BEGIN---
{"results": [{"name": "test_a", "outcome": {"type": "Passed"}, "duration_ms": 0}], "errors": []}
---ORI_JSON_END---'
O
chmod +x ori
run make -s -C "$build" check-llvm ORI="$PWD/ori" SPEC="$PWD/spec" RESULTS="$PWD/results"
expect_status 0
expect_out '  1 passed, 0 failed'
exit 0
