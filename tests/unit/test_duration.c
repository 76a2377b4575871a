/* test_duration: durations and sizes are read as timeout(1) and prlimit(1) users write them, or refused. */
#include "unit.h"

#include "base/duration.h"

static void
reads_durations(void **state)
{
    static const struct {
        const char *text;
        int64_t ms;
    } cases[] = {
        { "0", 0 },         { "10", 10000 },   { "0.5", 500 },    { ".5", 500 },      { "5.", 5000 },
        { "90s", 90000 },   { "2m", 120000 },  { "1h", 3600000 }, { "1d", 86400000 }, { "0.0001", 1 },
        { "1.0005", 1001 }, { "0.5m", 30000 }, { "0.000", 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t ms = -1;

        assert_int_equal(duration_parse(cases[i].text, &ms), 0);
        assert_int_equal(ms, cases[i].ms);
    }
}

static void
refuses_what_is_no_duration(void **state)
{
    static const char *const cases[] = { "",    "1x",  "x",     "-1",   "+1",
                                         "1 s", " 1",  "1.2.3", ".",    "s",
                                         "1ms", "inf", "nan",   "0x10", "99999999999999999999",
                                         "1S",  "1e3" };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t ms = 42;

        print_message("'%s'\n", cases[i]);
        assert_int_equal(duration_parse(cases[i], &ms), -1);
    }
}

static void
writes_durations(void **state)
{
    static const struct {
        int64_t ms;
        const char *text;
    } cases[] = { { 60000, "60s" }, { 100, "0.1s" }, { 1, "0.001s" }, { 0, "0s" }, { 1500, "1.5s" }, { 10000, "10s" } };
    char buffer[DURATION_TEXT];

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(duration_format(cases[i].ms, buffer), cases[i].text);
}

static void
reads_and_writes_sizes(void **state)
{
    static const struct {
        const char *text;
        int result;
        uint64_t bytes;
        const char *again;
    } cases[] = {
        { "0", 0, 0, "0" },
        { "4096", 0, 4096, "4K" },
        { "64K", 0, 65536, "64K" },
        { "1M", 0, 1048576, "1M" },
        { "2G", 0, UINT64_C(2) << 30, "2G" },
        { "1T", 0, UINT64_C(1) << 40, "1T" },
        { "1025", 0, 1025, "1025" },
        { "18446744073709551615", 0, UINT64_MAX, "18446744073709551615" },
        { "18446744073709551616", -1, 0, NULL },
        { "16777216T", -1, 0, NULL },
        { "", -1, 0, NULL },
        { "K", -1, 0, NULL },
        { "1KB", -1, 0, NULL },
        { "-1", -1, 0, NULL },
        { "1.5M", -1, 0, NULL },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint64_t bytes = 0;
        char buffer[DURATION_TEXT];

        print_message("'%s'\n", cases[i].text);
        assert_int_equal(size_parse(cases[i].text, &bytes), cases[i].result);
        if (cases[i].result != 0)
            continue;
        assert_true(bytes == cases[i].bytes);
        assert_string_equal(size_format(bytes, buffer), cases[i].again);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_durations),
        cmocka_unit_test(refuses_what_is_no_duration),
        cmocka_unit_test(writes_durations),
        cmocka_unit_test(reads_and_writes_sizes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
