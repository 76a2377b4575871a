/* reader: takes a worker's stdout apart. It is fed to the protocols line by line, so that all of them see the same. */
#include "cell/reader.h"

#include <stdbool.h>
#include <string.h>

void
reader_init(struct reader *reader, enum protocol protocol, size_t keep)
{
    *reader = (struct reader){ .protocol = protocol };
    capture_init(&reader->text, keep, keep > 0 ? keep : 1);
}

/* What stands in a frame is no text, and neither are its sentinels; the begin sentinel is known as such at its end. */
static void
feed_frame(struct reader *reader, const char *bytes, size_t count)
{
    bool was_open = reader->frame.is_open;

    frame_feed(&reader->frame, bytes, count, FRAME_MAX_BYTES);
    if (was_open)
        return;
    if (reader->protocol == PROTOCOL_AUTO)
        events_feed(&reader->events, bytes, count, &reader->piece);
    else
        buffer_append(&reader->piece, bytes, count);
    capture_add(&reader->text, reader->piece.data, reader->piece.size);
    if (reader->frame.is_open)
        capture_trim(&reader->text, FRAME_BEGIN_LENGTH + 1);
}

static void
feed_line(struct reader *reader, const char *bytes, size_t count)
{
    switch (reader->protocol) {
    case PROTOCOL_EVENTS:
        events_feed(&reader->events, bytes, count, &reader->piece);
        break;
    case PROTOCOL_TAP:
        tap_feed(&reader->tap, bytes, count, &reader->piece);
        break;
    default:
        feed_frame(reader, bytes, count);
        buffer_clear(&reader->piece);
        return;
    }
    capture_add(&reader->text, reader->piece.data, reader->piece.size);
    buffer_clear(&reader->piece);
}

static void
feed_lines(struct reader *reader, const char *bytes, size_t count)
{
    while (count > 0) {
        const char *newline = memchr(bytes, '\n', count);
        size_t taken = newline != NULL ? (size_t)(newline - bytes) + 1 : count;

        feed_line(reader, bytes, taken);
        bytes += taken;
        count -= taken;
    }
}

/* Whether whole lines are text, as seen at a glance: a flood of short ones is not to cost a look at each. */
static bool
is_text(const struct reader *reader, const char *bytes, size_t count)
{
    if (reader->protocol == PROTOCOL_TAP || reader->frame.is_open)
        return false;
    if (reader->protocol != PROTOCOL_FRAME && events_find_marker(bytes, count) != NULL)
        return false;
    return reader->protocol == PROTOCOL_EVENTS || memmem(bytes, count, FRAME_BEGIN, FRAME_BEGIN_LENGTH) == NULL;
}

void
reader_feed(struct reader *reader, const char *bytes, size_t count)
{
    const char *first = memchr(bytes, '\n', count);
    const char *last = first != NULL ? memrchr(bytes, '\n', count) : NULL;
    size_t begun = first != NULL ? (size_t)(first - bytes) + 1 : count;    /* the rest of the line that had begun */
    size_t whole = first != NULL ? (size_t)(last - bytes) + 1 - begun : 0; /* lines */

    reader->bytes += count;
    if (reader->protocol == PROTOCOL_EXIT) {
        capture_add(&reader->text, bytes, count);
        return;
    }
    feed_lines(reader, bytes, begun);
    if (whole > 0 && is_text(reader, bytes + begun, whole))
        capture_add(&reader->text, bytes + begun, whole);
    else
        feed_lines(reader, bytes + begun, whole);
    feed_lines(reader, bytes + begun + whole, count - begun - whole);
}

void
reader_finish(struct reader *reader)
{
    frame_finish(&reader->frame);
    events_finish(&reader->events, &reader->piece);
    tap_finish(&reader->tap, &reader->piece);
    capture_add(&reader->text, reader->piece.data, reader->piece.size);
    buffer_free(&reader->piece);
}

enum protocol
reader_protocol(const struct reader *reader)
{
    if (reader->protocol != PROTOCOL_AUTO)
        return reader->protocol;
    if (reader->frame.is_complete)
        return PROTOCOL_FRAME;
    return reader->events.any ? PROTOCOL_EVENTS : PROTOCOL_AUTO;
}

const char *
protocol_name(enum protocol protocol)
{
    static const char *const names[PROTOCOL_COUNT] = {
        [PROTOCOL_AUTO] = "auto", [PROTOCOL_FRAME] = "frame", [PROTOCOL_EVENTS] = "events",
        [PROTOCOL_EXIT] = "exit", [PROTOCOL_TAP] = "tap",
    };

    return names[protocol];
}

void
reader_free(struct reader *reader)
{
    frame_free(&reader->frame);
    events_free(&reader->events);
    tap_free(&reader->tap);
    capture_free(&reader->text);
    buffer_free(&reader->piece);
}
