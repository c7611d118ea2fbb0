"""json: options, odd values, hooks, custom encoders, indentation, errors."""
import json
values = [None, True, False, 0, -1, 10 ** 20, 1.5, 1e100, -0.0, float('inf'), float('nan'), 'text', 'é😀"\\/\b\f\n\r\t\x00\u2028', [], [1, [2, []]], (1, 2), {}, {'a': 1, 'b': [True, None]}, {1: 'int', 2.5: 'float', None: 'none', True: 'bool'}]
for v in values:
    print(json.dumps(v), json.dumps(v, ensure_ascii=False, separators=(',', ':')), json.dumps(v, indent=1))
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True), json.dumps([1, 2], indent='\t'), json.dumps({(1, 2): 3, 'k': 4}, skipkeys=True), json.dumps('x' * 3), json.dumps([], indent=2), json.dumps({}, indent=2))
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps(b'x'), lambda: json.dumps(object), lambda: json.dumps(1j)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(':')[0])
c = []
c.append(c)
try:
    json.dumps(c)
except ValueError as e:
    print(e)
for text in ('1', ' [1, 2.5, -3e2] ', '"\\u00e9\\ud83d\\ude00\\n"', '{"a": {"b": [null, true, false]}}', 'NaN', '-Infinity', '12345678901234567890', '1.0', '1E5', '[]', '{"a": 1, "a": 2}', '"\\ud800"'):
    print(text, ascii(json.loads(text)))
for text in ('', '[', '[1,]', '{"a"}', '{"a": }', "{'a': 1}", '[1 2]', '"abc', '"\\x"', '"\\u12"', 'nul', '01', '1.', '-', '{"a": 1,}', '[1] x', '\ufeff1', '{1: 2}', 'tru', '[1,\n2,\n?]', '{"a":1 "b":2}'):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), e, e.lineno, e.colno, e.pos)
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: sorted(d.items())), json.loads('{"x": 1, "x": 2}', object_pairs_hook=list), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: 'i' + s), json.loads('[NaN]', parse_constant=lambda s: 'c' + s), json.loads(b'{"b": "\xc3\xa9"}'), json.loads('"a\nb"', strict=False), json.loads(bytearray(b'[1]')), json.loads('[1]'.encode('utf-16')))


class P:
    def __init__(self, x):
        self.x = x


class Enc(json.JSONEncoder):
    def default(self, o):
        return {'P': o.x} if isinstance(o, P) else super().default(o)


print(json.dumps([P(1), {'k': P([2])}], cls=Enc), json.dumps(P(3), default=lambda o: vars(o)), list(Enc(indent=1).iterencode([1])), json.JSONDecoder().raw_decode('[1] tail'), json.JSONEncoder(sort_keys=True).encode({'b': 1, 'a': 2}))


class I(int):
    def __repr__(self):
        return 'not used'


class S(str):
    pass


print(json.dumps([I(5), S('s'), {S('k'): I(1)}]), json.dumps({'deep': [{'x': [1, {'y': None}]}]}, indent=2), json.loads(json.dumps({'k': [1.1, 2.2, 3e-7]})))

# default() may change the list being written
shrinking = [object()] * 10
growing = [object()] * 2


def shrink(o):
    del shrinking[-1]


def grow(o):
    if len(growing) < 5:
        growing.append(o)


print(json.dumps(shrinking, default=shrink), json.dumps(growing, default=grow))
for args in (b'x', 1 << 63), ('x', 1 << 63), ('x', 'y'), ('x', -1), (b'x', 1.5):
    try:
        json.decoder.scanstring(*args)
    except Exception as e:
        print(type(e), e)
