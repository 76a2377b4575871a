/* options: the command line of ori-plan. */
#include "plan/options.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/options.h"

/* What goes into a recipe. */
static int
refuse_newline(const struct option_row *row, const char *text)
{
    return strchr(text, '\n') == NULL ? -1 : diag_usage("--%s: a newline cannot stand in a makefile", row->name);
}

static int
read_filter(void *place, const struct option_row *row, const char *text)
{
    int status = refuse_newline(row, text);

    return status < 0 ? option_text(place, row, text) : status;
}

static int
read_cell_option(void *place, const struct option_row *row, const char *text)
{
    int status = refuse_newline(row, text);

    return status < 0 ? option_append(place, row, text) : status;
}

static int
read_run(void *place, const struct option_row *row, const char *text)
{
    static const char of_ids[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

    if (*text == '\0' || strlen(text) > 200 || text[strspn(text, of_ids)] != '\0')
        return diag_usage("--run=%s: an id is made of letters, digits and . _ -", text);
    return option_text(place, row, text);
}

#define PLACE(member) offsetof(struct plan_options, member)

static const struct option_row rows[] = {
    { 'o', "output", "FILE", "the makefile (default: check.mk in the results' directory)", option_text, PLACE(output),
      NULL },
    { 0, "results", "DIR", "where plan.jsonl and the records go, default results", option_name, PLACE(results), NULL },
    { 0, "suffix", ".EXT", "repeatable; which files of a directory are tests, default .ori and .ll", option_append,
      PLACE(suffixes), NULL },
    { 0, "filter", "TEXT", "handed on to the worker as --filter=TEXT", read_filter, PLACE(filter), NULL },
    { 0, "cell", "PROGRAM", "the ori-cell to call (default: the one beside this program, or in PATH)", option_name,
      PLACE(cell), NULL },
    { 0, "cell-option", "OPT", "repeatable, handed to every ori-cell", read_cell_option, PLACE(cell_options), NULL },
    { 0, "run", "ID", "id of the run (default: made of the time and chance)", read_run, PLACE(run), NULL },
    { .name = NULL },
};

static const struct option_table table = {
    .usage = "ori-plan [OPTION]... PATH... [-- WORKER [ARG]...]",
    .about = "Write a plan and a makefile that runs each test file in a cell of its own.\n",
    .closing = "The worker's command gets the test file appended, or put where {} stands; without one it is\n"
               "ori test --backend=llvm --json. Run the plan by: make -jN -k -f results/check.mk\n"
               "Exit status: 0 plan written, 2 no test files, 64 usage, 66 a path cannot be read, 74 cannot write.\n",
    .rows = rows,
    .column = 26,
};

/* What follows the first "--" is the worker's command, and none of getopt's business. */
static int
read_worker(struct plan_options *options, int *argc, char **argv)
{
    static const char *const standard[] = { "ori", "test", "--backend=llvm", "--json" };
    int dashes = 1;

    while (dashes < *argc && strcmp(argv[dashes], "--") != 0)
        dashes++;
    for (int i = dashes + 1; i < *argc; i++) {
        if (strchr(argv[i], '\n') != NULL)
            return diag_usage("the worker's command holds a newline, which cannot stand in a makefile");
        option_list_add(&options->worker, argv[i]);
    }
    if (dashes < *argc && options->worker == NULL)
        return diag_usage("no worker after --");
    for (size_t i = 0; dashes == *argc && i < sizeof standard / sizeof standard[0]; i++)
        option_list_add(&options->worker, standard[i]);
    *argc = dashes;
    return -1;
}

int
plan_options_read(struct plan_options *options, int argc, char **argv)
{
    int first = argc;
    int status;

    *options = (struct plan_options){ .results = "results" };
    status = read_worker(options, &argc, argv);
    argv[argc] = NULL; /* the "--", which getopt is not to see */
    if (status < 0)
        status = options_read(&table, options, argc, argv, &first);
    if (status < 0 && first >= argc)
        status = diag_usage("no path to find test files in");
    options->paths = argv + first;
    return status;
}

void
plan_options_free(struct plan_options *options)
{
    free(options->suffixes);
    free(options->cell_options);
    free(options->worker);
}
