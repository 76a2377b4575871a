/* report_json: a tally for programs. */
#include "merge/report_json.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "record/json.h"

static void
add_counts(struct buffer *out, const uint64_t counts[OUTCOME_COUNT])
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        buffer_printf(out, "%s\"%s\": %" PRIu64, i > 0 ? ", " : "", outcome_counter((enum outcome)i), counts[i]);
}

static void
add_results(struct buffer *out, const struct summary *summary, bool everything)
{
    const char *comma = "";

    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        if (!everything && outcome_is_good(result->outcome) && result->flaky == NULL)
            continue;
        buffer_printf(out, "%s\n    {\"name\": ", comma);
        json_add_string(out, result->name);
        buffer_printf(out, ", \"outcome\": \"%s\", \"message\": ", outcome_name(result->outcome));
        json_add_string(out, result->message);
        buffer_printf(out, ", \"duration_ms\": %" PRId64 ", \"flaky\": ", result->duration_ms);
        json_add_string(out, result->flaky);
        buffer_add(out, "}");
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
add_file(struct buffer *out, const struct tally_file *file, bool everything)
{
    const struct summary *summary = &file->summary;

    buffer_add(out, "\n  {\"path\": ");
    add_text(out, file->path);
    buffer_add(out, ", \"record\": ");
    add_text(out, file->record);
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
    }
    buffer_add(out, "], \"results\": [");
    add_results(out, summary, everything);
    buffer_add(out, "]}");
}

void
report_json(struct buffer *out, const struct tally *tally, bool everything, enum verdict verdict)
{
    buffer_add(out, "{\"schema\": \"ori-merge/1\", \"run\": ");
    json_add_string(out, tally->run);
    buffer_printf(out, ", \"verdict\": \"%s\",\n ", tally_verdict_name(verdict));
    add_counts(out, tally->counts);
    buffer_printf(out,
                  ",\n \"file_count\": %zu, \"failed_files\": %" PRIu64 ", \"lost\": %" PRIu64 ", \"errors\": %" PRIu64
                  ", \"flaky\": %" PRIu64 ", \"empty_files\": %" PRIu64 ", \"wall_ms\": %" PRId64 ",\n \"faults\": [",
                  tally->count, tally->failed_files, tally->lost, tally->errors, tally->flaky, tally->empty_files,
                  tally_wall_ms(tally));
    for (size_t i = 0; i < tally->fault_count; i++) {
        buffer_add(out, i > 0 ? ", " : "");
        add_text(out, tally->faults[i]);
    }
    buffer_add(out, "],\n \"files\": [");
    for (size_t i = 0; i < tally->count; i++) {
        buffer_add(out, i > 0 ? "," : "");
        add_file(out, &tally->files[i], everything);
    }
    buffer_add(out, "]}\n");
}
