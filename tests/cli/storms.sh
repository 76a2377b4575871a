#!/bin/bash
# Families that flee: hydras (a process that forks, leaves for a session of its own and lets its parent exit, without end) and
# storms of daemons; also where /proc cannot be believed. Nothing of them is left, and what was left behind is told.
#
# STORMS is how many of each, 20 without it.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'families that flee'

if is_sanitized; then skip 'a sanitizer reads /proc, which is hidden here'; fi

helper=$build/tests/helper/misbehave
storms=${STORMS:-20}
if is_sanitized; then export ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0"; fi

# storm LEAKED STATUS MODE NUMBER OPTIONS...: one cell; LEAKED is yes, no, or any.
serial=0
storm() {
    local leaked=$1 wanted=$2 mode=$3 number=$4
    shift 4
    serial=$((serial + 1))
    tag="STORM_TAG=$$.$serial"
    rm -f r.json
    run timeout -s KILL 60 env "$tag" "${around[@]}" "$ORI_CELL" -o r.json --path=m --leak-grace=0.1 "$@" -- "$helper" "$mode" "$number"
    expect_status "$wanted"
    [ -z "$(processes_with "$tag")" ] || fail "$mode $number: survivors"
    case $leaked in
    yes) grep -q '"leaked"' r.json || fail "$mode $number: nothing is noted as left behind" ;;
    no) ! grep -q '"leaked"' r.json || fail "$mode $number: something is noted as left behind" ;;
    esac
}
around=()

for ((i = 0; i < storms; i++)); do
    storm yes 0 hydra $((i % 2))
    expect_out 'PASS  m  1 test  '
    run "$ORI_MERGE" -q r.json
    expect_status 0
done
for ((i = 0; i < storms; i++)); do
    storm yes 0 hydra 0 --leak=fail
    run "$ORI_MERGE" -q r.json
    expect_status 1
done
# The last of the daemons may not have exited yet when the worker does.
for ((i = 0; i < storms; i++)); do
    storm any 0 daemon-storm 600
    expect_out 'PASS  m  1 test  '
    run "$ORI_MERGE" -q r.json
    expect_status 0
done

begin 'as many as 600 daemons, one after the other, where there may be 450 processes'
# As many as 600 daemons, one after the other, where there may be 450 processes: whoever is dead is reaped at once. The limit
# binds none but an ordinary user; one who has no process yet, dead ones that nobody has reaped among them.
user=$((1000000 + $$))
if [ "$(id -u)" = 0 ] && setpriv --reuid=$user --clear-groups prlimit --nproc=450 true 2>/dev/null; then
    chmod 711 .
    mkdir -m 777 free
    cd free || exit 99
    cp "$ORI_CELL" cell && cp "$helper" helper # where they are the user may have no way to
    programs=("$ORI_CELL" "$helper")
    ORI_CELL=$PWD/cell helper=$PWD/helper
    around=(setpriv "--reuid=$user" --clear-groups prlimit --nproc=450 --)
    storm any 0 daemon-storm 600
    expect_out 'PASS  m  1 test  '
    ORI_CELL=${programs[0]} helper=${programs[1]}
    cd ..
else
    echo 'not run: 600 daemons in 450 processes, which takes root and setpriv'
fi

begin 'no /proc at all'
if unshare -m sh -c 'mount -t tmpfs none /proc' 2>/dev/null; then
    # shellcheck disable=SC2016 # the shell within expands it
    around=(unshare -m sh -c 'mount -t tmpfs none /proc && exec "$@"' sh)
    for mode in 'hydra 0' 'hydra-two-heads 2' 'daemon 4' 'nest-sessions 50' 'hide-behind-zombies 700' 'thread-outlives-daemon 0'; do
        # shellcheck disable=SC2086 # a mode and its number
        storm yes 0 $mode
    done
    # Covered by the worker itself, in the cell's own namespace.
    printf '#!/bin/sh\nmount -t tmpfs none /proc || exit 9\nexec %s "$@"\n' "$helper" >cover
    chmod +x cover
    program=$helper
    helper=$PWD/cover
    around=(unshare -m)
    for mode in 'hydra 0' 'daemon 4'; do
        # shellcheck disable=SC2086
        storm yes 0 $mode
        ! grep -q 'exited 9' out || fail 'the worker could not cover /proc'
    done
    helper=$program
else
    echo 'not run: no /proc, which takes a mount namespace'
fi

begin 'in a pid namespace with the outer /proc its pids are those of others, who are innocent'
if unshare -pf true 2>/dev/null; then
    sleep 999 &
    innocent=$!
    around=(unshare -pf)
    for mode in 'hydra 0' 'daemon 4' 'nest-sessions 50' 'daemon-storm 600'; do
        # shellcheck disable=SC2086
        storm any 0 $mode
        kill -0 $innocent 2>/dev/null || fail "$mode: an innocent process was killed"
    done
    kill $innocent
    wait $innocent 2>/dev/null
else
    echo 'not run: an outer /proc, which takes a pid namespace'
fi
note "$serial storms"
exit 0
