/* ori-llvm-worker: compiles .ll files with real LLVM and runs their tests, with the command line of the Ori compiler.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/xalloc.h"
#include "record/summary.h"
#include "worker/jit.h"
#include "worker/options.h"
#include "worker/report.h"
#include "worker/spec.h"

/* No test file is larger. */
#define FILE_MAX_BYTES ((size_t)1 << 30)

/* What is known of all files so far. */
struct run {
    const struct worker_options *options;
    struct report report;
    uint64_t tests;
    bool failed;
};

/* Whether NAME is one of the names of the list. */
static bool
is_listed(const char *names, const char *name)
{
    size_t length = strlen(name);

    for (;; names++) {
        size_t word = strcspn(names, ",");

        if (word == length && strncmp(names, name, length) == 0)
            return true;
        names += word;
        if (*names == '\0')
            return false;
    }
}

static bool
is_wanted(const struct worker_options *options, const struct spec_test *test)
{
    if (options->tests != NULL && !is_listed(options->tests, test->name))
        return false;
    return options->filter == NULL || strstr(test->name, options->filter) != NULL;
}

/* Adds and reports a result. */
static void
add_result(struct run *run, struct summary *summary, const struct spec_test *test, enum outcome outcome,
           const char *message, int64_t duration_ms)
{
    struct test_result *result = summary_add(summary, test->name, outcome, message);

    for (size_t i = 0; i < test->target_count; i++)
        summary_add_target(summary, result, test->targets[i]);
    result->duration_ms = duration_ms;
    report_result(&run->report, result);
}

/* The module does not compile: so neither does any of its tests. */
static void
add_compile_failure(struct run *run, struct summary *summary, const struct spec *spec, const char *why)
{
    summary_add_error(summary, why);
    summary->llvm_compile_error = true;
    for (size_t i = 0; i < spec->count; i++)
        if (is_wanted(run->options, &spec->tests[i]))
            add_result(run, summary, &spec->tests[i], OUTCOME_LLVM_COMPILE_FAIL, why, 0);
}

static void
run_test(struct run *run, struct summary *summary, const struct spec_test *test, jit_function *function)
{
    int64_t begin;
    int32_t value;
    char *message;

    report_start(&run->report, test->name);
    begin = clock_us();
    value = function();
    message = xasprintf("returned %ld", (long)value);
    add_result(run, summary, test, value == 0 ? OUTCOME_PASSED : OUTCOME_FAILED, message, (clock_us() - begin) / 1000);
    free(message);
}

static void
run_tests(struct run *run, struct summary *summary, const struct spec *spec, struct jit *jit)
{
    for (size_t i = 0; i < spec->count; i++) {
        const struct spec_test *test = &spec->tests[i];
        jit_function *function;
        char *why;

        if (!is_wanted(run->options, test))
            continue;
        if (test->skip != NULL) {
            add_result(run, summary, test, OUTCOME_SKIPPED, test->skip, 0);
            continue;
        }
        function = jit_find(jit, test->name, &why);
        if (function != NULL) {
            run_test(run, summary, test, function);
            continue;
        }
        if (!summary->llvm_compile_error)
            summary_add_error(summary, why);
        summary->llvm_compile_error = true;
        add_result(run, summary, test, OUTCOME_LLVM_COMPILE_FAIL, why, 0);
        free(why);
    }
}

static void
run_text(struct run *run, struct summary *summary, const struct buffer *text)
{
    struct spec spec = { 0 };
    struct jit *jit;
    char *why = NULL;

    /* Never closed: a test may have handed its code to atexit(3). */
    jit = jit_open(summary->path, text->data, text->size, !spec_is_unverified(text->data, text->size), &why);
    /* LLVM knows best which tests there are; the text is asked when LLVM cannot read it. */
    for (size_t i = 0; jit != NULL && i < jit_test_count(jit); i++)
        spec_add_test(&spec, jit_test_name(jit, i));
    if (jit == NULL)
        spec_find_tests(&spec, text->data, text->size);
    spec_read_directives(&spec, text->data, text->size);
    for (size_t i = 0; i < spec.count; i++)
        if (is_wanted(run->options, &spec.tests[i]))
            report_plan(&run->report, spec.tests[i].name);
    if (jit != NULL) {
        run_tests(run, summary, &spec, jit);
    } else {
        add_compile_failure(run, summary, &spec, why);
        free(why);
    }
    for (size_t i = 0; i < spec.fault_count; i++)
        summary_add_fault(summary, spec.faults[i]);
    spec_free(&spec);
}

static void
run_file(struct run *run, const char *path)
{
    struct summary summary = { .path = xstrdup(path) };
    struct buffer text = { 0 };
    int64_t begin = clock_us();
    char *error;

    if (io_read_file(path, FILE_MAX_BYTES, &text) == 0) {
        run_text(run, &summary, &text);
    } else {
        error = xasprintf("cannot read %s: %s", path, strerror(errno));
        summary_add_error(&summary, error);
        free(error);
    }
    summary.duration_ms = (clock_us() - begin) / 1000;
    report_file(&run->report, &summary);
    run->tests += summary_total(&summary);
    run->failed = run->failed || summary_has_failures(&summary) || summary.llvm_compile_error ||
                  summary.counts[OUTCOME_LLVM_COMPILE_FAIL] > 0;
    buffer_free(&text);
    summary_free(&summary);
}

static bool
is_directory(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int
is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static bool
is_ir(const char *path)
{
    size_t length = strlen(path);

    return length > 3 && strcmp(path + length - 3, ".ll") == 0;
}

/* A file, or every .ll file below a directory, in the order of their names. */
static int
run_path(struct run *run, const char *path)
{
    struct dirent **entries;
    int result = 0;
    int count;

    if (!is_directory(path)) {
        run_file(run, path);
        return 0;
    }
    count = scandir(path, &entries, is_visible, alphasort);
    if (count < 0) {
        diag_errno(errno, "cannot read %s", path);
        return -1;
    }
    for (int i = 0; i < count; i++) {
        char *inner = xasprintf("%s/%s", path, entries[i]->d_name);

        if (result == 0 && (is_directory(inner) || is_ir(inner)))
            result = run_path(run, inner);
        free(inner);
        free(entries[i]);
    }
    free(entries);
    return result;
}

static int
run_all(const struct worker_options *options)
{
    struct run run = { .options = options, .report = { .events = options->events } };
    int status = EXIT_OK;

    jit_init();
    for (char **path = options->paths; *path != NULL; path++)
        if (run_path(&run, *path) != 0)
            status = EXIT_NO_INPUT;
    if (report_finish(&run.report) != 0) {
        diag_errno(errno, "stdout");
        status = EXIT_IO;
    }
    if (status != EXIT_OK)
        return status;
    if (run.failed)
        return EXIT_FAILURES;
    return run.tests > 0 ? EXIT_OK : EXIT_NO_TESTS;
}

int
main(int argc, char **argv)
{
    struct worker_options options;
    int status;

    diag_set_program("ori-llvm-worker");
    if (io_open_standard() != 0) {
        diag_errno(errno, "standard descriptors");
        return EXIT_IO;
    }
    status = worker_options_read(&options, argc, argv);
    return status >= 0 ? status : run_all(&options);
}
