/* test_makefile: every word stands in the makefile as itself to make and to the shell. */
#include "unit.h"

#include "plan/makefile.h"

static void
quotes_only_what_must_be(void **state)
{
    static const struct {
        const char *word;
        const char *quoted;
    } cases[] = {
        { "plain/word-1.ll", "plain/word-1.ll" },
        { "--limit=as=2G", "--limit=as=2G" },
        { "", "''" },
        { "two words", "'two words'" },
        { "$HOME", "'$$HOME'" },
        { "it's", "'it'\\''s'" },
        { "a#b", "'a#b'" },
        { "~root", "'~root'" },
        { "back\\slash", "'back\\slash'" },
        { "\xff", "'\xff'" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = { 0 };

        makefile_quote(&out, cases[i].word);
        assert_string_equal(buffer_text(&out), cases[i].quoted);
        buffer_free(&out);
    }
}

static void
a_cell_is_one_target_and_one_command(void **state)
{
    static const char *const options[] = { "--timeout=2", NULL };
    static const char *const worker[] = { "ori", "test", NULL };
    const struct makefile_request request = { "/bin/ori-cell", "run-1", "results", options, "x y", worker };
    const struct makefile_cell cell = { "-a.ll", "-a.ll.json" };
    struct buffer out = { 0 };

    (void)state;
    makefile_add(&out, &request, &cell);
    assert_string_equal(buffer_text(&out),
                        "cell/-a.ll.json:\n"
                        "\t@/bin/ori-cell --timeout=2 --run=run-1 --path=-a.ll -o results/-a.ll.json --"
                        " ori test '--filter=x y' ./-a.ll\n");
    buffer_free(&out);
}

static void
braces_are_where_the_path_goes(void **state)
{
    static const char *const none[] = { NULL };
    static const char *const worker[] = { "w", "{}:{}", "end", NULL };
    const struct makefile_request request = { "a=b/ori-cell", "r", "d", none, NULL, worker };
    const struct makefile_cell cell = { "p", "p.json" };
    struct buffer out = { 0 };

    (void)state;
    makefile_add(&out, &request, &cell);
    assert_string_equal(buffer_text(&out), "cell/p.json:\n"
                                           "\t@'a=b/ori-cell' --run=r --path=p -o d/p.json -- w p:p end\n");
    buffer_free(&out);
}

/* Or make needs a time that grows with the square of their number to read them. */
static void
the_goal_lists_all_cells_at_once(void **state)
{
    struct plan plan = { 0 };
    struct buffer out = { 0 };

    (void)state;
    plan_add(&plan, "a.json", "a");
    plan_add(&plan, "b~c.json", "b/c");
    makefile_end(&out, &plan);
    assert_string_equal(buffer_text(&out), "\n"
                                           "override cells := \\\n"
                                           "  cell/a.json \\\n"
                                           "  cell/b~c.json\n"
                                           "all: $(cells)\n"
                                           ".PHONY: all $(cells)\n");
    buffer_free(&out);
    plan_free(&plan);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_only_what_must_be),
        cmocka_unit_test(a_cell_is_one_target_and_one_command),
        cmocka_unit_test(braces_are_where_the_path_goes),
        cmocka_unit_test(the_goal_lists_all_cells_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
