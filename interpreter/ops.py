"""The operations on objects, with CPython's dispatch order and error messages.

Objects go in as W_Root.  What comes out:

  W_Root    add sub mul matmul truediv floordiv mod pow lshift rshift and_ or_ xor divmod, the in-place iadd ..., pow3,
            neg pos invert abs, lt le eq ne gt ge, getitem, iter, next, getattr, getattr_or_none, call ..., repr, str, ascii, format,
            type, id, index (an int object)
  bool      is_true not_ contains is_ eq_w lt_w isinstance issubclass callable
  int       len hash length_hint index_w int_w clamped_index_w uint_w
  others    float_w bigint_w text_w bufferstr_w fspath_w (interpreter.conversions), listview fixedview unpack_iterable tuple_items

`next` returns None when the iterator is exhausted.  Argument lists (`args_w`) and the items of tuples are fixed-size lists:
they are never appended to; `call` and `call_method` take any list and copy it.
"""

import __builtin__

from rpython.rlib.objectmodel import specialize, compute_unique_id
from rpython.rlib.rarithmetic import intmask, maxint

from interpreter.objects.root import W_Root, BINARY_OPS, COMPARE_OPS, w_None, w_NotImplemented
from interpreter.errors import (type_error, value_error, index_error, memory_error, attribute_error, attribute_error_message, runtime_error,
                                stop_iteration, OperationError)
from interpreter.conversions import (int_w, cint_w, index_w, clamped_index_w, uint_w, bigint_w, float_w, text_w, bufferstr_w, fspath_w,
                                     index, has_index, str_argument, cstr_argument, path_w)

_len = __builtin__.len
_range = __builtin__.range
_isinstance = __builtin__.isinstance

SMALLEST_SINGLE, LARGEST_SINGLE = -5, 256       # CPython has one object for each int of this range


# ____________________________________________________________
# binary operators


def _reflected_first(w_a, w_b, name):
    """Is the type of w_b a proper subtype of that of w_a that overrides the reflected method?"""
    w_ta = w_a.gettype()
    w_tb = w_b.gettype()
    if w_ta is w_tb or not w_tb.issubtype(w_ta):
        return False
    return w_ta.lookup(name) is not w_tb.lookup(name)


def operand_error(symbol, w_a, w_b):
    """The TypeError of a binary operator that neither operand knows."""
    if symbol == '>>' and is_print(w_a):
        return type_error("unsupported operand type(s) for >>: '%s' and '%s'. "
                          "Did you mean \"print(<message>, file=<output_stream>)\"?" % (
                              w_a.gettype().name, w_b.gettype().name))
    return type_error("unsupported operand type(s) for %s: '%s' and '%s'" % (symbol, w_a.gettype().name, w_b.gettype().name))


def is_print(w_obj):
    from interpreter.objects.function import W_BuiltinFunction
    return _isinstance(w_obj, W_BuiltinFunction) and w_obj.code.name == 'print'


_BINARY = '''
def %(name)s(w_a, w_b):
    """w_a %(symbol)s w_b"""
    w_result = _try_%(op)s(w_a, w_b)
    if w_result is w_NotImplemented:
        %(sequence)s
        raise operand_error(%(symbol)r, w_a, w_b)
    return w_result

def _try_%(op)s(w_a, w_b):
    if w_b.reflects_first and _reflected_first(w_a, w_b, '__r%(op)s__'):
        w_result = w_b.op_r%(op)s(w_a)
        if w_result is not w_NotImplemented:
            return w_result
        return w_a.op_%(op)s(w_b)
    w_result = w_a.op_%(op)s(w_b)
    if w_result is w_NotImplemented and w_a.gettype() is not w_b.gettype():
        w_result = w_b.op_r%(op)s(w_a)
    return w_result
'''

_INPLACE = '''
def i%(op)s(w_a, w_b):
    """w_a %(isymbol)s w_b: the object to store"""
    w_result = w_a.op_i%(op)s(w_b)
    if w_result is w_NotImplemented:
        w_result = _try_%(op)s(w_a, w_b)
        if w_result is w_NotImplemented:
            %(sequence)s
            raise operand_error(%(isymbol)r, w_a, w_b)
    return w_result
'''

_SEQUENCE = {
    'add': '_check_concat(w_a, w_b)',
    'mul': '_check_repeat(w_a, w_b)',
}


def _check_concat(w_a, w_b):
    error = w_a.op_concat_error(w_b)
    if error is not None:
        raise error


def _check_repeat(w_a, w_b):
    if w_a.is_repeatable():
        raise type_error("can't multiply sequence by non-int of type '%s'" % w_b.gettype().name)
    if w_b.is_repeatable():
        raise type_error("can't multiply sequence by non-int of type '%s'" % w_a.gettype().name)


for _op, _symbol in BINARY_OPS:
    _name = _op + '_' if _op in ('and', 'or') else _op
    _values = {'name': _name, 'op': _op, 'symbol': _symbol, 'sequence': _SEQUENCE.get(_op, 'pass'),
               'isymbol': '**=' if _op == 'pow' else _symbol + '='}
    exec _BINARY % _values
    if _op != 'divmod':
        exec _INPLACE % _values


def pow3(w_a, w_b, w_c):
    """pow(w_a, w_b, w_c)"""
    if w_c is w_None:
        return pow(w_a, w_b)
    w_result = w_a.op_pow3(w_b, w_c)
    if w_result is w_NotImplemented:
        raise type_error("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'" % (
            w_a.gettype().name, w_b.gettype().name, w_c.gettype().name))
    return w_result


# ____________________________________________________________
# comparisons


_COMPARE = '''
def %(op)s(w_a, w_b):
    """w_a %(symbol)s w_b"""
    if w_b.reflects_first and _is_proper_subtype(w_b, w_a):
        w_result = w_b.op_%(swapped)s(w_a)
        if w_result is not w_NotImplemented:
            return w_result
        w_result = w_a.op_%(op)s(w_b)
    else:
        w_result = w_a.op_%(op)s(w_b)
        if w_result is not w_NotImplemented:
            return w_result
        w_result = w_b.op_%(swapped)s(w_a)
    if w_result is w_NotImplemented:
        %(otherwise)s
    return w_result
'''

_SWAPPED = {'lt': 'gt', 'le': 'ge', 'eq': 'eq', 'ne': 'ne', 'gt': 'lt', 'ge': 'le'}


def _is_proper_subtype(w_b, w_a):
    w_ta = w_a.gettype()
    w_tb = w_b.gettype()
    return w_ta is not w_tb and w_tb.issubtype(w_ta)


def comparison_error(symbol, w_a, w_b):
    return type_error("'%s' not supported between instances of '%s' and '%s'" % (
        symbol, w_a.gettype().name, w_b.gettype().name))


def _identical(w_a, w_b, expected):
    from interpreter.objects.int import newbool
    return newbool((w_a is w_b) == expected)


for _op, _symbol in COMPARE_OPS:
    _otherwise = 'raise comparison_error(%r, w_a, w_b)' % _symbol
    if _op in ('eq', 'ne'):
        _otherwise = 'return _identical(w_a, w_b, %r)' % (_op == 'eq')
    exec _COMPARE % {'op': _op, 'symbol': _symbol, 'swapped': _SWAPPED[_op], 'otherwise': _otherwise}


@specialize.arg(0)
def ordering(op, w_a, w_b):
    """w_a op w_b, for a constant op out of 'lt', 'le', 'gt', 'ge'."""
    if op == 'lt':
        return lt(w_a, w_b)
    if op == 'le':
        return le(w_a, w_b)
    if op == 'gt':
        return gt(w_a, w_b)
    return ge(w_a, w_b)


def eq_w(w_a, w_b):
    """Are they the same object or equal?  What containers mean by equality."""
    return w_a is w_b or is_true(eq(w_a, w_b))


def lt_w(w_a, w_b):
    return is_true(lt(w_a, w_b))


# ____________________________________________________________
# unary operators, truth, identity


_UNARY = '''
def %(op)s(w_a):
    """%(symbol)s w_a"""
    w_result = w_a.op_%(op)s()
    if w_result is None:
        raise type_error("bad operand type for %(text)s: '%%s'" %% w_a.gettype().name)
    return w_result
'''

for _op, _symbol, _text in [('neg', '-', 'unary -'), ('pos', '+', 'unary +'), ('invert', '~', 'unary ~'), ('abs', 'abs', 'abs()')]:
    exec _UNARY % {'op': _op, 'symbol': _symbol, 'text': _text}


def is_true(w_obj):
    """bool(w_obj)"""
    return w_obj.op_bool()


def not_(w_obj):
    return not w_obj.op_bool()


def is_(w_a, w_b):
    """w_a is w_b: the same object; small ints of one value are."""
    return w_a is w_b or is_same_small_int(w_a, w_b)


def is_same_small_int(w_a, w_b):
    """Are both the same one of the ints that CPython has only once?"""
    from interpreter.objects.int import W_Int
    if w_b.__class__ is W_Int and w_a.__class__ is W_Int:
        assert _isinstance(w_a, W_Int) and _isinstance(w_b, W_Int)
        return w_a.intval == w_b.intval and SMALLEST_SINGLE <= w_a.intval <= LARGEST_SINGLE
    return False
is_same_small_int._always_inline_ = True


def id(w_obj):
    """id(w_obj), as an int object."""
    from interpreter.objects.wrap import newint
    return newint(id_w(w_obj))


def id_w(w_obj):
    from interpreter.objects.int import W_Int
    if w_obj.__class__ is W_Int:
        assert _isinstance(w_obj, W_Int)
        if SMALLEST_SINGLE <= w_obj.intval <= LARGEST_SINGLE:
            return 2 * (w_obj.intval - SMALLEST_SINGLE) + 1         # odd: no address
    return intmask(compute_unique_id(w_obj))


def hash(w_obj):
    """hash(w_obj): never -1."""
    return w_obj.op_hash()


def type(w_obj):
    return w_obj.gettype()


# ____________________________________________________________
# containers and iteration


def len(w_obj):
    return w_obj.op_len()


def length_hint(w_obj, default):
    """operator.length_hint: an int >= 0."""
    if w_obj.has_len():
        try:
            return w_obj.op_len()
        except OperationError as e:
            if not e.is_instance(_exception('W_TypeError')):
                raise
    w_hint = lookup_special(w_obj, '__length_hint__')
    if w_hint is None:
        return default
    try:
        w_result = w_hint.call0()
    except OperationError as e:
        if not e.is_instance(_exception('W_TypeError')):
            raise
        return default
    if w_result is w_NotImplemented:
        return default
    from interpreter.objects.int import W_AbstractInt
    if not _isinstance(w_result, W_AbstractInt):
        raise type_error("__length_hint__ must be an integer, not %s" % w_result.gettype().name)
    result = int_w(w_result)
    if result < 0:
        raise value_error("__length_hint__() should return >= 0")
    return result


MOST_ITEMS = 1 << 40          # more than any memory holds


def check_length_hint(w_iterable, present=0):
    """Before the items of an iterable are added to those that are present: MemoryError at once if they are said to be too many; errors of the
    hint itself.  As in CPython, a hint that makes an impossible sum is not believed."""
    hint = length_hint(w_iterable, 8)
    if hint > MOST_ITEMS and hint <= maxint - present:
        raise memory_error("")


@specialize.memo()
def _exception(name):
    """The TypeDef of a built-in exception class."""
    from interpreter.objects import exception
    return __builtin__.getattr(exception, name).typedef


def getitem(w_obj, w_key):
    return w_obj.op_getitem(w_key)


def setitem(w_obj, w_key, w_value):
    w_obj.op_setitem(w_key, w_value)


def delitem(w_obj, w_key):
    w_obj.op_delitem(w_key)


def contains(w_obj, w_item):
    """w_item in w_obj"""
    return w_obj.op_contains(w_item)


def iter(w_obj):
    """iter(w_obj): the iterator; the sequence protocol where there is no __iter__."""
    w_iterator = w_obj.op_iter()
    if w_iterator is None:
        if w_obj.op_iter_is_missing():
            raise type_error("'%s' object is not iterable" % w_obj.gettype().name)
        from interpreter.objects.iterators import W_SequenceIterator
        return W_SequenceIterator(w_obj)
    if not w_iterator.is_iterator():
        raise type_error("iter() returned non-iterator of type '%s'" % w_iterator.gettype().name)
    return w_iterator


def is_sequence(w_obj):
    """PySequence_Check: has it `__getitem__`, and is it no dict?"""
    from interpreter.objects.dict import W_Dict
    return not _isinstance(w_obj, W_Dict) and w_obj.gettype().lookup('__getitem__') is not None


def next(w_iterator):
    """The next item, or None (RPython null) at the end.  TypeError if it is no iterator."""
    return w_iterator.op_next()


def tuple_items(w_tuple):
    """The items of a tuple object: a fixed-size list, not to be changed."""
    from interpreter.objects.tuple import W_Tuple
    assert _isinstance(w_tuple, W_Tuple)
    return w_tuple.items


def listview(w_iterable):
    """The items of any iterable, in a new list."""
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.list import W_List
    if w_iterable.__class__ is W_Tuple:
        assert _isinstance(w_iterable, W_Tuple)
        return resizable(w_iterable.items)
    if w_iterable.__class__ is W_List:
        assert _isinstance(w_iterable, W_List)
        return w_iterable.items[:]
    return iterate_to_list(w_iterable)


def items_or_error(w_iterable, message):
    """The items of an iterable in a new list; TypeError(message) where iter() raises TypeError."""
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.list import W_List
    if w_iterable.__class__ is W_Tuple or w_iterable.__class__ is W_List:
        return listview(w_iterable)
    try:
        w_iterator = iter(w_iterable)
    except OperationError as e:
        if not e.is_instance(_exception('W_TypeError')):
            raise
        raise type_error(message)
    items_w = []
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return items_w
        items_w.append(w_item)


def resizable(items_w):
    """A new list that may grow, from a fixed-size one."""
    result_w = []
    result_w.extend(items_w)
    return result_w


def fixedview(w_iterable):
    """The items of any iterable in a fixed-size list, not to be changed."""
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.list import W_List
    if w_iterable.__class__ is W_Tuple:
        assert _isinstance(w_iterable, W_Tuple)
        return w_iterable.items
    if w_iterable.__class__ is W_List:
        assert _isinstance(w_iterable, W_List)
        return w_iterable.items[:]
    return iterate_to_list(w_iterable)[:]


def iterate_to_list(w_iterable):
    w_iterator = iter(w_iterable)
    check_length_hint(w_iterable)
    items_w = []
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return items_w
        items_w.append(w_item)


def unpack_iterable(w_iterable, expected):
    """Exactly `expected` items (-1: any number) in a fixed-size list: TypeError and ValueError as `a, b = x` gives them."""
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.list import W_List
    if expected < 0:
        return fixedview(w_iterable)
    if w_iterable.__class__ is W_Tuple:
        assert _isinstance(w_iterable, W_Tuple)
        if _len(w_iterable.items) == expected:
            return w_iterable.items
        raise _unpack_error(expected, _len(w_iterable.items))
    if w_iterable.__class__ is W_List:
        assert _isinstance(w_iterable, W_List)
        if _len(w_iterable.items) == expected:
            return w_iterable.items[:]
        raise _unpack_error(expected, _len(w_iterable.items))
    w_iterator = iter_to_unpack(w_iterable)
    items_w = [None] * expected
    for i in _range(expected):
        w_item = w_iterator.op_next()
        if w_item is None:
            raise _unpack_error(expected, i)
        items_w[i] = w_item
    if w_iterator.op_next() is not None:
        raise _unpack_error(expected, expected + 1)
    return items_w


def iter_to_unpack(w_iterable):
    """iter(), but "cannot unpack non-iterable X object"."""
    if w_iterable.op_iter_is_missing() and w_iterable.gettype().lookup('__iter__') is None:
        raise type_error("cannot unpack non-iterable %s object" % w_iterable.gettype().name)
    return iter(w_iterable)


def _unpack_error(expected, got):
    if got > expected:
        return value_error("too many values to unpack (expected %d)" % expected)
    return value_error("not enough values to unpack (expected %d, got %d)" % (expected, got))


# ____________________________________________________________
# attributes


def getattr(w_obj, name):
    """w_obj.name; AttributeError if there is none."""
    return w_obj.op_getattribute(name)


def getattr_or_none(w_obj, name):
    """w_obj.name, or None (RPython null) where AttributeError would be raised."""
    return w_obj.op_findattr(name)


findattr = getattr_or_none


def setattr(w_obj, name, w_value):
    w_obj.op_setattr(name, w_value)


def delattr(w_obj, name):
    w_obj.op_delattr(name)


def lookup_special(w_obj, name):
    """The special method `name`, looked up in the type and bound to the object; None if there is none."""
    w_type = w_obj.gettype()
    w_descr = w_type.lookup(name)
    if w_descr is None:
        return None
    return w_descr.op_get(w_obj, w_type)


def attribute_name(w_name):
    """The str of an attribute name: TypeError "attribute name must be string, not 'T'"."""
    from interpreter.objects.str import W_Str
    if not _isinstance(w_name, W_Str):
        raise type_error("attribute name must be string, not '%s'" % w_name.gettype().name)
    return w_name._utf8


def builtin(name):
    """The function of that name in the builtins module."""
    from interpreter.eval.call import default_builtins
    w_function = default_builtins().getitem_str(name)
    if w_function is None:
        raise runtime_error("lost builtins.%s" % name)
    return w_function


# ____________________________________________________________
# calls


@specialize.call_location()
def call(w_f, args_w):
    """w_f(*args_w)"""
    return w_f.op_call(args_w[:], None)


def call_args(w_f, args_w, kwnames):
    """As CPython's vectorcall: args_w is a fixed-size list of the positional arguments, then the values of kwnames."""
    return w_f.op_call(args_w, kwnames)


def call0(w_f):
    return w_f.call0()


def call1(w_f, w_a):
    return w_f.call1(w_a)


def call2(w_f, w_a, w_b):
    return w_f.call2(w_a, w_b)


def call3(w_f, w_a, w_b, w_c):
    return w_f.call3(w_a, w_b, w_c)


def call_function(w_f, *args_w):
    """w_f(...) with the given number of arguments."""
    return w_f.op_call(__builtin__.list(args_w), None)


def callable(w_obj):
    return w_obj.is_callable()


@specialize.call_location()
def call_method(w_obj, name, args_w):
    """w_obj.name(*args_w)"""
    return getattr(w_obj, name).op_call(args_w[:], None)


def call_method0(w_obj, name):
    return getattr(w_obj, name).call0()


def call_method1(w_obj, name, w_a):
    return getattr(w_obj, name).call1(w_a)


def call_special0(w_obj, w_descr):
    """w_descr, found in the type of w_obj, called as a method."""
    if w_descr.is_method_descr():
        return w_descr.call1(w_obj)
    return w_descr.op_get(w_obj, w_obj.gettype()).call0()


def call_special1(w_obj, w_descr, w_a):
    if w_descr.is_method_descr():
        return w_descr.call2(w_obj, w_a)
    return w_descr.op_get(w_obj, w_obj.gettype()).call1(w_a)


def call_special2(w_obj, w_descr, w_a, w_b):
    if w_descr.is_method_descr():
        return w_descr.call3(w_obj, w_a, w_b)
    return w_descr.op_get(w_obj, w_obj.gettype()).call2(w_a, w_b)


def call_special(w_obj, w_descr, args_w, kwnames):
    """The same for any arguments; args_w as in call_args, without the object."""
    if w_descr.is_method_descr():
        return w_descr.op_call(prepend(w_obj, args_w), kwnames)
    return w_descr.op_get(w_obj, w_obj.gettype()).op_call(args_w, kwnames)


def prepend(w_first, args_w):
    """A new fixed-size list: w_first, then args_w."""
    result_w = [w_first] * (_len(args_w) + 1)
    for i in _range(_len(args_w)):
        result_w[i + 1] = args_w[i]
    return result_w


# ____________________________________________________________
# strings


def repr(w_obj):
    """repr(w_obj), a str object."""
    from interpreter.objects.str import W_Str
    w_result = w_obj.op_repr()
    if not _isinstance(w_result, W_Str):
        raise type_error("__repr__ returned non-string (type %s)" % w_result.gettype().name)
    return w_result


def str(w_obj):
    """str(w_obj), a str object."""
    from interpreter.objects.str import W_Str
    if w_obj.__class__ is W_Str:
        assert _isinstance(w_obj, W_Str)
        return w_obj
    w_result = w_obj.op_str()
    if not _isinstance(w_result, W_Str):
        raise type_error("__str__ returned non-string (type %s)" % w_result.gettype().name)
    return w_result


def ascii(w_obj):
    """ascii(w_obj), a str object."""
    from interpreter.objects.wrap import newstr
    w_text = repr(w_obj)
    if w_text.is_ascii():
        return w_text
    return newstr(ascii_escape(w_text._utf8))


def ascii_escape(utf8):
    """The text with everything past ASCII as \\x, \\u and \\U escapes."""
    pieces = []
    i = 0
    n = _len(utf8)
    while i < n:
        first = ord(utf8[i])
        if first < 0x80:
            pieces.append(utf8[i])
            i += 1
            continue
        if first < 0xE0:
            code, size = first & 0x1F, 2
        elif first < 0xF0:
            code, size = first & 0x0F, 3
        else:
            code, size = first & 0x07, 4
        for j in _range(i + 1, i + size):
            code = code << 6 | (ord(utf8[j]) & 0x3F)
        i += size
        if code < 0x100:
            pieces.append('\\x' + _hex_digits(code, 2))
        elif code < 0x10000:
            pieces.append('\\u' + _hex_digits(code, 4))
        else:
            pieces.append('\\U' + _hex_digits(code, 8))
    return ''.join(pieces)


def _hex_digits(number, width):
    digits = ['0'] * width
    for i in _range(width - 1, -1, -1):
        digits[i] = '0123456789abcdef'[number & 15]
        number >>= 4
    return ''.join(digits)


def repr_w(w_obj):
    """repr(w_obj) as UTF-8."""
    from interpreter.objects.str import W_Str
    w_result = repr(w_obj)
    assert _isinstance(w_result, W_Str)
    return w_result._utf8


def str_w(w_obj):
    """str(w_obj) as UTF-8."""
    from interpreter.objects.str import W_Str
    w_result = str(w_obj)
    assert _isinstance(w_result, W_Str)
    return w_result._utf8


def format(w_obj, w_spec):
    """format(w_obj, w_spec), a str object."""
    from interpreter.objects.str import W_Str
    if not _isinstance(w_spec, W_Str):
        raise type_error("Format specifier must be a string, not %s" % w_spec.gettype().name)
    if w_obj.__class__ is W_Str and _len(w_spec._utf8) == 0:
        assert _isinstance(w_obj, W_Str)
        return w_obj
    w_result = w_obj.op_format(w_spec._utf8)
    if not _isinstance(w_result, W_Str):
        raise type_error("__format__ must return a str, not %s" % w_result.gettype().name)
    return w_result


# ____________________________________________________________
# types


def isinstance(w_obj, w_class):
    """isinstance(w_obj, w_class)"""
    from interpreter.objects.typecheck import isinstance_w
    return isinstance_w(w_obj, w_class)


def issubclass(w_derived, w_class):
    """issubclass(w_derived, w_class)"""
    from interpreter.objects.typecheck import issubclass_w
    return issubclass_w(w_derived, w_class)
