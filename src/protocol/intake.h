/* intake: the results that a worker reports one by one, and no more of them than a cell can hold. */
#ifndef ORI_INTAKE_H
#define ORI_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "record/summary.h"

enum {
    INTAKE_MAX_TESTS = 10000,
    INTAKE_MAX_TEXT = 1 << 20,    /* bytes of all names and messages together */
    INTAKE_MAX_MESSAGE = 16 << 10 /* bytes of one message; what is longer is cut */
};

/* All zeros is empty. It owns the summary. */
struct intake {
    struct summary summary;
    size_t text_bytes;
    bool is_full; /* something did not fit, and is not in the summary */
};

/* Whether there is room for a name or message of LENGTH bytes more, which is taken then; otherwise the intake is full.
 */
bool intake_reserve(struct intake *intake, size_t length);

/* Adds a result. MESSAGE may be NULL. The result, or NULL when it does not fit. */
struct test_result *intake_result(struct intake *intake, const char *name, enum outcome outcome, const char *message);

/* Moves all of it to SUMMARY, and adds an error when it is not all that the worker has reported. */
void intake_give(struct intake *intake, struct summary *summary);

/* Adds an entry to errors. */
void intake_error(struct intake *intake, const char *message);

#endif
