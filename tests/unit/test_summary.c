/* test_summary: every outcome survives the way through JSON, counters are the number of their outcomes whatever the
   input claims, and the gate's rules hold. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "record/json.h"
#include "record/record.h"
#include "record/summary.h"

static void
read_text(struct summary *summary, const char *text)
{
    char *why = NULL;
    json_object *object = json_read(text, strlen(text), &why);

    assert_non_null(object);
    assert_int_equal(summary_read(summary, object, &why), 0);
    json_object_put(object);
}

static void
round_trips_every_outcome(void **state)
{
    struct summary before = { 0 };
    struct summary after = { 0 };
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        struct test_result *result =
            summary_add(&before, outcome_counter((enum outcome)i), (enum outcome)i, "a\n\"b\"\xff");

        result->duration_ms = i;
        summary_add_target(result, "f");
        summary_add_target(result, "g");
    }
    summary_add_error(&before, "an error");
    before.duration_ms = 17;
    before.llvm_compile_error = true;
    buffer_add(&text, "{");
    summary_write(&text, &before);
    buffer_add(&text, "}");
    read_text(&after, buffer_text(&text));
    assert_int_equal(after.result_count, OUTCOME_COUNT);
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        const struct test_result *result = &after.results[i];

        assert_int_equal(result->outcome, i);
        assert_string_equal(result->name, outcome_counter((enum outcome)i));
        assert_int_equal(result->duration_ms, i);
        assert_int_equal(result->target_count, 2);
        assert_string_equal(result->targets[1], "g");
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
        { "[]", "no object" },
        { "{}", "no results" },
        { "{\"results\":{}}", "no results" },
        { "{\"results\":[1]}", "results[0] has no name" },
        { "{\"results\":[{\"outcome\":{\"type\":\"Passed\"}}]}", "no name" },
        { "{\"results\":[{\"name\":\"a\"}]}", "no outcome.type" },
        { "{\"results\":[{\"name\":\"a\",\"outcome\":\"Passed\"}]}", "no outcome.type" },
        { "{\"results\":[{\"name\":\"a\",\"outcome\":{\"type\":\"passed\"}}]}", "unknown outcome 'passed'" },
        { "{\"results\":[],\"errors\":\"x\"}", "errors" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct summary summary = { 0 };
        char *why = NULL;
        json_object *object = json_read(cases[i].text, strlen(cases[i].text), &why);

        assert_non_null(object);
        assert_int_equal(summary_read(&summary, object, &why), -1);
        assert_non_null(strstr(why, cases[i].why));
        assert_int_equal(summary.result_count, 0);
        free(why);
        json_object_put(object);
    }
}

static void
refuses_what_is_no_json(void **state)
{
    static const char *const cases[] = { "",    "   ",  "{",          "[1,", "null",   "{} {}",    "{}x",
                                         "nul", "[1,]", "{\"a\":1,}", "NaN", "\"open", "{\"a\" 1}" };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *why = NULL;

        print_message("'%s'\n", cases[i]);
        assert_null(json_read(cases[i], strlen(cases[i]), &why));
        assert_non_null(why);
        free(why);
    }
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
a_record_reads_as_it_was_written(void **state)
{
    struct summary summary = { 0 };
    struct buffer text = { 0 };
    struct record record;
    char *why = NULL;
    json_object *object;

    (void)state;
    (void)summary_add(&summary, "a", OUTCOME_FAILED, "m");
    record_begin(&text, "run-1", &summary);
    buffer_add(&text, ", \"cell\": {\"wall_ms\": 12, \"started_at\": \"2026-01-01T00:00:00.000Z\"}}");
    object = json_read(text.data, text.size, &why);
    assert_non_null(object);
    assert_int_equal(record_read(&record, object, &why), 0);
    assert_string_equal(record.run, "run-1");
    assert_int_equal(record.wall_ms, 12);
    assert_string_equal(record.started_at, "2026-01-01T00:00:00.000Z");
    assert_int_equal(record.summary.counts[OUTCOME_FAILED], 1);
    record_free(&record);
    json_object_put(object);
    buffer_free(&text);
    summary_free(&summary);
}

static void
a_record_of_another_schema_is_refused(void **state)
{
    static const char text[] = "{\"schema\":\"ori-record/9\",\"results\":[]}";
    struct record record;
    char *why = NULL;
    json_object *object = json_read(text, sizeof text - 1, &why);

    (void)state;
    assert_non_null(object);
    assert_int_equal(record_read(&record, object, &why), -1);
    assert_non_null(strstr(why, "ori-record/9"));
    free(why);
    json_object_put(object);
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
        cmocka_unit_test(refuses_what_is_no_json),
        cmocka_unit_test(the_gate_fails_on_what_it_should),
        cmocka_unit_test(a_fault_is_never_taken_for_a_compile_error),
        cmocka_unit_test(absorbing_keeps_counts_and_errors),
        cmocka_unit_test(a_record_reads_as_it_was_written),
        cmocka_unit_test(a_record_of_another_schema_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
