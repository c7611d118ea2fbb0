"""Random expressions over the built-in types: operators, methods, functions, formats, with values that like to go wrong.

A program is a list of sources that are evaluated one by one; what each gives, value or exception, is a line of output.
"""

import random

PRELUDE = '''
import re, sys
from fractions import Fraction
from collections import deque, OrderedDict, Counter, namedtuple
P = namedtuple('P', 'x y')
class I(int): pass
class S(str): pass
class L(list): pass
class D(dict): pass
class N:
    def __index__(self): return 2
    def __repr__(self): return 'N()'
    def __format__(self, spec): return 'N<%s>' % spec
MESSAGES = len(sys.argv) > 1
def show(v, depth=0):
    t = type(v)
    if depth > 6: return '...'
    if isinstance(v, (set, frozenset)): return t.__name__ + '{' + ', '.join(sorted(show(x, depth + 1) for x in v)) + '}'
    if t in (list, tuple, deque, L): return t.__name__ + '[' + ', '.join(show(x, depth + 1) for x in v) + ']'
    if isinstance(v, dict): return t.__name__ + '{' + ', '.join(show(k, depth + 1) + ': ' + show(x, depth + 1) for k, x in v.items()) + '}'
    if t.__name__.endswith(('iterator', 'reversed', 'generator')) or t in (map, filter, zip, enumerate): return t.__name__ + show(list(v), depth + 1)
    if t in (type({}.keys()), type({}.values()), type({}.items())): return t.__name__ + show(list(v), depth + 1)
    r = repr(v)
    if len(r) > 300: r = r[:200] + '...%d' % len(r)
    return t.__name__ + ' ' + r
def do(source):
    try: text = show(eval(source))
    except Exception as e: text = 'raises ' + type(e).__name__ + (': ' + str(e) if MESSAGES else '')
    text = re.sub(' at 0x[0-9a-f]+', ' at 0x', text)
    print(source.encode('ascii', 'backslashreplace').decode()[:150], '=>', text.encode('ascii', 'backslashreplace').decode())
'''

INTS = ['0', '1', '-1', '2', '3', '-7', '10', '255', '256', '1 << 31', '2 ** 63 - 1', '-2 ** 63', '2 ** 63', '10 ** 20', '-10 ** 25 + 7', '7 ** 77', 'True', 'False',
        'I(5)', 'sys.maxsize', '12345678901234567890']
FLOATS = ['0.0', '-0.0', '1.0', '-1.5', '0.1', '2.5', '3.5', '1e16', '1e22', '1.7976931348623157e308', '5e-324', 'float("inf")', 'float("-inf")', 'float("nan")',
          '123456.789', '1e-7', '2.0 ** 53', '1/3']
COMPLEXES = ['1j', '1+2j', '-0.0j', 'complex(0, float("inf"))', '2.5-0j']
STRS = ['""', '"a"', '"abc"', '"Hello World"', '"\\u00e9t\\u00e9"', '"\\U0001f600x"', '"a\\tb\\nc"', '"  pad "', '"12"', '"-3.5e2"', '"\\u0130\\u00df\\ufb03"', '"aXbXc"',
        '"abcabcabc"', '"\\x00"', '"%s-%d"', '"{0!r:>8}"', 'S("sub")', '"\\u0661\\u0662"', '"\\r\\n\\x0b\\x1c\\u2028z"', '"xyzzy" * 9']
BYTES = ['b""', 'b"a"', 'b"abc"', 'b"\\xff\\x00z"', 'b"a b  c"', 'bytearray(b"abc")', 'bytearray(b"")', 'b"x" * 40', 'bytes(range(5))', 'b"ABC abc"', 'memoryview(b"abc")']
LISTS = ['[]', '[1]', '[3, 1, 2]', '[1, "a", None]', '[[1], [2]]', 'list(range(10))', '["b", "a"]', 'L([1, 2])', '[1.5, 2]', '[True, 0, 1]', '[()]']
TUPLES = ['()', '(1,)', '(1, 2, 3)', '("a", 1)', '((1, 2), (3, 4))', 'P(1, 2)', '(None, True)', '("a", "b")']
DICTS = ['{}', '{"a": 1}', '{1: 2, 3: 4}', 'dict(x=1, y=2)', '{(1, 2): "t"}', '{"a": {"b": 1}}', 'D(z=1)', 'OrderedDict(a=1, b=2)', 'Counter("abca")', '{1: "i", True: "b", 1.0: "f"}']
# only those that CPython iterates in the order of insertion, too
SETS = ['set()', '{1, 2, 3}', '{"a"}', 'frozenset([1, 2])', 'frozenset()', '{None}', 'set("b")', '{1.0, 2}']
RANGES = ['range(0)', 'range(5)', 'range(10, 0, -3)', 'range(2, 3)', 'range(2 ** 64, 2 ** 64 + 3)', 'slice(1, None, 2)', 'slice(None, None, -1)', 'slice(-2, 10)']
OTHERS = ['None', '...', 'NotImplemented', 'int', 'str', 'len', 'N()', 'Fraction(1, 3)', 'deque([1, 2, 3])', 'deque("ab", 1)', 'object', 'iter([1, 2])', '(x for x in "ab")', 'print', 'zip']
KINDS = {'int': INTS, 'float': FLOATS, 'complex': COMPLEXES, 'str': STRS, 'bytes': BYTES, 'list': LISTS, 'tuple': TUPLES, 'dict': DICTS, 'set': SETS, 'range': RANGES,
         'other': OTHERS}
BINARY = ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '@', '==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is not', 'and', 'or']
UNARY = ['-', '+', '~', 'not ']
FUNCTIONS = ['abs', 'bool', 'int', 'float', 'complex', 'str', 'repr', 'ascii', 'bytes', 'bytearray', 'list', 'tuple', 'dict', 'set', 'frozenset', 'len', 'sorted', 'reversed',
             'sum', 'min', 'max', 'any', 'all', 'round', 'hex', 'oct', 'bin', 'chr', 'ord', 'enumerate', 'zip', 'range', 'slice', 'divmod', 'pow', 'format', 'isinstance',
             'callable', 'iter', 'next', 'type', 'map', 'filter', 'int.from_bytes', 'str.maketrans', 'dict.fromkeys', 'bytes.fromhex', 'float.fromhex', 'memoryview', 'hash',
             'deque', 'Counter', 'issubclass', 'getattr', 'hasattr', 'Fraction', 'sum', 'float.hex', 'bytes.maketrans']
NOT_HASHED = {'str', 'bytes', 'other', 'tuple', 'set', 'dict', 'range'}     # what has a hash that depends on the build or on addresses
METHODS = {
    'int': 'bit_length bit_count to_bytes as_integer_ratio conjugate __index__ __round__ __floor__ __divmod__ __rpow__ __format__ real numerator',
    'float': 'is_integer hex as_integer_ratio __round__ __trunc__ __floor__ __ceil__ conjugate __format__ __int__ __divmod__',
    'complex': 'conjugate real imag __abs__ __pow__ __format__',
    'str': 'upper lower title capitalize casefold swapcase strip lstrip rstrip split rsplit splitlines partition rpartition join replace find rfind index rindex count '
           'startswith endswith center ljust rjust zfill encode expandtabs format format_map translate isalpha isdigit isdecimal isnumeric isalnum isspace isidentifier isprintable '
           'istitle isupper islower isascii removeprefix removesuffix __getitem__ __contains__ __mul__ __mod__ __format__ __add__',
    'bytes': 'upper lower title capitalize swapcase strip lstrip rstrip split rsplit splitlines partition rpartition join replace find rfind index rindex count startswith '
             'endswith center ljust rjust zfill decode expandtabs translate isalpha isdigit isalnum isspace istitle isupper islower isascii hex removeprefix removesuffix '
             '__getitem__ __contains__ __mul__ __mod__ append extend insert pop remove reverse clear copy tobytes tolist cast',
    'list': 'append extend insert pop remove reverse clear copy sort index count __getitem__ __setitem__ __delitem__ __contains__ __add__ __mul__ __imul__ __iadd__ __eq__ __lt__',
    'tuple': 'index count __getitem__ __contains__ __add__ __mul__ __eq__ __lt__ _replace _asdict',
    'dict': 'get pop popitem setdefault update keys values items copy clear fromkeys __getitem__ __setitem__ __delitem__ __contains__ __or__ __ior__ __eq__ move_to_end most_common '
            'elements subtract',
    'set': 'add discard remove pop clear copy update union intersection difference symmetric_difference issubset issuperset isdisjoint intersection_update difference_update '
           'symmetric_difference_update __or__ __and__ __sub__ __xor__ __le__ __eq__ __contains__',
    'range': 'index count indices start stop step __getitem__ __contains__ __len__ __eq__ __reversed__',
    'other': '__call__ __eq__ append appendleft pop popleft rotate extendleft __index__ limit_denominator __next__ __reduce__ index insert'}
FORMATS = ['', 'd', '5', '<8', '>8', '^9', '*^11', '+', ' ', '08', '+.3f', '.2e', 'g', '.3g', '#x', '#010b', 'o', 'c', 'n', '%', ',', '_', ',.2f', '_x', '10.3', 's', '.2s', '=+9',
           '0=7d', 'é>6', '-', '#.0f', '.0f', 'z.1f', '!', '5.', '10000d', 'E', 'G', 'F', 'X', '<', '+d', '+s', '.3d', ',b', '_b', '__', '#g', '0', '00', '0<5']
PERCENTS = ['%s', '%r', '%a', '%d', '%i', '%u', '%5d', '%-5d|', '%05d', '%+d', '% d', '%x', '%#x', '%X', '%o', '%#o', '%e', '%.3f', '%g', '%G', '%#g', '%c', '%%', '%5s|', '%-6s|',
            '%.2s', '%*d', '%.*f', '%(a)s', '%(a)5.1f', '%', '%z', '%ld', '%(x', '%5%', '%b', '%s %s', '%08.3f', '%+.2e', '% x', '%-08d|']


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def kind(self):
        return self.r.choice(list(KINDS))

    def value(self, kind=None):
        return self.r.choice(KINDS[kind or self.kind()])

    def small(self):
        return self.r.choice(['0', '1', '-1', '2', '5', '-3', '100', 'None', 'True', 'N()'])

    def arguments(self, kind, count):
        """Values that a method of this kind may like, mostly."""
        alike = {'str': ['str', 'str', 'int', 'tuple'], 'bytes': ['bytes', 'bytes', 'int'], 'list': ['int', 'list', 'str'], 'set': ['set', 'set', 'list', 'int'],
                 'dict': ['str', 'int', 'dict', 'tuple'], 'tuple': ['int', 'tuple'], 'range': ['int', 'range']}
        result = []
        for _ in range(count):
            chance = self.r.random()
            if chance < 0.3:
                result.append(self.small())
            elif chance < 0.85:
                result.append(self.value(self.r.choice(alike.get(kind, ['int', 'float']))))
            else:
                result.append(self.value())
        return ', '.join(result)

    def binary(self):
        operator = self.r.choice(BINARY)
        left = self.kind()
        right = left if self.r.random() < 0.5 else self.kind()
        if operator in ('**', '<<') or operator == '*':       # keep the result small
            return '(%s) %s (%s)' % (self.value(left), operator, self.r.choice(['0', '1', '3', '-1', '-2', '7', '2.0', '0.5', '"a"', 'True', '[]', '1j', 'N()', '64']))
        return '(%s) %s (%s)' % (self.value(left), operator, self.value(right))

    def call(self):
        name = self.r.choice(FUNCTIONS)
        count = self.r.choice([0, 1, 1, 1, 1, 2, 2, 3])
        if name == 'hash':
            return 'hash(%s)' % self.value(self.r.choice(sorted(set(KINDS) - NOT_HASHED)))
        if name in ('range', 'bytes', 'bytearray') or (name == 'pow' and count < 3):
            return '%s(%s)' % (name, ', '.join(self.r.choice(['0', '3', '-2', '5', '1.5', '"a"', '[1, 2]', 'N()', 'True']) for _ in range(count)))
        if name == 'type':
            count = 1
        return '%s(%s)' % (name, ', '.join(self.value() for _ in range(count)))

    def method(self):
        kind = self.kind()
        name = self.r.choice(METHODS[kind].split())
        subject = self.value(kind)
        arguments = self.arguments(kind, self.r.choice([0, 1, 1, 1, 2, 2, 3]))
        if name == '__rpow__':      # a large exponent would keep both busy for years
            subject = self.r.choice(['0', '1', '-1', '3', '40', 'True'])
        if name in ('__mul__', '__imul__', 'center', 'ljust', 'rjust', 'zfill', 'expandtabs', 'to_bytes', '__rpow__', '__pow__'):
            arguments = ', '.join([self.small()] + self.r.choice([[], [], ['"*"'], ['"big"']]))
        if name in ('__reduce__', '__call__') or (name == '__eq__' and kind == 'other'):
            return '(%s).%s(%s) is None' % (subject, name, arguments)
        if name in ('pop', 'popitem') and kind == 'set':
            subject = '{7}'
        if name in ('real', 'imag', 'numerator', 'start', 'stop', 'step'):
            return '(%s).%s' % (subject, name)
        return '(lambda v: (v.%s(%s), v))(%s)' % (name, arguments, subject)

    def item(self):
        subject = self.value(self.r.choice(['str', 'bytes', 'list', 'tuple', 'dict', 'range']))
        parts = [self.r.choice(['', '0', '1', '-1', '-2', '5', '100', '-100', 'None', '2 ** 70', 'True', 'N()', '"a"', '1.0']) for _ in range(3)]
        index = ':'.join(parts[:self.r.choice([1, 2, 3])]) or '0'
        return '(%s)[%s]' % (subject, index)

    def assignment(self):
        parts = [self.r.choice(['', '0', '1', '-1', '3', '-100', '100']) for _ in range(3)]
        index = ':'.join(parts[:self.r.choice([1, 2, 2, 3])]) or '0'
        name = self.r.choice(['list(range(6))', 'bytearray(b"abcdef")', '[1, 2]', '{"a": 1}', 'deque([1, 2, 3])'])
        source = self.r.choice(['v[%s] = %s' % (index, self.value(self.r.choice(['list', 'tuple', 'bytes', 'int', 'str', 'range']))), 'del v[%s]' % index,
                                'v += %s' % self.value(), 'v[%s] += %s' % (index, self.small())])
        return '(lambda d: (exec(%r, d), d["v"])[1])({"v": %s, "N": N, "I": I, "S": S, "L": L, "P": P, "D": D, "sys": sys, "deque": deque, "Fraction": Fraction, "OrderedDict": OrderedDict, "Counter": Counter})' % (source, name)

    def formatted(self):
        chance = self.r.random()
        if chance < 0.45:
            return 'format(%s, %r)' % (self.value(self.r.choice(['int', 'float', 'str', 'complex', 'int', 'float', 'other'])), self.r.choice(FORMATS))
        if chance < 0.85:
            template = self.r.choice(PERCENTS)
            value = self.value(self.r.choice(['int', 'float', 'str', 'tuple', 'dict', 'bytes']))
            return self.r.choice(['%r %% (%s,)', '%r %% (%s)', 'b%r %% (%s,)', '%r %% {"a": %s}']) % (template, value)
        return '%r.format(%s, a=%s)' % (self.r.choice(['{}', '{0}{1}', '{a}', '{a!r:>9}', '{0[0]}', '{0.real}', '{:{}}', '{', '}', '{{}}', '{0!x}', '{a[b]}', '{:>{a}}', '{!s}{}', '{0}{}']),
                                        self.arguments('int', 2), self.value())

    def comprehension(self):
        source = self.value(self.r.choice(['list', 'tuple', 'str', 'range', 'dict', 'set', 'bytes']))
        body = self.r.choice(['x', '(x, y)', 'x * 2', 'str(x)', '[x for _ in range(2)]', '(lambda: x)()', 'x == y'])
        clause = 'for y in [%s] for x in sorted(%s, key=repr)%s' % (self.value(), source, self.r.choice(['', ' if x', ' if x != y', ' if str(x) > "2"']))
        return self.r.choice(['[%s %s]', '{repr(%s): 1 %s}', 'list(%s %s)', 'tuple((%s) %s)', '{repr(%s) %s}']) % (body, clause)

    def source(self):
        return self.r.choice([self.binary, self.binary, self.call, self.method, self.method, self.method, self.item, self.assignment, self.formatted, self.comprehension,
                              lambda: self.r.choice(UNARY) + '(%s)' % self.value()])()


def program(seed, count):
    g = Generator(seed)
    lines = [PRELUDE]
    for _ in range(count):
        lines.append('do(%r)\n' % g.source())
    return ''.join(lines)
