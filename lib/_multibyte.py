"""The Chinese, Japanese and Korean encodings, one step at a time: an engine an encoding, that knows nothing of error handlers and streams.

The tables are those of scripts/multibyte_tables.py.  An engine has

    encode(text, i, state, out, flush) -> (i, bad)     appends to the bytearray `out`
    decode(data, i, state, out) -> (i, bad)            appends to the list of str `out`
    encode_reset(state) -> bytes                       what brings the text back to its initial state
    init_encode(state), init_decode(state)             make the initial state out of zeros

Each goes on until the end of its input, or until it cannot: `bad` is then the number of characters or bytes that are illegal, or INCOMPLETE
when more input could make sense of the rest.  `state` is a bytearray of 8, laid out as CPython lays it out, since getstate() shows it.
"""

import importlib
import re
from bisect import bisect_right

INCOMPLETE = -1


def load(name):
    """The module of tables of an encoding."""
    return importlib.import_module('_multibytetables.' + name)


class Charset:
    """A character set, from the four parts of its tables.

    text_of: {code: text}; code_of: {character: code}; pairs: {first character: {second: code}}."""

    def __init__(self, tables):
        self.text_of = text_of = dict(tables['PAIRS'])
        self.code_of = code_of = {}
        for code, text in tables['RUNS']:
            prefix, last = code[:-1], code[-1]
            for character in text:
                code = prefix + bytes([last])
                text_of[code] = character
                code_of.setdefault(character, code)
                last += 1
        code_of.update(tables['ENCODE'])
        for character in tables['DECODE_ONLY']:
            del code_of[character]
        self.pairs = {}
        for code, (first, second) in tables['PAIRS'].items():
            self.pairs.setdefault(first, {})[second] = code

    def pair(self, text, i, flush):
        """The code of text[i:i + 2], None where it has none, INCOMPLETE where the second character is not there yet."""
        seconds = self.pairs.get(text[i])
        if seconds is None:
            return None
        if i + 1 < len(text):
            return seconds.get(text[i + 1])
        return None if flush else INCOMPLETE


class EightBit:
    """ASCII in one byte, the rest in two or three."""

    def __init__(self, name):
        tables = load(name)
        self.charset = Charset(vars(tables))
        self.leads = frozenset(tables.LEADS)
        self.long_leads = frozenset(tables.LONG_LEADS)
        self.long_errors = tables.LONG_ERRORS
        # a run of what is encoded as in ASCII is taken at once: two encodings have a yen sign and an overline there
        same = [chr(b) for b in range(128) if self.charset.code_of.get(chr(b)) == bytes([b]) and self.charset.text_of.get(bytes([b])) == chr(b)]
        ascii = '[%s]+' % ''.join(map(re.escape, same))
        self.ascii_text, self.ascii_bytes = re.compile(ascii), re.compile(ascii.encode('ascii'))

    def encode(self, text, i, state, out, flush):
        charset = self.charset
        code_of = charset.code_of
        size = len(text)
        while i < size:
            run = self.ascii_text.match(text, i)
            if run is not None:
                out += run.group().encode('ascii')
                i = run.end()
                continue
            if text[i] in charset.pairs:
                code = charset.pair(text, i, flush)
                if code == INCOMPLETE:
                    return i, INCOMPLETE
                if code is not None:
                    out += code
                    i += 2
                    continue
            code = code_of.get(text[i]) or self.encode_long(text[i])
            if code is None:
                return i, 1
            out += code
            i += 1
        return i, None

    def encode_long(self, character):
        """The computed code of a character that is not in the table, or None."""
        return None

    def init_encode(self, state):
        pass

    init_decode = init_encode

    def encode_reset(self, state):
        return b''

    def decode(self, data, i, state, out):
        text_of = self.charset.text_of
        size = len(data)
        while i < size:
            run = self.ascii_bytes.match(data, i)
            if run is not None:
                out.append(run.group().decode('ascii'))
                i = run.end()
                continue
            length = 1
            text = text_of.get(data[i:i + 1])
            if text is None:
                if data[i] not in self.leads:
                    return i, 1
                if i + 2 > size:
                    return i, INCOMPLETE
                length = 2
                code = data[i:i + 2]
                text = text_of.get(code)
                if text is None:
                    if code not in self.long_leads:
                        return i, self.long_errors.get(code, 1)
                    length = self.long_length
                    if i + length > size:
                        return i, INCOMPLETE
                    code = data[i:i + length]
                    text = self.decode_long(code)
                    if text is None:
                        return i, self.long_errors.get(code, 1)
            out.append(text)
            i += length
        return i, None

    long_length = 3

    def decode_long(self, code):
        """The text of a code of long_length bytes, or None."""
        return self.charset.text_of.get(code)


class GB18030(EightBit):
    """Whatever has no code of two bytes has one of four, in the order of the code points."""
    long_length = 4
    ASTRAL = 189000                    # the number of 0x90308130, the code of U+10000

    def __init__(self, name):
        super().__init__(name)
        self.runs = load(name).FOUR_BYTES
        self.indices = [index for index, _, _ in self.runs]
        self.by_character = sorted((first, index, length) for index, first, length in self.runs)

    def encode_long(self, character):
        code_point = ord(character)
        if code_point >= 0x10000:
            number = self.ASTRAL + code_point - 0x10000
        else:
            first, index, length = self.by_character[bisect_right(self.by_character, (code_point, self.ASTRAL)) - 1]
            if not first <= code_point < first + length:
                return None
            number = index + code_point - first
        number, fourth = divmod(number, 10)
        number, third = divmod(number, 126)
        first, second = divmod(number, 10)
        return bytes([0x81 + first, 0x30 + second, 0x81 + third, 0x30 + fourth])

    def decode_long(self, code):
        first, second, third, fourth = code
        if not (0x81 <= first <= 0xFE and 0x81 <= third <= 0xFE and 0x30 <= fourth <= 0x39):
            return None
        number = ((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30
        if number >= self.ASTRAL:
            code_point = number - self.ASTRAL + 0x10000
            return chr(code_point) if code_point < 0x110000 else None
        index, start, length = self.runs[bisect_right(self.indices, number) - 1]
        return chr(start + number - index) if number < index + length else None


class EUCKR(EightBit):
    """A syllable that KS X 1001 lacks is written as filler, initial, vowel, final (its annex 3): eight bytes."""
    long_length = 8
    FILLER = b'\xa4\xd4'
    INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
    VOWELS = ''.join(map(chr, range(0x314F, 0x3164)))
    FINALS = '\u3164ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
    SYLLABLES = 0xAC00

    def encode_long(self, character):
        index = ord(character) - self.SYLLABLES
        if not 0 <= index < len(self.INITIALS) * len(self.VOWELS) * len(self.FINALS):
            return None
        index, final = divmod(index, len(self.FINALS))
        initial, vowel = divmod(index, len(self.VOWELS))
        code_of = self.charset.code_of
        return self.FILLER + code_of[self.INITIALS[initial]] + code_of[self.VOWELS[vowel]] + code_of[self.FINALS[final]]

    def decode_long(self, code):
        text_of = self.charset.text_of
        initial, vowel, final = [self.FINALS[0] if part == self.FILLER else text_of.get(part, '?')
                                 for part in (code[2:4], code[4:6], code[6:8])]
        if initial in self.INITIALS and vowel in self.VOWELS and final in self.FINALS:
            index = self.INITIALS.index(initial) * len(self.VOWELS) + self.VOWELS.index(vowel)
            return chr(self.SYLLABLES + index * len(self.FINALS) + self.FINALS.index(final))
        return None


class HZ:
    """GB 2312 without its high bits between ~{ and ~} (RFC 1843).  state[0]: are we between them?"""

    def __init__(self, name):
        self.charset = Charset(vars(load('gb2312')))

    def encode(self, text, i, state, out, flush):
        while i < len(text):
            character = text[i]
            if character < '\x80':
                if state[0]:
                    out += b'~}'
                    state[0] = 0
                out += b'~~' if character == '~' else character.encode('ascii')
            else:
                code = self.charset.code_of.get(character)
                if code is None:
                    return i, 1
                if not state[0]:
                    out += b'~{'
                    state[0] = 1
                out.append(code[0] & 0x7F)
                out.append(code[1] & 0x7F)
            i += 1
        return i, None

    def init_encode(self, state):
        pass

    init_decode = init_encode

    def encode_reset(self, state):
        if state[0]:
            state[0] = 0
            return b'~}'
        return b''

    def decode(self, data, i, state, out):
        size = len(data)
        while i < size:
            byte = data[i]
            length = 1
            if byte == 0x7E:
                if i + 2 > size:
                    return i, INCOMPLETE
                length = 2
                escape = data[i:i + 2], state[0]
                if escape == (b'~~', 0):
                    out.append('~')
                elif escape == (b'~{', 0):
                    state[0] = 1
                elif escape == (b'~}', 1):
                    state[0] = 0
                elif escape != (b'~\n', 0):
                    return i, 1
            elif byte >= 0x80:
                return i, 1
            elif not state[0]:
                out.append(chr(byte))
            else:
                if i + 2 > size:
                    return i, INCOMPLETE
                length = 2
                text = None
                if data[i + 1] < 0x80:
                    text = self.charset.text_of.get(bytes([byte | 0x80, data[i + 1] | 0x80]))
                if text is None:
                    return i, 1
                out.append(text)
            i += length
        return i, None


class ISO2022:
    """Escape sequences designate character sets (RFC 1468, 1554, 1557).

    state[0..2]: the final byte of the set that G0, G1 and G2 hold, with DOUBLE for one of two bytes a code; state[4]: the flags."""
    ESC, SO, SI = 0x1B, 0x0E, 0x0F
    ASCII, DOUBLE = 0x42, 0x80
    SHIFTED, ESC_THROUGHOUT = 1, 2
    LONGEST_ESCAPE = 16

    def __init__(self, name, shifts=False, g2=False):
        self.shifts, self.g2 = shifts, g2
        self.charsets = {}                                  # mark: Charset
        self.code_of = {}                                   # character: (mark, escape sequence, code)
        self.paired = []                                    # (mark, escape sequence, Charset) of those with codes of two characters
        self.in_g1, self.in_g2 = set(), set()               # marks; those in G2 are sets of 96 characters, that G0 and G1 cannot use
        for escape, tables in load(name).DESIGNATIONS.items():
            mark = escape[-1] | (self.DOUBLE if escape[1:2] == b'$' else 0)
            self.charsets[mark] = charset = Charset(tables)
            if b')' in escape:
                self.in_g1.add(mark)
            if b'.' in escape:
                self.in_g2.add(mark)
            for character, code in charset.code_of.items():
                self.code_of.setdefault(character, (mark, escape, code))
            if charset.pairs:
                self.paired.append((mark, escape, charset))

    def init_encode(self, state):
        state[0] = state[1] = self.ASCII

    def init_decode(self, state):
        state[0] = state[1] = state[2] = self.ASCII

    def unshift(self, state, out):
        if state[4] & self.SHIFTED:
            out.append(self.SI)
            state[4] &= ~self.SHIFTED

    def put(self, mark, escape, code, state, out):
        if mark in self.in_g1:
            if state[1] != mark:
                out += escape
                state[1] = mark
            if not state[4] & self.SHIFTED:
                out.append(self.SO)
                state[4] |= self.SHIFTED
        else:
            self.unshift(state, out)
            if state[0] != mark:
                out += escape
                state[0] = mark
        out += code

    def encode(self, text, i, state, out, flush):
        while i < len(text):
            character = text[i]
            if character < '\x80':
                self.unshift(state, out)
                if state[0] != self.ASCII:
                    out += b'\x1b(B'
                    state[0] = self.ASCII
                out += character.encode('ascii')
                i += 1
                continue
            length = 1
            found = self.code_of.get(character)
            for mark, escape, charset in self.paired:
                if character in charset.pairs:
                    code = charset.pair(text, i, flush)
                    if code == INCOMPLETE:
                        return i, INCOMPLETE
                    if code is not None:
                        found, length = (mark, escape, code), 2
                    break
            if found is None:
                return i, 1
            self.put(*found, state, out)
            i += length
        return i, None

    def encode_reset(self, state):
        out = bytearray()
        self.unshift(state, out)
        if state[0] != self.ASCII:
            out += b'\x1b(B'
            state[0] = self.ASCII
        return bytes(out)

    def decode(self, data, i, state, out):
        size = len(data)
        while i < size:
            byte = data[i]
            if state[4] & self.ESC_THROUGHOUT:              # an escape sequence of another standard is passed on as it is
                out.append(chr(byte))
                i += 1
                if 0x41 <= byte <= 0x5A or byte == 0x40:
                    state[4] &= ~self.ESC_THROUGHOUT
                continue
            if byte == self.ESC:
                if i + 2 > size:
                    return i, INCOMPLETE
                if data[i + 1] in b'()$.&':
                    length, bad = self.designate(data, i, state)
                    if bad is not None:
                        return i, bad
                    i += length
                elif self.g2 and data[i + 1] == 0x4E:
                    if i + 3 > size:
                        return i, INCOMPLETE
                    text = self.g2_text(state[2], data[i + 2])
                    if text is None:
                        return i, 3 if state[2] in (0x41, 0x46) else 1
                    out.append(text)
                    i += 3
                else:
                    out.append('\x1b')
                    state[4] |= self.ESC_THROUGHOUT
                    i += 1
                continue
            if self.shifts and byte in (self.SI, self.SO):
                state[4] = state[4] & ~self.SHIFTED | (self.SHIFTED if byte == self.SO else 0)
                i += 1
                continue
            if byte == 0x0A:
                state[4] &= ~self.SHIFTED
            if byte >= 0x80:
                return i, 1
            mark = state[1] if state[4] & self.SHIFTED else state[0]
            if byte < 0x20 or mark == self.ASCII:
                out.append(chr(byte))
                i += 1
                continue
            length = 2 if mark & self.DOUBLE else 1
            if i + length > size:
                return i, INCOMPLETE
            text = None if mark in self.in_g2 else self.charsets[mark].text_of.get(data[i:i + length])
            if text is None:
                return i, length
            out.append(text)
            i += length
        return i, None

    def g2_text(self, mark, byte):
        if mark in self.charsets:
            return self.charsets[mark].text_of.get(bytes([byte]))
        return chr(byte) if mark == self.ASCII and byte < 0x80 else None

    def designate(self, data, i, state):
        """Obeys the escape sequence at data[i]: (its length, None) or (0, bad)."""
        end = i + 1
        while True:
            if end >= len(data):
                return 0, INCOMPLETE
            if end - i >= self.LONGEST_ESCAPE:
                return 0, 1
            if 0x41 <= data[end] <= 0x5A or data[end] == 0x40:
                break
            # ESC & @ before ESC $ B says that the set is the one of 1990
            end += 3 if not self.shifts and data[end:end + 2] == b'&@' else 1
        length = end + 1 - i
        escape = data[i:end + 1]
        if escape == b'\x1b&@\x1b$B' and not self.shifts:
            escape = escape[3:]
        double = escape[1:2] == b'$'
        where, mark = escape[1:-1], escape[-1]
        if double:
            mark |= self.DOUBLE
            where = escape[2:-1] or b'('
        planes = {b'(': 0, b')': 1}
        if self.g2 and not double:
            planes[b'.'] = 2
        plane = planes.get(where)
        if plane is None or mark != self.ASCII and mark not in self.charsets:
            return 0, length
        state[plane] = mark
        return length, None


def engine(name):
    """The engine of an encoding."""
    if name == 'gb18030':
        return GB18030(name)
    if name == 'euc_kr':
        return EUCKR(name)
    if name == 'hz':
        return HZ(name)
    if name.startswith('iso2022'):
        return ISO2022(name, shifts=name == 'iso2022_kr', g2=name == 'iso2022_jp_2')
    return EightBit(name)
