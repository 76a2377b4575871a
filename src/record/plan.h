/* plan: plan.jsonl, which cells a run consists of. One header line, then one line a cell. */
#ifndef ORI_PLAN_H
#define ORI_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

#define PLAN_SCHEMA "ori-plan/1"
#define PLAN_FILE "plan.jsonl"

struct plan_cell {
    char *record; /* the record's file name, without a directory */
    char *path;   /* the test file */
};

/* All of it owned by the plan. */
struct plan {
    char *run;
    struct plan_cell *cells;
    size_t count;
    size_t capacity;
};

void plan_add(struct plan *plan, const char *record, const char *path);
void plan_write(struct buffer *out, const struct plan *plan);

/* Reads FILE. Every line must be there and be whole: a plan that lost its tail would lose cells. PLAN must be empty.
   0, or -1 with *WHY (owned by the caller) saying what is wrong; PLAN is empty then. */
int plan_read(struct plan *plan, const char *file, char **why);

/* Who is told what a plan says, first the run and then cell by cell. The texts are good until the call returns. */
struct plan_sink {
    void (*run)(void *context, const char *run);
    void (*cell)(void *context, const char *record, const char *path);
    void *context;
};

/* Reads FILE as plan_read does, but keeps nothing of it: in memory is a line at a time. 0, or -1 with *WHY; what has
   been told by then is worth nothing. */
int plan_scan(const char *file, const struct plan_sink *sink, char **why);

void plan_free(struct plan *plan);

#endif
