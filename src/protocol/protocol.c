/* protocol: the table of all protocols. */
#include "protocol/protocol.h"

#include <string.h>

const struct protocol *const protocols[] = {
    &protocol_auto, &protocol_frame, &protocol_events, &protocol_exit, &protocol_tap, NULL,
};

const struct protocol *
protocol_find(const char *name)
{
    for (size_t i = 0; protocols[i] != NULL; i++)
        if (strcmp(protocols[i]->name, name) == 0)
            return protocols[i];
    return NULL;
}
