/* start: starts a worker in a process group of its own. Nothing else in the cell knows how. */
#ifndef ORI_START_H
#define ORI_START_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

#include "process/limits.h"

struct start_request {
    char *const *argv;           /* argv[0] is looked up in PATH; the environment is the caller's */
    const struct limits *limits; /* what the worker runs under */
    const sigset_t *mask;        /* the worker's signal mask */
    bool keep_descriptors;       /* hand descriptors above 2 through; otherwise the worker has 0, 1 and 2 alone */
};

/* The worker's pid is its process group's too. The descriptors are the reading ends of its stdout and stderr,
   non-blocking and close-on-exec, and the caller's to close. */
struct started {
    pid_t pid;
    int stdout_fd;
    int stderr_fd;
};

/* What failed: the step ("exec", "setrlimit cpu", …) and errno. */
struct start_error {
    char step[32];
    int errnum;
    bool in_exec; /* the worker itself could not be executed; otherwise the system had not what it takes */
};

/* Starts the worker: stdin is /dev/null, the signals that a program may find ignored or handled are back to their
   defaults, the worker is killed if this process dies (where the system can do that). The caller must have blocked
   the signals it handles. 0 once exec has succeeded; -1 with ERROR filled, nothing left behind. */
int start_worker(const struct start_request *request, struct started *started, struct start_error *error);

#endif
