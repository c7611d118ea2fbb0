/* Compiled, never run: zeroing loops and struct copies on %gs pointers must not become calls of memset or memcpy, which
   know nothing of %gs. */
#include "stm.h"

struct big { struct stm_header h; int64_t words[40]; };
typedef __seg_gs struct big *big;

void zero(big p)
{
    for (int i = 0; i < 40; i++)
        p->words[i] = 0;
}

void zero_many(__seg_gs int64_t *p, long n)
{
    for (long i = 0; i < n; i++)
        p[i] = 0;
}

void copy(big to, big from)
{
    for (int i = 0; i < 40; i++)
        to->words[i] = from->words[i];
}

void copy_struct(big to, big from) { *to = *from; }

void copy_many(__seg_gs int64_t *to, __seg_gs int64_t *from, long n)
{
    for (long i = 0; i < n; i++)
        to[i] = from[i];
}

void copy_out(struct big *to, big from) { *to = *from; }
