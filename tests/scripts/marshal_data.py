"""marshal: values come back, the bytes of plain data are CPython's, bad data is refused."""
import io
import marshal

values = [None, True, False, ..., 0, 1, -1, 2 ** 31 - 1, -2 ** 31, 2 ** 31, 10 ** 30, -10 ** 30, 1.5, -0.0, 1e300, 1 + 2j, '', 'abc', 'h\u00e9\u20ac',
          '\udc80', 'x' * 300, b'', b'abc\xff', (), (1,), (1, (2, 3)), tuple(range(300)), [], [1, [2]], {}, {'a': 1, 2: (3,)}, {1, 2},
          frozenset('a'), StopIteration]
for value in values:
    data = marshal.dumps(value)
    again = marshal.loads(data)
    assert again == value and type(again) is type(value), value
for value in [None, True, 5, -7, 2 ** 40, 2 ** 100, 1.25, 2j]:
    print(marshal.dumps(value, 2).hex())
code = compile('def f(a, b=2):\n    return a + b\nresult = f(3)\n', 'name.py', 'exec')
again = marshal.loads(marshal.dumps(code))
namespace = {}
exec(again, namespace)
print(namespace['result'], again.co_filename, [c.co_name for c in again.co_consts if hasattr(c, 'co_name')], again == code)
stream = io.BytesIO()
marshal.dump([1, 2], stream)
marshal.dump('x', stream)
stream.seek(0)
print(marshal.load(stream), marshal.load(stream))
for data in [b'', b'(', b'i\x01', b'?', b'[\xff\xff\xff\xff', b'0']:
    try:
        print(marshal.loads(data))
    except (EOFError, ValueError, TypeError) as e:
        print(type(e).__name__)
for value in [object(), lambda: 0, int]:
    try:
        marshal.dumps(value)
    except ValueError as e:
        print(e)
print(marshal.loads(marshal.dumps(bytearray(b'xyz'))), marshal.version)
