/* The address space: views, the reference memory, private pages, %gs.
 *
 * The reference memory is one memfd: first the prebuilt objects, then the old space.  It is mapped MAP_SHARED at
 * STM_REF_VIEW, with the same offsets as a view, and MAP_PRIVATE in each view.  The kernel's copy-on-write isolates
 * the views; `private_bits` remembers which pages a view may have copied (never one too few).
 */
#define _GNU_SOURCE
#include "internal.h"
#include <asm/prctl.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PREBUILT_BYTES (STM_PREBUILT_LIMIT - STM_PREBUILT_START)
#define OLD_BYTES      (STM_OLD_LIMIT - STM_OLD_START)
#define VIEW_BYTES     (1UL << STM_VIEW_SHIFT)
#define PRIVATE_BITS_BYTES (STM_OLD_LIMIT / STM_PAGE / 8)
#define MERGE_GAP      16              /* pages: one madvise over a small gap is cheaper than two */

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif
#ifndef HWCAP2_FSGSBASE
#define HWCAP2_FSGSBASE 2
#endif

uintptr_t stm_prebuilt_end = STM_PREBUILT_START;

void stm_set_gs(uintptr_t base)
{
    if (stm_state.arch_prctl)
        syscall(SYS_arch_prctl, ARCH_SET_GS, base);
    else
        __asm__ volatile("wrgsbase %0" : : "r"(base) : "memory");
}

static bool map_at(uintptr_t at, size_t bytes, int protection, int flags, int fd, off_t offset)
{
    void *p = mmap((void *)at, bytes, protection, flags | MAP_NORESERVE, fd, offset);
    if (p == (void *)at)
        return true;
    if (p != MAP_FAILED) {             /* an old kernel took the address as a hint */
        munmap(p, bytes);
        errno = EEXIST;
    }
    return false;
}

static bool reserve_at(uintptr_t at, size_t bytes)
{
    int flags = MAP_PRIVATE | MAP_ANONYMOUS;
    return map_at(at, bytes, PROT_NONE, flags | MAP_FIXED_NOREPLACE, -1, 0) ||
           (errno == EINVAL && map_at(at, bytes, PROT_NONE, flags, -1, 0));      /* valgrind: the address as a hint */
}

static bool map_private_area(struct stm_segment *s, uintptr_t start, uintptr_t end)
{
    return map_at(s->view + start, end - start, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
}

/* The heap, as seen at `base`; `how` is MAP_SHARED or MAP_PRIVATE. */
static bool map_heap(uintptr_t base, int how)
{
    int rw = PROT_READ | PROT_WRITE;
    return map_at(base + STM_PREBUILT_START, PREBUILT_BYTES, rw, how | MAP_FIXED, stm_state.memfd, 0) &&
           map_at(base + STM_OLD_START, OLD_BYTES, rw, how | MAP_FIXED, stm_state.memfd, PREBUILT_BYTES);
}

static bool open_view(struct stm_segment *s)
{
    if (!reserve_at(s->view, VIEW_BYTES))
        return false;
    uintptr_t nursery_end = STM_NURSERY_START + stm_state.nursery_size;
    if (!map_private_area(s, STM_CONTROL_OFFSET, STM_CONTROL_OFFSET + STM_PAGE) ||
        !map_private_area(s, STM_PREBUILT_START >> 4, STM_PREBUILT_LIMIT >> 4) ||
        !map_private_area(s, STM_NURSERY_START >> 4, nursery_end >> 4) ||
        !map_private_area(s, STM_OLD_START >> 4, STM_OLD_LIMIT >> 4) ||
        !map_private_area(s, STM_CARD_BASE + (STM_PREBUILT_START >> STM_CARD_SHIFT),
                          STM_CARD_BASE + (STM_PREBUILT_LIMIT >> STM_CARD_SHIFT)) ||
        !map_private_area(s, STM_CARD_BASE + (STM_OLD_START >> STM_CARD_SHIFT),
                          STM_CARD_BASE + (STM_OLD_LIMIT >> STM_CARD_SHIFT)) ||
        !map_private_area(s, STM_NURSERY_START, nursery_end) ||
        !map_heap(s->view, MAP_PRIVATE))
        return false;
    /* fewer TLB misses; only where the nursery consists of whole huge pages */
    if (stm_state.nursery_size % (2UL << 20) == 0)
        madvise((void *)(s->view + STM_NURSERY_START), stm_state.nursery_size, MADV_HUGEPAGE);
    s->private_bits = stm_reserve(PRIVATE_BITS_BYTES);
    return s->private_bits != NULL;
}

static bool load_prebuilt(void)
{
    const struct stm_config *c = &stm_state.config;
    if (!c->prebuilt_image || !c->prebuilt_size)
        return true;
    if (c->prebuilt_size > PREBUILT_BYTES) {
        fprintf(stderr, "stm: the prebuilt objects take %zu bytes, more than the %lu reserved\n",
                c->prebuilt_size, PREBUILT_BYTES);
        return false;
    }
    stm_prebuilt_end = round_up(STM_PREBUILT_START + c->prebuilt_size, STM_PAGE);
    memcpy((void *)(STM_REF_VIEW + STM_PREBUILT_START), c->prebuilt_image, c->prebuilt_size);
    if ((uintptr_t)c->prebuilt_image == STM_PREBUILT_START)      /* from now on a crash, not a stale copy */
        map_at(STM_PREBUILT_START, stm_prebuilt_end - STM_PREBUILT_START, PROT_NONE,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    return true;
}

static bool out_of_luck(const char *what)
{
    fprintf(stderr, "stm: cannot %s: %s (needs large reservations of address space: see `ulimit -v`, `ulimit -f` "
            "and vm.overcommit_memory)\n", what, strerror(errno));
    return false;
}

/* Out of the way of the program: it may count on the lowest free numbers, run without the standard streams, or close what
 * it has inherited up to some hundred. */
enum { HIGHEST_HEAP_FILE = 4000 };

int stm_heap_file(void)
{
    int fd = memfd_create("stm-heap", MFD_CLOEXEC);
    struct rlimit limit;
    if (fd < 0 || getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return fd;
    int from = limit.rlim_cur > HIGHEST_HEAP_FILE ? HIGHEST_HEAP_FILE : (int)limit.rlim_cur - 2;
    int high = fcntl(fd, F_DUPFD_CLOEXEC, from);
    if (high < 0)
        return fd;                     /* no number is free up there */
    close(fd);
    return high;
}

bool stm_space_open(void)
{
    if (!stm_state.arch_prctl && !(getauxval(AT_HWCAP2) & HWCAP2_FSGSBASE))
        stm_state.arch_prctl = true;
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
        limit.rlim_cur < PREBUILT_BYTES + OLD_BYTES) {
        errno = EFBIG;                 /* ftruncate would raise SIGXFSZ */
        return out_of_luck("reserve the heap");
    }
    stm_state.memfd = stm_heap_file();
    if (stm_state.memfd < 0 || ftruncate(stm_state.memfd, PREBUILT_BYTES + OLD_BYTES) != 0)
        return out_of_luck("create the heap");
    /* under valgrind, which has its own data there, without this safety net */
    if (!reserve_at(STM_NURSERY_START, STM_OLD_LIMIT - STM_NURSERY_START) && !stm_state.arch_prctl)
        return out_of_luck("reserve the heap's addresses");
    if (!reserve_at(STM_REF_VIEW, VIEW_BYTES) || !map_heap(STM_REF_VIEW, MAP_SHARED))
        return out_of_luck("map the heap");
    stm_state.reference = STM_REF_VIEW;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        s->number = i;
        s->view = (uintptr_t)i << STM_VIEW_SHIFT;
        if (!open_view(s))
            return out_of_luck("map a segment");
        s->cb = (struct stm_control_block *)view_address(s, STM_CONTROL_OFFSET);
        s->cb->view = s->view;
        s->cb->segment = i;
    }
    return load_prebuilt();
}

void stm_space_close(void)
{
    munmap((void *)STM_NURSERY_START, STM_OLD_LIMIT - STM_NURSERY_START);
    munmap((void *)STM_REF_VIEW, VIEW_BYTES);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        munmap((void *)s->view, VIEW_BYTES);
        if (s->private_bits)
            munmap(s->private_bits, PRIVATE_BITS_BYTES);
        s->private_bits = NULL;
    }
    if (stm_state.memfd >= 0)
        close(stm_state.memfd);
    stm_state.memfd = -1;
    stm_prebuilt_end = STM_PREBUILT_START;
}

/* Another memfd than before, with the same content. */
bool stm_space_remap(void)
{
    if (!map_heap(STM_REF_VIEW, MAP_SHARED))
        return false;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (!map_heap(stm_state.segments[i].view, MAP_PRIVATE))
            return false;
    return true;
}

void stm_view_share(struct stm_segment *s)
{
    if (!map_heap(s->view, MAP_SHARED))
        stm_fatal(__FILE__, __LINE__, "cannot map the heap into a view");
    stm_state.reference = s->view;     /* the same pages: one set of page tables instead of two */
}

void stm_view_private(struct stm_segment *s)
{
    stm_state.reference = STM_REF_VIEW;
    if (!map_heap(s->view, MAP_PRIVATE))
        stm_fatal(__FILE__, __LINE__, "cannot map the heap into a view");
}

void stm_drop_private_range(struct stm_segment *s, uintptr_t start, size_t bytes)
{
    madvise((void *)(s->view + start), bytes, MADV_DONTNEED);
    for (uintptr_t page = start >> 12; page < (start + bytes) >> 12; page++) {
        uint64_t bit = 1UL << (page & 63);
        if (s->private_bits[page >> 6] & bit) {
            s->private_bits[page >> 6] &= ~bit;
            s->n_private--;
        }
    }
}

static void drop_area(struct stm_segment *s, uintptr_t start, uintptr_t end)
{
    uintptr_t page = start >> 12, last = round_up(end, STM_PAGE) >> 12, run = 0, run_end = 0;
    while (page < last) {
        uint64_t word = s->private_bits[page >> 6] >> (page & 63);
        if (word == 0) {
            page = (page | 63) + 1;
            continue;
        }
        page += __builtin_ctzl(word);
        if (page >= last)
            break;
        if (run_end && page - run_end > MERGE_GAP) {
            madvise((void *)(s->view + (run << 12)), (run_end - run) << 12, MADV_DONTNEED);
            run_end = 0;
        }
        if (!run_end)
            run = page;
        s->private_bits[page >> 6] &= ~(1UL << (page & 63));
        run_end = ++page;
    }
    if (run_end)
        madvise((void *)(s->view + (run << 12)), (run_end - run) << 12, MADV_DONTNEED);
}

void stm_drop_private(struct stm_segment *s)
{
    if (s->n_private == 0)
        return;
    drop_area(s, STM_PREBUILT_START, stm_prebuilt_end);
    drop_area(s, STM_OLD_START, stm_old_top());
    s->n_private = 0;
}

/* Read marks are bytes that equal the version; when it wraps they are all dropped. */
void stm_clear_marks(struct stm_segment *s)
{
    madvise((void *)(s->view + (STM_PREBUILT_START >> 4)), PREBUILT_BYTES >> 4, MADV_DONTNEED);
    madvise((void *)(s->view + (STM_OLD_START >> 4)), round_up(stm_old_top() - STM_OLD_START, STM_PAGE * 16) >> 4,
            MADV_DONTNEED);
}

void stm_punch(uintptr_t start, size_t bytes)
{
    off_t at = (off_t)(start - STM_OLD_START + PREBUILT_BYTES);
    if (fallocate(stm_state.memfd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, at, (off_t)bytes) != 0)
        stm_fatal(__FILE__, __LINE__, "fallocate(PUNCH_HOLE) failed");
}

/* New objects of somebody's: their bytes stand in the reference memory, and must show in this view's private pages. */
void stm_sync_span(struct stm_segment *s, uintptr_t start, uintptr_t end)
{
    while (start < end) {
        uintptr_t next = (start & ~(STM_PAGE - 1)) + STM_PAGE;
        if (next > end)
            next = end;
        if (page_is_private(s, start))
            memcpy(view_address(s, start), (char *)(STM_REF_VIEW + start), next - start);
        start = next;
    }
}
