/* discover: finds the test files that paths stand for. */
#include "plan/discover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/xalloc.h"
#include "plan/recordname.h"

static int
fail(struct discover_error *error, const char *path, const char *reason)
{
    *error = (struct discover_error){ xstrdup(path), reason };
    return -1;
}

static int
add_file(struct test_files *files, const char *path, int64_t size, struct discover_error *error)
{
    if (strchr(path, '\n') != NULL)
        return fail(error, path, "its name holds a newline");
    if (files->count == files->capacity) {
        files->capacity = files->capacity > 0 ? 2 * files->capacity : 64;
        files->list = xreallocarray(files->list, files->capacity, sizeof *files->list);
    }
    files->list[files->count++] = (struct test_file){ recordname_normalize(path), size };
    return 0;
}

static bool
has_suffix(const char *name, const char *const *suffixes)
{
    size_t length = strlen(name);

    for (; *suffixes != NULL; suffixes++) {
        size_t suffix = strlen(*suffixes);

        if (length > suffix && strcmp(name + length - suffix, *suffixes) == 0)
            return true;
    }
    return false;
}

static int add_directory(struct test_files *files, const char *path, const char *const *suffixes,
                         struct discover_error *error);

/* A symbolic link to a file is a file, one to a directory is left alone: it may lead back up. */
static int
add_entry(struct test_files *files, int directory, const char *path, const char *name, const char *const *suffixes,
          struct discover_error *error)
{
    struct stat status;
    struct stat target;

    if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(error, path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return add_directory(files, path, suffixes, error);
    if (!has_suffix(name, suffixes))
        return 0;
    if (S_ISLNK(status.st_mode)) {
        if (fstatat(directory, name, &target, 0) != 0)
            return fail(error, path, strerror(errno));
        status = target;
    }
    return S_ISREG(status.st_mode) ? add_file(files, path, status.st_size, error) : 0;
}

static int
add_directory(struct test_files *files, const char *path, const char *const *suffixes, struct discover_error *error)
{
    DIR *directory = opendir(path);
    struct dirent *entry;
    int result = 0;

    if (directory == NULL)
        return fail(error, path, strerror(errno));
    while (result == 0) {
        char *inner;

        errno = 0;
        entry = readdir(directory);
        if (entry == NULL) {
            if (errno != 0)
                result = fail(error, path, strerror(errno));
            break;
        }
        if (entry->d_name[0] == '.')
            continue;
        inner = xasprintf("%s/%s", path, entry->d_name);
        result = add_entry(files, dirfd(directory), inner, entry->d_name, suffixes, error);
        free(inner);
    }
    (void)closedir(directory);
    return result;
}

int
discover_add(struct test_files *files, const char *path, const char *const *suffixes, struct discover_error *error)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return fail(error, path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return add_directory(files, path, suffixes, error);
    return add_file(files, path, status.st_size, error);
}

static int
compare_paths(const void *a, const void *b)
{
    return strcmp(((const struct test_file *)a)->path, ((const struct test_file *)b)->path);
}

void
discover_sort(struct test_files *files)
{
    size_t kept = 0;

    if (files->count > 0)
        qsort(files->list, files->count, sizeof *files->list, compare_paths);
    for (size_t i = 0; i < files->count; i++) {
        if (kept > 0 && strcmp(files->list[kept - 1].path, files->list[i].path) == 0)
            free(files->list[i].path);
        else
            files->list[kept++] = files->list[i];
    }
    files->count = kept;
}

void
discover_free(struct test_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->list[i].path);
    free(files->list);
    *files = (struct test_files){ 0 };
}
