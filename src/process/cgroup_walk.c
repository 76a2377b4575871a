/* cgroup_walk: a walk through the cgroups below one. */
#include "process/cgroup_walk.h"

#ifdef __linux__
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/io.h"

/* One entry of a directory, as getdents64(2) gives it. */
struct entry {
    uint64_t inode;
    int64_t offset;
    unsigned short size;
    unsigned char type;
    char name[];
};

static bool
is_wanted(const struct entry *entry, const char *prefix)
{
    if (entry->type != DT_DIR || strcmp(entry->name, ".") == 0 || strcmp(entry->name, "..") == 0)
        return false;
    return prefix == NULL || strncmp(entry->name, prefix, strlen(prefix)) == 0;
}

void
cgroup_walk(int directory_fd, const struct cgroup_walk *walk, int depth)
{
    _Alignas(struct entry) char entries[1024];
    long n;

    if (depth == 0 || lseek(directory_fd, 0, SEEK_SET) != 0)
        return;
    while ((n = syscall(SYS_getdents64, directory_fd, entries, sizeof entries)) > 0)
        for (long at = 0; at < n && clock_us() < walk->deadline_us;) {
            const struct entry *entry = (const void *)(entries + at);
            int fd = -1;

            at += entry->size;
            if (is_wanted(entry, walk->prefix))
                fd = openat(directory_fd, entry->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (fd < 0)
                continue;
            cgroup_walk(fd, walk, depth - 1);
            walk->visit(directory_fd, entry->name, fd);
            io_close(&fd);
        }
}

#else

void
cgroup_walk(int directory_fd, const struct cgroup_walk *walk, int depth)
{
    (void)directory_fd;
    (void)walk;
    (void)depth;
}

#endif
