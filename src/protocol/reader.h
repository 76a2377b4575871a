/* reader: takes a worker's stdout apart while it comes: what is report by its protocol, and what is text. */
#ifndef ORI_READER_H
#define ORI_READER_H

#include <stddef.h>
#include <stdint.h>

#include "base/capture.h"
#include "protocol/protocol.h"

struct reader {
    const struct protocol *protocol;
    void *state;         /* the protocol's; owned */
    struct capture text; /* what is no report */
    struct buffer piece; /* the text of the bytes at hand */
    uint64_t bytes;      /* all that came */
};

/* KEEP: how many of the text's first and of its last bytes are kept. */
void reader_init(struct reader *reader, const struct protocol *protocol, size_t keep);
void reader_feed(struct reader *reader, const char *bytes, size_t count);
void reader_finish(struct reader *reader);

/* The protocol that the worker did report by. */
const struct protocol *reader_spoken(const struct reader *reader);

void reader_free(struct reader *reader);

#endif
