/* line: the one line that a cell prints when it ends. */
#include "cell/line.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"

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
line_result(struct buffer *out, const struct findings *findings)
{
    const struct summary *summary = &findings->attempt->summary;
    uint64_t flaky = summary_flaky(summary);

    buffer_printf(out, "%-5s ", line_word(summary));
    text_printable(out, summary->path, strlen(summary->path), NULL);
    buffer_add(out, "  ");
    add_outcome(out, summary);
    if (flaky > 0)
        buffer_printf(out, ", %" PRIu64 " flaky", flaky);
    buffer_printf(out, "  %.2f s\n", (double)findings->attempt->run.wall_ms / 1000);
}

void
line_timing(struct buffer *out, const struct findings *findings, int64_t written_us)
{
    const struct supervised *run = &findings->attempt->run;
    const struct {
        const char *name;
        int64_t us;
    } parts[] = {
        { "start", run->running_us - findings->begun_us },
        { "worker", run->died_us - run->running_us },
        { "drain", run->ended_us - run->died_us },
        { "record", written_us - run->ended_us },
    };

    buffer_add(out, "      ");
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        buffer_printf(out, "%s%s %.2f ms", i > 0 ? ", " : "", parts[i].name, (double)parts[i].us / 1000);
    buffer_add(out, "\n");
}
