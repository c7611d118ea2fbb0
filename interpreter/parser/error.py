"""What the tokenizer and the parser say about bad source text."""


class ParseError(Exception):
    """Source text that is not Python 3.11.

    kind         str: the Python exception to raise: 'SyntaxError',
                 'IndentationError', 'TabError', 'ValueError' (null bytes),
                 'MemoryError', 'RecursionError' (nested too deeply)
    msg          str, UTF-8
    filename     str
    lineno       int, from 1; 0 and below when there is no line (-1: the
                 exception has a message and nothing else)
    offset       int, from 1, in characters; 0 when there is none
    text         str, the line in UTF-8, or None when it is not known
    end_lineno, end_offset   int: the end of the range; an offset of 0 or -1 when
                 unknown, as in CPython; a line of -1 says that there is neither
                 (None in CPython)
    incomplete   bool: the source ended too early, more lines may complete it
    warnings     list of ParseWarning: what was found before
    """

    def __init__(self, kind, msg, filename, lineno, offset, text,
                 end_lineno=0, end_offset=0, incomplete=False):
        self.kind = kind
        self.msg = msg
        self.filename = filename
        self.lineno = lineno
        self.offset = offset
        self.text = text
        self.end_lineno = end_lineno
        self.end_offset = end_offset
        self.incomplete = incomplete
        self.warnings = []

    def hide_newline(self, lineno):
        """Line `lineno` has no newline in the text that the user gave."""
        text = self.text
        if self.lineno == lineno and text is not None and text.endswith('\n'):
            end = len(text) - 1
            assert end >= 0
            self.text = text[:end]

    def __str__(self):
        return '%s: %s (%s, line %d)' % (self.kind, self.msg, self.filename, self.lineno)


class ParseWarning(object):
    """Something that CPython warns of while it parses.

    category    str: 'DeprecationWarning' or 'SyntaxWarning'
    msg         str
    lineno      int
    error       the ParseError to raise where warnings are errors
    """

    def __init__(self, category, msg, lineno, error):
        self.category = category
        self.msg = msg
        self.lineno = lineno
        self.error = error
