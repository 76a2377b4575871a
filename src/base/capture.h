/* capture: what is kept of one stream: how much it was, its first bytes and its last ones. Memory does not grow with
   the stream. */
#ifndef ORI_CAPTURE_H
#define ORI_CAPTURE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct capture {
    struct buffer head;
    size_t head_limit;
    char *ring;        /* what came after the head; owned, NULL until the first byte of it comes */
    size_t ring_limit; /* at least 1 */
    size_t ring_place; /* of its next byte */
    size_t ring_kept;  /* how many of its bytes are good */
    uint64_t bytes;    /* all that came, kept or not */
};

/* How many of the first bytes are kept, and how many of the last (at least 1). */
void capture_init(struct capture *capture, size_t head_limit, size_t ring_limit);
void capture_add(struct capture *capture, const char *bytes, size_t count);

/* capture_add for a struct sink, whose context is the capture. */
void capture_take(void *capture, const char *bytes, size_t count);

/* Takes the last COUNT bytes back, as if they had not come. */
void capture_trim(struct capture *capture, size_t count);

/* Appends the last bytes to OUT in their order, as far as they are kept, at most LIMIT. */
void capture_last(const struct capture *capture, size_t limit, struct buffer *out);

/* Forgets everything; the limits stay. */
void capture_free(struct capture *capture);

#endif
