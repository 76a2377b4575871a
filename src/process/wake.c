/* wake: has the kernel continue this process at two times.

   A timer's signal is generated whether the process runs or not, and SIGCONT continues it when it is generated. But a
   process that is stopped once more before it has taken that signal loses it, and with it every later one of a timer
   that repeats: so there are two timers, for who goes on stopping it, and does not live as long as the second. */
#include "process/wake.h"

#include <signal.h>

static void
add(struct wake *wake, int64_t ms)
{
    struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGCONT };
    const struct itimerspec once = { .it_value = { .tv_sec = (time_t)(ms / 1000),
                                                   .tv_nsec = (long)(ms % 1000) * 1000000 } };
    timer_t *timer = &wake->timers[wake->count];

    if (timer_create(CLOCK_MONOTONIC, &event, timer) != 0)
        return;
    if (timer_settime(*timer, 0, &once, NULL) == 0)
        wake->count++;
    else
        (void)timer_delete(*timer);
}

void
wake_set(struct wake *wake, int64_t first_ms, int64_t last_ms)
{
    wake->count = 0;
    add(wake, first_ms);
    add(wake, last_ms);
}

void
wake_clear(struct wake *wake)
{
    while (wake->count > 0)
        (void)timer_delete(wake->timers[--wake->count]);
}
