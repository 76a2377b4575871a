/* report: the record that a cell writes, and the one line it prints. */
#ifndef ORI_CELL_REPORT_H
#define ORI_CELL_REPORT_H

#include "base/buffer.h"
#include "cell/attempt.h"
#include "cell/attempts.h"
#include "cell/options.h"
#include "record/drain.h"

struct cell_report {
    const struct cell_options *options;
    const struct attempt *attempt;   /* the last one */
    const struct attempts *attempts; /* all of them */
    const struct buffer *backtrace;  /* what --on-crash has printed; NULL: it was not run */
    int64_t begun_us;                /* when the cell began, by clock_us */
};

/* Appends the record as JSON; OUT is drained as it grows. */
void report_record(struct buffer *out, const struct cell_report *report, const struct drain *drain);

/* Appends a line that tells where the time went; WRITTEN_US is when the record had been written. */
void report_timing(struct buffer *out, const struct cell_report *report, int64_t written_us);

/* Appends the line: "PASS  types/int.ll  12 tests  0.03 s". */
void report_line(struct buffer *out, const struct cell_report *report);

#endif
