/* agree: whether frame and events say the same. The first contradiction is told, and how many more there are. */
#include "protocol/agree.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"

struct comparison {
    const struct events *events;
    bool *in_frame; /* by a test's index in the events */
    char *first;    /* the first contradiction */
    uint64_t count;
};

static void
contradict(struct comparison *comparison, char *what)
{
    if (comparison->first == NULL)
        comparison->first = what;
    else
        free(what);
    comparison->count++;
}

/* Events keep one result of a name. */
static void
compare_result(struct comparison *comparison, const struct test_result *result)
{
    const struct events *events = comparison->events;
    size_t index = names_find(&events->names, result->name);
    const struct event_test *test = index != NAMES_NONE ? &events->tests[index] : NULL;

    if (test == NULL) {
        if (!events->intake.is_full)
            contradict(comparison, xasprintf("%s is in the frame alone", result->name));
    } else if (comparison->in_frame[index]) {
        if (events->repeated == 0)
            contradict(comparison, xasprintf("%s is in the frame twice", result->name));
    } else if (!test->has_result) {
        contradict(comparison, xasprintf("%s is %s in the frame and has no result in the events", result->name,
                                         outcome_name(result->outcome)));
    } else if (test->outcome != result->outcome) {
        contradict(comparison, xasprintf("%s is %s in the frame and %s in the events", result->name,
                                         outcome_name(result->outcome), outcome_name(test->outcome)));
    }
    if (test != NULL)
        comparison->in_frame[index] = true;
}

char *
agree_find_contradiction(const struct summary *frame, const struct events *events)
{
    const struct summary *told = &events->intake.summary;
    struct comparison comparison = { .events = events, .in_frame = xcalloc(events->test_count + 1, sizeof(bool)) };
    char *text = NULL;

    for (size_t i = 0; i < frame->result_count; i++)
        compare_result(&comparison, &frame->results[i]);
    for (size_t i = 0; i < events->test_count; i++)
        if (!comparison.in_frame[i])
            contradict(&comparison, xasprintf("%s is in the events alone", events->tests[i].name));
    if ((frame->error_count > 0) != (told->error_count > 0) && !events->intake.is_full)
        contradict(&comparison,
                   xasprintf("errors of the file are in the %s alone", frame->error_count > 0 ? "frame" : "events"));
    if (frame->llvm_compile_error != told->llvm_compile_error)
        contradict(&comparison,
                   xasprintf("llvm_compile_error is in the %s alone", frame->llvm_compile_error ? "frame" : "events"));
    if (!events->done)
        contradict(&comparison, xstrdup("the events do not end"));
    if (comparison.count > 1)
        text = xasprintf("frame and events contradict each other: %s, and %" PRIu64 " more", comparison.first,
                         comparison.count - 1);
    else if (comparison.count == 1)
        text = xasprintf("frame and events contradict each other: %s", comparison.first);
    free(comparison.first);
    free(comparison.in_frame);
    return text;
}
