/* test_reports: each report tells all of a run, all at once, each in a file that is whole or not there. */
#include "unit.h"

#include <json.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "merge/reports.h"

static char directory[] = "/tmp/test_reports.XXXXXX";

static int
make_directory(void **state)
{
    (void)state;
    return mkdtemp(directory) == NULL || chdir(directory) != 0 ? -1 : 0;
}

static int
remove_directory(void **state)
{
    (void)state;
    return chdir("/") != 0 || rmdir(directory) != 0 ? -1 : 0;
}

static const struct {
    const char *path;
    const char *message;
    const char *lost;
    enum outcome outcome; /* of the test "t" */
    bool is_empty;
} files[] = {
    { "a/pass", NULL, NULL, OUTCOME_PASSED, false },
    { "b/crash", "why\nand \033[31m how", NULL, OUTCOME_BACKEND_CRASH, false },
    { "c/lcf", "no gc\nat all", NULL, OUTCOME_LLVM_COMPILE_FAIL, false },
    { "d/lcf", "no gc\neither", NULL, OUTCOME_LLVM_COMPILE_FAIL, false },
    { "e/lcf", "another", NULL, OUTCOME_LLVM_COMPILE_FAIL, false },
    { "f/gone", "lost: missing", "missing", OUTCOME_BACKEND_CRASH, false },
    { "g/none", NULL, NULL, OUTCOME_PASSED, true },
};

/* Writes a report of the run that is above, in the detail, to a file, and reads it back. */
static void
write_report(struct buffer *out, const struct report *report, enum report_detail detail)
{
    const struct report_request request = { report, "report" };
    struct run run = { .id = NULL };
    struct reports reports;

    reports_begin(&reports, &request, 1, detail);
    run_note(&run, RUN_WARNING, xstrdup("stray.json is not planned and not counted"));
    for (size_t i = 0; i < COUNT(files); i++) {
        struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };
        struct gathered file = { files[i].path, "file.json", files[i].lost, &record };

        if (!files[i].is_empty)
            (void)summary_add(&record.summary, "t", files[i].outcome, files[i].message);
        run_add(&run, &file);
        reports_file(&reports, &file);
        record_free(&record);
    }
    run_finish(&run, &(struct run_rules){ .no_empty = true });
    assert_int_equal(reports_end(&reports, &run), 0);
    assert_int_equal(io_read_file("report", 1 << 20, out), 0);
    assert_int_equal(unlink("report"), 0);
    run_free(&run);
}

#define LAST_LINES                                                            \
    "Test Summary:\n"                                                         \
    "  1 passed, 0 failed, 0 skipped, 3 llvm compile fail, 2 backend crash\n" \
    "  7 files in 0.00 s\n"                                                   \
    "\n"                                                                      \
    "FAILED\n"

static void
the_text_is_stable(void **state)
{
    static const char *const texts[] = {
        [REPORT_SUMMARY] = LAST_LINES,
        [REPORT_FAILURES] = "b/crash\n"
                            "  CRASH: t - why\n"
                            "      and ?[31m how\n"
                            "f/gone\n"
                            "  LOST: missing\n"
                            "g/none\n"
                            "  EMPTY: no tests\n"
                            "LLVM compile failures:\n"
                            "  2 files: no gc\n"
                            "  1 file: another\n"
                            "The run as a whole:\n"
                            "  WARNING: stray.json is not planned and not counted\n"
                            "  FAULT: 1 file without a test, and --no-empty is given\n"
                            "\n" LAST_LINES,
        [REPORT_EVERYTHING] = "a/pass\n"
                              "  PASS: t\n"
                              "b/crash\n"
                              "  CRASH: t - why\n"
                              "      and ?[31m how\n"
                              "c/lcf\n"
                              "  LLVM COMPILE FAIL: t - no gc\n"
                              "      at all\n"
                              "d/lcf\n"
                              "  LLVM COMPILE FAIL: t - no gc\n"
                              "      either\n"
                              "e/lcf\n"
                              "  LLVM COMPILE FAIL: t - another\n"
                              "f/gone\n"
                              "  LOST: missing\n"
                              "g/none\n"
                              "  EMPTY: no tests\n"
                              "LLVM compile failures:\n"
                              "  2 files: no gc\n"
                              "  1 file: another\n"
                              "The run as a whole:\n"
                              "  WARNING: stray.json is not planned and not counted\n"
                              "  FAULT: 1 file without a test, and --no-empty is given\n"
                              "\n" LAST_LINES,
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct buffer out = { 0 };

        write_report(&out, &report_text, (enum report_detail)i);
        assert_string_equal(buffer_text(&out), texts[i]);
        buffer_free(&out);
    }
}

static json_object *
member(json_object *object, const char *name)
{
    json_object *value = NULL;

    assert_true(json_object_object_get_ex(object, name, &value));
    return value;
}

static const char *
text_at(json_object *array, size_t index)
{
    return json_object_get_string(json_object_array_get_idx(array, index));
}

static void
the_json_tells_all(void **state)
{
    static const size_t results[][COUNT(files)] = {
        [REPORT_FAILURES] = { 0, 1, 1, 1, 1, 1, 0 },
        [REPORT_EVERYTHING] = { 1, 1, 1, 1, 1, 1, 0 },
    };

    (void)state;
    for (size_t i = REPORT_FAILURES; i < COUNT(results); i++) {
        struct buffer out = { 0 };
        json_object *json;
        json_object *list;

        write_report(&out, &report_json, (enum report_detail)i);
        json = json_tokener_parse(buffer_text(&out));
        assert_non_null(json);
        list = member(json, "files");
        assert_int_equal(json_object_array_length(list), COUNT(files));
        for (size_t k = 0; k < COUNT(files); k++) {
            json_object *file = json_object_array_get_idx(list, k);

            assert_string_equal(json_object_get_string(member(file, "path")), files[k].path);
            assert_int_equal(json_object_array_length(member(file, "results")), results[i][k]);
        }
        assert_string_equal(text_at(member(json, "faults"), 0), "1 file without a test, and --no-empty is given");
        assert_string_equal(text_at(member(json, "warnings"), 0), "stray.json is not planned and not counted");
        assert_string_equal(json_object_get_string(member(json, "verdict")), "FAILED");
        assert_int_equal(json_object_get_int(member(json, "passed")), 1);
        assert_int_equal(json_object_get_int(member(json, "file_count")), COUNT(files));
        assert_int_equal(json_object_get_int(member(json, "lost")), 1);
        json_object_put(json);
        buffer_free(&out);
    }
}

/* Whatever a report leaves out, each reason for which the run fails is in it. */
static void
each_reason_is_in_each_report(void **state)
{
    static const char *const reasons[] = { "b/crash", "f/gone", "missing",
                                           "1 file without a test, and --no-empty is given" };

    (void)state;
    for (size_t i = 0; reports_table[i] != NULL; i++) {
        struct buffer out = { 0 };

        print_message("%s\n", reports_table[i]->name);
        write_report(&out, reports_table[i], REPORT_FAILURES);
        for (size_t k = 0; k < COUNT(reasons); k++)
            assert_non_null(strstr(buffer_text(&out), reasons[k]));
        buffer_free(&out);
    }
}

/* Of nothing at all there is a report too. */
static void
an_empty_run_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; reports_table[i] != NULL; i++) {
        const struct report_request request = { reports_table[i], "report" };
        struct run run = { .id = NULL };
        struct buffer out = { 0 };
        struct reports reports;

        print_message("%s\n", request.report->name);
        reports_begin(&reports, &request, 1, REPORT_FAILURES);
        run_finish(&run, &(struct run_rules){ .no_empty = true });
        assert_int_equal(reports_end(&reports, &run), 0);
        assert_int_equal(io_read_file("report", 1 << 20, &out), 0);
        assert_int_not_equal(out.size, 0);
        assert_int_equal(unlink("report"), 0);
        buffer_free(&out);
        run_free(&run);
    }
}

/* Until the end the old file stays; one that has no place keeps no other from its own. */
static void
many_are_written_at_once(void **state)
{
    const struct report_request requests[] = {
        { &report_text, "one" },
        { &report_json, "no/such/directory/report" },
        { &report_text, "two" },
    };
    static const char *const names[] = { "one", "two" };
    struct run run = { .id = NULL };
    struct reports reports;

    (void)state;
    assert_int_equal(outfile_replace("two", "old", 3), 0);
    reports_begin(&reports, requests, COUNT(requests), REPORT_FAILURES);
    for (int i = 0; i < 5000; i++) {
        struct record record = { .cell.wall_ms = -1, .cell.started_ms = -1 };
        struct gathered file = { "a/path/that/is/not/short", "file.json", NULL, &record };

        (void)summary_add(&record.summary, "t", OUTCOME_FAILED, "a message that is not short");
        run_add(&run, &file);
        reports_file(&reports, &file);
        assert_in_range(reports.list[0].page.out->capacity, 0, 4 * DRAIN_BYTES);
        record_free(&record);
    }
    assert_int_equal(access("one", F_OK), -1);
    run_finish(&run, &(struct run_rules){ .strict = false });
    assert_int_equal(reports_end(&reports, &run), -1);
    for (size_t i = 0; i < COUNT(names); i++) {
        struct buffer out = { 0 };

        assert_int_equal(io_read_file(names[i], 1 << 20, &out), 0);
        assert_non_null(strstr(buffer_text(&out), "0 passed, 5000 failed"));
        assert_int_equal(unlink(names[i]), 0);
        buffer_free(&out);
    }
    run_free(&run);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_is_stable),
        cmocka_unit_test(the_json_tells_all),
        cmocka_unit_test(each_reason_is_in_each_report),
        cmocka_unit_test(an_empty_run_is_told),
        cmocka_unit_test(many_are_written_at_once),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory) != 0;
}
