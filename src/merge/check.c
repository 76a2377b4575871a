/* check: holds what a record says against what else it says.

   A crash in any attempt fails a file for good, whatever its results say: the cell makes sure of that, and here it is
   looked at once more, from the record alone. */
#include "merge/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { EXIT_SKIPPED = 77 }; /* with --protocol=exit */

enum { EXIT_EMPTY = 2 }; /* after a report without a test */

static bool
is_crash(const struct facts_end *ended)
{
    return ended->is_known && (ended->how == ENDED_SIGNALED || ended->how == ENDED_TIMED_OUT || ended->survived);
}

static bool
has_no_cell(const struct record *record)
{
    return record->schema != NULL && !record->cell.is_told;
}

/* It exited, or it was killed, and then it says with what, and nothing else. */
static bool
is_end(const struct facts_end *ended)
{
    bool has_code = ended->code != NOT_TOLD;
    bool has_signal = ended->signal != NOT_TOLD;

    if (!ended->is_known || (has_code && (has_signal || ended->core_dumped)))
        return false;
    if (ended->how == ENDED_NOT_STARTED)
        return !has_code && !has_signal;
    if (ended->survived)
        return !has_code && !has_signal;
    return ended->how == ENDED_EXITED ? has_code : ended->how == ENDED_TIMED_OUT ? has_code || has_signal : has_signal;
}

static bool
has_unknown_end(const struct record *record)
{
    const struct facts *cell = &record->cell;
    bool is_unknown = cell->is_told && !is_end(&cell->ended);

    for (size_t i = 0; i < cell->attempt_count; i++)
        is_unknown = is_unknown || !is_end(&cell->attempts[i].ended);
    return is_unknown;
}

static bool
hides_crash(const struct record *record)
{
    return is_crash(&record->cell.ended) && !summary_has_failures(&record->summary);
}

static bool
hides_earlier_crash(const struct record *record)
{
    const struct facts *cell = &record->cell;
    bool crashed = false;

    for (size_t i = 0; i < cell->attempt_count; i++)
        crashed = crashed || is_crash(&cell->attempts[i].ended) || cell->attempts[i].counts[OUTCOME_BACKEND_CRASH] > 0;
    return crashed && !summary_has_failures(&record->summary);
}

/* What went wrong in an attempt, of which nobody need have died. */
static bool
has_gone_wrong(const struct facts_attempt *attempt)
{
    return is_crash(&attempt->ended) || attempt->counts[OUTCOME_FAILED] > 0 ||
           attempt->counts[OUTCOME_BACKEND_CRASH] > 0 || attempt->errors > 0;
}

/* What went wrong in an attempt is wrong still, or flaky. Crashes are another rule's, and the compiler's own words on a
   file that does not compile are in the last attempt alone. */
static bool
hides_failure(const struct record *record)
{
    const struct facts *cell = &record->cell;
    bool has_flaky = summary_flaky(&record->summary) > 0;

    if (summary_has_failures(&record->summary))
        return false;
    for (size_t i = 0; i < cell->attempt_count; i++) {
        const struct facts_attempt *attempt = &cell->attempts[i];
        bool is_last = i + 1 == cell->attempt_count;

        if (attempt->counts[OUTCOME_FAILED] > 0 && (is_last || !has_flaky))
            return true;
        if (!is_last && attempt->errors > 0 && !has_flaky)
            return true;
    }
    return false;
}

/* Nothing is tried again that went well, and nobody who was not there. */
static bool
retries_nothing(const struct record *record)
{
    const struct facts *cell = &record->cell;

    for (size_t i = 0; i + 1 < cell->attempt_count; i++) {
        const struct facts_attempt *attempt = &cell->attempts[i];

        if (!attempt->ended.is_known)
            continue;
        if (attempt->ended.how == ENDED_NOT_STARTED)
            return true;
        if (cell->attempts[i + 1].reason == FACTS_RETRY && attempt->reason != FACTS_REST && !has_gone_wrong(attempt))
            return true;
    }
    return false;
}

static bool
hides_missing_worker(const struct record *record)
{
    const struct facts_end *ended = &record->cell.ended;

    return ended->is_known && ended->how == ENDED_NOT_STARTED &&
           (record->summary.error_count == 0 || record->summary.llvm_compile_error);
}

/* What exit statuses that are not 0 are no failure. */
static bool
is_no_failure(const struct record *record)
{
    const struct summary *summary = &record->summary;
    const char *protocol = record->cell.protocol;
    int64_t code = record->cell.ended.code;

    if (summary->result_count == 0 && (code == EXIT_EMPTY || code == record->cell.empty_exit))
        return true;
    if (code == 1 && (summary->llvm_compile_error || summary->counts[OUTCOME_LLVM_COMPILE_FAIL] > 0))
        return true;
    return code == EXIT_SKIPPED && protocol != NULL && strcmp(protocol, "exit") == 0 &&
           summary->counts[OUTCOME_SKIPPED] > 0;
}

static bool
hides_exit_status(const struct record *record)
{
    const struct facts_end *ended = &record->cell.ended;

    return ended->is_known && ended->how == ENDED_EXITED && ended->code > 0 &&
           !summary_has_failures(&record->summary) && !is_no_failure(record);
}

static bool
counts_wrong(const struct record *record)
{
    int64_t flaky = (int64_t)summary_flaky(&record->summary);

    for (int i = 0; i < OUTCOME_COUNT; i++)
        if (record->claimed[i] != SUMMARY_NOT_TOLD && record->claimed[i] != (int64_t)record->summary.counts[i])
            return true;
    return record->claimed_flaky != SUMMARY_NOT_TOLD && record->claimed_flaky != flaky;
}

static bool
is_flaky_at_once(const struct record *record)
{
    return record->cell.attempt_count < 2 && summary_flaky(&record->summary) > 0;
}

static bool
is_same_end(const struct facts_end *one, const struct facts_end *other)
{
    return one->how == other->how && one->code == other->code && one->signal == other->signal;
}

/* What the cell tells of is the last attempt that was no run of the rest. One for a reason that we do not know may or
   may not be that. */
static bool
ends_otherwise(const struct record *record)
{
    const struct facts *cell = &record->cell;
    size_t last = cell->attempt_count;

    while (last > 0 && cell->attempts[last - 1].reason == FACTS_REST)
        last--;
    if (last == 0 || cell->attempts[last - 1].reason == FACTS_OTHER)
        return false;
    return cell->ended.is_known && cell->attempts[last - 1].ended.is_known &&
           !is_same_end(&cell->ended, &cell->attempts[last - 1].ended);
}

/* The name is kept for crashes. */
static bool
misuses_crash_name(const struct record *record)
{
    for (size_t i = 0; i < record->summary.result_count; i++) {
        const struct test_result *result = &record->summary.results[i];

        if (result->outcome != OUTCOME_BACKEND_CRASH && strcmp(result->name, SUMMARY_CRASH_NAME) == 0)
            return true;
    }
    return false;
}

static const struct {
    bool (*is_broken)(const struct record *record);
    const char *text;
    bool of_summaries; /* the rule is one for bare summaries as well */
} rules[] = {
    { has_no_cell, "it does not tell of its cell", false },
    { has_unknown_end, "how the worker ended is not told", false },
    { hides_crash, "the worker crashed and nothing failed", false },
    { hides_earlier_crash, "the worker crashed in an attempt and nothing failed", false },
    { hides_failure, "something failed in an attempt and is neither a failure nor flaky", false },
    { retries_nothing, "an attempt was followed by another for no reason", false },
    { hides_missing_worker, "the worker was not started and there is no error", false },
    { hides_exit_status, "the worker's exit status tells of a failure and nothing failed", false },
    { counts_wrong, "its counts are not those of its results", false },
    { is_flaky_at_once, "a test is flaky and there was one attempt", false },
    { ends_otherwise, "its last attempt ended otherwise than the worker", false },
    { misuses_crash_name, "a test called " SUMMARY_CRASH_NAME " is no crash", true },
};

enum { RULES = sizeof rules / sizeof rules[0] };

/* All rules are asked before the first fault is added, which is a failure. */
void
check_contradictions(struct record *record)
{
    bool broken[RULES];

    for (size_t i = 0; i < RULES; i++)
        broken[i] =
            (record->schema != NULL || record->cell.is_told || rules[i].of_summaries) && rules[i].is_broken(record);
    for (size_t i = 0; i < RULES; i++) {
        if (broken[i]) {
            char *fault = xasprintf("the record contradicts itself: %s", rules[i].text);

            summary_add_fault(&record->summary, fault);
            free(fault);
        }
    }
}
