/* Between the C code that the translator writes and the runtime.
 *
 * Included at the head of each generated file.  What rpython expects of its own GC, GIL and thread code is answered
 * here with the runtime's functions. */
#ifndef RPY_STM_H
#define RPY_STM_H

#include <string.h>
#include <unistd.h>
#include "src/thread.h"
#include "stm.h"

_Static_assert(sizeof(struct stm_type) == 64, "the type table holds vtables in units of 64 bytes");

/* ---------------------------------------------------------------- objects */

/* Size of an object of a fixed-size type. */
#define RPYSTM_FIXED_SIZE(n)  ((((n) < 16 ? 16 : (n)) + 7UL) & ~7UL)

/* A plain address of what a GC pointer points to; good until the next call that may collect. */
#define RPY_PLAIN(p)  ((void *)(STM_SEG->view + (unsigned long)(p)))
#define RPY_STRING_AS_CHARP(s)  RPyString_AsCharP((RPyString *)RPY_PLAIN(s))

#define RPYSTM_LARGE(type)  (sizeof(type) >= STM_LARGE_SIZE)
#define RPYSTM_PREBUILT(type)  __attribute__((section("stm_prebuilt"), aligned(RPYSTM_LARGE(type) ? 512 : 16)))
#define RPYSTM_PREBUILT_BITS(type)  (STM_PREBUILT_BITS | (RPYSTM_LARGE(type) ? STM_CARDS : 0))

/* A class's vtable stands right behind its stm_type. */
#define RPYSTM_VTABLE(obj)  ((char *)RPYSTM_TYPES + ((unsigned long)((stm_ref)(obj))->h.tid + 1) * 64)

/* The pending exception is the thread's own, and an abort restores it. */
#define RPYSTM_EXC_TYPE   (STM_SEG->client_words[0])
#define RPYSTM_EXC_VALUE  (STM_SEG->client_refs[1])

/* ---------------------------------------------------------------- allocation */

/* When out of memory these raise MemoryError and return NULL. */
void __seg_gs *rpystm_malloc_slow(uint32_t tid, size_t size);
void __seg_gs *rpystm_malloc_varsize_slow(uint32_t tid, int64_t length);
void __seg_gs *rpystm_malloc_registered(uint32_t tid, size_t size);      /* weak references, objects with a destructor */

static inline void __seg_gs *rpystm_malloc(uint32_t tid, size_t size)
{
    uintptr_t p = STM_SEG->nursery_current;
    if (STM_UNLIKELY(size > STM_NURSERY_OBJECT_MAX || p + size > STM_SEG->nursery_end))
        return rpystm_malloc_slow(tid, size);
    STM_SEG->nursery_current = p + size;
    *(__seg_gs uint64_t *)p = tid;
    return (void __seg_gs *)p;
}

static inline void __seg_gs *rpystm_malloc_varsize(uint32_t tid, size_t fixed_size, size_t item_size, size_t length_offset,
                                                   int64_t length)
{
    if (STM_UNLIKELY((uint64_t)length > STM_NURSERY_OBJECT_MAX / 16))
        return rpystm_malloc_varsize_slow(tid, length);
    size_t size = (fixed_size + item_size * (size_t)length + 7) & ~(size_t)7;
    void __seg_gs *p = rpystm_malloc(tid, size < 16 ? 16 : size);
    if (p)
        *(__seg_gs int64_t *)((uintptr_t)p + length_offset) = length;
    return p;
}

void rpystm_collect(long generation);
void rpystm_write_whole(stm_ref obj);

/* stm_write_item() for an array that only this thread uses: without the mark that makes two writers conflict. */
static inline void rpystm_write_private_item(uintptr_t obj, uintptr_t item)
{
    uint32_t bits = ((stm_ref)obj)->h.bits;
    if (STM_UNLIKELY(bits & STM_WRITE_BARRIER))
        if (!(bits & STM_CARDS) || *(__seg_gs uint8_t *)(STM_CARD_BASE + (item >> STM_CARD_SHIFT)) != 2)
            stm_write_item_slow((stm_ref)obj, item);
}

/* A store of an 8-byte word that everybody would compute alike; smaller fields take their own word's chances. */
#define RPYSTM_BENIGN_STORE(lvalue, value)  do {                                    \
        _Static_assert(sizeof(lvalue) == 8, "a benign field must be a word");       \
        stm_benign_store(&(lvalue), (uintptr_t)(value));                            \
    } while (0)

/* ---------------------------------------------------------------- start-up */

extern void *rpystm_stack_base;
extern size_t rpystm_ident_offset;             /* of thread_ident in pypy_threadlocal; 0 if it has none */
void rpystm_setup(const struct stm_type *types, uint32_t n_types, stm_ref **static_roots, size_t n_static_roots);
void rpystm_add_threadlocal_ref(size_t offset);
void rpystm_add_finalizer_trigger(void (*trigger)(void));
void rpystm_add_old_finalizer(uint32_t tid, void (*finalizer)(struct stm_object __seg_gs *));

/* ---------------------------------------------------------------- what rstm.py asks (rpython_stm/externals.py) */

static inline _Bool rpystm_should_break(void) { return stm_break_due(); }
void rpystm_break_transaction(void);
void rpystm_break_due(void);
void rpystm_hint_commit_soon(void);
static inline void rpystm_become_inevitable(char *reason) { stm_become_inevitable(reason); }
static inline _Bool rpystm_is_inevitable(void) { return stm_is_inevitable(); }
long rpystm_transaction_serial(void);
static inline void rpystm_atomic_enter(void) { stm_atomic_begin(); }
static inline void rpystm_atomic_leave(void) { stm_atomic_end(); }
static inline long rpystm_atomic_level(void) { return STM_SEG->atomic; }
void rpystm_lock_taken(void);
void rpystm_lock_given(void);
void rpystm_retry(void);
void rpystm_abort_and_retry(void);
_Bool rpystm_wait_for_change(void __seg_gs *obj, long timeout_us);
static inline _Bool rpystm_commit_in_order(unsigned long *turn, long ticket) { return stm_commit_in_order(turn, ticket) == 0; }
static inline void rpystm_skip_turn(unsigned long *turn) { stm_skip_turn(turn); }
_Bool rpystm_is_held(void);
void rpystm_close_on_abort(long fd);
_Bool rpystm_closes_on_abort(long fd);
void rpystm_keep_on_abort(long fd);
static inline void __seg_gs *rpystm_cache_get(long slot) { return stm_cache_get(slot); }
static inline void rpystm_cache_set(long slot, void __seg_gs *p) { stm_cache_set(slot, (stm_ref)p, 0); }
static inline long rpystm_segment_limit(void) { return stm_segment_limit(); }
long rpystm_set_segment_limit(long n);
static inline long rpystm_segment_number(void) { return (long)STM_SEG->segment - 1; }
long rpystm_stat(long index);

/* Positions of threads, for the log (log.c). */
void rpystm_set_marker(void *marker, void *describe);
void rpystm_marker_is(void __seg_gs *code, long position);
void rpystm_describe_as(void __seg_gs *filename, void __seg_gs *name, long line);
void rpystm_get_marker(struct stm_marker *out);
void rpystm_log_start(void);

/* ---------------------------------------------------------------- raw memory */

void rpystm_raw_write_slow(void *p, const char *reason);
/* Before a store into raw memory: inevitable, unless the memory is of this transaction. */
static inline void rpystm_raw_write(void *p, const char *reason)
{
    if (STM_UNLIKELY(!STM_SEG->inevitable))
        rpystm_raw_write_slow(p, reason);
}

void rpystm_not_raw(const char *where) __attribute__((noreturn, cold));
/* The translator could not tell whether the address points into a GC object, and put no barrier. */
static inline void rpystm_check_raw(void *p, const char *where)
{
    if (STM_UNLIKELY(stm_is_gc(p)))
        rpystm_not_raw(where);
}

/* ---------------------------------------------------------------- the GIL and threads of rpython */

void rpystm_gil_acquire(void);
void rpystm_gil_release(void);
long rpystm_thread_start(void (*func)(void));
void rpystm_thread_die(void);

#undef RPyGilAcquire
#undef RPyGilRelease
#undef RPyFetchFastGil
#define RPyGilAcquire()      rpystm_gil_acquire()
#define RPyGilRelease()      rpystm_gil_release()
#define RPyGilAllocate()     ((void)0)
#define RPyGilYieldThread()  ((long)stm_force_break())
#define RPyThreadStart(func) rpystm_thread_start(func)

/* The child needs a heap of its own. */
#define fork()  stm_fork()

#endif
