/* members: a JSON object and the structure that it stands for. */
#include "record/members.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static void
write_words(struct writer *writer, const char *name, const char *const *words)
{
    if (words == NULL)
        return;
    writer_array(writer, name, false);
    for (; *words != NULL; words++)
        writer_bytes(writer, NULL, *words, strlen(*words));
    writer_end_array(writer);
}

static void
write_object(struct writer *writer, const char *name, const struct member *members, const void *base)
{
    writer_object(writer, name, false);
    members_write(writer, members, base);
    writer_end_object(writer);
}

static void
write_list(struct writer *writer, const struct member *member, const void *base)
{
    const char *items = *(const char *const *)((const char *)base + member->place);
    size_t count = *(const size_t *)((const char *)base + member->list->count_place);

    if (count == 0)
        return;
    writer_array(writer, member->name, member->list->lines);
    for (size_t i = 0; i < count; i++)
        write_object(writer, NULL, member->members, items + i * member->list->size);
    writer_end_array(writer);
}

static void
write_one(struct writer *writer, const struct member *member, const void *base)
{
    const void *place = (const char *)base + member->place;
    const char *const *text = place;

    switch (member->kind) {
    case MEMBER_NUMBER:
        if (*(const int64_t *)place >= 0)
            writer_number(writer, member->name, *(const int64_t *)place);
        break;
    case MEMBER_TEXT:
        if (*text != NULL)
            writer_bytes(writer, member->name, *text, strlen(*text));
        break;
    case MEMBER_VALID:
        writer_string(writer, member->name, *text);
        break;
    case MEMBER_FLAG:
        if (*(const bool *)place)
            writer_boolean(writer, member->name, true);
        break;
    case MEMBER_WORDS:
        write_words(writer, member->name, *(const char *const *const *)place);
        break;
    case MEMBER_OBJECT:
        write_object(writer, member->name, member->members, place);
        break;
    case MEMBER_LIST:
        write_list(writer, member, base);
        break;
    case MEMBER_OTHER:
        member->write(writer, member->name, base);
        break;
    }
}

void
members_write(struct writer *writer, const struct member *members, const void *base)
{
    for (; members->name != NULL; members++) {
        if (members->breaks)
            writer_break(writer);
        write_one(writer, members, base);
    }
}

/* Whether a value of the type comes; anything else but null is an error. */
static bool
comes(struct pull *pull, enum pull_type type, const char *what)
{
    if (pull_peek(pull) == PULL_NULL) {
        pull_skip(pull);
        return false;
    }
    return pull_expect(pull, type, what);
}

const char *
members_read_text(struct arena *texts, struct pull *pull)
{
    struct pull_text text;
    char *copy;

    if (!comes(pull, PULL_STRING, "a member of the cell's"))
        return NULL;
    pull_string(pull, &text);
    copy = arena_get(texts, text.size + 1);
    pull_text_copy(&text, copy);
    copy[text.size] = '\0';
    return copy;
}

int64_t
members_read_number(struct pull *pull)
{
    size_t begin;
    int64_t value;

    if (!comes(pull, PULL_NUMBER, "a member of the cell's"))
        return NOT_TOLD;
    begin = pull->at;
    value = pull_number(pull);
    for (size_t i = begin; i < pull->at; i++)
        if (strchr("-.eE", pull->bytes[i]) != NULL) {
            pull_refuse(pull, begin, "a number of the cell's is not a whole one from 0 on");
            return NOT_TOLD;
        }
    return value;
}

static bool
read_flag(struct pull *pull)
{
    return comes(pull, PULL_BOOLEAN, "a member of the cell's") && pull_boolean(pull);
}

/* Whether an array begins. */
static bool
begin_array(struct pull *pull)
{
    return comes(pull, PULL_ARRAY, "a member of the cell's") && pull_enter(pull);
}

void *
members_grow(const void *items, size_t count, size_t size)
{
    bool is_full = (count & (count - 1)) == 0; /* none, or a power of two */
    void *own = (void *)(uintptr_t)items;

    return is_full ? xreallocarray(own, count > 0 ? 2 * count : 1, size) : own;
}

static const char *const *
read_words(struct arena *texts, struct pull *pull)
{
    const char **words = NULL;
    size_t count = 0;

    if (!begin_array(pull))
        return NULL;
    while (pull_item(pull)) {
        const char *word = members_read_text(texts, pull);

        if (word == NULL)
            continue;
        words = members_grow(words, count, sizeof *words);
        words[count++] = word;
    }
    words = xreallocarray(words, count + 1, sizeof *words);
    words[count] = NULL;
    return words;
}

static void
read_list(struct arena *texts, struct pull *pull, const struct member *member, void *base)
{
    char **items = (char **)((char *)base + member->place);
    size_t *count = (size_t *)((char *)base + member->list->count_place);
    size_t size = member->list->size;
    size_t begin = pull->at;

    if (!begin_array(pull))
        return;
    while (pull_item(pull)) {
        if (member->list->most > 0 && *count == member->list->most) {
            pull_refuse(pull, begin, "more than %zu %s", member->list->most, member->name);
            return;
        }
        *items = members_grow(*items, *count, size);
        memcpy(*items + *count * size, member->list->blank, size);
        members_read(texts, pull, member->members, *items + (*count)++ * size);
    }
}

static void
read_one(struct arena *texts, struct pull *pull, const struct member *member, void *base)
{
    void *place = (char *)base + member->place;

    switch (member->kind) {
    case MEMBER_NUMBER:
        *(int64_t *)place = members_read_number(pull);
        break;
    case MEMBER_TEXT:
    case MEMBER_VALID:
        *(const char **)place = members_read_text(texts, pull);
        break;
    case MEMBER_FLAG:
        *(bool *)place = read_flag(pull);
        break;
    case MEMBER_WORDS:
        *(const char *const **)place = read_words(texts, pull);
        break;
    case MEMBER_OBJECT:
        members_read(texts, pull, member->members, place);
        break;
    case MEMBER_LIST:
        read_list(texts, pull, member, base);
        break;
    case MEMBER_OTHER:
        member->read(texts, pull, base);
        break;
    }
}

void
members_read(struct arena *texts, struct pull *pull, const struct member *members, void *base)
{
    const char *names[MEMBERS_MAX + 1] = { NULL };
    struct pull_text name;
    uint32_t seen = 0;

    for (size_t i = 0; members[i].name != NULL; i++)
        names[i] = members[i].name;
    if (!comes(pull, PULL_OBJECT, "a member of the cell's"))
        return;
    (void)pull_enter(pull);
    while (pull_member(pull, &name)) {
        int known = pull_known(pull, &name, names, &seen);

        if (pull->why != NULL) /* it is there already, and is not to be lost */
            return;
        if (known >= 0)
            read_one(texts, pull, &members[known], base);
        else
            pull_skip(pull);
    }
}

void
members_free(const struct member *members, void *base)
{
    for (; members->name != NULL; members++) {
        void **place = (void **)((char *)base + members->place);

        if (members->kind != MEMBER_LIST && members->kind != MEMBER_WORDS)
            continue;
        free(*place);
        *place = NULL;
    }
}
