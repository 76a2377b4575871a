/* tap: reads the Test Anything Protocol.

   "1..N" is the plan and may come first or last. "ok" and "not ok" are tests, with a number that is counted where it is
   missing, a description and a directive: SKIP, or TODO, whose failure is expected. An indented block from "---" to
   "..." explains the test before it. "Bail out!" ends the run. */
#include "protocol/tap.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "protocol/protocol.h"
#include "protocol/verdict.h"

static const char *
skip_blanks(const char *text)
{
    return text + strspn(text, " \t");
}

/* The number at *TEXT, which moves behind it. 0, or -1 when there is none. */
static int
read_number(const char **text, uint64_t *number)
{
    size_t digits = strspn(*text, "0123456789");

    if (digits == 0 || digits > 9)
        return -1;
    *number = strtoull(*text, NULL, 10);
    *text += digits;
    return 0;
}

enum directive { DIRECTIVE_NONE, DIRECTIVE_SKIP, DIRECTIVE_TODO };

/* What stands at "#": SKIP or TODO, in any case, is one only as a whole word, which "#skip-link" and "# skipped" are
   not. REASON is what comes after it. */
static enum directive
read_directive(const char *hash, const char **reason)
{
    static const struct {
        const char *word;
        enum directive directive;
    } words[] = { { "SKIP", DIRECTIVE_SKIP }, { "TODO", DIRECTIVE_TODO } };
    const char *text = skip_blanks(hash + 1);

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i].word);
        unsigned char next;

        if (strncasecmp(text, words[i].word, length) != 0)
            continue;
        next = (unsigned char)text[length];
        if (isalnum(next) || next == '_' || next == '-' || next >= 0x80)
            continue;
        text += length;
        *reason = skip_blanks(text + (*text == ':'));
        return words[i].directive;
    }
    return DIRECTIVE_NONE;
}

/* The first directive: where its "#" stands, which no backslash stands before, and a blank does or the begin. Another
   "#" before it is text; but then prove(1) sees no directive at all, and so a TODO there excuses nothing and is none.
 */
static enum directive
find_directive(const char *text, const char **hash, const char **reason)
{
    bool is_first = true;

    for (const char *at = text; *at != '\0'; at++) {
        enum directive directive = DIRECTIVE_NONE;

        if (*at == '\\' && at[1] != '\0') {
            at++;
            continue;
        }
        if (*at != '#')
            continue;
        if (at == text || at[-1] == ' ' || at[-1] == '\t')
            directive = read_directive(at, reason);
        if (directive == DIRECTIVE_SKIP || (directive == DIRECTIVE_TODO && is_first)) {
            *hash = at;
            return directive;
        }
        is_first = false;
    }
    *hash = text + strlen(text);
    *reason = "";
    return DIRECTIVE_NONE;
}

/* TEXT up to END, without the escapes \# and \\ and the blanks at its end. The caller frees. */
static char *
description(const char *text, const char *end)
{
    struct buffer out = { 0 };

    for (; text < end; text++) {
        if (*text == '\\' && text + 1 < end && (text[1] == '#' || text[1] == '\\'))
            text++;
        buffer_append(&out, text, 1);
    }
    while (out.size > 0 && (out.data[out.size - 1] == ' ' || out.data[out.size - 1] == '\t'))
        out.size--;
    return buffer_take(&out);
}

/* A failure is excused by TODO alone: what was skipped cannot have failed. */
static enum outcome
outcome_of(bool is_ok, enum directive directive)
{
    if (is_ok)
        return directive == DIRECTIVE_SKIP ? OUTCOME_SKIPPED : OUTCOME_PASSED;
    return directive == DIRECTIVE_TODO ? OUTCOME_SKIPPED : OUTCOME_FAILED;
}

static void
add_test(struct tap *tap, bool is_ok, const char *rest)
{
    const char *hash;
    const char *reason;
    enum directive directive;
    enum outcome outcome;
    uint64_t number = tap->seen + 1;
    char *name;

    rest = skip_blanks(rest);
    if (read_number(&rest, &number) == 0)
        rest = skip_blanks(rest);
    tap->disordered += number != tap->seen + 1;
    tap->seen++;
    if (rest[0] == '-' && (rest[1] == ' ' || rest[1] == '\t'))
        rest = skip_blanks(rest + 1);
    directive = find_directive(rest, &hash, &reason);
    outcome = outcome_of(is_ok, directive);
    name = description(rest, hash);
    if (name[0] == '\0') {
        free(name);
        name = xasprintf("test %" PRIu64, number);
    }
    tap->block_of = intake_result(&tap->intake, name, outcome, outcome == OUTCOME_SKIPPED ? reason : "not ok");
    free(name);
}

/* Of a plan for no tests, "# skipped: why" is a reason, too. */
static bool
plan_is_skipped(const char *rest, const char **reason)
{
    if (*rest != '#')
        return false;
    rest = skip_blanks(rest + 1);
    if (strncasecmp(rest, "skip", 4) != 0)
        return false;
    rest += strcspn(rest, " \t:");
    *reason = skip_blanks(rest + (*rest == ':'));
    return true;
}

static bool
read_plan(struct tap *tap, const char *line)
{
    const char *rest = line;
    const char *reason = "";
    uint64_t first;
    uint64_t last;

    if (read_number(&rest, &first) != 0 || strncmp(rest, "..", 2) != 0)
        return false;
    rest += 2;
    if (first != 1 || read_number(&rest, &last) != 0)
        return false;
    rest = skip_blanks(rest);
    if (*rest != '\0' && *rest != '#')
        return false;
    tap->plan_repeated = tap->plan_repeated || tap->has_plan;
    tap->has_plan = true;
    tap->planned = last;
    if (last == 0 && plan_is_skipped(rest, &reason))
        (void)intake_result(&tap->intake, "all tests", OUTCOME_SKIPPED, reason);
    return true;
}

/* "ok", and not a word that begins like it. */
static bool
begins_test(const char *line, const char *word, const char **rest)
{
    size_t length = strlen(word);

    *rest = line + length;
    return strncmp(line, word, length) == 0 && (**rest == '\0' || **rest == ' ' || **rest == '\t');
}

static void
bail_out(struct tap *tap, const char *line)
{
    tap->bailed_out = true;
    intake_error(&tap->intake, line);
}

/* A line that is not indented. Whether it is TAP. */
static bool
read_line(struct tap *tap, const char *line)
{
    const char *rest;

    if (begins_test(line, "ok", &rest)) {
        add_test(tap, true, rest);
    } else if (begins_test(line, "not ok", &rest)) {
        add_test(tap, false, rest);
    } else if (strncmp(line, "Bail out!", 9) == 0) {
        bail_out(tap, line);
    } else if (!read_plan(tap, line)) {
        return strncmp(line, "TAP version ", 12) == 0 || strncmp(line, "pragma ", 7) == 0;
    }
    tap->any = true;
    return true;
}

/* The block becomes the message of a test that failed. */
static void
close_block(struct tap *tap)
{
    struct test_result *result = tap->block_of;

    if (tap->block.size > 0 && tap->block.data[tap->block.size - 1] == '\n')
        tap->block.size--;
    if (result != NULL && result->outcome == OUTCOME_FAILED && intake_reserve(&tap->intake, tap->block.size)) {
        struct buffer message = { 0 };

        buffer_add(&message, "not ok\n");
        text_repair(&message, buffer_text(&tap->block), tap->block.size);
        summary_set_message(&tap->intake.summary, result, buffer_text(&message));
        buffer_free(&message);
    }
    buffer_clear(&tap->block);
    tap->in_block = false;
    tap->block_of = NULL;
}

static void
add_to_block(struct tap *tap, const char *line)
{
    if (tap->block.size + strlen(line) < INTAKE_MAX_MESSAGE) {
        buffer_add(&tap->block, line);
        buffer_add(&tap->block, "\n");
    }
}

static void
end_line(struct tap *tap, struct buffer *text)
{
    char *line = buffer_text(&tap->line);
    size_t length = tap->line.size;
    const char *content;

    if (length > 0 && line[length - 1] == '\r')
        line[--length] = '\0';
    content = skip_blanks(line);
    if (strlen(line) != length) {
        buffer_append(text, line, length); /* a NUL: no TAP */
        buffer_add(text, "\n");
    } else if (tap->in_block && content != line) {
        if (strcmp(content, "...") == 0)
            close_block(tap);
        else
            add_to_block(tap, content);
    } else if (tap->block_of != NULL && content != line && strcmp(content, "---") == 0) {
        tap->in_block = true;
    } else {
        if (tap->in_block)
            close_block(tap);
        if (content != line || !read_line(tap, line)) {
            buffer_append(text, line, length);
            buffer_add(text, "\n");
        }
    }
    buffer_clear(&tap->line);
}

void
tap_feed(struct tap *tap, const char *bytes, size_t count, struct buffer *text)
{
    bool ends = count > 0 && bytes[count - 1] == '\n';
    size_t piece = ends ? count - 1 : count;
    size_t room = TAP_MAX_LINE - tap->line.size;

    if (tap->bailed_out) {
        buffer_append(text, bytes, count);
        return;
    }
    buffer_append(&tap->line, bytes, piece < room ? piece : room);
    if (ends)
        end_line(tap, text);
}

void
tap_finish(struct tap *tap, struct buffer *text)
{
    char *fault = NULL;

    if (tap->line.size > 0)
        end_line(tap, text);
    if (tap->in_block)
        close_block(tap);
    if (!tap->any || tap->bailed_out)
        return;
    if (!tap->has_plan)
        fault = xstrdup("the TAP has no plan");
    else if (tap->plan_repeated)
        fault = xstrdup("the TAP has two plans");
    else if (tap->seen != tap->planned)
        fault = xasprintf("%" PRIu64 " tests were planned, and %" PRIu64 " were run", tap->planned, tap->seen);
    else if (tap->disordered > 0)
        fault = xasprintf("%" PRIu64 " tests have a number that is not the next one", tap->disordered);
    if (fault != NULL)
        summary_add_fault(&tap->intake.summary, fault);
    free(fault);
}

void
tap_free(struct tap *tap)
{
    buffer_free(&tap->line);
    buffer_free(&tap->block);
    summary_free(&tap->intake.summary);
    *tap = (struct tap){ .any = false };
}

/* TAP says all in its lines; a status is believed only when it tells of a failure that they do not. */
static size_t
judge(void *state, struct summary *summary, const struct observation *seen)
{
    struct tap *tap = state;

    if (!tap->any) {
        verdict_silence(summary, seen, "TAP", false);
        return 0;
    }
    intake_give(&tap->intake, summary);
    if (seen->ended.how != ENDED_EXITED)
        verdict_death(summary, seen);
    else if (seen->ended.exit_code != 0 && !summary_has_failures(summary))
        verdict_add_fault(summary, xasprintf("worker exited %d though nothing failed", seen->ended.exit_code));
    return 0;
}

static void
feed(void *state, const char *bytes, size_t count, struct buffer *text)
{
    tap_feed(state, bytes, count, text);
}

static void
finish(void *state, struct buffer *text)
{
    tap_finish(state, text);
}

static void
forget(void *state)
{
    tap_free(state);
}

const struct protocol protocol_tap = {
    .name = "tap",
    .state_size = sizeof(struct tap),
    .feed = feed,
    .finish = finish,
    .judge = judge,
    .free = forget,
};
