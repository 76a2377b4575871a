/* outcome: what can become of a test. */
#include "record/outcome.h"

#include <string.h>

enum standing { GOOD, UNFINISHED, FAILURE };

static const struct {
    const char *name;
    const char *counter;
    const char *word;
    bool has_message;
    enum standing standing;
} outcomes[OUTCOME_COUNT] = {
    [OUTCOME_PASSED] = { "Passed", "passed", "PASS", false, GOOD },
    [OUTCOME_FAILED] = { "Failed", "failed", "FAIL", true, FAILURE },
    [OUTCOME_SKIPPED] = { "Skipped", "skipped", "SKIP", true, GOOD },
    [OUTCOME_SKIPPED_UNCHANGED] = { "SkippedUnchanged", "skipped_unchanged", "SKIP", false, GOOD },
    [OUTCOME_LLVM_COMPILE_FAIL] = { "LlvmCompileFail", "llvm_compile_fail", "LLVM COMPILE FAIL", true, UNFINISHED },
    [OUTCOME_BACKEND_CRASH] = { "BackendCrash", "backend_crash", "CRASH", true, FAILURE },
};

const char *
outcome_name(enum outcome outcome)
{
    return outcomes[outcome].name;
}

const char *
outcome_counter(enum outcome outcome)
{
    return outcomes[outcome].counter;
}

int
outcome_parse(const char *name, enum outcome *outcome)
{
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        if (strcmp(name, outcomes[i].name) == 0) {
            *outcome = (enum outcome)i;
            return 0;
        }
    }
    return -1;
}

bool
outcome_has_message(enum outcome outcome)
{
    return outcomes[outcome].has_message;
}

const char *
outcome_word(enum outcome outcome)
{
    return outcomes[outcome].word;
}

bool
outcome_is_failure(enum outcome outcome)
{
    return outcomes[outcome].standing == FAILURE;
}

bool
outcome_is_good(enum outcome outcome)
{
    return outcomes[outcome].standing == GOOD;
}
