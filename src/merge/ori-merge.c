/* ori-merge: reads records against the plan, counts, reports, and is the gate. */
#include <errno.h>

#include "base/diag.h"
#include "base/io.h"
#include "merge/gather.h"
#include "merge/options.h"
#include "merge/reports.h"
#include "merge/run.h"

/* What there is to say of the run as a whole, said to whoever is there; the reports have it too. */
static void
tell_notes(const struct run *run)
{
    for (size_t i = 0; i < run->note_count; i++)
        diag_error("%s%s", run->notes[i].kind == RUN_WARNING ? "warning: " : "", run->notes[i].text);
}

static int
exit_status(enum gate gate)
{
    switch (gate) {
    case GATE_OK:
        return EXIT_OK;
    case GATE_NO_TESTS:
        return EXIT_NO_TESTS;
    case GATE_FAILED:
        break;
    }
    return EXIT_FAILURES;
}

/* Each record is read once, and told to all at once. */
static int
merge(const struct merge_options *options)
{
    struct run run = { .id = NULL };
    const struct gathered *file;
    struct gather gather;
    struct reports reports;
    int status;

    gather_begin(&gather, &options->gather, &run);
    reports_begin(&reports, options->reports, options->report_count, options->detail);
    while ((file = gather_next(&gather)) != NULL) {
        run_add(&run, file);
        reports_file(&reports, file);
    }
    gather_free(&gather);
    run_finish(&run, &options->rules);
    tell_notes(&run);
    status = exit_status(run_gate(&run));
    if (reports_end(&reports, &run) != 0)
        status = EXIT_IO;
    run_free(&run);
    return status;
}

int
main(int argc, char **argv)
{
    struct merge_options options;
    int status;

    diag_set_program("ori-merge");
    if (io_open_standard() != 0) {
        diag_errno(errno, "standard descriptors");
        return EXIT_IO;
    }
    status = merge_options_read(&options, argc, argv);
    if (status < 0)
        status = merge(&options);
    merge_options_free(&options);
    return status;
}
