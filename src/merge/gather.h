/* gather: finds out which records operands and plans name, and reads one after the other. */
#ifndef ORI_GATHER_H
#define ORI_GATHER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "merge/gathered.h"
#include "merge/load.h"
#include "merge/run.h"

struct gather_request {
    char *const *operands; /* files and directories, terminated by NULL */
    const char *plan;      /* the plan that all of them are held against; NULL: the one beside each */
    bool no_plan;
};

/* A directory in which records are. */
struct gather_source {
    char *directory; /* as it was named first */
    char *identity;  /* its canonical name, or the same as directory */
    char *run;       /* the one whose records are wanted; NULL: no plan governs it */
    size_t index;
};

/* A file that is to be read, or may have to be. There may be a million of them. */
struct gather_item {
    const char *name; /* within the directory */
    const char *path; /* the test file, or without a plan the file; NULL: no plan has asked for it */
    const struct gather_source *source;
};

/* Its life: gather_begin, gather_next until there is none, gather_free. */
struct gather {
    struct gather_source **sources;
    size_t source_count;
    struct gather_item *items;
    size_t count;
    size_t capacity;
    struct arena texts;
    size_t next; /* the item that is read next */
    /* The file that is read: */
    struct records records;
    size_t record; /* the one of them that is told next */
    char *file;
    char *lost;
    struct gathered current;
};

/* Finds out what is to be read. RUN is told of what is not planned in a warning; a plan that cannot be trusted or a
   directory with nothing in it is a fault. */
void gather_begin(struct gather *gather, const struct gather_request *request, struct run *run);

/* The next file, in the order of the test files' paths, or where there is no plan of the records' names; NULL when
   there is none any more. What cannot be read is lost. In memory is one file's content at a time. */
const struct gathered *gather_next(struct gather *gather);

void gather_free(struct gather *gather);

#endif
