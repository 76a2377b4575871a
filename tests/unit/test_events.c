/* test_events: a stream of events gives each test its verdict, wherever the stream ends and however it is cut. */
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "protocol/events.h"
#include "protocol/verdict.h"
#include "stream.h"

#define E EVENTS_MARKER
#define PLAN(name) E "plan " name "\n"
#define START(name) E "start " name "\n"
#define PASS(name) E "result " name " pass 1000000\n"
#define DONE E "done\n"

/* "name=outcome(message)" of each result and "!error" of each error, joined by blanks. */
static void
describe(const struct summary *summary, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        used += (size_t)snprintf(out + used, size - used, "%s%s=%s", used > 0 ? " " : "", result->name,
                                 outcome_name(result->outcome));
        if (result->message != NULL)
            used += (size_t)snprintf(out + used, size - used, "(%s)", result->message);
    }
    for (size_t i = 0; i < summary->error_count; i++)
        used += (size_t)snprintf(out + used, size - used, "%s!%s", used > 0 ? " " : "", summary->errors[i]);
}

/* The verdict on STREAM and ENDED; the rest of verdict_reach's answer. */
static size_t
judge(const char *stream, size_t piece, struct ended ended, char *out, size_t size)
{
    struct events events = { .any = false };
    struct buffer text = { 0 };
    struct summary summary = { 0 };
    struct observation seen = {
        .ended = ended,
        .worker = "ori",
        .path = "t.ll",
        .stderr_tail = "",
    };
    size_t rest;

    stream_feed(&protocol_events, &events, stream, strlen(stream), piece, &text);
    events_finish(&events, &text);
    rest = verdict_reach(&summary, &protocol_events, &events, &seen);
    describe(&summary, out, size);
    summary_free(&summary);
    events_free(&events);
    buffer_free(&text);
    return rest;
}

static const struct {
    const char *proves;
    const char *stream;
    const char *verdict;
    int exit_code;
    int killed_by; /* 0: it exited */
    size_t rest;
} cases[] = {
    { "all well", PLAN("a") PLAN("b") START("a") PASS("a") START("b") PASS("b") DONE, "a=Passed b=Passed", 0, 0, 0 },
    { "every outcome",
      PLAN("a") PLAN("b") PLAN("c") PLAN("d") PLAN("e") E "result a pass 5\n" E "result b fail 5 not\\nso\\\\ \\x\n" E
                                                          "result c skip 0 later\n" E "result d skip-unchanged 0\n" E
                                                          "result e llvm-compile-fail 0 no\\r\n" DONE,
      "a=Passed b=Failed(not\nso\\ \\x) c=Skipped(later) d=SkippedUnchanged e=LlvmCompileFail(no\r)", 1, 0, 0 },
    { "a failure without detail", PLAN("a") E "result a fail 1\n" DONE, "a=Failed()", 1, 0, 0 },
    { "CRLF", E "plan a\r\n" E "result a pass 1\r\n" E "done\r\n", "a=Passed", 0, 0, 0 },
    { "text before the marker", PLAN("a") "some text" START("a") "more @@ori-test text" PASS("a") "x" DONE, "a=Passed",
      0, 0, 0 },
    { "the started test is the culprit", PLAN("a") PLAN("b") PLAN("c") START("a") PASS("a") START("b"),
      "a=Passed b=BackendCrash(worker killed by SIGSEGV (signal 11)) c=BackendCrash(not run: worker crashed during "
      "'b')",
      0, SIGSEGV, 1 },
    { "an exit in the midst", PLAN("a") PLAN("b") START("a"),
      "a=BackendCrash(worker exited 0 before it was done) b=BackendCrash(not run: worker crashed during 'a')", 0, 0,
      1 },
    { "a death between two tests", PLAN("a") PLAN("b") START("a") PASS("a"),
      "a=Passed llvm_backend_crash=BackendCrash(worker killed by SIGABRT (signal 6)) "
      "b=BackendCrash(not run: worker crashed between two tests)",
      0, SIGABRT, 1 },
    { "a death after all", PLAN("a") START("a") PASS("a") DONE,
      "a=Passed llvm_backend_crash=BackendCrash(worker killed by SIGSEGV (signal 11))", 0, SIGSEGV, 0 },
    { "a result that is cut off is none", PLAN("a") START("a") E "result a pass 1",
      "a=BackendCrash(worker killed by SIGKILL (signal 9))", 0, SIGKILL, 0 },
    { "done that is cut off is none", PLAN("a") START("a") PASS("a") E "done",
      "a=Passed llvm_backend_crash=BackendCrash(worker exited 0 before it was done)", 0, 0, 0 },
    { "done without a result", PLAN("a") PLAN("b") START("a") DONE,
      "a=BackendCrash(no result: worker was done without one) b=BackendCrash(no result: worker was done without one)",
      0, 0, 0 },
    { "never planned", PLAN("a") PASS("a") PASS("b") PASS("c") DONE,
      "a=Passed b=Passed c=Passed !2 results of a test that was not planned: b", 0, 0, 0 },
    { "the same twice", PLAN("a") PASS("a") E "result a fail 1 no\n" DONE,
      "a=Passed !1 result of a test that had one: a", 0, 0, 0 },
    { "done is the end", PLAN("a") PASS("a") DONE PLAN("b") PASS("b"),
      "a=Passed b=Passed !2 events after the worker was done", 0, 0, 0 },
    { "an odd status", PLAN("a") PASS("a") DONE, "a=Passed !worker exited 3 after reporting", 3, 0, 0 },
    { "status 1 is the worker's way", PLAN("a") E "result a fail 1 no\n" DONE, "a=Failed(no)", 0, 0, 0 },
    { "status 1 though nothing failed", PLAN("a") PASS("a") DONE, "a=Passed !worker exited 1 though nothing failed", 1,
      0, 0 },
    { "status 1, no tests", DONE, "!worker exited 1 though nothing failed", 1, 0, 0 },
    { "status 1, not compiled", PLAN("a") E "result a llvm-compile-fail 1 no\n" DONE, "a=LlvmCompileFail(no)", 1, 0,
      0 },
    { "status 1, the file not compiled", E "file-error no\n" E "llvm-compile-error\n" DONE, "!no", 1, 0, 0 },
    { "no tests", DONE, "", 2, 0, 0 },
    { "errors of the file", E "file-error one\\ntwo\n" DONE, "!one\ntwo", 1, 0, 0 },
    { "no event, status 2", "nothing\n", "llvm_backend_crash=BackendCrash(worker exited 2 with no JSON output)", 2, 0,
      0 },
    { "no event", "@@ori-test nothing\n@@ori-testplan a\n",
      "llvm_backend_crash=BackendCrash(worker exited 0 with no JSON output)", 0, 0, 0 },
    { "what fits no form is no event",
      PLAN("a") PASS("a") E "\n" E "result a\n" E "result a pass\n" E "result a pass -1\n" E "result a pass 1x\n" E
                            "result a pass 1 why\n" E "result a ok 1\n" E "plan\n" E "plan b c\n" E "start\n" E
                            "done now\n" E "llvm-compile-error x\n" E "file-error\n" E
                            "result a pass 99999999999999999999\n" DONE,
      "a=Passed", 0, 0, 0 },
};

static void
follows_each_test(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct ended ended = { .how = cases[i].killed_by != 0 ? ENDED_SIGNALED : ENDED_EXITED,
                               .exit_code = cases[i].exit_code,
                               .term_signal = cases[i].killed_by };

        print_message("%s\n", cases[i].proves);
        for (size_t piece = 1; piece < 80; piece++) {
            char verdict[2048];
            size_t rest = judge(cases[i].stream, piece, ended, verdict, sizeof verdict);

            assert_string_equal(verdict, cases[i].verdict);
            assert_int_equal(rest, cases[i].rest);
        }
    }
}

/* Cut anywhere, a stream that ends in a death has one verdict for each test that is planned, and is never green. */
static void
cut_anywhere_it_is_a_crash(void **state)
{
    static const char stream[] = PLAN("a") PLAN("b") START("a") "text " PASS("a") START("b") PASS("b") DONE;

    (void)state;
    for (size_t length = 0; length < sizeof stream - 1; length++) {
        char *cut = strndup(stream, length);
        char verdict[2048];

        assert_non_null(cut);
        (void)judge(cut, 7, (struct ended){ .how = ENDED_EXITED }, verdict, sizeof verdict);
        assert_non_null(strstr(verdict, "BackendCrash"));
        if (length >= strlen(PLAN("a")))
            assert_true(strncmp(verdict, "a=", 2) == 0 || strstr(verdict, " a=") != NULL);
        if (length >= strlen(PLAN("a") PLAN("b")))
            assert_non_null(strstr(verdict, " b="));
        free(cut);
    }
}

static void
leaves_the_text(void **state)
{
    static const char stream[] = "one\n" PLAN("a") "glued" START("a") E "no event\n\n@@ori@@ori-test\n" DONE "last";
    static const char left[] = "one\nglued" E "no event\n\n@@ori@@ori-test\nlast";

    (void)state;
    for (size_t piece = 1; piece < sizeof stream; piece++) {
        struct events events = { .any = false };
        struct buffer text = { 0 };

        stream_feed(&protocol_events, &events, stream, sizeof stream - 1, piece, &text);
        events_finish(&events, &text);
        assert_string_equal(buffer_text(&text), left);
        events_free(&events);
        buffer_free(&text);
    }
}

/* A line of 200 MB, and markers without end, are held as no more than their limit. */
static void
holds_no_long_line(void **state)
{
    static char block[64 << 10];
    struct events events = { .any = false };
    struct buffer text = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof block; i++)
        block[i] = EVENTS_MARKER[i % (sizeof EVENTS_MARKER - 1)];
    for (int i = 0; i < 3200; i++) {
        events_feed(&events, block, sizeof block, &text);
        buffer_clear(&text);
        assert_true(events.line.capacity <= 4 * (size_t)EVENTS_MAX_LINE);
    }
    events_feed(&events, "\n", 1, &text);
    assert_false(events.any);
    events_free(&events);
    buffer_free(&text);
}

static void
takes_no_more_than_fits(void **state)
{
    struct events events = { .any = false };
    struct buffer text = { 0 };
    char line[64];

    (void)state;
    for (int i = 0; i < 2 * INTAKE_MAX_TESTS; i++) {
        int length = snprintf(line, sizeof line, E "result t%d pass 1\n", i);

        events_feed(&events, line, (size_t)length, &text);
    }
    assert_true(events.intake.is_full);
    assert_int_equal(events.intake.summary.result_count, INTAKE_MAX_TESTS);
    assert_int_equal(text.size, 0);
    events_free(&events);
    buffer_free(&text);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_each_test),       cmocka_unit_test(cut_anywhere_it_is_a_crash),
        cmocka_unit_test(leaves_the_text),         cmocka_unit_test(holds_no_long_line),
        cmocka_unit_test(takes_no_more_than_fits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
