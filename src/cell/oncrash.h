/* oncrash: runs the command of --on-crash after a crash. */
#ifndef ORI_ONCRASH_H
#define ORI_ONCRASH_H

#include <stdbool.h>

#include "base/buffer.h"
#include "cell/attempt.h"
#include "cell/options.h"

/* Whether the attempt is one to run the command for: the worker was started and did not end by itself in peace. */
bool oncrash_is_due(const struct attempt *attempt);

/* Runs options->on_crash by the shell, with what is known of the crash in its environment (ori-cell(1)) beside what
   WHAT has there, for at most a minute or the time that is left, and fills OUTPUT, which must be empty, with the
   first 64 KiB of what it prints. What could not be ended of it is an error of the attempt's. Returns the signal that
   interrupted the cell meanwhile, or 0. */
int oncrash_run(struct buffer *output, const struct cell_options *options, struct attempt *attempt,
                const struct attempt_request *what);

#endif
