"""The nodes of Python 3.11's abstract syntax tree.

Names, fields and attributes are those of CPython 3.11's `ast` module; one
difference: operators and expression contexts are ints (`Add`, `Load`, ...)
instead of instances.  How fields are represented:

    identifier   str, UTF-8;  optional ones are None when absent
    string       str or None
    constant     a wrapped object (interpreter.objects)
    int          int
    expr, ...    a node;      optional ones are None when absent
    lists        lists, never None (`Dict.keys` and `arguments.kw_defaults`
                 hold None where CPython has None)

Every node has `lineno`, `col_offset`, `end_lineno`, `end_col_offset` (columns
in UTF-8 bytes); they mean something for the classes with `_attributes`, and
are the last four arguments of those classes' constructors, after all fields
in their documented order:

    BinOp(left, op, right, lineno, col_offset, end_lineno, end_col_offset)
    arguments(posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults)

Two ways to dispatch on the class of a node, both virtual calls:

    node.walkabout(visitor)             calls visitor.visit_BinOp(node)
    expr.walkabout_value(visitor, arg)  returns visitor.value_BinOp(node, arg),
                                        int -> int: a register compiler passes
                                        the wanted register and gets the used one

`ASTVisitor` and `ValueVisitor` raise for what a subclass does not define,
`GenericASTVisitor` walks through the children, in the order of the fields.

The classes are made at import time from the table `NODES`.
"""

# name of the class, its base, its fields.  A field is "type name"; the type
# ends in ? when it is optional and in * for a list.
NODES = """
Module              mod      stmt* body, type_ignore* type_ignores
Interactive         mod      stmt* body
Expression          mod      expr body
FunctionType        mod      expr* argtypes, expr returns

FunctionDef         stmt     identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment
AsyncFunctionDef    stmt     identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment
ClassDef            stmt     identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list
Return              stmt     expr? value
Delete              stmt     expr* targets
Assign              stmt     expr* targets, expr value, string? type_comment
AugAssign           stmt     expr target, operator op, expr value
AnnAssign           stmt     expr target, expr annotation, expr? value, int simple
For                 stmt     expr target, expr iter, stmt* body, stmt* orelse, string? type_comment
AsyncFor            stmt     expr target, expr iter, stmt* body, stmt* orelse, string? type_comment
While               stmt     expr test, stmt* body, stmt* orelse
If                  stmt     expr test, stmt* body, stmt* orelse
With                stmt     withitem* items, stmt* body, string? type_comment
AsyncWith           stmt     withitem* items, stmt* body, string? type_comment
Match               stmt     expr subject, match_case* cases
Raise               stmt     expr? exc, expr? cause
Try                 stmt     stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody
TryStar             stmt     stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody
Assert              stmt     expr test, expr? msg
Import              stmt     alias* names
ImportFrom          stmt     identifier? module, alias* names, int level
Global              stmt     identifier* names
Nonlocal            stmt     identifier* names
Expr                stmt     expr value
Pass                stmt
Break               stmt
Continue            stmt

BoolOp              expr     boolop op, expr* values
NamedExpr           expr     expr target, expr value
BinOp               expr     expr left, operator op, expr right
UnaryOp             expr     unaryop op, expr operand
Lambda              expr     arguments args, expr body
IfExp               expr     expr test, expr body, expr orelse
Dict                expr     expr* keys, expr* values
Set                 expr     expr* elts
ListComp            expr     expr elt, comprehension* generators
SetComp             expr     expr elt, comprehension* generators
DictComp            expr     expr key, expr value, comprehension* generators
GeneratorExp        expr     expr elt, comprehension* generators
Await               expr     expr value
Yield               expr     expr? value
YieldFrom           expr     expr value
Compare             expr     expr left, cmpop* ops, expr* comparators
Call                expr     expr func, expr* args, keyword* keywords
FormattedValue      expr     expr value, int conversion, expr? format_spec
JoinedStr           expr     expr* values
Constant            expr     constant value, string? kind
Attribute           expr     expr value, identifier attr, expr_context ctx
Subscript           expr     expr value, expr slice, expr_context ctx
Starred             expr     expr value, expr_context ctx
Name                expr     identifier id, expr_context ctx
List                expr     expr* elts, expr_context ctx
Tuple               expr     expr* elts, expr_context ctx
Slice               expr     expr? lower, expr? upper, expr? step

MatchValue          pattern  expr value
MatchSingleton      pattern  constant value
MatchSequence       pattern  pattern* patterns
MatchMapping        pattern  expr* keys, pattern* patterns, identifier? rest
MatchClass          pattern  expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns
MatchStar           pattern  identifier? name
MatchAs             pattern  pattern? pattern, identifier? name
MatchOr             pattern  pattern* patterns

ExceptHandler       excepthandler  expr? type, identifier? name, stmt* body

comprehension       AST      expr target, expr iter, expr* ifs, int is_async
arguments           AST      arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults
arg                 located  identifier arg, expr? annotation, string? type_comment
keyword             located  identifier? arg, expr value
alias               located  identifier name, identifier? asname
withitem            AST      expr context_expr, expr? optional_vars
match_case          AST      pattern pattern, expr? guard, stmt* body
TypeIgnore          type_ignore  int lineno, string tag
"""

# The int-valued sums: type, then names numbered from 1.
ENUMS = {
    'expr_context': ['Load', 'Store', 'Del'],
    'boolop': ['And', 'Or'],
    'operator': ['Add', 'Sub', 'Mult', 'MatMult', 'Div', 'Mod', 'Pow', 'LShift',
                 'RShift', 'BitOr', 'BitXor', 'BitAnd', 'FloorDiv'],
    'unaryop': ['Invert', 'Not', 'UAdd', 'USub'],
    'cmpop': ['Eq', 'NotEq', 'Lt', 'LtE', 'Gt', 'GtE', 'Is', 'IsNot', 'In', 'NotIn'],
}

Load, Store, Del = 1, 2, 3
And, Or = 1, 2
(Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd,
 FloorDiv) = range(1, 14)
Invert, Not, UAdd, USub = 1, 2, 3, 4
Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn = range(1, 11)


class AST(object):
    """Base of all nodes."""
    _fields = ()
    _attributes = ()
    lineno = 0
    col_offset = 0
    end_lineno = 0
    end_col_offset = 0

    def walkabout(self, visitor):
        raise NotImplementedError

    def copy_location(self, other):
        """Take the position of the node `other`; return nothing."""
        self.lineno = other.lineno
        self.col_offset = other.col_offset
        self.end_lineno = other.end_lineno
        self.end_col_offset = other.end_col_offset


LOCATION = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


class mod(AST):
    pass


class stmt(AST):
    _attributes = LOCATION


class expr(AST):
    _attributes = LOCATION

    def walkabout_value(self, visitor, arg):
        raise NotImplementedError


class pattern(AST):
    _attributes = LOCATION


class excepthandler(AST):
    _attributes = LOCATION


class type_ignore(AST):
    pass


class ASTVisitor(object):
    """Visits one kind of tree; what a subclass does not define raises.

    All visit methods take the node and return nothing.
    """

    def visit_unexpected(self, node):
        raise NotImplementedError


class GenericASTVisitor(ASTVisitor):
    """Visits every node below the one it starts at, in the order of the fields."""


class ValueVisitor(ASTVisitor):
    """Adds the visits that take and return an int, for expressions only."""

    def value_unexpected(self, node, arg):
        raise NotImplementedError


class Field(object):
    """One field of a node class, for import-time metaprogramming."""

    def __init__(self, text):
        self.type, self.name = text.split()
        self.is_list = self.type.endswith('*')
        self.is_optional = self.type.endswith('?')
        self.type = self.type.rstrip('*?')
        self.is_enum = self.type in ENUMS
        self.is_node = not self.is_enum and self.type not in (
            'identifier', 'string', 'constant', 'int')


NODE_FIELDS = {}        # class name -> list of Field
NODE_CLASSES = []       # in the order of the table


def define(source, name):
    namespace = {}
    exec source in namespace
    return namespace[name]


def make_init(name, fields, located):
    names = [f.name for f in fields] + (list(LOCATION) if located else [])
    lines = ['def __init__(%s):' % ', '.join(['self'] + names)]
    lines += ['    self.%s = %s' % (n, n) for n in names] or ['    pass']
    return define('\n'.join(lines), '__init__')


def make_generic_visit(name, fields):
    lines = ['def visit_%s(self, node):' % name]
    for f in fields:
        if not f.is_node:
            continue
        if f.is_list:
            lines += ['    for child in node.%s:' % f.name,
                      '        if child is not None:',
                      '            child.walkabout(self)']
        else:
            lines += ['    child_%s = node.%s' % (f.name, f.name),
                      '    if child_%s is not None:' % f.name,
                      '        child_%s.walkabout(self)' % f.name]
    lines.append('    pass')
    return define('\n'.join(lines), 'visit_' + name)


def make_class(name, basename, fields):
    bases = {'AST': AST, 'located': AST, 'mod': mod, 'stmt': stmt, 'expr': expr,
             'pattern': pattern, 'excepthandler': excepthandler,
             'type_ignore': type_ignore}
    base = bases[basename]
    located = basename == 'located' or bool(base._attributes)
    attrs = {
        '__doc__': '%s(%s)' % (name, ', '.join(f.name for f in fields)),
        '__module__': __name__,
        '_fields': tuple([f.name for f in fields]),
        '_attributes': LOCATION if located else (),
        '__init__': make_init(name, fields, located),
        'walkabout': define(
            'def walkabout(self, visitor):\n'
            '    visitor.visit_%s(self)\n' % name, 'walkabout'),
    }
    if base is expr:
        attrs['walkabout_value'] = define(
            'def walkabout_value(self, visitor, arg):\n'
            '    return visitor.value_%s(self, arg)\n' % name, 'walkabout_value')
        setattr(ValueVisitor, 'value_' + name, define(
            'def value_%s(self, node, arg):\n'
            '    return self.value_unexpected(node, arg)\n' % name, 'value_' + name))
    setattr(ASTVisitor, 'visit_' + name, define(
        'def visit_%s(self, node):\n'
        '    self.visit_unexpected(node)\n' % name, 'visit_' + name))
    setattr(GenericASTVisitor, 'visit_' + name, make_generic_visit(name, fields))
    return type(name, (base,), attrs)


def make_classes():
    for line in NODES.splitlines():
        if not line:
            continue
        words = line.split(None, 2)
        name, basename = words[:2]
        fields = [Field(text) for text in words[2].split(',')] if len(words) > 2 else []
        cls = make_class(name, basename, fields)
        NODE_FIELDS[name] = fields
        NODE_CLASSES.append(cls)
        globals()[name] = cls
    for names in ENUMS.values():
        for number, name in enumerate(names):
            assert globals()[name] == number + 1


make_classes()
