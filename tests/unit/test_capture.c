/* test_capture: the last bytes of a stream are kept, however it comes, and no more than those. */
#include "unit.h"

#include <string.h>

#include "cell/capture.h"

static void
keeps_the_last_bytes(void **state)
{
    static const char stream[] = "abcdefghijklmnopqrstuvwxyz";
    enum { LENGTH = sizeof stream - 1 };

    (void)state;
    for (size_t limit = 1; limit <= LENGTH + 2; limit++) {
        for (size_t piece = 1; piece <= LENGTH; piece++) {
            struct capture capture;
            struct buffer last = { 0 };
            size_t kept = limit < LENGTH ? limit : LENGTH;

            capture_init(&capture, limit);
            for (size_t done = 0; done < LENGTH; done += piece)
                capture_add(&capture, stream + done, LENGTH - done < piece ? LENGTH - done : piece);
            capture_last(&capture, &last);
            assert_int_equal(capture.bytes, LENGTH);
            assert_int_equal(last.size, kept);
            assert_memory_equal(last.data, stream + LENGTH - kept, kept);
            buffer_free(&last);
            capture_free(&capture);
        }
    }
}

static void
keeps_nothing_of_nothing(void **state)
{
    struct capture capture;
    struct buffer last = { 0 };

    (void)state;
    capture_init(&capture, 100);
    capture_add(&capture, "", 0);
    capture_last(&capture, &last);
    assert_int_equal(last.size, 0);
    assert_null(capture.ring);
    capture_free(&capture);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_last_bytes),
        cmocka_unit_test(keeps_nothing_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
