/* The old space: who has which bytes.
 *
 * Pages are handed out by a bitmap.  Objects below STM_LARGE_SIZE live in blocks of 64 KB, all of one size class; a
 * block belongs to one segment while that fills it.  Larger objects have pages of their own.  What is free in a
 * block follows from the mark bits of the last major collection: nothing is written into free memory, and a slot is
 * handed out once between two major collections.  The exception are the spans of aborted transactions.
 */
#define _GNU_SOURCE
#include "internal.h"
#include <sys/mman.h>

#define OLD_PAGES  ((STM_OLD_LIMIT - STM_OLD_START) / STM_PAGE)
#define OLD_BLOCKS ((STM_OLD_LIMIT - STM_OLD_START) / STM_BLOCK)
#define MARK_BYTES (STM_OLD_LIMIT / STM_GRANULE / 8)

enum { BLOCK_FREE, BLOCK_SMALL };
struct block { uint8_t kind, cls; };

uint8_t stm_class_of[STM_LARGE_SIZE / STM_GRANULE + 1];
uint32_t stm_class_size[STM_MAX_CLASSES];
unsigned stm_n_classes;

static uint64_t *page_used;                    /* a bit a page */
static struct block *blocks;
static uint32_t *large_of_page;                /* index into `larges`, + 1, at an object's first page */
static struct large *larges;
static size_t n_larges;
static struct vec free_larges;
static struct vec partial[STM_MAX_CLASSES];    /* blocks with room, by the last sweep */
static uintptr_t top_page, page_hint, block_hint;

static void make_classes(void)
{
    stm_n_classes = 0;
    size_t granule = 1;
    for (size_t size = 16; size <= 512; size += 16)
        stm_class_size[stm_n_classes++] = size;
    for (size_t n = 113; n >= 8; n -= n > 16 ? n / 8 : 1)         /* at most an eighth is wasted */
        stm_class_size[stm_n_classes++] = STM_BLOCK / n & ~(STM_GRANULE - 1);
    for (unsigned cls = 0; cls < stm_n_classes; cls++)
        for (; granule <= STM_LARGE_SIZE / STM_GRANULE && granule * STM_GRANULE <= stm_class_size[cls]; granule++)
            stm_class_of[granule] = cls;
}

void stm_oldspace_open(void)
{
    make_classes();
    page_used = stm_reserve(OLD_PAGES / 8);
    blocks = stm_reserve(OLD_BLOCKS * sizeof *blocks);
    large_of_page = stm_reserve(OLD_PAGES * sizeof *large_of_page);
    larges = stm_reserve(OLD_PAGES / 2 * sizeof *larges);
    stm_state.mark_bits = stm_reserve(MARK_BYTES);
    stm_state.prebuilt_modified = stm_reserve((STM_PREBUILT_LIMIT - STM_PREBUILT_START) / STM_GRANULE / 8);
    if (!page_used || !blocks || !large_of_page || !larges || !stm_state.mark_bits || !stm_state.prebuilt_modified)
        stm_fatal(__FILE__, __LINE__, "no address space for the old space's tables");
    n_larges = 0;
    top_page = page_hint = block_hint = 0;
}

void stm_oldspace_close(void)
{
    munmap(page_used, OLD_PAGES / 8);
    munmap(blocks, OLD_BLOCKS * sizeof *blocks);
    munmap(large_of_page, OLD_PAGES * sizeof *large_of_page);
    munmap(larges, OLD_PAGES / 2 * sizeof *larges);
    munmap(stm_state.mark_bits, MARK_BYTES);
    munmap(stm_state.prebuilt_modified, (STM_PREBUILT_LIMIT - STM_PREBUILT_START) / STM_GRANULE / 8);
    vec_free(&free_larges);
    for (unsigned cls = 0; cls < STM_MAX_CLASSES; cls++)
        vec_free(&partial[cls]);
}

uintptr_t stm_old_top(void) { return STM_OLD_START + __atomic_load_n(&top_page, __ATOMIC_RELAXED) * STM_PAGE; }

/* ---- pages */

static void mark_pages(uintptr_t page, size_t n, bool used)
{
    for (size_t i = page; i < page + n; i++) {
        uint64_t bit = 1UL << (i & 63);
        if (used)
            page_used[i >> 6] |= bit;
        else
            page_used[i >> 6] &= ~bit;
    }
    if (used && page + n > top_page)
        __atomic_store_n(&top_page, page + n, __ATOMIC_RELAXED);
    __atomic_fetch_add(&stm_state.heap_bytes, used ? n * STM_PAGE : -n * STM_PAGE, __ATOMIC_RELAXED);
}

/* The first run of n free pages at or after `page`; OLD_PAGES or more when there is none. */
static uintptr_t find_run(uintptr_t page, size_t n)
{
    uintptr_t run = page;
    while (run + n <= OLD_PAGES) {
        if (page == run + n)
            return run;
        if (page >= top_page)                          /* beyond it all is free */
            return run;
        uint64_t word = page_used[page >> 6] >> (page & 63);
        if (word == 0) {
            uintptr_t next = (page | 63) + 1;
            page = next < run + n ? next : run + n;
        } else if (word & 1) {
            uint64_t free_from = ~word;
            page = free_from == 0 || (page & 63) + __builtin_ctzl(free_from) >= 64 ? (page | 63) + 1
                                                                                   : page + __builtin_ctzl(free_from);
            run = page;
        } else {
            uintptr_t next = page + __builtin_ctzl(word);
            page = next < run + n ? next : run + n;
        }
    }
    return OLD_PAGES;
}

static uintptr_t take_pages(size_t n)
{
    uintptr_t page = find_run(page_hint, n);
    if (page + n > OLD_PAGES)
        return OLD_PAGES;
    mark_pages(page, n, true);
    if (n < 2 * STM_BLOCK_PAGES)                       /* a big run leaves the small holes before it to others */
        page_hint = page + n;
    return page;
}

static uintptr_t take_block(void)
{
    uint16_t *used = (uint16_t *)page_used;
    uintptr_t block = block_hint;
    while (block < OLD_BLOCKS && used[block])
        block++;
    if (block == OLD_BLOCKS)
        stm_fatal(__FILE__, __LINE__, "the old space's address range is full");
    block_hint = block + 1;
    mark_pages(block * STM_BLOCK_PAGES, STM_BLOCK_PAGES, true);
    return block;
}

/* ---- small objects */

bool stm_is_marked(uintptr_t offset)
{
    return stm_state.mark_bits[offset >> 10] >> (offset >> 4 & 63) & 1;
}

bool stm_set_mark(uintptr_t offset)
{
    uint64_t *word = &stm_state.mark_bits[offset >> 10], bit = 1UL << (offset >> 4 & 63);
    if (*word & bit)
        return false;
    *word |= bit;
    return true;
}

void stm_clear_all_marks(void)
{
    size_t from = STM_PREBUILT_START >> 7, to = round_up(stm_prebuilt_end, 512 * STM_GRANULE) >> 7;
    memset((char *)stm_state.mark_bits + from, 0, to - from);
    from = STM_OLD_START >> 7;
    to = round_up(stm_old_top(), 512 * STM_GRANULE) >> 7;
    if (to - from > 1UL << 20) {
        from = round_up(from, STM_PAGE);
        memset((char *)stm_state.mark_bits + (STM_OLD_START >> 7), 0, from - (STM_OLD_START >> 7));
        madvise((char *)stm_state.mark_bits + from, round_up(to - from, STM_PAGE), MADV_DONTNEED);
    } else {
        memset((char *)stm_state.mark_bits + from, 0, to - from);
    }
}

static void note_span(struct stm_segment *s, unsigned cls)
{
    struct size_class *c = &s->classes[cls];
    if (c->current != c->span) {
        vec_push2(&s->spans, c->span, c->current);
        vec_push(&s->spans, cls);
        c->span = c->current;
    }
}

/* The next run of free slots in the class's block. */
static bool next_run(struct size_class *c, size_t size)
{
    uintptr_t p = c->end;
    while (p + size <= c->block_end && stm_is_marked(p))
        p += size;
    if (p + size > c->block_end)
        return false;
    c->current = c->span = p;
    while (p + size <= c->block_end && !stm_is_marked(p))
        p += size;
    c->end = p;
    return true;
}

static void use_run(struct size_class *c, uintptr_t start, uintptr_t end)
{
    c->current = c->span = start;
    c->end = end;
}

uintptr_t stm_old_allocate_slow(struct stm_segment *s, unsigned cls)
{
    struct size_class *c = &s->classes[cls];
    size_t size = stm_class_size[cls];
    note_span(s, cls);
    for (;;) {
        if (next_run(c, size))
            break;
        struct vec *given_back = &s->free_spans[cls];
        if (given_back->n) {
            given_back->n -= 2;
            use_run(c, given_back->items[given_back->n], given_back->items[given_back->n + 1]);
            c->block_end = 0;
            break;
        }
        pthread_mutex_lock(&stm_state.heap_lock);
        uintptr_t block;
        if (partial[cls].n) {
            block = partial[cls].items[--partial[cls].n];
        } else {
            block = take_block();
            blocks[block] = (struct block){BLOCK_SMALL, cls};
        }
        pthread_mutex_unlock(&stm_state.heap_lock);
        uintptr_t start = STM_OLD_START + block * STM_BLOCK;
        use_run(c, start, start);
        c->block_end = start + STM_BLOCK;
    }
    uintptr_t p = c->current;
    c->current += size;
    return p;
}

void stm_gather_spans(struct stm_segment *s)
{
    for (unsigned cls = 0; cls < stm_n_classes; cls++)
        note_span(s, cls);
}

void stm_abandon_spans(struct stm_segment *s)
{
    stm_gather_spans(s);
    for (size_t i = 0; i < s->spans.n; i += 3)
        if (s->spans.items[i + 2] != SPAN_LARGE)
            vec_push2(&s->free_spans[s->spans.items[i + 2]], s->spans.items[i], s->spans.items[i + 1]);
    s->spans.n = s->spans_unsynced = 0;
}

/* ---- large objects */

uintptr_t stm_large_allocate(size_t size, bool force)
{
    size_t n = (size + STM_PAGE - 1) / STM_PAGE;
    if (!force && stm_state.max_heap && stm_state.heap_bytes + n * STM_PAGE > stm_state.max_heap)
        return 0;
    pthread_mutex_lock(&stm_state.heap_lock);
    uintptr_t page = take_pages(n);
    if (page >= OLD_PAGES) {
        page_hint = 0;
        page = take_pages(n);
    }
    uintptr_t offset = 0;
    if (page < OLD_PAGES) {
        size_t index = free_larges.n ? free_larges.items[--free_larges.n] : n_larges++;
        offset = STM_OLD_START + page * STM_PAGE;
        larges[index] = (struct large){.offset = offset, .pages = n, .dirty = true, .used = true};
        large_of_page[page] = index + 1;
    }
    pthread_mutex_unlock(&stm_state.heap_lock);
    return offset;
}

struct large *stm_large_of(uintptr_t offset)
{
    if (offset < STM_OLD_START || offset % STM_PAGE)
        return NULL;
    uint32_t index = large_of_page[(offset - STM_OLD_START) / STM_PAGE];
    return index ? &larges[index - 1] : NULL;
}

/* The views' private pages over it must be gone. */
void stm_large_free(struct large *l)
{
    uintptr_t page = (l->offset - STM_OLD_START) / STM_PAGE;
    stm_punch(l->offset, l->pages * STM_PAGE);
    pthread_mutex_lock(&stm_state.heap_lock);
    large_of_page[page] = 0;
    mark_pages(page, l->pages, false);
    if (page < page_hint)
        page_hint = page;
    if (page / STM_BLOCK_PAGES < block_hint)
        block_hint = page / STM_BLOCK_PAGES;
    l->used = false;
    vec_push(&free_larges, l - larges);
    pthread_mutex_unlock(&stm_state.heap_lock);
}

/* ---- sweep: the world is stopped, all views' private pages were dropped or are about to be */

static size_t count_marks(uintptr_t start)
{
    size_t n = 0;
    uint64_t *word = &stm_state.mark_bits[start >> 10];
    for (size_t i = 0; i < STM_BLOCK / STM_GRANULE / 64; i++)
        n += __builtin_popcountl(word[i]);
    return n;
}

static void sweep_blocks(void)
{
    uintptr_t n_blocks = (top_page + STM_BLOCK_PAGES - 1) / STM_BLOCK_PAGES, run = 0;
    for (unsigned cls = 0; cls < stm_n_classes; cls++)
        partial[cls].n = 0;
    size_t run_length = 0;
    for (uintptr_t block = 0; block <= n_blocks; block++) {
        bool freed = false;
        if (block < n_blocks && blocks[block].kind == BLOCK_SMALL) {
            unsigned cls = blocks[block].cls;
            size_t live = count_marks(STM_OLD_START + block * STM_BLOCK);
            if (live == 0)
                freed = true;
            else if (live < STM_BLOCK / stm_class_size[cls])
                vec_push(&partial[cls], block);
        }
        if (freed) {
            blocks[block].kind = BLOCK_FREE;
            mark_pages(block * STM_BLOCK_PAGES, STM_BLOCK_PAGES, false);
            if (!run_length)
                run = block;
            run_length++;
        } else if (run_length) {                       /* one system call for neighbours */
            stm_punch(STM_OLD_START + run * STM_BLOCK, run_length * STM_BLOCK);
            run_length = 0;
        }
    }
}

void stm_sweep(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        memset(s->classes, 0, sizeof s->classes);
        for (unsigned cls = 0; cls < stm_n_classes; cls++)
            s->free_spans[cls].n = 0;
    }
    page_hint = block_hint = 0;
    sweep_blocks();
    for (size_t i = 0; i < n_larges; i++)
        if (larges[i].used && !stm_is_marked(larges[i].offset))
            stm_large_free(&larges[i]);
    while (top_page && !(page_used[(top_page - 1) >> 6] >> ((top_page - 1) & 63) & 1))
        top_page--;
}
