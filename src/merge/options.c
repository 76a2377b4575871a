/* options: the command line of ori-merge. */
#include "merge/options.h"

#include <stddef.h>

#include "base/diag.h"
#include "base/options.h"

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

static int
read_json(void *place, const struct option_row *row, const char *text)
{
    struct merge_options *options = place;

    options->json = true;
    return option_name(&options->json_file, row, text);
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

static const struct option_row rows[] = {
    { 'v', "verbose", NULL, "every test, not only what failed", read_verbose, PLACE(detail), NULL },
    { 'q', "quiet", NULL, "the last lines only", read_quiet, PLACE(detail), NULL },
    { 0, "json", "[=FILE]", "a report as JSON, in FILE or instead of the text", read_json, 0, NULL },
    { 0, "plan", "FILE", "the plan to hold the records against (default: plan.jsonl beside them)", read_plan, 0, NULL },
    { 0, "no-plan", NULL, "count what is named, planned or not", read_no_plan, 0, NULL },
    { 0, "strict", NULL, "an LLVM compile failure fails the run too", option_set, PLACE(strict), NULL },
    { 0, "no-empty", NULL, "a file without a test fails the run too", option_set, PLACE(no_empty), NULL },
    { .name = NULL },
};

static const struct option_table table = {
    .usage = "ori-merge [OPTION]... RECORD|DIRECTORY...",
    .about = "Count the results of a run, and tell whether it passed.\n",
    .closing = "Exit status: 0 nothing failed; 1 failures, crashes, file errors or lost cells; 2 no tests found;\n"
               "64 usage; 74 a report could not be written.\n",
    .rows = rows,
    .column = 24,
};

int
merge_options_read(struct merge_options *options, int argc, char **argv)
{
    int first;
    int status;

    *options = (struct merge_options){ .detail = REPORT_FAILURES };
    status = options_read(&table, options, argc, argv, &first);
    if (status < 0 && first == argc)
        status = diag_usage("no record or directory named");
    options->gather.operands = argv + first;
    return status;
}
