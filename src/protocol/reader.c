/* reader: takes a worker's stdout apart. A protocol is fed line by line, and newlines are looked for nowhere else. */
#include "protocol/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void
reader_init(struct reader *reader, const struct protocol *protocol, size_t keep)
{
    *reader = (struct reader){ .protocol = protocol, .state = xcalloc(1, protocol->state_size + 1) };
    capture_init(&reader->text, keep, keep > 0 ? keep : 1);
}

static void
take_text(struct reader *reader)
{
    capture_add(&reader->text, reader->piece.data, reader->piece.size);
    buffer_clear(&reader->piece);
}

static void
feed_line(struct reader *reader, const char *bytes, size_t count)
{
    if (count == 0)
        return;
    reader->protocol->feed(reader->state, bytes, count, &reader->piece);
    take_text(reader);
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

void
reader_feed(struct reader *reader, const char *bytes, size_t count)
{
    const struct protocol *protocol = reader->protocol;
    const char *first = memchr(bytes, '\n', count);
    const char *last = first != NULL ? memrchr(bytes, '\n', count) : NULL;
    size_t begun = first != NULL ? (size_t)(first - bytes) + 1 : count;    /* the rest of the line that had begun */
    size_t whole = first != NULL ? (size_t)(last - bytes) + 1 - begun : 0; /* lines */

    reader->bytes += count;
    feed_line(reader, bytes, begun);
    if (whole > 0 && protocol->is_text != NULL && protocol->is_text(reader->state, bytes + begun, whole))
        capture_add(&reader->text, bytes + begun, whole);
    else
        feed_lines(reader, bytes + begun, whole);
    feed_line(reader, bytes + begun + whole, count - begun - whole);
}

void
reader_finish(struct reader *reader)
{
    reader->protocol->finish(reader->state, &reader->piece);
    take_text(reader);
    buffer_free(&reader->piece);
}

const struct protocol *
reader_spoken(const struct reader *reader)
{
    return reader->protocol->spoken != NULL ? reader->protocol->spoken(reader->state) : reader->protocol;
}

void
reader_free(struct reader *reader)
{
    reader->protocol->free(reader->state);
    free(reader->state);
    capture_free(&reader->text);
    buffer_free(&reader->piece);
}
