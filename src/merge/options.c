/* options: the command line of ori-merge. */
#include "merge/options.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/options.h"
#include "base/xalloc.h"

static int
read_verbose(void *place, const struct option_row *row, const char *text)
{
    enum report_detail *detail = place;

    (void)row;
    (void)text;
    *detail = REPORT_EVERYTHING;
    return -1;
}

static int
read_quiet(void *place, const struct option_row *row, const char *text)
{
    enum report_detail *detail = place;

    (void)row;
    (void)text;
    *detail = REPORT_SUMMARY;
    return -1;
}

static void
add_report(struct merge_options *options, const struct report *report, const char *file)
{
    options->reports = xreallocarray(options->reports, options->report_count + 1, sizeof *options->reports);
    options->reports[options->report_count++] = (struct report_request){ report, file };
}

/* There is one stdout. */
static int
read_report(void *place, const struct option_row *row, const char *text)
{
    struct merge_options *options = place;
    const struct report *report = row->extra;
    const char *file = NULL;
    int status = option_name(&file, row, text);

    if (status >= 0)
        return status;
    for (size_t i = 0; file == NULL && i < options->report_count; i++) {
        const struct report_request *other = &options->reports[i];

        if (other->file == NULL && other->report != report)
            return diag_usage("--%s and --%s: only one of them can be on stdout", other->report->name, report->name);
        if (other->file == NULL)
            return -1;
    }
    add_report(options, report, file);
    return -1;
}

/* Of these two the last one counts. */
static int
read_plan(void *place, const struct option_row *row, const char *text)
{
    struct merge_options *options = place;

    options->gather.no_plan = false;
    return option_text(&options->gather.plan, row, text);
}

static int
read_no_plan(void *place, const struct option_row *row, const char *text)
{
    struct merge_options *options = place;

    options->gather.plan = NULL;
    return option_set(&options->gather.no_plan, row, text);
}

#define PLACE(member) offsetof(struct merge_options, member)

static const struct option_row first_rows[] = {
    { 'v', "verbose", NULL, "every test, not only what failed", read_verbose, PLACE(detail), NULL },
    { 'q', "quiet", NULL, "the last lines only", read_quiet, PLACE(detail), NULL },
    { .name = NULL },
};

static const struct option_row last_rows[] = {
    { 0, "plan", "FILE", "the plan to hold the records against (default: plan.jsonl beside them)", read_plan, 0, NULL },
    { 0, "no-plan", NULL, "count what is named, planned or not", read_no_plan, 0, NULL },
    { 0, "strict", NULL, "an LLVM compile failure fails the run too", option_set, PLACE(rules.strict), NULL },
    { 0, "no-empty", NULL, "a file without a test fails the run too", option_set, PLACE(rules.no_empty), NULL },
    { .name = NULL },
};

static size_t
append_rows(struct option_row *rows, size_t count, const struct option_row *more)
{
    while (more->name != NULL)
        rows[count++] = *more++;
    return count;
}

/* All rows, those of the reports in the midst. The caller frees. */
static struct option_row *
make_rows(void)
{
    size_t reports = 0;
    struct option_row *rows;
    size_t count;

    while (reports_table[reports] != NULL)
        reports++;
    rows = xcalloc(sizeof first_rows / sizeof *rows + reports + sizeof last_rows / sizeof *rows, sizeof *rows);
    count = append_rows(rows, 0, first_rows);
    for (size_t i = 0; i < reports; i++) {
        const struct report *report = reports_table[i];

        rows[count++] = (struct option_row){ 0, report->name, "[=FILE]", report->help, read_report, 0, report };
    }
    (void)append_rows(rows, count, last_rows);
    return rows;
}

static bool
has_stdout(const struct merge_options *options)
{
    for (size_t i = 0; i < options->report_count; i++)
        if (options->reports[i].file == NULL)
            return true;
    return false;
}

int
merge_options_read(struct merge_options *options, int argc, char **argv)
{
    struct option_row *rows = make_rows();
    const struct option_table table = {
        .usage = "ori-merge [OPTION]... RECORD|DIRECTORY...",
        .about = "Count the results of a run, and tell whether it passed.\n",
        .closing = "Exit status: 0 nothing failed; 1 failures, crashes, file errors or lost cells; 2 no tests found;\n"
                   "64 usage; 74 a report could not be written.\n",
        .rows = rows,
        .column = 24,
    };
    int first;
    int status;

    *options = (struct merge_options){ .detail = REPORT_FAILURES };
    status = options_read(&table, options, argc, argv, &first);
    free(rows);
    if (status < 0 && first == argc)
        status = diag_usage("no record or directory named");
    options->gather.operands = argv + first;
    if (!has_stdout(options))
        add_report(options, &report_text, NULL);
    return status;
}

void
merge_options_free(struct merge_options *options)
{
    free(options->reports);
    options->reports = NULL;
    options->report_count = 0;
}
