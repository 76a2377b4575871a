/* findings: all that a cell has found out, when everything has been run; and the record of it. */
#ifndef ORI_FINDINGS_H
#define ORI_FINDINGS_H

#include "base/buffer.h"
#include "cell/attempt.h"
#include "cell/attempts.h"
#include "cell/options.h"
#include "record/drain.h"

struct findings {
    const struct cell_options *options;
    const struct attempt *attempt;   /* the last one */
    const struct attempts *attempts; /* all of them */
    const struct buffer *backtrace;  /* what --on-crash has printed; NULL: it was not run */
    int64_t begun_us;                /* when the cell began, by clock_us */
};

/* Appends the record as JSON; OUT is drained as it grows. */
void findings_record(struct buffer *out, const struct findings *findings, const struct drain *drain);

#endif
