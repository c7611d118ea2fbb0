"""transaction.add and run: results, nested add, exceptions, misuse."""
import transaction
results = {}


def square(i):
    results[i] = i * i


for i in range(50):
    transaction.add(square, i)
transaction.run()
print(sum(results.values()), len(results))
total = [0]


def grow(n):
    total[0] += 1
    if n > 0:
        transaction.add(grow, n - 1)
        transaction.add(grow, n - 1)


transaction.add(grow, 6)
transaction.run()
print(total)


def fail(i):
    if i == 3:
        raise ValueError('call %d' % i)


for i in range(10):
    transaction.add(fail, i)
try:
    transaction.run()
except ValueError as e:
    print('raised', e)
transaction.run()
print('queue is empty again')


def misuse():
    try:
        transaction.run()
    except transaction.TransactionError as e:
        print(e)


transaction.add(misuse)
transaction.run()
print(transaction.map(lambda x: x ** 2, range(10)))
queue = transaction.TransactionQueue()
for i in range(5):
    queue.add(square, i)
queue.run()
print(queue.number_of_transactions_executed())


def gen():
    for i in range(3):
        order.append(i)
        yield


order = []
queue.add_generator(gen())
queue.run()
print(order, queue.number_of_transactions_executed())
try:
    transaction.set_num_threads(0)
except ValueError as e:
    print(e)
transaction.set_num_threads(2)
print(transaction.getsegmentlimit() >= 1, isinstance(transaction.stats(), dict))
