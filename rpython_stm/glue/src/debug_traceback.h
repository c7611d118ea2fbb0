/* Stands before rpython's header of this name: the ring of recent exceptions, per thread. */
#ifndef RPYSTM_DEBUG_TRACEBACK_H
#define RPYSTM_DEBUG_TRACEBACK_H

#define PYPY_DEBUG_TRACEBACK_DEPTH  128          /* a power of two */

struct pypydtpos_s {
    const char *filename;
    const char *funcname;
    int lineno;
};

struct pypydtentry_s {
    struct pypydtpos_s *location;                /* NULL: raised; RPYSTM_RERAISED: raised again */
    void *exctype;
};

#define RPYSTM_RERAISED  ((struct pypydtpos_s *)-1)

extern __thread unsigned rpystm_traceback_count;
extern __thread struct pypydtentry_s rpystm_traceback[PYPY_DEBUG_TRACEBACK_DEPTH];

static inline void rpystm_traceback_add(struct pypydtpos_s *location, void *exctype)
{
    struct pypydtentry_s *e = &rpystm_traceback[rpystm_traceback_count++ & (PYPY_DEBUG_TRACEBACK_DEPTH - 1)];
    e->location = location;
    e->exctype = exctype;
}

#define OP_DEBUG_START_TRACEBACK(etype, r)    rpystm_traceback_add(NULL, etype)
#define OP_DEBUG_RERAISE_TRACEBACK(etype, r)  rpystm_traceback_add(RPYSTM_RERAISED, etype)
#define OP_DEBUG_PRINT_TRACEBACK()            pypy_debug_traceback_print()

#define RPYSTM_HERE(name)  static struct pypydtpos_s here = { PYPY_FILE_NAME, name, __LINE__ }
#define PYPY_DEBUG_RECORD_TRACEBACK(name)  { RPYSTM_HERE(name); rpystm_traceback_add(&here, NULL); }
#define PYPY_DEBUG_CATCH_EXCEPTION(name, etype, is_fatal) {             \
        RPYSTM_HERE(name);                                              \
        rpystm_traceback_add(&here, etype);                             \
        if (is_fatal)                                                   \
            pypy_debug_catch_fatal_exception();                         \
    }

void pypy_debug_traceback_print(void);
void pypy_debug_catch_fatal_exception(void);

#endif
