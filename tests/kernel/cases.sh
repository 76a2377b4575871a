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

# no_leaf [DIRECTORY]: no cgroup of a cell is left there.
no_leaf() {
    [ -z "$(find "${1:-/sys/fs/cgroup}" -name 'ori-cell.*')" ] || { find /sys/fs/cgroup -name 'ori-cell.*' && return 1; }
}

# holds TEXT: the record, r.json or another, has it.
holds() {
    grep -qF -e "$1" "${2:-r.json}" || { say "no $1" && cat "${2:-r.json}" && return 1; }
}

case_pid_and_cgroup_together() {
    ori-cell --isolate=auto --protocol=exit -o r.json -- sh -c 'setsid sleep 1000 & sed -n s/^0:://p /proc/self/cgroup >group' || return 1
    holds '"containment": ["subreaper", "pid", "cgroup"]' && holds '"max_memory_kib": ' && holds '"leaked_count": 1' || return 1
    grep -q '^/ori-cell\.' group || return 1
    ! pidof sleep && no_leaf
}

hog='dd if=/dev/zero of=/dev/null bs=128M count=1'

# Whoever has run out of memory, the verdict is the limit's; and only then.
case_memory_limit_has_a_verdict() {
    for level in cgroup auto; do
        # shellcheck disable=SC2086 # words
        ori-cell --isolate=$level --limit=memory=32M -o r.json --path=m -- $hog | grep 'CRASH m  out of memory (limit 32M)  ' || return 1
        holds '"memory": 33554432' && holds '"oom_kills": ' && holds '"name": "SIGKILL"' || return 1
        kib=$(sed -n 's/.*"max_memory_kib": \([0-9]*\).*/\1/p' r.json)
        if [ "$kib" -le 16384 ] || [ "$kib" -gt 32768 ]; then say "$kib KiB" && return 1; fi
        ori-cell --isolate=$level --limit=memory=32M -o r.json --path=m -- sh -c "$hog; wait; exit 1" |
            grep 'CRASH m  out of memory (limit 32M)  ' || return 1
        ori-cell --isolate=$level --limit=memory=32M -o r.json --path=m -- sh -c 'kill -KILL $$' |
            grep 'CRASH m  worker killed by SIGKILL (signal 9)  ' || return 1
        ! grep oom_kills r.json || return 1
    done
    ori-cell --isolate=cgroup --limit=memory=256M --protocol=exit -o r.json --path=m -- sh -c "$hog" | grep 'PASS  m' || return 1
    no_leaf
}

# All that share the limit die together, but for one who has asked not to: what it makes of that is told with the limit.
case_memory_limit_of_a_child() {
    ori-cell --isolate=cgroup --limit=memory=32M -o r.json --path=m -- sh -c "
        echo 0 >\"/sys/fs/cgroup\$(sed -n s/^0:://p /proc/self/cgroup)/memory.oom.group\"; $hog; exit 3" |
        grep 'CRASH m  worker exited 3 with no JSON output: out of memory (limit 32M)  ' && no_leaf
}

case_pids_limit_is_in_force() {
    ori-cell --isolate=cgroup --limit=pids=5 --protocol=exit -o r.json --path=m -- \
        sh -c 'for i in 1 2 3 4 5 6 7 8; do sleep 1000 & done; exit 0' >out || return 1
    holds '"pids": 5' && holds "can't fork" && ! pidof sleep && no_leaf
}

# Neither root nor alone: what a service manager delegates, and nothing.
case_a_user_has_a_cgroup() {
    group=/sys/fs/cgroup/of_a_user
    mkdir $group $group/own && chown nobody $group $group/cgroup.procs $group/cgroup.subtree_control $group/own $group/own/cgroup.procs || return 1
    chmod 777 . && echo 0 >$group/own/cgroup.procs
    for level in cgroup auto; do
        su nobody -c "ori-cell --isolate=$level --limit=memory=32M --limit=pids=50 -o r.json --path=m -- $hog" |
            grep 'CRASH m  out of memory (limit 32M)  ' || return 1
        holds '"cgroup"]' && holds '"max_memory_kib": ' || return 1
    done
    holds '"containment": ["subreaper", "pid", "cgroup"]' && no_leaf $group
}

case_a_user_has_no_cgroup() {
    mkdir /sys/fs/cgroup/of_nobody && echo 0 >/sys/fs/cgroup/of_nobody/cgroup.procs && chmod 777 . || return 1
    su nobody -c 'ori-cell --isolate=auto --protocol=exit -o r.json --path=m -- true' >out 2>&1 || return 1
    grep -qx 'PASS  m  1 test  .* s' out && holds '"containment": ["subreaper", "pid"]' || return 1
    for options in --isolate=cgroup '--isolate=cgroup --limit=memory=1G' '--isolate=auto --limit=memory=1G' '--isolate=auto --limit=pids=9'; do
        status=0
        su nobody -c "ori-cell $options --protocol=exit -o r.json --path=m -- touch ran" >out 2>&1 || status=$?
        cat out
        [ $status = 126 ] && grep -q 'Permission denied' out && [ ! -e ran ] || return 1
    done
}

# What a cell that is killed cannot do, the next one does. Of the two levels together nothing is left but the empty cgroup.
case_a_killed_cell_is_cleared_up_after() {
    for level in cgroup pid,cgroup; do
        rm -f begun
        # shellcheck disable=SC2016
        ori-cell --isolate=$level -t 0 -o k.json -- sh -c 'setsid sleep 1000 & echo >begun; sleep 1001' &
        until [ -e begun ]; do :; done
        kill -KILL $!
        wait $!
        say "$level: $(find /sys/fs/cgroup -name 'ori-cell.*' | wc -l) cgroup"
        ori-cell --isolate=cgroup --protocol=exit -o r.json -- true || return 1
        no_leaf || return 1
        i=0
        while pidof sleep; do
            i=$((i + 1))
            [ $i -lt 1000 ] || return 1
        done
    done
}

# A bomb is ended at once, and whatever else misbehaves leaves no cgroup.
case_a_fork_bomb_in_a_cgroup_is_ended() {
    command -v misbehave >/dev/null || return 77
    for level in cgroup auto; do
        ori-cell --isolate=$level -t 1 -o r.json --path=m -- misbehave fork-bomb 1000 >out || return 1
        cat out
        grep -q 'CRASH m  worker timed out' out && no_leaf && ! pidof misbehave || return 1
    done
}

# Root can leave its cgroup; it is the cell's descendant all the same.
case_a_worker_that_leaves_its_cgroup_is_found() {
    # shellcheck disable=SC2016
    ori-cell --isolate=cgroup --protocol=exit -o r.json -- sh -c 'echo 0 >/sys/fs/cgroup/cgroup.procs || exit 9
        (setsid sleep 1000 & ) ; sed -n s/^0:://p /proc/self/cgroup >group; exit 0' || return 1
    [ "$(cat group)" = / ] && holds '"leaked_count": 1' || return 1
    ! pidof sleep && no_leaf
}

# It may make cgroups in its own, and freeze what is in them.
case_cgroups_of_a_worker_are_removed() {
    # shellcheck disable=SC2016
    ori-cell --isolate=cgroup --protocol=exit -o r.json -- sh -c 'group=/sys/fs/cgroup$(sed -n s/^0:://p /proc/self/cgroup)
        mkdir -p $group/a/b && { sleep 1000 & } && echo $! >$group/a/b/cgroup.procs && echo 1 >$group/a/cgroup.freeze' || return 1
    holds '"passed": 1' && ! pidof sleep && no_leaf
}

# Without a cgroup of its own: the limit is that of the one in which the cell is as well.
case_a_lack_of_memory_elsewhere_is_told() {
    grep -qw memory /sys/fs/cgroup/cgroup.subtree_control || echo +memory >/sys/fs/cgroup/cgroup.subtree_control || return 1
    mkdir /sys/fs/cgroup/small && echo 32M >/sys/fs/cgroup/small/memory.max && echo 0 >/sys/fs/cgroup/small/cgroup.procs || return 1
    i=0
    until ori-cell -o r.json --path=m -- sh -c "sleep 0.2; exec $hog" |
        grep 'CRASH m  worker killed by SIGKILL (signal 9): its cgroup ran out of memory meanwhile  '; do
        i=$((i + 1))
        [ $i -lt 10 ] || return 1
    done
    holds '"oom_kills": 1' || return 1
    ori-cell -o r.json --path=m -- sh -c 'sleep 0.2; kill -KILL $$' | grep 'CRASH m  worker killed by SIGKILL (signal 9)  ' || return 1
    # The leaf stands beside, and is not under that limit; one that is, and has none of its own, says that as well.
    mkdir /sys/fs/cgroup/small/in && echo 0 >/sys/fs/cgroup/small/in/cgroup.procs && echo +memory >/sys/fs/cgroup/small/cgroup.subtree_control || return 1
    ori-cell --isolate=cgroup -o r.json --path=m -- sh -c "exec $hog" |
        grep 'CRASH m  worker killed by SIGKILL (signal 9): out of memory, by no limit of its own  '
}
