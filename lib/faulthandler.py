"""faulthandler: the Python tracebacks of all threads, on request, after a time, or at a signal.

A program here cannot go on in Python code after a fatal signal: `enable` only remembers what it was asked for.
"""

import os
import signal
import sys
import threading

MAX_FRAMES = 100

_enabled = (sys.flags.dev_mode or 'faulthandler' in sys._xoptions
            or not sys.flags.ignore_environment and bool(os.environ.get('PYTHONFAULTHANDLER')))
_timer = None
_registered = {}           # signal number -> (file descriptor, all_threads, chain, previous handler)


def _descriptor(file):
    """The file descriptor to write to: of a number, of a file object, or of sys.stderr for None."""
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError('unable to get sys.stderr')
    if isinstance(file, int):
        if file < 0:
            raise ValueError('file is not a valid file descripter')
        return file
    fd = file.fileno()
    if not isinstance(fd, int):
        raise RuntimeError('file.fileno() is not a valid file descriptor')
    file.flush()
    return fd


def _stack(frame):
    lines = []
    while frame is not None:
        if len(lines) == MAX_FRAMES:
            lines.append('  ...\n')
            break
        code = frame.f_code
        lines.append('  File "%s", line %d in %s\n' % (code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    return ''.join(lines)


def _dump(fd, all_threads, current, frame):
    """Writes the stack of the thread `current`, which is at `frame`, and of the others."""
    if not all_threads:
        text = 'Stack (most recent call first):\n' + _stack(frame)
    else:
        pieces = []
        for thread, other in sys._current_frames().items():
            if thread == current:
                pieces.append('Current thread 0x%016x (most recent call first):\n%s' % (thread, _stack(frame)))
            else:
                pieces.append('Thread 0x%016x (most recent call first):\n%s' % (thread, _stack(other)))
        text = '\n'.join(pieces)
    os.write(fd, text.encode('ascii', 'backslashreplace'))


def dump_traceback(file=None, all_threads=True):
    """Writes the traceback of this thread, or of all of them, to a file."""
    _dump(_descriptor(file), all_threads, threading.get_ident(), sys._getframe(1))


def enable(file=None, all_threads=True):
    """Remembers that tracebacks are wanted when the program dies."""
    global _enabled
    _descriptor(file)
    _enabled = True


def disable():
    """Takes enable() back; says whether it was in force."""
    global _enabled
    was_enabled, _enabled = _enabled, False
    return was_enabled


def is_enabled():
    """Was enable() called?"""
    return _enabled


def _time_text(seconds):
    whole = int(seconds)
    fraction = round((seconds - whole) * 1000000)
    text = '%d:%02d:%02d' % (whole // 3600, whole // 60 % 60, whole % 60)
    if fraction:
        text += '.%06d' % fraction
    return text


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Writes the tracebacks of all threads once the time is over, unless it is cancelled."""
    global _timer
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    fd = _descriptor(file)
    cancel_dump_traceback_later()
    stop = threading.Event()

    def watch():
        while not stop.wait(timeout):
            os.write(fd, ('Timeout (%s)!\n' % _time_text(timeout)).encode())
            _dump(fd, True, None, None)
            if exit:
                os._exit(1)
            if not repeat:
                break
    _timer = stop
    threading.Thread(target=watch, name='faulthandler', daemon=True).start()


def cancel_dump_traceback_later():
    """Takes dump_traceback_later() back."""
    global _timer
    if _timer is not None:
        _timer.set()
        _timer = None


def _handler(signum, frame):
    fd, all_threads, chain, previous = _registered[signum]
    _dump(fd, all_threads, threading.get_ident(), frame)
    if chain and callable(previous):
        previous(signum, frame)
    elif chain and previous == signal.SIG_DFL:
        signal.signal(signum, signal.SIG_DFL)
        os.kill(os.getpid(), signum)


def register(signum, file=None, all_threads=True, chain=False):
    """Has the tracebacks written whenever the signal comes."""
    if signum in (signal.SIGSEGV, signal.SIGFPE, signal.SIGABRT, signal.SIGBUS, signal.SIGILL):
        raise RuntimeError('signal %d cannot be registered, use enable() instead' % signum)
    if not 1 <= signum < signal.NSIG:
        raise ValueError('signal number out of range')
    fd = _descriptor(file)
    previous = signal.signal(signum, _handler)
    if signum in _registered:
        previous = _registered[signum][3]
    _registered[signum] = (fd, all_threads, chain, previous)


def unregister(signum):
    """Takes register() back; says whether it was in force."""
    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum)[3])
    return True
