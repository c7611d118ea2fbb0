/* main(), and the last words of a program that an RPython exception ends.  Stands for rpython's entrypoint.c and
   debug_traceback.c, which know nothing of the base of a stack and read GC strings as plain memory. */
#include "common_header.h"
#include "structdef.h"
#include "forwarddecl.h"
#include "preimpl.h"
#include "src/g_include.h"

#include <stdio.h>
#include <stdlib.h>

__thread unsigned rpystm_traceback_count;
__thread struct pypydtentry_s rpystm_traceback[PYPY_DEBUG_TRACEBACK_DEPTH];

/* Prints the newest entries first, up to the place that raised the pending exception. */
void pypy_debug_traceback_print(void)
{
    void *exctype = RPyFetchExceptionType();
    int skipping = 0;
    fprintf(stderr, "RPython traceback:\n");
    for (unsigned n = 1; n <= PYPY_DEBUG_TRACEBACK_DEPTH; n++) {
        struct pypydtentry_s *e = &rpystm_traceback[(rpystm_traceback_count - n) & (PYPY_DEBUG_TRACEBACK_DEPTH - 1)];
        int is_place = e->location != NULL && e->location != RPYSTM_RERAISED;
        if (skipping) {
            /* until the place that caught the exception which was raised again later */
            if (!is_place || e->exctype != exctype)
                continue;
            skipping = 0;
        }
        if (is_place) {
            fprintf(stderr, "  File \"%s\", line %d, in %s\n", e->location->filename, e->location->lineno,
                    e->location->funcname);
        } else if (exctype != NULL && e->exctype != exctype) {
            fprintf(stderr, "  (the rest is of other exceptions)\n");
            return;
        } else if (e->location == NULL) {
            return;
        } else {
            exctype = e->exctype;
            skipping = 1;
        }
    }
    fprintf(stderr, "  ...\n");
}

void pypy_debug_catch_fatal_exception(void)
{
    pypy_debug_traceback_print();
    fprintf(stderr, "Fatal RPython error: %s\n", RPY_STRING_AS_CHARP(RPyFetchExceptionType()->ov_name));
    abort();
}

static int __attribute__((noinline)) run(int argc, char **argv)
{
    RPython_StartupCode();
    int exitcode = STANDALONE_ENTRY_POINT(argc, argv);
    if (RPyExceptionOccurred())
        pypy_debug_catch_fatal_exception();
    RPyGilRelease();                     /* commits */
    return exitcode;
}

int main(int argc, char **argv)
{
    rpystm_stack_base = __builtin_frame_address(0);
    return run(argc, argv);
}
