"""The normalization forms NFC, NFD, NFKC and NFKD (Unicode Standard Annex 15)."""

from interpreter.unicode import utf8
from interpreter.unicode.characters import S_BASE, T_COUNT, V_COUNT, S_COUNT, compositions, is_hangul

L_BASE, V_BASE, T_BASE = 0x1100, 0x1161, 0x11A7
FIRST_DECOMPOSED = 0xA0        # code points below decompose to themselves, and compose with nothing


def hex_number(text, start, stop):
    value = 0
    for i in range(start, stop):
        value = value << 4 | '0123456789ABCDEF'.find(text[i])
    return value


def append_decomposed(result, properties, code, compatible):
    """Appends the full decomposition of a code point."""
    if code < FIRST_DECOMPOSED:
        result.append(code)
        return
    if is_hangul(code):
        index = code - S_BASE
        result.append(L_BASE + index // (V_COUNT * T_COUNT))
        result.append(V_BASE + index % (V_COUNT * T_COUNT) // T_COUNT)
        if index % T_COUNT:
            result.append(T_BASE + index % T_COUNT)
        return
    text = properties.decomposition(code)
    i = 0
    if len(text) > 0 and text[0] == '<':
        if not compatible:
            text = ''
        else:
            i = text.find(' ') + 1
    if len(text) == 0:
        result.append(code)
        return
    while i < len(text):
        stop = i
        while stop < len(text) and text[stop] != ' ':
            stop += 1
        append_decomposed(result, properties, hex_number(text, i, stop), compatible)
        i = stop + 1


def decompose(text, properties, compatible):
    """The code points of UTF-8 text decomposed, with combining marks in canonical order."""
    codes = []
    i = 0
    while i < len(text):
        append_decomposed(codes, properties, utf8.code_at(text, i), compatible)
        i = utf8.next_offset(text, i)
    # insertion sort by combining class, of marks up to the starter before them
    for i in range(1, len(codes)):
        code = codes[i]
        combining = properties.combining(code) if code >= FIRST_DECOMPOSED else 0
        if combining == 0:
            continue
        k = i
        while k > 0 and properties.combining(codes[k - 1]) > combining:
            codes[k] = codes[k - 1]
            k -= 1
        codes[k] = code
    return codes


def composed_pair(first, second):
    """The code point that two compose to, or -1."""
    if L_BASE <= first < L_BASE + 19 and V_BASE <= second < V_BASE + V_COUNT:
        return S_BASE + ((first - L_BASE) * V_COUNT + second - V_BASE) * T_COUNT
    if S_BASE <= first < S_BASE + S_COUNT and (first - S_BASE) % T_COUNT == 0 and T_BASE < second < T_BASE + T_COUNT:
        return first + second - T_BASE
    return compositions.get(first << 21 | second, -1)


def compose(codes, properties):
    """Composes in place of the list; returns the new list."""
    result = []
    starter = -1                       # its position in result
    last_class = 0
    for code in codes:
        combining = properties.combining(code) if code >= FIRST_DECOMPOSED else 0
        if starter >= 0:
            adjacent = starter == len(result) - 1
            if adjacent or (last_class != 0 and last_class < combining):
                composed = composed_pair(result[starter], code)
                if composed >= 0:
                    result[starter] = composed
                    continue
        if combining == 0:
            starter = len(result)
        last_class = combining
        result.append(code)
    return result


def is_form(form):
    return form == 'NFC' or form == 'NFD' or form == 'NFKC' or form == 'NFKD'


def normalize(form, text, properties):
    """UTF-8 text in one of the four forms."""
    if utf8.is_ascii(text):
        return text
    compatible = form == 'NFKC' or form == 'NFKD'
    codes = decompose(text, properties, compatible)
    if form == 'NFC' or form == 'NFKC':
        codes = compose(codes, properties)
    return utf8.from_codes(codes)
