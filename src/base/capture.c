/* capture: what is kept of one stream. Once the head is full, all goes to the ring. */
#include "base/capture.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void
capture_init(struct capture *capture, size_t head_limit, size_t ring_limit)
{
    *capture = (struct capture){ .head_limit = head_limit, .ring_limit = ring_limit };
}

static void
ring_add(struct capture *capture, const char *bytes, size_t count)
{
    if (capture->ring == NULL)
        capture->ring = xmalloc(capture->ring_limit);
    if (count > capture->ring_limit) {
        bytes += count - capture->ring_limit;
        count = capture->ring_limit;
    }
    while (count > 0) {
        size_t piece = capture->ring_limit - capture->ring_place;

        if (piece > count)
            piece = count;
        memcpy(capture->ring + capture->ring_place, bytes, piece);
        capture->ring_place = (capture->ring_place + piece) % capture->ring_limit;
        capture->ring_kept += piece;
        bytes += piece;
        count -= piece;
    }
    if (capture->ring_kept > capture->ring_limit)
        capture->ring_kept = capture->ring_limit;
}

void
capture_add(struct capture *capture, const char *bytes, size_t count)
{
    if (count == 0)
        return; /* of no bytes the address may be NULL */
    capture->bytes += count;
    if (capture->head.size < capture->head_limit && capture->ring_kept == 0) {
        size_t piece = capture->head_limit - capture->head.size;

        if (piece > count)
            piece = count;
        buffer_append(&capture->head, bytes, piece);
        bytes += piece;
        count -= piece;
    }
    if (count > 0)
        ring_add(capture, bytes, count);
}

void
capture_take(void *capture, const char *bytes, size_t count)
{
    capture_add(capture, bytes, count);
}

void
capture_trim(struct capture *capture, size_t count)
{
    uint64_t after_head = capture->bytes - capture->head.size;
    size_t from_ring = count < after_head ? count : (size_t)after_head;
    size_t from_head = count - from_ring;

    if (from_head > capture->head.size)
        from_head = capture->head.size;
    capture->bytes -= from_ring + from_head;
    capture->head.size -= from_head;
    capture->ring_kept -= from_ring < capture->ring_kept ? from_ring : capture->ring_kept;
    capture->ring_place =
        (capture->ring_place + capture->ring_limit - from_ring % capture->ring_limit) % capture->ring_limit;
}

/* The last COUNT bytes of the ring, which holds as many. */
static void
ring_last(const struct capture *capture, size_t count, struct buffer *out)
{
    size_t first = (capture->ring_place + capture->ring_limit - count) % capture->ring_limit;
    size_t piece = capture->ring_limit - first;

    if (count == 0)
        return;
    if (piece > count)
        piece = count;
    buffer_append(out, capture->ring + first, piece);
    buffer_append(out, capture->ring, count - piece);
}

void
capture_last(const struct capture *capture, size_t limit, struct buffer *out)
{
    size_t from_ring = capture->ring_kept < limit ? capture->ring_kept : limit;
    size_t from_head = limit - from_ring;

    if (capture->bytes - capture->head.size > capture->ring_kept)
        from_head = 0; /* there is a gap between the two */
    if (from_head > capture->head.size)
        from_head = capture->head.size;
    if (from_head > 0)
        buffer_append(out, capture->head.data + capture->head.size - from_head, from_head);
    ring_last(capture, from_ring, out);
}

void
capture_free(struct capture *capture)
{
    buffer_free(&capture->head);
    free(capture->ring);
    capture_init(capture, capture->head_limit, capture->ring_limit);
}
