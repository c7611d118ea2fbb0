"""random with fixed seeds: every distribution, states, choices, samples, shuffles, exact values."""
import random
for seed in (0, 1, 42, -5, 2 ** 70, 'text', b'bytes', 1.5, None if False else 'é'):
    r = random.Random(seed)
    print(seed, [r.random() for _ in range(2)], r.getrandbits(40), r.randrange(100), r.randint(-5, 5), r.choice('abcdef'))
r = random.Random(123)
print([r.randrange(a, b, c) for a, b, c in ((0, 10, 1), (5, 50, 5), (10, 0, -3), (0, 10 ** 30, 1))], r.choices('abc', k=5), r.choices([1, 2, 3], weights=[1, 0, 5], k=6), r.choices('xy', cum_weights=[1, 10], k=4), r.sample(range(1000), 5), r.sample('abcdef', 3), r.sample([1, 2], counts=[2, 3], k=4))
l = list(range(10))
r.shuffle(l)
print(l, r.randbytes(5), r.getrandbits(0), r.getrandbits(1), r.getrandbits(200))
for name, args in (('uniform', (1, 5)), ('triangular', (0, 10, 3)), ('gauss', (0, 1)), ('normalvariate', (5, 2)), ('expovariate', (0.5,)), ('betavariate', (2, 3)), ('gammavariate', (2, 1)), ('gammavariate', (0.5, 1)), ('gammavariate', (1, 1)), ('lognormvariate', (0, 0.25)), ('vonmisesvariate', (1, 4)), ('paretovariate', (3,)), ('weibullvariate', (1, 2))):
    print(name, ['%.12f' % getattr(r, name)(*args) for _ in range(3)])
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], state[0], len(state[1]), len(random.Random(5).getstate()[1]))
random.seed(99)
x = random.random(), random.randint(1, 6), random.choice([1, 2, 3])
random.seed(99)
print(x == (random.random(), random.randint(1, 6), random.choice([1, 2, 3])), x)
for bad in (lambda: r.choice([]), lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randint(5, 1), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.randrange(1, 10, 0), lambda: r.choices([], k=1), lambda: r.choices([1], weights=[1, 2]), lambda: r.getrandbits(-1), lambda: r.sample(range(3), -1), lambda: r.choices([1], weights=[0]), lambda: r.setstate((1, 2))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Mine(random.Random):
    def random(self):
        return 0.25


print(Mine().uniform(0, 8), Mine().choice('abcd'), isinstance(random.SystemRandom().random(), float), Mine().randrange(8))
inside = sum(r.random() ** 2 + r.random() ** 2 < 1 for _ in range(3000))
print(inside)
