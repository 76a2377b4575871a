/* test_capture: the first and the last bytes of a stream are kept, however it comes, and no more than those. */
#include "unit.h"

#include <string.h>

#include "base/capture.h"

static const char stream[] = "abcdefghijklmnopqrstuvwxyz";
enum { LENGTH = sizeof stream - 1 };

/* HEAD and RING: the limits. PIECE: how much comes at once. */
static void
feed(struct capture *capture, size_t head, size_t ring, size_t piece)
{
    capture_init(capture, head, ring);
    for (size_t done = 0; done < LENGTH; done += piece)
        capture_add(capture, stream + done, LENGTH - done < piece ? LENGTH - done : piece);
}

/* What is kept of the first LENGTH bytes of the stream, by the definition. */
static void
assert_kept(const struct capture *capture, size_t head, size_t ring, size_t length)
{
    struct buffer tail = { 0 };
    struct buffer last = { 0 };
    size_t first = head < length ? head : length;
    size_t rest = length - first;
    size_t kept = ring < rest ? ring : rest;

    assert_int_equal(capture->bytes, length);
    assert_int_equal(capture->head.size, first);
    if (first > 0)
        assert_memory_equal(capture->head.data, stream, first);
    assert_int_equal(capture->ring_kept, kept);
    capture_last(capture, kept, &tail);
    assert_int_equal(tail.size, kept);
    if (kept > 0)
        assert_memory_equal(tail.data, stream + length - kept, kept);
    capture_last(capture, 5, &last);
    kept = rest > kept ? kept : length;
    kept = kept < 5 ? kept : 5;
    assert_int_equal(last.size, kept);
    if (kept > 0)
        assert_memory_equal(last.data, stream + length - kept, kept);
    buffer_free(&tail);
    buffer_free(&last);
}

static void
keeps_head_and_tail(void **state)
{
    (void)state;
    for (size_t head = 0; head <= LENGTH + 2; head++) {
        for (size_t ring = 1; ring <= LENGTH + 2; ring++) {
            for (size_t piece = 1; piece <= LENGTH; piece++) {
                struct capture capture;

                feed(&capture, head, ring, piece);
                assert_kept(&capture, head, ring, LENGTH);
                capture_free(&capture);
            }
        }
    }
}

static void
takes_the_last_bytes_back(void **state)
{
    (void)state;
    for (size_t head = 0; head <= LENGTH; head++) {
        for (size_t taken = 0; taken <= LENGTH; taken++) {
            struct capture capture;

            /* The ring holds all, so that nothing is lost and all can be compared. */
            feed(&capture, head, LENGTH, 3);
            capture_trim(&capture, taken);
            assert_kept(&capture, head, LENGTH, LENGTH - taken);
            capture_add(&capture, stream + LENGTH - taken, taken);
            assert_kept(&capture, head, LENGTH, LENGTH);
            capture_trim(&capture, LENGTH + 1);
            assert_int_equal(capture.bytes, 0);
            capture_free(&capture);
        }
    }
}

static void
what_is_taken_back_from_a_full_ring_is_missing_at_its_begin(void **state)
{
    struct capture capture;
    struct buffer tail = { 0 };

    (void)state;
    feed(&capture, 2, 10, 7);
    capture_trim(&capture, 4);
    assert_int_equal(capture.bytes, LENGTH - 4);
    capture_last(&capture, LENGTH, &tail);
    assert_int_equal(tail.size, 6);
    assert_memory_equal(tail.data, "qrstuv", 6);
    buffer_free(&tail);
    capture_free(&capture);
}

static void
keeps_nothing_of_nothing(void **state)
{
    struct capture capture;
    struct buffer last = { 0 };

    (void)state;
    capture_init(&capture, 0, 100);
    capture_add(&capture, "", 0);
    capture_last(&capture, 10, &last);
    assert_int_equal(last.size, 0);
    assert_null(capture.ring);
    capture_free(&capture);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_head_and_tail),
        cmocka_unit_test(takes_the_last_bytes_back),
        cmocka_unit_test(what_is_taken_back_from_a_full_ring_is_missing_at_its_begin),
        cmocka_unit_test(keeps_nothing_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
