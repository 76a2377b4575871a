/* writer: writes JSON (RFC 8259) value by value, and does the commas. It keeps nothing of what it wrote.

   Whoever writes nests begin and end, no deeper than WRITER_MAX_DEPTH. In an object each value has a name; in an array
   and at the top it has none, which is NULL. */
#ifndef ORI_WRITER_H
#define ORI_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "record/drain.h"

enum { WRITER_MAX_DEPTH = 32 };

struct writer {
    struct buffer *out;
    const struct drain *drain;
    unsigned depth;
    uint32_t lines; /* a bit for each depth: whether each value begins a line */
    bool has_value; /* something stands before the next value of this object or array */
    bool breaks;    /* the next value begins a line */
};

/* OUT is drained between values when it has grown; DRAIN may be NULL. */
void writer_init(struct writer *writer, struct buffer *out, const struct drain *drain);

/* Begin and end an object or an array. LINES: each of its values begins a line. */
void writer_object(struct writer *writer, const char *name, bool lines);
void writer_end_object(struct writer *writer);
void writer_array(struct writer *writer, const char *name, bool lines);
void writer_end_array(struct writer *writer);

/* Lets the next value begin a line. */
void writer_break(struct writer *writer);

/* TEXT is valid UTF-8; NULL becomes null. */
void writer_string(struct writer *writer, const char *name, const char *text);

/* Bytes from outside as a string: what is no UTF-8 is repaired (base/text.h). */
void writer_bytes(struct writer *writer, const char *name, const char *bytes, size_t count);

void writer_number(struct writer *writer, const char *name, int64_t number);
void writer_count(struct writer *writer, const char *name, uint64_t count);
void writer_boolean(struct writer *writer, const char *name, bool value);
void writer_null(struct writer *writer, const char *name);

#endif
