/* options: the command line of ori-llvm-worker, which is that of ori. */
#ifndef ORI_WORKER_OPTIONS_H
#define ORI_WORKER_OPTIONS_H

#include <stdbool.h>

/* Strings point into argv. */
struct worker_options {
    const char *backend;
    const char *filter; /* NULL for none */
    const char *tests;  /* names, parted by commas; NULL: all */
    bool json;
    bool events;
    char **paths; /* NULL ends them */
};

/* Reads the command line. -1 when there is something to test; otherwise the status to exit with, everything said. */
int worker_options_read(struct worker_options *options, int argc, char **argv);

#endif
