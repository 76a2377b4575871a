/* test_frame: the worker's report is found in any stream, however it is cut into pieces. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "protocol/frame.h"
#include "stream.h"

#define B FRAME_BEGIN
#define E FRAME_END

struct frame_case {
    const char *proves;
    const char *stream;
    size_t count;
    const char *content; /* NULL: there is no frame */
};

#define CASE(proves, stream, content)               \
    {                                               \
        proves, stream, sizeof(stream) - 1, content \
    }

static const struct frame_case cases[] = {
    CASE("found", B "\n[1]\n" E "\n", "[1]"),
    CASE("white space around the content is trimmed", B "\n\n \t[1]\r\n \n" E "\n", "[1]"),
    CASE("polluted before and after", "hello\nworld\n" B "\n[1]\n" E "\nbye\n", "[1]"),
    CASE("begin missing", "[1]\n" E "\n", NULL),
    CASE("end missing", B "\n[1]\n", NULL),
    CASE("nothing at all", "", NULL),
    CASE("empty", B "\n" E "\n", ""),
    CASE("empty but for white space", B "\n  \n" E "\n", ""),
    CASE("of several the last counts", B "\n[1]\n" E "\n" B "\n[2]\n" E "\n", "[2]"),
    CASE("a half frame after a whole one does not count", B "\n[1]\n" E "\n" B "\n[2]\n", "[1]"),
    CASE("a begin inside an open frame starts anew", B "\n[1]\n" B "\n[2]\n" E "\n", "[2]"),
    CASE("a second end is none", B "\n[1]\n" E "\n" E "\n", "[1]"),
    CASE("glued to text", "no newline" B "\n[1]\n" E "\n", "[1]"),
    CASE("glued to text in an open frame", B "\nforged\nx" B "\n[1]\n" E "\n", "[1]"),
    CASE("CRLF", B "\r\n[1]\r\n" E "\r\n", "[1]"),
    CASE("glued, CRLF", "x" B "\r\n[1]\r\n" E "\r\n", "[1]"),
    CASE("text after the begin sentinel", B " x\n[1]\n" E "\n", NULL),
    CASE("text before the end sentinel", B "\n[1]\nx" E "\n", NULL),
    CASE("text after the end sentinel", B "\n[1]\n" E "x\n", NULL),
    CASE("a blank before the end sentinel", B "\n[1]\n " E "\n", NULL),
    CASE("an end sentinel inside a line of content", B "\n[\"" E "\"]\n" E "\n", "[\"" E "\"]"),
    CASE("an end sentinel without newline at the end", B "\n[1]\n" E, "[1]"),
    CASE("a begin sentinel without newline at the end", B, NULL),
    CASE("two CRs are one too many", B "\n[1]\n" E "\r\r\n", NULL),
    CASE("NULs and no UTF-8 around", "\0\xff\xfe\n\0" B "\n[1]\n" E "\n\0\0\x80", "[1]"),
    CASE("no UTF-8 inside", B "\n[\"\xff\"]\n" E "\n", "[\"\xff\"]"),
    CASE("a begin sentinel cut by a newline", "---ORI_JSON_\nBEGIN---\n[1]\n" E "\n", NULL),
};

static void
assert_content(struct frame *frame, const char *expected)
{
    struct buffer content = { 0 };

    assert_int_equal(frame_content(frame, &content), 0);
    assert_string_equal(buffer_text(&content), expected);
    buffer_free(&content);
}

static void
check(const struct frame_case *test, size_t piece)
{
    struct frame frame = { .limit = 1000 };
    struct buffer text = { 0 };

    stream_feed(&protocol_frame, &frame, test->stream, test->count, piece, &text);
    frame_finish(&frame, &text);
    buffer_free(&text);
    assert_int_equal(frame.is_complete, test->content != NULL);
    if (test->content != NULL)
        assert_content(&frame, test->content);
    frame_free(&frame);
}

/* Every case as a whole and cut into pieces of every size, so that each sentinel is cut at each of its bytes. */
static void
finds_frames_in_pieces_of_any_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].proves);
        check(&cases[i], cases[i].count + 1);
        for (size_t piece = 1; piece <= 45; piece++)
            check(&cases[i], piece);
    }
}

static void
feed_text(struct frame *frame, const char *stream)
{
    struct buffer text = { 0 };

    stream_feed(&protocol_frame, frame, stream, strlen(stream), strlen(stream), &text);
    buffer_free(&text);
}

static void
end(struct frame *frame)
{
    struct buffer text = { 0 };

    frame_finish(frame, &text);
    buffer_free(&text);
}

static void
a_frame_past_its_limit_is_too_large(void **state)
{
    struct frame frame = { .limit = 100 };

    (void)state;
    feed_text(&frame, B "\n");
    for (int i = 0; i < 1000; i++)
        feed_text(&frame, "0123456789\n");
    assert_true(frame.open.memory.capacity <= 1024);
    feed_text(&frame, E "\n");
    end(&frame);
    assert_true(frame.is_complete);
    assert_true(frame.too_large);
    frame_free(&frame);
}

static void
a_whole_frame_after_one_that_is_too_large_counts(void **state)
{
    struct frame frame = { .limit = 10 };

    (void)state;
    feed_text(&frame, B "\n");
    for (int i = 0; i < 100; i++)
        feed_text(&frame, "0123456789\n");
    feed_text(&frame, E "\n" B "\n[1]\n" E "\n");
    end(&frame);
    assert_true(frame.is_complete);
    assert_false(frame.too_large);
    assert_content(&frame, "[1]");
    frame_free(&frame);
}

static void
a_frame_at_its_limit_is_kept(void **state)
{
    struct frame frame = { .limit = 10 };

    (void)state;
    feed_text(&frame, B "\n0123456789\r\n" E "\r\n");
    end(&frame);
    assert_true(frame.is_complete);
    assert_false(frame.too_large);
    assert_content(&frame, "0123456789");
    frame_free(&frame);
}

/* A line of any length needs no memory outside a frame. */
static void
a_long_line_costs_nothing(void **state)
{
    static const char piece[4096] = "x";
    struct frame frame = { .limit = 1000 };
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < 1000; i++) {
        frame_feed(&frame, piece, sizeof piece, &text);
        buffer_clear(&text);
    }
    buffer_free(&text);
    feed_text(&frame, B "\n[1]\n" E "\n");
    end(&frame);
    assert_true(frame.is_complete);
    assert_true(frame.open.memory.capacity + frame.complete.memory.capacity < 2048);
    frame_free(&frame);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_frames_in_pieces_of_any_size),
        cmocka_unit_test(a_frame_past_its_limit_is_too_large),
        cmocka_unit_test(a_whole_frame_after_one_that_is_too_large_counts),
        cmocka_unit_test(a_frame_at_its_limit_is_kept),
        cmocka_unit_test(a_long_line_costs_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
