/* events_judge: what a worker comes to that reports by events. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "protocol/events.h"
#include "protocol/protocol.h"
#include "protocol/verdict.h"

void
events_hold_order(struct summary *summary, const struct events *events)
{
    if (events->unplanned > 0)
        verdict_add_fault(summary, xasprintf("%" PRIu64 " %s of a test that was not planned: %s", events->unplanned,
                                             events->unplanned == 1 ? "result" : "results", events->first_unplanned));
    if (events->repeated > 0)
        verdict_add_fault(summary, xasprintf("%" PRIu64 " %s of a test that had one: %s", events->repeated,
                                             events->repeated == 1 ? "result" : "results", events->first_repeated));
    if (events->late > 0)
        verdict_add_fault(summary, xasprintf("%" PRIu64 " %s after the worker was done", events->late,
                                             events->late == 1 ? "event" : "events"));
}

static bool
is_open(const struct event_test *test)
{
    return test->started && !test->has_result;
}

/* The tests that had begun and not ended share the cause. Returns the first one's name, NULL when there is none. */
static const char *
blame_open_tests(struct summary *summary, const struct events *events, const struct observation *seen,
                 const char *cause)
{
    const char *first = NULL;

    for (size_t i = 0; i < events->test_count; i++) {
        const struct event_test *test = &events->tests[i];

        if (!is_open(test))
            continue;
        verdict_add(summary, test->name, OUTCOME_BACKEND_CRASH, cause, seen);
        if (first == NULL)
            first = test->name;
    }
    return first;
}

/* A crash for each test that is planned and was not started. */
static size_t
add_rest(struct summary *summary, const struct events *events, const char *why)
{
    size_t rest = 0;

    for (size_t i = 0; i < events->test_count; i++) {
        const struct event_test *test = &events->tests[i];

        if (!test->planned || test->started || test->has_result)
            continue;
        (void)summary_add(summary, test->name, OUTCOME_BACKEND_CRASH, why);
        rest++;
    }
    return rest;
}

static size_t
judge_crash(struct summary *summary, const struct events *events, const struct observation *seen)
{
    char *cause = verdict_cause(seen, " before it was done");
    const char *culprit = blame_open_tests(summary, events, seen, cause);
    char *why;
    size_t rest;

    if (culprit == NULL)
        verdict_add_crash(summary, cause, seen);
    why = culprit != NULL ? xasprintf("not run: worker crashed during '%s'", culprit)
                          : xstrdup("not run: worker crashed between two tests");
    rest = add_rest(summary, events, why);
    free(cause);
    free(why);
    return rest;
}

static size_t
judge_reported(struct summary *summary, const struct events *events, const struct observation *seen)
{
    static const char no_result[] = "no result: worker was done without one";

    events_hold_order(summary, events);
    if (seen->ended.how != ENDED_EXITED || !events->done)
        return judge_crash(summary, events, seen);
    for (size_t i = 0; i < events->test_count; i++)
        if (is_open(&events->tests[i]))
            (void)summary_add(summary, events->tests[i].name, OUTCOME_BACKEND_CRASH, no_result);
    (void)add_rest(summary, events, no_result);
    verdict_hold_status(summary, seen);
    return 0;
}

static size_t
judge(void *state, struct summary *summary, const struct observation *seen)
{
    struct events *events = state;

    if (events->any) {
        intake_give(&events->intake, summary);
        return judge_reported(summary, events, seen);
    }
    verdict_silence(summary, seen, "JSON", events->is_cut);
    return 0;
}

static void
feed(void *state, const char *bytes, size_t count, struct buffer *text)
{
    events_feed(state, bytes, count, text);
}

static void
finish(void *state, struct buffer *text)
{
    events_finish(state, text);
}

static bool
is_text(const void *state, const char *bytes, size_t count)
{
    (void)state;
    return events_find_marker(bytes, count) == NULL;
}

static void
forget(void *state)
{
    events_free(state);
}

const struct protocol protocol_events = {
    .name = "events",
    .state_size = sizeof(struct events),
    .knows_rest = true,
    .feed = feed,
    .finish = finish,
    .is_text = is_text,
    .judge = judge,
    .free = forget,
};
