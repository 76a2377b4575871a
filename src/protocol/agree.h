/* agree: whether a worker that reports twice, in a frame and in events, says the same both times. */
#ifndef ORI_AGREE_H
#define ORI_AGREE_H

#include "protocol/events.h"
#include "record/summary.h"

/* What the two contradict each other in, by the names of the tests: another outcome, a test that is in one alone or has
   begun and not ended in the events, errors of the file in one alone, events that do not end. Owned by the caller;
   NULL: nothing. Events hold no more tests than INTAKE_MAX_TESTS; what they could not take is not held against the
   frame. */
char *agree_find_contradiction(const struct summary *frame, const struct events *events);

#endif
