"""sys.exit inside try, with, generators and threads; atexit order; the last one wins."""
import atexit
import sys
import threading
atexit.register(print, 'registered first, runs last')


@atexit.register
def second():
    print('registered second')


atexit.register(lambda: print('args', *[1, 2], sep='-'))
atexit.unregister(second)


class CM:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print('exit sees', t.__name__, v.code)


def gen():
    try:
        yield 1
    finally:
        print('generator finally')


t = threading.Thread(target=lambda: sys.exit(9))
t.start()
t.join()
try:
    try:
        sys.exit(1)
    except Exception:
        print('SystemExit is no Exception')
    finally:
        print('finally runs')
except SystemExit as e:
    print('caught', e.code, repr(e))
for g in [gen()]:
    print(next(g))
    g.close()
try:
    with CM():
        sys.exit('first code')
finally:
    print('leaving')
    sys.exit(7)
