/* order: which cell make is to start first. */
#ifndef ORI_ORDER_H
#define ORI_ORDER_H

#include "plan/discover.h"

/* The largest file first, then by path: long cells start early, so that none runs alone at the end. */
void order_files(struct test_files *files);

#endif
