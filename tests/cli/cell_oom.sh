#!/bin/bash
# A worker that the kernel kills for want of memory, in a cgroup that is not the cell's to make, is told apart from one that is killed
# otherwise. Here the cgroup is one of version 1; for version 2 there is tests/kernel/cases.sh.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "a worker that the kernel kills for want of memory, in a cgroup that is not the cell's to make, is told apart from one that is killed otherwise"

if is_sanitized; then skip 'a sanitizer needs more memory than there is to be'; fi
group=/sys/fs/cgroup/memory/ori-test.$$
mkdir "$group" 2>err || skip "no memory cgroup of version 1 can be made: $(cat err)"
trap 'rmdir "$group"; lib_clean' EXIT
echo 48M >"$group/memory.limit_in_bytes" || skip 'memory cannot be limited'
[ ! -e "$group/memory.memsw.limit_in_bytes" ] || echo 48M >"$group/memory.memsw.limit_in_bytes" || skip 'swap cannot be limited'

# in_group COMMAND...: runs it there.
in_group() {
    # shellcheck disable=SC2016
    run sh -c 'echo $$ >"$0/cgroup.procs" && exec "$@"' "$group" "$@"
}

begin 'the cell begins to count when the worker has run for 5 ms, and this machine may be slow'
told='CRASH m  worker killed by SIGKILL (signal 9): its cgroup ran out of memory meanwhile'
for ((i = 0; i < 10; i++)); do
    in_group "$ORI_CELL" -o r.json --path=m -- sh -c 'sleep 0.1; exec dd if=/dev/zero of=/dev/null bs=256M count=1'
    expect_status 0
    expect_out 'CRASH m  worker killed by SIGKILL (signal 9)'
    ! grep -qF "$told" out || break
done
expect_out "$told"
[ "$("$ORI_JSON" r.json cell.oom_kills)" = 1 ] || fail 'the record does not count it'

begin "neither a death by somebody's hand nor one of old"
in_group "$ORI_CELL" -o r.json --path=m -- sh -c 'sleep 0.1; kill -KILL $$'
expect_out 'CRASH m  worker killed by SIGKILL (signal 9)  '
! grep -q oom_kills r.json || fail 'the record counts what was before'
in_group "$ORI_CELL" -t 0.2 -o r.json --path=m -- sleep 999
expect_out 'CRASH m  worker timed out after 0.2s (0% of a CPU)  '
exit 0
