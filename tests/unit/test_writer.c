/* test_writer: what is written is JSON, with each comma and escape in its place, as json-c reads it too. */
#include "unit.h"

#include <json.h>
#include <stdbool.h>
#include <string.h>

#include "record/writer.h"

static void
assert_written(struct buffer *out, const char *expected)
{
    json_object *value = json_tokener_parse(buffer_text(out));

    assert_string_equal(buffer_text(out), expected);
    assert_non_null(value);
    json_object_put(value);
    buffer_free(out);
}

static void
does_the_commas(void **state)
{
    struct buffer out = { 0 };
    struct writer writer;

    (void)state;
    writer_init(&writer, &out, NULL);
    writer_object(&writer, NULL, false);
    writer_number(&writer, "a", -1);
    writer_array(&writer, "b", false);
    writer_end_array(&writer);
    writer_array(&writer, "c", false);
    writer_count(&writer, NULL, UINT64_MAX);
    writer_boolean(&writer, NULL, true);
    writer_object(&writer, NULL, false);
    writer_end_object(&writer);
    writer_null(&writer, NULL);
    writer_end_array(&writer);
    writer_boolean(&writer, "d", false);
    writer_end_object(&writer);
    assert_written(&out, "{\"a\": -1, \"b\": [], \"c\": [18446744073709551615, true, {}, null], \"d\": false}");
}

static void
begins_lines_where_it_is_told(void **state)
{
    struct buffer out = { 0 };
    struct writer writer;

    (void)state;
    writer_init(&writer, &out, NULL);
    writer_object(&writer, NULL, false);
    writer_number(&writer, "a", 1);
    writer_array(&writer, "b", true);
    writer_number(&writer, NULL, 1);
    writer_array(&writer, NULL, false);
    writer_number(&writer, NULL, 2);
    writer_number(&writer, NULL, 3);
    writer_end_array(&writer);
    writer_number(&writer, NULL, 4);
    writer_end_array(&writer);
    writer_break(&writer);
    writer_number(&writer, "c", 5);
    writer_number(&writer, "d", 6);
    writer_end_object(&writer);
    assert_written(&out, "{\"a\": 1, \"b\": [\n  1,\n  [2, 3],\n  4],\n \"c\": 5, \"d\": 6}");
}

static void
escapes_what_must_not_stand_there(void **state)
{
    static const char bytes[] = "a\0\xff\x1f";
    struct buffer out = { 0 };
    struct writer writer;

    (void)state;
    writer_init(&writer, &out, NULL);
    writer_array(&writer, NULL, false);
    writer_string(&writer, NULL, "\"\\\b\f\n\r\t\x01\x7f/\xc3\xa9");
    writer_string(&writer, NULL, NULL);
    writer_string(&writer, NULL, "");
    writer_bytes(&writer, NULL, bytes, sizeof bytes - 1);
    writer_end_array(&writer);
    assert_written(&out,
                   "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\x7f/\xc3\xa9\", null, \"\", \"a\\u0000\xef\xbf\xbd\\u001f\"]");
}

static void
forget(void *context, struct buffer *full)
{
    size_t *most = context;

    if (full->size > *most)
        *most = full->size;
    buffer_clear(full);
}

static void
is_drained_as_it_grows(void **state)
{
    static const char text[1000] = "";
    size_t most = 0;
    const struct drain drain = { forget, &most };
    struct buffer out = { 0 };
    struct writer writer;

    (void)state;
    writer_init(&writer, &out, &drain);
    writer_array(&writer, NULL, true);
    for (int i = 0; i < 1000; i++)
        writer_bytes(&writer, NULL, text, sizeof text);
    writer_end_array(&writer);
    assert_in_range(most, DRAIN_BYTES, 2 * DRAIN_BYTES);
    assert_true(out.size < DRAIN_BYTES + 8000);
    buffer_free(&out);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_the_commas),
        cmocka_unit_test(begins_lines_where_it_is_told),
        cmocka_unit_test(escapes_what_must_not_stand_there),
        cmocka_unit_test(is_drained_as_it_grows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
