#!/bin/bash
# --rerun-rest: after a crash the tests that it kept from running are run, until each has a verdict of its own.
. "${srcdir:-.}/tests/cli/lib.sh"
begin '--rerun-rest'

record() {
    [ "$("$ORI_JSON" r.json "$1")" = "$2" ] || fail "record's $1 is '$("$ORI_JSON" r.json "$1")', not '$2'"
}

# A worker of ten tests; those in $crashing crash.
cat >worker <<'W'
#!/bin/bash
e='@@ori-test' names='t0 t1 t2 t3 t4 t5 t6 t7 t8 t9'
echo "$*" >>calls
for argument; do
    case $argument in --tests=*) [ -n "$IGNORE" ] || names=${argument#*=} ;; esac
done
names=${names//,/ }
for name in $names; do echo "$e plan $name"; done
for name in $names; do
    echo "$e start $name"
    case " $CRASHING " in *" $name "*) kill -"${SIGNAL:-SEGV}" $$ ;; esac
    echo "$e result $name pass 0"
done
echo "$e done"
W
chmod +x worker

CRASHING='t2 t3 t7' run "$ORI_CELL" -o r.json --rerun-rest --protocol=events -- ./worker test file
expect_status 0
record passed 7
record backend_crash 3
record results.2.name t2
record results.length 10
record cell.attempts.length 4
record cell.attempts.1.reason rest
expect_line_count calls 4
[ "$(sed -n 2p calls)" = 'test --tests=t3,t4,t5,t6,t7,t8,t9 file' ] || fail "asked for the rest by: $(sed -n 2p calls)"
grep -q 'not run' r.json && fail 'a test was not run'

begin 'tests may be called as a crash of the file is'
sed 's/t4/llvm_backend_crash/' worker >named && chmod +x named
CRASHING='t2 t7' run "$ORI_CELL" -o r.json --rerun-rest --protocol=events -- ./named file
record passed 8
record backend_crash 2
record errors.length 0

begin 'with retries, a test that never ran is flaky when it passes, and the crash of another is not forgotten'
rm -f calls
# shellcheck disable=SC2016
sed 's/^e=/test $(wc -l <calls) -lt 2 || CRASHING=\ne=/; s/^echo "$\*" .*//; 2i echo "$*" >>calls' worker >once && chmod +x once
CRASHING=t7 run "$ORI_CELL" -o r.json --retries=1 --protocol=events -- ./once file
record passed 10
record flaky 3
record errors.length 1
record errors.0 't7 crashed before it passed: worker killed by SIGSEGV (signal 11)'

begin 'all of them, without end otherwise'
rm -f calls
CRASHING='t0 t1 t2 t3 t4 t5 t6 t7 t8 t9' run "$ORI_CELL" -o r.json --rerun-rest -- ./worker file
record backend_crash 10
record results.length 10
expect_line_count calls 10

begin 'a worker that does not know --tests is found out, and makes no endless loop'
rm calls
IGNORE=1 CRASHING=t2 run "$ORI_CELL" -o r.json --rerun-rest -- ./worker file
expect_line_count calls 2
expect_out 'CRASH file'
record errors.0 'worker ran other tests than --tests named: --rerun-rest needs one that knows --tests'
record backend_crash 8

begin 'without it, the rest is told as not run'
rm calls
CRASHING=t7 run "$ORI_CELL" -o r.json -- ./worker file
record backend_crash 3
expect_line_count calls 1

run "$ORI_CELL" -o r.json --rerun-rest --protocol=tap -- ./worker file
expect_status 64
expect_line_count err 1
exit 0
