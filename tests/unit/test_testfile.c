/* test_testfile: what a worker may call the test file that it was run on. */
#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "protocol/testfile.h"

static const struct {
    const char *path;
    const char *word; /* the worker's last one */
    const char *named;
    bool is_it;
} cases[] = {
    { "r/a", "a", "r/a", true },
    { "r/a", "a", "a", true },
    { "r/a", "a", "./a", true },
    { "r/a", "./a", "a", true },
    { "./a", "x", "a", true },
    { "r/a", ".//a", "././a", true },
    { "r/a", "a", "b", false },
    { "r/a", "a", "dir/a", false },
    { "r/a", "a", "a/b", false },
    { "r/a", "a", "aa", false },
    { "r/a", "--file=a", "a", false },
    { "a", "--file=a", "a", true },
    /* below a directory */
    { "r/a", "dir", "dir/x", true },
    { "r/a", "dir/", "dir/x/y", true },
    { "r/a", "./dir", "dir/x", true },
    { "r/a", "dir", "./dir/x", true },
    { "dir", "w", "dir/x", true },
    { "r/a", ".", "dir/x", true },
    { "r/a", "./", "dir/x", true },
    { "r/a", ".", "/etc/passwd", false },
    { "r/a", "dir", "dir/../b", false },
    { "r/a", "dir", "dir/..", false },
    { "r/a", "dir", "dir/x..y", true },
    { "r/a", "dir", "dirt/x", false },
    { "r/a", "none", "none/x", false },
    /* the same file */
    { "r/a", "a", "link", true },
    { "r/a", "link", "a", true },
    { "r/a", "a", "dir/../a", true },
    /* no UTF-8 */
    { "r/\xff.ll", "x", "r/\xef\xbf\xbd.ll", true },
    { "r/a", "./\xff.ll", "\xef\xbf\xbd.ll", true },
    { "r/a", "\xff.ll", "\xef\xbf\xbdx.ll", false },
};

static void
knows_its_names(void **state)
{
    char directory[] = "/tmp/test_testfile.XXXXXX";
    char from[4096];
    int fd;

    (void)state;
    assert_non_null(getcwd(from, sizeof from));
    assert_non_null(mkdtemp(directory));
    assert_int_equal(chdir(directory), 0);
    assert_int_equal(mkdir("dir", 0777), 0);
    fd = open("a", O_CREAT | O_WRONLY, 0666);
    assert_true(fd >= 0);
    assert_int_equal(close(fd), 0);
    assert_int_equal(symlink("a", "link"), 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *worker[] = { (char *)"ori", (char *)"--json", (char *)cases[i].word, NULL };
        const struct testfile file = { .path = cases[i].path, .worker = worker };

        print_message("%s, %s: %s\n", cases[i].path, cases[i].word, cases[i].named);
        assert_int_equal(testfile_is(&file, cases[i].named), cases[i].is_it);
    }
    assert_int_equal(unlink("a") | unlink("link") | rmdir("dir"), 0);
    assert_int_equal(chdir(from), 0);
    assert_int_equal(rmdir(directory), 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_its_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
