/* test_outfile: a file comes into its place as a whole or not at all, whatever happens meanwhile, and nothing is left
   beside it: with files without a name, and where there are none. */
#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"
#include "base/outfile.h"

static char directory[] = "/tmp/test_outfile.XXXXXX";
static bool can_be_unnamed; /* the system has such files */
static bool is_named;       /* they are not used */

#ifdef O_TMPFILE
/* Stands before the system's. */
int
openat(int at, const char *name, int flags, ...)
{
    va_list args;
    mode_t mode = 0;

    va_start(args, flags);
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)
        mode = va_arg(args, mode_t);
    va_end(args);
    if (is_named && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return (int)syscall(SYS_openat, at, name, flags, mode);
}
#endif

static int
make_directory(void **state)
{
    struct outfile out;

    (void)state;
    (void)signal(SIGXFSZ, SIG_IGN);
    if (mkdtemp(directory) == NULL || chdir(directory) != 0 || outfile_open(&out, "file", OUTFILE_REMOVE_OLD) != 0)
        return -1;
    can_be_unnamed = out.beside[0] == '\0';
    outfile_abandon(&out);
    return 0;
}

static int
remove_directory(void **state)
{
    (void)state;
    return chdir("/") != 0 || rmdir(directory) != 0 ? -1 : 0;
}

static int
without_names(void **state)
{
    (void)state;
    is_named = !can_be_unnamed;
    return 0;
}

static int
with_names(void **state)
{
    (void)state;
    is_named = true;
    return 0;
}

/* How many entries the current directory has, hidden ones too. */
static int
count_entries(void)
{
    DIR *dir = opendir(".");
    int count = -2;

    assert_non_null(dir);
    while (readdir(dir) != NULL)
        count++;
    (void)closedir(dir);
    return count;
}

static void
make_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void
assert_content(const char *name, const char *expected)
{
    struct buffer content = { 0 };

    assert_int_equal(io_read_file(name, 1 << 20, &content), 0);
    assert_string_equal(buffer_text(&content), expected);
    buffer_free(&content);
}

static void
assert_is(const char *name, mode_t type)
{
    struct stat status;

    assert_int_equal(lstat(name, &status), 0);
    assert_int_equal(status.st_mode & S_IFMT, type);
}

/* Opens NAME as a cell does, with "new" to be written there. */
static struct outfile
opened(const char *name)
{
    struct outfile out;

    assert_int_equal(outfile_open(&out, name, OUTFILE_REMOVE_OLD), 0);
    assert_int_equal(out.beside[0] != '\0', is_named && out.directory >= 0);
    buffer_add(outfile_buffer(&out), "new");
    outfile_drain(&out);
    return out;
}

static void
assert_refused(const char *name, int errnum)
{
    struct outfile out;
    int entries = count_entries();

    errno = 0;
    assert_int_equal(outfile_open(&out, name, OUTFILE_REMOVE_OLD), -1);
    assert_int_equal(errno, errnum);
    assert_false(out.is_open);
    assert_int_equal(count_entries(), entries);
}

/* Removes the only file there is. */
static void
assert_only(const char *name)
{
    assert_int_equal(unlink(name), 0);
    assert_int_equal(count_entries(), 0);
}

static void
puts_a_file_into_its_place(void **state)
{
    struct outfile out;

    (void)state;
    make_file("file", "old");
    out = opened("file");
    assert_int_equal(access("file", F_OK), -1);
    assert_int_equal(count_entries(), is_named);
    assert_int_equal(outfile_commit(&out), 0);
    assert_false(out.is_open);
    assert_content("file", "new");
    assert_only("file");
}

static void
keeps_the_old_file_until_the_end(void **state)
{
    struct outfile out;

    (void)state;
    make_file("file", "old");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(outfile_open(&out, "file", OUTFILE_KEEP_OLD), 0);
        buffer_add(outfile_buffer(&out), "new");
        assert_content("file", "old");
        if (i == 0)
            outfile_abandon(&out);
    }
    assert_int_equal(outfile_commit(&out), 0);
    assert_content("file", "new");
    assert_only("file");
}

static void
leaves_nothing_when_abandoned(void **state)
{
    struct outfile out = opened("file");

    (void)state;
    make_file("file", "forged");
    errno = ENOTTY;
    outfile_abandon(&out);
    assert_int_equal(errno, ENOTTY);
    assert_int_equal(count_entries(), 0);
    outfile_abandon(&out);
    out = (struct outfile){ .is_open = false };
    outfile_abandon(&out);
}

static void
says_what_is_wrong_before_the_work(void **state)
{
    char name[260];

    (void)state;
    memset(name, 'n', sizeof name);
    name[256] = '\0';
    assert_refused(name, ENAMETOOLONG);
    assert_refused("no/such/directory", ENOENT);
    assert_refused("", ENOENT);
    assert_refused(".", EISDIR);
    assert_refused("/", EISDIR);
    assert_int_equal(mkdir("directory", 0777), 0);
    assert_refused("directory", EISDIR);
    assert_refused("directory/", EISDIR);
    assert_int_equal(rmdir("directory"), 0);
    assert_refused("directory/", ENOENT);
    make_file("file", "old");
    assert_refused("file/record", ENOTDIR);
    assert_only("file");
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_refused("loop", ELOOP);
    assert_only("loop");
}

static void
refuses_a_directory_that_cannot_be_written_to(void **state)
{
    (void)state;
    if (geteuid() == 0) {
        int status = -1;
        pid_t child = fork();

        assert_true(child >= 0);
        if (child == 0) {
            struct outfile out;

            if (chdir("/") != 0 || setuid(65534) != 0)
                _exit(1);
            _exit(outfile_open(&out, "record", OUTFILE_REMOVE_OLD) == -1 && errno == EACCES ? 0 : 2);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(status, 0);
        return;
    }
    assert_refused("/record", EACCES);
}

static void
writes_the_longest_name(void **state)
{
    char name[256];
    struct outfile out;

    (void)state;
    memset(name, 'n', sizeof name);
    name[255] = '\0';
    out = opened(name);
    make_file(name, "forged");
    assert_int_equal(outfile_commit(&out), 0);
    assert_content(name, "new");
    assert_only(name);
}

/* The buffer does not grow with what goes through it. */
static void
streams_what_is_appended(void **state)
{
    struct outfile out;
    struct stat status;
    const int lines = 100000;

    (void)state;
    out = opened("file");
    for (int i = 0; i < lines; i++) {
        buffer_printf(outfile_buffer(&out), "%019d\n", i);
        outfile_drain(&out);
    }
    assert_true(outfile_buffer(&out)->capacity <= 128 * 1024);
    assert_int_equal(outfile_commit(&out), 0);
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_size, 3 + 20 * lines);
    assert_only("file");
}

static void
does_not_follow_a_planted_link(void **state)
{
    struct outfile out;

    (void)state;
    make_file("victim", "untouched");
    out = opened("file");
    assert_int_equal(symlink("victim", "file"), 0);
    assert_int_equal(outfile_commit(&out), 0);
    assert_content("victim", "untouched");
    assert_is("file", S_IFREG);
    assert_content("file", "new");
    assert_int_equal(unlink("victim"), 0);
    assert_only("file");
}

static void
replaces_what_is_planted(void **state)
{
    struct outfile out = opened("file");

    (void)state;
    make_file("file", "forged");
    assert_int_equal(outfile_commit(&out), 0);
    assert_content("file", "new");
    out = opened("file");
    assert_int_equal(mkfifo("file", 0666), 0);
    assert_int_equal(outfile_commit(&out), 0);
    assert_content("file", "new");
    assert_only("file");
}

static void
does_not_replace_a_planted_directory(void **state)
{
    struct outfile out = opened("file");

    (void)state;
    assert_int_equal(mkdir("file", 0777), 0);
    assert_int_equal(outfile_commit(&out), -1);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(rmdir("file"), 0);
    assert_int_equal(count_entries(), 0);
}

static void
stays_in_its_directory(void **state)
{
    struct outfile out;
    char beside[64];

    (void)state;
    assert_int_equal(mkdir("place", 0777), 0);
    assert_int_equal(mkdir("elsewhere", 0777), 0);
    out = opened("place/file");
    assert_int_equal(rename("place", "moved"), 0);
    assert_int_equal(symlink("elsewhere", "place"), 0);
    assert_int_equal(outfile_commit(&out), 0);
    assert_int_equal(access("elsewhere/file", F_OK), -1);
    assert_content("moved/file", "new");
    assert_int_equal(unlink("moved/file"), 0);
    assert_int_equal(unlink("place"), 0);
    assert_int_equal(rmdir("moved"), 0);
    assert_int_equal(rmdir("elsewhere"), 0);

    assert_int_equal(mkdir("place", 0777), 0);
    out = opened("place/file");
    if (is_named) {
        (void)snprintf(beside, sizeof beside, "place/%s", out.beside);
        assert_int_equal(unlink(beside), 0);
    }
    assert_int_equal(rmdir("place"), 0);
    assert_int_equal(outfile_commit(&out), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(count_entries(), 0);
}

/* Runs TEST in a child, which exits with 0 when all is well. */
static void
in_a_child(int (*test)(void))
{
    int status = -1;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0)
        _exit(test());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static int
commit_without_descriptors(void)
{
    const struct rlimit none = { .rlim_cur = 0 };
    struct outfile out = opened("file");

    make_file("file", "forged");
    if (setrlimit(RLIMIT_NOFILE, &none) != 0 || open("/dev/null", O_RDONLY) >= 0)
        return 1;
    return outfile_commit(&out) == 0 ? 0 : 2;
}

static void
needs_no_more_descriptors(void **state)
{
    (void)state;
    in_a_child(commit_without_descriptors);
    assert_content("file", "new");
    assert_only("file");
}

static int
ends_while_open(void)
{
    struct outfile out = opened("file");

    return out.is_open ? 0 : 1;
}

static void
a_killed_process_leaves_nothing(void **state)
{
    (void)state;
    if (is_named)
        skip();
    in_a_child(ends_while_open);
    assert_int_equal(count_entries(), 0);
}

static int
open_without_standard(void)
{
    struct outfile out;

    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        (void)close(fd);
    if (outfile_open(&out, "file", OUTFILE_REMOVE_OLD) != 0)
        return 1;
    buffer_add(outfile_buffer(&out), "new");
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (write(fd, "printed", 7) == 7 || fcntl(fd, F_GETFD) >= 0)
            return 2;
    return outfile_commit(&out) == 0 ? 0 : 3;
}

static void
is_no_standard_descriptor(void **state)
{
    (void)state;
    in_a_child(open_without_standard);
    assert_content("file", "new");
    assert_only("file");
}

/* A file size limit stands in for a full disk. */
static int
write_too_much(void)
{
    const struct rlimit small = { .rlim_cur = 100000, .rlim_max = 100000 };
    struct outfile out = opened("file");
    char bytes[8192] = "";

    if (setrlimit(RLIMIT_FSIZE, &small) != 0)
        return 1;
    for (int i = 0; i < 100; i++) {
        buffer_append(outfile_buffer(&out), bytes, sizeof bytes);
        outfile_drain(&out);
    }
    if (outfile_buffer(&out)->capacity > 1 << 18)
        return 2;
    return outfile_commit(&out) == -1 && errno == EFBIG ? 0 : 3;
}

static void
tells_at_the_end_what_could_not_be_written(void **state)
{
    (void)state;
    in_a_child(write_too_much);
    assert_int_equal(count_entries(), 0);
}

static int
open_self(const struct outfile *out)
{
    char name[64];

    (void)snprintf(name, sizeof name, "/proc/self/fd/%d", out->fd);
    return open(name, O_WRONLY);
}

/* A worker of the same user may find the file in /proc. */
static void
cuts_off_what_others_have_written(void **state)
{
    struct outfile out = opened("file");
    int fd = open_self(&out);

    (void)state;
    if (fd >= 0) {
        assert_int_equal(write(fd, "forged forged", 13), 13);
        (void)close(fd);
    }
    assert_int_equal(outfile_commit(&out), 0);
    assert_content("file", "new");
    assert_only("file");
}

static void
does_not_take_another_file_for_its_own(void **state)
{
    struct outfile out = opened("file");

    (void)state;
    if (is_named) {
        assert_int_equal(unlink(out.beside), 0);
        make_file(out.beside, "forged");
        assert_int_equal(outfile_commit(&out), -1);
        assert_int_equal(errno, ESTALE);
    }
    outfile_abandon(&out);
    assert_int_equal(count_entries(), 0);
}

static void
two_of_one_place_do_not_meet(void **state)
{
    struct outfile one = opened("file");
    struct outfile two = opened("file");

    (void)state;
    assert_int_equal(count_entries(), is_named ? 2 : 0);
    outfile_abandon(&one);
    assert_int_equal(outfile_commit(&two), 0);
    assert_content("file", "new");
    assert_only("file");
}

static void
leaves_the_users_link_in_place(void **state)
{
    struct outfile out;

    (void)state;
    assert_int_equal(mkdir("place", 0777), 0);
    make_file("place/file", "old");
    assert_int_equal(symlink("place/file", "link"), 0);
    assert_int_equal(symlink("link", "other"), 0);
    for (int i = 0; i < 2; i++) { /* the second time the link leads to nothing */
        out = opened("other");
        assert_int_equal(access("place/file", F_OK), -1);
        assert_int_equal(outfile_commit(&out), 0);
        assert_content("place/file", "new");
        assert_is("link", S_IFLNK);
        assert_is("other", S_IFLNK);
        assert_int_equal(unlink("place/file"), 0);
    }
    assert_int_equal(rmdir("place"), 0);
    assert_refused("link", ENOENT);
    assert_int_equal(unlink("other"), 0);
    assert_only("link");
}

static void
writes_to_devices_and_pipes(void **state)
{
    struct outfile out;
    char text[8] = "";
    int fd;

    (void)state;
    assert_int_equal(symlink("/dev/null", "null"), 0);
    out = opened("null");
    assert_int_equal(outfile_commit(&out), 0);
    assert_is("null", S_IFLNK);
    assert_is("/dev/null", S_IFCHR);
    assert_int_equal(unlink("null"), 0);

    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_refused("fifo", ENXIO);
    fd = open("fifo", O_RDONLY | O_NONBLOCK);
    assert_true(fd >= 0);
    out = opened("fifo");
    outfile_abandon(&out);
    assert_is("fifo", S_IFIFO);
    out = opened("fifo");
    assert_int_equal(outfile_commit(&out), 0);
    assert_int_equal(read(fd, text, sizeof text - 1), 3);
    assert_string_equal(text, "new");
    (void)close(fd);
    assert_only("fifo");
}

/* A link of /proc may lead to what has no name any more. */
static void
writes_to_a_file_without_a_name(void **state)
{
    struct outfile out;
    char name[64];
    char text[8] = "";
    int fd = open("file", O_RDWR | O_CREAT, 0600);

    (void)state;
    assert_true(fd >= 0);
    assert_only("file");
    (void)snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    if (access(name, F_OK) == 0) {
        out = opened(name);
        assert_int_equal(outfile_commit(&out), 0);
        assert_int_equal(read(fd, text, sizeof text - 1), 3);
        assert_int_equal(count_entries(), 0);
    }
    (void)close(fd);
}

static void
has_the_users_permissions(void **state)
{
    mode_t old = umask(027);
    struct outfile out = opened("file");
    struct stat status;

    (void)state;
    assert_int_equal(outfile_commit(&out), 0);
    (void)umask(old);
    assert_int_equal(stat("file", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    assert_only("file");
}

static void
replaces_a_file(void **state)
{
    (void)state;
    assert_int_equal(outfile_replace("file", "old", 3), 0);
    assert_content("file", "old");
    assert_int_equal(outfile_replace("file", "newer", 5), 0);
    assert_content("file", "newer");
    assert_int_equal(outfile_replace("file", NULL, 0), 0);
    assert_content("file", "");
    assert_only("file");
}

static int
replace_too_large(void)
{
    static const char large[8192];
    const struct rlimit small = { .rlim_cur = 4096, .rlim_max = 4096 };

    if (setrlimit(RLIMIT_FSIZE, &small) != 0)
        return 1;
    return outfile_replace("file", large, sizeof large) == -1 && errno == EFBIG ? 0 : 2;
}

static void
keeps_the_old_file_when_replacing_fails(void **state)
{
    (void)state;
    make_file("file", "old");
    in_a_child(replace_too_large);
    assert_content("file", "old");
    assert_only("file");
}

static void
writes_to_what_is_open(void **state)
{
    static const char text[] = "what is written to a pipe";
    char read_back[sizeof text] = "";
    struct outfile out;
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    outfile_adopt(&out, ends[1]);
    buffer_add(outfile_buffer(&out), text);
    assert_int_equal(outfile_commit(&out), 0);
    assert_int_equal(io_read(ends[0], read_back, sizeof read_back), sizeof text - 1);
    assert_string_equal(read_back, text);
    assert_int_equal(io_read(ends[0], read_back, sizeof read_back), 0); /* it is closed */
    io_close(&ends[0]);
    assert_int_equal(count_entries(), 0);
}

#define BOTH(test)                                      \
    { #test, test, without_names, NULL, NULL },         \
    {                                                   \
#test ", by name", test, with_names, NULL, NULL \
    }

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        BOTH(puts_a_file_into_its_place),
        BOTH(keeps_the_old_file_until_the_end),
        BOTH(leaves_nothing_when_abandoned),
        BOTH(says_what_is_wrong_before_the_work),
        BOTH(refuses_a_directory_that_cannot_be_written_to),
        BOTH(writes_the_longest_name),
        BOTH(streams_what_is_appended),
        BOTH(does_not_follow_a_planted_link),
        BOTH(replaces_what_is_planted),
        BOTH(does_not_replace_a_planted_directory),
        BOTH(stays_in_its_directory),
        BOTH(needs_no_more_descriptors),
        { "a_killed_process_leaves_nothing", a_killed_process_leaves_nothing, without_names, NULL, NULL },
        BOTH(is_no_standard_descriptor),
        BOTH(tells_at_the_end_what_could_not_be_written),
        BOTH(cuts_off_what_others_have_written),
        BOTH(does_not_take_another_file_for_its_own),
        BOTH(two_of_one_place_do_not_meet),
        BOTH(leaves_the_users_link_in_place),
        BOTH(writes_to_devices_and_pipes),
        BOTH(writes_to_a_file_without_a_name),
        BOTH(writes_to_what_is_open),
        BOTH(has_the_users_permissions),
        BOTH(replaces_a_file),
        BOTH(keeps_the_old_file_when_replacing_fails),
    };

    return cmocka_run_group_tests(tests, make_directory, remove_directory) != 0;
}
