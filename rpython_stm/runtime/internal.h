/* What the files of the runtime share.  Read stm.h first: it tells how everything works together. */
#ifndef STM_INTERNAL_H
#define STM_INTERNAL_H

#include "stm.h"
#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STM_PAGE        4096UL
#define STM_CARD        (1UL << STM_CARD_SHIFT)
#define STM_GRANULE     16UL
#define STM_BLOCK       65536UL                       /* small objects of one size class live in blocks of this size */
#define STM_BLOCK_PAGES (STM_BLOCK / STM_PAGE)
/* The reference memory has the place of one more view (no higher than needed: valgrind has less address space). */
#define STM_REF_VIEW    ((uintptr_t)(stm_state.n_segments + 1) << STM_VIEW_SHIFT)
#define STM_MAX_CLASSES 64
#define STM_QUEUES      16
#define STM_REGIONS     8
#define SPAN_LARGE      UINTPTR_MAX                   /* in place of a size class */

#ifdef STM_DEBUG
#define stm_check(cond) ((cond) ? (void)0 : stm_fatal(__FILE__, __LINE__, #cond))
#else
#define stm_check(cond) ((void)0)
#endif
/* Tests leave one rule of the protocol out, to see that they notice (debug variant only). */
enum { RULE_SPANS = 1, RULE_ITEM_MARK = 2, RULE_BACKUP_UPDATE = 4, RULE_FLUSH = 8, RULE_OWN_VIEW = 16, RULE_RESTORE = 32,
       RULE_PULL_BEFORE_DROP = 64, RULE_STRUCT_MARK = 128, RULE_KEEP_UNCOMMITTED = 256, RULE_CHECK_ITEMS = 512, RULE_PENDING_SPANS = 1024 };
#ifdef STM_DEBUG
extern uint32_t stm_broken_rules;
#define stm_rule(r) (!(stm_broken_rules & (r)))
#else
#define stm_rule(r) 1
#endif
void stm_fatal(const char *file, int line, const char *what) __attribute__((noreturn, cold));

/* ---- growable arrays of words */

struct vec { uintptr_t *items; size_t n, capacity; };
void stm_vec_grow(struct vec *v);
static inline void vec_push(struct vec *v, uintptr_t x)
{
    if (STM_UNLIKELY(v->n == v->capacity))
        stm_vec_grow(v);
    v->items[v->n++] = x;
}
static inline void vec_push2(struct vec *v, uintptr_t x, uintptr_t y) { vec_push(v, x); vec_push(v, y); }
static inline void vec_free(struct vec *v) { free(v->items); memset(v, 0, sizeof *v); }
void stm_vec_append(struct vec *to, struct vec *from);        /* and empties `from` */
void *stm_xmalloc(size_t bytes);                              /* never NULL: the runtime's own needs */
void *stm_xrealloc(void *p, size_t bytes);
void *stm_reserve(size_t bytes);                              /* sparse zeroed memory, NULL on failure */

/* ---- the commit log */

enum record_kind { RECORD_STRUCT, RECORD_ARRAY, RECORD_CARD };

/* One changed range of committed bytes. */
struct record {
    uintptr_t obj, start;
    uint32_t size, kind;
    uintptr_t check;                   /* marks of [check, start + size) are looked at; of a struct only that of `obj` */
    size_t data;                       /* offset in the entry */
    struct stm_marker marker;
};

/* One commit.  Immutable once attached.  Behind it stand its records, its spans (pairs), and the new bytes. */
struct entry {
    struct entry *next;                /* atomic; NULL at the end, ENTRY_RESERVED while somebody holds the right to commit */
    uint64_t number;
    int64_t thread;
    size_t bytes;
    uint32_t n_records, n_spans;
    uintptr_t *spans;
    struct record *records;
};
#define ENTRY_RESERVED ((struct entry *)1)

/* ---- what a running transaction has written */

/* The backup of an old object, or of one card of a large one. */
struct modified {
    uintptr_t obj, start;
    uint32_t size, kind;
    char *backup;
    struct stm_marker marker;
};

/* The records of an entry in the making. */
struct builder { struct record *records; size_t n, capacity, bytes; };

struct arena { char **chunks; size_t n_chunks, used, chunk_index; };

/* Bump allocation for one size class: [current, end) is free; [span, current) was handed out and is in no span yet. */
struct size_class { uintptr_t current, end, span, block_end; };

struct nursery { uintptr_t start, limit, zeroed; };

struct stm_segment {
    uint32_t number;
    uintptr_t view;
    struct stm_control_block *cb;      /* plain address */
    bool running;                      /* a transaction runs here */
    bool rolled_back;                  /* ... and was rolled back at a safe point: its thread has still to jump */
    bool token;                        /* ... and holds the right to commit */
    bool following;                    /* nobody here, no private page: the view is the reference memory */
    bool retry_sleeper;                /* its thread sleeps in stm_retry and keeps the read marks */
    struct entry *seen;                /* the last entry this view shows */
    size_t spans_seen;                 /* of stm_state.spans */
    uint32_t creation_number;          /* in the header of objects this transaction has promoted; 0: none yet */

    struct modified *modified;
    size_t n_modified, modified_capacity;
    uint32_t *modified_index;          /* hash of `start`; index + 1 */
    size_t modified_mask;
    struct arena backups;
    struct builder builder;
    struct vec remembered;             /* old objects written since the last minor collection */
    struct vec remembered_cards;       /* pairs: card, object */
    struct vec touched_cards;          /* cards that have a backup */
    struct vec dirty_created;          /* objects of this transaction, written after their promotion */
    struct vec spans;                  /* triples: start, end, size class; promoted in this transaction */
    size_t spans_unsynced;             /* ... from here on, by the running minor collection */
    bool spans_cleared;                /* a major collection made the spans so far needless: all pages were dropped */
    struct vec pending_spans;          /* pairs; committed, but in no entry yet */
    struct vec created_large, young_large;
    size_t young_large_bytes;
    struct vec young_weakrefs, new_weakrefs;
    struct vec young_destructors, new_destructors;
    struct vec young_finalizers, new_finalizers;     /* pairs: queue, object */
    struct vec popped;                 /* pairs: queue, object taken by stm_next_finalizable */
    struct vec shadows;                /* places reserved for young objects, whose bits >> 8 is the index here */
    struct vec gray;
    struct vec free_spans[STM_MAX_CLASSES];          /* pairs; given back by aborts */
    struct vec cache_journal;
    bool cache_journal_full;
    struct size_class classes[STM_MAX_CLASSES];
    struct nursery nursery;
    uint64_t *private_bits;            /* page of an offset: is it private to this view (or may be) */
    size_t n_private;

    volatile uint64_t *turn;           /* commit in order; NULL: no order */
    uint64_t ticket;
    uint64_t serial;                   /* atomic; odd while a transaction runs */
    uint32_t begun;                    /* transactions */
    size_t grace;                      /* bytes that may be allocated after "out of memory" was reported */
    uint64_t start_ns;
    uint64_t inevitable_ns;
    struct stm_marker other;           /* of the last conflict */
    int64_t other_thread;
    struct stm_stats stats;
};

/* ---- threads */

struct context { uintptr_t rbx, rbp, r12, r13, r14, r15, rsp, rip; char *stack; size_t stack_bytes; };

struct checkpoint {
    struct context context;
    size_t stack_capacity;
    stm_ref *roots;
    size_t n_roots, roots_capacity;
    uint64_t atomic;
    uintptr_t client_words[STM_CLIENT_WORDS];
    stm_ref client_refs[STM_CLIENT_REFS];
    char *regions[STM_REGIONS];
    stm_ref *root_regions[STM_REGIONS];
    bool valid;
};

struct stm_thread {
    struct stm_thread *next, *previous;
    int64_t ident;
    struct stm_segment *segment;       /* NULL while outside */
    struct stm_segment *last_segment;
    char *stack_base;
    char *abort_stack;
    stm_ref *shadowstack;
    size_t shadowstack_bytes;
    /* the thread's part of the control block, while outside */
    stm_ref *saved_top;
    uint64_t saved_atomic;
    uintptr_t saved_words[STM_CLIENT_WORDS];
    stm_ref saved_refs[STM_CLIENT_REFS];
    struct checkpoint checkpoint;
    struct { void *start; size_t bytes; } regions[STM_REGIONS];
    struct { stm_ref *start; size_t count; } root_regions[STM_REGIONS];
    uint32_t n_regions, n_root_regions;
    uint32_t aborts;                   /* in a row */
    size_t length;                     /* of the next transaction, in bytes allocated */
    uint32_t kept_segment;             /* nesting of stm_leave while atomic */
    uint64_t wait_serial;              /* a new thread waits until this inevitable transaction has ended */
    enum stm_event abort_event;
    const char *abort_reason;
    /* raw memory of the running transaction: an open-addressing set of blocks, and the frees to do */
    void **raw_table;
    size_t raw_used, raw_mask;
    struct vec raw_frees;
    struct { uintptr_t start, end; } raw_fresh[8];   /* the last blocks made; cleared at the end */
    uint32_t raw_last;
    struct vec on_commit, on_abort;    /* pairs: key, function */
    /* sleeping in stm_wait_for_change or stm_retry */
    sem_t wake;
    uintptr_t watched;
    bool woken;
    struct stm_thread *next_waiter;
    void (*function)(void *);
    void *argument;
    void *test_jump;                   /* tests: a jmp_buf that stands for the checkpoint */
};

extern __thread struct stm_thread *stm_self;

/* ---- the whole */

/* An object with pages of its own.  young: not yet through a minor collection; dirty: its creator's view is newer. */
struct large { uintptr_t offset; size_t pages; bool young, dirty, used; };

struct stm_state {
    bool is_open, one_thread, test_mode, arch_prctl, stress;
    uint32_t n_segments;
    struct stm_config config;
    int memfd;
    uintptr_t reference;               /* base of the reference memory */
    struct stm_segment *segments;      /* 1..n_segments */

    pthread_mutex_t lock;
    pthread_cond_t segment_free;       /* also: the world goes on */
    pthread_cond_t commit_free;        /* the right to commit, or a turn; also: a safe point is wanted */
    pthread_cond_t parked;             /* the collector waits for it */
    struct stm_thread *stop_owner;     /* atomic; who stopped the world */
    uint32_t n_running;                /* threads that are in a segment and not parked */
    uint32_t n_threads, n_waiting_segment, n_waiting_commit;
    uint32_t alone;                    /* transactions since one thread is left */
    uint64_t next_ticket, serving;     /* waiting for segments is first come, first served */
    uint64_t inevitable_serial;        /* counts ends of transactions that held the right to commit */
    struct stm_thread *threads;
    struct stm_thread *waiters;        /* sleeping in stm_wait_for_change or stm_retry */
    uint32_t n_waiters;                /* atomic */
    uint64_t settle_serial;            /* counts the times that all were pulled to the log's end with the world stopped */
    int64_t last_ident;

    struct entry *log_head;            /* the last entry that is in the reference memory */
    size_t log_bytes;                  /* atomic */
    struct vec spans;                  /* pairs: created, committed, in no entry; emptied by major collections */

    pthread_mutex_t heap_lock;
    size_t heap_bytes;                 /* atomic */
    size_t live_bytes, next_major, max_heap, nursery_size, transaction_length;
    int64_t raw_bytes;                 /* atomic */
    uint32_t last_creation_number;     /* atomic */
    struct stm_thread *main_thread;
    bool reset_creation_numbers;
    struct vec weakrefs, destructors, finalizers;
    struct vec ready[STM_QUEUES];
    size_t ready_first[STM_QUEUES];
    uint32_t ready_mask;
    uint64_t *mark_bits;               /* one for 16 bytes of heap */
    uint64_t *prebuilt_modified;       /* one for 16 bytes: prebuilt objects that were ever written */
    bool destroying;                   /* a major collection calls destructors */
    struct stm_stats old_stats;        /* of segments' past */
    void (*event_callback)(const struct stm_event_record *);
};
extern struct stm_state stm_state;

/* ---- small helpers */

static inline struct stm_segment *stm_segment(void) { return &stm_state.segments[STM_SEG->segment]; }
static inline char *ref_address(uintptr_t offset) { return (char *)(stm_state.reference + offset); }
static inline char *view_address(const struct stm_segment *s, uintptr_t offset) { return (char *)(s->view + offset); }
static inline struct stm_header *view_header(const struct stm_segment *s, uintptr_t offset)
{
    return (struct stm_header *)view_address(s, offset);
}
static inline uint8_t *card_byte(const struct stm_segment *s, uintptr_t offset)
{
    return (uint8_t *)view_address(s, STM_CARD_BASE + (offset >> STM_CARD_SHIFT));
}
static inline uint8_t *mark_byte(const struct stm_segment *s, uintptr_t offset)
{
    return (uint8_t *)view_address(s, offset >> 4);
}
static inline bool page_is_private(const struct stm_segment *s, uintptr_t offset)
{
    return s->private_bits[offset >> 18] >> (offset >> 12 & 63) & 1;
}
static inline void set_private(struct stm_segment *s, uintptr_t start, size_t bytes)
{
    for (uintptr_t page = start >> 12; page <= (start + bytes - 1) >> 12; page++) {
        uint64_t bit = 1UL << (page & 63);
        if (!(s->private_bits[page >> 6] & bit)) {
            s->private_bits[page >> 6] |= bit;
            s->n_private++;
        }
    }
}
static inline const struct stm_type *type_of(const struct stm_header *h)
{
    stm_check(h->tid != 0 && h->tid < stm_state.config.n_types);
    return &stm_state.config.types[h->tid];
}
static inline size_t size_of(const struct stm_header *h)
{
    const struct stm_type *t = type_of(h);
    size_t size = t->fixed_size;
    if (t->item_size)
        size += t->item_size * *(size_t *)((char *)h + t->length_offset);
    size = (size + 7) & ~7UL;
    return size < 16 ? 16 : size;
}
static inline bool is_own(const struct stm_segment *s, uint32_t bits)
{
    return bits >> 8 && bits >> 8 == s->creation_number;
}
static inline bool is_heap(uintptr_t p) { return p >= STM_PREBUILT_START; }
static inline bool stop_wanted(void) { return __atomic_load_n(&stm_state.stop_owner, __ATOMIC_SEQ_CST) != NULL; }
static inline uintptr_t round_up(uintptr_t x, uintptr_t to) { return (x + to - 1) & ~(to - 1); }

/* Calls visit(slot) for each GC pointer slot of the fixed part, and of the items from first to last (exclusive). */
#define STM_TRACE_ITEMS(base, type, first, last, slot, visit) do { \
        for (size_t _i = (first); _i < (last); _i++) \
            for (uint32_t _j = 0; _j < (type)->n_item_refs; _j++) { \
                uintptr_t *slot = (uintptr_t *)((base) + (type)->items_offset + _i * (type)->item_size + \
                                                (type)->item_ref_offsets[_j]); \
                visit; \
            } \
    } while (0)
#define STM_TRACE_FIXED(base, type, slot, visit) do { \
        for (uint32_t _j = 0; _j < (type)->n_refs; _j++) { \
            uintptr_t *slot = (uintptr_t *)((base) + (type)->ref_offsets[_j]); \
            visit; \
        } \
    } while (0)
#define STM_TRACE(base, type, slot, visit) do { \
        STM_TRACE_FIXED(base, type, slot, visit); \
        if ((type)->n_item_refs) \
            STM_TRACE_ITEMS(base, type, 0, *(size_t *)((base) + (type)->length_offset), slot, visit); \
    } while (0)

/* The part of a large object that one card (`from` bytes into it) stands for: its fixed part, and the items that begin there. */
#define STM_TRACE_CARD(base, from, slot, visit) do { \
        char *_at = (base); \
        size_t _from = (from), _to = _from + STM_CARD; \
        const struct stm_type *_t = type_of((struct stm_header *)_at); \
        if (_from == 0) \
            STM_TRACE_FIXED(_at, _t, slot, visit); \
        if (_t->n_item_refs && _to > _t->items_offset) { \
            size_t _n = *(size_t *)(_at + _t->length_offset), _size = _t->item_size; \
            size_t _first = _from <= _t->items_offset ? 0 : (_from - _t->items_offset + _size - 1) / _size; \
            size_t _last = (_to - _t->items_offset + _size - 1) / _size; \
            STM_TRACE_ITEMS(_at, _t, _first, _last < _n ? _last : _n, slot, visit); \
        } \
    } while (0)

/* Calls visit for each GC pointer of a shadow stack; see stm.h about odd slots. */
#define STM_WALK_SHADOWSTACK(base, top, slot, visit) do { \
        uintptr_t _skip = 0; \
        for (stm_ref *slot = (top); slot-- > (base);) { \
            if (!(_skip & 1)) { \
                uintptr_t _n = (uintptr_t)*slot; \
                if (_n & 1) \
                    _skip = _n; \
                else \
                    visit; \
            } \
            _skip >>= 1; \
        } \
    } while (0)

/* ---- address_space.c */
bool stm_space_open(void);
void stm_space_close(void);
void stm_view_share(struct stm_segment *s);            /* one-thread mode: the view is the reference memory */
void stm_view_private(struct stm_segment *s);
void stm_drop_private(struct stm_segment *s);          /* the view shows the reference memory again */
void stm_drop_private_range(struct stm_segment *s, uintptr_t start, size_t bytes);
void stm_clear_marks(struct stm_segment *s);
void stm_set_gs(uintptr_t base);
void stm_punch(uintptr_t start, size_t bytes);         /* gives reference memory back to the system; it reads as zero */
void stm_sync_span(struct stm_segment *s, uintptr_t start, uintptr_t end);

/* ---- oldspace.c */
void stm_oldspace_open(void);
void stm_oldspace_close(void);
uintptr_t stm_old_top(void);
uintptr_t stm_old_allocate_slow(struct stm_segment *s, unsigned cls);
extern uint8_t stm_class_of[STM_LARGE_SIZE / STM_GRANULE + 1];
extern uint32_t stm_class_size[STM_MAX_CLASSES];
extern unsigned stm_n_classes;
/* Room for an object of `size` bytes (less than STM_LARGE_SIZE) in the reference memory. */
static inline uintptr_t stm_old_allocate(struct stm_segment *s, size_t size)
{
    unsigned cls = stm_class_of[(size + STM_GRANULE - 1) / STM_GRANULE];
    struct size_class *c = &s->classes[cls];
    uintptr_t p = c->current;
    if (STM_UNLIKELY(p == c->end))
        return stm_old_allocate_slow(s, cls);
    c->current = p + stm_class_size[cls];
    return p;
}
uintptr_t stm_large_allocate(size_t size, bool force); /* 0: no address space; or, unless forced, memory limit */
struct large *stm_large_of(uintptr_t offset);
void stm_large_free(struct large *l);
void stm_gather_spans(struct stm_segment *s);          /* moves what the size classes handed out into s->spans */
void stm_abandon_spans(struct stm_segment *s);         /* after an abort */
bool stm_is_marked(uintptr_t offset);
bool stm_set_mark(uintptr_t offset);                   /* true if it was not marked */
void stm_clear_all_marks(void);
void stm_sweep(void);

/* ---- barrier.c */
struct modified *stm_modified_lookup(struct stm_segment *s, uintptr_t start);
void stm_modified_clear(struct stm_segment *s);

/* ---- nursery.c */
void stm_nursery_open(struct stm_segment *s);
void stm_nursery_reset(struct stm_segment *s);         /* all of it is free again */
void stm_minor_collection(struct stm_segment *s, bool commits);
void stm_nursery_publish_end(struct stm_segment *s);

/* ---- log.c */
void stm_log_open(void);
void stm_log_close(void);
bool stm_pull(struct stm_segment *s);                  /* false: conflict, nothing of that entry applied */
struct entry *stm_entry_build(struct stm_segment *s);  /* NULL: nothing written */
void stm_log_trim(bool force);
void stm_log_apply_all(void);                          /* world stopped, everybody pulled */
void stm_flush_created(struct stm_segment *s);
bool stm_entry_conflicts(struct stm_segment *s, const struct entry *e);
void stm_sync_spans(struct stm_segment *s);

/* ---- transaction.c */
void stm_start_transaction(void);
void stm_commit_transaction(void);                     /* may abort */
void stm_abort(enum stm_event why, const char *reason) __attribute__((noreturn));
void stm_roll_back(struct stm_segment *s, struct stm_thread *t);
void stm_safe_point(void);                             /* parks while the world is stopped; may abort */
bool stm_at_safe_point(struct stm_segment *s);         /* minor collection, pull, flush; false: rolled back */
bool stm_is_turn(const struct stm_segment *s);
void stm_release_token(struct stm_segment *s, struct entry *e);
void stm_set_mark_for_break(struct stm_segment *s);

/* ---- threads.c */
void stm_acquire_segment(struct stm_thread *t);
void stm_release_segment(struct stm_thread *t);
void stm_load_thread(struct stm_segment *s, struct stm_thread *t);
void stm_store_thread(struct stm_segment *s, struct stm_thread *t);
void stm_yield_segment(struct stm_thread *t);
void stm_park(void);                                   /* an inevitable transaction that is about to block: the world may stop */
void stm_unpark(void);
bool stm_stop_world(void);                             /* false: somebody else had stopped it meanwhile */
void stm_restart_world(void);
void stm_leave_one_thread_mode(void);
void stm_enter_one_thread_mode(void);
struct stm_thread *stm_thread_new(void);
void stm_thread_free(struct stm_thread *t);

/* ---- ticker.c */
void stm_ticker_start(void);
void stm_ticker_stop(void);
void stm_ticker_forget(void);

/* ---- checkpoint.c */
int stm_save_context(struct context *c, struct stm_thread *t) __attribute__((returns_twice));  /* 0, then 1 after an abort */
void stm_checkpoint_state(struct stm_thread *t, struct stm_segment *s);
void stm_checkpoint_restore_state(struct stm_thread *t, struct stm_segment *s);
void stm_checkpoint_jump(struct stm_thread *t) __attribute__((noreturn));

/* ---- for fork.c */
void stm_settle_world(void);                           /* stopped: all pull, the log goes into the reference memory */
int stm_heap_file(void);                                      /* a fresh memfd, at a high number; -1 and errno */
bool stm_space_remap(void);

/* ---- the others */
void stm_major_collection(void);
bool stm_major_due(void);
void stm_minor_weakrefs(struct stm_segment *s);
void stm_major_weakrefs(void);
void stm_minor_finalizers(struct stm_segment *s);
void stm_minor_destructors(struct stm_segment *s);
void stm_major_finalizers(void (*mark)(uintptr_t), void (*mark_children)(uintptr_t));
bool stm_is_finalized(uintptr_t obj);                         /* did the running major collection put it into a queue? */
void stm_major_destructors(void);
void stm_registered_commit(struct stm_segment *s);     /* weakrefs, finalizers, destructors of this transaction are now everybody's */
void stm_registered_abort(struct stm_segment *s);
void stm_forward(struct stm_segment *s, uintptr_t *slot);
bool stm_survivor(struct stm_segment *s, uintptr_t *slot);   /* after a minor collection: updates, or false when dead */
void stm_cache_open(struct stm_segment *s);
void stm_cache_close(struct stm_segment *s);
void stm_cache_minor(struct stm_segment *s);
void stm_cache_commit(struct stm_segment *s);
void stm_cache_abort(struct stm_segment *s);
void stm_cache_major(void);
static inline uintptr_t stm_shadow_of(struct stm_segment *s, const struct stm_header *h) { return s->shadows.items[h->bits >> 8]; }
void stm_raw_commit(struct stm_thread *t);
void stm_raw_abort(struct stm_thread *t);
void stm_raw_close(struct stm_thread *t);
void stm_run_callbacks(struct vec *callbacks);
void stm_wake_waiters(const struct entry *e);
void stm_unregister_waiter(struct stm_thread *t);      /* the lock is held */
uint64_t stm_now(void);
void stm_event(struct stm_segment *s, enum stm_event event, const char *reason);
size_t stm_environment_size(const char *name, size_t otherwise, bool *bad);

#endif
