/* exit: the protocol of a worker that reports by nothing but how it ends: one test, which is the file. The statuses are
   those of Automake's harness. Its test is that of the verdict. */
#include <stdlib.h>

#include "base/xalloc.h"
#include "protocol/protocol.h"
#include "protocol/verdict.h"

enum { EXIT_SKIPPED = 77, EXIT_FILE_ERROR = 99 };

static void
feed(void *state, const char *bytes, size_t count, struct buffer *text)
{
    (void)state;
    buffer_append(text, bytes, count);
}

static void
finish(void *state, struct buffer *text)
{
    (void)state;
    (void)text;
}

static bool
is_text(const void *state, const char *bytes, size_t count)
{
    (void)state;
    (void)bytes;
    (void)count;
    return true;
}

static size_t
judge(void *state, struct summary *summary, const struct observation *seen)
{
    bool exited = seen->ended.how == ENDED_EXITED;
    int code = seen->ended.exit_code;
    char *cause = verdict_cause(seen, "");

    (void)state;
    if (!exited)
        verdict_add(summary, seen->path, OUTCOME_BACKEND_CRASH, cause, seen);
    else if (code == 0)
        (void)summary_add(summary, seen->path, OUTCOME_PASSED, NULL);
    else if (code == EXIT_FILE_ERROR)
        verdict_add_fault(summary,
                          xasprintf("%s%s%s", cause, seen->stderr_tail[0] != '\0' ? "\n" : "", seen->stderr_tail));
    else
        verdict_add(summary, seen->path, code == EXIT_SKIPPED ? OUTCOME_SKIPPED : OUTCOME_FAILED, cause, seen);
    free(cause);
    return 0;
}

static void
forget(void *state)
{
    (void)state;
}

const struct protocol protocol_exit = {
    .name = "exit",
    .feed = feed,
    .finish = finish,
    .is_text = is_text,
    .judge = judge,
    .free = forget,
};
