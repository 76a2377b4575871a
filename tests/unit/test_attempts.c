/* test_attempts: what a test was in each of several attempts, and what it comes to. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cell/attempts.h"

enum { MANY = 20000, TEXT_BYTES = 1024 };

/* One letter a result. */
static const struct {
    char letter;
    enum outcome outcome;
} letters[] = {
    { 'P', OUTCOME_PASSED },
    { 'F', OUTCOME_FAILED },
    { 'S', OUTCOME_SKIPPED },
    { 'U', OUTCOME_SKIPPED_UNCHANGED },
    { 'L', OUTCOME_LLVM_COMPILE_FAIL },
    { 'C', OUTCOME_BACKEND_CRASH },
};

static enum outcome
outcome_of(char letter)
{
    size_t i = 0;

    while (letters[i].letter != letter)
        i++;
    return letters[i].outcome;
}

/* Reads "a=F". */
static void
read_result(struct summary *summary, char *word, const char *message)
{
    char *equals = strchr(word, '=');

    assert_non_null(equals);
    *equals = '\0';
    (void)summary_add(summary, word, outcome_of(equals[1]), message);
}

/* Reads "a=F b=P", each with the attempt's number as its message; "!text" is an error, "?" the crash of the file, "*"
   that llvm_compile_error is set. */
static void
read_attempt(struct attempt *attempt, const char *text, int number)
{
    char *copy = strdup(text);
    char message[32];
    char *rest;

    assert_non_null(copy);
    *attempt = (struct attempt){ .rest = 0 };
    (void)snprintf(message, sizeof message, "%d", number);
    for (char *word = strtok_r(copy, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
        if (word[0] == '!')
            summary_add_error(&attempt->summary, word + 1);
        else if (word[0] == '*')
            attempt->summary.llvm_compile_error = true;
        else if (word[0] == '?')
            summary_add(&attempt->summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, message)->is_of_file = true;
        else
            read_result(&attempt->summary, word, message);
    }
    free(copy);
}

static void
describe(const struct summary *summary, char *out)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];
        size_t k = 0;

        while (letters[k].outcome != result->outcome)
            k++;
        used += (size_t)snprintf(out + used, TEXT_BYTES - used, "%s%s=%c", used > 0 ? " " : "", result->name,
                                 letters[k].letter);
        if (result->flaky != NULL || (result->message != NULL && strchr(result->message, ';') != NULL))
            used += (size_t)snprintf(out + used, TEXT_BYTES - used, "(%s)",
                                     result->flaky != NULL ? result->flaky : result->message);
    }
    for (size_t i = 0; i < summary->error_count; i++)
        used += (size_t)snprintf(out + used, TEXT_BYTES - used, "%s!%s", used > 0 ? " " : "", summary->errors[i]);
    if (summary->llvm_compile_error)
        (void)snprintf(out + used, TEXT_BYTES - used, " *");
}

static const struct {
    const char *attempts[4];
    const char *expected;
    bool fails;
} cases[] = {
    { { "a=P" }, "a=P", false },
    { { "a=F", "a=P" }, "a=P(1)", false },
    { { "a=L b=F", "a=P b=P" }, "a=P(1) b=P(1)", false },
    { { "a=F", "a=F" }, "a=F", true },
    { { "a=F", "a=S" }, "a=F(1; skipped in a later attempt)", true },
    { { "a=F", "a=U" }, "a=F(1; skipped as unchanged in a later attempt)", true },
    { { "a=F", "a=L" }, "a=F(1; did not compile in a later attempt)", true },
    { { "a=F", "b=P" }, "b=P a=F(1; absent from a later attempt)", true },
    { { "a=L b=F", "a=S b=P" }, "a=L(1; skipped in a later attempt) b=P(1)", false },
    { { "a=C", "a=P" }, "a=P(1) !a crashed before it passed: 1", true },
    { { "a=C", "a=S" }, "a=C(1; skipped in a later attempt)", true },
    { { "a=C", "a=F" }, "a=F(2; crashed in an attempt before: 1)", true },
    { { "a=F", "a=C" }, "a=C", true },
    /* The worst counts, wherever it stands. */
    { { "a=F", "a=C", "a=S" }, "a=C(2; skipped in a later attempt)", true },
    { { "a=C", "a=F", "a=S" }, "a=C(1; skipped in a later attempt)", true },
    { { "a=F", "a=C", "a=P" }, "a=P(2) !a crashed before it passed: 2", true },
    { { "a=F", "a=F", "a=P" }, "a=P(1)", false },
    /* What has passed in between need not run again, but what went wrong after that must. */
    { { "a=F b=F", "a=P b=F", "b=P" }, "b=P(1) a=P(1)", false },
    { { "a=F b=F", "a=P b=F", "a=S b=P" }, "a=P(1) b=P(1)", false },
    { { "a=F b=F", "a=P b=F", "a=L b=P" }, "a=F(1; did not compile in a later attempt) b=P(1)", true },
    { { "a=P b=F", "a=F b=F", "a=S b=P" }, "a=F(2; skipped in a later attempt) b=P(1)", true },
    { { "a=F b=F", "a=P b=F", "a=F b=F", "b=P" }, "b=P(1) a=F(1; absent from a later attempt)", true },
    { { "a=C b=F", "a=P b=F", "b=P" }, "b=P(1) a=P(1) !a crashed before it passed: 1", true },
    /* Of one name, the k-th is the k-th. */
    { { "a=P a=F", "a=S a=P" }, "a=S a=P(1)", false },
    { { "a=F a=P a=F", "a=P a=S a=S" }, "a=P(1) a=S a=F(1; skipped in a later attempt)", true },
    { { "a=F a=F", "a=P" }, "a=P(1) a=F(1; absent from a later attempt)", true },
    { { "a=P a=F", "a=F a=F", "a=P a=P" }, "a=P(2) a=P(1)", false },
    { { "a=P a=P a=F", "a=F a=P a=P", "a=S a=F a=S" }, "a=F(2; skipped in a later attempt) a=F a=P(1)", true },
    /* The file as a whole. */
    { { "?", "a=P b=S" }, "a=P(1) b=S !an attempt before crashed: 1", true },
    { { "?", "a=S" }, "a=S llvm_backend_crash=C(1; nothing passed in a later attempt)", true },
    { { "?", "" }, "llvm_backend_crash=C(1; nothing passed in a later attempt)", true },
    { { "?", "llvm_backend_crash=S" },
      "llvm_backend_crash=S llvm_backend_crash=C(1; nothing passed in a later attempt)",
      true },
    { { "?", "llvm_backend_crash=P" }, "llvm_backend_crash=P(1) !an attempt before crashed: 1", true },
    { { "?", "?" }, "llvm_backend_crash=C", true },
    { { "?", "!bad *" }, "llvm_backend_crash=C(1; nothing passed in a later attempt) !bad *", true },
    { { "?", "a=F", "a=P" }, "a=P(2) !an attempt before crashed: 1", true },
    { { "llvm_backend_crash=C", "a=P" }, "a=P llvm_backend_crash=C(1; absent from a later attempt)", true },
    { { "!lost", "a=P" }, "a=P(lost)", false },
    { { "!lost", "a=S" }, "a=S !lost", true },
    { { "!lost", "!lost" }, "!lost", true },
    { { "!lost", "!gone" }, "!gone !lost", true },
    { { "!lost", "!bad *" }, "!bad !lost", true },
    { { "!lost", "a=P *" }, "a=P !lost", true },
    { { "!lost", "a=P !bad *" }, "a=P !bad !lost", true },
    { { "a=P !exit", "a=P !exit" }, "a=P !exit", true },
    { { "a=F !bad *", "a=P" }, "a=P(1)", false },
    { { "a=F !bad *", "a=P b=P" }, "a=P(1) b=P(bad)", false },
};

/* Runs the cases through; SUMMARY is the last attempt's. */
static void
conclude(const char *const *texts, struct summary *summary)
{
    struct attempts attempts = { 0 };
    struct attempt attempt = { .rest = 0 };

    for (int i = 0; i < 4 && texts[i] != NULL; i++) {
        bool is_last = i == 3 || texts[i + 1] == NULL;

        read_attempt(&attempt, texts[i], i + 1);
        attempts_note(&attempts, i == 0 ? FACTS_FIRST : FACTS_RETRY, &attempt);
        if (is_last)
            break;
        attempts_keep(&attempts, &attempt);
        summary_free(&attempt.summary);
    }
    attempts_conclude(&attempts, &attempt.summary);
    attempts_free(&attempts);
    *summary = attempt.summary;
}

static void
comes_to_what_it_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct summary summary;
        char text[TEXT_BYTES];
        uint64_t counts[OUTCOME_COUNT] = { 0 };

        print_message("%s\n", cases[i].expected);
        conclude(cases[i].attempts, &summary);
        describe(&summary, text);
        assert_string_equal(text, cases[i].expected);
        assert_int_equal(summary_has_failures(&summary), cases[i].fails);
        for (size_t k = 0; k < summary.result_count; k++)
            counts[summary.results[k].outcome]++;
        assert_memory_equal(counts, summary.counts, sizeof counts);
        summary_free(&summary);
    }
}

/* However a worker ended and whatever is left of its results: no death is green. */
static void
a_death_is_never_forgotten(void **state)
{
    static const enum ended_how deaths[] = { ENDED_SIGNALED, ENDED_TIMED_OUT };

    (void)state;
    for (size_t i = 0; i < COUNT(deaths); i++) {
        struct attempts attempts = { 0 };
        struct attempt attempt;

        read_attempt(&attempt, "", 1);
        attempt.run.ended = (struct ended){ .how = deaths[i] };
        attempts_note(&attempts, FACTS_FIRST, &attempt);
        attempts_keep(&attempts, &attempt);
        read_attempt(&attempt, "a=P", 2);
        attempts_note(&attempts, FACTS_RETRY, &attempt);
        attempts_conclude(&attempts, &attempt.summary);
        assert_true(summary_has_failures(&attempt.summary));
        attempts_free(&attempts);
        summary_free(&attempt.summary);
    }
}

/* What was kept from running is flaky when it passes, and blames nobody. */
static void
what_never_ran_did_not_crash(void **state)
{
    struct attempts attempts = { 0 };
    struct attempt attempt = { .rest = 0 };
    char text[TEXT_BYTES];

    (void)state;
    read_attempt(&attempt, "a=C b=C", 1);
    attempt.rest = 1;
    attempts_note(&attempts, FACTS_FIRST, &attempt);
    attempts_keep(&attempts, &attempt);
    summary_free(&attempt.summary);
    read_attempt(&attempt, "a=P b=P", 2);
    attempts_conclude(&attempts, &attempt.summary);
    describe(&attempt.summary, text);
    assert_string_equal(text, "a=P(1) b=P(1) !a crashed before it passed: 1");
    attempts_free(&attempts);
    summary_free(&attempt.summary);
}

/* What could not be ended may still run. */
static void
a_survivor_stays_an_error(void **state)
{
    struct attempts attempts = { 0 };
    struct attempt attempt = { .rest = 0 };
    char text[TEXT_BYTES];

    (void)state;
    read_attempt(&attempt, "a=P !survivor", 1);
    attempt.run.containment.survivors = true;
    attempts_keep(&attempts, &attempt);
    summary_free(&attempt.summary);
    read_attempt(&attempt, "a=P", 2);
    attempts_conclude(&attempts, &attempt.summary);
    describe(&attempt.summary, text);
    assert_string_equal(text, "a=P !survivor");
    attempts_free(&attempts);
    summary_free(&attempt.summary);
}

/* All of one name, or each of its own. */
static void
takes_many(void **state)
{
    (void)state;
    for (int same = 0; same < 2; same++) {
        struct attempts attempts = { 0 };
        struct attempt attempt;

        for (int number = 0; number < 3; number++) {
            attempt = (struct attempt){ .rest = 0 };
            for (int i = 0; i < MANY; i++) {
                char name[32];

                (void)snprintf(name, sizeof name, "test_%d", same ? 0 : i);
                (void)summary_add(&attempt.summary, name, number == 2 ? OUTCOME_PASSED : OUTCOME_FAILED, "m");
            }
            if (number == 2)
                break;
            attempts_keep(&attempts, &attempt);
            summary_free(&attempt.summary);
        }
        attempts_conclude(&attempts, &attempt.summary);
        assert_int_equal(summary_flaky(&attempt.summary), MANY);
        attempts_free(&attempts);
        summary_free(&attempt.summary);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_to_what_it_should),
        cmocka_unit_test(a_death_is_never_forgotten),
        cmocka_unit_test(what_never_ran_did_not_crash),
        cmocka_unit_test(a_survivor_stays_an_error),
        cmocka_unit_test(takes_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
