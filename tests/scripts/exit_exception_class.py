# compare stderr
"""An uncaught exception of a class of our own, in a nested call, with a cause: traceback and exit code."""


class Failure(Exception):
    def __str__(self):
        return 'failure %s, code %d' % self.args


def low(n):
    return {'a': [1, 2]}['a'][n]


def high(n):
    try:
        return low(n)
    except IndexError as e:
        raise Failure(n, n * 2) from e


print('before', high(1), flush=True)
try:
    high(2)
except Failure as e:
    print(e, repr(e.__cause__), flush=True)
value = [high(i) for i in range(1, 5)]
