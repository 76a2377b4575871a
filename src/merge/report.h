/* report: a form in which a run is told, as a value. To add one is to write merge/report/NAME.c, to name it below and
   in the table of reports.c, and to describe --NAME in ori-merge(1): its option comes of the table. What every report
   has to tell is held against each by tests/unit/test_reports.c, which tests those below as well. */
#ifndef ORI_REPORT_H
#define ORI_REPORT_H

#include "base/buffer.h"
#include "merge/gathered.h"
#include "merge/run.h"
#include "record/drain.h"

enum report_detail { REPORT_SUMMARY, REPORT_FAILURES, REPORT_EVERYTHING };

/* Where one report is written to, and what it keeps meanwhile. */
struct report_page {
    struct buffer *out;
    const struct drain *drain; /* for what is long within one call; may be NULL */
    enum report_detail detail;
    void *state; /* the report's own, NULL at first */
};

/* It is told of a run as it is read: begin, then file for each of its files in their order, then end. In memory is one
   file at a time, so what a report wants to remember of a file it has to copy. Everything appended to the page's OUT is
   written out after each call. */
struct report {
    const char *name; /* its option is --NAME[=FILE] */
    const char *help; /* of the option */
    void (*begin)(struct report_page *page);
    void (*file)(struct report_page *page, const struct gathered *file);
    void (*end)(struct report_page *page, const struct run *run); /* frees the state */
};

extern const struct report report_text;
extern const struct report report_json;

#endif
