# compare stderr
"""print inside transactions: the output of a block comes at its commit, whole, in the order of the prints."""
import os
import signal
import subprocess
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

# what cannot be undone, and others can see: what was printed before it comes out before it
sys.stdout.flush()
with transaction.atomic:
    print('printed before os.write', flush=True)
    os.write(1, b'os.write\n')
    print('printed between', flush=True)
    os.write(1, b'os.write again\n')
    print('printed after os.write', flush=True)
    os.system('echo os.system')
    print('before a child', flush=True)
    subprocess.run(['echo', 'child'])
    print('printed before a raw write', flush=True)
    with open(1, 'wb', buffering=0, closefd=False) as raw:
        raw.write(b'raw write\n')


def in_child(act):
    """act() in a child process, in a transaction that has printed."""
    pid = os.fork()
    if pid == 0:
        with transaction.atomic:
            print('printed in the child', flush=True)
            act()
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


in_child(lambda: os._exit(3))
in_child(lambda: os.execv('/bin/echo', ['echo', 'execv']))
in_child(lambda: os.kill(os.getpid(), signal.SIGKILL))
