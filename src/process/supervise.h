/* supervise: runs one worker from its start to the end of its family, and tells how it ended. */
#ifndef ORI_SUPERVISE_H
#define ORI_SUPERVISE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/resource.h>

#include "base/ended.h"
#include "process/contain.h"
#include "process/limits.h"
#include "process/sink.h"

struct supervise_request {
    char *const *argv;
    char *const *environment; /* NULL: this process' own */
    const struct limits *limits;
    unsigned isolate; /* a set of enum isolate */
    bool keep_descriptors;
    int64_t timeout_ms;    /* wall clock, 0 for none */
    int deadline_signal;   /* what the deadline sends */
    int64_t kill_after_ms; /* SIGKILL this long after it, 0 for never */
    int64_t leak_grace_ms; /* how long a descendant may write on after the worker's death, */
    int64_t ends_us;       /* but no longer than until this, by clock_us; 0 for any time */
    /* At the deadline, while the worker still lives, and before anything is sent to it. It must return when IS_OVER
       says so of OVER_CONTEXT, and may take AT_DEADLINE_MS. NULL for nothing. */
    void (*at_deadline)(void *context, pid_t worker, bool (*is_over)(void *over_context), void *over_context);
    void *at_deadline_context;
    int64_t at_deadline_ms;
    struct sink stdout_sink;
    struct sink stderr_sink;
};

/* What the family sent to the cell, and was not obeyed. */
enum { SIGNALS_IGNORED_KEPT = 8 };
struct signal_ignored {
    int number;
    pid_t sender;
    uint64_t count;
};

struct supervised {
    struct ended ended;
    pid_t pid;       /* what the worker's was: it is reaped; 0 when it was not started */
    bool not_found;  /* not_started because there is no such program */
    int interrupted; /* the signal that the cell was ended by; nothing else counts then */
    struct containment containment;
    struct signal_ignored ignored[SIGNALS_IGNORED_KEPT];
    size_t ignored_count;
    uint64_t continued;         /* how often the cell was continued, after a stop that it did not ask for */
    struct rusage usage;        /* the worker's and that of the children it waited for */
    int64_t cpu_ms;             /* of all of the family that was reaped */
    int64_t wall_ms;            /* from before its start to its death */
    struct timespec started_at; /* by the calendar clock */
    int64_t running_us;         /* by clock_us: when the worker's program had begun, */
    int64_t died_us;            /* when it was seen to be dead, */
    int64_t ended_us;           /* and when its family had ended and all it wrote had been read */
};

/* Runs the worker. Always fills RESULT, whose ended.reason the caller frees. The signals that the cell takes stay
   blocked until signals_release, also between one run and another; one that has come between two runs counts for the
   next. */
void supervise_run(const struct supervise_request *request, struct supervised *result);

#endif
