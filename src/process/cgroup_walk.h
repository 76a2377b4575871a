/* cgroup_walk: a walk through the cgroups below one. A worker may have made any number of them. */
#ifndef ORI_CGROUP_WALK_H
#define ORI_CGROUP_WALK_H

#include <stdint.h>

struct cgroup_walk {
    void (*visit)(int parent_fd, const char *name, int directory_fd);
    const char *prefix;  /* of the names of those that are visited; NULL for all */
    int64_t deadline_us; /* of clock_us: nothing is visited later */
};

/* Visits the cgroups below the directory, DEPTH levels of them at most, those at the bottom first; without any memory.
   On systems that have no cgroups there is none. */
enum { CGROUP_DEPTH = 16 };
void cgroup_walk(int directory_fd, const struct cgroup_walk *walk, int depth);

#endif
