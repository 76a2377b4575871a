/* cell: one worker, one record. */
#ifndef ORI_CELL_H
#define ORI_CELL_H

#include "cell/options.h"

/* Runs the worker and writes its record. The exit status (base/diag.h); ends the process by the same signal when it
   was ended by one. */
int cell_run(const struct cell_options *options);

#endif
