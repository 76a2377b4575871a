/* arena: many short texts with one owner, which are given back all at once. */
#ifndef ORI_ARENA_H
#define ORI_ARENA_H

#include <stddef.h>

struct arena_chunk;

/* A struct arena of all zeros is empty. */
struct arena {
    struct arena_chunk *first; /* owned, with all that follow it */
    size_t room;               /* what is left of the first one */
    size_t next_bytes;         /* how large the next one will be */
};

/* COUNT bytes, good until the arena is freed, not aligned. A large text gets no more than it needs. */
char *arena_get(struct arena *arena, size_t count);

/* A copy of the COUNT bytes with a NUL after them. Of no bytes it is a constant: nobody writes to a copy. */
const char *arena_copy(struct arena *arena, const char *bytes, size_t count);

/* INTO owns what FROM has owned; FROM is empty then. */
void arena_join(struct arena *into, struct arena *from);

void arena_free(struct arena *arena);

#endif
