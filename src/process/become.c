/* become: the way from a process to the worker.

   The child is made by vfork: the parent waits until it has executed the worker, and no page table is copied. Between
   the two the child calls nothing that allocates or locks and writes to no memory of its parent's but its own stack and
   what struct program keeps for it. */
#include <config.h>

#include "process/become.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "process/signals.h"
#include "process/tether.h"

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
    if (errno != ENOSYS && errno != EINVAL && errno != EPERM) /* a filter that does not know the call may say EPERM */
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

/* Runs in the child, and enters the cgroup that it is not in yet: returns only when a step fails, and says which. */
static struct become_failure
become_worker(const struct start_request *request, const struct program *program, pid_t parent,
              const struct become_ends *ends, const struct cgroup *enter)
{
    struct become_failure failure = { .step = "hello" };

    if (ends->hello >= 0 && write(ends->hello, "", 1) != 1)
        goto failed;
    failure.step = "cgroup";
    failure.in_cgroup = true;
    if (enter != NULL && cgroup_enter(enter->procs_fd) != 0)
        goto failed;
    failure.in_cgroup = false;
    failure.step = "setsid";
    if (setsid() < 0)
        goto failed;
    failure.step = "tether";
    if (tether_hang(ends->tether) != 0)
        goto failed;
    failure.step = "prctl";
    if (die_with(parent) != 0)
        goto failed;
    failure.step = "redirect";
    if (redirect(request->stdin_fd, ends->out, ends->err) != 0)
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

static _Noreturn void
be_child(const struct start_request *request, const struct program *program, pid_t parent,
         const struct become_ends *ends, const struct cgroup *enter)
{
    struct become_failure failure = become_worker(request, program, parent, ends, enter);

    /* If even this fails the parent reads nothing, and finds a child that exits with 127 as a worker may. */
    (void)!write(ends->report, &failure, sizeof failure);
    _exit(127);
}

/* Kept apart from its caller so that vfork can spoil none of the caller's variables. */
__attribute__((noinline)) static pid_t
start_here(const struct start_request *request, const struct program *program, const struct become_ends *ends)
{
    pid_t parent = getpid();
    pid_t pid = vfork();

    if (pid == 0)
        be_child(request, program, parent, ends, request->cgroup);
    return pid;
}

#if defined __linux__ && defined SYS_clone3

/* struct clone_args of Linux's include/uapi/linux/sched.h, as of Linux 5.7. */
struct clone_request {
    uint64_t flags;
    uint64_t pidfd;
    uint64_t child_tid;
    uint64_t parent_tid;
    uint64_t exit_signal;
    uint64_t stack;
    uint64_t stack_size;
    uint64_t tls;
    uint64_t set_tid;
    uint64_t set_tid_size;
    uint64_t cgroup;
};

/* Makes the child in its cgroup. Who enters one later makes the kernel wait until no processor is in the middle of a
   fork, which takes milliseconds; to copy the page tables, as no vfork does it in a cgroup, is less. -1 with errno. */
static pid_t
start_there(const struct start_request *request, const struct program *program, const struct become_ends *ends)
{
    const uint64_t vfork_flag = 0x4000;
    const uint64_t into_cgroup = UINT64_C(1) << 33;
    struct clone_request how = { .flags = vfork_flag | into_cgroup,
                                 .exit_signal = SIGCHLD,
                                 .cgroup = (uint64_t)request->cgroup->directory_fd };
    pid_t parent = getpid();
    pid_t pid = (pid_t)syscall(SYS_clone3, &how, sizeof how);

    if (pid == 0)
        be_child(request, program, parent, ends, NULL);
    return pid;
}

#else

static pid_t
start_there(const struct start_request *request, const struct program *program, const struct become_ends *ends)
{
    (void)request;
    (void)program;
    (void)ends;
    errno = ENOSYS;
    return -1;
}

#endif

pid_t
become_start(const struct start_request *request, const struct program *program, const struct become_ends *ends)
{
    pid_t pid = request->cgroup != NULL ? start_there(request, program, ends) : -1;

    return pid >= 0 ? pid : start_here(request, program, ends);
}
