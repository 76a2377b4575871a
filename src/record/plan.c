/* plan: plan.jsonl, which cells a run consists of. */
#include "record/plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "record/json.h"
#include "record/pull.h"

enum { PIECE_BYTES = 64 << 10, LINE_MAX_BYTES = 16 << 20 };

void
plan_add(struct plan *plan, const char *record, const char *path)
{
    if (plan->count == plan->capacity) {
        plan->capacity = plan->capacity > 0 ? 2 * plan->capacity : 64;
        plan->cells = xreallocarray(plan->cells, plan->capacity, sizeof *plan->cells);
    }
    plan->cells[plan->count++] = (struct plan_cell){ xstrdup(record), xstrdup(path) };
}

void
plan_write(struct buffer *out, const struct plan *plan)
{
    buffer_add(out, "{\"schema\":\"" PLAN_SCHEMA "\",\"run\":");
    json_add_string(out, plan->run);
    buffer_printf(out, ",\"cells\":%zu}\n", plan->count);
    for (size_t i = 0; i < plan->count; i++) {
        buffer_add(out, "{\"record\":");
        json_add_string(out, plan->cells[i].record);
        buffer_add(out, ",\"path\":");
        json_add_string(out, plan->cells[i].path);
        buffer_add(out, "}\n");
    }
}

/* What a plan is read with, line by line. */
struct scan {
    const struct plan_sink *sink;
    size_t number; /* of the line */
    int64_t cells; /* as the first line promises */
    size_t count;
    struct buffer first; /* a text of the line, and another one */
    struct buffer second;
};

/* Reads a string into TEXT. Whether it is one; anything else is skipped. */
static bool
read_text(struct pull *pull, struct buffer *text)
{
    struct pull_text found;

    if (pull_peek(pull) != PULL_STRING) {
        pull_skip(pull);
        return false;
    }
    pull_string(pull, &found);
    if (pull->why != NULL)
        return false;
    buffer_clear(text);
    pull_text_copy(&found, buffer_reserve(text, found.size));
    text->size = found.size;
    return true;
}

/* A whole number that is not negative, or -1. */
static int64_t
read_count(struct pull *pull)
{
    if (pull_peek(pull) == PULL_NUMBER)
        return pull_number(pull);
    pull_skip(pull);
    return -1;
}

static const char *
read_header(struct scan *scan, struct pull *pull)
{
    enum { SCHEMA, RUN, CELLS };
    static const char *const names[] = { "schema", "run", "cells", NULL };
    bool has_schema = false;
    bool has_run = false;
    struct pull_text name;
    uint32_t seen = 0;

    scan->cells = -1;
    if (!pull_expect(pull, PULL_OBJECT, "it") || !pull_enter(pull))
        return NULL;
    while (pull_member(pull, &name)) {
        switch (pull_known(pull, &name, names, &seen)) {
        case SCHEMA:
            has_schema = read_text(pull, &scan->second) && strcmp(buffer_text(&scan->second), PLAN_SCHEMA) == 0;
            break;
        case RUN:
            has_run = read_text(pull, &scan->first);
            break;
        case CELLS:
            scan->cells = read_count(pull);
            break;
        default:
            pull_skip(pull);
        }
    }
    if (pull_finish(pull) != 0)
        return NULL;
    if (!has_schema)
        return "schema is not " PLAN_SCHEMA;
    if (!has_run)
        return "no run";
    if (scan->cells < 0)
        return "no number of cells";
    scan->sink->run(scan->sink->context, buffer_text(&scan->first));
    return NULL;
}

/* A record's name is a plain file name: a plan must not lead anywhere else. */
static bool
is_record_name(const char *name)
{
    return name[0] != '\0' && name[0] != '.' && strchr(name, '/') == NULL;
}

static const char *
read_cell(struct scan *scan, struct pull *pull)
{
    enum { RECORD, PATH };
    static const char *const names[] = { "record", "path", NULL };
    bool has_record = false;
    bool has_path = false;
    struct pull_text name;
    uint32_t seen = 0;

    if (!pull_expect(pull, PULL_OBJECT, "it") || !pull_enter(pull))
        return NULL;
    while (pull_member(pull, &name)) {
        switch (pull_known(pull, &name, names, &seen)) {
        case RECORD:
            has_record = read_text(pull, &scan->first);
            break;
        case PATH:
            has_path = read_text(pull, &scan->second);
            break;
        default:
            pull_skip(pull);
        }
    }
    if (pull_finish(pull) != 0)
        return NULL;
    if (!has_record || !is_record_name(buffer_text(&scan->first)))
        return "no record's file name";
    if (!has_path)
        return "no path";
    scan->count++;
    scan->sink->cell(scan->sink->context, buffer_text(&scan->first), buffer_text(&scan->second));
    return NULL;
}

static int
read_line(struct scan *scan, const char *line, size_t size, char **why)
{
    const char *wrong;
    struct pull pull;

    scan->number++;
    pull_begin(&pull, line, size);
    wrong = scan->number == 1 ? read_header(scan, &pull) : read_cell(scan, &pull);
    if (pull.why != NULL)
        wrong = pull.why;
    if (wrong != NULL)
        *why = xasprintf("line %zu: %s", scan->number, wrong);
    pull_free(&pull);
    return wrong != NULL ? -1 : 0;
}

/* Reads the lines that are whole, and leaves the begin of the one that is not. */
static int
read_whole_lines(struct scan *scan, struct buffer *text, char **why)
{
    size_t begin = 0;
    const char *newline;

    while (begin < text->size && (newline = memchr(text->data + begin, '\n', text->size - begin)) != NULL) {
        const char *line = text->data + begin;

        if (read_line(scan, line, (size_t)(newline - line), why) != 0)
            return -1;
        begin += (size_t)(newline - line) + 1;
    }
    if (begin > 0)
        memmove(text->data, text->data + begin, text->size - begin);
    text->size -= begin;
    return 0;
}

static int
read_pieces(struct scan *scan, int fd, struct buffer *text, char **why)
{
    for (;;) {
        ssize_t n = io_read(fd, buffer_reserve(text, PIECE_BYTES), PIECE_BYTES);

        if (n == 0)
            return 0;
        if (n < 0) {
            *why = xstrdup(strerror(errno));
            return -1;
        }
        text->size += (size_t)n;
        if (read_whole_lines(scan, text, why) != 0)
            return -1;
        if (text->size > LINE_MAX_BYTES) {
            *why = xasprintf("line %zu is too long", scan->number + 1);
            return -1;
        }
    }
}

/* What is wrong at the plan's end; NULL when nothing is. */
static char *
check_end(const struct scan *scan, const struct buffer *rest)
{
    if (rest->size > 0)
        return xasprintf("line %zu is torn", scan->number + 1);
    if (scan->number == 0)
        return xstrdup("empty");
    if (scan->cells != (int64_t)scan->count)
        return xasprintf("%zu cells where line 1 promises %lld", scan->count, (long long)scan->cells);
    return NULL;
}

int
plan_scan(const char *file, const struct plan_sink *sink, char **why)
{
    struct scan scan = { .sink = sink };
    struct buffer text = { 0 };
    int fd = io_open_file(file);

    *why = NULL;
    if (fd < 0)
        *why = xstrdup(strerror(errno));
    else if (read_pieces(&scan, fd, &text, why) == 0)
        *why = check_end(&scan, &text);
    io_close(&fd);
    buffer_free(&text);
    buffer_free(&scan.first);
    buffer_free(&scan.second);
    return *why != NULL ? -1 : 0;
}

static void
keep_run(void *context, const char *run)
{
    struct plan *plan = context;

    plan->run = xstrdup(run);
}

static void
keep_cell(void *context, const char *record, const char *path)
{
    plan_add(context, record, path);
}

int
plan_read(struct plan *plan, const char *file, char **why)
{
    const struct plan_sink sink = { keep_run, keep_cell, plan };
    int result = plan_scan(file, &sink, why);

    if (result != 0)
        plan_free(plan);
    return result;
}

void
plan_free(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        free(plan->cells[i].record);
        free(plan->cells[i].path);
    }
    free(plan->cells);
    free(plan->run);
    *plan = (struct plan){ 0 };
}
