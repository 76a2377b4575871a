/* json: a run for programs, schema "ori-merge/1": ori-merge(1). The counts of the run stand after all else. */
#include "record/json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "merge/report.h"

struct state {
    bool has_file; /* there is one already */
};

static void
add_counts(struct buffer *out, const uint64_t counts[OUTCOME_COUNT])
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        buffer_printf(out, "%s\"%s\": %" PRIu64, i > 0 ? ", " : "", outcome_counter((enum outcome)i), counts[i]);
}

static void
add_result(struct buffer *out, const struct test_result *result)
{
    buffer_add(out, "\n    {\"name\": ");
    json_add_string(out, result->name);
    buffer_printf(out, ", \"outcome\": \"%s\", \"message\": ", outcome_name(result->outcome));
    json_add_string(out, result->message);
    buffer_printf(out, ", \"duration_ms\": %" PRId64 ", \"flaky\": ", result->duration_ms);
    json_add_string(out, result->flaky);
    buffer_add(out, "}");
}

static void
add_results(struct report_page *page, const struct summary *summary)
{
    const char *comma = "";

    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        if (page->detail != REPORT_EVERYTHING && outcome_is_good(result->outcome) && result->flaky == NULL)
            continue;
        buffer_add(page->out, comma);
        add_result(page->out, result);
        drain_if_full(page->drain, page->out);
        comma = ",";
    }
}

/* A path of the user's may be no UTF-8, and what is told of a record may be cut within a character. */
static void
add_text(struct buffer *out, const char *text)
{
    struct buffer repaired = { 0 };

    text_repair(&repaired, text, strlen(text));
    json_add_string(out, buffer_text(&repaired));
    buffer_free(&repaired);
}

static void
tell_file(struct report_page *page, const struct gathered *file)
{
    const struct summary *summary = &file->record->summary;
    struct state *state = page->state;
    struct buffer *out = page->out;

    buffer_add(out, state->has_file ? ",\n  {\"path\": " : "\n  {\"path\": ");
    state->has_file = true;
    add_text(out, file->path);
    buffer_add(out, ", \"record\": ");
    add_text(out, file->file);
    buffer_printf(out, ", \"has_failures\": %s, \"lost\": ", summary_has_failures(summary) ? "true" : "false");
    if (file->lost != NULL)
        add_text(out, file->lost);
    else
        buffer_add(out, "null");
    buffer_add(out, ",\n   ");
    add_counts(out, summary->counts);
    buffer_printf(out, ", \"duration_ms\": %" PRId64 ", \"llvm_compile_error\": %s,\n   \"errors\": [",
                  summary->duration_ms, summary->llvm_compile_error ? "true" : "false");
    for (size_t i = 0; i < summary->error_count; i++) {
        buffer_add(out, i > 0 ? ", " : "");
        json_add_string(out, summary->errors[i]);
        drain_if_full(page->drain, out);
    }
    buffer_add(out, "], \"results\": [");
    add_results(page, summary);
    buffer_add(out, "]}");
}

static void
add_notes(struct report_page *page, const struct run *run, enum run_note_kind kind)
{
    const char *comma = "";

    for (size_t i = 0; i < run->note_count; i++) {
        if (run->notes[i].kind != kind)
            continue;
        buffer_add(page->out, comma);
        add_text(page->out, run->notes[i].text);
        drain_if_full(page->drain, page->out);
        comma = ", ";
    }
}

static void
begin(struct report_page *page)
{
    page->state = xcalloc(1, sizeof(struct state));
    buffer_add(page->out, "{\"schema\": \"ori-merge/1\",\n \"files\": [");
}

/* No text of anybody's follows the counts, so that they are the last of their names for whoever looks for these alone.
 */
static void
end(struct report_page *page, const struct run *run)
{
    struct buffer *out = page->out;

    buffer_add(out, "],\n \"run\": ");
    json_add_string(out, run->id);
    buffer_add(out, ",\n \"faults\": [");
    add_notes(page, run, RUN_FAULT);
    buffer_add(out, "],\n \"warnings\": [");
    add_notes(page, run, RUN_WARNING);
    buffer_printf(out, "],\n \"verdict\": \"%s\",\n ", gate_name(run_gate(run)));
    add_counts(out, run->counts);
    buffer_printf(out,
                  ",\n \"file_count\": %" PRIu64 ", \"failed_files\": %" PRIu64 ", \"lost\": %" PRIu64
                  ", \"errors\": %" PRIu64 ", \"flaky\": %" PRIu64 ", \"empty_files\": %" PRIu64
                  ", \"wall_ms\": %" PRId64 "}\n",
                  run->files, run->failed_files, run->lost, run->errors, run->flaky, run->empty_files, run->wall_ms);
    free(page->state);
}

const struct report report_json = {
    .name = "json",
    .help = "a report as JSON, in FILE or instead of the text",
    .begin = begin,
    .file = tell_file,
    .end = end,
};
