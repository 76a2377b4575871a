/* core: finds a core by the kernel's pattern and reads in its notes whose it is. A core is a file like any other, so
   none of its numbers is believed: what is read of it is bounded, and each offset is checked against the file's size.
 */
#include "cell/core.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/io.h"
#include "base/xalloc.h"

#ifdef __linux__
#include <elf.h>
#endif

enum { SYSCTL_BYTES = 4096 };

#ifdef __linux__
/* The kernel's own bound on the list of files is 4 MiB. A time stamp may be as coarse as two seconds. */
enum { NOTES_BYTES = 5 << 20, PATH_BYTES = 4096, STAMP_SECONDS = 2, SEGMENTS_MAX = 65534 };

struct image {
    int fd;
    uint64_t size;
    size_t word; /* bytes of an address: 4 or 8 */
};

struct notes {
    pid_t pid;        /* 0 when not told */
    uint64_t headers; /* where the program's headers are in memory, 0 when not told */
    const char *files;
    size_t files_size;
};

static bool
read_at(const struct image *image, uint64_t offset, void *bytes, size_t count)
{
    if (offset > image->size || count > image->size - offset)
        return false;
    return pread(image->fd, bytes, count, (off_t)offset) == (ssize_t)count;
}

static uint64_t
address(const struct image *image, const char *bytes)
{
    uint32_t narrow;
    uint64_t wide;

    if (image->word == sizeof wide) {
        memcpy(&wide, bytes, sizeof wide);
        return wide;
    }
    memcpy(&narrow, bytes, sizeof narrow);
    return narrow;
}

/* Where pr_pid is depends on how wide a long and a uid were, which the size tells. */
static pid_t
read_pid(const char *bytes, size_t size)
{
    size_t offset = size == 136 ? 24 : size == 128 ? 16 : size == 124 ? 12 : 0;
    int32_t pid;

    if (offset == 0)
        return 0;
    memcpy(&pid, bytes + offset, sizeof pid);
    return pid;
}

static uint64_t
read_headers_address(const struct image *image, const char *bytes, size_t size)
{
    for (; size >= 2 * image->word; bytes += 2 * image->word, size -= 2 * image->word)
        if (address(image, bytes) == AT_PHDR)
            return address(image, bytes + image->word);
    return 0;
}

static void
take_note(const struct image *image, struct notes *notes, uint32_t type, const char *bytes, size_t size)
{
    if (type == NT_PRPSINFO && notes->pid == 0)
        notes->pid = read_pid(bytes, size);
    else if (type == NT_AUXV && notes->headers == 0)
        notes->headers = read_headers_address(image, bytes, size);
    else if (type == NT_FILE && notes->files == NULL) {
        notes->files = bytes;
        notes->files_size = size;
    }
}

static void
read_notes(const struct image *image, struct notes *notes, const char *bytes, size_t size)
{
    uint32_t header[3]; /* the sizes of the name and of the content, and the type; alike in both classes */

    while (size >= sizeof header) {
        size_t name;
        size_t whole;

        memcpy(header, bytes, sizeof header);
        if (header[0] > NOTES_BYTES || header[1] > NOTES_BYTES)
            return;
        name = sizeof header + ((header[0] + 3U) & ~3U);
        whole = name + ((header[1] + 3U) & ~3U);
        if (whole > size)
            return;
        if (header[0] == sizeof "CORE" && memcmp(bytes + sizeof header, "CORE", sizeof "CORE") == 0)
            take_note(image, notes, header[2], bytes + name, header[1]);
        bytes += whole;
        size -= whole;
    }
}

/* The name of the file that is mapped where the program's headers are. The caller frees; NULL when it is not told. */
static char *
read_program(const struct image *image, const struct notes *notes)
{
    size_t row = 3 * image->word;
    size_t head = 2 * image->word;
    const char *rows;
    const char *name;
    const char *end;
    uint64_t count;

    if (notes->headers == 0 || notes->files == NULL || notes->files_size < head)
        return NULL;
    rows = notes->files + head;
    end = notes->files + notes->files_size;
    count = address(image, notes->files);
    if (count > (notes->files_size - head) / row)
        return NULL;
    name = rows + count * row;
    for (uint64_t i = 0; i < count; i++, rows += row) {
        const char *stop = memchr(name, '\0', (size_t)(end - name));

        if (stop == NULL)
            return NULL;
        if (notes->headers >= address(image, rows) && notes->headers < address(image, rows + image->word))
            return name[0] == '/' && stop - name < PATH_BYTES ? xstrdup(name) : NULL;
        name = stop + 1;
    }
    return NULL;
}

/* Reads the segments' headers; the notes' first bytes, which tell of the process, are appended to TEXT. Whether the
   file is as long as they say. */
static bool
read_segments(const struct image *image, uint64_t offset, size_t count, size_t entry, struct buffer *text)
{
    bool is_wide = image->word == 8;
    size_t at_offset = is_wide ? offsetof(Elf64_Phdr, p_offset) : offsetof(Elf32_Phdr, p_offset);
    size_t at_size = is_wide ? offsetof(Elf64_Phdr, p_filesz) : offsetof(Elf32_Phdr, p_filesz);
    size_t bytes = count * entry;
    char *table = xmalloc(bytes);
    bool is_whole = read_at(image, offset, table, bytes);

    for (const char *one = table; is_whole && one < table + bytes; one += entry) {
        uint64_t begin = address(image, one + at_offset);
        uint64_t length = address(image, one + at_size);
        uint32_t type;

        memcpy(&type, one, sizeof type);
        is_whole = length == 0 || (begin <= image->size && length <= image->size - begin);
        if (is_whole && type == PT_NOTE && text->size == 0) {
            size_t wanted = length < NOTES_BYTES ? (size_t)length : NOTES_BYTES;

            is_whole = read_at(image, begin, buffer_reserve(text, wanted), wanted);
            text->size = is_whole ? wanted : 0;
        }
    }
    free(table);
    return is_whole;
}

/* Reads the notes of a whole core of this machine's byte order into TEXT. */
static bool
read_core(struct image *image, struct buffer *text)
{
    const uint16_t one = 1;
    unsigned char order = *(const unsigned char *)&one == 1 ? ELFDATA2LSB : ELFDATA2MSB;
    Elf64_Ehdr wide;
    Elf32_Ehdr narrow;

    if (!read_at(image, 0, &narrow, sizeof narrow) || memcmp(narrow.e_ident, ELFMAG, SELFMAG) != 0 ||
        narrow.e_ident[EI_DATA] != order || narrow.e_type != ET_CORE)
        return false;
    if (narrow.e_ident[EI_CLASS] == ELFCLASS32) {
        image->word = 4;
        return narrow.e_phentsize == sizeof(Elf32_Phdr) && narrow.e_phnum > 0 && narrow.e_phnum <= SEGMENTS_MAX &&
               read_segments(image, narrow.e_phoff, narrow.e_phnum, sizeof(Elf32_Phdr), text);
    }
    image->word = 8;
    return narrow.e_ident[EI_CLASS] == ELFCLASS64 && read_at(image, 0, &wide, sizeof wide) &&
           wide.e_phentsize == sizeof(Elf64_Phdr) && wide.e_phnum > 0 && wide.e_phnum <= SEGMENTS_MAX &&
           read_segments(image, wide.e_phoff, wide.e_phnum, sizeof(Elf64_Phdr), text);
}

/* Whether the open file is the worker's core. */
static bool
is_the_workers(struct core *core, const struct core_wanted *wanted)
{
    struct image image = { .fd = core->fd };
    struct notes notes = { .pid = 0 };
    struct buffer text = { 0 };
    struct stat status;
    bool is_it = false;

    if (fstat(core->fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0 ||
        status.st_mtim.tv_sec < wanted->started_at.tv_sec - STAMP_SECONDS)
        return false;
    image.size = (uint64_t)status.st_size;
    if (read_core(&image, &text)) {
        read_notes(&image, &notes, text.data, text.size);
        is_it = notes.pid > 0 && notes.pid == wanted->pid;
    }
    if (is_it)
        core->program = read_program(&image, &notes);
    buffer_free(&text);
    return is_it;
}
#else
/* What a core of another system holds is not known here, so none is believed. */
static bool
is_the_workers(struct core *core, const struct core_wanted *wanted)
{
    (void)core;
    (void)wanted;
    return false;
}
#endif

void
core_open(struct core *core, const char *file, bool has_pid, const struct core_wanted *wanted)
{
    *core = (struct core){ .fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) };
    if (core->fd < 0)
        return;
    if (!is_the_workers(core, wanted))
        io_close(&core->fd);
    else if (has_pid)
        core->name = xstrdup(file);
    else
        core->name = xasprintf("/proc/%ld/fd/%d", (long)getpid(), core->fd);
}

/* The first line of a file of the kernel's. The caller frees. */
static char *
read_line(const char *file)
{
    char text[SYSCTL_BYTES];
    FILE *stream = fopen(file, "re");
    char *line = NULL;

    if (stream != NULL && fgets(text, sizeof text, stream) != NULL) {
        text[strcspn(text, "\n")] = '\0';
        line = xstrdup(text);
    }
    if (stream != NULL)
        (void)fclose(stream);
    return line;
}

/* The name by which the kernel writes cores, see core(5), for what can be known of it here. The caller frees; NULL when
   a program takes them, or the name holds more than is known. */
static char *
core_name(const char *pattern, const struct core_wanted *wanted, bool *has_pid)
{
    struct buffer name = { 0 };
    char *uses_pid;

    if (pattern[0] == '|')
        return NULL;
    for (; *pattern != '\0'; pattern++) {
        if (*pattern != '%') {
            buffer_append(&name, pattern, 1);
            continue;
        }
        switch (*++pattern) {
        case 'p':
        case 'i':
        case 'P':
        case 'I':
            *has_pid = true;
            buffer_printf(&name, "%ld", (long)wanted->pid);
            break;
        case 's':
            buffer_printf(&name, "%d", wanted->term_signal);
            break;
        case '%':
            buffer_add(&name, "%");
            break;
        default:
            buffer_free(&name);
            return NULL;
        }
    }
    uses_pid = read_line("/proc/sys/kernel/core_uses_pid");
    if (!*has_pid && uses_pid != NULL && strcmp(uses_pid, "0") != 0) {
        *has_pid = true;
        buffer_printf(&name, ".%ld", (long)wanted->pid);
    }
    free(uses_pid);
    return buffer_take(&name);
}

void
core_find(struct core *core, const struct core_wanted *wanted)
{
    char *pattern = read_line("/proc/sys/kernel/core_pattern");
    char *name = NULL;
    bool has_pid = false;

    *core = (struct core){ .fd = -1 };
    if (pattern != NULL)
        name = core_name(pattern, wanted, &has_pid);
    if (name != NULL)
        core_open(core, name, has_pid, wanted);
    free(pattern);
    free(name);
}

void
core_free(struct core *core)
{
    io_close(&core->fd);
    free(core->name);
    free(core->program);
    *core = (struct core){ .fd = -1 };
}
