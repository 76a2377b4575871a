/* test_cgroup: the own cgroup is found in whatever the system shows, a leaf holds and ends all that is started in it,
   and its limits are in force where the system has them. What the machine lacks is told in a line that begins with
   "skipped". */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/cgroup.h"
#include "process/cgroup_clear.h"
#include "process/cgroup_path.h"

/* A directory that stands in for /proc and for /sys/fs/cgroup. */
static char stand_in[64];

static int
make_stand_in(void **state)
{
    (void)state;
    (void)strcpy(stand_in, "/tmp/ori-cgroup.XXXXXX");
    return mkdtemp(stand_in) != NULL ? 0 : -1;
}

static int
remove_stand_in(void **state)
{
    char command[128];

    (void)state;
    (void)snprintf(command, sizeof command, "rm -rf %s", stand_in);
    return system(command);
}

/* Puts TEXT into the file NAME of the stand-in, NULL removes it; the directories on the way are made. */
static void
put(const char *name, const char *text)
{
    char path[512];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s", stand_in, name);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(path, 0700) != 0)
            assert_int_equal(errno, EEXIST);
        *slash = '/';
    }
    if (text == NULL) {
        (void)unlink(path);
        return;
    }
    file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

#define MOUNT(root, point) "29 23 0:26 " root " " point " rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n"
#define OTHERS                                       \
    "23 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n" \
    "30 23 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"

static void
finds_the_own_cgroup(void **state)
{
    static const struct {
        const char *cgroup;
        const char *mounts;
        const char *path; /* NULL: it is not found */
        int depth;
    } cases[] = {
        { "0::/\n", OTHERS MOUNT("/", "/sys/fs/cgroup"), "/sys/fs/cgroup", 0 },
        { "0::/a.slice/b.scope\n", OTHERS MOUNT("/", "/sys/fs/cgroup"), "/sys/fs/cgroup/a.slice/b.scope", 2 },
        { "4:memory:/m\n1:name=systemd:/s\n0::/u\n", OTHERS MOUNT("/", "/sys/fs/cgroup/unified"),
          "/sys/fs/cgroup/unified/u", 1 },
        { "0::/docker/c\n", MOUNT("/docker/c", "/sys/fs/cgroup"), "/sys/fs/cgroup", 0 },
        { "0::/docker/c/in/it\n", MOUNT("/docker/c", "/sys/fs/cgroup"), "/sys/fs/cgroup/in/it", 2 },
        { "0::/docker/cd\n", MOUNT("/docker/c", "/sys/fs/cgroup"), NULL, 0 },
        { "0::/docker/cd\n", MOUNT("/docker/c", "/one") MOUNT("/docker/cd", "/other"), "/other", 0 },
        { "0::/a\n", MOUNT("/", "/with\\040space\\134x\\011"), "/with space\\x\t/a", 1 },
        { "0::/a b\n", MOUNT("/a\\040b", "/m"), "/m", 0 },
        { "0::/a:b\n", MOUNT("/", "/m"), "/m/a:b", 1 },
        { "0::/../x\n", MOUNT("/", "/m"), NULL, 0 },
        { "0::/../x\n", MOUNT("/..", "/m"), "/m/x", 1 },
        { "0::/x/../..\n", MOUNT("/", "/m"), NULL, 0 },
        { "0::/..a\n", MOUNT("/", "/m"), "/m/..a", 1 },
        { "4:memory:/m\n", OTHERS MOUNT("/", "/m"), NULL, 0 },
        { "0::/\n", OTHERS, NULL, 0 },
        { "0::/\n", "29 23 0:26 / /m rw - ext4 cgroup2 - cgroup2 rw\n", NULL, 0 },
        { "0::/\n", "29 23\n\nx\n" MOUNT("/", "/m"), "/m", 0 },
        { "0::/cut", MOUNT("/", "/m"), NULL, 0 },
        { "0::\n", MOUNT("/", "/m"), NULL, 0 },
        { "nonsense\n", MOUNT("/", "/m"), NULL, 0 },
        { "", "", NULL, 0 },
        { NULL, MOUNT("/", "/m"), NULL, 0 },
        { "0::/\n", NULL, NULL, 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char path[CGROUP_PATH];
        const char *why = NULL;
        int depth = -1;
        int found;

        print_message("%zu\n", i);
        put("self/cgroup", cases[i].cgroup);
        put("self/mountinfo", cases[i].mounts);
        found = cgroup_locate(stand_in, path, &depth, &why);
        assert_int_equal(found, cases[i].path != NULL ? 0 : -1);
        if (cases[i].path == NULL) {
            assert_non_null(why);
            continue;
        }
        assert_string_equal(path, cases[i].path);
        assert_int_equal(depth, cases[i].depth);
    }
}

static void
finds_the_own_oom_kills(void **state)
{
    static const struct {
        const char *cgroup;
        const char *file;
        const char *text;
        int expected;
    } cases[] = {
        { "0::/a/b\n", "a/b/memory.events", "low 0\nhigh 1\nmax 5\noom 3\noom_kill 2\n", 2 },
        { "0::/a/b\n", "memory.events", "oom_kill 4\n", 4 }, /* a container that shows itself alone */
        { "0::/a/b\n", "a/memory.events", "oom_kill 4\n", -1 },
        { "0::/\n", "cgroup.procs", "", -1 },
        { "5:cpu,memory:/m\n0::/u\n", "memory/m/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 7\n",
          7 },
        { "5:memory:/m\n", "memory/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 8\n", 8 },
        { "5:memory:/m\n0::/u\n", "u/memory.events", "oom_kill 1\n", -1 },
        { "5:memory:/m\n", "memory/m/memory.oom_control", "oom_kill_disable 0\n", -1 },
        { "5:cpu:/m\n", "m/memory.events", "oom_kill 1\n", -1 },
        { NULL, "memory.events", "oom_kill 1\n", -1 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%zu\n", i);
        put("self/cgroup", cases[i].cgroup);
        put(cases[i].file, cases[i].text);
        assert_int_equal(cgroup_count_oom_kills(stand_in, stand_in), cases[i].expected);
        put(cases[i].file, NULL);
    }
}

/* Says why a test cannot be run. Cmocka's own skip() is a failure to Automake, which reads the "not ok" before it. */
static bool
skipped(const char *what, int errnum)
{
    print_message("skipped: %s: %s\n", what, strerror(errnum));
    return false;
}

/* Makes a leaf. Whether there is one; if not, the reason is told. */
static bool
make_leaf(struct cgroup *cgroup, uint64_t memory_max, uint64_t pids_max)
{
    const struct cgroup_limits limits = { memory_max, pids_max };
    const char *why = NULL;

    if (cgroup_create(cgroup, &limits, &why) == 0)
        return true;
    assert_int_equal(cgroup->directory_fd, -1);
    return skipped(why, errno);
}

/* Starts a child, which runs BODY; it is in the leaf when this returns. */
static pid_t
start(const struct cgroup *cgroup, void (*body)(void))
{
    int entered[2];
    pid_t pid;
    char byte;

    assert_int_equal(pipe(entered), 0);
    pid = fork();
    assert_true(pid >= 0);
    if (pid != 0) {
        (void)close(entered[1]);
        assert_int_equal(read(entered[0], &byte, 1), 1);
        (void)close(entered[0]);
        return pid;
    }
    (void)close(cgroup->directory_fd); /* as exec does: the lock is the maker's alone */
    if (cgroup_enter(cgroup->procs_fd) != 0 || write(entered[1], "", 1) != 1)
        _exit(99);
    (void)close(entered[0]);
    (void)close(entered[1]);
    body();
    _exit(0);
}

static void
wait_for_ever(void)
{
    for (;;)
        (void)pause();
}

/* Until somebody kills all of them at once; without limits, for a moment and no more than these at a time. */
static void
fork_on(void)
{
    for (;;) {
        pid_t pid = fork();

        if (pid > 0)
            _exit(0);
    }
}

/* Leaves one child that has fled, and says so by ending. */
static void
leave_daemon(void)
{
    if (fork() == 0) {
        (void)setsid();
        wait_for_ever();
    }
}

static void
reap(pid_t pid, int signal)
{
    int status;

    assert_int_equal(waitpid(pid, &status, 0), pid);
    if (signal == 0)
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    else
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == signal);
}

static void
a_leaf_ends_what_is_in_it(void **state)
{
    struct cgroup cgroup;
    pid_t pid;

    (void)state;
    if (!make_leaf(&cgroup, CGROUP_UNLIMITED, CGROUP_UNLIMITED))
        return;
    print_message("memory %d, pids %d\n", cgroup.memory, cgroup.pids);
    assert_int_equal(cgroup_populated(&cgroup), 0);
    assert_int_equal(cgroup_kill(&cgroup, 0), 0);
    pid = start(&cgroup, leave_daemon);
    reap(pid, 0);
    assert_int_equal(cgroup_populated(&cgroup), 1);
    assert_int_equal(cgroup_kill(&cgroup, 60000), 0);
    assert_int_equal(cgroup_populated(&cgroup), 0);
    assert_int_equal(cgroup_remove(&cgroup), 0);
    assert_int_equal(cgroup.directory_fd, -1);
}

static void
a_leaf_ends_what_forks_without_end(void **state)
{
    struct cgroup cgroup;
    pid_t pid;

    (void)state;
    if (!make_leaf(&cgroup, CGROUP_UNLIMITED, CGROUP_UNLIMITED))
        return;
    pid = start(&cgroup, fork_on);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    assert_int_equal(cgroup_kill(&cgroup, 60000), 0);
    assert_int_equal(cgroup_remove(&cgroup), 0);
}

/* Also what is in a cgroup below the leaf, and frozen there. */
static void
a_leaf_is_removed_with_what_was_made_in_it(void **state)
{
    struct cgroup cgroup;
    struct cgroup inner;
    pid_t pid;

    (void)state;
    if (!make_leaf(&cgroup, CGROUP_UNLIMITED, CGROUP_UNLIMITED))
        return;
    assert_int_equal(mkdirat(cgroup.directory_fd, "a", 0755), 0);
    assert_int_equal(mkdirat(cgroup.directory_fd, "a/b", 0755), 0);
    inner = cgroup;
    inner.procs_fd = openat(cgroup.directory_fd, "a/b/cgroup.procs", O_WRONLY | O_CLOEXEC);
    assert_true(inner.procs_fd >= 0);
    pid = start(&inner, wait_for_ever);
    (void)close(inner.procs_fd);
    assert_int_equal(cgroup_kill(&cgroup, 60000), 0);
    reap(pid, SIGKILL);
    assert_int_equal(cgroup_remove(&cgroup), 0);
}

static void
a_leaf_in_use_is_not_removed(void **state)
{
    struct cgroup cgroup;
    struct cgroup copy;
    pid_t pid;

    (void)state;
    if (!make_leaf(&cgroup, CGROUP_UNLIMITED, CGROUP_UNLIMITED))
        return;
    copy = cgroup;
    copy.parent_fd = dup(cgroup.parent_fd);
    copy.directory_fd = dup(cgroup.directory_fd);
    copy.procs_fd = -1;
    pid = start(&cgroup, leave_daemon);
    reap(pid, 0);
    assert_int_equal(cgroup_remove(&cgroup), -1);
    assert_int_equal(errno, EBUSY);
    assert_int_equal(cgroup_kill(&copy, 60000), 0);
    assert_int_equal(cgroup_remove(&copy), 0);
}

/* One that died before it could remove it, with what still runs in it. That of a cell that lives is left alone. */
static void
a_leaf_of_the_dead_is_cleared(void **state)
{
    struct cgroup stale;
    struct cgroup cgroup;
    struct cgroup other;
    pid_t pid;

    (void)state;
    if (!make_leaf(&stale, CGROUP_UNLIMITED, CGROUP_UNLIMITED))
        return;
    if (!make_leaf(&cgroup, CGROUP_UNLIMITED, CGROUP_UNLIMITED) ||
        !make_leaf(&other, CGROUP_UNLIMITED, CGROUP_UNLIMITED))
        fail_msg("one leaf can be made, and no other");
    pid = start(&stale, wait_for_ever);
    cgroup_clear(&cgroup);
    assert_int_equal(cgroup_populated(&stale), 1);
    (void)close(stale.directory_fd);
    (void)close(stale.procs_fd);
    cgroup_clear(&cgroup);
    reap(pid, SIGKILL);
    assert_int_equal(faccessat(stale.parent_fd, stale.name, F_OK, 0), -1);
    assert_int_equal(faccessat(stale.parent_fd, other.name, F_OK, 0), 0);
    assert_int_equal(faccessat(stale.parent_fd, cgroup.name, F_OK, 0), 0);
    (void)close(stale.parent_fd);
    assert_int_equal(cgroup_remove(&other), 0);
    assert_int_equal(cgroup_remove(&cgroup), 0);
}

/* Where cgroup.kill does not do its work, as before Linux 5.14: something that refuses to be written is mounted over
   it, in a mount namespace of the test's own. */
static void
a_leaf_without_kill_ends_what_is_in_it(void **state)
{
    const struct cgroup_limits limits = { CGROUP_UNLIMITED, CGROUP_UNLIMITED };
    struct cgroup cgroup;
    pid_t child;
    int status;

    (void)state;
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char path[64];
        const char *why;

        if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
            cgroup_create(&cgroup, &limits, &why) != 0)
            _exit(77);
        (void)snprintf(path, sizeof path, "/proc/self/fd/%d/cgroup.kill", cgroup.directory_fd);
        if (access(path, F_OK) == 0 && mount("/dev/full", path, NULL, MS_BIND, NULL) != 0) {
            (void)cgroup_remove(&cgroup);
            _exit(77);
        }
        if (waitpid(start(&cgroup, leave_daemon), NULL, 0) < 0 || waitpid(start(&cgroup, fork_on), NULL, 0) < 0)
            _exit(1);
        if (cgroup_kill(&cgroup, 60000) != 0)
            _exit(2);
        (void)umount(path);
        _exit(cgroup_remove(&cgroup) != 0 ? 3 : 0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
        (void)skipped("a mount namespace with a leaf", EPERM);
    else
        assert_int_equal(status, 0);
}

#define MEBIBYTE (INT64_C(1) << 20)

static void
take_memory(void)
{
    for (int i = 0; i < 128; i++) {
        char *memory = mmap(NULL, MEBIBYTE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        if (memory == MAP_FAILED)
            _exit(98);
        memset(memory, 'x', MEBIBYTE);
    }
}

static void
memory_is_limited(void **state)
{
    struct cgroup cgroup;

    (void)state;
    if (!make_leaf(&cgroup, 32 * MEBIBYTE, CGROUP_UNLIMITED))
        return;
    if (!cgroup.memory) {
        assert_int_equal(cgroup_oom_kills(&cgroup), -1);
        assert_int_equal(cgroup_memory_max_hits(&cgroup), -1);
        assert_int_equal(cgroup_memory_peak(&cgroup), -1);
        assert_int_equal(cgroup_remove(&cgroup), 0);
        (void)skipped("memory controller", ENOENT);
        return;
    }
    assert_int_equal(cgroup_oom_kills(&cgroup), 0);
    reap(start(&cgroup, take_memory), SIGKILL);
    assert_true(cgroup_oom_kills(&cgroup) >= 1);
    assert_true(cgroup_memory_max_hits(&cgroup) >= 1);
    if (faccessat(cgroup.directory_fd, "memory.peak", F_OK, 0) == 0) { /* Linux 5.19 */
        assert_true(cgroup_memory_peak(&cgroup) > 16 * MEBIBYTE);
        assert_true(cgroup_memory_peak(&cgroup) <= 32 * MEBIBYTE);
    }
    assert_int_equal(cgroup_remove(&cgroup), 0);
}

/* The first of ten children that there is no room for is told by the status. */
static void
count_forks(void)
{
    for (int i = 0; i < 10; i++) {
        pid_t pid = fork();

        if (pid == 0)
            wait_for_ever();
        if (pid < 0)
            _exit(i == 4 && errno == EAGAIN ? 0 : 1);
    }
    _exit(2);
}

static void
threads_are_limited(void **state)
{
    struct cgroup cgroup;
    pid_t pid;

    (void)state;
    if (!make_leaf(&cgroup, CGROUP_UNLIMITED, 5))
        return;
    if (!cgroup.pids) {
        assert_int_equal(cgroup_remove(&cgroup), 0);
        (void)skipped("pids controller", ENOENT);
        return;
    }
    pid = start(&cgroup, count_forks);
    reap(pid, 0);
    assert_int_equal(cgroup_kill(&cgroup, 60000), 0);
    assert_int_equal(cgroup_remove(&cgroup), 0);
}

/* Run in a cgroup with a limit of memory: the counter rises of who is in it. */
static void
count_own_kill(void)
{
    int64_t before = cgroup_own_oom_kills();
    int status;
    pid_t pid;

    if (before < 0)
        _exit(1);
    pid = fork();
    if (pid == 0) {
        take_memory();
        _exit(0);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFSIGNALED(status))
        _exit(2);
    if (cgroup_own_oom_kills() != before + 1)
        _exit(3);
}

static void
the_own_counter_rises(void **state)
{
    struct cgroup cgroup;
    int group;

    (void)state;
    if (!make_leaf(&cgroup, 32 * MEBIBYTE, CGROUP_UNLIMITED))
        return;
    group = openat(cgroup.directory_fd, "memory.oom.group", O_WRONLY | O_CLOEXEC);
    if (group < 0)
        (void)skipped("memory controller", errno);
    else {
        assert_int_equal(write(group, "0", 1), 1);
        (void)close(group);
        reap(start(&cgroup, count_own_kill), 0);
    }
    assert_int_equal(cgroup_remove(&cgroup), 0);
}

/* The same where version 1 limits memory, and a cgroup of it can be made. */
static void
the_own_counter_of_version_1_rises(void **state)
{
    struct cgroup cgroup = { .directory_fd = -1 };
    char name[64];
    int limit;

    (void)state;
    (void)snprintf(name, sizeof name, "/sys/fs/cgroup/memory/ori-test.%ld", (long)getpid());
    if (mkdir(name, 0755) != 0) {
        (void)skipped(name, errno);
        return;
    }
    cgroup.directory_fd = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    limit = openat(cgroup.directory_fd, "memory.limit_in_bytes", O_WRONLY | O_CLOEXEC);
    cgroup.procs_fd = openat(cgroup.directory_fd, "cgroup.procs", O_WRONLY | O_CLOEXEC);
    if (limit < 0)
        (void)skipped("a memory cgroup of version 1", errno);
    else {
        assert_int_equal(write(limit, "32M", 3), 3);
        reap(start(&cgroup, count_own_kill), 0);
        (void)close(limit);
    }
    (void)close(cgroup.procs_fd);
    (void)close(cgroup.directory_fd);
    assert_int_equal(rmdir(name), 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_the_own_cgroup, make_stand_in, remove_stand_in),
        cmocka_unit_test_setup_teardown(finds_the_own_oom_kills, make_stand_in, remove_stand_in),
        cmocka_unit_test(a_leaf_ends_what_is_in_it),
        cmocka_unit_test(a_leaf_ends_what_forks_without_end),
        cmocka_unit_test(a_leaf_is_removed_with_what_was_made_in_it),
        cmocka_unit_test(a_leaf_in_use_is_not_removed),
        cmocka_unit_test(a_leaf_of_the_dead_is_cleared),
        cmocka_unit_test(a_leaf_without_kill_ends_what_is_in_it),
        cmocka_unit_test(memory_is_limited),
        cmocka_unit_test(threads_are_limited),
        cmocka_unit_test(the_own_counter_rises),
        cmocka_unit_test(the_own_counter_of_version_1_rises),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
