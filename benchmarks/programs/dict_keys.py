"""Two threads set different existing keys of one shared dict, in transactions.

usage: dict_keys.py         prints: commits <n> aborts <n>"""

import threading
import transaction

KEYS = 1000
shared = dict.fromkeys(range(KEYS), 0)


def work(first):
    for _ in range(20):
        for start in range(first, KEYS, 20):
            with transaction.atomic:
                for key in range(start, min(start + 20, KEYS), 2):
                    shared[key] += 1


before = transaction.stats()
threads = [threading.Thread(target=work, args=(k,)) for k in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
after = transaction.stats()
assert set(shared.values()) == {20}, set(shared.values())
print('commits %d aborts %d' % tuple(after.get(key, 0) - before.get(key, 0) for key in ('commits', 'aborts')))
