/* verdict: what a cell makes of what it saw. */
#include "cell/verdict.h"

#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/duration.h"
#include "base/signame.h"
#include "base/xalloc.h"
#include "cell/agree.h"
#include "record/summary_reader.h"

enum { WORKER_PASSED = 0, WORKER_FAILED = 1, WORKER_NO_TESTS = 2 };

enum { EXIT_SKIPPED = 77, EXIT_FILE_ERROR = 99 }; /* of --protocol=exit, as Automake has them */

static void
add_tail(struct buffer *text, const struct observation *seen)
{
    if (seen->stderr_tail[0] != '\0')
        buffer_printf(text, "\n%s", seen->stderr_tail);
}

/* Adds a result: the cause, and after it what the worker said last. */
static void
add_result(struct summary *summary, const char *name, enum outcome outcome, const char *cause,
           const struct observation *seen)
{
    struct buffer message = { 0 };

    buffer_add(&message, cause);
    add_tail(&message, seen);
    (void)summary_add(summary, name, outcome, buffer_text(&message));
    buffer_free(&message);
}

/* Adds a crash of which no test is known to be the cause. */
static void
add_file_crash(struct summary *summary, const char *cause, const struct observation *seen)
{
    add_result(summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, cause, seen);
    summary->results[summary->result_count - 1].is_of_file = true;
}

static void
add_fault(struct summary *summary, char *fault)
{
    summary_add_fault(summary, fault);
    free(fault);
}

/* Ends the cause with the limit that explains it, and gives it to the caller, who frees. */
static char *
take_cause(struct buffer *cause, const struct observation *seen)
{
    if (seen->limit != NULL)
        buffer_printf(cause, ": %s", seen->limit);
    return buffer_take(cause);
}

/* Whether the kernel has ended the worker because the family had no memory left. */
static bool
is_out_of_memory(const struct observation *seen)
{
    return seen->is_memory_limit && seen->ended.how == ENDED_SIGNALED && seen->ended.term_signal == SIGKILL;
}

/* Why the worker died. The caller frees. */
static char *
death_cause(const struct observation *seen)
{
    struct buffer cause = { 0 };
    char text[DURATION_TEXT];
    char name[SIGNAME_TEXT];

    if (is_out_of_memory(seen))
        return xstrdup(seen->limit);
    if (seen->ended.how == ENDED_TIMED_OUT)
        buffer_printf(&cause, "worker timed out after %s (%d%% of a CPU)", duration_format(seen->ended.after_ms, text),
                      seen->cpu_percent);
    else
        buffer_printf(&cause, "worker killed by %s (signal %d)", signame_format(seen->ended.term_signal, name),
                      seen->ended.term_signal);
    return take_cause(&cause, seen);
}

/* A death of which no test is known to be the cause. */
static void
judge_death(struct summary *summary, const struct observation *seen)
{
    char *cause = death_cause(seen);

    add_file_crash(summary, cause, seen);
    free(cause);
}

static void
judge_silent_exit(struct summary *summary, const struct observation *seen)
{
    int code = seen->ended.exit_code;
    struct buffer text = { 0 };
    char *cause;

    if (seen->report == REPORT_NONE && code != 0 && code == seen->empty_exit)
        return;
    if (seen->report == REPORT_MALFORMED)
        buffer_printf(&text, "worker exited %d with malformed JSON output: %s", code, seen->malformed);
    else
        buffer_printf(&text, "worker exited %d with no %s output", code,
                      seen->protocol == PROTOCOL_TAP ? "TAP" : "JSON");
    cause = take_cause(&text, seen);
    add_file_crash(summary, cause, seen);
    free(cause);
}

/* A compile failure is no failure to the gate, but the worker may well call it one: both 0 and 1 are true then. */
static bool
may_exit_failed(const struct summary *summary)
{
    return summary_has_failures(summary) || summary->llvm_compile_error ||
           summary->counts[OUTCOME_LLVM_COMPILE_FAIL] > 0;
}

/* A status past 1 says that something else went wrong, but where there are no tests. */
static bool
may_exit_empty(const struct summary *summary, const struct observation *seen)
{
    int code = seen->ended.exit_code;

    return (code == WORKER_NO_TESTS || code == seen->empty_exit) && summary_total(summary) == 0;
}

/* Whether the exit status agrees with the frame's results, and so do the events, if there were any; what does not is an
   error of the file. */
static void
judge_frame(struct summary *summary, const struct observation *seen)
{
    int code = seen->ended.exit_code;
    char *contradiction = NULL;

    if (seen->events != NULL && seen->events->any)
        contradiction = agree_find_contradiction(summary, seen->events);
    if (contradiction != NULL)
        add_fault(summary, contradiction);
    else if (code == WORKER_PASSED && summary_has_failures(summary))
        add_fault(summary, xstrdup("worker exited 0 though its results hold a failure"));
    else if (code == WORKER_FAILED && !may_exit_failed(summary))
        add_fault(summary, xstrdup("worker exited 1 though nothing failed"));
    else if (code > WORKER_FAILED && !may_exit_empty(summary, seen))
        add_fault(summary, xasprintf("worker exited %d after reporting", code));
}

/* TAP says all in its lines; a status is believed only when it tells of a failure that they do not. */
static void
judge_tap(struct summary *summary, const struct observation *seen)
{
    if (seen->ended.exit_code != 0 && !summary_has_failures(summary))
        add_fault(summary, xasprintf("worker exited %d though nothing failed", seen->ended.exit_code));
}

/* Why the worker ended, by death or WHEN it exited. The caller frees. */
static char *
exit_cause(const struct observation *seen, const char *when)
{
    struct buffer cause = { 0 };

    if (seen->ended.how != ENDED_EXITED)
        return death_cause(seen);
    buffer_printf(&cause, "worker exited %d%s", seen->ended.exit_code, when);
    return take_cause(&cause, seen);
}

static void
judge_exit_status(struct summary *summary, const struct observation *seen)
{
    int code = seen->ended.exit_code;
    char *cause = exit_cause(seen, "");
    struct buffer fault = { 0 };

    if (seen->ended.how != ENDED_EXITED) {
        add_result(summary, seen->path, OUTCOME_BACKEND_CRASH, cause, seen);
    } else if (code == 0) {
        (void)summary_add(summary, seen->path, OUTCOME_PASSED, NULL);
    } else if (code == EXIT_FILE_ERROR) {
        buffer_add(&fault, cause);
        add_tail(&fault, seen);
        add_fault(summary, buffer_take(&fault));
    } else {
        add_result(summary, seen->path, code == EXIT_SKIPPED ? OUTCOME_SKIPPED : OUTCOME_FAILED, cause, seen);
    }
    free(cause);
}

/* What no honest stream of events holds. */
static void
judge_order(struct summary *summary, const struct events *events)
{
    if (events->unplanned > 0)
        add_fault(summary, xasprintf("%" PRIu64 " %s of a test that was not planned: %s", events->unplanned,
                                     events->unplanned == 1 ? "result" : "results", events->first_unplanned));
    if (events->repeated > 0)
        add_fault(summary, xasprintf("%" PRIu64 " %s of a test that had one: %s", events->repeated,
                                     events->repeated == 1 ? "result" : "results", events->first_repeated));
    if (events->late > 0)
        add_fault(summary, xasprintf("%" PRIu64 " %s after the worker was done", events->late,
                                     events->late == 1 ? "event" : "events"));
}

static bool
is_open(const struct event_test *test)
{
    return test->started && !test->has_result;
}

/* The tests that had begun and not ended share the cause. Returns the first one's name, NULL when there is none. */
static const char *
blame_open_tests(struct summary *summary, const struct observation *seen, const char *cause)
{
    const char *first = NULL;

    for (size_t i = 0; i < seen->events->test_count; i++) {
        const struct event_test *test = &seen->events->tests[i];

        if (!is_open(test))
            continue;
        add_result(summary, test->name, OUTCOME_BACKEND_CRASH, cause, seen);
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
judge_crash_in_events(struct summary *summary, const struct observation *seen)
{
    char *cause = exit_cause(seen, " before it was done");
    const char *culprit = blame_open_tests(summary, seen, cause);
    char *why;
    size_t rest;

    if (culprit == NULL)
        add_file_crash(summary, cause, seen);
    why = culprit != NULL ? xasprintf("not run: worker crashed during '%s'", culprit)
                          : xstrdup("not run: worker crashed between two tests");
    rest = add_rest(summary, seen->events, why);
    free(cause);
    free(why);
    return rest;
}

static size_t
judge_events(struct summary *summary, const struct observation *seen)
{
    static const char no_result[] = "no result: worker was done without one";
    const struct events *events = seen->events;
    int code = seen->ended.exit_code;

    judge_order(summary, events);
    if (seen->ended.how != ENDED_EXITED || !events->done)
        return judge_crash_in_events(summary, seen);
    for (size_t i = 0; i < events->test_count; i++)
        if (is_open(&events->tests[i]))
            (void)summary_add(summary, events->tests[i].name, OUTCOME_BACKEND_CRASH, no_result);
    (void)add_rest(summary, events, no_result);
    if (code == WORKER_FAILED && !may_exit_failed(summary))
        add_fault(summary, xstrdup("worker exited 1 though nothing failed"));
    else if (code > WORKER_FAILED && !may_exit_empty(summary, seen))
        add_fault(summary, xasprintf("worker exited %d after reporting", code));
    return 0;
}

/* What is flaky is for the cell to say, which has seen the attempts. */
static void
forget_flaky(struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++) {
        free(summary->results[i].flaky);
        summary->results[i].flaky = NULL;
    }
}

static size_t
judge_report(struct summary *summary, const struct observation *seen)
{
    summary_absorb(summary, seen->reported);
    forget_flaky(summary);
    if (seen->is_full)
        add_fault(summary, xasprintf("worker reported more than %d results or %d KiB of text: not all of it is here",
                                     INTAKE_MAX_TESTS, INTAKE_MAX_TEXT >> 10));
    if (seen->protocol == PROTOCOL_EVENTS)
        return judge_events(summary, seen);
    if (seen->ended.how != ENDED_EXITED)
        judge_death(summary, seen);
    else if (seen->protocol == PROTOCOL_TAP)
        judge_tap(summary, seen);
    else
        judge_frame(summary, seen);
    return 0;
}

size_t
verdict_reach(struct summary *summary, const struct observation *seen)
{
    if (seen->ended.how == ENDED_NOT_STARTED)
        add_fault(summary, xasprintf("cannot run %s: %s", seen->worker, seen->ended.reason));
    else if (seen->protocol == PROTOCOL_EXIT)
        judge_exit_status(summary, seen);
    else if (seen->report == REPORT_COMPLETE)
        return judge_report(summary, seen);
    else if (seen->ended.how == ENDED_EXITED)
        judge_silent_exit(summary, seen);
    else
        judge_death(summary, seen);
    return 0;
}

/* A summary need not say what it is of. */
static bool
is_foreign(const struct summary *summary, const struct testfile *file)
{
    return file != NULL && summary->path != NULL && summary->path[0] != '\0' && !testfile_is(file, summary->path);
}

static int
read_summary(struct summary *reported, struct pull *pull, const struct testfile *file)
{
    if (summary_read(reported, pull) != 0)
        return -1;
    if (!is_foreign(reported, file))
        return 0;
    pull->why = xasprintf("of the test file %s", reported->path);
    return -1;
}

/* One summary, or an array of them. */
static int
read_summaries(struct summary *reported, struct pull *pull, const struct testfile *file)
{
    if (pull_peek(pull) != PULL_ARRAY)
        return read_summary(reported, pull, file);
    (void)pull_enter(pull);
    while (pull_item(pull))
        if (read_summary(reported, pull, file) != 0)
            return -1;
    return 0;
}

enum report_state
verdict_read_frame(struct summary *reported, const char *content, size_t size, const struct testfile *file, char **why)
{
    struct pull pull;

    *why = NULL;
    if (size == 0) {
        *why = xstrdup("empty");
        return REPORT_MALFORMED;
    }
    pull_begin(&pull, content, size);
    if (read_summaries(reported, &pull, file) == 0 && pull_finish(&pull) == 0)
        return REPORT_COMPLETE;
    *why = pull.why;
    summary_free(reported);
    return REPORT_MALFORMED;
}
