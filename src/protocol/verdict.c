/* verdict: what a cell makes of what it saw. */
#include "protocol/verdict.h"

#include <signal.h>
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

/* Whether the kernel has ended the worker because the family had no memory left. */
static bool
is_out_of_memory(const struct observation *seen)
{
    return seen->is_memory_limit && seen->ended.how == ENDED_SIGNALED && seen->ended.term_signal == SIGKILL;
}

/* Ends the cause with the limit that explains it, and gives it to the caller, who frees. */
static char *
take_cause(struct buffer *cause, const struct observation *seen)
{
    if (seen->limit != NULL)
        buffer_printf(cause, ": %s", seen->limit);
    return buffer_take(cause);
}

char *
verdict_cause(const struct observation *seen, const char *when)
{
    struct buffer cause = { 0 };
    char text[DURATION_TEXT];
    char name[SIGNAME_TEXT];

    if (is_out_of_memory(seen))
        return xstrdup(seen->limit);
    if (seen->ended.survived && seen->ended.how != ENDED_TIMED_OUT)
        buffer_add(&cause, "how the worker ended cannot be told");
    else if (seen->ended.how == ENDED_EXITED)
        buffer_printf(&cause, "worker exited %d%s", seen->ended.exit_code, when);
    else if (seen->ended.how == ENDED_TIMED_OUT)
        buffer_printf(&cause, "worker timed out after %s (%d%% of a CPU)", duration_format(seen->ended.after_ms, text),
                      seen->cpu_percent);
    else
        buffer_printf(&cause, "worker killed by %s (signal %d)", signame_format(seen->ended.term_signal, name),
                      seen->ended.term_signal);
    return take_cause(&cause, seen);
}

/* Adds what the worker came to, whose end was as WHEN says. */
static void
add_end(struct summary *summary, const struct observation *seen, const char *when)
{
    char *cause = verdict_cause(seen, when);

    verdict_add_crash(summary, cause, seen);
    free(cause);
}

void
verdict_death(struct summary *summary, const struct observation *seen)
{
    add_end(summary, seen, "");
}

void
verdict_silence(struct summary *summary, const struct observation *seen, const char *what, bool has_begun)
{
    int code = seen->ended.exit_code;
    char *when;

    if (seen->ended.how == ENDED_EXITED && code != 0 && code == seen->empty_exit && !has_begun)
        return;
    when = xasprintf(" with no %s output", what);
    add_end(summary, seen, when);
    free(when);
}

void
verdict_malformed(struct summary *summary, const struct observation *seen, const char *why)
{
    char *when = xasprintf(" with malformed JSON output: %s", why);

    add_end(summary, seen, when);
    free(when);
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
