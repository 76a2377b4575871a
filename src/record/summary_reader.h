/* summary_reader: reads a summary member by member, with the types of all members checked. */
#ifndef ORI_SUMMARY_READER_H
#define ORI_SUMMARY_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "record/pull.h"
#include "record/summary.h"

/* So many errors of a file are kept one by one; those of a list that come after them are one error, a line each. */
enum { SUMMARY_ERRORS_APART = 1 << 16 };

/* What a counter says that is not there. */
#define SUMMARY_NOT_TOLD INT64_MIN

struct summary_reader {
    struct summary *summary;
    bool keeps_flaky; /* what the results say of being flaky is taken */
    bool llvm_compile_error;
    uint32_t seen;
    size_t begin;         /* the byte at which the object begins */
    size_t errors_before; /* those of the summaries that were read before */
    int64_t duration_ms;
    int64_t claimed[OUTCOME_COUNT]; /* its own counters, which nothing counts on */
    int64_t claimed_flaky;
};

/* Reads the begin of an object that is a summary, and whose results and errors are added to SUMMARY. The path becomes
   its own, or NULL. false after an error. */
bool summary_reader_begin(struct summary_reader *reader, struct pull *pull, struct summary *summary, bool keeps_flaky);

/* Reads the member's value if it is one of a summary's. Whether it is. */
bool summary_reader_take(struct summary_reader *reader, struct pull *pull, const struct pull_text *name);

/* When all members have been read. 0, or -1 with an error noted. */
int summary_reader_end(struct summary_reader *reader, struct pull *pull);

/* Reads the next value, a summary such as a worker reports, and adds it to SUMMARY; unknown members are left out, and
   so is what it says of being flaky. 0, or -1 with an error noted; SUMMARY is good for nothing but to be freed then. */
int summary_read(struct summary *summary, struct pull *pull);

#endif
