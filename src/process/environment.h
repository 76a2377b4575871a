/* environment: a worker's environment as a value, made of this process' own, which stays as it is. */
#ifndef ORI_ENVIRONMENT_H
#define ORI_ENVIRONMENT_H

#include <stddef.h>

struct environment {
    char **list; /* "NAME=VALUE" each, terminated by NULL: what execve(2) takes; those that were not set here are the
                    process' */
    size_t count;
    char **owned; /* those that were */
    size_t owned_count;
};

/* Copies this process' environment. */
void environment_init(struct environment *environment);

/* Sets NAME to VALUE, in the place of what it was. */
void environment_set(struct environment *environment, const char *name, const char *value);

/* Removes NAME. */
void environment_unset(struct environment *environment, const char *name);

void environment_free(struct environment *environment);

#endif
