/* capture: what is kept of one stream: how much it was, and its last bytes. Memory does not grow with the stream. */
#ifndef ORI_CAPTURE_H
#define ORI_CAPTURE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct capture {
    char *ring; /* owned; NULL until the first byte comes */
    size_t limit;
    uint64_t bytes; /* all that came, kept or not */
};

/* LIMIT: how many of the last bytes are kept, at least 1. */
void capture_init(struct capture *capture, size_t limit);
void capture_add(struct capture *capture, const char *bytes, size_t count);

/* Appends the kept bytes to OUT in their order. */
void capture_last(const struct capture *capture, struct buffer *out);
void capture_free(struct capture *capture);

#endif
