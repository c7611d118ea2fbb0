"""Two threads write the two halves of one list of a million items, in transactions.

usage: list_halves.py       prints: commits <n> aborts <n>"""

import threading
import transaction

N = 1000000
STEP = 500
shared = [0] * N


def work(first, last):
    for start in range(first, last, STEP):
        with transaction.atomic:
            for i in range(start, start + STEP):
                shared[i] = i


before = transaction.stats()
threads = [threading.Thread(target=work, args=(k * N // 2, (k + 1) * N // 2)) for k in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
after = transaction.stats()
assert shared == list(range(N))
print('commits %d aborts %d' % tuple(after.get(key, 0) - before.get(key, 0) for key in ('commits', 'aborts')))
