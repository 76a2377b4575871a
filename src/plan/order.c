/* order: which cell make is to start first. */
#include "plan/order.h"

#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b)
{
    const struct test_file *left = a;
    const struct test_file *right = b;

    if (left->size != right->size)
        return left->size > right->size ? -1 : 1;
    return strcmp(left->path, right->path);
}

void
order_files(struct test_files *files)
{
    if (files->count > 0)
        qsort(files->list, files->count, sizeof *files->list, compare);
}
