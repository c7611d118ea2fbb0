"""UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError."""

from interpreter.objects.wrap import newint, newstr, newbytes
from interpreter.objects import exception
from interpreter.objects.baseexception import W_BaseException, make_new, field
from interpreter.errors import type_error
from interpreter.gateway import getter, setter
from interpreter.typedef import TypeDef


def check_count(args_w, kwnames, name, expected):
    if kwnames is not None and len(kwnames) > 0:
        raise type_error("%s() takes no keyword arguments" % name)
    if len(args_w) != expected:
        raise type_error("function takes exactly %d arguments (%d given)" % (expected, len(args_w)))


def check_str(w_arg, position):
    from interpreter.objects.str import W_Str
    if not isinstance(w_arg, W_Str):
        raise type_error("argument %d must be str, not %s" % (position, w_arg.gettype().name))


def start_of(w_value):
    from interpreter import ops
    return ops.int_w(w_value)


def number_field(name, doc):
    """The getter and setter of a position."""
    get = field(name, doc)[0]
    attribute = 'w_' + name

    def set_(self, w_value):
        from interpreter.objects.int import W_AbstractInt
        if not isinstance(w_value, W_AbstractInt):
            raise type_error("an integer is required")
        setattr(self, attribute, newint(start_of(w_value)))
    return get, setter(name)(set_)


def text_or(w_value, default):
    from interpreter import ops
    if w_value is None:
        return default
    return ops.text_w(ops.str(w_value))


def hex_digits(value, width):
    digits = ''
    while value > 0 or width > 0:
        digits = "0123456789abcdef"[value & 15] + digits
        value >>= 4
        width -= 1
    return digits


def character(w_object, index):
    """How a message shows the character at `index` of a str."""
    from interpreter.objects.str import W_Str
    from interpreter.unicode import utf8
    assert isinstance(w_object, W_Str)
    code = utf8.code_at(w_object._utf8, w_object.offset(index))
    if code <= 0xff:
        return "\\x" + hex_digits(code, 2)
    if code <= 0xffff:
        return "\\u" + hex_digits(code, 4)
    return "\\U" + hex_digits(code, 8)


def span_text(start, end):
    return "%d-%d" % (start, end - 1)


class W_UnicodeEncodeError(W_BaseException):
    """UnicodeEncodeError: object is a str."""
    _attrs_ = ['w_encoding', 'w_object', 'w_start', 'w_end', 'w_reason']
    w_encoding = None
    w_object = None
    w_start = None
    w_end = None
    w_reason = None

    def init(self, args_w, kwnames):
        check_count(args_w, kwnames, 'UnicodeEncodeError', 5)
        check_str(args_w[0], 1)
        check_str(args_w[1], 2)
        start = start_of(args_w[2])
        end = start_of(args_w[3])
        check_str(args_w[4], 5)
        self.args_w = args_w
        self.w_encoding = args_w[0]
        self.w_object = args_w[1]
        self.w_start = newint(start)
        self.w_end = newint(end)
        self.w_reason = args_w[4]

    get_encoding, set_encoding, delete_encoding = field('encoding', "The name of the encoding.")
    get_object, set_object, delete_object = field('object', "What was being converted.")
    get_start, set_start = number_field('start', "Where in it the error starts.")
    get_end, set_end = number_field('end', "Where in it the error ends, exclusive.")
    get_reason, set_reason, delete_reason = field('reason', "What is wrong.")

    def text(self):
        from interpreter import ops
        if self.w_object is None or self.w_start is None or self.w_end is None:
            return ''
        start = start_of(self.w_start)
        end = start_of(self.w_end)
        encoding = text_or(self.w_encoding, '')
        reason = text_or(self.w_reason, '')
        if 0 <= start < ops.len(self.w_object) and end == start + 1:
            return "'%s' codec can't encode character '%s' in position %d: %s" % (
                encoding, character(self.w_object, start), start, reason)
        return "'%s' codec can't encode characters in position %s: %s" % (encoding, span_text(start, end), reason)

    def op_str(self):
        return newstr(self.text())


class W_UnicodeDecodeError(W_BaseException):
    """UnicodeDecodeError: object is a bytes."""
    _attrs_ = ['w_encoding', 'w_object', 'w_start', 'w_end', 'w_reason']
    w_encoding = None
    w_object = None
    w_start = None
    w_end = None
    w_reason = None

    def init(self, args_w, kwnames):
        from interpreter import ops
        from interpreter.objects.bytes import W_Bytes
        check_count(args_w, kwnames, 'UnicodeDecodeError', 5)
        check_str(args_w[0], 1)
        w_object = args_w[1]
        if not isinstance(w_object, W_Bytes):
            w_object = newbytes(ops.bufferstr_w(w_object))
        start = start_of(args_w[2])
        end = start_of(args_w[3])
        check_str(args_w[4], 5)
        self.args_w = args_w
        self.w_encoding = args_w[0]
        self.w_object = w_object
        self.w_start = newint(start)
        self.w_end = newint(end)
        self.w_reason = args_w[4]

    get_encoding, set_encoding, delete_encoding = field('encoding', "The name of the encoding.")
    get_object, set_object, delete_object = field('object', "What was being converted.")
    get_start, set_start = number_field('start', "Where in it the error starts.")
    get_end, set_end = number_field('end', "Where in it the error ends, exclusive.")
    get_reason, set_reason, delete_reason = field('reason', "What is wrong.")

    def text(self):
        from interpreter import ops
        if self.w_object is None or self.w_start is None or self.w_end is None:
            return ''
        start = start_of(self.w_start)
        end = start_of(self.w_end)
        encoding = text_or(self.w_encoding, '')
        reason = text_or(self.w_reason, '')
        data = ops.bufferstr_w(self.w_object)
        if 0 <= start < len(data) and end == start + 1:
            return "'%s' codec can't decode byte 0x%s in position %d: %s" % (
                encoding, hex_digits(ord(data[start]), 2), start, reason)
        return "'%s' codec can't decode bytes in position %s: %s" % (encoding, span_text(start, end), reason)

    def op_str(self):
        return newstr(self.text())


class W_UnicodeTranslateError(W_BaseException):
    """UnicodeTranslateError: object is a str."""
    _attrs_ = ['w_encoding', 'w_object', 'w_start', 'w_end', 'w_reason']
    w_encoding = None
    w_object = None
    w_start = None
    w_end = None
    w_reason = None

    def init(self, args_w, kwnames):
        check_count(args_w, kwnames, 'UnicodeTranslateError', 4)
        check_str(args_w[0], 1)
        start = start_of(args_w[1])
        end = start_of(args_w[2])
        check_str(args_w[3], 4)
        self.args_w = args_w
        self.w_object = args_w[0]
        self.w_start = newint(start)
        self.w_end = newint(end)
        self.w_reason = args_w[3]

    get_encoding, set_encoding, delete_encoding = field('encoding', "The name of the encoding.")
    get_object, set_object, delete_object = field('object', "What was being converted.")
    get_start, set_start = number_field('start', "Where in it the error starts.")
    get_end, set_end = number_field('end', "Where in it the error ends, exclusive.")
    get_reason, set_reason, delete_reason = field('reason', "What is wrong.")

    def text(self):
        from interpreter import ops
        if self.w_object is None or self.w_start is None or self.w_end is None:
            return ''
        start = start_of(self.w_start)
        end = start_of(self.w_end)
        reason = text_or(self.w_reason, '')
        if 0 <= start < ops.len(self.w_object) and end == start + 1:
            return "can't translate character '%s' in position %d: %s" % (
                character(self.w_object, start), start, reason)
        return "can't translate characters in position %s: %s" % (span_text(start, end), reason)

    def op_str(self):
        return newstr(self.text())


for _cls, _name, _doc in [(W_UnicodeEncodeError, 'UnicodeEncodeError', "A character has no code in an encoding."),
                          (W_UnicodeDecodeError, 'UnicodeDecodeError', "Bytes mean nothing in an encoding."),
                          (W_UnicodeTranslateError, 'UnicodeTranslateError', "A character could not be translated.")]:
    _cls.descr_new = make_new(_cls)
    _cls.typedef = TypeDef(_name, _cls, base=exception.W_UnicodeError.typedef, doc=_doc, has_dict=True)


def new_unicode_encode_error(encoding, w_object, start, end, reason):
    """UnicodeEncodeError for the characters start .. end of the str w_object."""
    w_exc = W_UnicodeEncodeError(W_UnicodeEncodeError.typedef.w_type, [])
    w_exc.init([newstr(encoding), w_object, newint(start), newint(end), newstr(reason)], None)
    return w_exc


def new_unicode_decode_error(encoding, w_object, start, end, reason):
    """UnicodeDecodeError for the bytes start .. end of the bytes object w_object."""
    w_exc = W_UnicodeDecodeError(W_UnicodeDecodeError.typedef.w_type, [])
    w_exc.init([newstr(encoding), w_object, newint(start), newint(end), newstr(reason)], None)
    return w_exc
