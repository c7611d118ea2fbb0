/* The slow paths of the barriers: backups, cards, what the generational collector must know.
 *
 * A card byte says what was done for the items that begin in that card, in this transaction: 0 nothing, 1 a backup
 * exists, 2 also remembered for the next minor collection.  An item may reach into the next card, which then has a
 * backup too.
 */
#include "internal.h"

#define ARENA_CHUNK 65536UL

/* ---- backups */

static char *arena_allocate(struct arena *a, size_t bytes)
{
    bytes = round_up(bytes, 16);
    if (bytes > ARENA_CHUNK)
        stm_fatal(__FILE__, __LINE__, "a fixed-size object is too large");
    if (a->n_chunks == 0 || a->used + bytes > ARENA_CHUNK) {
        if (a->n_chunks)
            a->chunk_index++;
        if (a->chunk_index == a->n_chunks) {
            a->chunks = stm_xrealloc(a->chunks, (a->n_chunks + 1) * sizeof *a->chunks);
            a->chunks[a->n_chunks++] = stm_xmalloc(ARENA_CHUNK);
        }
        a->used = 0;
    }
    char *p = a->chunks[a->chunk_index] + a->used;
    a->used += bytes;
    return p;
}

static inline size_t hash_of(uintptr_t start) { return (start >> 4) * 0x9E3779B97F4A7C15UL >> 32; }

static void index_insert(struct stm_segment *s, size_t i)
{
    size_t h = hash_of(s->modified[i].start) & s->modified_mask;
    while (s->modified_index[h])
        h = (h + 1) & s->modified_mask;
    s->modified_index[h] = i + 1;
}

struct modified *stm_modified_lookup(struct stm_segment *s, uintptr_t start)
{
    if (s->n_modified == 0)
        return NULL;
    size_t h = hash_of(start) & s->modified_mask;
    for (; s->modified_index[h]; h = (h + 1) & s->modified_mask)
        if (s->modified[s->modified_index[h] - 1].start == start)
            return &s->modified[s->modified_index[h] - 1];
    return NULL;
}

static void grow_modified(struct stm_segment *s)
{
    s->modified_capacity = s->modified_capacity ? s->modified_capacity * 2 : 64;
    s->modified = stm_xrealloc(s->modified, s->modified_capacity * sizeof *s->modified);
    free(s->modified_index);
    s->modified_mask = s->modified_capacity * 2 - 1;
    s->modified_index = stm_xmalloc((s->modified_mask + 1) * sizeof *s->modified_index);
    memset(s->modified_index, 0, (s->modified_mask + 1) * sizeof *s->modified_index);
    for (size_t i = 0; i < s->n_modified; i++)
        index_insert(s, i);
}

static void back_up(struct stm_segment *s, uintptr_t obj, uintptr_t start, uint32_t size, uint32_t kind)
{
    if (s->n_modified == s->modified_capacity)
        grow_modified(s);
    struct modified *m = &s->modified[s->n_modified++];
    *m = (struct modified){.obj = obj, .start = start, .size = size, .kind = kind};
    m->backup = arena_allocate(&s->backups, size);
    memcpy(m->backup, view_address(s, start), size);
    index_insert(s, s->n_modified - 1);
    set_private(s, start, size);
    if (STM_UNLIKELY(stm_state.event_callback != NULL) && stm_state.config.marker)
        stm_state.config.marker(&m->marker);
}

void stm_modified_clear(struct stm_segment *s)
{
    if (s->n_modified * 8 > s->modified_mask) {
        memset(s->modified_index, 0, (s->modified_mask + 1) * sizeof *s->modified_index);
    } else {
        for (size_t i = s->n_modified; i-- > 0;) {     /* backwards: chains stay intact */
            size_t h = hash_of(s->modified[i].start) & s->modified_mask;
            while (s->modified_index[h] != i + 1)
                h = (h + 1) & s->modified_mask;
            s->modified_index[h] = 0;
        }
    }
    s->n_modified = 0;
    s->backups.used = 0;
    s->backups.chunk_index = 0;
}

/* ---- the write barrier */

static void note_prebuilt(uintptr_t obj)
{
    uintptr_t i = (obj - STM_PREBUILT_START) / STM_GRANULE;
    __atomic_fetch_or(&stm_state.prebuilt_modified[i >> 6], 1UL << (i & 63), __ATOMIC_RELAXED);
}

/* The end of the last item that begins in the card (items do not fit cards evenly). */
static uintptr_t items_end(const struct stm_type *t, uintptr_t obj, uintptr_t card, uintptr_t obj_end)
{
    uintptr_t end = card + STM_CARD, items = obj + t->items_offset;
    if (end <= items)
        return items < obj_end ? items : obj_end;
    uintptr_t last = (end - 1 - items) / t->item_size;
    end = items + (last + 1) * t->item_size;
    if (end < card + STM_CARD)
        end = card + STM_CARD;
    return end < obj_end ? end : obj_end;
}

static void write_card(struct stm_segment *s, uintptr_t obj, uintptr_t address)
{
    struct stm_header *h = view_header(s, obj);
    uintptr_t card = address & ~(STM_CARD - 1);
    uint8_t *byte = card_byte(s, card);
    if (*byte == 2)
        return;
    if (obj < STM_PREBUILT_LIMIT)
        note_prebuilt(obj);
    if (!s->cb->one_thread) {
        uintptr_t obj_end = obj + size_of(h);
        uintptr_t end = items_end(type_of(h), obj, card, obj_end);
        if (is_own(s, h->bits)) {
            stm_large_of(obj)->dirty = true;
            set_private(s, card, end - card);
        } else {
            for (uintptr_t c = card; c < end; c += STM_CARD) {
                uint8_t *b = card_byte(s, c);
                if (*b == 0) {
                    back_up(s, obj, c, obj_end - c < STM_CARD ? obj_end - c : STM_CARD, RECORD_CARD);
                    *b = 1;
                    vec_push(&s->touched_cards, c);
                }
            }
        }
    }
    *byte = 2;
    vec_push2(&s->remembered_cards, card, obj);
}

static void write_object(struct stm_segment *s, uintptr_t obj)
{
    struct stm_header *h = view_header(s, obj);
    if (obj < STM_PREBUILT_LIMIT)
        note_prebuilt(obj);
    if (!s->cb->one_thread && !(h->bits & STM_MODIFIED)) {
        uint32_t size = size_of(h);
        if (is_own(s, h->bits)) {
            vec_push(&s->dirty_created, obj);
            set_private(s, obj, size);
        } else {
            bool items = type_of(h)->item_size != 0;
            back_up(s, obj, obj, size, items ? RECORD_ARRAY : RECORD_STRUCT);
            if (!items && stm_rule(RULE_STRUCT_MARK))
                *mark_byte(s, obj) = s->cb->read_version;
        }
        h->bits |= STM_MODIFIED;
    }
    h->bits &= ~STM_WRITE_BARRIER;
    vec_push(&s->remembered, obj);
}

void stm_write_slow(stm_ref obj)
{
    struct stm_segment *s = stm_segment();
    stm_check(s->running);
    if (obj->h.bits & STM_CARDS)
        write_card(s, (uintptr_t)obj, (uintptr_t)obj);
    else
        write_object(s, (uintptr_t)obj);
}

void stm_write_item_slow(stm_ref obj, uintptr_t item)
{
    struct stm_segment *s = stm_segment();
    stm_check(s->running);
    if (obj->h.bits & STM_CARDS)
        write_card(s, (uintptr_t)obj, item);
    else
        write_object(s, (uintptr_t)obj);
}

void stm_read_range_slow(stm_ref obj, uintptr_t start, size_t bytes)
{
    struct stm_segment *s = stm_segment();
    (void)obj;
    uint8_t *first = mark_byte(s, start), *last = mark_byte(s, start + bytes - 1);
    memset(first, s->cb->read_version, last - first + 1);
}

void stm_write_range_slow(stm_ref obj, uintptr_t start, size_t bytes)
{
    struct stm_segment *s = stm_segment();
    uint32_t bits = obj->h.bits;
    stm_read_range_slow(obj, start, bytes);
    if (!(bits & STM_WRITE_BARRIER))
        return;
    if (!(bits & STM_CARDS)) {
        write_object(s, (uintptr_t)obj);
        return;
    }
    for (uintptr_t card = start & ~(STM_CARD - 1); card < start + bytes; card += STM_CARD)
        write_card(s, (uintptr_t)obj, card > start ? card : start);
}

/* Everybody computes the same value, so it may go straight into the reference memory: one aligned word, torn by nobody. */
void stm_benign_store_slow(uintptr_t address, uintptr_t value)
{
    struct stm_segment *s = stm_segment();
    if (!s->cb->one_thread && page_is_private(s, address))
        *(volatile uintptr_t *)view_address(s, address) = value;
    *(volatile uintptr_t *)ref_address(address) = value;
}
