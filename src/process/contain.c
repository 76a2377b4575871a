/* contain: what holds the worker's family.

   The leaf of the hierarchy is made before the worker is started, which begins its life in it, and is removed when
   nobody is left. What a cgroup ends it ends at once, also what forks faster than it could be listed; but a worker that
   may write to the hierarchy can leave its leaf. So the family is ended as without one after that, and wait(2) has the
   last word on whether anybody is left. */
#include "process/contain.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "base/clock.h"
#include "process/cgroup_clear.h"
#include "process/cgroup_path.h"

enum { LEAF_KILL_MS = 500 }; /* for what is killed to be dead; family_end has more patience */

int
contain_begin(struct contain *contain, struct worker *worker)
{
    *contain = (struct contain){ .count_us = -1, .kills_before = -1, .result.memory.max_bytes = -1 };
    return family_begin(&contain->family, worker);
}

static int
fail(struct start_error *error, const char *what, const char *why, int errnum)
{
    *error = (struct start_error){ .errnum = errnum, .in_cgroup = true };
    (void)snprintf(error->step, sizeof error->step, "%s: %s", what, why);
    return -1;
}

static void
remove_leaf(struct contain *contain)
{
    if (contain->has_leaf)
        (void)cgroup_remove(&contain->leaf);
    contain->has_leaf = false;
}

/* Whether what the limits ask of a cgroup is in force. */
static int
check_limits(const struct contain *contain, const struct limits *limits, struct start_error *error)
{
    uint64_t value;

    if (limits_find(limits, "memory", &value) && !contain->leaf.memory)
        return fail(error, "--limit=memory", "there is no cgroup with a memory controller", 0);
    if (limits_find(limits, "pids", &value) && !contain->leaf.pids)
        return fail(error, "--limit=pids", "there is no cgroup with a pids controller", 0);
    return 0;
}

/* Makes the leaf, under its limits. */
static int
make_leaf(struct contain *contain, const struct limits *limits, struct start_error *error)
{
    struct cgroup_limits asked = { CGROUP_UNLIMITED, CGROUP_UNLIMITED };
    const char *limit = limits_of_cgroup(limits);
    char what[32] = "cgroup";
    const char *why;

    (void)limits_find(limits, "memory", &asked.memory_max);
    (void)limits_find(limits, "pids", &asked.pids_max);
    if (cgroup_create(&contain->leaf, &asked, &why) != 0) {
        int errnum = errno;

        if (limit != NULL)
            (void)snprintf(what, sizeof what, "--limit=%s", limit);
        return fail(error, what, why, errnum);
    }
    contain->has_leaf = true;
    if (check_limits(contain, limits, error) != 0) {
        remove_leaf(contain);
        return -1;
    }
    cgroup_clear(&contain->leaf);
    return 0;
}

int
contain_start(struct contain *contain, unsigned isolate, struct start_request *request, struct start_error *error)
{
    const struct limits *limits = request->limits;
    bool is_auto = (isolate & ISOLATE_AUTO) != 0;
    bool needs_leaf = !is_auto || limits_of_cgroup(limits) != NULL;
    int result;

    if ((isolate & (ISOLATE_CGROUP | ISOLATE_AUTO)) != 0 && make_leaf(contain, limits, error) != 0 && needs_leaf)
        return -1;
    request->isolate_pid = (isolate & (ISOLATE_PID | ISOLATE_AUTO)) != 0;
    for (;;) {
        request->cgroup = contain->has_leaf ? &contain->leaf : NULL;
        result = start_worker(request, contain->family.worker, error);
        if (result == 0 || !is_auto)
            break;
        if (error->in_isolation && request->isolate_pid)
            request->isolate_pid = false;
        else if (error->in_cgroup && contain->has_leaf && !needs_leaf)
            remove_leaf(contain);
        else
            break;
    }
    if (result != 0)
        return -1;
    contain->result.in_namespace = request->isolate_pid;
    contain->result.in_cgroup = contain->has_leaf;
    if (!contain->has_leaf || !contain->leaf.memory)
        contain->count_us = clock_us() + CONTAIN_COUNT_MS * INT64_C(1000);
    return 0;
}

void
contain_count(struct contain *contain)
{
    contain->count_us = -1;
    contain->kills_before = cgroup_own_oom_kills();
}

/* What the leaf has counted. */
static void
read_leaf(struct contain *contain)
{
    struct memory_use *memory = &contain->result.memory;
    int64_t kills = cgroup_oom_kills(&contain->leaf);

    memory->is_own = true;
    memory->max_bytes = cgroup_memory_peak(&contain->leaf);
    memory->oom_kills = kills > 0 ? (uint64_t)kills : 0;
    memory->is_limit = kills > 0 && cgroup_memory_max_hits(&contain->leaf) > 0;
}

/* The counter of all who share the cgroup is only looked at when the worker died as the kernel kills for want of
   memory. */
static void
read_own(struct contain *contain)
{
    const struct worker *worker = contain->family.worker;
    int64_t kills;

    if (contain->kills_before < 0 || !worker->is_reaped || !WIFSIGNALED(worker->wait_status) ||
        WTERMSIG(worker->wait_status) != SIGKILL)
        return;
    kills = cgroup_own_oom_kills();
    if (kills > contain->kills_before)
        contain->result.memory.oom_kills = (uint64_t)(kills - contain->kills_before);
}

void
contain_end(struct contain *contain)
{
    struct family *family = &contain->family;

    if (contain->has_leaf && cgroup_populated(&contain->leaf) != 0) {
        family_note(family);
        (void)cgroup_kill(&contain->leaf, LEAF_KILL_MS);
    }
    if (family_end(family) != 0)
        contain->result.survivors = true;
    if (contain->has_leaf && cgroup_populated(&contain->leaf) > 0)
        contain->result.survivors = true;
    if (contain->has_leaf && contain->leaf.memory)
        read_leaf(contain);
    else
        read_own(contain);
    remove_leaf(contain);
    contain->result.adopts = family->adopts;
    contain->result.leaks = family->leaks;
}

void
contain_end_now(struct contain *contain)
{
    const struct worker *worker = contain->family.worker;

    if (contain->has_leaf)
        (void)cgroup_kill(&contain->leaf, LEAF_KILL_MS);
    if (worker != NULL && worker->pid > 0)
        family_end_now(&contain->family);
    remove_leaf(contain);
}

void
contain_free(struct contain *contain)
{
    family_free(&contain->family);
}
