/* test_recordname: a record's name is made as ori-record(5) says, needs no quoting, and no two paths share one. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "plan/recordname.h"

static void
follows_the_rules(void **state)
{
    static const struct {
        const char *path;
        const char *name;
    } cases[] = {
        { "tests/spec/a b.ll", "tests~spec~a+20b.ll.json" },
        { "./a.ll", "a.ll.json" },
        { "././a//b/./c.ll", "a~b~c.ll.json" },
        { "/abs/a.ll", "~abs~a.ll.json" },
        { ".hidden.ll", "+2Ehidden.ll.json" },
        { "a/.hidden.ll", "a~.hidden.ll.json" },
        { "../up.ll", "+2E.~up.ll.json" },
        { "a~b+c", "a+7Eb+2Bc.json" },
        { "\xff\x01\n", "+FF+01+0A.json" },
        { "A-Z_0.9", "A-Z_0.9.json" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *path = recordname_normalize(cases[i].path);
        char *name = recordname_make(path);

        assert_string_equal(name, cases[i].name);
        free(path);
        free(name);
    }
}

static void
long_names_are_cut_and_stay_apart(void **state)
{
    char path[600];
    char other[600];

    (void)state;
    for (size_t length = 190; length < 500; length++) {
        char *name;
        char *other_name;

        /* Escapes three bytes long, so that the cut falls on each of their bytes. */
        memset(path, 'a', length);
        memset(path + 100, ' ', length - 100);
        path[length] = '\0';
        memcpy(other, path, length + 1);
        other[length - 1] = '!';
        name = recordname_make(path);
        other_name = recordname_make(other);
        assert_true(strlen(name) <= RECORDNAME_MAX);
        assert_string_not_equal(name, other_name);
        assert_true(name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEF0123456789+.")] == '\0');
        free(name);
        free(other_name);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_rules),
        cmocka_unit_test(long_names_are_cut_and_stay_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
