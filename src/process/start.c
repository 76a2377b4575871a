/* start: starts a worker in a session of its own.

   The child is made by vfork: the parent waits until it has executed the worker, and no page table is copied. Between
   the two the child calls nothing that allocates or locks and writes to no memory of its parent's but its own
   stack and what struct program keeps for it. What fails comes back over a close-on-exec pipe, so that an end of file
   there means that exec succeeded. */
#include <config.h>

#include "process/start.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "base/io.h"
#include "process/program.h"
#include "process/signals.h"

enum { READ_END, WRITE_END };

/* What the child writes down the error pipe. LIMIT is a static string, and parent and child share the program. */
struct failure {
    const char *step;
    const char *limit;
    int errnum;
    bool in_exec;
};

/* The parent may have died before the kernel knew what to send then. */
static int
die_with(pid_t parent)
{
#ifdef PR_SET_PDEATHSIG
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return -1;
    if (getppid() != parent)
        _exit(127);
#else
    (void)parent;
#endif
    return 0;
}

/* Yama lets only ancestors attach, and whom a process names (and what that has started); where there is no Yama all
 * may. */
static void
allow_tracing(pid_t parent)
{
#ifdef PR_SET_PTRACER
    (void)prctl(PR_SET_PTRACER, (unsigned long)parent, 0UL, 0UL, 0UL);
#else
    (void)parent;
#endif
}

/* Everything above 2 is closed by exec. */
static int
drop_descriptors(void)
{
#ifdef SYS_close_range /* the kernel's: a C library need not know of it */
    const unsigned cloexec = 1U << 2;

    if (syscall(SYS_close_range, 3U, UINT_MAX, cloexec) == 0)
        return 0;
    if (errno != ENOSYS && errno != EINVAL)
        return -1;
#endif
    for (int fd = 3, end = (int)sysconf(_SC_OPEN_MAX); fd < end; fd++)
        if (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0 && errno != EBADF)
            return -1;
    return 0;
}

/* A descriptor that has its number already keeps its close-on-exec flag through dup2, and must not. */
static int
place(int fd, int number)
{
    return fd == number ? fcntl(fd, F_SETFD, 0) : dup2(fd, number);
}

static int
redirect(int in, int out, int err)
{
    if (in < 0)
        in = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (in < 0 || place(in, STDIN_FILENO) < 0)
        return -1;
    return place(out, STDOUT_FILENO) < 0 || place(err, STDERR_FILENO) < 0 ? -1 : 0;
}

/* Runs in the child: returns only when a step fails, and says which. */
static struct failure
become_worker(const struct start_request *request, const struct program *program, pid_t parent, int out, int err)
{
    struct failure failure = { .step = "setsid" };

    if (setsid() < 0)
        goto failed;
    failure.step = "prctl";
    if (die_with(parent) != 0)
        goto failed;
    failure.step = "redirect";
    if (redirect(request->stdin_fd, out, err) != 0)
        goto failed;
    failure.step = "close descriptors";
    if (!request->keep_descriptors && drop_descriptors() != 0)
        goto failed;
    failure.step = "setrlimit";
    if (limits_apply(request->limits, &failure.limit) != 0)
        goto failed;
    failure.step = "chdir";
    if (request->directory != NULL && chdir(request->directory) != 0)
        goto failed;
    failure.step = "restore signals";
    if (signals_restore(request->mask) != 0)
        goto failed;
    (void)alarm(request->alarm_s);
    if (request->may_be_traced)
        allow_tracing(parent);
    failure.step = "exec";
    failure.in_exec = true;
    program_execute(program);
failed:
    failure.errnum = errno;
    return failure;
}

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
    struct failure failure;
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
    (void)snprintf(error->step, sizeof error->step, "%s%s%s", failure.step, failure.limit != NULL ? " " : "",
                   failure.limit != NULL ? failure.limit : "");
    return -1;
}

/* Makes the child. Kept apart from its caller so that vfork can spoil none of the caller's variables. */
static __attribute__((noinline)) pid_t
make_child(const struct start_request *request, const struct program *program, int out, int err, int report)
{
    pid_t parent = getpid();
    pid_t pid = vfork();

    if (pid == 0) {
        struct failure failure = become_worker(request, program, parent, out, err);

        /* If even this fails the parent reads nothing, and finds a child that exits with 127 as a worker may. */
        (void)!write(report, &failure, sizeof failure);
        _exit(127);
    }
    return pid;
}

static int
set_nonblocking(int fd)
{
    return fcntl(fd, F_SETFL, O_NONBLOCK);
}

/* An unlucky worker is killed and reaped; it has started nothing, for it is not what was to run. */
static void
abandon(pid_t pid)
{
    (void)kill(pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno != ECHILD)
        continue;
}

int
start_worker(const struct start_request *request, struct worker *worker, struct start_error *error)
{
    int out[2] = { -1, -1 };
    int err[2] = { -1, -1 };
    int report[2] = { -1, -1 };
    struct program program;
    pid_t pid = -1;
    int result = -1;

    *error = (struct start_error){ .errnum = 0 };
    program_init(&program, request->argv, request->environment);
    if (open_pipe(out) != 0 || open_pipe(err) != 0 || open_pipe(report) != 0) {
        (void)fail(error, "pipe");
        goto done;
    }
    if (set_nonblocking(out[READ_END]) != 0 || set_nonblocking(err[READ_END]) != 0) {
        (void)fail(error, "fcntl");
        goto done;
    }
    pid = make_child(request, &program, out[WRITE_END], err[WRITE_END], report[WRITE_END]);
    if (pid < 0) {
        (void)fail(error, "vfork");
        goto done;
    }
    io_close(&report[WRITE_END]);
    if (read_failure(report[READ_END], error) != 0) {
        abandon(pid);
        goto done;
    }
    *worker = (struct worker){ .operations = &worker_child, .pid = pid, .pidfd = worker_open_pidfd(pid) };
    worker->stdout_fd = out[READ_END];
    worker->stderr_fd = err[READ_END];
    out[READ_END] = err[READ_END] = -1;
    result = 0;
done:
    for (int i = 0; i < 2; i++) {
        io_close(&out[i]);
        io_close(&err[i]);
        io_close(&report[i]);
    }
    program_free(&program);
    return result;
}
