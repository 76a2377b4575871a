/* check: holds what a record says against what else it says. */
#ifndef ORI_CHECK_H
#define ORI_CHECK_H

#include "record/record.h"

/* Adds a fault to the record's errors, "the record contradicts itself: …", for each of the rules in check.c that it
   breaks, so that the file fails. No record that a cell has written breaks one. A bare summary has no cell that could
   tell more than it does: of it little is asked. */
void check_contradictions(struct record *record);

#endif
