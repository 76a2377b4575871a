/* options: the command line of ori-cell. */
#ifndef ORI_CELL_OPTIONS_H
#define ORI_CELL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "process/contain.h"
#include "process/limits.h"
#include "protocol/protocol.h"

enum leak_policy { LEAK_NOTE, LEAK_FAIL };

/* What a retry is for, together in a set. */
enum retry_on { RETRY_ON_CRASH = 1, RETRY_ON_TIMEOUT = 2, RETRY_ON_FAIL = 4 };

/* Strings point into argv. */
struct cell_options {
    const char *output;
    const char *path;
    const char *run;    /* NULL for none */
    int64_t timeout_ms; /* with the factor in it; 0 for none */
    double timeout_factor;
    int64_t total_timeout_ms; /* for all attempts together; 0 for none */
    int64_t kill_after_ms;
    int64_t leak_grace_ms;
    int signal;
    enum leak_policy leak;
    unsigned isolate; /* a set of enum isolate */
    const struct protocol *protocol;
    size_t empty_exit; /* the status that says, without a report, that there are no tests; 0 for none */
    size_t stderr_lines;
    size_t keep_output; /* bytes, of the begin and of the end of either stream */
    bool rerun_rest;
    size_t retries;
    unsigned retry_on;      /* of enum retry_on */
    const char *on_timeout; /* a command for the shell; NULL for none */
    const char *on_crash;   /* a command for the shell; NULL for none */
    bool pass_jobserver;
    bool fail;
    bool timing;
    bool quiet;
    struct limits limits;
    char **worker; /* terminated by NULL */
};

/* Reads the command line. -1 when there is a cell to run; otherwise the status to exit with, everything said. */
int cell_options_read(struct cell_options *options, int argc, char **argv);

#endif
