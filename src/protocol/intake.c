/* intake: the results that a worker reports one by one. */
#include "protocol/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

bool
intake_reserve(struct intake *intake, size_t length)
{
    if (intake->summary.result_count + intake->summary.error_count >= INTAKE_MAX_TESTS ||
        length > INTAKE_MAX_TEXT - intake->text_bytes)
        intake->is_full = true;
    else
        intake->text_bytes += length;
    return !intake->is_full;
}

/* The text, or what may be kept of it. The caller frees. */
static char *
cut(const char *text)
{
    size_t length = strlen(text);

    if (length <= INTAKE_MAX_MESSAGE)
        return xstrdup(text);
    return xasprintf("%.*s… (%zu bytes)", INTAKE_MAX_MESSAGE, text, length);
}

struct test_result *
intake_result(struct intake *intake, const char *name, enum outcome outcome, const char *message)
{
    struct test_result *result = NULL;
    char *kept = cut(message != NULL ? message : "");

    if (intake_reserve(intake, strlen(name) + strlen(kept)))
        result = summary_add(&intake->summary, name, outcome, kept);
    free(kept);
    return result;
}

void
intake_error(struct intake *intake, const char *message)
{
    char *kept = cut(message);

    if (intake_reserve(intake, strlen(kept)))
        summary_add_error(&intake->summary, kept);
    free(kept);
}

void
intake_give(struct intake *intake, struct summary *summary)
{
    char *fault;

    summary_absorb(summary, &intake->summary);
    if (!intake->is_full)
        return;
    fault = xasprintf("worker reported more than %d results or %d KiB of text: not all of it is here", INTAKE_MAX_TESTS,
                      INTAKE_MAX_TEXT >> 10);
    summary_add_fault(summary, fault);
    free(fault);
}
