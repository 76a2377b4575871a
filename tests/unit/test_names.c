/* test_names: each name has an index of its own, in the order in which they came, however many there are. */
#include "unit.h"

#include <stdio.h>

#include "base/names.h"

enum { MANY = 100000, NAME_BYTES = 16 };

static void
gives_each_name_an_index(void **state)
{
    static const char *const list[] = { "a", "b", "", "ab", "ba", "a b" };
    struct names names = { 0 };

    (void)state;
    assert_true(names_find(&names, "a") == NAMES_NONE);
    for (size_t round = 0; round < 2; round++)
        for (size_t i = 0; i < COUNT(list); i++)
            assert_int_equal(names_add(&names, list[i]), i);
    assert_int_equal(names.count, COUNT(list));
    assert_int_equal(names_find(&names, "ab"), 3);
    assert_true(names_find(&names, "c") == NAMES_NONE);
    names_free(&names);
    assert_true(names_find(&names, "a") == NAMES_NONE);
}

static void
holds_many(void **state)
{
    static char list[MANY][NAME_BYTES];
    struct names names = { 0 };

    (void)state;
    for (int i = 0; i < MANY; i++) {
        (void)snprintf(list[i], NAME_BYTES, "test_%d", i);
        assert_int_equal(names_add(&names, list[i]), i);
    }
    for (int i = 0; i < MANY; i++)
        assert_int_equal(names_find(&names, list[i]), i);
    assert_true(names_find(&names, "test_100000") == NAMES_NONE);
    names_free(&names);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_each_name_an_index),
        cmocka_unit_test(holds_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
