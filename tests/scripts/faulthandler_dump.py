"""faulthandler: tracebacks on request and at a signal."""
import faulthandler
import os
import signal
import sys
import tempfile


def inner(file):
    faulthandler.dump_traceback(file, all_threads=False)


def outer(file):
    inner(file)


def content(file):
    file.seek(0)
    text = file.read()
    file.seek(0)
    file.truncate()
    return text


file = tempfile.TemporaryFile('w+')
outer(file)
print(content(file))
faulthandler.enable(file)
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled(), faulthandler.disable())
faulthandler.register(signal.SIGUSR1, file, all_threads=False)


def signalled():
    os.kill(os.getpid(), signal.SIGUSR1)
    for i in range(1000):
        pass


signalled()
print('in signalled' in content(file))
print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
for bad in (0, -1):
    try:
        faulthandler.dump_traceback_later(bad)
    except ValueError as e:
        print(e)
try:
    faulthandler.register(signal.SIGSEGV, sys.__stdout__)
except RuntimeError as e:
    print(e)
faulthandler.dump_traceback_later(1000, file=file)
faulthandler.cancel_dump_traceback_later()
print(content(file) == '')
