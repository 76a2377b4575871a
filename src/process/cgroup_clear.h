/* cgroup_clear: removes the leaves of cells that were killed before they could do it. */
#ifndef ORI_CGROUP_CLEAR_H
#define ORI_CGROUP_CLEAR_H

#include "process/cgroup.h"

/* Removes the leaves beside this one that nobody holds the lock of, and kills what still runs in them, as far as the
   caller may. */
void cgroup_clear(const struct cgroup *cgroup);

#endif
