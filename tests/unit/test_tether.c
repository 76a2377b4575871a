/* test_tether: whose end pulls it, and who dies of that. */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

#include "process/tether.h"

#if defined F_SETSIG && defined PR_SET_CHILD_SUBREAPER

enum { NOBODY = 65534 };

static void
hang(void)
{
    for (;;)
        (void)pause();
}

/* One that hangs on it with a child in its group and one in a group of its own, which tells its pid. */
static void
hang_family(const int ends[2], int tell, bool as_other)
{
    pid_t fled;

    (void)setpgid(0, 0);
    if (tether_hang(ends) != 0)
        _exit(1);
    (void)close(ends[0]);
    (void)close(ends[1]);
    if (as_other && setuid(NOBODY) != 0)
        _exit(1);
    if (fork() == 0)
        hang();
    if (fork() == 0) {
        (void)setsid();
        fled = getpid();
        (void)!write(tell, &fled, sizeof fled);
    }
    hang();
}

/* A keeper of both ends, which are at numbers that make the kernel close one or the other first, dies of SIGKILL. */
static void
kill_keeper(bool write_end_low, bool as_other)
{
    int told[2];
    pid_t fled;
    pid_t keeper;
    int status;

    assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    assert_int_equal(pipe(told), 0);
    keeper = fork();
    if (keeper == 0) {
        int ends[2];

        if (pipe2(ends, O_CLOEXEC) != 0)
            _exit(1);
        if (write_end_low) {
            int high = fcntl(ends[0], F_DUPFD_CLOEXEC, ends[1] + 1);

            (void)close(ends[0]);
            ends[0] = high;
        }
        if (tether_make(ends) != 0)
            _exit(1);
        if (fork() == 0)
            hang_family(ends, told[1], as_other);
        (void)!read(told[0], &fled, sizeof fled);
        (void)!write(told[1], &fled, sizeof fled);
        (void)raise(SIGKILL);
    }
    assert_int_equal(waitpid(keeper, &status, 0), keeper);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(read(told[0], &fled, sizeof fled), sizeof fled);
    for (int i = 0; i < 2; i++) { /* the two of the group; who has fled lives */
        pid_t dead = waitpid(-1, &status, 0);

        assert_true(dead > 0 && dead != fled);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
    assert_int_equal(waitpid(fled, &status, WNOHANG), 0);
    assert_int_equal(kill(fled, SIGKILL), 0);
    assert_int_equal(waitpid(fled, &status, 0), fled);
    (void)close(told[0]);
    (void)close(told[1]);
}

static void
ends_the_group_when_its_keeper_is_killed(void **state)
{
    (void)state;
    kill_keeper(false, false);
    kill_keeper(true, false);
}

static void
ends_those_who_have_changed_their_user(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    kill_keeper(false, true);
    kill_keeper(true, true);
}

/* Nothing happens while both are open, and nothing to whom does not hang on it. */
static void
holds_while_it_is_kept(void **state)
{
    int ends[2];
    int status;
    pid_t pid;

    (void)state;
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    assert_int_equal(tether_make(ends), 0);
    pid = fork();
    if (pid == 0) {
        (void)setpgid(0, 0);
        _exit(tether_hang(ends) == 0 ? 7 : 1);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 7);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

static void
refuses_what_is_no_descriptor(void **state)
{
    const int none[2] = { -1, -1 };

    (void)state;
    assert_int_equal(tether_make(none), -1);
    assert_int_equal(tether_hang(none), -1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_the_group_when_its_keeper_is_killed),
        cmocka_unit_test(ends_those_who_have_changed_their_user),
        cmocka_unit_test(holds_while_it_is_kept),
        cmocka_unit_test(refuses_what_is_no_descriptor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#else

int
main(void)
{
    return 77;
}

#endif
