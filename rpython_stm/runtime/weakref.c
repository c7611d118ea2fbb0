/* Weak references: the pointer turns NULL when its target dies, in a minor or a major collection; where the target has a finalizer,
 * before that is called. */
#include "internal.h"

static uintptr_t *weak_slot(uintptr_t w)
{
    char *at = ref_address(w);
    return (uintptr_t *)(at + type_of((struct stm_header *)at)->weak_offset);
}

void stm_minor_weakrefs(struct stm_segment *s)
{
    for (size_t i = 0; i < s->young_weakrefs.n; i++) {
        uintptr_t w = s->young_weakrefs.items[i];
        if (!stm_survivor(s, &w))
            continue;
        uintptr_t *slot = weak_slot(w);
        if (!stm_survivor(s, slot))
            *slot = 0;
        else if (*slot)
            vec_push(&s->new_weakrefs, w);
    }
    s->young_weakrefs.n = 0;
}

static void clear_dead(struct vec *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        uintptr_t w = list->items[i];
        if (!stm_is_marked(w))
            continue;
        uintptr_t *slot = weak_slot(w);
        if (*slot >= STM_OLD_START && (!stm_is_marked(*slot) || stm_is_finalized(*slot)))
            *slot = 0;
        else
            list->items[n++] = w;
    }
    list->n = n;
}

void stm_major_weakrefs(void)
{
    clear_dead(&stm_state.weakrefs);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        clear_dead(&stm_state.segments[i].new_weakrefs);
}
