/* start: starts a worker in a session of its own. Nothing else in the cell knows how. */
#ifndef ORI_START_H
#define ORI_START_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

#include "process/cgroup.h"
#include "process/limits.h"
#include "process/worker.h"

struct start_request {
    char *const *argv;           /* argv[0] is looked up in PATH */
    char *const *environment;    /* the worker's; NULL: the caller's own */
    const char *directory;       /* where it runs; NULL: where the caller does */
    int stdin_fd;                /* its standard input; -1: nothing to read */
    const struct limits *limits; /* what the worker runs under */
    const sigset_t *mask;        /* the worker's signal mask */
    unsigned alarm_s;            /* alarm(2) for the worker, which survives exec; 0 for none */
    bool isolate_pid;            /* in a pid namespace of its own */
    const struct cgroup *cgroup; /* in this cgroup; NULL: in that of the caller */
    bool may_be_traced;          /* by all that this process starts, also where the system restricts that to parents */
    bool keep_descriptors;       /* hand descriptors above 2 through; otherwise the worker has 0, 1 and 2 alone */
};

/* What failed: the step ("exec", "setrlimit cpu", …) and errno. */
struct start_error {
    char step[96];
    int errnum;        /* 0: the step tells all */
    bool in_exec;      /* the worker itself could not be executed; otherwise the system had not what it takes */
    bool in_isolation; /* … for a pid namespace, */
    bool in_cgroup;    /* … or for the cgroup */
};

/* Starts the worker in a session of its own, so that it has no terminal. Every signal is at its default, and the worker
   is killed if this process dies (where the system can do that, and unless it changes its user). The caller must have
   blocked the signals it handles. 0 once exec has succeeded; -1 with ERROR filled, and nothing is left of it. */
int start_worker(const struct start_request *request, struct worker *worker, struct start_error *error);

#endif
