/* ended: how a worker ended, as a value: no process is behind it any more. */
#ifndef ORI_ENDED_H
#define ORI_ENDED_H

#include <stdbool.h>
#include <stdint.h>

enum ended_how { ENDED_EXITED, ENDED_SIGNALED, ENDED_TIMED_OUT, ENDED_NOT_STARTED };

struct ended {
    enum ended_how how;
    int exit_code;    /* exited */
    int term_signal;  /* signaled, and what it took to end one that timed out */
    bool core_dumped; /* signaled */
    bool survived;    /* it could not be ended: neither code nor signal is known */
    int64_t after_ms; /* timed_out: the deadline that it passed */
    char *reason;     /* not_started: owned; NULL otherwise */
};

/* The name in ended.how. */
const char *ended_name(enum ended_how how);

/* Finds the way to end that is called NAME. 0, or -1 when there is none. */
int ended_parse(const char *name, enum ended_how *how);

#endif
