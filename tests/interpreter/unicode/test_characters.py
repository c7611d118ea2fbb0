"""The Unicode database against CPython 3.11's unicodedata."""
from __future__ import absolute_import

import json
import os
import subprocess

from interpreter.unicode import characters, database, normalization, utf8
from interpreter.unicode.generated import BUILD
from seeds import seeded

PYTHON = os.path.join(BUILD, 'py311', 'bin', 'python')


def cpython(source, argument):
    process = subprocess.Popen([PYTHON, '-c', 'import json, sys, unicodedata\nx = json.load(sys.stdin)\njson.dump(%s, sys.stdout)' % source],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    output, _ = process.communicate(json.dumps(argument))
    assert process.returncode == 0
    return json.loads(output)


def some_codes():
    return list(range(0, 0x3000, 3)) + list(range(0x3000, 0x110000, 113))


def test_names():
    codes = some_codes()
    expected = cpython('[unicodedata.name(chr(c), None) for c in x]', codes)
    for code, name in zip(codes, expected):
        assert characters.name_of(code) == name
        if name is not None:
            assert characters.code_of(str(name)) == code and characters.code_of(str(name).lower()) == code


def test_aliases_and_unknown_names():
    assert characters.code_of('LINE FEED') == 10 and characters.code_of('nul') == 0
    for name in ['', 'NO SUCH NAME', 'CJK UNIFIED IDEOGRAPH-', 'CJK UNIFIED IDEOGRAPH-0041', 'HANGUL SYLLABLE ', 'HANGUL SYLLABLE XYZ', 'LATIN']:
        assert characters.code_of(name) == -1


def test_properties_of_both_versions():
    codes = some_codes()
    for properties, module in [(characters.current, 'unicodedata'), (characters.old, 'unicodedata.ucd_3_2_0')]:
        expected = cpython('[[%s.category(c), %s.bidirectional(c), %s.combining(c), %s.east_asian_width(c), %s.mirrored(c), %s.decomposition(c)] '
                           'for c in map(chr, x)]' % ((module,) * 6), codes)
        for code, values in zip(codes, expected):
            assert [properties.category(code), properties.bidirectional(code), properties.combining(code), properties.width(code),
                    properties.mirrored(code), properties.decomposition(code) if not characters.is_hangul(code) else values[5]] == values


def test_numbers():
    codes = [code for code in range(0x110000) if database.has(code, database.NUMERIC)]
    expected = cpython('[unicodedata.numeric(chr(c)) for c in x]', codes)
    assert [database.numeric_value(code) for code in codes] == expected


def test_normalization():
    r = seeded('normalization')
    pools = [range(0x20, 0x250), range(0x300, 0x370), range(0x1100, 0x1200), range(0xAC00, 0xD7A4), range(0x1E00, 0x2000), range(0xF900, 0xFB50),
             range(0x0900, 0x0E00), range(0xFF00, 0xFFF0), range(0x1D15E, 0x1D200), [0x344, 0x2126, 0x212B, 0x3B1, 0x345, 0x301, 0x1EBF]]
    texts = [[r.choice(r.choice(pools)) for _ in range(r.randint(0, 8))] for _ in range(600)]
    for form in ['NFC', 'NFD', 'NFKC', 'NFKD']:
        expected = cpython('[list(map(ord, unicodedata.normalize("%s", "".join(map(chr, t))))) for t in x]' % form, texts)
        for codes, right in zip(texts, expected):
            assert utf8.codes(normalization.normalize(form, utf8.from_codes(codes), characters.current)) == right
