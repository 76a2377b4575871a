/* become: the way from a process to the worker, between vfork and exec. */
#ifndef ORI_BECOME_H
#define ORI_BECOME_H

#include <stdbool.h>
#include <sys/types.h>

#include "process/program.h"
#include "process/start.h"

/* What the child finds open. */
struct become_ends {
    int out; /* what it writes to */
    int err;
    int report;    /* a struct become_failure when it could not become the worker; close-on-exec */
    int hello;     /* a byte, first of all; -1 for none */
    int tether[2]; /* on which its process group is to hang */
};

/* LIMIT is a static string, and parent and child are of the same program. */
struct become_failure {
    const char *step;
    const char *limit;
    int errnum;
    bool in_exec;
    bool in_isolation;
    bool in_cgroup;
};

/* Makes the child, which becomes the worker or reports and exits. Its pid, or -1 with errno. */
pid_t become_start(const struct start_request *request, const struct program *program, const struct become_ends *ends);

#endif
