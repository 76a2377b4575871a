/* summary: the results of one test file, with counters that are always the number of their outcomes. */
#ifndef ORI_SUMMARY_H
#define ORI_SUMMARY_H

#include <json.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "record/outcome.h"

struct test_result {
    char *name;
    char **targets; /* the functions that the test is about */
    size_t target_count;
    enum outcome outcome;
    char *message; /* NULL when the outcome carries none */
    int64_t duration_ms;
    char *flaky;     /* how it failed in an attempt before; NULL when it did not */
    bool is_of_file; /* a crash of which the cell knows no test to be the cause; not in JSON */
};

/* A struct summary of all zeros is empty. Everything in it is owned by it; strings are valid UTF-8. */
struct summary {
    char *path; /* may be NULL */
    struct test_result *results;
    size_t result_count;
    size_t result_capacity;
    uint64_t counts[OUTCOME_COUNT]; /* changed together with results, and never alone */
    int64_t duration_ms;
    char **errors;
    size_t error_count;
    bool llvm_compile_error; /* the errors are the compiler's own words on a file that does not compile */
};

/* The one result's name when a crash is all that is known of a file. */
#define SUMMARY_CRASH_NAME "llvm_backend_crash"

/* Adds a result and counts it. NAME and MESSAGE are copied, and repaired where they are no UTF-8; MESSAGE may be NULL.
   The result that is returned is good until the next call. */
struct test_result *summary_add(struct summary *summary, const char *name, enum outcome outcome, const char *message);
void summary_add_target(struct test_result *result, const char *target);

/* Adds an entry to errors. */
void summary_add_error(struct summary *summary, const char *message);

/* Adds an entry of ours to errors: what the worker did wrong. It is no compile error, so llvm_compile_error is
   withdrawn, and the file fails the gate. */
void summary_add_fault(struct summary *summary, const char *message);

/* How many results there are in all, and how many of them are flaky. */
uint64_t summary_total(const struct summary *summary);
uint64_t summary_flaky(const struct summary *summary);

/* The gate's rule for one file: a failure, a crash, or errors that are no compile error. */
bool summary_has_failures(const struct summary *summary);

/* Moves all results and errors of FROM to the end of INTO, adds the durations, and leaves FROM empty. */
void summary_absorb(struct summary *into, struct summary *from);

/* Moves one result of FROM to the end of INTO: FROM has an empty one in its place, and is good for nothing but to move
   the others and to be freed. */
void summary_move(struct summary *into, struct summary *from, size_t index);

/* Moves one result of FROM, as summary_move does, into the place of the one that INTO has at PLACE. */
void summary_replace(struct summary *into, size_t place, struct summary *from, size_t index);

/* Moves all errors of FROM to the end of INTO. llvm_compile_error stays true only if it explains all of them. */
void summary_take_errors(struct summary *into, struct summary *from);

void summary_free(struct summary *summary);

/* Writes the summary's members to OUT as JSON text, from "path" to "llvm_compile_error", without the braces. */
void summary_write(struct buffer *out, const struct summary *summary);

/* Reads a summary that is a JSON object, counts its results itself, and leaves unknown members out. SUMMARY must be
   empty. 0, or -1 with *WHY (owned by the caller) saying what is wrong; SUMMARY is empty then. */
int summary_read(struct summary *summary, json_object *object, char **why);

#endif
