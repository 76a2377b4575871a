/* test_deadline: a worker that ends is waited for, one that does not is killed at its deadline with all its family.
   Upper bounds on time are there to catch a hang, and far from what any machine needs. */
#include "unit.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "process/signals.h"
#include "process/supervise.h"

enum { PROMPT_MS = 20000 };

struct run {
    struct supervised result;
    struct buffer out;
    struct buffer err;
};

static void
keep(void *context, const char *bytes, size_t count)
{
    buffer_append(context, bytes, count);
}

static void
drop(void *context, const char *bytes, size_t count)
{
    uint64_t *total = context;

    (void)bytes;
    *total += count;
}

/* WANTED: what matters of the request; the rest is filled in. */
static void
run_shell_in(struct run *run, const struct supervise_request *wanted, const char *script)
{
    char *argv[] = { (char *)"sh", (char *)"-c", (char *)script, NULL };
    struct supervise_request request = *wanted;
    struct limits limits;

    limits_init(&limits);
    request.argv = argv;
    request.limits = &limits;
    if (request.deadline_signal == 0)
        request.deadline_signal = SIGKILL;
    if (request.stdout_sink.take == NULL)
        request.stdout_sink = (struct sink){ keep, &run->out };
    request.stderr_sink = (struct sink){ keep, &run->err };
    supervise_run(&request, &run->result);
    signals_release();
}

static void
run_shell(struct run *run, int64_t timeout_ms, const char *script)
{
    struct supervise_request request = { .timeout_ms = timeout_ms, .leak_grace_ms = 200 };

    *run = (struct run){ .out = { 0 } };
    run_shell_in(run, &request, script);
}

static void
run_free(struct run *run)
{
    free(run->result.ended.reason);
    buffer_free(&run->out);
    buffer_free(&run->err);
}

/* The process whose pid the worker has printed is gone: not even a zombie of ours is left. */
static void
assert_gone(struct run *run)
{
    pid_t pid = (pid_t)atoi(buffer_text(&run->out));

    assert_true(pid > 1);
    assert_int_equal(kill(pid, 0), -1);
    assert_int_equal(errno, ESRCH);
}

static void
a_worker_that_ends_is_in_time(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 60000, "true");
    assert_int_equal(run.result.ended.how, ENDED_EXITED);
    assert_int_equal(run.result.ended.exit_code, 0);
    assert_true(run.result.wall_ms < PROMPT_MS);
    run_free(&run);
}

static void
a_worker_that_does_not_end_is_killed_at_100_ms(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 100, "sleep 999");
    assert_int_equal(run.result.ended.how, ENDED_TIMED_OUT);
    assert_int_equal(run.result.ended.after_ms, 100);
    assert_int_equal(run.result.ended.term_signal, SIGKILL);
    assert_true(run.result.wall_ms >= 100);
    assert_true(run.result.wall_ms < PROMPT_MS);
    run_free(&run);
}

static void
a_worker_that_catches_the_signal_is_timed_out_all_the_same(void **state)
{
    struct supervise_request request = { .timeout_ms = 100, .deadline_signal = SIGTERM, .kill_after_ms = 60000 };
    struct run run = { .out = { 0 } };

    (void)state;
    run_shell_in(&run, &request, "trap 'echo last words >&2; exit 0' TERM; while :; do sleep 0.01; done");
    assert_int_equal(run.result.ended.how, ENDED_TIMED_OUT);
    assert_int_equal(run.result.ended.term_signal, 0);
    assert_int_equal(run.result.ended.exit_code, 0);
    assert_non_null(strstr(buffer_text(&run.err), "last words\n"));
    run_free(&run);
}

static void
a_worker_that_ignores_the_signal_is_killed_after_it(void **state)
{
    struct supervise_request request = { .timeout_ms = 50, .deadline_signal = SIGTERM, .kill_after_ms = 50 };
    struct run run = { .out = { 0 } };

    (void)state;
    run_shell_in(&run, &request, "trap '' TERM; while :; do sleep 999; done");
    assert_int_equal(run.result.ended.how, ENDED_TIMED_OUT);
    assert_int_equal(run.result.ended.term_signal, SIGKILL);
    run_free(&run);
}

static void
a_stopped_worker_is_killed(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 100, "kill -STOP $$");
    assert_int_equal(run.result.ended.how, ENDED_TIMED_OUT);
    run_free(&run);
}

static void
a_flood_does_not_drown_the_deadline(void **state)
{
    uint64_t total = 0;
    struct supervise_request request = { .timeout_ms = 200, .stdout_sink = { drop, &total } };
    struct run run = { .out = { 0 } };

    (void)state;
    run_shell_in(&run, &request, "exec cat /dev/zero");
    assert_int_equal(run.result.ended.how, ENDED_TIMED_OUT);
    assert_true(run.result.wall_ms < PROMPT_MS);
    assert_true(total > 1 << 20);
    run_free(&run);
}

static void
a_child_left_behind_is_ended(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 60000, "sleep 999 & echo $!");
    assert_int_equal(run.result.ended.how, ENDED_EXITED);
    assert_int_equal(run.result.containment.leaks.count, 1);
    assert_string_equal(run.result.containment.leaks.list[0].command, "sleep");
    assert_gone(&run);
    run_free(&run);
}

static void
a_daemon_in_its_own_session_is_ended(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 60000, "pid=$(setsid sh -c 'sleep 999 >/dev/null 2>&1 & echo $!'); echo $pid; exit 3");
    assert_int_equal(run.result.ended.exit_code, 3);
    assert_int_equal(run.result.containment.leaks.count, 1);
    assert_gone(&run);
    run_free(&run);
}

static void
a_child_that_ends_within_the_grace_is_no_leak(void **state)
{
    struct supervise_request request = { .timeout_ms = 60000, .leak_grace_ms = 60000 };
    struct run run = { .out = { 0 } };

    (void)state;
    run_shell_in(&run, &request, "(sleep 0.2; echo late) & exit 0");
    assert_int_equal(run.result.containment.leaks.count, 0);
    assert_string_equal(buffer_text(&run.out), "late\n");
    run_free(&run);
}

static void
what_was_written_before_death_is_read(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 60000, "echo out; echo err >&2; kill -SEGV $$");
    assert_int_equal(run.result.ended.how, ENDED_SIGNALED);
    assert_int_equal(run.result.ended.term_signal, SIGSEGV);
    assert_false(run.result.ended.core_dumped);
    assert_string_equal(buffer_text(&run.out), "out\n");
    assert_string_equal(buffer_text(&run.err), "err\n");
    run_free(&run);
}

static void
streams_that_are_closed_early_end_nothing(void **state)
{
    struct run run;

    (void)state;
    run_shell(&run, 60000, "exec >&- 2>&-; sleep 0.1; exit 7");
    assert_int_equal(run.result.ended.how, ENDED_EXITED);
    assert_int_equal(run.result.ended.exit_code, 7);
    run_free(&run);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worker_that_ends_is_in_time),
        cmocka_unit_test(a_worker_that_does_not_end_is_killed_at_100_ms),
        cmocka_unit_test(a_worker_that_catches_the_signal_is_timed_out_all_the_same),
        cmocka_unit_test(a_worker_that_ignores_the_signal_is_killed_after_it),
        cmocka_unit_test(a_stopped_worker_is_killed),
        cmocka_unit_test(a_flood_does_not_drown_the_deadline),
        cmocka_unit_test(a_child_left_behind_is_ended),
        cmocka_unit_test(a_daemon_in_its_own_session_is_ended),
        cmocka_unit_test(a_child_that_ends_within_the_grace_is_no_leak),
        cmocka_unit_test(what_was_written_before_death_is_read),
        cmocka_unit_test(streams_that_are_closed_early_end_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
