/* test_contain: the worker is started in what was asked for or, where that may be, in what can be had; its limits are
   in force or it is not started; and nothing is left of what held it. What the machine lacks is told in a line that
   begins with "skipped". */
#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process/contain.h"

/* From the start of "sh -c SCRIPT" to its end. */
struct run {
    struct contain contain;
    struct worker worker;
    struct start_error error;
    char leaf[64]; /* its name; "" when there was none */
    int started;
};

static void
start_shell(struct run *run, unsigned isolate, const char *limit, const char *script)
{
    char *argv[] = { (char *)"sh", (char *)"-c", (char *)script, NULL };
    struct limits limits;
    sigset_t none;
    struct start_request request = { .argv = argv, .stdin_fd = -1, .limits = &limits, .mask = &none };
    const char *why;

    *run = (struct run){ .worker = worker_none };
    limits_init(&limits);
    if (limit != NULL)
        assert_int_equal(limits_parse(&limits, limit, &why), 0);
    (void)sigemptyset(&none);
    assert_int_equal(contain_begin(&run->contain, &run->worker), 0);
    run->started = contain_start(&run->contain, isolate, &request, &run->error);
    if (run->contain.has_leaf)
        (void)snprintf(run->leaf, sizeof run->leaf, "%s", run->contain.leaf.name);
}

static void
wait_for_death(struct run *run)
{
    while (!worker_is_dead(&run->worker))
        (void)usleep(1000);
}

/* Ends it; no leaf may be left. */
static void
end(struct run *run)
{
    int parent = run->contain.has_leaf ? dup(run->contain.leaf.parent_fd) : -1;

    contain_end(&run->contain);
    assert_false(run->contain.has_leaf);
    assert_false(run->contain.result.survivors);
    if (parent >= 0) {
        assert_int_equal(faccessat(parent, run->leaf, F_OK, 0), -1);
        assert_int_equal(errno, ENOENT);
        (void)close(parent);
    }
    worker_close(&run->worker);
    contain_free(&run->contain);
}

/* Whether the run has a leaf, where it was asked for one. */
static bool
has_leaf(const struct run *run)
{
    if (run->started == 0)
        return true;
    assert_true(run->error.in_cgroup);
    assert_true(run->error.step[0] != '\0');
    print_message("skipped: %s: %s\n", run->error.step, strerror(run->error.errnum));
    return false;
}

static void
nothing_is_had_that_was_not_asked_for(void **state)
{
    struct run run;

    (void)state;
    start_shell(&run, ISOLATE_NONE, NULL, "exit 3");
    assert_int_equal(run.started, 0);
    assert_false(run.contain.has_leaf);
    assert_true(run.contain.count_us > 0);
    wait_for_death(&run);
    end(&run);
    assert_false(run.contain.result.in_cgroup);
    assert_false(run.contain.result.in_namespace);
    assert_int_equal(run.contain.result.memory.max_bytes, -1);
    assert_true(run.contain.result.memory.oom_kills == 0);
    assert_int_equal(run.worker.wait_status, 3 << 8);
}

static void
a_cgroup_holds_all_and_is_removed(void **state)
{
    struct run run;

    (void)state;
    start_shell(&run, ISOLATE_CGROUP, NULL, "setsid sleep 999 & setsid sleep 998 & exit 0");
    if (has_leaf(&run)) {
        wait_for_death(&run);
        assert_int_equal(cgroup_populated(&run.contain.leaf), 1);
    }
    end(&run);
    assert_int_equal(run.contain.result.in_cgroup, run.started == 0);
    if (run.started == 0)
        assert_int_equal(run.contain.result.leaks.count, 2);
}

static void
a_worker_that_runs_is_ended(void **state)
{
    struct run run;

    (void)state;
    start_shell(&run, ISOLATE_CGROUP, NULL, "sleep 999");
    (void)has_leaf(&run);
    end(&run);
    if (run.started == 0)
        assert_int_equal(run.worker.wait_status, SIGKILL);
}

static void
a_worker_that_is_not_there_leaves_no_cgroup(void **state)
{
    char *argv[] = { (char *)"./no-such-worker", NULL };
    static const unsigned levels[] = { ISOLATE_NONE, ISOLATE_CGROUP, ISOLATE_AUTO };

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++) {
        struct run run = { .worker = worker_none };
        struct limits limits;
        sigset_t none;
        struct start_request request = { .argv = argv, .stdin_fd = -1, .limits = &limits, .mask = &none };

        limits_init(&limits);
        (void)sigemptyset(&none);
        assert_int_equal(contain_begin(&run.contain, &run.worker), 0);
        assert_int_equal(contain_start(&run.contain, levels[i], &request, &run.error), -1);
        assert_true(run.error.in_exec || levels[i] == ISOLATE_CGROUP);
        if (run.contain.has_leaf)
            (void)snprintf(run.leaf, sizeof run.leaf, "%s", run.contain.leaf.name);
        end(&run);
    }
}

/* It has what can be had; in any case the worker runs. */
static void
auto_takes_what_there_is(void **state)
{
    struct run run;

    (void)state;
    start_shell(&run, ISOLATE_AUTO, NULL, "exit 4");
    assert_int_equal(run.started, 0);
    print_message("pid %d, cgroup %d\n", run.contain.result.in_namespace, run.contain.has_leaf);
    wait_for_death(&run);
    end(&run);
    assert_int_equal(run.worker.wait_status, 4 << 8);
}

/* By whatever is asked for: a limit is in force or nothing runs. */
static void
a_limit_is_never_left_out(void **state)
{
    static const char *const limits[] = { "memory=1G", "pids=100" };
    static const unsigned levels[] = { ISOLATE_CGROUP, ISOLATE_AUTO };

    (void)state;
    for (size_t i = 0; i < COUNT(limits) * COUNT(levels); i++) {
        struct run run;
        bool is_memory = i % COUNT(limits) == 0;

        start_shell(&run, levels[i / COUNT(limits)], limits[i % COUNT(limits)], "exit 0");
        if (has_leaf(&run)) {
            assert_true(run.contain.has_leaf);
            assert_true(is_memory ? run.contain.leaf.memory : run.contain.leaf.pids);
            wait_for_death(&run);
        } else {
            assert_int_equal(strncmp(run.error.step, is_memory ? "--limit=memory: " : "--limit=pids: ", 13), 0);
            assert_false(run.contain.has_leaf);
        }
        end(&run);
    }
}

/* The end of a cell that goes wrong itself. */
static void
the_sudden_end_leaves_nothing(void **state)
{
    struct run run;
    int parent;

    (void)state;
    start_shell(&run, ISOLATE_CGROUP, NULL, "setsid sleep 999 & sleep 998");
    if (!has_leaf(&run))
        return;
    parent = dup(run.contain.leaf.parent_fd);
    contain_end_now(&run.contain);
    assert_int_equal(faccessat(parent, run.leaf, F_OK, 0), -1);
    (void)close(parent);
    worker_close(&run.worker);
    contain_free(&run.contain);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_had_that_was_not_asked_for),
        cmocka_unit_test(a_cgroup_holds_all_and_is_removed),
        cmocka_unit_test(a_worker_that_runs_is_ended),
        cmocka_unit_test(a_worker_that_is_not_there_leaves_no_cgroup),
        cmocka_unit_test(auto_takes_what_there_is),
        cmocka_unit_test(a_limit_is_never_left_out),
        cmocka_unit_test(the_sudden_end_leaves_nothing),
    };
    sigset_t child;

    (void)sigemptyset(&child); /* as the cell has it */
    (void)sigaddset(&child, SIGCHLD);
    (void)sigprocmask(SIG_BLOCK, &child, NULL);
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
