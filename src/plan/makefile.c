/* makefile: the plan as a makefile for GNU make.

   make starts a command by itself when no character of it needs a shell, which costs less than half as much: so words
   are quoted only where they must be. A target is "cell/" and the name of its record, which is made of plain characters
   only (a word that begins with "~" would be a home directory to make), and is phony: each run runs every cell.

   The targets are listed once, after their rules. make appends what each line "all: x" says to a list that it walks to
   its end, so a line for each cell would take it minutes to read 100,000 of them. */
#include "plan/makefile.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/quote.h"
#include "base/xalloc.h"

void
makefile_quote(struct buffer *out, const char *word)
{
    quote_word(out, word, QUOTE_FOR_MAKE);
}

static void
add_word(struct buffer *out, const char *word)
{
    buffer_add(out, " ");
    makefile_quote(out, word);
}

static void
add_joined(struct buffer *out, const char *left, const char *right)
{
    char *word = xasprintf("%s%s", left, right);

    add_word(out, word);
    free(word);
}

void
makefile_begin(struct buffer *out, const struct makefile_request *request)
{
    buffer_add(out, "# Made by ori-plan; run it by: make -jN -k -f this-file\n");
    buffer_printf(out, "# run %s\n\n.SUFFIXES:\nall:\n\n", request->run);
}

/* WORD with the test file in the place of each {}; NULL when there is none. */
static char *
put_path(const char *word, const char *path)
{
    const char *hole = strstr(word, "{}");
    struct buffer out = { 0 };

    if (hole == NULL)
        return NULL;
    for (; hole != NULL; hole = strstr(word, "{}")) {
        buffer_append(&out, word, (size_t)(hole - word));
        buffer_add(&out, path);
        word = hole + 2;
    }
    buffer_add(&out, word);
    return buffer_take(&out);
}

static void
add_worker(struct buffer *out, const struct makefile_request *request, const char *path)
{
    bool put = false;

    for (const char *const *word = request->worker; *word != NULL; word++) {
        char *with_path = put_path(*word, path);

        add_word(out, with_path != NULL ? with_path : *word);
        put = put || with_path != NULL;
        free(with_path);
    }
    if (request->filter != NULL)
        add_joined(out, "--filter=", request->filter);
    if (!put)
        add_word(out, path);
}

void
makefile_add(struct buffer *out, const struct makefile_request *request, const struct makefile_cell *cell)
{
    /* A worker would take a name with a leading dash for an option. */
    char *directory = xasprintf("%s/", request->results);
    char *safe_path = xasprintf("%s%s", cell->path[0] == '-' ? "./" : "", cell->path);

    buffer_printf(out, "cell/%s:\n\t@", cell->record);
    quote_command(out, request->cell, QUOTE_FOR_MAKE);
    for (const char *const *option = request->cell_options; *option != NULL; option++)
        add_word(out, *option);
    add_joined(out, "--run=", request->run);
    add_joined(out, "--path=", cell->path);
    buffer_add(out, " -o");
    add_joined(out, directory, cell->record);
    buffer_add(out, " --");
    add_worker(out, request, safe_path);
    buffer_add(out, "\n");
    free(safe_path);
    free(directory);
}

void
makefile_end(struct buffer *out, const struct plan *plan)
{
    buffer_add(out, "\noverride cells :=");
    for (size_t i = 0; i < plan->count; i++)
        buffer_printf(out, " \\\n  cell/%s", plan->cells[i].record);
    buffer_add(out, "\nall: $(cells)\n.PHONY: all $(cells)\n");
}
