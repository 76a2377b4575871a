/* test_discover: which files the paths of a command line stand for. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/outfile.h"
#include "plan/discover.h"

static const char *const suffixes[] = { ".ori", ".ll", NULL };

/* The current directory of these tests: fresh, and filled by make_tree. */
static char root[] = "/tmp/test_discover.XXXXXX";

static const char *const directories[] = { "spec", "spec/deep", "spec/deep/er", "spec/.hidden", "other", "empty" };
static const char *const files[] = {
    "spec/b.ll",      "spec/a.ori",      "spec/deep/c.ll",       "spec/deep/er/d.ori",
    "spec/notes.txt", "spec/.secret.ll", "spec/.hidden/e.ll",    "spec/.ll",
    "spec/x.ll.bak",  "other/f.ll",      "other/line\nbreak.ll",
};

static int
make_tree(void **state)
{
    (void)state;
    if (mkdtemp(root) == NULL || chdir(root) != 0)
        return -1;
    for (size_t i = 0; i < COUNT(directories); i++)
        if (mkdir(directories[i], 0755) != 0)
            return -1;
    for (size_t i = 0; i < COUNT(files); i++)
        if (outfile_replace(files[i], files[i], strlen(files[i])) != 0)
            return -1;
    /* A link to a file is a test file, one to a directory is not gone through: it may lead back up. */
    if (symlink("../other/f.ll", "spec/link.ll") != 0 || symlink("..", "spec/up") != 0)
        return -1;
    return symlink("../other", "spec/directory.ll");
}

static int
remove_tree(void **state)
{
    (void)state;
    if (unlink("spec/link.ll") != 0 || unlink("spec/up") != 0 || unlink("spec/directory.ll") != 0)
        return -1;
    for (size_t i = 0; i < COUNT(files); i++)
        if (unlink(files[i]) != 0)
            return -1;
    for (size_t i = COUNT(directories); i-- > 0;)
        if (rmdir(directories[i]) != 0)
            return -1;
    return chdir("/") == 0 ? rmdir(root) : -1;
}

/* The paths found below PATHS, sorted and joined by blanks. */
static void
assert_found(const char *const *paths, const char *const *endings, const char *expected)
{
    struct test_files found = { 0 };
    struct discover_error error = { 0 };
    char joined[1024] = "";

    for (; *paths != NULL; paths++)
        assert_int_equal(discover_add(&found, *paths, endings, &error), 0);
    discover_sort(&found);
    for (size_t i = 0; i < found.count; i++) {
        size_t used = strlen(joined);

        (void)snprintf(joined + used, sizeof joined - used, "%s%s", i > 0 ? " " : "", found.list[i].path);
    }
    assert_string_equal(joined, expected);
    discover_free(&found);
    assert_int_equal(found.count, 0);
}

static void
finds_what_the_suffixes_name(void **state)
{
    static const char all[] = "spec/a.ori spec/b.ll spec/deep/c.ll spec/deep/er/d.ori spec/link.ll";
    static const char *const ll[] = { ".ll", NULL };
    static const char *const text[] = { ".txt", NULL };
    static const struct {
        const char *paths[4];
        const char *const *suffixes;
        const char *found;
    } cases[] = {
        { { "spec" }, suffixes, all },
        { { "./spec/" }, suffixes, all },
        { { "spec" }, ll, "spec/b.ll spec/deep/c.ll spec/link.ll" },
        { { "spec" }, text, "spec/notes.txt" },
        { { "empty" }, suffixes, "" },
        { { "spec/deep", "other/f.ll" }, suffixes, "other/f.ll spec/deep/c.ll spec/deep/er/d.ori" },
        /* What is named itself is taken, whatever it is called. */
        { { "spec/notes.txt" }, suffixes, "spec/notes.txt" },
        { { "spec/.secret.ll" }, suffixes, "spec/.secret.ll" },
        { { "spec/.hidden" }, suffixes, "spec/.hidden/e.ll" },
        { { "spec/up/spec/deep" }, suffixes, "spec/up/spec/deep/c.ll spec/up/spec/deep/er/d.ori" },
        /* Named twice, run once. */
        { { "spec", "spec/deep", "spec//b.ll" }, suffixes, all },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_found(cases[i].paths, cases[i].suffixes, cases[i].found);
}

static void
knows_the_sizes(void **state)
{
    struct test_files found = { 0 };
    struct discover_error error = { 0 };

    (void)state;
    assert_int_equal(discover_add(&found, "spec/deep/c.ll", suffixes, &error), 0);
    assert_int_equal(discover_add(&found, "spec/link.ll", suffixes, &error), 0);
    assert_int_equal(found.list[0].size, strlen("spec/deep/c.ll"));
    assert_int_equal(found.list[1].size, strlen("other/f.ll"));
    discover_free(&found);
}

static void
names_what_cannot_be_read(void **state)
{
    static const struct {
        const char *path;
        const char *culprit;
        const char *reason;
    } cases[] = {
        { "nowhere", "nowhere", "No such file" },
        { "spec/a.ori/b", "spec/a.ori/b", "Not a directory" },
        { "other", "other/line\nbreak.ll", "newline" },
        { "other/line\nbreak.ll", "other/line\nbreak.ll", "newline" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct test_files found = { 0 };
        struct discover_error error = { 0 };

        assert_int_equal(discover_add(&found, cases[i].path, suffixes, &error), -1);
        assert_string_equal(error.path, cases[i].culprit);
        assert_non_null(strstr(error.reason, cases[i].reason));
        free(error.path);
        discover_free(&found);
    }
}

static void
a_dangling_link_is_an_error(void **state)
{
    struct test_files found = { 0 };
    struct discover_error error = { 0 };

    (void)state;
    assert_int_equal(symlink("nowhere", "empty/lost.ll"), 0);
    assert_int_equal(discover_add(&found, "empty", suffixes, &error), -1);
    assert_string_equal(error.path, "empty/lost.ll");
    free(error.path);
    discover_free(&found);
    assert_int_equal(unlink("empty/lost.ll"), 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_the_suffixes_name),
        cmocka_unit_test(knows_the_sizes),
        cmocka_unit_test(names_what_cannot_be_read),
        cmocka_unit_test(a_dangling_link_is_an_error),
    };

    return cmocka_run_group_tests(tests, make_tree, remove_tree);
}
