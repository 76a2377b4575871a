/* tally: what a run came to, file by file and in all. Pure: it reads no file. */
#ifndef ORI_TALLY_H
#define ORI_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "record/record.h"

struct tally_file {
    char *path;
    char *record; /* the file that it was read from, or should have been */
    struct summary summary;
    char *lost; /* why there is no usable record; NULL when there is one */
};

/* A tally of all zeros is empty. It owns what is in it. */
struct tally {
    struct tally_file *files;
    size_t count;
    size_t capacity;
    uint64_t counts[OUTCOME_COUNT];
    uint64_t lost;
    uint64_t errors;
    uint64_t flaky; /* tests that passed only in a later attempt */
    uint64_t failed_files;
    uint64_t uncompiled_files; /* with a compile error or failure */
    bool distrusted;           /* something about the run as a whole is wrong, whatever the records say */
    char *run;                 /* NULL when there is none, or more than one */
    int64_t first_ms;          /* when the first cell started and the last one ended, in ms of the epoch; 0 when no */
    int64_t last_ms;           /* record tells */
    int64_t duration_ms;       /* the sum of the files' own */
};

enum verdict { VERDICT_OK, VERDICT_FAILED, VERDICT_NO_TESTS };

/* Adds what RECORD holds, and leaves RECORD empty. FILE: where it was read; its name is the path where there is none.
 */
void tally_add(struct tally *tally, struct record *record, const char *file);

/* Adds a test file without a usable record: one crash, "lost: WHY". */
void tally_add_lost(struct tally *tally, const char *path, const char *file, const char *why);

/* Sorts the files by path. */
void tally_sort(struct tally *tally);

/* The gate. STRICT: a compile failure fails it too. */
enum verdict tally_verdict(const struct tally *tally, bool strict);
const char *tally_verdict_name(enum verdict verdict);

/* How many tests there are in all, and how long it took by the clock on the wall, as far as the records tell. */
uint64_t tally_total(const struct tally *tally);
int64_t tally_wall_ms(const struct tally *tally);

void tally_free(struct tally *tally);

#endif
