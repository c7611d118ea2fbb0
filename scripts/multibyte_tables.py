"""Writes the tables of the Chinese, Japanese and Korean encodings that lib/_multibyte.py reads: one Python module an encoding, made by
asking the running CPython 3.11 what it decodes and encodes.

usage: multibyte_tables.py FOLDER

Each module of FOLDER has
    RUNS        [(code, text)]: code, code + 1 ... (the last byte counts up) stand for the characters of text
    PAIRS       {code: text} for the codes of two characters
    ENCODE      {character: code} where the code is not the one that decodes to it, or not the first such one
    DECODE_ONLY the characters that have a code, but are never encoded
    LEADS       the first bytes that want a second
    LONG_LEADS  the pairs of bytes that want a third
    LONG_ERRORS {code: length} where a bad code counts as more than one byte
and gb18030 further FOUR_BYTES [(index, first, length)]: runs of code points below U+10000 with codes of four bytes, `index` the code's number.
The ISO 2022 encodings: DESIGNATIONS, {escape sequence: the same RUNS, PAIRS, ENCODE, DECODE_ONLY of that character set}, in the order of
preference when encoding; codes have no high bits.
"""

import itertools
import os
import sys

ENCODINGS = ('gb2312 gbk gb18030 big5 big5hkscs cp932 cp949 cp950 euc_jp euc_jis_2004 euc_jisx0213 shift_jis shift_jis_2004 '
             'shift_jisx0213 euc_kr johab').split()
CHARACTERS = [chr(c) for c in itertools.chain(range(0xD800), range(0xE000, 0x10000), range(0x20000, 0x30000))]
BYTES = [bytes([b]) for b in range(256)]

# the character sets of ISO 2022: (escape sequence that designates it, bytes of a code)
ROMAN = (b'\x1b(J', 1)
JISX0208, JISX0208_OLD, JISX0212 = (b'\x1b$B', 2), (b'\x1b$@', 2), (b'\x1b$(D', 2)
ISO2022 = {
    'iso2022_jp': [JISX0208, ROMAN, JISX0208_OLD],
    'iso2022_jp_1': [JISX0208, JISX0212, ROMAN, JISX0208_OLD],
    'iso2022_jp_2': [JISX0208, JISX0212, (b'\x1b$(C', 2), (b'\x1b$(A', 2), ROMAN, JISX0208_OLD, (b'\x1b.A', 1), (b'\x1b.F', 1)],
    'iso2022_jp_2004': [JISX0208, (b'\x1b$(Q', 2), (b'\x1b$(P', 2)],
    'iso2022_jp_3': [JISX0208, (b'\x1b$(O', 2), (b'\x1b$(P', 2)],
    'iso2022_jp_ext': [JISX0208, JISX0212, ROMAN, (b'\x1b(I', 1), JISX0208_OLD],
    'iso2022_kr': [(b'\x1b$)C', 2)],
}


def decoded(code, encoding):
    """The text of one code, or (reason, length) of the error."""
    try:
        return code.decode(encoding)
    except UnicodeDecodeError as e:
        return e.reason, e.end - e.start if e.start == 0 else 0


def encoded(text, encoding):
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def runs_of(decode):
    """{code: character} as RUNS."""
    runs, expected = [], None
    for code in sorted(decode, key=lambda code: (len(code), code)):
        if code == expected:
            runs[-1][1].append(decode[code])
        else:
            runs.append((code, [decode[code]]))
        expected = code[:-1] + bytes([code[-1] + 1]) if code[-1] < 255 else None
    return [(code, ''.join(text)) for code, text in runs]


def tables(decode, encode):
    """The four parts that every table has, from {code: text} and {character: code}."""
    singles = {code: text for code, text in decode.items() if len(text) == 1}
    first = {}
    for code in sorted(singles, key=lambda code: (len(code), code)):
        first.setdefault(singles[code], code)
    return {'RUNS': runs_of(singles),
            'PAIRS': {code: text for code, text in decode.items() if len(text) == 2},
            'ENCODE': {text: code for text, code in encode.items() if first.get(text) != code},
            'DECODE_ONLY': ''.join(sorted(set(first) - set(encode)))}


def eight_bit(encoding):
    decode, leads, long_leads, long_errors = {}, [], [], {}
    pending = [b'']
    while pending:
        longer = []
        for code in (prefix + b for prefix in pending for b in BYTES):
            text = decoded(code, encoding)
            if isinstance(text, str):
                decode[code] = text
            elif text[0].startswith('incomplete'):
                (leads if len(code) == 1 else long_leads).append(code)
                if len(code) == 1 or encoding not in ('gb18030', 'euc_kr'):    # longer codes of these two are computed
                    longer.append(code)
            elif text[1] > 1:
                long_errors[code] = text[1]
        pending = longer
    encode = {}
    for text in CHARACTERS:
        code = encoded(text, encoding)
        # a code of four bytes is computed from FOUR_BYTES, one of eight from the parts of a syllable
        if code is not None and len(code) < 4:
            encode[text] = code
    result = tables(decode, encode)
    result.update(LEADS=b''.join(leads), LONG_LEADS=long_leads, LONG_ERRORS=long_errors)
    if encoding == 'gb18030':
        result['FOUR_BYTES'] = four_bytes()
    return result


def four_bytes():
    runs = []
    for index in range(39420):                  # 0x81308130 to 0x8431A439
        code = bytes([0x81 + index // 12600, 0x30 + index // 1260 % 10, 0x81 + index // 10 % 126, 0x30 + index % 10])
        text = decoded(code, 'gb18030')
        if isinstance(text, str):
            if runs and runs[-1][0] + runs[-1][2] == index and runs[-1][1] + runs[-1][2] == ord(text):
                runs[-1][2] += 1
            else:
                runs.append([index, ord(text), 1])
    return [tuple(run) for run in runs]


def iso2022(encoding, designations):
    before = {b'\x1b$)C': b'\x0e'}
    result = {}
    for escape, size in designations:
        decode = {}
        use = before.get(escape, b'')
        for code in map(bytes, itertools.product(range(0x20, 0x80), repeat=size)):
            if escape[1:2] == b'.':
                text = decoded(escape + b'\x1bN' + code, encoding)
            else:
                text = decoded(escape + use + code, encoding)
            if isinstance(text, str) and text and text[0] not in '\x1b':
                decode[code] = text
        encode = {}
        for text in CHARACTERS:
            code = encoded(text, encoding)
            if code is not None and code.startswith(escape + use):
                encode[text] = code[len(escape + use):len(escape + use) + size]
        result[escape] = tables(decode, encode)
    return {'DESIGNATIONS': result}


def main(folder):
    os.mkdir(folder)
    made = {'__init__': {}}
    for encoding in ENCODINGS:
        made[encoding] = eight_bit(encoding)
    for encoding, designations in ISO2022.items():
        made[encoding] = iso2022(encoding, designations)
    for name, content in made.items():
        with open(os.path.join(folder, name + '.py'), 'w', encoding='ascii') as f:
            for key, value in content.items():
                f.write('%s = %s\n' % (key, ascii(value)))


if __name__ == '__main__':
    main(sys.argv[1])
