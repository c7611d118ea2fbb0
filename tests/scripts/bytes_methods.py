"""bytes and bytearray methods: the same table of calls on both types, results and errors."""
calls = ["v.upper()", "v.lower()", "v.title()", "v.swapcase()", "v.capitalize()", "v.strip()", "v.lstrip(b' a')", "v.rstrip(b'c ')", "v.split()", "v.split(b'b')", "v.rsplit(b' ', 1)", "v.partition(b'b')", "v.rpartition(b'b')", "v.splitlines()",
         "v.find(b'b')", "v.find(98)", "v.rfind(b'b')", "v.index(b'B')", "v.count(b'a')", "v.count(b'')", "v.replace(b'a', b'--')", "v.replace(b'a', b'-', 1)", "v.startswith(b' a')", "v.startswith((b'x', b' '))", "v.endswith(b'c')", "v.center(15, b'*')", "v.ljust(12, b'.')", "v.rjust(12)", "v.zfill(14)",
         "v.isalpha()", "v.isdigit()", "v.isalnum()", "v.isspace()", "v.isupper()", "v.islower()", "v.istitle()", "v.isascii()", "v.hex()", "v.hex(':')", "v.hex('-', 2)", "v.hex(b'_', -3)", "v.decode()", "v.translate(None, b'ab')", "v.expandtabs(2)", "v.join([b'1', bytearray(b'2')])", "v.removeprefix(b' a')", "v.removesuffix(b'x')",
         "v + b'z'", "v + bytearray(b'z')", "v * 2", "3 * v", "v[0]", "v[-1]", "v[1:4]", "v[::-1]", "v[::2]", "len(v)", "98 in v", "b'bA' in v", "v == b' abA Bc\\n'", "v == ' abA Bc\\n'", "v < b'b'", "v > bytearray(b'a')", "list(v)[:3]", "max(v)", "sorted(v)[:4]", "bytes(v)", "bytearray(v)", "v % ()", "repr(v)", "str(v)", "v.__class__.__name__", "v.__getitem__(slice(2))", "v.maketrans(b'ab', b'xy')[97]", "v.translate(bytes(range(255, -1, -1)))[:3]",
         "v + 'str'", "v.find('str')", "v.split('b')", "v.replace('a', 'b')", "v.join(['x'])", "v.join([1])", "v.index(b'zz')", "v.index(300)", "v[50]", "v['a']", "'a' in v", "300 in v", "v.startswith('x')", "v.center(5, 'x')", "v.translate(b'short')", "v.strip('x')", "v.split(b'')", "v.hex('ab')", "v.maketrans(b'a', b'bc')", "v < 'a'", "v * 1.5", "v.nope", "v.count(300)", "v.zfill()", "v.partition(b'')", "v.decode('utf-8', 5)", "v[1.0]"]
for make in (bytes, bytearray):
    v = make(b' abA Bc\n')
    for call in calls:
        try:
            r = eval(call)
            print(call, '=', type(r).__name__, r)
        except Exception as e:
            print(call, '->', type(e).__name__, e)
for args in ((), (3,), (b'x',), ([1, 2],), (range(3),), ('é', 'latin-1'), ('é', 'ascii', 'ignore'), (memoryview(b'mv'),), (True,)):
    print(bytes(*args), bytearray(*args), end=' ')
print()
for bad in ((-1,), ('x',), (1.5,), ([256],), ([-1],), (['a'],), (None,), (5, 'ascii'), (b'x', 'ascii'), ('x', 5), (1, 2, 3, 4), ([1 << 70],)):
    for make in (bytes, bytearray):
        try:
            print(make(*bad))
        except Exception as e:
            print(bad, make.__name__, type(e).__name__, e)
for h in ('', '00ff', ' 0a 0B\t', '0', 'zz', '0 0', 'é0', '1'):
    try:
        print(bytes.fromhex(h), bytearray.fromhex(h))
    except ValueError as e:
        print(repr(h), e)


class B:
    def __bytes__(self):
        return b'from __bytes__'


class Sub(bytes):
    pass


print(bytes(B()), Sub(b'x'), type(Sub(b'x') + b'y').__name__, Sub(b'a') == b'a', hash(Sub(b'a')) == hash(b'a'), {b'k': 1}[Sub(b'k')], bytes(Sub(b'q')).__class__.__name__, b'' or 'empty', bytes.fromhex('6869').decode())
