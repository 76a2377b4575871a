/* plan: plan.jsonl, which cells a run consists of. */
#include "record/plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "record/json.h"

/* 100,000 cells with long names are some 40 MB. */
#define PLAN_MAX_BYTES ((size_t)1 << 30)

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

static int
read_header(struct plan *plan, json_object *line, uint64_t *cells, char **why)
{
    const char *schema = json_member_string(line, "schema");
    const char *run = json_member_string(line, "run");
    json_object *count = json_member(line, "cells");

    if (schema == NULL || strcmp(schema, PLAN_SCHEMA) != 0)
        *why = xstrdup("line 1: schema is not " PLAN_SCHEMA);
    else if (run == NULL)
        *why = xstrdup("line 1: no run");
    else if (!json_object_is_type(count, json_type_int) || json_object_get_int64(count) < 0)
        *why = xstrdup("line 1: no number of cells");
    if (*why != NULL)
        return -1;
    plan->run = xstrdup(run);
    *cells = (uint64_t)json_object_get_int64(count);
    return 0;
}

/* A record's name is a plain file name: a plan must not lead anywhere else. */
static int
read_cell(struct plan *plan, json_object *line, char **why)
{
    const char *record = json_member_string(line, "record");
    const char *path = json_member_string(line, "path");

    if (record == NULL || record[0] == '\0' || record[0] == '.' || strchr(record, '/') != NULL)
        *why = xasprintf("line %zu: no record's file name", plan->count + 2);
    else if (path == NULL)
        *why = xasprintf("line %zu: no path", plan->count + 2);
    if (*why != NULL)
        return -1;
    plan_add(plan, record, path);
    return 0;
}

static int
read_lines(struct plan *plan, const char *text, size_t left, char **why)
{
    uint64_t cells = 0;
    size_t number = 0;

    while (left > 0) {
        const char *newline = memchr(text, '\n', left);
        char *reason = NULL;
        json_object *line;
        int result;

        number++;
        if (newline == NULL) {
            *why = xasprintf("line %zu is torn", number);
            return -1;
        }
        line = json_read(text, (size_t)(newline - text), &reason);
        if (line == NULL) {
            *why = xasprintf("line %zu: %s", number, reason);
            free(reason);
            return -1;
        }
        result = number == 1 ? read_header(plan, line, &cells, why) : read_cell(plan, line, why);
        json_object_put(line);
        if (result != 0)
            return -1;
        left -= (size_t)(newline - text) + 1;
        text = newline + 1;
    }
    if (number == 0)
        *why = xstrdup("empty");
    else if (cells != plan->count)
        *why = xasprintf("%zu cells where line 1 promises %llu", plan->count, (unsigned long long)cells);
    return *why != NULL ? -1 : 0;
}

int
plan_read(struct plan *plan, const char *file, char **why)
{
    struct buffer text = { 0 };
    int result = -1;

    *why = NULL;
    if (io_read_file(file, PLAN_MAX_BYTES, &text) != 0)
        *why = xstrdup(strerror(errno));
    else
        result = read_lines(plan, text.data, text.size, why);
    buffer_free(&text);
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
