/* tap: reads the Test Anything Protocol, versions 13 and 14 (testanything.org), from a stream of any bytes. */
#ifndef ORI_TAP_H
#define ORI_TAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "protocol/intake.h"

/* Of a longer line the rest is cut off. */
enum { TAP_MAX_LINE = 16 << 10 };

/* All zeros has seen nothing. It owns what is in it. */
struct tap {
    struct intake intake; /* the results, in the order in which they came, and the errors */
    struct buffer line;   /* of the line that has not ended */
    struct buffer block;  /* the YAML block that is open */
    bool in_block;
    struct test_result *block_of; /* the result that the block may explain; NULL: none */
    bool any;                     /* there was a plan, a test or a bail-out */
    bool has_plan;
    bool plan_repeated;
    bool bailed_out;
    uint64_t planned;
    uint64_t seen;
    uint64_t disordered; /* tests whose number was not the next */
};

/* Takes the next bytes of the stream: a whole line, or a part of one that is not after its newline. What is no TAP is
   appended to TEXT: comments, subtests (the parent's line sums them up), anything else. */
void tap_feed(struct tap *tap, const char *bytes, size_t count, struct buffer *text);

/* The stream is at its end. Adds what is wrong with it as a whole to the errors: no plan, fewer or more tests than were
   planned, numbers out of order. */
void tap_finish(struct tap *tap, struct buffer *text);

void tap_free(struct tap *tap);

#endif
