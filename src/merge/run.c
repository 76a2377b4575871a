/* run: what a run came to in all.

   Of when cells ran it keeps no more than the stretches of time in which one ran after the other, of which there are
   few, however many cells there were. */
#include "merge/run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { BRIDGED_MS = 1000 };
enum { FIRST_TIMES = 256 };

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

static int
compare_times(const void *a, const void *b)
{
    const struct run_time *left = a;
    const struct run_time *right = b;

    return (left->begin_ms > right->begin_ms) - (left->begin_ms < right->begin_ms);
}

/* Puts together what has no second between it. What comes of it does not depend on when that is done. */
static void
join_times(struct run *run)
{
    struct run_time *times = run->times;
    size_t kept = 0;

    if (run->time_count == 0)
        return;
    qsort(times, run->time_count, sizeof *times, compare_times);
    for (size_t i = 1; i < run->time_count; i++) {
        if (times[i].begin_ms - times[kept].end_ms >= BRIDGED_MS)
            times[++kept] = times[i];
        else if (times[i].end_ms > times[kept].end_ms)
            times[kept].end_ms = times[i].end_ms;
    }
    run->time_count = kept + 1;
}

/* Room is made by joining as long as that makes half of it free. */
static void
make_room(struct run *run)
{
    join_times(run);
    if (run->time_count <= run->time_capacity / 2 && run->time_capacity > 0)
        return;
    run->time_capacity = run->time_capacity > 0 ? 2 * run->time_capacity : FIRST_TIMES;
    run->times = xreallocarray(run->times, run->time_capacity, sizeof *run->times);
}

static void
add_times(struct run *run, const struct record *record)
{
    int64_t begin = record->cell.started_ms;
    int64_t earlier = earlier_ms(record);

    run->duration_ms = summary_add_ms(run->duration_ms, record->summary.duration_ms);
    if (begin < 0 || record->cell.wall_ms < 0 || record->cell.wall_ms > INT64_C(1) << 40)
        return;
    if (run->time_count == run->time_capacity)
        make_room(run);
    run->times[run->time_count++] =
        (struct run_time){ earlier < begin ? begin - earlier : 0, begin + record->cell.wall_ms };
}

static int64_t
count_wall_ms(struct run *run)
{
    int64_t all = 0;

    if (run->time_count == 0)
        return run->duration_ms;
    join_times(run);
    for (size_t i = 0; i < run->time_count; i++)
        all += run->times[i].end_ms - run->times[i].begin_ms;
    return all;
}

bool
run_is_empty(const struct summary *summary)
{
    return summary->result_count == 0 && summary->error_count == 0;
}

static void
add_counts(struct run *run, const struct summary *summary)
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        run->counts[i] += summary->counts[i];
    run->flaky += summary_flaky(summary);
    run->errors += summary->error_count;
    run->failed_files += summary_has_failures(summary);
    run->uncompiled_files += summary->llvm_compile_error || summary->counts[OUTCOME_LLVM_COMPILE_FAIL] > 0;
    run->empty_files += run_is_empty(summary);
}

static void
identify(struct run *run, const char *id)
{
    if (run->identity == RUN_UNKNOWN && id != NULL) {
        run->identity = RUN_ONE;
        run->id = xstrdup(id);
    } else if (id == NULL || run->id == NULL || strcmp(run->id, id) != 0) {
        run->identity = RUN_SEVERAL;
        free(run->id);
        run->id = NULL;
    }
}

void
run_add(struct run *run, const struct gathered *file)
{
    run->files++;
    add_counts(run, &file->record->summary);
    if (file->lost != NULL) {
        run->lost++;
        return;
    }
    identify(run, file->record->run);
    add_times(run, file->record);
}

void
run_note(struct run *run, enum run_note_kind kind, char *text)
{
    if (run->note_count == run->note_capacity) {
        run->note_capacity = run->note_capacity > 0 ? 2 * run->note_capacity : 8;
        run->notes = xreallocarray(run->notes, run->note_capacity, sizeof *run->notes);
    }
    run->notes[run->note_count].kind = kind;
    run->notes[run->note_count].text = text;
    run->note_count++;
}

static void
break_rule(struct run *run, uint64_t files, const char *what, const char *option)
{
    if (files > 0)
        run_note(run, RUN_FAULT,
                 xasprintf("%" PRIu64 " %s %s, and %s is given", files, files == 1 ? "file" : "files", what, option));
}

void
run_finish(struct run *run, const struct run_rules *rules)
{
    if (rules->no_empty)
        break_rule(run, run->empty_files, "without a test", "--no-empty");
    if (rules->strict)
        break_rule(run, run->uncompiled_files, "that LLVM cannot compile", "--strict");
    run->wall_ms = count_wall_ms(run);
}

size_t
run_count_notes(const struct run *run, enum run_note_kind kind)
{
    size_t count = 0;

    for (size_t i = 0; i < run->note_count; i++)
        count += run->notes[i].kind == kind;
    return count;
}

enum gate
run_gate(const struct run *run)
{
    if (run->failed_files > 0 || run->lost > 0 || run_count_notes(run, RUN_FAULT) > 0)
        return GATE_FAILED;
    return run_total(run) == 0 && run->errors == 0 ? GATE_NO_TESTS : GATE_OK;
}

const char *
gate_name(enum gate gate)
{
    static const char *const names[] = {
        [GATE_OK] = "OK",
        [GATE_FAILED] = "FAILED",
        [GATE_NO_TESTS] = "NO TESTS FOUND",
    };

    return names[gate];
}

uint64_t
run_total(const struct run *run)
{
    uint64_t total = 0;

    for (int i = 0; i < OUTCOME_COUNT; i++)
        total += run->counts[i];
    return total;
}

void
run_free(struct run *run)
{
    for (size_t i = 0; i < run->note_count; i++)
        free(run->notes[i].text);
    free(run->notes);
    free(run->times);
    free(run->id);
    *run = (struct run){ 0 };
}
