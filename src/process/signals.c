/* signals: those that are sent to the cell, and by whom.

   A handler notes number and sender and does nothing else; as all signals are blocked but for the wait, and while a
   handler runs, none of them ever interrupts what reads the notes. Faults of the cell's own (SIGSEGV and its like) are
   never blocked, for the kernel kills at once whoever has one blocked: their handler ends the family, and then the cell
   by the same signal. */
#include "process/signals.h"

#include <errno.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "base/clock.h"
#include "base/io.h"

enum { SIGNALS = 65 }; /* one more than there are */

/* How the cell's own faults come. */
static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS };

/* What by default does nothing, or cannot be handled. */
static const int left_alone[] = { SIGKILL, SIGSTOP, SIGURG, SIGWINCH };

/* Taken also where they were ignored: the cell lives by the first, and knows who has sent the others. */
static const int always_taken[] = { SIGCHLD, SIGALRM, SIGCONT, SIGPIPE, SIGXFSZ };

static struct signal_seen seen_signals[SIGNALS];
static volatile sig_atomic_t any_seen;
static bool taken;
static volatile sig_atomic_t released;
static void (*end_family)(void);
static sigset_t old_mask;
static int64_t bound_us; /* by the monotonic clock; 0 for none */
static int bound_status;
static const char *bound_message;
static sigset_t waiting_mask; /* while waiting: the old mask, with the signals that are taken let in */

static bool
is_one_of(int number, const int *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == number)
            return true;
    return false;
}

#define IS_ONE_OF(number, list) is_one_of(number, list, sizeof(list) / sizeof(list)[0])

/* Whether it was sent by kill(2) or the like, and not raised by what a process did. */
static bool
was_sent(const siginfo_t *info)
{
    return info->si_code <= 0;
}

/* Once the record is written nothing is left to be done first. */
static void
act_by_default(int number)
{
    static const int stops[] = { SIGTSTP, SIGTTIN, SIGTTOU };

    if (IS_ONE_OF(number, stops)) {
        (void)raise(SIGSTOP);
    } else if (number == SIGALRM) { /* it may be anybody's; the clock tells whose */
        if (bound_us != 0 && clock_us() >= bound_us) {
            (void)io_write_all(STDERR_FILENO, bound_message, strlen(bound_message));
            _exit(bound_status);
        }
    } else if (number != SIGCHLD && number != SIGCONT) {
        signals_die_by(number);
    }
}

static void
on_signal(int number, siginfo_t *info, void *context)
{
    int saved = errno;
    struct signal_seen *seen = &seen_signals[number];

    (void)context;
    /* A write to what nobody reads, or past a limit on files, raises the signal and fails as well, which is enough. */
    if ((number == SIGPIPE || number == SIGXFSZ) && info->si_pid == getpid())
        return;
    if (released) {
        act_by_default(number);
        return;
    }
    seen->number = number;
    seen->code = info->si_code;
    seen->sender = was_sent(info) ? info->si_pid : 0;
    seen->session = seen->sender > 0 ? getsid(seen->sender) : -1;
    seen->count++;
    any_seen = 1;
    errno = saved;
}

static void
on_fault(int number, siginfo_t *info, void *context)
{
    if (was_sent(info) && info->si_pid != getpid()) {
        on_signal(number, info, context);
        return;
    }
    if (!released && end_family != NULL)
        end_family();
    signals_die_by(number);
}

/* One that the C library keeps for its threads, of which the cell has none: anybody may send it, and it would kill. The
   kernel's own call; the handler comes first in its structure, but on MIPS. */
static void
ignore(int number)
{
#if defined SYS_rt_sigaction && !defined __mips__
    static const long action[16] = { 1 }; /* SIG_IGN */

    (void)syscall(SYS_rt_sigaction, number, action, NULL, (SIGNALS - 1) / 8);
#else
    (void)number;
#endif
}

/* One system call a signal: which of them were ignored is seen when it is done. */
static int
take_one(int number, const struct sigaction *action)
{
    struct sigaction old;

    if (sigaction(number, action, &old) != 0) {
        if (errno != EINVAL)
            return -1;
        ignore(number);
        return 0;
    }
    if (old.sa_handler == SIG_IGN && !IS_ONE_OF(number, always_taken))
        return sigaction(number, &old, NULL);
    (void)sigdelset(&waiting_mask, number);
    return 0;
}

/* The kernel's own answer: a C library may leave out the signals that it keeps for itself, and the worker is to have
 * them as well. */
static int
read_mask(sigset_t *mask)
{
    (void)sigemptyset(mask);
#ifdef SYS_rt_sigprocmask
    return (int)syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, mask, (SIGNALS - 1) / 8);
#else
    return sigprocmask(SIG_BLOCK, NULL, mask);
#endif
}

int
signals_take(void (*end)(void))
{
    struct sigaction action;
    sigset_t all;

    end_family = end;
    if (taken && !released)
        return 0;
    (void)sigfillset(&all);
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        (void)sigdelset(&all, faults[i]);
    if (read_mask(&old_mask) != 0 || sigprocmask(SIG_BLOCK, &all, NULL) != 0)
        return -1;
    released = 0;
    if (taken)
        return 0;
    memset(&action, 0, sizeof action);
    action.sa_flags = SA_SIGINFO | SA_NOCLDSTOP;
    (void)sigfillset(&action.sa_mask);
    waiting_mask = old_mask;
    for (int number = 1; number < SIGNALS; number++) {
        if (IS_ONE_OF(number, left_alone))
            continue;
        action.sa_sigaction = IS_ONE_OF(number, faults) ? on_fault : on_signal;
        if (take_one(number, &action) != 0)
            return -1;
    }
    taken = true;
    return 0;
}

const sigset_t *
signals_old_mask(void)
{
    return &old_mask;
}

int
signals_wait(struct pollfd *polled, nfds_t count, int64_t timeout_ms)
{
    struct timespec timeout = { .tv_sec = (time_t)(timeout_ms / 1000), .tv_nsec = (long)(timeout_ms % 1000) * 1000000 };

    return ppoll(polled, count, timeout_ms >= 0 ? &timeout : NULL, &waiting_mask);
}

/* Drops all that have come of one number: the kernel does when it is ignored. */
static void
drop(int number)
{
    struct sigaction ignored = { .sa_handler = SIG_IGN };
    struct sigaction old;

    if (sigaction(number, &ignored, &old) == 0)
        (void)sigaction(number, &old, NULL);
}

/* While a handler runs all others are blocked, and so they are after it: each wait lets one in, the lowest number
   first. Of most there is one at most, but of real-time ones there may be a storm that does not end. Each of them takes
   the kernel the longer the more there are, so what is left is dropped. */
void
signals_collect(void)
{
    sigset_t left;

    for (int i = 0; i < SIGNALS; i++)
        if (signals_wait(NULL, 0, 0) == 0 || errno != EINTR)
            return;
    if (sigpending(&left) != 0)
        return;
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
        if (sigismember(&left, number) == 1)
            drop(number);
}

/* The lowest number first: SIGINT and SIGTERM come before SIGCHLD. */
bool
signals_next(struct signal_seen *seen)
{
    if (!any_seen)
        return false;
    for (int number = 1; number < SIGNALS; number++) {
        if (seen_signals[number].count == 0)
            continue;
        *seen = seen_signals[number];
        seen_signals[number].count = 0;
        return true;
    }
    any_seen = 0;
    return false;
}

void
signals_release(void)
{
    sigset_t none;

    released = 1;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL); /* also what was blocked before: the cell is to end by itself */
}

void
signals_bound(int64_t ms, int status, const char *message)
{
    const struct itimerval timer = { .it_value = { .tv_sec = (time_t)(ms / 1000),
                                                   .tv_usec = (suseconds_t)(ms % 1000 * 1000) } };

    bound_status = status;
    bound_message = message;
    bound_us = clock_us() + ms * 1000;
    (void)setitimer(ITIMER_REAL, &timer, NULL);
}

/* The kernel's own call, for the C library lets nobody have the two or three signals that its threads use. A structure
   of zeros is SIG_DFL in every one of the kernel's layouts. */
static int
set_default(int number)
{
#ifdef SYS_rt_sigaction
    static const long zeros[16];

    return (int)syscall(SYS_rt_sigaction, number, zeros, NULL, (SIGNALS - 1) / 8);
#else
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    return sigaction(number, &action, NULL) == 0 || errno == EINVAL ? 0 : -1;
#endif
}

int
signals_restore(const sigset_t *mask)
{
    for (int number = 1; number < SIGNALS; number++)
        if (number != SIGKILL && number != SIGSTOP && set_default(number) != 0)
            return -1;
#ifdef SYS_rt_sigprocmask
    return (int)syscall(SYS_rt_sigprocmask, SIG_SETMASK, mask, NULL, (SIGNALS - 1) / 8);
#else
    return sigprocmask(SIG_SETMASK, mask, NULL);
#endif
}

_Noreturn void
signals_die_by(int signal)
{
    struct sigaction action;
    sigset_t only;

    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    (void)sigaction(signal, &action, NULL);
    (void)sigemptyset(&only);
    (void)sigaddset(&only, signal);
    (void)raise(signal);
    (void)sigprocmask(SIG_UNBLOCK, &only, NULL);
    _exit(128 + signal);
}
