#!/bin/bash
# SIGKILL at a random moment, at make, at a cell or at a worker: no record is torn, no process stays, and ori-merge names
# every cell that has none afterwards.
#
# KILLS is how many, 60 without it; SEED repeats a storm.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'SIGKILL at a random moment, at make, at a cell or at a worker'

# What looks for leaks is a process of the cell's as well, and when that is killed the cell waits for it for ever.
if is_sanitized; then export ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0"; fi
seed=${SEED:-$$}
mkdir spec
touch spec/{a,b,c,d,e,f}
cat >worker <<'W'
#!/bin/sh
n=0
while [ $n -lt 2000 ]; do n=$((n + 1)); done
echo '---ORI_JSON_BEGIN---
{"results":[{"name":"t","outcome":{"type":"Passed"}}]}
---ORI_JSON_END---'
case $1 in *f) kill -SEGV $$ ;; esac
W
chmod +x worker

# target KIND: a process of that kind that belongs to this round; nothing when there is none just now.
target() {
    local pids
    case $1 in
    make) pids=$make ;;
    cell) pids=$(pgrep -P "$make" | tr '\n' ' ') ;;
    worker) pids=$(for cell in $(pgrep -P "$make"); do pgrep -P "$cell"; done | tr '\n' ' ') ;;
    esac
    read -ra pids <<<"$pids"
    [ ${#pids[@]} = 0 ] || echo "${pids[RANDOM % ${#pids[@]}]}"
}

# show: the processes whose environments are named on standard input: what they are, their state, and what they wait for.
show() {
    local file process
    while read -r file; do
        process=${file%/environ}
        tr '\0' ' ' <"$process/cmdline"
        sed -n 's/^\(State\|PPid\|SigPnd\|ShdPnd\|SigBlk\):[[:space:]]*/\1 /p' "$process/status" | tr '\n' ' '
        cat "$process/wchan"
        echo
    done 2>/dev/null
}

# round NUMBER: one run, and one kill if there is something to kill; notes both in the file tally. It is run in a subshell:
# pids come back during a long storm, and the shell would take a new process for a job that it has waited for.
round() {
    local tag="STORM=$$.$1" kinds=(make cell worker) kind victim n what file
    RANDOM=$((seed + $1))
    rm -rf results
    run "$ORI_PLAN" --cell="$ORI_CELL" --cell-option=--timeout=30 spec/{a,b,c,d,e,f} -- ./worker
    expect_status 0
    env "$tag" make -s -j2 -k -f results/check.mk >made 2>&1 </dev/null &
    make=$!
    # The moment is somewhere in the time that a run takes.
    for ((n = RANDOM % 30; n > 0; n--)); do read -rt 0.001 <> <(:) || true; done
    kind=${kinds[RANDOM % 3]}
    victim=$(target "$kind")
    if [ -n "$victim" ] && kill -KILL "$victim" 2>/dev/null; then echo kill >>tally; fi
    wait $make 2>/dev/null
    # What make leaves when it is killed comes to its own end.
    for ((n = 0; n < 3000; n++)); do
        [ -n "$(processes_with "$tag")" ] || break
        read -rt 0.01 <> <(:) || true
    done
    what="seed $seed, round $1: $kind $victim killed"
    [ -z "$(processes_with "$tag")" ] || fail "$what: survivors: $(processes_with "$tag" | show)"
    run "$ORI_MERGE" results
    expect_status 1 # f crashes, or is lost
    grep -qE 'LOST: (torn|empty|cannot)' out && fail "$what: a record is torn"
    for file in a b c d e f; do
        [ -e "results/spec~$file.json" ] && continue
        echo lost >>tally
        grep -A1 -x "spec/$file" out | grep -q 'LOST: missing' || fail "$what: spec/$file is not named as lost"
    done
}

: >tally
for ((number = 1; $(grep -c kill tally) < ${KILLS:-60}; number++)); do
    [ $number -le $((20 * ${KILLS:-60})) ] || fail "seed $seed: there is hardly anything to kill"
    (round $number) || exit 1
done
note "$(grep -c kill tally) kills, $(grep -c lost tally) cells lost and named, seed $seed"
exit 0
