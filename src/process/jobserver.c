/* jobserver: what GNU make tells its children of its slots. */
#include "process/jobserver.h"

#include <stddef.h>
#include <stdlib.h>

static const char *const variables[] = { "MAKEFLAGS", "MFLAGS",       "GNUMAKEFLAGS", "MAKEOVERRIDES",
                                         "MAKELEVEL", "MAKE_TERMOUT", "MAKE_TERMERR", "MAKEFILES" };

int
jobserver_hide(void)
{
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
        if (unsetenv(variables[i]) != 0)
            return -1;
    return 0;
}
