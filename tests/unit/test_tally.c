/* test_tally: the verdict of a run follows from its files, and a lost one always fails it. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "merge/report_text.h"
#include "merge/tally.h"

static void
add(struct tally *tally, const char *path, enum outcome outcome)
{
    struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };

    record.summary.path = strdup(path);
    (void)summary_add(&record.summary, "t", outcome, "why");
    tally_add(tally, &record, "file.json");
}

static void
the_verdict_follows_from_the_files(void **state)
{
    static const struct {
        const char *proves;
        int outcomes[3]; /* -1 ends them */
        bool lost;
        bool distrusted;
        bool strict;
        enum verdict verdict;
    } cases[] = {
        { "nothing", { -1 }, false, false, false, VERDICT_NO_TESTS },
        { "all passed", { OUTCOME_PASSED, OUTCOME_SKIPPED, -1 }, false, false, false, VERDICT_OK },
        { "one failed", { OUTCOME_PASSED, OUTCOME_FAILED, -1 }, false, false, false, VERDICT_FAILED },
        { "one crashed", { OUTCOME_BACKEND_CRASH, OUTCOME_PASSED, -1 }, false, false, false, VERDICT_FAILED },
        { "a compile failure", { OUTCOME_LLVM_COMPILE_FAIL, -1 }, false, false, false, VERDICT_OK },
        { "a compile failure, strictly", { OUTCOME_LLVM_COMPILE_FAIL, -1 }, false, false, true, VERDICT_FAILED },
        { "one lost among good ones", { OUTCOME_PASSED, OUTCOME_PASSED, -1 }, true, false, false, VERDICT_FAILED },
        { "all lost", { -1 }, true, false, false, VERDICT_FAILED },
        { "a plan that lies", { OUTCOME_PASSED, -1 }, false, true, false, VERDICT_FAILED },
        { "a plan that lies, and nothing", { -1 }, false, true, false, VERDICT_FAILED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct tally tally = { 0 };

        print_message("%s\n", cases[i].proves);
        for (int k = 0; cases[i].outcomes[k] >= 0; k++)
            add(&tally, "a", (enum outcome)cases[i].outcomes[k]);
        if (cases[i].distrusted)
            tally_add_fault(&tally, strdup("a plan that lies"));
        if (cases[i].lost)
            tally_add_lost(&tally, "b", "b.json", "missing");
        assert_int_equal(tally_verdict(&tally, cases[i].strict), cases[i].verdict);
        tally_free(&tally);
    }
}

static void
an_error_without_a_test_is_a_failure(void **state)
{
    struct tally tally = { 0 };
    struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };

    (void)state;
    summary_add_error(&record.summary, "cannot run ori");
    tally_add(&tally, &record, "file.json");
    assert_int_equal(tally_verdict(&tally, false), VERDICT_FAILED);
    tally_free(&tally);
}

static void
time_is_when_cells_ran(void **state)
{
    static const struct {
        const char *proves;
        int64_t begins[4]; /* of the epoch; 0 ends them */
        int64_t wall_ms;
        int64_t earlier_ms; /* of an attempt before */
        int64_t expected_ms;
    } cases[] = {
        { "one", { INT64_C(1795398849000) }, 1000, 0, 1000 },
        { "two at once", { INT64_C(1795398849000), INT64_C(1795398849250) }, 1000, 0, 1250 },
        { "one within another", { INT64_C(1795398849000), INT64_C(1795398849000) }, 1000, 0, 1000 },
        { "make starts the next one", { INT64_C(1795398850999), INT64_C(1795398849000) }, 1000, 0, 2999 },
        { "a second without any", { INT64_C(1795398851000), INT64_C(1795398849000) }, 1000, 0, 2000 },
        { "one run again an hour later",
          { INT64_C(1795398849000), INT64_C(1795402449000), INT64_C(1795398849500) },
          1000,
          0,
          2500 },
        { "a retry", { INT64_C(1795398849000) }, 1000, 500, 1500 },
        { "no time at all", { -1 }, 1000, 0, 7 },
        { "beyond all time", { INT64_C(1795398849000) }, INT64_MAX, 0, 7 },
        { "an attempt beyond all time", { INT64_C(1795398849000) }, 1, INT64_MAX, INT64_C(1795398849001) },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct tally tally = { 0 };

        print_message("%s\n", cases[i].proves);
        for (size_t k = 0; cases[i].begins[k] != 0; k++) {
            struct record record = {
                .cell.wall_ms = cases[i].wall_ms,
                .cell.started_ms = cases[i].begins[k],
                .summary.duration_ms = 7,
            };

            if (cases[i].earlier_ms > 0) {
                struct facts_attempt *attempts = calloc(2, sizeof *attempts);

                assert_non_null(attempts);
                attempts[0].wall_ms = cases[i].earlier_ms;
                attempts[1].wall_ms = cases[i].wall_ms;
                record.cell.attempts = attempts;
                record.cell.attempt_count = 2;
            }
            tally_add(&tally, &record, "file.json");
        }
        assert_int_equal(tally_wall_ms(&tally), cases[i].expected_ms);
        tally_free(&tally);
    }
}

static void
durations_do_not_overflow(void **state)
{
    struct tally tally = { 0 };

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1, .summary.duration_ms = INT64_MAX };

        tally_add(&tally, &record, "file.json");
    }
    assert_int_equal(tally.duration_ms, INT64_MAX);
    assert_int_equal(tally.empty_files, 3);
    tally_free(&tally);
}

static void
the_last_lines_are_stable(void **state)
{
    struct tally tally = { 0 };
    struct buffer out = { 0 };

    (void)state;
    add(&tally, "b/crash", OUTCOME_BACKEND_CRASH);
    add(&tally, "a/pass", OUTCOME_PASSED);
    add(&tally, "c/lcf", OUTCOME_LLVM_COMPILE_FAIL);
    add(&tally, "d/lcf", OUTCOME_LLVM_COMPILE_FAIL);
    tally_add_lost(&tally, "e/gone", "e.json", "missing");
    tally_sort(&tally);
    report_text(&out, &tally, REPORT_FAILURES, tally_verdict(&tally, false));
    assert_string_equal(buffer_text(&out), "b/crash\n"
                                           "  CRASH: t - why\n"
                                           "e/gone\n"
                                           "  LOST: missing\n"
                                           "LLVM compile failures:\n"
                                           "  2 files: why\n"
                                           "\n"
                                           "Test Summary:\n"
                                           "  1 passed, 0 failed, 0 skipped, 2 llvm compile fail, 2 backend crash\n"
                                           "  5 files in 0.00 s\n"
                                           "\n"
                                           "FAILED\n");
    buffer_free(&out);
    tally_free(&tally);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_verdict_follows_from_the_files),
        cmocka_unit_test(an_error_without_a_test_is_a_failure),
        cmocka_unit_test(time_is_when_cells_ran),
        cmocka_unit_test(durations_do_not_overflow),
        cmocka_unit_test(the_last_lines_are_stable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
