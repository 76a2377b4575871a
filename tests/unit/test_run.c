/* test_run: whether a run passes follows from its files and notes, each reason for which it does not is told, and time
   is when cells ran. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "merge/run.h"

static void
add(struct run *run, const char *path, enum outcome outcome)
{
    struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };

    (void)summary_add(&record.summary, "t", outcome, "why");
    run_add(run, &(struct gathered){ path, "file.json", NULL, &record });
    record_free(&record);
}

static void
add_lost(struct run *run)
{
    struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };

    (void)summary_add(&record.summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, "lost: missing");
    run_add(run, &(struct gathered){ "b", "b.json", "missing", &record });
    record_free(&record);
}

static void
add_record(struct run *run, struct record *record)
{
    run_add(run, &(struct gathered){ "a", "file.json", NULL, record });
    record_free(record);
}

static void
the_gate_follows_from_the_files(void **state)
{
    static const struct {
        const char *proves;
        int outcomes[3]; /* -1 ends them */
        bool lost;
        bool distrusted;
        bool strict;
        enum gate gate;
    } cases[] = {
        { "nothing", { -1 }, false, false, false, GATE_NO_TESTS },
        { "all passed", { OUTCOME_PASSED, OUTCOME_SKIPPED, -1 }, false, false, false, GATE_OK },
        { "one failed", { OUTCOME_PASSED, OUTCOME_FAILED, -1 }, false, false, false, GATE_FAILED },
        { "one crashed", { OUTCOME_BACKEND_CRASH, OUTCOME_PASSED, -1 }, false, false, false, GATE_FAILED },
        { "a compile failure", { OUTCOME_LLVM_COMPILE_FAIL, -1 }, false, false, false, GATE_OK },
        { "a compile failure, strictly", { OUTCOME_LLVM_COMPILE_FAIL, -1 }, false, false, true, GATE_FAILED },
        { "one lost among good ones", { OUTCOME_PASSED, OUTCOME_PASSED, -1 }, true, false, false, GATE_FAILED },
        { "all lost", { -1 }, true, false, false, GATE_FAILED },
        { "a plan that lies", { OUTCOME_PASSED, -1 }, false, true, false, GATE_FAILED },
        { "a plan that lies, and nothing", { -1 }, false, true, false, GATE_FAILED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct run run = { .id = NULL };

        print_message("%s\n", cases[i].proves);
        for (int k = 0; cases[i].outcomes[k] >= 0; k++)
            add(&run, "a", (enum outcome)cases[i].outcomes[k]);
        if (cases[i].distrusted)
            run_note(&run, RUN_FAULT, xstrdup("a plan that lies"));
        if (cases[i].lost)
            add_lost(&run);
        run_finish(&run, &(struct run_rules){ .strict = cases[i].strict });
        assert_int_equal(run_gate(&run), cases[i].gate);
        run_free(&run);
    }
}

static void
an_error_without_a_test_is_a_failure(void **state)
{
    struct run run = { .id = NULL };
    struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };

    (void)state;
    summary_add_error(&record.summary, "cannot run ori");
    add_record(&run, &record);
    assert_int_equal(run_gate(&run), GATE_FAILED);
    run_free(&run);
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
        struct run run = { .id = NULL };

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
            add_record(&run, &record);
        }
        run_finish(&run, &(struct run_rules){ .strict = false });
        assert_int_equal(run.wall_ms, cases[i].expected_ms);
        run_free(&run);
    }
}

static void
durations_do_not_overflow(void **state)
{
    struct run run = { .id = NULL };

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1, .summary.duration_ms = INT64_MAX };

        add_record(&run, &record);
    }
    assert_int_equal(run.duration_ms, INT64_MAX);
    assert_int_equal(run.empty_files, 3);
    run_free(&run);
}

static void
each_broken_rule_is_a_fault(void **state)
{
    static const struct {
        const char *proves;
        enum outcome outcome;
        int files;
        int empty;
        struct run_rules rules;
        const char *faults[3];
        enum gate gate;
    } cases[] = {
        { "no rule", OUTCOME_LLVM_COMPILE_FAIL, 1, 1, { false, false }, { NULL }, GATE_OK },
        { "rules that are kept", OUTCOME_PASSED, 2, 0, { true, true }, { NULL }, GATE_OK },
        { "one without a test",
          OUTCOME_PASSED,
          1,
          1,
          { false, true },
          { "1 file without a test, and --no-empty is given" },
          GATE_FAILED },
        { "two without a test",
          OUTCOME_PASSED,
          1,
          2,
          { true, true },
          { "2 files without a test, and --no-empty is given" },
          GATE_FAILED },
        { "two that do not compile",
          OUTCOME_LLVM_COMPILE_FAIL,
          2,
          0,
          { true, false },
          { "2 files that LLVM cannot compile, and --strict is given" },
          GATE_FAILED },
        { "both",
          OUTCOME_LLVM_COMPILE_FAIL,
          1,
          1,
          { true, true },
          { "1 file without a test, and --no-empty is given",
            "1 file that LLVM cannot compile, and --strict is given" },
          GATE_FAILED },
        { "a test that fails breaks none", OUTCOME_FAILED, 1, 0, { true, true }, { NULL }, GATE_FAILED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct run run = { .id = NULL };
        size_t count = 0;

        print_message("%s\n", cases[i].proves);
        for (int k = 0; k < cases[i].files; k++)
            add(&run, "a", cases[i].outcome);
        for (int k = 0; k < cases[i].empty; k++)
            add_record(&run, &(struct record){ .cell.wall_ms = -1, .cell.started_ms = -1 });
        run_finish(&run, &cases[i].rules);
        for (; cases[i].faults[count] != NULL; count++)
            assert_string_equal(run.notes[count].text, cases[i].faults[count]);
        assert_int_equal(run.note_count, count);
        assert_int_equal(run_count_notes(&run, RUN_FAULT), count);
        assert_int_equal(run_gate(&run), cases[i].gate);
        run_free(&run);
    }
}

/* A record that is lost tells nothing of its run. */
static void
the_id_is_that_of_all_records(void **state)
{
    static const struct {
        const char *proves;
        const char *ids[4]; /* "-" is a record without one, "lost" a lost one, NULL ends them */
        const char *id;
    } cases[] = {
        { "none", { NULL }, NULL },
        { "one", { "r", "r" }, "r" },
        { "two", { "r", "s" }, NULL },
        { "two, and the first again", { "r", "s", "r" }, NULL },
        { "a bare summary among them", { "r", "-", "r" }, NULL },
        { "a bare summary first", { "-", "r", "r" }, NULL },
        { "a lost one first", { "lost", "r", "r" }, "r" },
        { "lost ones only", { "lost", "lost" }, NULL },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct run run = { .id = NULL };

        print_message("%s\n", cases[i].proves);
        for (size_t k = 0; cases[i].ids[k] != NULL; k++) {
            struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };

            if (strcmp(cases[i].ids[k], "lost") == 0) {
                add_lost(&run);
                continue;
            }
            if (strcmp(cases[i].ids[k], "-") != 0)
                record.run = xstrdup(cases[i].ids[k]);
            add_record(&run, &record);
        }
        if (cases[i].id == NULL)
            assert_null(run.id);
        else
            assert_string_equal(run.id, cases[i].id);
        run_free(&run);
    }
}

/* Cells that ran one after the other are one stretch of time, in whatever order they come. */
static void
time_takes_no_room(void **state)
{
    enum { CELLS = 100000, STEP = 7919, EACH_MS = 1500 }; /* half of the cells run at a time */
    struct run run = { .id = NULL };

    (void)state;
    for (int i = 0; i < CELLS; i++) {
        int second = (int)((int64_t)i * STEP % CELLS) % (24 * 60 * 60);
        struct record record = {
            .cell.wall_ms = EACH_MS,
            .cell.started_ms = INT64_C(1795392000000) + second * INT64_C(1000),
        };

        add_record(&run, &record);
    }
    run_finish(&run, &(struct run_rules){ false, false });
    assert_int_equal(run.wall_ms, (24 * 60 * 60 - 1) * 1000 + EACH_MS);
    assert_int_equal(run.time_count, 1);
    assert_in_range(run.time_capacity, 1, 64 * 1024);
    run_free(&run);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gate_follows_from_the_files),
        cmocka_unit_test(an_error_without_a_test_is_a_failure),
        cmocka_unit_test(time_is_when_cells_ran),
        cmocka_unit_test(durations_do_not_overflow),
        cmocka_unit_test(each_broken_rule_is_a_fault),
        cmocka_unit_test(the_id_is_that_of_all_records),
        cmocka_unit_test(time_takes_no_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
