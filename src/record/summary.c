/* summary: the results of one test file. Counting happens in summary_add and nowhere else. */
#include "record/summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

static const char *
repaired_copy(struct summary *summary, const char *text)
{
    struct buffer repaired = { 0 };
    size_t length = strlen(text);
    const char *copy;

    if (text_is_utf8(text, length))
        return arena_copy(&summary->texts, text, length);
    text_repair(&repaired, text, length);
    copy = arena_copy(&summary->texts, repaired.data, repaired.size);
    buffer_free(&repaired);
    return copy;
}

struct test_result *
summary_new_result(struct summary *summary, enum outcome outcome)
{
    struct test_result *result;

    if (summary->result_count == summary->result_capacity) {
        summary->result_capacity = summary->result_capacity > 0 ? 2 * summary->result_capacity : 8;
        summary->results = xreallocarray(summary->results, summary->result_capacity, sizeof *summary->results);
    }
    summary->counts[outcome]++;
    result = &summary->results[summary->result_count++];
    *result = (struct test_result){ .name = "", .outcome = outcome };
    return result;
}

struct test_result *
summary_add(struct summary *summary, const char *name, enum outcome outcome, const char *message)
{
    struct test_result *result = summary_new_result(summary, outcome);

    result->name = repaired_copy(summary, name);
    if (outcome_has_message(outcome))
        result->message = repaired_copy(summary, message != NULL ? message : "");
    return result;
}

/* How many bytes all targets have, with their NULs. */
static size_t
targets_size(const struct test_result *result)
{
    size_t size = 0;

    for (uint32_t i = 0; i < result->target_count; i++)
        size += strlen(result->targets + size) + 1;
    return size;
}

void
summary_add_target(struct summary *summary, struct test_result *result, const char *target)
{
    const char *copy = repaired_copy(summary, target);
    size_t old = targets_size(result);
    char *targets = arena_get(&summary->texts, old + strlen(copy) + 1);

    if (old > 0)
        memcpy(targets, result->targets, old);
    memcpy(targets + old, copy, strlen(copy) + 1);
    result->targets = targets;
    result->target_count++;
}

void
summary_set_message(struct summary *summary, struct test_result *result, const char *message)
{
    result->message = repaired_copy(summary, message);
}

void
summary_keep_error(struct summary *summary, const char *text)
{
    if (summary->error_count == summary->error_capacity) {
        summary->error_capacity = summary->error_capacity > 0 ? 2 * summary->error_capacity : 4;
        summary->errors = xreallocarray(summary->errors, summary->error_capacity, sizeof *summary->errors);
    }
    summary->errors[summary->error_count++] = text;
}

void
summary_add_error(struct summary *summary, const char *message)
{
    summary_keep_error(summary, repaired_copy(summary, message));
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

/* Fills RESULT of INTO with what OTHER of another summary is, which is empty then. */
static void
move_result(struct summary *into, struct test_result *result, struct test_result *other)
{
    size_t size = targets_size(other);

    *result = *other;
    result->name = arena_copy(&into->texts, other->name, strlen(other->name));
    if (other->message != NULL)
        result->message = arena_copy(&into->texts, other->message, strlen(other->message));
    if (size > 0)
        result->targets = arena_copy(&into->texts, other->targets, size);
    *other = (struct test_result){ .name = "", .outcome = other->outcome };
}

void
summary_move(struct summary *into, struct summary *from, size_t index)
{
    struct test_result *other = &from->results[index];

    move_result(into, summary_new_result(into, other->outcome), other);
}

void
summary_replace(struct summary *into, size_t place, struct summary *from, size_t index)
{
    struct test_result *result = &into->results[place];

    free(result->flaky);
    into->counts[result->outcome]--;
    into->counts[from->results[index].outcome]++;
    move_result(into, result, &from->results[index]);
}

/* Errors of which only some are a compile error's are not explained by it: the flag stays only if both sides agree. */
bool
summary_is_explained(size_t count, bool flag, size_t other_count, bool other_flag)
{
    return (count == 0 || flag) && (other_count == 0 || other_flag) && (flag || other_flag);
}

/* Moves the errors' list alone: the texts stay where they are. */
static void
append_errors(struct summary *into, struct summary *from)
{
    into->llvm_compile_error =
        summary_is_explained(into->error_count, into->llvm_compile_error, from->error_count, from->llvm_compile_error);
    for (size_t i = 0; i < from->error_count; i++)
        summary_keep_error(into, from->errors[i]);
    from->error_count = 0;
}

void
summary_take_errors(struct summary *into, struct summary *from)
{
    for (size_t i = 0; i < from->error_count; i++)
        from->errors[i] = arena_copy(&into->texts, from->errors[i], strlen(from->errors[i]));
    append_errors(into, from);
}

int64_t
summary_add_ms(int64_t one, int64_t other)
{
    return one > INT64_MAX - other ? INT64_MAX : one + other;
}

/* The results of a million tests are not copied where there are none yet. */
static void
append_results(struct summary *into, struct summary *from)
{
    if (into->result_count == 0) {
        free(into->results);
        into->results = from->results;
        into->result_count = from->result_count;
        into->result_capacity = from->result_capacity;
        memcpy(into->counts, from->counts, sizeof into->counts);
        from->results = NULL;
    }
    for (size_t i = 0; from->results != NULL && i < from->result_count; i++)
        *summary_new_result(into, from->results[i].outcome) = from->results[i];
    from->result_count = 0;
}

void
summary_absorb(struct summary *into, struct summary *from)
{
    append_errors(into, from);
    append_results(into, from);
    arena_join(&into->texts, &from->texts);
    into->duration_ms = summary_add_ms(into->duration_ms, from->duration_ms);
    summary_free(from);
}

void
summary_free(struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++)
        free(summary->results[i].flaky);
    free(summary->results);
    free(summary->errors);
    free(summary->path);
    arena_free(&summary->texts);
    *summary = (struct summary){ 0 };
}

static void
write_targets(struct writer *writer, const struct test_result *result)
{
    const char *target = result->targets;

    writer_array(writer, "targets", false);
    for (uint32_t i = 0; i < result->target_count; i++) {
        writer_string(writer, NULL, target);
        target += strlen(target) + 1;
    }
    writer_end_array(writer);
}

static void
write_result(struct writer *writer, const struct test_result *result)
{
    writer_object(writer, NULL, false);
    writer_string(writer, "name", result->name);
    write_targets(writer, result);
    writer_object(writer, "outcome", false);
    writer_string(writer, "type", outcome_name(result->outcome));
    if (result->message != NULL)
        writer_string(writer, "message", result->message);
    writer_end_object(writer);
    writer_number(writer, "duration_ms", result->duration_ms);
    if (result->flaky != NULL)
        writer_string(writer, "flaky", result->flaky);
    writer_end_object(writer);
}

void
summary_write(struct writer *writer, const struct summary *summary)
{
    writer_string(writer, "path", summary->path);
    writer_break(writer);
    writer_array(writer, "results", true);
    for (size_t i = 0; i < summary->result_count; i++)
        write_result(writer, &summary->results[i]);
    writer_end_array(writer);
    writer_break(writer);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        writer_count(writer, outcome_counter((enum outcome)i), summary->counts[i]);
    writer_count(writer, "flaky", summary_flaky(summary));
    writer_break(writer);
    writer_number(writer, "duration_ms", summary->duration_ms);
    writer_array(writer, "errors", false);
    for (size_t i = 0; i < summary->error_count; i++)
        writer_string(writer, NULL, summary->errors[i]);
    writer_end_array(writer);
    writer_boolean(writer, "llvm_compile_error", summary->llvm_compile_error);
}
