/* ontimeout: runs the command of --on-timeout while the worker that has passed its deadline still lives. */
#ifndef ORI_ONTIMEOUT_H
#define ORI_ONTIMEOUT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "cell/options.h"

struct ontimeout {
    const struct cell_options *options;
    int64_t ends_us;       /* as attempt_request has it */
    struct buffer *output; /* gets the first 64 KiB of what it prints */
};

/* How long it may take, at most. */
enum { ONTIMEOUT_MS = 60000 };

/* Lets the shell run it, with the worker's process id in ORI_TIMEOUT_PID and the test file in ORI_TIMEOUT_PATH, until
   it ends, its time is over or IS_OVER says so of OVER_CONTEXT. For struct supervise_request's at_deadline; CONTEXT is
   a struct ontimeout. */
void ontimeout_run(void *context, pid_t worker, bool (*is_over)(void *over_context), void *over_context);

#endif
