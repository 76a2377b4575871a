/* attempt: one run of the worker, from its start to what the cell makes of it. */
#ifndef ORI_ATTEMPT_H
#define ORI_ATTEMPT_H

#include <stddef.h>
#include <stdint.h>

#include "cell/options.h"
#include "cell/reader.h"
#include "process/supervise.h"
#include "record/summary.h"

struct attempt {
    struct supervised run;
    struct summary summary;
    size_t rest;            /* how many of the last results are of tests that never ran because the worker died */
    enum protocol protocol; /* the one that the verdict rests on */
    char *stderr_tail;      /* lines, joined by line feeds, or "" */
    uint64_t stdout_bytes;
    struct capture stdout_text; /* what is no report */
    struct capture stderr_text;
};

/* Runs the worker that ARGV names, and fills ATTEMPT, whatever it held before is not freed. */
void attempt_run(struct attempt *attempt, const struct cell_options *options, char *const *argv);

void attempt_free(struct attempt *attempt);

#endif
