"""Calls of every method of every built-in type and of every function of the built-in modules, with wrong and right arguments.

What to call is listed by CPython (this file runs there); a program is a list of sources, as in `expressions`, and what each gives is a
line: the value, or the exception with its message.
"""

import importlib
import random
import types

PRELUDE = r'''
import re, sys, array, atexit, binascii, cmath, codecs, collections, contextvars, errno, functools, gc, itertools, marshal, math, operator
import signal, string, struct, time, types, unicodedata, warnings, weakref, _bisect, _heapq, _random, _string, _struct
warnings.simplefilter('ignore')
sys.setrecursionlimit(300)
class Index:
    def __index__(self): return 2
    def __repr__(self): return 'Index()'
class Bad:
    def __index__(self): return 'x'
    __int__ = __float__ = __complex__ = __len__ = __bytes__ = __length_hint__ = __hash__ = __iter__ = __str__ = __format__ = __bool__ = __index__
    def __repr__(self): return 'Bad()'
class Raiser:
    def f(self, *args): raise KeyError('raised')
    __index__ = __int__ = __float__ = __len__ = __iter__ = __hash__ = __eq__ = __lt__ = __bool__ = __str__ = __getitem__ = f
    def __repr__(self): return 'Raiser()'
class Plain:
    def __repr__(self): return 'Plain()'
plain = Plain()
def generator(): yield 1; yield 2
def function(*args): return len(args)
async def coroutine(): return 1
def show(v, depth=0):
    t = type(v)
    name = t.__name__
    if depth > 4: return '...'
    if t in (set, frozenset): return name + '{' + ', '.join(sorted(show(x, depth + 1) for x in v)) + '}'
    if t in (list, tuple): return name + '[' + ', '.join([show(x, depth + 1) for x in v[:20]]) + ']'
    if t is dict: return name + '{' + ', '.join(show(k, depth + 1) + ': ' + show(x, depth + 1) for k, x in v.items()) + '}'
    if hasattr(t, '__next__') and not hasattr(t, 'write'):
        result = []
        try:
            for x in itertools.islice(v, 5): result.append(show(x, depth + 1))
        except Exception as e: result.append(type(e).__name__ + ': ' + str(e))
        return name + '(' + ', '.join(result) + ')'
    r = repr(v)
    if len(r) > 300: r = r[:200] + '...%d' % len(r)
    return name + ' ' + r
MESSAGES = len(sys.argv) > 1
def do(source):
    try: text = show(eval(source))
    except BaseException as e: text = 'raises ' + type(e).__name__ + (': ' + str(e)[:300] if MESSAGES else '')
    text = re.sub(' at 0x[0-9a-f]+', ' at 0x', text)
    print(source.encode('ascii', 'backslashreplace').decode()[:150], '=>', text.encode('ascii', 'backslashreplace').decode())
'''

# how an instance of a type is made
INSTANCES = {
    'int': ['5', '-3', '2 ** 70', 'True'], 'float': ['1.5', 'float("inf")', '-0.0'], 'complex': ['1+2j'], 'str': ['"abc"', '"\\u00e9x"', '""'],
    'bytes': ['b"abc"', 'b""'], 'bytearray': ['bytearray(b"abc")'], 'memoryview': ['memoryview(b"abcd")', 'memoryview(bytearray(b"abcd"))'], 'list': ['[1, 2, 3]', '[]'],
    'tuple': ['(1, 2, 3)', '()'], 'dict': ['{"a": 1}', '{}'], 'set': ['{1, 2}', 'set()'], 'frozenset': ['frozenset([1, 2])'], 'range': ['range(5)'], 'slice': ['slice(1, 2, 3)'],
    'object': ['plain'], 'type': ['int', 'Plain'], 'property': ['property(function)'], 'staticmethod': ['staticmethod(function)'], 'classmethod': ['classmethod(function)'],
    'super': ['super(Plain, plain)'], 'enumerate': ['enumerate("ab")'], 'zip': ['zip("ab", "cd")'], 'map': ['map(ord, "ab")'], 'filter': ['filter(None, [1, 0])'],
    'reversed': ['reversed("ab")'], 'BaseException': ['BaseException(1)'], 'ValueError': ['ValueError(1, 2)'], 'OSError': ['OSError(2, "a", "b")'], 'KeyError': ['KeyError("k")'],
    'StopIteration': ['StopIteration(4)'], 'SyntaxError': ['SyntaxError("m", ("f", 1, 2, "t"))'], 'ImportError': ['ImportError("m", name="n")'],
    'UnicodeDecodeError': ['UnicodeDecodeError("utf-8", b"ab", 0, 1, "why")'], 'ExceptionGroup': ['ExceptionGroup("g", [ValueError(1)])'], 'SystemExit': ['SystemExit(3)'],
    'types.GeneratorType': ['generator()'], 'types.FunctionType': ['function'], 'types.MethodType': ['plain.__repr__'], 'types.BuiltinFunctionType': ['len', '[].append'],
    'types.MappingProxyType': ['types.MappingProxyType({"a": 1})'], 'types.SimpleNamespace': ['types.SimpleNamespace(a=1)'], 'types.ModuleType': ['types.ModuleType("m")'],
    'types.CellType': ['types.CellType(1)', 'types.CellType()'], 'types.GenericAlias': ['list[int]'], 'types.UnionType': ['int | str'], 'types.CodeType': ['function.__code__'],
    'type({}.keys())': ['{"a": 1}.keys()'], 'type({}.values())': ['{"a": 1}.values()'], 'type({}.items())': ['{"a": 1}.items()'],
    'type(iter([]))': ['iter([1, 2])'], 'type(iter(""))': ['iter("ab")'], 'type(iter({}))': ['iter({"a": 1})'], 'type(iter(range(1)))': ['iter(range(3))'],
    'type(re.compile("a"))': ['re.compile("(?P<n>b)|a")', 're.compile(b"a")'], 'type(re.match("a", "a"))': ['re.match("(?P<n>a)(b)?", "a")'],
    'collections.deque': ['collections.deque([1, 2], 3)', 'collections.deque()'], 'collections.defaultdict': ['collections.defaultdict(list, a=1)'],
    'array.array': ['array.array("i", [1, 2])', 'array.array("d", [1.5])', 'array.array("u", "ab")'], 'struct.Struct': ['struct.Struct("<hb")'],
    'operator.itemgetter': ['operator.itemgetter(1)', 'operator.itemgetter("a", 0)'], 'operator.attrgetter': ['operator.attrgetter("a.b")'],
    'operator.methodcaller': ['operator.methodcaller("upper")'], 'contextvars.ContextVar': ['contextvars.ContextVar("v", default=1)', 'contextvars.ContextVar("v")'],
    'contextvars.Context': ['contextvars.Context()', 'contextvars.copy_context()'], 'weakref.ref': ['weakref.ref(plain)'], 'time.struct_time': ['time.gmtime(0)'],
    '_random.Random': ['_random.Random(1)'], 'itertools.count': ['itertools.count(1, 2)'], 'itertools.cycle': ['itertools.cycle("ab")'],
    'itertools.islice': ['itertools.islice("abc", 1, None)'], 'itertools.chain': ['itertools.chain("a", "b")'], 'itertools.product': ['itertools.product("ab", repeat=2)'],
    'itertools.groupby': ['itertools.groupby("aab")'], 'itertools.zip_longest': ['itertools.zip_longest("ab", "c")'], 'itertools.accumulate': ['itertools.accumulate([1, 2])'],
    'itertools.permutations': ['itertools.permutations("abc", 2)'], 'itertools.repeat': ['itertools.repeat(1, 2)'], 'itertools.starmap': ['itertools.starmap(pow, [(2, 3)])'],
}
MODULES = ('builtins math cmath itertools functools operator _struct array time _random unicodedata string re collections codecs errno signal marshal weakref gc atexit '
           'contextvars warnings binascii _bisect _heapq _string').split()
# what would stop, wait, print, read, allocate without bound, give what depends on time, addresses or the platform, or is of another implementation
LEFT_OUT = set('''input breakpoint exit quit help print open __import__ copyright credits license eval exec compile id hash globals locals vars dir
    sleep time time_ns perf_counter perf_counter_ns monotonic monotonic_ns process_time process_time_ns thread_time thread_time_ns clock_settime clock_settime_ns tzset pthread_getcpuclockid
    clock_gettime clock_gettime_ns clock_getres get_clock_info localtime ctime mktime asctime gmtime strftime
    pause raise_signal alarm setitimer getitimer sigwait pthread_kill set_wakeup_fd siginterrupt signal sigpending pthread_sigmask sigtimedwait sigwaitinfo pidfd_send_signal default_int_handler
    collect get_objects get_referrers get_referents get_stats get_count set_debug set_threshold get_threshold freeze unfreeze get_freeze_count disable enable is_tracked is_finalized callbacks
    _run_exitfuncs _clear register unregister _ncallbacks register_error lookup_error
    __sizeof__ __dir__ __reduce__ __reduce_ex__ __getstate__ __hash__ __init_subclass__ __subclasshook__ __class__ __del__ __getattribute__ __setattr__ __delattr__ __subclasses__
    random seed getstate setstate getrandbits showwarning formatwarning warn warn_explicit simplefilter filterwarnings resetwarnings
    __build_class__ dump load EncodedFile open StreamReader StreamWriter StreamReaderWriter StreamRecoder purge template
    __doc__ __module__ __dict__ __weakref__ __text_signature__ __basicsize__ __itemsize__ __flags__ __dictoffset__ __weakrefoffset__ co_code co_consts co_linetable
    co_exceptiontable co_lnotab co_lines co_positions co_stacksize _co_code_adaptive gi_frame tb_frame __globals__ __builtins__ __code__ __closure__ _varname_from_oparg
    getweakrefs getweakrefcount factorial __vectorcalloffset__ ItimerError struct_siginfo'''.split())
SMALL_ONLY = set('''pow __pow__ __rpow__ __lshift__ __rlshift__ lshift ilshift comb perm ipow __mul__ __rmul__ __imul__ mul imul zfill center ljust rjust expandtabs bytes bytearray
    product __matmul__ to_bytes hexlify __format__ format repeat Struct calcsize pack pack_into iter_unpack unpack unpack_from range count deque cycle permutations
    combinations combinations_with_replacement islice sum fsum prod accumulate islice isqrt ldexp getrandbits round __round__ rotate tee __new__ __init__ __call__'''.split())
HUGE = ['2 ** 63 - 1', '2 ** 64', '-2 ** 63', '10 ** 30', '2 ** 31']
VALUES = ['None', 'True', '0', '1', '-1', '2', '3', '255', '1.5', '0.0', '-2.5', 'float("nan")', 'float("inf")', '1j', '""', '"a"', '"abc"', '"\\u00e9"', '"\\ud800"', '"1"', '"utf-8"', 'b""',
          'b"a"', 'b"abc"', 'bytearray(b"ab")', 'memoryview(b"ab")', '()', '(1,)', '(1, 2)', '[]', '[1, 2]', '["a", "b"]', '{}', '{"a": 1}', '{1}', 'set()', 'frozenset("a")', 'range(3)',
          'slice(1)', 'int', 'str', 'len', 'function', 'plain', 'Plain', 'Index()', 'Bad()', 'Raiser()', 'iter([1, 2])', 'generator()', 'object', 'lambda x: x', 'lambda x, y: 0', '[(1, 2)]', '[[]]',
          '...', 'NotImplemented', 'ValueError(1)', 'ValueError', 'types.SimpleNamespace(a=1)', 'array.array("i", [1])', 'weakref.ref(plain)', 'list[int]', 'int | str', '"i"', '"<h"', '"%s"', '" a b "']
KEYWORDS = 'key default start stop step value x a sep encoding errors end iterable obj object maxsplit keepends signed byteorder length base reverse strict repeat initial func name'.split()


def callables(target):
    """The names of what can be called: `T.method` of a type, `m.function` of a module."""
    namespace = {}
    exec(PRELUDE.split('warnings.simplefilter')[0], namespace)
    if target in MODULES:
        module = importlib.import_module(target)
        for name in sorted(vars(module)):
            value = getattr(module, name)
            if name not in LEFT_OUT and isinstance(value, (types.BuiltinFunctionType, type)) and not (isinstance(value, type) and value.__module__ not in (target, 'builtins')):
                if not (target == 'builtins' and isinstance(value, type) and issubclass(value, Warning)):
                    yield name if target == 'builtins' else '%s.%s' % (target, name)
    else:
        kind = eval(target, namespace)
        for name in sorted(dir(kind)):
            if name not in LEFT_OUT:
                yield name


def arguments(r, name):
    values = VALUES if name in SMALL_ONLY else VALUES + HUGE
    count = r.choice([0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4])
    parts = [r.choice(values) for _ in range(count)]
    if r.random() < 0.12:
        parts.append('%s=%s' % (r.choice(KEYWORDS), r.choice(values)))
    if r.random() < 0.01:
        parts.append('*5')
    return ', '.join(parts)


def sources(target, seed, each):
    """`each` random calls of everything that the target has."""
    r = random.Random('%s%d' % (target, seed))
    for name in callables(target):
        for _ in range(each):
            last = name.split('.')[-1]
            if target in MODULES:
                yield '%s(%s)' % (name, arguments(r, last))
            else:
                subject = r.choice(INSTANCES[target])
                chance = r.random()
                if chance < 0.08:
                    yield '(%s).%s' % (target, name) + '(%s)' % arguments(r, last)     # the descriptor itself, of anything
                elif chance < 0.12:
                    yield '(%s).%s' % (subject, name)
                elif chance < 0.16:
                    yield 'setattr(%s, %r, %s)' % (subject if subject not in ('Plain', 'plain', 'function', 'function.__code__') else '3', name, r.choice(VALUES))
                else:
                    yield '(lambda v: (v.%s(%s), v))(%s)' % (name, arguments(r, last), subject)


TARGETS = sorted(INSTANCES) + MODULES


def program(target, seed, each):
    return PRELUDE + ''.join('do(%r)\n' % source for source in sources(target, seed, each))


if __name__ == '__main__':
    import sys
    print(program(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
