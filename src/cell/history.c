/* history: the attempts of a cell, and what they come to together. */
#include "cell/history.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static bool
is_bad(const struct test_result *result)
{
    return result->outcome == OUTCOME_FAILED || result->outcome == OUTCOME_BACKEND_CRASH;
}

static const char *
first_message(const struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++)
        if (is_bad(&summary->results[i]))
            return summary->results[i].message;
    return summary->error_count > 0 ? summary->errors[0] : NULL;
}

void
history_add(struct history *history, enum attempt_reason reason, const struct attempt *attempt)
{
    const char *message = first_message(&attempt->summary);
    struct past *past;

    history->list = xreallocarray(history->list, history->count + 1, sizeof *history->list);
    past = &history->list[history->count++];
    *past = (struct past){ .reason = reason, .ended = attempt->run.ended, .wall_ms = attempt->run.wall_ms };
    past->ended.reason = NULL;
    past->message = message != NULL ? xstrdup(message) : NULL;
    memcpy(past->counts, attempt->summary.counts, sizeof past->counts);
}

static struct test_result *
find(const struct summary *summary, const char *name)
{
    for (size_t i = 0; i < summary->result_count; i++)
        if (strcmp(summary->results[i].name, name) == 0)
            return &summary->results[i];
    return NULL;
}

void
history_keep_failures(struct history *history, const struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        if (is_bad(result) && find(&history->failed, result->name) == NULL)
            (void)summary_add(&history->failed, result->name, result->outcome, result->message);
    }
}

static void
mark(struct summary *summary, struct test_result *result, const struct test_result *before)
{
    char *fault;

    if (result->outcome != OUTCOME_PASSED || result->flaky != NULL)
        return;
    result->flaky = xstrdup(before->message);
    if (before->outcome != OUTCOME_BACKEND_CRASH)
        return;
    fault = xasprintf("%s crashed before it passed: %s", result->name, before->message);
    summary_add_fault(summary, fault);
    free(fault);
}

/* The file as a whole had crashed. */
static void
mark_all(struct summary *summary, const struct test_result *before)
{
    char *fault = xasprintf("an attempt before crashed: %s", before->message);

    for (size_t i = 0; i < summary->result_count; i++) {
        struct test_result *result = &summary->results[i];

        if (result->outcome == OUTCOME_PASSED && result->flaky == NULL)
            result->flaky = xstrdup(before->message);
    }
    summary_add_fault(summary, fault);
    free(fault);
}

void
history_mark_flaky(const struct history *history, struct summary *summary)
{
    for (size_t i = 0; i < history->failed.result_count; i++) {
        const struct test_result *before = &history->failed.results[i];
        struct test_result *result = find(summary, before->name);

        if (result != NULL)
            mark(summary, result, before);
        else if (strcmp(before->name, SUMMARY_CRASH_NAME) == 0)
            mark_all(summary, before);
    }
}

const char *
history_reason_name(enum attempt_reason reason)
{
    static const char *const names[] = {
        [ATTEMPT_FIRST] = "first", [ATTEMPT_REST] = "rest", [ATTEMPT_RETRY] = "retry"
    };

    return names[reason];
}

void
history_free(struct history *history)
{
    for (size_t i = 0; i < history->count; i++)
        free(history->list[i].message);
    free(history->list);
    summary_free(&history->failed);
    *history = (struct history){ .count = 0 };
}
