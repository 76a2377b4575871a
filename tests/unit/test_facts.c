/* test_facts: what a cell tells is read as it was written, and what is told in other words is not told. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "record/record.h"

static void
read_cell(struct facts *facts, const char *text)
{
    struct pull pull;

    facts_init(facts);
    pull_begin(&pull, text, strlen(text));
    facts_read(facts, &pull);
    assert_int_equal(pull_finish(&pull), 0);
}

static void
write_cell(struct buffer *out, const struct facts *facts)
{
    struct writer writer;

    writer_init(&writer, out, NULL);
    writer_object(&writer, NULL, false);
    facts_write(&writer, facts);
    writer_end_object(&writer);
}

/* Writes them and reads that. The caller frees both. */
static void
pass_on(struct buffer *text, const struct facts *facts, struct facts *again)
{
    const char begin[] = "{\"cell\": ";

    write_cell(text, facts);
    assert_memory_equal(text->data, begin, sizeof begin - 1);
    text->size--; /* the outer object's end */
    read_cell(again, buffer_text(text) + sizeof begin - 1);
}

/* What was read is written as it was. */
static void
round_trip(const struct facts *facts, struct facts *again)
{
    struct buffer text = { 0 };
    struct buffer same = { 0 };

    pass_on(&text, facts, again);
    write_cell(&same, again);
    same.size--;
    assert_string_equal(buffer_text(&same), buffer_text(&text));
    buffer_free(&text);
    buffer_free(&same);
}

static const struct facts_end killed = { true, ENDED_SIGNALED, NOT_TOLD, 11, NOT_TOLD, true, false, NULL };

static void
all_of_it_is_read_as_it_was_written(void **state)
{
    static const char *const worker[] = { "ori", "", "a\"b", NULL };
    static const char *const containment[] = { "subreaper", "pid", NULL };
    static const struct facts_signal signals[] = { { "SIGTERM", 7, 2 } };
    static const struct facts_leak leaks[] = { { 12, "sleep" }, { 13, "" } };
    static const struct facts_limit limits[] = { { "core", false, 0 }, { "cpu", false, 10 }, { "as", true, 0 } };
    const struct facts_attempt attempts[] = {
        { FACTS_FIRST, killed, 5, { 1, 2, 3, 4, 5, 6 }, 7, "m\nn" },
        { FACTS_RETRY, { .is_known = true, .code = 0, .signal = NOT_TOLD, .after_ms = NOT_TOLD }, 6, { 1 }, 0, NULL },
    };
    struct facts facts;
    struct facts again;

    (void)state;
    facts_init(&facts);
    facts.version = "1";
    facts.worker = worker;
    facts.host = "h";
    facts.protocol = "frame";
    facts.ended = (struct facts_end){ true, ENDED_TIMED_OUT, NOT_TOLD, 9, 60000, false, false, NULL };
    facts.started_ms = INT64_C(1764063840123);
    facts.wall_ms = 1;
    facts.user_ms = 2;
    facts.system_ms = 3;
    facts.max_rss_kib = 4;
    facts.max_memory_kib = 5;
    facts.oom_kills = 0;
    facts.overhead_us = 6;
    facts.stdout_bytes = INT64_MAX;
    facts.stderr_bytes = 0;
    facts.stderr_tail = "one\ntwo";
    facts.containment = containment;
    facts.stopped = 1;
    facts.signals = signals;
    facts.signal_count = 1;
    facts.leaked_count = 20;
    facts.leaks = leaks;
    facts.leak_count = 2;
    facts.attempts = attempts;
    facts.attempt_count = 2;
    facts.has_output = true;
    facts.out = (struct facts_stream){ { "head", 4 }, 10, { "tail", 4 } };
    facts.err = (struct facts_stream){ { "", 0 }, 0, { "", 0 } };
    facts.backtrace = (struct facts_bytes){ "#0", 2 };
    facts.timeout_ms = 60000;
    facts.limits = limits;
    facts.limit_count = 3;
    round_trip(&facts, &again);
    assert_true(again.is_told);
    assert_string_equal(again.worker[2], "a\"b");
    assert_null(again.worker[3]);
    assert_int_equal(again.ended.how, ENDED_TIMED_OUT);
    assert_int_equal(again.ended.signal, 9);
    assert_int_equal(again.ended.after_ms, 60000);
    assert_int_equal(again.started_ms, INT64_C(1764063840123));
    assert_int_equal(again.stdout_bytes, INT64_MAX);
    assert_string_equal(again.stderr_tail, "one\ntwo");
    assert_int_equal(again.attempt_count, 2);
    assert_int_equal(again.attempts[0].reason, FACTS_FIRST);
    assert_true(again.attempts[0].ended.core_dumped);
    assert_int_equal(again.attempts[0].counts[OUTCOME_BACKEND_CRASH], 6);
    assert_string_equal(again.attempts[0].message, "m\nn");
    assert_null(again.attempts[1].message);
    assert_int_equal(again.attempts[1].ended.code, 0);
    assert_int_equal(again.leaks[0].pid, 12);
    assert_memory_equal(again.out.tail.data, "tail", 4);
    assert_true(again.limits[2].is_unlimited);
    assert_int_equal(again.limits[1].value, 10);
    facts_free(&again);
}

static void
nothing_is_read_as_nothing(void **state)
{
    struct facts facts;
    struct facts again;

    (void)state;
    facts_init(&facts);
    facts.ended.is_known = false;
    round_trip(&facts, &again);
    assert_false(again.ended.is_known);
    assert_null(again.worker);
    assert_int_equal(again.wall_ms, NOT_TOLD);
    assert_int_equal(again.timeout_ms, NOT_TOLD);
    facts_free(&again);
}

/* Bytes that are no UTF-8, and a NUL: they are repaired, once. */
static void
bytes_from_outside_are_repaired(void **state)
{
    static const char *const worker[] = { "\xff", NULL };
    struct facts facts;
    struct facts again;
    struct buffer text = { 0 };

    (void)state;
    facts_init(&facts);
    facts.worker = worker;
    facts.backtrace = (struct facts_bytes){ "a\0\x80", 3 };
    pass_on(&text, &facts, &again);
    assert_string_equal(again.worker[0], "\xef\xbf\xbd");
    assert_string_equal(again.backtrace.data, "a\xef\xbf\xbd\xef\xbf\xbd");
    facts_free(&again);
    buffer_free(&text);
}

static void
other_types_are_errors(void **state)
{
    static const char *const bad[] = {
        "17",
        "[]",
        "{\"protocol\": 1}",
        "{\"ended\": []}",
        "{\"ended\": {\"how\": 1}}",
        "{\"ended\": {\"code\": \"1\"}}",
        "{\"ended\": {\"code\": 0.9}}",
        "{\"ended\": {\"signal\": -1}}",
        "{\"ended\": {\"core_dumped\": 1}}",
        "{\"wall_ms\": \"12\"}",
        "{\"wall_ms\": 1e3}",
        "{\"attempts\": {}}",
        "{\"attempts\": [7]}",
        "{\"attempts\": [{\"backend_crash\": \"1\"}]}",
        "{\"worker\": [1]}",
        "{\"stderr_tail\": 1}",
        "{\"limits\": []}",
        "{\"output\": true}",
        "{\"ended\": {\"survived\": \"true\"}}",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct facts facts;
        struct pull pull;

        print_message("%s\n", bad[i]);
        facts_init(&facts);
        pull_begin(&pull, bad[i], strlen(bad[i]));
        facts_read(&facts, &pull);
        assert_int_equal(pull_finish(&pull), -1);
        pull_free(&pull);
        facts_free(&facts);
    }
}

static void
what_is_not_known_is_skipped(void **state)
{
    struct facts facts;

    (void)state;
    read_cell(&facts, "{\"ended\": {\"how\": \"vanished\"}, \"started_at\": \"yesterday\", \"new\": {\"a\": []}, "
                      "\"attempts\": [{\"reason\": \"whim\", \"wall_ms\": 3, \"message\": null}], \"host\": null}");
    assert_true(facts.is_told);
    assert_null(facts.host);
    assert_false(facts.ended.is_known);
    assert_int_equal(facts.ended.code, NOT_TOLD);
    assert_int_equal(facts.started_ms, NOT_TOLD);
    assert_int_equal(facts.attempt_count, 1);
    assert_int_equal(facts.attempts[0].reason, FACTS_OTHER);
    assert_int_equal(facts.attempts[0].wall_ms, 3);
    facts_free(&facts);
}

static void
times_are_read_as_they_may_be_written(void **state)
{
    static const struct {
        const char *text;
        int64_t ms;
    } cases[] = {
        { "2026-11-23T01:54:09.000Z", INT64_C(1795398849000) },
        { "2026-11-23T01:54:09Z", INT64_C(1795398849000) },
        { "2026-11-23T01:54:09.9Z", INT64_C(1795398849900) },
        { "2026-11-23T01:54:09.00199999999999999999999Z", INT64_C(1795398849001) },
        { "1969-12-31T23:59:59.000Z", NOT_TOLD },
        { "2026-11-23", NOT_TOLD },
        { "", NOT_TOLD },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[80];
        struct facts facts;

        (void)snprintf(text, sizeof text, "{\"started_at\": \"%s\"}", cases[i].text);
        read_cell(&facts, text);
        assert_int_equal(facts.started_ms, cases[i].ms);
        facts_free(&facts);
    }
}

static void
a_member_twice_is_an_error(void **state)
{
    static const char text[] = "{\"worker\": [\"a\"], \"worker\": [\"b\"]}";
    struct facts facts;
    struct pull pull;

    (void)state;
    facts_init(&facts);
    pull_begin(&pull, text, sizeof text - 1);
    facts_read(&facts, &pull);
    assert_int_equal(pull_finish(&pull), -1);
    pull_free(&pull);
    facts_free(&facts);
}

static void
an_end_says_what_it_knows(void **state)
{
    const struct ended exited = { .how = ENDED_EXITED, .exit_code = 3 };
    const struct ended late = { .how = ENDED_TIMED_OUT, .after_ms = 5, .exit_code = 0 };
    const struct ended survived = { .how = ENDED_SIGNALED, .survived = true };
    const struct ended missing = { .how = ENDED_NOT_STARTED, .reason = (char *)"why" };

    (void)state;
    assert_int_equal(facts_end(&exited).code, 3);
    assert_int_equal(facts_end(&exited).after_ms, NOT_TOLD);
    assert_int_equal(facts_end(&late).code, 0);
    assert_int_equal(facts_end(&late).after_ms, 5);
    assert_int_equal(facts_end(&survived).code, NOT_TOLD);
    assert_int_equal(facts_end(&survived).signal, NOT_TOLD);
    assert_true(facts_end(&survived).survived);
    assert_string_equal(facts_end(&missing).reason, "why");
    assert_int_equal(facts_end(&missing).code, NOT_TOLD);
}

static void
a_record_reads_as_it_was_written(void **state)
{
    struct summary summary = { 0 };
    struct buffer text = { 0 };
    struct record record;
    struct facts cell;
    struct pull pull;

    (void)state;
    facts_init(&cell);
    cell.ended = killed;
    (void)summary_add(&summary, "a", OUTCOME_FAILED, "m");
    record_write(&text, "run-1", &summary, &cell, NULL);
    pull_begin(&pull, text.data, text.size);
    assert_int_equal(record_read(&record, &pull), 0);
    assert_int_equal(pull_finish(&pull), 0);
    assert_string_equal(record.run, "run-1");
    assert_int_equal(record.summary.counts[OUTCOME_FAILED], 1);
    assert_int_equal(record.claimed[OUTCOME_FAILED], 1);
    assert_int_equal(record.cell.ended.signal, 11);
    record_free(&record);
    buffer_free(&text);
    summary_free(&summary);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_is_read_as_it_was_written), cmocka_unit_test(nothing_is_read_as_nothing),
        cmocka_unit_test(bytes_from_outside_are_repaired),     cmocka_unit_test(other_types_are_errors),
        cmocka_unit_test(what_is_not_known_is_skipped),        cmocka_unit_test(times_are_read_as_they_may_be_written),
        cmocka_unit_test(a_member_twice_is_an_error),          cmocka_unit_test(an_end_says_what_it_knows),
        cmocka_unit_test(a_record_reads_as_it_was_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
