/* arena: many short texts with one owner.

   Chunks grow from a few hundred bytes, since most summaries are small, to 64 KiB. A text that would take a good part
   of such a chunk has one for itself, so that little of a chunk is ever left over. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { FIRST_BYTES = 256, MOST_BYTES = 64 << 10, ALONE_BYTES = MOST_BYTES / 8 };

struct arena_chunk {
    struct arena_chunk *next;
    char bytes[];
};

static struct arena_chunk *
new_chunk(size_t count)
{
    if (count > SIZE_MAX / 2)
        xalloc_fail();
    return xmalloc(sizeof(struct arena_chunk) + count);
}

/* A chunk behind the first one, which stays the one that is filled. */
static char *
get_alone(struct arena *arena, size_t count)
{
    struct arena_chunk *chunk = new_chunk(count);
    struct arena_chunk **place = arena->first != NULL ? &arena->first->next : &arena->first;

    chunk->next = *place;
    *place = chunk;
    return chunk->bytes;
}

/* A chunk is filled from its end, so that its room says where. */
char *
arena_get(struct arena *arena, size_t count)
{
    if (count > arena->room) {
        struct arena_chunk *chunk;
        size_t bytes = arena->next_bytes > 0 ? arena->next_bytes : FIRST_BYTES;

        if (count > ALONE_BYTES)
            return get_alone(arena, count);
        while (bytes < count)
            bytes *= 2;
        chunk = new_chunk(bytes);
        chunk->next = arena->first;
        arena->first = chunk;
        arena->room = bytes;
        arena->next_bytes = bytes < MOST_BYTES ? 2 * bytes : bytes;
    }
    arena->room -= count;
    return arena->first->bytes + arena->room;
}

const char *
arena_copy(struct arena *arena, const char *bytes, size_t count)
{
    char *copy;

    if (count == 0)
        return "";
    copy = arena_get(arena, count + 1);
    memcpy(copy, bytes, count);
    copy[count] = '\0';
    return copy;
}

void
arena_join(struct arena *into, struct arena *from)
{
    struct arena_chunk **end;

    if (into->first == NULL) {
        *into = *from;
    } else {
        /* FROM's chunks are few: it is the one that is walked over. */
        for (end = &from->first; *end != NULL; end = &(*end)->next)
            ;
        *end = into->first->next;
        into->first->next = from->first;
    }
    *from = (struct arena){ NULL, 0, 0 };
}

void
arena_free(struct arena *arena)
{
    while (arena->first != NULL) {
        struct arena_chunk *chunk = arena->first;

        arena->first = chunk->next;
        free(chunk);
    }
    *arena = (struct arena){ NULL, 0, 0 };
}
