"""What differs from CPython 3.11 on purpose when a trace function changes a frame: nothing unbound is read, no jump is unsafe."""
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from evalrunning import run

JUMP = '''
def jump(fn, start, target, event='line'):
    first = fn.__code__.co_firstlineno
    def tracer(frame, happened, arg):
        if frame.f_code is fn.__code__:
            if happened == event and frame.f_lineno == first + start:
                try:
                    frame.f_lineno = first + target
                except ValueError as e:
                    print(e)
            return tracer
    settrace(tracer)
    try:
        result = fn()
        if not isinstance(result, (tuple, str)):
            result = [x for x in result]
    finally:
        settrace(None)
    print(result)
'''


def test_unbound_variables_are_none_after_a_jump():
    assert run(JUMP + '''
def f():
    a = 1
    b = 2
    del b
    c = a
    return a, c
jump(f, 1, 5)
jump(f, 1, 4)
''') == '(None, None)\n(None, None)\n'


def test_variable_that_the_code_relies_on_cannot_be_deleted():
    assert run('''
def f():
    a = 1
    b = 2
    return a
def tracer(frame, event, arg):
    if frame.f_code is f.__code__:
        frame.f_locals.clear()
        return tracer
settrace(tracer)
print(f())
settrace(None)
''') == '1\n'


def test_a_generator_goes_on_where_a_jump_at_its_yield_led():
    assert run(JUMP + '''
def g():
    yield 1
    yield 2
    x = yield 3
    yield x
jump(g, 1, 3, 'return')
''') == '[1, 3, None]\n'


def test_no_jump_to_where_something_else_is_in_a_register():
    assert run(JUMP + '''
class CM:
    def __enter__(self): pass
    def __exit__(self, *args): pass
def f():
    for x in [1]:
        y = 2
    with CM():
        z = 4
    return 'done'
jump(f, 2, 4)
''') == 'incompatible stacks\ndone\n'
