/* test_plan: a plan reads as it was written, and one that is not whole is no plan. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/outfile.h"
#include "record/plan.h"

static char file[] = "/tmp/test_plan.XXXXXX";

static int
make_file(void **state)
{
    int fd = mkstemp(file);

    (void)state;
    return fd < 0 ? -1 : close(fd);
}

static int
remove_file(void **state)
{
    (void)state;
    return unlink(file);
}

static void
reads_as_it_was_written(void **state)
{
    struct plan plan = { 0 };
    struct plan again = { 0 };
    struct buffer text = { 0 };
    char *why = NULL;

    (void)state;
    plan.run = strdup("run-1");
    plan_add(&plan, "a.json", "a");
    plan_add(&plan, "b.json", "b \"quoted\" \\ \xc3\xa9");
    plan_write(&text, &plan);
    assert_int_equal(outfile_replace(file, text.data, text.size), 0);
    assert_int_equal(plan_read(&again, file, &why), 0);
    assert_string_equal(again.run, "run-1");
    assert_int_equal(again.count, 2);
    assert_string_equal(again.cells[1].record, "b.json");
    assert_string_equal(again.cells[1].path, "b \"quoted\" \\ \xc3\xa9");
    /* Cut anywhere it is no plan. */
    for (size_t size = 0; size < text.size; size++) {
        struct plan torn = { 0 };

        assert_int_equal(outfile_replace(file, text.data, size), 0);
        assert_int_equal(plan_read(&torn, file, &why), -1);
        assert_non_null(why);
        assert_int_equal(torn.count, 0);
        free(why);
    }
    buffer_free(&text);
    plan_free(&plan);
    plan_free(&again);
}

static void
refuses_what_is_no_plan(void **state)
{
    static const struct {
        const char *text;
        const char *why;
    } cases[] = {
        { "", "empty" },
        { "{\"schema\":\"ori-plan/2\",\"run\":\"r\",\"cells\":0}\n", "schema" },
        { "{\"schema\":\"ori-plan/1\",\"cells\":0}\n", "no run" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\"}\n", "number of cells" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n", "0 cells where line 1 promises 1" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":0}\n{\"record\":\"a\",\"path\":\"a\"}\n", "1 cells" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n{\"record\":\"../a\",\"path\":\"a\"}\n", "line 2" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n{\"record\":\"a\"}\n", "no path" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\nrubbish\n", "line 2" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n\n", "line 2" },
        { "[]\n", "line 1" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n"
          "{\"record\":\"a\",\"path\":\"a\",\"path\":\"b\"}\n",
          "line 2" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n{\"record\":7,\"path\":\"a\"}\n", "no record" },
        { "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n{\"record\":\"a\",\"path\":\"a\"} {}\n", "line 2" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan plan = { 0 };
        char *why = NULL;

        assert_int_equal(outfile_replace(file, cases[i].text, strlen(cases[i].text)), 0);
        assert_int_equal(plan_read(&plan, file, &why), -1);
        assert_non_null(strstr(why, cases[i].why));
        free(why);
    }
}

/* Lines end wherever the pieces do in which it is read. */
static void
reads_a_long_plan(void **state)
{
    enum { CELLS = 5000 };
    struct plan plan = { 0 };
    struct plan again = { 0 };
    struct buffer text = { 0 };
    char *why = NULL;

    (void)state;
    plan.run = strdup("run-1");
    for (int i = 0; i < CELLS; i++) {
        char path[64];

        (void)snprintf(path, sizeof path, "%0*d", 1 + i % 50, i);
        plan_add(&plan, "r.json", path);
    }
    plan_write(&text, &plan);
    assert_int_equal(outfile_replace(file, text.data, text.size), 0);
    assert_int_equal(plan_read(&again, file, &why), 0);
    assert_int_equal(again.count, CELLS);
    for (size_t i = 0; i < CELLS; i++)
        assert_string_equal(again.cells[i].path, plan.cells[i].path);
    buffer_free(&text);
    plan_free(&plan);
    plan_free(&again);
}

/* Members that are not known are for a later version. */
static void
leaves_out_what_it_does_not_know(void **state)
{
    static const char text[] = "{\"new\":[{}],\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":1}\n"
                               "{\"path\":\"a\",\"new\":{\"x\":[1]},\"record\":\"a.json\"}\n";
    struct plan plan = { 0 };
    char *why = NULL;

    (void)state;
    assert_int_equal(outfile_replace(file, text, strlen(text)), 0);
    assert_int_equal(plan_read(&plan, file, &why), 0);
    assert_string_equal(plan.cells[0].record, "a.json");
    plan_free(&plan);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_as_it_was_written),
        cmocka_unit_test(refuses_what_is_no_plan),
        cmocka_unit_test(reads_a_long_plan),
        cmocka_unit_test(leaves_out_what_it_does_not_know),
    };

    return cmocka_run_group_tests(tests, make_file, remove_file) != 0;
}
