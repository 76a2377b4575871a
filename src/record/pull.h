/* pull: JSON (RFC 8259) read value by value, by one who asks for what is to come. Nothing is kept: no tree.

   Strict, and a little more: no control character stands in a string, no NUL in a member's name, escaped or not, and
   nothing is nested deeper than PULL_MAX_DEPTH. Bytes in a string that are no UTF-8 are repaired (base/text.h); half of
   a surrogate pair becomes U+FFFD, and so does a NUL.

   The first error ends it: every function answers as at the end of what it reads, and no later error is noted. */
#ifndef ORI_PULL_H
#define ORI_PULL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PULL_MAX_DEPTH = 64,
    PULL_MAX_REPAIRS = 1 << 20 /* one byte becomes three: of more than these the memory would have no bound */
};

enum pull_type { PULL_NOTHING, PULL_NULL, PULL_BOOLEAN, PULL_NUMBER, PULL_STRING, PULL_ARRAY, PULL_OBJECT };

struct pull {
    const char *bytes;
    size_t size;
    size_t at;
    unsigned depth;
    unsigned repairs;
    bool fresh;   /* an array or object has just begun */
    bool refused; /* the error is one of the reader's, and not of the syntax */
    char *why;    /* the first error, which ends in its place; NULL when there is none; owned */
};

/* A string where it stands, and how long it is when it is decoded. */
struct pull_text {
    const char *raw;
    size_t raw_size;
    size_t size;
    size_t at;        /* the byte at which it begins, with its quote */
    unsigned repairs; /* how many bytes of it were no UTF-8 */
    bool is_plain;    /* what stands there is what it says */
    bool has_nul;
};

void pull_begin(struct pull *pull, const char *bytes, size_t size);

/* What comes next. PULL_NOTHING after an error, and where no value begins, which is one. */
enum pull_type pull_peek(struct pull *pull);

/* Reads the begin of an array or object, which must be what comes next. false after an error. */
bool pull_enter(struct pull *pull);

/* Whether there is one more member, whose name is read then and whose value the caller reads next; otherwise the
   object's end is read. */
bool pull_member(struct pull *pull, struct pull_text *name);

/* Whether there is one more value in the array, which the caller reads next; otherwise the array's end is read. */
bool pull_item(struct pull *pull);

/* Read the value that comes next, which must be of this type. A number is cut to a whole one, and held within 64 bits.
 */
void pull_string(struct pull *pull, struct pull_text *text);
int64_t pull_number(struct pull *pull);
bool pull_boolean(struct pull *pull);

/* Reads the value that comes next, whatever it is. */
void pull_skip(struct pull *pull);

/* Reads the end of the bytes, at which there is nothing but white space. 0, or -1 after an error. */
int pull_finish(struct pull *pull);

/* Whether what comes next is of the type; otherwise an error is noted: "WHAT is no string". */
bool pull_expect(struct pull *pull, enum pull_type type, const char *what);

/* The place of a member's name in NAMES, which NULL ends; -1 when it is not there. SEEN has a bit for each of them that
   has been read: one that comes again is an error. */
int pull_known(struct pull *pull, const struct pull_text *name, const char *const names[], uint32_t *seen);

/* Notes an error of the reader's: what it says ends in the place AT. */
void pull_refuse(struct pull *pull, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Whether the text says the same as OTHER, which is short. */
bool pull_text_is(const struct pull_text *text, const char *other);

/* Puts the text's SIZE bytes, valid UTF-8 without a NUL, to OUT. */
void pull_text_copy(const struct pull_text *text, char *out);

/* A copy of it with a NUL after it. The caller frees. */
char *pull_text_take(const struct pull_text *text);

void pull_free(struct pull *pull);

#endif
