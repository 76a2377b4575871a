/* summary: the results of one test file. Counting happens in summary_add and nowhere else. */
#include "record/summary.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "record/json.h"

static char *
repaired_copy(const char *text, size_t length)
{
    struct buffer copy = { 0 };

    text_repair(&copy, text, length);
    return buffer_take(&copy);
}

/* Room for one more result, which is counted. */
static struct test_result *
new_result(struct summary *summary, enum outcome outcome)
{
    if (summary->result_count == summary->result_capacity) {
        summary->result_capacity = summary->result_capacity > 0 ? 2 * summary->result_capacity : 8;
        summary->results = xreallocarray(summary->results, summary->result_capacity, sizeof *summary->results);
    }
    summary->counts[outcome]++;
    return &summary->results[summary->result_count++];
}

static void
free_strings(char **strings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(strings[i]);
    free(strings);
}

static void
free_result(struct test_result *result)
{
    free(result->name);
    free_strings(result->targets, result->target_count);
    free(result->message);
    free(result->flaky);
}

struct test_result *
summary_add(struct summary *summary, const char *name, enum outcome outcome, const char *message)
{
    struct test_result *result = new_result(summary, outcome);

    if (message == NULL)
        message = "";
    *result = (struct test_result){ .name = repaired_copy(name, strlen(name)), .outcome = outcome };
    if (outcome_has_message(outcome))
        result->message = repaired_copy(message, strlen(message));
    return result;
}

void
summary_add_target(struct test_result *result, const char *target)
{
    result->targets = xreallocarray(result->targets, result->target_count + 1, sizeof *result->targets);
    result->targets[result->target_count++] = repaired_copy(target, strlen(target));
}

void
summary_add_error(struct summary *summary, const char *message)
{
    summary->errors = xreallocarray(summary->errors, summary->error_count + 1, sizeof *summary->errors);
    summary->errors[summary->error_count++] = repaired_copy(message, strlen(message));
}

void
summary_add_fault(struct summary *summary, const char *message)
{
    summary_add_error(summary, message);
    summary->llvm_compile_error = false;
}

uint64_t
summary_total(const struct summary *summary)
{
    return summary->result_count;
}

uint64_t
summary_flaky(const struct summary *summary)
{
    uint64_t count = 0;

    for (size_t i = 0; i < summary->result_count; i++)
        count += summary->results[i].flaky != NULL;
    return count;
}

bool
summary_has_failures(const struct summary *summary)
{
    return summary->counts[OUTCOME_FAILED] > 0 || summary->counts[OUTCOME_BACKEND_CRASH] > 0 ||
           (summary->error_count > 0 && !summary->llvm_compile_error);
}

void
summary_move(struct summary *into, struct summary *from, size_t index)
{
    struct test_result *result = &from->results[index];

    *new_result(into, result->outcome) = *result;
    *result = (struct test_result){ .outcome = result->outcome };
}

void
summary_replace(struct summary *into, size_t place, struct summary *from, size_t index)
{
    struct test_result *result = &from->results[index];

    free_result(&into->results[place]);
    into->counts[into->results[place].outcome]--;
    into->counts[result->outcome]++;
    into->results[place] = *result;
    *result = (struct test_result){ .outcome = result->outcome };
}

/* Errors of which only some are a compile error's are not explained by it: the flag stays only if both sides agree. */
void
summary_take_errors(struct summary *into, struct summary *from)
{
    bool explained =
        (into->error_count == 0 || into->llvm_compile_error) && (from->error_count == 0 || from->llvm_compile_error);

    into->llvm_compile_error = explained && (into->llvm_compile_error || from->llvm_compile_error);
    if (into->error_count + from->error_count > 0)
        into->errors = xreallocarray(into->errors, into->error_count + from->error_count, sizeof *into->errors);
    for (size_t i = 0; i < from->error_count; i++)
        into->errors[into->error_count++] = from->errors[i];
    from->error_count = 0;
}

void
summary_absorb(struct summary *into, struct summary *from)
{
    summary_take_errors(into, from);
    for (size_t i = 0; i < from->result_count; i++)
        summary_move(into, from, i);
    into->duration_ms += from->duration_ms;
    summary_free(from);
}

void
summary_free(struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++)
        free_result(&summary->results[i]);
    free(summary->results);
    free_strings(summary->errors, summary->error_count);
    free(summary->path);
    *summary = (struct summary){ 0 };
}

static void
write_strings(struct buffer *out, char *const *strings, size_t count)
{
    buffer_add(out, "[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add(out, ", ");
        json_add_string(out, strings[i]);
    }
    buffer_add(out, "]");
}

static void
write_result(struct buffer *out, const struct test_result *result)
{
    buffer_add(out, "{\"name\": ");
    json_add_string(out, result->name);
    buffer_add(out, ", \"targets\": ");
    write_strings(out, result->targets, result->target_count);
    buffer_printf(out, ", \"outcome\": {\"type\": \"%s\"", outcome_name(result->outcome));
    if (result->message != NULL) {
        buffer_add(out, ", \"message\": ");
        json_add_string(out, result->message);
    }
    buffer_printf(out, "}, \"duration_ms\": %" PRId64, result->duration_ms);
    if (result->flaky != NULL) {
        buffer_add(out, ", \"flaky\": ");
        json_add_string(out, result->flaky);
    }
    buffer_add(out, "}");
}

void
summary_write(struct buffer *out, const struct summary *summary)
{
    buffer_add(out, "\"path\": ");
    json_add_string(out, summary->path);
    buffer_add(out, ",\n \"results\": [");
    for (size_t i = 0; i < summary->result_count; i++) {
        buffer_add(out, i > 0 ? ",\n  " : "\n  ");
        write_result(out, &summary->results[i]);
    }
    buffer_add(out, "],\n ");
    for (int i = 0; i < OUTCOME_COUNT; i++)
        buffer_printf(out, "\"%s\": %" PRIu64 ", ", outcome_counter((enum outcome)i), summary->counts[i]);
    buffer_printf(out, "\"flaky\": %" PRIu64 ",\n \"duration_ms\": %" PRId64 ", \"errors\": ", summary_flaky(summary),
                  summary->duration_ms);
    write_strings(out, summary->errors, summary->error_count);
    buffer_printf(out, ", \"llvm_compile_error\": %s", summary->llvm_compile_error ? "true" : "false");
}

/* A string of json-c may hold a NUL, a C string may not: U+FFFD stands for it. */
static char *
copy_string(json_object *value)
{
    const char *bytes = json_object_get_string(value);
    size_t left = (size_t)json_object_get_string_len(value);
    struct buffer copy = { 0 };

    if (!json_object_is_type(value, json_type_string))
        return xstrdup(bytes != NULL ? bytes : "null");
    for (;;) {
        size_t length = strnlen(bytes, left);

        text_repair(&copy, bytes, length);
        if (length == left)
            return buffer_take(&copy);
        buffer_add(&copy, "\xef\xbf\xbd");
        bytes += length + 1;
        left -= length + 1;
    }
}

static int64_t
read_duration(json_object *object)
{
    int64_t ms = json_object_get_int64(json_member(object, "duration_ms"));

    return ms > 0 ? ms : 0;
}

static int
read_result(struct summary *summary, json_object *object, size_t index, char **why)
{
    json_object *name = json_member(object, "name");
    json_object *targets = json_member(object, "targets");
    json_object *flaky = json_member(object, "flaky");
    json_object *described = json_member(object, "outcome");
    const char *type = json_member_string(described, "type");
    json_object *message = json_member(described, "message");
    struct test_result *result;
    enum outcome outcome;
    char *text;

    if (!json_object_is_type(name, json_type_string)) {
        *why = xasprintf("results[%zu] has no name", index);
        return -1;
    }
    if (type == NULL || outcome_parse(type, &outcome) != 0) {
        *why = type == NULL ? xasprintf("results[%zu] has no outcome.type", index)
                            : xasprintf("results[%zu] has the unknown outcome '%.40s'", index, type);
        return -1;
    }
    text = message != NULL ? copy_string(message) : NULL;
    result = summary_add(summary, "", outcome, text);
    free(text);
    free(result->name);
    result->name = copy_string(name);
    result->duration_ms = read_duration(object);
    if (json_object_is_type(flaky, json_type_string))
        result->flaky = copy_string(flaky);
    if (json_object_is_type(targets, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(targets); i++) {
            text = copy_string(json_object_array_get_idx(targets, i));
            summary_add_target(result, text);
            free(text);
        }
    }
    return 0;
}

static int
read_members(struct summary *summary, json_object *object, char **why)
{
    json_object *path = json_member(object, "path");
    json_object *results = json_member(object, "results");
    json_object *errors = json_member(object, "errors");

    if (!json_object_is_type(object, json_type_object)) {
        *why = xstrdup("a summary is no object");
        return -1;
    }
    if (!json_object_is_type(results, json_type_array)) {
        *why = xstrdup("a summary has no results");
        return -1;
    }
    if (errors != NULL && !json_object_is_type(errors, json_type_array)) {
        *why = xstrdup("a summary's errors are no array");
        return -1;
    }
    if (json_object_is_type(path, json_type_string))
        summary->path = copy_string(path);
    for (size_t i = 0; i < json_object_array_length(results); i++)
        if (read_result(summary, json_object_array_get_idx(results, i), i, why) != 0)
            return -1;
    for (size_t i = 0; errors != NULL && i < json_object_array_length(errors); i++) {
        char *message = copy_string(json_object_array_get_idx(errors, i));

        summary_add_error(summary, message);
        free(message);
    }
    summary->duration_ms = read_duration(object);
    summary->llvm_compile_error = json_object_get_boolean(json_member(object, "llvm_compile_error"));
    return 0;
}

int
summary_read(struct summary *summary, json_object *object, char **why)
{
    if (read_members(summary, object, why) == 0)
        return 0;
    summary_free(summary);
    return -1;
}
