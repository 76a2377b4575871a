/* worker: the process that runs the tests. */
#include "process/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "base/io.h"

const struct worker worker_none = {
    .pidfd = -1, .told_fd = -1, .stdout_fd = -1, .stderr_fd = -1, .tether = { -1, -1 }
};

/* Where there is no such child there is no life either. Of what cannot be asked the pidfd tells. */
static bool
child_is_dead(const struct worker *worker)
{
    struct pollfd polled = { .fd = worker->pidfd, .events = POLLIN };
    siginfo_t info = { .si_pid = 0 };
    int result;

    do
        result = waitid(P_PID, (id_t)worker->pid, &info, WEXITED | WNOWAIT | WNOHANG);
    while (result != 0 && errno == EINTR);
    if (result != 0 && errno == ECHILD)
        return true;
    if (info.si_pid != 0 && info.si_code != CLD_TRAPPED) /* it may have made its parent its tracer */
        return true;
    return worker->pidfd >= 0 && poll(&polled, 1, 0) > 0;
}

void
worker_signal_group(const struct worker *worker, int signal)
{
    pid_t pid = worker->pid;

    if (getpgid(pid) != pid)
        (void)kill(pid, signal);
    (void)kill(-pid, signal);
    if (signal != SIGKILL && signal != SIGCONT && signal != SIGSTOP)
        (void)kill(-pid, SIGCONT);
}

static bool
child_reap(struct worker *worker)
{
    pid_t pid;

    do
        pid = wait4(worker->pid, &worker->wait_status, WNOHANG, &worker->usage);
    while (pid < 0 && errno == EINTR);
    return pid == worker->pid && !WIFSTOPPED(worker->wait_status);
}

const struct worker_operations worker_child = { child_is_dead, worker_signal_group, child_reap };

bool
worker_is_dead(const struct worker *worker)
{
    return worker->is_reaped || worker->operations->is_dead(worker);
}

int
worker_poll_fd(const struct worker *worker)
{
    return worker->pidfd >= 0 ? worker->pidfd : worker->told_fd;
}

void
worker_signal(const struct worker *worker, int signal)
{
    if (!worker->is_reaped)
        worker->operations->signal(worker, signal);
}

bool
worker_reap(struct worker *worker)
{
    worker->is_reaped = worker->is_reaped || worker->operations->reap(worker);
    return worker->is_reaped;
}

int
worker_open_pidfd(pid_t pid)
{
#ifdef SYS_pidfd_open
    return (int)syscall(SYS_pidfd_open, pid, 0);
#else
    (void)pid;
    return -1;
#endif
}

void
worker_close(struct worker *worker)
{
    io_close(&worker->pidfd);
    io_close(&worker->told_fd);
    io_close(&worker->stdout_fd);
    io_close(&worker->stderr_fd);
    io_close(&worker->tether[0]);
    io_close(&worker->tether[1]);
}
