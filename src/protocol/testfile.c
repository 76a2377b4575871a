/* testfile: whether the path that a worker's report names is that of the test file it was run on. */
#include "protocol/testfile.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"

static const char *
skip_dot(const char *path)
{
    while (path[0] == '.' && path[1] == '/')
        path += 1 + strspn(path + 1, "/");
    return path;
}

/* Whether the path goes up anywhere. */
static bool
goes_up(const char *path)
{
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/';
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
            return true;
    }
    return false;
}

/* DIRECTORY is a word without its leading "./": nothing is left of "./" itself, which all relative paths are below. */
static bool
is_below(const char *path, const char *directory)
{
    size_t length = strlen(directory);

    if (goes_up(path))
        return false;
    if (length == 0 || strcmp(directory, ".") == 0)
        return path[0] != '/';
    while (length > 0 && directory[length - 1] == '/')
        length--;
    return strncmp(path, directory, length) == 0 && path[length] == '/';
}

/* WORD is one of the worker's, or the path in the record. */
static bool
is_named_by(const char *path, const char *word)
{
    struct buffer repaired = { 0 };
    struct stat of_path;
    struct stat of_word;
    bool is_there = stat(word, &of_word) == 0;
    bool is_named;

    text_repair(&repaired, word, strlen(word));
    word = skip_dot(buffer_text(&repaired));
    is_named = strcmp(skip_dot(path), word) == 0;
    if (!is_named && is_there)
        is_named = (S_ISDIR(of_word.st_mode) && is_below(skip_dot(path), word)) ||
                   (stat(path, &of_path) == 0 && of_path.st_dev == of_word.st_dev && of_path.st_ino == of_word.st_ino);
    buffer_free(&repaired);
    return is_named;
}

bool
testfile_is(const struct testfile *file, const char *path)
{
    if (is_named_by(path, file->path))
        return true;
    for (char *const *word = file->worker; *word != NULL; word++)
        if (is_named_by(path, *word))
            return true;
    return false;
}
