/* supervise: runs one worker from its start to the end of its family.

   Theory of operation. Signals are blocked from before the start and let in only at one place, while waiting, and once
   per round more (ppoll does not let any in while there is always something to read, and a flood must not drown the
   deadline). Handlers note who sent what. Time is a clock that is read: one moment at a time is waited for, the
   deadline, then that of --kill-after, then the last one at which what was killed must be dead, or the end of the leak
   grace. A clock and a death that are both there when the cell comes to look (it may have been stopped meanwhile) are
   looked at in the order death, clock.

   The worker's death is what ends the cell, not the end of its output: a descendant may hold the pipes open for ever. A
   descendant that still holds a pipe then has the leak grace to finish. After that the family is ended, and what is
   left in the pipes is read, but no more than a pipe holds: what lies there cannot grow any more unless somebody
   outside the family, or one that could not be killed, writes on.

   That the cell killed the worker is remembered, and never inferred from the signal it died by. Its own alarm(2) goes
   off some seconds after the deadline, should the cell be stopped or gone by then; a cell that is stopped when it
   should have acted is continued by the kernel. */
#include <config.h>

#include "process/supervise.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

#include "base/clock.h"
#include "base/io.h"
#include "base/xalloc.h"
#include "process/signals.h"
#include "process/start.h"
#include "process/wake.h"

enum { STDOUT, STDERR, STREAMS };
enum { READ_BYTES = 64 * 1024, PIPE_BYTES = 1 << 20 };

enum {
    PATIENCE_MS = 100, /* for what SIGKILL was sent to; family_end has more */
    BACKSTOP_S = 10,   /* the worker's alarm after the last moment at which the cell would have acted */
    LATE_MS = 1000,    /* after that moment a cell that has not acted has been stopped */
    WAIT_WITHOUT_POLL_MS = 10,
    LONGEST_WAIT_MS = 10000 /* then the clock is read again, should it have been wrong */
};

enum phase {
    PHASE_RUNNING, /* until the deadline */
    PHASE_ASKED,   /* the deadline's signal is sent; until --kill-after */
    PHASE_KILLED,  /* SIGKILL is sent; until patience ends */
    PHASE_GRACE    /* the worker is dead; until the leak grace ends */
};

struct supervisor {
    const struct supervise_request *request;
    struct supervised *result;
    struct worker worker;
    struct contain contain;
    struct wake wake;
    enum phase phase;
    int64_t started_us;    /* by the monotonic clock, as all here */
    int64_t others_cpu_ms; /* of children that are none of the family */
    int64_t next_us;       /* when the phase is over; -1 for never */
    bool timed_out;
    bool stop_asked;
    bool is_left; /* of the family, when it was last looked at */
    int interrupt;
};

static struct supervisor *running; /* whose family is to go with the cell when it goes wrong itself */

static void
end_family_now(void)
{
    if (running != NULL)
        contain_end_now(&running->contain);
}

static void
enter(struct supervisor *self, enum phase phase, int64_t ms)
{
    self->phase = phase;
    self->next_us = ms >= 0 ? clock_us() + ms * 1000 : -1;
}

static int *
stream_fd(struct supervisor *self, int stream)
{
    return stream == STDOUT ? &self->worker.stdout_fd : &self->worker.stderr_fd;
}

static void
note_ignored(struct supervised *result, const struct signal_seen *seen)
{
    struct signal_ignored *ignored = result->ignored;

    for (size_t i = 0; i < result->ignored_count; i++) {
        if (ignored[i].number != seen->number)
            continue;
        ignored[i].count += seen->count;
        return;
    }
    if (result->ignored_count < SIGNALS_IGNORED_KEPT)
        ignored[result->ignored_count++] = (struct signal_ignored){ seen->number, seen->sender, seen->count };
}

/* Whether the code says truly where it comes from: the kernel lets nobody forge what kill(2) says of its caller, and
   SI_KERNEL is a terminal or a limit. Whoever queues a signal may tell any sender, and one that a descriptor sends
   (fcntl(2), F_SETSIG) tells none. */
static bool
is_plain(const struct signal_seen *seen)
{
    return seen->code == SI_USER || seen->code == SI_KERNEL
#ifdef SI_TKILL
           || seen->code == SI_TKILL
#endif
        ;
}

/* Whether the family has sent it. A sender that has gone cannot be asked. */
static bool
is_from_family(struct supervisor *self, const struct signal_seen *seen)
{
    if (seen->sender <= 0)
        return false;
    if (seen->sender == self->worker.pid || seen->session == self->worker.pid)
        return true;
    return family_has(&self->contain.family, seen->sender);
}

/* A terminal stops the cell, and so does a process that is seen to be no one of the family. */
static bool
may_stop(const struct signal_seen *seen)
{
    return seen->code == SI_KERNEL || seen->session != -1;
}

/* Its own timer continues a cell that may not have been stopped at all. */
static void
note_continued(struct supervisor *self, const struct signal_seen *seen)
{
    if (seen->code != SI_TIMER)
        self->result->continued += seen->count;
    else if (self->next_us >= 0 && clock_us() >= self->next_us)
        self->result->continued++;
}

static void
obey(struct supervisor *self, const struct signal_seen *seen)
{
    switch (seen->number) {
    case SIGCHLD:
        return;
    case SIGCONT:
        note_continued(self, seen);
        return;
    case SIGALRM:
        note_ignored(self->result, seen);
        return;
    default:
        break;
    }
    if (!is_plain(seen) || is_from_family(self, seen)) {
        note_ignored(self->result, seen);
    } else if (seen->number == SIGTSTP || seen->number == SIGTTIN || seen->number == SIGTTOU) {
        if (may_stop(seen))
            self->stop_asked = true;
        else
            note_ignored(self->result, seen);
    } else if (self->interrupt == 0) {
        self->interrupt = seen->number;
    }
}

static void
obey_signals(struct supervisor *self)
{
    struct signal_seen seen;

    signals_collect();
    while (signals_next(&seen))
        obey(self, &seen);
}

static int64_t
cpu_ms(const struct rusage *usage)
{
    return (int64_t)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000 +
           (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1000;
}

/* Processor time of all children that were reaped so far. */
static int64_t
children_cpu_ms(void)
{
    struct rusage usage;

    return getrusage(RUSAGE_CHILDREN, &usage) == 0 ? cpu_ms(&usage) : 0;
}

static bool
is_interrupted(void *supervisor)
{
    struct supervisor *self = supervisor;

    obey_signals(self);
    return self->interrupt != 0;
}

/* What it takes is not the family's. */
static void
run_at_deadline(struct supervisor *self)
{
    int64_t before_ms = children_cpu_ms();

    self->request->at_deadline(self->request->at_deadline_context, self->worker.pid, is_interrupted, self);
    self->others_cpu_ms += children_cpu_ms() - before_ms;
}

static void
on_time(struct supervisor *self)
{
    const struct supervise_request *request = self->request;

    switch (self->phase) {
    case PHASE_RUNNING:
        self->timed_out = true;
        if (request->at_deadline != NULL)
            run_at_deadline(self);
        worker_signal(&self->worker, request->deadline_signal);
        if (request->deadline_signal == SIGKILL)
            enter(self, PHASE_KILLED, PATIENCE_MS);
        else
            enter(self, PHASE_ASKED, request->kill_after_ms > 0 ? request->kill_after_ms : -1);
        break;
    case PHASE_ASKED:
        worker_signal(&self->worker, SIGKILL);
        enter(self, PHASE_KILLED, PATIENCE_MS);
        break;
    default: /* the rest is family_end's */
        enter(self, PHASE_GRACE, 0);
    }
}

/* The last moment, from the start on, at which the cell acts on a worker that does not end; 0 for never. */
static int64_t
last_act_ms(const struct supervise_request *request)
{
    if (request->timeout_ms == 0 || (request->deadline_signal != SIGKILL && request->kill_after_ms == 0))
        return 0;
    return request->timeout_ms + (request->deadline_signal == SIGKILL ? 0 : request->kill_after_ms) +
           (request->at_deadline != NULL ? request->at_deadline_ms : 0);
}

/* When the worker ends by itself if the cell does not see to it. */
static unsigned
backstop_s(const struct supervise_request *request)
{
    int64_t ms = last_act_ms(request);
    int64_t seconds = ms / 1000 + 1 + BACKSTOP_S;

    return ms == 0 || seconds > INT_MAX ? 0 : (unsigned)seconds;
}

static void
set_wake(struct supervisor *self)
{
    int64_t ms = last_act_ms(self->request);

    if (ms > 0)
        wake_set(&self->wake, ms + LATE_MS, ms + (BACKSTOP_S + 2) * INT64_C(1000));
}

/* Stops the family and then the cell, and goes on with both when the cell is continued. The clock of the deadline
   stands still meanwhile. */
static void
suspend(struct supervisor *self)
{
    int64_t before = clock_us();
    struct signal_seen seen;

    self->stop_asked = false;
    wake_clear(&self->wake);
    family_signal(&self->contain.family, SIGSTOP);
    (void)raise(SIGSTOP);
    family_signal(&self->contain.family, SIGCONT);
    if (self->next_us >= 0)
        self->next_us += clock_us() - before;
    set_wake(self);
    signals_collect();
    while (signals_next(&seen))
        if (seen.number != SIGCONT)
            obey(self, &seen);
}

/* Reads once. How many bytes there were; 0 when there is nothing now, or nothing any more. */
static size_t
read_stream(struct supervisor *self, int stream)
{
    static char bytes[READ_BYTES];
    const struct sink *sink = stream == STDOUT ? &self->request->stdout_sink : &self->request->stderr_sink;
    int *fd = stream_fd(self, stream);
    ssize_t n = io_read(*fd, bytes, sizeof bytes);

    if (n > 0)
        sink->take(sink->context, bytes, (size_t)n);
    else if (n == 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
        io_close(fd);
    return n > 0 ? (size_t)n : 0;
}

static int64_t
time_left_ms(const struct supervisor *self)
{
    int64_t count_us = self->contain.count_us;
    bool count_first = count_us >= 0 && (self->next_us < 0 || count_us < self->next_us);
    int64_t next_us = count_first ? count_us : self->next_us;
    int64_t left_us = next_us - clock_us();

    if (next_us < 0)
        return -1;
    if (left_us > LONGEST_WAIT_MS * INT64_C(1000))
        return LONGEST_WAIT_MS;
    return left_us > 0 ? (left_us + 999) / 1000 : 0;
}

/* Waits until something can be read, the worker has died, a signal comes or the phase is over; reads. Where poll itself
   fails (the family may have lowered the cell's own limit on descriptors), everything is looked at in turn, a hundred
   times a second. */
static void
wait_and_read(struct supervisor *self)
{
    struct pollfd polled[STREAMS + 1];
    int ready;

    for (int i = 0; i < STREAMS; i++)
        polled[i] = (struct pollfd){ .fd = *stream_fd(self, i), .events = POLLIN };
    polled[STREAMS] =
        (struct pollfd){ .fd = self->phase == PHASE_GRACE ? -1 : worker_poll_fd(&self->worker), .events = POLLIN };
    ready = signals_wait(polled, STREAMS + 1, time_left_ms(self));
    if (ready < 0 && errno != EINTR)
        (void)signals_wait(NULL, 0, WAIT_WITHOUT_POLL_MS);
    for (int i = 0; i < STREAMS; i++)
        if (*stream_fd(self, i) >= 0 && (ready > 0 ? polled[i].revents != 0 : ready < 0))
            (void)read_stream(self, i);
}

/* How long a descendant may write on. */
static int64_t
grace_ms(const struct supervisor *self)
{
    int64_t ms = self->request->leak_grace_ms;
    int64_t left_ms = (self->request->ends_us - clock_us()) / 1000;

    if (self->request->ends_us == 0 || ms < left_ms)
        return ms;
    return left_ms > 0 ? left_ms : 0;
}

/* Reaps who has died; the worker's death opens the grace. */
static void
look_for_death(struct supervisor *self)
{
    self->is_left = family_reap(&self->contain.family);
    if (self->phase == PHASE_GRACE || !worker_is_dead(&self->worker))
        return;
    self->result->died_us = clock_us();
    enter(self, PHASE_GRACE, grace_ms(self));
}

/* Whether a descendant that holds a pipe is still to be waited for. */
static bool
in_grace(const struct supervisor *self)
{
    return self->is_left && (self->worker.stdout_fd >= 0 || self->worker.stderr_fd >= 0);
}

static void
watch(struct supervisor *self)
{
    for (;;) {
        int64_t now_us;

        obey_signals(self);
        if (self->interrupt != 0)
            return;
        if (self->stop_asked)
            suspend(self);
        now_us = clock_us(); /* first: the cell may be stopped between the two */
        look_for_death(self);
        if (self->phase == PHASE_GRACE && !in_grace(self))
            return;
        if (self->next_us >= 0 && now_us >= self->next_us) {
            if (self->phase == PHASE_GRACE)
                return;
            on_time(self);
        }
        if (self->contain.count_us >= 0 && now_us >= self->contain.count_us)
            contain_count(&self->contain);
        wait_and_read(self);
    }
}

static void
not_started(struct supervised *result, const char *step, int errnum, bool in_exec)
{
    result->ended.how = ENDED_NOT_STARTED;
    if (in_exec)
        step = strerror(errnum);
    result->ended.reason = in_exec || errnum == 0 ? xstrdup(step) : xasprintf("%s: %s", step, strerror(errnum));
    result->not_found = in_exec && errnum == ENOENT;
}

/* A worker that its own alarm has ended after the deadline has passed it. */
static bool
passed_deadline(const struct supervisor *self)
{
    int64_t timeout_ms = self->request->timeout_ms;

    if (self->timed_out)
        return true;
    return timeout_ms > 0 && self->worker.is_reaped && WIFSIGNALED(self->worker.wait_status) &&
           WTERMSIG(self->worker.wait_status) == SIGALRM &&
           self->result->died_us - self->started_us >= timeout_ms * 1000;
}

/* Tells how the worker ended. */
static void
conclude(struct supervisor *self)
{
    struct supervised *result = self->result;
    int status = self->worker.wait_status;

    result->usage = self->worker.usage;
    if (!self->worker.is_reaped)
        result->ended = (struct ended){ .how = ENDED_SIGNALED, .survived = true };
    else if (WIFSIGNALED(status))
        result->ended =
            (struct ended){ .how = ENDED_SIGNALED, .term_signal = WTERMSIG(status), .core_dumped = WCOREDUMP(status) };
    else
        result->ended = (struct ended){ .how = ENDED_EXITED, .exit_code = WEXITSTATUS(status) };
    if (passed_deadline(self)) {
        result->ended.how = ENDED_TIMED_OUT;
        result->ended.after_ms = self->request->timeout_ms;
    }
    if (result->died_us == 0)
        result->died_us = clock_us();
    result->wall_ms = result->died_us > self->started_us ? (result->died_us - self->started_us) / 1000 : 0;
}

/* What is in the pipes when nobody of the family is left to write, and no more. */
static void
drain(struct supervisor *self)
{
    for (int i = 0; i < STREAMS; i++) {
        int *fd = stream_fd(self, i);
        size_t left = PIPE_BYTES;
#ifdef F_GETPIPE_SZ
        int size = *fd >= 0 ? fcntl(*fd, F_GETPIPE_SZ) : -1;

        if (size > 0)
            left = (size_t)size;
#endif
        while (*fd >= 0 && left > 0) {
            size_t n = read_stream(self, i);

            if (n == 0)
                break;
            left -= n < left ? n : left;
        }
    }
}

/* Ends the family, reads what is left, tells how it was. */
static void
finish(struct supervisor *self)
{
    struct supervised *result = self->result;

    /* A dead one that cannot be reaped, for another process traces it, still leads its group: who lives in it is to be
       seen before it is killed. */
    if (!worker_is_dead(&self->worker))
        worker_signal(&self->worker, SIGKILL);
    contain_end(&self->contain);
    drain(self);
    obey_signals(self);
    conclude(self);
    result->containment = self->contain.result;
    result->interrupted = self->interrupt;
}

static int
begin(struct supervisor *self)
{
    const struct supervise_request *request = self->request;
    struct start_request start = {
        .argv = request->argv,
        .environment = request->environment,
        .stdin_fd = -1,
        .limits = request->limits,
        .mask = signals_old_mask(),
        .alarm_s = backstop_s(request),
        .keep_descriptors = request->keep_descriptors,
        .may_be_traced = request->at_deadline != NULL,
    };
    struct start_error error;

#ifdef PR_SET_DUMPABLE
    (void)prctl(PR_SET_DUMPABLE, 0); /* no worker of the same user is to trace the cell, or to write its memory */
#endif
    if (signals_take(end_family_now) != 0) {
        not_started(self->result, "signals", errno, false);
        return -1;
    }
    if (contain_begin(&self->contain, &self->worker) != 0) {
        not_started(self->result, "subreaper", errno, false);
        return -1;
    }
    self->started_us = clock_us();
    if (self->started_us <= 0 || clock_gettime(CLOCK_REALTIME, &self->result->started_at) != 0) {
        not_started(self->result, "clock", errno, false);
        return -1;
    }
    set_wake(self); /* first: the worker may be quick */
    if (contain_start(&self->contain, request->isolate, &start, &error) != 0) {
        not_started(self->result, error.step, error.errnum, error.in_exec);
        return -1;
    }
    self->next_us = request->timeout_ms > 0 ? self->started_us + request->timeout_ms * 1000 : -1;
    return 0;
}

void
supervise_run(const struct supervise_request *request, struct supervised *result)
{
    struct supervisor self = {
        .request = request,
        .result = result,
        .worker = worker_none,
        .next_us = -1,
    };
    int64_t cpu_before_ms = children_cpu_ms();

    *result = (struct supervised){ .interrupted = 0 };
    running = &self;
    xalloc_before_failing(end_family_now);
    if (begin(&self) == 0) {
        result->pid = self.worker.pid;
        result->running_us = clock_us();
        watch(&self);
        finish(&self);
        result->cpu_ms = children_cpu_ms() - cpu_before_ms - self.others_cpu_ms;
        result->ended_us = clock_us();
    } else if (self.contain.family.adopts) { /* what was started, and could not be told to have been */
        contain_end(&self.contain);
        result->containment = self.contain.result;
    }
    xalloc_before_failing(NULL);
    running = NULL;
    wake_clear(&self.wake);
    worker_close(&self.worker);
    contain_free(&self.contain);
}
