"""Properties and case mappings of code points: Unicode 14.0, as in CPython 3.11.

The tables are made by generate.py, at the first import, from the data of a CPython 3.11, and kept as build/unicode-14.0.0.json.
They are RPython strings: immutable, so that reading them costs no barrier.
"""

from interpreter.unicode.generated import load

_data = load('unicode-14.0.0.json', 'generate.py')
VERSION = str(_data['version'])
SHIFT = _data['shift']
MASK = (1 << SHIFT) - 1
_bytes = lambda text: text.encode('latin-1')
P_HIGH, P_LOW, P_PAGES = map(_bytes, _data['properties'])
C_HIGH, C_LOW, C_PAGES = map(_bytes, _data['cases'])

ALPHA, DECIMAL, DIGIT, NUMERIC, LOWER, UPPER, TITLE, PRINTABLE, XID_START, XID_CONTINUE, CASED, CASE_IGNORABLE = [
    1 << i for i in range(len(_data['flag_names']))]


class Tables(object):
    """The records that the tries point to."""
    _immutable_fields_ = ['categories[*]', 'flags[*]', 'digits[*]', 'upper[*]', 'lower[*]', 'title[*]']

    def __init__(self, data):
        self.categories = [str(record[0]) for record in data['property_records']]
        self.flags = [record[1] for record in data['property_records']]
        self.digits = [record[2] for record in data['property_records']]
        self.upper = [record[0] for record in data['case_records']]
        self.lower = [record[1] for record in data['case_records']]
        self.title = [record[2] for record in data['case_records']]


tables = Tables(_data)


def _full(kind):
    return dict((int(code), mapping) for code, mapping in _data['full'][kind].items())


# what a code point becomes where it is not the simple mapping (SpecialCasing.txt, CaseFolding.txt)
_full_upper, _full_lower, _full_title, _full_fold = _full('upper'), _full('lower'), _full('title'), _full('fold')
_numeric = dict((int(code), float(value)) for code, value in _data['numeric'].items())
del _data


def property_record(code):
    page = code >> SHIFT
    number = ord(P_HIGH[page]) << 8 | ord(P_LOW[page])
    return ord(P_PAGES[number << SHIFT | code & MASK])


def case_record(code):
    page = code >> SHIFT
    number = ord(C_HIGH[page]) << 8 | ord(C_LOW[page])
    return ord(C_PAGES[number << SHIFT | code & MASK])


def flags(code):
    return tables.flags[property_record(code)]


def category(code):
    """The general category, two letters."""
    return tables.categories[property_record(code)]


def has(code, flag):
    """Has the code point one of the properties in flag?"""
    return flags(code) & flag != 0


def is_printable(code):
    if code < 128:
        return 32 <= code < 127
    return has(code, PRINTABLE)


def digit_value(code):
    """The value of a digit (str.isdigit), or -1."""
    return tables.digits[property_record(code)]


def decimal_value(code):
    """The value of a decimal digit (str.isdecimal), or -1."""
    record = property_record(code)
    if tables.flags[record] & DECIMAL:
        return tables.digits[record]
    return -1


def numeric_value(code):
    """The numeric value of a code point that is str.isnumeric."""
    digit = digit_value(code)
    if digit >= 0:
        return float(digit)
    return _numeric[code]


# ____________________________________________________________
# simple case mappings: a code point


def to_upper(code):
    return code + tables.upper[case_record(code)]


def to_lower(code):
    return code + tables.lower[case_record(code)]


def to_title(code):
    return code + tables.title[case_record(code)]


# ____________________________________________________________
# full case mappings: a list of code points, or None where the simple mapping says it all


def full_upper(code):
    return _full_upper.get(code, None)


def full_lower(code):
    return _full_lower.get(code, None)


def full_title(code):
    return _full_title.get(code, None)


def full_fold(code):
    """Case folding; where it is None, fold to the simple lower case."""
    return _full_fold.get(code, None)
