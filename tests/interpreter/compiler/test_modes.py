"""What the arguments of compile() change: the optimize level, the mode, the flags."""
import pytest

from interpreter import ops
from interpreter.compiler import opcodes
from interpreter.compiler.compile import compile_ast, PyCF_ALLOW_TOP_LEVEL_AWAIT
from interpreter.compiler.future import CO_FUTURE_ANNOTATIONS
from interpreter.objects.code import CO_COROUTINE, CO_NESTED, CO_GENERATOR, CO_ASYNC_GENERATOR
from interpreter.parser.parser import parse
import running

OPTIMIZED = '''
"""module doc"""
def f():
    "function doc"
    assert 0, 'assertion'
    return __debug__
class C:
    "class doc"
    if __debug__: x = 'debug'
    else: x = 'no debug'
try: print(f())
except AssertionError as e: print(e)
print(f.__doc__, C.__doc__, C.x, globals().get('__doc__'))
def g():
    if not __debug__: yield 1
print(type(g()).__name__)
try: assert (print('evaluated'), 0)[1]
except AssertionError: print('raised')
'''


@pytest.mark.parametrize('optimize', [0, 1, 2])
def test_optimize(optimize):
    running.check(OPTIMIZED, optimize)


def names(source, mode, flags=0):
    w_code = compile_ast(parse(source, '<test>', mode), '<test>', 0, flags)
    return [name for _, name, _ in opcodes.disassemble(w_code.bytecode)], w_code


def test_interactive():
    assert names('x\n', 'single')[0] == ['LOAD_NAME', 'PRINT_EXPR', 'RETURN']
    assert names('"not a docstring"\n', 'single')[0] == ['PRINT_EXPR', 'RETURN']
    assert names('if x: y\n', 'single')[0] == ['LOAD_NAME', 'JUMP_IF_FALSE', 'LOAD_NAME', 'PRINT_EXPR', 'RETURN']
    assert 'PRINT_EXPR' not in names('def f(): x\n', 'single')[0]


def test_expression():
    code, w_code = names('x + 1', 'eval')
    assert code == ['LOAD_NAME', 'BINARY_ADD', 'RETURN']
    assert w_code.name == '<module>' and w_code.firstlineno == 1


def test_top_level_await():
    for source in ('await x\n', 'async for y in x: pass\n', 'async with x: pass\n', '[y async for y in x]\n'):
        _, w_code = names(source, 'exec', PyCF_ALLOW_TOP_LEVEL_AWAIT)
        assert w_code.flags & CO_COROUTINE
    assert not names('x\n', 'exec', PyCF_ALLOW_TOP_LEVEL_AWAIT)[1].flags & CO_COROUTINE


def test_flags():
    _, w_code = names('from __future__ import annotations\ndef f():\n  def g(): yield\n', 'exec')
    assert w_code.flags == CO_FUTURE_ANNOTATIONS
    w_f = w_code.consts_w[[ops.type(w).name for w in w_code.consts_w].index('code')]
    assert w_f.flags == CO_FUTURE_ANNOTATIONS | 3
    w_g = w_f.consts_w[-1]
    assert w_g.flags == CO_FUTURE_ANNOTATIONS | 3 | CO_NESTED | CO_GENERATOR
    _, w_code = names('async def f(*a, **k): yield\n', 'exec', CO_FUTURE_ANNOTATIONS)
    assert w_code.consts_w[0].flags == CO_FUTURE_ANNOTATIONS | 3 | 4 | 8 | CO_ASYNC_GENERATOR
