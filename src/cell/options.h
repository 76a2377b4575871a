/* options: the command line of ori-cell. */
#ifndef ORI_CELL_OPTIONS_H
#define ORI_CELL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cell/limits.h"

enum protocol { PROTOCOL_AUTO, PROTOCOL_FRAME };

enum leak_policy { LEAK_NOTE, LEAK_FAIL };

/* Strings point into argv. */
struct cell_options {
    const char *output;
    const char *path;
    const char *run;    /* NULL for none */
    int64_t timeout_ms; /* with the factor in it; 0 for none */
    int64_t kill_after_ms;
    int64_t leak_grace_ms;
    int signal;
    enum leak_policy leak;
    enum protocol protocol;
    size_t stderr_lines;
    bool pass_jobserver;
    bool fail;
    bool quiet;
    struct limits limits;
    char **worker; /* terminated by NULL */
};

/* Reads the command line. -1 when there is a cell to run; otherwise the status to exit with, everything said. */
int cell_options_read(struct cell_options *options, int argc, char **argv);

/* The name of a protocol, as in a record. */
const char *protocol_name(enum protocol protocol);

#endif
