/* gather: finds the records that operands and plans name, and puts them into a tally. */
#ifndef ORI_GATHER_H
#define ORI_GATHER_H

#include <stdbool.h>

#include "merge/tally.h"

struct gather_request {
    char *const *operands; /* files and directories, terminated by NULL */
    const char *plan;      /* the plan that all of them are held against; NULL: the one beside each */
    bool no_plan;
};

/* Fills TALLY, which must be empty. What cannot be read is lost, what is not planned is named in a warning, and
   a plan that cannot be trusted or a directory with nothing in it is a fault. */
void gather_records(struct tally *tally, const struct gather_request *request);

#endif
