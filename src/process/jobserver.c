/* jobserver: what GNU make tells its children of its slots. */
#include "process/jobserver.h"

#include <stddef.h>

static const char *const variables[] = { "MAKEFLAGS", "MFLAGS",       "GNUMAKEFLAGS", "MAKEOVERRIDES",
                                         "MAKELEVEL", "MAKE_TERMOUT", "MAKE_TERMERR", "MAKEFILES" };

void
jobserver_hide(struct environment *environment)
{
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
        environment_unset(environment, variables[i]);
}
