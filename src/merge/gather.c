/* gather: finds out which records operands and plans name, and reads one after the other.

   Operands are put together by the directory they are in, as far as one plan governs it. Where there is a plan, it says
   what is counted: each planned record is read, wherever it was named, and must be of this run. Where there is none,
   what was named is counted.

   First there is an item for each file that was named. A plan gives the items that it asks for a path, and adds those
   that nobody has named; the others are left out. */
#include "merge/gather.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "merge/check.h"
#include "record/plan.h"

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

static const char *
keep(struct gather *gather, const char *text)
{
    return arena_copy(&gather->texts, text, strlen(text));
}

static struct gather_item *
new_item(struct gather *gather, const char *name, const struct gather_source *source)
{
    if (gather->count == gather->capacity) {
        gather->capacity = gather->capacity > 0 ? 2 * gather->capacity : 64;
        gather->items = xreallocarray(gather->items, gather->capacity, sizeof *gather->items);
    }
    gather->items[gather->count] = (struct gather_item){ keep(gather, name), NULL, source };
    return &gather->items[gather->count++];
}

/* IDENTITY is the source's from then on. */
static struct gather_source *
new_source(struct gather *gather, const char *directory, char *identity)
{
    struct gather_source *source = xcalloc(1, sizeof *source);

    source->directory = xstrdup(directory);
    source->identity = identity;
    source->index = gather->source_count;
    gather->sources = xreallocarray(gather->sources, gather->source_count + 1, sizeof(struct gather_source *));
    gather->sources[gather->source_count++] = source;
    return source;
}

/* The operands of one command line are mostly of one directory: the last source is looked at first. */
static struct gather_source *
find_source(struct gather *gather, const char *directory)
{
    struct gather_source *last = gather->source_count > 0 ? gather->sources[gather->source_count - 1] : NULL;
    char *identity;

    if (last != NULL && strcmp(last->directory, directory) == 0)
        return last;
    identity = realpath(directory, NULL);
    if (identity == NULL)
        identity = xstrdup(directory);
    for (size_t i = 0; i < gather->source_count; i++) {
        if (strcmp(gather->sources[i]->identity, identity) == 0) {
            free(identity);
            return gather->sources[i];
        }
    }
    return new_source(gather, directory, identity);
}

/* Adds the records in a directory. How many there are; -1 with errno when that cannot be told. */
static ssize_t
add_directory(struct gather *gather, DIR *directory, const char *path)
{
    const struct gather_source *source = find_source(gather, path);
    struct dirent *entry;
    ssize_t count = 0;

    while (errno = 0, (entry = readdir(directory)) != NULL) {
        if (is_record_name(entry->d_name)) {
            (void)new_item(gather, entry->d_name, source);
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
add_named_directory(struct gather *gather, struct run *run, DIR *directory, const char *path,
                    const struct gather_request *request)
{
    ssize_t count = add_directory(gather, directory, path);

    if (count < 0)
        run_note(run, RUN_FAULT, xasprintf("%s: cannot be read: %s", path, strerror(errno)));
    else if (count == 0 && request->plan == NULL && (request->no_plan || !has_plan(path)))
        run_note(run, RUN_FAULT,
                 xasprintf("%s: a directory without a record%s", path, request->no_plan ? "" : " and without a plan"));
}

static void
add_operand(struct gather *gather, struct run *run, const char *operand, const struct gather_request *request)
{
    DIR *directory = opendir(operand);
    const char *slash;
    char *path;

    if (directory != NULL) {
        add_named_directory(gather, run, directory, operand, request);
        (void)closedir(directory);
        return;
    }
    slash = strrchr(operand, '/');
    if (slash == NULL)
        path = xstrdup(".");
    else
        path = slash == operand ? xstrdup("/") : xstrndup(operand, (size_t)(slash - operand));
    (void)new_item(gather, slash != NULL ? slash + 1 : operand, find_source(gather, path));
    free(path);
}

static int
compare_sources(const struct gather_item *left, const struct gather_item *right)
{
    return (left->source->index > right->source->index) - (left->source->index < right->source->index);
}

static int
compare_names(const void *a, const void *b)
{
    const struct gather_item *left = a;
    const struct gather_item *right = b;
    int order = strcmp(left->name, right->name);

    return order != 0 ? order : compare_sources(left, right);
}

/* As they lie in their directories. */
static int
compare_places(const void *a, const void *b)
{
    int order = compare_sources(a, b);

    return order != 0 ? order : compare_names(a, b);
}

static int
compare_paths(const void *a, const void *b)
{
    const struct gather_item *left = a;
    const struct gather_item *right = b;
    int order = strcmp(left->path, right->path);

    return order != 0 ? order : compare_places(a, b);
}

static void
sort(struct gather *gather, int (*compare)(const void *, const void *))
{
    if (gather->count > 0)
        qsort(gather->items, gather->count, sizeof *gather->items, compare);
}

/* Drops what was named twice. The items are sorted. */
static void
drop_repeated(struct gather *gather)
{
    size_t kept = 0;

    for (size_t i = 0; i < gather->count; i++)
        if (kept == 0 || compare_places(&gather->items[kept - 1], &gather->items[i]) != 0)
            gather->items[kept++] = gather->items[i];
    gather->count = kept;
}

static void
drop_unwanted(struct gather *gather)
{
    size_t kept = 0;

    for (size_t i = 0; i < gather->count; i++)
        if (gather->items[i].path != NULL)
            gather->items[kept++] = gather->items[i];
    gather->count = kept;
}

/* The items that one plan governs, sorted by name; what the plan adds comes after all items. */
struct governed {
    struct gather *gather;
    size_t first;
    size_t count;
    struct gather_source *beside; /* where the plan is */
    char *run;
};

/* The first of the items that are called NAME; NULL when none is. */
static struct gather_item *
find_item(const struct governed *governed, const char *name)
{
    size_t low = governed->first;
    size_t high = low + governed->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(governed->gather->items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == governed->first + governed->count || strcmp(governed->gather->items[low].name, name) != 0)
        return NULL;
    return &governed->gather->items[low];
}

static void
take_run(void *context, const char *run)
{
    struct governed *governed = context;

    governed->run = xstrdup(run);
}

/* A record that is planned twice is read twice: it cannot be that of two test files. */
static void
take_cell(void *context, const char *record, const char *path)
{
    struct governed *governed = context;
    struct gather_item *item = find_item(governed, record);

    if (item == NULL)
        item = new_item(governed->gather, record, governed->beside);
    else if (item->path != NULL)
        item = new_item(governed->gather, record, item->source);
    item->path = keep(governed->gather, path);
}

/* Counts what was named, planned or not. */
static void
want_all(const struct governed *governed)
{
    for (size_t i = 0; i < governed->count; i++) {
        struct gather_item *item = &governed->gather->items[governed->first + i];
        char *file = join(item->source->directory, item->name);

        item->path = keep(governed->gather, file);
        free(file);
    }
}

/* Where a plan governs more than one directory, what it asks for is taken from the first that has it. */
static void
tell_unplanned(const struct governed *governed, struct run *run)
{
    const char *planned = NULL;

    for (size_t i = 0; i < governed->count; i++) {
        const struct gather_item *item = &governed->gather->items[governed->first + i];
        char *file;

        if (item->path != NULL)
            planned = item->name;
        if (planned != NULL && strcmp(planned, item->name) == 0)
            continue;
        file = join(item->source->directory, item->name);
        run_note(run, RUN_WARNING, xasprintf("%s is not planned and not counted", file));
        free(file);
    }
}

static void
set_run(struct gather_source *source, const char *run)
{
    if (source->run == NULL)
        source->run = xstrdup(run);
}

/* A plan that cannot be read is no licence to count what happens to be there: that is shown, and the run fails. */
static void
use_plan(struct governed *governed, const char *file, struct run *run)
{
    const struct plan_sink sink = { take_run, take_cell, governed };
    struct gather *gather = governed->gather;
    size_t before = gather->count;
    char *why = NULL;

    if (plan_scan(file, &sink, &why) != 0) {
        run_note(run, RUN_FAULT, xasprintf("the plan %s cannot be trusted: %s", file, why));
        gather->count = before;
        want_all(governed);
    } else {
        tell_unplanned(governed, run);
        set_run(governed->beside, governed->run);
        for (size_t i = 0; i < governed->count; i++)
            set_run(gather->sources[gather->items[governed->first + i].source->index], governed->run);
    }
    free(governed->run);
    free(why);
}

/* All that was named, as one: where --plan says what is demanded, directories say no more. */
static void
follow_one_plan(struct gather *gather, const char *plan, struct run *run)
{
    struct governed all = { .gather = gather, .count = gather->count };
    const char *slash = strrchr(plan, '/');
    char *directory = slash == NULL ? xstrdup(".") : xstrndup(plan, (size_t)(slash - plan) + 1);

    sort(gather, compare_names);
    all.beside = new_source(gather, directory, xstrdup(directory));
    use_plan(&all, plan, run);
    free(directory);
}

/* Where each source ends is seen before a plan of it adds an item at the end of all. */
static void
follow_plans(struct gather *gather, bool no_plan, struct run *run)
{
    size_t sources = gather->source_count;
    size_t named = gather->count;
    size_t end = 0;

    for (size_t i = 0; i < sources; i++) {
        struct gather_source *source = gather->sources[i];
        struct governed governed = { .gather = gather, .first = end, .beside = source };
        char *file = join(source->directory, PLAN_FILE);

        while (end < named && gather->items[end].source == source)
            end++;
        governed.count = end - governed.first;
        if (!no_plan && has_plan(source->directory))
            use_plan(&governed, file, run);
        else
            want_all(&governed);
        free(file);
    }
}

void
gather_begin(struct gather *gather, const struct gather_request *request, struct run *run)
{
    *gather = (struct gather){ .records = { 0 } };
    for (char *const *operand = request->operands; *operand != NULL; operand++)
        add_operand(gather, run, *operand, request);
    sort(gather, compare_places);
    drop_repeated(gather);
    if (request->plan != NULL)
        follow_one_plan(gather, request->plan, run);
    else
        follow_plans(gather, request->no_plan, run);
    drop_unwanted(gather);
    sort(gather, compare_paths);
}

/* Why the record is none of the planned cell's; NULL when it is. */
static char *
check_record(const struct records *records, const struct gather_item *item)
{
    const struct record *record = &records->list[0];
    const char *wanted = item->source->run;

    if (records->count != 1 || record->schema == NULL)
        return xstrdup("no record of a cell");
    if (record->run == NULL || strcmp(record->run, wanted) != 0)
        return xasprintf("of run %s, not of %s", record->run != NULL ? record->run : "null", wanted);
    if (record->summary.path == NULL || strcmp(record->summary.path, item->path) != 0)
        return xasprintf("of the test file %s", record->summary.path != NULL ? record->summary.path : "null");
    return NULL;
}

/* Frees what was read of the file before. */
static void
close_file(struct gather *gather)
{
    load_free(&gather->records);
    free(gather->file);
    free(gather->lost);
    gather->file = NULL;
    gather->lost = NULL;
    gather->record = 0;
}

/* What stands for a file in which there is no record, lost or empty. */
static struct record *
make_record(struct records *records)
{
    load_free(records);
    records->list = xcalloc(1, sizeof *records->list);
    records->count = 1;
    facts_init(&records->list[0].cell);
    return &records->list[0];
}

static void
lose(struct gather *gather)
{
    char *message = xasprintf("lost: %s", gather->lost);
    struct record *record = make_record(&gather->records);

    (void)summary_add(&record->summary, SUMMARY_CRASH_NAME, OUTCOME_BACKEND_CRASH, message);
    free(message);
}

static void
open_file(struct gather *gather, const struct gather_item *item)
{
    struct records *records = &gather->records;

    gather->file = join(item->source->directory, item->name);
    if (load_file(records, gather->file, &gather->lost) == 0 && item->source->run != NULL)
        gather->lost = check_record(records, item);
    if (gather->lost != NULL)
        lose(gather);
    else if (records->count == 0)
        (void)make_record(records); /* an empty array */
    else
        for (size_t i = 0; i < records->count; i++)
            check_contradictions(&records->list[i]);
}

const struct gathered *
gather_next(struct gather *gather)
{
    const struct gather_item *item;
    const struct record *record;

    if (gather->record == gather->records.count) {
        close_file(gather);
        if (gather->next == gather->count)
            return NULL;
        open_file(gather, &gather->items[gather->next++]);
    }
    item = &gather->items[gather->next - 1];
    record = &gather->records.list[gather->record++];
    gather->current = (struct gathered){ item->path, gather->file, gather->lost, record };
    if (item->source->run == NULL && record->summary.path != NULL)
        gather->current.path = record->summary.path;
    return &gather->current;
}

void
gather_free(struct gather *gather)
{
    close_file(gather);
    for (size_t i = 0; i < gather->source_count; i++) {
        free(gather->sources[i]->directory);
        free(gather->sources[i]->identity);
        free(gather->sources[i]->run);
        free(gather->sources[i]);
    }
    free(gather->sources);
    free(gather->items);
    arena_free(&gather->texts);
    *gather = (struct gather){ .records = { 0 } };
}
