/* frame: finds the worker's report between its sentinels in a stream of any bytes.

   Whether a line is a sentinel is known at its end, from its length and its last bytes: no line is ever held as a
   whole, however long. The lines of an open frame go into it as they come, its end sentinel too, which is cut off. */
#include "cell/frame.h"

#include <string.h>

/* The line's text without its CR, as far as it is kept. */
static const char *
line_text(const struct frame *frame, size_t *kept, size_t *length)
{
    *kept = frame->line_kept;
    *length = frame->line_length;
    if (*kept > 0 && frame->line[*kept - 1] == '\r') {
        --*kept;
        --*length;
    }
    return frame->line;
}

static bool
line_begins_frame(const struct frame *frame)
{
    size_t kept;
    size_t length;
    const char *text = line_text(frame, &kept, &length);

    return kept >= FRAME_BEGIN_LENGTH && memcmp(text + kept - FRAME_BEGIN_LENGTH, FRAME_BEGIN, FRAME_BEGIN_LENGTH) == 0;
}

static bool
line_ends_frame(const struct frame *frame)
{
    size_t kept;
    size_t length;
    const char *text = line_text(frame, &kept, &length);

    return length == FRAME_END_LENGTH && memcmp(text, FRAME_END, FRAME_END_LENGTH) == 0;
}

static void
line_add(struct frame *frame, const char *bytes, size_t count)
{
    size_t keep = count < FRAME_TAIL ? count : FRAME_TAIL;
    size_t old = frame->line_kept;

    frame->line_length += count;
    if (old > FRAME_TAIL - keep)
        old = FRAME_TAIL - keep;
    memmove(frame->line, frame->line + frame->line_kept - old, old);
    memcpy(frame->line + old, bytes + count - keep, keep);
    frame->line_kept = old + keep;
}

static void
frame_add(struct frame *frame, const char *bytes, size_t count)
{
    if (!frame->is_open || frame->open_too_large)
        return;
    /* The end sentinel's line passes through here before it is known as such, and is no content. */
    if (frame->open.size + count > frame->limit + FRAME_TAIL + 1) {
        frame->open_too_large = true;
        spool_clear(&frame->open);
        return;
    }
    spool_append(&frame->open, bytes, count);
}

static void
begin(struct frame *frame)
{
    spool_clear(&frame->open);
    frame->is_open = true;
    frame->open_too_large = false;
}

/* LINE_BYTES: how many bytes of the end sentinel's line have gone into the frame, newline and all. */
static void
complete(struct frame *frame, size_t line_bytes)
{
    struct spool old = frame->complete;

    frame->complete = frame->open;
    frame->complete_size = frame->open_too_large ? 0 : frame->open.size - line_bytes;
    frame->open = old;
    spool_clear(&frame->open);
    frame->is_open = false;
    frame->is_complete = true;
    frame->too_large =
        frame->open_too_large || frame->complete_size > frame->limit + 2; /* the last CR LF is none of it */
}

static void
end_line(struct frame *frame, size_t newline)
{
    if (line_begins_frame(frame))
        begin(frame);
    else if (frame->is_open && line_ends_frame(frame))
        complete(frame, frame->line_length + newline);
    frame->line_kept = 0;
    frame->line_length = 0;
}

void
frame_feed(struct frame *frame, const char *bytes, size_t count, size_t limit)
{
    frame->limit = limit;
    while (count > 0) {
        const char *newline = memchr(bytes, '\n', count);
        size_t piece = newline != NULL ? (size_t)(newline - bytes) : count;
        size_t taken = newline != NULL ? piece + 1 : piece;

        frame_add(frame, bytes, taken);
        line_add(frame, bytes, piece);
        if (newline != NULL)
            end_line(frame, 1);
        bytes += taken;
        count -= taken;
    }
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void
frame_finish(struct frame *frame)
{
    end_line(frame, 0);
}

int
frame_content(struct frame *frame, struct buffer *out)
{
    size_t first = 0;

    if (spool_read(&frame->complete, frame->complete_size, out) != 0)
        return -1;
    while (out->size > 0 && is_space(out->data[out->size - 1]))
        out->size--;
    while (first < out->size && is_space(out->data[first]))
        first++;
    out->size -= first;
    if (first > 0)
        memmove(out->data, out->data + first, out->size);
    return 0;
}

void
frame_free(struct frame *frame)
{
    spool_free(&frame->open);
    spool_free(&frame->complete);
    *frame = (struct frame){ .is_open = false };
}
