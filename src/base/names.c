/* names: a set of names that gives each an index. Open addressing, at most half full; the hashes are kept, so that
   growing compares no names. */
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { FIRST_NAMES = 32 };

static uint32_t
hash(const char *name)
{
    uint64_t value = UINT64_C(14695981039346656037); /* FNV-1a */

    for (; *name != '\0'; name++)
        value = (value ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return (uint32_t)(value ^ (value >> 32));
}

/* The slot in which NAME stands, or would. */
static size_t
find_slot(const struct names *names, const char *name, uint32_t wanted)
{
    size_t slot = wanted & (names->slot_count - 1);

    while (names->slots[slot].place != 0 &&
           (names->slots[slot].hash != wanted || strcmp(names->list[names->slots[slot].place - 1], name) != 0))
        slot = (slot + 1) & (names->slot_count - 1);
    return slot;
}

static void
grow(struct names *names)
{
    struct name_slot *old = names->slots;
    size_t old_count = names->slot_count;

    names->capacity = names->capacity > 0 ? 2 * names->capacity : FIRST_NAMES;
    if (names->capacity > UINT32_MAX)
        xalloc_fail();
    names->list = xreallocarray(names->list, names->capacity, sizeof *names->list);
    names->slot_count = 2 * names->capacity;
    names->slots = xcalloc(names->slot_count, sizeof *names->slots);
    for (size_t i = 0; i < old_count; i++) {
        size_t slot = old[i].hash & (names->slot_count - 1);

        if (old[i].place == 0)
            continue;
        while (names->slots[slot].place != 0)
            slot = (slot + 1) & (names->slot_count - 1);
        names->slots[slot] = old[i];
    }
    free(old);
}

size_t
names_add(struct names *names, const char *name)
{
    uint32_t wanted = hash(name);
    size_t slot;

    if (names->count == names->capacity)
        grow(names);
    slot = find_slot(names, name, wanted);
    if (names->slots[slot].place == 0) {
        names->list[names->count++] = name;
        names->slots[slot] = (struct name_slot){ wanted, (uint32_t)names->count };
    }
    return names->slots[slot].place - 1;
}

size_t
names_find(const struct names *names, const char *name)
{
    size_t slot;

    if (names->count == 0)
        return NAMES_NONE;
    slot = find_slot(names, name, hash(name));
    return names->slots[slot].place != 0 ? names->slots[slot].place - 1 : NAMES_NONE;
}

void
names_free(struct names *names)
{
    free(names->list);
    free(names->slots);
    *names = (struct names){ .count = 0 };
}
