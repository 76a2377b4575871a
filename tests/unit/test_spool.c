/* test_spool: what goes in comes out, from memory and from the file behind it, and memory stays small. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

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
assert_filled(struct spool *spool, size_t total, size_t piece)
{
    struct buffer out = { 0 };

    assert_int_equal(spool->size, total);
    assert_int_equal(spool_read(spool, total, &out), 0);
    assert_int_equal(out.size, total);
    for (size_t k = 0; k < total; k += piece)
        assert_int_equal(out.data[k], 'a' + k / piece % 26);
    buffer_free(&out);
}

static void
without_a_directory_it_stays_in_memory(void **state)
{
    struct spool spool = { 0 };
    char *old = getenv("TMPDIR");

    (void)state;
    old = old != NULL ? strdup(old) : NULL;
    assert_int_equal(setenv("TMPDIR", "/no/such/directory", 1), 0);
    fill(&spool, 5000000, 10000);
    assert_filled(&spool, 5000000, 10000);
    assert_int_equal(old != NULL ? setenv("TMPDIR", old, 1) : unsetenv("TMPDIR"), 0);
    free(old);
    spool_clear(&spool);
    fill(&spool, 5000000, 10000);
    assert_filled(&spool, 5000000, 10000);
    assert_true(spool.memory.capacity <= (size_t)2 * SPOOL_MEMORY_BYTES);
    spool_free(&spool);
}

/* A limit on the size of files stands for a disk that is full. */
static void
what_a_full_disk_does_not_take_stays_in_memory(void **state)
{
    static const rlim_t limits[] = { 0, 1, 1000000, 1500000, 4000000 };
    struct rlimit old;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct rlimit limit = { limits[i], old.rlim_max };
        struct spool spool = { 0 };

        assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
        fill(&spool, 5000000, 10000);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
        assert_filled(&spool, 5000000, 10000);
        fill(&spool, 10, 10);
        assert_int_equal(spool.size, 5000010);
        spool_clear(&spool);
        fill(&spool, 3000000, 10000);
        assert_filled(&spool, 3000000, 10000);
        spool_free(&spool);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out),
        cmocka_unit_test(a_part_can_be_read_and_more_be_added),
        cmocka_unit_test(without_a_directory_it_stays_in_memory),
        cmocka_unit_test(what_a_full_disk_does_not_take_stays_in_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
