"""Closures, nonlocal, lambdas, scopes."""


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def peek():
        return n
    return up, peek


up, peek = counter()
up()
up(5)
print(peek(), [f() for f in [lambda i=i: i * i for i in range(4)]], [f() for f in [lambda: i for i in range(3)]])
x = 'global'


def outer():
    x = 'outer'

    class K:
        y = x
        x = 'class'

        def m(self):
            return x
    return K.y, K.x, K().m()


try:
    print(outer())
except NameError as e:
    print(e)


def unbound():
    print(z)
    z = 1


try:
    unbound()
except UnboundLocalError as e:
    print(e)


def free():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(e)
    later = 3
    return inner()


print(free())


def g():
    global made
    made = 'made by g'


g()
print(made)


def deep():
    v = 1

    def f1():
        def f2():
            nonlocal v
            v = v * 10 + 2
            return v
        return f2
    return f1()(), v


print(deep(), up.__closure__[0].cell_contents, up.__code__.co_freevars)
del x
try:
    x
except NameError as e:
    print(e)
