/* record: the JSON file that a cell writes about its test file (ori-record(5)). */
#ifndef ORI_RECORD_H
#define ORI_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "record/drain.h"
#include "record/facts.h"
#include "record/pull.h"
#include "record/summary.h"
#include "record/summary_reader.h"

#define RECORD_SCHEMA "ori-record/1"

/* Records of more bytes than this are not read. */
#define RECORD_MAX_BYTES ((size_t)512 << 20)

/* What is read back of a record, or of a bare summary. */
struct record {
    char *schema; /* NULL for a bare summary */
    char *run;    /* id of the run, NULL when there is none */
    struct summary summary;
    int64_t claimed[OUTCOME_COUNT]; /* its own counters, or SUMMARY_NOT_TOLD */
    int64_t claimed_flaky;
    struct facts cell;
};

/* Reads the next value: a record, or a bare summary, of which nothing is believed that it says of being flaky. In the
   cell's own member what is of another type than it should be counts as not told. RECORD is filled, whatever it held
   before is not freed. 0, or -1 with an error noted; RECORD is empty then. */
int record_read(struct record *record, struct pull *pull);

/* Writes a record to OUT. RUN may be NULL, and so may DRAIN. */
void record_write(struct buffer *out, const char *run, const struct summary *summary, const struct facts *cell,
                  const struct drain *drain);

void record_free(struct record *record);

#endif
