/* protocol: how a worker reports, as a value: what takes its stdout in, and what judges it. */
#ifndef ORI_PROTOCOL_H
#define ORI_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "record/summary.h"

struct observation;

struct protocol {
    const char *name;  /* of --protocol, and in a record */
    size_t state_size; /* of what it keeps; all zeros has seen nothing */
    bool knows_rest;   /* it tells which tests never ran, so that --rerun-rest can name them */

    /* Takes the next bytes of the stream: a whole line, or a part of one that is not after its newline. What is no
       report is appended to TEXT, at once or later. */
    void (*feed)(void *state, const char *bytes, size_t count, struct buffer *text);
    void (*finish)(void *state, struct buffer *text); /* the stream is at its end */

    /* Whether whole lines hold no report, as seen at a glance: a flood of short ones is not to cost a look at each.
       NULL: each line is looked at. */
    bool (*is_text)(const void *state, const char *bytes, size_t count);

    /* Fills SUMMARY, which is empty but for its duration, of a worker that was started. How many of the last results
       are of tests that never ran because the worker died before. What the state holds is taken. */
    size_t (*judge)(void *state, struct summary *summary, const struct observation *seen);

    /* By which one the worker did report; NULL: by this one. */
    const struct protocol *(*spoken)(const void *state);

    void (*free)(void *state);
};

extern const struct protocol protocol_auto;
extern const struct protocol protocol_frame;
extern const struct protocol protocol_events;
extern const struct protocol protocol_exit;
extern const struct protocol protocol_tap;

/* All there are, the default first; NULL ends them. */
extern const struct protocol *const protocols[];

/* The one of that name, or NULL. */
const struct protocol *protocol_find(const char *name);

#endif
