/* history: the attempts of a cell, and what they come to together. */
#ifndef ORI_HISTORY_H
#define ORI_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "base/ended.h"
#include "cell/attempt.h"
#include "record/summary.h"

enum attempt_reason { ATTEMPT_FIRST, ATTEMPT_REST, ATTEMPT_RETRY };

/* What a record tells of one attempt. */
struct past {
    enum attempt_reason reason;
    struct ended ended; /* without its reason */
    int64_t wall_ms;
    uint64_t counts[OUTCOME_COUNT];
    char *message; /* of its first result that failed or crashed, or its first error; NULL when there is none */
};

/* All zeros is empty. It owns what is in it. */
struct history {
    struct past *list;
    size_t count;
    struct summary failed; /* the failures and crashes of all attempts but the last, one for each test */
};

/* Notes what became of an attempt. */
void history_add(struct history *history, enum attempt_reason reason, const struct attempt *attempt);

/* Before a retry: keeps what failed in SUMMARY. */
void history_keep_failures(struct history *history, const struct summary *summary);

/* After the last attempt: each test of SUMMARY that passed and had failed before is flaky, and one that had crashed
   before makes an error of the file: no crash is green. A crash of the file as a whole was one of all its tests. */
void history_mark_flaky(const struct history *history, struct summary *summary);

/* The name in attempts[].reason. */
const char *history_reason_name(enum attempt_reason reason);

void history_free(struct history *history);

#endif
