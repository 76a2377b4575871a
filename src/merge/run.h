/* run: what a run came to in all. Pure: it reads no file, and of a file it keeps no more than numbers. */
#ifndef ORI_RUN_H
#define ORI_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "merge/gathered.h"

/* What there is to say of the run as a whole, whatever the records say. */
enum run_note_kind {
    RUN_FAULT,  /* it fails the run */
    RUN_WARNING /* it does not */
};

struct run_note {
    enum run_note_kind kind;
    char *text;
};

/* When cells ran, in ms of the epoch. */
struct run_time {
    int64_t begin_ms;
    int64_t end_ms;
};

enum run_identity {
    RUN_UNKNOWN, /* no record has been seen */
    RUN_ONE,     /* all of them are of the run ID */
    RUN_SEVERAL  /* they are not of one run, or one of them is of none */
};

/* Its life: all zeros is empty; any number of run_add and run_note, then run_finish, and then it is read. It owns what
   is in it. */
struct run {
    uint64_t counts[OUTCOME_COUNT];
    uint64_t files;
    uint64_t lost;
    uint64_t errors;
    uint64_t flaky; /* tests that passed only in a later attempt */
    uint64_t failed_files;
    uint64_t uncompiled_files; /* with a compile error or failure */
    uint64_t empty_files;      /* with no result and no error */
    struct run_note *notes;
    size_t note_count;
    size_t note_capacity;
    enum run_identity identity;
    char *id; /* NULL when there is none, or more than one */
    struct run_time *times;
    size_t time_count;
    size_t time_capacity;
    int64_t duration_ms; /* the sum of the files' own */
    int64_t wall_ms;     /* from run_finish on: how long cells were running, by the clock on the wall and as far as the
                            records tell */
};

/* What fails a run besides failures. */
struct run_rules {
    bool strict;   /* a file that LLVM cannot compile */
    bool no_empty; /* a file without a test */
};

enum gate { GATE_OK, GATE_FAILED, GATE_NO_TESTS };

/* Counts a file. */
void run_add(struct run *run, const struct gathered *file);

/* Notes what there is to say of the run as a whole. TEXT is the run's from then on. */
void run_note(struct run *run, enum run_note_kind kind, char *text);

/* When all files have been added: notes which rules are broken, and tells the time. Less than a second in which no cell
   ran is make's, which starts the next one; more is not the run's: a cell was run again later. */
void run_finish(struct run *run, const struct run_rules *rules);

/* Whether the run may pass, and what that is called. Each reason for which it may not is a file that fails or is lost,
   or a fault. */
enum gate run_gate(const struct run *run);
const char *gate_name(enum gate gate);

/* How many notes of the kind there are. */
size_t run_count_notes(const struct run *run, enum run_note_kind kind);

/* Whether nothing is known of the file: no result and no error. */
bool run_is_empty(const struct summary *summary);

/* How many tests there are in all. */
uint64_t run_total(const struct run *run);

void run_free(struct run *run);

#endif
