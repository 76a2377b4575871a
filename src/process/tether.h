/* tether: what ends the worker's process group when the cell is gone, in whatever way it went. */
#ifndef ORI_TETHER_H
#define ORI_TETHER_H

/* Makes a tether of the two ends of a pipe that nobody else has open, and to which nobody writes. The process that
   keeps both is the one whose end pulls it; so does closing them. Nothing hangs on it yet. 0, or -1 with errno; 0 too
   where the system has no signal to choose, and it will pull nothing. */
int tether_make(const int ends[2]);

/* Hangs the calling process' group on it, with the caller's rights: whom it may signal now dies by SIGKILL then. Safe
   between vfork and exec. 0, or -1 with errno. */
int tether_hang(const int ends[2]);

#endif
