# compare stderr
"""An exception in a thread is reported and the others go on."""
import threading
import sys


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook


def bad():
    raise ValueError('in thread')


def good():
    print('good')


for target in (bad, good):
    t = threading.Thread(target=target, name='T-' + target.__name__)
    t.start()
    t.join()
exiting = threading.Thread(target=sys.exit)
exiting.start()
exiting.join()
print('main ends')
