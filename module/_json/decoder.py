"""make_scanner: reads any JSON document."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval.executioncontext import getrecursionlimit
from interpreter.gateway import getter, new
from interpreter.objects.float import W_Float
from interpreter.objects.floatstr import float_of
from interpreter.objects.instance import allocate_instance
from interpreter.objects.int import W_Int
from interpreter.objects.intstr import int_from_text
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str, newascii
from interpreter.objects.wrap import newbool, newdict, newfloat, newint, newlist, newtuple, w_False, w_True
from interpreter.typedef import TypeDef
from module._json.strings import Reader, text_argument, two_arguments

DEEPEST = 10000                 # levels that surely fit on the C stack
WORD_DIGITS = 18                # as many digits fit a machine word, whatever they are


def is_digit(c):
    return '0' <= c <= '9'


class Document(Reader):
    """One text on its way; `keys` are those seen so far, so that equal ones are one object."""
    _attrs_ = ['scanner', 'keys']

    def __init__(self, w_text, scanner):
        Reader.__init__(self, w_text, scanner.strict)
        self.scanner = scanner
        self.keys = {}

    def stop(self, offset):
        """The StopIteration that says where a value should have been."""
        return errors.stop_iteration(newint(self.w_text.position(offset)))

    def after_space(self, i):
        text = self.text
        while i < len(text) and (text[i] == ' ' or text[i] == '\n' or text[i] == '\t' or text[i] == '\r'):
            i += 1
        assert i >= 0
        return i

    def has(self, i, c):
        return i < len(self.text) and self.text[i] == c

    def spells(self, i, word):
        text = self.text
        if i + len(word) > len(text):
            return False
        for k in range(len(word)):
            if text[i + k] != word[k]:
                return False
        return True

    def read(self, i, depth):
        """The value at i; `position` is then behind it."""
        text = self.text
        if i >= len(text):
            raise self.stop(i)
        assert i >= 0
        c = text[i]
        if c == '"':
            return self.read_string(i + 1)
        if c == '{' or c == '[':
            if depth >= DEEPEST or depth > getrecursionlimit():
                raise errors.recursion_error("maximum recursion depth exceeded while decoding a JSON %s from a unicode string" % (
                    'object' if c == '{' else 'array'))
            if c == '{':
                return self.read_object(i + 1, depth + 1)
            return self.read_array(i + 1, depth + 1)
        if c == 'n' and self.spells(i, 'null'):
            self.position = i + 4
            return w_None
        if c == 't' and self.spells(i, 'true'):
            self.position = i + 4
            return w_True
        if c == 'f' and self.spells(i, 'false'):
            self.position = i + 5
            return w_False
        if c == 'N' and self.spells(i, 'NaN'):
            return self.read_constant(i, 'NaN')
        if c == 'I' and self.spells(i, 'Infinity'):
            return self.read_constant(i, 'Infinity')
        if c == '-' and self.spells(i, '-Infinity'):
            return self.read_constant(i, '-Infinity')
        return self.read_number(i)

    def read_constant(self, i, word):
        self.position = i + len(word)
        return self.scanner.w_parse_constant.call1(newascii(word))

    def read_number(self, start):
        text = self.text
        end = len(text)
        i = start
        if text[i] == '-':
            i += 1
        if i >= end or not is_digit(text[i]):
            raise self.stop(start)
        i += 1
        if text[i - 1] != '0':
            while i < end and is_digit(text[i]):
                i += 1
        is_float = False
        if i + 1 < end and text[i] == '.' and is_digit(text[i + 1]):
            is_float = True
            i += 2
            while i < end and is_digit(text[i]):
                i += 1
        if i + 1 < end and (text[i] == 'e' or text[i] == 'E'):
            k = i + 1
            if k + 1 < end and (text[k] == '-' or text[k] == '+'):
                k += 1
            first = k
            while k < end and is_digit(text[k]):
                k += 1
            if k > first:
                is_float = True
                i = k
        assert 0 <= start <= i
        digits = text[start:i]
        self.position = i
        if is_float:
            if self.scanner.w_parse_float is not W_Float.typedef.w_type:
                return self.scanner.w_parse_float.call1(newascii(digits))
            return newfloat(float_of(digits))
        if self.scanner.w_parse_int is not W_Int.typedef.w_type:
            return self.scanner.w_parse_int.call1(newascii(digits))
        if len(digits) > WORD_DIGITS:
            return int_from_text(digits, 10, newascii(digits))
        value = 0
        for c in digits:
            if c != '-':
                value = value * 10 + (ord(c) - 48)
        return newint(-value if digits[0] == '-' else value)

    def read_key(self, start):
        w_key = self.read_string(start)
        known = self.keys.get(w_key._utf8, None)
        if known is not None:
            return known
        self.keys[w_key._utf8] = w_key
        return w_key

    def read_object(self, i, depth):
        scanner = self.scanner
        pairs = scanner.w_object_pairs_hook is not w_None
        w_dict = newdict()
        pairs_w = []
        i = self.after_space(i)
        if not self.has(i, '}'):
            while True:
                if not self.has(i, '"'):
                    raise self.error("Expecting property name enclosed in double quotes", i)
                w_key = self.read_key(i + 1)
                i = self.after_space(self.position)
                if not self.has(i, ':'):
                    raise self.error("Expecting ':' delimiter", i)
                w_value = self.read(self.after_space(i + 1), depth)
                if pairs:
                    pairs_w.append(newtuple([w_key, w_value]))
                else:
                    w_dict.setitem(w_key, w_value)
                i = self.after_space(self.position)
                if self.has(i, '}'):
                    break
                if not self.has(i, ','):
                    raise self.error("Expecting ',' delimiter", i)
                i = self.after_space(i + 1)
        if pairs:
            w_result = scanner.w_object_pairs_hook.call1(newlist(pairs_w))
        elif scanner.w_object_hook is not w_None:
            w_result = scanner.w_object_hook.call1(w_dict)
        else:
            w_result = w_dict
        self.position = i + 1
        return w_result

    def read_array(self, i, depth):
        items_w = []
        i = self.after_space(i)
        if not self.has(i, ']'):
            while True:
                items_w.append(self.read(i, depth))
                i = self.after_space(self.position)
                if self.has(i, ']'):
                    break
                if not self.has(i, ','):
                    raise self.error("Expecting ',' delimiter", i)
                i = self.after_space(i + 1)
        self.position = i + 1
        return newlist(items_w)


class W_Scanner(W_Root):
    """_json.Scanner: the settings of a json.JSONDecoder, and the call that reads a value."""
    _attrs_ = ['strict', 'w_object_hook', 'w_object_pairs_hook', 'w_parse_float', 'w_parse_int', 'w_parse_constant']

    @new('(cls, context)')
    def descr_new(w_cls, w_context):
        w_self = allocate_instance(W_Scanner, w_cls)
        w_self.strict = ops.is_true(ops.getattr(w_context, 'strict'))
        w_self.w_object_hook = ops.getattr(w_context, 'object_hook')
        w_self.w_object_pairs_hook = ops.getattr(w_context, 'object_pairs_hook')
        w_self.w_parse_float = ops.getattr(w_context, 'parse_float')
        w_self.w_parse_int = ops.getattr(w_context, 'parse_int')
        w_self.w_parse_constant = ops.getattr(w_context, 'parse_constant')
        return w_self

    def is_callable(self):
        return True

    def op_call(self, args_w, kwnames):
        """(string, idx): the JSON value at an index, and the index behind it."""
        arguments_w = two_arguments('scan_once', args_w, kwnames, 'string', 'idx')
        w_text = text_argument(arguments_w[0])
        index = ops.int_w(arguments_w[1])
        if index < 0:
            raise errors.value_error("idx cannot be negative")
        if index >= w_text._length:
            raise errors.stop_iteration(newint(index))
        document = Document(w_text, self)
        w_value = document.read(w_text.offset(index), 0)
        return newtuple([w_value, newint(w_text.position(document.position))])

    @getter('strict')
    def get_strict(self):
        """Are control characters in strings refused?"""
        return newbool(self.strict)

    @getter('object_hook')
    def get_object_hook(self):
        """What is called with each object as a dictionary, or None."""
        return self.w_object_hook

    @getter('object_pairs_hook')
    def get_object_pairs_hook(self):
        return self.w_object_pairs_hook

    @getter('parse_float')
    def get_parse_float(self):
        """What makes a number with a fraction or exponent of its digits."""
        return self.w_parse_float

    @getter('parse_int')
    def get_parse_int(self):
        """What makes an integer of its digits."""
        return self.w_parse_int

    @getter('parse_constant')
    def get_parse_constant(self):
        """What makes the value of NaN, Infinity and -Infinity."""
        return self.w_parse_constant


W_Scanner.typedef = TypeDef('Scanner', W_Scanner, module='_json', doc="Reads JSON values.")
