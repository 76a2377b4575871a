/* test_tap: TAP 13 and 14, whole and broken, and what the exit status has to say beside it. */
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "protocol/tap.h"
#include "protocol/verdict.h"
#include "stream.h"

static const struct {
    const char *proves;
    const char *stream;
    const char *verdict; /* "name=outcome(message)" of each result, "!error" of each error */
    struct ended ended;
} cases[] = {
    { "plan first", "TAP version 14\n1..2\nok 1 - one\nok 2 - two\n", "one=Passed two=Passed", { 0 } },
    { "plan last", "ok 1 one\nnot ok 2 two\n1..2\n", "one=Passed two=Failed(not ok)", { .exit_code = 1 } },
    { "a failure and status 0", "1..1\nnot ok 1\n", "test 1=Failed(not ok)", { 0 } },
    { "no numbers", "1..2\nok\nok - b\n", "test 1=Passed b=Passed", { 0 } },
    { "CRLF, no newline at the end", "1..1\r\nok 1 - a", "a=Passed", { 0 } },
    { "skip",
      "1..3\nok 1 - a # SKIP no network\nok 2 b #skip\nok # Skip: c\n",
      "a=Skipped(no network) b=Skipped() test 3=Skipped(c)",
      { 0 } },
    { "what was skipped cannot have failed", "1..1\nnot ok 1 b # SKIP why\n", "b=Failed(not ok)", { 0 } },
    { "a directive is a whole word",
      "1..5\nok 1 # Skipped: later\nok 2 - a # SKIPPING\nok 3 - b #skip-link\nnot ok 4 - focuses #skip-link\n"
      "not ok 5 - the #todo-list\n",
      "# Skipped: later=Passed a # SKIPPING=Passed b #skip-link=Passed focuses #skip-link=Failed(not ok) "
      "the #todo-list=Failed(not ok)",
      { 0 } },
    { "a number sign is text",
      "1..4\nok 1 - a (issue #360)\nnot ok 2 - b # of items\nok 3 - c #1 # SKIP later\nnot ok 4 - d #1 # TODO later\n",
      "a (issue #360)=Passed b # of items=Failed(not ok) c #1=Skipped(later) d #1 # TODO later=Failed(not ok)",
      { 0 } },
    { "escapes",
      "1..3\nok 1 - a \\# b\nok 2 - a\\\\ # SKIP c\nnot ok 3 - a \\\\\\# TODO b\n",
      "a # b=Passed a\\=Skipped(c) a \\# TODO b=Failed(not ok)",
      { 0 } },
    { "todo", "1..2\nnot ok 1 - a # TODO write it\nok 2 - b # TODO done?\n", "a=Skipped(write it) b=Passed", { 0 } },
    { "no directive", "1..2\nok 1 - a \\# SKIP\nnot ok 2 - b#TODO\n", "a # SKIP=Passed b#TODO=Failed(not ok)", { 0 } },
    { "no directive either", "1..1\nnot ok 1 - a # TODOS\n", "a # TODOS=Failed(not ok)", { 0 } },
    { "all skipped", "1..0 # SKIP no LLVM\n", "all tests=Skipped(no LLVM)", { 0 } },
    { "all skipped, in other words", "1..0 # Skipped: no LLVM\n", "all tests=Skipped(no LLVM)", { 0 } },
    { "no tests", "1..0\n", "", { 0 } },
    { "a block explains a failure",
      "1..2\nnot ok 1 - a\n  ---\n  message: bad\n    got: 1\n  ...\nok 2 - b\n",
      "a=Failed(not ok\nmessage: bad\ngot: 1) b=Passed",
      { 0 } },
    { "a block that does not end",
      "1..2\nnot ok 1 - a\n  ---\n  message: bad\nok 2 - b\n",
      "a=Failed(not ok\nmessage: bad) b=Passed",
      { 0 } },
    { "subtests are the parent's",
      "1..1\n    1..2\n    ok 1 - x\n    not ok 2 - y\nnot ok 1 - all\n",
      "all=Failed(not ok)",
      { 0 } },
    { "bail out",
      "1..3\nok 1 - a\nBail out! no disk\nok 2 - b\n",
      "a=Passed !Bail out! no disk",
      { .exit_code = 255 } },
    { "too few", "1..3\nok 1 - a\n", "a=Passed !3 tests were planned, and 1 were run", { 0 } },
    { "too many", "1..1\nok 1 - a\nok 2 - b\n", "a=Passed b=Passed !1 tests were planned, and 2 were run", { 0 } },
    { "no plan", "ok 1 - a\n", "a=Passed !the TAP has no plan", { 0 } },
    { "two plans", "1..1\nok 1 - a\n1..1\n", "a=Passed !the TAP has two plans", { 0 } },
    { "out of order",
      "1..2\nok 2 - b\nok 1 - a\n",
      "b=Passed a=Passed !2 tests have a number that is not the next one",
      { 0 } },
    { "a status without a failure",
      "1..1\nok 1 - a\n",
      "a=Passed !worker exited 3 though nothing failed",
      { .exit_code = 3 } },
    { "no TAP", "okay\nnot okay\n", "llvm_backend_crash=BackendCrash(worker exited 0 with no TAP output)", { 0 } },
    { "no TAP, status 2",
      "",
      "llvm_backend_crash=BackendCrash(worker exited 2 with no TAP output)",
      { .exit_code = 2 } },
    { "a crash",
      "1..2\nok 1 - a\n",
      "a=Passed llvm_backend_crash=BackendCrash(worker killed by SIGSEGV (signal 11)) "
      "!2 tests were planned, and 1 were run",
      { .how = ENDED_SIGNALED, .term_signal = SIGSEGV } },
};

static void
judge(const char *stream, size_t piece, struct ended ended, char *out, size_t size)
{
    struct tap tap = { .any = false };
    struct buffer text = { 0 };
    struct summary summary = { 0 };
    struct observation seen = { .ended = ended, .worker = "w", .stderr_tail = "" };
    size_t used = 0;

    out[0] = '\0';
    stream_feed(&protocol_tap, &tap, stream, strlen(stream), piece, &text);
    tap_finish(&tap, &text);
    (void)verdict_reach(&summary, &protocol_tap, &tap, &seen);
    for (size_t i = 0; i < summary.result_count; i++) {
        const struct test_result *result = &summary.results[i];

        used += (size_t)snprintf(out + used, size - used, "%s%s=%s", used > 0 ? " " : "", result->name,
                                 outcome_name(result->outcome));
        if (result->message != NULL)
            used += (size_t)snprintf(out + used, size - used, "(%s)", result->message);
    }
    for (size_t i = 0; i < summary.error_count; i++)
        used += (size_t)snprintf(out + used, size - used, "%s!%s", used > 0 ? " " : "", summary.errors[i]);
    summary_free(&summary);
    tap_free(&tap);
    buffer_free(&text);
}

static void
reads_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].proves);
        for (size_t piece = 1; piece < 64; piece++) {
            char verdict[2048];

            judge(cases[i].stream, piece, cases[i].ended, verdict, sizeof verdict);
            assert_string_equal(verdict, cases[i].verdict);
        }
    }
}

static void
leaves_the_text(void **state)
{
    static const char stream[] =
        "TAP version 13\n1..1\n# a comment\nprinted\n    ok 1 - sub\nok 1\n  ---\n  x: 1\n  ...\nmore\n";
    struct tap tap = { .any = false };
    struct buffer text = { 0 };

    (void)state;
    stream_feed(&protocol_tap, &tap, stream, sizeof stream - 1, 9, &text);
    tap_finish(&tap, &text);
    assert_string_equal(buffer_text(&text), "# a comment\nprinted\n    ok 1 - sub\nmore\n");
    tap_free(&tap);
    buffer_free(&text);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_it),
        cmocka_unit_test(leaves_the_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
