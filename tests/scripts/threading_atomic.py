"""What the GIL made atomic is atomic: append, setdefault, +=-free counting by list length, dict updates."""
import threading
shared = []
seen = {}
N, THREADS = 3000, 4


def work(k):
    for i in range(N):
        shared.append((k, i))
        seen.setdefault(i, k)


threads = [threading.Thread(target=work, args=(k,)) for k in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(shared) == N * THREADS, len(set(shared)), len(seen))
for k in range(THREADS):
    own = [i for j, i in shared if j == k]
    print(own == sorted(own))
print(all(0 <= v < THREADS for v in seen.values()))
