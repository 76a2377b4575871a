/* discover: finds the test files that paths stand for. */
#ifndef ORI_DISCOVER_H
#define ORI_DISCOVER_H

#include <stddef.h>
#include <stdint.h>

struct test_file {
    char *path; /* as the user's, normalized; any byte but newline and NUL */
    int64_t size;
};

/* A list of all zeros is empty. It owns its paths. */
struct test_files {
    struct test_file *list;
    size_t count;
    size_t capacity;
};

struct discover_error {
    char *path; /* owned by the caller */
    const char *reason;
};

/* Adds PATH if it is a file, whatever its suffix; below a directory all regular files that end in one of the SUFFIXES
   (terminated by NULL), but no hidden ones, and through no symbolic link to a directory. 0, or -1 with ERROR: a path
   that cannot be read, or a name with a newline, which no makefile can hold. */
int discover_add(struct test_files *files, const char *path, const char *const *suffixes, struct discover_error *error);

/* Sorts by path and drops what is there twice. */
void discover_sort(struct test_files *files);

void discover_free(struct test_files *files);

#endif
