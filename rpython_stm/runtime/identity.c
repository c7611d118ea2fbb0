/* Identity: id and hash of an object that may still move.
 *
 * Objects move once, so the id is the old-space offset; a young object that is asked gets its place there at once.
 */
#include "internal.h"

static uintptr_t reserve_place(struct stm_segment *s, struct stm_header *h)
{
    size_t size = size_of(h);
    uintptr_t place = size < STM_LARGE_SIZE ? stm_old_allocate(s, size) : stm_large_allocate(size, true);
    if (!place || s->shadows.n == 0xffffff)
        stm_fatal(__FILE__, __LINE__, "too many identities");
    h->bits |= STM_HAS_SHADOW | s->shadows.n << 8;
    vec_push(&s->shadows, place);
    return place;
}

uintptr_t stm_id(stm_ref obj)
{
    if (!stm_is_young((uintptr_t)obj))
        return (uintptr_t)obj;
    struct stm_segment *s = stm_segment();
    struct stm_header *h = view_header(s, (uintptr_t)obj);
    return h->bits & STM_HAS_SHADOW ? stm_shadow_of(s, h) : reserve_place(s, h);
}

intptr_t stm_identity_hash(stm_ref obj)
{
    if (!obj)
        return 0;
    if (obj->h.bits & STM_HAS_HASH && (uintptr_t)obj < STM_PREBUILT_LIMIT)
        return *(__seg_gs intptr_t *)((uintptr_t)obj + stm_object_size(obj));
    uintptr_t id = stm_id(obj);
    return (intptr_t)(id >> 4 ^ id << 28 >> 1);        /* the low bits vary most; never negative */
}

size_t stm_object_size(stm_ref obj) { return size_of(view_header(stm_segment(), (uintptr_t)obj)); }
