/* names: a set of names that gives each an index, found by hash. A struct names of all zeros is empty. */
#ifndef ORI_NAMES_H
#define ORI_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* The index of a name that is not in the set. */
#define NAMES_NONE SIZE_MAX

struct name_slot {
    uint32_t hash;
    uint32_t place; /* in list, plus one; 0 is free */
};

/* The names themselves are the caller's, and have to stay where they are as long as the set is used. */
struct names {
    const char **list; /* in the order in which they were added */
    size_t count;
    size_t capacity;
    struct name_slot *slots;
    size_t slot_count; /* a power of two */
};

/* The index of NAME, which is count - 1 as count has grown by one when it is new. */
size_t names_add(struct names *names, const char *name);

/* The index of NAME, or NAMES_NONE. */
size_t names_find(const struct names *names, const char *name);

void names_free(struct names *names);

#endif
