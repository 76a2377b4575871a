/* attempts: all attempts of a cell, and what they come to together.

   Tests are matched by their names, the k-th of a name with the k-th. The set of names holds only those of tests that
   went wrong, and each has a list of these in the order of their occurrence. An attempt's results are gone through in
   their order, so each list is too, and that only once: the time is linear in the results, whatever they are called. */
#include "cell/attempts.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "base/xalloc.h"

static bool
is_bad(const struct test_result *result)
{
    return result->outcome == OUTCOME_FAILED || result->outcome == OUTCOME_BACKEND_CRASH;
}

static const char *
first_message(const struct summary *summary)
{
    for (size_t i = 0; i < summary->result_count; i++)
        if (is_bad(&summary->results[i]))
            return summary->results[i].message;
    return summary->error_count > 0 ? summary->errors[0] : NULL;
}

/* A note is for people, and there may be a thousand attempts: of a long message it has the begin. */
static const char *
note_message(struct attempts *attempts, const char *message)
{
    enum { MOST = 4096 };
    size_t length = strlen(message);
    char *cut;

    if (length <= MOST)
        return arena_copy(&attempts->texts, message, length);
    cut = xasprintf("%.*s… (%zu bytes)", (int)text_cut(message, MOST), message, length);
    message = arena_copy(&attempts->texts, cut, strlen(cut));
    free(cut);
    return message;
}

void
attempts_note(struct attempts *attempts, enum facts_reason reason, const struct attempt *attempt)
{
    const char *message = first_message(&attempt->summary);
    struct facts_attempt *note;

    attempts->notes = xreallocarray(attempts->notes, attempts->count + 1, sizeof *attempts->notes);
    note = &attempts->notes[attempts->count++];
    *note = (struct facts_attempt){ .reason = reason,
                                    .ended = facts_end(&attempt->run.ended),
                                    .wall_ms = attempt->run.wall_ms,
                                    .errors = (int64_t)attempt->summary.error_count };
    note->ended.reason = NULL;
    if (message != NULL)
        note->message = note_message(attempts, message);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        note->counts[i] = (int64_t)attempt->summary.counts[i];
}

/* Where the way through an attempt's results has come to in the list of one name. */
struct walk {
    size_t seen; /* how many of that name there were */
    size_t last; /* the last one that was passed by in the list; NAMES_NONE: none */
};

static struct walk *
begin_walk(const struct attempts *attempts)
{
    struct walk *walk = xcalloc(attempts->names.count + 1, sizeof *walk);

    for (size_t i = 0; i < attempts->names.count; i++)
        walk[i].last = NAMES_NONE;
    return walk;
}

/* The next test of the name with that INDEX, as it was before: its place in earlier, or NAMES_NONE. */
static size_t
step(const struct attempts *attempts, struct walk *walk, size_t index)
{
    size_t occurrence = walk[index].seen++;
    size_t next = walk[index].last == NAMES_NONE ? attempts->first[index] : attempts->earlier[walk[index].last].next;

    while (next != NAMES_NONE && attempts->earlier[next].occurrence < occurrence) {
        walk[index].last = next;
        next = attempts->earlier[next].next;
    }
    if (next == NAMES_NONE || attempts->earlier[next].occurrence != occurrence)
        return NAMES_NONE;
    walk[index].last = next;
    return next;
}

/* A new one of the name with that INDEX where the walk has come to. */
static struct earlier *
insert(struct attempts *attempts, struct walk *walk, size_t index)
{
    struct walk *here = &walk[index];
    size_t place = attempts->earlier_count++;
    size_t *link;

    if (attempts->earlier == NULL || place == attempts->earlier_capacity) {
        attempts->earlier_capacity = place > 0 ? 2 * place : 8;
        attempts->earlier = xreallocarray(attempts->earlier, attempts->earlier_capacity, sizeof *attempts->earlier);
    }
    link = here->last == NAMES_NONE ? &attempts->first[index] : &attempts->earlier[here->last].next;
    attempts->earlier[place] = (struct earlier){ .occurrence = here->seen - 1, .next = *link };
    *link = place;
    here->last = place;
    return &attempts->earlier[place];
}

/* What is worse stands for the test. 0: nothing went wrong. */
static int
badness(enum outcome outcome, bool never_ran)
{
    switch (outcome) {
    case OUTCOME_LLVM_COMPILE_FAIL:
        return 1;
    case OUTCOME_FAILED:
        return 2;
    case OUTCOME_BACKEND_CRASH:
        return never_ran ? 3 : 4;
    default:
        return 0;
    }
}

/* An attempt's texts go with it, so the names are copied. */
static void
add_name(struct attempts *attempts, const char *name)
{
    if (names_find(&attempts->names, name) == NAMES_NONE)
        (void)names_add(&attempts->names, arena_copy(&attempts->texts, name, strlen(name)));
}

/* The names of what went wrong. */
static void
add_names(struct attempts *attempts, const struct summary *summary)
{
    size_t before = attempts->names.count;

    for (size_t i = 0; i < summary->result_count; i++)
        if (badness(summary->results[i].outcome, false) > 0 && !summary->results[i].is_of_file)
            add_name(attempts, summary->results[i].name);
    attempts->first = xreallocarray(attempts->first, attempts->names.count + 1, sizeof *attempts->first);
    for (size_t i = before; i < attempts->names.count; i++)
        attempts->first[i] = NAMES_NONE;
}

static void
keep_result(struct attempts *attempts, struct walk *walk, struct summary *summary, size_t i, bool never_ran)
{
    const struct test_result *result = &summary->results[i];
    size_t index = names_find(&attempts->names, result->name);
    int how_bad = badness(result->outcome, never_ran);
    struct earlier *earlier;
    size_t place;

    if (index == NAMES_NONE)
        return;
    place = step(attempts, walk, index);
    earlier = place != NAMES_NONE ? &attempts->earlier[place] : NULL;
    if (earlier != NULL && result->outcome == OUTCOME_PASSED)
        earlier->has_passed = true;
    if (how_bad == 0)
        return;
    if (earlier == NULL)
        earlier = insert(attempts, walk, index);
    else if (how_bad <= badness(attempts->bad.results[earlier->result].outcome, earlier->never_ran))
        how_bad = 0;
    earlier->has_passed = false;
    if (how_bad == 0)
        return;
    earlier->never_ran = never_ran;
    earlier->result = attempts->bad.result_count;
    summary_move(&attempts->bad, summary, i);
}

/* Errors of BAD that SUMMARY has too are not told twice; but what is the compiler's word there was none here. */
static void
drop_repeated_errors(struct summary *bad, const struct summary *summary)
{
    struct names names = { 0 };
    size_t kept = 0;

    if (summary->llvm_compile_error && !bad->llvm_compile_error)
        return;
    for (size_t i = 0; i < summary->error_count; i++)
        (void)names_add(&names, summary->errors[i]);
    for (size_t i = 0; i < bad->error_count; i++) {
        size_t known = names.count;

        if (names_add(&names, bad->errors[i]) == known)
            bad->errors[kept++] = bad->errors[i];
    }
    bad->error_count = kept;
    names_free(&names);
}

void
attempts_keep(struct attempts *attempts, struct attempt *attempt)
{
    struct summary *summary = &attempt->summary;
    struct walk *walk;

    add_names(attempts, summary);
    walk = begin_walk(attempts);
    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        if (!result->is_of_file)
            keep_result(attempts, walk, summary, i, i >= summary->result_count - attempt->rest);
        else if (attempts->crash == NULL)
            attempts->crash = xstrdup(result->message);
    }
    free(walk);
    attempts->has_survivors = attempts->has_survivors || attempt->run.containment.survivors;
    drop_repeated_errors(summary, &attempts->bad);
    summary_take_errors(&attempts->bad, summary);
}

/* Adds WHAT to the first line of a message. */
static void
remark(char **message, const char *what)
{
    size_t line = strcspn(*message, "\n");
    char *text = xasprintf("%.*s; %s%s", (int)line, *message, what, *message + line);

    free(*message);
    *message = text;
}

/* How a test that was bad before has ended in the last attempt; NULL: it has a verdict of its own there. */
static const char *
excuse(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_SKIPPED:
        return "skipped in a later attempt";
    case OUTCOME_SKIPPED_UNCHANGED:
        return "skipped as unchanged in a later attempt";
    case OUTCOME_LLVM_COMPILE_FAIL:
        return "did not compile in a later attempt";
    default:
        return NULL;
    }
}

static void
add_fault(struct summary *summary, char *fault)
{
    summary_add_fault(summary, fault);
    free(fault);
}

static void
mark_flaky(struct test_result *result, const char *message)
{
    if (result->outcome == OUTCOME_PASSED && result->flaky == NULL)
        result->flaky = xstrdup(message);
}

/* What passed after a crash is no excuse for it. */
static void
add_crash_fault(struct summary *summary, const struct earlier *earlier, const struct test_result *before)
{
    if (before->outcome == OUTCOME_BACKEND_CRASH && !earlier->never_ran)
        add_fault(summary, xasprintf("%s crashed before it passed: %s", before->name, before->message));
}

static void
remark_result(struct summary *summary, struct test_result *result, const char *what)
{
    char *text = xstrdup(result->message);

    remark(&text, what);
    summary_set_message(summary, result, text);
    free(text);
}

/* The result that stands for a test that was bad before and is as LATER says in the last attempt: its place in bad. If
   it has passed in between, that counts. */
static size_t
stand_in(struct attempts *attempts, const struct earlier *earlier, struct summary *summary, const char *later)
{
    struct test_result *before = &attempts->bad.results[earlier->result];
    struct test_result *passed;

    if (!earlier->has_passed) {
        remark_result(&attempts->bad, before, later);
        return earlier->result;
    }
    add_crash_fault(summary, earlier, before);
    passed = summary_add(&attempts->bad, before->name, OUTCOME_PASSED, NULL);
    mark_flaky(passed, attempts->bad.results[earlier->result].message);
    return attempts->bad.result_count - 1;
}

static void
conclude_test(struct attempts *attempts, const struct earlier *earlier, struct summary *summary, size_t i)
{
    struct test_result *result = &summary->results[i];
    const struct test_result *before = &attempts->bad.results[earlier->result];
    const char *later = excuse(result->outcome);

    if (result->outcome == OUTCOME_PASSED) {
        mark_flaky(result, before->message);
        add_crash_fault(summary, earlier, before);
    } else if (result->outcome == OUTCOME_FAILED && before->outcome == OUTCOME_BACKEND_CRASH) {
        char *what =
            xasprintf("crashed in an attempt before: %.*s", (int)strcspn(before->message, "\n"), before->message);

        remark_result(summary, result, what);
        free(what);
    } else if (later != NULL && result->outcome != before->outcome) {
        summary_replace(summary, i, &attempts->bad, stand_in(attempts, earlier, summary, later));
    }
}

static void
conclude_tests(struct attempts *attempts, struct summary *summary)
{
    struct walk *walk = begin_walk(attempts);
    size_t count = summary->result_count;

    for (size_t i = 0; i < count && attempts->names.count > 0; i++) {
        size_t index = names_find(&attempts->names, summary->results[i].name);
        size_t place = NAMES_NONE;

        if (index != NAMES_NONE && !summary->results[i].is_of_file)
            place = step(attempts, walk, index);
        if (place == NAMES_NONE)
            continue;
        attempts->earlier[place].is_met = true;
        if (summary->results[i].outcome == OUTCOME_LLVM_COMPILE_FAIL)
            attempts->earlier[place].has_passed = false;
        conclude_test(attempts, &attempts->earlier[place], summary, i);
    }
    free(walk);
    for (size_t i = 0; i < attempts->earlier_count; i++)
        if (!attempts->earlier[i].is_met)
            summary_move(summary, &attempts->bad,
                         stand_in(attempts, &attempts->earlier[i], summary, "absent from a later attempt"));
}

static void
mark_all_flaky(struct summary *summary, const char *message)
{
    for (size_t i = 0; i < summary->result_count; i++)
        mark_flaky(&summary->results[i], message);
}

/* The file as a whole had crashed, and so all of its tests: HAS_PASSED is whether one has passed now. */
static void
conclude_crash(struct attempts *attempts, struct summary *summary, bool has_passed)
{
    if (attempts->crash == NULL)
        return;
    mark_all_flaky(summary, attempts->crash);
    for (size_t i = 0; i < summary->result_count; i++)
        if (summary->results[i].is_of_file)
            return;
    if (has_passed) {
        add_fault(summary, xasprintf("an attempt before crashed: %s", attempts->crash));
    } else {
        remark(&attempts->crash, "nothing passed in a later attempt");
        summary_add(summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, attempts->crash)->is_of_file = true;
    }
}

/* The errors of the file before: IS_CLEAN is whether something has passed now and nothing of the kind happened again.
 */
static void
conclude_errors(struct attempts *attempts, struct summary *summary, bool is_clean)
{
    if (attempts->bad.error_count == 0)
        return;
    if (is_clean) {
        mark_all_flaky(summary, attempts->bad.errors[0]);
        return;
    }
    drop_repeated_errors(&attempts->bad, summary);
    if (attempts->bad.error_count > 0)
        summary_take_errors(summary, &attempts->bad);
}

/* Whatever the results are, and whatever they are called: how the worker ended and what was counted is not forgotten.
 */
static void
hold_crashes(const struct attempts *attempts, struct summary *summary)
{
    for (size_t i = 0; i < attempts->count && !summary_has_failures(summary); i++) {
        const struct facts_attempt *note = &attempts->notes[i];

        if (note->ended.how == ENDED_SIGNALED || note->ended.how == ENDED_TIMED_OUT ||
            note->counts[OUTCOME_BACKEND_CRASH] > 0)
            add_fault(summary, xasprintf("an attempt before crashed: %s",
                                         note->message != NULL ? note->message : ended_name(note->ended.how)));
    }
}

void
attempts_conclude(struct attempts *attempts, struct summary *summary)
{
    bool has_passed = summary->counts[OUTCOME_PASSED] > 0;
    bool is_clean = has_passed && summary->error_count == 0 && !summary->llvm_compile_error && !attempts->has_survivors;

    conclude_tests(attempts, summary);
    conclude_crash(attempts, summary, has_passed);
    conclude_errors(attempts, summary, is_clean);
    hold_crashes(attempts, summary);
}

void
attempts_free(struct attempts *attempts)
{
    free(attempts->notes);
    names_free(&attempts->names);
    arena_free(&attempts->texts);
    summary_free(&attempts->bad);
    free(attempts->earlier);
    free(attempts->first);
    free(attempts->crash);
    *attempts = (struct attempts){ .count = 0 };
}
