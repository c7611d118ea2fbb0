"""pdb driven by its commands: over functions, generators, coroutines and exceptions."""
import bdb
import io
import os
import pdb
import sys


class Session(pdb.Pdb):
    """A debugger that reads its commands from a list and shows them."""

    def __init__(self, *commands):
        super().__init__(stdin=io.StringIO('\n'.join(commands) + '\n'), stdout=sys.stdout, nosigint=True, readrc=False)
        self.use_rawinput = False

    def precmd(self, line):
        print(line)
        return super().precmd(line)

    def format_stack_entry(self, frame_lineno, lprefix=': '):
        return os.path.basename(super().format_stack_entry(frame_lineno, lprefix))

    def message(self, msg):
        super().message(msg.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, ''))


def session(title, fn, *commands):
    print('=====', title)
    bdb.Breakpoint.clearBreakpoints()
    debugger = Session(*commands)
    try:
        debugger.runcall(fn)
    except bdb.BdbQuit:
        print('quit')
    except Exception as e:
        print('raised', repr(e))
    sys.settrace(None)


def helper(n):
    n += 1
    return n


def loop():
    total = 0
    for i in range(4):
        total = helper(total)
        if i == 2:
            total += 10
    while True:
        total -= 1
        if total < 5:
            break
    try:
        total.missing
    except AttributeError:
        pass
    else:
        total = 0
    finally:
        total = -total
    return total


def numbers():
    x = yield 1
    y = yield 2
    return 3


def outer():
    result = yield from numbers()
    yield result


def generators():
    for value in outer():
        last = value
    g = outer()
    next(g)
    g.send(5)
    g.close()
    return last


async def inner():
    return 7


class Items:
    def __repr__(self):
        return '<items>'

    left = 2

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def coroutine():
    a = await inner()
    async for b in Items():
        a += b
    return a


def run_coroutine():
    try:
        coroutine().send(None)
    except StopIteration as e:
        return e.value


def failing():
    data = {'a': 1}
    try:
        data['b']
    finally:
        del data
    return 1


def last_line():
    x = 1
    pdb_here()


def pdb_here():
    debugger = Session('up', 'p x', 'down', 'next', 'next', 'continue')
    debugger.set_trace(sys._getframe(1))


first = loop.__code__.co_firstlineno
session('step', loop, 'step', 'step', 'step', 'step', 'step', 'step', 'return', 'where', 'step', 'args', 'next', 'p total', 'continue')
session('until', loop, 'next', 'next', 'until %d' % (first + 6), 'p total', 'next', 'next', 'until', 'until', 'until', 'return', 'next')
session('break', loop, 'break helper', 'break %d, i == 2' % (first + 5), 'tbreak %d' % (first + 10), 'break', 'continue', 'where', 'disable 1', 'continue',
        'p i, total', 'ignore 2 1', 'condition 2', 'clear 1', 'continue', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next')
session('commands', loop, 'break %d' % (first + 9), 'commands 1', 'silent', 'p total', 'end', 'continue', 'next', 'next', 'display total', 'next', 'next',
        'display', 'undisplay total', 'continue', 'continue', 'continue', 'continue', 'continue', 'continue', 'continue', 'continue', 'continue')
session('jump', loop, 'next', 'jump %d' % (first + 16), 'jump %d' % (first + 4), 'jump %d' % (first + 13), 'jump %d' % (first + 8), '!total = 6', 'next', 'next',
        'next', 'jump %d' % (first + 11), 'next', 'next', 'jump %d' % (first + 3), 'next', 'next', 'jump %d' % (first + 1), 'quit')
session('generators', generators, 'next', 'step', 'step', 'step', 'step', 'step', 'return', 'next', 'next', 'next', 'step', 'step', 'step', 'step', 'step',
        'step', 'step', 'step', 'step', 'next', 'next', 'continue')
session('next over a generator', generators, 'break outer', 'continue', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'continue', 'next',
        'next', 'continue')
session('coroutines', run_coroutine, 'step', 'step', 'step', 'step', 'step', 'step', 'step', 'step', 'step', 'step', 'next', 'next', 'next', 'next', 'next',
        'next', 'next', 'next', 'continue')
session('exception', failing, 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next')
session('set_trace', last_line, 'continue')
print('===== post mortem')
try:
    failing()
except KeyError as e:
    debugger = Session('where', 'p data', 'up', 'list 1, 3', 'down', 'whatis helper', 'pp {1: 2}', 'quit')
    debugger.reset()
    debugger.interaction(None, e.__traceback__)
session('quit', loop, 'next', 'quit')
session('interact with variables', loop, 'next', '!total = 50', 'p locals()', '!extra = total', 'p extra', 'until %d' % (first + 13), 'p total, extra', 'retval', 'c')
