/* json-get FILE PATH: prints what stands at PATH in FILE, for the tests. PATH is made of member names and array places
   with points between (results.0.outcome.type); length at the end counts an array or object, strings come out bare.
   Status 1: there is nothing at PATH. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json.h>

static const char *
print_form(json_object *value)
{
    if (json_object_is_type(value, json_type_string))
        return json_object_get_string(value);
    return json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

/* The place that NAME means in an array of COUNT; COUNT itself when it means none. */
static size_t
read_place(const char *name, size_t count)
{
    char *end;
    unsigned long place;

    errno = 0;
    place = strtoul(name, &end, 10);
    return errno != 0 || end == name || *end != '\0' || place >= count ? count : place;
}

/* Goes one step down; false when there is nothing of that name. */
static int
step(json_object **value, const char *name)
{
    if (json_object_is_type(*value, json_type_array)) {
        size_t count = json_object_array_length(*value);
        size_t place = read_place(name, count);

        if (place == count)
            return 0;
        *value = json_object_array_get_idx(*value, place);
        return 1;
    }
    return json_object_is_type(*value, json_type_object) && json_object_object_get_ex(*value, name, value);
}

static int
print_length(json_object *value)
{
    if (json_object_is_type(value, json_type_array))
        return printf("%zu\n", (size_t)json_object_array_length(value));
    if (json_object_is_type(value, json_type_object))
        return printf("%d\n", json_object_object_length(value));
    return -1;
}

int
main(int argc, char **argv)
{
    json_object *root;
    json_object *value;
    int printed = -2;

    if (argc != 3) {
        (void)fprintf(stderr, "usage: json-get FILE PATH\n");
        return 64;
    }
    root = json_object_from_file(argv[1]);
    if (root == NULL) {
        (void)fprintf(stderr, "json-get: %s: %s\n", argv[1], json_util_get_last_err());
        return 1;
    }
    value = root;
    for (char *name = strtok(argv[2], "."); name != NULL && printed == -2; name = strtok(NULL, "."))
        if (!step(&value, name))
            printed = strcmp(name, "length") == 0 && strtok(NULL, ".") == NULL ? print_length(value) : -1;
    if (printed == -2)
        printed = printf("%s\n", print_form(value));
    if (printed < 0 || fclose(stdout) != 0) {
        (void)fprintf(stderr, "json-get: %s: nothing there\n", argv[1]);
        printed = -1;
    }
    json_object_put(root);
    return printed < 0;
}
