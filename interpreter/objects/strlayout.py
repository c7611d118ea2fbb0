"""str methods that pad, expand, format and encode; mixed into W_Str."""

from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import overflow_error, type_error, value_error
from interpreter.gateway import method, raw_method
from interpreter.unicode import utf8


class StrLayout(object):
    """Needs _utf8, _length and the access methods of W_Str."""

    # ---- padding

    def padded(self, left, right, fill):
        """The text with `left` and `right` times fill, UTF-8 of one code point, around it."""
        from interpreter.objects.str import W_Str
        if left <= 0 and right <= 0:
            return self.exact()
        left = max(left, 0)
        right = max(right, 0)
        try:
            length = ovfcheck(ovfcheck(left + right) + self._length)
        except OverflowError:
            raise overflow_error("padded string is too long")
        return W_Str(fill * left + self._utf8 + fill * right, length)

    @method('center(self, width: int, fillchar=" ", /)')
    def m_center(self, width, w_fill):
        """Itself in the middle of width characters."""
        fill = fill_arg(w_fill)
        margin = width - self._length
        if margin <= 0:
            return self.exact()
        left = margin // 2 + (margin & width & 1)
        return self.padded(left, margin - left, fill)

    @method('ljust(self, width: int, fillchar=" ", /)')
    def m_ljust(self, width, w_fill):
        """Itself at the left of width characters."""
        return self.padded(0, width - self._length, fill_arg(w_fill))

    @method('rjust(self, width: int, fillchar=" ", /)')
    def m_rjust(self, width, w_fill):
        """Itself at the right of width characters."""
        return self.padded(width - self._length, 0, fill_arg(w_fill))

    @method('zfill(self, width: int, /)')
    def m_zfill(self, width):
        """Itself at the right of width characters, zeros going between a sign and the digits."""
        from interpreter.objects.str import W_Str
        fill = width - self._length
        if fill <= 0:
            return self.exact()
        text = self._utf8
        if text and (text[0] == '+' or text[0] == '-'):
            return W_Str(text[0] + '0' * fill + text[1:], width)
        return W_Str('0' * fill + text, width)

    @method('expandtabs(self, tabsize: int=8)')
    def m_expandtabs(self, tabsize):
        """Itself with blanks for tabs, the next multiple of tabsize being the next column."""
        from interpreter.objects.str import newstr
        text = self._utf8
        if text.find('\t') < 0:
            return self.exact()
        builder = StringBuilder(len(text))
        column = 0
        total = 0
        for c in text:
            if c == '\t':
                if tabsize > 0:
                    blanks = tabsize - column % tabsize
                    try:
                        total = ovfcheck(total + blanks)
                    except OverflowError:
                        raise overflow_error("new string is too long")
                    builder.append_multiple_char(' ', blanks)
                    column += blanks
            else:
                builder.append(c)
                if c == '\n' or c == '\r':
                    column = 0
                elif not utf8.is_continuation(c):
                    column += 1
        return newstr(builder.build())

    # ---- formatting

    @raw_method('format')
    def m_format(args_w, kwnames):
        """Itself with the replacement fields in braces filled in from the arguments."""
        from interpreter.objects.fields import format_args
        from interpreter.objects.str import W_Str
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) - nkw == 0:
            raise type_error("unbound method str.format() needs an argument")
        w_self = args_w[0]
        if not isinstance(w_self, W_Str):
            raise type_error("descriptor 'format' for 'str' objects doesn't apply to a '%s' object" % w_self.gettype().name)
        return format_args(w_self._utf8, args_w, kwnames)

    @method('format_map(self, mapping, /)')
    def m_format_map(self, w_mapping):
        """As format(), with the names looked up in a mapping."""
        from interpreter.objects.fields import format_mapping
        return format_mapping(self._utf8, w_mapping)

    # ---- encoding

    @method('encode(self, encoding: cstr="utf-8", errors: cstr="strict")')
    def m_encode(self, encoding, errors):
        """Its bytes in an encoding."""
        from interpreter.objects.codecregistry import encode_text
        return encode_text(self, encoding, errors)


def fill_arg(w_fill):
    """The fill character as UTF-8."""
    from interpreter.objects.str import W_Str
    if not isinstance(w_fill, W_Str):
        raise type_error("The fill character must be a unicode character, not %s" % w_fill.gettype().name)
    if w_fill._length != 1:
        raise type_error("The fill character must be exactly one character long")
    return w_fill._utf8


def decode_object(w_object, encoding, errors):
    """str(object, encoding, errors); encoding and errors may be None."""
    from interpreter.objects.codecregistry import decode_bytes
    from interpreter.objects.str import W_Str
    if isinstance(w_object, W_Str):
        raise type_error("decoding str is not supported")
    data = w_object.buffer_str()
    if data is None:
        raise type_error("decoding to str: need a bytes-like object, %s found" % w_object.gettype().name)
    return decode_bytes(data, 'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)
