"""Constant folding on the tree, as CPython 3.11 does it before it builds the symbol tables.

Folded: operators on constants (within limits), tuples of constants, subscripts of constants, `__debug__`, `not (a is b)` and
its like, `"..." % (...)` with plain %s, %r and %a, and displays that are only iterated over or searched.  The tree is changed in place.  The
walk also measures how deep the tree is: no later pass needs to fear for its stack.
"""

from interpreter.parser import ast
from interpreter.parser.error import ParseError
from interpreter.compiler.constants import fold_binary, fold_unary, fold_subscript
from interpreter.objects.wrap import newbool, newstr, newtuple, newfrozenset
from interpreter.objects.str import W_Str

# CPython: the recursion limit (1000) times 3
MAX_DEPTH = 3000


def fold(mod, filename, optimize, annotations_are_strings):
    """Folds constants in the tree `mod`; a tree nested too deeply raises the ParseError of kind 'RecursionError'."""
    mod.walkabout(Folder(filename, optimize, annotations_are_strings))


class Folder(ast.ASTVisitor):

    def __init__(self, filename, optimize, annotations_are_strings):
        self.filename = filename
        self.optimize = optimize
        self.annotations_are_strings = annotations_are_strings
        self.enabled = True
        self.depth = 0
        self.result = None          # what replaces the expression visited last

    def go_down(self):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ParseError('RecursionError', 'maximum recursion depth exceeded during compilation',
                             self.filename, 0, 0, None)

    # ---- one node, or many

    def expr(self, node):
        """The folded expression."""
        self.go_down()
        self.result = node
        node.walkabout(self)
        result = self.result
        self.depth -= 1
        return result

    def optional(self, node):
        if node is None:
            return None
        return self.expr(node)

    def exprs(self, nodes):
        for i in range(len(nodes)):
            node = nodes[i]
            if node is not None:
                nodes[i] = self.expr(node)

    def node(self, node):
        """Any node that stays."""
        self.go_down()
        node.walkabout(self)
        self.depth -= 1

    def stmts(self, body):
        for stmt in body:
            self.node(stmt)

    def body(self, body):
        """A body that may begin with a docstring: what only became a string by folding is none."""
        had_docstring = is_string_statement(body)
        self.stmts(body)
        if not had_docstring and is_string_statement(body):
            stmt = body[0]
            assert isinstance(stmt, ast.Expr)
            value = stmt.value
            stmt.value = ast.JoinedStr([value], value.lineno, value.col_offset, value.end_lineno, value.end_col_offset)

    def constant(self, w_value, node):
        """The constant that replaces `node`; with None, `node` stays."""
        if w_value is None:
            self.result = node
        else:
            self.result = ast.Constant(w_value, None, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)

    # ---- modules and statements

    def visit_Module(self, node):
        self.body(node.body)

    def visit_Interactive(self, node):
        self.stmts(node.body)

    def visit_Expression(self, node):
        node.body = self.expr(node.body)

    def visit_FunctionDef(self, node):
        self.node(node.args)
        self.body(node.body)
        self.exprs(node.decorator_list)
        if node.returns is not None:
            node.returns = self.annotation(node.returns)

    def visit_AsyncFunctionDef(self, node):
        self.node(node.args)
        self.body(node.body)
        self.exprs(node.decorator_list)
        if node.returns is not None:
            node.returns = self.annotation(node.returns)

    def annotation(self, node):
        if not self.annotations_are_strings:
            return self.expr(node)
        enabled = self.enabled
        self.enabled = False        # the string shows the expression as it was written
        self.expr(node)
        self.enabled = enabled
        return node

    def visit_ClassDef(self, node):
        self.exprs(node.bases)
        self.keywords(node.keywords)
        self.body(node.body)
        self.exprs(node.decorator_list)

    def keywords(self, keywords):
        for keyword in keywords:
            keyword.value = self.expr(keyword.value)

    def visit_arguments(self, node):
        for arg in node.posonlyargs:
            self.arg(arg)
        for arg in node.args:
            self.arg(arg)
        self.arg(node.vararg)
        for arg in node.kwonlyargs:
            self.arg(arg)
        self.exprs(node.kw_defaults)
        self.arg(node.kwarg)
        self.exprs(node.defaults)

    def arg(self, arg):
        if arg is not None and arg.annotation is not None:
            arg.annotation = self.annotation(arg.annotation)

    def visit_Return(self, node):
        node.value = self.optional(node.value)

    def visit_Delete(self, node):
        self.exprs(node.targets)

    def visit_Assign(self, node):
        self.exprs(node.targets)
        node.value = self.expr(node.value)

    def visit_AugAssign(self, node):
        node.target = self.expr(node.target)
        node.value = self.expr(node.value)

    def visit_AnnAssign(self, node):
        node.target = self.expr(node.target)
        node.annotation = self.annotation(node.annotation)
        node.value = self.optional(node.value)

    def visit_For(self, node):
        node.target = self.expr(node.target)
        node.iter = self.iterated(self.expr(node.iter))
        self.stmts(node.body)
        self.stmts(node.orelse)

    def visit_AsyncFor(self, node):
        node.target = self.expr(node.target)
        node.iter = self.expr(node.iter)
        self.stmts(node.body)
        self.stmts(node.orelse)

    def visit_While(self, node):
        node.test = self.expr(node.test)
        self.stmts(node.body)
        self.stmts(node.orelse)

    def visit_If(self, node):
        node.test = self.expr(node.test)
        self.stmts(node.body)
        self.stmts(node.orelse)

    def visit_With(self, node):
        self.withitems(node.items)
        self.stmts(node.body)

    def visit_AsyncWith(self, node):
        self.withitems(node.items)
        self.stmts(node.body)

    def withitems(self, items):
        for item in items:
            item.context_expr = self.expr(item.context_expr)
            item.optional_vars = self.optional(item.optional_vars)

    def visit_Raise(self, node):
        node.exc = self.optional(node.exc)
        node.cause = self.optional(node.cause)

    def visit_Try(self, node):
        self.stmts(node.body)
        for handler in node.handlers:
            self.node(handler)
        self.stmts(node.orelse)
        self.stmts(node.finalbody)

    def visit_TryStar(self, node):
        self.stmts(node.body)
        for handler in node.handlers:
            self.node(handler)
        self.stmts(node.orelse)
        self.stmts(node.finalbody)

    def visit_ExceptHandler(self, node):
        node.type = self.optional(node.type)
        self.stmts(node.body)

    def visit_Assert(self, node):
        node.test = self.expr(node.test)
        node.msg = self.optional(node.msg)

    def visit_Import(self, node):
        pass

    def visit_ImportFrom(self, node):
        pass

    def visit_Global(self, node):
        pass

    def visit_Nonlocal(self, node):
        pass

    def visit_Expr(self, node):
        node.value = self.expr(node.value)

    def visit_Pass(self, node):
        pass

    def visit_Break(self, node):
        pass

    def visit_Continue(self, node):
        pass

    # ---- match

    def visit_Match(self, node):
        node.subject = self.expr(node.subject)
        for case in node.cases:
            self.node(case.pattern)
            case.guard = self.optional(case.guard)
            self.stmts(case.body)

    def patterns(self, patterns):
        for pattern in patterns:
            self.node(pattern)

    def visit_MatchValue(self, node):
        node.value = self.expr(node.value)

    def visit_MatchSingleton(self, node):
        pass

    def visit_MatchSequence(self, node):
        self.patterns(node.patterns)

    def visit_MatchMapping(self, node):
        self.exprs(node.keys)
        self.patterns(node.patterns)

    def visit_MatchClass(self, node):
        node.cls = self.expr(node.cls)
        self.patterns(node.patterns)
        self.patterns(node.kwd_patterns)

    def visit_MatchStar(self, node):
        pass

    def visit_MatchAs(self, node):
        if node.pattern is not None:
            self.node(node.pattern)

    def visit_MatchOr(self, node):
        self.patterns(node.patterns)

    # ---- expressions

    def visit_Constant(self, node):
        pass

    def visit_Name(self, node):
        if self.enabled and node.ctx == ast.Load and node.id == '__debug__':
            self.constant(newbool(self.optimize == 0), node)

    def visit_NamedExpr(self, node):
        node.value = self.expr(node.value)
        self.result = node

    def visit_BoolOp(self, node):
        self.exprs(node.values)
        self.result = node

    def visit_BinOp(self, node):
        node.left = left = self.expr(node.left)
        node.right = right = self.expr(node.right)
        self.result = node
        if not self.enabled or not isinstance(left, ast.Constant):
            return
        if isinstance(right, ast.Constant):
            self.constant(fold_binary(node.op, left.value, right.value), node)
        elif node.op == ast.Mod and isinstance(right, ast.Tuple):
            self.format(node, left, right)

    def format(self, node, left, right):
        """`"%s and %r" % (a, b)` becomes an f-string."""
        w_format = left.value
        if not isinstance(w_format, W_Str):
            return
        for elt in right.elts:
            if isinstance(elt, ast.Starred):
                return
        text = w_format._utf8
        values = []
        used = 0
        literal = []
        i = 0
        while i < len(text):
            c = text[i]
            i += 1
            if c != '%':
                literal.append(c)
                continue
            if i == len(text):
                return
            c = text[i]
            i += 1
            if c == '%':
                literal.append('%')
                continue
            if (c != 's' and c != 'r' and c != 'a') or used == len(right.elts):
                return
            if literal:
                values.append(self.literal(''.join(literal), node))
                literal = []
            elt = right.elts[used]
            used += 1
            values.append(ast.FormattedValue(elt, ord(c), None, elt.lineno, elt.col_offset, elt.end_lineno,
                                             elt.end_col_offset))
        if used != len(right.elts):
            return
        if literal:
            values.append(self.literal(''.join(literal), node))
        self.result = ast.JoinedStr(values, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)

    def literal(self, text, node):
        return ast.Constant(newstr(text), None, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)

    def visit_UnaryOp(self, node):
        node.operand = operand = self.expr(node.operand)
        self.result = node
        if not self.enabled:
            return
        if isinstance(operand, ast.Constant):
            self.constant(fold_unary(node.op, operand.value), node)
        elif node.op == ast.Not and isinstance(operand, ast.Compare) and len(operand.ops) == 1:
            op = operand.ops[0]
            if op == ast.Is:
                operand.ops[0] = ast.IsNot
            elif op == ast.IsNot:
                operand.ops[0] = ast.Is
            elif op == ast.In:
                operand.ops[0] = ast.NotIn
            elif op == ast.NotIn:
                operand.ops[0] = ast.In
            else:
                return
            self.result = operand

    def visit_Lambda(self, node):
        self.node(node.args)
        node.body = self.expr(node.body)
        self.result = node

    def visit_IfExp(self, node):
        node.test = self.expr(node.test)
        node.body = self.expr(node.body)
        node.orelse = self.expr(node.orelse)
        self.result = node

    def visit_Dict(self, node):
        self.exprs(node.keys)
        self.exprs(node.values)
        self.result = node

    def visit_Set(self, node):
        self.exprs(node.elts)
        self.result = node

    def visit_ListComp(self, node):
        node.elt = self.expr(node.elt)
        self.comprehensions(node.generators)
        self.result = node

    def visit_SetComp(self, node):
        node.elt = self.expr(node.elt)
        self.comprehensions(node.generators)
        self.result = node

    def visit_DictComp(self, node):
        node.key = self.expr(node.key)
        node.value = self.expr(node.value)
        self.comprehensions(node.generators)
        self.result = node

    def visit_GeneratorExp(self, node):
        node.elt = self.expr(node.elt)
        self.comprehensions(node.generators)
        self.result = node

    def comprehensions(self, generators):
        for generator in generators:
            generator.target = self.expr(generator.target)
            generator.iter = self.expr(generator.iter)
            self.exprs(generator.ifs)
            if not generator.is_async:
                generator.iter = self.iterated(generator.iter)

    def visit_Await(self, node):
        node.value = self.expr(node.value)
        self.result = node

    def visit_Yield(self, node):
        node.value = self.optional(node.value)
        self.result = node

    def visit_YieldFrom(self, node):
        node.value = self.expr(node.value)
        self.result = node

    def visit_Compare(self, node):
        node.left = self.expr(node.left)
        self.exprs(node.comparators)
        last = len(node.ops) - 1
        op = node.ops[last]
        if op == ast.In or op == ast.NotIn:
            node.comparators[last] = self.iterated(node.comparators[last])
        self.result = node

    def visit_Call(self, node):
        node.func = self.expr(node.func)
        self.exprs(node.args)
        self.keywords(node.keywords)
        self.result = node

    def visit_JoinedStr(self, node):
        self.exprs(node.values)
        self.result = node

    def visit_FormattedValue(self, node):
        node.value = self.expr(node.value)
        node.format_spec = self.optional(node.format_spec)
        self.result = node

    def visit_Attribute(self, node):
        node.value = self.expr(node.value)
        self.result = node

    def visit_Subscript(self, node):
        node.value = value = self.expr(node.value)
        node.slice = index = self.expr(node.slice)
        self.result = node
        if (self.enabled and node.ctx == ast.Load and isinstance(value, ast.Constant) and
                isinstance(index, ast.Constant)):
            self.constant(fold_subscript(value.value, index.value), node)

    def visit_Starred(self, node):
        node.value = self.expr(node.value)
        self.result = node

    def visit_List(self, node):
        self.exprs(node.elts)
        self.result = node

    def visit_Tuple(self, node):
        self.exprs(node.elts)
        self.result = node
        if self.enabled and node.ctx == ast.Load and all_constant(node.elts):
            self.constant(newtuple(constant_values(node.elts)[:]), node)

    def visit_Slice(self, node):
        node.lower = self.optional(node.lower)
        node.upper = self.optional(node.upper)
        node.step = self.optional(node.step)
        self.result = node

    def iterated(self, node):
        """`node` where nobody but an iteration or a membership test sees it: lists become tuples, constants where possible."""
        if not self.enabled:
            return node
        if isinstance(node, ast.List):
            for elt in node.elts:
                if isinstance(elt, ast.Starred):
                    return node
            if all_constant(node.elts):
                self.constant(newtuple(constant_values(node.elts)[:]), node)
                return self.result
            return ast.Tuple(node.elts, node.ctx, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        if isinstance(node, ast.Set) and all_constant(node.elts):
            self.constant(newfrozenset(constant_values(node.elts)), node)
            return self.result
        return node


def is_string_statement(body):
    """Does the body begin with a docstring?"""
    if len(body) == 0:
        return False
    stmt = body[0]
    if not isinstance(stmt, ast.Expr):
        return False
    value = stmt.value
    return isinstance(value, ast.Constant) and isinstance(value.value, W_Str)


def all_constant(elts):
    for elt in elts:
        if not isinstance(elt, ast.Constant):
            return False
    return True


def constant_values(elts):
    result_w = []
    for elt in elts:
        assert isinstance(elt, ast.Constant)
        result_w.append(elt.value)
    return result_w
