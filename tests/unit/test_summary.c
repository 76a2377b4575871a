/* test_summary: every outcome survives the way through JSON, counters are the number of their outcomes whatever the
   input claims, and the gate's rules hold. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "record/record.h"
#include "record/summary.h"

#define PASSED "\"name\":\"a\",\"outcome\":{\"type\":\"Passed\"}"
#define RESULT(members) "{\"results\":[{" members "}]}"

/* Reads a summary. NULL, or what is wrong, which the caller frees; the summary is empty then. */
static char *
read_whole(struct summary *summary, const char *text)
{
    struct pull pull;

    pull_begin(&pull, text, strlen(text));
    if (summary_read(summary, &pull) == 0 && pull_finish(&pull) == 0)
        return NULL;
    summary_free(summary);
    return pull.why;
}

static void
read_text(struct summary *summary, const char *text)
{
    assert_null(read_whole(summary, text));
}

/* Reads a record. NULL, or what is wrong, which the caller frees. */
static char *
read_record(struct record *record, const char *text)
{
    struct pull pull;

    pull_begin(&pull, text, strlen(text));
    if (record_read(record, &pull) == 0)
        assert_int_equal(pull_finish(&pull), 0);
    return pull.why;
}

static void
round_trips_every_outcome(void **state)
{
    struct summary before = { 0 };
    struct summary after = { 0 };
    struct buffer text = { 0 };
    struct writer writer;

    (void)state;
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        struct test_result *result =
            summary_add(&before, outcome_counter((enum outcome)i), (enum outcome)i, "a\n\"b\"\xff");

        result->duration_ms = i;
        summary_add_target(&before, result, "f");
        summary_add_target(&before, result, "g");
    }
    summary_add_error(&before, "an error");
    before.duration_ms = 17;
    before.llvm_compile_error = true;
    writer_init(&writer, &text, NULL);
    writer_object(&writer, NULL, false);
    summary_write(&writer, &before);
    writer_end_object(&writer);
    read_text(&after, buffer_text(&text));
    assert_int_equal(after.result_count, OUTCOME_COUNT);
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        const struct test_result *result = &after.results[i];

        assert_int_equal(result->outcome, i);
        assert_string_equal(result->name, outcome_counter((enum outcome)i));
        assert_int_equal(result->duration_ms, i);
        assert_int_equal(result->target_count, 2);
        assert_memory_equal(result->targets, "f\0g", 4);
        if (outcome_has_message((enum outcome)i))
            assert_string_equal(result->message, "a\n\"b\"\xef\xbf\xbd");
        else
            assert_null(result->message);
        assert_int_equal(after.counts[i], 1);
    }
    assert_int_equal(after.error_count, 1);
    assert_string_equal(after.errors[0], "an error");
    assert_int_equal(after.duration_ms, 17);
    assert_true(after.llvm_compile_error);
    buffer_free(&text);
    summary_free(&before);
    summary_free(&after);
}

static void
counts_results_and_believes_no_counter(void **state)
{
    struct summary summary = { 0 };

    (void)state;
    read_text(&summary,
              "{\"path\":\"p\",\"results\":["
              "{\"name\":\"a\",\"targets\":[],\"outcome\":{\"type\":\"Failed\",\"message\":\"m\"},\"duration_ms\":1}],"
              "\"passed\":99,\"failed\":0,\"backend_crash\":-3,\"unknown\":{\"x\":[1]}}");
    assert_int_equal(summary.counts[OUTCOME_PASSED], 0);
    assert_int_equal(summary.counts[OUTCOME_FAILED], 1);
    assert_int_equal(summary.counts[OUTCOME_BACKEND_CRASH], 0);
    assert_true(summary_has_failures(&summary));
    summary_free(&summary);
}

static void
reads_empty_results(void **state)
{
    struct summary summary = { 0 };

    (void)state;
    read_text(&summary, "{\"results\":[]}");
    assert_int_equal(summary_total(&summary), 0);
    assert_false(summary_has_failures(&summary));
    assert_null(summary.path);
    summary_free(&summary);
}

static void
a_nul_in_a_name_hides_nothing(void **state)
{
    struct summary summary = { 0 };

    (void)state;
    read_text(&summary, "{\"results\":[{\"name\":\"a\\u0000b\",\"outcome\":{\"type\":\"Passed\"}}]}");
    assert_string_equal(summary.results[0].name, "a\xef\xbf\xbd"
                                                 "b");
    summary_free(&summary);
}

static void
refuses_what_is_no_summary(void **state)
{
    static const struct {
        const char *text;
        const char *why;
    } cases[] = {
        { "[]", "a summary is no object at byte 0" },
        { "{}", "a summary has no results at byte 0" },
        { "{\"results\":{}}", "results is no array at byte 11" },
        { "{\"results\":null}", "results is no array" },
        { "{\"results\":[1]}", "results[0] is no object at byte 12" },
        { RESULT("\"outcome\":{\"type\":\"Passed\"}"), "results[0] has no name at byte 12" },
        { RESULT("\"name\":null,\"outcome\":{\"type\":\"Passed\"}"), "results[0].name is no string" },
        { RESULT("\"name\":\"a\""), "results[0] has no outcome.type" },
        { RESULT("\"name\":\"a\",\"outcome\":\"Passed\""), "results[0].outcome is no object" },
        { RESULT("\"name\":\"a\",\"outcome\":{}"), "results[0] has no outcome.type" },
        { RESULT("\"name\":\"a\",\"outcome\":{\"type\":1}"), "results[0].outcome.type is no string" },
        { RESULT("\"name\":\"a\",\"outcome\":{\"type\":\"passed\"}"), "unknown outcome 'passed'" },
        { RESULT("\"name\":\"a\",\"outcome\":{\"type\":\"Passed\\u0000\"}"), "unknown outcome 'Passed\xef\xbf\xbd'" },
        { RESULT("\"name\":\"a\",\"outcome\":{\"type\":\"Failed\",\"message\":1}"), "outcome.message is no string" },
        { RESULT(PASSED ",\"duration_ms\":\"1\""), "results[0].duration_ms is no number" },
        { RESULT(PASSED ",\"targets\":\"f\""), "results[0].targets is no array" },
        { RESULT(PASSED ",\"targets\":[\"f\",1]"), "an entry of targets is no string" },
        { RESULT(PASSED ",\"name\":\"b\""), "duplicate member 'name'" },
        { RESULT("\"name\":\"a\",\"outcome\":{\"type\":\"Passed\",\"t\\u0079pe\":\"Failed\"}"),
          "duplicate member 'type'" },
        { "{\"results\":[],\"results\":[]}", "duplicate member 'results' at byte 14" },
        { "{\"results\":[],\"errors\":\"x\"}", "errors is no array" },
        { "{\"results\":[],\"errors\":null}", "errors is no array" },
        { "{\"results\":[],\"errors\":[{\"message\":\"x\"}]}", "an entry of errors is no string" },
        { "{\"results\":[],\"llvm_compile_error\":\"false\"}", "llvm_compile_error is no boolean" },
        { "{\"results\":[],\"path\":1}", "path is no string" },
        { "{\"results\":[],\"failed\":\"0\"}", "failed is no number" },
        { "{\"results\":[],\"duration_ms\":null}", "duration_ms is no number" },
        { "{\"results\":[]", "it ends too early at byte 13" },
        { "{\"results\":[]}x", "more after its end at byte 14" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct summary summary = { 0 };
        char *why = read_whole(&summary, cases[i].text);

        print_message("%s\n", cases[i].text);
        assert_non_null(why);
        if (strstr(why, cases[i].why) == NULL)
            fail_msg("%s instead of %s", why, cases[i].why);
        assert_int_equal(summary.result_count, 0);
        free(why);
    }
}

static void
takes_numbers_of_any_size(void **state)
{
    static const struct {
        const char *number;
        int64_t ms;
    } cases[] = {
        { "0", 0 },
        { "12.9", 12 },
        { "-1", 0 },
        { "-1e400", 0 },
        { "1e3", 1000 },
        { "9223372036854775807", INT64_MAX },
        { "99999999999999999999999999", INT64_MAX },
        { "1e400", INT64_MAX },
        { "125e-2", 1 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct summary summary = { 0 };
        char text[200];

        (void)snprintf(text, sizeof text, "{\"results\":[{" PASSED ",\"duration_ms\":%s}],\"duration_ms\":%s}",
                       cases[i].number, cases[i].number);
        read_text(&summary, text);
        assert_int_equal(summary.duration_ms, cases[i].ms);
        assert_int_equal(summary.results[0].duration_ms, cases[i].ms);
        summary_free(&summary);
    }
}

static void
sums_do_not_overflow(void **state)
{
    struct summary into = { .duration_ms = INT64_MAX - 1 };
    struct summary from = { .duration_ms = 2 };

    (void)state;
    summary_absorb(&into, &from);
    assert_int_equal(into.duration_ms, INT64_MAX);
    summary_free(&into);
}

/* What a worker says of being flaky is not believed: only a cell knows what was run more than once. */
static void
only_a_record_knows_what_is_flaky(void **state)
{
    static const char members[] = "\"results\":[{" PASSED ",\"flaky\":\"failed before\"}],\"flaky\":1}";
    struct summary summary = { 0 };
    struct record record;
    char *text = xasprintf("{%s", members);

    (void)state;
    read_text(&summary, text);
    assert_null(summary.results[0].flaky);
    summary_free(&summary);
    assert_null(read_record(&record, text));
    assert_null(record.summary.results[0].flaky);
    record_free(&record);
    free(text);
    text = xasprintf("{\"schema\":\"" RECORD_SCHEMA "\",%s", members);
    assert_null(read_record(&record, text));
    assert_string_equal(record.summary.results[0].flaky, "failed before");
    assert_int_equal(record.claimed_flaky, 1);
    record_free(&record);
    free(text);
}

static void
errors_past_the_limit_are_put_together(void **state)
{
    struct summary summary = { 0 };
    struct buffer text = { 0 };

    (void)state;
    buffer_add(&text, "{\"results\":[],\"errors\":[\"0\"");
    for (int i = 1; i < SUMMARY_ERRORS_APART + 3; i++)
        buffer_printf(&text, ",\"%d\"", i);
    buffer_add(&text, "]}");
    read_text(&summary, buffer_text(&text));
    assert_int_equal(summary.error_count, SUMMARY_ERRORS_APART + 1);
    assert_string_equal(summary.errors[SUMMARY_ERRORS_APART - 1], "65535");
    assert_string_equal(summary.errors[SUMMARY_ERRORS_APART], "65536\n65537\n65538");
    buffer_free(&text);
    summary_free(&summary);
}

static void
the_gate_fails_on_what_it_should(void **state)
{
    static const struct {
        const char *proves;
        enum outcome outcome;
        bool error;
        bool compile_error;
        bool fails;
    } cases[] = {
        { "passed", OUTCOME_PASSED, false, false, false },
        { "failed", OUTCOME_FAILED, false, false, true },
        { "skipped", OUTCOME_SKIPPED, false, false, false },
        { "unchanged", OUTCOME_SKIPPED_UNCHANGED, false, false, false },
        { "compile failure alone", OUTCOME_LLVM_COMPILE_FAIL, true, true, false },
        { "crash", OUTCOME_BACKEND_CRASH, false, false, true },
        { "error", OUTCOME_PASSED, true, false, true },
        { "crash beside a compile error", OUTCOME_BACKEND_CRASH, true, true, true },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct summary summary = { 0 };

        print_message("%s\n", cases[i].proves);
        (void)summary_add(&summary, "t", cases[i].outcome, "m");
        if (cases[i].error)
            summary_add_error(&summary, "e");
        summary.llvm_compile_error = cases[i].compile_error;
        assert_int_equal(summary_has_failures(&summary), cases[i].fails);
        summary_free(&summary);
    }
}

static void
a_fault_is_never_taken_for_a_compile_error(void **state)
{
    struct summary summary = { 0 };

    (void)state;
    summary_add_error(&summary, "does not compile");
    summary.llvm_compile_error = true;
    assert_false(summary_has_failures(&summary));
    summary_add_fault(&summary, "worker exited 42 after reporting");
    assert_true(summary_has_failures(&summary));
    summary_free(&summary);
}

static void
absorbing_keeps_counts_and_errors(void **state)
{
    struct summary into = { .duration_ms = 1 };
    struct summary from = { .duration_ms = 2 };

    (void)state;
    (void)summary_add(&into, "a", OUTCOME_PASSED, NULL);
    summary_add_error(&into, "unexplained");
    (void)summary_add(&from, "b", OUTCOME_LLVM_COMPILE_FAIL, "m");
    summary_add_error(&from, "does not compile");
    from.llvm_compile_error = true;
    summary_absorb(&into, &from);
    assert_int_equal(into.counts[OUTCOME_PASSED], 1);
    assert_int_equal(into.counts[OUTCOME_LLVM_COMPILE_FAIL], 1);
    assert_int_equal(into.error_count, 2);
    assert_int_equal(into.duration_ms, 3);
    assert_false(into.llvm_compile_error);
    assert_true(summary_has_failures(&into));
    assert_int_equal(from.result_count, 0);
    summary_free(&into);
}

static void
a_record_of_another_schema_is_refused(void **state)
{
    struct record record;
    char *why = read_record(&record, "{\"schema\":\"ori-record/9\",\"results\":[]}");

    (void)state;
    assert_non_null(why);
    assert_non_null(strstr(why, "ori-record/9"));
    free(why);
}

static void
count_pieces(void *context, struct buffer *full)
{
    size_t *pieces = context;

    assert_in_range(full->size, DRAIN_BYTES, 2 * DRAIN_BYTES);
    ++*pieces;
    buffer_clear(full);
}

static void
a_long_record_is_drained_as_it_is_written(void **state)
{
    struct summary summary = { 0 };
    struct buffer text = { 0 };
    size_t pieces = 0;
    const struct drain drain = { count_pieces, &pieces };
    struct facts cell;

    (void)state;
    for (int i = 0; i < 10000; i++)
        (void)summary_add(&summary, "a test", OUTCOME_PASSED, NULL);
    facts_init(&cell);
    record_write(&text, NULL, &summary, &cell, &drain);
    assert_in_range(pieces, 10, 20);
    assert_true(text.size <= DRAIN_BYTES);
    buffer_free(&text);
    summary_free(&summary);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_trips_every_outcome),
        cmocka_unit_test(counts_results_and_believes_no_counter),
        cmocka_unit_test(reads_empty_results),
        cmocka_unit_test(a_nul_in_a_name_hides_nothing),
        cmocka_unit_test(refuses_what_is_no_summary),
        cmocka_unit_test(takes_numbers_of_any_size),
        cmocka_unit_test(sums_do_not_overflow),
        cmocka_unit_test(only_a_record_knows_what_is_flaky),
        cmocka_unit_test(errors_past_the_limit_are_put_together),
        cmocka_unit_test(the_gate_fails_on_what_it_should),
        cmocka_unit_test(a_fault_is_never_taken_for_a_compile_error),
        cmocka_unit_test(absorbing_keeps_counts_and_errors),
        cmocka_unit_test(a_record_of_another_schema_is_refused),
        cmocka_unit_test(a_long_record_is_drained_as_it_is_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
