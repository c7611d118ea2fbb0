"""What only the module unicodedata asks of a code point: names, bidirectional class, decompositions ..., of Unicode 14.0 and 3.2.

Tables are RPython strings of big-endian numbers (see interpreter.unicode.database).  A name is a row of word numbers; the names are kept in the
order of their code points, with a permutation that sorts them.
"""

from interpreter.unicode.generated import load

_data = load('unicodedata-14.0.0.json', 'generate_characters.py')
SHIFT = _data['shift']
MASK = (1 << SHIFT) - 1


def number(table, i, size):
    """Entry i of a table of numbers of `size` bytes."""
    result = 0
    i *= size
    for k in range(size):
        result = result << 8 | ord(table[i + k])
    return result


def _pack(values, size):
    return ''.join(''.join(chr(value >> 8 * (size - 1 - k) & 255) for k in range(size)) for value in values)


class Properties(object):
    """The properties of one version of Unicode."""
    _immutable_fields_ = ['version', 'index', 'pages', 'categories[*]', 'bidirectionals[*]', 'combinings[*]', 'widths[*]', 'mirroreds[*]']

    def __init__(self, data):
        self.version = str(data['version'])
        self.index = data['index'].encode('latin-1')
        self.pages = data['pages'].encode('latin-1')
        self.categories = [str(record[0]) for record in data['records']]
        self.bidirectionals = [str(record[1]) for record in data['records']]
        self.combinings = [record[2] for record in data['records']]
        self.widths = [str(record[3]) for record in data['records']]
        self.mirroreds = [record[4] for record in data['records']]
        self.decompositions = dict((int(code), str(text)) for code, text in data['decompositions'].items())

    def record(self, code):
        page = number(self.index, code >> SHIFT, 2)
        return number(self.pages, page << SHIFT | code & MASK, 2)

    def category(self, code):
        return self.categories[self.record(code)]

    def bidirectional(self, code):
        return self.bidirectionals[self.record(code)]

    def combining(self, code):
        return self.combinings[self.record(code)]

    def width(self, code):
        return self.widths[self.record(code)]

    def mirrored(self, code):
        return self.mirroreds[self.record(code)]

    def decomposition(self, code):
        """As UnicodeData.txt writes it: an optional <tag> and hexadecimal code points; '' if there is none."""
        return self.decompositions.get(code, '')


current = Properties(_data['current'])
old = Properties(_data['old'])

# first << 21 | second -> the code point that they compose to
compositions = dict((first << 21 | second, composed) for first, second, composed in _data['compositions'])


# ____________________________________________________________
# names


_words = sorted(set(word for _, name in _data['names'] for word in name.split(' ')))
_number_of = dict((word, i) for i, word in enumerate(_words))
_rows = [[_number_of[word] for word in name.split(' ')] for _, name in _data['names']]


def _starts(lengths):
    result = [0]
    for length in lengths:
        result.append(result[-1] + length)
    return result


WORDS = str(''.join(_words))
WORD_STARTS = _pack(_starts(map(len, _words)), 3)
NAMES = _pack([word for row in _rows for word in row], 2)
NAME_STARTS = _pack(_starts(map(len, _rows)), 3)
NAME_CODES = _pack([code for code, _ in _data['names']], 3)
NAME_ORDER = _pack(sorted(range(len(_rows)), key=lambda i: _data['names'][i][1]), 2)
NAME_COUNT = len(_rows)
_aliases = dict((str(name), code) for name, code in _data['aliases'].items())
_ideographs = [(first, last) for first, last in _data['ideographs']]
del _data, _words, _number_of, _rows

CJK = 'CJK UNIFIED IDEOGRAPH-'
HANGUL = 'HANGUL SYLLABLE '
S_BASE, L_COUNT, V_COUNT, T_COUNT = 0xAC00, 19, 21, 28
S_COUNT = L_COUNT * V_COUNT * T_COUNT
LEADING = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ')
VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ')
TRAILING = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ')


def word(i):
    start, stop = number(WORD_STARTS, i, 3), number(WORD_STARTS, i + 1, 3)
    assert start >= 0 and stop >= 0
    return WORDS[start:stop]


def stored_name(i):
    """The name of entry i."""
    words = []
    for k in range(number(NAME_STARTS, i, 3), number(NAME_STARTS, i + 1, 3)):
        words.append(word(number(NAMES, k, 2)))
    return ' '.join(words)


def is_ideograph(code):
    for first, last in _ideographs:
        if first <= code <= last:
            return True
    return False


def is_hangul(code):
    return S_BASE <= code < S_BASE + S_COUNT


def hex_upper(code):
    digits = ''
    while code or len(digits) < 4:
        digits = '0123456789ABCDEF'[code & 15] + digits
        code >>= 4
    return digits


def name_of(code):
    """The name of a code point, or None."""
    if is_ideograph(code):
        return CJK + hex_upper(code)
    if is_hangul(code):
        index = code - S_BASE
        return (HANGUL + LEADING[index // (V_COUNT * T_COUNT)] + VOWELS[index % (V_COUNT * T_COUNT) // T_COUNT] +
                TRAILING[index % T_COUNT])
    low, high = 0, NAME_COUNT
    while low < high:
        middle = (low + high) // 2
        found = number(NAME_CODES, middle, 3)
        if found == code:
            return stored_name(middle)
        if found < code:
            low = middle + 1
        else:
            high = middle
    return None


def code_of(name):
    """The code point of a name or alias in any case, or -1."""
    name = name.upper()
    if name.startswith(CJK):
        code = hex_value(name, len(CJK))
        return code if code >= 0 and is_ideograph(code) else -1
    if name.startswith(HANGUL):
        return hangul_of(name[len(HANGUL):])
    low, high = 0, NAME_COUNT
    while low < high:
        middle = (low + high) // 2
        entry = number(NAME_ORDER, middle, 2)
        found = stored_name(entry)
        if found == name:
            return number(NAME_CODES, entry, 3)
        if found < name:
            low = middle + 1
        else:
            high = middle
    return _aliases.get(name, -1)


def hex_value(name, start):
    """The number that name[start:] is in 4 or 5 hexadecimal digits, or -1."""
    if not 4 <= len(name) - start <= 5:
        return -1
    code = 0
    for i in range(start, len(name)):
        digit = '0123456789ABCDEF'.find(name[i])
        if digit < 0:
            return -1
        code = code << 4 | digit
    return code


def hangul_of(syllable):
    for leading in range(L_COUNT):
        for vowel in range(V_COUNT):
            part = LEADING[leading] + VOWELS[vowel]
            if syllable.startswith(part):
                for trailing in range(T_COUNT):
                    if len(syllable) == len(part) + len(TRAILING[trailing]) and syllable.endswith(TRAILING[trailing]):
                        return S_BASE + (leading * V_COUNT + vowel) * T_COUNT + trailing
    return -1
