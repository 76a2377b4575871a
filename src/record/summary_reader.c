/* summary_reader: reads a summary member by member. Each text is put where it stays, in room of its size: there is no
   copy between the JSON and the summary. */
#include "record/summary_reader.h"

#include <stdlib.h>

#include "base/xalloc.h"

/* The order is that of names, and of the outcomes from MEMBER_COUNTERS on. */
enum {
    MEMBER_PATH,
    MEMBER_RESULTS,
    MEMBER_DURATION,
    MEMBER_ERRORS,
    MEMBER_COMPILE_ERROR,
    MEMBER_FLAKY,
    MEMBER_COUNTERS
};

static const char *const members[] = {
    "path",
    "results",
    "duration_ms",
    "errors",
    "llvm_compile_error",
    "flaky",
    "passed",
    "failed",
    "skipped",
    "skipped_unchanged",
    "llvm_compile_fail",
    "backend_crash",
    NULL,
};

/* Whether a part of a result is of the type. */
static bool
expect(struct pull *pull, enum pull_type type, size_t index, const char *part)
{
    char *what;
    bool is;

    if (pull_peek(pull) == type)
        return true;
    what = xasprintf("results[%zu]%s", index, part);
    is = pull_expect(pull, type, what);
    free(what);
    return is;
}

static const char *
keep(struct arena *texts, const struct pull_text *text)
{
    char *copy;

    if (text->size == 0)
        return "";
    copy = arena_get(texts, text->size + 1);
    pull_text_copy(text, copy);
    copy[text->size] = '\0';
    return copy;
}

/* Reads the rest of an array of strings, of which there are *COUNT, into one text: each with SEPARATOR after it, the
   last one with a NUL. It is read twice, first for the size. */
static const char *
read_texts(struct pull *pull, struct arena *texts, char separator, const char *what, uint32_t *count)
{
    const struct pull before = *pull;
    struct pull_text text;
    size_t size = 0;
    char *joined;
    char *next;

    *count = 0;
    while (pull_item(pull) && pull_expect(pull, PULL_STRING, what)) {
        pull_string(pull, &text);
        size += text.size + 1;
        ++*count;
    }
    if (pull->why != NULL || *count == 0)
        return "";
    joined = next = arena_get(texts, size);
    *pull = before;
    while (pull_item(pull)) {
        pull_string(pull, &text);
        pull_text_copy(&text, next);
        next += text.size;
        *next++ = separator;
    }
    next[-1] = '\0';
    return joined;
}

static void
read_targets(struct summary_reader *reader, struct pull *pull, struct test_result *result, size_t index)
{
    if (expect(pull, PULL_ARRAY, index, ".targets") && pull_enter(pull))
        result->targets = read_texts(pull, &reader->summary->texts, '\0', "an entry of targets", &result->target_count);
}

static void
read_type(struct pull *pull, enum outcome *outcome, size_t index)
{
    struct pull_text text;
    char *type;

    if (!expect(pull, PULL_STRING, index, ".outcome.type"))
        return;
    pull_string(pull, &text);
    if (pull->why != NULL)
        return;
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        *outcome = (enum outcome)i;
        if (!text.has_nul && pull_text_is(&text, outcome_name(*outcome)))
            return;
    }
    type = pull_text_take(&text);
    pull_refuse(pull, text.at, "results[%zu] has the unknown outcome '%.40s'", index, type);
    free(type);
}

/* The message is where it stands; it is left there unless the outcome has one. */
static void
read_outcome(struct pull *pull, enum outcome *outcome, struct pull_text *message, size_t index)
{
    static const char *const names[] = { "type", "message", NULL };
    struct pull_text name;
    uint32_t seen = 0;
    size_t begin;

    if (!expect(pull, PULL_OBJECT, index, ".outcome"))
        return;
    begin = pull->at;
    (void)pull_enter(pull);
    while (pull_member(pull, &name)) {
        int member = pull_known(pull, &name, names, &seen);

        if (member == 0)
            read_type(pull, outcome, index);
        else if (member == 1 && pull_peek(pull) != PULL_NULL && expect(pull, PULL_STRING, index, ".outcome.message"))
            pull_string(pull, message);
        else
            pull_skip(pull);
    }
    if ((seen & 1) == 0)
        pull_refuse(pull, begin, "results[%zu] has no outcome.type", index);
}

static int64_t
read_duration(struct pull *pull)
{
    int64_t ms = pull_number(pull);

    return ms > 0 ? ms : 0;
}

static void
read_flaky(struct summary_reader *reader, struct pull *pull, struct test_result *result)
{
    struct pull_text text;

    if (!reader->keeps_flaky || pull_peek(pull) != PULL_STRING) {
        pull_skip(pull);
        return;
    }
    pull_string(pull, &text);
    if (pull->why == NULL)
        result->flaky = pull_text_take(&text);
}

static void
read_result_members(struct summary_reader *reader, struct pull *pull, struct test_result *result, size_t index)
{
    enum { NAME, OUTCOME, TARGETS, DURATION, FLAKY };
    static const char *const names[] = { "name", "outcome", "targets", "duration_ms", "flaky", NULL };
    struct pull_text message = { .raw = "", .is_plain = true };
    struct pull_text text;
    uint32_t seen = 0;
    size_t begin = pull->at;

    (void)pull_enter(pull);
    while (pull_member(pull, &text)) {
        int member = pull_known(pull, &text, names, &seen);

        if (member == NAME && expect(pull, PULL_STRING, index, ".name")) {
            pull_string(pull, &text);
            result->name = keep(&reader->summary->texts, &text);
        } else if (member == OUTCOME) {
            read_outcome(pull, &result->outcome, &message, index);
        } else if (member == TARGETS) {
            read_targets(reader, pull, result, index);
        } else if (member == DURATION && expect(pull, PULL_NUMBER, index, ".duration_ms")) {
            result->duration_ms = read_duration(pull);
        } else if (member == FLAKY) {
            read_flaky(reader, pull, result);
        } else {
            pull_skip(pull);
        }
    }
    if ((seen >> NAME & 1) == 0)
        pull_refuse(pull, begin, "results[%zu] has no name", index);
    if ((seen >> OUTCOME & 1) == 0)
        pull_refuse(pull, begin, "results[%zu] has no outcome.type", index);
    if (pull->why == NULL && outcome_has_message(result->outcome))
        result->message = keep(&reader->summary->texts, &message);
}

static void
read_results(struct summary_reader *reader, struct pull *pull)
{
    size_t index = 0;

    if (!pull_expect(pull, PULL_ARRAY, "results") || !pull_enter(pull))
        return;
    for (; pull_item(pull); index++) {
        struct test_result result = { .name = "" };

        if (!expect(pull, PULL_OBJECT, index, ""))
            return;
        read_result_members(reader, pull, &result, index);
        if (pull->why != NULL) {
            free(result.flaky);
            return;
        }
        *summary_new_result(reader->summary, result.outcome) = result;
    }
}

static void
read_errors(struct summary_reader *reader, struct pull *pull)
{
    static const char what[] = "an entry of errors";
    struct summary *summary = reader->summary;
    bool more = true;
    struct pull_text text;
    const char *rest;
    uint32_t count;

    if (!pull_expect(pull, PULL_ARRAY, "errors") || !pull_enter(pull))
        return;
    while (summary->error_count < SUMMARY_ERRORS_APART && (more = pull_item(pull))) {
        if (!pull_expect(pull, PULL_STRING, what))
            return;
        pull_string(pull, &text);
        summary_keep_error(summary, keep(&summary->texts, &text));
    }
    if (!more)
        return;
    rest = read_texts(pull, &summary->texts, '\n', what, &count);
    if (count > 0)
        summary_keep_error(summary, rest);
}

static void
read_path(struct summary_reader *reader, struct pull *pull)
{
    struct pull_text text;

    if (pull_peek(pull) == PULL_NULL) {
        pull_skip(pull);
    } else if (pull_expect(pull, PULL_STRING, "path")) {
        pull_string(pull, &text);
        reader->summary->path = pull_text_take(&text);
    }
}

static void
read_claimed_flaky(struct summary_reader *reader, struct pull *pull)
{
    if (pull_peek(pull) == PULL_NUMBER)
        reader->claimed_flaky = pull_number(pull);
    else
        pull_skip(pull);
}

bool
summary_reader_begin(struct summary_reader *reader, struct pull *pull, struct summary *summary, bool keeps_flaky)
{
    *reader = (struct summary_reader){
        .summary = summary,
        .keeps_flaky = keeps_flaky,
        .begin = pull->at,
        .errors_before = summary->error_count,
        .claimed_flaky = SUMMARY_NOT_TOLD,
    };
    for (int i = 0; i < OUTCOME_COUNT; i++)
        reader->claimed[i] = SUMMARY_NOT_TOLD;
    free(summary->path);
    summary->path = NULL;
    if (!pull_expect(pull, PULL_OBJECT, "a summary"))
        return false;
    reader->begin = pull->at;
    return pull_enter(pull);
}

bool
summary_reader_take(struct summary_reader *reader, struct pull *pull, const struct pull_text *name)
{
    int member = pull_known(pull, name, members, &reader->seen);

    switch (pull->why == NULL ? member : -1) {
    case -1:
        return member >= 0;
    case MEMBER_PATH:
        read_path(reader, pull);
        break;
    case MEMBER_RESULTS:
        read_results(reader, pull);
        break;
    case MEMBER_DURATION:
        if (pull_expect(pull, PULL_NUMBER, "duration_ms"))
            reader->duration_ms = read_duration(pull);
        break;
    case MEMBER_ERRORS:
        read_errors(reader, pull);
        break;
    case MEMBER_COMPILE_ERROR:
        if (pull_expect(pull, PULL_BOOLEAN, "llvm_compile_error"))
            reader->llvm_compile_error = pull_boolean(pull);
        break;
    case MEMBER_FLAKY:
        read_claimed_flaky(reader, pull);
        break;
    default:
        if (pull_expect(pull, PULL_NUMBER, members[member]))
            reader->claimed[member - MEMBER_COUNTERS] = pull_number(pull);
        break;
    }
    return true;
}

int
summary_reader_end(struct summary_reader *reader, struct pull *pull)
{
    struct summary *summary = reader->summary;

    if ((reader->seen >> MEMBER_RESULTS & 1) == 0)
        pull_refuse(pull, reader->begin, "a summary has no results");
    if (pull->why != NULL)
        return -1;
    summary->llvm_compile_error =
        summary_is_explained(reader->errors_before, summary->llvm_compile_error,
                             summary->error_count - reader->errors_before, reader->llvm_compile_error);
    summary->duration_ms = summary_add_ms(summary->duration_ms, reader->duration_ms);
    return 0;
}

int
summary_read(struct summary *summary, struct pull *pull)
{
    struct summary_reader reader;
    struct pull_text name;

    if (!summary_reader_begin(&reader, pull, summary, false))
        return -1;
    while (pull_member(pull, &name))
        if (!summary_reader_take(&reader, pull, &name))
            pull_skip(pull);
    return summary_reader_end(&reader, pull);
}
