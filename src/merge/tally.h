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

/* When a cell ran, in ms of the epoch. */
struct tally_time {
    int64_t begin_ms;
    int64_t end_ms;
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
    uint64_t empty_files;      /* with no result and no error */
    char **faults;             /* what is wrong with the run as a whole, whatever the records say */
    size_t fault_count;
    char *run; /* NULL when there is none, or more than one */
    struct tally_time *times;
    size_t time_count;
    size_t time_capacity;
    int64_t duration_ms; /* the sum of the files' own */
};

enum verdict { VERDICT_OK, VERDICT_FAILED, VERDICT_NO_TESTS };

/* Adds what RECORD holds, and leaves RECORD empty. FILE: where it was read; its name is the path where there is none.
 */
void tally_add(struct tally *tally, struct record *record, const char *file);

/* Adds a test file without a usable record: one crash, "lost: WHY". */
void tally_add_lost(struct tally *tally, const char *path, const char *file, const char *why);

/* Notes what is wrong with the run as a whole, which fails it. TEXT is the tally's from then on. */
void tally_add_fault(struct tally *tally, char *text);

/* Sorts the files by path. */
void tally_sort(struct tally *tally);

/* The gate. STRICT: a compile failure fails it too. */
enum verdict tally_verdict(const struct tally *tally, bool strict);
const char *tally_verdict_name(enum verdict verdict);

/* Whether nothing is known of the file: no result and no error. */
bool tally_is_empty(const struct tally_file *file);

/* How many tests there are in all. */
uint64_t tally_total(const struct tally *tally);

/* How long cells were running, by the clock on the wall and as far as the records tell. Less than a second in which
   none ran is make's, which starts the next one; more is not the run's: a cell was run again later. */
int64_t tally_wall_ms(const struct tally *tally);

void tally_free(struct tally *tally);

#endif
