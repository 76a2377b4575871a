/* test_io: a file is replaced as a whole or not at all, and nothing is left beside it. */
#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
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

static int
count_entries(void)
{
    DIR *dir = opendir(".");
    struct dirent *entry;
    int count = 0;

    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL)
        count += entry->d_name[0] != '.';
    (void)closedir(dir);
    return count;
}

static void
assert_content(const char *expected)
{
    struct buffer content = { 0 };

    assert_int_equal(io_read_file("file", 1 << 20, &content), 0);
    assert_string_equal(buffer_text(&content), expected);
    buffer_free(&content);
}

static void
replaces_a_file(void **state)
{
    (void)state;
    assert_int_equal(io_replace_file("file", "old", 3), 0);
    assert_content("old");
    assert_int_equal(io_replace_file("file", "newer", 5), 0);
    assert_content("newer");
    assert_int_equal(count_entries(), 1);
}

/* A file size limit stands in for a full disk. */
static void
keeps_the_old_file_when_writing_fails(void **state)
{
    static const char large[8192];
    struct rlimit old;
    struct rlimit small = { .rlim_cur = 4096 };

    (void)state;
    assert_int_equal(io_replace_file("file", "old", 3), 0);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small.rlim_max = old.rlim_max;
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    assert_int_equal(io_replace_file("file", large, sizeof large), -1);
    assert_int_equal(errno, EFBIG);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_content("old");
    assert_int_equal(count_entries(), 1);
}

static void
says_why_it_cannot_write(void **state)
{
    (void)state;
    assert_int_equal(io_replace_file("no/such/directory", "x", 1), -1);
    assert_int_equal(errno, ENOENT);
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
    assert_int_equal(io_replace_file("file", "1234567890", 10), 0);
    assert_int_equal(io_read_file("file", 9, &content), -1);
    assert_int_equal(errno, EFBIG);
    buffer_clear(&content);
    assert_int_equal(io_read_file("file", 10, &content), 0);
    assert_int_equal(content.size, 10);
    buffer_free(&content);
}

static void
leaves_links_and_devices_in_place(void **state)
{
    struct stat status;
    char text[8] = "";
    int fd;

    (void)state;
    assert_int_equal(io_replace_file("file", "old", 3), 0);
    assert_int_equal(symlink("file", "link"), 0);
    assert_int_equal(io_replace_file("link", "new", 3), 0);
    assert_int_equal(lstat("link", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_content("new");
    assert_int_equal(unlink("link"), 0);

    assert_int_equal(symlink("/dev/null", "null"), 0);
    assert_int_equal(io_replace_file("null", "x", 1), 0);
    assert_int_equal(stat("null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
    assert_int_equal(unlink("null"), 0);

    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_int_equal(io_replace_file("fifo", "x", 1), -1); /* a worker may put one there: never to be waited for */
    assert_int_equal(errno, ENXIO);
    fd = open("fifo", O_RDONLY | O_NONBLOCK);
    assert_true(fd >= 0);
    assert_int_equal(io_replace_file("fifo", "told", 4), 0);
    assert_int_equal(read(fd, text, sizeof text - 1), 4);
    assert_string_equal(text, "told");
    (void)close(fd);
    assert_int_equal(unlink("fifo"), 0);

    assert_int_equal(mkdir("directory", 0777), 0);
    assert_int_equal(io_replace_file("directory", "x", 1), -1);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(rmdir("directory"), 0);
    assert_int_equal(unlink("file"), 0);
    assert_int_equal(count_entries(), 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(replaces_a_file),          cmocka_unit_test(keeps_the_old_file_when_writing_fails),
        cmocka_unit_test(says_why_it_cannot_write), cmocka_unit_test(leaves_links_and_devices_in_place),
        cmocka_unit_test(says_why_it_cannot_read),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory) != 0;
}
