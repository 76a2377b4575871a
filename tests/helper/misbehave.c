/* misbehave: a worker that goes wrong in one of the ways in which real workers went wrong.

   misbehave MODE [NUMBER]    goes wrong
   misbehave --list           a line for each run that a test is to make, its fields parted by tabs:
                              MODE NUMBER OPTIONS STATUS LEAKS LINE
   OPTIONS are the cell's, STATUS is what the cell has to exit with, LEAKS whether processes must be noted as left
   behind, and LINE is a pattern of the shell for the line that the cell prints; "-" stands for none at all.

   MISBEHAVE_BYTES is how much a flood is, 64M without it. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
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
