"""compile() of trees that were changed or built by hand: what CPython refuses, with its words, and what it accepts."""
import ast
from ast import *

load, store, delete = Load(), Store(), Del()
name, target = Name('x', load), Name('x', store)
number, text = Constant(1), Constant('s')
nothing = arguments([], [], None, [], [], None, [])


def check(title, node, mode='exec'):
    try:
        ast.fix_missing_locations(node)
        compile(node, '<tree>', mode)
        print(title, 'fine')
    except (TypeError, ValueError, SyntaxError, RecursionError) as e:
        print(title, type(e).__name__, str(e).split(' object at ')[0].split(', got <')[0])


statements = [
    FunctionDef('f', nothing, [], []), FunctionDef('f', nothing, [Pass()], [target]), FunctionDef('f', nothing, [None], []),
    AsyncFunctionDef('f', nothing, [], []), ClassDef('C', [], [], [], []), ClassDef('C', [target], [], [Pass()], []),
    ClassDef('C', [], [keyword('k', target)], [Pass()], []), Return(target), Delete([]), Delete([None]), Delete([name]), Delete([number]),
    Assign([], number), Assign([None], number), Assign([name], number), Assign([target], target), AugAssign(name, Add(), number),
    AnnAssign(Attribute(name, 'a', store), name, None, 1), AnnAssign(target, target, None, 1), For(target, name, [], []),
    For(name, name, [Pass()], []), For(target, name, [Pass()], [None]), While(number, [], []), If(number, [], []), If(target, [Pass()], []),
    With([], [Pass()]), With([withitem(name, None)], []), With([withitem(name, name)], [Pass()]), Raise(None, name), Raise(target, None),
    Try([], [], [], []), Try([Pass()], [], [], []), Try([Pass()], [], [Pass()], [Pass()]), Try([Pass()], [ExceptHandler(None, 'e', [])], [], []),
    TryStar([Pass()], [], [], []), Assert(target, None), Import([]), ImportFrom(None, [], 0), ImportFrom(None, [alias('a', None)], -1),
    ImportFrom('m', [alias('a', None)], 0), Global([]), Nonlocal([]), Expr(target), Expr(None), Pass(), Match(name, []),
    Match(name, [match_case(MatchValue(name), None, [Pass()])]), Match(name, [match_case(MatchSingleton(number), None, [Pass()])]),
    Match(name, [match_case(MatchSingleton(None), None, [])]), Match(name, [match_case(MatchStar('a'), None, [Pass()])]),
    Match(name, [match_case(MatchAs(None, '_'), None, [Pass()])]), Match(name, [match_case(MatchAs(MatchAs(None, 'a'), None), None, [Pass()])]),
    Match(name, [match_case(MatchOr([MatchValue(number)]), None, [Pass()])]), Match(name, [match_case(MatchMapping([number], [], None), None, [Pass()])]),
    Match(name, [match_case(MatchMapping([], [], '_'), None, [Pass()])]), Match(name, [match_case(MatchClass(number, [], [], []), None, [Pass()])]),
    Match(name, [match_case(MatchClass(name, [], ['a'], []), None, [Pass()])]),
    Match(name, [match_case(MatchValue(Constant(...)), None, [Pass()])]), Match(name, [match_case(MatchAs(None, 'True'), None, [Pass()])]),
    Match(name, [match_case(MatchValue(UnaryOp(USub(), Constant(2))), None, [Pass()])]),
    Match(name, [match_case(MatchValue(BinOp(UnaryOp(USub(), Constant(2)), Sub(), Constant(3j))), None, [Pass()])]),
    Match(name, [match_case(MatchValue(BinOp(Constant(2j), Sub(), Constant(3j))), None, [Pass()])]),
    ImportFrom(module='time', names=[alias(name='sleep')], level=None, lineno=None, col_offset=None),
]
for i, statement in enumerate(statements):
    check('%d %s' % (i, type(statement).__name__), Module([statement], []))
expressions = [
    BoolOp(And(), []), BoolOp(And(), [number]), BoolOp(And(), [number, None]), UnaryOp(Not(), target), BinOp(target, Add(), number),
    Lambda(nothing, target), IfExp(target, name, name), Dict([], [name]), Dict([None], [name]), Dict([name], [None]), Set([None]), Set([target]),
    ListComp(name, []), ListComp(name, [comprehension(name, name, [], 0)]), ListComp(target, [comprehension(target, name, [], 0)]),
    DictComp(name, name, [comprehension(target, target, [], 0)]), GeneratorExp(name, [comprehension(target, name, [None], 0)]),
    Yield(target), Compare(name, [In()], []), Compare(name, [In()], [target]), Compare(name, [], [name]), Call(target, [], []), Call(name, [None], []),
    Call(name, [], [keyword(None, target)]), Constant([1]), Constant((1, [2])), Constant((1, (2.5, 'a', b'b', None, ..., 1j))), Constant(frozenset([1, 'a'])),
    Constant(ast), Attribute(target, 'a', load), Attribute(name, 'a', store), Subscript(target, number, load), Subscript(name, target, load), Starred(target, load),
    List([None], load), List([name], store), Tuple([target], load), Name('None', load), Name('True', store), Slice(target, None, None),
    Lambda(arguments([], [], None, [], [], None, [number]), number), Lambda(arguments([], [], None, [arg('a', None)], [], None, []), number),
    Lambda(arguments([], [arg('a', target)], None, [], [], None, []), number), Constant(type('I', (int,), {})(3)), name, number, JoinedStr([target]),
    FormattedValue(target, -1, None), NamedExpr(target, number), Await(target), YieldFrom(target)]
for i, expression in enumerate(expressions):
    check('%d %s' % (i, type(expression).__name__), Expression(expression), 'eval')
for position in ((2, 0, 1, 0), (1, 5, 1, 2), (-1, 0, 2, 0), (1, -1, 1, 3), (1, 2, 1, 3), (-1, -1, -1, -1)):
    check(position, Expression(Name('x', load, lineno=position[0], col_offset=position[1], end_lineno=position[2], end_col_offset=position[3])), 'eval')
loop = UnaryOp(Not(), None, lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
loop.operand = loop
try:
    compile(Expression(loop), '<loop>', 'eval')
except RecursionError as e:
    print(type(e).__name__)
check('mode', Module([], []), 'eval')
check('type', Expression(Pass()), 'eval')
try:
    compile(Module([Expr(number)], []), '<tree>', 'exec')
except TypeError as e:
    print(e)
