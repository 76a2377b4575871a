/* test_outcome: what an outcome is called, and what it means for its file, is said once. */
#include "unit.h"

#include <string.h>

#include "record/outcome.h"

static void
each_has_its_names_and_its_standing(void **state)
{
    static const struct {
        const char *name;
        const char *counter;
        const char *word;
        bool has_message;
        bool is_good;
        bool is_failure;
    } cases[] = {
        { "Passed", "passed", "PASS", false, true, false },
        { "Failed", "failed", "FAIL", true, false, true },
        { "Skipped", "skipped", "SKIP", true, true, false },
        { "SkippedUnchanged", "skipped_unchanged", "SKIP", false, true, false },
        { "LlvmCompileFail", "llvm_compile_fail", "LLVM COMPILE FAIL", true, false, false },
        { "BackendCrash", "backend_crash", "CRASH", true, false, true },
    };

    (void)state;
    assert_int_equal(COUNT(cases), OUTCOME_COUNT);
    for (size_t i = 0; i < COUNT(cases); i++) {
        enum outcome outcome;

        print_message("%s\n", cases[i].name);
        assert_int_equal(outcome_parse(cases[i].name, &outcome), 0);
        assert_string_equal(outcome_name(outcome), cases[i].name);
        assert_string_equal(outcome_counter(outcome), cases[i].counter);
        assert_string_equal(outcome_word(outcome), cases[i].word);
        assert_int_equal(outcome_has_message(outcome), cases[i].has_message);
        assert_int_equal(outcome_is_good(outcome), cases[i].is_good);
        assert_int_equal(outcome_is_failure(outcome), cases[i].is_failure);
    }
}

static void
an_unknown_name_is_none(void **state)
{
    static const char *const names[] = { "", "passed", "Pass", "Passed ", "BackendCrashed" };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        enum outcome outcome;

        assert_int_equal(outcome_parse(names[i], &outcome), -1);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_its_names_and_its_standing),
        cmocka_unit_test(an_unknown_name_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
