"""The other built-in functions."""
print(abs(-3), divmod(7, 3), pow(2, 5), round(2.567, 1), min(3, 1, 2), max([1, 5], default=0), min([], default='none'), sum([0.1] * 3), len('abc'), bin(5), hex(255), oct(8), chr(65), ord('A'))
print(list(map(lambda a, b: a + b, [1, 2], [10, 20])), list(filter(lambda x: x > 1, [1, 2, 3])), list(zip('ab', [1, 2], strict=True)), sorted('hello', reverse=True), list(reversed('abc')), any([0, 1]), all([1, 0]), list(enumerate('ab', start=5)))
print(type(3), type('a').__name__, isinstance(3, int | str), issubclass(bool, int), callable(len), callable(3), hasattr('a', 'upper'), getattr('a', 'zz', 1), repr('x'), ascii('é'), format(3.14159, '.2f'), id(1) == id(1), hash('a') == hash('a'))
print(eval('1 + 2 * x', {'x': 5}), eval('y', {}, {'y': 3}))
ns = {}
exec('def f(a):\n    return a * 2\nz = f(21)', ns)
print(ns['z'], sorted(k for k in ns if k != '__builtins__'))
code = compile('a + 1', '<expr>', 'eval')
print(eval(code, {'a': 41}), code.co_names, code.co_filename)


class D:
    b = 1

    def __dir__(self):
        return ['z', 'a']


print(dir(D()), 'b' in dir(D), vars(D)['b'], sorted(globals())[:2] is not None, 'D' in globals())
print(iter([1]).__class__.__name__, next(iter([]), 'end'), list(iter(iter([1, 2, 0, 3]).__next__, 0)))
it = iter([1, 2, 3])
print(it.__length_hint__(), next(it), list(it), bool(it))
o = object()
print(o == o, object() == object(), isinstance(o, object), str(o).startswith('<object object at 0x'))
for bad in ('zip([1], [1, 2], strict=True).__class__(*[[1], [1, 2]], strict=True).__next__() and list(zip([1], [1, 2], strict=True))', 'next(iter([]))', 'abs("x")', 'sum(["a"])', 'min([])', 'max(1)', 'sorted(5)', 'iter(5)', 'len(5)', 'reversed({1})', 'chr("a")', 'isinstance(1, 5)', 'issubclass(1, int)', 'getattr(1, 2)', 'eval("1 +")', 'exec(5)', 'print(sep=1)', 'round("x")', 'input.x', 'divmod(1, 0)', 'int.from_bytes(5, "big")', 'hash([])', 'format(1, 5)', '__import__("nope")', 'open("/nonexistent")', 'vars(5)', 'dir.x', 'setattr(1, "x", 2)', 'delattr(object(), "x")', 'bytes(1.5)', 'object(1)', 'type(1, 2)', 'NotImplemented < 1', '... + 1', 'None()', 'None.x', 'super().x', '[].sort(1)'):
    try:
        print(eval(bad))
    except BaseException as e:
        print(bad, type(e).__name__, e)
# CPython has each of the small ints once
for number in (-6, -5, 0, 256, 257):
    print(number, number is number + 0, number is not number + 0, id(number) == id(number + 0))
