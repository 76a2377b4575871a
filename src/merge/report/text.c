/* text: a run for people and for grep. No control character of a worker's is in it. The last lines are stable:
   ori-merge(1). */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/names.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "merge/report.h"

struct reason {
    char *text;
    uint64_t files;
};

struct state {
    bool is_headed; /* the file that is told of has its heading */
    bool has_told;  /* something stands above the last lines */
    struct names names;
    struct reason *reasons; /* why files do not compile: as many as names, each with the text that is the name */
    size_t capacity;
};

static const char indent[] = "      ";

static void
add_text(struct buffer *out, const char *text)
{
    text_printable(out, text, strlen(text), indent);
}

/* Begins a line that tells of the file, which has a heading if it has a line. */
static void
begin_line(struct report_page *page, const struct gathered *file, const char *word)
{
    struct state *state = page->state;

    drain_if_full(page->drain, page->out);
    if (!state->is_headed) {
        text_printable(page->out, file->path, strlen(file->path), NULL);
        buffer_add(page->out, "\n");
    }
    state->is_headed = true;
    state->has_told = true;
    buffer_printf(page->out, "  %s: ", word);
}

static void
add_line(struct report_page *page, const struct gathered *file, const char *word, const char *text)
{
    begin_line(page, file, word);
    add_text(page->out, text);
    buffer_add(page->out, "\n");
}

static void
add_result(struct report_page *page, const struct gathered *file, const struct test_result *result)
{
    const char *message = result->flaky != NULL ? result->flaky : result->message;

    begin_line(page, file, result->flaky != NULL ? "FLAKY" : outcome_word(result->outcome));
    add_text(page->out, result->name);
    if (message != NULL && message[0] != '\0') {
        buffer_add(page->out, " - ");
        add_text(page->out, message);
    }
    buffer_add(page->out, "\n");
}

static void
add_file(struct report_page *page, const struct gathered *file)
{
    const struct summary *summary = &file->record->summary;
    bool everything = page->detail == REPORT_EVERYTHING;

    if (file->lost != NULL) {
        add_line(page, file, "LOST", file->lost);
        return;
    }
    if (run_is_empty(summary))
        add_line(page, file, "EMPTY", "no tests");
    for (size_t i = 0; i < summary->result_count; i++)
        if (everything || outcome_is_failure(summary->results[i].outcome) || summary->results[i].flaky != NULL)
            add_result(page, file, &summary->results[i]);
    /* What a compiler says of a file that does not compile is told below, once for all such files. */
    if (!summary->llvm_compile_error || everything)
        for (size_t i = 0; i < summary->error_count; i++)
            add_line(page, file, "ERROR", summary->errors[i]);
}

/* Why the file does not compile: the first line of the compiler's first word on it. NULL when it does. */
static char *
compile_reason(const struct summary *summary)
{
    const char *text = NULL;

    if (summary->llvm_compile_error && summary->error_count > 0)
        text = summary->errors[0];
    for (size_t i = 0; text == NULL && i < summary->result_count; i++)
        if (summary->results[i].outcome == OUTCOME_LLVM_COMPILE_FAIL)
            text = summary->results[i].message;
    return text != NULL ? xstrndup(text, strcspn(text, "\n")) : NULL;
}

/* Counts one more file for the reason. TEXT is the state's from then on. */
static void
add_reason(struct state *state, char *text)
{
    size_t before = state->names.count;
    size_t place = names_add(&state->names, text);

    if (state->names.count == before) {
        state->reasons[place].files++;
        free(text);
        return;
    }
    if (before == state->capacity) {
        state->capacity = state->capacity > 0 ? 2 * state->capacity : 16;
        state->reasons = xreallocarray(state->reasons, state->capacity, sizeof *state->reasons);
    }
    state->reasons[place] = (struct reason){ text, 1 };
}

/* Most files first. */
static int
compare_reasons(const void *a, const void *b)
{
    const struct reason *left = a;
    const struct reason *right = b;

    if (left->files != right->files)
        return left->files > right->files ? -1 : 1;
    return strcmp(left->text, right->text);
}

static void
add_compile_failures(struct report_page *page)
{
    struct state *state = page->state;
    size_t count = state->names.count;

    if (count == 0)
        return;
    qsort(state->reasons, count, sizeof *state->reasons, compare_reasons);
    buffer_add(page->out, "LLVM compile failures:\n");
    for (size_t i = 0; i < count; i++) {
        const struct reason *reason = &state->reasons[i];

        buffer_printf(page->out, "  %" PRIu64 " %s: ", reason->files, reason->files == 1 ? "file" : "files");
        add_text(page->out, reason->text);
        buffer_add(page->out, "\n");
        drain_if_full(page->drain, page->out);
    }
    state->has_told = true;
}

static void
add_notes(struct report_page *page, const struct run *run)
{
    static const char *const words[] = { [RUN_FAULT] = "FAULT", [RUN_WARNING] = "WARNING" };
    struct state *state = page->state;

    if (run->note_count == 0)
        return;
    buffer_add(page->out, "The run as a whole:\n");
    for (size_t i = 0; i < run->note_count; i++) {
        buffer_printf(page->out, "  %s: ", words[run->notes[i].kind]);
        add_text(page->out, run->notes[i].text);
        buffer_add(page->out, "\n");
        drain_if_full(page->drain, page->out);
    }
    state->has_told = true;
}

static void
add_summary(struct buffer *out, const struct run *run)
{
    const uint64_t *counts = run->counts;

    buffer_printf(out,
                  "Test Summary:\n"
                  "  %" PRIu64 " passed, %" PRIu64 " failed, %" PRIu64 " skipped, %" PRIu64
                  " llvm compile fail, %" PRIu64 " backend crash\n"
                  "  %" PRIu64 " %s in %.2f s\n",
                  counts[OUTCOME_PASSED], counts[OUTCOME_FAILED],
                  counts[OUTCOME_SKIPPED] + counts[OUTCOME_SKIPPED_UNCHANGED], counts[OUTCOME_LLVM_COMPILE_FAIL],
                  counts[OUTCOME_BACKEND_CRASH], run->files, run->files == 1 ? "file" : "files",
                  (double)run->wall_ms / 1000);
    if (run->flaky > 0)
        buffer_printf(out, "  %" PRIu64 " flaky\n", run->flaky);
    buffer_printf(out, "\n%s\n", gate_name(run_gate(run)));
}

static void
begin(struct report_page *page)
{
    page->state = xcalloc(1, sizeof(struct state));
}

static void
tell_file(struct report_page *page, const struct gathered *file)
{
    struct state *state = page->state;
    char *reason;

    if (page->detail == REPORT_SUMMARY)
        return;
    state->is_headed = false;
    add_file(page, file);
    reason = compile_reason(&file->record->summary);
    if (reason != NULL)
        add_reason(state, reason);
}

static void
end(struct report_page *page, const struct run *run)
{
    struct state *state = page->state;

    if (page->detail != REPORT_SUMMARY) {
        add_compile_failures(page);
        add_notes(page, run);
    }
    if (state->has_told)
        buffer_add(page->out, "\n");
    add_summary(page->out, run);
    for (size_t i = 0; i < state->names.count; i++)
        free(state->reasons[i].text);
    free(state->reasons);
    names_free(&state->names);
    free(state);
}

const struct report report_text = {
    .name = "text",
    .help = "a report for people, in FILE; on stdout it is the default",
    .begin = begin,
    .file = tell_file,
    .end = end,
};
