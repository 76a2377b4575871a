/* options: the command line of a program as a table. The tables of getopt_long(3) and the text of --help come of it,
   and whatever else is to know the options: a test holds the manual against it. */
#ifndef ORI_OPTIONS_H
#define ORI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct option_row;

/* Takes the option's argument, NULL where it has none, into PLACE. -1 when all is well; otherwise the status to exit
   with, everything said (diag_usage). */
typedef int option_reader(void *place, const struct option_row *row, const char *text);

/* One option. NAME is NULL in the row that ends a table. */
struct option_row {
    char letter;          /* 0 for none */
    const char *name;     /* without the dashes */
    const char *argument; /* what --help calls it; NULL: it takes none; "[=FILE]": it need not be given */
    const char *help;     /* what it does; each newline begins a line of its own */
    option_reader *read;
    size_t place;      /* of what it sets, in the program's own structure: offsetof */
    const void *extra; /* what the reader is to know besides */
};

struct option_table {
    const char *usage; /* the lines after "Usage: ", each with the program's name */
    const char *about; /* what the program does, lines that end */
    const char *closing;
    const struct option_row *rows; /* but --help and --version, which every program has */
    int column;                    /* where the help begins, in --help */
    bool in_order;                 /* the first word that is no option ends them */
};

/* Reads the options into what VALUES points to; argv is permuted as getopt_long(3) does. *FIRST becomes the index of
   the first word that is none. -1 when all is well; otherwise the status to exit with, everything said. */
int options_read(const struct option_table *table, void *values, int argc, char **argv, int *first);

/* Readers. */

/* Sets a bool to true. */
option_reader option_set;

/* Takes the text, a const char *, which points into argv; option_name refuses an empty one. */
option_reader option_text;
option_reader option_name;

/* Appends the text, which must not be empty, to a list: const char **, owned, that NULL ends. */
option_reader option_append;
void option_list_add(const char ***list, const char *text);

/* Takes a duration (base/duration.h) as int64_t milliseconds. */
option_reader option_duration;

/* Takes a whole number within EXTRA, a struct option_range, as size_t. */
struct option_range {
    size_t least;
    size_t most;
    const char *what; /* "a number", "a status" */
};
option_reader option_number;

/* Takes one of EXTRA, a list of words that NULL ends, as an int: its place. */
option_reader option_word;

/* The place of the COUNT bytes at TEXT among WORDS, which NULL ends; -1 when it is none of them. */
int option_find_word(const char *text, size_t count, const char *const *words);

#endif
