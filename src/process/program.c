/* program: what execvp(3) does, in two steps. Not every C library's execvp may be called after vfork, nor does each run
   a script without a "#!" line. */
#include "process/program.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"

#define SHELL "/bin/sh"
#define STANDARD_PATH "/bin:/usr/bin" /* what confstr(_CS_PATH) says */

/* An empty directory in PATH is the current one. */
static void
add_candidates(struct program *program, const char *path)
{
    size_t count = 0;

    for (;;) {
        size_t length = strcspn(path, ":");

        program->candidates = xreallocarray(program->candidates, count + 2, sizeof *program->candidates);
        program->candidates[count++] =
            xasprintf("%.*s%s%s", (int)length, path, length > 0 ? "/" : "", program->argv[0]);
        if (path[length] == '\0')
            break;
        path += length + 1;
    }
    program->candidates[count] = NULL;
}

void
program_init(struct program *program, char *const *argv, char *const *environment)
{
    const char *path = getenv("PATH");
    size_t count = 1;

    while (argv[count] != NULL)
        count++;
    *program = (struct program){ .argv = argv, .environment = environment != NULL ? environment : environ };
    program->script_argv = xcalloc(count + 2, sizeof *program->script_argv);
    program->script_argv[0] = (char *)SHELL;
    memcpy(program->script_argv + 2, argv + 1, count * sizeof *argv);
    if (strchr(argv[0], '/') != NULL)
        path = "";
    else if (path == NULL)
        path = STANDARD_PATH;
    add_candidates(program, path);
}

/* Whether a failed exec says no more than that the file is not there. */
static bool
is_absent(int errnum)
{
    static const int absent[] = { ENOENT, ENOTDIR, ENAMETOOLONG, ESTALE, ENODEV, ETIMEDOUT };

    for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++)
        if (errnum == absent[i])
            return true;
    return false;
}

/* Whether a file that must not be executed is there; the user may not search a directory before it otherwise, and so
   cannot know of any file in it. */
static bool
is_there(const char *file)
{
    struct stat status;

    return stat(file, &status) == 0 || errno != EACCES;
}

void
program_execute(const struct program *program)
{
    bool is_looked_up = strchr(program->argv[0], '/') == NULL;
    bool denied = false;
    int absent = ENOENT;

    for (char **candidate = program->candidates; *candidate != NULL; candidate++) {
        (void)execve(*candidate, program->argv, program->environment);
        if (errno == ENOEXEC) {
            program->script_argv[1] = *candidate;
            (void)execve(SHELL, program->script_argv, program->environment);
        }
        if (errno == EACCES)
            denied = denied || !is_looked_up || is_there(*candidate);
        else if (is_absent(errno))
            absent = errno;
        else
            return;
    }
    errno = denied ? EACCES : absent;
}

void
program_free(struct program *program)
{
    for (char **candidate = program->candidates; *candidate != NULL; candidate++)
        free(*candidate);
    free(program->candidates);
    free(program->script_argv);
    *program = (struct program){ .argv = NULL };
}
