/* drain: where a buffer's content goes when it has become long, so that the whole of it never is in memory at once. */
#ifndef ORI_DRAIN_H
#define ORI_DRAIN_H

#include "base/buffer.h"

enum { DRAIN_BYTES = 64 << 10 };

struct drain {
    void (*take)(void *context, struct buffer *full); /* takes what is in FULL, and leaves it empty (buffer_clear) */
    void *context;
};

/* Hands OUT over when there are more than DRAIN_BYTES in it. DRAIN may be NULL: OUT keeps all then. */
static inline void
drain_if_full(const struct drain *drain, struct buffer *out)
{
    if (drain != NULL && out->size > DRAIN_BYTES)
        drain->take(drain->context, out);
}

#endif
