"""Prints the tables of interpreter/unicode/database.py as JSON, taken from the Unicode 14.0 data of the CPython 3.11 that runs this.

    python3.11 interpreter/unicode/generate.py > build/unicode-14.0.0.json

Every property is observed through str methods and the unicodedata module.  A table over the code points is stored as pages of
PAGE code points, equal pages once, and an index of two bytes a page; every byte is one character of a JSON string.
"""

import json
import sys
import unicodedata

SHIFT = 7
PAGE = 1 << SHIFT
FLAGS = ['ALPHA', 'DECIMAL', 'DIGIT', 'NUMERIC', 'LOWER', 'UPPER', 'TITLE', 'PRINTABLE', 'XID_START', 'XID_CONTINUE',
         'CASED', 'CASE_IGNORABLE']


def flags(char):
    """The properties of a character, one bit each, in the order of FLAGS."""
    # the lower case of a sigma shows what stands before it (Unicode 3.13, Final_Sigma)
    cased_before = (char + '\u03a3').lower().endswith('\u03c2')
    transparent = ('A' + char + '\u03a3').lower().endswith('\u03c2')
    values = [char.isalpha(), char.isdecimal(), char.isdigit(), char.isnumeric(), char.islower(), char.isupper(),
              unicodedata.category(char) == 'Lt', char.isprintable(), char.isidentifier(), ('a' + char).isidentifier(),
              (char + 'a').title().endswith('a'), transparent and not cased_before]
    return sum(1 << i for i, value in enumerate(values) if value)


def simple_cases(char):
    """The one-to-one mappings (upper, lower, title)."""
    upper, lower, title = char.upper(), char.lower(), char.title()
    if len(title) != 1:
        title = char
    if len(upper) != 1:
        upper = title
    if len(lower) != 1:
        lower = 'i'                    # U+0130 alone has a longer lower case
    return upper, lower, title


def trie(records):
    """records: an id below 256 for each code point -> (high bytes of the index, low bytes, pages)."""
    pages, numbers, high, low = [], {}, [], []
    for start in range(0, len(records), PAGE):
        page = bytes(records[start:start + PAGE])
        if page not in numbers:
            numbers[page] = len(pages)
            pages.append(page)
        number = numbers[page]
        high.append(number >> 8)
        low.append(number & 255)
    as_text = lambda data: bytes(data).decode('latin-1')
    return as_text(high), as_text(low), as_text(b''.join(pages))


def main():
    if unicodedata.unidata_version != '14.0.0':
        sys.exit("Unicode 14.0.0 is needed, this Python has %s: use CPython 3.11" % unicodedata.unidata_version)
    properties, cases, property_ids, case_ids = [], [], {}, {}
    full = {'upper': {}, 'lower': {}, 'title': {}, 'fold': {}}
    numeric = {}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        record = (unicodedata.category(char), flags(char), unicodedata.digit(char, -1))
        properties.append(property_ids.setdefault(record, len(property_ids)))
        upper, lower, title = simple_cases(char)
        record = tuple(ord(c) - code for c in (upper, lower, title))
        cases.append(case_ids.setdefault(record, len(case_ids)))
        for kind, text, simple in [('upper', char.upper(), upper), ('lower', char.lower(), lower),
                                   ('title', char.title(), title), ('fold', char.casefold(), lower)]:
            if text != simple:
                full[kind][code] = [ord(c) for c in text]
        if char.isnumeric() and not char.isdigit():
            numeric[code] = unicodedata.numeric(char)
    assert len(property_ids) <= 256 and len(case_ids) <= 256
    json.dump({'version': unicodedata.unidata_version, 'shift': SHIFT, 'flag_names': FLAGS,
               'properties': trie(properties), 'property_records': list(property_ids),
               'cases': trie(cases), 'case_records': list(case_ids), 'full': full, 'numeric': numeric},
              sys.stdout, indent=None, sort_keys=True)
    print()


if __name__ == '__main__':
    main()
