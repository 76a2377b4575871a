/* words: the words of the wire (ori-protocol(7)), for who writes them and for who reads them. */
#ifndef ORI_WORDS_H
#define ORI_WORDS_H

#include "record/outcome.h"

/* A frame's sentinels, each a line. */
#define FRAME_BEGIN "---ORI_JSON_BEGIN---"
#define FRAME_END "---ORI_JSON_END---"

/* What an event begins with, and then one of these words. */
#define EVENTS_MARKER "@@ori-test "
#define EVENT_PLAN "plan"
#define EVENT_START "start"
#define EVENT_RESULT "result"
#define EVENT_FILE_ERROR "file-error"
#define EVENT_COMPILE_ERROR "llvm-compile-error"
#define EVENT_DONE "done"

/* The word of a result event for an outcome; NULL for a crash, of which no worker can tell. */
const char *words_of_outcome(enum outcome outcome);

/* The outcome that a result event's word stands for. 0, or -1 when it is none. */
int words_parse_outcome(const char *word, enum outcome *outcome);

#endif
