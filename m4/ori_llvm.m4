# ORI_LLVM
# --------
# Finds LLVM 14 to 19, with its C API of ORC, through llvm-config. --with-llvm=PROG names the llvm-config to ask, and
# then no other will do; --without-llvm does without. Sets LLVM_CONFIG, LLVM_VERSION, LLVM_CPPFLAGS, LLVM_LDFLAGS,
# LLVM_LIBS, the arguments that make distcheck needs to find the same one in LLVM_CONFIGURE_ARGS, and the conditional
# WITH_LLVM.
AC_DEFUN([ORI_LLVM], [
AC_ARG_WITH([llvm],
    [AS_HELP_STRING([--with-llvm=PROG], [the llvm-config of the LLVM (14 to 19) to link ori-llvm-worker with])
AS_HELP_STRING([--without-llvm], [do not build ori-llvm-worker])],
    [], [with_llvm=yes])

LLVM_CONFIG=
LLVM_VERSION=
AS_CASE([$with_llvm],
    [no], [LLVM_CONFIGURE_ARGS=--without-llvm],
    [yes], [
        _ORI_LLVM_FIND([llvm-config llvm-config-19 llvm-config-18 llvm-config-17 llvm-config-16 llvm-config-15 llvm-config-14])
        AS_IF([test -z "$LLVM_CONFIG"],
            [AC_MSG_ERROR([no llvm-config of LLVM 14 to 19 was found (Debian: llvm-14-dev).
Name one with --with-llvm=PROG, or do without ori-llvm-worker with --without-llvm])])],
    [_ORI_LLVM_FIND([$with_llvm])
     AS_IF([test -z "$LLVM_CONFIG"],
        [AC_MSG_ERROR([--with-llvm=$with_llvm: this is no llvm-config of LLVM 14 to 19 with its headers])])])
AS_IF([test -n "$LLVM_CONFIG"], [
    LLVM_CONFIGURE_ARGS="--with-llvm=$LLVM_CONFIG"
    _ORI_LLVM_FLAGS
    _ORI_LLVM_LINK
])
AM_CONDITIONAL([WITH_LLVM], [test -n "$LLVM_CONFIG"])
AC_SUBST([LLVM_CONFIG])
AC_SUBST([LLVM_VERSION])
AC_SUBST([LLVM_CPPFLAGS])
AC_SUBST([LLVM_LDFLAGS])
AC_SUBST([LLVM_LIBS])
AC_SUBST([LLVM_CONFIGURE_ARGS])
])

# _ORI_LLVM_FIND(PROGRAMS)
# ------------------------
# Sets LLVM_CONFIG and LLVM_VERSION from the first of PROGRAMS that runs, tells a version that fits and has headers.
AC_DEFUN([_ORI_LLVM_FIND], [
AC_MSG_CHECKING([for LLVM 14 to 19])
for ori_candidate in $1; do
    ori_version=`$ori_candidate --version 2>/dev/null` || continue
    AS_CASE([$ori_version], [14.*|15.*|16.*|17.*|18.*|19.*], [], [continue])
    test -r "`$ori_candidate --includedir 2>/dev/null`/llvm-c/LLJIT.h" || continue
    LLVM_CONFIG=$ori_candidate
    LLVM_VERSION=$ori_version
    break
done
AC_MSG_RESULT([${LLVM_VERSION:-no}${LLVM_CONFIG:+ ($LLVM_CONFIG)}])
])

# _ORI_LLVM_FLAGS
# ---------------
# The headers are the system's, as far as warnings go; --cflags has nothing else that C needs.
AC_DEFUN([_ORI_LLVM_FLAGS], [
LLVM_CPPFLAGS="-isystem `$LLVM_CONFIG --includedir`"
AS_IF([test "x$LLVM_CPPFLAGS" = "x-isystem /usr/include"], [LLVM_CPPFLAGS=])
])

# _ORI_LLVM_LINK
# --------------
# Sets LLVM_LIBS and LLVM_LDFLAGS. What starts fastest comes first: a program that loads LLVM's shared library takes several times
# as long to start as one that holds LLVM and the C++ library and lies at a fixed address, with nothing to relocate. What
# else it may take is the way to LLVM's shared library if that lies where the system does not look. libgcc stays shared: in
# it the code that LLVM compiles finds what divides 128-bit integers.
AC_DEFUN([_ORI_LLVM_LINK], [
AC_MSG_CHECKING([how to link with LLVM])
ori_save_CPPFLAGS=$CPPFLAGS
ori_save_LDFLAGS=$LDFLAGS
ori_save_LIBS=$LIBS
ori_llvm_links=no
ori_llvm_libdir=`$LLVM_CONFIG --libdir`
CPPFLAGS="$CPPFLAGS $LLVM_CPPFLAGS"
for ori_link in static shared; do
    ori_llvm_libs=`$LLVM_CONFIG --link-$ori_link --libs --system-libs core irreader orcjit native passes 2>/dev/null | tr '\n' ' '`
    test -n "$ori_llvm_libs" || continue
    for ori_extra in '-Wl,-Bstatic -lstdc++ -Wl,-Bdynamic' -lstdc++ '' -lc++; do
        for ori_flags in '-no-pie -Wl,--gc-sections' -Wl,--gc-sections '' "-Wl,-rpath,$ori_llvm_libdir"; do
            LLVM_LIBS="$ori_llvm_libs$ori_extra"
            LLVM_LDFLAGS="-L$ori_llvm_libdir $ori_flags"
            LDFLAGS="$ori_save_LDFLAGS $LLVM_LDFLAGS"
            LIBS="$LLVM_LIBS $ori_save_LIBS"
            AC_RUN_IFELSE([_ORI_LLVM_PROGRAM], [ori_llvm_links=yes], [],
                [AC_LINK_IFELSE([_ORI_LLVM_PROGRAM], [ori_llvm_links=yes])])
            test $ori_llvm_links = no || break 3
        done
    done
done
CPPFLAGS=$ori_save_CPPFLAGS
LDFLAGS=$ori_save_LDFLAGS
LIBS=$ori_save_LIBS
AS_IF([test $ori_llvm_links = no],
    [AC_MSG_RESULT([it cannot be done])
     AC_MSG_ERROR([LLVM $LLVM_VERSION of $LLVM_CONFIG does not link; config.log tells why.
Name another with --with-llvm=PROG, or do without ori-llvm-worker with --without-llvm])])
AC_MSG_RESULT([$ori_link])
])

AC_DEFUN([_ORI_LLVM_PROGRAM], [AC_LANG_PROGRAM([[
#include <llvm-c/Error.h>
#include <llvm-c/LLJIT.h>
]], [[
    LLVMOrcLLJITRef jit;
    LLVMErrorRef error = LLVMOrcCreateLLJIT(&jit, 0);
    if (error)
        LLVMConsumeError(error);
]])])
