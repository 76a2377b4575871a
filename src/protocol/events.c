/* events: finds the worker's events in a stream, and follows each test through them.

   Of a line only what comes after the first marker is held, for a test may have printed any amount before it. When the
   line has ended, the first marker that is followed by an event counts: the text before one may hold the marker too. */
#include "protocol/events.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { MARKERS_TRIED = 16 }; /* in one line, so that a line full of them costs no more than others */

/* The test of that name, new if need be; NULL when there are too many. */
static struct event_test *
get_test(struct events *events, const char *name)
{
    size_t index = names_find(&events->names, name);

    if (index != NAMES_NONE)
        return &events->tests[index];
    if (events->test_count >= INTAKE_MAX_TESTS || !intake_reserve(&events->intake, strlen(name))) {
        events->intake.is_full = true;
        return NULL;
    }
    if (events->test_count == events->test_capacity) {
        events->test_capacity = events->test_capacity > 0 ? 2 * events->test_capacity : 32;
        events->tests = xreallocarray(events->tests, events->test_capacity, sizeof *events->tests);
    }
    index = events->test_count++;
    events->tests[index] = (struct event_test){ .name = xstrdup(name) };
    (void)names_add(&events->names, events->tests[index].name);
    return &events->tests[index];
}

static void
note(char **first, uint64_t *count, const char *name)
{
    if (*first == NULL)
        *first = xstrdup(name);
    ++*count;
}

static void
add_result(struct events *events, const char *name, enum outcome outcome, int64_t nanoseconds, const char *detail)
{
    struct event_test *test = get_test(events, name);
    struct test_result *result;

    if (test == NULL)
        return;
    if (!test->planned && !test->has_result)
        note(&events->first_unplanned, &events->unplanned, name);
    if (test->has_result) {
        note(&events->first_repeated, &events->repeated, name);
        return;
    }
    test->has_result = true;
    test->outcome = outcome;
    result = intake_result(&events->intake, name, outcome, detail);
    if (result != NULL)
        result->duration_ms = nanoseconds / 1000000;
}

/* Undoes the escapes in place: \\ \n \r; any other stays as it is. */
static void
unescape(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++) {
        if (*from == '\\' && (from[1] == '\\' || from[1] == 'n' || from[1] == 'r')) {
            from++;
            *to++ = (char)(*from == 'n' ? '\n' : *from == 'r' ? '\r' : '\\');
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
}

/* Cuts the next word, which a single blank ends, off *REST; NULL when there is none. */
static char *
take_word(char **rest)
{
    char *word = *rest;
    char *blank;

    if (word == NULL || *word == '\0' || *word == ' ')
        return NULL;
    blank = strchr(word, ' ');
    *rest = NULL;
    if (blank != NULL) {
        *blank = '\0';
        *rest = blank + 1;
    }
    return word;
}

/* "123": digits only, and no more than a duration can be. -1 when it is no such. */
static int64_t
read_nanoseconds(const char *text)
{
    size_t digits = text != NULL ? strspn(text, "0123456789") : 0;

    return digits > 0 && digits <= 18 && text[digits] == '\0' ? strtoll(text, NULL, 10) : -1;
}

static bool
read_result(struct events *events, char *rest)
{
    const char *name = take_word(&rest);
    const char *word = take_word(&rest);
    int64_t nanoseconds = read_nanoseconds(take_word(&rest));
    enum outcome outcome;

    if (name == NULL || word == NULL || nanoseconds < 0 || words_parse_outcome(word, &outcome) != 0)
        return false;
    if (rest != NULL && !outcome_has_message(outcome))
        return false;
    if (rest != NULL)
        unescape(rest);
    add_result(events, name, outcome, nanoseconds, rest);
    return true;
}

/* "plan NAME" and "start NAME". */
static bool
read_mark(struct events *events, char *rest, bool is_plan)
{
    const char *name = take_word(&rest);
    struct event_test *test;

    if (name == NULL || rest != NULL)
        return false;
    test = get_test(events, name);
    if (test == NULL)
        return true;
    if (is_plan && !test->planned) {
        test->planned = true;
        events->planned++;
    }
    test->started = test->started || !is_plan;
    return true;
}

/* What follows the marker. Whether it is an event. */
static bool
read_event(struct events *events, char *text)
{
    char *rest = text;
    const char *word = take_word(&rest);

    if (word == NULL)
        return false;
    if (strcmp(word, EVENT_PLAN) == 0 || strcmp(word, EVENT_START) == 0)
        return read_mark(events, rest, strcmp(word, EVENT_PLAN) == 0);
    if (strcmp(word, EVENT_RESULT) == 0)
        return read_result(events, rest);
    if (strcmp(word, EVENT_FILE_ERROR) == 0 && rest != NULL) {
        unescape(rest);
        intake_error(&events->intake, rest);
        return true;
    }
    if (rest != NULL)
        return false;
    if (strcmp(word, EVENT_COMPILE_ERROR) == 0)
        events->intake.summary.llvm_compile_error = true;
    else if (strcmp(word, EVENT_DONE) == 0)
        events->done = true;
    else
        return false;
    return true;
}

/* Lines are short, and memmem(3) may have to get ready for each. */
const char *
events_find_marker(const char *bytes, size_t count)
{
    const char *end = bytes + count;
    const char *at = bytes;

    while ((at = memchr(at, EVENTS_MARKER[0], (size_t)(end - at))) != NULL) {
        if ((size_t)(end - at) < EVENTS_MARKER_LENGTH)
            return NULL;
        if (memcmp(at, EVENTS_MARKER, EVENTS_MARKER_LENGTH) == 0)
            return at;
        at++;
    }
    return NULL;
}

/* The line is whole, without its newline. Whether an event was found in it; *BEFORE is how much stands before it. */
static bool
find_event(struct events *events, size_t *before)
{
    const char *line = buffer_text(&events->line);
    size_t length = events->line.size;
    const char *marker = line;
    int tried = 0;

    if (length > 0 && line[length - 1] == '\r')
        length--;
    if (memchr(line, '\0', length) != NULL)
        return false;
    while (tried++ < MARKERS_TRIED && (marker = events_find_marker(marker, length - (size_t)(marker - line))) != NULL) {
        const char *text = marker + EVENTS_MARKER_LENGTH;
        bool was_done = events->done;
        bool found;

        buffer_clear(&events->event);
        buffer_append(&events->event, text, length - (size_t)(text - line));
        found = read_event(events, buffer_text(&events->event));
        if (found) {
            events->late += was_done;
            *before = (size_t)(marker - line);
            return true;
        }
        marker = text;
    }
    return false;
}

static void
end_line(struct events *events, struct buffer *text)
{
    size_t before = 0;

    if (find_event(events, &before)) {
        events->any = true;
        buffer_append(text, events->line.data, before);
    } else {
        buffer_append(text, events->line.data, events->line.size);
        buffer_add(text, "\n");
    }
    buffer_clear(&events->line);
}

/* How much of the line need not be held: all before the first marker, or before what may be the begin of one. */
static size_t
text_before_marker(const struct buffer *line)
{
    const char *marker = events_find_marker(line->data, line->size);
    size_t kept = line->size < EVENTS_MARKER_LENGTH - 1 ? line->size : EVENTS_MARKER_LENGTH - 1;

    if (marker != NULL)
        return (size_t)(marker - line->data);
    while (kept > 0 && memcmp(line->data + line->size - kept, EVENTS_MARKER, kept) != 0)
        kept--;
    return line->size - kept;
}

void
events_feed(struct events *events, const char *bytes, size_t count, struct buffer *text)
{
    bool ends = count > 0 && bytes[count - 1] == '\n';
    size_t piece = ends ? count - 1 : count;
    size_t room = EVENTS_MAX_LINE > events->line.size ? EVENTS_MAX_LINE - events->line.size : 0;
    size_t before;

    /* Nearly every line that is no event is seen here to be none. */
    if (events->line.size == 0 && memchr(bytes, '@', piece) == NULL) {
        buffer_append(text, bytes, count);
        return;
    }
    if (piece > 0)
        buffer_append(&events->line, bytes, piece < room || events->line.size < EVENTS_MARKER_LENGTH ? piece : room);
    before = events->line.size > 0 ? text_before_marker(&events->line) : 0;
    buffer_append(text, events->line.data, before);
    events->line.size -= before;
    if (before > 0)
        memmove(events->line.data, events->line.data + before, events->line.size);
    if (ends)
        end_line(events, text);
}

void
events_finish(struct events *events, struct buffer *text)
{
    events->is_cut = events->line.size > 0;
    buffer_append(text, events->line.data, events->line.size);
    buffer_clear(&events->line);
}

void
events_free(struct events *events)
{
    for (size_t i = 0; i < events->test_count; i++)
        free(events->tests[i].name);
    free(events->tests);
    names_free(&events->names);
    free(events->first_unplanned);
    free(events->first_repeated);
    buffer_free(&events->line);
    buffer_free(&events->event);
    summary_free(&events->intake.summary);
    *events = (struct events){ .any = false };
}
