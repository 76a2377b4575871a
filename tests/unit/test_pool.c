/* test_pool: make is the pool. Of five one-second cells no more than the -j of make run at a time, as their records
   tell; all five are recorded; and one that hangs is killed at its deadline while the others go on. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "record/record.h"

enum { CELLS = 5 };

struct span {
    int64_t begin_ms;
    int64_t end_ms;
};

static char directory[] = "/tmp/test_pool.XXXXXX";

static void
must_run(const char *command)
{
    print_message("%s\n", command);
    assert_int_equal(system(command), 0);
}

static int
make_directory(void **state)
{
    (void)state;
    return mkdtemp(directory) == NULL || chdir(directory) != 0 ? -1 : 0;
}

static int
remove_directory(void **state)
{
    char *command = xasprintf("rm -rf %s", directory);
    int status = chdir("/") != 0 ? -1 : system(command);

    (void)state;
    free(command);
    return status;
}

/* Plans five test files for a worker that sleeps for a second, but on hang.t for good, and runs them under make -jJOBS.
   MAKEFLAGS is taken away: the jobserver of a make around this test would decide otherwise. */
static void
run_plan(const char *last, int jobs)
{
    char *command =
        xasprintf("rm -rf spec results && mkdir spec && touch spec/1.t spec/2.t spec/3.t spec/4.t spec/%s.t", last);
    const char *plan = getenv("ORI_PLAN");

    assert_non_null(plan);
    must_run(command);
    free(command);
    must_run("printf '%s\\n' '#!/bin/sh' 'case $1 in *hang*) exec sleep 999;; *) exec sleep 1;; esac' >worker"
             " && chmod +x worker");
    command = xasprintf("'%s' --suffix=.t --cell-option=--timeout=3 spec -- ./worker {}", plan);
    must_run(command);
    free(command);
    command = xasprintf("env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -j%d -f results/check.mk", jobs);
    must_run(command);
    free(command);
}

static struct span
read_span(const char *name, const char *message)
{
    char *file = xasprintf("results/spec~%s.t.json", name);
    struct buffer text = { 0 };
    struct record record;
    struct span span;
    struct pull pull;

    assert_int_equal(io_read_file(file, RECORD_MAX_BYTES, &text), 0);
    pull_begin(&pull, text.data, text.size);
    assert_int_equal(record_read(&record, &pull), 0);
    assert_int_equal(record.summary.counts[OUTCOME_BACKEND_CRASH], 1);
    assert_memory_equal(record.summary.results[0].message, message, strlen(message));
    span.begin_ms = record.cell.started_ms;
    span.end_ms = span.begin_ms + record.cell.wall_ms;
    record_free(&record);
    buffer_free(&text);
    free(file);
    return span;
}

/* How many spans there are at the begin of one of them, at most. */
static int
most_at_once(const struct span *spans, int count)
{
    int most = 0;

    for (int i = 0; i < count; i++) {
        int now = 0;

        for (int j = 0; j < count; j++)
            now += spans[j].begin_ms <= spans[i].begin_ms && spans[i].begin_ms < spans[j].end_ms;
        if (now > most)
            most = now;
    }
    return most;
}

static const char slept[] = "worker exited 0 with no JSON output";

static int
run_five(int jobs)
{
    static const char *const names[CELLS] = { "1", "2", "3", "4", "5" };
    struct span spans[CELLS];

    run_plan("5", jobs);
    for (int i = 0; i < CELLS; i++)
        spans[i] = read_span(names[i], slept);
    return most_at_once(spans, CELLS);
}

static void
two_jobs_run_two_at_a_time(void **state)
{
    (void)state;
    assert_int_equal(run_five(2), 2);
}

static void
one_job_runs_one_at_a_time(void **state)
{
    (void)state;
    assert_int_equal(run_five(1), 1);
}

static void
one_that_hangs_holds_up_no_other(void **state)
{
    (void)state;
    run_plan("hang", 2);
    (void)read_span("hang", "worker timed out after 3s");
    for (int i = 1; i < CELLS; i++) {
        const char name[] = { (char)('0' + i), '\0' };

        (void)read_span(name, slept);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_jobs_run_two_at_a_time),
        cmocka_unit_test(one_job_runs_one_at_a_time),
        cmocka_unit_test(one_that_hangs_holds_up_no_other),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory) != 0;
}
