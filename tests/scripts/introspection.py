"""inspect, types, typing and ast as tools use them: signatures, sources, annotations, MRO, members, unparse and transform."""
import abc
import ast
import collections.abc
import functools
import inspect
import types
import typing
from typing import Annotated, Any, Callable, ClassVar, Generic, Literal, NamedTuple, NewType, Optional, ParamSpec, Protocol, TypedDict, TypeVar, Union, get_args, get_origin, get_type_hints, overload, runtime_checkable


def full(a, b: int = 2, /, c='x', *args: str, d, e: Optional[int] = None, **kwds: Any) -> list[int]:
    """Doc of full.

        indented
    """


print(inspect.signature(full), inspect.getdoc(full), [(p.name, p.kind.name, p.default is p.empty) for p in inspect.signature(full).parameters.values()])
for call in ('(1, d=4)', '(1, 2, 3, 4, 5, d=1, z=2)', '()', '(1)', '(1, a=2, d=3)', '(1, d=1, d2=2)'):
    try:
        bound = eval('inspect.signature(full).bind' + call)
        bound.apply_defaults()
        print(call, bound.arguments)
    except TypeError as e:
        print(call, e)
print(inspect.signature(functools.partial(full, 1, d=5)), inspect.signature(lambda *, k: k), inspect.getfullargspec(full).kwonlyargs, full.__annotations__, full.__defaults__, full.__kwdefaults__)


class Base(abc.ABC):
    """Base doc."""
    x: ClassVar[int] = 1
    y: 'Base'

    @abc.abstractmethod
    def work(self): """Works."""

    @property
    def p(self): return 1

    @staticmethod
    def s(a): pass

    @classmethod
    def c(cls, b=1): pass


class Child(Base):
    def work(self): pass


print([(name, kind) for name, kind, cls, value in inspect.classify_class_attrs(Child) if cls in (Base, Child) and not name.startswith('_')], inspect.getdoc(Child.work), inspect.getmro(Child))
print(get_type_hints(Base), Base.__abstractmethods__, inspect.isabstract(Base), inspect.isabstract(Child), [inspect.signature(getattr(Child, n)) for n in ('s', 'c', 'work')])
try:
    Base()
except TypeError as e:
    print(e)
T, P = TypeVar('T'), ParamSpec('P')


class Stack(Generic[T]):
    def push(self, item: T) -> 'Stack[T]': return self


class Point(NamedTuple):
    x: int
    y: float = 0.5


class Movie(TypedDict, total=False):
    name: str
    year: typing.Required[int]


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


UserId = NewType('UserId', int)
for t in (Stack[int], Stack[T][str], Optional[int], Union[int, str, None], int | None, list[dict[str, int]], Callable[[int, str], bool], Callable[..., Any], Callable[P, T], Literal[1, 'a', None], Annotated[int, 'meta'], tuple[int, ...],
          tuple[()], type[int], collections.abc.Mapping[str, T], ClassVar[int], typing.Final[int], typing.Tuple[int, str], typing.List, UserId, typing.Concatenate[int, P]):
    print(t, get_origin(t), get_args(t), getattr(t, '__parameters__', '-'), sep=' ; ')
print(Point(1), Point._field_defaults, Movie.__required_keys__, Movie.__optional_keys__, Movie(name='n', year=1), isinstance(open(__file__), Closes), issubclass(int, Closes), UserId(5), UserId.__name__, Stack.__orig_bases__, Stack[int]().push(1).__orig_class__)
for bad in ('Stack[int, str]', 'Optional[int, str]', 'Literal', 'Union[()]', 'isinstance(1, list[int])', 'isinstance([], Optional[list])', 'Generic[int]', 'list[int][str]', 'T()', 'class_(Any)', 'int | "x"', 'Callable[int]', 'TypeVar("A", int)', 'Annotated[int]'):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
source = '''
@decorator(1)
async def f(a, /, b: int = 1, *c, d=2, **e) -> None:
    """doc"""
    async with a as b, c: pass
    x = [i async for i in y if await i] or {**a, 'k': (yield)}
    return lambda *a, k=1: (a, *k, ...)
class C(B, metaclass=M):
    x: int = 5
    def m(self): super().m(); del self.a[1:2, ::3]
try:
    if a < b <= c is not d not in e: raise X from Y
    elif not -a ** ~b @ c: assert x, f"{x!r:>{w}} {y=} {{}}"
    else: global g; g += 1
except* (A, B) as e: pass
finally:
    while (n := next(it)): break
    else: print(f'a{"b"}', b'\\x00', 1e100, 1j, 'it\\'s', "\\n")
match x:
    case [1, *_, C(a, b=2)] | {'k': v, **r} if v: pass
    case None | -1.5 | 'a' 'b' as z: pass
'''
tree = ast.parse(source)
print(ast.unparse(tree))
print(ast.dump(tree.body[1], indent=1), ast.dump(ast.parse('a[b, 1:2] = *c, d', mode='exec')), ast.dump(ast.parse('f(x, *y, z=1, **w)', mode='eval'), annotate_fields=False))


class Twice(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.BinOp(ast.Constant(node.value), ast.Mult(), ast.Constant(2)), node) if isinstance(node.value, int) else node

    def visit_Name(self, node):
        return ast.Name('renamed', node.ctx) if node.id == 'old' else node


new = ast.fix_missing_locations(Twice().visit(ast.parse('old = [i + 3 for i in range(2)]; result = old[-1] + 1')))
scope = {}
exec(compile(new, 'made', 'exec'), scope)
print(ast.unparse(new), scope['result'], scope['renamed'], [type(n).__name__ for n in ast.walk(ast.parse('a + 1'))], ast.literal_eval("{'a': [1, (2.5, None), {True}], b'x': -1 + 2j}"))
for bad in ('f()', '1 + x', '[1', '"a" + "b"', '{**{}}'):
    try:
        print(ast.literal_eval(bad))
    except (ValueError, SyntaxError) as e:
        print(bad, type(e).__name__, str(e).split(' object')[0].split('(')[0])
for node in ast.walk(tree):
    if isinstance(node, (ast.Await, ast.NamedExpr, ast.MatchClass, ast.FormattedValue)):
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, repr(ast.get_source_segment(source, node)))
ns = types.SimpleNamespace(a=1, b=[2])
print(ns, ns == types.SimpleNamespace(b=[2], a=1), types.new_class('N', (Base,), {}, lambda d: d.update(work=1)).__mro__[1].__name__, types.resolve_bases((list[int],)), types.MappingProxyType({'a': 1}) | {'b': 2})
print([n for n in dir(types) if n.endswith('Type')][:12], isinstance(full, types.FunctionType), type(full.__code__) is types.CodeType, full.__code__.co_varnames, full.__code__.co_argcount, full.__code__.co_posonlyargcount, full.__code__.co_kwonlyargcount, full.__code__.co_flags & 12)


class Plain:
    """No constructor of its own."""


class Items(list):
    pass


for cls in Plain, Items, object, list, tuple, float, complex, enumerate, reversed, property, memoryview, types.FunctionType, types.MethodType, types.ModuleType, int, str, dict, type:
    try:
        print(cls.__name__, cls.__text_signature__, inspect.signature(cls))
    except ValueError as e:
        print(type(e), e)
print(Plain.__dict__['__dict__'].__doc__, '|', Plain.__dict__['__weakref__'].__doc__)
