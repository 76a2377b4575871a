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

void
spec_add_test(struct spec *spec, const char *name)
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
    char *rest = line;
    char *word = next_word(&rest);
    char *open;

    if (word == NULL || strcmp(word, "define") != 0)
        return;
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
    spec_add_test(spec, rest + 1);
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

/* The directive of LINE, whose rest is at *REST; NULL when it has none. */
static const char *
read_word(char *line, char **rest)
{
    if (line[0] != ';')
        return NULL;
    *rest = line + 1;
    return next_word(rest);
}

static void
read_directive(struct spec *spec, char *line)
{
    char *rest;
    const char *word = read_word(line, &rest);

    if (word != NULL && strcmp(word, "ORI-SKIP:") == 0)
        read_skip(spec, rest);
    else if (word != NULL && strcmp(word, "ORI-TARGETS:") == 0)
        read_targets(spec, rest);
}

/* A copy of the next line, without its end; NULL after the last. */
static char *
next_line(const char **text, size_t *size)
{
    const char *newline;
    size_t length;
    char *line;

    if (*size == 0)
        return NULL;
    newline = memchr(*text, '\n', *size);
    length = newline != NULL ? (size_t)(newline - *text) : *size;
    line = xstrndup(*text, length);
    line[strcspn(line, "\r")] = '\0';
    length += newline != NULL;
    *text += length;
    *size -= length;
    return line;
}

static void
each_line(struct spec *spec, const char *text, size_t size, void (*read)(struct spec *, char *))
{
    char *line;

    while ((line = next_line(&text, &size)) != NULL) {
        read(spec, line);
        free(line);
    }
}

bool
spec_is_unverified(const char *text, size_t size)
{
    bool found = false;
    char *line;

    while (!found && (line = next_line(&text, &size)) != NULL) {
        char *rest;
        const char *word = read_word(line, &rest);

        found = word != NULL && strcmp(word, "ORI-NO-VERIFY") == 0;
        free(line);
    }
    return found;
}

void
spec_find_tests(struct spec *spec, const char *text, size_t size)
{
    each_line(spec, text, size, read_definition);
}

void
spec_read_directives(struct spec *spec, const char *text, size_t size)
{
    each_line(spec, text, size, read_directive);
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
