/* summary: the results of one test file, with counters that are always the number of their outcomes. */
#ifndef ORI_SUMMARY_H
#define ORI_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "record/outcome.h"
#include "record/writer.h"

/* There may be a million of them, so they are small: all texts but flaky are the summary's arena's. */
struct test_result {
    const char *name;
    const char *targets; /* the functions that the test is about, one after the other, each with its NUL */
    const char *message; /* NULL when the outcome carries none */
    char *flaky;         /* owned: how it failed in an attempt before; NULL when it did not */
    int64_t duration_ms;
    uint32_t target_count;
    enum outcome outcome;
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
    const char **errors; /* the list is owned, the texts are the arena's */
    size_t error_count;
    size_t error_capacity;
    bool llvm_compile_error; /* the errors are the compiler's own words on a file that does not compile */
    struct arena texts;
};

/* The one result's name when a crash is all that is known of a file. */
#define SUMMARY_CRASH_NAME "llvm_backend_crash"

/* Adds a result and counts it. NAME and MESSAGE are copied, and repaired where they are no UTF-8; MESSAGE may be NULL.
   The result that is returned is good until the next call. */
struct test_result *summary_add(struct summary *summary, const char *name, enum outcome outcome, const char *message);

/* Adds a result that has an empty name and nothing else yet, and counts it. What it gets has to be the arena's. */
struct test_result *summary_new_result(struct summary *summary, enum outcome outcome);

/* Adds to a result of the summary's. A target is for a few, since all that there are are copied. */
void summary_add_target(struct summary *summary, struct test_result *result, const char *target);
void summary_set_message(struct summary *summary, struct test_result *result, const char *message);

/* Adds an entry to errors. */
void summary_add_error(struct summary *summary, const char *message);

/* Adds an entry to errors that is the arena's already. */
void summary_keep_error(struct summary *summary, const char *text);

/* Adds an entry of ours to errors: what the worker did wrong. It is no compile error, so llvm_compile_error is
   withdrawn, and the file fails the gate. */
void summary_add_fault(struct summary *summary, const char *message);

/* How many results there are in all, and how many of them are flaky. */
uint64_t summary_total(const struct summary *summary);
uint64_t summary_flaky(const struct summary *summary);

/* The gate's rule for one file: a failure, a crash, or errors that are no compile error. */
bool summary_has_failures(const struct summary *summary);

/* The sum of two durations that are not negative: the largest there is when it is larger. */
int64_t summary_add_ms(int64_t one, int64_t other);

/* Moves all results and errors of FROM to the end of INTO, adds the durations, and leaves FROM empty. */
void summary_absorb(struct summary *into, struct summary *from);

/* Moves one result of FROM to the end of INTO: FROM has an empty one in its place, and is good for nothing but to move
   the others and to be freed. */
void summary_move(struct summary *into, struct summary *from, size_t index);

/* Moves one result of FROM, as summary_move does, into the place of the one that INTO has at PLACE. */
void summary_replace(struct summary *into, size_t place, struct summary *from, size_t index);

/* Moves all errors of FROM to the end of INTO. llvm_compile_error stays true only if it explains all of them. */
void summary_take_errors(struct summary *into, struct summary *from);

/* What llvm_compile_error is of two summaries together that have so many errors each, and this flag. */
bool summary_is_explained(size_t count, bool flag, size_t other_count, bool other_flag);

void summary_free(struct summary *summary);

/* Writes the summary's members, from "path" to "llvm_compile_error", to the object that has begun. */
void summary_write(struct writer *writer, const struct summary *summary);

#endif
