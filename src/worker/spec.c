/* spec: what the text of an .ll file says about its tests. */
#include "worker/spec.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Cuts the next word, parted by blanks, off *REST; NULL when there is none. */
static char *
next_word(char **rest)
{
    char *word = *rest + strspn(*rest, " \t");
    size_t length = strcspn(word, " \t");

    if (length == 0)
        return NULL;
    *rest = word + length;
    if (**rest != '\0') {
        **rest = '\0';
        ++*rest;
    }
    return word;
}

static struct spec_test *
find_test(const struct spec *spec, const char *name)
{
    for (size_t i = 0; i < spec->count; i++)
        if (strcmp(spec->tests[i].name, name) == 0)
            return &spec->tests[i];
    return NULL;
}

static void
add_test(struct spec *spec, const char *name)
{
    if (find_test(spec, name) != NULL)
        return; /* LLVM will have its own word on a second definition */
    spec->tests = xreallocarray(spec->tests, spec->count + 1, sizeof *spec->tests);
    spec->tests[spec->count++] = (struct spec_test){ .name = xstrdup(name) };
}

/* "define dso_local i32 @test_one() nounwind {": i32 is the type, and nothing is between the parentheses. */
static void
read_definition(struct spec *spec, char *line)
{
    static const char prefix[] = "@test_";
    char *rest = line + strlen("define");
    char *word;
    char *open;

    do {
        word = next_word(&rest);
        if (word == NULL || strchr(word, '@') != NULL)
            return;
    } while (strcmp(word, "i32") != 0);
    rest += strspn(rest, " \t");
    if (strncmp(rest, prefix, sizeof prefix - 1) != 0)
        return;
    open = strchr(rest, '(');
    if (open == NULL || open[1 + strspn(open + 1, " \t")] != ')')
        return;
    *open = '\0';
    rest[strcspn(rest, " \t")] = '\0';
    add_test(spec, rest + 1);
}

static void
add_fault(struct spec *spec, const char *directive, const char *name)
{
    spec->faults = xreallocarray(spec->faults, spec->fault_count + 1, sizeof *spec->faults);
    spec->faults[spec->fault_count++] = xasprintf("%s names %s, which is no test", directive, name);
}

static void
read_skip(struct spec *spec, char *rest)
{
    char *name = next_word(&rest);
    struct spec_test *test = name != NULL ? find_test(spec, name) : NULL;

    if (test == NULL) {
        add_fault(spec, "ORI-SKIP", name != NULL ? name : "nothing");
        return;
    }
    free(test->skip);
    test->skip = xstrdup(rest + strspn(rest, " \t"));
}

static void
read_targets(struct spec *spec, char *rest)
{
    char *name = next_word(&rest);
    struct spec_test *test = name != NULL ? find_test(spec, name) : NULL;
    char *target;

    if (test == NULL) {
        add_fault(spec, "ORI-TARGETS", name != NULL ? name : "nothing");
        return;
    }
    while ((target = next_word(&rest)) != NULL) {
        test->targets = xreallocarray(test->targets, test->target_count + 1, sizeof *test->targets);
        test->targets[test->target_count++] = xstrdup(target);
    }
}

static void
read_directive(struct spec *spec, char *comment)
{
    char *word = next_word(&comment);

    if (word == NULL)
        return;
    if (strcmp(word, "ORI-SKIP:") == 0)
        read_skip(spec, comment);
    else if (strcmp(word, "ORI-TARGETS:") == 0)
        read_targets(spec, comment);
    else if (strcmp(word, "ORI-NO-VERIFY") == 0)
        spec->no_verify = true;
}

/* Calls READ for each line that begins with PREFIX, with what follows it where SKIP says so. */
static void
each_line(struct spec *spec, const char *text, size_t size, const char *prefix, size_t skip,
          void (*read)(struct spec *, char *))
{
    while (size > 0) {
        const char *newline = memchr(text, '\n', size);
        size_t length = newline != NULL ? (size_t)(newline - text) : size;

        if (length >= strlen(prefix) && memcmp(text, prefix, strlen(prefix)) == 0) {
            char *line = xstrndup(text + skip, length - skip);

            line[strcspn(line, "\r")] = '\0';
            read(spec, line);
            free(line);
        }
        size -= newline != NULL ? length + 1 : length;
        text += newline != NULL ? length + 1 : length;
    }
}

void
spec_read(struct spec *spec, const char *text, size_t size)
{
    /* A directive may stand before the test that it is about. */
    each_line(spec, text, size, "define ", 0, read_definition);
    each_line(spec, text, size, ";", 1, read_directive);
}

static void
free_strings(char **strings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(strings[i]);
    free(strings);
}

void
spec_free(struct spec *spec)
{
    for (size_t i = 0; i < spec->count; i++) {
        free(spec->tests[i].name);
        free(spec->tests[i].skip);
        free_strings(spec->tests[i].targets, spec->tests[i].target_count);
    }
    free(spec->tests);
    free_strings(spec->faults, spec->fault_count);
    *spec = (struct spec){ 0 };
}
