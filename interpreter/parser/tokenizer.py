"""Source -> list of tokens (Python 3.11, "Lexical analysis").

The whole source is tokenized at once; where that fails, the list ends with an
ERROR token and `Tokenizer.error` holds the ParseError, which the parser raises
when it gets there.
"""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser import utf8
from interpreter.parser.error import ParseError, ParseWarning
from interpreter.parser.identifiers import (first_invalid, is_ascii,
                                            unicode_hook)
from interpreter.parser.tokens import Token

TAB_SIZE = 8
MAX_INDENT = 100        # levels of indentation, CPython's limit
MAX_LEVEL = 200         # nested parentheses, CPython's limit

# Character classes, by byte.
IDENTIFIER_START, DIGIT, BLANK, QUOTE, OTHER = range(5)


def _classify(byte):
    c = chr(byte)
    if c.isalpha() or c == '_' or byte >= 0x80:
        return IDENTIFIER_START
    if c.isdigit():
        return DIGIT
    if c in ' \t\014':
        return BLANK
    if c in '"\'':
        return QUOTE
    return OTHER


CLASS_OF = ''.join([chr(_classify(_b)) for _b in range(256)])
IN_IDENTIFIER = ''.join([chr(int(_classify(_b) <= DIGIT)) for _b in range(256)])

STRING_PREFIXES = {}
for _prefix in ['b', 'r', 'u', 'f', 'br', 'rb', 'fr', 'rf']:
    for _first in [_prefix[0], _prefix[0].upper()]:
        for _rest in [_prefix[1:], _prefix[1:].upper()]:
            STRING_PREFIXES[_first + _rest] = True


def is_hex_digit(c):
    return '0' <= c <= '9' or 'a' <= c <= 'f' or 'A' <= c <= 'F'


def hex4(code):
    """A code point as CPython writes it after U+: at least four digits."""
    digits = ''
    while code or len(digits) < 4:
        digits = '0123456789ABCDEF'[code & 15] + digits
        code >>= 4
    return digits


class Tokenizer(object):
    """Makes `tokens` out of a Source; see run().

    tokens          list of Token
    error           ParseError or None
    error_is_final  bool: the error replaces a syntax error that the parser
                    finds earlier in the text
    paren_stack, paren_lines, paren_cols    what is open: one-character strings,
                    line numbers and byte columns
    continued_lines   dict; its keys are the lines after a backslash
    bad_strings     dict; its keys are the positions of STRINGs that are not UTF-8
    warnings        list of ParseWarning
    type_ignores    list of TypeIgnore nodes, for `# type: ignore`; these and the
                    TYPE_COMMENT tokens are made on demand (PEP 484)
    """

    def __init__(self, source, mode='exec', type_comments=False):
        self.source = source
        self.mode = mode
        self.type_comments = type_comments
        self.type_ignores = []
        # where the text of an expression or of a prompt's line ends if it has no
        # newline: as in CPython, only a module is given one
        self.end_without_newline = -1
        if source.newline_added and mode != 'exec' and mode != 'fstring':
            self.end_without_newline = source.length - 1
        self.text = source.text
        self.tokens = []
        self.error = None
        self.error_is_final = False
        self.paren_stack = []
        self.paren_lines = []
        self.paren_cols = []
        self.continued_lines = {}
        self.bad_strings = {}
        self.warnings = []
        self.indents = [0]
        self.alt_indents = [0]
        self.lineno = source.first_lineno
        self.line_start = -source.first_col

    def run(self):
        """Tokenize the whole source."""
        text = self.text
        i = 0
        at_line_start = True
        while True:
            if at_line_start:
                at_line_start = False
                i = self.indentation(i)
                if i < 0:
                    return
            c = text[i]
            kind = ord(CLASS_OF[ord(c)])
            if kind == BLANK:
                i += 1
            elif kind == IDENTIFIER_START:
                start = i
                i += 1
                while ord(IN_IDENTIFIER[ord(text[i])]):
                    i += 1
                c = text[i]
                if (c == '"' or c == "'") and i - start <= 2:
                    assert start >= 0
                    if text[start:i] in STRING_PREFIXES:
                        i = self.string(start, i)
                        if i < 0:
                            return
                        continue
                if not self.name(start, i):
                    return
            elif kind == DIGIT:
                i = self.number(i)
                if i < 0:
                    return
            elif kind == QUOTE:
                i = self.string(i, i)
                if i < 0:
                    return
            elif c == '\n' or c == '#':
                start = i
                if c == '#':
                    i = text.find('\n', i)
                    assert i >= 0
                    if self.type_comments and self.type_comment(start, i):
                        start = i
                if i == self.end_without_newline:
                    self.end_of_source(i)
                    return
                if not self.paren_stack:
                    self.add(T.NEWLINE, start, i)
                    at_line_start = True
                i += 1
                self.lineno += 1
                self.line_start = i
            elif c == '\\':
                i = self.continuation(i)
                if i < 0:
                    return
                self.continued_lines[self.lineno] = True
            elif c == '.' and '0' <= text[i + 1] <= '9':
                i = self.number(i)
                if i < 0:
                    return
            elif c == '\0':
                self.end_of_source(i)
                return
            else:
                i = self.operator(i)
                if i < 0:
                    return

    # ---- adding tokens and errors

    def add(self, type, start, end):
        col = start - self.line_start
        self.tokens.append(Token(type, None, start, end, self.lineno, col,
                                 self.lineno, end - self.line_start,
                                 len(self.paren_stack)))

    def add_empty(self, type, position):
        """A token without a text (INDENT, DEDENT, ENDMARKER): its column is -1,
        `start` is where the tokenizer stood."""
        self.tokens.append(Token(type, None, position, position, self.lineno, -1,
                                 self.lineno, -1, len(self.paren_stack)))

    def stop(self, error, position, final):
        """End the list with an ERROR token; returns -1."""
        self.error = error
        self.error_is_final = final
        self.add_empty(T.ERROR, position)
        return -1

    def fail(self, msg, position):
        """A SyntaxError whose caret is at the byte before `position`; returns -1."""
        return self.stop(self.error_at(msg, position), position, True)

    def error_at(self, msg, position):
        line = self.source.line_at(self.line_start, False)
        offset = self.characters(position)
        return ParseError('SyntaxError', msg, self.source.filename, self.lineno, offset,
                          utf8.replace_problems(line), self.lineno, offset)

    def characters(self, position):
        """How many characters (int) of the line are before `position`."""
        start = self.line_start
        if start < 0:
            start = 0
        assert 0 <= start <= position
        before = utf8.replace_problems(self.text[start:position])
        return utf8.count(before, 0, len(before))

    def fail_indentation(self, kind, msg, position, offset, end_offset):
        line = self.source.line_at(self.line_start, True)
        return self.stop(ParseError(kind, msg, self.source.filename, self.lineno,
                                    offset, utf8.replace_problems(line),
                                    self.lineno, end_offset), position, False)

    # ---- lines

    def indentation(self, i):
        """At the first byte of a line: skip blank lines, add INDENT and DEDENTs;
        returns the new position."""
        text = self.text
        col = alt_col = continued_col = 0
        continued = False
        while True:
            c = text[i]
            if c == ' ':
                col += 1
                alt_col += 1
                i += 1
            elif c == '\t':
                col = (col // TAB_SIZE + 1) * TAB_SIZE
                alt_col += 1
                i += 1
            elif c == '\014':
                col = alt_col = 0
                i += 1
            elif c == '\\':
                if not continued_col:
                    continued_col = col
                i = self.continuation(i)
                if i < 0:
                    return -1
            elif (c == '#' or c == '\n') and i != self.end_without_newline:
                start = i
                i = text.find('\n', i) + 1
                assert i > 0
                if self.type_comments and self.type_comment(start, i - 1):
                    self.add(T.NEWLINE, i - 1, i - 1)
                self.lineno += 1
                self.line_start = i
                col = alt_col = continued_col = 0
            else:
                break
        if c == '\0':
            return i            # end_of_source() adds the DEDENTs
        if continued_col:
            col = alt_col = continued_col
        top = self.indents[-1]
        if col == top:
            if alt_col != self.alt_indents[-1]:
                return self.inconsistent_tabs(i)
        elif col > top:
            if len(self.indents) >= MAX_INDENT:
                return self.fail_indentation(
                    'IndentationError', 'too many levels of indentation', i, 1, 0)
            if alt_col <= self.alt_indents[-1]:
                return self.inconsistent_tabs(i)
            self.indents.append(col)
            self.alt_indents.append(alt_col)
            self.add_empty(T.INDENT, i)
        else:
            count = 0
            while col < self.indents[-1]:
                self.indents.pop()
                self.alt_indents.pop()
                count += 1
            if col != self.indents[-1]:
                line = self.source.line_at(self.line_start, True)
                return self.fail_indentation(
                    'IndentationError',
                    'unindent does not match any outer indentation level', i,
                    utf8.count(line, 0, len(line)), -1)
            if alt_col != self.alt_indents[-1]:
                return self.inconsistent_tabs(i)
            for _ in range(count):
                self.add_empty(T.DEDENT, i)
        return i

    def type_comment(self, start, end):
        """Whether the comment text[start:end] (or an empty one) is a type comment;
        it gets a token, and `# type: ignore` is noted."""
        text = self.text
        i = start
        if text[i] != '#':
            return False
        i = self.skip_blanks(i + 1)
        assert i >= 0
        assert end >= 0
        if text.find('type:', i, end) != i:
            return False
        i = self.skip_blanks(i + 5)
        after = i + 6
        if text.find('ignore', i, end) == i and (
                after == end or not (text[after].isalnum() or text[after] >= '\x80')):
            assert 0 <= after <= end
            self.type_ignores.append(ast.TypeIgnore(self.lineno, text[after:end]))
            return False
        self.add(T.TYPE_COMMENT, i, end)
        return True

    def skip_blanks(self, i):
        while self.text[i] == ' ' or self.text[i] == '\t':
            i += 1
        return i

    def inconsistent_tabs(self, i):
        return self.fail_indentation(
            'TabError', 'inconsistent use of tabs and spaces in indentation',
            i, 1, 0)

    def continuation(self, i):
        """At a backslash: go on in the next line; returns the new position."""
        if self.text[i + 1] != '\n' or i + 1 == self.end_without_newline:
            # CPython counts the column from the first of the lines that are joined
            first = self.source.line_start(self.first_joined_line(self.lineno))
            error = self.source.error(
                'SyntaxError', 'unexpected character after line continuation '
                'character', self.lineno, i + 1 - first, self.lineno, -1)
            error.end_offset = 0
            if i + 1 == self.end_without_newline:
                error.offset -= 1       # there was no character to look at
            self.show_joined_lines(error)
            return self.stop(error, i, False)
        i += 2
        if i >= self.source.length:
            return self.unexpected_eof(i)
        self.lineno += 1
        self.line_start = i
        return i

    def first_joined_line(self, lineno):
        """The number of the line that `lineno` continues through backslashes and
        strings of several lines; or itself."""
        i = len(self.tokens) - 1
        while True:
            if lineno in self.continued_lines:
                lineno -= 1
                continue
            while i >= 0 and self.tokens[i].end_lineno > lineno:
                i -= 1
            while i >= 0 and self.tokens[i].end_lineno == lineno:
                if self.tokens[i].lineno < lineno:
                    break
                i -= 1
            if i < 0 or self.tokens[i].end_lineno != lineno:
                return lineno
            lineno = self.tokens[i].lineno

    def show_joined_lines(self, error):
        """Let the text of `error` begin with the lines that its line continues."""
        first = self.first_joined_line(error.lineno)
        if first < error.lineno:
            start = self.source.line_start(first)
            end = self.source.line_start(error.lineno)
            end += len(self.source.line_at(end, True))
            assert 0 <= start <= end
            error.text = utf8.replace_problems(self.text[start:end])

    def unexpected_eof(self, i):
        if self.paren_stack:
            error = self.unclosed_parenthesis()
        else:
            error = self.source.error(
                'SyntaxError', 'unexpected EOF while parsing', self.lineno,
                i - self.line_start - 1, self.lineno, -1)
            if self.tokens and self.tokens[-1].type != T.NEWLINE:
                self.show_joined_lines(error)
        error.incomplete = True
        return self.stop(error, i, False)

    def unclosed_parenthesis(self):
        """The ParseError for the innermost parenthesis that is still open."""
        lineno = self.paren_lines[-1]
        error = self.source.error(
            'SyntaxError', "'%s' was never closed" % self.paren_stack[-1],
            lineno, self.paren_cols[-1], lineno, -1)
        error.end_offset = 0
        if lineno < self.lineno and error.text is not None:
            error.text = error.text.rstrip('\n')
        return error

    def overriding_error(self, error, lineno):
        """`error` was found at line `lineno`; returns the ParseError to raise
        instead when the rest of the text is bad as well, else `error`."""
        if self.error_is_final:
            return self.error
        if self.paren_stack and self.error is not None:
            if lineno > self.paren_lines[-1]:
                return self.unclosed_parenthesis()
        return error

    def end_of_source(self, i):
        # no line begins at the end: the position is the end of the last line
        if self.lineno > self.source.first_lineno and self.line_start == i:
            self.lineno -= 1
            before = i - 1
            assert before >= 0
            self.line_start = self.text.rfind('\n', 0, before) + 1
            if self.line_start == 0:
                self.line_start = -self.source.first_col
        if self.paren_stack:
            error = self.unclosed_parenthesis()
            error.incomplete = True
            self.stop(error, i, False)
            return
        if self.mode == 'single' and i == self.end_without_newline:
            self.add_empty(T.NEWLINE, i)
        for _ in range(len(self.indents) - 1):
            self.add_empty(T.DEDENT, i)
        self.add_empty(T.ENDMARKER, i)

    # ---- names

    def name(self, start, end):
        """Adds a NAME or keyword; False after an error."""
        assert 0 <= start <= end
        text = self.text[start:end]
        if not is_ascii(text):
            text = self.unicode_name(text, start)
            if text is None:
                return False
            type = T.NAME
        elif end - start <= T.MAX_KEYWORD_LENGTH:
            type = T.KEYWORD_TYPES.get(text, T.NAME)
        else:
            type = T.NAME
        self.tokens.append(Token(type, text, start, end, self.lineno,
                                 start - self.line_start, self.lineno,
                                 end - self.line_start, len(self.paren_stack)))
        return True

    def unicode_name(self, text, start):
        """The normalised identifier (str), or None after an error."""
        problem = utf8.find_problem(text, 0, len(text))
        if problem is not None:
            self.undecodable(text, problem, start + len(text))
            return None
        bad = first_invalid(text)
        if bad >= 0:
            code = utf8.codepoint_at(text, bad)
            end = bad + utf8.sequence_length(ord(text[bad]))
            if unicode_hook.database.is_printable(code):
                assert 0 <= bad < end
                msg = "invalid character '%s' (U+%s)" % (text[bad:end], hex4(code))
            else:
                msg = 'invalid non-printable character U+%s' % hex4(code)
            self.fail(msg, start + end)
            return None
        return unicode_hook.database.nfkc(text)

    def undecodable(self, text, problem, end):
        error = self.source.error('SyntaxError', utf8.problem_message(text, problem, 0),
                                  self.lineno, end - self.line_start - 1,
                                  self.lineno, -1)
        self.stop(error, end, True)

    # ---- strings

    def string(self, start, i):
        """At the opening quote text[i] of a literal that begins at `start`;
        returns the position after it."""
        text = self.text
        quote = text[i]
        first_lineno = self.lineno
        first_line_start = self.line_start
        seen = '\0'                 # turns >= '\x80' when the text is not ASCII
        if text[i + 1] == quote and text[i + 2] == quote:
            i += 3
            while True:
                c = text[i]
                if c == quote:
                    if text[i + 1] == quote and text[i + 2] == quote:
                        i += 3
                        break
                elif c == '\\':
                    i += 1
                    c = text[i]
                    if c == '\0':
                        continue
                elif c == '\0':
                    return self.unterminated(
                        'unterminated triple-quoted string literal', start,
                        first_lineno, first_line_start)
                if c == '\n':
                    self.lineno += 1
                    self.line_start = i + 1
                elif c > seen:
                    seen = c
                i += 1
        else:
            i += 1
            while True:
                c = text[i]
                if c == quote:
                    i += 1
                    break
                if c == '\\':
                    i += 1
                    c = text[i]
                    if c == '\n':
                        self.lineno += 1
                        self.line_start = i + 1
                    elif c == '\0':
                        continue
                elif c == '\n' or c == '\0':
                    return self.unterminated('unterminated string literal', start,
                                             first_lineno, first_line_start)
                if c > seen:
                    seen = c
                i += 1
        if ord(seen) >= 0x80:
            if utf8.find_problem(text, start, i) is not None:
                self.bad_strings[start] = True
        if self.lineno != first_lineno and first_line_start < 0:
            # CPython shifts a token to the f-string's place in the file only if it
            # ends in the first line
            first_line_start = 0
        self.tokens.append(Token(T.STRING, None, start, i, first_lineno,
                                 start - first_line_start, self.lineno,
                                 i - self.line_start, len(self.paren_stack)))
        return i

    def unterminated(self, msg, start, first_lineno, first_line_start):
        last_lineno = self.lineno
        at_end = self.text[self.line_start] == '\0'
        if at_end:
            last_lineno -= 1        # no line begins at the end of the source
        self.lineno = first_lineno
        self.line_start = first_line_start
        self.fail('%s (detected at line %d)' % (msg, last_lineno), start + 1)
        if at_end:
            self.error.incomplete = True
        return -1

    # ---- numbers

    def number(self, i):
        """At a digit, or a point before one: add a NUMBER; returns the position
        after it."""
        start = i
        text = self.text
        c = text[i]
        if c == '0':
            c = text[i + 1]
            if c == 'x' or c == 'X':
                i = self.digits_in_base(i + 2, 16, 'hexadecimal')
                return self.end_number(start, i)
            if c == 'o' or c == 'O':
                i = self.digits_in_base(i + 2, 8, 'octal')
                return self.end_number(start, i)
            if c == 'b' or c == 'B':
                i = self.digits_in_base(i + 2, 2, 'binary')
                return self.end_number(start, i)
            i += 1
            while True:                 # only zeros may follow an integer's 0
                if text[i] == '_':
                    i += 1
                    if not text[i].isdigit():
                        return self.fail('invalid decimal literal', i)
                if text[i] != '0':
                    break
                i += 1
            zeros_end = i
            nonzero = text[i].isdigit()
            if nonzero:
                i = self.decimal_digits(i)
                if i < 0:
                    return -1
            c = text[i]
            if nonzero and c != '.' and c != 'e' and c != 'E' and c != 'j' and c != 'J':
                return self.leading_zeros(start, zeros_end + 1, i)
        elif c != '.':
            i = self.decimal_digits(i)
            if i < 0:
                return -1
        if text[i] == '.':
            i += 1
            if text[i].isdigit():
                i = self.decimal_digits(i)
                if i < 0:
                    return -1
        c = text[i]
        if c == 'e' or c == 'E':
            k = i + 1
            if text[k] == '+' or text[k] == '-':
                k += 1
                if not text[k].isdigit():
                    return self.fail('invalid decimal literal', k)
            if text[k].isdigit():
                i = self.decimal_digits(k)
                if i < 0:
                    return -1
                c = text[i]
        if c == 'j' or c == 'J':
            i = self.check_end(i + 1, 'imaginary')
        else:
            i = self.check_end(i, 'decimal')
        return self.end_number(start, i)

    def end_number(self, start, i):
        if i >= 0:
            self.add(T.NUMBER, start, i)
        return i

    def decimal_digits(self, i):
        text = self.text
        while True:
            while '0' <= text[i] <= '9':
                i += 1
            if text[i] != '_':
                return i
            i += 1
            if not text[i].isdigit():
                return self.fail('invalid decimal literal', i)

    def digits_in_base(self, i, base, name):
        text = self.text
        while True:
            if text[i] == '_':
                i += 1
            if not self.digit_below(text[i], base):
                if text[i].isdigit():
                    return self.fail("invalid digit '%s' in %s literal"
                                     % (text[i], name), i + 1)
                return self.fail('invalid %s literal' % name, i)
            while self.digit_below(text[i], base):
                i += 1
            if text[i] != '_':
                break
        if text[i].isdigit():
            return self.fail("invalid digit '%s' in %s literal" % (text[i], name),
                             i + 1)
        return self.check_end(i, name)

    def digit_below(self, c, base):
        if base == 16:
            return is_hex_digit(c)
        return '0' <= c < chr(ord('0') + base)

    def leading_zeros(self, start, zeros_end, i):
        self.fail('leading zeros in decimal integer literals are not permitted; '
                  'use an 0o prefix for octal integers', i)
        # CPython's columns, which here count the bytes of UTF-8
        self.error.offset = start - max(self.line_start, 0) + 1
        self.error.end_offset = zeros_end - max(self.line_start, 0)
        return -1

    def check_end(self, i, name):
        """What directly follows a number must not look like more of it, except
        that a few keywords get a warning only."""
        c = self.text[i]
        if not ord(IN_IDENTIFIER[ord(c)]) or ord(c) >= 0x80:
            return i
        if self.keyword_at(i):
            msg = 'invalid %s literal' % name
            self.warnings.append(ParseWarning('SyntaxWarning', msg, self.lineno,
                                              self.error_at(msg, i)))
            return i
        return self.fail('invalid %s literal' % name, i)

    def keyword_at(self, i):
        text = self.text
        c = text[i]
        following = text[i + 1]
        if c == 'i':
            return following == 'f' or following == 'n' or following == 's'
        end = i
        while ord(IN_IDENTIFIER[ord(text[end])]):
            end += 1
        assert 0 <= i <= end
        word = text[i:end]
        return (word == 'and' or word == 'else' or word == 'for' or word == 'or' or
                word == 'not')

    # ---- operators

    def operator(self, i):
        text = self.text
        c = text[i]
        type = T.ONE_CHAR[ord(c)]
        if type == T.COMMA:
            self.add(T.COMMA, i, i + 1)
            return i + 1
        if type == T.LPAR or type == T.LSQB or type == T.LBRACE:
            if len(self.paren_stack) >= MAX_LEVEL:
                return self.fail('too many nested parentheses', i + 1)
            self.paren_stack.append(c)
            self.paren_lines.append(self.lineno)
            self.paren_cols.append(i - self.line_start)
            self.add(type, i, i + 1)
            return i + 1
        if type == T.RPAR or type == T.RSQB or type == T.RBRACE:
            return self.closing(c, type, i)
        # the text ends with a newline, so one more character is always there
        assert i >= 0
        longer = T.TWO_CHARS.get(text[i:i + 2], T.BAD_OP)
        if longer != T.BAD_OP:
            even_longer = T.THREE_CHARS.get(text[i:i + 3], T.BAD_OP)
            if even_longer != T.BAD_OP:
                self.add(even_longer, i, i + 3)
                return i + 3
            self.add(longer, i, i + 2)
            return i + 2
        if c == '.' and text[i + 1] == '.' and text[i + 2] == '.':
            self.add(T.ELLIPSIS, i, i + 3)
            return i + 3
        if type == T.BAD_OP and not ' ' <= c <= '~':
            return self.fail('invalid non-printable character U+%s' % hex4(ord(c)),
                             i + 1)
        self.add(type, i, i + 1)
        return i + 1

    def closing(self, c, type, i):
        if not self.paren_stack:
            return self.fail("unmatched '%s'" % c, i + 1)
        opening = self.paren_stack.pop()
        lineno = self.paren_lines.pop()
        self.paren_cols.pop()
        if not (opening == '(' and c == ')' or opening == '[' and c == ']' or
                opening == '{' and c == '}'):
            msg = ("closing parenthesis '%s' does not match opening parenthesis '%s'"
                   % (c, opening))
            if lineno != self.lineno:
                msg = '%s on line %d' % (msg, lineno)
            return self.fail(msg, i + 1)
        self.add(type, i, i + 1)
        return i + 1
