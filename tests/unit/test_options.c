/* test_options: what a table of options makes of a command line. What it prints is looked at by tests/cli/options.sh.
 */
#include "unit.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/options.h"

struct values {
    bool flag;
    const char *text;
    const char **list;
    int64_t ms;
    size_t number;
    int word;
};

static const char *const words[] = { "red", "green", NULL };
static const struct option_range range = { 1, 255, "a status" };

#define PLACE(member) offsetof(struct values, member)

static const struct option_row rows[] = {
    { 'f', "flag", NULL, "a flag", option_set, PLACE(flag), NULL },
    { 't', "text", "TEXT", "a text", option_text, PLACE(text), NULL },
    { 0, "name", "[=NAME]", "a name", option_name, PLACE(text), NULL },
    { 0, "item", "ITEM", "an item", option_append, PLACE(list), NULL },
    { 0, "time", "DURATION", "a time", option_duration, PLACE(ms), NULL },
    { 0, "number", "N", "a number", option_number, PLACE(number), &range },
    { 0, "word", "WORD", "a word", option_word, PLACE(word), words },
    { .name = NULL },
};

static struct option_table table = { .usage = "test", .about = "", .closing = "", .rows = rows, .column = 20 };

/* What is said on stderr is not looked at here. */
static int
read_words(struct values *values, int *first, char **argv)
{
    int kept = dup(STDERR_FILENO);
    int null = open("/dev/null", O_WRONLY);
    int argc = 0;
    int status;

    while (argv[argc] != NULL)
        argc++;
    *values = (struct values){ .text = "old" };
    optind = 0; /* begins anew */
    (void)dup2(null, STDERR_FILENO);
    status = options_read(&table, values, argc, argv, first);
    (void)dup2(kept, STDERR_FILENO);
    (void)close(kept);
    (void)close(null);
    return status;
}

static void
takes_each_kind(void **state)
{
    char *argv[] = { "test",   "-f",  "--text=a",     "one",    "--item", "x",           "--item=y",
                     "--ti=2", "two", "--number=255", "--word", "green",  "--text=last", NULL };
    struct values values;
    int first;

    (void)state;
    assert_int_equal(read_words(&values, &first, argv), -1);
    assert_true(values.flag);
    assert_string_equal(values.text, "last");
    assert_string_equal(values.list[0], "x");
    assert_string_equal(values.list[1], "y");
    assert_null(values.list[2]);
    assert_int_equal(values.ms, 2000);
    assert_int_equal(values.number, 255);
    assert_int_equal(values.word, 1);
    assert_string_equal(argv[first], "one");
    assert_string_equal(argv[first + 1], "two");
    free(values.list);
}

static void
an_argument_may_be_left_out(void **state)
{
    char *argv[] = { "test", "--name", "other", NULL };
    struct values values;
    int first;

    (void)state;
    assert_int_equal(read_words(&values, &first, argv), -1);
    assert_null(values.text);
    assert_string_equal(argv[first], "other");
}

static void
ends_at_the_first_word_in_order(void **state)
{
    char *argv[] = { "test", "-f", "word", "--text=a", NULL };
    struct values values;
    int first;

    (void)state;
    table.in_order = true;
    assert_int_equal(read_words(&values, &first, argv), -1);
    table.in_order = false;
    assert_int_equal(first, 2);
    assert_string_equal(values.text, "old");
}

static void
refuses_what_is_none(void **state)
{
    static char *const bad[] = { "--none",       "-x",          "--text",    "--flag=1",    "--number=0",
                                 "--number=256", "--number=1K", "--number=", "--word=blue", "--word=gree",
                                 "--time=x",     "--item=",     "--name=" };
    struct values values;
    int first;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char *argv[] = { "test", bad[i], NULL };

        assert_int_equal(read_words(&values, &first, argv), EXIT_USAGE);
        assert_string_equal(values.text, "old");
        assert_null(values.list);
    }
}

static void
finds_words_whole(void **state)
{
    (void)state;
    assert_int_equal(option_find_word("red,green", 3, words), 0);
    assert_int_equal(option_find_word("green", 5, words), 1);
    assert_int_equal(option_find_word("gree", 4, words), -1);
    assert_int_equal(option_find_word("", 0, words), -1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_each_kind),
        cmocka_unit_test(an_argument_may_be_left_out),
        cmocka_unit_test(ends_at_the_first_word_in_order),
        cmocka_unit_test(refuses_what_is_none),
        cmocka_unit_test(finds_words_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
