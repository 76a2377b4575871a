/* gather: finds the records that operands and plans name.

   Operands are put together by the directory they are in, as far as one plan governs it. Where there is a plan, it says
   what is counted: each planned record is read, wherever it was named, and must be of this run. Where there is none,
   what was named is counted. */
#include "merge/gather.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/xalloc.h"
#include "merge/check.h"
#include "merge/load.h"
#include "record/plan.h"

struct given {
    const char *name; /* within file */
    char *file;
};

/* The records that were named in one directory. */
struct group {
    char *directory; /* as it was named first */
    char *identity;  /* its canonical name, or the same as directory */
    struct given *list;
    size_t count;
    size_t capacity;
};

struct groups {
    struct group *list;
    size_t count;
};

static bool
is_record_name(const char *name)
{
    size_t length = strlen(name);

    return name[0] != '.' && length > 5 && strcmp(name + length - 5, ".json") == 0;
}

static char *
join(const char *directory, const char *name)
{
    size_t length = strlen(directory);
    const char *slash = length > 0 && directory[length - 1] == '/' ? "" : "/";

    return strcmp(directory, ".") == 0 ? xstrdup(name) : xasprintf("%s%s%s", directory, slash, name);
}

static void
add_given(struct group *group, const char *name)
{
    char *file = join(group->directory, name);

    if (group->count == group->capacity) {
        group->capacity = group->capacity > 0 ? 2 * group->capacity : 64;
        group->list = xreallocarray(group->list, group->capacity, sizeof *group->list);
    }
    group->list[group->count++] = (struct given){ file + strlen(file) - strlen(name), file };
}

/* The operands of one command line are mostly of one directory: the last group is looked at first. */
static struct group *
find_group(struct groups *groups, const char *directory)
{
    struct group *last = groups->count > 0 ? &groups->list[groups->count - 1] : NULL;
    char *identity;

    if (last != NULL && strcmp(last->directory, directory) == 0)
        return last;
    identity = realpath(directory, NULL);
    if (identity == NULL)
        identity = xstrdup(directory);
    for (size_t i = 0; i < groups->count; i++) {
        if (strcmp(groups->list[i].identity, identity) == 0) {
            free(identity);
            return &groups->list[i];
        }
    }
    groups->list = xreallocarray(groups->list, groups->count + 1, sizeof *groups->list);
    groups->list[groups->count] = (struct group){ .directory = xstrdup(directory), .identity = identity };
    return &groups->list[groups->count++];
}

/* Adds the records in a directory. How many there are; -1 with errno when that cannot be told. */
static ssize_t
add_directory(struct groups *groups, DIR *directory, const char *path)
{
    struct group *group = find_group(groups, path);
    struct dirent *entry;
    ssize_t count = 0;

    while (errno = 0, (entry = readdir(directory)) != NULL) {
        if (is_record_name(entry->d_name)) {
            add_given(group, entry->d_name);
            count++;
        }
    }
    return errno == 0 ? count : -1;
}

static bool
has_plan(const char *directory)
{
    char *file = join(directory, PLAN_FILE);
    struct stat status;
    bool has = lstat(file, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);

    free(file);
    return has;
}

/* Adds the records in a directory that was named. Where there is none and no plan that could demand any, what was to be
   in it has not arrived. */
static void
add_named_directory(struct groups *groups, struct tally *tally, DIR *directory, const char *path,
                    const struct gather_request *request)
{
    ssize_t count = add_directory(groups, directory, path);

    if (count < 0)
        tally_add_fault(tally, xasprintf("%s: cannot be read: %s", path, strerror(errno)));
    else if (count == 0 && request->plan == NULL && (request->no_plan || !has_plan(path)))
        tally_add_fault(tally, xasprintf("%s: a directory without a record%s", path,
                                         request->no_plan ? "" : " and without a plan"));
}

static void
add_operand(struct groups *groups, struct tally *tally, const char *operand, const struct gather_request *request)
{
    DIR *directory = opendir(operand);
    const char *slash;
    char *path;

    if (directory != NULL) {
        add_named_directory(groups, tally, directory, operand, request);
        (void)closedir(directory);
        return;
    }
    slash = strrchr(operand, '/');
    if (slash == NULL)
        path = xstrdup(".");
    else
        path = slash == operand ? xstrdup("/") : xstrndup(operand, (size_t)(slash - operand));
    add_given(find_group(groups, path), slash != NULL ? slash + 1 : operand);
    free(path);
}

static int
compare_given(const void *a, const void *b)
{
    return strcmp(((const struct given *)a)->name, ((const struct given *)b)->name);
}

/* Sorts by name and drops what was named twice. */
static void
sort_given(struct group *group)
{
    size_t kept = 0;

    if (group->count > 0)
        qsort(group->list, group->count, sizeof *group->list, compare_given);
    for (size_t i = 0; i < group->count; i++) {
        if (kept > 0 && strcmp(group->list[kept - 1].file, group->list[i].file) == 0)
            free(group->list[i].file);
        else
            group->list[kept++] = group->list[i];
    }
    group->count = kept;
}

static struct given *
find_given(const struct group *group, const char *name)
{
    const struct given key = { name, NULL };

    return group->count > 0 ? bsearch(&key, group->list, group->count, sizeof key, compare_given) : NULL;
}

/* Why the record is none of the planned cell's; NULL when it is. */
static char *
check_record(const struct records *records, const struct plan *plan, const struct plan_cell *cell)
{
    const struct record *record = &records->list[0];

    if (records->count != 1 || record->schema == NULL)
        return xstrdup("no record of a cell");
    if (record->run == NULL || strcmp(record->run, plan->run) != 0)
        return xasprintf("of run %s, not of %s", record->run != NULL ? record->run : "null", plan->run);
    if (record->summary.path == NULL || strcmp(record->summary.path, cell->path) != 0)
        return xasprintf("of the test file %s", record->summary.path != NULL ? record->summary.path : "null");
    return NULL;
}

static void
add_record(struct tally *tally, struct record *record, const char *file)
{
    check_contradictions(record);
    tally_add(tally, record, file);
}

static void
add_planned(struct tally *tally, const struct plan *plan, const struct plan_cell *cell, const char *file)
{
    struct records records;
    char *why = NULL;

    if (load_file(&records, file, &why) == 0)
        why = check_record(&records, plan, cell);
    if (why == NULL)
        add_record(tally, &records.list[0], file);
    else
        tally_add_lost(tally, cell->path, file, why);
    free(why);
    load_free(&records);
}

static int
compare_records(const void *a, const void *b)
{
    return strcmp(((const struct plan_cell *)a)->record, ((const struct plan_cell *)b)->record);
}

/* Counts what is planned, from where it was named or else from beside the plan, and names what is not. */
static void
follow_plan(struct tally *tally, struct plan *plan, const char *directory, const struct group *group)
{
    for (size_t i = 0; i < plan->count; i++) {
        const struct given *given = find_given(group, plan->cells[i].record);
        char *beside = given == NULL ? join(directory, plan->cells[i].record) : NULL;

        add_planned(tally, plan, &plan->cells[i], given != NULL ? given->file : beside);
        free(beside);
    }
    if (plan->count > 0)
        qsort(plan->cells, plan->count, sizeof *plan->cells, compare_records);
    for (size_t i = 0; i < group->count; i++) {
        struct plan_cell key = { .record = (char *)group->list[i].name };

        if (plan->count == 0 || bsearch(&key, plan->cells, plan->count, sizeof key, compare_records) == NULL)
            diag_error("warning: %s is not planned and not counted", group->list[i].file);
    }
}

static void
add_unplanned(struct tally *tally, const struct group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const char *file = group->list[i].file;
        struct record nothing = { .schema = NULL }; /* what an empty array is */
        struct records records;
        char *why = NULL;

        facts_init(&nothing.cell);
        if (load_file(&records, file, &why) != 0)
            tally_add_lost(tally, file, file, why);
        else if (records.count == 0)
            tally_add(tally, &nothing, file);
        for (size_t k = 0; k < records.count; k++)
            add_record(tally, &records.list[k], file);
        free(why);
        load_free(&records);
    }
}

/* A plan that cannot be read is no licence to count what happens to be there: that is shown, and the run fails. */
static void
use_plan(struct tally *tally, const char *file, const char *directory, const struct group *group)
{
    struct plan plan = { 0 };
    char *why = NULL;

    if (plan_read(&plan, file, &why) != 0) {
        tally_add_fault(tally, xasprintf("the plan %s cannot be trusted: %s", file, why));
        add_unplanned(tally, group);
        free(why);
        return;
    }
    follow_plan(tally, &plan, directory, group);
    plan_free(&plan);
}

static void
count_group(struct tally *tally, const struct group *group, bool no_plan)
{
    char *file = join(group->directory, PLAN_FILE);

    if (!no_plan && has_plan(group->directory))
        use_plan(tally, file, group->directory, group);
    else
        add_unplanned(tally, group);
    free(file);
}

/* All that was named, as one group: where --plan says what is demanded, directories say no more. */
static struct group
unite(struct groups *groups)
{
    struct group all = { 0 };

    for (size_t i = 0; i < groups->count; i++) {
        struct group *group = &groups->list[i];

        all.list = xreallocarray(all.list, all.count + group->count, sizeof *all.list);
        if (group->count > 0)
            memcpy(all.list + all.count, group->list, group->count * sizeof *all.list);
        all.count += group->count;
        group->count = 0;
    }
    if (all.count > 0)
        qsort(all.list, all.count, sizeof *all.list, compare_given);
    return all;
}

static void
free_group(struct group *group)
{
    for (size_t i = 0; i < group->count; i++)
        free(group->list[i].file);
    free(group->list);
    free(group->directory);
    free(group->identity);
}

static void
count_against(struct tally *tally, struct groups *groups, const char *plan)
{
    struct group all = unite(groups);
    const char *slash = strrchr(plan, '/');
    char *directory = slash == NULL ? xstrdup(".") : xstrndup(plan, (size_t)(slash - plan) + 1);

    use_plan(tally, plan, directory, &all);
    free(directory);
    free_group(&all);
}

void
gather_records(struct tally *tally, const struct gather_request *request)
{
    struct groups groups = { 0 };

    for (char *const *operand = request->operands; *operand != NULL; operand++)
        add_operand(&groups, tally, *operand, request);
    for (size_t i = 0; i < groups.count; i++)
        sort_given(&groups.list[i]);
    if (request->plan != NULL)
        count_against(tally, &groups, request->plan);
    for (size_t i = 0; request->plan == NULL && i < groups.count; i++)
        count_group(tally, &groups.list[i], request->no_plan);
    for (size_t i = 0; i < groups.count; i++)
        free_group(&groups.list[i]);
    free(groups.list);
}
