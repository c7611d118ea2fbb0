# compare stderr
"""An uncaught exception: the traceback of CPython, exit code 1."""


def inner(x):
    return {'a': 1}['b'] + x


def outer():
    value = inner(2) * 3
    return value


print('before')
outer()
