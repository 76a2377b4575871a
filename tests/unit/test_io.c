/* test_io: files are read as a whole, and no file has the number of a standard descriptor. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"

static char directory[] = "/tmp/test_io.XXXXXX";

static int
make_directory(void **state)
{
    (void)state;
    return mkdtemp(directory) == NULL || chdir(directory) != 0 ? -1 : 0;
}

static int
remove_directory(void **state)
{
    (void)state;
    (void)unlink("file");
    return chdir("/") != 0 || rmdir(directory) != 0 ? -1 : 0;
}

static void
make_file(const char *text)
{
    FILE *file = fopen("file", "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void
says_why_it_cannot_read(void **state)
{
    struct buffer content = { 0 };

    (void)state;
    assert_int_equal(io_read_file("nosuch", 100, &content), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(io_read_file(".", 100, &content), -1);
    assert_int_equal(errno, EISDIR);
    make_file("1234567890");
    assert_int_equal(io_read_file("file", 9, &content), -1);
    assert_int_equal(errno, EFBIG);
    buffer_clear(&content);
    assert_int_equal(io_read_file("file", 10, &content), 0);
    assert_int_equal(content.size, 10);
    buffer_free(&content);
}

/* Runs TEST in a child with the standard descriptors from LOWEST on closed; it exits with 0 when all is well. */
static void
without_standard(int lowest, int (*test)(void))
{
    int status = -1;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        for (int fd = lowest; fd <= STDERR_FILENO; fd++)
            (void)close(fd);
        _exit(test());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static int
opens_what_is_closed(void)
{
    char byte;
    int fd;

    if (io_open_standard() != 0)
        return 1;
    if (read(STDIN_FILENO, &byte, 1) != 0 || write(STDIN_FILENO, "x", 1) == 1)
        return 2;
    if (write(STDOUT_FILENO, "x", 1) == 1 || write(STDERR_FILENO, "x", 1) == 1)
        return 3;
    fd = open("/dev/stdout", O_WRONLY);
    if (fd >= 0 && access("/proc/self/fd", X_OK) == 0)
        return 4; /* what is printed there would be lost without a word */
    fd = open("file", O_RDONLY);
    return fd > STDERR_FILENO ? 0 : 5;
}

static int
leaves_what_is_open(void)
{
    struct stat before;
    struct stat after;

    if (fstat(STDOUT_FILENO, &before) != 0 || io_open_standard() != 0 || fstat(STDOUT_FILENO, &after) != 0)
        return 1;
    return before.st_ino == after.st_ino && before.st_dev == after.st_dev ? 0 : 2;
}

static void
opens_standard_descriptors(void **state)
{
    (void)state;
    make_file("x");
    without_standard(STDIN_FILENO, opens_what_is_closed);
    without_standard(STDERR_FILENO, leaves_what_is_open);
}

static int
duplicates_the_low_ones(void)
{
    int low = open("file", O_RDONLY);
    int high = io_above_standard(low);

    if (low > STDERR_FILENO || high <= STDERR_FILENO || fcntl(high, F_GETFD) != FD_CLOEXEC)
        return 1;
    if (fcntl(low, F_GETFD) >= 0 || io_above_standard(high) != high)
        return 2;
    errno = ENOENT;
    return io_above_standard(-1) == -1 && errno == ENOENT ? 0 : 3;
}

static void
keeps_files_above_the_standard_ones(void **state)
{
    (void)state;
    make_file("x");
    without_standard(STDIN_FILENO, duplicates_the_low_ones);
}

/* A pipe that is full, and non-blocking, and read only later. */
static void
waits_for_room(void **state)
{
    static char bytes[1 << 20];
    int ends[2];
    pid_t pid;
    int status;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    pid = fork();
    if (pid == 0) {
        (void)close(ends[0]);
        _exit(io_write_all(ends[1], bytes, sizeof bytes) == 0 ? 0 : 1);
    }
    (void)close(ends[1]);
    while (io_read(ends[0], bytes, sizeof bytes) > 0)
        continue;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    (void)close(ends[0]);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(waits_for_room),
        cmocka_unit_test(says_why_it_cannot_read),
        cmocka_unit_test(opens_standard_descriptors),
        cmocka_unit_test(keeps_files_above_the_standard_ones),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory) != 0;
}
