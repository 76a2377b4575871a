/* ori-plan: finds the test files, and writes the plan and the makefile that make runs as a pool of cells. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/outfile.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "plan/discover.h"
#include "plan/makefile.h"
#include "plan/options.h"
#include "plan/order.h"
#include "plan/recordname.h"
#include "record/plan.h"

/* The ori-cell beside this program, where there is one. The caller frees. */
static char *
find_cell(void)
{
    char self[4096];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    char *beside;
    char *slash;

    if (length > 0) {
        self[length] = '\0';
        slash = strrchr(self, '/');
        beside = xasprintf("%.*sori-cell", slash != NULL ? (int)(slash - self + 1) : 0, self);
        if (access(beside, X_OK) == 0)
            return beside;
        free(beside);
    }
    return xstrdup("ori-cell");
}

/* An id that no other run has: the time, the process, and sixteen digits of chance. */
static char *
make_run_id(void)
{
    unsigned char chance[8] = { 0 };
    char stamp[32] = "";
    time_t now = time(NULL);
    struct tm utc;
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    struct buffer id = { 0 };

    if (fd >= 0) {
        (void)io_read(fd, chance, sizeof chance);
        (void)close(fd);
    }
    if (gmtime_r(&now, &utc) != NULL)
        (void)strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &utc);
    buffer_printf(&id, "%s-%ld-", stamp, (long)getpid());
    for (size_t i = 0; i < sizeof chance; i++)
        buffer_printf(&id, "%02x", chance[i]);
    return buffer_take(&id);
}

/* Makes the directory and those above it. */
static int
make_directories(const char *directory)
{
    char *path = xstrdup(directory);
    int result = 0;

    for (char *slash = path; result == 0 && slash != NULL;) {
        slash = strchr(slash + 1, '/');
        if (slash != NULL)
            *slash = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            result = -1;
        if (slash != NULL)
            *slash = '/';
    }
    free(path);
    return result;
}

/* Removes the records of the plan that was here before, so that none of them lies about when this run's are looked at.
 */
static void
remove_old_records(const char *results, const char *plan_file)
{
    struct plan old = { 0 };
    char *why = NULL;

    if (plan_read(&old, plan_file, &why) != 0)
        free(why);
    for (size_t i = 0; i < old.count; i++) {
        char *record = xasprintf("%s/%s", results, old.cells[i].record);

        (void)unlink(record); /* what cannot be removed is of another run, and ori-merge tells */
        free(record);
    }
    plan_free(&old);
}

static int
replace(const char *file, const struct buffer *content)
{
    if (outfile_replace(file, content->data, content->size) == 0)
        return 0;
    diag_errno(errno, "cannot write %s", file);
    return -1;
}

/* The makefile goes first: should the plan not follow, its cells' records are of no run that is planned. */
static int
write_files(const struct plan_options *options, const char *plan_file, const struct plan *plan,
            const struct buffer *makefile)
{
    struct buffer text = { 0 };
    int result = -1;

    if (make_directories(options->results) != 0) {
        diag_errno(errno, "cannot make %s", options->results);
        return -1;
    }
    plan_write(&text, plan);
    if (replace(options->output, makefile) == 0) {
        remove_old_records(options->results, plan_file);
        result = replace(plan_file, &text);
    }
    buffer_free(&text);
    return result;
}

static int
write_plan(const struct plan_options *options, const struct test_files *files)
{
    static const char *const none[] = { NULL };
    const struct makefile_request request = {
        .cell = options->cell,
        .run = options->run,
        .results = options->results,
        .cell_options = options->cell_options != NULL ? options->cell_options : none,
        .filter = options->filter,
        .worker = options->worker,
    };
    struct plan plan = { .run = xstrdup(options->run) };
    struct buffer makefile = { 0 };
    struct buffer path = { 0 };
    char *plan_file = xasprintf("%s/" PLAN_FILE, options->results);
    int result;

    makefile_begin(&makefile, &request);
    for (size_t i = 0; i < files->count; i++) {
        char *record = recordname_make(files->list[i].path);

        makefile_add(&makefile, &request, &(struct makefile_cell){ files->list[i].path, record });
        buffer_clear(&path);
        text_repair(&path, files->list[i].path, strlen(files->list[i].path));
        plan_add(&plan, record, buffer_text(&path));
        free(record);
    }
    makefile_end(&makefile, &plan);
    result = write_files(options, plan_file, &plan, &makefile);
    free(plan_file);
    buffer_free(&path);
    buffer_free(&makefile);
    plan_free(&plan);
    return result == 0 ? EXIT_OK : EXIT_IO;
}

static int
find_files(const struct plan_options *options, struct test_files *files)
{
    static const char *const standard[] = { ".ori", ".ll", NULL };
    const char *const *suffixes = options->suffixes != NULL ? options->suffixes : standard;
    struct discover_error error;

    for (char **path = options->paths; *path != NULL; path++) {
        if (discover_add(files, *path, suffixes, &error) == 0)
            continue;
        diag_error("cannot read %s: %s", error.path, error.reason);
        free(error.path);
        return EXIT_NO_INPUT;
    }
    if (files->count == 0) {
        diag_error("%s: no test files%s", options->paths[0],
                   options->paths[1] != NULL ? ", nor in the other paths" : "");
        return EXIT_NO_TESTS;
    }
    discover_sort(files);
    order_files(files);
    return EXIT_OK;
}

static int
make_plan(struct plan_options *options)
{
    struct test_files files = { 0 };
    char *output = NULL;
    char *cell = NULL;
    char *run = NULL;
    int status;

    if (options->output == NULL)
        options->output = output = xasprintf("%s/check.mk", options->results);
    if (options->cell == NULL)
        options->cell = cell = find_cell();
    if (options->run == NULL)
        options->run = run = make_run_id();
    status = find_files(options, &files);
    if (status == EXIT_OK)
        status = write_plan(options, &files);
    discover_free(&files);
    free(output);
    free(cell);
    free(run);
    return status;
}

int
main(int argc, char **argv)
{
    struct plan_options options;
    int status;

    diag_set_program("ori-plan");
    if (io_open_standard() != 0) {
        diag_errno(errno, "standard descriptors");
        return EXIT_IO;
    }
    status = plan_options_read(&options, argc, argv);
    if (status < 0)
        status = make_plan(&options);
    plan_options_free(&options);
    return status;
}
