/* spec: what the text of an .ll file says about its tests, without LLVM: it holds when the module does not parse, too.
 */
#ifndef ORI_SPEC_H
#define ORI_SPEC_H

#include <stdbool.h>
#include <stddef.h>

struct spec_test {
    char *name;
    char *skip; /* the reason; NULL: it is run */
    char **targets;
    size_t target_count;
};

/* A struct spec of all zeros is empty. It owns what is in it. */
struct spec {
    struct spec_test *tests; /* in the order of their definitions */
    size_t count;
    char **faults; /* directives for tests that are not there */
    size_t fault_count;
};

/* Whether a line is the comment "; ORI-NO-VERIFY". */
bool spec_is_unverified(const char *text, size_t size);

/* Adds a test, unless it is there. */
void spec_add_test(struct spec *spec, const char *name);

/* Adds the test of each line "define i32 @test_NAME()"; linkage and the like may stand before i32. */
void spec_find_tests(struct spec *spec, const char *text, size_t size);

/* Reads the directives for the tests of SPEC, which are comments at the begin of a line:
       ; ORI-SKIP: test_NAME reason
       ; ORI-TARGETS: test_NAME function ... */
void spec_read_directives(struct spec *spec, const char *text, size_t size);

void spec_free(struct spec *spec);

#endif
