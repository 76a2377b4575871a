/* frame: finds the worker's report between its sentinels in a stream of any bytes (ori-protocol(7)). */
#ifndef ORI_FRAME_H
#define ORI_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/spool.h"

#define FRAME_BEGIN "---ORI_JSON_BEGIN---"
#define FRAME_END "---ORI_JSON_END---"
#define FRAME_MAX_BYTES ((size_t)64 << 20)

enum {
    FRAME_BEGIN_LENGTH = sizeof FRAME_BEGIN - 1,
    FRAME_END_LENGTH = sizeof FRAME_END - 1,
    FRAME_TAIL = FRAME_BEGIN_LENGTH + 1 /* the longer sentinel and a CR */
};

/* A struct frame of all zeros has seen nothing. */
struct frame {
    struct spool open;     /* the frame that has begun and not ended, up to the limit */
    struct spool complete; /* the last complete frame, with what is left of its end sentinel's line */
    size_t complete_size;  /* its content alone */
    size_t limit;          /* how large the content may be */
    bool is_open;
    bool open_too_large;
    bool is_complete;
    bool too_large;        /* the last complete frame passed the limit; its content is not kept */
    char line[FRAME_TAIL]; /* the last bytes of the line that has not ended */
    size_t line_kept;
    size_t line_length;
};

/* Takes the next COUNT bytes of the stream. LIMIT: how large a frame may be, in bytes. */
void frame_feed(struct frame *frame, const char *bytes, size_t count, size_t limit);

/* The stream is at its end, which ends a last line without a newline too. */
void frame_finish(struct frame *frame);

/* Puts the last complete frame's content into OUT, which must be empty, white space around it trimmed. 0, or -1 with
 * errno. */
int frame_content(struct frame *frame, struct buffer *out);

void frame_free(struct frame *frame);

#endif
