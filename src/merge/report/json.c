/* json: a run for programs, schema "ori-merge/1": ori-merge(1). The counts of the run stand after all else, so that
   they are the last of their names for whoever looks for these alone. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "merge/report.h"
#include "record/writer.h"

static void
write_counts(struct writer *writer, const uint64_t counts[OUTCOME_COUNT])
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        writer_count(writer, outcome_counter((enum outcome)i), counts[i]);
}

static void
write_result(struct writer *writer, const struct test_result *result)
{
    writer_object(writer, NULL, false);
    writer_string(writer, "name", result->name);
    writer_string(writer, "outcome", outcome_name(result->outcome));
    writer_string(writer, "message", result->message);
    writer_number(writer, "duration_ms", result->duration_ms);
    writer_string(writer, "flaky", result->flaky);
    writer_end_object(writer);
}

static void
write_results(struct writer *writer, const struct summary *summary, enum report_detail detail)
{
    writer_array(writer, "results", true);
    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        if (detail == REPORT_EVERYTHING || !outcome_is_good(result->outcome) || result->flaky != NULL)
            write_result(writer, result);
    }
    writer_end_array(writer);
}

/* A path of the user's may be no UTF-8, and what is told of a record may be cut within a character. */
static void
write_text(struct writer *writer, const char *name, const char *text)
{
    if (text != NULL)
        writer_bytes(writer, name, text, strlen(text));
    else
        writer_null(writer, name);
}

static void
tell_file(struct report_page *page, const struct gathered *file)
{
    const struct summary *summary = &file->record->summary;
    struct writer *writer = page->state;

    writer_object(writer, NULL, false);
    write_text(writer, "path", file->path);
    write_text(writer, "record", file->file);
    writer_boolean(writer, "has_failures", summary_has_failures(summary));
    write_text(writer, "lost", file->lost);
    writer_break(writer);
    write_counts(writer, summary->counts);
    writer_number(writer, "duration_ms", summary->duration_ms);
    writer_boolean(writer, "llvm_compile_error", summary->llvm_compile_error);
    writer_break(writer);
    writer_array(writer, "errors", false);
    for (size_t i = 0; i < summary->error_count; i++)
        writer_string(writer, NULL, summary->errors[i]);
    writer_end_array(writer);
    write_results(writer, summary, page->detail);
    writer_end_object(writer);
}

static void
write_notes(struct writer *writer, const char *name, const struct run *run, enum run_note_kind kind)
{
    writer_break(writer);
    writer_array(writer, name, false);
    for (size_t i = 0; i < run->note_count; i++)
        if (run->notes[i].kind == kind)
            write_text(writer, NULL, run->notes[i].text);
    writer_end_array(writer);
}

static void
begin(struct report_page *page)
{
    struct writer *writer = xcalloc(1, sizeof *writer);

    page->state = writer;
    writer_init(writer, page->out, page->drain);
    writer_object(writer, NULL, false);
    writer_string(writer, "schema", "ori-merge/1");
    writer_break(writer);
    writer_array(writer, "files", true);
}

static void
end(struct report_page *page, const struct run *run)
{
    struct writer *writer = page->state;

    writer_end_array(writer);
    writer_break(writer);
    writer_string(writer, "run", run->id);
    write_notes(writer, "faults", run, RUN_FAULT);
    write_notes(writer, "warnings", run, RUN_WARNING);
    writer_break(writer);
    writer_string(writer, "verdict", gate_name(run_gate(run)));
    writer_break(writer);
    write_counts(writer, run->counts);
    writer_break(writer);
    writer_count(writer, "file_count", run->files);
    writer_count(writer, "failed_files", run->failed_files);
    writer_count(writer, "lost", run->lost);
    writer_count(writer, "errors", run->errors);
    writer_count(writer, "flaky", run->flaky);
    writer_count(writer, "empty_files", run->empty_files);
    writer_number(writer, "wall_ms", run->wall_ms);
    writer_end_object(writer);
    buffer_add(page->out, "\n");
    free(writer);
}

const struct report report_json = {
    .name = "json",
    .help = "a report as JSON, in FILE or instead of the text",
    .begin = begin,
    .file = tell_file,
    .end = end,
};
