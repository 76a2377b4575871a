/* tally: what a run came to. */
#include "merge/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { BRIDGED_MS = 1000 };

static struct tally_file *
new_file(struct tally *tally, const char *path, const char *record)
{
    struct tally_file *file;

    if (tally->count == tally->capacity) {
        tally->capacity = tally->capacity > 0 ? 2 * tally->capacity : 64;
        tally->files = xreallocarray(tally->files, tally->capacity, sizeof *tally->files);
    }
    file = &tally->files[tally->count++];
    *file = (struct tally_file){ .path = xstrdup(path), .record = xstrdup(record) };
    return file;
}

/* How long the attempts took whose time is not in the cell's wall_ms, which is that of the last retry. */
static int64_t
earlier_ms(const struct record *record)
{
    int64_t all = 0;

    for (size_t i = 0; i < record->cell.attempt_count; i++)
        if (record->cell.attempts[i].wall_ms > 0)
            all = summary_add_ms(all, record->cell.attempts[i].wall_ms);
    return all > record->cell.wall_ms ? all - record->cell.wall_ms : 0;
}

static void
add_times(struct tally *tally, const struct record *record)
{
    int64_t begin = record->cell.started_ms;
    int64_t earlier = earlier_ms(record);

    tally->duration_ms = summary_add_ms(tally->duration_ms, record->summary.duration_ms);
    if (begin < 0 || record->cell.wall_ms < 0 || record->cell.wall_ms > INT64_C(1) << 40)
        return;
    if (tally->time_count == tally->time_capacity) {
        tally->time_capacity = tally->time_capacity > 0 ? 2 * tally->time_capacity : 64;
        tally->times = xreallocarray(tally->times, tally->time_capacity, sizeof *tally->times);
    }
    tally->times[tally->time_count++] =
        (struct tally_time){ earlier < begin ? begin - earlier : 0, begin + record->cell.wall_ms };
}

bool
tally_is_empty(const struct tally_file *file)
{
    return file->summary.result_count == 0 && file->summary.error_count == 0;
}

static void
add_counts(struct tally *tally, const struct summary *summary)
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        tally->counts[i] += summary->counts[i];
    tally->flaky += summary_flaky(summary);
    tally->errors += summary->error_count;
    tally->failed_files += summary_has_failures(summary);
    tally->uncompiled_files += summary->llvm_compile_error || summary->counts[OUTCOME_LLVM_COMPILE_FAIL] > 0;
}

void
tally_add(struct tally *tally, struct record *record, const char *file)
{
    const char *path = record->summary.path != NULL ? record->summary.path : file;
    struct tally_file *added = new_file(tally, path, file);

    add_times(tally, record);
    if (tally->count == 1 && record->run != NULL)
        tally->run = xstrdup(record->run);
    if (tally->run != NULL && (record->run == NULL || strcmp(record->run, tally->run) != 0)) {
        free(tally->run);
        tally->run = NULL;
    }
    added->summary = record->summary;
    record->summary = (struct summary){ 0 };
    add_counts(tally, &added->summary);
    tally->empty_files += tally_is_empty(added);
    record_free(record);
}

void
tally_add_lost(struct tally *tally, const char *path, const char *file, const char *why)
{
    struct tally_file *added = new_file(tally, path, file);
    char *message = xasprintf("lost: %s", why);

    added->lost = xstrdup(why);
    (void)summary_add(&added->summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, message);
    free(message);
    tally->lost++;
    add_counts(tally, &added->summary);
}

void
tally_add_fault(struct tally *tally, char *text)
{
    tally->faults = xreallocarray(tally->faults, tally->fault_count + 1, sizeof *tally->faults);
    tally->faults[tally->fault_count++] = text;
}

static int
compare_files(const void *a, const void *b)
{
    const struct tally_file *left = a;
    const struct tally_file *right = b;
    int order = strcmp(left->path, right->path);

    return order != 0 ? order : strcmp(left->record, right->record);
}

void
tally_sort(struct tally *tally)
{
    if (tally->count > 0)
        qsort(tally->files, tally->count, sizeof *tally->files, compare_files);
}

enum verdict
tally_verdict(const struct tally *tally, bool strict)
{
    if (tally->fault_count > 0 || tally->failed_files > 0 || tally->lost > 0)
        return VERDICT_FAILED;
    if (strict && tally->uncompiled_files > 0)
        return VERDICT_FAILED;
    return tally_total(tally) == 0 && tally->errors == 0 ? VERDICT_NO_TESTS : VERDICT_OK;
}

const char *
tally_verdict_name(enum verdict verdict)
{
    static const char *const names[] = {
        [VERDICT_OK] = "OK",
        [VERDICT_FAILED] = "FAILED",
        [VERDICT_NO_TESTS] = "NO TESTS FOUND",
    };

    return names[verdict];
}

uint64_t
tally_total(const struct tally *tally)
{
    uint64_t total = 0;

    for (int i = 0; i < OUTCOME_COUNT; i++)
        total += tally->counts[i];
    return total;
}

static int
compare_times(const void *a, const void *b)
{
    const struct tally_time *left = a;
    const struct tally_time *right = b;

    return (left->begin_ms > right->begin_ms) - (left->begin_ms < right->begin_ms);
}

int64_t
tally_wall_ms(const struct tally *tally)
{
    struct tally_time *times;
    struct tally_time now;
    int64_t all = 0;

    if (tally->time_count == 0)
        return tally->duration_ms;
    times = xreallocarray(NULL, tally->time_count, sizeof *times);
    memcpy(times, tally->times, tally->time_count * sizeof *times);
    qsort(times, tally->time_count, sizeof *times, compare_times);
    now = times[0];
    for (size_t i = 1; i < tally->time_count; i++) {
        if (times[i].begin_ms - now.end_ms >= BRIDGED_MS) {
            all += now.end_ms - now.begin_ms;
            now = times[i];
        } else if (times[i].end_ms > now.end_ms) {
            now.end_ms = times[i].end_ms;
        }
    }
    free(times);
    return all + now.end_ms - now.begin_ms;
}

void
tally_free(struct tally *tally)
{
    for (size_t i = 0; i < tally->count; i++) {
        free(tally->files[i].path);
        free(tally->files[i].record);
        free(tally->files[i].lost);
        summary_free(&tally->files[i].summary);
    }
    for (size_t i = 0; i < tally->fault_count; i++)
        free(tally->faults[i]);
    free(tally->faults);
    free(tally->files);
    free(tally->times);
    free(tally->run);
    *tally = (struct tally){ 0 };
}
