/* family: the worker and everything it started.

   On Linux the cell is a subreaper: when a process of the family dies, its children become the cell's. So the family is
   exactly what descends from the cell, and wait(2) answers ECHILD when and only when nothing of it is left: kill, reap
   and look until it does. Whom to kill is found in three ways, each of which may be in the hands of the family but the
   last one: the kernel's list of our children in /proc; all of /proc, whose tree shows descendants that are no children
   of ours yet, and is stopped before it is killed, so that what forks faster than it can be killed stands still while
   the others are found; and wait(2) itself, asked for one pid after another. A child of ours keeps its pid until we
   reap it; a descendant that is not ours is signalled through a pidfd, opened first and checked afterwards by its start
   time, so that never a pid is hit that has been used anew.

   Children that this process had before it became a cell (a shell that executes one may have some) are none of the
   family, and neither is what descends from them while they live. They are known by the map alone.

   Elsewhere the worker's process group is what can be ended: its number cannot be used anew while the dead worker, who
   leads it, is not reaped. */
#include <config.h>

#include "process/family.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "base/clock.h"
#include "base/io.h"
#include "base/xalloc.h"
#include "process/namespace.h"

/* The children from before, as far as they are not reaped: their pids are theirs so long. They are this process' and no
   family's, and are looked for once. */
static struct {
    pid_t *list;
    size_t count;
    bool is_known;
} others;

static bool
is_other(pid_t pid)
{
    for (size_t i = 0; i < others.count; i++)
        if (others.list[i] == pid)
            return true;
    return false;
}

static void
add_other(void *context, pid_t pid)
{
    (void)context;
    others.list = xreallocarray(others.list, others.count + 1, sizeof *others.list);
    others.list[others.count++] = pid;
}

static void
forget_other(pid_t pid)
{
    for (size_t i = 0; i < others.count; i++)
        if (others.list[i] == pid)
            others.list[i] = others.list[--others.count];
}

/* In a pid namespace that has the outer one's /proc each pid there is somebody else's. */
static bool
has_map(struct family *family)
{
    if (!family->is_map_checked)
        family->is_map_ours = proc_is_ours(family->proc);
    family->is_map_checked = true;
    return family->is_map_ours;
}

/* Calls ACT for each child of this process; allocates where the kernel does not list them. 0, or -1 when they cannot be
   told. */
static int
each_child(struct family *family, void (*act)(void *context, pid_t pid), void *context)
{
    struct processes all = { 0 };
    int result;

    if (!has_map(family))
        return -1;
    if (proc_children(family->proc, act, context) == 0)
        return 0;
    result = proc_list(family->proc, &all);
    for (size_t i = 0; result == 0 && i < all.count; i++)
        if (all.list[i].parent == getpid())
            act(context, all.list[i].pid);
    free(all.list);
    return result;
}

/* The usual answer is that there is none, and costs one call. */
static void
find_others(struct family *family)
{
    siginfo_t info;

    if (!others.is_known && waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0)
        (void)each_child(family, add_other, NULL);
    others.is_known = true;
}

/* Whether one that is ours descends from a child from before. */
static bool
is_of_others(const struct processes *all, const struct process *process)
{
    for (size_t depth = 0; process != NULL && depth < all->count; depth++) {
        if (process->parent == getpid())
            return is_other(process->pid);
        process = proc_find(all, process->parent);
    }
    return false;
}

/* proc_list, with the family marked as ours and nobody else. */
static int
list_family(const struct family *family, struct processes *all)
{
    int result = proc_list(family->proc, all);

    for (size_t i = 0; result == 0 && others.count > 0 && i < all->count; i++)
        if (all->list[i].is_ours && is_of_others(all, &all->list[i]))
            all->list[i].is_ours = false;
    return result;
}

int
family_begin(struct family *family, struct worker *worker)
{
    *family = (struct family){ .worker = worker, .proc = proc_open() };
    find_others(family);
#ifdef PR_SET_CHILD_SUBREAPER
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        return -1;
    family->adopts = true;
#endif
    return 0;
}

static void
note_leak(struct family *family, pid_t pid, const char *command)
{
    struct leaks *leaks = &family->leaks;
    struct leak *leak;

    for (size_t i = 0; i < leaks->count && i < LEAKS_KEPT; i++)
        if (leaks->list[i].pid == pid)
            return;
    if (leaks->count < LEAKS_KEPT) {
        leak = &leaks->list[leaks->count];
        *leak = (struct leak){ .pid = pid };
        memcpy(leak->command, command, strnlen(command, sizeof leak->command - 1));
    }
    leaks->count++;
}

/* One that is dead, and is not reaped yet: whoever has died by our SIGKILL was left behind. */
static void
note_dead(struct family *family, const siginfo_t *info)
{
    const struct process *before = proc_find(&family->seen, info->si_pid);
    struct process now;

    if (is_other(info->si_pid) || !family->is_being_killed || info->si_code != CLD_KILLED || info->si_status != SIGKILL)
        return;
    if (info->si_pid == family->worker->keeper ||
        (before != NULL && before->is_ours)) /* noted already, or on its way out before it was hit */
        return;
    if (!has_map(family) || proc_read(family->proc, info->si_pid, &now) != 0)
        now.command[0] = '\0';
    note_leak(family, info->si_pid, now.command);
}

static void
count_own(void *context, pid_t pid)
{
    size_t *count = context;

    *count += !is_other(pid);
}

/* Whether this process has a child that is not from before. */
static bool
is_own_left(struct family *family)
{
    size_t count = 0;

    return each_child(family, count_own, &count) != 0 || count > 0;
}

/* Those that die faster than they can be reaped do not hold up who looks at the clock and at signals between. */
enum { REAPED_AT_ONCE = 256 };

bool
family_reap(struct family *family)
{
    struct worker *worker = family->worker;

    if (!family->adopts)
        return !worker_is_dead(worker);
    if (worker->keeper > 0)
        (void)worker_reap(worker);
    for (int reaped = 0; reaped < REAPED_AT_ONCE; reaped++) {
        siginfo_t info = { .si_pid = 0 };

        if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
            if (errno == EINTR)
                continue;
            return errno != ECHILD; /* what cannot be asked is not answered with no */
        }
        if (info.si_pid == 0)
            return others.count == 0 || is_own_left(family);
        if (info.si_code ==
            CLD_TRAPPED) { /* it made us its tracer; told of once, it stands no longer before the others */
            if (waitid(P_PID, (id_t)info.si_pid, &info, WSTOPPED | WNOHANG) != 0 && errno == ECHILD)
                return true;
        } else if (info.si_pid == worker->pid && !worker->is_reaped) {
            (void)worker_reap(worker);
        } else {
            note_dead(family, &info);
            family->has_reaped = true;
            forget_other(info.si_pid);
            while (waitpid(info.si_pid, NULL, WNOHANG) < 0 && errno == EINTR)
                continue;
        }
    }
    return true;
}

bool
family_has(struct family *family, pid_t pid)
{
    struct process process = { .pid = pid };

    if (pid <= 1)
        return false;
    if (pid == family->worker->pid || getsid(pid) == family->worker->pid)
        return true;
    if (!has_map(family))
        return false;
    /* Up the tree, which cannot be deeper than there are processes; what moves meanwhile may be missed. */
    for (int depth = 0; depth < 1000 && proc_read(family->proc, process.pid, &process) == 0; depth++) {
        if (process.parent == getpid())
            return !is_other(process.pid);
        if (process.parent <= 1)
            return false;
        process.pid = process.parent;
    }
    return false;
}

static int
send_signal(const struct family *family, const struct process *process, int signal)
{
    if (process->parent == getpid())
        return kill(process->pid, signal);
#if defined SYS_pidfd_open && defined SYS_pidfd_send_signal
    struct process now;
    int result = -1;
    int fd = (int)syscall(SYS_pidfd_open, process->pid, 0);

    if (fd < 0)
        return -1;
    if (proc_read(family->proc, process->pid, &now) == 0 && now.start_time == process->start_time)
        result = (int)syscall(SYS_pidfd_send_signal, fd, signal, NULL, 0);
    (void)close(fd);
    return result;
#else
    struct process now;

    if (proc_read(family->proc, process->pid, &now) != 0 || now.start_time != process->start_time)
        return -1;
    return kill(process->pid, signal);
#endif
}

/* Sends SIGNAL to all of the family but the dead. The number of processes that it is news for: those not in SEEN with
   the same start time. */
static size_t
signal_all(const struct family *family, const struct processes *all, const struct processes *seen, int signal)
{
    size_t news = 0;

    for (size_t i = 0; i < all->count; i++) {
        const struct process *process = &all->list[i];
        const struct process *before = seen != NULL ? proc_find(seen, process->pid) : NULL;

        if (!process->is_ours || process->is_dead)
            continue;
        if (before == NULL || !before->is_ours || before->start_time != process->start_time)
            news++;
        (void)send_signal(family, process, signal);
    }
    return news;
}

/* Stops the family, pass by pass, until a pass finds nobody new. A bound, so that what cannot be stopped does not hold
   us: the next round kills its next generation. */
static void
stop_all(const struct family *family, struct processes *all)
{
    enum { PASSES = 100 };
    struct processes seen = { 0 };
    struct processes swap;
    int passes = 0;

    while (list_family(family, all) == 0 && signal_all(family, all, &seen, SIGSTOP) > 0 && ++passes < PASSES) {
        swap = seen;
        seen = *all;
        *all = swap;
    }
    free(seen.list);
}

void
family_signal(struct family *family, int signal)
{
    struct processes all = { 0 };

    worker_signal(family->worker, signal);
    if (has_map(family) && signal == SIGSTOP)
        stop_all(family, &all);
    else if (has_map(family) && list_family(family, &all) == 0)
        (void)signal_all(family, &all, NULL, signal);
    free(all.list);
}

void
family_note(struct family *family)
{
    family->is_being_killed = true;
    if (family->seen.list != NULL || !has_map(family))
        return;
    if (list_family(family, &family->seen) != 0 || family->seen.list == NULL)
        return;
    for (size_t i = 0; i < family->seen.count; i++) {
        const struct process *process = &family->seen.list[i];

        if (process->is_ours && !process->is_ending && process->pid != family->worker->pid &&
            process->pid != family->worker->keeper)
            note_leak(family, process->pid, process->command);
    }
}

/* Stops all that are there and kills them. */
static void
kill_by_map(struct family *family)
{
    struct processes all = { 0 };

    if (!has_map(family))
        return;
    stop_all(family, &all);
    (void)signal_all(family, &all, NULL, SIGKILL);
    free(all.list);
}

static void
kill_child(void *context, pid_t pid)
{
    (void)context;
    if (!is_other(pid))
        (void)kill(pid, SIGKILL);
}

/* Asks wait(2) for every pid there can be: upwards from the worker's, whose family has those after it, and then around.
   A child of ours is whoever it does not call none. Some way behind the last one that was found it is time to look
   again, for what forks and goes on is near; but when nobody has been reaped since, the way is twice as long, for one
   that is found and cannot be reaped may hide who traces it. */
static void
kill_by_asking(struct family *family)
{
    enum { PIDS = 1 << 22, FIRST_WAY = 4096 }; /* Linux has no more pids */
    pid_t first = family->worker->pid > 1 ? family->worker->pid : 1;
    pid_t last_hit = PIDS;

    if (family->has_reaped || family->way == 0)
        family->way = FIRST_WAY;
    else if (family->way < PIDS)
        family->way *= 2;
    family->has_reaped = false;
    for (pid_t i = 0; i < PIDS && i - last_hit < family->way; i++) {
        pid_t pid = 1 + (first - 1 + i) % PIDS;
        siginfo_t info;

        if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || is_other(pid))
            continue;
        (void)kill(pid, SIGKILL);
        last_hit = i;
    }
}

static void
kill_children(struct family *family)
{
    if (!has_map(family) || proc_children(family->proc, kill_child, NULL) != 0)
        kill_by_asking(family);
}

/* Until a child ends (SIGCHLD is blocked), or a moment has passed: one that is no child yet ends without a word. */
static void
wait_moment(void)
{
    const struct timespec moment = { .tv_nsec = 5000000 };
    sigset_t child;

    (void)sigemptyset(&child);
    (void)sigaddset(&child, SIGCHLD);
    (void)sigtimedwait(&child, NULL, &moment);
}

static void
note_survivor(void *context, pid_t pid)
{
    struct family *family = context;
    struct process process;

    if (is_other(pid))
        return;
    if (proc_read(family->proc, pid, &process) != 0)
        process.command[0] = '\0';
    note_leak(family, pid, process.command);
}

/* Where no orphans are adopted: the group, while its number is held by the worker. */
static int
end_group(struct family *family)
{
    struct worker *worker = family->worker;

    worker_signal(worker, SIGKILL);
    for (int64_t deadline = clock_us() + FAMILY_END_MS * INT64_C(1000); !worker_reap(worker); wait_moment())
        if (clock_us() > deadline)
            return -1;
    return 0;
}

/* Lets a keeper tell how a worker ended that is dead, before it is killed. It is a moment behind, but where the worker
   is traced by another it can tell only when that is dead. */
static void
hear_keeper(struct family *family)
{
    enum { MOMENTS = 4, MOMENTS_IN_ALL = 200 };
    struct worker *worker = family->worker;

    for (int i = 0; i < MOMENTS_IN_ALL && worker_is_dead(worker) && !worker_reap(worker); i++) {
        if (i == MOMENTS) {
            family_note(family);
            (void)kill(worker->keeper, NAMESPACE_EMPTY);
        }
        wait_moment();
    }
}

int
family_end(struct family *family)
{
    enum { ROUNDS_BY_CHILDREN = 8 };
    int64_t deadline = clock_us() + FAMILY_END_MS * INT64_C(1000);

    if (!family->adopts)
        return end_group(family);
    if (family->worker->keeper > 0)
        hear_keeper(family);
    if (family->worker->keeper > 0 && family->worker->is_reaped && family_reap(family))
        wait_moment(); /* a keeper ends when nobody is left to be kept */
    for (unsigned round = 0; family_reap(family); round++) {
        if (clock_us() > deadline) {
            if (has_map(family))
                (void)proc_children(family->proc, note_survivor, family);
            return -1;
        }
        family_note(family);
        if (round % ROUNDS_BY_CHILDREN == 0)
            kill_by_map(family);
        kill_children(family);
        wait_moment();
    }
    return 0;
}

void
family_end_now(struct family *family)
{
    int64_t deadline = clock_us() + FAMILY_END_MS * INT64_C(1000);

    worker_signal(family->worker, SIGKILL);
    family->is_being_killed = false; /* nobody is to be told of leaks */
    while (family->adopts && family_reap(family) && clock_us() < deadline) {
        kill_children(family);
        wait_moment();
    }
}

void
family_free(struct family *family)
{
    free(family->seen.list);
    io_close(&family->proc);
    *family = (struct family){ .proc = -1 };
}
