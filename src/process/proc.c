/* proc: what Linux tells of processes in /proc (proc(5)). */
#include "process/proc.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/xalloc.h"

/* PF_EXITING in Linux's include/linux/sched.h; /proc has shown it there since 2.6. */
#define FLAG_EXITING 0x4UL

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

int
proc_open(void)
{
    return open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC);
}

/* The first bytes of a file, as a string. Their number, or -1. */
static ssize_t
read_start(int proc, const char *name, char *text, size_t size)
{
    int fd = openat(proc, name, O_RDONLY | O_CLOEXEC);
    ssize_t n;

    if (fd < 0)
        return -1;
    n = io_read(fd, text, size - 1);
    (void)close(fd);
    text[n > 0 ? n : 0] = '\0';
    return n;
}

/* NSpid lists this process' numbers from the namespace of that /proc down to its own: one and the same, where both are
 * one. */
bool
proc_is_ours(int proc)
{
    char text[4096];
    const char *line;
    char *end;

    if (proc < 0 || read_start(proc, "self/status", text, sizeof text) <= 0)
        return false;
    line = strstr(text, "\nNSpid:");
    if (line == NULL) { /* before Linux 4.1 */
        line = strstr(text, "\nPid:");
        return line != NULL && strtol(line + 5, NULL, 10) == (long)getpid();
    }
    return strtol(line + 7, &end, 10) == (long)getpid() && *end == '\n';
}

/* The command stands in parentheses and may hold any, so its end is the last one. Field 3 is the state, 4 the parent, 9
   the kernel's flags, 20 the number of threads, 22 the start time, 31 the signals that are pending. */
int
proc_read(int proc, pid_t pid, struct process *process)
{
    char name[32];
    char text[1024];
    char *open_paren;
    char *close_paren;
    char state;
    long parent;
    long threads;
    unsigned long flags;
    unsigned long pending;

    (void)snprintf(name, sizeof name, "%ld/stat", (long)pid);
    if (read_start(proc, name, text, sizeof text) <= 0)
        return -1;
    open_paren = strchr(text, '(');
    close_paren = strrchr(text, ')');
    if (open_paren == NULL || close_paren == NULL || close_paren < open_paren) {
        errno = EPROTO;
        return -1;
    }
    *process = (struct process){ .pid = pid };
    if (sscanf(close_paren + 1,
               " %c %ld %*s %*s %*s %*s %lu %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %ld %*s %llu"
               " %*s %*s %*s %*s %*s %*s %*s %*s %lu",
               &state, &parent, &flags, &threads, &process->start_time, &pending) != 6) {
        errno = EPROTO;
        return -1;
    }
    process->parent = (pid_t)parent;
    process->is_dead = state == 'X' || (state == 'Z' && threads <= 1);
    process->is_ending =
        process->is_dead || (pending & 1UL << (SIGKILL - 1)) != 0 || ((flags & FLAG_EXITING) != 0 && threads <= 1);
    (void)snprintf(process->command, sizeof process->command, "%.*s", (int)(close_paren - open_paren - 1),
                   open_paren + 1);
    return 0;
}

int
proc_children(int proc, void (*act)(void *context, pid_t pid), void *context)
{
    char name[48];
    char text[4096];
    long pid = 0;
    bool in_number = false;
    ssize_t n;
    int fd;

    (void)snprintf(name, sizeof name, "self/task/%ld/children", (long)getpid());
    fd = openat(proc, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    while ((n = io_read(fd, text, sizeof text)) > 0) {
        for (ssize_t i = 0; i < n; i++) {
            if (isdigit((unsigned char)text[i])) {
                pid = pid * 10 + (text[i] - '0');
                in_number = true;
            } else if (in_number) {
                act(context, (pid_t)pid);
                pid = 0;
                in_number = false;
            }
        }
    }
    (void)close(fd);
    if (in_number)
        act(context, (pid_t)pid);
    return n < 0 ? -1 : 0;
}

static int
compare_pids(const void *a, const void *b)
{
    const struct process *left = a;
    const struct process *right = b;

    return (left->pid > right->pid) - (left->pid < right->pid);
}

struct process *
proc_find(const struct processes *all, pid_t pid)
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

            if (process->is_ours)
                continue;
            parent = process->parent == self ? NULL : proc_find(all, process->parent);
            if (process->parent == self || (parent != NULL && parent->is_ours))
                process->is_ours = more = true;
        }
    }
}

int
proc_list(int proc, struct processes *all)
{
    int fd = openat(proc, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;
    struct dirent *entry;

    all->count = 0;
    if (directory == NULL) {
        if (fd >= 0)
            (void)close(fd);
        return -1;
    }
    while ((entry = readdir(directory)) != NULL) {
        if (!isdigit((unsigned char)entry->d_name[0]))
            continue;
        if (all->count == all->capacity) {
            all->capacity = all->capacity > 0 ? 2 * all->capacity : 256;
            all->list = xreallocarray(all->list, all->capacity, sizeof *all->list);
        }
        if (proc_read(proc, (pid_t)strtol(entry->d_name, NULL, 10), &all->list[all->count]) == 0)
            all->count++;
    }
    (void)closedir(directory);
    if (all->count > 0)
        qsort(all->list, all->count, sizeof *all->list, compare_pids);
    mark_ours(all);
    return 0;
}
