"""transaction: queues of their own, generators, additions while running, map, counts, errors."""
import transaction
q = transaction.TransactionQueue()
done = set()


def visit(n):
    done.add(n)
    for m in (2 * n, 2 * n + 1):
        if m < 40:
            q.add(visit, m)


q.add(visit, 1)
q.run()
print(sorted(done) == list(range(1, 40)), q.number_of_transactions_executed())
q.add(done.clear)
q.run()
print(done, q.number_of_transactions_executed())
print(transaction.map(lambda x: x * x, range(10)), transaction.map(str, []), transaction.map(len, 'abc'))
totals = [0] * 5


def steps(k):
    for i in range(4):
        totals[k] += i
        yield


g = transaction.TransactionQueue()
for k in range(5):
    g.add_generator(steps(k))
g.run()
print(totals)
order = []
o = transaction.TransactionQueue()


def parent(n):
    order.append(n)
    if n < 3:
        o.add(parent, n + 10)


for n in range(4):
    o.add(parent, n)
o.run(ordered=True)
print(order)


class Boom(Exception):
    pass


def explode(n):
    if n == 2:
        raise Boom('call %d' % n)


e = transaction.TransactionQueue()
for n in range(5):
    e.add(explode, n)
try:
    e.run(ordered=True)
except Boom as x:
    print('raised', x, e.number_of_transactions_executed())
e.add(order.append, 'still usable')
e.run()
print(order[-1])
for bad in (lambda: transaction.set_num_threads(0), lambda: transaction.add(5) or transaction.run(), lambda: transaction.add() , lambda: q.run(nope=1)):
    try:
        bad()
    except Exception as x:
        print(type(x).__name__, str(x).split('.')[-1])


def inner_run():
    try:
        transaction.TransactionQueue().run()
    except transaction.TransactionError as x:
        order.append(str(x))


transaction.add(inner_run)
transaction.run()
print(order[-1], transaction.is_atomic(), transaction.getsegmentlimit() >= 1, type(transaction.stats()).__name__, transaction.hint_commit_soon())
kw = {}
transaction.add(kw.update, {'a': 1}, b=2)
transaction.run()
print(kw)
empty = transaction.TransactionQueue()
empty.run()
print(empty.number_of_transactions_executed())
with transaction.atomic:
    print(transaction.is_atomic())
    with transaction.atomic:
        print(transaction.is_atomic())
    try:
        with transaction.exclusive_atomic:
            print('not reached')
    except transaction.TransactionError as x:
        print(x)
print(transaction.is_atomic(), repr(transaction.atomic))
try:
    with transaction.atomic:
        raise KeyError('leaves atomic')
except KeyError as x:
    print(x, transaction.is_atomic())
