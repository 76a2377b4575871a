/* outcome: what can become of a test. */
#ifndef ORI_OUTCOME_H
#define ORI_OUTCOME_H

#include <stdbool.h>

enum outcome {
    OUTCOME_PASSED,
    OUTCOME_FAILED,
    OUTCOME_SKIPPED,
    OUTCOME_SKIPPED_UNCHANGED,
    OUTCOME_LLVM_COMPILE_FAIL,
    OUTCOME_BACKEND_CRASH,
    OUTCOME_COUNT /* how many there are */
};

/* The name in a record's outcome.type: "Passed", "LlvmCompileFail" … */
const char *outcome_name(enum outcome outcome);

/* The name of its counter in a summary: "passed", "llvm_compile_fail" … */
const char *outcome_counter(enum outcome outcome);

/* Finds the outcome called NAME. 0, or -1 when there is none. */
int outcome_parse(const char *name, enum outcome *outcome);

/* Whether the outcome carries a message: all but Passed and SkippedUnchanged. */
bool outcome_has_message(enum outcome outcome);

/* The word that begins its line in a report for people: "PASS", "LLVM COMPILE FAIL" … */
const char *outcome_word(enum outcome outcome);

/* Whether it fails its file, whatever else there is. */
bool outcome_is_failure(enum outcome outcome);

/* Whether there is nothing to do about it. LlvmCompileFail is neither good nor a failure: it is how a compiler that is
   not finished says what it cannot do yet. */
bool outcome_is_good(enum outcome outcome);

#endif
