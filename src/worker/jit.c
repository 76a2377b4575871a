/* jit: one module of LLVM IR, compiled in this process by ORC's LLJIT.

   LLVM owns what is handed to it: parsing takes the buffer, a thread-safe module takes the module, LLJIT takes that.
   Its messages go to a handler that keeps the first, so that an error which LLVM can report does not end the process.
   One which it cannot does, and that is what cells are for. */
#include "worker/jit.h"

#include <llvm-c/Analysis.h>
#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/IRReader.h>
#include <llvm-c/LLJIT.h>
#include <llvm-c/Orc.h>
#include <llvm-c/Support.h>
#include <llvm-c/Target.h>
#include <llvm/Config/llvm-config.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct jit {
    struct jit *next; /* of all that were opened */
    LLVMOrcThreadSafeContextRef context;
    LLVMOrcLLJITRef lljit; /* NULL until there is a module for it */
    char *error;           /* the first that LLVM reported: no code of this module can be trusted */
    char **tests;
    size_t test_count;
};

/* What is opened stays open, and within reach of a leak checker. */
static struct jit *opened;

void
jit_init(void)
{
#if LLVM_VERSION_MAJOR < 15
    static const char *const arguments[] = { "ori-llvm-worker", "-opaque-pointers" };

    LLVMParseCommandLineOptions(2, arguments, NULL);
#endif
    (void)LLVMInitializeNativeTarget();
    (void)LLVMInitializeNativeAsmPrinter();
    (void)LLVMInitializeNativeAsmParser();
}

/* Messages of LLVM's come with a newline or without. */
static char *
copy_message(const char *message)
{
    size_t length = strlen(message);

    while (length > 0 && message[length - 1] == '\n')
        length--;
    return xstrndup(message, length);
}

static void
keep_error(struct jit *jit, const char *message)
{
    if (jit->error == NULL)
        jit->error = copy_message(message);
}

static void
on_diagnostic(LLVMDiagnosticInfoRef info, void *context)
{
    char *message;

    if (LLVMGetDiagInfoSeverity(info) != LLVMDSError)
        return;
    message = LLVMGetDiagInfoDescription(info);
    keep_error(context, message);
    LLVMDisposeMessage(message);
}

static void
keep_llvm_error(struct jit *jit, LLVMErrorRef error)
{
    char *message = LLVMGetErrorMessage(error);

    keep_error(jit, message);
    LLVMDisposeErrorMessage(message);
}

static void
on_session_error(void *context, LLVMErrorRef error)
{
    keep_llvm_error(context, error);
}

static LLVMModuleRef
parse(struct jit *jit, const char *name, const char *text, size_t size, bool verify)
{
    LLVMContextRef context = LLVMOrcThreadSafeContextGetContext(jit->context);
    LLVMMemoryBufferRef buffer = LLVMCreateMemoryBufferWithMemoryRangeCopy(text, size, name);
    LLVMModuleRef module = NULL;
    char *message = NULL;

    LLVMContextSetDiagnosticHandler(context, on_diagnostic, jit);
    if (LLVMParseIRInContext(context, buffer, &module, &message)) {
        keep_error(jit, message);
        LLVMDisposeMessage(message);
        return NULL;
    }
    if (verify && LLVMVerifyModule(module, LLVMReturnStatusAction, &message)) {
        keep_error(jit, message);
        LLVMDisposeModule(module);
        module = NULL;
    }
    LLVMDisposeMessage(message);
    return module;
}

static bool
is_test(LLVMValueRef function, const char *name, size_t length)
{
    static const char prefix[] = "test_";
    LLVMTypeRef type = LLVMGlobalGetValueType(function);
    LLVMTypeRef returned = LLVMGetReturnType(type);

    return length > sizeof prefix - 1 && memcmp(name, prefix, sizeof prefix - 1) == 0 && !LLVMIsDeclaration(function) &&
           LLVMCountParamTypes(type) == 0 && !LLVMIsFunctionVarArg(type) &&
           LLVMGetTypeKind(returned) == LLVMIntegerTypeKind && LLVMGetIntTypeWidth(returned) == 32;
}

/* Notes the tests, and exports those that the module keeps to itself: a test that is not run is a test that lies. */
static void
find_tests(struct jit *jit, LLVMModuleRef module)
{
    for (LLVMValueRef function = LLVMGetFirstFunction(module); function != NULL;
         function = LLVMGetNextFunction(function)) {
        size_t length;
        const char *name = LLVMGetValueName2(function, &length);

        if (!is_test(function, name, length))
            continue;
        LLVMSetLinkage(function, LLVMExternalLinkage);
        LLVMSetVisibility(function, LLVMDefaultVisibility);
        jit->tests = xreallocarray(jit->tests, jit->test_count + 1, sizeof *jit->tests);
        jit->tests[jit->test_count++] = xstrndup(name, length);
    }
}

/* Makes the JIT, in which the symbols of this process, libc's among them, are there for the IR to call. */
static LLVMErrorRef
create(struct jit *jit)
{
    LLVMOrcDefinitionGeneratorRef process = NULL;
    LLVMErrorRef error = LLVMOrcCreateLLJIT(&jit->lljit, NULL);

    if (error != LLVMErrorSuccess) {
        jit->lljit = NULL;
        return error;
    }
    LLVMOrcExecutionSessionSetErrorReporter(LLVMOrcLLJITGetExecutionSession(jit->lljit), on_session_error, jit);
    error = LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess(&process, LLVMOrcLLJITGetGlobalPrefix(jit->lljit),
                                                                 NULL, NULL);
    if (error == LLVMErrorSuccess)
        LLVMOrcJITDylibAddGenerator(LLVMOrcLLJITGetMainJITDylib(jit->lljit), process);
    return error;
}

/* Takes the module. */
static int
hand_over(struct jit *jit, LLVMModuleRef module)
{
    LLVMOrcThreadSafeModuleRef safe_module = LLVMOrcCreateNewThreadSafeModule(module, jit->context);
    LLVMErrorRef error = create(jit);

    if (error == LLVMErrorSuccess)
        error = LLVMOrcLLJITAddLLVMIRModule(jit->lljit, LLVMOrcLLJITGetMainJITDylib(jit->lljit), safe_module);
    else
        LLVMOrcDisposeThreadSafeModule(safe_module);
    if (error == LLVMErrorSuccess)
        return 0;
    keep_llvm_error(jit, error);
    return -1;
}

/* What LLVM reported, or OTHERWISE when it only failed. */
static char *
copy_error(const struct jit *jit, const char *otherwise)
{
    return xstrdup(jit->error != NULL ? jit->error : otherwise);
}

static void
discard(struct jit *jit)
{
    if (jit->lljit != NULL) {
        LLVMErrorRef error = LLVMOrcDisposeLLJIT(jit->lljit);

        if (error != LLVMErrorSuccess)
            LLVMConsumeError(error);
    }
    LLVMOrcDisposeThreadSafeContext(jit->context);
    for (size_t i = 0; i < jit->test_count; i++)
        free(jit->tests[i]);
    free(jit->tests);
    free(jit->error);
    free(jit);
}

struct jit *
jit_open(const char *name, const char *text, size_t size, bool verify, char **why)
{
    struct jit *jit = xcalloc(1, sizeof *jit);
    LLVMModuleRef module;

    jit->context = LLVMOrcCreateNewThreadSafeContext();
    module = parse(jit, name, text, size, verify);
    if (module != NULL)
        find_tests(jit, module);
    if (module != NULL && hand_over(jit, module) == 0) {
        jit->next = opened;
        opened = jit;
        return jit;
    }
    *why = copy_error(jit, "the module cannot be read");
    discard(jit);
    return NULL;
}

size_t
jit_test_count(const struct jit *jit)
{
    return jit->test_count;
}

const char *
jit_test_name(const struct jit *jit, size_t index)
{
    return jit->tests[index];
}

jit_function *
jit_find(struct jit *jit, const char *name, char **why)
{
    LLVMOrcExecutorAddress address = 0;
    LLVMErrorRef error = LLVMOrcLLJITLookup(jit->lljit, &address, name);

    /* An error that was reported on the way says more than that the symbol could not be made. */
    if (error != LLVMErrorSuccess)
        keep_llvm_error(jit, error);
    if (error == LLVMErrorSuccess && jit->error == NULL)
        return (jit_function *)(uintptr_t)address;
    *why = copy_error(jit, "the function cannot be compiled");
    return NULL;
}
