/* report: the record that a cell writes, and the one line it prints. */
#ifndef ORI_CELL_REPORT_H
#define ORI_CELL_REPORT_H

#include <stdint.h>

#include "base/buffer.h"
#include "cell/options.h"
#include "cell/supervise.h"
#include "record/summary.h"

struct cell_report {
    const struct cell_options *options;
    const struct supervised *run;
    const struct summary *summary;
    const char *protocol;    /* the one that the verdict rests on */
    const char *stderr_tail; /* lines, joined by line feeds, or "" */
    uint64_t stdout_bytes;
    uint64_t stderr_bytes;
};

/* Appends the record as JSON. */
void report_record(struct buffer *out, const struct cell_report *report);

/* Appends the line: "PASS  types/int.ll  12 tests  0.03 s". */
void report_line(struct buffer *out, const struct cell_report *report);

#endif
