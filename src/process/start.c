/* start: starts a worker in a session of its own, in a pid namespace of its own where that is asked for. What fails in
   the child comes back over a close-on-exec pipe, so that an end of file there means that exec succeeded. */
#include "process/start.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"
#include "process/become.h"
#include "process/namespace.h"
#include "process/program.h"
#include "process/tether.h"

enum { READ_END, WRITE_END };

/* Like pipe2(2), with both ends above 2: a cell that was started with a standard descriptor closed must not hand one of
   its own ends to the worker by that number. */
static int
open_pipe(int ends[2])
{
    int opened[2];

    if (pipe2(opened, O_CLOEXEC) != 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        int saved;

        ends[i] = opened[i];
        if (opened[i] > STDERR_FILENO)
            continue;
        ends[i] = fcntl(opened[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        saved = errno;
        (void)close(opened[i]);
        if (ends[i] >= 0)
            continue;
        (void)close(i == 0 ? opened[1] : ends[0]);
        ends[0] = ends[1] = -1;
        errno = saved;
        return -1;
    }
    return 0;
}

static int
fail(struct start_error *error, const char *step)
{
    error->errnum = errno;
    error->in_exec = false;
    (void)snprintf(error->step, sizeof error->step, "%s", step);
    return -1;
}

/* Reads what the child has to say. 0 when it has become the worker. */
static int
read_failure(int fd, struct start_error *error)
{
    struct become_failure failure;
    ssize_t n = io_read(fd, &failure, sizeof failure);

    if (n == 0)
        return 0;
    if (n != (ssize_t)sizeof failure) {
        if (n > 0)
            errno = EIO;
        return fail(error, "read error pipe");
    }
    error->errnum = failure.errnum;
    error->in_exec = failure.in_exec;
    error->in_isolation = failure.in_isolation;
    error->in_cgroup = failure.in_cgroup;
    (void)snprintf(error->step, sizeof error->step, "%s%s%s", failure.step, failure.limit != NULL ? " " : "",
                   failure.limit != NULL ? failure.limit : "");
    return -1;
}

static int
set_nonblocking(int fd)
{
    return fcntl(fd, F_SETFL, O_NONBLOCK);
}

/* An unlucky worker is killed and reaped, with the namespace that was made for it. */
static void
abandon(struct worker *worker)
{
    pid_t pid = worker->keeper > 0 ? worker->keeper : worker->pid;

    (void)kill(pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    worker_close(worker);
}

static int
make_child(const struct start_request *request, const struct program *program, const struct become_ends *ends,
           struct worker *worker)
{
    pid_t pid;

    if (request->isolate_pid)
        return namespace_make(request, program, ends, worker);
    pid = become_start(request, program, ends);
    *worker = worker_none;
    worker->operations = &worker_child;
    worker->pid = pid;
    return pid < 0 ? -1 : 0;
}

/* What is known of a child only when it has become the worker. */
static int
finish_child(const struct start_request *request, struct worker *worker)
{
    if (request->isolate_pid)
        return namespace_learn(worker);
    worker->pidfd = worker_open_pidfd(worker->pid);
    return 0;
}

int
start_worker(const struct start_request *request, struct worker *worker, struct start_error *error)
{
    int out[2] = { -1, -1 };
    int err[2] = { -1, -1 };
    int report[2] = { -1, -1 };
    int tether[2] = { -1, -1 };
    struct program program;
    struct become_ends ends;
    int result = -1;

    *error = (struct start_error){ .errnum = 0 };
    program_init(&program, request->argv, request->environment);
    if (open_pipe(out) != 0 || open_pipe(err) != 0 || open_pipe(report) != 0 || open_pipe(tether) != 0) {
        (void)fail(error, "pipe");
        goto done;
    }
    if (tether_make(tether) != 0 || set_nonblocking(out[READ_END]) != 0 || set_nonblocking(err[READ_END]) != 0) {
        (void)fail(error, "fcntl");
        goto done;
    }
    ends = (struct become_ends){ out[WRITE_END], err[WRITE_END], report[WRITE_END], -1, { tether[0], tether[1] } };
    if (make_child(request, &program, &ends, worker) != 0) {
        (void)fail(error, request->isolate_pid ? "pid namespace" : "vfork");
        error->in_isolation = request->isolate_pid;
        goto done;
    }
    io_close(&report[WRITE_END]);
    if (read_failure(report[READ_END], error) != 0) {
        abandon(worker);
        goto done;
    }
    if (finish_child(request, worker) != 0) {
        (void)fail(error, "pid namespace");
        abandon(worker);
        goto done;
    }
    worker->stdout_fd = out[READ_END];
    worker->stderr_fd = err[READ_END];
    memcpy(worker->tether, tether, sizeof tether);
    out[READ_END] = err[READ_END] = tether[0] = tether[1] = -1;
    result = 0;
done:
    for (int i = 0; i < 2; i++) {
        io_close(&out[i]);
        io_close(&err[i]);
        io_close(&report[i]);
        io_close(&tether[i]);
    }
    program_free(&program);
    return result;
}
