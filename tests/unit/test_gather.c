/* test_gather: what is read is what the plan asks for, or else what was named, each once and in order. */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/outfile.h"
#include "base/xalloc.h"
#include "merge/gather.h"

static char directory[] = "/tmp/test_gather.XXXXXX";

static void
write_file(const char *name, const char *text)
{
    assert_int_equal(outfile_replace(name, text, strlen(text)), 0);
}

/* A record of the run, as a cell would have written it. */
static void
write_record(const char *name, const char *run, const char *path)
{
    char *text = xasprintf("{\"schema\":\"ori-record/1\",\"run\":\"%s\",\"path\":\"%s\",\"results\":[{\"name\":\"t\","
                           "\"outcome\":{\"type\":\"Passed\"}}],\"cell\":{\"ended\":{\"how\":\"exited\",\"code\":0}}}",
                           run, path);

    write_file(name, text);
    free(text);
}

/* In "planned" a plan and what it asks for, but "c", and one that it does not ask for. In "more" another "b" of its
   run, and another one that is not planned; in "bare" what no plan governs. */
static int
make_files(void **state)
{
    (void)state;
    if (mkdtemp(directory) == NULL || chdir(directory) != 0)
        return -1;
    if (mkdir("planned", 0777) != 0 || mkdir("bare", 0777) != 0 || mkdir("broken", 0777) != 0 ||
        mkdir("more", 0777) != 0 || mkdir("gone", 0777) != 0)
        return -1;
    write_file("planned/plan.jsonl", "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":4}\n"
                                     "{\"record\":\"1.json\",\"path\":\"d\"}\n"
                                     "{\"record\":\"2.json\",\"path\":\"c\"}\n"
                                     "{\"record\":\"3.json\",\"path\":\"b\"}\n"
                                     "{\"record\":\"4.json\",\"path\":\"a\"}\n");
    write_record("planned/1.json", "r", "d");
    write_record("planned/3.json", "r", "b");
    write_record("planned/4.json", "old", "a");
    write_record("planned/5.json", "r", "e");
    write_record("more/3.json", "r", "b");
    write_record("more/6.json", "r", "f");
    write_file("bare/2.json", "[{\"path\":\"z\",\"results\":[]},{\"path\":\"y\",\"results\":[]},{\"results\":[]}]");
    write_file("bare/1.json", "[]");
    write_file("bare/3.json", "no JSON");
    write_file("broken/plan.jsonl", "{\"schema\":\"ori-plan/1\",\"run\":\"r\",\"cells\":2}\n"
                                    "{\"record\":\"1.json\",\"path\":\"d\"}\n");
    write_record("broken/1.json", "r", "d");
    return 0;
}

static int
remove_files(void **state)
{
    static const char *const names[] = { "planned", "bare", "broken", "more", "gone" };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        DIR *open = opendir(names[i]);
        struct dirent *entry;

        while (open != NULL && (entry = readdir(open)) != NULL)
            if (entry->d_name[0] != '.')
                (void)unlinkat(dirfd(open), entry->d_name, 0);
        if (open == NULL || closedir(open) != 0 || rmdir(names[i]) != 0)
            return -1;
    }
    return chdir("/") != 0 || rmdir(directory) != 0 ? -1 : 0;
}

/* "PATH FILE[ LOST]" a line, and then the notes. */
static void
tell(struct buffer *out, const struct gather_request *request)
{
    struct run run = { .id = NULL };
    const struct gathered *file;
    struct gather gather;

    gather_begin(&gather, request, &run);
    while ((file = gather_next(&gather)) != NULL) {
        buffer_printf(out, "%s %s%s%s\n", file->path, file->file, file->lost != NULL ? " " : "",
                      file->lost != NULL ? file->lost : "");
        assert_int_equal(file->lost != NULL, summary_has_failures(&file->record->summary));
    }
    assert_null(gather_next(&gather));
    for (size_t i = 0; i < run.note_count; i++)
        buffer_printf(out, "%s %s\n", run.notes[i].kind == RUN_FAULT ? "fault" : "warning", run.notes[i].text);
    gather_free(&gather);
    run_free(&run);
}

static void
reads_what_is_to_be_read(void **state)
{
    static const struct {
        const char *proves;
        const char *operands[4];
        const char *plan;
        bool no_plan;
        const char *told;
    } cases[] = {
        { "a plan says what is read, in the order of paths",
          { "planned" },
          NULL,
          false,
          "a planned/4.json of run old, not of r\n"
          "b planned/3.json\n"
          "c planned/2.json missing\n"
          "d planned/1.json\n"
          "warning planned/5.json is not planned and not counted\n" },
        { "one record stands for its plan, named any number of times",
          { "planned/1.json", "./planned/1.json", "planned/5.json" },
          NULL,
          false,
          "a planned/4.json of run old, not of r\n"
          "b planned/3.json\n"
          "c planned/2.json missing\n"
          "d planned/1.json\n"
          "warning planned/5.json is not planned and not counted\n" },
        { "without a plan what is named, in the order of names, an array as it is",
          { "bare/3.json", "bare", "planned/1.json" },
          NULL,
          true,
          "bare/1.json bare/1.json\n"
          "z bare/2.json\n"
          "y bare/2.json\n"
          "bare/2.json bare/2.json\n"
          "bare/3.json bare/3.json torn or no JSON: no value at byte 0\n"
          "d planned/1.json\n" },
        { "planned and not, in one order",
          { "bare/1.json", "planned" },
          NULL,
          false,
          "a planned/4.json of run old, not of r\n"
          "b planned/3.json\n"
          "bare/1.json bare/1.json\n"
          "c planned/2.json missing\n"
          "d planned/1.json\n"
          "warning planned/5.json is not planned and not counted\n" },
        { "a plan that is named governs all, and the first place counts",
          { "more", "planned/3.json" },
          "planned/plan.jsonl",
          false,
          "a planned/4.json of run old, not of r\n"
          "b more/3.json\n"
          "c planned/2.json missing\n"
          "d planned/1.json\n"
          "warning more/6.json is not planned and not counted\n" },
        { "a plan that is not whole is none, and what was named is told",
          { "broken" },
          NULL,
          false,
          "d broken/1.json\n"
          "fault the plan broken/plan.jsonl cannot be trusted: 1 cells where line 1 promises 2\n" },
        { "a plan that is not there",
          { "more" },
          "nosuch",
          false,
          "b more/3.json\n"
          "f more/6.json\n"
          "fault the plan nosuch cannot be trusted: No such file or directory\n" },
        { "a directory with nothing in it",
          { "gone" },
          NULL,
          false,
          "fault gone: a directory without a record and without a plan\n" },
        { "what is not there", { "nosuch" }, NULL, false, "nosuch nosuch missing\n" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = { 0 };
        char *operands[COUNT(cases[i].operands) + 1] = { NULL };

        print_message("%s\n", cases[i].proves);
        for (size_t k = 0; k < COUNT(cases[i].operands); k++)
            operands[k] = (char *)cases[i].operands[k];
        tell(&out, &(struct gather_request){ operands, cases[i].plan, cases[i].no_plan });
        assert_string_equal(buffer_text(&out), cases[i].told);
        buffer_free(&out);
    }
}

/* Whoever stops in the midst leaves nothing behind: a sanitizer looks. */
static void
can_be_left_in_the_midst(void **state)
{
    char *operands[] = { (char *)"bare", NULL };
    struct run run = { .id = NULL };
    struct gather gather;

    (void)state;
    gather_begin(&gather, &(struct gather_request){ operands, NULL, false }, &run);
    assert_non_null(gather_next(&gather));
    assert_non_null(gather_next(&gather));
    gather_free(&gather);
    run_free(&run);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_to_be_read),
        cmocka_unit_test(can_be_left_in_the_midst),
    };

    return cmocka_run_group_tests(tests, make_files, remove_files) != 0;
}
