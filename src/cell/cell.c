/* cell: one test file, one record: the attempts that the options ask for, and what they come to. */
#include "cell/cell.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/outfile.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cell/attempt.h"
#include "cell/attempts.h"
#include "cell/findings.h"
#include "cell/line.h"
#include "cell/oncrash.h"
#include "cell/rest.h"
#include "process/environment.h"
#include "process/jobserver.h"
#include "process/signals.h"
#include "process/supervise.h"

enum { WRITING_MS = 60000 }; /* for what is written last; whoever should read it may not */

struct cell {
    const struct cell_options *options;
    struct attempt attempt; /* the last one */
    struct attempts attempts;
    struct environment environment; /* the worker's */
    struct buffer backtrace;
    bool has_backtrace;
    int64_t begun_us;
    int64_t ends_us; /* when --total-timeout is over; 0 for never */
    struct outfile record;
};

/* Ends the cell if a signal has asked for it; the family is gone already. */
static void
stop_if(struct cell *cell, int interrupted)
{
    if (interrupted == 0)
        return;
    outfile_abandon(&cell->record);
    signals_die_by(interrupted);
}

static void
run_once(struct cell *cell, enum facts_reason reason)
{
    const struct cell_options *options = cell->options;

    const struct attempt_request request = { options->worker, cell->environment.list, cell->ends_us };

    attempt_run(&cell->attempt, options, &request);
    stop_if(cell, cell->attempt.run.interrupted);
    attempts_note(&cell->attempts, reason, &cell->attempt);
    if (cell->attempt.backtrace.size > 0 && !cell->has_backtrace) {
        buffer_append(&cell->backtrace, cell->attempt.backtrace.data, cell->attempt.backtrace.size);
        cell->has_backtrace = true;
    }
    if (options->on_crash != NULL && !cell->has_backtrace && oncrash_is_due(&cell->attempt)) {
        stop_if(cell, oncrash_run(&cell->backtrace, options, &cell->attempt, &request));
        cell->has_backtrace = true;
    }
    if (options->rerun_rest)
        rest_run(&cell->attempt, &cell->attempts, options, &request);
    stop_if(cell, cell->attempt.run.interrupted);
}

/* Whether something happened that is to be tried again. */
static bool
may_retry(const struct cell_options *options, const struct attempt *attempt)
{
    const struct summary *summary = &attempt->summary;
    bool timed_out = attempt->run.ended.how == ENDED_TIMED_OUT;

    if (attempt->run.ended.how == ENDED_NOT_STARTED)
        return false;
    if ((options->retry_on & RETRY_ON_TIMEOUT) != 0 && timed_out)
        return true;
    if ((options->retry_on & RETRY_ON_CRASH) != 0 && !timed_out && summary->counts[OUTCOME_BACKEND_CRASH] > 0)
        return true;
    return (options->retry_on & RETRY_ON_FAIL) != 0 && summary_has_failures(summary) &&
           summary->counts[OUTCOME_BACKEND_CRASH] == 0;
}

static void
run_all(struct cell *cell)
{
    const struct cell_options *options = cell->options;

    run_once(cell, FACTS_FIRST);
    for (size_t retry = 0; retry < options->retries && may_retry(options, &cell->attempt); retry++) {
        if (cell->ends_us != 0 && clock_us() >= cell->ends_us) {
            summary_add_fault(&cell->attempt.summary, "--total-timeout left no time for another attempt");
            break;
        }
        attempts_keep(&cell->attempts, &cell->attempt);
        attempt_free(&cell->attempt);
        run_once(cell, FACTS_RETRY);
    }
    attempts_conclude(&cell->attempts, &cell->attempt.summary);
}

/* The path in a record is UTF-8 whatever the file is called. */
static char *
repaired(const char *path)
{
    struct buffer text = { 0 };

    text_repair(&text, path, strlen(path));
    return buffer_take(&text);
}

static void
abandon_record(void *record)
{
    outfile_abandon(record);
}

/* Before anything is run: what is wrong with the record's place is told, and no old record is there any more. */
static int
open_record(struct outfile *record, const char *name)
{
    if (outfile_open(record, name, OUTFILE_REMOVE_OLD) == 0) {
        xalloc_before_exit(abandon_record, record);
        return 0;
    }
    diag_errno(errno, "cannot write %s", name);
    return -1;
}

static void
drain_record(void *record, struct buffer *full)
{
    (void)full; /* is the record's own */
    outfile_drain(record);
}

static int
write_record(struct outfile *record, const struct findings *findings)
{
    const struct drain drain = { drain_record, record };

    findings_record(outfile_buffer(record), findings, &drain);
    outfile_drain(record);
    if (outfile_commit(record) == 0)
        return 0;
    diag_errno(errno, "cannot write %s", findings->options->output);
    return -1;
}

/* In one write, so that the lines of cells that end together do not mix. */
static int
print_line(const struct findings *findings, int64_t written_us)
{
    struct buffer line = { 0 };
    int result;

    if (!findings->options->quiet)
        line_result(&line, findings);
    if (findings->options->timing)
        line_timing(&line, findings, written_us);
    result = io_write_all(STDOUT_FILENO, line.data, line.size);
    if (result != 0)
        diag_errno(errno, "stdout");
    buffer_free(&line);
    return result;
}

static int
exit_status(const struct cell_options *options, const struct attempt *attempt)
{
    const struct supervised *run = &attempt->run;

    if (run->ended.how == ENDED_NOT_STARTED) {
        diag_error("cannot run %s: %s", options->worker[0], run->ended.reason);
        return run->not_found ? EXIT_NOT_FOUND : EXIT_CANNOT_RUN;
    }
    return options->fail && summary_has_failures(&attempt->summary) ? EXIT_FAILURES : EXIT_OK;
}

static int
conclude(struct cell *cell)
{
    const struct cell_options *options = cell->options;
    const struct findings findings = {
        .options = options,
        .attempt = &cell->attempt,
        .attempts = &cell->attempts,
        .backtrace = cell->has_backtrace ? &cell->backtrace : NULL,
        .begun_us = cell->begun_us,
    };
    struct summary *summary = &cell->attempt.summary;
    int status = EXIT_IO;

    free(summary->path);
    summary->path = repaired(options->path);
    signals_release();
    signals_bound(WRITING_MS, EXIT_IO, "ori-cell: the record or the line could not be written in a minute\n");
    if (write_record(&cell->record, &findings) == 0) {
        int64_t written_us = options->timing ? clock_us() : 0;

        status = exit_status(options, &cell->attempt);
        if (print_line(&findings, written_us) != 0)
            status = EXIT_IO;
    }
    return status;
}

int
cell_run(const struct cell_options *options)
{
    struct cell cell = { .options = options, .begun_us = clock_us() };
    int status;

    if (options->total_timeout_ms > 0)
        cell.ends_us = cell.begun_us + options->total_timeout_ms * 1000;
    if (open_record(&cell.record, options->output) != 0)
        return EXIT_IO;
    environment_init(&cell.environment);
    if (!options->pass_jobserver)
        jobserver_hide(&cell.environment);
    run_all(&cell);
    status = conclude(&cell);
    xalloc_before_exit(NULL, NULL);
    attempt_free(&cell.attempt);
    attempts_free(&cell.attempts);
    environment_free(&cell.environment);
    buffer_free(&cell.backtrace);
    return status;
}
