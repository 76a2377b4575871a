/* words: the words of the wire. */
#include "protocol/words.h"

#include <stddef.h>
#include <string.h>

static const char *const words[OUTCOME_COUNT] = {
    [OUTCOME_PASSED] = "pass",
    [OUTCOME_FAILED] = "fail",
    [OUTCOME_SKIPPED] = "skip",
    [OUTCOME_SKIPPED_UNCHANGED] = "skip-unchanged",
    [OUTCOME_LLVM_COMPILE_FAIL] = "llvm-compile-fail",
};

const char *
words_of_outcome(enum outcome outcome)
{
    return words[outcome];
}

int
words_parse_outcome(const char *word, enum outcome *outcome)
{
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        if (words[i] == NULL || strcmp(words[i], word) != 0)
            continue;
        *outcome = (enum outcome)i;
        return 0;
    }
    return -1;
}
