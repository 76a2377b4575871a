/* cgroup: a leaf of the unified hierarchy (cgroup v2) that holds one worker and all that it starts.

   Where the leaf can be: controllers are handed down by a cgroup only while it holds no process itself, the root
   excepted. So below the cell's own cgroup there are some only when that is the root; beside it there are some when the
   parent hands them down, which is how a service manager delegates. Both places are looked at, and the one with more of
   them is taken. Whoever puts a process into another cgroup has to be allowed to write to cgroup.procs of the nearest
   cgroup above both: that is the place itself in both cases, so it is asked for before anything is made. */
#include <config.h>

#include "process/cgroup.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/random.h>
#include <sys/vfs.h>
#endif

#include "base/clock.h"
#include "base/io.h"
#include "process/cgroup_path.h"
#include "process/cgroup_walk.h"

/* CGROUP2_SUPER_MAGIC of Linux's include/uapi/linux/magic.h. */
#define CGROUP2_MAGIC 0x63677270

static int
fail(const char **why, const char *what, int errnum)
{
    *why = what;
    errno = errnum;
    return -1;
}

/* Closes without touching errno. */
static void
close_open(int *fd)
{
    int saved = errno;

    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
    errno = saved;
}

/* Writes TEXT in one write(2), as the kernel wants it. 0, or -1 with errno. */
static int
write_file(int fd, const char *name, const char *text)
{
    int file = openat(fd, name, O_WRONLY | O_CLOEXEC);
    ssize_t n;

    if (file < 0)
        return -1;
    do
        n = write(file, text, strlen(text));
    while (n < 0 && errno == EINTR);
    close_open(&file);
    return n < 0 ? -1 : 0;
}

/* A cgroup that a leaf could be made in. */
struct place {
    int fd;
    bool memory;
    bool pids;
};

/* Whether the cgroup hands down the controller, now that it was asked to. Having been told no is no error: some are
 * there. */
static bool
enable(int fd, const char *controller)
{
    char text[1024];
    char order[32];

    if (cgroup_read_file(fd, "cgroup.subtree_control", text, sizeof text) != 0)
        return false;
    if (cgroup_has_word(text, controller, ' ', '\n'))
        return true;
    (void)snprintf(order, sizeof order, "+%s", controller);
    return write_file(fd, "cgroup.subtree_control", order) == 0;
}

/* Whether nothing else is mounted over it. */
static bool
is_cgroup2(int fd)
{
#ifdef __linux__
    struct statfs status;

    return fstatfs(fd, &status) == 0 && status.f_type == CGROUP2_MAGIC;
#else
    (void)fd;
    return false;
#endif
}

/* Opens a place, and asks for what it can give. -1 with errno where no process may be put into a child of it. */
static int
open_place(struct place *place, int fd, const char *path)
{
    int procs;

    *place = (struct place){ .fd = openat(fd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
    if (place->fd < 0)
        return -1;
    if (!is_cgroup2(place->fd)) {
        close_open(&place->fd);
        errno = ENOENT;
        return -1;
    }
    procs = openat(place->fd, "cgroup.procs", O_WRONLY | O_CLOEXEC);
    if (procs < 0) {
        close_open(&place->fd);
        return -1;
    }
    close_open(&procs);
    place->memory = enable(place->fd, "memory");
    place->pids = enable(place->fd, "pids");
    return 0;
}

/* A name that no other cell has, also not one of the same pid in another pid namespace. */
static void
make_name(char name[CGROUP_NAME])
{
    uint64_t random = (uint64_t)clock_us();

#ifdef __linux__
    (void)getrandom(&random, sizeof random, GRND_NONBLOCK);
#endif
    (void)snprintf(name, CGROUP_NAME, CGROUP_PREFIX "%ld.%016" PRIx64, (long)getpid(), random);
}

/* Writes the limit to the leaf's file of that name. Whether it is in force. */
static bool
set_limit(const struct cgroup *cgroup, const char *name, uint64_t limit)
{
    char text[32];

    if (limit == CGROUP_UNLIMITED)
        return true;
    (void)snprintf(text, sizeof text, "%" PRIu64, limit);
    return write_file(cgroup->directory_fd, name, text) == 0;
}

/* All that is in the leaf dies together when memory runs out: half a family is no use to anybody. Swap may not be
   there, and then needs no limit. */
static void
set_limits(struct cgroup *cgroup, const struct place *place, const struct cgroup_limits *limits)
{
    cgroup->memory = place->memory && set_limit(cgroup, "memory.max", limits->memory_max);
    if (cgroup->memory && limits->memory_max != CGROUP_UNLIMITED) {
        cgroup->memory = set_limit(cgroup, "memory.swap.max", 0) || errno == ENOENT;
        (void)write_file(cgroup->directory_fd, "memory.oom.group", "1");
    }
    cgroup->pids = place->pids && set_limit(cgroup, "pids.max", limits->pids_max);
}

/* Whether processes can be put into the leaf: not where the cgroup above it is a threaded one. */
static bool
is_domain(const struct cgroup *cgroup)
{
    char type[64];

    if (cgroup_read_file(cgroup->directory_fd, "cgroup.type", type, sizeof type) != 0)
        return errno == ENOENT; /* before Linux 4.14 they were all */
    return strcmp(type, "domain\n") == 0;
}

/* Opens the new directory and locks it as long as this process lives, which tells others that the leaf has an owner.
   Whether it is still there: one who clears away may have been before us. */
static bool
take_directory(struct cgroup *cgroup, int place_fd)
{
    cgroup->directory_fd = openat(place_fd, cgroup->name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (cgroup->directory_fd < 0)
        return false;
    if (flock(cgroup->directory_fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return faccessat(place_fd, cgroup->name, F_OK, 0) == 0;
}

/* 0, or -1 with errno. */
static int
make_directory(struct cgroup *cgroup, int place_fd)
{
    enum { TRIES = 10 };

    for (int i = 0; i < TRIES; i++) {
        int saved;

        make_name(cgroup->name);
        if (mkdirat(place_fd, cgroup->name, 0755) != 0) {
            if (errno != EEXIST)
                return -1;
            continue;
        }
        if (take_directory(cgroup, place_fd))
            return 0;
        saved = errno;
        close_open(&cgroup->directory_fd);
        (void)unlinkat(place_fd, cgroup->name, AT_REMOVEDIR);
        errno = saved;
    }
    return -1;
}

/* Makes the leaf in PLACE, and takes over its descriptor. */
static int
make_leaf(struct cgroup *cgroup, struct place *place, const struct cgroup_limits *limits, const char **why)
{
    if (make_directory(cgroup, place->fd) != 0)
        return fail(why, "no cgroup can be made beside or below the own one", errno);
    if (is_domain(cgroup))
        cgroup->procs_fd = openat(cgroup->directory_fd, "cgroup.procs", O_WRONLY | O_CLOEXEC);
    else
        errno = EOPNOTSUPP;
    if (cgroup->procs_fd < 0) {
        int saved = errno;

        close_open(&cgroup->directory_fd);
        (void)unlinkat(place->fd, cgroup->name, AT_REMOVEDIR);
        return fail(why, "no process can be put into a new cgroup", saved);
    }
    cgroup->parent_fd = place->fd;
    place->fd = -1;
    set_limits(cgroup, place, limits);
    return 0;
}

int
cgroup_create(struct cgroup *cgroup, const struct cgroup_limits *limits, const char **why)
{
    char path[CGROUP_PATH];
    struct place places[2] = { { .fd = -1 }, { .fd = -1 } };
    int depth;
    int first;
    int result = -1;

    *cgroup = (struct cgroup){ .parent_fd = -1, .directory_fd = -1, .procs_fd = -1 };
    if (cgroup_locate("/proc", path, &depth, why) != 0)
        return -1;
    if (open_place(&places[0], AT_FDCWD, path) != 0)
        (void)fail(why, "the own cgroup cannot be written", errno);
    if (!(places[0].memory && places[0].pids) && depth > 0) {
        size_t length = strlen(path);

        (void)snprintf(path + length, sizeof path - length, "/..");
        if (open_place(&places[1], AT_FDCWD, path) != 0 && places[0].fd < 0)
            (void)fail(why, "neither the own cgroup nor the one above it can be written", errno);
    }
    first = places[1].memory + places[1].pids > places[0].memory + places[0].pids;
    for (int i = 0; i < 2 && result != 0; i++)
        if (places[first ^ i].fd >= 0)
            result = make_leaf(cgroup, &places[first ^ i], limits, why);
    close_open(&places[0].fd);
    close_open(&places[1].fd);
    return result;
}

int
cgroup_enter(int procs_fd)
{
    ssize_t n;

    do
        n = write(procs_fd, "0", 1);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -1 : 0;
}

int
cgroup_populated(const struct cgroup *cgroup)
{
    char text[256];
    int64_t populated;

    if (cgroup_read_file(cgroup->directory_fd, "cgroup.events", text, sizeof text) != 0)
        return -1;
    populated = cgroup_find_count(text, "populated");
    if (populated < 0)
        errno = ENODATA;
    return populated < 0 ? -1 : populated > 0;
}

/* Before Linux 5.14 there is no cgroup.kill: all that is listed is killed. What forks is frozen before (Linux 5.2), so
   that it cannot get away, and no pid is used anew. A pid of 0 is one that this pid namespace does not show. */
static void
kill_listed(int directory_fd)
{
    char text[4096];
    size_t kept = 0;
    ssize_t n;
    int fd;

    (void)write_file(directory_fd, "cgroup.freeze", "1");
    fd = openat(directory_fd, "cgroup.procs", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    while ((n = io_read(fd, text + kept, sizeof text - 1 - kept)) > 0) {
        char *line = text;
        char *end;

        kept += (size_t)n;
        text[kept] = '\0';
        for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
            long pid = strtol(line, NULL, 10);

            if (pid > 0 && pid <= INT_MAX && pid != (long)getpid())
                (void)kill((pid_t)pid, SIGKILL);
        }
        kept = strlen(line);
        if (kept == sizeof text - 1)
            break;
        memmove(text, line, kept);
    }
    close_open(&fd);
}

static void
kill_one(int parent_fd, const char *name, int directory_fd)
{
    (void)parent_fd;
    (void)name;
    kill_listed(directory_fd);
}

static void
remove_one(int parent_fd, const char *name, int directory_fd)
{
    (void)directory_fd;
    (void)unlinkat(parent_fd, name, AT_REMOVEDIR);
}

/* Waits until the leaf's state changes, or MS have passed. */
static void
wait_change(const struct cgroup *cgroup, int64_t ms)
{
    struct pollfd polled = { .fd = openat(cgroup->directory_fd, "cgroup.events", O_RDONLY | O_CLOEXEC),
                             .events = POLLPRI };
    char text[256];

    /* A change is one since the last read. */
    if (polled.fd >= 0 && io_read(polled.fd, text, sizeof text - 1) >= 0 && cgroup_populated(cgroup) > 0)
        (void)poll(&polled, 1, (int)ms);
    close_open(&polled.fd);
}

int
cgroup_kill(const struct cgroup *cgroup, int timeout_ms)
{
    enum { AGAIN_MS = 20 };
    int64_t deadline = clock_us() + timeout_ms * INT64_C(1000);
    const struct cgroup_walk walk = { .visit = kill_one, .deadline_us = deadline };
    int populated;

    for (;;) {
        int64_t left_ms;

        if (write_file(cgroup->directory_fd, "cgroup.kill", "1") != 0) {
            kill_listed(cgroup->directory_fd);
            cgroup_walk(cgroup->directory_fd, &walk, CGROUP_DEPTH);
        }
        populated = cgroup_populated(cgroup);
        left_ms = (deadline - clock_us()) / 1000;
        if (populated <= 0 || left_ms <= 0)
            break;
        wait_change(cgroup, left_ms < AGAIN_MS ? left_ms : AGAIN_MS);
    }
    if (populated > 0)
        errno = ETIMEDOUT;
    return populated == 0 ? 0 : -1;
}

int64_t
cgroup_memory_peak(const struct cgroup *cgroup)
{
    char text[64];

    if (cgroup_read_file(cgroup->directory_fd, "memory.peak", text, sizeof text) != 0 || text[0] < '0' || text[0] > '9')
        return -1;
    return strtoll(text, NULL, 10);
}

static int64_t
memory_event(const struct cgroup *cgroup, const char *name)
{
    char text[512];

    if (cgroup_read_file(cgroup->directory_fd, "memory.events", text, sizeof text) != 0)
        return -1;
    return cgroup_find_count(text, name);
}

int64_t
cgroup_oom_kills(const struct cgroup *cgroup)
{
    return memory_event(cgroup, "oom_kill");
}

int64_t
cgroup_memory_max_hits(const struct cgroup *cgroup)
{
    return memory_event(cgroup, "oom");
}

int
cgroup_remove(struct cgroup *cgroup)
{
    int64_t deadline = clock_us() + CGROUP_REMOVE_MS * INT64_C(1000);
    const struct cgroup_walk walk = { .visit = remove_one, .deadline_us = deadline };
    struct timespec pause = { .tv_nsec = 1000000 };
    int result;

    close_open(&cgroup->procs_fd);
    for (;;) {
        result = unlinkat(cgroup->parent_fd, cgroup->name, AT_REMOVEDIR);
        if (result == 0 || errno != EBUSY || clock_us() > deadline)
            break;
        cgroup_walk(cgroup->directory_fd, &walk, CGROUP_DEPTH);
        (void)nanosleep(&pause, NULL);
        if (pause.tv_nsec < 16000000)
            pause.tv_nsec *= 2;
        errno = EBUSY;
    }
    if (result != 0 && errno == ENOENT)
        result = 0; /* somebody else has done it */
    close_open(&cgroup->directory_fd);
    close_open(&cgroup->parent_fd);
    return result;
}
