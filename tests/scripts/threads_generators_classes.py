"""Classes, descriptors, generators, closures and imports used by several threads at once."""
import threading
results = []


class Counter:
    instances = []

    def __init__(self, name):
        self.name, self.n = name, 0
        Counter.instances.append(name)

    @property
    def value(self):
        return self.n

    def step(self):
        self.n += 1
        return self


def numbers(n):
    total = 0
    for i in range(n):
        got = yield total
        total += i + (got or 0)


def work(k):
    import json
    import string
    c = Counter(k)
    for _ in range(300):
        c.step()
    g = numbers(50)
    last = [v for v in g][-1]
    cls = type('Made%d' % k, (Counter,), {'kind': k, 'm': lambda self: (self.kind, self.value)})
    made = cls('made').step()
    text = json.dumps({'k': k, 'v': [c.value, last]}, sort_keys=True)
    try:
        raise KeyError(k)
    except KeyError as e:
        caught = e.args[0]
    results.append((k, c.value, last, made.m(), text, caught, json.loads(text)['v'], string.digits[k], sorted(str(x) for x in range(k + 3))))


ts = [threading.Thread(target=work, args=(k,)) for k in range(6)]
for t in ts:
    t.start()
for t in ts:
    t.join()
for r in sorted(results):
    print(r)
print(sorted(map(str, Counter.instances)))
