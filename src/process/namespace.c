/* namespace: a worker in a pid namespace of its own.

   The first process of a pid namespace is its init: signals that it has no handler for do not reach it from within, and
   orphans become its children. A worker must not be it, for it would not die of its own abort(3). So the keeper is: a
   copy of the cell that starts the worker, reaps whatever dies, tells the cell how the worker ended, and ends when
   nothing is left. It dies with the cell, and the kernel kills with it all that is in the namespace.

   A worker that another process traces cannot be reaped before its tracer is gone. The cell sees that it is dead by its
   pidfd, and has the keeper kill all others (NAMESPACE_EMPTY): then how it ended can be told. */
#include <config.h>

#include "process/namespace.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

#include "base/io.h"
#include "process/signals.h"

#ifdef CLONE_NEWPID

enum { STACK_BYTES = 64 << 10 };

struct keeper {
    const struct start_request *request;
    const struct program *program;
    struct become_ends ends;
    int cell_end; /* of the socket whose other end is */
    int tell;     /* a socket; the worker's end goes there */
    uid_t uid;    /* the cell's, which is to be the worker's too */
    gid_t gid;
    bool has_user_namespace;
};

/* How the worker ended. */
struct told {
    int wait_status;
    struct rusage usage;
};

static int
write_file(const char *name, const char *text)
{
    int fd = open(name, O_WRONLY | O_CLOEXEC);
    int result;

    if (fd < 0)
        return -1;
    result = io_write_all(fd, text, strlen(text));
    (void)close(fd);
    return result;
}

/* The same user and group inside as out here. The files are only the user's own while the process may be traced. */
static int
map_user(const struct keeper *keeper)
{
    char text[64];

    if (prctl(PR_SET_DUMPABLE, 1) != 0)
        return -1;
    if (write_file("/proc/self/setgroups", "deny") != 0 && errno != ENOENT)
        return -1;
    (void)snprintf(text, sizeof text, "%lu %lu 1", (unsigned long)keeper->uid, (unsigned long)keeper->uid);
    if (write_file("/proc/self/uid_map", text) != 0)
        return -1;
    (void)snprintf(text, sizeof text, "%lu %lu 1", (unsigned long)keeper->gid, (unsigned long)keeper->gid);
    if (write_file("/proc/self/gid_map", text) != 0)
        return -1;
    return prctl(PR_SET_DUMPABLE, 0);
}

/* The /proc of the namespace, where the old one was; what is mounted out here later comes in, nothing gets out. */
static int
mount_proc(void)
{
    if (mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL) != 0)
        return -1;
    return mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
}

static void
report(const struct keeper *keeper, const char *step)
{
    const struct become_failure failure = { .step = step, .errnum = errno, .in_isolation = true };

    (void)!write(keeper->ends.report, &failure, sizeof failure);
    _exit(1);
}

/* Kills all of the namespace but this process. The family may send the signal as well, and is not obeyed: who is
   outside has no pid in here, and only the kernel can say that kill(2) was it. */
static void
empty(int number, siginfo_t *info, void *context)
{
    int saved = errno;

    (void)number;
    (void)context;
    if (info->si_code == SI_USER && info->si_pid == 0)
        (void)kill(-1, SIGKILL);
    errno = saved;
}

static int
take_orders(void)
{
    struct sigaction action = { .sa_sigaction = empty, .sa_flags = SA_SIGINFO };
    sigset_t set;

    (void)sigemptyset(&set);
    (void)sigaddset(&set, NAMESPACE_EMPTY);
    return sigaction(NAMESPACE_EMPTY, &action, NULL) == 0 && sigprocmask(SIG_UNBLOCK, &set, NULL) == 0 ? 0 : -1;
}

/* Reaps until nobody is left. What has only been stopped is not dead: it has made this process its tracer. */
static void
keep(const struct keeper *keeper, pid_t worker)
{
    struct told told;
    pid_t pid;

    while ((pid = wait4(-1, &told.wait_status, 0, &told.usage)) > 0 || errno == EINTR)
        if (pid == worker && !WIFSTOPPED(told.wait_status))
            (void)!write(keeper->tell, &told, sizeof told);
}

static int
be_keeper(void *argument)
{
    struct keeper *keeper = argument;
    pid_t worker;
    char byte;

    (void)close(keeper->cell_end);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        report(keeper, "prctl");
    if (recv(keeper->tell, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
        _exit(1); /* the cell had died before the kernel knew what to send then */
    if (keeper->has_user_namespace && map_user(keeper) != 0)
        report(keeper, "user namespace");
    if (mount_proc() != 0)
        report(keeper, "mount of /proc");
    if (take_orders() != 0)
        report(keeper, "sigaction");
    keeper->ends.hello = keeper->tell;
    worker = become_start(keeper->request, keeper->program, &keeper->ends);
    if (worker < 0)
        report(keeper, "vfork");
    (void)close(keeper->ends.report);
    (void)close(keeper->ends.out);
    (void)close(keeper->ends.err);
    if (io_read(keeper->tell, &byte, 1) == 1) /* until the cell knows the worker, its pid must stay its own */
        keep(keeper, worker);
    _exit(0);
}

static bool
namespace_is_dead(const struct worker *worker)
{
    struct pollfd polled = { .fd = worker->pidfd, .events = POLLIN };
    struct told told;
    ssize_t n = recv(worker->told_fd, &told, sizeof told, MSG_PEEK | MSG_DONTWAIT);

    if (n >= 0 ||
        (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)) /* 0: the keeper is gone, and all with it */
        return true;
    return worker->pidfd >= 0 && poll(&polled, 1, 0) > 0;
}

/* Without its keeper nobody tells; it was killed with it. */
static bool
namespace_reap(struct worker *worker)
{
    struct told told = { .wait_status = SIGKILL };
    ssize_t n = recv(worker->told_fd, &told, sizeof told, MSG_DONTWAIT);

    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return false;
    if (n != (ssize_t)sizeof told)
        told = (struct told){ .wait_status = SIGKILL };
    worker->wait_status = told.wait_status;
    worker->usage = told.usage;
    return true;
}

static const struct worker_operations operations = { namespace_is_dead, worker_signal_group, namespace_reap };

int
namespace_make(const struct start_request *request, const struct program *program, const struct become_ends *ends,
               struct worker *worker)
{
    static char stack[STACK_BYTES] __attribute__((aligned(16)));
    struct keeper keeper = { request, program, *ends, -1, -1, geteuid(), getegid(), geteuid() != 0 };
    int flags = CLONE_NEWPID | CLONE_NEWNS | (keeper.has_user_namespace ? CLONE_NEWUSER : 0) | SIGCHLD;
    const int on = 1;
    int pair[2];
    int saved;

    *worker = worker_none;
    worker->operations = &operations;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return -1;
    worker->told_fd = pair[0];
    keeper.cell_end = pair[0];
    keeper.tell = pair[1];
    worker->keeper = -1;
    if (setsockopt(pair[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on) == 0)
        worker->keeper = clone(be_keeper, stack + sizeof stack, flags, &keeper);
    if (worker->keeper < 0 && errno == EPERM && !keeper.has_user_namespace) { /* a root that may not do all */
        keeper.has_user_namespace = true;
        worker->keeper = clone(be_keeper, stack + sizeof stack, flags | CLONE_NEWUSER, &keeper);
    }
    saved = errno;
    (void)close(pair[1]);
    errno = saved;
    if (worker->keeper > 0)
        return 0;
    io_close(&worker->told_fd);
    worker->keeper = 0;
    return -1;
}

/* The kernel adds the sender's pid to each message, as the receiver would see it. The keeper reaps nobody before it is
   answered. */
int
namespace_learn(struct worker *worker)
{
    char byte;
    struct iovec data = { &byte, 1 };
    union {
        struct cmsghdr header;
        char room[CMSG_SPACE(sizeof(struct ucred))];
    } control;
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
    };
    struct ucred sender;
    const struct cmsghdr *header;

    if (recvmsg(worker->told_fd, &message, MSG_DONTWAIT) != 1)
        return -1;
    header = CMSG_FIRSTHDR(&message);
    if (header == NULL || header->cmsg_type != SCM_CREDENTIALS) {
        errno = EPROTO;
        return -1;
    }
    memcpy(&sender, CMSG_DATA(header), sizeof sender);
    worker->pid = sender.pid;
    worker->pidfd = worker_open_pidfd(worker->pid);
    (void)send(worker->told_fd, "", 1, MSG_NOSIGNAL); /* a keeper that is gone is seen to be */
    return 0;
}

#else

int
namespace_make(const struct start_request *request, const struct program *program, const struct become_ends *ends,
               struct worker *worker)
{
    (void)request;
    (void)program;
    (void)ends;
    (void)worker;
    errno = ENOSYS;
    return -1;
}

int
namespace_learn(struct worker *worker)
{
    (void)worker;
    errno = ENOSYS;
    return -1;
}

#endif
