/* ori-merge: reads records against the plan, counts, reports, and is the gate. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/outfile.h"
#include "base/xalloc.h"
#include "merge/gather.h"
#include "merge/options.h"
#include "merge/report_json.h"
#include "merge/report_text.h"
#include "merge/tally.h"

/* What is wrong with the run as a whole, said to whoever is there; the reports have it too. */
static void
tell_faults(const struct tally *tally)
{
    for (size_t i = 0; i < tally->fault_count; i++)
        diag_error("%s", tally->faults[i]);
}

static int
write_json(const struct merge_options *options, const struct buffer *json)
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
write_reports(const struct merge_options *options, const struct tally *tally, enum verdict verdict)
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
    struct merge_options options;
    struct tally tally = { 0 };
    enum verdict verdict;
    int status;

    diag_set_program("ori-merge");
    if (io_open_standard() != 0) {
        diag_errno(errno, "standard descriptors");
        return EXIT_IO;
    }
    status = merge_options_read(&options, argc, argv);
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
