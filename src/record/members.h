/* members: a JSON object and the structure that it stands for, written and read by one table of its members. What is
   read is lenient: a value of another type than it should be is skipped and counts as not told. */
#ifndef ORI_MEMBERS_H
#define ORI_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "record/pull.h"
#include "record/writer.h"

/* A number that is not told. No number here is negative that is. */
enum { NOT_TOLD = -1 };

enum member_kind {
    MEMBER_NUMBER, /* int64_t; not written when it is NOT_TOLD */
    MEMBER_TEXT,   /* const char *, any bytes; not written when it is NULL */
    MEMBER_VALID,  /* likewise, known to be UTF-8; NULL is written as null */
    MEMBER_FLAG,   /* bool; not written when it is false */
    MEMBER_WORDS,  /* const char *const *, which NULL ends, of any bytes; not written when it is NULL */
    MEMBER_OBJECT, /* a structure with a table of its own */
    MEMBER_LIST,   /* const STRUCTURE *, and how many there are; not written when there is none */
    MEMBER_OTHER   /* as its functions do */
};

struct member {
    const char *name; /* NULL ends a table */
    enum member_kind kind;
    bool breaks;                  /* it begins a line */
    size_t place;                 /* in the structure */
    const struct member *members; /* of an object, or of each item of a list */
    const struct member_list *list;
    /* OTHER: write may write nothing, read reads the value. */
    void (*write)(struct writer *writer, const char *name, const void *base);
    void (*read)(struct arena *texts, struct pull *pull, void *base);
};

/* What else is to be known of a list. */
struct member_list {
    size_t count_place; /* of how many there are, a size_t */
    size_t size;        /* of one item */
    const void *blank;  /* an item that is told nothing */
    size_t most;        /* more are an error; 0: any number */
    bool lines;         /* each begins a line */
};

enum { MEMBERS_MAX = 31 }; /* of one object */

/* Writes the members to the object that has begun. */
void members_write(struct writer *writer, const struct member *members, const void *base);

/* Reads the next value. Texts become those of the arena; the memory of lists and of words is the caller's to free. */
void members_read(struct arena *texts, struct pull *pull, const struct member *members, void *base);

/* The next value as a text, NULL when it is none. */
const char *members_read_text(struct arena *texts, struct pull *pull);

/* The next value as a number; NOT_TOLD when it is none, or negative. */
int64_t members_read_number(struct pull *pull);

/* Makes room for one more item of SIZE bytes behind the COUNT there are. ITEMS was made by this, or is NULL. */
void *members_grow(const void *items, size_t count, size_t size);

/* Frees the lists and words that were read to the structure; not those within its lists. */
void members_free(const struct member *members, void *base);

#endif
