/* reader: takes a worker's stdout apart while it comes: what is report by its protocol, and what is text. */
#ifndef ORI_READER_H
#define ORI_READER_H

#include <stddef.h>
#include <stdint.h>

#include "cell/capture.h"
#include "cell/events.h"
#include "cell/frame.h"
#include "cell/tap.h"

/* How a worker reports. AUTO is the frame if there is one, else the events if there is one. */
enum protocol { PROTOCOL_AUTO, PROTOCOL_FRAME, PROTOCOL_EVENTS, PROTOCOL_EXIT, PROTOCOL_TAP, PROTOCOL_COUNT };

struct reader {
    enum protocol protocol;
    struct frame frame;
    struct events events;
    struct tap tap;
    struct capture text; /* what is no report */
    struct buffer piece; /* the text of the bytes at hand */
    uint64_t bytes;      /* all that came */
};

/* KEEP: how many of the text's first and of its last bytes are kept. */
void reader_init(struct reader *reader, enum protocol protocol, size_t keep);
void reader_feed(struct reader *reader, const char *bytes, size_t count);
void reader_finish(struct reader *reader);

/* The protocol that the worker did report by; AUTO when AUTO was asked for and there is no report. */
enum protocol reader_protocol(const struct reader *reader);

/* The name of a protocol, as in a record. */
const char *protocol_name(enum protocol protocol);

void reader_free(struct reader *reader);

#endif
