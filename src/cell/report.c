/* report: the record that a cell writes, and the one line it prints. */
#include <config.h>

#include "cell/report.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/signame.h"
#include "base/text.h"
#include "record/json.h"
#include "record/record.h"

/* Bytes from outside as a JSON string. */
static void
add_bytes(struct buffer *out, const char *bytes, size_t count)
{
    struct buffer text = { 0 };

    text_repair(&text, bytes, count);
    json_add_string(out, buffer_text(&text));
    buffer_free(&text);
}

static void
add_worker(struct buffer *out, char *const *argv)
{
    buffer_add(out, "\"worker\": [");
    for (int i = 0; argv[i] != NULL; i++) {
        if (i > 0)
            buffer_add(out, ", ");
        add_bytes(out, argv[i], strlen(argv[i]));
    }
    buffer_add(out, "]");
}

static void
add_host(struct buffer *out)
{
    char host[256];

    if (gethostname(host, sizeof host) != 0)
        host[0] = '\0';
    host[sizeof host - 1] = '\0';
    buffer_add(out, ", \"host\": ");
    add_bytes(out, host, strlen(host));
}

/* Either the signal it died by or the status it exited with. */
static void
add_death(struct buffer *out, const struct ended *ended)
{
    char name[SIGNAME_TEXT];

    if (ended->survived)
        buffer_add(out, ", \"survived\": true");
    else if (ended->term_signal != 0)
        buffer_printf(out, ", \"signal\": %d, \"name\": \"%s\", \"core_dumped\": %s", ended->term_signal,
                      signame_format(ended->term_signal, name), ended->core_dumped ? "true" : "false");
    else
        buffer_printf(out, ", \"code\": %d", ended->exit_code);
}

static void
add_ended(struct buffer *out, const struct ended *ended)
{
    buffer_printf(out, "\"ended\": {\"how\": \"%s\"", ended_name(ended->how));
    switch (ended->how) {
    case ENDED_NOT_STARTED:
        if (ended->reason != NULL) {
            buffer_add(out, ", \"reason\": ");
            json_add_string(out, ended->reason);
        }
        break;
    case ENDED_TIMED_OUT:
        buffer_printf(out, ", \"after_ms\": %" PRId64, ended->after_ms);
        add_death(out, ended);
        break;
    case ENDED_EXITED:
    case ENDED_SIGNALED:
        add_death(out, ended);
        break;
    }
    buffer_add(out, "}");
}

static void
add_started_at(struct buffer *out, const struct timespec *at)
{
    char text[32];
    struct tm utc;

    if (gmtime_r(&at->tv_sec, &utc) == NULL || strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc) == 0)
        buffer_add(out, ",\n  \"started_at\": null");
    else
        buffer_printf(out, ",\n  \"started_at\": \"%s.%03ldZ\"", text, at->tv_nsec / 1000000);
}

static long long
timeval_ms(const struct timeval *time)
{
    return (long long)time->tv_sec * 1000 + time->tv_usec / 1000;
}

/* ru_maxrss is in KiB on Linux and the BSDs. */
static void
add_usage(struct buffer *out, const struct supervised *run)
{
    const struct memory_use *memory = &run->containment.memory;

    buffer_printf(out, ", \"wall_ms\": %" PRId64 ", \"user_ms\": %lld, \"system_ms\": %lld, \"max_rss_kib\": %ld",
                  run->wall_ms, timeval_ms(&run->usage.ru_utime), timeval_ms(&run->usage.ru_stime),
                  run->usage.ru_maxrss);
    if (memory->max_bytes >= 0)
        buffer_printf(out, ", \"max_memory_kib\": %" PRId64, memory->max_bytes / 1024);
    if (memory->oom_kills > 0)
        buffer_printf(out, ", \"oom_kills\": %" PRIu64, memory->oom_kills);
}

static void
add_tail(struct buffer *out, const char *tail)
{
    buffer_add(out, "\"stderr_tail\": [");
    while (*tail != '\0') {
        size_t length = strcspn(tail, "\n");

        add_bytes(out, tail, length);
        tail += length;
        if (*tail == '\n') {
            buffer_add(out, ", ");
            tail++;
        }
    }
    buffer_add(out, "]");
}

static void
add_leaks(struct buffer *out, const struct leaks *leaks)
{
    if (leaks->count == 0)
        return;
    buffer_printf(out, ",\n  \"leaked_count\": %zu, \"leaked\": [", leaks->count);
    for (size_t i = 0; i < leaks->count && i < LEAKS_KEPT; i++) {
        buffer_printf(out, "%s{\"pid\": %ld, \"command\": ", i > 0 ? ", " : "", (long)leaks->list[i].pid);
        add_bytes(out, leaks->list[i].command, strlen(leaks->list[i].command));
        buffer_add(out, "}");
    }
    buffer_add(out, "]");
}

/* What held the family, and what reached the cell meanwhile. */
static void
add_containment(struct buffer *out, const struct supervised *run)
{
    char name[SIGNAME_TEXT];

    buffer_printf(out, ",\n  \"containment\": [\"%s\"%s%s]", run->containment.adopts ? "subreaper" : "group",
                  run->containment.in_namespace ? ", \"pid\"" : "", run->containment.in_cgroup ? ", \"cgroup\"" : "");
    if (run->continued > 0)
        buffer_printf(out, ", \"stopped\": %" PRIu64, run->continued);
    if (run->ignored_count == 0)
        return;
    buffer_add(out, ", \"signals_ignored\": [");
    for (size_t i = 0; i < run->ignored_count; i++)
        buffer_printf(out, "%s{\"signal\": \"%s\", \"sender\": %ld, \"count\": %" PRIu64 "}", i > 0 ? ", " : "",
                      signame_format(run->ignored[i].number, name), (long)run->ignored[i].sender,
                      run->ignored[i].count);
    buffer_add(out, "]");
}

/* One stream's text: its first and last KEEP bytes, or all of it in "head" if it is that short. */
static void
add_text(struct buffer *out, const char *name, const struct capture *text, size_t keep)
{
    bool is_short = text->bytes <= 2 * (uint64_t)keep;
    struct buffer tail = { 0 };

    capture_last(text, is_short ? 2 * keep : keep, &tail);
    buffer_printf(out, "\"%s\": {\"head\": ", name);
    if (is_short) { /* in one piece, so that no character is cut in two */
        add_bytes(out, tail.data, tail.size);
        buffer_add(out, ", \"omitted_bytes\": 0, \"tail\": \"\"}");
    } else {
        add_bytes(out, text->head.data, text->head.size);
        buffer_printf(out, ", \"omitted_bytes\": %" PRIu64 ", \"tail\": ", text->bytes - text->head.size - tail.size);
        add_bytes(out, tail.data, tail.size);
        buffer_add(out, "}");
    }
    buffer_free(&tail);
}

/* What the worker printed is of interest when something went wrong. */
static void
add_output(struct buffer *out, const struct cell_report *report)
{
    const struct attempt *attempt = report->attempt;

    if (report->options->keep_output == 0 || !summary_has_failures(&attempt->summary))
        return;
    buffer_add(out, ",\n  \"output\": {");
    add_text(out, "stdout", &attempt->stdout_text, report->options->keep_output);
    buffer_add(out, ", ");
    add_text(out, "stderr", &attempt->stderr_text, report->options->keep_output);
    buffer_add(out, "}");
}

static void
add_attempts(struct buffer *out, const struct attempts *attempts)
{
    if (attempts->count < 2)
        return;
    buffer_add(out, ",\n  \"attempts\": [");
    for (size_t i = 0; i < attempts->count; i++) {
        const struct attempt_note *note = &attempts->notes[i];

        buffer_printf(out, "%s\n   {\"reason\": \"%s\", ", i > 0 ? "," : "", attempts_reason_name(note->reason));
        add_ended(out, &note->ended);
        buffer_printf(out, ", \"wall_ms\": %" PRId64, note->wall_ms);
        for (int k = 0; k < OUTCOME_COUNT; k++)
            buffer_printf(out, ", \"%s\": %" PRIu64, outcome_counter((enum outcome)k), note->counts[k]);
        buffer_printf(out, ", \"errors\": %zu, \"message\": ", note->errors);
        json_add_string(out, note->message);
        buffer_add(out, "}");
    }
    buffer_add(out, "]");
}

static void
add_backtrace(struct buffer *out, const struct buffer *backtrace)
{
    if (backtrace == NULL)
        return;
    buffer_add(out, ",\n  \"backtrace\": ");
    add_bytes(out, backtrace->data, backtrace->size);
}

/* How long the cell itself has taken so far: all but the time in which its last worker ran. */
static int64_t
overhead_us(const struct cell_report *report)
{
    const struct supervised *run = &report->attempt->run;

    return clock_us() - report->begun_us - (run->died_us - run->running_us);
}

void
report_record(struct buffer *out, const struct cell_report *report, const struct drain *drain)
{
    const struct cell_options *options = report->options;
    const struct attempt *attempt = report->attempt;

    record_begin(out, options->run, &attempt->summary, drain);
    buffer_add(out, ",\n \"cell\": {\"version\": \"" PACKAGE_VERSION "\", ");
    add_worker(out, options->worker);
    add_host(out);
    buffer_printf(out, ", \"protocol\": \"%s\",\n  ", protocol_name(attempt->protocol));
    add_ended(out, &attempt->run.ended);
    add_started_at(out, &attempt->run.started_at);
    add_usage(out, &attempt->run);
    if (report->attempts->count == 1)
        buffer_printf(out, ", \"overhead_us\": %" PRId64, overhead_us(report));
    buffer_printf(out, ",\n  \"stdout_bytes\": %" PRIu64 ", \"stderr_bytes\": %" PRIu64 ", ", attempt->stdout_bytes,
                  attempt->stderr_text.bytes);
    add_tail(out, attempt->stderr_tail);
    add_containment(out, &attempt->run);
    add_leaks(out, &attempt->run.containment.leaks);
    add_attempts(out, report->attempts);
    add_output(out, report);
    add_backtrace(out, report->backtrace);
    buffer_printf(out, ",\n  \"limits\": {\"timeout_ms\": %" PRId64, options->timeout_ms);
    limits_write(out, &options->limits);
    buffer_add(out, "}}}\n");
}

/* The first line of a message, printable. */
static void
add_first_line(struct buffer *out, const char *message)
{
    text_printable(out, message, strcspn(message, "\n"), NULL);
}

static const char *
crash_message(const struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++)
        if (summary->results[i].outcome == OUTCOME_BACKEND_CRASH)
            return summary->results[i].message;
    return "";
}

static void
add_count(struct buffer *out, uint64_t count, uint64_t total, const char *what)
{
    buffer_printf(out, "%" PRIu64 " of %" PRIu64 " %s %s", count, total, total == 1 ? "test" : "tests", what);
}

static bool
is_all_skipped(const struct summary *summary)
{
    uint64_t skipped = summary->counts[OUTCOME_SKIPPED] + summary->counts[OUTCOME_SKIPPED_UNCHANGED];

    return skipped > 0 && skipped == summary_total(summary);
}

static void
add_outcome(struct buffer *out, const struct summary *summary)
{
    uint64_t total = summary_total(summary);
    uint64_t uncompiled = summary->counts[OUTCOME_LLVM_COMPILE_FAIL];

    if (summary->counts[OUTCOME_BACKEND_CRASH] > 0)
        add_first_line(out, crash_message(summary));
    else if (summary->counts[OUTCOME_FAILED] > 0)
        add_count(out, summary->counts[OUTCOME_FAILED], total, "failed");
    else if (summary->error_count > 0)
        add_first_line(out, summary->errors[summary->error_count - 1]);
    else if (uncompiled > 0)
        add_count(out, uncompiled, total, "did not compile");
    else
        buffer_printf(out, "%" PRIu64 " %s%s", total, total == 1 ? "test" : "tests",
                      is_all_skipped(summary) ? " skipped" : "");
}

static const char *
line_word(const struct summary *summary)
{
    if (summary->counts[OUTCOME_BACKEND_CRASH] > 0)
        return "CRASH";
    if (summary->counts[OUTCOME_FAILED] > 0)
        return "FAIL";
    if (summary_has_failures(summary))
        return "ERROR";
    if (summary->counts[OUTCOME_LLVM_COMPILE_FAIL] > 0 || summary->error_count > 0)
        return "LCF";
    if (is_all_skipped(summary))
        return "SKIP";
    return summary_total(summary) > 0 ? "PASS" : "EMPTY";
}

void
report_line(struct buffer *out, const struct cell_report *report)
{
    const struct summary *summary = &report->attempt->summary;
    uint64_t flaky = summary_flaky(summary);

    buffer_printf(out, "%-5s ", line_word(summary));
    text_printable(out, summary->path, strlen(summary->path), NULL);
    buffer_add(out, "  ");
    add_outcome(out, summary);
    if (flaky > 0)
        buffer_printf(out, ", %" PRIu64 " flaky", flaky);
    buffer_printf(out, "  %.2f s\n", (double)report->attempt->run.wall_ms / 1000);
}

void
report_timing(struct buffer *out, const struct cell_report *report, int64_t written_us)
{
    const struct supervised *run = &report->attempt->run;
    const struct {
        const char *name;
        int64_t us;
    } parts[] = {
        { "start", run->running_us - report->begun_us },
        { "worker", run->died_us - run->running_us },
        { "drain", run->ended_us - run->died_us },
        { "record", written_us - run->ended_us },
    };

    buffer_add(out, "      ");
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        buffer_printf(out, "%s%s %.2f ms", i > 0 ? ", " : "", parts[i].name, (double)parts[i].us / 1000);
    buffer_add(out, "\n");
}
