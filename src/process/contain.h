/* contain: what holds the worker's family: this process as the one that inherits orphans, and beside that a pid
   namespace and a cgroup, as far as they are asked for and can be had. */
#ifndef ORI_CONTAIN_H
#define ORI_CONTAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "process/cgroup.h"
#include "process/family.h"
#include "process/limits.h"
#include "process/start.h"
#include "process/worker.h"

/* What is asked for, together in a set. AUTO is taken alone: of the others what can be had. */
enum isolate { ISOLATE_NONE = 0, ISOLATE_PID = 1, ISOLATE_CGROUP = 2, ISOLATE_AUTO = 4 };

/* What became of the family's memory. */
struct memory_use {
    int64_t max_bytes;  /* the most that all of them had at one time; -1 when it is not known */
    uint64_t oom_kills; /* how many processes the kernel has killed for want of memory; without a cgroup of their own
                           that counts memory, of all in the caller's */
    bool is_own;        /* they had one, so that all of these are of the family … */
    bool is_limit;      /* … and its limit was the reason */
};

/* What held the family, and what it held. */
struct containment {
    bool adopts;        /* this process inherited orphans */
    bool in_namespace;  /* they were in a pid namespace of their own */
    bool in_cgroup;     /* … and in a cgroup of their own */
    struct leaks leaks; /* who had to be killed after the worker's own end */
    bool survivors;     /* … and one could not be */
    struct memory_use memory;
};

/* From contain_begin to contain_free. */
struct contain {
    struct family family;
    struct cgroup leaf;
    bool has_leaf;
    int64_t count_us;          /* by clock_us: when contain_count is to be called; -1 for never */
    int64_t kills_before;      /* of the caller's own cgroup; -1 when it is not known */
    struct containment result; /* after contain_end */
};

/* Before anything is started: the family will be held by this process. 0, or -1 with errno. */
int contain_begin(struct contain *contain, struct worker *worker);

/* Starts the worker as REQUEST says, of which isolate_pid and cgroup are filled in here, in what ISOLATE asks for. A
   limit that only a cgroup can enforce is in force, or the worker is not started. 0, or -1 with ERROR. */
int contain_start(struct contain *contain, unsigned isolate, struct start_request *request, struct start_error *error);

/* At count_us or later: counts whom the kernel has killed in the caller's cgroup for want of memory, where the family
   has none of its own that counts it. It costs as much as a twentieth of a cell whose worker does nothing, so who has
   ended before is not asked about. */
enum { CONTAIN_COUNT_MS = 5 };
void contain_count(struct contain *contain);

/* Ends the family as family_end does, also after a start that failed, and takes down what held it. */
void contain_end(struct contain *contain);

/* The same as family_end_now. */
void contain_end_now(struct contain *contain);

void contain_free(struct contain *contain);

#endif
