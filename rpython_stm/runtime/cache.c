/* Segment-local caches: arrays of the segment's own, outside of transactions.
 *
 * The journal lists the slots written in this transaction: a minor collection finds young objects there, which it keeps
 * alive (or else every entry would be lost with the transaction that made it), and an abort clears them, since they may
 * name objects that never were.  A major collection drops the entries that nothing else leads to.
 */
#include "internal.h"

#define JOURNAL_MAX 4096               /* beyond it, all slots are looked at instead */

void stm_cache_open(struct stm_segment *s)
{
    size_t n = stm_state.config.cache_slots;
    s->cb->cache_refs = stm_xmalloc(n * sizeof(stm_ref) + 1);
    s->cb->cache_words = stm_xmalloc(n * sizeof(uintptr_t) + 1);
    memset(s->cb->cache_refs, 0, n * sizeof(stm_ref));
    memset(s->cb->cache_words, 0, n * sizeof(uintptr_t));
}

void stm_cache_close(struct stm_segment *s)
{
    free(s->cb->cache_refs);
    free(s->cb->cache_words);
    vec_free(&s->cache_journal);
}

void stm_cache_journal(uint32_t slot)
{
    struct stm_segment *s = stm_segment();
    if (s->cache_journal.n < JOURNAL_MAX)
        vec_push(&s->cache_journal, slot);
    else
        s->cache_journal_full = true;
}

/* Roots of a minor collection. */
void stm_cache_minor(struct stm_segment *s)
{
    uintptr_t *refs = (uintptr_t *)s->cb->cache_refs;
    if (s->cache_journal_full) {
        for (uint32_t i = 0; i < stm_state.config.cache_slots; i++)
            stm_forward(s, &refs[i]);
    } else {
        for (size_t i = 0; i < s->cache_journal.n; i++)
            stm_forward(s, &refs[s->cache_journal.items[i]]);
    }
    if (s->cb->one_thread)
        stm_cache_commit(s);
}

void stm_cache_commit(struct stm_segment *s)
{
    s->cache_journal.n = 0;
    s->cache_journal_full = false;
}

void stm_cache_abort(struct stm_segment *s)
{
    stm_ref *refs = s->cb->cache_refs;
    if (s->cache_journal_full)
        memset(refs, 0, stm_state.config.cache_slots * sizeof *refs);
    for (size_t i = 0; i < s->cache_journal.n; i++)
        refs[s->cache_journal.items[i]] = NULL;
    stm_cache_commit(s);
}

void stm_cache_major(void)
{
    for (uint32_t k = 1; k <= stm_state.n_segments; k++) {
        stm_ref *refs = stm_state.segments[k].cb->cache_refs;
        for (uint32_t i = 0; i < stm_state.config.cache_slots; i++)
            if ((uintptr_t)refs[i] >= STM_OLD_START && !stm_is_marked((uintptr_t)refs[i]))
                refs[i] = NULL;
    }
}

void stm_cache_clear(void)
{
    struct stm_segment *s = stm_segment();
    memset(s->cb->cache_refs, 0, stm_state.config.cache_slots * sizeof(stm_ref));
    stm_cache_commit(s);
}
