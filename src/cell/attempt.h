/* attempt: one run of the worker, from its start to what the cell makes of it. */
#ifndef ORI_ATTEMPT_H
#define ORI_ATTEMPT_H

#include <stddef.h>
#include <stdint.h>

#include "cell/options.h"
#include "process/supervise.h"
#include "protocol/reader.h"
#include "record/summary.h"

struct attempt {
    struct supervised run;
    struct summary summary;
    size_t rest; /* how many of the last results are of tests that never ran because the worker died */
    const struct protocol *protocol; /* the one that the verdict rests on */
    char *stderr_tail;               /* lines, joined by line feeds, or "" */
    uint64_t stdout_bytes;
    struct capture stdout_text; /* what is no report */
    struct capture stderr_text;
    struct buffer backtrace; /* what --on-timeout has printed */
};

/* What one run of the worker differs in from another. */
struct attempt_request {
    char *const *argv;
    char *const *environment;
    int64_t ends_us; /* by clock_us: the worker's deadline is no later; 0 for none */
};

/* LIMIT_MS (0: none), or the time that is left until ENDS_US (0: any), which is at least 1 ms, where that is less. */
int64_t attempt_time(int64_t ends_us, int64_t limit_ms);

/* Runs the worker, and fills ATTEMPT, whatever it held before is not freed. */
void attempt_run(struct attempt *attempt, const struct cell_options *options, const struct attempt_request *what);

void attempt_free(struct attempt *attempt);

#endif
