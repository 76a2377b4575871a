/* test_pull: the pull parser takes what RFC 8259 takes and nothing else, decodes strings, and says what is wrong and
 * where.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "record/pull.h"

/* Reads over the bytes. NULL, or what is wrong, which the caller frees. */
static char *
skip_whole(const char *bytes, size_t size)
{
    struct pull pull;

    pull_begin(&pull, bytes, size);
    pull_skip(&pull);
    (void)pull_finish(&pull);
    return pull.why;
}

static void
takes_json(void **state)
{
    static const char *const cases[] = {
        "null",
        " true ",
        "false",
        "0",
        "-0",
        "-12.50e+3",
        "1E5",
        "\"\"",
        "[]",
        "{}",
        "\t[1,\r\n2 , [ ] ,{ } ]\n",
        "{\"\":1,\"a\":{\"b\":[null]}}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"",
        "\"\x7f\xc3\xa9\"",
        "\"\xff\xc3\"",
        "{\"a\":1,\"a\":2}",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *why = skip_whole(cases[i], strlen(cases[i]));

        if (why != NULL)
            fail_msg("%s: %s", cases[i], why);
    }
}

static void
refuses_what_is_no_json(void **state)
{
    static const struct {
        const char *text;
        const char *why;
    } cases[] = {
        { "", "it ends too early at byte 0" },
        { "  ", "it ends too early at byte 2" },
        { "{", "it ends too early at byte 1" },
        { "[1,", "it ends too early at byte 3" },
        { "[1,]", "no value at byte 3" },
        { "[,1]", "no value at byte 1" },
        { "[1 2]", "no ',' and no ']' at byte 3" },
        { "[1}", "no ',' and no ']' at byte 2" },
        { "{\"a\":1,}", "no member's name at byte 7" },
        { "{\"a\" 1}", "no ':' at byte 5" },
        { "{\"a\":}", "no value at byte 5" },
        { "{a:1}", "no member's name at byte 1" },
        { "{'a':1}", "no member's name at byte 1" },
        { "['a']", "no value at byte 1" },
        { "{} {}", "more after its end at byte 3" },
        { "nul", "it ends too early at byte 3" },
        { "nulx", "no value at byte 0" },
        { "truex", "more after its end at byte 4" },
        { "True", "no value at byte 0" },
        { "NaN", "no value at byte 0" },
        { "-Infinity", "no digit at byte 1" },
        { "+1", "no value at byte 0" },
        { ".5", "no value at byte 0" },
        { "01", "more after its end at byte 1" },
        { "-01", "more after its end at byte 2" },
        { "1.", "it ends too early at byte 2" },
        { "[1.]", "no digit at byte 3" },
        { "[1e]", "no digit at byte 3" },
        { "0x10", "more after its end at byte 1" },
        { "[1] // no", "more after its end at byte 4" },
        { "/* no */ 1", "no value at byte 0" },
        { "\xef\xbb\xbf{}", "no value at byte 0" },
        { "\xff", "no value at byte 0" },
        { "[1,\xa0 2]", "no value at byte 3" },
        { "\"open", "it ends too early at byte 5" },
        { "\"a\nb\"", "a control character in a string at byte 2" },
        { "\"\x1f\"", "a control character in a string at byte 1" },
        { "\"\\x\"", "a bad escape at byte 1" },
        { "\"\\u12\"", "a bad escape at byte 1" },
        { "\"\\u12g4\"", "a bad escape at byte 1" },
        { "{\"a\\u0000\":1}", "a NUL in a member's name at byte 1" },
        { "{\"a\":{\"\\u0000\":1}}", "a NUL in a member's name at byte 6" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *why = skip_whole(cases[i].text, strlen(cases[i].text));

        print_message("%s\n", cases[i].text);
        assert_non_null(why);
        assert_string_equal(why, cases[i].why);
        free(why);
    }
}

static void
a_nul_byte_is_no_end(void **state)
{
    char *why = skip_whole("[]\0[]", 5);

    (void)state;
    assert_string_equal(why, "more after its end at byte 2");
    free(why);
    why = skip_whole("\"a\0b\"", 5);
    assert_string_equal(why, "a control character in a string at byte 2");
    free(why);
}

static void
no_prefix_is_json(void **state)
{
    static const char text[] = "[{\"name\":\"\\ud83d\\ude00\xc3\xa9\",\"n\":-1.5e-3,\"b\":[true,false,null]}]";

    (void)state;
    for (size_t size = 0; size < sizeof text - 1; size++) {
        char *copy = malloc(size + 1); /* of just this size: a sanitizer sees what is read behind it */
        char *why;

        assert_non_null(copy);
        memcpy(copy, text, size);
        why = skip_whole(copy, size);
        assert_non_null(why);
        free(why);
        free(copy);
    }
}

static void
decodes_strings(void **state)
{
    static const struct {
        const char *text;
        const char *decoded;
    } cases[] = {
        { "\"\"", "" },
        { "\"plain\"", "plain" },
        { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
        { "\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00\"", "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80" },
        { "\"a\\u0000b\"", "a\xef\xbf\xbd"
                           "b" },
        { "\"\\ud83d\"", "\xef\xbf\xbd" },
        { "\"\\ude00\\ud83d\"", "\xef\xbf\xbd\xef\xbf\xbd" },
        { "\"\\ud83d\\u0041\"", "\xef\xbf\xbd"
                                "A" },
        { "\"\\ud83d\\n\"", "\xef\xbf\xbd\n" },
        { "\"\xc3\xa9\xff\xf0\x9f\x98x\xc3\"", "\xc3\xa9\xef\xbf\xbd\xef\xbf\xbdx\xef\xbf\xbd" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pull pull;
        struct pull_text text;
        char *decoded;

        pull_begin(&pull, cases[i].text, strlen(cases[i].text));
        pull_string(&pull, &text);
        assert_int_equal(pull_finish(&pull), 0);
        decoded = pull_text_take(&text);
        assert_string_equal(decoded, cases[i].decoded);
        assert_int_equal(text.size, strlen(cases[i].decoded));
        assert_true(pull_text_is(&text, cases[i].decoded));
        assert_false(pull_text_is(&text, "other"));
        free(decoded);
    }
}

static void
holds_numbers_within_64_bits(void **state)
{
    static const struct {
        const char *text;
        int64_t value;
    } cases[] = {
        { "0", 0 },
        { "-0.9", 0 },
        { "12", 12 },
        { "-12", -12 },
        { "1.25e1", 12 },
        { "1200E-2", 12 },
        { "0.0012e4", 12 },
        { "9223372036854775807", INT64_MAX },
        { "9223372036854775808", INT64_MAX },
        { "-9223372036854775808", -INT64_MAX },
        { "922337203685477580700000e-5", INT64_MAX },
        { "1e999999999999999999999999", INT64_MAX },
        { "-1e999999999999999999999999", -INT64_MAX },
        { "0e999999999999999999999999", 0 },
        { "1e-999999999999999999999999", 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pull pull;

        pull_begin(&pull, cases[i].text, strlen(cases[i].text));
        assert_int_equal(pull_number(&pull), cases[i].value);
        assert_int_equal(pull_finish(&pull), 0);
    }
}

static void
depth_has_a_bound(void **state)
{
    (void)state;
    for (int depth = PULL_MAX_DEPTH; depth <= PULL_MAX_DEPTH + 1; depth++) {
        struct buffer text = { 0 };
        char *why;

        for (int i = 0; i < depth; i++)
            buffer_add(&text, i % 2 > 0 ? "{\"a\":" : "[");
        buffer_add(&text, "1");
        for (int i = depth; i > 0; i--)
            buffer_add(&text, i % 2 > 0 ? "]" : "}");
        why = skip_whole(text.data, text.size);
        if (depth == PULL_MAX_DEPTH)
            assert_null(why);
        else
            assert_non_null(strstr(why, "nested too deep at byte "));
        free(why);
        buffer_free(&text);
    }
}

static void
the_first_error_ends_it(void **state)
{
    static const char bytes[] = "{\"a\":[1,2],\"b\":3}";
    struct pull pull;
    struct pull_text name;

    (void)state;
    pull_begin(&pull, bytes, sizeof bytes - 1);
    assert_true(pull_enter(&pull));
    assert_true(pull_member(&pull, &name));
    assert_false(pull_expect(&pull, PULL_STRING, "a"));
    assert_true(pull.refused);
    assert_int_equal(pull_peek(&pull), PULL_NOTHING);
    assert_false(pull_enter(&pull));
    assert_false(pull_item(&pull));
    assert_false(pull_member(&pull, &name));
    pull_refuse(&pull, 0, "later");
    pull_skip(&pull);
    assert_int_equal(pull_finish(&pull), -1);
    assert_string_equal(pull.why, "a is no string at byte 5");
    pull_free(&pull);
}

static void
repairs_have_a_bound(void **state)
{
    size_t size = PULL_MAX_REPAIRS + 2;
    char *bytes = malloc(size + 1);
    struct pull pull;
    struct pull_text text;

    (void)state;
    assert_non_null(bytes);
    memset(bytes, 0xff, size);
    bytes[0] = bytes[size - 1] = '"';
    pull_begin(&pull, bytes, size);
    pull_string(&pull, &text);
    assert_int_equal(pull_finish(&pull), 0);
    assert_int_equal(text.size, 3 * PULL_MAX_REPAIRS);
    bytes[size - 1] = (char)0xff;
    bytes[size] = '"';
    pull_begin(&pull, bytes, size + 1);
    pull_string(&pull, &text);
    assert_string_equal(pull.why, "more than 1048576 bytes that are no UTF-8 at byte 0");
    pull_free(&pull);
    free(bytes);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_json),           cmocka_unit_test(refuses_what_is_no_json),
        cmocka_unit_test(a_nul_byte_is_no_end), cmocka_unit_test(no_prefix_is_json),
        cmocka_unit_test(decodes_strings),      cmocka_unit_test(holds_numbers_within_64_bits),
        cmocka_unit_test(depth_has_a_bound),    cmocka_unit_test(the_first_error_ends_it),
        cmocka_unit_test(repairs_have_a_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
