/* ended: how a worker ended. */
#include "base/ended.h"

const char *
ended_name(enum ended_how how)
{
    static const char *const names[] = {
        [ENDED_EXITED] = "exited",
        [ENDED_SIGNALED] = "signaled",
        [ENDED_TIMED_OUT] = "timed_out",
        [ENDED_NOT_STARTED] = "not_started",
    };

    return names[how];
}
