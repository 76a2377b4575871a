/* test_signame: every signal has one name, and its name leads back to it. */
#include "unit.h"

#include <signal.h>

#include "base/signame.h"

static void
names_every_signal(void **state)
{
    char buffer[SIGNAME_TEXT];

    (void)state;
    for (int signal = 1; signal <= SIGRTMAX; signal++) {
        const char *name = signame_format(signal, buffer);

        if (signal > 31 && signal < SIGRTMIN)
            continue; /* the C library's own */
        assert_memory_equal(name, "SIG", 3);
        assert_int_equal(signame_parse(name), signal);
        assert_int_equal(signame_parse(name + 3), signal);
    }
}

static void
prefers_the_canonical_name(void **state)
{
    const struct {
        int signal;
        const char *name;
    } cases[] = { { SIGABRT, "SIGABRT" },   { SIGCHLD, "SIGCHLD" },         { SIGSEGV, "SIGSEGV" },
                  { SIGRTMIN, "SIGRTMIN" }, { SIGRTMIN + 3, "SIGRTMIN+3" }, { SIGRTMAX + 1, "signal 65" } };
    char buffer[SIGNAME_TEXT];

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(signame_format(cases[i].signal, buffer), cases[i].name);
}

static void
reads_names_and_numbers(void **state)
{
    static const struct {
        const char *text;
        int signal;
    } cases[] = { { "KILL", SIGKILL }, { "sigkill", SIGKILL }, { "9", SIGKILL }, { "IOT", SIGABRT }, { "0", -1 },
                  { "", -1 },          { "FOO", -1 },          { "SIG", -1 },    { "1000", -1 },     { "-9", -1 },
                  { "RTMIN+99", -1 },  { "RTMIN-1", -1 },      { "9x", -1 } };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(signame_parse(cases[i].text), cases[i].signal);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_every_signal),
        cmocka_unit_test(prefers_the_canonical_name),
        cmocka_unit_test(reads_names_and_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
