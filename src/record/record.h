/* record: the JSON file that a cell writes about its test file (ori-record(5)). */
#ifndef ORI_RECORD_H
#define ORI_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/ended.h"
#include "record/pull.h"
#include "record/summary.h"
#include "record/summary_reader.h"

#define RECORD_SCHEMA "ori-record/1"

/* Records of more bytes than this are not read. */
#define RECORD_MAX_BYTES ((size_t)512 << 20)

/* How a worker ended, as a record tells it. */
struct record_ended {
    bool is_known; /* false: it is not told, or not in words that we know */
    enum ended_how how;
    int64_t code;   /* -1 when it is not told */
    int64_t signal; /* likewise */
};

enum record_reason { RECORD_FIRST, RECORD_REST, RECORD_RETRY, RECORD_OTHER };

struct record_attempt {
    enum record_reason reason;
    struct record_ended ended;
    int64_t wall_ms;               /* 0 when it is not told */
    int64_t counts[OUTCOME_COUNT]; /* likewise */
};

/* A record with more attempts than these is none. */
#define RECORD_MAX_ATTEMPTS ((size_t)1 << 20)

/* What a cell tells of how it came to its results. */
struct record_cell {
    bool is_told;
    char *protocol; /* NULL when it is not told */
    struct record_ended ended;
    struct record_attempt *attempts; /* none when there was one only */
    size_t attempt_count;
    size_t attempt_capacity;
};

/* What is read back of a record, or of a bare summary. */
struct record {
    char *schema; /* NULL for a bare summary */
    char *run;    /* id of the run, NULL when there is none */
    struct summary summary;
    int64_t claimed[OUTCOME_COUNT]; /* its own counters, or SUMMARY_NOT_TOLD */
    int64_t claimed_flaky;
    struct record_cell cell;
    int64_t wall_ms;  /* -1 when the record does not say */
    char *started_at; /* NULL when the record does not say */
};

/* Reads the next value: a record, or a bare summary, of which nothing is believed that it says of being flaky. In the
   cell's own member what is of another type than it should be counts as not told. RECORD is filled, whatever it held
   before is not freed. 0, or -1 with an error noted; RECORD is empty then. */
int record_read(struct record *record, struct pull *pull);

/* Writes what every record begins with, "{" and the members schema, run and the summary's, to OUT; the cell's own
   member and "}" follow. RUN may be NULL, and so may DRAIN. */
void record_begin(struct buffer *out, const char *run, const struct summary *summary, const struct drain *drain);

void record_free(struct record *record);

#endif
