/* family: the worker and everything it started.

   On Linux the cell is a subreaper: when a process of the family dies, its children become the cell's. So the family is
   exactly what descends from the cell, and /proc tells who that is. All of it is stopped before any of it is
   killed, so that a process that forks faster than it can be killed loses: it stands still while the others are
   found. A child of ours keeps its pid until we reap it; a descendant that is not ours is signalled through a pidfd,
   opened first and checked afterwards by its start time, so that never a pid is hit that has been used anew.

   Elsewhere, or where there is no /proc, the worker's process group is what can be ended: its number cannot be used
   anew while the dead worker, who leads it, is not reaped. */
#include <config.h>

#include "process/family.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
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

struct process {
    pid_t pid;
    pid_t parent;
    unsigned long long start_time; /* in clock ticks after boot; pid and this together are one process for ever */
    char state;
    bool exiting; /* in exit(2) already, its files perhaps closed: nobody's leak any more */
    bool ours;
    char command[sizeof(((struct leak *)NULL)->command)];
};

/* PF_EXITING in Linux's include/linux/sched.h; /proc has shown it there since 2.6. */
#define FLAG_EXITING 0x4UL

struct processes {
    struct process *list; /* sorted by pid */
    size_t count;
    size_t capacity;
};

int
family_adopt(void)
{
#ifdef PR_SET_CHILD_SUBREAPER
    return prctl(PR_SET_CHILD_SUBREAPER, 1);
#else
    return 0;
#endif
}

/* Reads /proc/PID/stat. The command stands in parentheses and may hold any, so its end is the last one. */
static int
read_process(pid_t pid, struct process *process)
{
    char path[48];
    char text[1024];
    char *open_paren;
    char *close_paren;
    ssize_t n;
    int fd;
    long parent;
    unsigned long flags;

    (void)snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    n = io_read(fd, text, sizeof text - 1);
    (void)close(fd);
    if (n <= 0)
        return -1;
    text[n] = '\0';
    open_paren = strchr(text, '(');
    close_paren = strrchr(text, ')');
    if (open_paren == NULL || close_paren == NULL || close_paren < open_paren)
        return -1;
    *process = (struct process){ .pid = pid };
    /* Field 3 is the state, 4 the parent, 9 the kernel's flags, 22 the start time: proc(5). */
    if (sscanf(close_paren + 1, " %c %ld %*s %*s %*s %*s %lu %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %llu",
               &process->state, &parent, &flags, &process->start_time) != 4)
        return -1;
    process->parent = (pid_t)parent;
    process->exiting = (flags & FLAG_EXITING) != 0;
    (void)snprintf(process->command, sizeof process->command, "%.*s", (int)(close_paren - open_paren - 1),
                   open_paren + 1);
    return 0;
}

static int
compare_pids(const void *a, const void *b)
{
    const struct process *left = a;
    const struct process *right = b;

    return (left->pid > right->pid) - (left->pid < right->pid);
}

static struct process *
find_process(struct processes *all, pid_t pid)
{
    const struct process key = { .pid = pid };

    return all->count > 0 ? bsearch(&key, all->list, all->count, sizeof key, compare_pids) : NULL;
}

/* A process is ours when its parents lead to this one. Marks run from parent to child until none is new: a family is
   seldom deeper than a few, whatever the order of its pids. */
static void
mark_ours(struct processes *all)
{
    pid_t self = getpid();
    bool more = true;

    while (more) {
        more = false;
        for (size_t i = 0; i < all->count; i++) {
            struct process *process = &all->list[i];
            struct process *parent;

            if (process->ours)
                continue;
            parent = process->parent == self ? NULL : find_process(all, process->parent);
            if (process->parent == self || (parent != NULL && parent->ours))
                process->ours = more = true;
        }
    }
}

/* Lists all processes there are, ours marked. 0, or -1 with errno: ENOENT where the system does not list them. */
static int
list_processes(struct processes *all)
{
    DIR *proc = opendir("/proc");
    struct dirent *entry;
    int errnum = ENOENT;

    all->count = 0;
    if (proc == NULL)
        return -1;
    for (;;) {
        errno = 0;
        entry = readdir(proc);
        if (entry == NULL) {
            if (errno != 0)
                errnum = errno;
            break;
        }
        if (!isdigit((unsigned char)entry->d_name[0]))
            continue;
        if (all->count == all->capacity) {
            all->capacity = all->capacity > 0 ? 2 * all->capacity : 256;
            all->list = xreallocarray(all->list, all->capacity, sizeof *all->list);
        }
        /* One that has gone meanwhile is none. */
        if (read_process((pid_t)strtol(entry->d_name, NULL, 10), &all->list[all->count]) == 0)
            all->count++;
    }
    (void)closedir(proc);
    if (all->count == 0) {
        errno = errnum;
        return -1;
    }
    qsort(all->list, all->count, sizeof *all->list, compare_pids);
    mark_ours(all);
    return 0;
}

static bool
is_dead(const struct process *process)
{
    return process->state == 'Z' || process->state == 'X' || process->state == 'x';
}

static int
send_signal(const struct process *process, int signal)
{
    if (process->parent == getpid())
        return kill(process->pid, signal);
#if defined SYS_pidfd_open && defined SYS_pidfd_send_signal
    struct process now;
    int result = -1;
    int fd = (int)syscall(SYS_pidfd_open, process->pid, 0);

    if (fd < 0)
        return -1;
    if (read_process(process->pid, &now) == 0 && now.start_time == process->start_time)
        result = (int)syscall(SYS_pidfd_send_signal, fd, signal, NULL, 0);
    (void)close(fd);
    return result;
#else
    /* It becomes our child when its parent dies, and is ended then. */
    return -1;
#endif
}

/* Reaps a child of ours if it has ended. Whether it is gone for sure. */
static bool
reap(pid_t pid)
{
    pid_t reaped = waitpid(pid, NULL, WNOHANG);

    return reaped == pid || (reaped < 0 && errno == ECHILD);
}

/* Sends SIGNAL, unless it is 0, to the children of ours but the worker, and reaps those that have ended. Whether one is
   left that has not; *KNOWN is false where the system does not say who they are. */
static bool
reap_children(pid_t worker, int signal, bool *known)
{
    char path[64];
    char text[4096];
    bool left = false;
    ssize_t n;
    int fd;

    /* Of a process with one thread this is the list of its children (proc(5)), as far as it fits: of those who do not,
       one that does stands for them. */
    (void)snprintf(path, sizeof path, "/proc/self/task/%ld/children", (long)getpid());
    fd = open(path, O_RDONLY | O_CLOEXEC);
    *known = fd >= 0;
    if (fd < 0)
        return false;
    n = io_read(fd, text, sizeof text - 1);
    (void)close(fd);
    *known = n >= 0;
    text[n > 0 ? n : 0] = '\0';
    for (char *next = text;;) {
        char *end;
        long pid = strtol(next, &end, 10);

        if (end == next || (*end == '\0' && n == (ssize_t)sizeof text - 1))
            break;
        next = end;
        if (pid != worker && signal != 0)
            (void)kill((pid_t)pid, signal);
        if (pid != worker && !reap((pid_t)pid))
            left = true;
    }
    return left;
}

bool
family_left(pid_t worker)
{
    bool known;
    bool left = reap_children(worker, 0, &known);
    struct processes all = { 0 };

    if (known)
        return left;
    if (list_processes(&all) != 0)
        return errno != ENOENT; /* as long as they could be told, some may be left */
    for (size_t i = 0; i < all.count; i++) {
        const struct process *process = &all.list[i];

        if (!process->ours || process->pid == worker)
            continue;
        if (!is_dead(process) || process->parent != getpid() || !reap(process->pid))
            left = true;
    }
    free(all.list);
    return left;
}

static void
note_leak(struct leaks *leaks, const struct process *process)
{
    if (leaks == NULL)
        return;
    for (size_t i = 0; i < leaks->count && i < LEAKS_KEPT; i++)
        if (leaks->list[i].pid == process->pid)
            return;
    if (leaks->count < LEAKS_KEPT) {
        leaks->list[leaks->count].pid = process->pid;
        memcpy(leaks->list[leaks->count].command, process->command, sizeof process->command);
    }
    leaks->count++;
}

/* Sends SIGNAL to all of the family but the dead, and but the worker where SPARE says so. The number of processes that
   it is news for: those not listed in SEEN with the same start time. */
static size_t
signal_all(struct processes *all, struct processes *seen, pid_t spare, int signal, struct leaks *leaks)
{
    size_t news = 0;

    for (size_t i = 0; i < all->count; i++) {
        const struct process *process = &all->list[i];
        const struct process *before;

        if (!process->ours || is_dead(process) || process->pid == spare)
            continue;
        before = seen != NULL ? find_process(seen, process->pid) : NULL;
        if (before == NULL || !before->ours || before->start_time != process->start_time) {
            news++;
            if (!process->exiting)
                note_leak(leaks, process);
        }
        (void)send_signal(process, signal);
    }
    return news;
}

/* Stops the family, pass by pass, until a pass finds nobody new. A bound, so that what cannot be stopped does not hold
   us: the next round kills its next generation. */
static int
stop_all(struct processes *all, pid_t spare, struct leaks *leaks)
{
    enum { PASSES = 100 };
    struct processes seen = { 0 };
    struct processes swap;
    int passes = 0;

    while (list_processes(all) == 0 && signal_all(all, &seen, spare, SIGSTOP, leaks) > 0 && ++passes < PASSES) {
        swap = seen;
        seen = *all;
        *all = swap;
    }
    free(seen.list);
    return all->list != NULL ? 0 : -1;
}

void
family_signal(pid_t worker, int signal)
{
    struct processes all = { 0 };

    (void)kill(-worker, signal);
    if (signal == SIGSTOP)
        (void)stop_all(&all, 0, NULL);
    else if (list_processes(&all) == 0)
        (void)signal_all(&all, NULL, 0, signal, NULL);
    free(all.list);
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

int
family_end(pid_t worker, struct leaks *leaks)
{
    struct processes all = { 0 };
    int64_t deadline = clock_us() + FAMILY_END_MS * INT64_C(1000);
    bool late = false;

    while (family_left(worker) && !late) {
        if (stop_all(&all, worker, leaks) == 0)
            (void)signal_all(&all, NULL, worker, SIGKILL, NULL);
        if (family_left(worker))
            wait_moment();
        late = clock_us() > deadline;
    }
    free(all.list);
    (void)kill(-worker, SIGKILL);
    return late ? -1 : 0;
}

void
family_end_now(pid_t worker)
{
    int64_t deadline = clock_us() + FAMILY_END_MS * INT64_C(1000);
    bool known;

    (void)kill(-worker, SIGKILL);
    while (reap_children(0, SIGKILL, &known) && clock_us() < deadline)
        wait_moment();
}
