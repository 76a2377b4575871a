/* supervise: runs one worker from its start to the end of its family.

   Theory of operation. Signals are blocked from before the start and let in only at two places, while waiting in ppoll
   and once per round (ppoll does not let any in while there is always something to read, and a flood must not drown the
   deadline). Handlers set flags and do nothing else. One interval timer runs at a time: the deadline's, then that of
   --kill-after, then the leak grace.

   The worker's death is what ends the cell, not the end of its output: a descendant may hold the pipes open for ever.
   Its death is looked at with WNOWAIT, so that its pid, which is its process group's too, stays taken until everything
   that is addressed by it has been signalled. A descendant that still holds a pipe then has the leak grace to finish.
   After that the family is ended, what is left in the pipes is read, and last of all the worker is reaped.

   That the cell killed the worker is remembered, and never inferred from the signal it died by. */
#include "process/supervise.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/io.h"
#include "base/xalloc.h"

enum { STDOUT, STDERR, STREAMS };
enum { READ_BYTES = 64 * 1024 };

enum phase {
    PHASE_RUNNING, /* the timer is the deadline's */
    PHASE_ASKED,   /* the deadline's signal is sent; the timer is that of --kill-after */
    PHASE_KILLED,  /* SIGKILL is sent; no timer */
    PHASE_GRACE    /* the worker is dead; the timer is the leak grace's */
};

struct supervisor {
    const struct supervise_request *request;
    struct supervised *result;
    struct started worker;
    int fds[STREAMS]; /* -1 after its end */
    enum phase phase;
    bool timed_out;
    int64_t started_us; /* by the monotonic clock */
};

static const int handled_signals[] = { SIGCHLD, SIGALRM, SIGINT, SIGTERM, SIGHUP, SIGTSTP };
enum { HANDLED = sizeof handled_signals / sizeof handled_signals[0] };

static volatile sig_atomic_t child_flag;
static volatile sig_atomic_t alarm_flag;
static volatile sig_atomic_t stop_flag;
static volatile sig_atomic_t interrupt_flag;

static bool taken; /* the signals are ours */
static struct sigaction old_actions[HANDLED];
static sigset_t old_mask;
static sigset_t waiting_mask; /* while waiting: the old mask, with the handled signals let in */

static void
on_signal(int signal)
{
    switch (signal) {
    case SIGCHLD:
        child_flag = 1;
        break;
    case SIGALRM:
        alarm_flag = 1;
        break;
    case SIGTSTP:
        stop_flag = 1;
        break;
    default:
        interrupt_flag = signal;
    }
}

/* Who was started with SIGINT, SIGHUP or SIGTSTP ignored (nohup, a background job) keeps it so. */
static int
take_signals(void)
{
    struct sigaction action;
    sigset_t handled;

    if (taken)
        return 0;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_NOCLDSTOP;
    (void)sigfillset(&action.sa_mask);
    (void)sigemptyset(&handled);
    for (size_t i = 0; i < HANDLED; i++)
        (void)sigaddset(&handled, handled_signals[i]);
    if (sigprocmask(SIG_BLOCK, &handled, &old_mask) != 0)
        return -1;
    waiting_mask = old_mask;
    for (size_t i = 0; i < HANDLED; i++) {
        int signal = handled_signals[i];

        if (sigaction(signal, NULL, &old_actions[i]) != 0)
            return -1;
        if (old_actions[i].sa_handler == SIG_IGN && signal != SIGCHLD && signal != SIGALRM)
            continue;
        if (sigaction(signal, &action, NULL) != 0)
            return -1;
        (void)sigdelset(&waiting_mask, signal);
    }
    taken = true;
    return 0;
}

void
supervise_release(void)
{
    for (size_t i = 0; i < HANDLED; i++)
        if (handled_signals[i] != SIGALRM) /* should a timer still run, it is not to be the end of the cell */
            (void)sigaction(handled_signals[i], &old_actions[i], NULL);
    (void)sigprocmask(SIG_SETMASK, &old_mask, NULL);
    taken = false;
}

_Noreturn void
supervise_die_by(int signal)
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

static pid_t running; /* the worker whose family is to go with the cell when there is no memory left */

static void
end_family_now(void)
{
    family_end_now(running);
}

/* 0 ms switches the timer off. 0, or -1 with errno. */
static int
set_timer(int64_t ms)
{
    struct itimerval timer = { .it_value = { .tv_sec = (time_t)(ms / 1000),
                                             .tv_usec = (suseconds_t)(ms % 1000 * 1000) } };

    alarm_flag = 0;
    return setitimer(ITIMER_REAL, &timer, NULL);
}

/* The group and, if it has left its group, the worker itself: both pids are its own while it is not reaped. A stopped
   process takes no signal but SIGKILL before it is continued. */
static void
signal_worker(const struct supervisor *self, int signal)
{
    pid_t pid = self->worker.pid;

    if (getpgid(pid) != pid)
        (void)kill(pid, signal);
    (void)kill(-pid, signal);
    if (signal != SIGKILL && signal != SIGCONT)
        (void)kill(-pid, SIGCONT);
}

static void
on_timer(struct supervisor *self)
{
    const struct supervise_request *request = self->request;

    if (self->phase == PHASE_RUNNING) {
        self->timed_out = true;
        signal_worker(self, request->deadline_signal);
        self->phase = request->deadline_signal == SIGKILL ? PHASE_KILLED : PHASE_ASKED;
        if (self->phase == PHASE_ASKED && request->kill_after_ms > 0 && set_timer(request->kill_after_ms) != 0)
            alarm_flag = 1;
    } else if (self->phase == PHASE_ASKED) {
        signal_worker(self, SIGKILL);
        self->phase = PHASE_KILLED;
    }
}

/* Stops the family and then the cell, and goes on with both when the cell is continued. The clock of the deadline
   stands still meanwhile. */
static void
suspend(struct supervisor *self)
{
    const struct itimerval off = { .it_value = { .tv_sec = 0 } };
    struct itimerval rest;

    (void)setitimer(ITIMER_REAL, &off, &rest);
    family_signal(self->worker.pid, SIGSTOP);
    (void)raise(SIGSTOP);
    family_signal(self->worker.pid, SIGCONT);
    (void)setitimer(ITIMER_REAL, &rest, NULL);
}

/* Reads once. Whether there may be more. */
static bool
read_stream(struct supervisor *self, int stream)
{
    static char bytes[READ_BYTES];
    const struct sink *sink = stream == STDOUT ? &self->request->stdout_sink : &self->request->stderr_sink;
    ssize_t n = io_read(self->fds[stream], bytes, sizeof bytes);

    if (n > 0) {
        sink->take(sink->context, bytes, (size_t)n);
        return true;
    }
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return false;
    (void)close(self->fds[stream]);
    self->fds[stream] = -1;
    return false;
}

/* With WNOHANG or without. A death that is missed here would never be told again, so an error is no answer; but where
   there is no such child, there is no life either. */
static bool
worker_is_dead(const struct supervisor *self, int options)
{
    siginfo_t info = { .si_pid = 0 };

    while (waitid(P_PID, (id_t)self->worker.pid, &info, WEXITED | WNOWAIT | options) != 0)
        if (errno == ECHILD)
            return true;
    return info.si_pid != 0;
}

/* Waits until something can be read or a signal comes, and reads. */
static void
wait_and_read(struct supervisor *self)
{
    const struct timespec at_once = { .tv_sec = 0 };
    struct pollfd polled[STREAMS];

    for (int i = 0; i < STREAMS; i++)
        polled[i] = (struct pollfd){ .fd = self->fds[i], .events = POLLIN };
    if (ppoll(polled, STREAMS, NULL, &waiting_mask) <= 0)
        return; /* a signal: its handler has set a flag */
    for (int i = 0; i < STREAMS; i++)
        if (polled[i].revents != 0)
            (void)read_stream(self, i);
    (void)ppoll(NULL, 0, &at_once, &waiting_mask);
}

/* Whether a descendant that holds a pipe is still to be waited for. */
static bool
in_grace(const struct supervisor *self)
{
    if (self->fds[STDOUT] < 0 && self->fds[STDERR] < 0)
        return false;
    return family_left(self->worker.pid);
}

static void
watch(struct supervisor *self)
{
    while (interrupt_flag == 0) {
        if (stop_flag) {
            stop_flag = 0;
            suspend(self);
        }
        if (child_flag && self->phase != PHASE_GRACE && worker_is_dead(self, WNOHANG)) {
            self->result->died_us = clock_us();
            self->result->wall_ms = (self->result->died_us - self->started_us) / 1000;
            self->phase = PHASE_GRACE;
            if (set_timer(self->request->leak_grace_ms) != 0 || self->request->leak_grace_ms == 0)
                alarm_flag = 1;
        }
        child_flag = 0;
        if (self->phase == PHASE_GRACE && (alarm_flag || !in_grace(self)))
            return;
        if (alarm_flag) {
            alarm_flag = 0;
            on_timer(self);
        }
        wait_and_read(self);
    }
}

/* Its children become ours with its death, so that is waited for. */
static void
kill_worker(const struct supervisor *self)
{
    signal_worker(self, SIGKILL);
    (void)worker_is_dead(self, 0);
}

static void
not_started(struct supervised *result, const char *step, int errnum, bool in_exec)
{
    result->ended.how = ENDED_NOT_STARTED;
    result->ended.reason = in_exec ? xstrdup(strerror(errnum)) : xasprintf("%s: %s", step, strerror(errnum));
    result->not_found = in_exec && errnum == ENOENT;
}

/* Reaps the worker and tells how it ended. */
static void
reap(struct supervisor *self)
{
    struct ended *ended = &self->result->ended;
    int status = 0;

    while (wait4(self->worker.pid, &status, 0, &self->result->usage) < 0) {
        if (errno == ECHILD) {
            not_started(self->result, "wait", errno, false);
            return;
        }
    }
    if (WIFSIGNALED(status)) {
        *ended = (struct ended){ .how = ENDED_SIGNALED, .term_signal = WTERMSIG(status) };
        ended->core_dumped = WCOREDUMP(status);
    } else {
        *ended = (struct ended){ .how = ENDED_EXITED, .exit_code = WEXITSTATUS(status) };
    }
    if (self->timed_out) {
        ended->how = ENDED_TIMED_OUT;
        ended->after_ms = self->request->timeout_ms;
    }
}

/* Ends the family, reads what is left, reaps the worker. */
static void
finish(struct supervisor *self)
{
    (void)set_timer(0);
    if (interrupt_flag != 0)
        kill_worker(self);
    self->result->survivors = family_end(self->worker.pid, &self->result->leaks) != 0;
    for (int i = 0; i < STREAMS; i++) {
        while (self->fds[i] >= 0 && read_stream(self, i))
            continue;
        if (self->fds[i] >= 0)
            (void)close(self->fds[i]);
    }
    reap(self);
    self->result->interrupted = interrupt_flag;
}

void
supervise_run(const struct supervise_request *request, struct supervised *result)
{
    struct supervisor self = { .request = request, .result = result };
    struct start_request start = { request->argv, request->limits, &old_mask, request->keep_descriptors };
    struct start_error error;

    *result = (struct supervised){ .interrupted = 0 };
    child_flag = alarm_flag = stop_flag = 0; /* an interruption between two runs counts for the next one */
    if (take_signals() != 0 || family_adopt() != 0) {
        not_started(result, "signals", errno, false);
        return;
    }
    self.started_us = clock_us();
    if (clock_gettime(CLOCK_REALTIME, &result->started_at) != 0) {
        not_started(result, "clock", errno, false);
        return;
    }
    if (start_worker(&start, &self.worker, &error) != 0) {
        not_started(result, error.step, error.errnum, error.in_exec);
        return;
    }
    result->pid = running = self.worker.pid;
    result->running_us = clock_us();
    xalloc_before_failing(end_family_now);
    self.fds[STDOUT] = self.worker.stdout_fd;
    self.fds[STDERR] = self.worker.stderr_fd;
    if (set_timer(request->timeout_ms) == 0) {
        watch(&self);
        finish(&self);
    } else { /* a worker without a deadline is none to be run */
        error.errnum = errno;
        kill_worker(&self);
        finish(&self);
        not_started(result, "setitimer", error.errnum, false);
    }
    xalloc_before_failing(NULL);
    result->ended_us = clock_us();
}
