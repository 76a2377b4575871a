# shellcheck shell=bash
# What every command-line test needs; a test sources it first, and says before each case what it shows: begin NAME.
#
# The test runs in a fresh directory, which is removed at its end. It finds the source in $top, the build in $build, and
# the programs in $ORI_CELL, $ORI_PLAN, $ORI_MERGE, $ORI_LLVM_WORKER and $ORI_JSON (make check sets them; by hand the
# current directory is the build). No make around it, and no setting of the user's, reaches what it runs.

top=$(cd "${srcdir:-.}" && pwd) || exit 99
build=${builddir:-$PWD}
build=$(cd "$build" && pwd) || exit 99
: "${ORI_CELL:=$build/ori-cell}" "${ORI_PLAN:=$build/ori-plan}" "${ORI_MERGE:=$build/ori-merge}"
: "${ORI_EXPECT:=$build/tests/helper/expect}"
: "${ORI_LLVM_WORKER:=$build/ori-llvm-worker}" "${ORI_JSON:=$build/tests/helper/json-get}"
export top build ORI_CELL ORI_PLAN ORI_MERGE ORI_LLVM_WORKER ORI_JSON ORI_EXPECT

# Signals that are ignored around the test (nohup) stay so in all that a shell starts.
if [ -z "${lib_again:-}" ] && trap | grep -q "^trap -- '' SIG" && env --default-signal true 2>/dev/null; then
    lib_again=yes exec env --default-signal bash "$0" "$@"
fi

unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES GNUMAKEFLAGS ORI_TIMEOUT_FACTOR CDPATH
unset ORI SPEC RESULTS WORKER_TIMEOUT FILTER CELL_FLAGS MERGE_FLAGS TESTS TEST_SUITE_LOG
export LC_ALL=C

lib_directory=$(mktemp -d "${TMPDIR:-/tmp}/ori-test.XXXXXX") || exit 99
lib_state=$(mktemp -d "${TMPDIR:-/tmp}/ori-test.XXXXXX") || exit 99 # apart: a test may look at all that is in its directory
lib_case='' lib_number=0

# lib_tell RESULT NAME [DIRECTIVE]: a case's line of the Test Anything Protocol, which is printed at the end.
lib_tell() {
    lib_number=$((lib_number + 1))
    printf '%s %d - %s%s\n' "$1" "$lib_number" "$(tr -d '#' <<<"${2//$'\n'/ }")" "${3:+ # $3}" >>"$lib_state/tap"
}

# lib_end: the case that has begun ends. That it has failed is told by a file, for it may have failed in a subshell.
lib_end() {
    local result=ok
    [ ! -e "$lib_state/failed" ] || result='not ok' lib_failed=1
    [ -z "$lib_case" ] || lib_tell "$result" "$lib_case"
    rm -f "$lib_state/failed"
    lib_case=''
}

# begin NAME: what follows, up to the next one, is the case of that name.
begin() {
    lib_end
    lib_case=$1
}

# note TEXT: something to know of the test.
note() {
    printf '# %s\n' "$1" >>"$lib_state/tap"
}

lib_clean() {
    local status=$?
    cd / || exit
    [ $status = 0 ] || touch "$lib_state/failed"
    [ -n "$lib_case" ] || [ ! -e "$lib_state/failed" ] || lib_case='comes to its end'
    lib_end
    echo "1..$lib_number" >>"$lib_state/tap"
    cat "$lib_state/tap"
    chmod -R u+rwX "$lib_directory" && rm -rf "$lib_directory" "$lib_state"
    exit "${lib_failed:-0}"
}
trap lib_clean EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
cd "$lib_directory" || exit 99

# fail MESSAGE: the case has failed; shows what the last run printed. The test goes on.
fail() {
    local file
    {
        printf '%s:%s: %s\n' "${0##*/}" "${BASH_LINENO[${#BASH_LINENO[@]} - 2]}" "$1"
        for file in out err; do
            [ -s "$lib_directory/$file" ] || continue
            printf -- '--- %s\n' "$file"
            head -c 4000 "$lib_directory/$file"
        done
    } >&2
    touch "$lib_state/failed"
}

# give_up MESSAGE: the same, where there is no going on.
give_up() {
    fail "$1"
    exit 1
}

# skip REASON: the case cannot be run here, and nothing that comes after it.
skip() {
    if [ ! -e "$lib_state/failed" ]; then
        lib_tell ok "${lib_case:-all of it}" "SKIP $1"
        lib_case=''
    fi
    exit 0
}

# need_worker: skips the test where ori-llvm-worker is not built.
need_worker() {
    [ -x "$ORI_LLVM_WORKER" ] || skip 'ori-llvm-worker is not built'
}

# run COMMAND...: runs it with no input; its status is in $status, what it printed in the files out and err.
run() {
    status=0
    "$@" </dev/null >"$lib_directory/out" 2>"$lib_directory/err" || status=$?
}

# expect_status N: the last run ended with it.
expect_status() {
    [ "$status" = "$1" ] || fail "status $status instead of $1"
}

# expect_out TEXT, expect_err TEXT: the last run printed it there.
expect_out() {
    grep -qF -e "$1" "$lib_directory/out" || fail "stdout does not hold: $1"
}
expect_err() {
    grep -qF -e "$1" "$lib_directory/err" || fail "stderr does not hold: $1"
}

# expect_line_count FILE N: FILE has N lines.
expect_line_count() {
    [ "$(wc -l <"$1")" -eq "$2" ] || fail "$1 has $(wc -l <"$1") lines instead of $2"
}

# is_sanitized: whether the programs are built with AddressSanitizer.
is_sanitized() {
    grep -q __asan_init "$ORI_CELL"
}

# processes_with VARIABLE=VALUE: the processes that have it in their environment. (grep's status is of no use: a process that
# goes while it is looked at is an error to it.)
processes_with() {
    grep -slz "^$1\$" /proc/[0-9]*/environ
}
