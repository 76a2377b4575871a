/* options: the command line of ori-merge. */
#ifndef ORI_MERGE_OPTIONS_H
#define ORI_MERGE_OPTIONS_H

#include <stddef.h>

#include "merge/gather.h"
#include "merge/reports.h"
#include "merge/run.h"

/* Strings point into argv. */
struct merge_options {
    struct gather_request gather;
    struct run_rules rules;
    enum report_detail detail;
    struct report_request *reports; /* owned; one of them is for stdout */
    size_t report_count;
};

/* Reads the command line. -1 when there is something to merge; otherwise the status to exit with, everything said. */
int merge_options_read(struct merge_options *options, int argc, char **argv);

void merge_options_free(struct merge_options *options);

#endif
