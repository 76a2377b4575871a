/* events: finds the worker's events in a stream of any bytes, and follows each test through them (ori-protocol(7)). */
#ifndef ORI_EVENTS_H
#define ORI_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/names.h"
#include "protocol/intake.h"
#include "protocol/words.h"

enum {
    EVENTS_MARKER_LENGTH = sizeof EVENTS_MARKER - 1,
    EVENTS_MAX_LINE = 64 << 10 /* of a longer event the rest is cut off */
};

/* A test that an event has named. */
struct event_test {
    char *name;
    bool planned;
    bool started;
    bool has_result;
    enum outcome outcome; /* of its result */
};

/* All zeros has seen nothing. It owns what is in it. */
struct events {
    struct intake intake; /* the results, in the order in which they came, and the errors */
    struct event_test *tests;
    size_t test_count;
    size_t test_capacity;
    struct names names; /* of the tests, with the same index */
    size_t planned;
    uint64_t unplanned;    /* results of tests that were not planned before */
    uint64_t repeated;     /* results of tests that had one */
    uint64_t late;         /* events after done */
    char *first_unplanned; /* names, NULL when there is none */
    char *first_repeated;
    bool any;    /* there was an event at all */
    bool is_cut; /* the stream has ended in what may be the begin of one */
    bool done;
    struct buffer line;  /* what may still be an event of the line that has not ended */
    struct buffer event; /* what follows a marker of the line, to be cut up */
};

/* The first marker among COUNT bytes, or NULL. */
const char *events_find_marker(const char *bytes, size_t count);

/* Takes the next bytes of the stream: a whole line, or a part of one that is not after its newline. What is no event is
   appended to TEXT. A line counts as an event only when it has ended: what a death has cut off says nothing. */
void events_feed(struct events *events, const char *bytes, size_t count, struct buffer *text);

/* The stream is at its end. */
void events_finish(struct events *events, struct buffer *text);

/* Adds to the errors what no honest stream of events holds: a result of a test that was not planned, or that had one,
   or an event after the end. */
void events_hold_order(struct summary *summary, const struct events *events);

void events_free(struct events *events);

#endif
