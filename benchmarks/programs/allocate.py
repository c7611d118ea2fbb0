"""Allocates much, keeps little: GIGABYTES in all, by two threads; the memory is measured from outside or, at the end, here.

usage: allocate.py GIGABYTES      prints: peak_mb <proportional set size, largest of the samples>"""

import sys
import threading


def proportional_set_size():
    with open('/proc/self/smaps_rollup') as f:
        for line in f:
            if line.startswith('Pss:'):
                return int(line.split()[1]) // 1024
    return 0


def work(bytes_each):
    done, keep = 0, [None] * 100
    while done < bytes_each:
        for i in range(1000):
            keep[i % 100] = [i] * 100
        done += 1000 * (16 + 100 * 8)


total = int(float(sys.argv[1]) * 2 ** 30)
threads = [threading.Thread(target=work, args=(total // 2,)) for _ in range(2)]
peak = 0
for thread in threads:
    thread.start()
for thread in threads:
    while thread.is_alive():
        thread.join(0.2)
        peak = max(peak, proportional_set_size())
print('peak_mb %d' % peak)
