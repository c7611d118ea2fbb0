"""Infinite recursion ends in RecursionError, in functions, repr, comparisons and generators."""


def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as e:
    print('RecursionError', str(e)[:32])


class A:
    def __repr__(self):
        return repr(self)

    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __eq__(self, other):
        return self == other


for job in (lambda: repr(A()), lambda: A().x, lambda: A() == A()):
    try:
        job()
    except RecursionError as e:
        print('RecursionError')
l = []
for i in range(100000):
    l = [l]
try:
    repr(l)
except RecursionError:
    print('deep repr')
try:
    l == [l]
    print('compared')
except RecursionError:
    print('deep compare')


def g():
    yield from g()


try:
    list(g())
except RecursionError:
    print('generators')
print('alive')
