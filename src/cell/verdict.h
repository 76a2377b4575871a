/* verdict: what a cell makes of what it saw. Pure: no process, no file, no clock. The table is that of ori-protocol(7).
 */
#ifndef ORI_VERDICT_H
#define ORI_VERDICT_H

#include "base/ended.h"
#include "cell/events.h"
#include "cell/reader.h"
#include "cell/testfile.h"
#include "record/summary.h"

enum report_state {
    REPORT_NONE,      /* the worker reported nothing */
    REPORT_MALFORMED, /* a frame that is no summary */
    REPORT_COMPLETE   /* a frame, events or TAP; whether they are whole is for the verdict to say */
};

struct observation {
    struct ended ended;
    const char *worker; /* argv[0] */
    const char *path;   /* the test file */
    enum protocol protocol;
    int empty_exit; /* the status that says, without a report, that there are no tests; 0: none does */
    enum report_state report;
    const char *malformed;    /* why, when malformed */
    struct summary *reported; /* when complete; its content is taken */
    const struct events
        *events;             /* what became of each test; beside a frame: what it is held against; may be NULL then */
    bool is_full;            /* the worker reported more than a cell can hold */
    const char *stderr_tail; /* its last non-empty lines, or "" */
    const char *limit;       /* the limit that ended the worker, or what memory ran out of; NULL for none */
    bool is_memory_limit;    /* it is that of all memory of the family, and the kernel has killed for it */
    int cpu_percent;         /* of one processor, that the worker and what it started have used */
};

/* Fills SUMMARY, which must be empty, with the results and errors of the test file. Returns how many of the last
   results are of tests that never ran because the worker died before. */
size_t verdict_reach(struct summary *summary, const struct observation *seen);

/* Reads the content of a frame: one summary, or an array of them, whose results are put together. One of another test
   file than FILE is no report; FILE may be NULL: any will do. REPORTED must be empty. REPORT_COMPLETE, or
   REPORT_MALFORMED with *WHY (owned by the caller). */
enum report_state verdict_read_frame(struct summary *reported, const char *content, size_t size,
                                     const struct testfile *file, char **why);

#endif
