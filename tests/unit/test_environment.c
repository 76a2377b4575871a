/* test_environment: a worker's environment is made of the process' own, which stays as it is. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "process/environment.h"
#include "process/jobserver.h"

/* The value of NAME, NULL when it is not there; that it stands there once is asserted. */
static const char *
find(const struct environment *environment, const char *name)
{
    const char *value = NULL;
    size_t length = strlen(name);
    size_t count = 0;

    for (char **variable = environment->list; *variable != NULL; variable++, count++) {
        if (strncmp(*variable, name, length) != 0 || (*variable)[length] != '=')
            continue;
        assert_null(value);
        value = *variable + length + 1;
    }
    assert_int_equal(count, environment->count);
    return value;
}

static void
sets_and_unsets(void **state)
{
    struct environment environment;

    (void)state;
    assert_int_equal(setenv("ORI_ONE", "1", 1), 0);
    assert_int_equal(setenv("ORI_ON", "0", 1), 0);
    environment_init(&environment);
    assert_string_equal(find(&environment, "ORI_ONE"), "1");
    environment_set(&environment, "ORI_ONE", "2");
    environment_set(&environment, "ORI_ONE", "");
    environment_set(&environment, "ORI_NEW", "a=b");
    assert_string_equal(find(&environment, "ORI_ONE"), "");
    assert_string_equal(find(&environment, "ORI_ON"), "0");
    assert_string_equal(find(&environment, "ORI_NEW"), "a=b");
    environment_unset(&environment, "ORI_ONE");
    environment_unset(&environment, "ORI_NEVER");
    assert_null(find(&environment, "ORI_ONE"));
    assert_string_equal(getenv("ORI_ONE"), "1");
    assert_null(getenv("ORI_NEW"));
    environment_free(&environment);
}

static void
hides_the_jobserver(void **state)
{
    struct environment environment;

    (void)state;
    assert_int_equal(setenv("MAKEFLAGS", " -j2 --jobserver-auth=3,4", 1), 0);
    assert_int_equal(setenv("MAKEFLAGS_OF_MINE", "stay", 1), 0);
    environment_init(&environment);
    jobserver_hide(&environment);
    assert_null(find(&environment, "MAKEFLAGS"));
    assert_string_equal(find(&environment, "MAKEFLAGS_OF_MINE"), "stay");
    assert_non_null(getenv("MAKEFLAGS"));
    environment_free(&environment);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_and_unsets),
        cmocka_unit_test(hides_the_jobserver),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
