"""signal: handlers, their order, what sleeping and waiting do."""
import _pyio
import io
import os
import signal
import threading
import time

seen = []


def handler(number, frame):
    seen.append((signal.Signals(number).name, frame is not None))


print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.signal(signal.SIGUSR1, handler) == signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(seen, signal.getsignal(signal.SIGUSR1) is handler)
try:
    signal.raise_signal(signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt:
    print('interrupted')
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.02)
start = time.monotonic()
time.sleep(0.1)
print(time.monotonic() - start >= 0.1, seen[-1][0], signal.getitimer(signal.ITIMER_REAL))
for args in [(0, handler), (signal.SIGKILL, handler), (signal.SIGUSR1, 'x')]:
    try:
        signal.signal(*args)
    except Exception as e:
        print(type(e).__name__, e)
print(signal.strsignal(signal.SIGTERM), signal.SIGTERM in signal.valid_signals())
old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print(old, signal.sigpending() == {signal.SIGUSR1}, len(seen))
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
time.sleep(0.01)
print(len(seen))


def raising(number, frame):
    raise OverflowError('from the handler')


signal.signal(signal.SIGUSR2, raising)


def later():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGUSR2)


thread = threading.Thread(target=later)
lock = threading.Lock()
lock.acquire()
try:
    thread.start()
    lock.acquire()
except OverflowError as e:
    print('lock:', e)
thread.join()


def in_thread():
    try:
        signal.signal(signal.SIGUSR1, handler)
    except ValueError as e:
        print(e)


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()

# waiting for signals, and timers
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM, signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGALRM)
info = signal.sigtimedwait([signal.SIGALRM], 0)
print(info.si_signo, info.si_code, info.si_pid == os.getpid(), type(info), len(info))
print(signal.sigtimedwait([signal.SIGALRM], 0.05))
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigwaitinfo([signal.SIGUSR1])[:2])
for function, args in [(signal.sigtimedwait, ([14], -1.0)), (signal.pthread_sigmask, (0, [1 << 1000])), (signal.pthread_sigmask, (0, ['x'])),
                       (signal.setitimer, (-1, 0)), (signal.getitimer, (9,)), (signal.setitimer, (0, -1)), (signal.pthread_sigmask, (0, [64])),
                       (signal.pidfd_send_signal, (0, 2, 5)), (signal.pidfd_send_signal, (0, 2))]:
    try:
        print(function(*args))
    except Exception as e:
        print(type(e), e, isinstance(e, signal.ItimerError))

# a signal is noticed soon, however long each round of a loop takes
numbers = list(range(100000))
before = len(seen)
signal.pthread_sigmask(signal.SIG_SETMASK, [])
signal.setitimer(signal.ITIMER_REAL, 0.02)
for _ in range(3000):
    numbers.count(-1)
    if len(seen) > before:
        break
else:
    print('not noticed')
# a handler that raises ends the call that was cut short by its signal
signal.signal(signal.SIGALRM, raising)
for stream in io, _pyio:
    for buffering in 0, 8192:
        for write in os.write, None:
            r, w = os.pipe()
            raw = stream.open(w, 'wb', buffering, closefd=False)
            signal.setitimer(signal.ITIMER_REAL, 0.02)
            try:
                raw.write(bytes(1 << 20)) if write is None else write(w, bytes(1 << 20))
            except OverflowError as e:
                print(stream.__name__, buffering, e)
            os.close(r)
