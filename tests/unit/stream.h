/* stream: feeds a stream to a protocol as the cell's reader does: in pieces, which end at each newline. */
#ifndef ORI_STREAM_H
#define ORI_STREAM_H

#include <stddef.h>
#include <string.h>

#include "protocol/protocol.h"

static inline void
stream_feed(const struct protocol *protocol, void *state, const char *bytes, size_t length, size_t piece,
            struct buffer *text)
{
    while (length > 0) {
        size_t count = length < piece ? length : piece;
        const char *newline = memchr(bytes, '\n', count);

        if (newline != NULL)
            count = (size_t)(newline - bytes) + 1;
        protocol->feed(state, bytes, count, text);
        bytes += count;
        length -= count;
    }
}

#endif
