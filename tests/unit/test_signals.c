/* test_signals: signals are noted while they are taken, a storm of them does not hold up who collects them, and when
   they are released none is blocked, whatever the caller had blocked. */
#include "unit.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/signals.h"

enum { STORM = 2000 };

static void
end_nothing(void)
{
}

/* What is released cannot be taken back, so each test has a process of its own. */
static void
in_child(bool (*run)(void))
{
    pid_t pid = fork();
    int status;

    if (pid == 0)
        _exit(run() ? 0 : 1);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static bool
note_sender(void)
{
    struct signal_seen seen;

    if (signals_take(end_nothing) != 0 || kill(getpid(), SIGTERM) != 0 || kill(getpid(), SIGTERM) != 0)
        return false;
    signals_collect();
    return signals_next(&seen) && seen.number == SIGTERM && seen.sender == getpid() && seen.code == SI_USER &&
           seen.count == 1 && !signals_next(&seen);
}

static bool
stand_storm(void)
{
    struct signal_seen seen;
    uint64_t sent = 0; /* another process of the same user's may have taken all the room that there is for signals */
    uint64_t count = 0;

    if (signals_take(end_nothing) != 0)
        return false;
    for (int i = 0; i < STORM; i++)
        sent += sigqueue(getpid(), SIGRTMAX, (union sigval){ .sival_int = i }) == 0;
    (void)kill(getpid(), SIGTERM);
    signals_collect();
    if (!signals_next(&seen) || seen.number != SIGTERM) /* it is not behind the others */
        return false;
    while (signals_next(&seen))
        count += seen.count;
    return count <= sent && (sent == 0 || count > 0) && (sent < STORM || count < sent);
}

static bool
release_all(void)
{
    sigset_t set;

    (void)sigfillset(&set);
    if (sigprocmask(SIG_SETMASK, &set, NULL) != 0 || signals_take(end_nothing) != 0)
        return false;
    signals_release();
    if (sigprocmask(SIG_SETMASK, NULL, &set) != 0)
        return false;
    return sigismember(&set, SIGALRM) == 0 && sigismember(&set, SIGTERM) == 0;
}

static void
notes_who_sent_what(void **state)
{
    (void)state;
    in_child(note_sender);
}

static void
a_storm_holds_nobody_up(void **state)
{
    (void)state;
    in_child(stand_storm);
}

static void
nothing_stays_blocked(void **state)
{
    (void)state;
    in_child(release_all);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_who_sent_what),
        cmocka_unit_test(a_storm_holds_nobody_up),
        cmocka_unit_test(nothing_stays_blocked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
