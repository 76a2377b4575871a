/* test_quote: a quoted word is one word to the shell, and the same bytes. */
#include "unit.h"

#include <stdio.h>

#include "base/quote.h"

static const char *const words[] = {
    "plain",
    "",
    " ",
    "two words",
    "it's",
    "''",
    "\"",
    "a\nb",
    "\n",
    "\\",
    "$HOME",
    "$$",
    "`id`",
    "*",
    "~",
    "#",
    "a=b",
    "\t",
    "\303\244\377\200",
    "!",
    "-n",
    "a;b&c|d",
    "{}",
    "\r",
};

static void
quotes_only_where_it_must(void **state)
{
    static const char *const cases[][3] = {
        { "plain", "plain", "plain" },          { "", "''", "''" },        { "a b", "'a b'", "'a b'" },
        { "it's", "'it'\\''s'", "'it'\\''s'" }, { "$a", "'$a'", "'$$a'" }, { "a=b", "a=b", "a=b" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = { 0 };

        quote_word(&out, cases[i][0], QUOTE_FOR_SHELL);
        assert_string_equal(buffer_text(&out), cases[i][1]);
        buffer_clear(&out);
        quote_word(&out, cases[i][0], QUOTE_FOR_MAKE);
        assert_string_equal(buffer_text(&out), cases[i][2]);
        buffer_free(&out);
    }
}

static void
quotes_a_command_that_looks_like_an_assignment(void **state)
{
    struct buffer out = { 0 };

    (void)state;
    quote_command(&out, "a=b", QUOTE_FOR_SHELL);
    assert_string_equal(buffer_text(&out), "'a=b'");
    buffer_free(&out);
}

static void
is_the_same_bytes_to_the_shell(void **state)
{
    struct buffer command = { 0 };
    struct buffer expected = { 0 };
    char printed[1024];
    size_t count;
    FILE *stream;

    (void)state;
    buffer_add(&command, "printf '%s|'");
    for (size_t i = 0; i < COUNT(words); i++) {
        buffer_add(&command, " ");
        quote_word(&command, words[i], QUOTE_FOR_SHELL);
        buffer_printf(&expected, "%s|", words[i]);
    }
    stream = popen(buffer_text(&command), "r");
    assert_non_null(stream);
    count = fread(printed, 1, sizeof printed, stream);
    assert_int_equal(pclose(stream), 0);
    assert_int_equal(count, expected.size);
    assert_memory_equal(printed, expected.data, count);
    buffer_free(&command);
    buffer_free(&expected);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_only_where_it_must),
        cmocka_unit_test(quotes_a_command_that_looks_like_an_assignment),
        cmocka_unit_test(is_the_same_bytes_to_the_shell),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
