/* ended: how a worker ended. */
#include "base/ended.h"

#include <stddef.h>
#include <string.h>

static const char *const names[] = {
    [ENDED_EXITED] = "exited",
    [ENDED_SIGNALED] = "signaled",
    [ENDED_TIMED_OUT] = "timed_out",
    [ENDED_NOT_STARTED] = "not_started",
};

const char *
ended_name(enum ended_how how)
{
    return names[how];
}

int
ended_parse(const char *name, enum ended_how *how)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0) {
            *how = (enum ended_how)i;
            return 0;
        }
    }
    return -1;
}
