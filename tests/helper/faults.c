/* faults: makes one call of one function fail. Linked into a program, it stands before the system's library.

   FAULT=FUNCTION:N:ERRNO    the N-th call of FUNCTION fails with the number ERRNO
   FAULT_MARK=FILE           is made when that has happened

   vfork is fork here: it cannot be called on behalf of another. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char wanted[32];
static long calls_left = -1; /* -1: nothing is to fail */
static int fault;

static __attribute__((constructor)) void
read_fault(void)
{
    const char *text = getenv("FAULT");
    long number = 0;

    if (text != NULL && sscanf(text, "%31[^:]:%ld:%d", wanted, &number, &fault) == 3)
        calls_left = number;
}

/* Whether this call is the one. */
static bool
strikes(const char *function)
{
    const char *mark;

    if (calls_left <= 0 || strcmp(function, wanted) != 0 || --calls_left > 0)
        return false;
    mark = getenv("FAULT_MARK");
    if (mark != NULL)
        (void)syscall(SYS_close, (int)syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600));
    errno = fault;
    return true;
}

/* TYPE NAME PARAMETERS, which calls the real one with ARGUMENTS; BAD is what it answers when it fails. */
#define FAULTY(type, bad, name, parameters, arguments) \
    type name parameters                               \
    {                                                  \
        static type(*real) parameters;                 \
                                                       \
        if (strikes(#name))                            \
            return bad;                                \
        if (real == NULL)                              \
            *(void **)&real = dlsym(RTLD_NEXT, #name); \
        return real arguments;                         \
    }

FAULTY(int, -1, pipe2, (int fds[2], int flags), (fds, flags))
FAULTY(int, -1, dup2, (int from, int to), (from, to))
FAULTY(pid_t, -1, setsid, (void), ())
FAULTY(pid_t, -1, getsid, (pid_t pid), (pid))
FAULTY(int, -1, setrlimit, (__rlimit_resource_t resource, const struct rlimit *limit), (resource, limit))
FAULTY(int, -1, execve, (const char *file, char *const argv[], char *const envp[]), (file, argv, envp))
FAULTY(ssize_t, -1, read, (int fd, void *bytes, size_t count), (fd, bytes, count))
FAULTY(ssize_t, -1, write, (int fd, const void *bytes, size_t count), (fd, bytes, count))
FAULTY(int, -1, ppoll, (struct pollfd * fds, nfds_t count, const struct timespec *wait, const sigset_t *mask),
       (fds, count, wait, mask))
FAULTY(int, -1, waitid, (idtype_t type, id_t id, siginfo_t *info, int options), (type, id, info, options))
FAULTY(pid_t, -1, waitpid, (pid_t pid, int *status, int options), (pid, status, options))
FAULTY(pid_t, -1, wait4, (pid_t pid, int *status, int options, struct rusage *usage), (pid, status, options, usage))
FAULTY(int, -1, renameat, (int from_at, const char *from, int to_at, const char *to), (from_at, from, to_at, to))
FAULTY(int, -1, linkat, (int from_at, const char *from, int to_at, const char *to, int flags),
       (from_at, from, to_at, to, flags))
FAULTY(int, -1, unlinkat, (int at, const char *name, int flags), (at, name, flags))
FAULTY(int, -1, unlink, (const char *name), (name))
FAULTY(int, -1, mkostemp, (char *name, int flags), (name, flags))
FAULTY(int, -1, kill, (pid_t pid, int number), (pid, number))
FAULTY(int, -1, sigaction, (int number, const struct sigaction *action, struct sigaction *old), (number, action, old))
FAULTY(int, -1, sigprocmask, (int how, const sigset_t *set, sigset_t *old), (how, set, old))
FAULTY(int, -1, clock_gettime, (clockid_t clock, struct timespec *now), (clock, now))
FAULTY(int, -1, ftruncate, (int fd, off_t size), (fd, size))
FAULTY(int, -1, gethostname, (char *name, size_t size), (name, size))
FAULTY(DIR *, NULL, fdopendir, (int fd), (fd))
FAULTY(struct dirent *, NULL, readdir, (DIR * directory), (directory))

/* These are declared in other ways by different versions of the headers, so they are spelled out. */
int
setitimer(__itimer_which_t which, const struct itimerval *timer, struct itimerval *old)
{
    if (strikes("setitimer"))
        return -1;
    return (int)syscall(SYS_setitimer, which, timer, old);
}

int
open(const char *name, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
    va_end(args);
    return strikes("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, name, flags, mode);
}

int
openat(int at, const char *name, int flags, ...)
{
    va_list args;
    mode_t mode = 0;

    va_start(args, flags);
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)
        mode = va_arg(args, mode_t);
    va_end(args);
    return strikes("openat") ? -1 : (int)syscall(SYS_openat, at, name, flags, mode);
}

int
fcntl(int fd, int command, ...)
{
    va_list args;
    long argument;

    va_start(args, command);
    argument = va_arg(args, long);
    va_end(args);
    return strikes("fcntl") ? -1 : (int)syscall(SYS_fcntl, fd, command, argument);
}

int
prctl(int option, ...)
{
    va_list args;
    unsigned long words[4];

    va_start(args, option);
    for (int i = 0; i < 4; i++)
        words[i] = va_arg(args, unsigned long);
    va_end(args);
    return strikes("prctl") ? -1 : (int)syscall(SYS_prctl, option, words[0], words[1], words[2], words[3]);
}

/* A close that fails has closed all the same, as on Linux. */
int
close(int fd)
{
    bool fails = strikes("close");
    int result = (int)syscall(SYS_close, fd);

    if (!fails)
        return result;
    errno = fault;
    return -1;
}

pid_t
vfork(void)
{
    return strikes("vfork") ? -1 : fork();
}

/* A sanitizer has an allocator of its own, and is left to it. */
#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *
malloc(size_t size)
{
    return strikes("malloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
    return strikes("malloc") ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
    return strikes("malloc") ? NULL : __libc_realloc(old, size);
}
#endif
