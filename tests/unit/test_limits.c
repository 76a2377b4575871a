/* test_limits: limits are read as prlimit(1) names them, are in force in the child, and explain a death. */
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/limits.h"

static void
reads_limits(void **state)
{
    static const struct {
        const char *text;
        const char *name; /* NULL: refused */
        uint64_t value;
    } cases[] = {
        { "as=2G", "as", UINT64_C(2) << 30 },
        { "core=unlimited", "core", LIMIT_UNLIMITED },
        { "cpu=10", "cpu", 10 },
        { "cpu=2m", "cpu", 120 },
        { "nofile=64", "nofile", 64 },
        { "stack=8M", "stack", UINT64_C(8) << 20 },
        { "memory=2G", "memory", UINT64_C(2) << 30 },
        { "pids=100", "pids", 100 },
        { "memory=unlimited", "memory", LIMIT_UNLIMITED },
        { "memory=x", NULL, 0 },
        { "cpu=0.5", NULL, 0 },
        { "nosuch=1", NULL, 0 },
#ifdef __linux__
        { "rss=1G", NULL, 0 },
        { "rss=unlimited", NULL, 0 },
#endif
        { "as", NULL, 0 },
        { "as=", NULL, 0 },
        { "=1", NULL, 0 },
        { "as=-1", NULL, 0 },
        { "as=1X", NULL, 0 },
        { "", NULL, 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct limits limits;
        const char *why = NULL;
        uint64_t value = 0;

        print_message("%s\n", cases[i].text);
        limits_init(&limits);
        assert_int_equal(limits_parse(&limits, cases[i].text, &why), cases[i].name != NULL ? 0 : -1);
        if (cases[i].name == NULL) {
            assert_non_null(why);
            continue;
        }
        assert_int_equal(limits_find(&limits, cases[i].name, &value), cases[i].value != LIMIT_UNLIMITED);
        assert_true(value == cases[i].value);
    }
}

static void
the_last_of_several_counts(void **state)
{
    struct limits limits;
    const char *why;
    uint64_t value;

    (void)state;
    limits_init(&limits);
    for (int i = 0; i < 100; i++)
        assert_int_equal(limits_parse(&limits, i % 2 == 0 ? "as=1G" : "as=2G", &why), 0);
    assert_true(limits_find(&limits, "as", &value));
    assert_true(value == UINT64_C(2) << 30);
    assert_int_equal(limits.count, 2);
}

static void
those_of_a_cgroup_are_told_apart(void **state)
{
    struct limits limits;
    const char *why;

    (void)state;
    limits_init(&limits);
    assert_int_equal(limits_parse(&limits, "as=1G", &why), 0);
    assert_null(limits_of_cgroup(&limits));
    assert_int_equal(limits_parse(&limits, "memory=unlimited", &why), 0);
    assert_null(limits_of_cgroup(&limits));
    assert_int_equal(limits_parse(&limits, "pids=0", &why), 0);
    assert_string_equal(limits_of_cgroup(&limits), "pids");
    assert_int_equal(limits_parse(&limits, "memory=1G", &why), 0);
    assert_string_equal(limits_of_cgroup(&limits), "memory");
}

/* As many as there are, each once. */
static void
all_have_a_place(void **state)
{
    static const char *const names[] = { "as",      "core",   "cpu",      "data",       "fsize",  "locks",
                                         "memlock", "memory", "msgqueue", "nice",       "nofile", "nproc",
                                         "pids",    "rtprio", "rttime",   "sigpending", "stack" };
    struct limits limits;
    int set = 1;

    (void)state;
    limits_init(&limits);
    for (size_t i = 0; i < COUNT(names); i++) {
        char text[32];
        const char *why;

        (void)snprintf(text, sizeof text, "%s=1", names[i]);
        if (limits_parse(&limits, text, &why) == 0)
            set += strcmp(names[i], "core") != 0;
    }
    assert_int_equal(limits.count, set);
}

static void
are_in_force_after_apply(void **state)
{
    struct limits limits;
    const char *why;
    int status;
    pid_t pid;

    (void)state;
    limits_init(&limits);
    assert_int_equal(limits_parse(&limits, "nproc=17", &why), 0);
    assert_int_equal(limits_parse(&limits, "cpu=3", &why), 0);
    assert_int_equal(limits_parse(&limits, "memory=1", &why), 0); /* of the cgroup */
    assert_int_equal(limits_parse(&limits, "pids=1", &why), 0);
    pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        struct rlimit nproc;
        struct rlimit core;
        struct rlimit cpu;

        if (limits_apply(&limits, &why) != 0 || getrlimit(RLIMIT_NPROC, &nproc) != 0 ||
            getrlimit(RLIMIT_CORE, &core) != 0 || getrlimit(RLIMIT_CPU, &cpu) != 0)
            _exit(1);
        _exit(nproc.rlim_cur == 17 && nproc.rlim_max == 17 && core.rlim_cur == 0 && cpu.rlim_cur == 3 &&
                      cpu.rlim_max == 4
                  ? 0
                  : 2);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

static void
explain_a_death(void **state)
{
    static const struct {
        const char *limit;
        int signal;
        int64_t cpu_ms;
        long blocks;
        const char *expected;
    } cases[] = {
        { "cpu=10s", SIGXCPU, 10000, 0, "cpu limit 10s" },
        { "cpu=10s", SIGXCPU, 9990, 0, "cpu limit 10s" },
        { "cpu=10s", SIGXCPU, 8000, 0, NULL },
        { "cpu=10s", SIGXCPU, 0, 0, NULL },
        { "cpu=10s", SIGKILL, 11000, 0, "cpu limit 10s" },
        { "cpu=10s", SIGKILL, 9000, 0, NULL },
        { "cpu=10s", SIGSEGV, 11000, 0, NULL },
        { "cpu=0", SIGXCPU, 0, 0, "cpu limit 0s" },
        { "cpu=unlimited", SIGXCPU, 10000, 0, NULL },
        { "fsize=1M", SIGXFSZ, 0, 2048, "file size limit 1M" },
        { "fsize=1M", SIGXFSZ, 0, 2047, NULL },
        { "fsize=1M", SIGXFSZ, 0, 0, NULL },
        { "fsize=100", SIGXFSZ, 0, 8, "file size limit 100" },
        { "fsize=100", SIGXFSZ, 0, 0, NULL },
        { "fsize=1M", SIGSEGV, 0, 4096, NULL },
        { "as=1G", SIGXFSZ, 0, 1 << 22, NULL },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct rusage usage = { .ru_utime = { .tv_sec = cases[i].cpu_ms / 2000 },
                                      .ru_stime = { .tv_sec = cases[i].cpu_ms / 1000 - cases[i].cpu_ms / 2000,
                                                    .tv_usec = cases[i].cpu_ms % 1000 * 1000 },
                                      .ru_oublock = cases[i].blocks };
        struct limits limits;
        char buffer[LIMIT_TEXT];
        const char *why;
        const char *explained;

        print_message("%s\n", cases[i].limit);
        limits_init(&limits);
        assert_int_equal(limits_parse(&limits, cases[i].limit, &why), 0);
        explained = limits_explain(&limits, cases[i].signal, &usage, buffer);
        if (cases[i].expected == NULL)
            assert_null(explained);
        else
            assert_string_equal(explained, cases[i].expected);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_limits),
        cmocka_unit_test(the_last_of_several_counts),
        cmocka_unit_test(those_of_a_cgroup_are_told_apart),
        cmocka_unit_test(all_have_a_place),
        cmocka_unit_test(are_in_force_after_apply),
        cmocka_unit_test(explain_a_death),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
