/* options: the command line of ori-llvm-worker, which is that of ori. */
#include "worker/options.h"

#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "base/options.h"

static int
read_backend(void *place, const struct option_row *row, const char *text)
{
    if (strcmp(text, "llvm") != 0)
        return diag_usage("--backend=%s: there is only llvm", text);
    return option_text(place, row, text);
}

#define PLACE(member) offsetof(struct worker_options, member)

static const struct option_row rows[] = {
    { 0, "backend", "llvm", "the one backend there is", read_backend, PLACE(backend), NULL },
    { 0, "json", NULL, "report in a frame on stdout, ori-protocol(7)", option_set, PLACE(json), NULL },
    { 0, "__worker", NULL, "report in events as it goes, ori-protocol(7)", option_set, PLACE(events), NULL },
    { 0, "filter", "TEXT", "only tests with TEXT in their names", option_text, PLACE(filter), NULL },
    { 0, "tests", "NAME,NAME", "only these tests", option_text, PLACE(tests), NULL },
    { .name = NULL },
};

static const struct option_table table = {
    .usage = "ori-llvm-worker test --backend=llvm --json [OPTION]... FILE|DIRECTORY...\n"
             "       ori-llvm-worker test --backend=llvm --__worker [OPTION]... FILE",
    .about = "Compile .ll files with LLVM, run their tests in this process, and report as ori does.\n",
    .closing = "Exit status: 0 all passed, 1 failures, 2 no tests, 64 usage, 66 a directory cannot be read,\n"
               "74 the report could not be written.\n",
    .rows = rows,
    .column = 26,
};

static bool
is_directory(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int
complete(const struct worker_options *options, int argc, char **argv, int first)
{
    if (first >= argc || strcmp(argv[first], "test") != 0)
        return diag_usage("the command must be test");
    if (options->backend == NULL)
        return diag_usage("--backend=llvm is missing");
    if (!options->json && !options->events)
        return diag_usage("--json is missing");
    if (options->json && options->events)
        return diag_usage("--json and --__worker are two ways to report: give one");
    if (first + 1 >= argc)
        return diag_usage("no file to test");
    if (options->events && (first + 2 < argc || is_directory(argv[first + 1])))
        return diag_usage("--__worker takes one file");
    return -1;
}

int
worker_options_read(struct worker_options *options, int argc, char **argv)
{
    int first;
    int status;

    *options = (struct worker_options){ .json = false };
    status = options_read(&table, options, argc, argv, &first);
    if (status < 0)
        status = complete(options, argc, argv, first);
    options->paths = argv + (first + 1 < argc ? first + 1 : argc);
    return status;
}
