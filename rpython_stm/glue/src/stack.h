/* Stands before rpython's header of this name: the end of the stack is known per thread, not in a global that the
   last thread to run has set. */
#include_next "src/stack.h"

#ifndef RPYSTM_STACK_H
#define RPYSTM_STACK_H
#include "src/threadlocal.h"
#undef LL_stack_get_end
#define LL_stack_get_end()  ((long)pypy_threadlocal.stack_end)
#endif
