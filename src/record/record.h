/* record: the JSON file that a cell writes about its test file (ori-record(5)). */
#ifndef ORI_RECORD_H
#define ORI_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "record/summary.h"

#define RECORD_SCHEMA "ori-record/1"

/* Records of more bytes than this are not read. */
#define RECORD_MAX_BYTES ((size_t)512 << 20)

/* What is read back of a record, or of a bare summary. */
struct record {
    char *schema; /* NULL for a bare summary */
    char *run;    /* id of the run, NULL when there is none */
    struct summary summary;
    int64_t wall_ms;  /* -1 when the record does not say */
    char *started_at; /* NULL when the record does not say */
};

/* Reads one JSON object: a record, or a bare summary. RECORD is filled, whatever it held before is not freed.
   0, or -1 with *WHY (owned by the caller); RECORD is empty then. */
int record_read(struct record *record, json_object *object, char **why);

/* Writes what every record begins with, "{" and the members schema, run and the summary's, to OUT; the cell's own
   member and "}" follow. RUN may be NULL. */
void record_begin(struct buffer *out, const char *run, const struct summary *summary);

void record_free(struct record *record);

#endif
