# compare stderr
"""print inside transactions: the output of a block comes at its commit, whole, in the order of the prints."""
import sys
import threading
import transaction

print('before', end=' ')
with transaction.atomic:
    print('inside', 1, sep='-')
    sys.stdout.write('written\n')
    print('flushed', flush=True)
    sys.stdout.flush()
    print('é😀', end='!\n')
    transaction.on_commit(print, 'on commit')
    print('after on_commit')
print('after')
try:
    with transaction.atomic:
        print('printed before the exception')
        1 / 0
except ZeroDivisionError as e:
    print('caught', e)
try:
    with transaction.atomic:
        print('surrogates:')
        print('\ud800')
except UnicodeEncodeError as e:
    print(type(e).__name__)


def work(n):
    print('call', n, end=' ')
    print('of the run')


def silent():
    return None


other = threading.Thread(target=silent)
for n in range(30):
    transaction.add(work, n)
transaction.run(ordered=True)

lines = []
for n in range(50):
    transaction.add(lambda n: print('%d' % n, '=' * (n % 7), file=sys.stderr) if n == 25 else None, n)
transaction.run()
done = threading.Event()


def computing():
    n = 0
    while not done.is_set():
        n += 1


thread = threading.Thread(target=computing)
thread.start()
for n in range(20):
    with transaction.atomic:
        print('line', n, 'first half,', end=' ')
        print('second half')
with transaction.atomic:
    print('closing')
    sys.stdout.flush()
done.set()
thread.join()


class Writer:
    def write(self, text):
        lines.append(text)


with transaction.atomic:
    print('to an object', file=Writer())
print(lines)
