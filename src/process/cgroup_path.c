/* cgroup_path: where the caller's own cgroup is, and what the small files of a cgroup say. */
#include "process/cgroup_path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/io.h"

static int
fail(const char **why, const char *what, int errnum)
{
    *why = what;
    errno = errnum;
    return -1;
}

int
cgroup_read_file(int fd, const char *name, char *text, size_t size)
{
    int file = openat(fd, name, O_RDONLY | O_CLOEXEC);
    ssize_t n;
    int saved;

    if (file < 0)
        return -1;
    n = io_read(file, text, size - 1);
    saved = errno;
    (void)close(file);
    errno = saved;
    if (n < 0)
        return -1;
    text[n] = '\0';
    return 0;
}

int64_t
cgroup_find_count(const char *text, const char *key)
{
    size_t length = strlen(key);

    for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, key, length) == 0 && line[length] == ' ')
            return strtoll(line + length + 1, NULL, 10);
    }
    return -1;
}

bool
cgroup_has_word(const char *list, const char *word, char separator, char end)
{
    size_t length = strlen(word);

    for (;;) {
        if (strncmp(list, word, length) == 0 &&
            (list[length] == separator || list[length] == end || list[length] == '\0'))
            return true;
        while (*list != separator && *list != end && *list != '\0')
            list++;
        if (*list != separator)
            return false;
        list++;
    }
}

/* The path in the line of TEXT (/proc/self/cgroup, cgroups(7)) that is about the controller called NAME, or about the
   unified hierarchy when it is NULL; copied to PATH. 0, or -1 when there is none. */
static int
find_own(const char *text, const char *name, char *path, size_t size)
{
    for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
        const char *controllers;
        const char *own;
        size_t length;

        line += *line == '\n';
        controllers = strchr(line, ':');
        own = controllers != NULL ? strchr(controllers + 1, ':') : NULL;
        if (own == NULL)
            return -1;
        controllers++;
        if (name == NULL ? strncmp(line, "0::", 3) != 0 : !cgroup_has_word(controllers, name, ',', ':'))
            continue;
        own++;
        length = strcspn(own, "\n");
        if (*own != '/' || length >= size || own[length] != '\n')
            return -1;
        memcpy(path, own, length);
        path[length] = '\0';
        return 0;
    }
    return -1;
}

/* Copies a field of mountinfo, up to a space, to OUT: space, tab, line feed and backslash are octal there (proc(5)).
   What comes after it, or NULL when it does not fit or there is none. */
static const char *
read_field(const char *field, char *out, size_t size)
{
    size_t n = 0;

    for (; *field != ' ' && *field != '\n' && *field != '\0'; n++) {
        unsigned char c = (unsigned char)*field++;

        if (n + 1 >= size)
            return NULL;
        if (c == '\\' && field[0] >= '0' && field[0] <= '3' && field[1] >= '0' && field[1] <= '7' && field[2] >= '0' &&
            field[2] <= '7') {
            c = (unsigned char)((field[0] - '0') * 64 + (field[1] - '0') * 8 + (field[2] - '0'));
            field += 3;
        }
        out[n] = (char)c;
    }
    out[n] = '\0';
    return n > 0 && *field == ' ' ? field + 1 : NULL;
}

/* What of the path OWN is below ROOT: "" for itself; NULL when it is elsewhere, or above what the mount shows. */
static const char *
below(const char *own, const char *root)
{
    size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);
    const char *rest = own + length;

    if (strncmp(own, root, length) != 0 || (*rest != '\0' && *rest != '/'))
        return NULL;
    for (const char *name = strchr(rest, '/'); name != NULL; name = strchr(name + 1, '/'))
        if (strncmp(name, "/..", 3) == 0 && (name[3] == '/' || name[3] == '\0'))
            return NULL;
    return strcmp(rest, "/") == 0 ? "" : rest;
}

/* Reads a line of mountinfo, "ID PARENT MAJOR:MINOR ROOT POINT OPTIONS [OPTIONAL]... - TYPE SOURCE OPTIONS" (proc(5)).
   Whether it is a mount of the unified hierarchy. */
static bool
read_mount(const char *line, char *root, char *point, size_t size)
{
    static const char type[] = " - cgroup2 ";
    char skipped[64];

    for (int i = 0; i < 3 && line != NULL; i++)
        line = read_field(line, skipped, sizeof skipped);
    line = line != NULL ? read_field(line, root, size) : NULL;
    line = line != NULL ? read_field(line, point, size) : NULL;
    if (line == NULL)
        return false;
    for (; *line != '\n' && *line != '\0'; line++)
        if (strncmp(line, type, sizeof type - 1) == 0)
            return true;
        else if (strncmp(line, " - ", 3) == 0)
            return false;
    return false;
}

static int
count_names(const char *path)
{
    int count = 0;

    for (; *path != '\0'; path++)
        count += path[0] == '/' && path[1] != '/' && path[1] != '\0';
    return count;
}

/* The first mount that shows the own cgroup is as good as any other: they show the same. */
static int
find_mount(const char *mounts, const char *own, char path[CGROUP_PATH], int *depth)
{
    char root[CGROUP_PATH];
    char point[CGROUP_PATH];

    for (const char *line = mounts; line != NULL; line = strchr(line, '\n')) {
        const char *rest;
        int length;

        line += *line == '\n';
        if (!read_mount(line, root, point, sizeof root))
            continue;
        rest = below(own, root);
        if (rest == NULL)
            continue;
        length = snprintf(path, CGROUP_PATH, "%s%s", point, rest);
        if (length < 0 || length >= CGROUP_PATH)
            continue;
        *depth = count_names(rest);
        return 0;
    }
    return -1;
}

int
cgroup_locate(const char *proc, char path[CGROUP_PATH], int *depth, const char **why)
{
    char own[CGROUP_PATH];
    char file[CGROUP_PATH];
    struct buffer text = { 0 };
    size_t limit = (size_t)64 << 20;
    int result;

    (void)snprintf(file, sizeof file, "%s/self/cgroup", proc);
    if (io_read_file(file, limit, &text) != 0) {
        buffer_free(&text);
        return fail(why, "/proc/self/cgroup cannot be read", errno);
    }
    result = find_own(buffer_text(&text), NULL, own, sizeof own);
    buffer_clear(&text);
    if (result != 0) {
        buffer_free(&text);
        return fail(why, "there is no cgroup v2", ENOENT);
    }
    (void)snprintf(file, sizeof file, "%s/self/mountinfo", proc);
    if (io_read_file(file, limit, &text) != 0) {
        buffer_free(&text);
        return fail(why, "/proc/self/mountinfo cannot be read", errno);
    }
    result = find_mount(buffer_text(&text), own, path, depth);
    buffer_free(&text);
    return result == 0 ? 0 : fail(why, "no mount of cgroup v2 shows the own cgroup", ENOENT);
}

/* The counter in FILE of the cgroup PATH. In a container that shows no more than itself, the paths of /proc may begin
   above what is mounted; then what is mounted is the own cgroup. */
static int64_t
count_in(const char *mounts, const char *path, const char *file)
{
    const char *const paths[] = { path, "" };
    char name[CGROUP_PATH + 128];
    char text[512];

    for (int i = 0; i < 2; i++) {
        int length = snprintf(name, sizeof name, "%s%s/%s", mounts, paths[i], file);

        if (length > 0 && (size_t)length < sizeof name && cgroup_read_file(AT_FDCWD, name, text, sizeof text) == 0)
            return cgroup_find_count(text, "oom_kill");
    }
    return -1;
}

int64_t
cgroup_count_oom_kills(const char *proc, const char *mounts)
{
    char name[256];
    char text[4096];
    char path[CGROUP_PATH];

    (void)snprintf(name, sizeof name, "%s/self/cgroup", proc);
    if (cgroup_read_file(AT_FDCWD, name, text, sizeof text) != 0)
        return -1;
    if (find_own(text, "memory", path, sizeof path) == 0) {
        (void)snprintf(name, sizeof name, "%s/memory", mounts);
        return count_in(name, path, "memory.oom_control");
    }
    return find_own(text, NULL, path, sizeof path) == 0 ? count_in(mounts, path, "memory.events") : -1;
}

int64_t
cgroup_own_oom_kills(void)
{
    return cgroup_count_oom_kills("/proc", "/sys/fs/cgroup");
}
