/* reports: all that a run is told in, at once. */
#ifndef ORI_REPORTS_H
#define ORI_REPORTS_H

#include <stddef.h>

#include "base/outfile.h"
#include "merge/report.h"

/* All there are, in the order of --help; NULL ends them. */
extern const struct report *const reports_table[];

/* One that was asked for. */
struct report_request {
    const struct report *report;
    const char *file; /* NULL is stdout */
};

/* One that is being written. */
struct report_writer {
    struct report_request request;
    struct outfile file;
    struct drain drain;
    struct report_page page;
    int errnum; /* why there is no file; 0 when there is one */
};

/* Its life: reports_begin, reports_file for each file, reports_end. */
struct reports {
    struct report_writer *list;
    size_t count;
};

/* Opens and begins the COUNT reports. One that cannot be opened is left out, and told of at the end. */
void reports_begin(struct reports *reports, const struct report_request *requests, size_t count,
                   enum report_detail detail);

void reports_file(struct reports *reports, const struct gathered *file);

/* Ends each report and puts it into its place, whatever became of the others. 0, or -1 when one could not be written,
   everything said. */
int reports_end(struct reports *reports, const struct run *run);

#endif
