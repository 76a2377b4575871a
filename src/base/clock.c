/* clock: time that only goes forward. */
#include "base/clock.h"

#include <time.h>

int64_t
clock_us(void)
{
    struct timespec now;

    for (int tries = 0; clock_gettime(CLOCK_MONOTONIC, &now) != 0; tries++)
        if (tries > 0)
            return 0;
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}
