/* cell: one worker, one record. What the worker wrote goes to the frame and the captures while it runs; the verdict and
   the record are made of them when its family has ended. */
#include "cell/cell.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/io.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cell/capture.h"
#include "cell/frame.h"
#include "cell/jobserver.h"
#include "cell/report.h"
#include "cell/supervise.h"
#include "cell/verdict.h"

/* Of these bytes of stderr the last lines are taken. */
enum { STDERR_KEPT = 16 * 1024 };

struct streams {
    struct frame frame;
    uint64_t stdout_bytes;
    struct capture stderr_capture;
};

static void
take_stdout(void *context, const char *bytes, size_t count)
{
    struct streams *streams = context;

    streams->stdout_bytes += count;
    frame_feed(&streams->frame, bytes, count, FRAME_MAX_BYTES);
}

static void
take_stderr(void *context, const char *bytes, size_t count)
{
    struct streams *streams = context;

    capture_add(&streams->stderr_capture, bytes, count);
}

static void
run_worker(const struct cell_options *options, struct streams *streams, struct supervised *run)
{
    const struct supervise_request request = {
        .argv = options->worker,
        .limits = &options->limits,
        .keep_descriptors = options->pass_jobserver,
        .timeout_ms = options->timeout_ms,
        .deadline_signal = options->signal,
        .kill_after_ms = options->kill_after_ms,
        .leak_grace_ms = options->leak_grace_ms,
        .stdout_sink = { take_stdout, streams },
        .stderr_sink = { take_stderr, streams },
    };

    supervise_run(&request, run);
    frame_finish(&streams->frame);
}

static char *
stderr_tail(const struct cell_options *options, const struct streams *streams)
{
    struct buffer kept = { 0 };
    struct buffer tail = { 0 };

    capture_last(&streams->stderr_capture, &kept);
    text_tail(&tail, buffer_text(&kept), kept.size, options->stderr_lines);
    buffer_free(&kept);
    return buffer_take(&tail);
}

static int64_t
cpu_ms(const struct rusage *usage)
{
    return (int64_t)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000 +
           (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1000;
}

/* What was left of the family, where that is to be a fault. */
static void
judge_leaks(struct summary *summary, const struct cell_options *options, const struct supervised *run)
{
    const struct leaks *leaks = &run->leaks;
    char *fault = NULL;

    if (run->survivors)
        fault = xstrdup("a process that the worker left behind could not be ended");
    else if (options->leak == LEAK_FAIL && leaks->count > 0)
        fault = xasprintf("worker left %zu %s behind: %s (pid %ld)%s", leaks->count,
                          leaks->count == 1 ? "process" : "processes", leaks->list[0].command, (long)leaks->list[0].pid,
                          leaks->count > 1 ? " …" : "");
    if (fault != NULL)
        summary_add_fault(summary, fault);
    free(fault);
}

/* What the worker reported in its frame. */
static enum report_state
read_report(struct frame *frame, struct summary *reported, char **malformed)
{
    struct buffer content = { 0 };
    enum report_state state = REPORT_MALFORMED;

    if (!frame->is_complete)
        return REPORT_NONE;
    if (frame->too_large)
        *malformed = xasprintf("a frame of more than %zu MiB", FRAME_MAX_BYTES >> 20);
    else if (frame_content(frame, &content) != 0)
        *malformed = xasprintf("its frame could not be kept: %s", strerror(errno));
    else
        state = verdict_read_frame(reported, buffer_text(&content), content.size, malformed);
    buffer_free(&content);
    return state;
}

static void
judge(struct summary *summary, const struct cell_options *options, struct streams *streams,
      const struct supervised *run, const char *tail)
{
    struct summary reported = { 0 };
    char limit[LIMIT_TEXT];
    char *malformed = NULL;
    struct observation seen = {
        .ended = run->ended,
        .worker = options->worker[0],
        .reported = &reported,
        .stderr_tail = tail,
    };

    if (run->ended.how == ENDED_SIGNALED)
        seen.limit = limits_explain(&options->limits, run->ended.term_signal, cpu_ms(&run->usage), limit);
    seen.report = read_report(&streams->frame, &reported, &malformed);
    seen.malformed = malformed;
    verdict_reach(summary, &seen);
    judge_leaks(summary, options, run);
    if (seen.report != REPORT_COMPLETE)
        summary->duration_ms = run->wall_ms;
    free(malformed);
    summary_free(&reported);
}

/* The path in a record is UTF-8 whatever the file is called. */
static char *
repaired(const char *path)
{
    struct buffer text = { 0 };

    text_repair(&text, path, strlen(path));
    return buffer_take(&text);
}

static int
write_record(const struct cell_options *options, const struct cell_report *report)
{
    struct buffer record = { 0 };
    int result;

    report_record(&record, report);
    result = io_replace_file(options->output, record.data, record.size);
    if (result != 0)
        diag_errno(errno, "cannot write %s", options->output);
    buffer_free(&record);
    return result;
}

/* In one write, so that the lines of cells that end together do not mix. */
static int
print_line(const struct cell_report *report)
{
    struct buffer line = { 0 };
    int result;

    report_line(&line, report);
    result = io_write_all(STDOUT_FILENO, line.data, line.size);
    if (result != 0)
        diag_errno(errno, "stdout");
    buffer_free(&line);
    return result;
}

static int
exit_status(const struct cell_options *options, const struct supervised *run, const struct summary *summary)
{
    if (run->ended.how == ENDED_NOT_STARTED) {
        diag_error("cannot run %s: %s", options->worker[0], run->ended.reason);
        return run->not_found ? EXIT_NOT_FOUND : EXIT_CANNOT_RUN;
    }
    return options->fail && summary_has_failures(summary) ? EXIT_FAILURES : EXIT_OK;
}

static int
conclude(const struct cell_options *options, struct streams *streams, const struct supervised *run)
{
    struct summary summary = { 0 };
    char *tail = stderr_tail(options, streams);
    const struct cell_report report = {
        .options = options,
        .run = run,
        .summary = &summary,
        .protocol = protocol_name(streams->frame.is_complete ? PROTOCOL_FRAME : options->protocol),
        .stderr_tail = tail,
        .stdout_bytes = streams->stdout_bytes,
        .stderr_bytes = streams->stderr_capture.bytes,
    };
    int status = EXIT_IO;

    judge(&summary, options, streams, run, tail);
    free(summary.path);
    summary.path = repaired(options->path);
    if (write_record(options, &report) == 0) {
        supervise_release();
        status = exit_status(options, run, &summary);
        if (!options->quiet && print_line(&report) != 0)
            status = EXIT_IO;
    }
    summary_free(&summary);
    free(tail);
    return status;
}

int
cell_run(const struct cell_options *options)
{
    struct streams streams = { .stdout_bytes = 0 };
    struct supervised run;
    int status;

    capture_init(&streams.stderr_capture, STDERR_KEPT);
    if (!options->pass_jobserver && jobserver_hide() != 0) {
        diag_errno(errno, "environment");
        return EXIT_IO;
    }
    run_worker(options, &streams, &run);
    if (run.interrupted != 0)
        supervise_die_by(run.interrupted);
    status = conclude(options, &streams, &run);
    free(run.ended.reason);
    frame_free(&streams.frame);
    capture_free(&streams.stderr_capture);
    return status;
}
