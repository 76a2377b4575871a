/* gathered: one test file of a run, as its record tells of it. */
#ifndef ORI_GATHERED_H
#define ORI_GATHERED_H

#include "record/record.h"

/* All of it is the gatherer's, and good until it is asked for the next one. */
struct gathered {
    const char *path;            /* the test file */
    const char *file;            /* what it was read from, or should have been */
    const char *lost;            /* why there is no usable record; NULL when there is one */
    const struct record *record; /* of a lost one: a crash, "lost: WHY", and nothing else */
};

#endif
