/* environment: a worker's environment as a value. */
#include "process/environment.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

void
environment_init(struct environment *environment)
{
    size_t count = 0;

    while (environ != NULL && environ[count] != NULL)
        count++;
    *environment = (struct environment){ .list = xcalloc(count + 1, sizeof *environment->list), .count = count };
    if (count > 0)
        memcpy(environment->list, environ, count * sizeof *environ);
}

static bool
is_named(const char *variable, const char *name)
{
    size_t length = strlen(name);

    return strncmp(variable, name, length) == 0 && variable[length] == '=';
}

void
environment_unset(struct environment *environment, const char *name)
{
    size_t kept = 0;

    for (size_t i = 0; i < environment->count; i++)
        if (!is_named(environment->list[i], name))
            environment->list[kept++] = environment->list[i];
    environment->count = kept;
    environment->list[kept] = NULL;
}

void
environment_set(struct environment *environment, const char *name, const char *value)
{
    char *variable = xasprintf("%s=%s", name, value);

    environment_unset(environment, name);
    environment->list = xreallocarray(environment->list, environment->count + 2, sizeof *environment->list);
    environment->list[environment->count++] = variable;
    environment->list[environment->count] = NULL;
    environment->owned = xreallocarray(environment->owned, environment->owned_count + 1, sizeof *environment->owned);
    environment->owned[environment->owned_count++] = variable;
}

void
environment_free(struct environment *environment)
{
    for (size_t i = 0; i < environment->owned_count; i++)
        free(environment->owned[i]);
    free(environment->owned);
    free(environment->list);
    *environment = (struct environment){ .list = NULL };
}
