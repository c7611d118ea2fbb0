"""Checks a tree that came from Python objects: the compiler relies on what the parser guarantees.

The rules and the messages are those of CPython's compile(): ValueError, or TypeError for constants of other types.
"""
from __future__ import absolute_import

from interpreter import errors
from interpreter.eval.executioncontext import limits
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.complex import W_Complex
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import w_None, w_Ellipsis
from interpreter.objects.set import W_FrozenSet
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import w_True, w_False
from interpreter.parser import ast

CONTEXTS = ['Load', 'Store', 'Del']         # ast.Load is 1
DEPTH_SCALE = 3                             # the compiler may nest that much deeper than calls


def validate(tree):
    """(mod) -> None.  Raises OperationError."""
    Validator().module(tree)


def context_name(ctx):
    return CONTEXTS[ctx - 1]


def is_singleton(w_value):
    return w_value is w_None or w_value is w_True or w_value is w_False


def is_exact_int(w_value):
    return isinstance(w_value, W_AbstractInt) and not w_value.is_user_instance and not is_singleton(w_value)


def is_exact_float(w_value):
    return isinstance(w_value, W_Float) and not w_value.is_user_instance


def is_exact_complex(w_value):
    return isinstance(w_value, W_Complex) and not w_value.is_user_instance


def is_exact_text(w_value):
    return (isinstance(w_value, W_Str) or isinstance(w_value, W_Bytes)) and not w_value.is_user_instance


def check_constant(w_value):
    """TypeError unless it is what a literal may stand for."""
    if w_value is w_Ellipsis or is_singleton(w_value) or is_exact_int(w_value) or is_exact_float(w_value):
        return
    if is_exact_complex(w_value) or is_exact_text(w_value):
        return
    if not w_value.is_user_instance:
        if isinstance(w_value, W_Tuple):
            for w_item in w_value.items:
                check_constant(w_item)
            return
        if isinstance(w_value, W_FrozenSet):
            from interpreter import ops
            for w_item in ops.listview(w_value):
                check_constant(w_item)
            return
    raise errors.type_error("got an invalid type in Constant: %s" % w_value.gettype().name)


def check_name(name):
    if name == 'None' or name == 'True' or name == 'False':
        raise errors.value_error("identifier field can't represent '%s' constant" % name)


def check_capture(name):
    if name == '_':
        raise errors.value_error("can't capture name '_' in patterns")
    check_name(name)


def check_filled(count, what, owner):
    if count == 0:
        raise errors.value_error("empty %s on %s" % (what, owner))


def check_position(node):
    if node.lineno > node.end_lineno:
        raise errors.value_error("AST node line range (%d, %d) is not valid" % (node.lineno, node.end_lineno))
    if ((node.lineno < 0 and node.end_lineno != node.lineno) or
            (node.col_offset < 0 and node.col_offset != node.end_col_offset)):
        raise errors.value_error("AST node column range (%d, %d) for line range (%d, %d) is not valid" % (
            node.col_offset, node.end_col_offset, node.lineno, node.end_lineno))
    if node.lineno == node.end_lineno and node.col_offset > node.end_col_offset:
        raise errors.value_error("line %d, column %d-%d is not a valid range" % (
            node.lineno, node.col_offset, node.end_col_offset))


def is_number(node, real, imaginary):
    """Is it a constant, real or imaginary as allowed?"""
    if not isinstance(node, ast.Constant):
        return False
    w_value = node.value
    if real and (is_exact_int(w_value) or is_exact_float(w_value)):
        return True
    return imaginary and is_exact_complex(w_value)


def is_negative(node, real, imaginary):
    return isinstance(node, ast.UnaryOp) and node.op == ast.USub and is_number(node.operand, real, imaginary)


def is_complex_sum(node):
    """Is it a literal such as -1 + 2j?"""
    if not isinstance(node, ast.BinOp) or (node.op != ast.Add and node.op != ast.Sub):
        return False
    left = node.left
    if not is_number(left, True, False) and not is_negative(left, True, False):
        return False
    return is_number(node.right, False, True)


class Validator(object):
    """depth: how many nodes are above the one looked at."""

    def __init__(self):
        self.depth = 0
        self.limit = limits.recursion_limit * DEPTH_SCALE

    def enter(self):
        self.depth += 1
        if self.depth > self.limit:
            raise errors.recursion_error("maximum recursion depth exceeded during compilation")

    def module(self, node):
        if isinstance(node, ast.Module):
            self.stmts(node.body)
        elif isinstance(node, ast.Interactive):
            self.stmts(node.body)
        elif isinstance(node, ast.Expression):
            self.expr(node.body, ast.Load)
        elif isinstance(node, ast.FunctionType):
            self.exprs(node.argtypes, ast.Load)
            self.expr(node.returns, ast.Load)

    # ---- statements

    def stmts(self, nodes):
        for node in nodes:
            if node is None:
                raise errors.value_error("None disallowed in statement list")
            self.stmt(node)

    def body(self, nodes, owner):
        check_filled(len(nodes), 'body', owner)
        self.stmts(nodes)

    def targets(self, nodes, ctx):
        check_filled(len(nodes), 'targets', 'Delete' if ctx == ast.Del else 'Assign')
        self.exprs(nodes, ctx)

    def stmt(self, node):
        check_position(node)
        self.enter()
        if isinstance(node, ast.FunctionDef):
            self.function(node.body, node.args, node.decorator_list, node.returns, 'FunctionDef')
        elif isinstance(node, ast.AsyncFunctionDef):
            self.function(node.body, node.args, node.decorator_list, node.returns, 'AsyncFunctionDef')
        elif isinstance(node, ast.ClassDef):
            self.body(node.body, 'ClassDef')
            self.exprs(node.bases, ast.Load)
            self.keywords(node.keywords)
            self.exprs(node.decorator_list, ast.Load)
        elif isinstance(node, ast.Return):
            self.optional(node.value, ast.Load)
        elif isinstance(node, ast.Delete):
            self.targets(node.targets, ast.Del)
        elif isinstance(node, ast.Assign):
            self.targets(node.targets, ast.Store)
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.AugAssign):
            self.expr(node.target, ast.Store)
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.AnnAssign):
            if node.simple and not isinstance(node.target, ast.Name):
                raise errors.type_error("AnnAssign with simple non-Name target")
            self.expr(node.target, ast.Store)
            self.optional(node.value, ast.Load)
            self.expr(node.annotation, ast.Load)
        elif isinstance(node, ast.For):
            self.loop(node.target, node.iter, node.body, node.orelse, 'For')
        elif isinstance(node, ast.AsyncFor):
            self.loop(node.target, node.iter, node.body, node.orelse, 'AsyncFor')
        elif isinstance(node, ast.While):
            self.expr(node.test, ast.Load)
            self.body(node.body, 'While')
            self.stmts(node.orelse)
        elif isinstance(node, ast.If):
            self.expr(node.test, ast.Load)
            self.body(node.body, 'If')
            self.stmts(node.orelse)
        else:
            self.other_stmt(node)
        self.depth -= 1

    def other_stmt(self, node):
        if isinstance(node, ast.With):
            self.with_statement(node.items, node.body, 'With')
        elif isinstance(node, ast.AsyncWith):
            self.with_statement(node.items, node.body, 'AsyncWith')
        elif isinstance(node, ast.Match):
            self.expr(node.subject, ast.Load)
            check_filled(len(node.cases), 'cases', 'Match')
            for case in node.cases:
                self.pattern(case.pattern, False)
                self.optional(case.guard, ast.Load)
                self.body(case.body, 'match_case')
        elif isinstance(node, ast.Raise):
            if node.exc is not None:
                self.expr(node.exc, ast.Load)
                self.optional(node.cause, ast.Load)
            elif node.cause is not None:
                raise errors.value_error("Raise with cause but no exception")
        elif isinstance(node, ast.Try):
            self.try_statement(node.body, node.handlers, node.orelse, node.finalbody, 'Try')
        elif isinstance(node, ast.TryStar):
            self.try_statement(node.body, node.handlers, node.orelse, node.finalbody, 'TryStar')
        elif isinstance(node, ast.Assert):
            self.expr(node.test, ast.Load)
            self.optional(node.msg, ast.Load)
        elif isinstance(node, ast.Import):
            check_filled(len(node.names), 'names', 'Import')
        elif isinstance(node, ast.ImportFrom):
            if node.level < 0:
                raise errors.value_error("Negative ImportFrom level")
            check_filled(len(node.names), 'names', 'ImportFrom')
        elif isinstance(node, ast.Global):
            check_filled(len(node.names), 'names', 'Global')
        elif isinstance(node, ast.Nonlocal):
            check_filled(len(node.names), 'names', 'Nonlocal')
        elif isinstance(node, ast.Expr):
            self.expr(node.value, ast.Load)

    def function(self, body, args, decorators, returns, owner):
        self.body(body, owner)
        self.arguments(args)
        self.exprs(decorators, ast.Load)
        self.optional(returns, ast.Load)

    def loop(self, target, iter, body, orelse, owner):
        self.expr(target, ast.Store)
        self.expr(iter, ast.Load)
        self.body(body, owner)
        self.stmts(orelse)

    def with_statement(self, items, body, owner):
        check_filled(len(items), 'items', owner)
        for item in items:
            self.expr(item.context_expr, ast.Load)
            self.optional(item.optional_vars, ast.Store)
        self.body(body, owner)

    def try_statement(self, body, handlers, orelse, finalbody, owner):
        self.body(body, owner)
        if len(handlers) == 0 and len(finalbody) == 0:
            raise errors.value_error("%s has neither except handlers nor finalbody" % owner)
        if len(handlers) == 0 and len(orelse) > 0:
            raise errors.value_error("%s has orelse but no except handlers" % owner)
        for handler in handlers:
            check_position(handler)
            assert isinstance(handler, ast.ExceptHandler)
            self.optional(handler.type, ast.Load)
            self.body(handler.body, 'ExceptHandler')
        self.stmts(finalbody)
        self.stmts(orelse)

    # ---- expressions

    def exprs(self, nodes, ctx):
        for node in nodes:
            if node is None:
                raise errors.value_error("None disallowed in expression list")
            self.expr(node, ctx)

    def optional(self, node, ctx):
        if node is not None:
            self.expr(node, ctx)

    def keywords(self, nodes):
        for node in nodes:
            self.expr(node.value, ast.Load)

    def annotation(self, arg):
        if arg is not None:
            check_position(arg)
            self.optional(arg.annotation, ast.Load)

    def arguments(self, args):
        for arg in args.posonlyargs:
            self.annotation(arg)
        for arg in args.args:
            self.annotation(arg)
        self.annotation(args.vararg)
        for arg in args.kwonlyargs:
            self.annotation(arg)
        self.annotation(args.kwarg)
        if len(args.defaults) > len(args.posonlyargs) + len(args.args):
            raise errors.value_error("more positional defaults than args on arguments")
        if len(args.kw_defaults) != len(args.kwonlyargs):
            raise errors.value_error("length of kwonlyargs is not the same as kw_defaults on arguments")
        self.exprs(args.defaults, ast.Load)
        for default in args.kw_defaults:
            self.optional(default, ast.Load)

    def comprehension(self, generators):
        if len(generators) == 0:
            raise errors.value_error("comprehension with no generators")
        for generator in generators:
            self.expr(generator.target, ast.Store)
            self.expr(generator.iter, ast.Load)
            self.exprs(generator.ifs, ast.Load)

    def expr(self, node, ctx):
        check_position(node)
        self.enter()
        actual = self.context_of(node)
        if actual == 0:
            if ctx != ast.Load:
                raise errors.value_error("expression which can't be assigned to in %s context" % context_name(ctx))
        elif actual != ctx:
            raise errors.value_error("expression must have %s context but has %s instead" % (
                context_name(ctx), context_name(actual)))
        if isinstance(node, ast.BoolOp):
            if len(node.values) < 2:
                raise errors.value_error("BoolOp with less than 2 values")
            self.exprs(node.values, ast.Load)
        elif isinstance(node, ast.BinOp):
            self.expr(node.left, ast.Load)
            self.expr(node.right, ast.Load)
        elif isinstance(node, ast.UnaryOp):
            self.expr(node.operand, ast.Load)
        elif isinstance(node, ast.Lambda):
            self.arguments(node.args)
            self.expr(node.body, ast.Load)
        elif isinstance(node, ast.IfExp):
            self.expr(node.test, ast.Load)
            self.expr(node.body, ast.Load)
            self.expr(node.orelse, ast.Load)
        elif isinstance(node, ast.Dict):
            if len(node.keys) != len(node.values):
                raise errors.value_error("Dict doesn't have the same number of keys as values")
            for key in node.keys:
                self.optional(key, ast.Load)
            self.exprs(node.values, ast.Load)
        elif isinstance(node, ast.Set):
            self.exprs(node.elts, ast.Load)
        elif isinstance(node, ast.Compare):
            if len(node.comparators) == 0:
                raise errors.value_error("Compare with no comparators")
            if len(node.comparators) != len(node.ops):
                raise errors.value_error("Compare has a different number of comparators and operands")
            self.exprs(node.comparators, ast.Load)
            self.expr(node.left, ast.Load)
        elif isinstance(node, ast.Call):
            self.expr(node.func, ast.Load)
            self.exprs(node.args, ast.Load)
            self.keywords(node.keywords)
        elif isinstance(node, ast.Constant):
            check_constant(node.value)
        else:
            self.other_expr(node, ctx)
        self.depth -= 1

    def context_of(self, node):
        """The expression's context; 0 for those without."""
        if isinstance(node, ast.Attribute):
            return node.ctx
        if isinstance(node, ast.Subscript):
            return node.ctx
        if isinstance(node, ast.Starred):
            return node.ctx
        if isinstance(node, ast.Name):
            check_name(node.id)
            return node.ctx
        if isinstance(node, ast.List):
            return node.ctx
        if isinstance(node, ast.Tuple):
            return node.ctx
        return 0

    def other_expr(self, node, ctx):
        if isinstance(node, ast.ListComp):
            self.comprehension(node.generators)
            self.expr(node.elt, ast.Load)
        elif isinstance(node, ast.SetComp):
            self.comprehension(node.generators)
            self.expr(node.elt, ast.Load)
        elif isinstance(node, ast.GeneratorExp):
            self.comprehension(node.generators)
            self.expr(node.elt, ast.Load)
        elif isinstance(node, ast.DictComp):
            self.comprehension(node.generators)
            self.expr(node.key, ast.Load)
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.Yield):
            self.optional(node.value, ast.Load)
        elif isinstance(node, ast.YieldFrom):
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.Await):
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.JoinedStr):
            self.exprs(node.values, ast.Load)
        elif isinstance(node, ast.FormattedValue):
            self.expr(node.value, ast.Load)
            self.optional(node.format_spec, ast.Load)
        elif isinstance(node, ast.Attribute):
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.Subscript):
            self.expr(node.slice, ast.Load)
            self.expr(node.value, ast.Load)
        elif isinstance(node, ast.Starred):
            self.expr(node.value, ctx)
        elif isinstance(node, ast.Slice):
            self.optional(node.lower, ast.Load)
            self.optional(node.upper, ast.Load)
            self.optional(node.step, ast.Load)
        elif isinstance(node, ast.List):
            self.exprs(node.elts, ctx)
        elif isinstance(node, ast.Tuple):
            self.exprs(node.elts, ctx)
        elif isinstance(node, ast.NamedExpr):
            if not isinstance(node.target, ast.Name):
                raise errors.type_error("NamedExpr target must be a Name")
            self.expr(node.value, ast.Load)

    # ---- patterns

    def patterns(self, nodes, star_allowed):
        for node in nodes:
            self.pattern(node, star_allowed)

    def pattern(self, node, star_allowed):
        check_position(node)
        self.enter()
        if isinstance(node, ast.MatchValue):
            self.pattern_value(node.value)
        elif isinstance(node, ast.MatchSingleton):
            if not is_singleton(node.value):
                raise errors.value_error("MatchSingleton can only contain True, False and None")
        elif isinstance(node, ast.MatchSequence):
            self.patterns(node.patterns, True)
        elif isinstance(node, ast.MatchMapping):
            self.mapping_pattern(node)
        elif isinstance(node, ast.MatchClass):
            self.class_pattern(node)
        elif isinstance(node, ast.MatchStar):
            if not star_allowed:
                raise errors.value_error("can't use MatchStar here")
            if node.name is not None:
                check_capture(node.name)
        elif isinstance(node, ast.MatchAs):
            if node.name is not None:
                check_capture(node.name)
            if node.pattern is not None:
                if node.name is None:
                    raise errors.value_error("MatchAs must specify a target name if a pattern is given")
                self.pattern(node.pattern, False)
        elif isinstance(node, ast.MatchOr):
            if len(node.patterns) < 2:
                raise errors.value_error("MatchOr requires at least 2 patterns")
            self.patterns(node.patterns, False)
        self.depth -= 1

    def mapping_pattern(self, node):
        if len(node.keys) != len(node.patterns):
            raise errors.value_error("MatchMapping doesn't have the same number of keys as patterns")
        if node.rest is not None:
            check_capture(node.rest)
        for key in node.keys:
            if key is None:
                raise errors.value_error("None disallowed in expression list")
            if isinstance(key, ast.Constant) and is_singleton(key.value):
                continue
            self.pattern_value(key)
        self.patterns(node.patterns, False)

    def class_pattern(self, node):
        if len(node.kwd_attrs) != len(node.kwd_patterns):
            raise errors.value_error("MatchClass doesn't have the same number of keyword attributes as patterns")
        self.expr(node.cls, ast.Load)
        cls = node.cls
        while isinstance(cls, ast.Attribute):
            cls = cls.value
        if not isinstance(cls, ast.Name):
            raise errors.value_error("MatchClass cls field can only contain Name or Attribute nodes.")
        for name in node.kwd_attrs:
            check_name(name)
        self.patterns(node.patterns, False)
        self.patterns(node.kwd_patterns, False)

    def pattern_value(self, node):
        self.expr(node, ast.Load)
        if isinstance(node, ast.Constant):
            w_value = node.value
            if is_exact_int(w_value) or is_exact_float(w_value) or is_exact_complex(w_value) or is_exact_text(w_value):
                return
            raise errors.value_error("unexpected constant inside of a literal pattern")
        if isinstance(node, ast.Attribute) or isinstance(node, ast.JoinedStr):
            return
        if is_negative(node, True, True) or is_complex_sum(node):
            return
        raise errors.value_error("patterns may only match literals and attribute lookups")
