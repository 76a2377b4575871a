/* wake: has the kernel continue this process at two times, should somebody have stopped it by then. */
#ifndef ORI_WAKE_H
#define ORI_WAKE_H

#include <stdint.h>
#include <time.h>

enum { WAKES = 2 };

struct wake {
    timer_t timers[WAKES];
    int count;
};

/* After FIRST_MS and after LAST_MS SIGCONT is sent to this process, with the code SI_TIMER; where the system cannot,
   nothing is. WAKE must not be set. A child that this process makes has no part in it. */
void wake_set(struct wake *wake, int64_t first_ms, int64_t last_ms);

/* No longer. It may be cleared twice. */
void wake_clear(struct wake *wake);

#endif
