/* test_arena: texts of any size stay as they were put in, also when another arena has taken them over. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

enum { TEXTS = 3000 };

/* Text I: its number, and filling of a length that differs from text to text. */
static size_t
make(int i, char *text, size_t size)
{
    size_t length = (size_t)snprintf(text, size, "%d", i);
    size_t filling = (size_t)i % 7 == 0 ? (size_t)i * 5 % (size - length - 1) : (size_t)i % 50;

    memset(text + length, 'f', filling);
    text[length + filling] = '\0';
    return length + filling;
}

static void
texts_stay_as_they_are(void **state)
{
    static const char *texts[TEXTS];
    static char text[20000];
    struct arena all = { 0 };
    struct arena next = { 0 };

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        size_t length = make(i, text, sizeof text);

        texts[i] = arena_copy(&next, text, length);
        if (i % 100 == 99)
            arena_join(&all, &next);
    }
    assert_null(next.first);
    for (int i = 0; i < TEXTS; i++) {
        (void)make(i, text, sizeof text);
        assert_string_equal(texts[i], text);
    }
    arena_free(&all);
    assert_null(all.first);
}

static void
nothing_takes_no_room(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    for (int i = 0; i < 10; i++)
        assert_string_equal(arena_copy(&arena, "", 0), "");
    assert_null(arena.first);
    arena_join(&arena, &(struct arena){ 0 });
    arena_free(&arena);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stay_as_they_are),
        cmocka_unit_test(nothing_takes_no_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
