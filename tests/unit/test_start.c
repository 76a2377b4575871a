/* test_start: a worker is started in a group of its own with nothing but three descriptors, and what keeps it from
   starting is told by its name; the embedded worker, started so, reports as the protocol says. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined __linux__ && defined __has_include
#if __has_include(<linux/seccomp.h>) && __has_include(<linux/filter.h>)
#define HAS_FILTER 1
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#endif

#include "process/start.h"
#include "protocol/frame.h"
#include "stream.h"

struct finished {
    struct buffer out;
    int status;
};

static void
read_to_end(int fd, struct buffer *out)
{
    struct pollfd polled = { .fd = fd, .events = POLLIN };
    char bytes[4096];
    ssize_t n;

    for (;;) {
        assert_int_equal(poll(&polled, 1, -1), 1);
        n = read(fd, bytes, sizeof bytes);
        assert_true(n >= 0);
        if (n == 0)
            break;
        buffer_append(out, bytes, (size_t)n);
    }
    (void)close(fd);
}

static void
start_and_finish(char *const argv[], struct finished *finished)
{
    struct limits limits;
    sigset_t none;
    struct start_request request = { .argv = argv, .stdin_fd = -1, .limits = &limits, .mask = &none };
    struct worker worker;
    struct start_error error;
    struct buffer err = { 0 };

    *finished = (struct finished){ .status = -1 };
    limits_init(&limits);
    (void)sigemptyset(&none);
    assert_int_equal(start_worker(&request, &worker, &error), 0);
    assert_int_equal(getpgid(worker.pid), worker.pid);
    read_to_end(worker.stdout_fd, &finished->out);
    read_to_end(worker.stderr_fd, &err);
    buffer_free(&err);
    assert_int_equal(waitpid(worker.pid, &finished->status, 0), worker.pid);
    worker.stdout_fd = worker.stderr_fd = -1;
    worker_close(&worker);
}

static void
tells_what_cannot_be_run(void **state)
{
    static const struct {
        const char *program;
        int errnum;
    } cases[] = {
        { "no-such-worker", ENOENT }, { "/tmp", EACCES }, { "/etc/passwd", EACCES }, { "/no/such/worker", ENOENT }
    };
    struct limits limits;
    sigset_t none;

    (void)state;
    limits_init(&limits);
    (void)sigemptyset(&none);
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *argv[] = { (char *)cases[i].program, NULL };
        struct start_request request = { .argv = argv, .stdin_fd = -1, .limits = &limits, .mask = &none };
        struct worker worker;
        struct start_error error;

        assert_int_equal(start_worker(&request, &worker, &error), -1);
        assert_string_equal(error.step, "exec");
        assert_true(error.in_exec);
        assert_int_equal(error.errnum, cases[i].errnum);
        assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
        assert_int_equal(errno, ECHILD);
    }
}

#ifdef HAS_FILTER

enum { MAY_NOT_FILTER = 77, HANG_S = 60 };

/* From now on each wait for a process fails with EPERM. */
static int
forbid_waiting(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_wait4, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_waitid, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = { COUNT(filter), filter };

    if (prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) != 0)
        return -1;
    return prctl(PR_SET_SECCOMP, (unsigned long)SECCOMP_MODE_FILTER, &program);
}

/* The number of what is wrong, 0 for nothing. */
static int
start_without_waiting(void)
{
    char *missing[] = { (char *)"no-such-worker", NULL };
    char *there[] = { (char *)"true", NULL };
    struct limits limits;
    sigset_t none;
    struct start_request request = { .argv = missing, .stdin_fd = -1, .limits = &limits, .mask = &none };
    struct worker worker;
    struct start_error error;
    struct pollfd polled = { .events = POLLIN };

    limits_init(&limits);
    (void)sigemptyset(&none);
    if (forbid_waiting() != 0)
        return MAY_NOT_FILTER;
    if (start_worker(&request, &worker, &error) != -1 || error.errnum != ENOENT)
        return 1;
    request.argv = there;
    if (start_worker(&request, &worker, &error) != 0)
        return 2;
    if (worker_reap(&worker))
        return 3;
    polled.fd = worker_poll_fd(&worker);
    if (polled.fd >= 0 && (poll(&polled, 1, -1) != 1 || !worker_is_dead(&worker)))
        return 4;
    worker_close(&worker);
    return 0;
}

static void
ends_where_waiting_fails(void **state)
{
    int status;
    pid_t pid = fork();

    (void)state;
    assert_true(pid >= 0);
    if (pid == 0) {
        (void)alarm(HANG_S);
        _exit(start_without_waiting());
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == MAY_NOT_FILTER)
        skip();
    assert_int_equal(WEXITSTATUS(status), 0);
}

#else

static void
ends_where_waiting_fails(void **state)
{
    (void)state;
    skip();
}

#endif

/* Runs ARGV with PATH, NULL for none; what it printed goes to OUT. -1 with errno when it could not be started. */
static int
run_with_path(char *const argv[], const char *path, char *out, size_t size)
{
    const char *now = getenv("PATH");
    char *old = strdup(now != NULL ? now : "");
    struct finished finished;
    struct limits limits;
    sigset_t none;
    struct start_request request = { .argv = argv, .stdin_fd = -1, .limits = &limits, .mask = &none };
    struct worker worker;
    struct start_error error;
    int result = -1;

    limits_init(&limits);
    (void)sigemptyset(&none);
    assert_int_equal(path != NULL ? setenv("PATH", path, 1) : unsetenv("PATH"), 0);
    if (start_worker(&request, &worker, &error) == 0) {
        finished.out = (struct buffer){ 0 };
        read_to_end(worker.stdout_fd, &finished.out);
        assert_int_equal(waitpid(worker.pid, &finished.status, 0), worker.pid);
        worker.stdout_fd = -1;
        worker_close(&worker);
        (void)snprintf(out, size, "%s", buffer_text(&finished.out));
        buffer_free(&finished.out);
        result = 0;
    }
    assert_int_equal(setenv("PATH", old, 1), 0);
    free(old);
    errno = error.errnum;
    return result;
}

static void
write_script(const char *file, const char *text, mode_t mode)
{
    int fd = open(file, O_WRONLY | O_CREAT | O_EXCL, mode);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    assert_int_equal(close(fd), 0);
}

/* As POSIX says of execvp. */
static void
finds_the_worker_as_execvp_does(void **state)
{
    static const struct {
        const char *proves;
        const char *name;
        const char *path;
        const char *out; /* NULL: it cannot be run */
        int errnum;
    } cases[] = {
        { "a slash: not looked up", "b/w", "/bin", "b x\n", 0 },
        { "the first in PATH that can be executed", "w", "no:a:b:c", "b x\n", 0 },
        { "an empty directory is this one", "here", "a:", "here x\n", 0 },
        { "no PATH: the system's", "echo", NULL, "x\n", 0 },
        { "an empty PATH: this directory", "here", "", "here x\n", 0 },
        { "none is there", "w", "no:nor", NULL, ENOENT },
        { "one must not be executed, no other is there", "w", "no:a", NULL, EACCES },
        { "a file where a directory should be", "w", "here:b", "b x\n", 0 },
    };
    char directory[] = "/tmp/test_start.XXXXXX";
    char from[4096];

    (void)state;
    assert_non_null(getcwd(from, sizeof from));
    assert_non_null(mkdtemp(directory));
    assert_int_equal(chdir(directory), 0);
    assert_int_equal(mkdir("a", 0777) | mkdir("b", 0777) | mkdir("c", 0777), 0);
    write_script("a/w", "echo a\n", 0666);
    write_script("b/w", "echo b \"$@\"\n", 0777); /* no "#!": the shell runs it */
    write_script("c/w", "#!/bin/sh\necho c \"$@\"\n", 0777);
    write_script("here", "#!/bin/sh\necho here \"$@\"\n", 0777);
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *argv[] = { (char *)cases[i].name, (char *)"x", NULL };
        char out[64] = "";

        print_message("%s\n", cases[i].proves);
        assert_int_equal(run_with_path(argv, cases[i].path, out, sizeof out), cases[i].out != NULL ? 0 : -1);
        if (cases[i].out != NULL)
            assert_string_equal(out, cases[i].out);
        else
            assert_int_equal(errno, cases[i].errnum);
    }
    assert_int_equal(unlink("a/w") | unlink("b/w") | unlink("c/w") | unlink("here"), 0);
    assert_int_equal(rmdir("a") | rmdir("b") | rmdir("c"), 0);
    assert_int_equal(chdir(from), 0);
    assert_int_equal(rmdir(directory), 0);
}

static void
hands_three_descriptors_over(void **state)
{
    char *argv[] = { (char *)"sh", (char *)"-c", (char *)"for fd in /proc/self/fd/*; do echo ${fd##*/}; done", NULL };
    struct finished finished;
    int extra = open("/dev/null", O_RDONLY);

    (void)state;
    assert_true(extra >= 0);
    start_and_finish(argv, &finished);
    /* The shell itself may hold one more while it reads the directory. */
    assert_null(strstr(buffer_text(&finished.out), "\n4\n"));
    assert_memory_equal(finished.out.data, "0\n1\n2\n", 6);
    (void)close(extra);
    buffer_free(&finished.out);
}

static void
puts_signals_back(void **state)
{
    char *argv[] = { (char *)"sh", (char *)"-c", (char *)"kill -PIPE $$; echo alive", NULL };
    struct finished finished;

    (void)state;
    (void)signal(SIGPIPE, SIG_IGN);
    start_and_finish(argv, &finished);
    (void)signal(SIGPIPE, SIG_DFL);
    assert_true(WIFSIGNALED(finished.status));
    assert_int_equal(WTERMSIG(finished.status), SIGPIPE);
    buffer_free(&finished.out);
}

/* Runs the embedded worker on FILE; skips the test where it is not built. */
static void
run_embedded(const char *file, struct finished *finished)
{
    const char *worker = getenv("ORI_LLVM_WORKER");
    char *argv[] = { (char *)worker, (char *)"test", (char *)"--backend=llvm", (char *)"--json", (char *)file, NULL };

    if (worker == NULL || access(worker, X_OK) != 0)
        skip();
    start_and_finish(argv, finished);
}

static int
read_report(struct finished *finished, struct summary *summary)
{
    struct frame frame = { 0 };
    struct buffer content = { 0 };
    struct buffer text = { 0 };
    int result = -1;
    char *why = NULL;

    stream_feed(&protocol_frame, &frame, finished->out.data, finished->out.size, finished->out.size, &text);
    frame_finish(&frame, &text);
    if (frame.is_complete) {
        assert_int_equal(frame_content(&frame, &content), 0);
        result = frame_read(summary, content.data, content.size, NULL, &why);
    }
    buffer_free(&content);
    buffer_free(&text);
    free(why);
    frame_free(&frame);
    return result;
}

static void
a_good_file_is_passed(void **state)
{
    static const char text[] = "define i32 @test_one() {\n  ret i32 0\n}\n";
    char file[] = "/tmp/test_start.XXXXXX";
    struct summary summary = { 0 };
    struct finished finished;
    int fd = mkstemp(file);

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
    (void)close(fd);
    run_embedded(file, &finished);
    (void)unlink(file);
    assert_true(WIFEXITED(finished.status));
    assert_int_equal(WEXITSTATUS(finished.status), 0);
    assert_int_equal(read_report(&finished, &summary), 0);
    assert_int_equal(summary.counts[OUTCOME_PASSED], 1);
    assert_int_equal(summary_total(&summary), 1);
    summary_free(&summary);
    buffer_free(&finished.out);
}

static void
a_missing_file_is_told(void **state)
{
    struct summary summary = { 0 };
    struct finished finished;

    (void)state;
    run_embedded("/no/such/file.ll", &finished);
    assert_true(WIFEXITED(finished.status));
    assert_in_range(WEXITSTATUS(finished.status), 1, 2);
    assert_int_equal(read_report(&finished, &summary), 0);
    assert_int_equal(summary.error_count, 1);
    summary_free(&summary);
    buffer_free(&finished.out);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_cannot_be_run),     cmocka_unit_test(finds_the_worker_as_execvp_does),
        cmocka_unit_test(hands_three_descriptors_over), cmocka_unit_test(puts_signals_back),
        cmocka_unit_test(a_good_file_is_passed),        cmocka_unit_test(a_missing_file_is_told),
        cmocka_unit_test(ends_where_waiting_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
