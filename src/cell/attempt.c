/* attempt: one run of the worker. What it writes goes to the reader and the capture while it runs; the verdict is made
   of them when its family has ended. */
#include "cell/attempt.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/duration.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cell/ontimeout.h"
#include "protocol/verdict.h"

/* Of the last bytes of stderr the last lines are taken: of this many at least, and at most. */
enum { STDERR_KEPT = 16 << 10, STDERR_KEPT_MAX = 1 << 20, USUAL_LINE = 1 << 10 };

static void
take_stdout(void *context, const char *bytes, size_t count)
{
    reader_feed(context, bytes, count);
}

int64_t
attempt_time(int64_t ends_us, int64_t limit_ms)
{
    int64_t left_ms = (ends_us - clock_us()) / 1000;

    if (ends_us == 0 || (limit_ms > 0 && limit_ms <= left_ms))
        return limit_ms;
    return left_ms > 0 ? left_ms : 1;
}

static void
run_worker(struct attempt *attempt, const struct cell_options *options, const struct attempt_request *what,
           struct reader *reader)
{
    struct ontimeout ontimeout = { options, what->ends_us, &attempt->backtrace };
    const struct supervise_request request = {
        .argv = what->argv,
        .environment = what->environment,
        .limits = &options->limits,
        .isolate = options->isolate,
        .keep_descriptors = options->pass_jobserver,
        .timeout_ms = attempt_time(what->ends_us, options->timeout_ms),
        .deadline_signal = options->signal,
        .kill_after_ms = options->kill_after_ms,
        .leak_grace_ms = options->leak_grace_ms,
        .ends_us = what->ends_us,
        .at_deadline = options->on_timeout != NULL ? ontimeout_run : NULL,
        .at_deadline_context = &ontimeout,
        .at_deadline_ms = ONTIMEOUT_MS,
        .stdout_sink = { take_stdout, reader },
        .stderr_sink = { capture_take, &attempt->stderr_text },
    };

    supervise_run(&request, &attempt->run);
    reader_finish(reader);
}

/* How many bytes of stderr are looked through for its last LINES: enough for lines of usual length. */
static size_t
stderr_kept(size_t lines)
{
    size_t wanted = lines * USUAL_LINE;

    return wanted < STDERR_KEPT ? STDERR_KEPT : wanted > STDERR_KEPT_MAX ? STDERR_KEPT_MAX : wanted;
}

static size_t
count_lines(struct buffer *text)
{
    size_t count = text->size > 0;

    for (size_t i = 0; i < text->size; i++)
        count += text->data[i] == '\n';
    return count;
}

/* A string has no NUL in it. */
static void
drop_nuls(struct buffer *text)
{
    size_t kept = 0;

    for (size_t i = 0; i < text->size; i++)
        if (text->data[i] != '\0')
            text->data[kept++] = text->data[i];
    text->size = kept;
}

/* The last LINES, or what there is of them, and then how much is not there any more. */
static char *
last_lines(const struct capture *text, size_t lines)
{
    struct buffer kept = { 0 };
    struct buffer tail = { 0 };
    struct buffer rest = { 0 };
    uint64_t missing;
    size_t whole = 0;

    capture_last(text, stderr_kept(lines), &kept);
    missing = text->bytes - kept.size;
    drop_nuls(&kept);
    if (missing > 0) { /* it may begin within a line */
        const char *newline = kept.size > 0 ? memchr(kept.data, '\n', kept.size) : NULL;

        whole = newline != NULL ? (size_t)(newline - kept.data) + 1 : kept.size;
    }
    text_tail(&tail, buffer_text(&kept) + whole, kept.size - whole, lines);
    if (missing > 0 && count_lines(&tail) < lines) {
        buffer_clear(&tail);
        buffer_printf(&tail, "… %" PRIu64 " bytes before this were not kept", missing);
        text_tail(&rest, kept.data, kept.size, lines);
        if (rest.size > 0)
            buffer_add(&tail, "\n");
        buffer_append(&tail, rest.data, rest.size);
    }
    buffer_free(&kept);
    buffer_free(&rest);
    return buffer_take(&tail);
}

/* What was left of the family, where that is to be a fault. */
static void
judge_leaks(struct summary *summary, const struct cell_options *options, const struct supervised *run)
{
    const struct leaks *leaks = &run->containment.leaks;
    char *fault = NULL;

    if (run->ended.survived)
        fault = xasprintf("the worker, pid %ld, could not be ended", (long)run->pid);
    else if (run->containment.survivors)
        fault = xstrdup("a process that the worker left behind could not be ended");
    else if (options->leak == LEAK_FAIL && leaks->count > 0)
        fault = xasprintf("worker left %zu %s behind: %s (pid %ld)%s", leaks->count,
                          leaks->count == 1 ? "process" : "processes", leaks->list[0].command, (long)leaks->list[0].pid,
                          leaks->count > 1 ? " …" : "");
    if (fault != NULL)
        summary_add_fault(summary, fault);
    free(fault);
}

/* What memory ran out of, as far as the kernel tells of it; NULL: of nothing. */
static const char *
explain_memory(const struct cell_options *options, const struct supervised *run, char text[LIMIT_TEXT])
{
    const struct memory_use *memory = &run->containment.memory;
    char size[DURATION_TEXT];
    uint64_t limit;

    if (memory->oom_kills == 0)
        return NULL;
    if (!memory->is_own)
        return run->ended.how == ENDED_SIGNALED ? "its cgroup ran out of memory meanwhile" : NULL;
    if (!memory->is_limit || !limits_find(&options->limits, "memory", &limit))
        return "out of memory, by no limit of its own";
    (void)snprintf(text, LIMIT_TEXT, "out of memory (limit %s)", size_format(limit, size));
    return text;
}

static void
judge(struct attempt *attempt, const struct cell_options *options, struct reader *reader)
{
    const struct supervised *run = &attempt->run;
    const struct testfile file = { .path = options->path, .worker = options->worker };
    char limit[LIMIT_TEXT];
    struct observation seen = {
        .ended = run->ended,
        .worker = options->worker[0],
        .path = options->path,
        .file = &file,
        .empty_exit = (int)options->empty_exit,
        .stderr_tail = attempt->stderr_tail,
        .wall_ms = run->wall_ms,
        .cpu_percent = run->wall_ms > 0 ? (int)(run->cpu_ms * 100 / run->wall_ms) : 0,
    };

    seen.limit = explain_memory(options, run, limit);
    seen.is_memory_limit = seen.limit != NULL && run->containment.memory.is_limit;
    if (seen.limit == NULL && run->ended.how == ENDED_SIGNALED)
        seen.limit = limits_explain(&options->limits, run->ended.term_signal, &run->usage, limit);
    attempt->rest = verdict_reach(&attempt->summary, reader->protocol, reader->state, &seen);
    judge_leaks(&attempt->summary, options, run);
}

void
attempt_run(struct attempt *attempt, const struct cell_options *options, const struct attempt_request *what)
{
    struct reader reader;
    size_t keep = options->keep_output;
    size_t tail = stderr_kept(options->stderr_lines);

    *attempt = (struct attempt){ .rest = 0 };
    reader_init(&reader, options->protocol, keep);
    capture_init(&attempt->stderr_text, keep, keep > tail ? keep : tail);
    run_worker(attempt, options, what, &reader);
    attempt->protocol = reader_spoken(&reader);
    attempt->stdout_bytes = reader.bytes;
    attempt->stderr_tail = last_lines(&attempt->stderr_text, options->stderr_lines);
    judge(attempt, options, &reader);
    attempt->stdout_text = reader.text;
    capture_init(&reader.text, 0, 1);
    reader_free(&reader);
}

void
attempt_free(struct attempt *attempt)
{
    free(attempt->run.ended.reason);
    summary_free(&attempt->summary);
    free(attempt->stderr_tail);
    capture_free(&attempt->stdout_text);
    capture_free(&attempt->stderr_text);
    buffer_free(&attempt->backtrace);
    *attempt = (struct attempt){ .rest = 0 };
}
