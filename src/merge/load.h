/* load: reads the records that a file holds. */
#ifndef ORI_LOAD_H
#define ORI_LOAD_H

#include <stddef.h>

#include "record/record.h"

struct records {
    struct record *list; /* owned, with all that is in it */
    size_t count;
    size_t capacity;
};

/* Reads FILE, which holds a record, a summary or an array of summaries. 0, or -1 with *WHY (owned by the caller), fit
   to stand after "lost: ": "missing", "empty", "torn or no JSON: …", "no record: …". RECORDS is empty then. */
int load_file(struct records *records, const char *file, char **why);

void load_free(struct records *records);

#endif
