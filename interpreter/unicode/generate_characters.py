"""Prints the tables of interpreter/unicode/characters.py as JSON: names, decompositions and the properties that only unicodedata shows.

    python3.11 interpreter/unicode/generate_characters.py > build/unicodedata-14.0.0.json

The data are those of the CPython 3.11 that runs this, for Unicode 14.0 and for 3.2 (which IDNA 2003 is defined on).
"""

import json
import sys
import unicodedata

SHIFT = 7
PAGE = 1 << SHIFT

# control characters have no names, only aliases (NameAliases.txt); each is checked against this Python's own look-up
ALIASES = """NULL|NUL|START OF HEADING|SOH|START OF TEXT|STX|END OF TEXT|ETX|END OF TRANSMISSION|EOT|ENQUIRY|ENQ|ACKNOWLEDGE|ACK|ALERT|BEL|
BACKSPACE|BS|CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB|LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL|LINE TABULATION|VERTICAL TABULATION|VT|
FORM FEED|FF|CARRIAGE RETURN|CR|SHIFT OUT|LOCKING-SHIFT ONE|SO|SHIFT IN|LOCKING-SHIFT ZERO|SI|DATA LINK ESCAPE|DLE|DEVICE CONTROL ONE|DC1|
DEVICE CONTROL TWO|DC2|DEVICE CONTROL THREE|DC3|DEVICE CONTROL FOUR|DC4|NEGATIVE ACKNOWLEDGE|NAK|SYNCHRONOUS IDLE|SYN|
END OF TRANSMISSION BLOCK|ETB|CANCEL|CAN|END OF MEDIUM|EOM|SUBSTITUTE|SUB|ESCAPE|ESC|INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS|
INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS|INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS|INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US|
SP|DELETE|DEL|PADDING CHARACTER|PAD|HIGH OCTET PRESET|HOP|BREAK PERMITTED HERE|BPH|NO BREAK HERE|NBH|INDEX|IND|NEXT LINE|NEL|
START OF SELECTED AREA|SSA|END OF SELECTED AREA|ESA|CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS|
CHARACTER TABULATION WITH JUSTIFICATION|HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ|LINE TABULATION SET|VERTICAL TABULATION SET|VTS|
PARTIAL LINE FORWARD|PARTIAL LINE DOWN|PLD|PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU|REVERSE LINE FEED|REVERSE INDEX|RI|SINGLE SHIFT TWO|
SINGLE-SHIFT-2|SS2|SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3|DEVICE CONTROL STRING|DCS|PRIVATE USE ONE|PRIVATE USE-1|PU1|PRIVATE USE TWO|
PRIVATE USE-2|PU2|SET TRANSMIT STATE|STS|CANCEL CHARACTER|CCH|MESSAGE WAITING|MW|START OF GUARDED AREA|START OF PROTECTED AREA|SPA|
END OF GUARDED AREA|END OF PROTECTED AREA|EPA|START OF STRING|SOS|SINGLE GRAPHIC CHARACTER INTRODUCER|SGC|SINGLE CHARACTER INTRODUCER|SCI|
CONTROL SEQUENCE INTRODUCER|CSI|STRING TERMINATOR|ST|OPERATING SYSTEM COMMAND|OSC|PRIVACY MESSAGE|PM|APPLICATION PROGRAM COMMAND|APC|NBSP|SHY|
BYTE ORDER MARK|BOM|ZWNBSP|ZWSP|ZWNJ|ZWJ|LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI|CGJ|LATIN SMALL LETTER GHA|
LATIN CAPITAL LETTER GHA|WEIERSTRASS ELLIPTIC FUNCTION"""


def trie(records):
    """records: an id below 65536 for each code point -> (index, pages), two bytes an entry, high byte first."""
    pages, numbers, index = [], {}, []
    for start in range(0, len(records), PAGE):
        page = b''.join(record.to_bytes(2, 'big') for record in records[start:start + PAGE])
        if page not in numbers:
            numbers[page] = len(pages)
            pages.append(page)
        index.append(numbers[page].to_bytes(2, 'big'))
    return b''.join(index).decode('latin-1'), b''.join(pages).decode('latin-1')


def properties(ucd):
    """The trie of (category, bidirectional, combining, east_asian_width, mirrored), and the decompositions that are not algorithmic."""
    records, ids, decompositions = [], {}, {}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        record = (ucd.category(char), ucd.bidirectional(char), ucd.combining(char), ucd.east_asian_width(char), ucd.mirrored(char))
        records.append(ids.setdefault(record, len(ids)))
        text = ucd.decomposition(char)
        if text:
            decompositions[code] = text
    index, pages = trie(records)
    return {'version': ucd.unidata_version, 'records': list(ids), 'index': index, 'pages': pages, 'decompositions': decompositions}


def compositions(decompositions):
    """(first, second, composed) of the pairs that compose."""
    result = []
    for code, text in decompositions.items():
        parts = text.split()
        if not text.startswith('<') and len(parts) == 2 and unicodedata.normalize('NFC', chr(code)) == chr(code):
            result.append((int(parts[0], 16), int(parts[1], 16), code))
    return result


def names():
    """(code, name) of every character whose name is not algorithmic."""
    result = []
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), '')
        if name and not name.startswith('CJK UNIFIED IDEOGRAPH-') and not name.startswith('HANGUL SYLLABLE '):
            result.append((code, name))
    return result


def ideograph_ranges():
    ranges = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.name(chr(code), '').startswith('CJK UNIFIED IDEOGRAPH-'):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return ranges


def aliases():
    result = {}
    for name in ALIASES.replace('\n', '').split('|'):
        try:
            result[name] = ord(unicodedata.lookup(name))
        except KeyError:
            sys.exit("unknown alias %r" % name)
    return result


def main():
    if unicodedata.unidata_version != '14.0.0':
        sys.exit("Unicode 14.0.0 is needed, this Python has %s: use CPython 3.11" % unicodedata.unidata_version)
    current = properties(unicodedata)
    json.dump({'shift': SHIFT, 'current': current, 'old': properties(unicodedata.ucd_3_2_0), 'names': names(), 'aliases': aliases(),
               'ideographs': ideograph_ranges(), 'compositions': compositions(current['decompositions'])}, sys.stdout, sort_keys=True)
    print()


if __name__ == '__main__':
    main()
