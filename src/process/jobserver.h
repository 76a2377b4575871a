/* jobserver: what GNU make tells its children of its slots, taken out of the worker's sight. */
#ifndef ORI_JOBSERVER_H
#define ORI_JOBSERVER_H

#include "process/environment.h"

/* Removes MAKEFLAGS, MFLAGS, GNUMAKEFLAGS, MAKELEVEL and what else make puts there from the environment, so that a
   make, ninja or linker inside a test believes in no jobserver that it has no part in. The descriptors themselves are
   closed by start, with all others. */
void jobserver_hide(struct environment *environment);

#endif
