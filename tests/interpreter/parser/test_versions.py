"""The grammars of older versions, which ast.parse(feature_version=...) asks for."""
import pytest

from interpreter.parser.source import VERSION_SHIFT
from support import cpython, ours

# the minor version that brought it, and the source
SOURCES = [
    (5, 'a @ b\n'), (5, 'a @= b\n'), (5, 'async def f(): pass\n'), (5, 'async def f():\n  async for x in y: pass\n'),
    (6, 'x: int\n'), (6, 'x: int = 1\n'), (6, 'x = 1_0\n'), (6, 'x = 1_0.5_0j\n'), (6, 'f"{a}"\n'), (6, 'x = f"a" "b"\n'),
    (8, '(x := 0)\n'), (8, 'f(a:=1)\n'), (8, 'f"{x=}"\n'), (8, 'f"{x:{y=}}"\n'), (8, 'def f(x, /): pass\n'), (8, 'lambda x=1, /: 1\n'),
    (9, 'with (a as b): pass\n'), (9, 'with (a): pass\n'), (10, 'match x:\n  case 1: pass\n'),
    (11, 'try: pass\nexcept* E: pass\n'), (3, 'match = 1\nwith (a), b: pass\nx = a if b else c\n')]


@pytest.mark.parametrize('minor', [4, 5, 7, 8, 9, 10, 11])
def test_versions(minor):
    # below 3.7 CPython's tokenizer has async and await as names in some places
    items = [('exec', source) for since, source in SOURCES if minor > 6 or 'async' not in source]
    for (mode, source), expected in zip(items, cpython(items, minor << VERSION_SHIFT)):
        got = ours(mode, source, minor << VERSION_SHIFT)
        if isinstance(expected, list):
            assert got[:4] == expected[:4]           # the end of the range is that of another token of the layout
        else:
            assert got == expected
