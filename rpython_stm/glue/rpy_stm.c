/* Start-up, threads, and the slow paths of rpy_stm.h. */
#include "common_header.h"
#include "structdef.h"
#include "forwarddecl.h"
#include "preimpl.h"
#include "src/g_include.h"

#include <pthread.h>
#include <stdlib.h>

#define CACHE_SLOTS  65536                       /* rstm.CACHE_SLOTS */
#define MAX_TABLE    64
#define FINALIZING   (STM_SEG->client_words[1])  /* nesting guard, restored by an abort */
#define LOCKS        (STM_SEG->client_words[2])  /* that this transaction has taken and not released */
#define LOCKS_OF     (STM_SEG->client_words[3])  /* the transaction (its serial) that LOCKS and POSTPONED are about */
#define POSTPONED    (STM_SEG->client_words[4])  /* breaks, because of these locks */
#define POSTPONED_MAX 16                         /* four times the usual length */

/* ---------------------------------------------------------------- start-up */

void *rpystm_stack_base;
size_t rpystm_ident_offset;
static int started;

static size_t threadlocal_refs[MAX_TABLE];
static unsigned n_threadlocal_refs;
static void (*finalizer_triggers[16])(void);
static unsigned n_finalizer_triggers;
static struct { uint32_t tid; void (*finalizer)(struct stm_object __seg_gs *); } *old_finalizers;
static unsigned n_old_finalizers;

/* Is this thread between RPyGilAcquire and RPyGilRelease?  Changes only at the two, never inside a transaction. */
static __thread char inside;
static __thread char regions_known;
static __thread long serial;

void rpystm_add_threadlocal_ref(size_t offset)
{
    if (n_threadlocal_refs == MAX_TABLE) {
        fprintf(stderr, "more than %d thread-local references\n", MAX_TABLE);
        abort();
    }
    threadlocal_refs[n_threadlocal_refs++] = offset;
}

void rpystm_add_finalizer_trigger(void (*trigger)(void))
{
    finalizer_triggers[++n_finalizer_triggers] = trigger;         /* queue 0 is that of old finalizers */
}

void rpystm_add_old_finalizer(uint32_t tid, void (*finalizer)(struct stm_object __seg_gs *))
{
    old_finalizers = realloc(old_finalizers, (n_old_finalizers + 1) * sizeof(*old_finalizers));
    old_finalizers[n_old_finalizers].tid = tid;
    old_finalizers[n_old_finalizers++].finalizer = finalizer;
}

/* Tells the runtime of the GC pointers in this thread's pypy_threadlocal. */
static void register_regions(void)
{
    RPY_THREADLOCALREF_ENSURE();
    if (regions_known)
        return;
    for (unsigned i = 0; i < n_threadlocal_refs; i++)
        stm_thread_root_region((stm_ref *)((char *)&pypy_threadlocal + threadlocal_refs[i]), 1);
    regions_known = 1;
}

void rpystm_setup(const struct stm_type *types, uint32_t n_types, stm_ref **static_roots, size_t n_static_roots)
{
    struct stm_config config = {
        .types = types,
        .n_types = n_types,
        .static_roots = static_roots,
        .n_static_roots = n_static_roots,
        .cache_slots = CACHE_SLOTS,
        .marker = rpystm_get_marker,
    };
    STM_CONFIG_PREBUILT(&config);
    if (stm_setup(&config, rpystm_stack_base) < 0)
        exit(1);
    rpystm_log_start();
    register_regions();
    inside = 1;
    started = 1;
}

/* ---------------------------------------------------------------- around external calls */

void rpystm_gil_acquire(void)
{
    if (!started || inside)
        return;
    if (!stm_thread_is_attached()) {
        /* a thread that C code made: all of its stack may have to be restored */
        pthread_attr_t attr;
        void *low;
        size_t size;
        if (pthread_getattr_np(pthread_self(), &attr) != 0 || pthread_attr_getstack(&attr, &low, &size) != 0 ||
            stm_thread_attach((char *)low + size) < 0) {
            fprintf(stderr, "cannot attach a thread to the heap\n");
            abort();
        }
        pthread_attr_destroy(&attr);
        register_regions();
    } else {
        stm_enter();
    }
    serial++;
    inside = 1;
}

void rpystm_gil_release(void)
{
    if (!started || !inside)
        return;
    stm_leave();
    inside = 0;
}

/* ---------------------------------------------------------------- threads */

struct start {
    void (*func)(void);
    long ident;
};

static void bootstrap(void *arg)
{
    struct start *start = arg;
    void (*func)(void) = start->func;
    register_regions();
    if (rpystm_ident_offset)
        *(long *)((char *)&pypy_threadlocal + rpystm_ident_offset) = start->ident;
    inside = 1;
    func();                              /* its wrapper releases the GIL last of all, which commits */
    RPython_ThreadLocals_ThreadDie();
    if (!inside) {
        stm_enter();
        inside = 1;
    }
    stm_free(start);
}

/* Called outside of a transaction, as rthread calls RPyThreadStart with the GIL released. */
long rpystm_thread_start(void (*func)(void))
{
    static long last_ident = 1000;
    long ident = __atomic_add_fetch(&last_ident, 1, __ATOMIC_RELAXED);
    stm_enter();
    struct start *start = stm_malloc(sizeof(*start));
    int error = 1;
    if (start) {
        start->func = func;
        start->ident = ident;
        error = stm_thread_create(bootstrap, start, NULL, RPyThreadGetStackSize());
        if (error)
            stm_free(start);
    }
    stm_leave();
    return error ? -1 : ident;
}

/* The thread's last act in RPython; what is left to do, bootstrap() does after the last commit. */
void rpystm_thread_die(void)
{
}

/* ---------------------------------------------------------------- finalizers */

static void run_old_finalizers(void)
{
    stm_ref obj;
    while ((obj = stm_next_finalizable(0)) != NULL)
        for (unsigned i = 0; i < n_old_finalizers; i++)
            if (old_finalizers[i].tid == obj->h.tid) {
                old_finalizers[i].finalizer(obj);
                break;
            }
}

static void run_finalizers(void)
{
    uint32_t ready = stm_finalizers_ready();
    if (!ready || FINALIZING)
        return;
    FINALIZING = 1;
    if (ready & 1)
        run_old_finalizers();
    for (unsigned q = 1; q <= n_finalizer_triggers; q++)
        if (ready & (1u << q))
            finalizer_triggers[q]();
    FINALIZING = 0;
}

/* ---------------------------------------------------------------- allocation */

static void __seg_gs *out_of_memory(stm_ref p)
{
    if (!p)
        _RPyRaiseSimpleException(RPyExc_MemoryError);
    return p;
}

void __seg_gs *rpystm_malloc_slow(uint32_t tid, size_t size)
{
    return out_of_memory(stm_allocate_slow(tid, size));
}

void __seg_gs *rpystm_malloc_varsize_slow(uint32_t tid, int64_t length)
{
    return out_of_memory(stm_allocate_var_slow(tid, length));
}

void __seg_gs *rpystm_malloc_registered(uint32_t tid, size_t size)
{
    return out_of_memory(stm_allocate_registered(tid, size));
}

void rpystm_collect(long generation)
{
    stm_collect(generation > 0);
    run_finalizers();
}

/* Somebody gets a plain pointer into obj and may write anywhere in it. */
void rpystm_write_whole(stm_ref obj)
{
    stm_write_fixed(obj);
    stm_write_range((void *)(uintptr_t)obj, (void *)(uintptr_t)obj, stm_object_size(obj));
}

/* ---------------------------------------------------------------- transactions */

void rpystm_break_transaction(void)
{
    if (stm_force_break())
        serial++;
    run_finalizers();
}

/* A lock that is held when its transaction commits makes others wait for it until the next commit; so a break that falls
   into a critical section is put off. */

void rpystm_lock_taken(void)
{
    if (LOCKS_OF != (uintptr_t)serial) {
        LOCKS_OF = serial;
        LOCKS = POSTPONED = 0;
    }
    LOCKS++;
}

void rpystm_lock_given(void)
{
    if (LOCKS_OF == (uintptr_t)serial && LOCKS > 0 && --LOCKS == 0 && POSTPONED > 0)
        STM_SEG->nursery_mark = 0;
}

static int may_postpone(void)
{
    return LOCKS_OF == (uintptr_t)serial && LOCKS > 0 && POSTPONED < POSTPONED_MAX && !stm_is_inevitable() && !stm_is_atomic();
}

void rpystm_break_due(void)
{
    if (may_postpone()) {
        POSTPONED++;
        stm_postpone_break();
        return;
    }
    if (stm_break_slow())
        serial++;
    run_finalizers();
}

void rpystm_hint_commit_soon(void)
{
    STM_SEG->nursery_mark = 0;
}

long rpystm_transaction_serial(void)
{
    return serial;
}

void rpystm_retry(void)
{
    if (stm_retry() < 0)
        abort();                         /* rstm.py has asked before */
}

void rpystm_abort_and_retry(void)
{
    stm_abort_and_restart();
}

_Bool rpystm_wait_for_change(void __seg_gs *obj, long timeout_us)
{
    int result = stm_wait_for_change((stm_ref)obj, timeout_us < 0 ? -1 : timeout_us * 1000);
    serial++;
    return result == 1;
}

void rpystm_raw_write_slow(void *p, const char *reason)
{
    uintptr_t a = (uintptr_t)p;
    if (stm_is_gc(p) || a - (1UL << STM_VIEW_SHIFT) < (uintptr_t)STM_MAX_SEGMENTS << STM_VIEW_SHIFT)
        return;                          /* a GC object: its barrier has run */
    if (a - (uintptr_t)&pypy_threadlocal < sizeof(pypy_threadlocal))
        return;
    if (stm_raw_is_fresh(p))
        return;
    stm_become_inevitable(reason);
}

void rpystm_not_raw(const char *where)
{
    fprintf(stderr, "%s: a memory function on an address inside a GC object, without a barrier\n", where);
    abort();
}

/* ---------------------------------------------------------------- signals */

/* The linker sends all calls of sigaction here (--wrap): each handler that sets a flag also has to make the threads
   look at it, which they do at their next break check. */

#include <signal.h>

int __real_sigaction(int signum, const struct sigaction *act, struct sigaction *old);

static void (*signal_handlers[65])(int);

static void handle_and_poke(int signum)
{
    signal_handlers[signum](signum);
    if (started)
        stm_poke();
}

int __wrap_sigaction(int signum, const struct sigaction *act, struct sigaction *old)
{
    struct sigaction ours, before;
    void (*previous)(int) = signum > 0 && signum <= 64 ? signal_handlers[signum] : NULL;
    if (act && !(act->sa_flags & SA_SIGINFO) && act->sa_handler != SIG_DFL && act->sa_handler != SIG_IGN &&
        signum > 0 && signum <= 64) {
        ours = *act;
        signal_handlers[signum] = act->sa_handler;
        ours.sa_handler = handle_and_poke;
        act = &ours;
    }
    int result = __real_sigaction(signum, act, &before);
    if (result == 0 && old) {
        *old = before;
        if (!(before.sa_flags & SA_SIGINFO) && before.sa_handler == handle_and_poke)
            old->sa_handler = previous;
    }
    return result;
}

/* ---------------------------------------------------------------- numbers */

/* The number of segments is fixed at start-up; the caller learns what it is. */
long rpystm_set_segment_limit(long n)
{
    (void)n;
    return stm_segment_limit();
}

/* In the order of rstm.STATS. */
long rpystm_stat(long index)
{
    struct stm_stats s;
    struct stm_memory m;
    switch (index) {
    case 15: return stm_thread_count();
    case 11: stm_memory(&m); return m.heap_bytes;
    case 12: stm_memory(&m); return m.live_bytes;
    case 13: stm_memory(&m); return m.private_bytes;
    case 14: stm_memory(&m); return m.log_bytes;
    }
    stm_stats(&s);
    switch (index) {
    case 0: return s.count[STM_EVENT_COMMIT];
    case 1: return s.count[STM_EVENT_ABORT_CONFLICT];
    case 2: return s.count[STM_EVENT_ABORT_MANUAL];
    case 3: return s.count[STM_EVENT_ABORT_RETRY];
    case 4: return s.count[STM_EVENT_INEVITABLE];
    case 5: return s.count[STM_EVENT_MINOR];
    case 6: return s.count[STM_EVENT_MAJOR];
    case 7: return s.aborted_ns;
    case 8: return s.waited_ns;
    case 9: return s.inevitable_ns;
    case 10: return s.minor_ns + s.major_ns;
    }
    return -1;
}
