"""Classic algorithms: mandelbrot, life, matrices, primes, sorting algorithms, integration, continued fractions."""
import random
for y in range(-8, 9, 2):
    line = ''
    for x in range(-28, 13):
        z, c = 0j, complex(x / 14, y / 7)
        for n in range(30):
            z = z * z + c
            if abs(z) > 2:
                break
        line += ' .:-=+*#%@'[n * 9 // 29]
    print(line)
cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(12):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    cells = {p for p, n in near.items() if n == 3 or n == 2 and p in cells}
print(sorted(cells))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __pow__(self, n):
        out, base = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))]), self
        while n:
            if n & 1:
                out = out @ base
            base, n = base @ base, n >> 1
        return out

    def det(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * v * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, v in enumerate(self.rows[0]))

    def transposed(self):
        return Matrix(zip(*self.rows))

    def __repr__(self):
        return repr(self.rows)


f = Matrix([[1, 1], [1, 0]])
print(f ** 100, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det(), Matrix([[1, 2, 3], [4, 5, 6]]).transposed())
n = 2000
sieve = bytearray([1]) * n
sieve[:2] = b'\0\0'
for i in range(2, 45):
    if sieve[i]:
        sieve[i * i::i] = bytes(len(range(i * i, n, i)))
primes = [i for i in range(n) if sieve[i]]
print(len(primes), primes[-5:], sum(primes))


def factor(n):
    out, p = [], 2
    while p * p <= n:
        while n % p == 0:
            out.append(p)
            n //= p
        p += 1
    return out + [n] * (n > 1)


def is_prime(n):
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n == a:
            return True
        x = pow(a, d, n)
        if x not in (1, n - 1) and all((x := x * x % n) != n - 1 for _ in range(s - 1)):
            return False
    return True


print(factor(600851475143), factor(2 ** 20 - 1), [n for n in range(10 ** 15, 10 ** 15 + 100) if n % 2 and is_prime(n)], is_prime(2 ** 89 - 1), is_prime(2 ** 87 - 1))
data = [random.Random(3).randrange(500) for _ in range(1)] + [(i * 7919) % 503 for i in range(150)]


def quick(v):
    return v if len(v) < 2 else quick([x for x in v[1:] if x < v[0]]) + [v[0]] + quick([x for x in v[1:] if x >= v[0]])


def merge(v):
    if len(v) < 2:
        return v
    a, b, out = merge(v[:len(v) // 2]), merge(v[len(v) // 2:]), []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b


def bubble(v):
    v = v[:]
    for i in range(len(v)):
        for j in range(len(v) - 1 - i):
            if v[j] > v[j + 1]:
                v[j], v[j + 1] = v[j + 1], v[j]
    return v


def shell(v):
    v, gap = v[:], len(v) // 2
    while gap:
        for i in range(gap, len(v)):
            while i >= gap and v[i - gap] > v[i]:
                v[i - gap], v[i], i = v[i], v[i - gap], i - gap
        gap //= 2
    return v


print([sort(data) == sorted(data) for sort in (quick, merge, bubble, shell)], quick(data)[:10])
simpson = lambda f, a, b, n: (b - a) / n / 3 * sum(f(a + i * (b - a) / n) * (1 if i in (0, n) else 4 if i % 2 else 2) for i in range(n + 1))
print('%.12f' % simpson(lambda x: x ** 3 - 2 * x, 0, 3, 100), '%.10f' % simpson(lambda x: 1 / (1 + x * x), 0, 1, 200))
x = 1.0
for _ in range(8):
    x -= (x * x - 2) / (2 * x)
print(repr(x), [pow(7, n, 13) for n in range(13)], sum(d * 10 ** i for i, d in enumerate([4, 3, 2, 1])))
n, terms = (415, 93), []
while n[1]:
    terms.append(n[0] // n[1])
    n = n[1], n[0] % n[1]
print(terms, [[1 if k in (0, r) else 0 for k in range(r + 1)] for r in range(3)], bin(sum(1 << i for i in (1, 3, 5))))
pascal = [1]
for _ in range(12):
    pascal = [a + b for a, b in zip([0] + pascal, pascal + [0])]
print(pascal)
e = collatz = max(range(1, 1500), key=lambda n: (lambda f: f(f, n))(lambda f, n: 1 if n == 1 else 1 + f(f, n // 2 if n % 2 == 0 else 3 * n + 1)))
print(e)
