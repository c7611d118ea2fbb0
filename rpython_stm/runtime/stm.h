/* pypy-stm runtime: the public interface.
 *
 * HOW IT WORKS
 *
 * Every thread that touches the heap runs inside a transaction, and every transaction runs in a *segment*.  There are
 * N segments, fixed at start-up.  A GC pointer is an *offset*, the same in all segments; the machine adds the base of
 * the current segment, which stands in %gs.  In C a GC pointer has the type `__seg_gs struct X *`, and the compiler
 * prints `%gs:` before each access.  Segment k (1..N) sees offset `o` at the plain address `(k << 40) + o`.
 *
 *     offset (same in every view)
 *     0x0000_0001_0000   control block                        private to the segment
 *     0x0000_0200_0000   read marks of prebuilt objects        private     one byte for 16 bytes of heap,
 *     0x0000_0c00_0000   read marks of the nursery             private     at offset >> 4
 *     0x0000_2000_0000   prebuilt objects                      shared, copy-on-write
 *     0x0000_4000_0000   card bytes, one for 512 bytes         private     at STM_CARD_BASE + (offset >> 9)
 *     0x0000_c000_0000   nursery                               private
 *     0x0001_0000_0000   read marks of the old space           private
 *     0x0010_0000_0000   old space                             shared, copy-on-write
 *     0x0100_0000_0000   end of the view
 *
 * Prebuilt objects and old space together are the *heap*.  Its committed content is the *reference memory*, a memfd
 * that each view maps MAP_PRIVATE: what a transaction writes stays in pages of its own until it commits, when the
 * changes travel through the *commit log* to the other views.  The plain addresses of the heap range (base 0) are
 * PROT_NONE: a GC pointer used without %gs crashes at once.
 *
 * Objects begin with `struct stm_header`.  They are born in the nursery of their segment (8-byte aligned, zeroed), and
 * move once, at a minor collection, to the old space (16-byte aligned), where they stay.  Hence the one rule for GC
 * pointers in local variables: a call that may collect needs them on the shadow stack, and reloaded from there after.
 * Below, "may collect" marks such calls; every one of them may also abort the transaction (control then reappears at
 * the last checkpoint, with the C stack and the shadow stack as they were) and may stop the world.
 *
 * BARRIERS
 *
 * - before (or after, with no call between) reading a mutable field:      stm_read(obj)
 * - before reading a mutable array item:                                  stm_read(&array->items[i])
 * - before reading a range of items with plain memory functions:          stm_read_range(obj, address, bytes)
 * - before storing into a field (pointer or not):                         stm_write(obj)
 * - before storing into an array item:                                    stm_write_item(obj, &array->items[i])
 * - before storing into a fixed field of an object that also has items:   stm_write_fixed(obj)
 * - before writing a range of items with plain memory functions:          stm_write_range(obj, address, bytes)
 *
 * Immutable fields (array lengths, type pointers) need no read barrier.  A write barrier holds until the next call that may
 * collect; a read mark until the next call that may break the transaction.  An object just allocated needs no write
 * barrier until the next call that may collect.  Barriers never collect, never move anything; stm_write* may allocate
 * raw memory only.
 *
 * ONE THREAD
 *
 * While one thread exists its transactions are inevitable, without log, backups or checkpoint, and its view is mapped
 * MAP_SHARED on the reference memory.  stm_thread_create() leaves this mode; when one thread is left, a later
 * transaction break returns to it.
 *
 * Errors: functions that can run out of memory return NULL; set-up problems print one line and return -1.  Misuse
 * (a barrier outside a transaction) crashes at once.  Needs Linux, x86-64, gcc >= 12, -fno-strict-aliasing.
 */
#ifndef STM_H
#define STM_H

#include <stddef.h>
#include <stdint.h>

#if !defined(__x86_64__) || !defined(__linux__) || !defined(__SEG_GS)
#error "the STM runtime needs Linux on x86-64 and a compiler that has __seg_gs (gcc >= 12, C only)"
#endif

/* ---------------------------------------------------------------- addresses */

#define STM_VIEW_SHIFT       40                         /* view k begins at k << STM_VIEW_SHIFT */
#define STM_MAX_SEGMENTS     64
#define STM_CONTROL_OFFSET   0x10000UL
#define STM_PREBUILT_START   0x20000000UL               /* where the linker puts the section `stm_prebuilt` */
#define STM_PREBUILT_LIMIT   0x40000000UL
#define STM_CARD_BASE        0x40000000UL
#define STM_CARD_SHIFT       9
#define STM_NURSERY_START    0xc0000000UL
#define STM_NURSERY_LIMIT    0x100000000UL
#define STM_OLD_START        0x1000000000UL             /* 64 GB: its marks begin where the nursery ends */
#define STM_OLD_LIMIT        0x10000000000UL            /* 1 TB: the end of a view */

/* ---------------------------------------------------------------- objects */

/* The first 8 bytes of each object.  `tid` is an index into the type table of stm_config (0 is no type).  The low byte
   of `bits` holds the flags below, the upper 24 bits belong to the runtime.  Static initialiser of a prebuilt object:
   {tid, STM_PREBUILT_BITS}; for a prebuilt array of STM_LARGE_SIZE bytes or more: {tid, STM_PREBUILT_BITS | STM_CARDS},
   and the object must then be aligned to 512 bytes (STM_PREBUILT_LARGE). */
struct stm_header {
    uint32_t tid;
    uint32_t bits;
};

enum {
    STM_WRITE_BARRIER = 0x01,      /* a store must take the slow path; never set on young objects */
    STM_MODIFIED      = 0x02,      /* runtime: this transaction has a backup of it */
    STM_CARDS         = 0x04,      /* a large object: its barrier works by cards of 512 bytes */
    STM_FORWARDED     = 0x08,      /* runtime: moved; the new offset is in the second word */
    STM_HAS_HASH      = 0x10,      /* prebuilt: the identity hash is the 8-byte word after the object (at its size rounded to 8) */
    STM_HAS_SHADOW    = 0x20,      /* runtime: young, its old-space place is already reserved (id or hash was asked) */
    STM_VISITED       = 0x40,      /* runtime: large young object reached by this minor collection */
    STM_CLIENT_FLAG   = 0x80,      /* free for the client; immutable after creation */
    STM_PREBUILT_BITS = STM_WRITE_BARRIER,
};

struct stm_object { struct stm_header h; };
typedef __seg_gs struct stm_object *stm_ref;            /* any GC pointer */

#define STM_LARGE_SIZE 8192UL                           /* from this size on objects are carded, page-aligned in old space */

/* Prebuilt objects go into one section that the linker places at STM_PREBUILT_START (link with STM_LINK_FLAGS below);
   their link-time address is their offset.  `(__seg_gs struct B *)(uintptr_t)&b` is a static initialiser. */
#define STM_PREBUILT        __attribute__((section("stm_prebuilt"), aligned(16)))
#define STM_PREBUILT_LARGE  __attribute__((section("stm_prebuilt"), aligned(512)))
/* STM_LINK_FLAGS: -no-pie -Wl,--section-start=stm_prebuilt=0x20000000 -lpthread */

/* ---------------------------------------------------------------- types */

enum {
    STM_TYPE_WEAKREF     = 0x01,   /* `weak_offset` is the offset of a weak pointer; list it nowhere else */
    STM_TYPE_DESTRUCTOR  = 0x02,   /* `destructor` is called when the object dies: it may read the object and call stm_free */
    STM_TYPE_IMMUTABLE   = 0x04,   /* never written after creation (a hint) */
};

/* A type: where its GC pointers are.  Sizes and offsets count from the object's start, header included.  An object's
   size is fixed_size + item_size * length, rounded up to 8. */
struct stm_type {
    uint32_t flags;
    uint32_t fixed_size;
    uint32_t item_size;                        /* 0: not a varsize type; otherwise items are marked at their own address */
    uint32_t items_offset;                     /* of item 0 */
    uint32_t length_offset;                    /* of the length, a 64-bit signed integer */
    uint32_t n_refs, n_item_refs;
    uint32_t weak_offset;
    const uint32_t *ref_offsets;               /* of GC pointers in the fixed part */
    const uint32_t *item_ref_offsets;          /* of GC pointers in an item, from the item's start */
    void (*destructor)(stm_ref obj);           /* runs with `inevitable` set, in any thread */
    const char *name;                          /* for messages; may be NULL */
};
/* The client may lay data of its own between the types of its table: only entries that some tid names are looked at. */
_Static_assert(sizeof(struct stm_type) == 64, "tables are laid out by it");

/* ---------------------------------------------------------------- the control block */

#define STM_CLIENT_WORDS 16
#define STM_CLIENT_REFS  16

struct stm_thread;

/* One for each segment, at gs:STM_CONTROL_OFFSET.  The thread's part is swapped in when a thread enters the segment
   and out when it leaves.  `client_refs` are GC roots; they and `client_words` belong to the running thread, and are
   restored by an abort: keep the pending exception there. */
struct stm_control_block {
    uintptr_t nursery_current;                 /* next free byte, an offset */
    uintptr_t nursery_end;                     /* zeroed up to here; 0 when somebody wants this segment at a safe point */
    uintptr_t nursery_mark;                    /* at or past it a transaction break is due; 0 to ask for one */
    stm_ref *shadowstack_top;                  /* plain address of the next free shadow-stack slot */
    stm_ref *shadowstack_limit;                /* end of the shadow stack (the client may check against it) */
    struct stm_thread *thread;                 /* NULL while nobody runs here */
    uintptr_t view;                            /* plain base of this view: segment_number << STM_VIEW_SHIFT */
    uint8_t read_version;                      /* 1..255: what a read mark stores */
    uint8_t inevitable;                        /* this transaction cannot abort */
    uint8_t one_thread;                        /* the view is the reference memory */
    uint8_t multi_reserved;
    uint32_t segment;                          /* 1..N */
    uint64_t atomic;                           /* nesting; no transaction break while > 0 */
    uintptr_t client_words[STM_CLIENT_WORDS];
    stm_ref client_refs[STM_CLIENT_REFS];
    stm_ref *cache_refs;                       /* segment-local caches: plain addresses, see below */
    uintptr_t *cache_words;
};

#define STM_SEG ((__seg_gs struct stm_control_block *)STM_CONTROL_OFFSET)

/* ---------------------------------------------------------------- GC pointers as plain addresses */

extern uintptr_t stm_prebuilt_end;             /* end of the prebuilt objects */

/* True if the address is a GC pointer (also an interior one). */
static inline int stm_is_gc_at(uintptr_t a)
{
    return a - STM_NURSERY_START < STM_OLD_LIMIT - STM_NURSERY_START ||
           a - STM_PREBUILT_START < stm_prebuilt_end - STM_PREBUILT_START;
}
#define stm_is_gc(p) stm_is_gc_at((uintptr_t)(p))

/* The plain address, in the current segment, of an address that may be raw or a GC pointer: what memcpy and friends
   take.  Valid until the next call that may collect or break. */
static inline void *stm_address_at(uintptr_t p)
{
    return (void *)(stm_is_gc_at(p) ? p + STM_SEG->view : p);
}
#define stm_address(p) stm_address_at((uintptr_t)(p))

/* The same for what is surely a GC pointer. */
static inline void *stm_gc_address(stm_ref p) { return (char *)(uintptr_t)p + STM_SEG->view; }

static inline int stm_is_young(uintptr_t offset)
{
    return offset - STM_NURSERY_START < STM_NURSERY_LIMIT - STM_NURSERY_START;
}

/* ---------------------------------------------------------------- barriers */

#define STM_UNLIKELY(x) __builtin_expect(!!(x), 0)

void stm_write_slow(stm_ref obj);
void stm_write_item_slow(stm_ref obj, uintptr_t item);
void stm_write_range_slow(stm_ref obj, uintptr_t start, size_t bytes);
void stm_read_range_slow(stm_ref obj, uintptr_t start, size_t bytes);

/* Marks the 16 bytes at `p` (an object, or an array item) as read by this transaction. */
static inline void stm_read_at(uintptr_t p)
{
    *(__seg_gs uint8_t *)(p >> 4) = STM_SEG->read_version;
}
#define stm_read(p) stm_read_at((uintptr_t)(p))

/* Before a store into a field of a fixed-size object. */
static inline void stm_write_at(uintptr_t obj)
{
    if (STM_UNLIKELY(((stm_ref)obj)->h.bits & STM_WRITE_BARRIER))
        stm_write_slow((stm_ref)obj);
}
#define stm_write(obj) stm_write_at((uintptr_t)(obj))

/* Before a store into a fixed field of an object that has items too. */
static inline void stm_write_fixed_at(uintptr_t obj)
{
    stm_read_at(obj);
    stm_write_at(obj);
}
#define stm_write_fixed(obj) stm_write_fixed_at((uintptr_t)(obj))

/* Before a store into (any field of) the item that begins at `item`.  An item's store counts as a read of it. */
static inline void stm_write_item_at(uintptr_t obj, uintptr_t item)
{
    uint32_t bits = ((stm_ref)obj)->h.bits;
    stm_read_at(item);
    if (STM_UNLIKELY(bits & STM_WRITE_BARRIER))
        if (!(bits & STM_CARDS) || *(__seg_gs uint8_t *)(STM_CARD_BASE + (item >> STM_CARD_SHIFT)) != 2)
            stm_write_item_slow((stm_ref)obj, item);
}
#define stm_write_item(obj, item) stm_write_item_at((uintptr_t)(obj), (uintptr_t)(item))

/* Ranges of items, [start, start + bytes) being offsets (GC addresses) inside `obj`; for raw_memcopy and the like. */
static inline void stm_read_range_at(uintptr_t obj, uintptr_t start, size_t bytes)
{
    if (bytes && !stm_is_young(obj))
        stm_read_range_slow((stm_ref)obj, start, bytes);
}
static inline void stm_write_range_at(uintptr_t obj, uintptr_t start, size_t bytes)
{
    if (bytes && !stm_is_young(obj))
        stm_write_range_slow((stm_ref)obj, start, bytes);
}
#define stm_read_range(obj, start, bytes)  stm_read_range_at((uintptr_t)(obj), (uintptr_t)(start), bytes)
#define stm_write_range(obj, start, bytes) stm_write_range_at((uintptr_t)(obj), (uintptr_t)(start), bytes)

/* A store that needs no barrier, conflicts with nothing and may be lost: for a value that everybody would compute alike (a string's
   hash).  The word must be 8-byte aligned, in an object that is otherwise never written.  Never collects. */
void stm_benign_store_slow(uintptr_t address, uintptr_t value);
static inline void stm_benign_store_at(uintptr_t address, uintptr_t value)
{
    if (stm_is_young(address))
        *(__seg_gs uintptr_t *)address = value;
    else
        stm_benign_store_slow(address, value);
}
#define stm_benign_store(p, value) stm_benign_store_at((uintptr_t)(p), (uintptr_t)(value))

/* ---------------------------------------------------------------- allocation */

#define STM_NURSERY_OBJECT_MAX 131072UL        /* larger objects (and those above a quarter of the nursery) are born outside it */

stm_ref stm_allocate_slow(uint32_t tid, size_t size);

/* A new zeroed object of a fixed-size type; `size` is a multiple of 8 and at least 16.  May collect.  NULL when out of memory. */
static inline stm_ref stm_allocate(uint32_t tid, size_t size)
{
    uintptr_t p = STM_SEG->nursery_current;
    if (STM_UNLIKELY(size > STM_NURSERY_OBJECT_MAX || p + size > STM_SEG->nursery_end))
        return stm_allocate_slow(tid, size);
    STM_SEG->nursery_current = p + size;
    *(__seg_gs uint64_t *)p = tid;             /* the header: no flag set */
    return (stm_ref)p;
}

/* The same for types with STM_TYPE_WEAKREF or STM_TYPE_DESTRUCTOR, which the runtime has to know of.  May collect. */
stm_ref stm_allocate_registered(uint32_t tid, size_t size);

/* A new zeroed varsize object, its length set.  May collect.  NULL when out of memory, or the length is negative or too large. */
stm_ref stm_allocate_var_slow(uint32_t tid, int64_t length);
static inline stm_ref stm_allocate_var(uint32_t tid, size_t fixed_size, size_t item_size, size_t length_offset, int64_t length)
{
    if (STM_UNLIKELY((uint64_t)length > STM_NURSERY_OBJECT_MAX / 16))
        return stm_allocate_var_slow(tid, length);
    size_t size = (fixed_size + item_size * (size_t)length + 7) & ~(size_t)7;
    stm_ref p = stm_allocate(tid, size < 16 ? 16 : size);
    if (p)
        *(__seg_gs int64_t *)((uintptr_t)p + length_offset) = length;
    return p;
}

void stm_collect(int generation);              /* 0: minor; more: major, too.  May collect. */
size_t stm_object_size(stm_ref obj);           /* in bytes */
/* True if the object will not move any more (may be passed by plain address while no break happens). */
static inline int stm_can_move(stm_ref obj) { return stm_is_young((uintptr_t)obj); }

/* Stable for the object's life; a young object gets its old-space place reserved.  Never collects.  The identity hash
   of a prebuilt object that has STM_HAS_HASH is the stored one.  The id is unique among live objects. */
uintptr_t stm_id(stm_ref obj);
intptr_t stm_identity_hash(stm_ref obj);

/* A ref kept in raw memory that is listed in stm_config.static_roots.  Turns inevitable; may collect. */
void stm_store_static_root(stm_ref *slot, stm_ref value);

/* Visible bytes in use. */
struct stm_memory {
    uint64_t heap_bytes;                       /* old space in use, as of now, garbage included */
    uint64_t live_bytes;                       /* after the last major collection */
    uint64_t private_bytes;                    /* pages that are private to some view */
    uint64_t log_bytes;
    uint64_t raw_bytes;                        /* as told by stm_raw_pressure */
    uint64_t max_heap;                         /* 0: no limit */
};
void stm_memory(struct stm_memory *out);
void stm_raw_pressure(int64_t bytes);          /* raw memory held by GC objects: makes a major collection come sooner */

/* ---------------------------------------------------------------- shadow stack */

static inline void stm_push_root(stm_ref p)
{
    stm_ref *top = STM_SEG->shadowstack_top;
    *top = p;
    STM_SEG->shadowstack_top = top + 1;
}
static inline stm_ref stm_pop_root(void)
{
    stm_ref *top = STM_SEG->shadowstack_top - 1;
    STM_SEG->shadowstack_top = top;
    return *top;
}
/* A slot with its lowest bit set is no GC pointer but a mask: bit i (i >= 1) says that the slot i places below it (towards
   the base) holds garbage, which the collector skips. */

/* ---------------------------------------------------------------- start-up */

struct stm_marker { stm_ref code; intptr_t position; };

struct stm_config {
    const struct stm_type *types;              /* index: tid; entry 0 is unused; must outlive the runtime */
    uint32_t n_types;
    const void *prebuilt_image;                /* initial content of the prebuilt objects; NULL for none */
    size_t prebuilt_size;                      /* at offset STM_PREBUILT_START; an image that stands at that very address is unmapped */
    stm_ref **static_roots;                    /* addresses of raw words that hold GC pointers */
    size_t n_static_roots;
    size_t shadowstack_size;                   /* bytes a thread; 0: 8 MB (touched lazily) */
    uint32_t cache_slots;                      /* segment-local cache slots; 0 for none */
    uint32_t segments;                         /* 0: PYPYSTM_SEGMENTS, or the number of cores */
    size_t nursery_size;                       /* 0: PYPYSTM_NURSERY, or the default */
    size_t max_heap;                           /* 0: PYPYSTM_MAX_HEAP, or no limit */
    /* Position of the running thread, for reports; called at a safe point of that thread or in a write barrier; must not
       allocate.  May be NULL. */
    void (*marker)(struct stm_marker *out);
};

/* Sets the runtime up and attaches the calling thread (as stm_thread_attach).  `stack_base` is the frame address of the
   outermost function whose frame an abort may restore: __builtin_frame_address(0) there.  0, or -1 after one line
   on stderr.  Environment: PYPYSTM_SEGMENTS, PYPYSTM_NURSERY, PYPYSTM_MAX_HEAP (bytes; suffix K, M or G);
   PYPYSTM_ARCH_PRCTL=1 sets %gs with arch_prctl instead of wrgsbase (valgrind). */
int stm_setup(const struct stm_config *config, void *stack_base);
/* Commits, detaches the caller, releases everything.  All other threads must have detached.  Optional at exit. */
void stm_teardown(void);

/* A line for the start of the generated main(): config for a program linked with STM_LINK_FLAGS. */
extern char __start_stm_prebuilt[] __attribute__((weak)), __stop_stm_prebuilt[] __attribute__((weak));
#define STM_CONFIG_PREBUILT(config) \
    ((config)->prebuilt_image = __start_stm_prebuilt, \
     (config)->prebuilt_size = (size_t)(__stop_stm_prebuilt - __start_stm_prebuilt))

/* ---------------------------------------------------------------- threads */

/* Starts a detached pthread that runs fn(arg), attached, inside a transaction; it detaches at the end.  Leaves the one-thread mode.
   Turns the transaction inevitable (inside `atomic` the new thread waits for its end), otherwise breaks it.  `ref` is
   passed on safely (it may be young) and stands in client_refs[0] of the new thread.  0, or an errno value.
   May collect. */
int stm_thread_create(void (*fn)(void *arg), void *arg, stm_ref ref, size_t stack_size);

/* For threads made otherwise (callbacks): attach and detach the calling thread.  stm_thread_attach() waits for a segment. 0, or -1 when out of
   memory. */
int stm_thread_attach(void *stack_base);
void stm_thread_detach(void);
int stm_thread_is_attached(void);
int64_t stm_thread_ident(void);                /* small unique number of the calling thread */
uint32_t stm_thread_count(void);
uint32_t stm_segment_limit(void);

/* Raw memory of the calling thread that an abort must restore (RPython's thread-local struct); up to 8 regions. */
void stm_thread_restore_region(void *start, size_t bytes);
/* Raw words of the calling thread that hold GC pointers: roots, and restored by an abort. */
void stm_thread_root_region(stm_ref *start, size_t count);

/* ---------------------------------------------------------------- transactions */

/* A transaction break: commits, starts the next transaction, takes a checkpoint.  Does nothing while atomic.
   1 if the transaction was broken.  May collect. */
int stm_break_slow(void);
int stm_force_break(void);
static inline int stm_break_due(void) { return STM_SEG->nursery_current >= STM_SEG->nursery_mark; }
static inline int stm_break_if_due(void)
{
    return STM_UNLIKELY(stm_break_due()) ? stm_break_slow() : 0;
}

/* Instead of stm_break_slow(): the transaction may run on for a quarter of its length.  May collect. */
void stm_postpone_break(void);

/* Makes the next break check of every thread take the slow path.  Async-signal-safe: a signal handler sets its own
   flag, calls this, and the client looks at its flag after each break check that took the slow path. */
void stm_poke(void);

/* From here to its end the transaction cannot abort.  `reason` is a literal, for the reports.  May collect (and abort,
   before it returns). */
void stm_become_inevitable_slow(const char *reason);
static inline void stm_become_inevitable(const char *reason)
{
    if (STM_UNLIKELY(!STM_SEG->inevitable))
        stm_become_inevitable_slow(reason);
}
static inline int stm_is_inevitable(void) { return STM_SEG->inevitable; }

/* Around an external call that may block: stm_leave() commits and gives the segment up; stm_enter() comes back, in any
   segment, in a new transaction.  While atomic, stm_leave() turns inevitable and keeps the segment.  Both keep errno.
   May collect. */
void stm_leave(void);
void stm_enter(void);

/* Nesting; no transaction break inside.  The counter is restored by an abort. */
static inline void stm_atomic_begin(void) { STM_SEG->atomic++; }
static inline void stm_atomic_end(void)
{
    if (--STM_SEG->atomic == 0)
        STM_SEG->nursery_mark = 0;             /* a break is due */
}
static inline int stm_is_atomic(void) { return STM_SEG->atomic != 0; }

/* Aborts the transaction and runs it again from its checkpoint.  Never returns.  Must not be called when inevitable. */
void stm_abort_and_restart(void) __attribute__((noreturn));

/* retry(): abandons the transaction, sleeps until something it read changes (or stm_poke), and runs it again.  Returns -1
   at once, having done nothing, when the transaction is inevitable. */
int stm_retry(void);

/* For locks that are ordinary objects: called by a transaction that has read `obj` and found that it must wait.  Commits the transaction, sleeps
   until a commit changes `obj`, then starts a new transaction and returns 1; the caller looks again.  Wakes up early
   after `timeout_ns` (>= 0; returns 0) and after stm_poke (returns 2).  -1 at once when atomic and inevitable; when
   only atomic it does what stm_retry does.  May collect. */
int stm_wait_for_change(stm_ref obj, int64_t timeout_ns);

/* Ordered commits (transaction.run(ordered=True)).  This transaction will commit (or turn inevitable) only when *turn
   == ticket, and adds 1 to *turn when it commits.  Set it at the transaction's start, before anything irreversible:
   returns -1 when it is already inevitable and it is not its turn.  `turn` is raw memory that outlives the waiting. */
int stm_commit_in_order(volatile uint64_t *turn, uint64_t ticket);
/* Adds 1 to *turn outside of any transaction's commit (a ticket whose work is dropped), waking whoever waits. */
void stm_skip_turn(volatile uint64_t *turn);

/* Raw callbacks, called once this transaction has committed or aborted, outside of it; they must not touch the heap.
   One for each `key`; fn NULL removes.  A transaction that is inevitable calls on_commit ones at its end, too. */
void stm_on_commit(void *key, void (*fn)(void *key));
void stm_on_abort(void *key, void (*fn)(void *key));
int stm_has_on_abort(void *key);               /* is a callback registered for `key` in this transaction? */

/* How much a transaction may allocate before a break is due, in bytes (all threads; the runtime shortens it for
   transactions that abort). */
void stm_set_transaction_length(size_t bytes);

/* ---------------------------------------------------------------- raw memory */

/* malloc, undone when the transaction aborts; free, done when it commits.  Usable outside transactions, too. */
/* A block that a committed transaction frees stays readable until all transactions that ran then have ended. */
void *stm_malloc(size_t bytes);
void *stm_calloc(size_t n, size_t bytes);
void *stm_realloc(void *p, size_t bytes);      /* NULL: p is untouched */
void stm_free(void *p);
/* True if `p` points into one of the last blocks that this transaction has made by stm_malloc: nobody else can see it,
   and an abort forgets it, so writing to it is no irreversible act.  False: unknown. */
int stm_raw_is_fresh(const void *p);

/* ---------------------------------------------------------------- segment-local caches */

/* Slot i holds one GC pointer and one raw word.  Per segment: no conflict, no propagation, and any slot's pointer may
   turn NULL at any call that may collect or break.  The pointer keeps its object alive up to the next major collection. */
void stm_cache_journal(uint32_t slot);
static inline stm_ref stm_cache_get(uint32_t slot) { return STM_SEG->cache_refs[slot]; }
static inline uintptr_t stm_cache_word(uint32_t slot) { return STM_SEG->cache_words[slot]; }
static inline void stm_cache_set(uint32_t slot, stm_ref p, uintptr_t word)
{
    STM_SEG->cache_refs[slot] = p;
    STM_SEG->cache_words[slot] = word;
    if (p)
        stm_cache_journal(slot);
}
void stm_cache_clear(void);                    /* this segment's */

/* ---------------------------------------------------------------- weak references and finalizers */

/* An object of a STM_TYPE_WEAKREF type is made by stm_allocate_registered; store the target right after, once, before
   the next call that may collect.  The pointer turns NULL when the target dies.  Reading it needs no barrier. */

/* The object waits for its death; then stm_next_finalizable(queue) hands it out, once, alive again.  Queues are 0..15.
   May be called once for an object and queue.  Never collects. */
void stm_register_finalizer(uint32_t queue, stm_ref obj);
/* The next dead object of that queue, or NULL.  Undone by an abort: call it, and run the finalizer, in a transaction. */
stm_ref stm_next_finalizable(uint32_t queue);
/* Bit q: queue q has something ready.  Looked at after a break check that took the slow path. */
uint32_t stm_finalizers_ready(void);

/* ---------------------------------------------------------------- fork */

/* fork(), with a heap of its own for the child, which has one thread.  As fork(): 0 in the child, -1 and errno.
   Turns inevitable.  May collect. */
int stm_fork(void);

/* ---------------------------------------------------------------- reports */

enum stm_event {
    STM_EVENT_START, STM_EVENT_COMMIT,
    STM_EVENT_ABORT_CONFLICT,                  /* somebody committed what this transaction had read or written */
    STM_EVENT_ABORT_MANUAL,                    /* stm_abort_and_restart */
    STM_EVENT_ABORT_RETRY,
    STM_EVENT_INEVITABLE,                      /* turned inevitable: `reason` */
    STM_EVENT_WAIT_SEGMENT, STM_EVENT_WAIT_COMMIT, STM_EVENT_WAIT_CHANGE, STM_EVENT_WAIT_ORDER, STM_EVENT_WAIT_DONE,
    STM_EVENT_MINOR, STM_EVENT_MINOR_DONE, STM_EVENT_MAJOR, STM_EVENT_MAJOR_DONE,
    STM_EVENT_THREAD_START, STM_EVENT_THREAD_END,
    STM_EVENT_COUNT
};

struct stm_event_record {
    uint64_t time_ns;                          /* CLOCK_MONOTONIC */
    enum stm_event event;
    uint32_t segment;
    int64_t thread;
    const char *reason;                        /* or NULL */
    struct stm_marker here;                    /* where this thread was (code NULL: unknown) */
    struct stm_marker other;                   /* conflict: where the winner wrote; its thread: */
    int64_t other_thread;
};

/* Called at each event, in the thread concerned, which may not touch the heap but for reading the markers' objects
   (immutable fields only).  NULL: none, and events cost nothing. */
void stm_set_event_callback(void (*fn)(const struct stm_event_record *e));

struct stm_stats {
    uint64_t count[STM_EVENT_COUNT];
    uint64_t aborted_ns;                       /* time spent in transactions that aborted */
    uint64_t waited_ns;                        /* all waits */
    uint64_t inevitable_ns;
    uint64_t minor_ns, major_ns;
    uint64_t objects_promoted, bytes_promoted;
};
void stm_stats(struct stm_stats *out);         /* all threads, since start-up */

#endif
