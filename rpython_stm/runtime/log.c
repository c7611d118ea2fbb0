/* The commit log: how changes travel from view to view.
 *
 * Entries form a list; an entry is attached by a compare-and-swap on the `next` of the last one, which the committer
 * must have pulled before.  The holder of the right to commit keeps ENTRY_RESERVED there.  Nothing in an attached
 * entry ever changes.  Once every segment shows an entry, its bytes go into the reference memory, where no running
 * transaction can see them arrive (its pages there are private), and the entry is freed.
 *
 * Objects that a transaction created stand in the reference memory already.  Whoever has such a page private
 * copies their spans: those in entries, and those in stm_state.spans (of transactions that wrote no old object).
 */
#include "internal.h"

#define TRIM_BYTES (1UL << 20)         /* of log, before somebody looks for entries to free */

void stm_log_open(void)
{
    struct entry *e = stm_xmalloc(sizeof *e);
    memset(e, 0, sizeof *e);
    stm_state.log_head = e;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        stm_state.segments[i].seen = e;
        stm_state.segments[i].following = true;
    }
}

void stm_log_close(void)
{
    struct entry *e = stm_state.log_head;
    while (e && e != ENTRY_RESERVED) {
        struct entry *next = e->next;
        free(e);
        e = next;
    }
    stm_state.log_head = NULL;
    stm_state.log_bytes = 0;
    vec_free(&stm_state.spans);
}

/* ---- pulling */

static bool marked(struct stm_segment *s, uintptr_t from, uintptr_t to)
{
    const uint8_t *first = mark_byte(s, from), *last = mark_byte(s, to - 1);
    uint8_t version = s->cb->read_version;
    if (first == last)
        return *first == version;
    return memchr(first, version, last - first + 1) != NULL;
}

bool stm_entry_conflicts(struct stm_segment *s, const struct entry *e)
{
    for (uint32_t i = 0; i < e->n_records; i++) {
        const struct record *r = &e->records[i];
        uintptr_t end = r->kind == RECORD_STRUCT ? r->obj + 1 : r->start + r->size;
        if (marked(s, r->kind == RECORD_STRUCT ? r->obj : r->check, end)) {
            s->other = r->marker;
            s->other_thread = e->thread;
            return true;
        }
    }
    return false;
}

static void patch(const struct modified *m, uintptr_t start, const char *data, size_t size)
{
    uintptr_t from = start > m->start ? start : m->start;
    uintptr_t to = start + size < m->start + m->size ? start + size : m->start + m->size;
    if (from < to)
        memcpy(m->backup + (from - m->start), data + (from - start), to - from);
}

/* What somebody else committed into an array that this transaction has written, too, is part of the backup. */
static void update_backups(struct stm_segment *s, const struct record *r, const char *data)
{
    struct modified *m = stm_modified_lookup(s, r->obj);
    if (m && m->kind == RECORD_ARRAY) {
        patch(m, r->start, data, r->size);
        return;
    }
    for (uintptr_t card = r->start & ~(STM_CARD - 1); card < r->start + r->size; card += STM_CARD) {
        m = stm_modified_lookup(s, card);
        if (m && m->kind == RECORD_CARD && m->obj == r->obj)
            patch(m, r->start, data, r->size);
    }
}

static void show_entry(struct stm_segment *s, const struct entry *e)
{
    for (uint32_t i = 0; i < e->n_spans && stm_rule(RULE_SPANS); i++)
        stm_sync_span(s, e->spans[2 * i], e->spans[2 * i + 1]);
    for (uint32_t i = 0; i < e->n_records; i++) {
        const struct record *r = &e->records[i];
        const char *data = (const char *)e + r->data;
        set_private(s, r->start, r->size);
        memcpy(view_address(s, r->start), data, r->size);
        if (s->n_modified && stm_rule(RULE_BACKUP_UPDATE) && r->kind != RECORD_STRUCT)
            update_backups(s, r, data);
    }
}

void stm_sync_spans(struct stm_segment *s)
{
    if (s->spans_seen == __atomic_load_n(&stm_state.spans.n, __ATOMIC_ACQUIRE))
        return;
    pthread_mutex_lock(&stm_state.heap_lock);
    for (; s->spans_seen < stm_state.spans.n && stm_rule(RULE_PENDING_SPANS); s->spans_seen += 2)
        stm_sync_span(s, stm_state.spans.items[s->spans_seen], stm_state.spans.items[s->spans_seen + 1]);
    pthread_mutex_unlock(&stm_state.heap_lock);
}

bool stm_pull(struct stm_segment *s)
{
    for (;;) {
        struct entry *e = __atomic_load_n(&s->seen->next, __ATOMIC_ACQUIRE);
        if (!e || e == ENTRY_RESERVED)
            return true;
        if (s->running && stm_entry_conflicts(s, e))
            return false;
        stm_sync_spans(s);
        show_entry(s, e);
        __atomic_store_n(&s->seen, e, __ATOMIC_RELEASE);
    }
}

/* ---- making an entry */

static void add_record(struct builder *b, const struct modified *m, uintptr_t start, uintptr_t end, uintptr_t check)
{
    if (b->n == b->capacity) {
        b->capacity = b->capacity ? b->capacity * 2 : 32;
        b->records = stm_xrealloc(b->records, b->capacity * sizeof *b->records);
    }
    b->records[b->n++] = (struct record){.obj = m->obj, .start = start, .size = end - start, .kind = m->kind,
                                         .check = check, .data = b->bytes, .marker = m->marker};
    b->bytes += round_up(end - start, 8);
}

/* Where the item (or the fixed part) begins that holds `address`: that is where its readers left their mark. */
static uintptr_t marked_at(const struct stm_type *t, uintptr_t obj, uintptr_t address)
{
    uintptr_t items = obj + t->items_offset;
    return address < items ? obj : !stm_rule(RULE_CHECK_ITEMS) ? address : address - (address - items) % t->item_size;
}

static bool granule_changed(struct stm_segment *s, const struct modified *m, uintptr_t from, uintptr_t to)
{
    return memcmp(view_address(s, from), m->backup + (from - m->start), to - from) != 0;
}

/* The runs of granules that changed. */
static void add_granules(struct stm_segment *s, struct builder *b, const struct modified *m)
{
    const struct stm_type *t = type_of(view_header(s, m->obj));
    uintptr_t end = m->start + m->size, run = 0;
    for (uintptr_t g = m->start; g < end; g += STM_GRANULE) {
        uintptr_t from = g == m->obj ? g + sizeof(struct stm_header) : g;
        uintptr_t to = g + STM_GRANULE < end ? g + STM_GRANULE : end;
        if (granule_changed(s, m, from, to)) {
            if (!run)
                run = from;
        } else if (run) {
            add_record(b, m, run, g, marked_at(t, m->obj, run));
            run = 0;
        }
    }
    if (run)
        add_record(b, m, run, end, marked_at(t, m->obj, run));
}

struct entry *stm_entry_build(struct stm_segment *s)
{
    struct builder *b = &s->builder;
    b->n = b->bytes = 0;
    for (size_t i = 0; i < s->n_modified; i++) {
        const struct modified *m = &s->modified[i];
        if (m->kind != RECORD_STRUCT)
            add_granules(s, b, m);
        else if (granule_changed(s, m, m->start + sizeof(struct stm_header), m->start + m->size))
            add_record(b, m, m->start + sizeof(struct stm_header), m->start + m->size, m->obj);
    }
    if (b->n == 0)
        return NULL;
    size_t n_spans = s->pending_spans.n / 2 + s->spans.n / 3;
    size_t data = sizeof(struct entry) + b->n * sizeof *b->records + n_spans * 2 * sizeof(uintptr_t);
    struct entry *e = stm_xmalloc(data + b->bytes);
    *e = (struct entry){.thread = s->cb->thread->ident, .bytes = data + b->bytes, .n_records = b->n, .n_spans = n_spans};
    e->records = (struct record *)(e + 1);
    e->spans = (uintptr_t *)(e->records + b->n);
    for (size_t i = 0; i < b->n; i++) {
        struct record *r = &e->records[i];
        *r = b->records[i];
        r->data += data;
        memcpy((char *)e + r->data, view_address(s, r->start), r->size);
    }
    uintptr_t *span = e->spans;
    memcpy(span, s->pending_spans.items, s->pending_spans.n * sizeof *span);
    span += s->pending_spans.n;
    for (size_t i = 0; i < s->spans.n; i += 3) {
        *span++ = s->spans.items[i];
        *span++ = s->spans.items[i + 1];
    }
    return e;
}

/* ---- new objects that were written after their promotion: the reference memory gets their newest bytes */

static void flush_header(struct stm_segment *s, uintptr_t obj)
{
    view_header(s, obj)->bits = (view_header(s, obj)->bits & ~STM_MODIFIED) | STM_WRITE_BARRIER;
}

/* Spans from before a major collection are gone: what is written after it needs one again.  Not for the own view, which has the newest
   bytes: the next minor collection must not copy these there. */
static void flush_object(struct stm_segment *s, uintptr_t obj)
{
    size_t size = size_of(view_header(s, obj));
    if (stm_rule(RULE_FLUSH))
        memcpy(ref_address(obj), view_address(s, obj), size);
    if (s->spans_cleared) {
        stm_check(s->spans_unsynced == s->spans.n);
        vec_push2(&s->spans, obj, obj + size);
        vec_push(&s->spans, SPAN_LARGE);       /* not to be handed out after an abort */
        s->spans_unsynced = s->spans.n;
    }
}

void stm_flush_created(struct stm_segment *s)
{
    for (size_t i = 0; i < s->dirty_created.n; i++) {
        flush_header(s, s->dirty_created.items[i]);
        flush_object(s, s->dirty_created.items[i]);
    }
    s->dirty_created.n = 0;
    for (size_t i = 0; i < s->created_large.n; i++) {
        struct large *l = stm_large_of(s->created_large.items[i]);
        if (!l || !l->dirty)
            continue;
        flush_object(s, l->offset);
        stm_drop_private_range(s, l->offset, l->pages * STM_PAGE);       /* one copy is enough */
        l->dirty = false;
    }
}

/* ---- freeing entries */

static void apply(const struct entry *e)
{
    for (uint32_t i = 0; i < e->n_records; i++) {
        const struct record *r = &e->records[i];
        memcpy(ref_address(r->start), (const char *)e + r->data, r->size);
    }
}

/* Nobody is in that segment and it lags behind: rather than show it all the entries, let it follow. */
static bool detach_idle(struct stm_segment *s)
{
    if (s->cb->thread || s->running)
        return false;
    stm_drop_private(s);
    s->following = true;
    return true;
}

static void advance(struct entry *last)
{
    while (stm_state.log_head != last) {
        struct entry *old = stm_state.log_head, *e = old->next;
        apply(e);
        stm_state.log_head = e;
        __atomic_fetch_sub(&stm_state.log_bytes, e->bytes, __ATOMIC_RELAXED);
        free(old);
    }
}

/* Frees what every segment has seen.  Called by a committer; holds the lock, so that nobody enters an idle segment. */
void stm_log_trim(bool force)
{
    if (!force && __atomic_load_n(&stm_state.log_bytes, __ATOMIC_RELAXED) < TRIM_BYTES)
        return;
    if (pthread_mutex_trylock(&stm_state.lock) != 0)
        return;
    struct entry *last = NULL;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        if (s->following || detach_idle(s))
            continue;
        struct entry *seen = __atomic_load_n(&s->seen, __ATOMIC_ACQUIRE);
        if (!last || seen->number < last->number)
            last = seen;
    }
    if (last)
        advance(last);
    pthread_mutex_unlock(&stm_state.lock);
}

void stm_log_apply_all(void)
{
    struct entry *last = stm_state.log_head;
    for (struct entry *e = last->next; e && e != ENTRY_RESERVED; e = e->next)
        last = e;
    advance(last);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        stm_state.segments[i].seen = last;
}
