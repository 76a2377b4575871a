/* verdict: what a cell makes of what it saw. */
#include "cell/verdict.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/duration.h"
#include "base/xalloc.h"
#include "record/json.h"
#include "record/signame.h"

enum { WORKER_PASSED = 0, WORKER_FAILED = 1, WORKER_NO_TESTS = 2 };

/* Adds the one result that stands for a crash: the cause, and after it what the worker said last. */
static void
add_crash(struct summary *summary, struct buffer *cause, const struct observation *seen)
{
    if (seen->stderr_tail[0] != '\0')
        buffer_printf(cause, "\n%s", seen->stderr_tail);
    (void)summary_add(summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, buffer_text(cause));
}

static void
judge_silent_exit(struct summary *summary, const struct observation *seen)
{
    struct buffer cause = { 0 };
    int code = seen->ended.exit_code;

    if (seen->report == REPORT_NONE && code == WORKER_NO_TESTS)
        return;
    if (seen->report == REPORT_NONE)
        buffer_printf(&cause, "worker exited %d with no JSON output", code);
    else
        buffer_printf(&cause, "worker exited %d with malformed JSON output: %s", code, seen->malformed);
    add_crash(summary, &cause, seen);
    buffer_free(&cause);
}

/* A compile failure is no failure to the gate, but the worker may well call it one: both 0 and 1 are true then. */
static bool
may_exit_failed(const struct summary *summary)
{
    return summary_has_failures(summary) || summary->llvm_compile_error ||
           summary->counts[OUTCOME_LLVM_COMPILE_FAIL] > 0;
}

/* Whether the exit status agrees with the results; what does not is an error of the file. */
static void
judge_status(struct summary *summary, int code)
{
    char *fault = NULL;

    if (code == WORKER_PASSED && summary_has_failures(summary))
        fault = xstrdup("worker exited 0 though its results hold a failure");
    else if (code == WORKER_FAILED && !may_exit_failed(summary))
        fault = xstrdup("worker exited 1 though nothing failed");
    else if (code > WORKER_FAILED && !(code == WORKER_NO_TESTS && summary_total(summary) == 0))
        fault = xasprintf("worker exited %d after reporting", code);
    if (fault != NULL)
        summary_add_fault(summary, fault);
    free(fault);
}

static void
judge_death(struct summary *summary, const struct observation *seen)
{
    struct buffer cause = { 0 };
    char text[DURATION_TEXT];
    char name[SIGNAME_TEXT];

    if (seen->ended.how == ENDED_TIMED_OUT)
        buffer_printf(&cause, "worker timed out after %s", duration_format(seen->ended.after_ms, text));
    else
        buffer_printf(&cause, "worker killed by %s (signal %d)", signame_format(seen->ended.term_signal, name),
                      seen->ended.term_signal);
    if (seen->limit != NULL)
        buffer_printf(&cause, ": %s", seen->limit);
    add_crash(summary, &cause, seen);
    buffer_free(&cause);
}

void
verdict_reach(struct summary *summary, const struct observation *seen)
{
    char *error;

    if (seen->report == REPORT_COMPLETE)
        summary_absorb(summary, seen->reported);
    switch (seen->ended.how) {
    case ENDED_NOT_STARTED:
        error = xasprintf("cannot run %s: %s", seen->worker, seen->ended.reason);
        summary_add_fault(summary, error);
        free(error);
        break;
    case ENDED_SIGNALED:
    case ENDED_TIMED_OUT:
        judge_death(summary, seen);
        break;
    case ENDED_EXITED:
        if (seen->report == REPORT_COMPLETE)
            judge_status(summary, seen->ended.exit_code);
        else
            judge_silent_exit(summary, seen);
        break;
    }
}

static int
read_summaries(struct summary *reported, json_object *root, char **why)
{
    size_t count = json_object_is_type(root, json_type_array) ? json_object_array_length(root) : 1;

    for (size_t i = 0; i < count; i++) {
        json_object *object = json_object_is_type(root, json_type_array) ? json_object_array_get_idx(root, i) : root;
        struct summary one = { 0 };

        if (summary_read(&one, object, why) != 0)
            return -1;
        summary_absorb(reported, &one);
    }
    return 0;
}

enum report_state
verdict_read_frame(struct summary *reported, const char *content, size_t size, char **why)
{
    json_object *root = json_read(content, size, why);
    int result;

    if (root == NULL)
        return REPORT_MALFORMED;
    result = read_summaries(reported, root, why);
    json_object_put(root);
    if (result == 0)
        return REPORT_COMPLETE;
    summary_free(reported);
    return REPORT_MALFORMED;
}
