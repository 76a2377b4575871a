/* test_agree: what frame and events say may differ in nothing. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "protocol/agree.h"
#include "protocol/frame.h"

#define E EVENTS_MARKER
#define RUN(name, word) E "plan " name "\n" E "start " name "\n" E "result " name " " word " 1\n"
#define DONE E "done\n"
#define TEST(name, outcome) "{\"name\":\"" name "\",\"outcome\":{\"type\":\"" outcome "\",\"message\":\"m\"}}"
#define FRAME(results) "{\"results\":[" results "]}"
#define BEGIN "frame and events contradict each other: "

static const struct {
    const char *events;
    const char *frame;
    const char *contradiction; /* NULL: they agree */
} cases[] = {
    { DONE, FRAME(""), NULL },
    { RUN("a", "pass") RUN("b", "fail") DONE, FRAME(TEST("b", "Failed") "," TEST("a", "Passed")), NULL },
    { RUN("a", "skip") RUN("b", "skip-unchanged") RUN("c", "llvm-compile-fail") DONE,
      FRAME(TEST("a", "Skipped") "," TEST("b", "SkippedUnchanged") "," TEST("c", "LlvmCompileFail")), NULL },
    { RUN("a", "pass") RUN("a", "pass") DONE, FRAME(TEST("a", "Passed") "," TEST("a", "Passed")), NULL },
    { E "file-error bad\n" DONE, "{\"results\":[],\"errors\":[\"bad\"]}", NULL },
    { RUN("a", "fail") DONE, FRAME(TEST("a", "Passed")), BEGIN "a is Passed in the frame and Failed in the events" },
    { RUN("a", "pass") DONE, FRAME(TEST("a", "Failed")), BEGIN "a is Failed in the frame and Passed in the events" },
    { RUN("a", "skip") DONE, FRAME(TEST("a", "Passed")), BEGIN "a is Passed in the frame and Skipped in the events" },
    { RUN("a", "pass") DONE, FRAME(""), BEGIN "a is in the events alone" },
    { DONE, FRAME(TEST("a", "Passed")), BEGIN "a is in the frame alone" },
    { E "plan a\n" E "start a\n" DONE, FRAME(TEST("a", "Passed")),
      BEGIN "a is Passed in the frame and has no result in the events" },
    { E "plan a\n" E "start a\n" DONE, FRAME(TEST("a", "BackendCrash")),
      BEGIN "a is BackendCrash in the frame and has no result in the events" },
    { E "plan a\n" DONE, FRAME(TEST("a", "Skipped")),
      BEGIN "a is Skipped in the frame and has no result in the events" },
    { E "plan a\n" DONE, FRAME(""), BEGIN "a is in the events alone" },
    { RUN("a", "pass"), FRAME(TEST("a", "Passed")), BEGIN "the events do not end" },
    { RUN("a", "pass") DONE, FRAME(TEST("a", "Passed") "," TEST("a", "Passed")), BEGIN "a is in the frame twice" },
    { E "file-error bad\n" DONE, FRAME(""), BEGIN "errors of the file are in the events alone" },
    { DONE, "{\"results\":[],\"errors\":[\"bad\"]}", BEGIN "errors of the file are in the frame alone" },
    { E "file-error bad\n" DONE, "{\"results\":[],\"errors\":[\"bad\"],\"llvm_compile_error\":true}",
      BEGIN "llvm_compile_error is in the frame alone" },
    { RUN("a", "fail") RUN("b", "fail"), FRAME(TEST("a", "Passed")),
      BEGIN "a is Passed in the frame and Failed in the events, and 2 more" },
};

static void
finds_every_contradiction(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct events events = { .any = false };
        struct buffer text = { 0 };
        struct summary frame = { 0 };
        char *why = NULL;
        char *contradiction;

        for (const char *line = cases[i].events; *line != '\0'; line = strchr(line, '\n') + 1)
            events_feed(&events, line, (size_t)(strchr(line, '\n') - line) + 1, &text);
        assert_int_equal(frame_read(&frame, cases[i].frame, strlen(cases[i].frame), NULL, &why), 0);
        contradiction = agree_find_contradiction(&frame, &events);
        if (cases[i].contradiction == NULL)
            assert_null(contradiction);
        else
            assert_string_equal(contradiction, cases[i].contradiction);
        free(contradiction);
        summary_free(&frame);
        events_free(&events);
        buffer_free(&text);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_every_contradiction),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
