/* sink: who takes what a process writes, as it comes. */
#ifndef ORI_SINK_H
#define ORI_SINK_H

#include <stddef.h>

struct sink {
    void (*take)(void *context, const char *bytes, size_t count);
    void *context;
};

#endif
