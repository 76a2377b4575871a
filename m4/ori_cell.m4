# ORI_CELL
# --------
# How ori-cell is compiled and linked. It is started once for each test file, and most of what a cell costs is this start: so
# it is linked statically where that can be done, and with musl where musl-gcc is there, because glibc asks the processor at
# every start what it can do, by instructions that trap on a virtual machine. CELL_CC names another compiler,
# --enable-static-cell fails where no static cell can be made, --disable-static-cell makes none. Sets CELL_CC,
# CELL_LDFLAGS, CELL_LIBS, and the conditional CELL_WANTS_GLIBC_ABI: the json-c that is there was compiled for glibc.
AC_DEFUN([ORI_CELL], [
AC_ARG_VAR([CELL_CC], [C compiler command for ori-cell (default: musl-gcc where that can make one, else CC)])
AC_ARG_ENABLE([static-cell],
    [AS_HELP_STRING([--enable-static-cell], [link ori-cell statically (default: where static libraries are)])],
    [], [enable_static_cell=auto])

ori_cell_asked=$CELL_CC
ori_cell_found=no
CELL_LDFLAGS=-static
ori_json_c_archive=`$PKG_CONFIG --variable=libdir json-c`/libjson-c.a
AC_MSG_CHECKING([how to link ori-cell])
AS_IF([test "$enable_static_cell" != no && test -z "$ORI_SANITIZE"], [
    ori_cell_first=musl-gcc
    test "$cross_compiling" != yes || ori_cell_first=$CC # musl-gcc is for this machine
    for CELL_CC in "${ori_cell_asked:-$ori_cell_first}" "${ori_cell_asked:-$CC}"; do
        CELL_LIBS=$JSON_C_LIBS
        ori_cell_abi=no
        _ORI_CELL_TRY([], [AC_LINK_IFELSE([_ORI_CELL_PROGRAM([])], [ori_cell_found=yes])])
        test $ori_cell_found = no || break
        CELL_LIBS=$ori_json_c_archive
        ori_cell_abi=yes
        _ORI_CELL_TRY([@%:@include "$srcdir/src/cell/glibc_abi.c"], [:])
        test $ori_cell_found = no || break
    done
])
AS_IF([test $ori_cell_found = no], [
    AS_IF([test "$enable_static_cell" = yes], [
        AC_MSG_RESULT([it cannot be done])
        AC_MSG_ERROR([--enable-static-cell: a static json-c or C library is missing; config.log tells which])])
    CELL_CC=${ori_cell_asked:-$CC}
    CELL_LDFLAGS=
    CELL_LIBS=$JSON_C_LIBS
    ori_cell_abi=no
    _ORI_CELL_TRY([], [ori_cell_found=yes])
    AS_IF([test $ori_cell_found = no], [
        AC_MSG_RESULT([it cannot be done])
        AC_MSG_ERROR([$CELL_CC cannot link ori-cell with json-c; config.log tells why])])
])
AC_MSG_RESULT([$CELL_CC $CELL_LDFLAGS])
AC_SUBST([CELL_LDFLAGS])
AC_SUBST([CELL_LIBS])
AM_CONDITIONAL([CELL_WANTS_GLIBC_ABI], [test $ori_cell_abi = yes])

# Real-time signals are named by how the machine's C library counts them; the cell's may keep some more for itself.
AC_COMPUTE_INT([ori_sigrtmin], [SIGRTMIN], [@%:@include <signal.h>], [ori_sigrtmin=])
AS_IF([test -n "$ori_sigrtmin"],
    [AC_DEFINE_UNQUOTED([ORI_SIGRTMIN], [$ori_sigrtmin], [SIGRTMIN of the C library that CC links with.])])
])

# _ORI_CELL_TRY(PROLOGUE, IF-CROSS-COMPILING)
# -------------------------------------------
# Sets ori_cell_found to yes if CELL_CC makes a program of CELL_LDFLAGS and CELL_LIBS that runs and reads JSON.
AC_DEFUN([_ORI_CELL_TRY], [
ori_save_CC=$CC
ori_save_LIBS=$LIBS
ori_save_LDFLAGS=$LDFLAGS
ori_save_CPPFLAGS=$CPPFLAGS
CC=$CELL_CC
LIBS="$CELL_LIBS $LIBS"
LDFLAGS="$LDFLAGS $CELL_LDFLAGS"
CPPFLAGS="$CPPFLAGS -D_GNU_SOURCE $JSON_C_CFLAGS"
AC_RUN_IFELSE([_ORI_CELL_PROGRAM([$1])], [ori_cell_found=yes], [], [$2])
CC=$ori_save_CC
LIBS=$ori_save_LIBS
LDFLAGS=$ori_save_LDFLAGS
CPPFLAGS=$ori_save_CPPFLAGS
])

# Numbers and text come out of it as they went in, and what is no JSON is told to be none.
AC_DEFUN([_ORI_CELL_PROGRAM], [AC_LANG_PROGRAM([[
#include <json.h>
#include <string.h>
]$1[
]], [[
    static const char text[] = "{\"a\": [-9007199254740993, 0.125, \"\\u00e9\"]}";
    struct json_tokener *tokener = json_tokener_new();
    json_object *root = json_tokener_parse_ex(tokener, text, -1);
    json_object *list = json_object_object_get(root, "a");
    int good = json_object_get_int64(json_object_array_get_idx(list, 0)) == -9007199254740993 &&
               json_object_get_double(json_object_array_get_idx(list, 1)) == 0.125 &&
               strcmp(json_object_get_string(json_object_array_get_idx(list, 2)), "\303\251") == 0 &&
               strcmp(json_object_to_json_string(list), "[ -9007199254740993, 0.125, \"\303\251\" ]") == 0;

    json_object_put(root);
    json_tokener_reset(tokener);
    good = good && json_tokener_parse_ex(tokener, "{\"a\": nothing", -1) == NULL &&
           json_tokener_get_error(tokener) != json_tokener_continue;
    json_tokener_free(tokener);
    return !good;
]])])
