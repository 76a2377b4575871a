/* rest: runs the worker again for the tests that never ran because it died before. */
#include "cell/rest.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* The bytes of one argument, at most; Linux takes 128 KiB. What does not fit is for a later run. */
enum { NAMES_MAX_BYTES = 96 << 10 };

/* "--tests=NAME,NAME" for those of the last REST results that fit. The caller frees. */
static char *
name_tests(const struct summary *summary, size_t rest)
{
    struct buffer out = { 0 };

    buffer_add(&out, "--tests=");
    for (size_t i = summary->result_count - rest; i < summary->result_count; i++) {
        const char *name = summary->results[i].name;
        bool is_first = i == summary->result_count - rest;

        if (!is_first && out.size + strlen(name) > NAMES_MAX_BYTES)
            break;
        buffer_add(&out, is_first ? "" : ",");
        buffer_add(&out, name);
    }
    return buffer_take(&out);
}

/* The worker's words with TESTS before the test file, which is the last one that is the path, or the last of all. The
   caller frees the list. */
static char **
add_argument(char *const *worker, const char *path, char *tests)
{
    size_t count = 0;
    size_t place;
    char **argv;

    while (worker[count] != NULL)
        count++;
    place = count - 1;
    for (size_t i = 1; i < count; i++)
        if (strcmp(worker[i], path) == 0)
            place = i;
    if (place == 0)
        place = count;
    argv = xcalloc(count + 2, sizeof *argv);
    memcpy(argv, worker, place * sizeof *argv);
    argv[place] = tests;
    memcpy(argv + place + 1, worker + place, (count - place) * sizeof *argv);
    return argv;
}

/* The place of the test called NAME among the last REST results; REST when it is not there. */
static size_t
find_rest(const struct summary *summary, size_t rest, const char *name)
{
    for (size_t i = 0; i < rest; i++)
        if (strcmp(summary->results[summary->result_count - rest + i].name, name) == 0)
            return i;
    return rest;
}

/* Puts what AGAIN found out into ATTEMPT: the tests of the rest that have a verdict of their own now go before those
   that have none, and anything else that AGAIN reports behind. */
static void
merge(struct attempt *attempt, struct attempt *again)
{
    struct summary all = { .path = attempt->summary.path, .llvm_compile_error = false };
    struct summary *old = &attempt->summary;
    size_t first_rest = old->result_count - attempt->rest;
    size_t own = again->summary.result_count - again->rest;
    bool *answered = xcalloc(attempt->rest, sizeof *answered);
    bool strayed = false;
    size_t left = 0;

    for (size_t i = 0; i < first_rest; i++)
        summary_move(&all, old, i);
    for (size_t i = 0; i < own; i++) {
        const struct test_result *result = &again->summary.results[i];
        size_t place = find_rest(old, attempt->rest, result->name);

        if (place < attempt->rest)
            answered[place] = true;
        else if (strcmp(result->name, SUMMARY_CRASH_NAME) != 0)
            strayed = true;
        if (place < attempt->rest || strcmp(result->name, SUMMARY_CRASH_NAME) == 0)
            summary_move(&all, &again->summary, i);
    }
    for (size_t i = 0; i < attempt->rest; i++)
        if (!answered[i]) {
            summary_move(&all, old, first_rest + i);
            left++;
        }
    free(answered);
    summary_take_errors(&all, old);
    summary_take_errors(&all, &again->summary);
    if (strayed)
        summary_add_fault(&all, "worker ran other tests than --tests named: --rerun-rest needs one that knows --tests");
    all.duration_ms = summary_add_ms(old->duration_ms, again->summary.duration_ms);
    old->path = NULL;
    summary_free(old);
    *old = all;
    attempt->rest = strayed ? 0 : left;
}

void
rest_run(struct attempt *attempt, struct history *history, const struct cell_options *options)
{
    while (attempt->rest > 0 && attempt->run.interrupted == 0) {
        size_t before = attempt->rest;
        char *tests = name_tests(&attempt->summary, attempt->rest);
        char **argv = add_argument(options->worker, options->path, tests);
        struct attempt again;

        attempt_run(&again, options, argv);
        history_add(history, ATTEMPT_REST, &again);
        merge(attempt, &again);
        attempt->run.wall_ms += again.run.wall_ms;
        attempt->run.interrupted = again.run.interrupted;
        attempt_free(&again);
        free(argv);
        free(tests);
        if (attempt->rest >= before)
            break;
    }
}
