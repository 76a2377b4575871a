/* options: the command line of a program as a table. */
#include <config.h>

#include "base/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/duration.h"
#include "base/xalloc.h"

enum { LONG_ONLY = 256 }; /* what getopt_long answers for the first row; no letter is as large */

static size_t
count_rows(const struct option_row *rows)
{
    size_t count = 0;

    while (rows[count].name != NULL)
        count++;
    return count;
}

static bool
is_optional(const struct option_row *row)
{
    return row->argument != NULL && row->argument[0] == '[';
}

static int
has_argument(const struct option_row *row)
{
    if (row->argument == NULL)
        return no_argument;
    return is_optional(row) ? optional_argument : required_argument;
}

/* "      --plan=FILE       the plan …": the help begins in its column, or one space after what is too long. */
static void
add_help(struct buffer *out, const struct option_row *row, int column)
{
    size_t begin = out->size;
    const char *line = row->help;

    if (row->letter != 0)
        buffer_printf(out, "  -%c, --%s", row->letter, row->name);
    else
        buffer_printf(out, "      --%s", row->name);
    if (row->argument != NULL)
        buffer_printf(out, "%s%s", is_optional(row) ? "" : "=", row->argument);
    for (;;) {
        int used = (int)(out->size - begin);
        size_t length = strcspn(line, "\n");

        buffer_printf(out, "%*s%.*s\n", used < column ? column - used : 1, "", (int)length, line);
        if (line[length] == '\0')
            return;
        line += length + 1;
        begin = out->size;
    }
}

static int
answer_help(const struct option_table *table)
{
    static const struct option_row last = { .name = "help, --version", .help = "print this, or the version, and exit" };
    struct buffer text = { 0 };
    int status;

    buffer_printf(&text, "Usage: %s\n%s\n", table->usage, table->about);
    for (const struct option_row *row = table->rows; row->name != NULL; row++)
        add_help(&text, row, table->column);
    add_help(&text, &last, table->column);
    buffer_printf(&text, "\n%s", table->closing);
    status = diag_answer(buffer_text(&text));
    buffer_free(&text);
    return status;
}

static int
answer_version(void)
{
    char *text = xasprintf("%s (ori-cell) " PACKAGE_VERSION "\n", diag_program());
    int status = diag_answer(text);

    free(text);
    return status;
}

/* getopt's two tables. The caller frees both. */
static void
make_tables(const struct option_table *table, size_t count, struct option **longs, struct buffer *letters)
{
    *longs = xreallocarray(NULL, count + 3, sizeof **longs);
    buffer_add(letters, table->in_order ? "+:" : ":");
    for (size_t i = 0; i < count; i++) {
        const struct option_row *row = &table->rows[i];

        (*longs)[i] = (struct option){ row->name, has_argument(row), NULL, LONG_ONLY + (int)i };
        if (row->letter != 0)
            buffer_printf(letters, "%c%s", row->letter, row->argument != NULL ? ":" : "");
    }
    (*longs)[count] = (struct option){ "help", no_argument, NULL, LONG_ONLY + (int)count };
    (*longs)[count + 1] = (struct option){ "version", no_argument, NULL, LONG_ONLY + (int)count + 1 };
    (*longs)[count + 2] = (struct option){ NULL, 0, NULL, 0 };
}

/* The row that getopt's answer stands for; NULL when it is none. */
static const struct option_row *
find_row(const struct option_table *table, size_t count, int answer)
{
    if (answer >= LONG_ONLY && (size_t)(answer - LONG_ONLY) < count)
        return &table->rows[answer - LONG_ONLY];
    for (size_t i = 0; i < count; i++)
        if (table->rows[i].letter != 0 && table->rows[i].letter == answer)
            return &table->rows[i];
    return NULL;
}

static int
read_one(const struct option_table *table, size_t count, void *values, int answer, char **argv)
{
    const struct option_row *row = find_row(table, count, answer);

    if (row != NULL)
        return row->read((char *)values + row->place, row, optarg);
    if (answer == LONG_ONLY + (int)count)
        return answer_help(table);
    if (answer == LONG_ONLY + (int)count + 1)
        return answer_version();
    return diag_bad_option(answer, argv);
}

int
options_read(const struct option_table *table, void *values, int argc, char **argv, int *first)
{
    size_t count = count_rows(table->rows);
    struct buffer letters = { 0 };
    struct option *longs;
    int status = -1;
    int answer;

    make_tables(table, count, &longs, &letters);
    opterr = 0;
    while (status < 0 && (answer = getopt_long(argc, argv, buffer_text(&letters), longs, NULL)) != -1)
        status = read_one(table, count, values, answer, argv);
    *first = optind;
    free(longs);
    buffer_free(&letters);
    return status;
}

int
option_set(void *place, const struct option_row *row, const char *text)
{
    bool *flag = place;

    (void)row;
    (void)text;
    *flag = true;
    return -1;
}

int
option_text(void *place, const struct option_row *row, const char *text)
{
    const char **kept = place;

    (void)row;
    *kept = text;
    return -1;
}

int
option_name(void *place, const struct option_row *row, const char *text)
{
    if (text != NULL && *text == '\0')
        return diag_usage("--%s=: the argument is empty", row->name);
    return option_text(place, row, text);
}

void
option_list_add(const char ***list, const char *text)
{
    size_t count = 0;

    while (*list != NULL && (*list)[count] != NULL)
        count++;
    *list = xreallocarray(*list, count + 2, sizeof **list);
    (*list)[count] = text;
    (*list)[count + 1] = NULL;
}

int
option_append(void *place, const struct option_row *row, const char *text)
{
    if (*text == '\0')
        return diag_usage("--%s=: the argument is empty", row->name);
    option_list_add(place, text);
    return -1;
}

int
option_duration(void *place, const struct option_row *row, const char *text)
{
    if (duration_parse(text, place) == 0)
        return -1;
    return diag_usage("--%s=%s: not a duration such as 10, 0.5 or 2m", row->name, text);
}

int
option_number(void *place, const struct option_row *row, const char *text)
{
    const struct option_range *range = row->extra;
    size_t *number = place;
    uint64_t value;

    if (strspn(text, "0123456789") != strlen(text) || size_parse(text, &value) != 0 || value < range->least ||
        value > range->most)
        return diag_usage("--%s=%s: not %s from %zu to %zu", row->name, text, range->what, range->least, range->most);
    *number = (size_t)value;
    return -1;
}

int
option_find_word(const char *text, size_t count, const char *const *words)
{
    for (int i = 0; words[i] != NULL; i++)
        if (strncmp(text, words[i], count) == 0 && words[i][count] == '\0')
            return i;
    return -1;
}

int
option_word(void *place, const struct option_row *row, const char *text)
{
    int *kept = place;
    int found = option_find_word(text, strlen(text), row->extra);

    if (found < 0)
        return diag_usage("--%s=%s: there is no such %s", row->name, text, row->name);
    *kept = found;
    return -1;
}
