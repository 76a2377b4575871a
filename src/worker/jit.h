/* jit: one module of LLVM IR, compiled in this process by ORC's LLJIT. All that is known of LLVM is behind this. */
#ifndef ORI_JIT_H
#define ORI_JIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct jit;

/* Makes LLVM ready for this machine; once, before all else. */
void jit_init(void);

/* Reads the IR, verifies it if VERIFY says so, and hands it to the backend, which compiles it when a function is looked
   up. NAME is for messages. The code stays where it is until the process ends. NULL with *WHY (owned by the caller)
   when the module does not parse or verify. */
struct jit *jit_open(const char *name, const char *text, size_t size, bool verify, char **why);

/* The tests of the module: the definitions "i32 @test_NAME()" in their order, whatever their linkage. */
size_t jit_test_count(const struct jit *jit);
const char *jit_test_name(const struct jit *jit, size_t index);

typedef int32_t jit_function(void);

/* The function called NAME. NULL with *WHY (owned by the caller) when the module does not compile or link; none of its
   functions is to be had then. */
jit_function *jit_find(struct jit *jit, const char *name, char **why);

#endif
