/* Raw memory: an abort takes a malloc back, and a free waits.
 *
 * A transaction's blocks are kept in a hash set.  What a committed transaction freed goes into limbo until all
 * transactions that ran at that instant have ended: they may still read it through their older view of the heap.
 */
#include "internal.h"
#include <malloc.h>

#define REMOVED ((void *)1)

struct batch { struct batch *next; void **blocks; size_t n; uint64_t serials[]; };

static pthread_mutex_t raw_lock = PTHREAD_MUTEX_INITIALIZER;
static struct batch *limbo_first, **limbo_last = &limbo_first;

static bool recording(struct stm_thread *t)
{
    return t && t->segment && t->segment->running && !t->segment->cb->inevitable;
}

/* ---- the set of this transaction's blocks */

static size_t raw_hash(const void *p) { return (uintptr_t)p * 0x9E3779B97F4A7C15UL >> 32; }

static void raw_insert(struct stm_thread *t, void *p)
{
    size_t h = raw_hash(p) & t->raw_mask;
    while (t->raw_table[h])            /* removed places are not used again: they go when the table grows or is emptied */
        h = (h + 1) & t->raw_mask;
    t->raw_table[h] = p;
    t->raw_used++;
}

static void raw_add(struct stm_thread *t, void *p, size_t bytes)
{
    if (!t->raw_table || t->raw_used * 2 > t->raw_mask) {
        void **old = t->raw_table;
        size_t n = old ? t->raw_mask + 1 : 0;
        t->raw_mask = n ? n * 2 - 1 : 63;
        t->raw_table = stm_xmalloc((t->raw_mask + 1) * sizeof *old);
        memset(t->raw_table, 0, (t->raw_mask + 1) * sizeof *old);
        t->raw_used = 0;
        for (size_t i = 0; i < n; i++)
            if (old[i] && old[i] != REMOVED)
                raw_insert(t, old[i]);
        free(old);
    }
    raw_insert(t, p);
    uint32_t i = t->raw_last++ % 8;
    t->raw_fresh[i].start = (uintptr_t)p;
    t->raw_fresh[i].end = (uintptr_t)p + bytes;
}

static bool raw_remove(struct stm_thread *t, void *p)
{
    if (!t->raw_table || t->raw_used == 0)
        return false;
    for (size_t h = raw_hash(p) & t->raw_mask; t->raw_table[h]; h = (h + 1) & t->raw_mask)
        if (t->raw_table[h] == p) {
            t->raw_table[h] = REMOVED;
            for (int i = 0; i < 8; i++)
                if (t->raw_fresh[i].start == (uintptr_t)p)
                    t->raw_fresh[i].end = 0;
            return true;
        }
    return false;
}

static void raw_forget(struct stm_thread *t)
{
    if (t->raw_used) {
        memset(t->raw_table, 0, (t->raw_mask + 1) * sizeof *t->raw_table);
        t->raw_used = 0;
    }
    if (t->raw_last) {
        memset(t->raw_fresh, 0, sizeof t->raw_fresh);
        t->raw_last = 0;
    }
}

/* ---- what the client calls */

void *stm_malloc(size_t bytes)
{
    void *p = malloc(bytes ? bytes : 1);
    if (p && recording(stm_self))
        raw_add(stm_self, p, bytes);
    return p;
}

void *stm_calloc(size_t n, size_t bytes)
{
    void *p = calloc(n ? n : 1, bytes ? bytes : 1);
    if (p && recording(stm_self))
        raw_add(stm_self, p, n * bytes);
    return p;
}

void *stm_realloc(void *p, size_t bytes)
{
    if (!p)
        return stm_malloc(bytes);
    struct stm_thread *t = stm_self;
    if (!t || !t->segment || t->segment->cb->one_thread)
        return realloc(p, bytes ? bytes : 1);
    size_t old = malloc_usable_size(p);
    void *q = stm_malloc(bytes);
    if (!q)
        return NULL;
    memcpy(q, p, old < bytes ? old : bytes);
    stm_free(p);
    return q;
}

void stm_free(void *p)
{
    if (!p)
        return;
    if (stm_state.destroying) {        /* by the collector; whoever made it must not free it again */
        for (struct stm_thread *t = stm_state.threads; t; t = t->next)
            if (raw_remove(t, p))
                break;
        free(p);
        return;
    }
    struct stm_thread *t = stm_self;
    if (!t || !t->segment || !t->segment->running || t->segment->cb->one_thread || raw_remove(t, p))
        free(p);
    else
        vec_push(&t->raw_frees, (uintptr_t)p);
}

int stm_raw_is_fresh(const void *p)
{
    struct stm_thread *t = stm_self;
    for (int i = 0; i < 8; i++)
        if ((uintptr_t)p - t->raw_fresh[i].start < t->raw_fresh[i].end - t->raw_fresh[i].start &&
            t->raw_fresh[i].end > t->raw_fresh[i].start)
            return 1;
    return 0;
}

/* ---- limbo */

static bool may_go(const struct batch *b)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (b->serials[i] & 1 && __atomic_load_n(&stm_state.segments[i].serial, __ATOMIC_SEQ_CST) == b->serials[i])
            return false;
    return true;
}

static void free_batch(struct batch *b)
{
    for (size_t i = 0; i < b->n; i++)
        free(b->blocks[i]);
    free(b->blocks);
    free(b);
}

static void into_limbo(struct vec *frees)
{
    struct batch *b = stm_xmalloc(sizeof *b + (stm_state.n_segments + 1) * sizeof *b->serials);
    b->next = NULL;
    b->blocks = (void **)frees->items;
    b->n = frees->n;
    memset(frees, 0, sizeof *frees);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        b->serials[i] = __atomic_load_n(&stm_state.segments[i].serial, __ATOMIC_SEQ_CST);
    pthread_mutex_lock(&raw_lock);
    *limbo_last = b;
    limbo_last = &b->next;
    while (limbo_first && may_go(limbo_first)) {
        b = limbo_first;
        limbo_first = b->next;
        if (!limbo_first)
            limbo_last = &limbo_first;
        free_batch(b);
    }
    pthread_mutex_unlock(&raw_lock);
}

void stm_raw_commit(struct stm_thread *t)
{
    raw_forget(t);
    if (t->raw_frees.n)
        into_limbo(&t->raw_frees);
}

void stm_raw_abort(struct stm_thread *t)
{
    if (t->raw_used)
        for (size_t i = 0; i <= t->raw_mask; i++)
            if (t->raw_table[i] && t->raw_table[i] != REMOVED)
                free(t->raw_table[i]);
    raw_forget(t);
    t->raw_frees.n = 0;
}

void stm_raw_close(struct stm_thread *t)
{
    free(t->raw_table);
    t->raw_table = NULL;
    vec_free(&t->raw_frees);
}

/* Nobody runs any more. */
void stm_raw_empty_limbo(void)
{
    while (limbo_first) {
        struct batch *b = limbo_first;
        limbo_first = b->next;
        free_batch(b);
    }
    limbo_last = &limbo_first;
}

void stm_raw_pressure(int64_t bytes) { __atomic_fetch_add(&stm_state.raw_bytes, bytes, __ATOMIC_RELAXED); }
