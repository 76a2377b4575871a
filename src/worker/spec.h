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
    bool no_verify;
    char **faults; /* directives for tests that are not there */
    size_t fault_count;
};

/* Finds each "define i32 @test_NAME()" (linkage and the like may stand before i32), and the directives, which are
   comments at the begin of a line:
       ; ORI-SKIP: test_NAME reason
       ; ORI-TARGETS: test_NAME function ...
       ; ORI-NO-VERIFY */
void spec_read(struct spec *spec, const char *text, size_t size);

void spec_free(struct spec *spec);

#endif
