/* test_text: bytes of any kind become valid UTF-8, and nothing commands a terminal. */
#include "unit.h"

#include <string.h>

#include "base/text.h"

#define BAD "\xef\xbf\xbd"

struct repair_case {
    const char *proves;
    const char *bytes;
    size_t count;
    const char *expected;
};

#define CASE(proves, bytes, expected)              \
    {                                              \
        proves, bytes, sizeof(bytes) - 1, expected \
    }

static const struct repair_case repair_cases[] = {
    CASE("ASCII stays", "plain text", "plain text"),
    CASE("nothing stays nothing", "", ""),
    CASE("two, three and four bytes stay", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
         "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"),
    CASE("a lone continuation", "a\x80z", "a" BAD "z"),
    CASE("an overlong slash is two", "\xc0\xaf", BAD BAD),
    CASE("an overlong of three is three", "\xe0\x80\xaf", BAD BAD BAD),
    CASE("a surrogate is three", "\xed\xa0\x80", BAD BAD BAD),
    CASE("past U+10FFFF is four", "\xf4\x90\x80\x80", BAD BAD BAD BAD),
    CASE("a cut sequence is one", "\xe2\x82", BAD),
    CASE("a cut sequence before a letter is one", "\xf0\x9f\x98x", BAD "x"),
    CASE("bytes that never occur", "\xfe\xff", BAD BAD),
    CASE("the last code point stays", "\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf"),
};

static void
repairs_every_kind(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(repair_cases); i++) {
        const struct repair_case *test = &repair_cases[i];
        struct buffer out = { 0 };

        text_repair(&out, test->bytes, test->count);
        print_message("%s\n", test->proves);
        assert_string_equal(buffer_text(&out), test->expected);
        assert_true(text_is_utf8(out.data, out.size));
        assert_int_equal(text_is_utf8(test->bytes, test->count), strcmp(test->bytes, test->expected) == 0);
        buffer_free(&out);
    }
}

static void
shows_no_control_character(void **state)
{
    struct buffer out = { 0 };
    static const char bytes[] = "a\x1b[31mb\x07\r\nc\xc2\x9b"
                                "d\x7f\xff\0e";

    (void)state;
    text_printable(&out, bytes, sizeof bytes - 1, NULL);
    assert_string_equal(buffer_text(&out), "a?[31mb???c?d?" BAD "?e");
    buffer_clear(&out);
    text_printable(&out, "one\ntwo", 7, "    ");
    assert_string_equal(buffer_text(&out), "one\n    two");
    buffer_free(&out);
}

static void
takes_the_last_lines(void **state)
{
    static const struct {
        const char *text;
        size_t lines;
        const char *expected;
    } cases[] = {
        { "", 5, "" },
        { "one\n", 5, "one" },
        { "one\ntwo\nthree\n", 2, "two\nthree" },
        { "one\n\n\ntwo\n\n", 2, "one\ntwo" },
        { "one\r\n\r\ntwo\r\n", 5, "one\ntwo" },
        { "no newline", 1, "no newline" },
        { "a\nb\nc\n", 0, "" },
        { "\n\n\n", 3, "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = { 0 };

        text_tail(&out, cases[i].text, strlen(cases[i].text), cases[i].lines);
        assert_string_equal(buffer_text(&out), cases[i].expected);
        buffer_free(&out);
    }
}

static void
cuts_no_character(void **state)
{
    (void)state;
    assert_int_equal(text_cut("abc", 2), 2);
    assert_int_equal(text_cut("a\xc3\xa9z", 2), 1);
    assert_int_equal(text_cut("a\xc3\xa9z", 3), 3);
    assert_int_equal(text_cut("\xf0\x9f\x98\x80z", 3), 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_no_character),
        cmocka_unit_test(repairs_every_kind),
        cmocka_unit_test(shows_no_control_character),
        cmocka_unit_test(takes_the_last_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
