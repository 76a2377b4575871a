/* capture: what is kept of one stream. The ring's next place is always bytes % limit. */
#include "cell/capture.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void
capture_init(struct capture *capture, size_t limit)
{
    *capture = (struct capture){ .limit = limit };
}

void
capture_add(struct capture *capture, const char *bytes, size_t count)
{
    if (capture->ring == NULL && count > 0)
        capture->ring = xmalloc(capture->limit);
    if (count > capture->limit) {
        capture->bytes += count - capture->limit;
        bytes += count - capture->limit;
        count = capture->limit;
    }
    while (count > 0) {
        size_t place = (size_t)(capture->bytes % capture->limit);
        size_t piece = capture->limit - place;

        if (piece > count)
            piece = count;
        memcpy(capture->ring + place, bytes, piece);
        capture->bytes += piece;
        bytes += piece;
        count -= piece;
    }
}

void
capture_last(const struct capture *capture, struct buffer *out)
{
    size_t place = (size_t)(capture->bytes % capture->limit);

    if (capture->bytes > capture->limit)
        buffer_append(out, capture->ring + place, capture->limit - place);
    else if (place == 0)
        place = (size_t)capture->bytes;
    buffer_append(out, capture->ring, place);
}

void
capture_free(struct capture *capture)
{
    free(capture->ring);
    *capture = (struct capture){ .limit = capture->limit };
}
