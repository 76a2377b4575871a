/* report_text: a tally for people and for grep. */
#include "merge/report_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

static const char indent[] = "      ";

static void
add_text(struct buffer *out, const char *text)
{
    text_printable(out, text, strlen(text), indent);
}

static void
add_result(struct buffer *out, const struct test_result *result)
{
    const char *message = result->flaky != NULL ? result->flaky : result->message;

    buffer_printf(out, "  %s: ", result->flaky != NULL ? "FLAKY" : outcome_word(result->outcome));
    add_text(out, result->name);
    if (message != NULL && message[0] != '\0') {
        buffer_add(out, " - ");
        add_text(out, message);
    }
    buffer_add(out, "\n");
}

static void
add_line(struct buffer *out, const char *word, const char *text)
{
    buffer_printf(out, "  %s: ", word);
    add_text(out, text);
    buffer_add(out, "\n");
}

static void
add_file_lines(struct buffer *out, const struct tally_file *file, bool everything)
{
    if (file->lost != NULL) {
        add_line(out, "LOST", file->lost);
        return;
    }
    if (tally_is_empty(file))
        add_line(out, "EMPTY", "no tests");
    for (size_t i = 0; i < file->summary.result_count; i++)
        if (everything || outcome_is_failure(file->summary.results[i].outcome) ||
            file->summary.results[i].flaky != NULL)
            add_result(out, &file->summary.results[i]);
    /* What a compiler says of a file that does not compile is told below, once for all such files. */
    if (!file->summary.llvm_compile_error || everything)
        for (size_t i = 0; i < file->summary.error_count; i++)
            add_line(out, "ERROR", file->summary.errors[i]);
}

static void
add_file(struct buffer *out, const struct tally_file *file, bool everything)
{
    struct buffer told = { 0 };

    add_file_lines(&told, file, everything);
    if (told.size > 0) {
        text_printable(out, file->path, strlen(file->path), NULL);
        buffer_add(out, "\n");
        buffer_append(out, told.data, told.size);
    }
    buffer_free(&told);
}

struct reason {
    char *text;
    uint64_t files;
};

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

static int
compare_texts(const void *a, const void *b)
{
    return strcmp(((const struct reason *)a)->text, ((const struct reason *)b)->text);
}

static int
compare_files(const void *a, const void *b)
{
    const struct reason *left = a;
    const struct reason *right = b;

    if (left->files != right->files)
        return left->files > right->files ? -1 : 1;
    return strcmp(left->text, right->text);
}

/* Puts equal reasons together, most files first. */
static size_t
group(struct reason *reasons, size_t count)
{
    size_t kept = 0;

    qsort(reasons, count, sizeof *reasons, compare_texts);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && strcmp(reasons[kept - 1].text, reasons[i].text) == 0) {
            reasons[kept - 1].files++;
            free(reasons[i].text);
        } else {
            reasons[kept++] = reasons[i];
        }
    }
    qsort(reasons, kept, sizeof *reasons, compare_files);
    return kept;
}

static void
add_compile_failures(struct buffer *out, const struct tally *tally)
{
    struct reason *reasons;
    size_t count = 0;

    if (tally->uncompiled_files == 0)
        return;
    reasons = xcalloc((size_t)tally->uncompiled_files, sizeof *reasons);
    for (size_t i = 0; i < tally->count; i++) {
        char *text = compile_reason(&tally->files[i].summary);

        if (text != NULL)
            reasons[count++] = (struct reason){ text, 1 };
    }
    if (count > 0) {
        count = group(reasons, count);
        buffer_add(out, "LLVM compile failures:\n");
    }
    for (size_t i = 0; i < count; i++) {
        buffer_printf(out, "  %" PRIu64 " %s: ", reasons[i].files, reasons[i].files == 1 ? "file" : "files");
        add_text(out, reasons[i].text);
        buffer_add(out, "\n");
        free(reasons[i].text);
    }
    free(reasons);
}

static void
add_summary(struct buffer *out, const struct tally *tally, enum verdict verdict)
{
    const uint64_t *counts = tally->counts;

    buffer_printf(out,
                  "Test Summary:\n"
                  "  %" PRIu64 " passed, %" PRIu64 " failed, %" PRIu64 " skipped, %" PRIu64
                  " llvm compile fail, %" PRIu64 " backend crash\n"
                  "  %zu %s in %.2f s\n",
                  counts[OUTCOME_PASSED], counts[OUTCOME_FAILED],
                  counts[OUTCOME_SKIPPED] + counts[OUTCOME_SKIPPED_UNCHANGED], counts[OUTCOME_LLVM_COMPILE_FAIL],
                  counts[OUTCOME_BACKEND_CRASH], tally->count, tally->count == 1 ? "file" : "files",
                  (double)tally_wall_ms(tally) / 1000);
    if (tally->flaky > 0)
        buffer_printf(out, "  %" PRIu64 " flaky\n", tally->flaky);
    buffer_printf(out, "\n%s\n", tally_verdict_name(verdict));
}

void
report_text(struct buffer *out, const struct tally *tally, enum report_detail detail, enum verdict verdict)
{
    size_t before = out->size;

    if (detail != REPORT_SUMMARY) {
        for (size_t i = 0; i < tally->count; i++)
            add_file(out, &tally->files[i], detail == REPORT_EVERYTHING);
        add_compile_failures(out, tally);
    }
    if (out->size > before)
        buffer_add(out, "\n");
    add_summary(out, tally, verdict);
}
