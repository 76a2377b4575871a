/* expect: holds a record against what its test file says that it must hold. expect FILE.ll RECORD

   Each line "; ORI-EXPECT: …" of the file is one expectation:
       ended exited CODE | ended signaled NAME[|NAME]… | ended timed_out     cell.ended
       counts [COUNTER=N]…              the counters; one that is not named is 0
       result NAME OUTCOME [TEXT]       a result with that name and outcome, whose message holds TEXT
       error TEXT                       an entry of errors that holds TEXT
       errors none                      errors is empty
       compile_error                    llvm_compile_error is true; it must be false where this is not said
   "; ORI-EXPECT[NAME]: …" counts only where the limit NAME was in force, "; ORI-EXPECT[!NAME]: …" only where it was
   not. Prints a line for each that does not hold. Status 0 when all do, 1 when one does not, 2 when none was said. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "record/json.h"
#include "record/outcome.h"

static const char prefix[] = "; ORI-EXPECT";

static bool
check_ended(json_object *record, const char *text)
{
    json_object *ended = json_member(json_member(record, "cell"), "ended");
    const char *how = json_member_string(ended, "how");
    const char *name = json_member_string(ended, "name");
    size_t length = strcspn(text, " ");

    if (how == NULL || strlen(how) != length || strncmp(how, text, length) != 0)
        return false;
    text += length;
    if (*text == '\0')
        return true;
    text++;
    if (strcmp(how, "exited") == 0)
        return json_object_get_int(json_member(ended, "code")) == atoi(text);
    while (name != NULL && *text != '\0') {
        length = strcspn(text, "|");
        if (strlen(name) == length && strncmp(name, text, length) == 0)
            return true;
        text += length + (text[length] == '|');
    }
    return false;
}

static bool
check_counts(json_object *record, const char *text)
{
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        char *key = xasprintf(" %s=", outcome_counter((enum outcome)i));
        char *padded = xasprintf(" %s", text);
        const char *place = strstr(padded, key);
        long expected = place != NULL ? strtol(place + strlen(key), NULL, 10) : 0;
        json_object *count = json_member(record, outcome_counter((enum outcome)i));

        free(key);
        free(padded);
        if (count == NULL || json_object_get_int64(count) != expected)
            return false;
    }
    return true;
}

static bool
check_result(json_object *record, char *text)
{
    json_object *results = json_member(record, "results");
    char *name = strtok(text, " ");
    char *outcome = strtok(NULL, " ");
    char *message = strtok(NULL, "");

    for (size_t i = 0; outcome != NULL && i < json_object_array_length(results); i++) {
        json_object *result = json_object_array_get_idx(results, i);
        json_object *described = json_member(result, "outcome");
        const char *said = json_member_string(described, "message");

        if (strcmp(json_member_string(result, "name"), name) == 0 &&
            strcmp(json_member_string(described, "type"), outcome) == 0 &&
            (message == NULL || (said != NULL && strstr(said, message) != NULL)))
            return true;
    }
    return false;
}

static bool
check_error(json_object *record, const char *text)
{
    json_object *errors = json_member(record, "errors");

    for (size_t i = 0; i < json_object_array_length(errors); i++)
        if (strstr(json_object_get_string(json_object_array_get_idx(errors, i)), text) != NULL)
            return true;
    return false;
}

/* Whether what stands in brackets after the prefix, if anything does, is so; *TEXT is moved behind it. */
static bool
applies(json_object *record, char **text)
{
    json_object *limits = json_member(json_member(record, "cell"), "limits");
    char *end;
    bool negated;

    if (**text != '[')
        return true;
    end = strchr(*text, ']');
    if (end == NULL)
        return true; /* the colon will be missed */
    *end = '\0';
    negated = (*text)[1] == '!';
    limits = json_member(limits, *text + 1 + negated);
    *text = end + 1;
    return (limits != NULL) != negated;
}

static bool
check(json_object *record, char *text, bool *compile_error)
{
    if (strncmp(text, "ended ", 6) == 0)
        return check_ended(record, text + 6);
    if (strcmp(text, "counts") == 0 || strncmp(text, "counts ", 7) == 0)
        return check_counts(record, text + 6);
    if (strncmp(text, "result ", 7) == 0)
        return check_result(record, text + 7);
    if (strcmp(text, "errors none") == 0)
        return json_object_array_length(json_member(record, "errors")) == 0;
    if (strncmp(text, "error ", 6) == 0)
        return check_error(record, text + 6);
    if (strcmp(text, "compile_error") == 0)
        return *compile_error = true;
    return false;
}

/* How many expectations of LINES do not hold; *SAID counts them all. */
static int
check_lines(json_object *record, char *lines, const char *file, int *said)
{
    bool compile_error = false;
    int wrong = 0;
    char *next = NULL;

    for (char *line = strtok_r(lines, "\r\n", &next); line != NULL; line = strtok_r(NULL, "\r\n", &next)) {
        char *text = line + sizeof prefix - 1;
        char *copy;

        if (strncmp(line, prefix, sizeof prefix - 1) != 0)
            continue;
        ++*said;
        if (!applies(record, &text))
            continue;
        text += strspn(text, ": ");
        copy = xstrdup(text);
        if (!check(record, copy, &compile_error)) {
            (void)printf("%s: not so: %s\n", file, text);
            wrong++;
        }
        free(copy);
    }
    if (json_object_get_boolean(json_member(record, "llvm_compile_error")) != compile_error) {
        (void)printf("%s: llvm_compile_error is not %s\n", file, compile_error ? "true" : "false");
        wrong++;
    }
    return wrong;
}

int
main(int argc, char **argv)
{
    struct buffer text = { 0 };
    struct buffer lines = { 0 };
    json_object *record = NULL;
    char *why = NULL;
    int said = 0;
    int wrong;

    if (argc != 3) {
        (void)fprintf(stderr, "usage: expect FILE RECORD\n");
        return 64;
    }
    if (io_read_file(argv[1], 1 << 20, &lines) != 0 || io_read_file(argv[2], 1 << 30, &text) != 0 ||
        (record = json_read(text.data, text.size, &why)) == NULL) {
        (void)printf("%s: cannot read %s: %s\n", argv[1], argv[2], why != NULL ? why : "see above");
        return 1;
    }
    wrong = check_lines(record, buffer_text(&lines), argv[1], &said);
    if (said == 0)
        (void)printf("%s: expects nothing\n", argv[1]);
    if (wrong > 0)
        (void)printf("%s\n", json_object_to_json_string_ext(record, JSON_C_TO_STRING_PRETTY));
    json_object_put(record);
    buffer_free(&lines);
    buffer_free(&text);
    free(why);
    return wrong > 0 ? 1 : said == 0 ? 2 : 0;
}
