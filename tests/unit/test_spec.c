/* test_spec: tests and directives are found in the text of an .ll file, whether it is one or not. */
#include "unit.h"

#include <string.h>

#include "worker/spec.h"

static void
finds_tests(void **state)
{
    static const struct {
        const char *line;
        const char *name; /* NULL: none */
    } cases[] = {
        { "define i32 @test_a() {", "test_a" },
        { "define dso_local noundef i32 @test_a() #0 {", "test_a" },
        { "define i32 @test_a( ) {", "test_a" },
        { "define i32 @test_a() {\r", "test_a" },
        { "define i32 @test_a(", NULL },
        { "define i32 @test_a(i32 %x) {", NULL },
        { "define i64 @test_a() {", NULL },
        { "define i32 @tests_a() {", NULL },
        { "define i32 @helper() { ; i32 @test_a()", NULL },
        { " define i32 @test_a() {", "test_a" },
        { "declare i32 @test_a()", NULL },
        { "; define i32 @test_a() {", NULL },
        { "define", NULL },
        { "define i32", NULL },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct spec spec = { 0 };

        print_message("%s\n", cases[i].line);
        spec_find_tests(&spec, cases[i].line, strlen(cases[i].line));
        assert_int_equal(spec.count, cases[i].name != NULL);
        if (cases[i].name != NULL)
            assert_string_equal(spec.tests[0].name, cases[i].name);
        spec_free(&spec);
    }
}

static void
reads_directives(void **state)
{
    static const char text[] = "; ORI-SKIP: test_a not  today \n"
                               "; ORI-TARGETS: test_b f g\n"
                               ";ORI-NO-VERIFY\n"
                               "; ORI-SKIP: test_gone\n"
                               "  ; ORI-SKIP: test_b\n"
                               "define i32 @test_a() {\n"
                               "define i32 @test_b() {\n"
                               "define i32 @test_b() {\n";
    struct spec spec = { 0 };

    (void)state;
    spec_find_tests(&spec, text, sizeof text - 1);
    spec_read_directives(&spec, text, sizeof text - 1);
    assert_int_equal(spec.count, 2);
    assert_string_equal(spec.tests[0].skip, "not  today ");
    assert_null(spec.tests[1].skip);
    assert_int_equal(spec.tests[1].target_count, 2);
    assert_string_equal(spec.tests[1].targets[1], "g");
    assert_true(spec_is_unverified(text, sizeof text - 1));
    assert_false(spec_is_unverified("", 0));
    assert_false(spec_is_unverified("x ; ORI-NO-VERIFY\n; ORI-NO-VERIFYX", 34));
    assert_int_equal(spec.fault_count, 1);
    assert_string_equal(spec.faults[0], "ORI-SKIP names test_gone, which is no test");
    spec_free(&spec);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_tests),
        cmocka_unit_test(reads_directives),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
