"""The classes of syntax trees; the module `ast` of the standard library shows them."""

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


class AST:
    """A node: fields are given by position or by name."""
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    __module__ = 'ast'

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError('%.400s constructor takes at most %d positional argument%s' % (
                type(self).__name__, len(fields), '' if len(fields) == 1 else 's'))
        for name, value in zip(fields, args):
            if name in kwargs:
                raise TypeError('%.400s got multiple values for argument %r' % (type(self).__name__, name))
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __reduce_ex__(self, protocol):
        return type(self), (), self.__dict__


_LOCATION = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')

# the sums and products of the grammar: name, then each constructor with its fields
_GRAMMAR = """
mod
  Module(stmt* body, type_ignore* type_ignores)
  Interactive(stmt* body)
  Expression(expr body)
  FunctionType(expr* argtypes, expr returns)
stmt @
  FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
  AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
  ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)
  Return(expr? value)
  Delete(expr* targets)
  Assign(expr* targets, expr value, string? type_comment)
  AugAssign(expr target, operator op, expr value)
  AnnAssign(expr target, expr annotation, expr? value, int simple)
  For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  While(expr test, stmt* body, stmt* orelse)
  If(expr test, stmt* body, stmt* orelse)
  With(withitem* items, stmt* body, string? type_comment)
  AsyncWith(withitem* items, stmt* body, string? type_comment)
  Match(expr subject, match_case* cases)
  Raise(expr? exc, expr? cause)
  Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  Assert(expr test, expr? msg)
  Import(alias* names)
  ImportFrom(identifier? module, alias* names, int? level)
  Global(identifier* names)
  Nonlocal(identifier* names)
  Expr(expr value)
  Pass
  Break
  Continue
expr @
  BoolOp(boolop op, expr* values)
  NamedExpr(expr target, expr value)
  BinOp(expr left, operator op, expr right)
  UnaryOp(unaryop op, expr operand)
  Lambda(arguments args, expr body)
  IfExp(expr test, expr body, expr orelse)
  Dict(expr* keys, expr* values)
  Set(expr* elts)
  ListComp(expr elt, comprehension* generators)
  SetComp(expr elt, comprehension* generators)
  DictComp(expr key, expr value, comprehension* generators)
  GeneratorExp(expr elt, comprehension* generators)
  Await(expr value)
  Yield(expr? value)
  YieldFrom(expr value)
  Compare(expr left, cmpop* ops, expr* comparators)
  Call(expr func, expr* args, keyword* keywords)
  FormattedValue(expr value, int conversion, expr? format_spec)
  JoinedStr(expr* values)
  Constant(constant value, string? kind)
  Attribute(expr value, identifier attr, expr_context ctx)
  Subscript(expr value, expr slice, expr_context ctx)
  Starred(expr value, expr_context ctx)
  Name(identifier id, expr_context ctx)
  List(expr* elts, expr_context ctx)
  Tuple(expr* elts, expr_context ctx)
  Slice(expr? lower, expr? upper, expr? step)
expr_context
  Load
  Store
  Del
boolop
  And
  Or
operator
  Add
  Sub
  Mult
  MatMult
  Div
  Mod
  Pow
  LShift
  RShift
  BitOr
  BitXor
  BitAnd
  FloorDiv
unaryop
  Invert
  Not
  UAdd
  USub
cmpop
  Eq
  NotEq
  Lt
  LtE
  Gt
  GtE
  Is
  IsNot
  In
  NotIn
excepthandler @
  ExceptHandler(expr? type, identifier? name, stmt* body)
pattern @
  MatchValue(expr value)
  MatchSingleton(constant value)
  MatchSequence(pattern* patterns)
  MatchMapping(expr* keys, pattern* patterns, identifier? rest)
  MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
  MatchStar(identifier? name)
  MatchAs(pattern? pattern, identifier? name)
  MatchOr(pattern* patterns)
type_ignore
  TypeIgnore(int lineno, string tag)
= comprehension(expr target, expr iter, expr* ifs, int is_async)
= arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
= @ arg(identifier arg, expr? annotation, string? type_comment)
= @ keyword(identifier? arg, expr value)
= @ alias(identifier name, identifier? asname)
= withitem(expr context_expr, expr? optional_vars)
= match_case(pattern pattern, expr? guard, stmt* body)
"""


def _make(name, base, fields, located, doc):
    names = tuple(field.split()[1] for field in fields)
    namespace = {'__module__': 'ast', '__doc__': doc, '_fields': names, '__match_args__': names}
    for field in fields:
        kind, fieldname = field.split()
        if kind.endswith('?'):
            namespace[fieldname] = None
    if located:
        namespace['_attributes'] = _LOCATION
        namespace['end_lineno'] = namespace['end_col_offset'] = None
    elif base is AST:
        namespace['_attributes'] = ()
    cls = type(name, (base,), namespace)
    globals()[name] = cls
    return cls


def _define():
    base = located = is_enum = None
    alternatives = []
    for line in _GRAMMAR.strip().splitlines() + ['= end']:
        text = line.strip()
        if line.startswith('  '):
            name, _, fields = text.partition('(')
            fields = [field for field in fields.rstrip(')').split(', ') if field]
            cls = _make(name, base, fields, located, text)
            is_enum = is_enum and not fields
            if not fields and not located:
                cls._singleton = cls()
            alternatives.append(text)
            continue
        if base is not None:
            begin = base.__name__ + ' = '
            separator = ' | ' if is_enum else '\n%s| ' % (' ' * (len(begin) - 2))
            base.__doc__ = begin + separator.join(alternatives)
        if text == '= end':
            return
        located = '@' in text
        is_enum = True
        alternatives = []
        if text.startswith('='):
            base = None
            declaration = text.lstrip('=@ ')
            name, _, fields = declaration.partition('(')
            _make(name, AST, fields.rstrip(')').split(', '), located, declaration)
        else:
            base = _make(text.split()[0], AST, [], located, None)


_define()
