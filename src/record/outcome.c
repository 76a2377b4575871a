/* outcome: what can become of a test. */
#include "record/outcome.h"

#include <string.h>

static const struct {
    const char *name;
    const char *counter;
    bool has_message;
} outcomes[OUTCOME_COUNT] = {
    [OUTCOME_PASSED] = { "Passed", "passed", false },
    [OUTCOME_FAILED] = { "Failed", "failed", true },
    [OUTCOME_SKIPPED] = { "Skipped", "skipped", true },
    [OUTCOME_SKIPPED_UNCHANGED] = { "SkippedUnchanged", "skipped_unchanged", false },
    [OUTCOME_LLVM_COMPILE_FAIL] = { "LlvmCompileFail", "llvm_compile_fail", true },
    [OUTCOME_BACKEND_CRASH] = { "BackendCrash", "backend_crash", true },
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
