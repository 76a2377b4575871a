/* test_verdict: every row of the verdict table, and every signal by its name. */
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/signame.h"
#include "protocol/frame.h"
#include "protocol/reader.h"
#include "protocol/verdict.h"

#define ONE_PASSED "[{\"path\":\"x\",\"results\":[{\"name\":\"a\",\"outcome\":{\"type\":\"Passed\"}}]}]"
#define ONE_FAILED "[{\"results\":[{\"name\":\"a\",\"outcome\":{\"type\":\"Failed\",\"message\":\"m\"}}]}]"
#define NO_RESULTS "[{\"path\":\"x\",\"results\":[]}]"
#define ONE_ERROR "[{\"results\":[],\"errors\":[\"cannot read\"]}]"
#define NO_COMPILE                                                                                   \
    "[{\"results\":[{\"name\":\"a\",\"outcome\":{\"type\":\"LlvmCompileFail\",\"message\":\"m\"}}]," \
    "\"errors\":[\"bad\"],\"llvm_compile_error\":true}]"

#define MEMORY "out of memory (limit 2G)"

#define EXITED(code)                             \
    {                                            \
        .how = ENDED_EXITED, .exit_code = (code) \
    }
#define KILLED(signal)                                 \
    {                                                  \
        .how = ENDED_SIGNALED, .term_signal = (signal) \
    }

struct verdict_case {
    const char *proves;
    struct ended ended;
    const char *frame; /* NULL: none */
    const char *limit;
    size_t results;
    uint64_t crashes;
    const char *message; /* of the last result, exactly; NULL: none */
    const char *error;   /* the last error, exactly; NULL: no errors */
    bool fails;
};

static const struct verdict_case cases[] = {
    { "exit 0, all passed", EXITED(0), ONE_PASSED, NULL, 1, 0, NULL, NULL, false },
    { "exit 1, a failure", EXITED(1), ONE_FAILED, NULL, 1, 0, "m", NULL, true },
    { "exit 0 though one failed", EXITED(0), ONE_FAILED, NULL, 1, 0, "m",
      "worker exited 0 though its results hold a failure", true },
    { "exit 0 with an error", EXITED(0), ONE_ERROR, NULL, 0, 0, NULL,
      "worker exited 0 though its results hold a failure", true },
    { "exit 1 with an error", EXITED(1), ONE_ERROR, NULL, 0, 0, NULL, "cannot read", true },
    { "exit 1 though nothing failed", EXITED(1), ONE_PASSED, NULL, 1, 0, NULL, "worker exited 1 though nothing failed",
      true },
    { "exit 1, does not compile", EXITED(1), NO_COMPILE, NULL, 1, 0, "m", "bad", false },
    { "exit 0, does not compile", EXITED(0), NO_COMPILE, NULL, 1, 0, "m", "bad", false },
    { "an odd status is no compile error", EXITED(42), NO_COMPILE, NULL, 1, 0, "m", "worker exited 42 after reporting",
      true },
    { "exit 2, no frame", EXITED(2), NULL, NULL, 1, 1, "worker exited 2 with no JSON output\nlast words", NULL, true },
    { "exit with the status of no tests", EXITED(9), NULL, NULL, 0, 0, NULL, NULL, false },
    { "that status, a frame without results", EXITED(9), NO_RESULTS, NULL, 0, 0, NULL, NULL, false },
    { "that status, a frame with results", EXITED(9), ONE_PASSED, NULL, 1, 0, NULL, "worker exited 9 after reporting",
      true },
    { "that status, a malformed frame", EXITED(9), "x", NULL, 1, 1, NULL, NULL, true },
    { "exit 2, a frame without results", EXITED(2), NO_RESULTS, NULL, 0, 0, NULL, NULL, false },
    { "exit 0, a frame without results", EXITED(0), NO_RESULTS, NULL, 0, 0, NULL, NULL, false },
    { "exit 2, a frame with results", EXITED(2), ONE_PASSED, NULL, 1, 0, NULL, "worker exited 2 after reporting",
      true },
    { "exit 3, a frame", EXITED(3), ONE_PASSED, NULL, 1, 0, NULL, "worker exited 3 after reporting", true },
    { "exit 0, no frame", EXITED(0), NULL, NULL, 1, 1, "worker exited 0 with no JSON output\nlast words", NULL, true },
    { "exit 1, no frame", EXITED(1), NULL, NULL, 1, 1, "worker exited 1 with no JSON output\nlast words", NULL, true },
    { "exit 101, no frame", EXITED(101), NULL, NULL, 1, 1, "worker exited 101 with no JSON output\nlast words", NULL,
      true },
    { "empty frame", EXITED(0), "", NULL, 1, 1, "worker exited 0 with malformed JSON output: empty\nlast words", NULL,
      true },
    { "malformed frame", EXITED(1), "[{", NULL, 1, 1,
      "worker exited 1 with malformed JSON output: it ends too early at byte 2\nlast words", NULL, true },
    { "no summary", EXITED(0), "[{}]", NULL, 1, 1,
      "worker exited 0 with malformed JSON output: a summary has no results at byte 1\nlast words", NULL, true },
    { "exit 2, malformed frame", EXITED(2), "x", NULL, 1, 1, NULL, NULL, true },
    { "a single summary without an array", EXITED(0), "{\"results\":[]}", NULL, 0, 0, NULL, NULL, false },
    { "SIGSEGV", KILLED(SIGSEGV), NULL, NULL, 1, 1, "worker killed by SIGSEGV (signal 11)\nlast words", NULL, true },
    { "SIGABRT", KILLED(SIGABRT), NULL, NULL, 1, 1, "worker killed by SIGABRT (signal 6)\nlast words", NULL, true },
    { "a crash after the report", KILLED(SIGSEGV), ONE_PASSED, NULL, 2, 1,
      "worker killed by SIGSEGV (signal 11)\nlast words", NULL, true },
    { "a crash and a malformed frame", KILLED(SIGBUS), "[", NULL, 1, 1,
      "worker killed by SIGBUS (signal 7)\nlast words", NULL, true },
    { "an end that is not known",
      { .how = ENDED_SIGNALED, .survived = true },
      NULL,
      NULL,
      1,
      1,
      "how the worker ended cannot be told\nlast words",
      NULL,
      true },
    { "a limit is named", KILLED(SIGXCPU), NULL, "cpu limit 10s", 1, 1,
      "worker killed by SIGXCPU (signal 24): cpu limit 10s\nlast words", NULL, true },
    { "memory that others lacked as well", KILLED(SIGKILL), NULL, "its cgroup ran out of memory meanwhile", 1, 1,
      "worker killed by SIGKILL (signal 9): its cgroup ran out of memory meanwhile\nlast words", NULL, true },
    { "the limit of memory", KILLED(SIGKILL), NULL, MEMORY, 1, 1, MEMORY "\nlast words", NULL, true },
    { "the limit of memory after the report", KILLED(SIGKILL), ONE_PASSED, MEMORY, 2, 1, MEMORY "\nlast words", NULL,
      true },
    { "the limit of memory, of a child's", KILLED(SIGABRT), NULL, MEMORY, 1, 1,
      "worker killed by SIGABRT (signal 6): " MEMORY "\nlast words", NULL, true },
    { "the limit of memory, of a child's, exit", EXITED(3), NULL, MEMORY, 1, 1,
      "worker exited 3 with no JSON output: " MEMORY "\nlast words", NULL, true },
    { "the limit of memory, of a child's, malformed", EXITED(3), "", MEMORY, 1, 1,
      "worker exited 3 with malformed JSON output: empty: " MEMORY "\nlast words", NULL, true },
    { "the limit of memory, of a child's, and a report", EXITED(0), ONE_PASSED, MEMORY, 1, 0, NULL, NULL, false },
    { "the limit of memory, of a child's, deadline",
      { .how = ENDED_TIMED_OUT, .after_ms = 1000, .term_signal = SIGKILL },
      NULL,
      MEMORY,
      1,
      1,
      "worker timed out after 1s (0% of a CPU): " MEMORY "\nlast words",
      NULL,
      true },
    { "the deadline",
      { .how = ENDED_TIMED_OUT, .after_ms = 60000, .term_signal = SIGKILL },
      NULL,
      NULL,
      1,
      1,
      "worker timed out after 60s (0% of a CPU)\nlast words",
      NULL,
      true },
    { "the deadline after the report",
      { .how = ENDED_TIMED_OUT, .after_ms = 100 },
      ONE_PASSED,
      NULL,
      2,
      1,
      "worker timed out after 0.1s (0% of a CPU)\nlast words",
      NULL,
      true },
    { "not started",
      { .how = ENDED_NOT_STARTED, .reason = (char *)"No such file or directory" },
      NULL,
      NULL,
      0,
      0,
      NULL,
      "cannot run ori: No such file or directory",
      true },
};

static void
reach(struct summary *summary, const struct verdict_case *test)
{
    struct reader reader;
    const struct observation seen = {
        .ended = test->ended,
        .worker = "ori",
        .empty_exit = 9,
        .stderr_tail = "last words",
        .limit = test->limit,
        .is_memory_limit = test->limit != NULL && strcmp(test->limit, MEMORY) == 0,
    };

    reader_init(&reader, &protocol_auto, 64);
    if (test->frame != NULL) {
        reader_feed(&reader, FRAME_BEGIN "\n", FRAME_BEGIN_LENGTH + 1);
        reader_feed(&reader, test->frame, strlen(test->frame));
        reader_feed(&reader, "\n" FRAME_END "\n", FRAME_END_LENGTH + 2);
    }
    reader_finish(&reader);
    (void)verdict_reach(summary, reader.protocol, reader.state, &seen);
    reader_free(&reader);
}

static void
follows_the_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct verdict_case *test = &cases[i];
        struct summary summary = { 0 };

        print_message("%s\n", test->proves);
        reach(&summary, test);
        assert_int_equal(summary.result_count, test->results);
        assert_int_equal(summary.counts[OUTCOME_BACKEND_CRASH], test->crashes);
        assert_int_equal(summary_has_failures(&summary), test->fails);
        if (test->message != NULL)
            assert_string_equal(summary.results[summary.result_count - 1].message, test->message);
        if (test->crashes > 0)
            assert_string_equal(summary.results[summary.result_count - 1].name, SUMMARY_CRASH_NAME);
        assert_int_equal(summary.error_count > 0, test->error != NULL);
        if (test->error != NULL)
            assert_string_equal(summary.errors[summary.error_count - 1], test->error);
        summary_free(&summary);
    }
}

static void
names_every_signal(void **state)
{
    (void)state;
    for (int signal = 1; signal < 32; signal++) {
        const struct verdict_case test = { .ended = { .how = ENDED_SIGNALED, .term_signal = signal } };
        struct summary summary = { 0 };
        char name[SIGNAME_TEXT];
        char expected[128];

        reach(&summary, &test);
        (void)snprintf(expected, sizeof expected, "worker killed by %s (signal %d)\nlast words",
                       signame_format(signal, name), signal);
        assert_int_equal(summary.result_count, 1);
        assert_string_equal(summary.results[0].message, expected);
        summary_free(&summary);
    }
}

/* --protocol=exit: the status is all there is. */
static void
judges_by_exit_status_alone(void **state)
{
    static const struct {
        struct ended ended;
        int outcome; /* -1: no result */
        const char *message;
    } exits[] = {
        { EXITED(0), OUTCOME_PASSED, NULL },
        { EXITED(1), OUTCOME_FAILED, "worker exited 1\nlast words" },
        { EXITED(77), OUTCOME_SKIPPED, "worker exited 77\nlast words" },
        { EXITED(99), -1, "worker exited 99\nlast words" },
        { EXITED(2), OUTCOME_FAILED, "worker exited 2\nlast words" },
        { EXITED(255), OUTCOME_FAILED, "worker exited 255\nlast words" },
        { KILLED(SIGSEGV), OUTCOME_BACKEND_CRASH, "worker killed by SIGSEGV (signal 11)\nlast words" },
        { { .how = ENDED_TIMED_OUT, .after_ms = 2000 },
          OUTCOME_BACKEND_CRASH,
          "worker timed out after 2s (0% of a CPU)\nlast words" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(exits); i++) {
        struct summary summary = { 0 };
        const struct observation seen = {
            .ended = exits[i].ended,
            .worker = "w",
            .path = "dir/t",
            .stderr_tail = "last words",
        };

        assert_int_equal(verdict_reach(&summary, &protocol_exit, NULL, &seen), 0);
        if (exits[i].outcome < 0) {
            assert_int_equal(summary.result_count, 0);
            assert_string_equal(summary.errors[0], exits[i].message);
        } else {
            assert_int_equal(summary.result_count, 1);
            assert_string_equal(summary.results[0].name, "dir/t");
            assert_int_equal(summary.results[0].outcome, exits[i].outcome);
            if (exits[i].message != NULL)
                assert_string_equal(summary.results[0].message, exits[i].message);
            assert_int_equal(summary.error_count, 0);
        }
        summary_free(&summary);
    }
}

static void
puts_several_summaries_together(void **state)
{
    static const char frame[] =
        "[{\"results\":[{\"name\":\"a\",\"outcome\":{\"type\":\"Passed\"}}]},"
        "{\"results\":[{\"name\":\"b\",\"outcome\":{\"type\":\"Skipped\",\"message\":\"r\"}}]}]";
    struct summary reported = { 0 };
    char *why = NULL;

    (void)state;
    assert_int_equal(frame_read(&reported, frame, sizeof frame - 1, NULL, &why), 0);
    assert_int_equal(reported.counts[OUTCOME_PASSED], 1);
    assert_int_equal(reported.counts[OUTCOME_SKIPPED], 1);
    summary_free(&reported);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_table),
        cmocka_unit_test(names_every_signal),
        cmocka_unit_test(judges_by_exit_status_alone),
        cmocka_unit_test(puts_several_summaries_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
