#!/bin/bash
# One call after another of each system function fails under the cell. Each time there is a right record, or a record that
# says what went wrong, or a message and a status that is not 0; never a hang, a torn record, a survivor or a green result.
# json-c dies by SIGSEGV when it has no memory, and the cell with it: there is no record then, and the file is lost.
#
# FAULTS_ALL=1 goes through all errors for each function, instead of one after the other.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'one call after another of each system function fails under the cell'

cell=$build/tests/helper/faulty-cell
export TMPDIR=$PWD # a file that cannot be unlinked stays
functions='vfork pipe2 dup2 setsid setrlimit execve read write close ppoll waitid waitpid wait4 kill
    sigaction sigprocmask clock_gettime gethostname fdopendir readdir setitimer open openat fcntl prctl malloc
    linkat renameat unlinkat'
spool_functions='mkostemp unlink ftruncate' # for a frame that is not kept in memory
errors=(11 4 12 28 5 24 23) # EAGAIN EINTR ENOMEM ENOSPC EIO EMFILE ENFILE
seconds=30

cat >good <<'W'
echo '---ORI_JSON_BEGIN---
{"results":[{"name":"a","outcome":{"type":"Passed"}}]}
---ORI_JSON_END---'
W
# Crashes in its second test, leaves a process in a session of its own behind, and a file at the record's place.
cat >bad <<'W'
: >r.json
printf '@@ori-test %s\n' 'plan a' 'plan b' 'start a' 'result a pass 1' 'start b'
setsid sleep 986 &
kill -SEGV $$
W

# Reports three times, at a length that goes to a file.
cat >large <<'W'
for i in 1 2 3; do
    echo '---ORI_JSON_BEGIN---'
    head -c 1500000 /dev/zero | tr '\0' ' '
    echo '{"results":[{"name":"a","outcome":{"type":"Passed"}}]}'
    echo '---ORI_JSON_END---'
done
W

# strike SCRIPT FUNCTION N ERROR: false when the run did not come to an N-th call.
strike() {
    local what="$1, call $3 of $2 fails with $4" tag="FAULTS_TAG=$$.$injected"
    rm -f r.json mark
    status=0
    MAKEFLAGS=x timeout -s KILL $seconds env "$tag" FAULT="$2:$3:$4" FAULT_MARK=mark "$cell" -o r.json --path=m \
        -t 20 --limit=fsize=1G --leak-grace=0.01 -- sh "./$1" </dev/null >out 2>err || status=$?
    [ -e mark ] || return 1
    injected=$((injected + 1))
    [ $status != 137 ] || fail "$what: it hangs"
    if [ "$2 $status" = 'malloc 139' ] && [ ! -s r.json ]; then
        json_c=$((json_c + 1))
        ! compgen -G '*.tmp' >/dev/null || fail "$what: leaves half a record"
        return 0
    fi
    [ $status -lt 128 ] || fail "$what: it dies with status $status"
    if [ -e r.json ]; then
        run_status=$status
        "$ORI_MERGE" r.json >merged 2>&1
        merged=$?
        ! grep -q LOST merged || fail "$what: the record is torn"
        [ "$merged" = 1 ] || { [ "$merged" = 0 ] && [ "$1" != bad ]; } || fail "$what: a green result, or none ($merged)"
        case $(cat r.json) in *'timed out'*) fail "$what: it has lost the worker's death" ;; esac
        [ $run_status = 0 ] || [ -s err ] || fail "$what: status $run_status without a message"
    else
        [ $status != 0 ] || fail "$what: status 0 without a record"
        [ -s err ] || fail "$what: status $status without a message"
    fi
    ! compgen -G '*.tmp' >/dev/null || fail "$what: leaves half a record"
    rm -f ./*.tmp
    [ -z "$(processes_with "$tag")" ] || fail "$what: survivors"
    return 0
}

injected=0 json_c=0
declare -A reached=()
for script in good bad large; do
    called=$functions
    [ $script != large ] || called=$spool_functions
    for function in $called; do
        n=1
        while :; do
            some=false
            if [ -n "${FAULTS_ALL:-}" ]; then
                for error in "${errors[@]}"; do
                    ! strike $script "$function" $n "$error" || some=true
                done
            else
                ! strike $script "$function" $n "${errors[n % ${#errors[@]}]}" || some=true
            fi
            $some || break
            reached[$function]=yes
            n=$((n + 1))
        done
    done
done
if is_sanitized; then reached[malloc]='the sanitizer has its own'; fi
for function in $functions $spool_functions; do
    [ -n "${reached[$function]:-}" ] || fail "the cell never called $function"
done
[ $injected -gt 200 ] || fail "only $injected faults were injected"
note "$injected faults injected; $json_c of them in json-c, which died of it"
exit 0
