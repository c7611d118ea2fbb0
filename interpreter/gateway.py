"""Built-in functions and methods: from an RPython function and one line of signature to a callable object.

    class W_List(W_Root):
        @method('insert(self, index: index, object, /) -> None')
        def m_insert(self, index, w_object): ...

        @getter('name')                          # also @setter('name'), @deleter('name')
        def get_name(self): return newstr(...)

    @function('len(obj, /) -> int')              # a function of a built-in module
    def len_(w_obj): ...

The line is CPython's text signature with these additions:

  x: int       an RPython int through __index__ (OverflowError past 64 bits)
  x: cint      the same for a C int, 32 bits
  //           in place of /: a wrong number of arguments is reported in the words of PyArg_ParseTuple
  x: index     the same, clamped to the machine range (for slice-like bounds)
  x: bool      its truth value              x: float    an RPython float
  x: str       UTF-8 of a str (TypeError else)
  x: cstr      the same for what is a C string in CPython: no NUL, no lone surrogates
  x: bytes     the content of any bytes-like object
  x: fspath    a path (str, bytes or os.PathLike) as bytes in the file system's encoding
  x            the object itself (W_Root)
  x=?          optional, RPython None when absent (only for untyped, `str`, `cstr`, `bytes` and `fspath` parameters)
  x=None       for an untyped parameter: w_None.  For `str`, `bytes`, `fspath`: RPython None, and None is accepted.
  x=LITERAL    an int, float, bool or string literal; for an untyped parameter it is wrapped
  *args        a list of W_Root             **kwds   a W_Dict (or None when there is no keyword)
  -> int, bool, float, str, bytes, None     how to wrap the result; without it, the function returns a W_Root

The function is called with the plain parameters in order, then the *args list, then the **kwds dict.

In a class body the first parameter is `self` (checked and passed as an instance of the class) or, for @classmethod and @new,
the W_Type.  `@raw_method('name')` and `@raw_function('name')` take the vectorcall pair (args_w, kwnames) instead.
"""

import re

from interpreter.errors import OperationError
from interpreter.objects.root import W_Root, w_None


class Parameter(object):
    """One parameter of a built-in, as written."""
    def __init__(self, name, kind, conversion, default):
        self.name = name
        self.kind = kind                  # 'posonly', 'pos', 'kwonly', 'vararg', 'kwarg'
        self.conversion = conversion      # '' or one of the words above
        self.default = default            # None, or the text after '='
        self.parse_tuple = False


def _split_commas(text):
    parts, depth, quote, current = [], 0, None, ''
    for ch in text:
        if quote:
            if ch == quote:
                quote = None
        elif ch in '\'"':
            quote = ch
        elif ch in '([{':
            depth += 1
        elif ch in ')]}':
            depth -= 1
        elif ch == ',' and depth == 0:
            parts.append(current.strip())
            current = ''
            continue
        current += ch
    if current.strip():
        parts.append(current.strip())
    return parts


def parse_signature(line):
    """'name(params) -> conversion' -> (name, [Parameter], result conversion)."""
    match = re.match(r'^\s*([A-Za-z_0-9.]*)\s*\((.*)\)\s*(?:->\s*(\w+))?\s*$', line)
    if match is None:
        raise ValueError("bad signature: %r" % (line,))
    name, inside, result = match.groups()
    parameters, kind = [], 'pos'
    for part in _split_commas(inside):
        if part == '/' or part == '//':
            for p in parameters:
                p.kind = 'posonly'
                p.parse_tuple = part == '//'
            continue
        if part == '*':
            kind = 'kwonly'
            continue
        if part.startswith('**'):
            parameters.append(Parameter(part[2:], 'kwarg', '', None))
            continue
        if part.startswith('*'):
            parameters.append(Parameter(part[1:], 'vararg', '', None))
            kind = 'kwonly'
            continue
        match = re.match(r'^(\w+)\s*(?::\s*(\w+))?\s*(?:=\s*(.+))?$', part)
        if match is None:
            raise ValueError("bad parameter %r in %r" % (part, line))
        pname, conversion, default = match.groups()
        parameters.append(Parameter(pname, kind, conversion or '', default))
    return name, parameters, result or ''


class Signature(object):
    """How arguments are matched with parameters.  RPython; immutable."""
    _immutable_fields_ = ['names[*]', 'optional[*]', 'posonly', 'positional', 'kwonly', 'vararg', 'kwarg', 'required', 'size',
                          'parse_tuple']

    def __init__(self, parameters):
        plain = [p for p in parameters if p.kind in ('posonly', 'pos', 'kwonly')]
        self.names = [p.name for p in plain]
        self.optional = [p.default is not None for p in plain]
        self.posonly = len([p for p in plain if p.kind == 'posonly'])
        self.positional = len([p for p in plain if p.kind != 'kwonly'])
        self.kwonly = len(plain) - self.positional
        self.parse_tuple = len([p for p in plain if p.parse_tuple]) > 0
        self.required = len([p for p in plain if p.kind != 'kwonly' and p.default is None])
        self.vararg = -1
        self.kwarg = -1
        size = len(plain)
        if [p for p in parameters if p.kind == 'vararg']:
            self.vararg = size
            size += 1
        if [p for p in parameters if p.kind == 'kwarg']:
            self.kwarg = size
            size += 1
        self.size = size

    def bind(self, name, args_w, kwnames, hidden):
        """The parameters in order, absent ones as None; TypeError as CPython words it.

        `hidden` is how many of the first parameters the messages do not count: 1 for the self of a method."""
        from interpreter.errors import type_error
        from interpreter.objects.wrap import newtuple, newdict, newstr
        scope_w = [None] * self.size
        nkw = 0 if kwnames is None else len(kwnames)
        npos = len(args_w) - nkw
        assert npos >= 0
        n = npos
        if npos + nkw > len(self.names) and self.vararg < 0 and self.kwarg < 0 and len(self.names) > self.posonly:
            positional = npos - hidden
            raise type_error("%s() takes at most %d %sargument%s (%d given)" % (
                name, len(self.names) - hidden, "keyword " if positional == 0 else "", "" if len(self.names) - hidden == 1 else "s", positional + nkw))
        if n > self.positional:
            if self.vararg < 0:
                raise type_error(self.count_message(name, npos, hidden))
            n = self.positional
        for i in range(n):
            scope_w[i] = args_w[i]
        if self.vararg >= 0:
            scope_w[self.vararg] = newtuple(args_w[n:npos])
        unknown = None
        if nkw:
            w_kwds = None
            plain = len(self.names)
            first = max(self.posonly, hidden)      # self and cls are no keywords
            for k in range(nkw):
                kwname = kwnames[k]
                index = -1
                for i in range(first, plain):
                    if self.names[i] == kwname:
                        index = i
                        break
                w_value = args_w[npos + k]
                if index >= 0:
                    if scope_w[index] is not None:
                        raise type_error("argument for %s() given by name ('%s') and position (%d)" % (
                            name, kwname, index + 1 - hidden))
                    scope_w[index] = w_value
                elif self.kwarg >= 0:
                    if w_kwds is None:
                        w_kwds = newdict()
                        scope_w[self.kwarg] = w_kwds
                    w_kwds.setitem_str(kwname, w_value)
                elif self.posonly == plain:
                    raise type_error("%s() takes no keyword arguments" % name)
                elif unknown is None:
                    unknown = kwname
        for i in range(len(self.names)):
            if scope_w[i] is None and not self.optional[i]:
                if i < self.posonly:
                    raise type_error(self.count_message(name, npos, hidden))
                if i >= self.positional:
                    raise type_error("%s() missing required keyword-only argument: '%s'" % (name, self.names[i]))
                raise type_error("%s() missing required argument '%s' (pos %d)" % (name, self.names[i], i + 1 - hidden))
        if unknown is not None:
            raise type_error("'%s' is an invalid keyword argument for %s()" % (unknown, name))
        return scope_w

    def takes_no_keywords(self):
        return self.posonly == len(self.names) and self.kwarg < 0

    def is_plain(self):
        """Is it what CPython calls METH_NOARGS or METH_O: no parameter, or one, without keywords?"""
        return self.takes_no_keywords() and not self.parse_tuple and self.vararg < 0 and (
            self.positional == 0 or self.positional == 1 and self.required == 1)

    def count_message(self, name, given, hidden):
        """CPython's words for a wrong number of positional arguments."""
        positional = self.positional - hidden
        required = self.required - hidden
        given -= hidden
        named = len(self.names) - hidden
        if self.kwonly > 0 and given > named:
            return "%s() takes at most %d argument%s (%d given)" % (name, named, "" if named == 1 else "s", given)
        if positional == 0:
            if self.kwonly > 0:
                return "%s() takes no positional arguments" % name
            return "%s() takes no arguments (%d given)" % (name, given)
        if positional == 1 and required == 1 and self.kwonly > 0:
            return "%s() takes exactly 1 positional argument (%d given)" % (name, given)
        if positional == 1 and required == 1 and not (hidden == 1 and name.find('.') < 0):     # that is a constructor
            return "%s() takes exactly one argument (%d given)" % (name, given)
        if self.posonly == self.positional:
            if self.parse_tuple:
                if given < required:
                    quantity, bound = "exactly" if required == positional else "at least", required
                else:
                    quantity, bound = "exactly" if required == positional else "at most", positional
                return "%s() takes %s %d argument%s (%d given)" % (name, quantity, bound, "" if bound == 1 else "s", given)
            if required == positional:
                quantity, bound = "", positional
            elif given < required:
                quantity, bound = "at least ", required
            else:
                quantity, bound = "at most ", positional
            plural = "" if bound == 1 else "s"
            return "%s expected %s%d argument%s, got %d" % (name, quantity, bound, plural, given)
        least = min(required, self.posonly - hidden)
        if given < least:
            quantity = "exactly" if least == positional else "at least"
            return "%s() takes %s %d positional argument%s (%d given)" % (name, quantity, least, "" if least == 1 else "s", given)
        quantity = "exactly" if required == positional else "at most"
        plural = "" if positional == 1 else "s"
        if self.kwonly > 0:
            return "%s() takes %s %d positional argument%s (%d given)" % (name, quantity, positional, plural, given)
        return "%s() takes %s %d argument%s (%d given)" % (name, quantity, positional, plural, given)


class BuiltinCode(object):
    """The code behind a built-in function or method.

    The parameters, packed as Signature.bind returns them, go to one of f0 .. f4 (by their number) or to fn (as a list);
    `raw` instead takes (args_w, kwnames).  `text_signature` is None or what inspect reads."""
    _immutable_fields_ = ['name', 'qualname', 'doc', 'text_signature', 'signature', 'size', 'simple', 'min', 'is_raw',
                          'f0', 'f1', 'f2', 'f3', 'f4', 'fn', 'raw', 'prefix', 'checker']

    def __init__(self, name, doc, text_signature, signature):
        self.name = name
        self.qualname = name              # 'list.append' once it belongs to a type
        self.doc = doc
        self.text_signature = text_signature
        self.signature = signature
        self.is_raw = signature is None
        self.simple = False               # only positional parameters: the fast paths may be taken
        self.size = -1
        self.min = 0
        self.f0 = self.f1 = self.f2 = self.f3 = self.f4 = self.fn = self.raw = None
        self.prefix = ''                  # of a function of a module other than builtins: the module's name and a dot
        self.checker = None               # of a method: checker(w_self) raises TypeError if that is of another type
        if signature is not None:
            self.size = signature.size
            self.simple = signature.vararg < 0 and signature.kwarg < 0 and signature.kwonly == 0
            self.min = signature.required

    def call_args(self, args_w, kwnames):
        if self.is_raw:
            return self.raw(args_w, kwnames)
        if kwnames is not None and len(kwnames) > 0 and self.signature.takes_no_keywords():
            from interpreter.errors import type_error
            self.check_self(args_w)
            raise type_error("%s%s() takes no keyword arguments" % (self.prefix, self.name))
        try:
            scope_w = self.signature.bind(self.error_name(), args_w, kwnames, self.hidden())
        except OperationError:
            self.check_self(args_w)
            raise
        size = self.size
        if size == 0:
            return self.f0()
        if size == 1:
            return self.f1(scope_w[0])
        if size == 2:
            return self.f2(scope_w[0], scope_w[1])
        if size == 3:
            return self.f3(scope_w[0], scope_w[1], scope_w[2])
        if size == 4:
            return self.f4(scope_w[0], scope_w[1], scope_w[2], scope_w[3])
        return self.fn(scope_w)

    def check_self(self, args_w):
        """TypeError if the first argument is no self: that comes before what is wrong with the others."""
        if self.checker is not None and len(args_w) > 0:
            self.checker(args_w[0])

    def error_name(self):
        """What error messages call the function."""
        if self.prefix != '' and self.signature.is_plain():
            return self.prefix + self.name
        return self.name

    def hidden(self):
        """How many parameters the messages do not count."""
        return 0

    def call0(self):
        if self.simple and self.size == 0:
            return self.f0()
        return self.call_args([], None)

    def call1(self, w_a):
        if self.simple and self.min <= 1:
            if self.size == 1:
                return self.f1(w_a)
            if self.size == 2:
                return self.f2(w_a, None)
            if self.size == 3:
                return self.f3(w_a, None, None)
        return self.call_args([w_a], None)

    def call2(self, w_a, w_b):
        if self.simple and self.min <= 2:
            if self.size == 2:
                return self.f2(w_a, w_b)
            if self.size == 3:
                return self.f3(w_a, w_b, None)
            if self.size == 4:
                return self.f4(w_a, w_b, None, None)
        return self.call_args([w_a, w_b], None)

    def call3(self, w_a, w_b, w_c):
        if self.simple and self.min <= 3:
            if self.size == 3:
                return self.f3(w_a, w_b, w_c)
            if self.size == 4:
                return self.f4(w_a, w_b, w_c, None)
        return self.call_args([w_a, w_b, w_c], None)

    def call4(self, w_a, w_b, w_c, w_d):
        if self.simple and self.size == 4:
            return self.f4(w_a, w_b, w_c, w_d)
        return self.call_args([w_a, w_b, w_c, w_d], None)


class MethodCode(BuiltinCode):
    """The code of a method: errors count without self, and name the type where the method is its constructor."""

    def call_args(self, args_w, kwnames):
        if self.is_raw:
            return self.raw(args_w, kwnames)
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) == nkw:
            from interpreter.errors import type_error
            if self.name == '__new__':
                raise type_error("%s(): not enough arguments" % self.qualname)
            if self.name == '__new__':
                raise type_error("%s(): not enough arguments" % self.qualname)
            raise type_error("unbound method %s() needs an argument" % self.qualname)
        if nkw > 0 and self.signature.takes_no_keywords():
            if self.name == '__new__' and has_python_init(args_w[0]):
                positional = len(args_w) - nkw
                assert positional >= 0
                return BuiltinCode.call_args(self, args_w[:positional], None)
            if self.qualname == 'list.__init__' and has_python_new(args_w[0]):
                positional = len(args_w) - nkw
                assert positional >= 0
                return BuiltinCode.call_args(self, args_w[:positional], None)
            from interpreter.errors import type_error
            self.check_self(args_w)
            raise type_error("%s() takes no keyword arguments" % (self.error_name() if self.makes_object() else self.qualname))
        return BuiltinCode.call_args(self, args_w, kwnames)

    def makes_object(self):
        return self.name == '__init__' or self.name == '__new__'

    def error_name(self):
        if self.makes_object():
            i = self.qualname.rfind('.')
            if i > 0:
                return self.qualname[:i]
        signature = self.signature
        if signature.takes_no_keywords() and (signature.positional == 1 or signature.positional == 2 and signature.required == 2):
            return self.qualname         # as CPython's METH_NOARGS and METH_O functions do
        return self.name

    def hidden(self):
        return 1


def has_python_init(w_type):
    """Is it a class whose __init__ is a Python function?  That one judges the keywords, then."""
    from interpreter.objects.function import W_Function
    from interpreter.objects.type import W_Type
    return isinstance(w_type, W_Type) and isinstance(w_type.lookup('__init__'), W_Function)


def has_python_new(w_obj):
    """Is it an instance of a class whose __new__ is a Python function?  list alone leaves the keywords to that one."""
    from interpreter.objects.function import W_Function
    return isinstance(w_obj.gettype().slots().w_new, W_Function)


# ____________________________________________________________
# thunks: from wrapped parameters to the RPython function and back


_UNWRAP = {'int': 'ops.int_w(%s)', 'cint': 'ops.cint_w(%s)', 'index': 'ops.clamped_index_w(%s)', 'bool': 'ops.is_true(%s)',
           'float': 'ops.float_w(%s)', 'bytes': 'ops.bufferstr_w(%s)',
           'fspath': 'ops.fspath_w(%s)'}
_WRAP = {'int': 'wrap.newint(%s)', 'bool': 'wrap.newbool(%s)', 'float': 'wrap.newfloat(%s)',
         'str': 'wrap.newstr(%s)', 'bytes': 'wrap.newbytes(%s)'}
_NULLABLE = ('str', 'cstr', 'bytes', 'fspath')


def _literal(text):
    return eval(text, {})


def _wrapped_default(text):
    """The source of a wrapped default, and the constants it needs."""
    value = _literal(text)
    if value is None:
        return 'w_None'
    if isinstance(value, bool):
        return 'wrap.w_True' if value else 'wrap.w_False'
    if isinstance(value, int):
        return 'wrap.newint(%d)' % value
    if isinstance(value, float):
        return 'wrap.newfloat(%r)' % value
    if isinstance(value, str):
        return 'wrap.newstr(%r)' % value
    if value == ():
        return 'wrap.newtuple([])'
    raise ValueError("default %r" % text)


def _make_thunk(function, name, parameters, result, owner, kind):
    """A function of len(parameters) wrapped arguments (or of one list, past four) that calls `function`."""
    count = len(parameters)
    names = ['w_%d' % i for i in range(count)]
    if count <= 4:
        lines = ['def thunk(%s):' % ', '.join(names)]
    else:
        lines = ['def thunk(scope_w):']
        lines += ['    w_%d = scope_w[%d]' % (i, i) for i in range(count)]
    lines.append('    from interpreter import ops')
    lines.append('    from interpreter.objects import wrap')
    passed = []
    for i, p in enumerate(parameters):
        w = names[i]
        if i == 0 and kind == 'method':
            lines.append('    if not isinstance(%s, owner):' % w)
            lines.append('        raise errors.self_error(%r, owner, %s)' % (name, w))
            passed.append(w)
        elif i == 0 and kind in ('classmethod', 'new'):
            lines.append('    w_cls = errors.check_type_argument(%r, owner, %s)' % (name, w))
            passed.append('w_cls')
        elif p.kind == 'vararg':
            lines.append('    a%d = ops.tuple_items(%s)' % (i, w))
            passed.append('a%d' % i)
        elif p.kind == 'kwarg':
            passed.append('errors.as_dict(%s)' % w)
        elif not p.conversion or p.conversion == 'object':
            if p.default is not None and p.default != '?':
                lines.append('    if %s is None:' % w)
                lines.append('        %s = %s' % (w, _wrapped_default(p.default)))
            passed.append(w)
        else:
            if p.conversion in _UNWRAP:
                convert = _UNWRAP[p.conversion] % w
            else:
                convert = 'ops.%s_argument(%s, %r)' % (p.conversion, w, _place(name, parameters, i, owner, kind))
            if p.default is None:
                lines.append('    a%d = %s' % (i, convert))
            elif p.conversion in _NULLABLE and p.default in ('?', 'None'):
                absent = '%s is None' % w
                if p.default == 'None':
                    absent += ' or %s is w_None' % w
                lines.append('    a%d = None if %s else %s' % (i, absent, convert))
            else:
                lines.append('    a%d = %r if %s is None else %s' % (i, _literal(p.default), w, convert))
            passed.append('a%d' % i)
    call = 'function(%s)' % ', '.join(passed)
    if result == 'None':
        lines += ['    %s' % call, '    return w_None']
    elif result:
        lines.append('    return %s' % (_WRAP[result] % call))
    else:
        lines.append('    w_result = %s' % call)
        lines.append('    assert w_result is not None')
        lines.append('    return w_result')
    from interpreter import errors
    namespace = {'function': function, 'owner': owner, 'w_None': w_None, 'errors': errors}
    source = '\n'.join(lines) + '\n'
    exec compile(source, '<gateway %s>' % name, 'exec') in namespace
    thunk = namespace['thunk']
    thunk.func_name = 'thunk_' + re.sub(r'\W', '_', name)
    return thunk


def _make_checker(name, owner):
    from interpreter import errors

    def checker(w_self):
        if not isinstance(w_self, owner):
            raise errors.self_error(name, owner, w_self)
    return checker


def _place(name, parameters, i, owner, kind):
    """What the error for a parameter of a wrong type begins with."""
    if kind == 'new' or name == '__init__':
        name = owner.typedef.name
    hidden = 0 if kind == 'function' or kind == 'staticmethod' else 1
    if parameters[i].kind != 'posonly':
        return "%s() argument '%s'" % (name, parameters[i].name)
    if len(parameters) == 1 + hidden:
        return "%s() argument" % name
    return "%s() argument %d" % (name, i + 1 - hidden)


def _text_signature(parameters, kind):
    parts = []
    for i, p in enumerate(parameters):
        if p.kind == 'kwonly' and not [q for q in parameters[:i] if q.kind in ('kwonly', 'vararg')]:
            parts.append('*')
        text = {'vararg': '*', 'kwarg': '**'}.get(p.kind, '') + p.name
        if i == 0 and kind in ('method', 'classmethod', 'new'):
            text = '$' + {'method': 'self', 'classmethod': 'type', 'new': 'type'}[kind]
        if p.default is not None:
            if p.default == '?':
                return None
            text += '=' + p.default
        parts.append(text)
        if p.kind == 'posonly' and (i + 1 == len(parameters) or parameters[i + 1].kind != 'posonly'):
            parts.append('/')
    return '(' + ', '.join(parts) + ')'


def build_code(function, line, owner=None, kind='function', doc=None):
    """A BuiltinCode for the RPython `function` with the signature `line`.

    owner: the RPython class of self, for kind 'method', 'classmethod', 'new'; else None."""
    name, parameters, result = parse_signature(line)
    # the packed order is plain parameters, *args, **kwds: the function is written in the same order
    ordered = ([p for p in parameters if p.kind in ('posonly', 'pos', 'kwonly')] +
               [p for p in parameters if p.kind == 'vararg'] + [p for p in parameters if p.kind == 'kwarg'])
    thunk = _make_thunk(function, name, ordered, result, owner, kind)
    if doc is None:
        doc = function.__doc__
    factory = BuiltinCode if kind == 'function' else MethodCode
    code = factory(name, doc, _text_signature(parameters, kind), Signature(parameters))
    if len(ordered) <= 4:
        setattr(code, 'f%d' % len(ordered), thunk)
    else:
        code.fn = thunk
    if kind == 'method' and not code.makes_object():
        code.checker = _make_checker(name, owner)
    return code


_RAW_METHOD = '''
def raw(args_w, kwnames):
    nkw = 0 if kwnames is None else len(kwnames)
    if len(args_w) == nkw:
        raise errors.type_error("unbound method %s() needs an argument" % qualname)
    if not isinstance(args_w[0], owner):
        raise errors.self_error(name, owner, args_w[0])
    return function(args_w, kwnames)
'''
_RAW_NEW = '''
def raw(args_w, kwnames):
    nkw = 0 if kwnames is None else len(kwnames)
    if len(args_w) == nkw:
        raise errors.type_error("%s(): not enough arguments" % qualname)
    errors.check_type_argument(name, owner, args_w[0])
    return function(args_w, kwnames)
'''


def build_raw_code(function, name, doc=None, kind='raw_function', owner=None):
    """A BuiltinCode that passes (args_w, kwnames) through; kind 'raw_method' or 'raw_new' checks the first argument against `owner`."""
    if doc is None:
        doc = function.__doc__
    if kind == 'raw_function':
        code = BuiltinCode(name, doc, None, None)
        code.raw = function
        return code
    from interpreter import errors
    namespace = {'function': function, 'owner': owner, 'name': name, 'errors': errors,
                 'qualname': '%s.%s' % (owner.typedef.name, name)}
    exec (_RAW_METHOD if kind == 'raw_method' else _RAW_NEW) in namespace
    code = MethodCode(name, doc, None, None)
    code.raw = namespace['raw']
    code.raw.func_name = 'raw_%s_%s' % (owner.__name__, re.sub(r'\W', '_', name))
    return code


# ____________________________________________________________
# decorators


def _marker(kind):
    def decorator(line, doc=None):
        def mark(function):
            function.__dict__.setdefault('_exposed', []).append((kind, line, doc))
            return function
        return mark
    return decorator


method = _marker('method')
classmethod_ = _marker('classmethod')
staticmethod_ = _marker('staticmethod')
new = _marker('new')                  # @new('(cls, x=?, /)'): becomes __new__
getter = _marker('getter')
setter = _marker('setter')
deleter = _marker('deleter')
raw_method = _marker('raw_method')    # the function is plain (no self): f(args_w, kwnames), args_w[0] is self
raw_new = _marker('raw_new')          # f(args_w, kwnames), args_w[0] is the type
function = _marker('function')
raw_function = _marker('raw_function')
