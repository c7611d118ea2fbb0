/* Stands before rpython's header of this name: raw memory goes through the runtime, which undoes what an aborted
   transaction has allocated and delays what it frees. */
#include_next "src/mem.h"

#undef OP_RAW_MALLOC
#define OP_RAW_MALLOC(size, zero, result) \
    { result = (zero) ? stm_calloc(size, 1) : stm_malloc(size); }
#undef OP_RAW_FREE
#define OP_RAW_FREE(p, r)  stm_free(p);

#undef RPY_SIZE_OF_GCHEADER
#define RPY_SIZE_OF_GCHEADER  sizeof(struct stm_header)
