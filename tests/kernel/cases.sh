# shellcheck shell=sh
# Cases for scripts/debian-kernel, which tells what a case may do: each function whose name begins with "case_" is one, in the order in
# which they stand here.

say() { echo "$*"; }

# has VARIABLE FILE: tells what stands in the file, which has to be there.
has() {
    [ -r "$2" ] || { say "$1: there is no $2" && return 1; }
    say "$1: $(tr '\n' ' ' <"$2")"
}

# What ori-cell counts on of this kernel.
case_kernel() {
    uname -r
    has children "/proc/$$/task/$$/children" || return 1
    has yama /proc/sys/kernel/yama/ptrace_scope || return 1
    has namespaces /proc/sys/kernel/unprivileged_userns_clone || return 1
    su nobody -c 'unshare -Urpf sh -c "echo pid \$\$"' | grep -qx 'pid 1' || return 1
    has controllers /sys/fs/cgroup/cgroup.controllers || return 1
    mkdir /sys/fs/cgroup/leaf && has leaf /sys/fs/cgroup/leaf/cgroup.type && [ -e /sys/fs/cgroup/leaf/cgroup.kill ] &&
        rmdir /sys/fs/cgroup/leaf
}

case_a_daemon_is_ended() {
    ori-cell --protocol=exit -o r.json -- sh -c 'setsid sleep 1000 & exit 0' || return 1
    grep '"leaked"' r.json || return 1
    ! pidof sleep
}

case_a_crash_is_told() {
    ori-cell --protocol=exit -o r.json -- sh -c 'kill -SEGV $$' || return 1
    grep SIGSEGV r.json
}

# The ways to misbehave that leave processes behind: what is right for each is told by tests/helper/misbehave itself.
case_no_way_to_misbehave_leaves_a_process() {
    misbehave --list >list
    runs=0
    while IFS=$(printf '\t') read -r mode number options status leaks line; do
        case $mode in
        daemon* | fork-bomb | join-group-of-parent | kill-group | leave-child | trace-me | vfork-and-hang | zombie-farm) ;;
        *) continue ;;
        esac
        got=0
        # shellcheck disable=SC2086 # words
        ori-cell -o r.json --path=m --leak-grace=0.1 $options -- misbehave "$mode" "$number" </dev/null >out 2>&1 || got=$?
        # shellcheck disable=SC2254 # it is a pattern
        case $got,$(cat out) in
        "$status",$line) ;;
        *) say "$mode $number: status $got, $(cat out)" && return 1 ;;
        esac
        [ "$leaks" = 0 ] || grep -q '"leaked"' r.json || { say "$mode $number: nothing is noted" && return 1; }
        ! pidof misbehave || { say "$mode $number: survivors" && return 1; }
        runs=$((runs + 1))
    done <list
    say "$runs runs"
    [ $runs -gt 10 ]
}

# Runs test_cgroup by a command, and gives what it tells of itself: with what controllers, and which of its tests could not be run.
cgroup_tests() {
    "$@" >out 2>&1 || { cat out && return 1; }
    grep -E 'memory [01], pids [01]|skipped' out
}

# Of the root: controllers are handed down although processes are in it.
case_cgroup_of_the_root() {
    command -v test_cgroup >/dev/null || return 77
    cgroup_tests test_cgroup >told || { cat told && return 1; }
    cat told
    grep -qx 'memory 1, pids 1' told && [ "$(grep -c skipped told)" = 1 ] && [ -z "$(find /sys/fs/cgroup -name 'ori-cell.*')" ]
}

# Of a user's own, as a service manager delegates it: the leaf stands beside the cgroup in which the cell is.
case_cgroup_delegated() {
    command -v test_cgroup >/dev/null || return 77
    group=/sys/fs/cgroup/delegated
    mkdir $group $group/own && chown nobody $group $group/cgroup.procs $group/cgroup.subtree_control $group/own $group/own/cgroup.procs || return 1
    chmod 777 . && echo 0 >$group/own/cgroup.procs
    cgroup_tests su nobody -c test_cgroup >told || { cat told && return 1; }
    cat told
    grep -qx 'memory 1, pids 1' told && [ "$(grep -c skipped told)" = 2 ] && [ -z "$(find $group -name 'ori-cell.*')" ]
}

# Of a user who was given none: it is told why.
case_cgroup_of_somebody_else() {
    command -v test_cgroup >/dev/null || return 77
    group=/sys/fs/cgroup/foreign
    mkdir $group && echo 0 >$group/cgroup.procs && chmod 777 . || return 1
    cgroup_tests su nobody -c test_cgroup >told || { cat told && return 1; }
    cat told
    grep -q 'skipped: .*: Permission denied' told && ! grep -q 'memory [01], pids [01]' told
}

# A user who is nobody has a pid namespace there, and the cell's death is the end of all in it.
case_nobody_is_isolated() {
    chmod 777 .
    # shellcheck disable=SC2016
    su nobody -s /bin/sh -c 'ori-cell --isolate=pid --protocol=exit -o r.json -- sh -c "setsid sleep 1000 & exit 0"' || return 1
    grep '"containment": \["subreaper", "pid"\]' r.json || return 1
    ! pidof sleep || return 1
    su nobody -s /bin/sh -c 'ori-cell --isolate=pid -t 0 -o k.json -- sh -c "setsid sleep 1000 & echo >begun; sleep 1001"' &
    until [ -e begun ]; do :; done
    kill -KILL $!
    i=0
    while pidof sleep; do
        i=$((i + 1))
        [ $i -lt 1000 ] || return 1
    done
}
