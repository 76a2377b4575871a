/* test_check: a record whose parts contradict each other fails, and no other. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "merge/check.h"

#define PASS "{\"name\":\"t\",\"outcome\":{\"type\":\"Passed\"}}"
#define SKIP "{\"name\":\"t\",\"outcome\":{\"type\":\"Skipped\"}}"
#define LCF "{\"name\":\"t\",\"outcome\":{\"type\":\"LlvmCompileFail\"}}"
#define CRASH "{\"name\":\"t\",\"outcome\":{\"type\":\"BackendCrash\"}}"
#define FLAKY "{\"name\":\"t\",\"outcome\":{\"type\":\"Passed\"},\"flaky\":\"m\"}"
#define EXITED(code) "{\"how\":\"exited\",\"code\":" #code "}"
#define KILLED "{\"how\":\"signaled\",\"signal\":11,\"name\":\"SIGSEGV\",\"core_dumped\":false}"
#define LATE "{\"how\":\"timed_out\",\"after_ms\":10,\"signal\":9}"
#define CELL(ended) "\"cell\":{\"ended\":" ended "}"
#define TRIED(ended, attempts) "\"cell\":{\"ended\":" ended ",\"attempts\":[" attempts "]}"
#define FIRST(ended) "{\"reason\":\"first\",\"ended\":" ended "}"
#define FAILED "{\"reason\":\"first\",\"ended\":" EXITED(1) ",\"failed\":1}"
#define ERRED "{\"reason\":\"first\",\"ended\":" EXITED(0) ",\"errors\":1}"
#define RETRY(ended) "{\"reason\":\"retry\",\"ended\":" ended "}"
#define REST(ended) "{\"reason\":\"rest\",\"ended\":" ended "}"

static const struct {
    const char *proves;
    const char *results;
    const char *members; /* that follow */
    const char *error;   /* part of it; NULL: none of ours */
} cases[] = {
    { "passed", PASS, CELL(EXITED(0)), NULL },
    { "empty", "", CELL(EXITED(2)), NULL },
    { "no cell", PASS, "\"errors\":[]", "does not tell of its cell" },
    { "no end", PASS, "\"cell\":{}", "how the worker ended is not told" },
    { "an unknown end", PASS, CELL("{\"how\":\"vanished\"}"), "how the worker ended is not told" },
    { "a crash that is told", CRASH, CELL(KILLED), NULL },
    { "a crash and a pass", PASS, CELL(KILLED), "the worker crashed and nothing failed" },
    { "a crash and a skip", SKIP, CELL(KILLED), "the worker crashed and nothing failed" },
    { "a crash and no result", "", CELL(KILLED), "the worker crashed and nothing failed" },
    { "a crash behind a compile error", "", "\"errors\":[\"e\"],\"llvm_compile_error\":true," CELL(KILLED),
      "the worker crashed and nothing failed" },
    { "a crash with an error", PASS, "\"errors\":[\"e\"]," CELL(KILLED), NULL },
    { "a time-out and a pass", PASS, CELL(LATE), "the worker crashed and nothing failed" },
    { "not started", "", "\"errors\":[\"cannot run x\"]," CELL("{\"how\":\"not_started\",\"reason\":\"r\"}"), NULL },
    { "not started, no error", "", CELL("{\"how\":\"not_started\"}"), "was not started and there is no error" },
    { "exit 1 and a pass", PASS, CELL(EXITED(1)), "exit status" },
    { "exit 1 and a failure", CRASH, CELL(EXITED(1)), NULL },
    { "exit 1 and an error", PASS, "\"errors\":[\"e\"]," CELL(EXITED(1)), NULL },
    { "exit 1, no compile", LCF, CELL(EXITED(1)), NULL },
    { "exit 2, no compile and no test", "", "\"errors\":[\"e\"],\"llvm_compile_error\":true," CELL(EXITED(2)), NULL },
    { "exit 3, no compile", LCF, CELL(EXITED(3)), "exit status" },
    { "exit 77 is a skip", SKIP, "\"cell\":{\"protocol\":\"exit\",\"ended\":" EXITED(77) "}", NULL },
    { "exit 77 of another protocol", SKIP, "\"cell\":{\"protocol\":\"frame\",\"ended\":" EXITED(77) "}",
      "exit status" },
    { "exit 77 is no pass", PASS, "\"cell\":{\"protocol\":\"exit\",\"ended\":" EXITED(77) "}", "exit status" },
    { "no exit status", PASS, CELL("{\"how\":\"exited\"}"), "how the worker ended is not told" },
    { "right counts", PASS, "\"passed\":1,\"failed\":0,\"flaky\":0," CELL(EXITED(0)), NULL },
    { "a count too many", PASS, "\"passed\":2," CELL(EXITED(0)), "counts" },
    { "a failure counted and not there", PASS, "\"failed\":1," CELL(EXITED(0)), "counts" },
    { "a count beyond all numbers", PASS, "\"passed\":1e99," CELL(EXITED(0)), "counts" },
    { "a negative count", PASS, "\"failed\":-1," CELL(EXITED(0)), "counts" },
    { "a wrong count of the flaky", PASS, "\"flaky\":1," CELL(EXITED(0)), "counts" },
    { "flaky in the second attempt", FLAKY, TRIED(EXITED(0), FAILED "," RETRY(EXITED(0))), NULL },
    { "flaky in the first", FLAKY, CELL(EXITED(0)), "flaky and there was one attempt" },
    { "flaky in the only one", FLAKY, TRIED(EXITED(0), FIRST(EXITED(0))), "flaky and there was one attempt" },
    { "an attempt crashed, then skipped", SKIP, TRIED(EXITED(0), FIRST(KILLED) "," RETRY(EXITED(0))),
      "crashed in an attempt" },
    { "an attempt timed out, then passed", FLAKY, TRIED(EXITED(0), FIRST(LATE) "," RETRY(EXITED(0))),
      "crashed in an attempt" },
    { "a test crashed in an attempt", PASS,
      TRIED(EXITED(0), "{\"reason\":\"first\",\"ended\":" EXITED(1) ",\"backend_crash\":1}," RETRY(EXITED(0))),
      "crashed in an attempt" },
    { "an attempt crashed, and an error says so", FLAKY,
      "\"errors\":[\"e\"]," TRIED(EXITED(0), FIRST(KILLED) "," RETRY(EXITED(0))), NULL },
    { "an attempt without an end", PASS, TRIED(EXITED(0), "{\"reason\":\"first\"}," RETRY(EXITED(0))),
      "how the worker ended is not told" },
    { "the last attempt ended otherwise", FLAKY, TRIED(EXITED(0), FAILED "," RETRY(EXITED(1))),
      "last attempt ended otherwise" },
    { "the rest ended otherwise", CRASH, TRIED(KILLED, FIRST(KILLED) "," REST(EXITED(0))), NULL },
    { "the first ended otherwise, before the rest", CRASH, TRIED(EXITED(1), FIRST(KILLED) "," REST(EXITED(0))),
      "last attempt ended otherwise" },
    { "the last one for a reason of tomorrow's", CRASH,
      TRIED(KILLED, FIRST(KILLED) ",{\"reason\":\"debug\",\"ended\":" EXITED(0) "}"), NULL },
    { "a failure that passes later", PASS, TRIED(EXITED(0), FAILED "," RETRY(EXITED(0))),
      "neither a failure nor flaky" },
    { "a failure that is skipped later", SKIP, TRIED(EXITED(0), FAILED "," RETRY(EXITED(0))),
      "neither a failure nor flaky" },
    { "a failure that is gone later", "", TRIED(EXITED(2), FAILED "," RETRY(EXITED(2))),
      "neither a failure nor flaky" },
    { "an error that is skipped later", SKIP, TRIED(EXITED(0), ERRED "," RETRY(EXITED(0))),
      "neither a failure nor flaky" },
    { "an error that is flaky later", FLAKY, TRIED(EXITED(0), ERRED "," RETRY(EXITED(0))), NULL },
    { "the last attempt counts failures", FLAKY,
      TRIED(EXITED(0), FAILED ",{\"reason\":\"retry\",\"ended\":" EXITED(0) ",\"failed\":5}"),
      "neither a failure nor flaky" },
    { "a retry for no reason", PASS, TRIED(EXITED(0), FIRST(EXITED(0)) "," RETRY(EXITED(0))), "for no reason" },
    { "a retry of what was not there", FLAKY, TRIED(EXITED(0), FIRST("{\"how\":\"not_started\"}") "," RETRY(EXITED(0))),
      "for no reason" },
    { "exit 139 and nothing", "", CELL(EXITED(139)), "exit status" },
    { "exit 1 and nothing", "", CELL(EXITED(1)), "exit status" },
    { "exit 9 and nothing, where that is empty", "", "\"cell\":{\"empty_exit\":9,\"ended\":" EXITED(9) "}", NULL },
    { "exit 139, no compile and no test", "", "\"errors\":[\"e\"],\"llvm_compile_error\":true," CELL(EXITED(139)),
      "exit status" },
    { "two ends", PASS, CELL("{\"how\":\"exited\",\"code\":0,\"signal\":11}"), "how the worker ended is not told" },
    { "an exit with a core", PASS, CELL("{\"how\":\"exited\",\"code\":0,\"core_dumped\":true}"),
      "how the worker ended is not told" },
    { "a survivor that passes", PASS, CELL("{\"how\":\"exited\",\"survived\":true}"), "the worker crashed" },
    { "a skip that is called a crash", "{\"name\":\"llvm_backend_crash\",\"outcome\":{\"type\":\"Skipped\"}}",
      CELL(EXITED(0)), "llvm_backend_crash is no crash" },
};

static void
read_record(struct record *record, const char *schema, const char *results, const char *members)
{
    char *text = xasprintf("{%s\"results\":[%s],%s}", schema, results, members);
    struct pull pull;

    pull_begin(&pull, text, strlen(text));
    if (record_read(record, &pull) != 0 || pull_finish(&pull) != 0)
        fail_msg("%s: %s", text, pull.why);
    free(text);
}

static void
finds_contradictions_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct record record;
        size_t errors;

        print_message("%s\n", cases[i].proves);
        read_record(&record, "\"schema\":\"" RECORD_SCHEMA "\",", cases[i].results, cases[i].members);
        errors = record.summary.error_count;
        check_contradictions(&record);
        if (cases[i].error == NULL) {
            assert_int_equal(record.summary.error_count, errors);
        } else {
            const char *error = record.summary.errors[record.summary.error_count - 1];

            assert_int_equal(record.summary.error_count, errors + 1);
            assert_ptr_equal(strstr(error, "the record contradicts itself: "), error);
            if (strstr(error, cases[i].error) == NULL)
                fail_msg("%s", error);
            assert_true(summary_has_failures(&record.summary));
        }
        record_free(&record);
    }
}

/* Nobody promises more of it than its results. */
static void
asks_little_of_a_bare_summary(void **state)
{
    struct record record;

    (void)state;
    read_record(&record, "", PASS, "\"passed\":99");
    check_contradictions(&record);
    assert_int_equal(record.summary.error_count, 0);
    record_free(&record);
    read_record(&record, "", "{\"name\":\"llvm_backend_crash\",\"outcome\":{\"type\":\"Passed\"}}", "\"passed\":1");
    check_contradictions(&record);
    assert_true(summary_has_failures(&record.summary));
    record_free(&record);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_contradictions_and_nothing_else),
        cmocka_unit_test(asks_little_of_a_bare_summary),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
