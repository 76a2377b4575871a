/* frame: finds the worker's report between its sentinels in a stream of any bytes, and reads it (ori-protocol(7)). */
#ifndef ORI_FRAME_H
#define ORI_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/spool.h"
#include "protocol/testfile.h"
#include "protocol/words.h"
#include "record/summary.h"

#define FRAME_MAX_BYTES ((size_t)64 << 20)

struct observation;

enum {
    FRAME_BEGIN_LENGTH = sizeof FRAME_BEGIN - 1,
    FRAME_END_LENGTH = sizeof FRAME_END - 1,
    FRAME_TAIL = FRAME_BEGIN_LENGTH + 1 /* the longer sentinel and a CR */
};

/* A struct frame of all zeros has seen nothing. */
struct frame {
    size_t limit;          /* how large the content may be; 0: FRAME_MAX_BYTES */
    struct spool open;     /* the frame that has begun and not ended, up to the limit */
    struct spool complete; /* the last complete frame, with what is left of its end sentinel's line */
    size_t complete_size;  /* its content alone */
    bool is_open;
    bool open_too_large;
    bool is_complete;
    bool too_large;        /* the last complete frame passed the limit; its content is not kept */
    char line[FRAME_TAIL]; /* the last bytes of the line that has not ended */
    size_t line_kept;
    size_t line_length;
};

/* Takes the next bytes of the stream: a whole line, or a part of one that is not after its newline. What stands in no
   frame and is no sentinel is appended to TEXT, the last bytes of a line when it has ended. */
void frame_feed(struct frame *frame, const char *bytes, size_t count, struct buffer *text);

/* The stream is at its end, which ends a last line without a newline too. */
void frame_finish(struct frame *frame, struct buffer *text);

/* Puts the last complete frame's content into OUT, which must be empty, white space around it trimmed. 0, or -1 with
 * errno. */
int frame_content(struct frame *frame, struct buffer *out);

/* Reads the content of a frame: one summary, or an array of them, whose results are put together. One of another test
   file than FILE is no report; FILE may be NULL: any will do. REPORTED must be empty. 0, or -1 with *WHY (owned by the
   caller); REPORTED is empty then. */
int frame_read(struct summary *reported, const char *content, size_t size, const struct testfile *file, char **why);

/* Fills SUMMARY with what the frame says. Whether there is one that says something; otherwise SUMMARY has what that
   comes to. HAS_BEGUN: the worker has begun to report in another way. */
bool frame_report(struct frame *frame, struct summary *summary, const struct observation *seen, bool has_begun);

/* Adds to what a frame says what the worker's end adds to it: its death, or a status that does not agree. */
void frame_hold_end(struct summary *summary, const struct observation *seen);

void frame_free(struct frame *frame);

#endif
