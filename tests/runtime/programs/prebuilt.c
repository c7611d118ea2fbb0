/* A complete client: prebuilt objects in their section, linked as the header says (non-PIE), two threads, the C stack restored by
   aborts.  Prints "ok". */
#include "stm.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef __seg_gs struct cell { struct stm_header h; int64_t value; __seg_gs struct cell *next; } *cell;
typedef __seg_gs struct { struct stm_header h; int64_t length; int64_t items[]; } *array;

enum { CELL = 1, ARRAY, ROUNDS = 300000 };
static const uint32_t cell_refs[] = {16};
static const struct stm_type types[] = {
    {0},
    {.fixed_size = 24, .n_refs = 1, .ref_offsets = cell_refs, .name = "cell"},
    {.fixed_size = 16, .item_size = 8, .items_offset = 16, .length_offset = 8, .name = "array"},
};

extern struct cell first, second;
STM_PREBUILT struct cell first = {{CELL, STM_PREBUILT_BITS}, 1, (__seg_gs struct cell *)(uintptr_t)&second};
STM_PREBUILT struct cell second = {{CELL, STM_PREBUILT_BITS}, 2, (__seg_gs struct cell *)(uintptr_t)&first};
STM_PREBUILT_LARGE struct { struct stm_header h; int64_t length, items[2000]; } numbers =
    {{ARRAY, STM_PREBUILT_BITS | STM_CARDS}, 2000, {5}};

#define FIRST ((cell)(uintptr_t)&first)
#define NUMBERS ((array)(uintptr_t)&numbers)

static volatile int running = 2;
static volatile long aborted;

static void count_abort(void *key) { (void)key; __atomic_fetch_add(&aborted, 1, __ATOMIC_SEQ_CST); }

static void work(void *arg)
{
    for (int i = 0; i < ROUNDS; i++) {
        stm_on_abort(arg ? (void *)1 : (void *)2, count_abort);
        cell c = FIRST;
        stm_write(c);
        c->value++;
        c = (cell)stm_allocate(CELL, 24);
        c->value = i;
        cell f = FIRST;
        stm_write(f);
        f->next = c;
        array n = NUMBERS;
        stm_write_item(n, &n->items[(long)arg * 1000]);
        n->items[(long)arg * 1000]++;
        if (i % 8 == 0)
            stm_force_break();
        stm_break_if_due();
    }
    stm_become_inevitable("end of the test");
    __atomic_fetch_sub(&running, 1, __ATOMIC_SEQ_CST);
}

static int run(int serial)
{
    struct stm_config config = {.types = types, .n_types = 3};
    STM_CONFIG_PREBUILT(&config);
    if (stm_setup(&config, __builtin_frame_address(0)) != 0)
        return 3;
    if (FIRST->value != 1 || FIRST->next->value != 2 || FIRST->next->next != FIRST || NUMBERS->items[0] != 5)
        return 4;
    for (long i = 0; i < 2; i++)
        if (stm_thread_create(work, (void *)i, NULL, 0) != 0)
            return 5;
    while (running) {
        stm_leave();
        usleep(500);
        stm_enter();
    }
    stm_force_break();
    char text[8], copy[8];
    memcpy(stm_address(text), "1234567", 8);           /* a raw address passes unchanged */
    memcpy(copy, stm_address(text), 8);
    if (FIRST->value != 2 * ROUNDS + 1 || NUMBERS->items[0] != ROUNDS + 5 || NUMBERS->items[1000] != ROUNDS || strcmp(copy, "1234567"))
        return 6;
    struct stm_stats stats;
    stm_stats(&stats);
    if ((!serial && stats.count[STM_EVENT_ABORT_CONFLICT] == 0) || (aborted == 0) != (stats.count[STM_EVENT_ABORT_CONFLICT] == 0))
        return 7;
    stm_teardown();
    puts("ok");
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "crash")) {       /* a GC pointer without %gs */
        struct stm_config config = {.types = types, .n_types = 3};
        STM_CONFIG_PREBUILT(&config);
        stm_setup(&config, __builtin_frame_address(0));
        volatile int64_t *p = &first.value;
        return *p;
    }
    return run(argc > 1);              /* "serial": there may be no conflict at all */
}
