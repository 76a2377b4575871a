/* tether: what ends the worker's process group when the cell is gone, in whatever way it went.

   A process that is killed with SIGKILL runs nothing more, but the kernel closes its descriptors. The tether is a pipe
   of which the cell alone holds both ends. Both ask for a signal when something happens to the other (fcntl(2),
   O_ASYNC), the signal is SIGKILL (F_SETSIG), and its receiver a process group (F_SETOWN), which goes by the rights
   that its setter had then, not by those of the members: they may have changed their user. Whichever end the kernel
   closes first, the other is still there to send it. Nobody writes to it, so that nothing else ever happens. */
#include <config.h>

#include "process/tether.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#ifdef F_SETSIG

int
tether_make(const int ends[2])
{
    for (int i = 0; i < 2; i++)
        if (fcntl(ends[i], F_SETSIG, SIGKILL) != 0 || fcntl(ends[i], F_SETFL, O_ASYNC) != 0)
            return -1;
    return 0;
}

int
tether_hang(const int ends[2])
{
    for (int i = 0; i < 2; i++)
        if (fcntl(ends[i], F_SETOWN, -getpgrp()) != 0)
            return -1;
    return 0;
}

#else

int
tether_make(const int ends[2])
{
    (void)ends;
    return 0;
}

int
tether_hang(const int ends[2])
{
    (void)ends;
    return 0;
}

#endif
