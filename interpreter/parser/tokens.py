"""Token types of Python 3.11, and the tables that the tokenizer reads.

Operators and keywords have a type each, so that the parser compares ints only.
The soft keywords (match, case, _) are NAMEs.
"""

OPERATORS = [
    # name           spelling
    ('LPAR',         '('), ('RPAR',         ')'),
    ('LSQB',         '['), ('RSQB',         ']'),
    ('LBRACE',       '{'), ('RBRACE',       '}'),
    ('COLON',        ':'), ('COMMA',        ','), ('SEMI',         ';'),
    ('DOT',          '.'), ('ELLIPSIS',   '...'), ('RARROW',      '->'),
    ('COLONEQUAL',  ':='), ('AT',           '@'), ('EQUAL',        '='),
    ('PLUS',         '+'), ('MINUS',        '-'), ('STAR',         '*'),
    ('SLASH',        '/'), ('VBAR',         '|'), ('AMPER',        '&'),
    ('LESS',         '<'), ('GREATER',      '>'), ('PERCENT',      '%'),
    ('EQEQUAL',     '=='), ('NOTEQUAL',    '!='), ('LTGT',        '<>'),
    ('LESSEQUAL',   '<='), ('GREATEREQUAL', '>='),
    ('TILDE',        '~'), ('CIRCUMFLEX',   '^'),
    ('LEFTSHIFT',   '<<'), ('RIGHTSHIFT',  '>>'), ('DOUBLESTAR',  '**'),
    ('DOUBLESLASH', '//'),
    ('PLUSEQUAL',   '+='), ('MINEQUAL',    '-='), ('STAREQUAL',   '*='),
    ('SLASHEQUAL',  '/='), ('PERCENTEQUAL', '%='), ('AMPEREQUAL', '&='),
    ('VBAREQUAL',   '|='), ('CIRCUMFLEXEQUAL', '^='),
    ('LEFTSHIFTEQUAL', '<<='), ('RIGHTSHIFTEQUAL', '>>='),
    ('DOUBLESTAREQUAL', '**='), ('DOUBLESLASHEQUAL', '//='),
    ('ATEQUAL',     '@='),
]

KEYWORDS = '''False None True and as assert async await break class continue def
del elif else except finally for from global if import in is lambda nonlocal not
or pass raise return try while with yield'''.split()

(ENDMARKER, NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, ERROR,
 BAD_OP, TYPE_COMMENT) = range(10)

SPELLING = ['end of file', 'name', 'number', 'string', 'newline', 'indent',
            'dedent', 'error', 'unknown operator', 'type comment']
FIRST_OPERATOR = len(SPELLING)

for _name, _text in OPERATORS:
    globals()[_name] = len(SPELLING)
    SPELLING.append(_text)

FIRST_KEYWORD = len(SPELLING)
KEYWORD_TYPES = {}

for _name in KEYWORDS:
    # None and True are spelled in capitals already: they get a prefix of their own
    globals()['KW_' + _name.upper()] = len(SPELLING)
    KEYWORD_TYPES[_name] = len(SPELLING)
    SPELLING.append(_name)

NUM_TYPES = len(SPELLING)
MAX_KEYWORD_LENGTH = max([len(_k) for _k in KEYWORDS])


def _one_char_operators():
    """Token type of each single-character operator, by byte; BAD_OP for none."""
    table = [BAD_OP] * 256
    for name, text in OPERATORS:
        if len(text) == 1:
            table[ord(text)] = globals()[name]
    return table


def _longer_operators(length):
    return dict([(text, globals()[name]) for name, text in OPERATORS
                 if len(text) == length])


ONE_CHAR = _one_char_operators()
TWO_CHARS = _longer_operators(2)
THREE_CHARS = _longer_operators(3)


class Token(object):
    """One token; its text is source[start:end].

    type            int, one of the constants above
    text            str for NAME and keywords (NFKC-normalised), else None
    start, end      int, byte offsets in the source
    lineno, col_offset, end_lineno, end_col_offset   int; columns in bytes
    level           int, how many parentheses are open after the token
    """
    _immutable_fields_ = ['type', 'text', 'start', 'end', 'lineno', 'col_offset',
                          'end_lineno', 'end_col_offset', 'level']

    def __init__(self, type, text, start, end, lineno, col_offset, end_lineno,
                 end_col_offset, level):
        self.type = type
        self.text = text
        self.start = start
        self.end = end
        self.lineno = lineno
        self.col_offset = col_offset
        self.end_lineno = end_lineno
        self.end_col_offset = end_col_offset
        self.level = level
