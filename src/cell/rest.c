/* rest: runs the worker again for the tests that never ran because it died before. */
#include "cell/rest.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/names.h"
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

/* The names of the last REST results, each with its place among them; they are of events, where no two are the same. */
static struct names
name_rest(const struct summary *summary, size_t rest)
{
    struct names names = { 0 };

    for (size_t i = summary->result_count - rest; i < summary->result_count; i++)
        (void)names_add(&names, summary->results[i].name);
    return names;
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
    struct names names = name_rest(old, attempt->rest);
    bool *answered = xcalloc(attempt->rest, sizeof *answered);
    bool strayed = false;
    size_t left = 0;

    for (size_t i = 0; i < first_rest; i++)
        summary_move(&all, old, i);
    for (size_t i = 0; i < own; i++) {
        const struct test_result *result = &again->summary.results[i];
        size_t place = result->is_of_file ? NAMES_NONE : names_find(&names, result->name);

        if (place != NAMES_NONE)
            answered[place] = true;
        if (place != NAMES_NONE || result->is_of_file)
            summary_move(&all, &again->summary, i);
        else
            strayed = true;
    }
    for (size_t i = 0; i < attempt->rest; i++)
        if (!answered[i]) {
            summary_move(&all, old, first_rest + i);
            left++;
        }
    free(answered);
    names_free(&names);
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
rest_run(struct attempt *attempt, struct attempts *attempts, const struct cell_options *options,
         const struct attempt_request *first)
{
    while (attempt->rest > 0 && attempt->run.interrupted == 0 && (first->ends_us == 0 || clock_us() < first->ends_us)) {
        size_t before = attempt->rest;
        char *tests = name_tests(&attempt->summary, attempt->rest);
        char **argv = add_argument(options->worker, options->path, tests);
        struct attempt_request request = { argv, first->environment, first->ends_us };
        struct attempt again;

        attempt_run(&again, options, &request);
        attempts_note(attempts, FACTS_REST, &again);
        merge(attempt, &again);
        attempt->run.wall_ms += again.run.wall_ms;
        attempt->run.interrupted = again.run.interrupted;
        attempt->run.containment.survivors = attempt->run.containment.survivors || again.run.containment.survivors;
        attempt_free(&again);
        free(argv);
        free(tests);
        if (attempt->rest >= before)
            break;
    }
}
