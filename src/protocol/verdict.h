/* verdict: what a cell makes of what it saw, and what the protocols' judgements share. Pure: no process, no file, no
   clock. The table is that of ori-protocol(7). */
#ifndef ORI_VERDICT_H
#define ORI_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ended.h"
#include "protocol/protocol.h"
#include "protocol/testfile.h"
#include "record/summary.h"

/* What is seen of a worker beside its report. */
struct observation {
    struct ended ended;
    const char *worker;          /* argv[0] */
    const char *path;            /* the test file, as the record names it */
    const struct testfile *file; /* what a report may call it; NULL: anything */
    int empty_exit;              /* the status that says, without a report, that there are no tests; 0: none does */
    const char *stderr_tail;     /* its last non-empty lines, or "" */
    const char *limit;           /* the limit that ended the worker, or what memory ran out of; NULL for none */
    bool is_memory_limit;        /* it is that of all memory of the family, and the kernel has killed for it */
    int64_t wall_ms;
    int cpu_percent; /* of one processor, that the worker and what it started have used */
};

/* Fills SUMMARY, which must be empty, with the results and errors of the test file, as the protocol judges them. How
   many of the last results are of tests that never ran because the worker died before. */
size_t verdict_reach(struct summary *summary, const struct protocol *protocol, void *state,
                     const struct observation *seen);

/* What a worker that reported nothing comes to: its death, its silence, or that there are no tests. WHAT is what it
   should have printed: "JSON". HAS_BEGUN: it has begun to, so that its status says nothing of there being no tests. */
void verdict_silence(struct summary *summary, const struct observation *seen, const char *what, bool has_begun);

/* What a worker comes to whose report cannot be read, for which WHY is the reason. */
void verdict_malformed(struct summary *summary, const struct observation *seen, const char *why);

/* Adds the crash of a worker that has died, of which no test is known to be the cause. */
void verdict_death(struct summary *summary, const struct observation *seen);

/* Why the worker ended: how it died, or, where it exited, with what status and WHEN (" before it was done", or ""). The
   caller frees. */
char *verdict_cause(const struct observation *seen, const char *when);

/* Adds a result: the cause, and after it what the worker said last. */
void verdict_add(struct summary *summary, const char *name, enum outcome outcome, const char *cause,
                 const struct observation *seen);

/* Adds a crash of which no test is known to be the cause, likewise. */
void verdict_add_crash(struct summary *summary, const char *cause, const struct observation *seen);

/* Adds FAULT to the errors, and frees it. */
void verdict_add_fault(struct summary *summary, char *fault);

/* Holds the exit status of a worker that reported against its results; what does not agree is an error of the file. */
void verdict_hold_status(struct summary *summary, const struct observation *seen);

#endif
