"""Where errors over several lines end: in the line that is shown."""
from support import check

SOURCES = ['foo(a, z\n    for z in\n    range(10), b, c)', 'x = foo(a, z\n    for z in\n    range(10), b, c)\ny=1',
           "\xc3\xa9 = foo('\xc3\xa9', z\n  for z in\n   range(1000000000000000), b)\n", 'f(a for a in\n b, c)\n', '(a,\n b + 1) += 1\n',
           '(aaaaaaaaaaaaaaaaa +\n b) = 1\n', 'x(\n a) = 1', 'print f(\n  aaaaaaaaaaaaa)\n']


def test_ranges():
    check([('exec', '\xef\xbb\xbf' + source) for source in SOURCES] + [('exec', source) for source in SOURCES])


def test_blank_lines_after_a_single_statement():
    check([('single', source) for source in ('1 + 2\t\t\n        ', '1 + 2\n\t\n \n', '1\n  2', '1\n  # c\n', 'x = 1\n  \ny\n', 'if x: y\n  ')])


def test_function_types():
    check([('func_type', source) for source in (
        '(int, *str, **Any) -> x', '(int, *str, *Any) -> x', '(int, **str, Any) -> x', '(**int, **str) -> x', '(*a, b) -> x', '(**a, *b) -> x', '(*a,) -> x', '(a,) -> x', '() -> x')])


def test_defaults_of_starred_parameters():
    check([('exec', source) for source in (
        'def f(*a: *b = (1,)): pass\n', 'def f(*a: b = 1): pass\n', 'def f(*a = 1): pass\n', 'lambda *a=1: 0\n')])
