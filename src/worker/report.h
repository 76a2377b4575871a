/* report: how the worker tells what became of its tests: in one frame at the end, or in events as it goes
   (ori-protocol(7)). */
#ifndef ORI_WORKER_REPORT_H
#define ORI_WORKER_REPORT_H

#include <stdbool.h>

#include "record/summary.h"

/* All zeros reports by a frame and has reported nothing. */
struct report {
    bool events;
    struct buffer json; /* the frame's summaries, parted by commas */
};

/* The test is going to be run, and is started now. */
void report_plan(const struct report *report, const char *name);
void report_start(const struct report *report, const char *name);

void report_result(const struct report *report, const struct test_result *result);

/* The file as a whole is through: its errors, and with a frame all of it. */
void report_file(struct report *report, const struct summary *summary);

/* Everything is through: prints the frame, or that the worker is done. 0, or -1 with errno when something of the report
   could not be written. */
int report_finish(struct report *report);

#endif
