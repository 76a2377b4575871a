/* test_spool: what goes in comes out, from memory and from the file behind it, and memory stays small. */
#include "unit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/spool.h"

static void
fill(struct spool *spool, size_t total, size_t piece)
{
    char bytes[10000];

    for (size_t done = 0; done < total; done += piece) {
        memset(bytes, (int)('a' + done / piece % 26), piece);
        spool_append(spool, bytes, piece);
    }
}

static void
what_goes_in_comes_out(void **state)
{
    static const size_t totals[] = { 0, 1000, SPOOL_MEMORY_BYTES - 576, 3000000 };
    struct spool spool = { 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(totals); i++) {
        struct buffer out = { 0 };

        spool_clear(&spool);
        fill(&spool, totals[i], 1000);
        assert_int_equal(spool_read(&spool, spool.size, &out), 0);
        assert_int_equal(out.size, spool.size);
        for (size_t k = 0; k < out.size; k += 1000)
            assert_int_equal(out.data[k], 'a' + k / 1000 % 26);
        assert_true(spool.memory.capacity <= (size_t)2 * SPOOL_MEMORY_BYTES);
        buffer_free(&out);
    }
    spool_free(&spool);
}

static void
a_part_can_be_read_and_more_be_added(void **state)
{
    struct spool spool = { 0 };
    struct buffer out = { 0 };

    (void)state;
    fill(&spool, 2000000, 10000);
    assert_int_equal(spool_read(&spool, 5, &out), 0);
    assert_string_equal(buffer_text(&out), "aaaaa");
    spool_append(&spool, "end", 3);
    buffer_clear(&out);
    assert_int_equal(spool_read(&spool, spool.size, &out), 0);
    assert_memory_equal(out.data + out.size - 3, "end", 3);
    buffer_free(&out);
    spool_free(&spool);
}

static void
a_directory_that_is_not_there_is_told(void **state)
{
    struct spool spool = { 0 };
    struct buffer out = { 0 };
    char *old = getenv("TMPDIR");

    (void)state;
    old = old != NULL ? strdup(old) : NULL;
    assert_int_equal(setenv("TMPDIR", "/no/such/directory", 1), 0);
    fill(&spool, 2000000, 10000);
    assert_int_equal(spool_read(&spool, spool.size, &out), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(old != NULL ? setenv("TMPDIR", old, 1) : unsetenv("TMPDIR"), 0);
    free(old);
    buffer_free(&out);
    spool_free(&spool);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out),
        cmocka_unit_test(a_part_can_be_read_and_more_be_added),
        cmocka_unit_test(a_directory_that_is_not_there_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
