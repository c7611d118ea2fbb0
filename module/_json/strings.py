"""JSON strings: reading and writing them.  Positions inside are byte offsets of the UTF-8; those that Python sees are indices."""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.intstr import digit_value
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.unicode import utf8

HEX = '0123456789abcdef'


def decode_error(message, w_text, offset):
    """The JSONDecodeError at a byte offset."""
    from module._imp.importing import import_module
    w_class = ops.getattr(import_module('json.decoder'), 'JSONDecodeError')
    return errors.OperationError(ops.call(w_class, [newstr(message), w_text, newint(w_text.position(offset))]))


def text_argument(w_text):
    if not isinstance(w_text, W_Str):
        raise errors.type_error("first argument must be a string, not %s" % w_text.gettype().name)
    return w_text


def two_arguments(name, args_w, kwnames, first, second):
    """The two arguments of a call, each by position or by name."""
    found_w = [None, None]
    count = len(args_w) - (0 if kwnames is None else len(kwnames))
    if count > 2:
        raise errors.type_error("%s() takes at most 2 arguments (%d given)" % (name, len(args_w)))
    for i in range(count):
        found_w[i] = args_w[i]
    if kwnames is not None:
        for k in range(len(kwnames)):
            if kwnames[k] == first:
                found_w[0] = args_w[count + k]
            elif kwnames[k] == second:
                found_w[1] = args_w[count + k]
            else:
                raise errors.type_error("'%s' is an invalid keyword argument for %s()" % (kwnames[k], name))
    if found_w[0] is None:
        raise errors.type_error("%s() missing required argument '%s' (pos 1)" % (name, first))
    if found_w[1] is None:
        raise errors.type_error("%s() missing required argument '%s' (pos 2)" % (name, second))
    return found_w


class Reader(object):
    """Reads strings of one text: `position` is then behind the closing quote."""
    _attrs_ = ['w_text', 'text', 'strict', 'position']

    def __init__(self, w_text, strict):
        self.w_text = w_text
        self.text = w_text._utf8
        self.strict = strict
        self.position = 0

    def read_string(self, start):
        """The string whose first byte behind the opening quote is at `start`."""
        text = self.text
        assert start >= 0
        i = start
        while True:                             # most strings have no escapes
            if i >= len(text):
                raise self.error("Unterminated string starting at", start - 1)
            c = text[i]
            if c == '"':
                self.position = i + 1
                return newstr(text[start:i])
            if c == '\\':
                break
            if c < ' ' and self.strict:
                raise self.error("Invalid control character at", i)
            i += 1
        builder = StringBuilder()
        builder.append_slice(text, start, i)
        while True:
            if i >= len(text):
                raise self.error("Unterminated string starting at", start - 1)
            c = text[i]
            if c == '"':
                self.position = i + 1
                return newstr(builder.build())
            if c != '\\':
                if c < ' ' and self.strict:
                    raise self.error("Invalid control character at", i)
                builder.append(c)
                i += 1
                continue
            i += 1
            if i >= len(text):
                raise self.error("Unterminated string starting at", start - 1)
            c = text[i]
            i += 1
            if c == 'u':
                code = self.read_code(i)
                i += 4
                if 0xD800 <= code <= 0xDBFF and i + 6 < len(text) and text[i] == '\\' and text[i + 1] == 'u':
                    low = self.read_code(i + 2)
                    if 0xDC00 <= low <= 0xDFFF:
                        code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
                        i += 6
                builder.append(utf8.encode(code))
            else:
                builder.append(self.escaped(c, i - 2))

    def read_code(self, i):
        """The four hexadecimal digits at i, behind "\\u"."""
        text = self.text
        if i + 4 >= len(text):
            raise self.error("Invalid \\uXXXX escape", i - 1)
        code = 0
        for k in range(i, i + 4):
            digit = digit_value(text[k])
            if digit > 15:
                raise self.error("Invalid \\uXXXX escape", i - 1)
            code = code << 4 | digit
        return code

    def escaped(self, c, offset):
        if c == '"' or c == '\\' or c == '/':
            return c
        if c == 'b':
            return '\b'
        if c == 'f':
            return '\f'
        if c == 'n':
            return '\n'
        if c == 'r':
            return '\r'
        if c == 't':
            return '\t'
        raise self.error("Invalid \\escape", offset)

    def error(self, message, offset):
        return decode_error(message, self.w_text, offset)


@function('scanstring(string, end, strict: bool = True, /)')
def scanstring(w_text, w_end, strict):
    """Reads a JSON string whose first character behind the quote is at index `end`; returns it and the index behind it."""
    end = ops.int_w(w_end)
    w_text = text_argument(w_text)
    if end < 0 or end > w_text._length:
        raise errors.value_error("end is out of bounds")
    reader = Reader(w_text, strict)
    w_result = reader.read_string(w_text.offset(end))
    return newtuple([w_result, newint(w_text.position(reader.position))])


# ____________________________________________________________
# writing


def append_escape(builder, code):
    builder.append('\\u')
    builder.append(HEX[code >> 12 & 15])
    builder.append(HEX[code >> 8 & 15])
    builder.append(HEX[code >> 4 & 15])
    builder.append(HEX[code & 15])


def append_special(builder, c):
    """An ASCII character that cannot stand for itself."""
    if c == '"' or c == '\\':
        builder.append('\\')
        builder.append(c)
    elif c == '\n':
        builder.append('\\n')
    elif c == '\r':
        builder.append('\\r')
    elif c == '\t':
        builder.append('\\t')
    elif c == '\f':
        builder.append('\\f')
    elif c == '\b':
        builder.append('\\b')
    else:
        append_escape(builder, ord(c))


def append_string(builder, text, ascii):
    """The text (UTF-8) as a JSON string; with `ascii`, all other characters are escaped."""
    builder.append('"')
    i = start = 0
    while i < len(text):
        c = text[i]
        if c == '"' or c == '\\' or c < ' ' or (ascii and c >= '\x7f'):
            builder.append_slice(text, start, i)
            if c < '\x80':
                append_special(builder, c)
                i += 1
            else:
                code = utf8.code_at(text, i)
                i += utf8.width(code)
                if code >= 0x10000:
                    code -= 0x10000
                    append_escape(builder, 0xD800 | code >> 10)
                    append_escape(builder, 0xDC00 | (code & 0x3FF))
                else:
                    append_escape(builder, code)
            start = i
        else:
            i += 1
    builder.append_slice(text, start, len(text))
    builder.append('"')


@function('encode_basestring(string, /)')
def encode_basestring(w_text):
    """A JSON string."""
    builder = StringBuilder()
    append_string(builder, text_argument(w_text)._utf8, False)
    return newstr(builder.build())


@function('encode_basestring_ascii(string, /)')
def encode_basestring_ascii(w_text):
    """A JSON string of ASCII characters only."""
    builder = StringBuilder()
    append_string(builder, text_argument(w_text)._utf8, True)
    return newstr(builder.build())
