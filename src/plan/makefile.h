/* makefile: the plan as a makefile for GNU make, one target and one command a cell. What make does with it grows with
   the number of cells, and not faster. */
#ifndef ORI_MAKEFILE_H
#define ORI_MAKEFILE_H

#include "base/buffer.h"
#include "record/plan.h"

struct makefile_cell {
    const char *path;   /* any byte but newline and NUL */
    const char *record; /* a name as of recordname_make */
};

struct makefile_request {
    const char *cell; /* the ori-cell to call */
    const char *run;
    const char *results;             /* the records' directory */
    const char *const *cell_options; /* terminated by NULL */
    const char *filter;              /* NULL for none */
    const char *const *worker;       /* terminated by NULL; {} stands for the test file, which else comes last */
};

/* Appends what comes before the cells, a cell, and what comes after all the cells of PLAN. Names and options are
   literal, whatever they hold: quoted for the shell where they must be, and for make. */
void makefile_begin(struct buffer *out, const struct makefile_request *request);
void makefile_add(struct buffer *out, const struct makefile_request *request, const struct makefile_cell *cell);
void makefile_end(struct buffer *out, const struct plan *plan);

/* Appends WORD as one word of a recipe. */
void makefile_quote(struct buffer *out, const char *word);

#endif
