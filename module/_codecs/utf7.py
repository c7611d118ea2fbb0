"""UTF-7 (RFC 2152): runs of characters that are not direct stand in modified base64 of UTF-16, between '+' and '-'."""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import utf8

BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
DIRECT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \n\r\t!\"#$%&*;<=>@[]^_`{|}"
VALUES = [BASE64.find(chr(i)) for i in range(256)]
IS_DIRECT = [chr(i) in DIRECT for i in range(256)]


def encode(text):
    """(UTF-8 text) -> bytes."""
    out = StringBuilder(len(text))
    shifted = False
    bits = 0
    have = 0
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        i = utf8.next_offset(text, i)
        if shifted:
            if code < 128 and IS_DIRECT[code]:
                if have > 0:
                    out.append(BASE64[(bits << (6 - have)) & 0x3F])
                    bits = have = 0
                shifted = False
                if VALUES[code] >= 0 or code == ord('-'):
                    out.append('-')
                out.append(chr(code))
                continue
        else:
            if code == ord('+'):
                out.append('+-')
                continue
            if code < 128 and IS_DIRECT[code]:
                out.append(chr(code))
                continue
            out.append('+')
            shifted = True
        units = [code]
        if code >= 0x10000:
            units = [0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF)]
        for unit in units:
            bits = ((bits << 16) | unit) & 0xFFFFFFFF
            have += 16
            while have >= 6:
                out.append(BASE64[(bits >> (have - 6)) & 0x3F])
                have -= 6
            bits &= (1 << have) - 1
    if have > 0:
        out.append(BASE64[(bits << (6 - have)) & 0x3F])
    if shifted:
        out.append('-')
    return out.build()


def decode(data, handler, final):
    """(bytes, Handler, final: bool) -> (UTF-8 text, bytes consumed).  Not final: an open run is left for later."""
    out = StringBuilder(len(data))
    i = 0
    n = len(data)
    while i < n:
        c = data[i]
        if c != '+':
            if ord(c) >= 128:
                replacement, i = handler.decode('utf7', data, i, i + 1, "unexpected special character")
                out.append(replacement)
            else:
                out.append(c)
                i += 1
            continue
        start = i
        i += 1
        if i < n and data[i] == '-':
            out.append('+')
            i += 1
            continue
        run = StringBuilder()
        bits = have = 0
        high = 0
        while i < n and VALUES[ord(data[i])] >= 0:
            bits = ((bits << 6) | VALUES[ord(data[i])]) & 0x3FFFFFF
            have += 6
            i += 1
            if have >= 16:
                have -= 16
                unit = (bits >> have) & 0xFFFF
                bits &= (1 << have) - 1
                if high:
                    if 0xDC00 <= unit <= 0xDFFF:
                        utf8.append(run, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00))
                        high = 0
                        continue
                    utf8.append(run, high)
                    high = 0
                if 0xD800 <= unit <= 0xDBFF:
                    high = unit
                else:
                    utf8.append(run, unit)
        if i >= n and not final:
            return out.build(), start
        bad = ''
        if have >= 6:
            bad = "partial character in base64 sequence"
        elif bits:
            bad = "non-zero padding bits in base64 sequence"
        elif i >= n and (high or have):
            bad = "unterminated shift sequence" if have or high else ''
        elif i == start + 1:
            bad = "ill-formed sequence"
        if i >= n and bad == '':
            bad = "unterminated shift sequence"
        if high:
            utf8.append(run, high)
        out.append(run.build())
        if bad != '':
            end = i if i < n else n
            if i < n and i == start + 1:
                end = i + 1
            replacement, i = handler.decode('utf7', data, start, end, bad)
            out.append(replacement)
        elif i < n and data[i] == '-':
            i += 1
    return out.build(), n
