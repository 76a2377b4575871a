/* verdict: what a cell makes of what it saw. */
#include "protocol/verdict.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/duration.h"
#include "base/signame.h"
#include "base/xalloc.h"

enum { WORKER_FAILED = 1, WORKER_NO_TESTS = 2 };

void
verdict_add(struct summary *summary, const char *name, enum outcome outcome, const char *cause,
            const struct observation *seen)
{
    struct buffer message = { 0 };

    buffer_add(&message, cause);
    if (seen->stderr_tail[0] != '\0')
        buffer_printf(&message, "\n%s", seen->stderr_tail);
    (void)summary_add(summary, name, outcome, buffer_text(&message));
    buffer_free(&message);
}

void
verdict_add_crash(struct summary *summary, const char *cause, const struct observation *seen)
{
    verdict_add(summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, cause, seen);
    summary->results[summary->result_count - 1].is_of_file = true;
}

void
verdict_add_fault(struct summary *summary, char *fault)
{
    summary_add_fault(summary, fault);
    free(fault);
}

char *
verdict_cause(const struct observation *seen)
{
    struct buffer cause = { 0 };
    char text[DURATION_TEXT];
    char name[SIGNAME_TEXT];

    if (seen->ended.how == ENDED_TIMED_OUT)
        buffer_printf(&cause, "worker timed out after %s (%d%% of a CPU)", duration_format(seen->ended.after_ms, text),
                      seen->cpu_percent);
    else
        buffer_printf(&cause, "worker killed by %s (signal %d)", signame_format(seen->ended.term_signal, name),
                      seen->ended.term_signal);
    if (seen->limit != NULL)
        buffer_printf(&cause, ": %s", seen->limit);
    return buffer_take(&cause);
}

void
verdict_death(struct summary *summary, const struct observation *seen)
{
    char *cause = verdict_cause(seen);

    verdict_add_crash(summary, cause, seen);
    free(cause);
}

/* A crash, whose CAUSE it frees, of a worker that exited; or its death. */
static void
add_silence(struct summary *summary, const struct observation *seen, char *cause)
{
    if (seen->ended.how == ENDED_EXITED)
        verdict_add_crash(summary, cause, seen);
    else
        verdict_death(summary, seen);
    free(cause);
}

void
verdict_silence(struct summary *summary, const struct observation *seen, const char *what)
{
    int code = seen->ended.exit_code;

    if (seen->ended.how == ENDED_EXITED && code != 0 && code == seen->empty_exit)
        return;
    add_silence(summary, seen, xasprintf("worker exited %d with no %s output", code, what));
}

void
verdict_malformed(struct summary *summary, const struct observation *seen, const char *why)
{
    add_silence(summary, seen,
                xasprintf("worker exited %d with malformed JSON output: %s", seen->ended.exit_code, why));
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

void
verdict_hold_status(struct summary *summary, const struct observation *seen)
{
    int code = seen->ended.exit_code;

    if (code == WORKER_FAILED && !may_exit_failed(summary))
        verdict_add_fault(summary, xstrdup("worker exited 1 though nothing failed"));
    else if (code > WORKER_FAILED && !may_exit_empty(summary, seen))
        verdict_add_fault(summary, xasprintf("worker exited %d after reporting", code));
}

size_t
verdict_reach(struct summary *summary, const struct protocol *protocol, void *state, const struct observation *seen)
{
    summary->duration_ms = seen->wall_ms;
    if (seen->ended.how != ENDED_NOT_STARTED)
        return protocol->judge(state, summary, seen);
    verdict_add_fault(summary, xasprintf("cannot run %s: %s", seen->worker, seen->ended.reason));
    return 0;
}
