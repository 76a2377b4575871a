/* options: the command line of ori-merge. */
#ifndef ORI_MERGE_OPTIONS_H
#define ORI_MERGE_OPTIONS_H

#include <stdbool.h>

#include "merge/gather.h"
#include "merge/report_text.h"

/* Strings point into argv. */
struct merge_options {
    struct gather_request gather;
    enum report_detail detail;
    bool json;             /* asked for … */
    const char *json_file; /* … in this file, or on stdout when NULL */
    bool strict;
    bool no_empty;
};

/* Reads the command line. -1 when there is something to merge; otherwise the status to exit with, everything said. */
int merge_options_read(struct merge_options *options, int argc, char **argv);

#endif
