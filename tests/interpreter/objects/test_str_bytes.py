"""bytes, bytearray and memoryview against CPython 3.11."""
from __future__ import absolute_import

from expressions import check
from seeds import seeded
from texts import SHARED, part_of, shared_expressions, shown, some_bytes


def bytearray_source(value):
    return 'bytearray(%s)' % shown(value)


def run_random(name, source):
    r = seeded(name)
    sources = []
    for _ in range(120):
        value, e, shared = shared_expressions(r, some_bytes, source, SHARED + ['hex', 'decode'])
        sources += shared
        digits = ''.join(r.choice('0123456789abcdefABCDEF  g') for _ in range(r.randint(0, 6)))
        table = ''.join(chr(r.randrange(256)) for _ in range(256))
        percent = '%' + r.choice(['', '-', '0']) + r.choice(['', '8']) + r.choice(['', '.3']) + r.choice('srab')
        sources += ['%s.hex(%s, %d)' % (e, r.choice(['":"', 'b"-"']), r.randint(-4, 4)), 'bytes.fromhex(%r)' % digits,
                    '%s.translate(%s, %s)' % (e, r.choice([shown(table), 'None']), shown(part_of(r, value, some_bytes))),
                    '%s %% (%s,)' % (source(percent), e)]
    check(sources)


def test_bytes():
    run_random('bytes', shown)


def test_bytearray():
    run_random('bytearray', bytearray_source)


def test_errors():
    check(["b'a' + 'b'", "b'a' + 1", "b'a' * 'b'", "b'a'[1]", "b'a'['x']", "b'a'[1.0]", "'a' in b'a'", "300 in b'a'", "97 in b'a'", "1.5 in b'a'",
           "b'a'.find('a')", "b'a'.find(300)", "b'a'.find(97)", "b'a'.index(b'b')", "b'a'.rindex(1)", "b'a'.startswith('a')",
           "b'a'.startswith((b'b', 'a'))", "b'a'.split('a')", "b'a'.split(b'')", "b'a'.split(1)", "b'a'.strip('a')", "b'a'.join([1])",
           "b'a'.join(1)", "b'a'.join([b'b', bytearray(b'c'), memoryview(b'd')])", "b'a'.replace('a', b'b')", "b'a'.center(3, 'x')",
           "b'a'.center(3, b'xy')", "b'a'.center(5, bytearray(b'x'))", "b'a'.translate(b'x')", "b'a'.translate('x')", "b'a'.hex(1)",
           "b'a'.hex('ab')", "b'a'.hex('\\xe9')", "b'ab'.hex(b'')", "bytes.fromhex(1)", "bytes.fromhex('1')", "bytes.fromhex('1 2')",
           "bytes.fromhex('\\xe9a')", "bytes.maketrans(b'a', b'bc')", "bytes.maketrans(b'a', 'b')", "bytearray(b'a')['x']", "bytearray(b'a')[5]",
           "b'a' < 'a'", "b'a' == 'a'", "b'a' == bytearray(b'a')", "bytearray(b'a') < b'b'", "hash(bytearray())", "b'%d' % 'a'", "b'%s' % 1",
           "b'%c' % 256", "b'%c' % 97", "b'%a' % '\\xe9'", "b'%y' % 1", "b'a' % 1", "b'%(k)s' % {b'k': b'v'}", "b'%*d' % (5, 3)"])


def test_construction():
    check(["bytes()", "bytes(3)", "bytes(-1)", "bytes(10 ** 30)", "bytes([1, 2])", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes('a')",
           "bytes('a', 'ascii')", "bytes('\\xe9', 'ascii')", "bytes('\\xe9', 'ascii', 'ignore')", "bytes(1.5)", "bytes(None)", "bytes(b'a', 'ascii')",
           "bytes(b'a', errors='x')", "bytes(encoding='x')", "bytes(errors='x')", "bytes(source=b'a')", "bytes(bytearray(b'ab'))",
           "bytes(memoryview(b'ab'))", "bytes((1, True))", "bytearray()", "bytearray(3)", "bytearray(-1)", "bytearray([256])", "bytearray('a')",
           "bytearray('a', 'utf-8')", "bytearray(1.5)", "bytearray({1: 2})", "bytearray(b'ab') * 2", "3 * bytearray(b'a')",
           "b'a'.__getnewargs__()", "b'a'.__bytes__()"])


class Script(object):
    """Statements on one bytearray: the calls to make, and the value after each."""
    def __init__(self, start, calls):
        self.start = start
        self.calls = calls

    def compare(self):
        from expressions import cpython, outcome
        from interpreter import ops
        from interpreter.objects.bytearray import newbytearray
        from interpreter.objects.wrap import newbytes, newstr, newtuple
        names = {'x': newbytearray(self.start)}
        setup = ('log = []\nx = bytearray(%s)\n' % shown(self.start) +
                 'def do(source):\n    try:\n        return ascii(eval(source, globals()))\n    except Exception as e:\n'
                 '        return "%s: %s" % (type(e).__name__, ascii(str(e)))\n')
        expected = cpython(['(do(%r), bytes(x))' % call for call in self.calls], setup)
        found = []
        for call in self.calls:
            result = outcome(call.decode('ascii'), names)
            found.append(ops.ascii(newtuple([newstr(result), newbytes(names['x'].as_str())]))._utf8)
        assert zip(self.calls, found) == zip(self.calls, expected)


def test_changing_a_bytearray():
    r = seeded('changes')
    for _ in range(15):
        calls = []
        for _ in range(25):
            i, j, step = r.randint(-8, 8), r.randint(-8, 8), r.choice([-2, -1, 1, 1, 1, 2, 3])
            calls.append(r.choice([
                'x.append(%d)' % r.choice([65, 0, 255, 256, -1]), 'x.append("a")', 'x.extend(%s)' % r.choice(['b"xyz"', '[1, 2]', '"a"', '5', '[300]']),
                'x.insert(%d, 66)' % i, 'x.pop()', 'x.pop(%d)' % i, 'x.remove(65)', 'x.reverse()', 'x.copy()', 'x.__setitem__(%d, 67)' % i,
                'x.__setitem__(%d, 300)' % i, 'x.__setitem__(%d, "a")' % i, 'x.__delitem__(%d)' % i,
                'x.__delitem__(slice(%d, %d, %d))' % (i, j, step),
                'x.__setitem__(slice(%d, %d, %d), %s)' % (i, j, step, r.choice(['b"pq"', 'b""', '[7, 8, 9]', 'x', '"a"', '5'])),
                'x.__iadd__(b"ab")', 'x.__iadd__("ab")', 'x.__imul__(%d)' % r.choice([0, 1, 2]), 'x.clear()', 'x.__contains__(65)', 'len(x)']))
        Script(''.join(chr(r.randrange(60, 70)) for _ in range(r.randint(0, 10))), calls).compare()


def test_memoryview():
    check(["memoryview(b'abc')[0]", "memoryview(b'abc')[-1]", "memoryview(b'abc')[3]", "memoryview(b'abc')['a']", "memoryview(b'abc')[1:].tobytes()",
           "memoryview(b'abcdef')[::2].tobytes()", "memoryview(b'abcdef')[::-1].tolist()", "memoryview(b'abcdef')[1:5][::2].tobytes()",
           "memoryview(b'abc').tolist()", "list(memoryview(b'abc'))", "memoryview(b'abc').hex(':')", "len(memoryview(b'abc'))",
           "memoryview(b'abc') == b'abc'", "memoryview(b'abc') == bytearray(b'abc')", "memoryview(b'abc') == 'abc'", "memoryview(b'abc') != b'abd'",
           "hash(memoryview(b'abc')) == hash(b'abc')", "hash(memoryview(bytearray(b'abc')))", "memoryview(b'abc').readonly",
           "memoryview(bytearray(b'abc')).readonly", "memoryview(b'abc').shape", "memoryview(b'abc').strides", "memoryview(b'abc').ndim",
           "memoryview(b'abc').itemsize", "memoryview(b'abc').format", "memoryview(b'abc').nbytes", "memoryview(b'abc').obj",
           "memoryview(b'abcd')[::2].contiguous", "memoryview(b'abcd').c_contiguous", "memoryview(b'abcd').suboffsets",
           "memoryview('abc')", "memoryview(1)", "memoryview(b'abcd').cast('H').tolist()", "memoryview(b'abcd').cast('i').tolist()",
           "memoryview(b'\\xff\\xff\\xff\\xff').cast('i').tolist()", "memoryview(b'\\xff\\xff\\xff\\xff').cast('I').tolist()",
           "memoryview(b'\\xff' * 8).cast('Q').tolist()", "memoryview(b'\\xff' * 8).cast('q').tolist()", "memoryview(b'abcd').cast('c').tolist()",
           "memoryview(b'\\x01\\x00').cast('?').tolist()", "memoryview(b'\\x00\\x00\\xc0\\x3f').cast('f').tolist()",
           "memoryview(b'\\x00' * 6 + b'\\xf8\\x3f').cast('d').tolist()", "memoryview(b'abc').cast('H')", "memoryview(b'abcd').cast('x')",
           "memoryview(b'abcd').cast('H').cast('I')", "memoryview(b'abcd').cast('H').cast('B').tolist()", "memoryview(b'abcd').cast('B', [2, 2]).tolist()",
           "memoryview(b'abcdef').cast('B', (2, 3))[1, 2]", "memoryview(b'abcdef').cast('B', (2, 3))[1]", "memoryview(b'abcdef').cast('B', (2, 3)).strides",
           "memoryview(b'abcdef').cast('B', (2, 3)).tobytes('F')", "memoryview(b'abcdef').cast('B', (2, 4))", "memoryview(b'abcdef').cast('B', (2, -3))",
           "memoryview(b'abcdef').cast('B', 6)", "memoryview(b'abcdef')[::2].cast('H')", "memoryview(b'abc').toreadonly().readonly",
           "memoryview(b'a').__setitem__(0, 1)", "memoryview(bytearray(b'a')).__setitem__(0, 300)", "memoryview(bytearray(b'a')).__setitem__(0, 'a')",
           "memoryview(bytearray(b'ab')).__setitem__(slice(0, 1), b'xy')", "memoryview(bytearray(b'ab')).__delitem__(0)",
           "memoryview(b'ab').release()", "memoryview(b'ab').tobytes('X')", "97 in memoryview(b'ab')", "memoryview(b'ab').__enter__().tolist()",
           "memoryview(memoryview(b'abc')[1:]).tolist()", "memoryview(b'abcd').cast('H') == memoryview(b'abcd').cast('h')",
           "memoryview(b'a').cast('B', []).tolist()", "memoryview(b'a').cast('B', [])[()]"])


def test_memoryview_writes_through():
    import pytest
    from expressions import wrapped
    from interpreter import ops
    from interpreter.errors import OperationError
    from interpreter.objects.bytearray import newbytearray
    from interpreter.objects.memoryview import memoryview_of
    from interpreter.objects.wrap import newbytes, newint, newslice, w_None
    w_array = newbytearray('abcdef')
    view = memoryview_of(w_array)
    ops.setitem(view, newint(1), newint(ord('X')))
    ops.setitem(view, newslice(w_None, w_None, newint(2)), newbytes('123'))
    assert w_array.as_str() == '1X2d3f'
    view.m_enter()
    with pytest.raises(OperationError):
        w_array.m_append(newint(1))                    # it may not be resized in a `with` block
    view.m_exit([])
    w_array.m_append(newint(ord('g')))
    assert w_array.as_str() == '1X2d3fg'
    with pytest.raises(OperationError):
        view.op_len()


def test_a_bytearray_with_views_does_not_shrink():
    import pytest
    from interpreter import ops
    from interpreter.errors import OperationError
    from interpreter.objects.bytearray import newbytearray
    from interpreter.objects.memoryview import memoryview_of
    from interpreter.objects.wrap import newint, newslice, w_None
    w_array = newbytearray('abcdef')
    view = memoryview_of(w_array)
    head = ops.getitem(view, newslice(w_None, newint(2), w_None))
    with pytest.raises(OperationError):
        w_array.m_pop(-1)
    ops.setitem(view, newint(5), newint(ord('z')))
    assert (view.content(), head.content(), w_array.as_str()) == ('abcdez', 'ab', 'abcdez')
