/* frame: finds the worker's report between its sentinels in a stream of any bytes.

   Whether a line is a sentinel is known at its end, from its length and its last bytes: no line is ever held as a
   whole, however long. The lines of an open frame go into it as they come, its end sentinel too, which is cut off. Of
   other lines so many last bytes are held back as the begin sentinel has. */
#include "protocol/frame.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "protocol/protocol.h"
#include "protocol/verdict.h"
#include "record/pull.h"
#include "record/summary_reader.h"

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

/* Keeps the last bytes of the line; those that have to give way are text where no frame is open. */
static void
line_add(struct frame *frame, const char *bytes, size_t count, struct buffer *text)
{
    size_t keep = count < FRAME_TAIL ? count : FRAME_TAIL;
    size_t old = frame->line_kept < FRAME_TAIL - keep ? frame->line_kept : FRAME_TAIL - keep;

    if (!frame->is_open) {
        buffer_append(text, frame->line, frame->line_kept - old);
        buffer_append(text, bytes, count - keep);
    }
    frame->line_length += count;
    memmove(frame->line, frame->line + frame->line_kept - old, old);
    memcpy(frame->line + old, bytes + count - keep, keep);
    frame->line_kept = old + keep;
}

static size_t
limit(const struct frame *frame)
{
    return frame->limit > 0 ? frame->limit : FRAME_MAX_BYTES;
}

static void
frame_add(struct frame *frame, const char *bytes, size_t count)
{
    if (!frame->is_open || frame->open_too_large)
        return;
    /* The end sentinel's line passes through here before it is known as such, and is no content. */
    if (frame->open.size + count > limit(frame) + FRAME_TAIL + 1) {
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
        frame->open_too_large || frame->complete_size > limit(frame) + 2; /* the last CR LF is none of it */
}

/* NEWLINE: how many bytes it has, 0 at the end of the stream. */
static void
end_line(struct frame *frame, size_t newline, struct buffer *text)
{
    bool begins = line_begins_frame(frame);
    size_t kept;
    size_t length;

    if (!frame->is_open && begins) {
        (void)line_text(frame, &kept, &length);
        buffer_append(text, frame->line, kept - FRAME_BEGIN_LENGTH);
    } else if (!frame->is_open) {
        buffer_append(text, frame->line, frame->line_kept);
        buffer_append(text, "\n", newline);
    }
    if (begins)
        begin(frame);
    else if (frame->is_open && line_ends_frame(frame))
        complete(frame, frame->line_length + newline);
    frame->line_kept = 0;
    frame->line_length = 0;
}

void
frame_feed(struct frame *frame, const char *bytes, size_t count, struct buffer *text)
{
    size_t newline = count > 0 && bytes[count - 1] == '\n';

    frame_add(frame, bytes, count);
    line_add(frame, bytes, count - newline, text);
    if (newline > 0)
        end_line(frame, newline, text);
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void
frame_finish(struct frame *frame, struct buffer *text)
{
    end_line(frame, 0, text);
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

/* A summary need not say what it is of. */
static bool
is_foreign(const struct summary *summary, const struct testfile *file)
{
    return file != NULL && summary->path != NULL && summary->path[0] != '\0' && !testfile_is(file, summary->path);
}

static int
read_summary(struct summary *reported, struct pull *pull, const struct testfile *file)
{
    if (summary_read(reported, pull) != 0)
        return -1;
    if (!is_foreign(reported, file))
        return 0;
    pull->why = xasprintf("of the test file %s", reported->path);
    return -1;
}

/* One summary, or an array of them. */
static int
read_summaries(struct summary *reported, struct pull *pull, const struct testfile *file)
{
    if (pull_peek(pull) != PULL_ARRAY)
        return read_summary(reported, pull, file);
    (void)pull_enter(pull);
    while (pull_item(pull))
        if (read_summary(reported, pull, file) != 0)
            return -1;
    return 0;
}

int
frame_read(struct summary *reported, const char *content, size_t size, const struct testfile *file, char **why)
{
    struct pull pull;

    *why = NULL;
    if (size == 0) {
        *why = xstrdup("empty");
        return -1;
    }
    pull_begin(&pull, content, size);
    if (read_summaries(reported, &pull, file) == 0 && pull_finish(&pull) == 0)
        return 0;
    *why = pull.why;
    summary_free(reported);
    return -1;
}

bool
frame_report(struct frame *frame, struct summary *summary, const struct observation *seen, bool has_begun)
{
    struct summary reported = { 0 };
    struct buffer content = { 0 };
    char *why = NULL;

    if (!frame->is_complete) {
        verdict_silence(summary, seen, "JSON", has_begun || frame->is_open);
        return false;
    }
    if (frame->too_large)
        why = xasprintf("a frame of more than %zu MiB", FRAME_MAX_BYTES >> 20);
    else if (frame_content(frame, &content) != 0)
        why = xasprintf("its frame could not be kept: %s", strerror(errno));
    else
        (void)frame_read(&reported, buffer_text(&content), content.size, seen->file, &why);
    buffer_free(&content);
    if (why != NULL) {
        verdict_malformed(summary, seen, why);
        free(why);
        return false;
    }
    summary->duration_ms = 0; /* the report's own counts */
    summary_absorb(summary, &reported);
    return true;
}

void
frame_hold_end(struct summary *summary, const struct observation *seen)
{
    if (seen->ended.how != ENDED_EXITED)
        verdict_death(summary, seen);
    else if (seen->ended.exit_code == 0 && summary_has_failures(summary))
        verdict_add_fault(summary, xstrdup("worker exited 0 though its results hold a failure"));
    else
        verdict_hold_status(summary, seen);
}

static void
feed(void *state, const char *bytes, size_t count, struct buffer *text)
{
    frame_feed(state, bytes, count, text);
}

static void
finish(void *state, struct buffer *text)
{
    frame_finish(state, text);
}

static bool
is_text(const void *state, const char *bytes, size_t count)
{
    const struct frame *frame = state;

    return !frame->is_open && memmem(bytes, count, FRAME_BEGIN, FRAME_BEGIN_LENGTH) == NULL;
}

static size_t
judge(void *state, struct summary *summary, const struct observation *seen)
{
    if (frame_report(state, summary, seen, false))
        frame_hold_end(summary, seen);
    return 0;
}

static void
forget(void *state)
{
    frame_free(state);
}

const struct protocol protocol_frame = {
    .name = "frame",
    .state_size = sizeof(struct frame),
    .feed = feed,
    .finish = finish,
    .is_text = is_text,
    .judge = judge,
    .free = forget,
};
