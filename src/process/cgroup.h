/* cgroup: a leaf of the unified hierarchy (cgroup v2) that holds one worker and all that it starts, never the cell.

   The kernel puts every descendant of who has entered into the leaf as well, counts and limits them as one, and kills
   all of them at once. It holds nobody who may write to the hierarchy as the cell may: a worker of the same user can
   enter a cgroup beside the leaf, raise the leaf's limits, or put the cell into it, as it can kill the cell. So a leaf
   is one more way of ending the family, not the only one. */
#ifndef ORI_CGROUP_H
#define ORI_CGROUP_H

#include <stdbool.h>
#include <stdint.h>

#define CGROUP_UNLIMITED UINT64_MAX

struct cgroup_limits {
    uint64_t memory_max; /* bytes of all processes together, swap is none; CGROUP_UNLIMITED for no limit */
    uint64_t pids_max;   /* threads of all processes together */
};

/* A leaf's name begins so. */
#define CGROUP_PREFIX "ori-cell."
enum { CGROUP_NAME = 48 };

/* From cgroup_create to cgroup_remove; in between nothing changes it, and nothing needs memory. The descriptors are
   close-on-exec. */
struct cgroup {
    int parent_fd;    /* the directory that the leaf is in */
    int directory_fd; /* the leaf itself, as clone3(2) takes it for CLONE_INTO_CGROUP too */
    int procs_fd;     /* its cgroup.procs, for cgroup_enter */
    bool memory;      /* memory is counted, and limited if that was asked for */
    bool pids;        /* the same of threads */
    char name[CGROUP_NAME];
};

/* Makes an empty leaf under LIMITS, below the caller's own cgroup or beside it: wherever the system allows more
   controllers. A lock on it, flock(2), tells others that its maker lives. A leaf without some is one as well: memory
   and pids tell what is in force. Those of them that the place could hand down but does not are switched on there, and
   stay so. 0; or -1 with errno, *WHY a constant text, and nothing left behind, where the caller may make no cgroup that
   it can put a child into. */
int cgroup_create(struct cgroup *cgroup, const struct cgroup_limits *limits, const char **why);

/* Puts the calling process into the leaf; safe between vfork and exec. 0, or -1 with errno. */
int cgroup_enter(int procs_fd);

/* Sends SIGKILL to all in the leaf and below it, also to what is frozen, or forks faster than it could be listed; then
   waits until none of them runs, TIMEOUT_MS at most. The dead still want to be reaped by their parents. 0 when none is
   left, or -1 with errno: ETIMEDOUT when some are left. */
int cgroup_kill(const struct cgroup *cgroup, int timeout_ms);

/* 1 when a process is in the leaf or below it, 0 when none is, -1 with errno when it cannot be told. */
int cgroup_populated(const struct cgroup *cgroup);

/* The most memory in bytes that all in the leaf had at one time, -1 when the kernel does not tell. */
int64_t cgroup_memory_peak(const struct cgroup *cgroup);

/* How many processes of the leaf the kernel has killed for want of memory, -1 when it does not tell. */
int64_t cgroup_oom_kills(const struct cgroup *cgroup);

/* How often memory_max of this leaf left nothing to give, -1 when the kernel does not tell. With kills but without
   this, the limit of a cgroup further up, or the machine's own end, was the reason. */
int64_t cgroup_memory_max_hits(const struct cgroup *cgroup);

/* Removes the leaf, which has to be empty of processes, and what cgroups a worker has made in it; closes the
   descriptors in any case. While the kernel is still tidying up it is tried again, CGROUP_REMOVE_MS at most. 0, or -1
   with errno. */
enum { CGROUP_REMOVE_MS = 500 };
int cgroup_remove(struct cgroup *cgroup);

#endif
