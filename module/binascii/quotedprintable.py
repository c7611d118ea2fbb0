"""Quoted-printable."""
from __future__ import absolute_import

from interpreter.gateway import function
from interpreter.objects.intstr import digit_value
from module.binascii.texts import ascii_text

HEX = '0123456789ABCDEF'
LINE = 76                   # the longest line that RFC 1521 allows


@function('a2b_qp(data, header: bool = False) -> bytes')
def a2b_qp(w_data, header):
    """Decode a string of qp-encoded data."""
    text = ascii_text(w_data)
    size = len(text)
    result = []
    i = 0
    while i < size:
        c = text[i]
        i += 1
        if c == '=':
            if i >= size:
                break
            c = text[i]
            if c == '\n' or c == '\r':                  # a soft line break
                while i < size and text[i] != '\n':
                    i += 1
                i += 1
            elif c == '=':                              # some encoders wrote "==" for "="
                result.append('=')
                i += 1
            elif i + 1 < size and digit_value(c) < 16 and digit_value(text[i + 1]) < 16:
                result.append(chr(digit_value(c) << 4 | digit_value(text[i + 1])))
                i += 2
            else:
                result.append('=')
        elif c == '_' and header:
            result.append(' ')
        else:
            result.append(c)
    return ''.join(result)


def must_quote(data, i, column, quotetabs, istext, header):
    """Does the byte at i have to be written as =XX?"""
    c = data[i]
    last = i + 1 == len(data)
    if c > '~' or c == '=':
        return True
    if c == '_':
        return header
    if c == '\n' or c == '\r':
        return not istext
    if c == '\t' or c == ' ':
        return quotetabs or last
    if c == '.' and column == 0:                        # a line of a lone dot ends a mail
        return last or data[i + 1] == '\n' or data[i + 1] == '\r' or data[i + 1] == '\0'
    return c < ' '


def append_quoted(result, c):
    result.append('=')
    result.append(HEX[ord(c) >> 4])
    result.append(HEX[ord(c) & 15])


@function('b2a_qp(data: bytes, quotetabs: bool = False, istext: bool = True, header: bool = False) -> bytes')
def b2a_qp(data, quotetabs, istext, header):
    """The data in quoted-printable.  White space at line ends is quoted, with quotetabs all of it; without istext, line ends are."""
    size = len(data)
    first = data.find('\n')
    crlf = first > 0 and data[first - 1] == '\r'        # the first line decides for all
    result = []
    column = 0
    i = 0
    while i < size:
        c = data[i]
        if must_quote(data, i, column, quotetabs, istext, header):
            if column + 3 >= LINE:
                soft_break(result, crlf)
                column = 0
            append_quoted(result, c)
            column += 3
            i += 1
        elif istext and (c == '\n' or (c == '\r' and i + 1 < size and data[i + 1] == '\n')):
            if len(result) > 0 and (result[-1] == ' ' or result[-1] == '\t'):
                append_quoted(result, result.pop())
            if crlf:
                result.append('\r')
            result.append('\n')
            column = 0
            i += 2 if c == '\r' else 1
        else:
            if i + 1 != size and data[i + 1] != '\n' and column + 1 >= LINE:
                soft_break(result, crlf)
                column = 0
            column += 1
            result.append('_' if header and c == ' ' else c)
            i += 1
    return ''.join(result)


def soft_break(result, crlf):
    result.append('=')
    if crlf:
        result.append('\r')
    result.append('\n')
