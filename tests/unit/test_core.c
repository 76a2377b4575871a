/* test_core: a core is told when it is the worker's, and no file makes the cell crash. */
#include "unit.h"

#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cell/core.h"

enum { PID = 4242 };

struct made {
    Elf64_Ehdr header;
    Elf64_Phdr segment;
    Elf64_Nhdr note;
    char name[8];
    char process[136];
    Elf64_Nhdr auxv_note;
    char auxv_name[8];
    uint64_t auxv[2];
    Elf64_Nhdr file_note;
    char file_name[8];
    char files[40]; /* five addresses, aligned to four bytes as in a core */
    char path[8];
    char padding[4];
};

/* A whole core of PID, which ran /bin/it. */
static void
make(struct made *made)
{
    const uint16_t one = 1;
    const int32_t pid = PID;

    memset(made, 0, sizeof *made);
    memcpy(made->header.e_ident, ELFMAG, SELFMAG);
    made->header.e_ident[EI_CLASS] = ELFCLASS64;
    made->header.e_ident[EI_DATA] = *(const unsigned char *)&one == 1 ? ELFDATA2LSB : ELFDATA2MSB;
    made->header.e_type = ET_CORE;
    made->header.e_phoff = offsetof(struct made, segment);
    made->header.e_phentsize = sizeof made->segment;
    made->header.e_phnum = 1;
    made->segment.p_type = PT_NOTE;
    made->segment.p_offset = offsetof(struct made, note);
    made->segment.p_filesz = sizeof *made - offsetof(struct made, note); /* to the last byte */
    made->note = (Elf64_Nhdr){ 5, sizeof made->process, NT_PRPSINFO };
    memcpy(made->name, "CORE", 5);
    memcpy(made->process + 24, &pid, sizeof pid);
    made->auxv_note = (Elf64_Nhdr){ 5, sizeof made->auxv, NT_AUXV };
    memcpy(made->auxv_name, "CORE", 5);
    made->auxv[0] = AT_PHDR;
    made->auxv[1] = 0x1040;
    made->file_note = (Elf64_Nhdr){ 5, sizeof made->files + sizeof made->path, NT_FILE };
    memcpy(made->file_name, "CORE", 5);
    memcpy(made->files, (uint64_t[]){ 1, 4096, 0x1000, 0x2000, 0 }, sizeof made->files);
    memcpy(made->path, "/bin/it", 8);
}

/* Whether COUNT bytes are told as the core of the process; PROGRAM is what it executed, or NULL. */
static bool
is_told(const void *bytes, size_t count, pid_t pid, time_t started, const char *program)
{
    const struct core_wanted wanted = { .pid = pid, .started_at = { .tv_sec = started } };
    char file[] = "/tmp/ori-core.XXXXXX";
    struct core core;
    int fd = mkstemp(file);
    bool told;

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, count), count);
    close(fd);
    core_open(&core, file, true, &wanted);
    told = core.name != NULL;
    if (program != NULL)
        assert_string_equal(core.program, program);
    core_free(&core);
    unlink(file);
    return told;
}

static void
tells_the_workers_only(void **state)
{
    struct made made;

    (void)state;
    make(&made);
    assert_true(is_told(&made, sizeof made, PID, time(NULL), "/bin/it"));
    assert_false(is_told(&made, sizeof made, PID + 1, time(NULL), NULL));
    assert_false(is_told(&made, sizeof made, PID, time(NULL) + 60, NULL));
    assert_false(is_told(&made, sizeof made - 1, PID, time(NULL), NULL));
    assert_false(is_told("", 0, PID, time(NULL), NULL));
}

/* Each byte in turn is all ones or zero, and the file is cut everywhere. */
static void
survives_any_bytes(void **state)
{
    struct made made;

    (void)state;
    for (size_t i = 0; i < sizeof made; i++) {
        make(&made);
        ((unsigned char *)&made)[i] = 0xff;
        (void)is_told(&made, sizeof made, PID, 0, NULL);
        ((unsigned char *)&made)[i] = 0;
        (void)is_told(&made, sizeof made, PID, 0, NULL);
        make(&made);
        assert_false(is_told(&made, i, PID, 0, NULL));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_workers_only),
        cmocka_unit_test(survives_any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
