/* What happens when an object dies: destructors, and queues of finalizable objects.
 *
 * A destructor runs at once, inside the collection.  An object with a finalizer survives minor collections; when a
 * major one finds that nothing else leads to it, it goes into its queue, alive, and the client fetches it from there in a
 * transaction.  If one such object leads to another, the other waits for a later collection; in a cycle, the one that
 * was registered first goes first.
 */
#include "internal.h"

/* ---- destructors */

static void destroy(struct stm_segment *s, uintptr_t obj)
{
    uint8_t inevitable = s->cb->inevitable;
    s->cb->inevitable = 1;
    type_of(view_header(s, obj))->destructor((stm_ref)obj);
    s->cb->inevitable = inevitable;
}

void stm_minor_destructors(struct stm_segment *s)
{
    for (size_t i = 0; i < s->young_destructors.n; i++) {
        uintptr_t obj = s->young_destructors.items[i];
        if (stm_survivor(s, &obj))
            vec_push(&s->new_destructors, obj);
        else
            destroy(s, obj);
    }
    s->young_destructors.n = 0;
}

/* The dead objects' bytes are still there, and nobody has uncommitted changes to them. */
static void destroy_dead(struct vec *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (stm_is_marked(list->items[i]))
            list->items[n++] = list->items[i];
        else
            destroy(stm_segment(), list->items[i]);
    }
    list->n = n;
}

void stm_major_destructors(void)
{
    stm_state.destroying = true;
    destroy_dead(&stm_state.destructors);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        destroy_dead(&stm_state.segments[i].new_destructors);
    stm_state.destroying = false;
}

/* ---- finalizers */

void stm_register_finalizer(uint32_t queue, stm_ref obj)
{
    struct stm_segment *s = stm_segment();
    vec_push2(&s->young_finalizers, queue, (uintptr_t)obj);
}

void stm_minor_finalizers(struct stm_segment *s)
{
    for (size_t i = 0; i < s->young_finalizers.n; i += 2)
        stm_forward(s, &s->young_finalizers.items[i + 1]);
    stm_vec_append(&s->new_finalizers, &s->young_finalizers);
}

/* those that the running major collection found dead, in ascending order: weak references do not lead to them any more */
static struct vec found_dead;

static int compare_addresses(const void *a, const void *b)
{
    uintptr_t x = *(const uintptr_t *)a, y = *(const uintptr_t *)b;
    return (x > y) - (x < y);
}

bool stm_is_finalized(uintptr_t obj)
{
    return found_dead.n > 0 && bsearch(&obj, found_dead.items, found_dead.n, sizeof obj, compare_addresses) != NULL;
}

void stm_major_finalizers(void (*mark)(uintptr_t), void (*mark_children)(uintptr_t))
{
    found_dead.n = 0;
    struct vec *list = &stm_state.finalizers;
    struct vec dead = {0};
    size_t n = 0;
    for (size_t i = 0; i < list->n; i += 2) {
        uintptr_t queue = list->items[i], obj = list->items[i + 1];
        if (stm_is_marked(obj)) {
            list->items[n++] = queue;
            list->items[n++] = obj;
            continue;
        }
        mark_children(obj);
        vec_push2(&dead, queue, obj);
        vec_push(&dead, stm_is_marked(obj));           /* it leads to itself: somebody must be first */
    }
    list->n = n;
    for (size_t i = 0; i < dead.n; i += 3) {
        uintptr_t queue = dead.items[i], obj = dead.items[i + 1];
        if (dead.items[i + 2] || !stm_is_marked(obj)) {
            vec_push(&stm_state.ready[queue], obj);
            vec_push(&found_dead, obj);
            __atomic_fetch_or(&stm_state.ready_mask, 1U << queue, __ATOMIC_RELAXED);
        } else {
            vec_push2(list, queue, obj);
        }
    }
    for (size_t i = 0; i < dead.n; i += 3)
        mark(dead.items[i + 1]);
    vec_free(&dead);
    if (found_dead.n > 1)
        qsort(found_dead.items, found_dead.n, sizeof *found_dead.items, compare_addresses);
}

stm_ref stm_next_finalizable(uint32_t queue)
{
    struct stm_segment *s = stm_segment();
    uintptr_t obj = 0;
    pthread_mutex_lock(&stm_state.heap_lock);
    struct vec *ready = &stm_state.ready[queue];
    if (stm_state.ready_first[queue] < ready->n)
        obj = ready->items[stm_state.ready_first[queue]++];
    if (stm_state.ready_first[queue] == ready->n) {
        ready->n = stm_state.ready_first[queue] = 0;
        __atomic_fetch_and(&stm_state.ready_mask, ~(1U << queue), __ATOMIC_RELAXED);
    }
    pthread_mutex_unlock(&stm_state.heap_lock);
    if (obj && !s->cb->inevitable)     /* an abort puts it back */
        vec_push2(&s->popped, queue, obj);
    return (stm_ref)obj;
}

uint32_t stm_finalizers_ready(void) { return __atomic_load_n(&stm_state.ready_mask, __ATOMIC_RELAXED); }

/* ---- the end of a transaction */

void stm_registered_commit(struct stm_segment *s)
{
    if (s->new_weakrefs.n + s->new_destructors.n + s->new_finalizers.n == 0)
        return;
    pthread_mutex_lock(&stm_state.heap_lock);
    stm_vec_append(&stm_state.weakrefs, &s->new_weakrefs);
    stm_vec_append(&stm_state.destructors, &s->new_destructors);
    stm_vec_append(&stm_state.finalizers, &s->new_finalizers);
    pthread_mutex_unlock(&stm_state.heap_lock);
}

void stm_registered_abort(struct stm_segment *s)
{
    s->young_weakrefs.n = s->new_weakrefs.n = 0;
    s->young_destructors.n = s->new_destructors.n = 0;
    s->young_finalizers.n = s->new_finalizers.n = 0;
    if (s->popped.n == 0)
        return;
    pthread_mutex_lock(&stm_state.heap_lock);
    for (size_t i = 0; i < s->popped.n; i += 2) {
        vec_push(&stm_state.ready[s->popped.items[i]], s->popped.items[i + 1]);
        __atomic_fetch_or(&stm_state.ready_mask, 1U << s->popped.items[i], __ATOMIC_RELAXED);
    }
    pthread_mutex_unlock(&stm_state.heap_lock);
    s->popped.n = 0;
}
