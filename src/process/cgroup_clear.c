/* cgroup_clear: removes the leaves of cells that were killed. */
#include "process/cgroup_clear.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>

#include "base/clock.h"
#include "base/io.h"
#include "process/cgroup_walk.h"

/* A cgroup that nobody holds a lock on: its cell was killed. What still runs in it is that cell's family. */
static void
clear_one(int parent_fd, const char *name, int directory_fd)
{
    enum { KILL_MS = 100 };
    struct cgroup stale = { .procs_fd = -1 };
    size_t length = strlen(name);

    if (length >= sizeof stale.name || flock(directory_fd, LOCK_EX | LOCK_NB) != 0)
        return;
    memcpy(stale.name, name, length + 1);
    stale.parent_fd = fcntl(parent_fd, F_DUPFD_CLOEXEC, 0);
    stale.directory_fd = fcntl(directory_fd, F_DUPFD_CLOEXEC, 0);
    if (stale.parent_fd >= 0 && stale.directory_fd >= 0 && cgroup_kill(&stale, KILL_MS) == 0)
        (void)cgroup_remove(&stale);
    io_close(&stale.parent_fd);
    io_close(&stale.directory_fd);
}

void
cgroup_clear(const struct cgroup *cgroup)
{
    enum { CLEAR_MS = 200 };
    const struct cgroup_walk walk = { clear_one, CGROUP_PREFIX, clock_us() + CLEAR_MS * INT64_C(1000) };

    cgroup_walk(cgroup->parent_fd, &walk, 1);
}
