/* ori-merge: reads records against the plan, counts, reports, and is the gate. */
#include <config.h>

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/outfile.h"
#include "base/xalloc.h"
#include "merge/gather.h"
#include "merge/report_json.h"
#include "merge/report_text.h"
#include "merge/tally.h"

struct options {
    struct gather_request gather;
    enum report_detail detail;
    bool json;             /* asked for … */
    const char *json_file; /* … in this file, or on stdout when NULL */
    bool strict;
    bool no_empty;
};

enum { OPT_JSON = 256, OPT_PLAN, OPT_NO_PLAN, OPT_STRICT, OPT_NO_EMPTY, OPT_HELP, OPT_VERSION };

static const struct option long_options[] = {
    { "verbose", no_argument, NULL, 'v' },           { "quiet", no_argument, NULL, 'q' },
    { "json", optional_argument, NULL, OPT_JSON },   { "plan", required_argument, NULL, OPT_PLAN },
    { "no-plan", no_argument, NULL, OPT_NO_PLAN },   { "strict", no_argument, NULL, OPT_STRICT },
    { "no-empty", no_argument, NULL, OPT_NO_EMPTY }, { "help", no_argument, NULL, OPT_HELP },
    { "version", no_argument, NULL, OPT_VERSION },   { NULL, 0, NULL, 0 },
};

static const char help[] =
    "Usage: ori-merge [OPTION]... RECORD|DIRECTORY...\n"
    "Count the results of a run, and tell whether it passed.\n"
    "\n"
    "  -v, --verbose         every test, not only what failed\n"
    "  -q, --quiet           the last lines only\n"
    "      --json[=FILE]     a report as JSON, in FILE or instead of the text\n"
    "      --plan=FILE       the plan to hold the records against (default: plan.jsonl beside them)\n"
    "      --no-plan         count what is named, planned or not\n"
    "      --strict          an LLVM compile failure fails the run too\n"
    "      --no-empty        a file without a test fails the run too\n"
    "      --help, --version print this, or the version, and exit\n"
    "\n"
    "Exit status: 0 nothing failed; 1 failures, crashes, file errors or lost cells; 2 no tests found;\n"
    "64 usage; 74 a report could not be written.\n";

static int
read_option(struct options *options, int opt, char **argv)
{
    switch (opt) {
    case 'v':
        options->detail = REPORT_EVERYTHING;
        return -1;
    case 'q':
        options->detail = REPORT_SUMMARY;
        return -1;
    case OPT_JSON:
        options->json = true;
        options->json_file = optarg;
        return optarg == NULL || *optarg != '\0' ? -1 : diag_usage("--json=: the file's name is empty");
    case OPT_PLAN:
        options->gather.plan = optarg;
        options->gather.no_plan = false;
        return -1;
    case OPT_NO_PLAN:
        options->gather.plan = NULL;
        options->gather.no_plan = true;
        return -1;
    case OPT_STRICT:
        options->strict = true;
        return -1;
    case OPT_NO_EMPTY:
        options->no_empty = true;
        return -1;
    case OPT_HELP:
        return diag_answer(help);
    case OPT_VERSION:
        return diag_answer("ori-merge (ori-cell) " PACKAGE_VERSION "\n");
    default:
        return diag_bad_option(opt, argv);
    }
}

static int
read_options(struct options *options, int argc, char **argv)
{
    int status = -1;
    int opt;

    opterr = 0;
    while (status < 0 && (opt = getopt_long(argc, argv, ":vq", long_options, NULL)) != -1)
        status = read_option(options, opt, argv);
    if (status < 0 && optind == argc)
        status = diag_usage("no record or directory named");
    options->gather.operands = argv + optind;
    return status;
}

/* What is wrong with the run as a whole, said to whoever is there; the reports have it too. */
static void
tell_faults(const struct tally *tally)
{
    for (size_t i = 0; i < tally->fault_count; i++)
        diag_error("%s", tally->faults[i]);
}

static int
write_json(const struct options *options, const struct buffer *json)
{
    if (options->json_file == NULL)
        return 0;
    if (outfile_replace(options->json_file, json->data, json->size) == 0)
        return 0;
    diag_errno(errno, "cannot write %s", options->json_file);
    return -1;
}

static int
write_stdout(const struct buffer *text)
{
    if (io_write_all(STDOUT_FILENO, text->data, text->size) == 0 && close(STDOUT_FILENO) == 0)
        return 0;
    diag_errno(errno, "stdout");
    return -1;
}

/* Every report is tried, whatever became of the others. */
static int
write_reports(const struct options *options, const struct tally *tally, enum verdict verdict)
{
    struct buffer text = { 0 };
    struct buffer json = { 0 };
    int result = 0;

    if (options->json) {
        report_json(&json, tally, options->detail == REPORT_EVERYTHING, verdict);
        result |= write_json(options, &json);
    }
    if (options->json && options->json_file == NULL) {
        result |= write_stdout(&json);
    } else {
        report_text(&text, tally, options->detail, verdict);
        result |= write_stdout(&text);
    }
    buffer_free(&text);
    buffer_free(&json);
    return result;
}

static int
exit_status(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_OK:
        return EXIT_OK;
    case VERDICT_NO_TESTS:
        return EXIT_NO_TESTS;
    case VERDICT_FAILED:
        break;
    }
    return EXIT_FAILURES;
}

int
main(int argc, char **argv)
{
    struct options options = { .detail = REPORT_FAILURES };
    struct tally tally = { 0 };
    enum verdict verdict;
    int status;

    diag_set_program("ori-merge");
    if (io_open_standard() != 0) {
        diag_errno(errno, "standard descriptors");
        return EXIT_IO;
    }
    status = read_options(&options, argc, argv);
    if (status >= 0)
        return status;
    gather_records(&tally, &options.gather);
    tally_sort(&tally);
    if (options.no_empty && tally.empty_files > 0)
        tally_add_fault(&tally, xasprintf("%" PRIu64 " %s without a test, and --no-empty is given", tally.empty_files,
                                          tally.empty_files == 1 ? "file" : "files"));
    tell_faults(&tally);
    verdict = tally_verdict(&tally, options.strict);
    status = write_reports(&options, &tally, verdict) == 0 ? exit_status(verdict) : EXIT_IO;
    tally_free(&tally);
    return status;
}
