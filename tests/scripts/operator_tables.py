"""Which operator method is called, in which order, for every operator: forward, reflected, in-place, subclass first, None."""
import operator
ops = [('+', 'add'), ('-', 'sub'), ('*', 'mul'), ('/', 'truediv'), ('//', 'floordiv'), ('%', 'mod'), ('**', 'pow'), ('@', 'matmul'), ('&', 'and'), ('|', 'or'), ('^', 'xor'), ('<<', 'lshift'), ('>>', 'rshift')]
cmps = [('<', 'lt'), ('<=', 'le'), ('==', 'eq'), ('!=', 'ne'), ('>', 'gt'), ('>=', 'ge')]


def method(name, result):
    def f(self, *other):
        calls.append('%s.%s' % (type(self).__name__, name))
        return NotImplemented if result is NotImplemented else (type(self).__name__, name)
    return f


def make(name, bases, forward, reflected, inplace):
    ns = {}
    for _, op in ops:
        if forward is not None:
            ns['__%s__' % op] = method(op, forward)
        if reflected is not None:
            ns['__r%s__' % op] = method('r' + op, reflected)
        if inplace is not None:
            ns['__i%s__' % op] = method('i' + op, inplace)
    for _, op in cmps:
        if forward is not None:
            ns['__%s__' % op] = method(op, forward)
    ns['__hash__'] = None
    return type(name, bases, ns)


Yes = make('Yes', (), 1, 1, None)
No = make('No', (), NotImplemented, NotImplemented, NotImplemented)
Sub = make('Sub', (Yes,), 1, 1, 1)
SubPlain = type('SubPlain', (Yes,), {})
Plain = type('Plain', (), {})
for left, right in ((Yes, Yes), (Yes, No), (No, Yes), (No, No), (Yes, Sub), (Yes, SubPlain), (Plain, Yes), (Plain, Plain), (Sub, Yes), (int, Yes), (Plain, int), (str, No), (list, No)):
    for sym, op in ops + cmps:
        calls = []
        a, b = left(), right()
        try:
            r = eval('a %s b' % sym)
        except TypeError as e:
            r = str(e)
        print(left.__name__, sym, right.__name__, calls, r if not isinstance(r, bool) else r)
for left in (Yes, No, Sub, Plain):
    for sym, op in ops[:4]:
        calls = []
        a, b = left(), Plain()
        try:
            exec('a %s= b' % sym)
            print(left.__name__, sym + '=', calls, a)
        except TypeError as e:
            print(left.__name__, sym + '=', calls, e)


class Unary:
    def __neg__(self):
        return 'neg'

    def __pos__(self):
        return 'pos'

    def __invert__(self):
        return 'inv'

    def __abs__(self):
        return 'abs'

    def __round__(self, n='none'):
        return 'round', n

    def __trunc__(self):
        return 'trunc'

    def __divmod__(self, o):
        return 'divmod', o

    def __rdivmod__(self, o):
        return 'rdivmod', o

    def __pow__(self, o, m=None):
        return 'pow', o, m

    def __contains__(self, x):
        return 'truthy'

    def __call__(self, *a, **k):
        return a, k


u = Unary()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), divmod(u, 1), divmod(1, u), pow(u, 2), pow(u, 2, 3), 5 in u, 5 not in u, u(1, k=2), operator.neg(u), operator.contains(u, 1), operator.index(5), operator.iadd([1], [2]), operator.concat('a', 'b'), operator.truth([]), operator.not_([]), operator.is_(1, None), operator.matmul(Yes(), 1) if False else '')


class Off(Unary):
    __neg__ = None
    __contains__ = None
    __add__ = None


for src in ('-o', '1 in o', 'o + 1', '~o', 'o - 1', 'not o', 'o < 1', 'o[0]', 'o[0:1]', 'del o[0]', 'len(o)', 'iter(o)', 'hash(o) and 1', 'o += 1', 'o @ 1', 'int(o)', 'float(o)', 'with_(o)', 'o.x', 'await_(o)', 'reversed(o)', 'bytes(o)', 'format(o, "x")', '[1][o]', 'range(o)', '"a" * o', '"a" + o', 'o + "a"', '[] + o', 'math_floor(o)'):
    o = Off()
    try:
        exec(src, {'o': o, 'with_': lambda x: exec('with x: pass', {'x': x}), 'await_': lambda x: 1, 'math_floor': __import__('math').floor})
        print(src, 'fine')
    except Exception as e:
        print(src, '->', type(e).__name__, e)
