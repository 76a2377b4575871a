/* misbehave: a worker that goes wrong in one of the ways in which real workers went wrong.

   misbehave MODE [NUMBER]    goes wrong
   misbehave --list           a line for each run that a test is to make, its fields parted by tabs:
                              MODE NUMBER OPTIONS STATUS LEAKS LINE
   OPTIONS are the cell's, STATUS is what the cell has to exit with, LEAKS whether processes must be noted as left
   behind, and LINE is a pattern of the shell for the line that the cell prints; "-" stands for none at all. Where a "?"
   comes first, the cell may also find that it cannot write the record (74) and print none: which it is, is the
   allocator's.

   MISBEHAVE_BYTES is how much a flood is, 64M without it. */
#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FRAME(results) "---ORI_JSON_BEGIN---\n[{\"results\":[" results "],\"errors\":[]}]\n---ORI_JSON_END---\n"
#define PASSED "{\"name\":\"a\",\"outcome\":{\"type\":\"Passed\"}}"
#define EVENTS "@@ori-test plan a\n@@ori-test start a\n@@ori-test result a pass 1\n@@ori-test done\n"

enum { BOMB = 2000, ZOMBIES = 500, MILLION = 1000000, TESTS = 5000 };

static void
put(int fd, const char *text, size_t size)
{
    while (size > 0) {
        ssize_t n = write(fd, text, size);

        if (n < 0 && errno != EINTR)
            return;
        if (n > 0) {
            text += n;
            size -= (size_t)n;
        }
    }
}

static void
say(const char *text)
{
    put(STDOUT_FILENO, text, strlen(text));
}

static void
hang(void)
{
    for (;;)
        (void)pause();
}

static void
block_all(void)
{
    sigset_t all;

    (void)sigfillset(&all);
    (void)sigprocmask(SIG_BLOCK, &all, NULL);
}

static unsigned long long
flood_bytes(void)
{
    const char *text = getenv("MISBEHAVE_BYTES");

    return text != NULL ? strtoull(text, NULL, 10) : 64ULL << 20;
}

static void
flood(int fd, int other, char byte)
{
    static char block[64 << 10];

    memset(block, byte, sizeof block);
    for (unsigned long long done = 0; done < flood_bytes(); done += sizeof block) {
        put(fd, block, sizeof block);
        if (other >= 0)
            put(other, block, sizeof block);
    }
}

static void
die_by(long number)
{
    (void)signal((int)number, SIG_DFL);
    (void)raise((int)number);
    exit(3); /* one that is ignored by default */
}

static void
stop(long number)
{
    (void)number;
    (void)raise(SIGSTOP);
    hang();
}

static void
ignore_term(long number)
{
    (void)number;
    (void)signal(SIGTERM, SIG_IGN);
    hang();
}

static void
block_everything(long number)
{
    (void)number;
    block_all();
    for (;;)
        continue;
}

static void
on_term(int number)
{
    (void)number;
    (void)!write(STDERR_FILENO, "hangs here\n", 11);
    _exit(0);
}

static void
handle_term(long number)
{
    (void)number;
    (void)signal(SIGTERM, on_term);
    hang();
}

static void
exec_other(long number)
{
    (void)number;
    (void)execl("/bin/sh", "sh", "-c", "exit 4", (char *)NULL);
}

/* FLAGS: which of stdout (1) and stderr (2) the child keeps, whether it is in a session of its own (4), whether it
   writes on (8), whether it blocks all signals (16). */
static void
leave_child(long flags)
{
    if (fork() != 0)
        exit(0);
    if ((flags & 4) != 0) {
        (void)setsid();
        if (fork() != 0)
            _exit(0);
    }
    if ((flags & 16) != 0)
        block_all();
    if ((flags & 1) == 0)
        (void)close(STDOUT_FILENO);
    if ((flags & 2) == 0)
        (void)close(STDERR_FILENO);
    if ((flags & 8) == 0)
        hang();
    for (;;)
        say("still here\n");
}

/* Each process goes on forking until as many as are allowed have been made, none of them in its parent's session. */
static void
fork_bomb(long number)
{
    int *made = mmap(NULL, sizeof *made, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (made == MAP_FAILED)
        return;
    while (__atomic_add_fetch(made, 1, __ATOMIC_SEQ_CST) < number)
        if (fork() == 0)
            (void)setsid();
    hang();
}

static void
zombie_farm(long number)
{
    for (long i = 0; i < number; i++)
        if (fork() == 0)
            _exit(0);
    hang();
}

static void
flood_stdout(long number)
{
    flood(STDOUT_FILENO, -1, (char)(number == 0 ? '\n' : number));
    exit(5);
}

static void
flood_stderr(long number)
{
    (void)number;
    flood(STDERR_FILENO, -1, 'e');
    exit(5);
}

static void
flood_both(long number)
{
    (void)number;
    flood(STDOUT_FILENO, STDERR_FILENO, '@');
    exit(5);
}

static void
drip(long number)
{
    const struct timespec second = { .tv_sec = number };

    for (;;) {
        say(".");
        (void)nanosleep(&second, NULL);
    }
}

static void
print_nuls(long number)
{
    static const char nuls[4096];

    (void)number;
    put(STDOUT_FILENO, nuls, sizeof nuls);
    put(STDERR_FILENO, nuls, sizeof nuls);
    say("\n" FRAME(PASSED));
    exit(0);
}

static void
close_one(long number)
{
    (void)close((int)number);
    say(FRAME(PASSED));
    exit(0);
}

static void
close_all_and_hang(long number)
{
    for (int fd = 0; fd < number; fd++)
        (void)close(fd);
    hang();
}

/* Lifts the limit on processor time that it was given, if it may, and uses more. */
static void
raise_limits(long number)
{
    const struct rlimit unlimited = { RLIM_INFINITY, RLIM_INFINITY };

    (void)number;
    (void)setrlimit(RLIMIT_CPU, &unlimited);
    for (;;)
        continue;
}

static void
lower_limits(long number)
{
    const struct rlimit none = { 0, 0 };

    (void)number;
    (void)setrlimit(RLIMIT_NOFILE, &none);
    (void)setrlimit(RLIMIT_FSIZE, &none);
    (void)setrlimit(RLIMIT_NPROC, &none);
    say(FRAME(PASSED));
    exit(0);
}

static void
join_group_of_parent(long number)
{
    (void)number;
    (void)setpgid(0, getpgid(getppid()));
    block_all();
    hang();
}

static void
trace_me(long number)
{
    (void)ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    (void)raise((int)number);
    hang();
}

static void
kill_parent(long number)
{
    (void)kill(getppid(), (int)number);
    hang();
}

static void
kill_group(long number)
{
    (void)kill(0, (int)number);
    hang();
}

/* The directory that the record is to be written to is the current one's "doomed". */
static void
delete_results(long number)
{
    (void)number;
    (void)rmdir("doomed");
    say(FRAME(PASSED));
    exit(0);
}

static void
large_frame(long number)
{
    static char block[1 << 20];

    memset(block, ' ', sizeof block);
    say("---ORI_JSON_BEGIN---\n");
    for (long i = 0; i < number; i++)
        put(STDOUT_FILENO, block, sizeof block);
    say("\n---ORI_JSON_END---\n");
    exit(0);
}

/* The first NUMBER bytes of a whole stream, and then death. */
static void
cut_events(long number)
{
    put(STDOUT_FILENO, EVENTS, (size_t)number);
    (void)raise(SIGKILL);
}

static void
cut_frame(long number)
{
    put(STDOUT_FILENO, FRAME(PASSED), (size_t)number);
    exit(0);
}

static void
unplanned_events(long number)
{
    (void)number;
    say("@@ori-test plan a\n@@ori-test result a pass 1\n@@ori-test result b pass 1\n@@ori-test done\n");
    exit(0);
}

static void
repeated_event(long number)
{
    (void)number;
    say("@@ori-test plan a\n@@ori-test result a fail 1 no\n@@ori-test result a pass 1\n@@ori-test done\n");
    exit(0);
}

/* NUMBER events in all, of no more than TESTS tests: after their first results come those of a liar. */
static void
many_events(long number)
{
    for (int i = 0; i < TESTS; i++)
        (void)printf("@@ori-test plan test_%d\n", i);
    for (long i = 0; i < number - TESTS - 1; i++)
        (void)printf("@@ori-test result test_%ld pass 1\n", i % TESTS);
    (void)printf("@@ori-test done\n");
    exit(0);
}

/* More tests than a cell takes. */
static void
too_many_tests(long number)
{
    for (long i = 0; i < number; i++)
        (void)printf("@@ori-test plan test_%ld\n@@ori-test result test_%ld pass 1\n", i, i);
    (void)printf("@@ori-test done\n");
    exit(0);
}

static void
long_details(long number)
{
    static char detail[60 << 10];

    memset(detail, '\\', sizeof detail - 1);
    for (long i = 0; i < number; i++)
        (void)printf("@@ori-test plan t%ld\n@@ori-test result t%ld fail 1 %s\n", i, i, detail);
    (void)printf("@@ori-test done\n");
    exit(1);
}

static void
report_and_die(long number)
{
    say(FRAME(PASSED));
    (void)raise((int)number);
}

static void
die_in_exit(void)
{
    abort();
}

static void
report_and_die_in_exit(long number)
{
    (void)atexit(die_in_exit);
    say(FRAME(PASSED));
    exit((int)number);
}

static void
report_and_hang(long number)
{
    (void)number;
    say(FRAME(PASSED));
    hang();
}

static void
exit_with(long number)
{
    exit((int)number);
}

static int
overflow(const volatile char *from, volatile int *depth)
{
    volatile char here[4096];

    here[0] = from[0];
    return ++*depth < 0 ? 0 : overflow(here, depth) + here[0];
}

static void
overflow_stack(long number)
{
    volatile char first[1] = { (char)number };
    volatile int depth = 0;

    exit(overflow(first, &depth));
}

static void
exhaust_memory(long number)
{
    static char *volatile kept; /* so that no compiler leaves the memory out */

    for (long i = 0; i < number; i++) {
        char *block = malloc(1 << 20);

        if (block == NULL)
            abort();
        memset(block, 1, 1 << 20);
        kept = block;
    }
    exit(kept != NULL ? 6 : 7);
}

static void
fill_file(long number)
{
    static const char block[4096];
    int fd = open("filled", O_WRONLY | O_CREAT | O_TRUNC, 0600);

    for (long i = 0; i < number; i++)
        put(fd, block, sizeof block);
    exit(7);
}

static void
read_stdin(long number)
{
    char byte;

    exit(read(STDIN_FILENO, &byte, 1) == 0 ? (int)number : 1);
}

/* The reader must not be surprised by a pipe that has become non-blocking, or another size. */
static void
bend_pipe(long number)
{
    (void)fcntl(STDOUT_FILENO, F_SETFL, O_NONBLOCK);
#ifdef F_SETPIPE_SZ
    (void)fcntl(STDOUT_FILENO, F_SETPIPE_SZ, 4096);
#endif
    say(FRAME(PASSED));
    exit((int)number);
}

static void
vfork_and_hang(long number)
{
    static char *const argv[] = { (char *)"sh", (char *)"-c", (char *)"while :; do :; done", NULL };

    (void)number;
    if (vfork() == 0) {
        (void)execv("/bin/sh", argv);
        _exit(1);
    }
    (void)wait(NULL);
}

static void
late_frame(long number)
{
    if (fork() != 0)
        exit(0);
    while (getppid() == (pid_t)number)
        continue;
    say(FRAME(PASSED));
    _exit(0);
}

static void
pass(long number)
{
    (void)number;
    say(FRAME(PASSED));
    exit(0);
}

/* The orphan of a process in a session of its own, with none of the worker's pipes; its parent is gone on return. True
   in the orphan. */
static bool
become_daemon(void)
{
    pid_t child = fork();

    if (child == 0) {
        (void)setsid();
        if (fork() != 0)
            _exit(0);
        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
        return true;
    }
    (void)waitpid(child, NULL, 0);
    return false;
}

/* Forks, leaves for a session of its own, lets its parent exit, and so on without end. FLAGS: with random pauses (1),
   with all signals blocked (2). */
static void
hydra(long flags)
{
    unsigned seed = (unsigned)getpid();

    if ((flags & 2) != 0)
        block_all();
    for (;;) {
        const struct timespec pause_time = { .tv_nsec =
                                                 (long)((seed = seed * 1103515245 + 12345) >> 16) % 1000 * 2000 };
        pid_t child = fork();

        if (child > 0)
            _exit(0);
        if (child == 0)
            (void)setsid();
        if ((flags & 1) != 0)
            (void)nanosleep(&pause_time, NULL);
    }
}

static void
one_hydra(long flags)
{
    if (become_daemon())
        hydra(flags);
    pass(0);
}

static void
many_hydras(long number)
{
    for (long i = 0; i < number; i++)
        if (become_daemon())
            hydra(0);
    pass(0);
}

/* All of them are to be made, as they are without a cell. */
static void
daemon_storm(long number)
{
    for (long i = 0; i < number; i++) {
        int status;
        pid_t child = fork();

        if (child == 0) {
            (void)setsid();
            child = fork();
            _exit(child < 0);
        }
        if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0)
            exit(9);
    }
    pass(0);
}

/* NUMBER: what is done in another thread when the first one has exited. */
static void *
run_in_thread(void *number)
{
    if (*(long *)number == 0)
        hang();
    if (*(long *)number == 2)
        exec_other(0);
    say(FRAME(PASSED));
    exit(0);
}

static void
leave_thread(long number)
{
    static long what;
    pthread_t thread;

    what = number;
    if (pthread_create(&thread, NULL, run_in_thread, &what) != 0)
        exit(9);
    if (number == 2)
        hang();
    (void)syscall(SYS_exit, 0);
}

static void
leave_thread_in_daemon(long number)
{
    if (become_daemon())
        leave_thread(number);
    pass(0);
}

/* The worker is traced by its own child, which never waits for it. NUMBER: by PTRACE_ATTACH (1), exits (2), faults (4).
 */
static void
traced_by_child(long number)
{
    pid_t self = getpid();
    int ready[2];
    char byte;

    if (pipe(ready) != 0)
        exit(9);
#ifdef PR_SET_PTRACER
    (void)prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);
#endif
    if (fork() == 0) {
        long result = ptrace((number & 1) != 0 ? PTRACE_ATTACH : PTRACE_SEIZE, self, NULL, NULL);

        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
        put(ready[1], result == 0 ? "y" : "n", 1);
        hang();
    }
    (void)!read(ready[0], &byte, 1);
    if ((number & 4) != 0)
        (void)raise(SIGSEGV);
    if ((number & 2) != 0)
        pass(0);
    hang();
}

static void
trace_parent(long number)
{
    (void)ptrace(number == 0 ? PTRACE_SEIZE : PTRACE_ATTACH, getppid(), NULL, NULL);
    pass(0);
}

static void
limit_parent(long resource)
{
    const struct rlimit none = { 0, 0 };

    (void)syscall(SYS_prlimit64, getppid(), (int)resource, &none, NULL);
    pass(0);
}

/* A child of the worker's parent. */
static void
leave_sibling(long number)
{
    if (syscall(SYS_clone, CLONE_PARENT | SIGCHLD, NULL, NULL, NULL, NULL) == 0) {
        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
        if (number != 0)
            _exit((int)number);
        hang();
    }
    pass(0);
}

/* Children of whose end nobody is told. */
static void
leave_silent_child(long number)
{
    if (syscall(SYS_clone, 0, NULL, NULL, NULL, NULL) == 0) {
        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
        if (number != 0)
            _exit((int)number);
        hang();
    }
    pass(0);
}

static void
adopt_orphans(long number)
{
#ifdef PR_SET_CHILD_SUBREAPER
    (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
    for (long i = 0; i < number; i++)
        if (become_daemon())
            hang();
    pass(0);
}

/* A line of processes, each in a session of its own and the child of the one before. */
static void
nest_sessions(long number)
{
    int ready[2];
    char byte;

    if (pipe(ready) != 0)
        exit(9);
    for (long i = 0; i < number; i++) {
        if (fork() != 0) {
            if (i > 0)
                hang();
            (void)!read(ready[0], &byte, 1);
            pass(0);
        }
        (void)setsid();
        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
    }
    put(ready[1], "y", 1);
    hang();
}

static void
hide_behind_zombies(long number)
{
    for (long i = 0; i < number; i++)
        if (fork() == 0)
            _exit(0);
    leave_child(4);
}

/* Hands standard output to a socket in which nobody reads it. */
static void
send_stdout(int to)
{
    char byte = 'x';
    struct iovec data = { .iov_base = &byte, .iov_len = 1 };
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int))] = { 0 };
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control
    };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    int fd = STDOUT_FILENO;

    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    (void)sendmsg(to, &message, 0);
}

static void
pipe_in_socket(long number)
{
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        exit(9);
    send_stdout(ends[0]);
    if (number != 0 && become_daemon())
        hang();
    pass(0);
}

static void
signal_storm(long signal)
{
    for (int i = 0; i < 10000; i++)
        (void)kill(getppid(), (int)signal);
    pass(0);
}

/* Every signal that kills by default, and the worker is gone before the cell can have looked at them all. */
static void
signal_parent_and_pass(long times)
{
    for (int i = 1; i <= 64; i++)
        for (long time = 0; time < times && i != SIGKILL && i != SIGSTOP; time++)
            (void)kill(getppid(), i);
    pass(0);
}

static void
queue_to_parent(long signal)
{
    (void)sigqueue(getppid(), (int)signal, (union sigval){ .sival_int = 0 });
    hang();
}

/* The kernel lets whoever queues a signal tell any sender. */
static void
queue_as_other(long signal)
{
    siginfo_t info = { .si_signo = (int)signal, .si_code = SI_QUEUE };

    info.si_pid = 1;
    (void)syscall(SYS_rt_sigqueueinfo, getppid(), (int)signal, &info);
    hang();
}

/* The signal of a pipe whose owner the parent is made. */
static void
signal_by_descriptor(long signal)
{
    int ends[2];

    if (pipe(ends) == 0 && fcntl(ends[0], F_SETOWN, getppid()) == 0 && fcntl(ends[0], F_SETSIG, signal) == 0 &&
        fcntl(ends[0], F_SETFL, O_ASYNC) == 0)
        (void)!write(ends[1], "", 1);
    hang();
}

/* More of them than anybody can look at. */
static void
realtime_storm(long number)
{
    (void)number;
    for (;;)
        for (int i = SIGRTMIN; i <= SIGRTMAX; i++)
            (void)kill(getppid(), i);
}

static void
leave_child_in_group(long number)
{
    (void)number;
    if (fork() == 0) {
        (void)setpgid(0, 0);
        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
        hang();
    }
    pass(0);
}

static void
ignore_all(long number)
{
    for (int i = 1; i <= 64; i++)
        (void)signal(i, SIG_IGN);
    if (number != 0)
        pass(0);
    hang();
}

static void
open_terminal(long number)
{
    exit(open("/dev/tty", O_RDWR) < 0 ? (int)number : 1);
}

static void
use_alarm(long microseconds)
{
    const struct itimerval timer = { .it_value = { .tv_usec = microseconds } };

    (void)alarm(0);
    (void)setitimer(ITIMER_REAL, &timer, NULL);
    hang();
}

static void
limit_itself(long resource)
{
    const struct rlimit none = { 0, 0 };

    (void)syscall(SYS_prlimit64, 0, (int)resource, &none, NULL);
    (void)!fork();
    pass(0);
}

static void
close_in_order(long status)
{
    for (int fd = 0; fd <= 2; fd++)
        (void)close(fd);
    exit((int)status);
}

/* NUMBER times, and for ever with a negative one. */
static void
exec_itself(long number)
{
    char text[24];

    if (number == 0)
        pass(0);
    (void)snprintf(text, sizeof text, "%ld", number > 0 ? number - 1 : number);
    (void)execl("/proc/self/exe", "misbehave", number > 0 ? "exec-itself" : "exec-for-ever", text, (char *)NULL);
    exit(9);
}

static void
hold_parent(long number)
{
    (void)number;
    if (vfork() == 0)
        for (;;)
            (void)pause();
    exit(9);
}

static void
lock_memory(long number)
{
    (void)mlockall(MCL_CURRENT | (int)number);
    pass(0);
}

static void
be_nice(long number)
{
    errno = 0;
    (void)!nice((int)number);
    pass(0);
}

static void
reopen_stdout(long flags)
{
    int fd = open("/proc/self/fd/1", O_WRONLY | (int)flags);

    put(fd, FRAME(PASSED), sizeof FRAME(PASSED) - 1);
    exit(fd < 0 ? 9 : 0);
}

static void
append_to_pipe(long number)
{
    (void)number;
    (void)fcntl(STDOUT_FILENO, F_SETFL, O_APPEND);
    pass(0);
}

/* The pipe is full of what the cell has not read when the worker exits, or nearly so. */
static void
grow_pipe(long bytes)
{
    static char block[1000000];

#ifdef F_SETPIPE_SZ
    (void)fcntl(STDOUT_FILENO, F_SETPIPE_SZ, 1 << 20);
#endif
    memset(block, '\n', sizeof block);
    put(STDOUT_FILENO, block, (size_t)bytes);
    pass(0);
}

static void
byte_by_byte(long number)
{
    (void)number;
    for (const char *c = FRAME(PASSED); *c != '\0'; c++)
        put(STDOUT_FILENO, c, 1);
    exit(0);
}

static void
lie_in_tap(long status)
{
    say("1..3\nok 1 - a\nok 2 - b\n");
    exit((int)status);
}

static void
lie_in_events(long status)
{
    say(EVENTS);
    exit((int)status);
}

static void
leave_plan_open(long number)
{
    (void)number;
    say("@@ori-test plan a\n@@ori-test plan b\n@@ori-test result a pass 1\n@@ori-test done\n");
    exit(0);
}

static void
report_and_tear(long number)
{
    say(FRAME(PASSED));
    put(STDOUT_FILENO, FRAME(PASSED), (size_t)number);
    exit(0);
}

static void
report_and_fail(long status)
{
    say(FRAME(PASSED));
    exit((int)status);
}

static void
hide_itself(long number)
{
#ifdef PR_SET_DUMPABLE
    (void)prctl(PR_SET_DUMPABLE, number);
#endif
    hang();
}

static void
die_and_leave_child(long signal)
{
    if (become_daemon())
        hang();
    (void)raise((int)signal);
}

/* A name that is to be mistaken for the fields that follow it in /proc/PID/stat. */
static void
leave_child_renamed(long number)
{
    (void)number;
    if (become_daemon()) {
        (void)prctl(PR_SET_NAME, ") Z 1 1 (x\n");
        hang();
    }
    pass(0);
}

static void
leave_child_stopped(long number)
{
    (void)number;
    if (become_daemon())
        stop(0);
    pass(0);
}

/* Where it may not have another user's identity it keeps its own. */
static void
leave_child_of_other(long user)
{
    if (become_daemon()) {
        (void)!setuid((uid_t)user);
        hang();
    }
    pass(0);
}

/* Where it may not have a namespace of its own it has none. */
static void
leave_namespace(long flags)
{
    (void)!unshare((int)flags);
    if (fork() == 0) { /* the first one in it must stay, or all the others go */
        (void)setsid();
        (void)close(STDOUT_FILENO);
        (void)close(STDERR_FILENO);
        hang();
    }
    pass(0);
}

static void
lose_directory(long number)
{
    (void)number;
    if (mkdir("lost", 0700) != 0 || chdir("lost") != 0 || rmdir("../lost") != 0)
        exit(9);
    pass(0);
}

struct mode {
    const char *name;
    void (*run)(long number);
    long first; /* the numbers to run it with */
    long last;
    const char *options;
    int status;
    bool leaks;
    const char *line;
};

#define DIED "CRASH m  worker killed by SIG* (signal *)  *"
#define LATE "CRASH m  worker timed out after *"
#define MUTE(code) "CRASH m  worker exited " code " with no JSON output  *"
#define GREEN "PASS  m  1 test  *"
#define GREEN_OR_LOST "?" GREEN
#define SOON "--timeout=0.5"

static const struct mode modes[] = {
    { "signal", die_by, 1, 15, "", 0, false, "CRASH m  worker killed by SIG*" },
    { "ignored-signal", die_by, SIGCHLD, SIGCONT, "", 0, false, MUTE("3") },
    { "late-signal", die_by, SIGXCPU, SIGPROF, "", 0, false, DIED },
    { "realtime-signal", die_by, 40, 42, "", 0, false, "CRASH m  worker killed by SIGRTM* (signal 4*" },
    { "stop-itself", stop, 0, 0, SOON, 0, false, LATE },
    { "ignore-term", ignore_term, 0, 0, SOON " --signal=TERM --kill-after=0.2", 0, false, LATE },
    { "block-everything", block_everything, 0, 0, SOON " --signal=TERM --kill-after=0.2", 0, false, LATE },
    { "handle-term", handle_term, 0, 0, SOON " --signal=TERM", 0, false, LATE },
    { "exec-other", exec_other, 0, 0, "", 0, false, MUTE("4") },
    { "leave-child", leave_child, 0, 0, "", 0, true, MUTE("0") },
    { "child-holds-stdout", leave_child, 1, 1, "", 0, true, MUTE("0") },
    { "child-holds-stderr", leave_child, 2, 2, "", 0, true, MUTE("0") },
    { "child-writes-on", leave_child, 9, 9, "", 0, true, MUTE("0") },
    { "child-blocks-all", leave_child, 19, 19, "", 0, true, MUTE("0") },
    { "daemon", leave_child, 4, 7, "", 0, true, MUTE("0") },
    { "daemon-writes-on", leave_child, 13, 13, "", 0, true, MUTE("0") },
    { "fork-bomb", fork_bomb, BOMB, BOMB, "--timeout=1", 0, true, LATE },
    { "zombie-farm", zombie_farm, ZOMBIES, ZOMBIES, SOON, 0, false, LATE },
    { "flood-stdout", flood_stdout, 'x', 'x', "", 0, false, MUTE("5") },
    { "flood-newlines", flood_stdout, 0, 0, "", 0, false, MUTE("5") },
    { "flood-markers", flood_stdout, '@', '@', "", 0, false, MUTE("5") },
    { "flood-stderr", flood_stderr, 0, 0, "", 0, false, MUTE("5") },
    { "flood-both", flood_both, 0, 0, "", 0, false, MUTE("5") },
    { "flood-events", flood_both, 0, 0, "--protocol=events", 0, false, MUTE("5") },
    { "flood-tap", flood_both, 0, 0, "--protocol=tap", 0, false, "CRASH m  worker exited 5 with no TAP output  *" },
    { "flood-exit", flood_both, 0, 0, "--protocol=exit", 0, false, "FAIL  m  1 of 1 test failed  *" },
    { "drip", drip, 1, 1, "--timeout=1.5", 0, false, LATE },
    { "nuls", print_nuls, 0, 0, "", 0, false, GREEN },
    { "close-stdin", close_one, 0, 0, "", 0, false, GREEN },
    { "close-stdout", close_one, 1, 1, "", 0, false, MUTE("0") },
    { "close-stderr", close_one, 2, 2, "", 0, false, GREEN },
    { "close-all-and-hang", close_all_and_hang, 100, 100, SOON, 0, false, LATE },
    { "raise-limits", raise_limits, 0, 0, "--timeout=2.5 --limit=cpu=1", 0, false, "CRASH m  worker *" },
    { "lower-limits", lower_limits, 0, 0, "", 0, false, GREEN },
    { "join-group-of-parent", join_group_of_parent, 0, 0, SOON, 0, false, LATE },
    { "trace-me", trace_me, SIGSEGV, SIGSEGV, SOON, 0, false, LATE },
    { "kill-parent", kill_parent, SIGKILL, SIGKILL, "", 137, false, "-" },
    { "signal-parent", kill_parent, SIGHUP, SIGTRAP, SOON, 0, false, LATE },
    { "terminate-parent", kill_parent, SIGUSR1, SIGUSR1, SOON, 0, false, LATE },
    { "alarm-parent", kill_parent, SIGUSR2, SIGTERM, SOON, 0, false, LATE },
    { "stop-parent-by-terminal", kill_parent, SIGTSTP, SIGTTOU, SOON, 0, false, LATE },
    { "late-signal-parent", kill_parent, SIGXCPU, SIGSYS, SOON, 0, false, LATE },
    { "realtime-signal-parent", kill_parent, 40, 41, SOON, 0, false, LATE },
    { "kill-group", kill_group, SIGKILL, SIGKILL, "", 0, false, DIED },
    { "delete-results", delete_results, 0, 0, "--output=doomed/r.json", 74, false, "-" },
    { "large-frame", large_frame, 70, 70, "", 0, false,
      "CRASH m  worker exited 0 with malformed JSON output: a frame of more than 64 MiB  *" },
    { "cut-events", cut_events, 0, (long)sizeof EVENTS - 1, "--protocol=events", 0, false, DIED },
    { "cut-frame", cut_frame, 0, (long)sizeof FRAME(PASSED) - 3, "", 0, false, MUTE("0") },
    { "unplanned-events", unplanned_events, 0, 0, "", 0, false,
      "ERROR m  1 result of a test that was not planned: b  *" },
    { "repeated-event", repeated_event, 0, 0, "", 0, false, "FAIL  m  1 of 1 test failed  *" },
    { "million-events", many_events, MILLION, MILLION, "", 0, false, "ERROR m  * results of a test that had one: *" },
    { "too-many-tests", too_many_tests, 20000, 20000, "", 0, false, "ERROR m  *" },
    { "long-details", long_details, 1000, 1000, "", 0, false, "FAIL  m  *" },
    { "report-and-die", report_and_die, SIGSEGV, SIGSEGV, "", 0, false, DIED },
    { "report-and-die-in-exit", report_and_die_in_exit, 0, 1, "", 0, false, DIED },
    { "report-and-hang", report_and_hang, 0, 0, SOON, 0, false, LATE },
    { "odd-status", exit_with, 125, 128, "", 0, false, "CRASH m  worker exited * with no JSON output  *" },
    { "status-255", exit_with, 255, 255, "", 0, false, MUTE("255") },
    { "stack-overflow", overflow_stack, 1, 1, "", 0, false, DIED },
    { "memory-limit", exhaust_memory, 4000, 4000, "--limit=as=256M", 0, false, DIED },
    { "file-size-limit", fill_file, 1000, 1000, "--limit=fsize=1M", 0, false,
      "CRASH m  worker killed by SIGXFSZ (signal 25): file size limit 1M  *" },
    { "read-stdin", read_stdin, 8, 8, "", 0, false, MUTE("8") },
    { "bend-pipe", bend_pipe, 0, 0, "", 0, false, GREEN },
    { "vfork-and-hang", vfork_and_hang, 0, 0, SOON, 0, false, LATE },
    { "late-frame", late_frame, 0, 0, "", 0, false, "* m  *" },
    { "hydra", one_hydra, 0, 0, "", 0, true, GREEN },
    { "hydra-pauses", one_hydra, 1, 1, "", 0, true, GREEN },
    { "hydra-blocks-all", one_hydra, 2, 3, "", 0, true, GREEN },
    { "hydra-two-heads", many_hydras, 2, 2, "", 0, true, GREEN },
    { "hydra-itself", hydra, 0, 0, "", 0, true, MUTE("0") },
    { "daemon-storm", daemon_storm, 600, 600, "", 0, false, GREEN },
    { "thread-outlives-leader", leave_thread, 0, 0, SOON, 0, false, LATE },
    { "thread-reports", leave_thread, 1, 1, "", 0, false, GREEN },
    { "thread-executes", leave_thread, 2, 2, "", 0, false, MUTE("4") },
    { "thread-outlives-daemon", leave_thread_in_daemon, 0, 0, "", 0, true, GREEN },
    { "traced-by-child", traced_by_child, 0, 0, SOON, 0, false, LATE },
    { "attached-by-child", traced_by_child, 1, 1, SOON, 0, false, LATE },
    { "traced-by-child-and-exits", traced_by_child, 2, 2, "", 0, true, GREEN },
    { "traced-by-child-and-faults", traced_by_child, 4, 4, SOON, 0, false, LATE },
    { "trace-parent", trace_parent, 0, 0, "", 0, false, GREEN },
    { "attach-to-parent", trace_parent, 1, 1, "", 0, false, GREEN },
    { "parent-without-descriptors", limit_parent, RLIMIT_NOFILE, RLIMIT_NOFILE, "", 0, false, GREEN },
    { "parent-without-memory", limit_parent, RLIMIT_AS, RLIMIT_AS, "", 0, false, GREEN_OR_LOST },
    { "parent-without-data", limit_parent, RLIMIT_DATA, RLIMIT_DATA, "", 0, false, GREEN_OR_LOST },
    { "parent-without-files", limit_parent, RLIMIT_FSIZE, RLIMIT_FSIZE, "", 74, false, "-" },
    { "parent-without-queue", limit_parent, RLIMIT_SIGPENDING, RLIMIT_SIGPENDING, "", 0, false, GREEN },
    { "parent-without-processes", limit_parent, RLIMIT_NPROC, RLIMIT_NPROC, "", 0, false, GREEN },
    { "leave-sibling", leave_sibling, 0, 0, "", 0, true, GREEN },
    { "sibling-exits", leave_sibling, 1, 1, "", 0, false, GREEN },
    { "leave-silent-child", leave_silent_child, 0, 0, "", 0, true, GREEN },
    { "silent-child-exits", leave_silent_child, 1, 1, "", 0, false, GREEN },
    { "adopt-orphans", adopt_orphans, 5, 5, "", 0, true, GREEN },
    { "nest-sessions", nest_sessions, 50, 50, "", 0, true, GREEN },
    { "hide-behind-zombies", hide_behind_zombies, 700, 700, "", 0, true, MUTE("0") },
    { "pipe-in-socket", pipe_in_socket, 0, 0, "", 0, false, GREEN },
    { "pipe-in-socket-of-daemon", pipe_in_socket, 1, 1, "", 0, true, GREEN },
    { "continue-storm", signal_storm, SIGCONT, SIGCONT, "", 0, false, GREEN },
    { "child-signal-storm", signal_storm, SIGCHLD, SIGCHLD, "", 0, false, GREEN },
    { "alarm-storm", signal_storm, SIGALRM, SIGALRM, "", 0, false, GREEN },
    { "window-storm", signal_storm, SIGWINCH, SIGWINCH, "", 0, false, GREEN },
    { "urgent-storm", signal_storm, SIGURG, SIGURG, "", 0, false, GREEN },
    { "signals-and-pass", signal_parent_and_pass, 1, 3, "", 0, false, GREEN },
    { "queue-to-parent", queue_to_parent, SIGUSR1, SIGUSR1, SOON, 0, false, LATE },
    { "queue-as-other", queue_as_other, SIGUSR1, SIGUSR1, SOON, 0, false, LATE },
    { "queue-stop-as-other", queue_as_other, SIGTSTP, SIGTSTP, SOON, 0, false, LATE },
    { "signal-by-descriptor", signal_by_descriptor, SIGTERM, SIGTERM, SOON, 0, false, LATE },
    { "stop-by-descriptor", signal_by_descriptor, SIGTSTP, SIGTSTP, SOON, 0, false, LATE },
    { "realtime-storm", realtime_storm, 0, 0, SOON, 0, false, LATE },
    { "child-changes-group", leave_child_in_group, 0, 0, "", 0, true, GREEN },
    { "ignore-all", ignore_all, 0, 0, SOON, 0, false, LATE },
    { "ignore-all-and-pass", ignore_all, 1, 1, "", 0, false, GREEN },
    { "open-terminal", open_terminal, 8, 8, "", 0, false, MUTE("8") },
    { "own-alarm", use_alarm, 1000, 1000, "--timeout=60", 0, false, DIED },
    { "alarm-off", use_alarm, 0, 0, SOON, 0, false, LATE },
    { "own-process-limit", limit_itself, RLIMIT_NPROC, RLIMIT_NPROC, "", 0, false, "* m  *" },
    { "close-in-order", close_in_order, 0, 3, "", 0, false, MUTE("*") },
    { "exec-itself", exec_itself, 100, 100, "", 0, false, GREEN },
    { "exec-for-ever", exec_itself, -1, -1, SOON, 0, false, LATE },
    { "vfork-holds", hold_parent, 0, 0, SOON, 0, false, LATE },
    { "lock-memory", lock_memory, MCL_FUTURE, MCL_FUTURE, "", 0, false, GREEN },
    { "nice", be_nice, 19, 19, "", 0, false, GREEN },
    { "reopen-stdout", reopen_stdout, 0, 0, "", 0, false, GREEN },
    { "append-to-pipe", append_to_pipe, 0, 0, "", 0, false, GREEN },
    { "grow-pipe", grow_pipe, 1000000, 1000000, "", 0, false, GREEN },
    { "byte-by-byte", byte_by_byte, 0, 0, "", 0, false, GREEN },
    { "exit-2", exit_with, 2, 2, "", 0, false, MUTE("2") },
    { "short-tap", lie_in_tap, 0, 1, "--protocol=tap", 0, false, "ERROR m  *" },
    { "events-and-status", lie_in_events, 1, 1, "", 0, false, "ERROR m  *" },
    { "open-plan", leave_plan_open, 0, 0, "", 0, false, "CRASH m  no result: *" },
    { "report-and-tear", report_and_tear, 30, 30, "", 0, false, "* m  *" },
    { "report-and-fail", report_and_fail, 3, 3, "", 0, false, "ERROR m  *" },
    { "hide-itself", hide_itself, 0, 0, SOON, 0, false, LATE },
    { "die-and-leave-child", die_and_leave_child, SIGKILL, SIGKILL, "", 0, true, DIED },
    { "child-renamed", leave_child_renamed, 0, 0, "", 0, true, GREEN },
    { "child-stopped", leave_child_stopped, 0, 0, "", 0, true, GREEN },
    { "child-of-other-user", leave_child_of_other, 65534, 65534, "", 0, true, GREEN },
    { "child-in-pid-namespace", leave_namespace, CLONE_NEWPID, CLONE_NEWPID, "", 0, true, GREEN },
    { "child-in-mount-namespace", leave_namespace, CLONE_NEWNS, CLONE_NEWNS, "", 0, true, GREEN },
    { "lose-directory", lose_directory, 0, 0, "", 0, false, GREEN },
};

enum { MODES = sizeof modes / sizeof modes[0] };

static void
list(void)
{
    for (int i = 0; i < MODES; i++) {
        const struct mode *mode = &modes[i];

        for (long number = mode->first; number <= mode->last; number++) {
            int status = mode->status >= 0 ? mode->status : 128 + (int)number;

            (void)printf("%s\t%ld\t%s \t%d\t%d\t%s\n", mode->name, number, mode->options, status, mode->leaks,
                         mode->line);
        }
    }
}

int
main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        list();
        return fflush(stdout) == 0 ? 0 : 1;
    }
    for (int i = 0; argc == 3 && i < MODES; i++)
        if (strcmp(argv[1], modes[i].name) == 0) {
            modes[i].run(strtol(argv[2], NULL, 10));
            return 0;
        }
    (void)fprintf(stderr, "usage: misbehave MODE NUMBER | --list\n");
    return 64;
}
