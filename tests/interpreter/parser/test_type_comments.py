"""Type comments (PEP 484), which ast.parse(type_comments=True) asks for."""
from interpreter.parser.source import PyCF_TYPE_COMMENTS
from support import check

SOURCES = [
    'x = 1 # type: int\n',
    'x = y = 1 # type: int\n',
    'x: int = 1 # type: int\n',
    'for a in b: # type: int\n  pass\n',
    'for a in b: # type: int\n  pass # type: ignore\n',
    'with a as b: # type: int\n pass\n',
    'with (a as b): # type: int\n pass\n',
    'with (a): # type: int\n pass\n',
    'async def f():\n'
    ' # type: () -> int\n'
    ' async for x in y: # type: int\n'
    '  pass\n'
    ' async with x: # type: str\n'
    '  pass\n',
    'def f(a, # type: int\n  b): # type: (...) -> int\n pass\n',
    'def f(a # type: int\n  ):\n # type: (...) -> int\n pass\n',
    'def f(a=1, # type: int\n'
    ' *b, # type: str\n'
    ' c, # type: c\n'
    ' d=2, # type: d\n'
    ' **e # type: e\n'
    ' ): pass\n',
    'def f(a, *, # type: int\n b): pass\n',
    'def f(a, /, # type: int\n b): pass\n',
    'def f(**k, # type: k\n): pass\n',
    'def f(): # type: () -> int\n # type: () -> str\n pass\n',
    '# type: ignore\nx = 1 # type: ignore[foo]\n# type: ignored\n',
    '# type: int\nx = 1\n',
    'x = [ # type: int\n 1]\n',
    'x = [ # type: ignore\n 1]\nif x:\n  # type: ignore@xyz\n  pass\n',
    'x = 1 #type:int\n',
    'x = 1 #  type:   int  # foo\n',
    '# type: ignore x\n#type:ignore\n',
    'def f(): # type: () -> int\n # c\n pass\n',
    'def f():\n # c\n # type: () -> int\n pass\n',
    'def f(): # type: () -> int\n pass # type: ignore',
    'if x: # type: int\n pass\n',
    'x # type: int\n',
    'return # type: int',
    'lambda x, # type: int\n y: 1',
    'def f(a, *args # type: int\n): pass',
    'def f(a): pass # type: () -> int\n',
    'def f(a): # type: (int) -> int\n  x = 1 # type: foo\n',
    'def f(*, a # type: int\n ):\n  pass',
    'def f(*a): # type: ignore\n  # type: (int) -> None\n pass\n',
    'def f(\n'
    '  a,  # type: int\n'
    '  b=None,  # type: str\n'
    '):\n'
    '  # type: (...) -> None\n'
    '  pass\n',
    'x = 1 # type: ignor\xc3\xa9',
    'x = 1 # type: ignore\xc3\xa9',
]


def test_type_comments():
    check([('exec', source) for source in SOURCES], PyCF_TYPE_COMMENTS)
