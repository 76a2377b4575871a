/* rest: runs the worker again for the tests that never ran because it died before. */
#ifndef ORI_REST_H
#define ORI_REST_H

#include "cell/attempt.h"
#include "cell/attempts.h"

/* As long as ATTEMPT has such tests and each run leaves fewer of them: runs the worker with --tests=NAME,NAME for them,
   and puts their own results in the place of those in ATTEMPT, whose wall time is that of all runs then; what else it
   tells is of its own. Each run is as FIRST was but for that, and is noted in ATTEMPTS. Stops when the time is over, or
   when the cell is interrupted, with ATTEMPT's run saying so. */
void rest_run(struct attempt *attempt, struct attempts *attempts, const struct cell_options *options,
              const struct attempt_request *first);

#endif
