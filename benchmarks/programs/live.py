"""Builds GIGABYTES of live objects, then lets them die: the proportional set size at both times.

usage: live.py GIGABYTES        prints: full_mb <n> after_mb <n>"""

import gc
import sys


def proportional_set_size():
    with open('/proc/self/smaps_rollup') as f:
        for line in f:
            if line.startswith('Pss:'):
                return int(line.split()[1]) // 1024
    return 0


target = int(float(sys.argv[1]) * 1024)
keep = []
while proportional_set_size() < target:
    keep.append([[i] * 60 for i in range(20000)])
full = proportional_set_size()
assert all(part[19999][59] == 19999 for part in keep)
del keep
for _ in range(3):
    gc.collect()
print('full_mb %d after_mb %d' % (full, proportional_set_size()))
