/* attempts: all attempts of a cell, and what they come to together. */
#ifndef ORI_ATTEMPTS_H
#define ORI_ATTEMPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/ended.h"
#include "base/names.h"
#include "cell/attempt.h"
#include "record/facts.h"
#include "record/summary.h"

/* How one test went wrong before. Of several tests of one name, the first in one attempt is the first in another. */
struct earlier {
    size_t result;     /* its place in bad.results */
    size_t occurrence; /* how many of its name come before it in an attempt */
    size_t next;       /* the next one of this name; NAMES_NONE: none */
    bool never_ran;    /* it has crashed only in that it was kept from running */
    bool has_passed;   /* after that */
    bool is_met;       /* it is in the last attempt, too */
};

/* All zeros is empty. It owns what is in it. */
struct attempts {
    struct facts_attempt *notes; /* what the record tells of each */
    size_t count;
    struct summary
        bad; /* the worst result of each test that went wrong, and all errors, of all attempts but the last */
    struct earlier *earlier;
    size_t earlier_count;
    size_t earlier_capacity;
    struct names names; /* of the tests in bad */
    struct arena texts;
    size_t *first;      /* by a name's index, the first of its tests in earlier */
    bool has_survivors; /* a process could not be ended, and may still run */
    char *crash;        /* the message of the first crash of which no test is known to be the cause; NULL: none */
};

/* Notes what became of an attempt. */
void attempts_note(struct attempts *attempts, enum facts_reason reason, const struct attempt *attempt);

/* Before a retry: keeps what went wrong in ATTEMPT, whose summary is good for nothing but to be freed then. */
void attempts_keep(struct attempts *attempts, struct attempt *attempt);

/* After the last attempt: makes SUMMARY, which is its own, that of all of them.
   - A crash in any of them fails the file: as the result of the test that never passed, or as an error.
   - What did not pass before and passed later is flaky; so is all that passes after an error of the file.
   - What never passed is not OK: a test that is skipped, does not compile or is absent later keeps its failure, and the
     file its errors if nothing passed, or not everything is well in the last attempt. */
void attempts_conclude(struct attempts *attempts, struct summary *summary);

void attempts_free(struct attempts *attempts);

#endif
