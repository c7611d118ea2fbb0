"""What holds for the code of any program: verify.py over files of the standard library; the shape of a few short ones; the code cache."""
import os
import random
import subprocess
import sys

import pytest

import interpreter.typedef
from interpreter.compiler import codecache, opcodes
from interpreter.compiler.compile import compile_ast
from interpreter.objects.code import W_Code
from interpreter.parser.error import ParseError
from interpreter.parser.parser import parse
import running
from verify import verify

interpreter.typedef.finish_typedefs()

FILES = """_collections_abc.py argparse.py ast.py asyncio/base_events.py contextlib.py dataclasses.py enum.py functools.py inspect.py
           json/decoder.py os.py re/_parser.py subprocess.py test/test_asyncgen.py test/test_coroutines.py test/test_except_star.py
           test/test_grammar.py test/test_patma.py test/test_unpack_ex.py test/test_with.py threading.py typing.py""".split()


def stdlib():
    return subprocess.check_output([running.PYTHON, '-c', 'import os; print(os.path.dirname(os.__file__))']).strip()


def compiled(source, filename='<test>'):
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(30000)
    try:
        return compile_ast(parse(source, filename, 'exec'), filename)
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize('name', FILES)
def test_stdlib(name):
    path = os.path.join(stdlib(), name)
    with open(path) as f:
        w_code = compiled(f.read(), path)
    assert verify(w_code) > 1
    data = codecache.dump_code(w_code)
    assert codecache.dump_code(codecache.load_code(data)) == data


def function(source):
    """The instructions of the first function, as text."""
    w_code = compiled(source)
    verify(w_code)
    for w_const in w_code.consts_w:
        if isinstance(w_const, W_Code):
            return ['%s %s' % (name, ' '.join(map(str, operands)))
                    for _, name, operands in opcodes.disassemble(w_const.bytecode)]


def test_results_go_to_their_variable():
    assert function('def f(a, b):\n  c = a + b\n  return c\n') == ['BINARY_ADD 2 0 1', 'RETURN 2']
    assert function('def f(a, b):\n  a = f(a, b)\n  return a\n') == ['LOAD_GLOBAL 2 0 0', 'CALL 0 2 2 0 1', 'RETURN 0']
    assert function('def f(a, b):\n  a, b = b, a + b\n  return a\n') == [
        'MOVE 2 1', 'BINARY_ADD 1 0 1', 'MOVE 0 2', 'RETURN 0']


def test_loop():
    assert function('def f(n):\n  i = 0\n  while i < n:\n    i += 1\n  return i\n') == [
        'MOVE 1 -2', 'JUMP_UNLESS_LT 1 0 13', 'INPLACE_ADD 1 1 -3', 'JUMP_BACK 3', 'RETURN 1']
    assert function('def f(s):\n  for x in s:\n    x.m(x, 1)\n') == [
        'GET_ITER 2 0', 'FOR_ITER 1 2 17', 'CALL_METHOD 3 1 0 0 2 1 -2', 'JUMP_BACK 3', 'RETURN -1']


def test_locals_are_tested_where_they_may_be_unbound():
    code = function('def f(c):\n  if c: x = 1\n  print(x)\n  print(x)\n  return x\n')
    assert [line for line in code if line.startswith('CHECK')] == ['CHECK_LOCAL 1']
    code = function('def f(c):\n  if c: x = 1\n  else: x = 2\n  for y in x: x = y\n  return x\n')
    assert [line for line in code if line.startswith('CHECK')] == []
    code = function('def f(c):\n  for i in c: y = i\n  else: z = 1\n  return z + y\n')
    assert [line for line in code if line.startswith('CHECK')] == ['CHECK_LOCAL 2']
    code = function('def f():\n  try: x = 1; y = g()\n  except E: return x\n  return y\n')
    assert [line for line in code if line.startswith('CHECK')] == ['CHECK_LOCAL 0']


def test_dead_code():
    assert function('def f():\n  return 1\n  g()\n') == ['RETURN -2']
    assert function('def f():\n  while True:\n    if 0: g()\n') == ['NOP ', 'JUMP_BACK 1']     # lines are traced: NOP outside of the loop


def test_method_lookup_comes_before_arguments_with_effects():
    assert function('def f(a):\n  a.m(g())\n') == [
        'LOAD_METHOD 1 2 0 0 0', 'LOAD_GLOBAL 3 1 1', 'CALL 3 3 0', 'CALL_LOADED 1 1 2 1 3', 'RETURN -1']


def test_nesting_ends_in_an_error():
    for source in ('x = ' + '-' * 5000 + '1\n', 'x = 1' + '+y' * 5000 + '\n', 'if x: pass\n' + 'elif x: pass\n' * 5000,
                   'x' + '.y' * 5000 + '\n', 'x = ' + 'a if b else ' * 3000 + 'c\n', 'x' + '()' * 4000 + '\n'):
        with pytest.raises(ParseError) as info:
            compiled(source)
        assert info.value.kind in ('RecursionError', 'MemoryError')


CONSTANTS = ("x = [0, 1, -1, 127, 128, -129, 2**62, 2**63, -2**63, 10**40, -10**40, 1.5, -0.0, 1e400, 2j, 0.5-3j, 'a', '',"
             " '\\ud800', '\\xe9\\U0001f600', b'', b'\\0\\xff', (), (1, (2.0, 'x'), None), True, False, ..., None]\n"
             "y = 1 in {1, 2, 'three'}\n"
             "def f(a, b=1, /, c=2, *d, e, f=3, **g):\n  return lambda: (a, g, [z for z in d])\n")


def test_cache_keeps_all_constants():
    w_code = compiled(CONSTANTS)
    data = codecache.dump_code(w_code)
    w_again = codecache.load_code(data)
    verify(w_again)
    assert codecache.dump_code(w_again) == data
    assert w_again.equals(w_code)


def test_cache_refuses_damaged_data():
    data = codecache.dump_code(compiled(CONSTANTS))
    for size in range(0, len(data), 7):
        with pytest.raises(codecache.BadCode):
            codecache.load_code(data[:size])
    with pytest.raises(codecache.BadCode):
        codecache.load_code(data + '\0')
    random_source = random.Random(20111)
    refused = 0
    for i in range(300):
        damaged = list(data)
        for k in range(random_source.randrange(1, 4)):
            damaged[random_source.randrange(len(data))] = chr(random_source.randrange(256))
        try:
            codecache.load_code(''.join(damaged))       # may be valid: another constant
        except codecache.BadCode:
            refused += 1
    assert refused > 100
