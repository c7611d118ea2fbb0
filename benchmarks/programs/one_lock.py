"""Critical sections under one threading.Lock, on disjoint data.

usage: one_lock.py ROUNDS       prints: one <seconds> two <seconds>; the same number of rounds, by one thread and shared by two"""

import sys
import threading
import time

lock = threading.Lock()


def work(data, rounds):
    for _ in range(rounds):
        with lock:
            for i in range(len(data)):
                data[i] = (data[i] * 5 + i) % 1000003


def timed(count, rounds):
    datas = [list(range(200)) for _ in range(count)]
    threads = [threading.Thread(target=work, args=(data, rounds // count)) for data in datas]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


for _ in range(3):
    print('one %.4f two %.4f' % (timed(1, int(sys.argv[1])), timed(2, int(sys.argv[1]))))
