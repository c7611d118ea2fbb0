"""transaction.on_commit: what runs when a transaction commits, in which order, inside and outside of atomic blocks."""
import sys
import transaction
log = []
transaction.on_commit(log.append, 'outside: at once')
print(log)
with transaction.atomic:
    transaction.on_commit(log.append, 'first')
    transaction.on_commit(log.append, 'second')
    print('inside', log)
print('after', log)
log.clear()
with transaction.atomic:
    with transaction.atomic:
        transaction.on_commit(log.append, 'inner')
    print('still atomic', log)
print(log)
log.clear()


def work(i):
    transaction.on_commit(log.append, i)


for i in range(20):
    transaction.add(work, i)
transaction.run(ordered=True)
print(log == list(range(20)))
log.clear()
for i in range(20):
    transaction.add(work, i)
transaction.run()
print(sorted(log) == list(range(20)))
shared = {'n': 0}


def bump(i):
    shared['n'] += i
    shared.setdefault('list', []).append(i)


for i in range(50):
    transaction.add(bump, i)
transaction.run()
print(shared['n'], sorted(shared['list']) == list(range(50)))


def keyword(a, b=0):
    log.append((a, b))


with transaction.atomic:
    transaction.on_commit(keyword, 1, b=2)
print(log[-1])
out = []
for block in range(5):
    transaction.add(lambda b: out.append(sum(x * x for x in range(b * 100))), block)
transaction.run(ordered=True)
print(out)


def fail(what):
    raise what


sys.unraisablehook = lambda u: print(u.err_msg, u.object.__name__, repr(u.exc_value), u.exc_type.__name__, u.exc_traceback.tb_frame.f_code.co_name)
with transaction.atomic:
    transaction.on_commit(print, 'before it')
    transaction.on_commit(fail, ValueError('on commit'))
    transaction.on_commit(fail, SystemExit(3))
    transaction.on_commit(print, 'after it')
try:
    transaction.on_commit(fail, KeyError('at once'))
except KeyError as e:
    print('raised', e)
try:
    with transaction.atomic:
        transaction.on_commit(3)
except TypeError as e:
    print(e)
